// How long the page takes with many reports at once: node tests/browser/batch.mjs [COUNT…], after scripts/build.
// With --summary it is measured while the summary is open, which takes every report in as it comes.
// The reports are generated (examples/generate.rs), some 15,000 characters each; every count has a page of its own.
// They are files on disk, as a person has them: texts that are handed through the page leave their garbage there.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import * as hook from "./hooks.mjs";

const MORE = 100;
const PATIENCE = 300_000;
/** A page that changes nothing for so long has drawn everything. */
const STILL = 4000;
/** So many files of a long list are drawn before someone scrolls in it. */
const DRAWN = 100;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "target/generated");
const withSummary = process.argv.includes("--summary");
const counts = process.argv.slice(2).map(Number).filter((count) => count > 0);
if (!counts.length) counts.push(1, 10, 100, 500);

rmSync(folder, { recursive: true, force: true });
const most = Math.max(...counts) + MORE;
execFileSync("cargo", ["run", "--quiet", "--example", "generate", "--", folder, String(most)], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
const files = readdirSync(folder)
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const characters = files.reduce((total, { text }) => total + text.length, 0) / files.length;
console.log(`${files.length} reports of ${Math.round(characters)} characters on average`);

// What a page keeps of its own main thread, and when it last changed.
const prepare = (progress) => {
  window.tasks = [];
  window.changed = 0;
  new MutationObserver(() => {
    window.changed = performance.now();
    window.hasProgressed = window.hasProgressed || document.querySelector(progress) !== null;
  }).observe(document, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ entryTypes: ["longtask"] });
};

/** Lets the page have files on disk to drop, by a field that is gone again. */
async function give(page, paths) {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("input"), { type: "file", multiple: true, id: "given" });
    document.head.append(field);
  });
  await page.page.setInputFiles("#given", paths);
  await page.evaluate(() => {
    const field = document.getElementById("given");
    window.reports = Array.from(field.files);
    field.remove();
  });
}

const drop = (page, from, to) =>
  page.evaluate(
    ([from, to]) => {
      const data = new DataTransfer();
      for (const file of window.reports.slice(from, to)) data.items.add(file);
      window.tasks.length = 0;
      window.hasProgressed = false;
      window.begun = performance.now();
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [from, to],
  );

/** Milliseconds until so many files have an answer. Of a long list the page draws the first alone: there, until its progress came and went. */
async function settled(page, count) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const done = await page.evaluate(
      ([selector, progress, count, drawn]) => {
        const states = document.querySelectorAll(`${selector} .files__state`);
        if (states.length < Math.min(count, drawn)) return 0;
        if (count > drawn && !(window.hasProgressed && !document.querySelector(progress))) return 0;
        for (const state of states) if (!/发现|未能读取|无可核对/.test(state.textContent)) return 0;
        return performance.now() - window.begun;
      },
      [hook.FILE, hook.PROGRESS, count, DRAWN],
    );
    if (done) return done;
    if (Date.now() > end) throw new Error(`no answer to all of ${count} files within ${PATIENCE} ms`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Scrolls the list, which draws it whole: so many files have an answer, each. */
async function assertAnswered(page, count) {
  await page.evaluate((selector) => (document.querySelector(selector).closest("ol").scrollTop = 1), hook.FILE);
  await page.until("every file with an answer", ([selector, count]) => {
    const states = Array.from(document.querySelectorAll(`${selector} .files__state`), (state) => state.textContent);
    return states.length === count && states.every((state) => /发现|未能读取|无可核对/.test(state));
  }, [hook.FILE, count]);
}

/** The memory of every process of the browser that draws or works for a page, in MB; what processes share is shared among them. */
function memory() {
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  const own = lines.filter((line) => line.includes("--type=renderer")).map((line) => line.trim().split(/\s+/)[0]);
  const share = (process) => Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8"))[1]);
  return own.reduce((total, process) => total + share(process), 0) / 1024;
}

/** Until everything is drawn: the summary gathers for some seconds before it is, and long lists grow. */
async function drawn(page) {
  while (await page.evaluate((still) => performance.now() - window.changed < still, STILL)) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

console.log("files      ms  ms/file  longest task ms  tasks > 50 ms  renderer MB");
const report = (label, count, milliseconds, tasks) =>
  console.log(
    [label.padEnd(7), milliseconds.toFixed(0).padStart(6), (milliseconds / count).toFixed(1).padStart(8), Math.max(0, ...tasks).toFixed(0).padStart(15), String(tasks.length).padStart(14), memory().toFixed(0).padStart(12)].join(" "),
  );

for (const count of counts) {
  const browser = await browsers["Chromium (current)"]();
  const place = await places.http();
  const page = await browser.open();
  await page.before(`(${prepare})(${JSON.stringify(hook.PROGRESS)})`);
  await page.goto(place.address);
  await page.appears(hook.INPUT);
  await page.until("the engine", (selector) => document.querySelector(selector).dataset.state === "ready", hook.ENGINE_STATE);
  await give(page, files.slice(0, count + MORE).map(({ name }) => join(folder, name)));
  const open = withSummary ? Math.min(2, count) : 0;
  if (open) {
    await drop(page, 0, open);
    await settled(page, open);
    await page.click(hook.SCREEN(4));
    await page.appears('[data-testid="summary-table"]');
  }
  await drop(page, open, count);
  const first = await settled(page, count);
  await drawn(page);
  report(String(count), count, first, await page.evaluate(() => window.tasks));
  await drop(page, count, count + MORE);
  const then = await settled(page, count + MORE);
  await drawn(page);
  report(`+${MORE}`, MORE, then, await page.evaluate(() => window.tasks));
  await assertAnswered(page, count + MORE);
  await page.close();
  place.close();
  await browser.close();
}
