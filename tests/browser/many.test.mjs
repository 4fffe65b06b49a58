// Many files at once: given up and asked for again in the middle, one that breaks the engine, copies and versions; nothing is lost, nothing counted twice.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places, visit } from "./places.mjs";
import { drop, plain } from "./drop.mjs";
import { tamper } from "./tamper.mjs";
import * as hook from "./hooks.mjs";

const TOTAL = '[data-testid="total-expenditure"]';
const ROWS = '[data-testid="summary-table"] .grid__row';
const EXTENT = ".summary__lead";

const report = (name, spent, note = "") =>
  `云溪县${name}\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n全年总支出${spent}.00万元，其中基本支出${spent - 20}.00万元，项目支出20.00万元。\n${note}`;
const COUNT = 60;
const SPENT = Array.from({ length: COUNT }, (_, at) => 100 + at);
// Names of letters alone: a number at the end would be that of a page or a year.
const LETTERS = "甲乙丙丁戊己庚辛壬癸子丑";
const names = SPENT.map((_, at) => `${LETTERS[Math.floor(at / 10)]}${LETTERS[at % 10]}管理局`);
const files = names.map((name, at) => plain(`${name}.txt`, report(name, SPENT[at], "各项工作有序推进。\n".repeat(400))));
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

let browser;
before(async () => {
  browser = await browsers["Chromium (current)"]();
});
after(() => browser?.close());

const at = (body, script, expected) => async () => visit(browser, await places.http(), body, { script, expected });

const states = (page) =>
  page.evaluate((file) => Array.from(document.querySelectorAll(file), (one) => [one.title, one.lastChild.textContent]), hook.FILE);

/** So many files have an answer; a long list is drawn whole once it is scrolled. */
const settled = (page, count) =>
  page.until(`${count} files with an answer`, ([file, wanted]) => {
    const files = Array.from(document.querySelectorAll(file));
    if (files.length) files[0].closest("ol").scrollTop = 1;
    return files.length === wanted && files.every((one) => /发现|未能读取|无可核对/.test(one.lastChild.textContent));
  }, [hook.FILE, count]);

const summary = async (page, rows, total) => {
  await page.click(hook.SCREEN(4));
  await page.until(`${rows} departments, ${total} in all`, (wanted) => {
    const begins = ([selector, words]) => document.querySelector(selector)?.textContent.startsWith(words);
    return wanted.every(begins);
  }, [[EXTENT, `${rows}个单位`], [TOTAL, total.toLocaleString("en")]]);
};

test("of more files than are looked at the first are drawn, all of them once the list is scrolled", at(async (page) => {
  const count = 130;
  await drop(page, Array.from({ length: count }, (_, at) => plain(`第${at + 1}份.txt`, report("档案馆", 100 + at))));
  await page.until("the first of them", ([file, progress]) => document.querySelectorAll(file).length === 100 && !document.querySelector(progress), [hook.FILE, hook.PROGRESS]);
  await settled(page, count);
}));

test("given up in the middle and asked for again, each file is there once", at(async (page) => {
  await drop(page, files);
  await page.until("some files done and some not", ([file]) => {
    const all = Array.from(document.querySelectorAll(file), (one) => one.lastChild.textContent);
    return all.some((state) => /发现/.test(state)) && document.querySelector('[data-testid="stop-all"]');
  }, [hook.FILE]);
  await page.evaluate(() => document.querySelector('[data-testid="stop-all"]').click());
  await settled(page, COUNT);
  const stopped = (await states(page)).filter(([, state]) => state === "未能读取").map(([name]) => name);
  assert.ok(stopped.length > 1 && stopped.length < COUNT, `${stopped.length} were given up`);
  const done = names.map((name, at) => [`${name}.txt`, SPENT[at]]).filter(([name]) => !stopped.includes(name));
  await summary(page, done.length, sum(done.map(([, spent]) => spent)));
  await page.click('[data-testid="retry-all"]');
  await page.until("all of them", ([file]) => Array.from(document.querySelectorAll(file)).every((one) => /发现/.test(one.textContent)), [hook.FILE]);
  assert.deepEqual((await states(page)).map(([name]) => name), files.map(({ name }) => name), "in their order");
  await summary(page, COUNT, sum(SPENT));
}));

test("a file that breaks the engine stops none of the others", at(async (page) => {
  await drop(page, [...files.slice(0, 20), plain("trap.txt", report("坏局", 999)), ...files.slice(20, 40)]);
  await settled(page, 41);
  assert.deepEqual((await states(page)).filter(([, state]) => state === "未能读取").map(([name]) => name), ["trap.txt"]);
  await summary(page, 40, sum(SPENT.slice(0, 40)));
}, tamper, /Hit the end of buffer/));

