// Trunk's post-build step: lowers the glue for Chromium 78, joins the style sheets, writes the scripts and the policy into the page,
// makes the offline file, and holds the sizes to their budgets.
import { readFileSync, writeFileSync, copyFileSync, rmSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { offlinePage, sitePage } from "./finish/page.mjs";
import { lower } from "./finish/lower.mjs";
import { joinStyles } from "./finish/styles.mjs";
import { holdBudgets } from "./finish/budget.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("run by trunk: see Trunk.toml");
const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, text) => writeFileSync(join(folder, name), text);
const shell = (name) => readFileSync(join("src/web/shell", name), "utf8");

// The desk stands inside the page, and both are Yew: each leaves marks on elements by which it finds its listeners.
// Under one name a click on the desk would also do what the page has under the same number.
const apart = (glue) => {
  if (!glue.includes(".__yew_")) throw new Error("desk.js: Yew marks its elements otherwise");
  return glue.replace(/\.__yew_/g, ".__desk_");
};

const { page: html, text: styles, names: sheets } = joinStyles(read("index.html"), read);
for (const sheet of sheets) rmSync(join(folder, sheet));
write("styles.css", styles);
const scripts = {
  app: lower(`var goujiApp = (function () {\n${read("app.js")}\nreturn wasm_bindgen;\n})();`),
  desk: lower(`var goujiDesk = (function () {\n${apart(read("desk.js"))}\nreturn wasm_bindgen;\n})();`),
  engine: lower(shell("engine.js").replace("/* GLUE */", () => read("engine.js"))),
  worker: lower(shell("worker.js")),
  page: shell("page.js").replace("/* LAUNCH */", () => shell("launch.js")),
};
const bytes = (name) => readFileSync(join(folder, `${name}_bg.wasm`));

write("app.js", scripts.app);
write("desk.js", scripts.desk);
write("engine.js", scripts.engine);
copyFileSync("src/web/shell/gouji.d.ts", join(folder, "gouji.d.ts"));
for (const leftover of ["app", "desk", "engine"].flatMap((name) => [`${name}.d.ts`, `${name}_bg.wasm.d.ts`])) {
  if (existsSync(join(folder, leftover))) rmSync(join(folder, leftover));
}

// The query changes with the content, so that no cache serves an old part to a new page.
const address = (name, content) => `${name}?${createHash("sha256").update(content).digest("hex").slice(0, 12)}`;
const parts = Object.fromEntries(
  ["app", "desk", "engine"].map((name) => [
    name,
    { script: address(`${name}.js`, scripts[name]), bytes: address(`${name}_bg.wasm`, bytes(name)) },
  ]),
);

write("index.html", sitePage(html, scripts, parts, (name) => address(name, readFileSync(join(folder, name)))));
write("gouji.html", offlinePage(html, scripts, { app: bytes("app"), desk: bytes("desk"), engine: bytes("engine") }, read));
holdBudgets(folder);
