// The npm folder: node scripts/release/package.mjs BUILT FOLDER, from what the build made and what stands in npm/.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [built, folder] = process.argv.slice(2);
const version = /^version = "(.*)"/m.exec(readFileSync("Cargo.toml", "utf8"))[1];

cpSync("npm", folder, { recursive: true });
for (const name of ["engine.js", "engine_bg.wasm", "office_bg.wasm", "gouji.d.ts"]) copyFileSync(join(built, name), join(folder, name));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(name, join(folder, name));

const rewrite = (name, change) => writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
rewrite("package.json", (text) => text.replace('"version": "0.0.0"', `"version": "${version}"`));
rewrite("index.mjs", (text) => text.replace("/* ENGINE */", () => readFileSync(join(built, "engine.js"), "utf8")));
