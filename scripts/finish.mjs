// Trunk's post-build step: lowers the glue for Chromium 78, joins the style sheets, writes the scripts and the policy into the page,
// makes the offline file, the widget and the frame, and holds the sizes to their budgets.
import { readFileSync, writeFileSync, rmSync, existsSync, mkdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { onePage, sitePage } from "./finish/page.mjs";
import { lower } from "./finish/lower.mjs";
import { shorten } from "./finish/names.mjs";
import { arrange } from "./finish/order.mjs";
import { pack } from "./finish/pack.mjs";
import { joinStyles } from "./finish/styles.mjs";
import { withViewport } from "./finish/root_styles.mjs";
import { widgetScript } from "./finish/widget.mjs";
import { headers } from "./finish/headers.mjs";
import { holdBudgets } from "./finish/budget.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("run by trunk: see Trunk.toml");
const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, content) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const bytes = (name) => readFileSync(join(folder, name));
const SHARED = { "/* LAUNCH */": "launch.js", "/* NAMES */": "names.js", "/* SAVE */": "save.js" };
/** A script of the shell, with what it shares with others in its place. */
function shell(name) {
  const own = readFileSync(join("src/web/shell", name), "utf8");
  return Object.entries(SHARED).reduce((text, [mark, shared]) => text.replace(mark, () => readFileSync(join("src/web/shell", shared), "utf8")), own);
}

// The desk stands inside the page, and both are Yew: each leaves marks on elements by which it finds its listeners.
// Under one name a click on the desk would also do what the page has under the same number.
const apart = (glue) => {
  if (!glue.includes(".__yew_")) throw new Error("desk.js: Yew marks its elements otherwise");
  return glue.replace(/\.__yew_/g, ".__desk_");
};

const { page: html, text: styles, names: sheets } = joinStyles(read("index.html"), read);
const MODULES = ["app", "desk", "engine", "office"];
const leftovers = MODULES.flatMap((name) => [`${name}.d.ts`, `${name}_bg.wasm.d.ts`]);
for (const name of [...sheets, ...leftovers]) if (existsSync(join(folder, name))) rmSync(join(folder, name));
// Branches that are laid out afresh take less room, and browsers run them as fast.
for (const name of MODULES) arrange(join(folder, `${name}_bg.wasm`), ["--flatten", "--rereloop", "-Oz"]);
const glue = Object.fromEntries(MODULES.map((name) => [name, shorten(read(`${name}.js`), join(folder, `${name}_bg.wasm`))]));
const scripts = {
  app: lower(`var goujiApp = (function () {\n${glue.app}\nreturn wasm_bindgen;\n})();`),
  desk: lower(`self.goujiDesk = (function () {\n${apart(glue.desk)}\nreturn wasm_bindgen;\n})();`),
  engine: lower(shell("engine.js").replace("/* GLUE */", () => glue.engine).replace("/* OFFICE */", () => glue.office)),
  worker: lower(shell("worker.js")),
  page: shell("page.js"),
  fetched: shell("fetched.js"),
  inline: shell("inline.js"),
};
const modules = Object.fromEntries(MODULES.map((name) => [name, pack(bytes(`${name}_bg.wasm`))]));
rmSync(join(folder, "office.js"));

write("styles.css", styles);
write("app.js", scripts.app);
write("desk.js", scripts.desk);
write("engine.js", scripts.engine);
write("gouji-worker.js", `${scripts.engine}\n${scripts.worker}`);
write("gouji.d.ts", shell("gouji.d.ts"));
write("gouji.config.json", "{}\n");

const digest = (content, algorithm, form) => createHash(algorithm).update(content).digest(form);
/** Where a file is, by an address that changes with its content, so that no cache serves an old part to a new page. */
const part = (name) => ({
  address: `${name}?${digest(bytes(name), "sha256", "hex").slice(0, 8)}`,
  integrity: `sha256-${digest(bytes(name), "sha256", "base64")}`,
});
const FILES = { app: "app.js", app_bg: "app_bg.wasm", desk: "desk.js", desk_bg: "desk_bg.wasm", engine: "engine.js", engine_bg: "engine_bg.wasm", office_bg: "office_bg.wasm", worker: "gouji-worker.js" };
const parts = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, part(file)]));

const site = sitePage(html, { ...scripts, site: shell("site.js") }, parts, part);
write("index.html", site.html);
write("gouji.html", onePage(html, { ...scripts, frame: shell("proof.js") }, modules, styles));

const { app, ...fetched } = parts;
write("gouji-check.js", widgetScript(shell, scripts, styles, fetched));
const frameStyles = lower(withViewport(styles) + shell("frame.css"), "css");
write("embed.html", onePage(html, { ...scripts, frame: shell("frame.js") }, modules, frameStyles));
write("embed.js", lower(shell("embed.js")));
write("demo/index.html", shell("demo.html"));
for (const [name, text] of Object.entries(headers(site.policy))) write(`headers/${name}`, text);

const kept = ["styles.css", "icon.svg", ...Object.values(FILES)].map((name) => part(name).address);
const version = digest([site.html, ...kept].join("\n"), "sha256", "hex").slice(0, 12);
const manifest = JSON.stringify(["./", "index.html", "gouji.config.json", ...kept]);
write("service-worker.js", lower(shell("service-worker.js").replace("/* FILES */ []", () => manifest).replace('/* VERSION */ ""', () => JSON.stringify(version))));

holdBudgets(folder);