test("a text that is edited while many files are checked is checked before them", at(async (page) => {
  const edited = report("合作社", 300);
  await page.paste(hook.INPUT, edited);
  await page.appears(hook.REPORT_TEXT);
  await drop(page, [...files, ...files.map((file) => ({ ...file, name: `副本${file.name}` }))]);
  await page.until("some files done", ([file]) => Array.from(document.querySelectorAll(file)).some((one) => /管理局/.test(one.title) && /发现/.test(one.lastChild.textContent)), [hook.FILE]);
  await page.evaluate((file) => document.querySelector(file).click(), hook.FILE);
  await page.appears(`${hook.FILE}[title="粘贴的内容"][aria-current="true"]`);
  await page.paste(hook.INPUT, edited + "补记一项。\n");
  await page.until("the edited text checked", (text) => document.querySelector(text)?.textContent.includes("补记一项"), hook.REPORT_TEXT);
  assert.equal(await page.count('[data-testid="stop-all"]'), 1, "many files are still in line");
  await settled(page, 2 * COUNT + 1);
}));

// What waits waits for one file.
const oneLane = () => Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => 1 });

test("held up with one file left the line goes on by hand, and the summary names what waits", at(async (page) => {
  await drop(page, [files[0]]);
  await settled(page, 1);
  await drop(page, [plain("slow.txt", report("甲局", 100)), files[1]]);
  await page.until("the file with its worker", () => window.isHeld);
  await page.click('[data-testid="pause"]');
  await page.evaluate((file) => document.querySelector(`${file}[title="slow.txt"]`).nextElementSibling.click(), hook.FILE);
  await summary(page, 1, SPENT[0]);
  await page.until("what waits is named", (name) => {
    const said = document.querySelector('[data-testid="summary-unread"]');
    return said && said.textContent.includes(name) && said.textContent.includes("继续");
  }, files[1].name);
  await page.click('[data-testid="pause"]');
  await settled(page, 2);
  await summary(page, 2, SPENT[0] + SPENT[1]);
  await drop(page, [files[2]]);
  await settled(page, 3);
}, `(${tamper})(); (${oneLane})();`));

test("a copy and another version of a report are there and are not counted", at(async (page) => {
  const [first, second] = files;
  await drop(page, [
    first,
    { ...first, name: "副本.txt" },
    second,
    plain(`${names[1]}（修改稿）.txt`, report(names[1], 180)),
    files[2],
  ]);
  await settled(page, 5);
  await summary(page, 3, SPENT[0] + 180 + SPENT[2]);
  await page.click('[data-testid="belonging"]');
  await page.appears('[data-testid="department"]');
  const roles = await page.evaluate(() => Array.from(document.querySelectorAll(".belonging__table tbody tr"), (row) => row.querySelector("option").textContent));
  assert.deepEqual(roles.map((role) => role.split(" · ")[1]), ["本年报告", "重复", "旧版本", "本年报告", "本年报告"]);
  // The version that counts goes, and the one before it counts again.
  await page.evaluate(([file, name]) => Array.from(document.querySelectorAll(file)).find((one) => one.title.startsWith(name)).parentNode.lastChild.click(), [hook.FILE, `${names[1]}（`]);
  await page.click(hook.SCREEN(4));
  await summary(page, 3, SPENT[0] + SPENT[1] + SPENT[2]);
}));

const MANY = 130;
const many = Array.from({ length: MANY }, (_, at) => plain(`${at}.txt`, report(`${LETTERS[Math.floor(at / 12)]}${LETTERS[at % 12]}管理局`, 100 + at)));
const allDrawn = (page) => page.until("all rows", ([row, count]) => document.querySelectorAll(row).length === count, [ROWS, MANY]);

const long = (name, body) =>
  test(name, at(async (page) => {
    await drop(page, many);
    await settled(page, MANY);
    await summary(page, MANY, sum(many.map((_, at) => 100 + at)));
    await page.until("the rows of an ordinary summary", ([row]) => document.querySelectorAll(row).length === 100, [ROWS]);
    await body(page);
  }));

long("the rows of a long summary are drawn as far as someone scrolls", async (page) => {
  await page.evaluate(() => {
    const grid = document.querySelector(".grid");
    grid.scrollTop = grid.scrollHeight;
  });
  await allDrawn(page);
});

long("the button prints every row of a long summary", async (page) => {
  await page.evaluate((row) => (window.print = () => (window.printed = document.querySelectorAll(row).length)), ROWS);
  await page.evaluate(() => Array.from(document.querySelectorAll(".tools button")).find((button) => button.textContent === "打印").click());
  await page.until("a print", (count) => window.printed === count, MANY);
});

long("the browser prints every row of a long summary", async (page) => {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await allDrawn(page);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.until("the rows of an ordinary summary", ([row]) => document.querySelectorAll(row).length === 100, [ROWS]);
});
