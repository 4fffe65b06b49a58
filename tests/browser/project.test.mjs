// The project file: saved by the person alone, opened in another page, everything comes back; a corrected file keeps what still applies.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import { drop, plain, twin } from "./drop.mjs";
import { SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const NEWS = '[data-testid="project-news"]';
const PACK = {
  code: "own", name: "本县评价表", region: "云岭县", year: 2024, document: "无", basis: "《办法》", status: "reference",
  indicators: [{ code: "X1", name: "人均支出", formula: "预算完成数 ÷ 在职人员数", unit: "倍", direction: "lower", basis: "《办法》", status: "reference", since: 2020 }],
};

let browser;
before(async () => {
  browser = await browsers["Chromium (current)"]();
});
after(() => browser?.close());

const at = (body) => async () => {
  const place = await places.http();
  const open = async () => {
    const page = await browser.open({ acceptDownloads: true });
    await page.goto(place.address);
    await page.appears(hook.INPUT);
    return page;
  };
  try {
    await body(open, place);
  } finally {
    place.close();
  }
};

const says = (page, selector, words) =>
  page.until(`${selector} says ${words}`, ([selector, words]) => {
    const element = document.querySelector(selector);
    return element !== null && element.textContent.includes(words);
  }, [selector, words]);

const settled = (page, count) =>
  page.until(`${count} files with an answer`, ([selector, wanted]) => {
    const files = Array.from(document.querySelectorAll(selector), (file) => file.lastChild.textContent);
    return files.length === wanted && files.every((state) => /发现|未能读取|无可核对/.test(state));
  }, [hook.FILE, count]);

const saved = async (page) => {
  await page.click(hook.SCREEN(5));
  await page.appears('[data-testid="project-save"]');
  await page.until("the parts", () => /\d/.test(document.querySelector(".project__part dd").textContent));
  const download = page.page.waitForEvent("download");
  await page.click('[data-testid="project-save"]');
  const file = await download;
  assert.equal(file.suggestedFilename(), "勾稽项目.json");
  return readFileSync(await file.path(), "utf8");
};

const choose = async (page, name) => {
  await page.evaluate(([file, name]) => document.querySelector(`${file}[title="${name}"]`).click(), [hook.FILE, name]);
  await page.appears(`${hook.FILE}[title="${name}"][aria-current="true"]`);
};

test("everything comes back: files of every kind, decisions, grouping, typed inputs, the user's pack", at(async (open, place) => {
  const page = await open();
  await drop(page, [plain("档案馆.txt", SHORT), twin("report.docx"), twin("report-gb18030.txt"), plain("旧报告.rtf", "{\\rtf1}")]);
  await settled(page, 4);
  await page.click(hook.FINDING);
  await page.click(`${hook.DECISION} button`);
  await page.appears(`${hook.DECISION} [aria-pressed="true"]`);
  await page.page.fill(".decision__reason", "口径不同");
  await page.page.keyboard.press("Tab");
  await says(page, hook.FINDING, "已忽略");
  await page.click(hook.SCREEN(3));
  await page.page.setInputFiles('[data-testid="open-pack"]', { name: "本县.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(PACK)) });
  await page.appears(hook.indicator("X1人均支出"));
  await page.page.fill(`${hook.indicator("X1人均支出")} input`, "88");
  await page.click(hook.SCREEN(4));
  await says(page, '[data-testid="summary-table"]', "已处理1");
  await page.evaluate(() => [...document.querySelectorAll(".grid__cell")].find((cell) => cell.textContent.includes("已处理1")).click());
  await says(page, '[data-testid="sources"]', "已忽略1处");
  await page.click('[data-testid="belonging"]');
  await page.appears('[data-testid="department"]');
  await page.page.fill('[data-testid="department"]', "云岭县史志办");
  await page.page.keyboard.press("Tab");
  await says(page, '[data-testid="summary-table"]', "云岭县史志办");
  const text = await saved(page);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== "gouji.settings").length + sessionStorage.length), 0, "nothing is stored");
  await page.assertQuiet(place.origin);
  await page.close();

  const again = await open();
  await drop(again, [plain("我的工作.txt", text)]);
  await says(again, NEWS, "4份文件，1条处理意见，1个规则包");
  await settled(again, 4);
  await again.click(hook.SCREEN(4));
  await says(again, '[data-testid="summary-table"]', "云岭县史志办");
  await says(again, '[data-testid="summary-table"]', "已处理1");
  await choose(again, "档案馆.txt");
  await again.click(hook.SCREEN(3));
  await again.appears(hook.indicator("X1人均支出"));
  assert.equal(await again.evaluate((row) => document.querySelector(`${row} input`).value, hook.indicator("X1人均支出")), "88");
  await again.click(hook.SCREEN(1));
  await says(again, hook.FINDING, "已忽略");
  assert.equal(JSON.parse(await saved(again)).decisions[0].reason, "口径不同");
  assert.deepEqual(JSON.parse(await saved(again)).files, JSON.parse(text).files, "the same bytes");
  await again.assertQuiet(place.origin);
  await again.close();
}));

