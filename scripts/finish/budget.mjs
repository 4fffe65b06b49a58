// Sizes against their budgets; the build fails where one is broken.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { functions } from "./order.mjs";

const KILO = 1024;
const PAGE_BUDGET = 200 * KILO; // what paints first, compressed: page module, its script, styles, HTML
const ENGINE_BUDGET = 1.2 * KILO * KILO; // what follows while the page is in view already, compressed: engine module and script
const DESK_BUDGET = 400 * KILO; // what is fetched only when the desk is opened, compressed: it reads rule packs, sums up and writes workbooks by itself
const OFFICE_BUDGET = 270 * KILO; // what is fetched with the first export, compressed
const GREETER_BUDGET = KILO; // what a page with a frame loads, as it lies on disk
// A browser compiles what runs often anew, beside the page: one function of 140 KB held a processor for half a second.
const FUNCTION_BUDGET = 48 * KILO;
const OFFLINE_BUDGET = 2.2 * KILO * KILO; // the one file, as it lies on disk

export function holdBudgets(folder) {
  const packed = (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  const styles = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const rows = [
    ["page (app_bg.wasm, app.js, styles, index.html), gzip -9", sum(["app_bg.wasm", "app.js", "index.html", ...styles].map(packed)), PAGE_BUDGET],
    ["  of which app_bg.wasm", packed("app_bg.wasm"), null],
    ["engine (engine_bg.wasm, engine.js), gzip -9", sum(["engine_bg.wasm", "engine.js"].map(packed)), ENGINE_BUDGET],
    ["desk (desk_bg.wasm, desk.js), gzip -9", sum(["desk_bg.wasm", "desk.js"].map(packed)), DESK_BUDGET],
    ["office (office_bg.wasm), gzip -9", packed("office_bg.wasm"), OFFICE_BUDGET],
    ["widget (gouji-check.js, app_bg.wasm), gzip -9", sum(["gouji-check.js", "app_bg.wasm"].map(packed)), null],
    ["embed.js", readFileSync(join(folder, "embed.js")).length, GREETER_BUDGET],
    ["longest function of engine_bg.wasm", longest(join(folder, "engine_bg.wasm")), FUNCTION_BUDGET],
    ["gouji.html", readFileSync(join(folder, "gouji.html")).length, OFFLINE_BUDGET],
  ];
  console.log("sizes in KB (budget):");
  for (const [name, size, budget] of rows) {
    const limit = budget === null ? "" : ` (${(budget / KILO).toFixed(0)})${size > budget ? "  OVER BUDGET" : ""}`;
    console.log(`  ${name.padEnd(58)} ${(size / KILO).toFixed(1).padStart(8)}${limit}`);
  }
  if (rows.some(([, size, budget]) => budget !== null && size > budget)) {
    console.error("a size budget is broken");
    process.exit(1);
  }
}

/** The bytes of the longest function of a module. */
function longest(file) {
  return functions(readFileSync(file)).bodies.reduce((most, body) => Math.max(most, body.length), 0);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