test("a corrected version keeps the decisions that still apply and says which fell away", at(async (open, place) => {
  const page = await open();
  const faulty = SHORT + "2023年公务接待费6.00万元，上年5.00万元，同比增长10%。\n";
  await drop(page, [plain("档案馆.txt", faulty)]);
  await settled(page, 1);
  const all = await page.count(hook.FINDING);
  assert.ok(all >= 2);
  for (let at = 0; at < all; at += 1) {
    await page.evaluate(([finding, at]) => document.querySelectorAll(finding)[at].click(), [hook.FINDING, at]);
    await page.click(`${hook.DECISION} button:nth-child(2)`);
  }
  await page.until("all confirmed", ([finding, all]) => Array.from(document.querySelectorAll(finding)).filter((one) => one.textContent.includes("已确认")).length === all, [hook.FINDING, all]);
  await drop(page, [plain("档案馆.txt", faulty.replace("增长10%", "增长20%"))]);
  await settled(page, 2);
  await page.until("the corrected one", (file) => document.querySelectorAll(file)[1].getAttribute("aria-current") === "true", hook.FILE);
  await says(page, hook.RESTING, "条处理意见已不适用");
  await says(page, hook.RESTING, "10%");
  await says(page, hook.FINDING, "已确认");
  await page.click(hook.SCREEN(4));
  await says(page, '[data-testid="total-expenditure"]', "1,200");
  await page.assertQuiet(place.origin);
  await page.close();
}));

const RELATED = SHORT + "修缮支出80.00万元。\n设备支出40.00万元。\n两项用去120.00万元。\n";
const STATING = '[data-testid="stating"]';

/** Picks figures one after another and states how they relate. */
const state = async (page, figures, equation) => {
  const press = (words) =>
    page.until(words, ([stating, words]) => {
      const button = Array.from(document.querySelectorAll(`${stating} button`)).find((one) => one.textContent === words);
      if (button) button.click();
      return Boolean(button);
    }, [STATING, words]);
  for (const figure of figures) {
    await page.until(figure, ([text, figure]) => {
      const mark = Array.from(document.querySelectorAll(`${text} [data-figure]`)).find((one) => one.textContent === figure);
      if (mark) mark.click();
      return Boolean(mark);
    }, [hook.REPORT_TEXT, figure]);
    await press(`选入 ${figure}`);
    await page.until("the figure picked", (stating) => {
      const pick = document.querySelector(`${stating} [data-testid="pick"]`);
      return pick.getAttribute("aria-pressed") === "true";
    }, STATING);
  }
  await press(equation);
};

test("a relation of one's own is judged, kept, taken up by a corrected file, and taken back", at(async (open, place) => {
  const page = await open();
  await drop(page, [plain("档案馆.txt", RELATED)]);
  await settled(page, 1);
  const before = await page.text(".tabs__tab:first-child");
  await state(page, ["80.00万元", "40.00万元", "120.00万元"], "合计 80.00万元 + 40.00万元 = 120.00万元");
  await says(page, ".details__formula", "80.00 + 40.00 = 120.00");
  await says(page, STATING, "自定关系");
  assert.equal(await page.text(".tabs__tab:first-child"), before, "what holds is no finding");
  await state(page, ["80.00万元", "40.00万元"], "相等 80.00万元 = 40.00万元");
  await says(page, ".region--details", "80.00 ≠ 40.00");
  await page.click(".tabs__tab:first-child");
  await says(page, ".region--lists", "与自定关系不符");
  const text = await saved(page);
  assert.deepEqual(JSON.parse(text).relations.map((relation) => [relation.file, relation.kind]), [["档案馆.txt", "sum"], ["档案馆.txt", "equal"]]);
  await page.assertQuiet(place.origin);
  await page.close();

  const again = await open();
  await drop(again, [plain("工作.json", text)]);
  await settled(again, 1);
  await again.click(hook.SCREEN(1));
  await says(again, ".region--lists", "与自定关系不符");
  // The figure was corrected: the equality holds now, and the sum no longer does.
  await drop(again, [plain("档案馆.txt", RELATED.replace("40.00", "80.00"))]);
  await settled(again, 2);
  await again.until("the corrected one", (file) => document.querySelectorAll(file)[1].getAttribute("aria-current") === "true", hook.FILE);
  await says(again, ".region--lists", "与自定关系不符");
  await says(again, STATING, "80.00 + 80.00");
  await again.evaluate((stating) => document.querySelector(`${stating} [data-testid="unstate"]`).click(), STATING);
  await again.until("it is gone", (lists) => !document.querySelector(lists).textContent.includes("与自定关系不符"), ".region--lists");
  await again.assertQuiet(place.origin);
  await again.close();
}));

test("a file that changed after its check keeps its report, and the project is saved with its name", at(async (open, place) => {
  const folder = mkdtempSync(join(tmpdir(), "gouji-"));
  const file = join(folder, "档案馆.txt");
  writeFileSync(file, RELATED);
  const page = await open();
  await page.page.setInputFiles(hook.OPEN, file);
  await settled(page, 1);
  const before = await page.count(hook.FINDING);
  writeFileSync(file, RELATED + "补记。\n");
  await state(page, ["80.00万元", "40.00万元"], "相等 80.00万元 = 40.00万元");
  await says(page, hook.NOTICE, "请重新放入文件");
  assert.equal(await page.count(hook.FINDING), before, "the report is still there");
  await page.evaluate(() => (DataTransferItem.prototype.webkitGetAsEntry = function () {
    return { name: this.getAsFile().name, isFile: true, file: (found, gone) => gone(new Error("gone")) };
  }));
  await drop(page, [plain("丢失.txt", "x")]);
  await settled(page, 2);
  await page.evaluate(() => (DataTransferItem.prototype.webkitGetAsEntry = () => null));
  await drop(page, [plain("其他.txt", SHORT)]);
  await settled(page, 3);
  const text = await saved(page);
  await says(page, NEWS, "只存了文件名：档案馆.txt、丢失.txt");
  assert.deepEqual(JSON.parse(text).files.map(({ name, text, content }) => [name, text, content]), [["档案馆.txt", null, null], ["丢失.txt", null, null], ["其他.txt", SHORT, null]]);
  rmSync(folder, { recursive: true });
  await page.assertQuiet(place.origin);
  await page.close();

  const again = await open();
  const [, , other] = JSON.parse(text).files;
  const damaged = { ...other, name: "损坏.docx", text: null, content: "A" };
  const files = [...JSON.parse(text).files, damaged];
  await drop(again, [plain("工作.json", JSON.stringify({ ...JSON.parse(text), files }))]);
  await says(again, '[data-testid="project-missing"]', "有3份文件");
  assert.deepEqual(await again.evaluate(() => Array.from(document.querySelectorAll('[data-testid="project-missing"] li'), (one) => one.textContent)), ["档案馆.txt", "丢失.txt", "损坏.docx"]);
  await settled(again, 1);
  await again.assertQuiet(place.origin);
  await again.close();
}));

test("what is being typed about a decision stays though the page is drawn anew", at(async (open, place) => {
  const page = await open();
  await drop(page, [plain("档案馆.txt", SHORT)]);
  await settled(page, 1);
  await page.click(hook.FINDING);
  await page.click(`${hook.DECISION} button`);
  await page.appears(".decision__reason");
  await page.page.type(".decision__reason", "口径不");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "x.txt"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.appears(".drop");
  await page.page.type(".decision__reason", "同");
  assert.equal(await page.evaluate(() => document.querySelector(".decision__reason").value), "口径不同");
  await page.assertQuiet(place.origin);
  await page.close();
}));

test("a newer, an unknown and a broken project say so, and nothing changes", at(async (open, place) => {
  const page = await open();
  await drop(page, [plain("档案馆.txt", SHORT)]);
  await settled(page, 1);
  const text = await saved(page);
  for (const [name, content, words] of [
    ["新.json", text.replace('"version":"1"', '"version":"7"'), "更新版本"],
    ["旧.json", text.replace('"version":"1"', '"version":"0"'), "版本不对"],
    ["断.json", text.slice(0, text.length / 2), "不完整"],
  ]) {
    await drop(page, [plain(name, content)]);
    await says(page, NEWS, name);
    await says(page, NEWS, words);
    await settled(page, 1);
  }
  await page.page.setInputFiles('[data-testid="project-open"]', { name: "别的.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await says(page, NEWS, "不是勾稽的项目文件");
  await page.assertQuiet(place.origin);
  await page.close();
}));

test("with names only the files are asked for, and taken when they come", at(async (open, place) => {
  const page = await open();
  await drop(page, [plain("档案馆.txt", SHORT)]);
  await settled(page, 1);
  await page.click(hook.SCREEN(5));
  await page.click('[data-testid="project-bare"]');
  const text = await saved(page);
  assert.ok(!text.includes("1200.00"));
  await page.close();
  const again = await open();
  await drop(again, [plain("工作.json", text)]);
  await says(again, '[data-testid="project-missing"]', "档案馆.txt");
  await drop(again, [plain("档案馆.txt", SHORT)]);
  await again.until("nothing is missing", () => !document.querySelector('[data-testid="project-missing"]'));
  await again.assertQuiet(place.origin);
  await again.close();
}));
