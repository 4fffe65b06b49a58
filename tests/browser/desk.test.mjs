// The desk: fetched when it is opened, it reckons with what is typed, and leads back into the text.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import { drop, plain } from "./drop.mjs";
import { BUREAU } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const STAFF = hook.indicator("K1在职人员控制率");
const CHANGE = hook.indicator("K2“三公”经费变动率");
const DONE = hook.indicator("K4预算完成率");
const THREE = hook.indicator("K10“三公”经费控制率");
const given = {
  [THREE]: "55.29%",
  [hook.indicator("K10“三公”经费控制率公务用车购置及运行维护费")]: "62.21%",
  [hook.indicator("K10“三公”经费控制率公务接待费")]: "25.39%",
  [hook.indicator("K15预算执行率项目支出与年初预算比")]: "585.86%",
  [hook.indicator("K5预算调整率项目支出追加")]: "485.86%",
};

const value = (row) => `${row} [data-testid="value"]`;
const lacking = (row) => `${row} [data-testid="lacking"]`;
const field = (row, key) => `${row} [data-testid="${key}"]`;

/** Waits until the keyboard stands on a figure of the report's text. */
const showsFigure = (page, words) =>
  page.until(`${words} in the report`, (given) => {
    const chosen = document.activeElement;
    return chosen !== null && chosen.id.startsWith("figure-") && chosen.textContent.includes(given);
  }, words);

const becomes = (page, selector, words) =>
  page.until(`${selector} says ${words}`, ([selector, words]) => {
    const element = document.querySelector(selector);
    return element !== null && element.textContent.includes(words);
  }, [selector, words]);

/** Sets a field as a person does: its whole text at once, then the event. */
const type = (page, selector, text) =>
  page.evaluate(([selector, text]) => {
    const input = document.querySelector(selector);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }, [selector, text]);

/** What a button copies. */
async function copied(page, button) {
  await page.evaluate(() => {
    window.copied = undefined;
    document.addEventListener("copy", (event) => (window.copied = event.target.value), { once: true });
  });
  await page.click(button);
  await page.until("something is copied", () => window.copied !== undefined);
  return page.evaluate(() => window.copied);
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    for (const [kind, prepare] of Object.entries(places)) {
      test(`indicators from ${kind}`, async () => {
        const place = await prepare();
        const page = await browser.open();
        try {
          await page.goto(place.address);
          await page.appears(hook.INPUT);
          await page.paste(hook.INPUT, BUREAU);
          await page.appears(hook.SCREEN(3));
          await page.click(hook.SCREEN(3));
          await page.appears(THREE);
          for (const [row, words] of Object.entries(given)) await becomes(page, value(row), words);

          // What is lacking is named; typed, the values appear.
          await becomes(page, lacking(STAFF), "编制数");
          await becomes(page, lacking(CHANGE), "上年“三公”经费预算数");
          await becomes(page, lacking(DONE), "年初预算数");
          await type(page, field(STAFF, "posts"), "310");
          await type(page, field(CHANGE, "threePublicBudgetLastYear"), "100");
          await type(page, field(DONE, "openingBudget"), "1亿元");
          await becomes(page, value(STAFF), "94.52%");
          await becomes(page, value(CHANGE), "-4.28%");
          await becomes(page, value(DONE), "98.07%");

          // A result is taken away as a sentence, all of them as a table; what was typed is told.
          assert.match(await copied(page, `${STAFF} .copy-button`), /94\.52%.*310/);
          const table = (await copied(page, ".calculator__tools .copy-button")).split("\n").map((line) => line.split("\t"));
          assert.equal(new Set(table.map((row) => row.length)).size, 1, "every row has the same columns");
          assert.ok(table.length > 10 && table.some((row) => row.includes("94.52")), "the table holds the values");

          // What depends on a corrected figure follows at once, and goes back alone or with all others.
          await type(page, field(THREE, "threePublicBudget"), "90.5");
          await becomes(page, value(THREE), "58.48%");
          await becomes(page, value(CHANGE), "-9.50%");
          await becomes(page, THREE, "报告为95.72万元");
          await page.click(`${THREE} [data-testid="revert"]`);
          await becomes(page, value(THREE), "55.29%");
          await page.click('[data-testid="revert-all"]');
          await becomes(page, lacking(STAFF), "编制数");

          // From an input to its place in the report.
          await page.click(`${THREE} [data-testid="place"]`);
          await showsFigure(page, "52.92");
          await page.assertQuiet(place.origin);
        } finally {
          await page.close();
          place.close();
        }
      });
    }
  });
}

const office = (name, year, budget, basic, project) =>
  plain(
    `${name}.txt`,
    `${name}\n${year}年度部门整体支出绩效自评报告\n\n一、基本情况\n${year}年，总支出年初预算${budget}.00万元。` +
      `全年总支出${basic + project}.00万元，其中基本支出${basic}.00万元，项目支出${project}.00万元。\n`,
  );

test("many reports are one table, its totals exact, and every cell leads to its place", async () => {
  const browser = await browsers["Chromium (current)"]();
  const place = await places.http();
  const page = await browser.open({ acceptDownloads: true });
  try {
    await page.goto(place.address);
    await page.appears(hook.INPUT);
    await drop(page, [
      office("云溪县档案馆", 2023, 400, 300, 80),
      office("云溪县水利局", 2023, 1000, 500, 700),
      office("云溪县体育中心", 2022, 250, 200, 50),
    ]);
    await page.appears(hook.SCREEN(4));
    await page.click(hook.SCREEN(4));
    await becomes(page, '[data-testid="total-expenditure"]', "1,830");
    await becomes(page, '[data-testid="total-executionRate"]', "110.91");
    await becomes(page, '[data-testid="total-executionRate"]', "合计之比");
    assert.equal(await page.count('[data-testid="summary-table"] tbody tr'), 3);

    await page.click('[data-testid="1-expenditure"]');
    await becomes(page, '[data-testid="sources"]', "1200.00万元");
    await page.click('[data-testid="summary-export"]');
    const download = page.page.waitForEvent("download");
    await page.click(".tools__format");
    assert.equal((await download).suggestedFilename(), "汇总.xlsx");
    const isOpen = () => page.evaluate(() => [...document.querySelectorAll(".tools details")].map((menu) => menu.open));
    assert.deepEqual(await isOpen(), [false, true]);
    await page.click(".tools summary");
    assert.deepEqual(await isOpen(), [true, false], "one menu closes the other");
    await page.click(".tools__column");
    assert.deepEqual(await isOpen(), [true, false], "a choice in it leaves it open");
    await page.click(".tools__column");
    await page.page.keyboard.press("Escape");
    assert.deepEqual(await isOpen(), [false, false]);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    await page.click('[data-testid="summary-export"]');
    await page.click(".summary__title");
    assert.deepEqual(await isOpen(), [false, false], "a click elsewhere closes it");

    await page.click('[data-testid="spot"]');
    await showsFigure(page, "1200.00");
    await page.assertQuiet(place.origin);
  } finally {
    await page.close();
    place.close();
    await browser.close();
  }
});

test("a user's rule pack is put in force, one with a fault says what is wrong", async () => {
  const browser = await browsers["Chromium (current)"]();
  const place = await places.http();
  const page = await browser.open();
  const pack = {
    code: "own", name: "本县评价表", region: "云岭县", year: 2024, document: "无", basis: "《办法》", status: "reference",
    indicators: [{ code: "X1", name: "人均支出", formula: "预算完成数 ÷ 在职人员数", unit: "倍", direction: "lower", basis: "《办法》", status: "reference", since: 2020 }],
  };
  const open = (text) =>
    page.page.setInputFiles('[data-testid="open-pack"]', { name: "本县.json", mimeType: "application/json", buffer: Buffer.from(text) });
  try {
    await page.goto(place.address);
    await page.appears(hook.INPUT);
    await page.paste(hook.INPUT, BUREAU);
    await page.appears(hook.SCREEN(3));
    await page.click(hook.SCREEN(3));
    await page.appears(THREE);
    await open(JSON.stringify(pack).replace("÷ 在职人员数", "÷ 在职人头数"));
    await becomes(page, '[data-testid="pack-refused"]', "在职人头数");
    await page.appears(THREE);
    await open(JSON.stringify(pack));
    await page.appears(hook.indicator("X1人均支出"));
    assert.equal(await page.count('[data-testid="pack-refused"]'), 0);
    await page.assertQuiet(place.origin);
  } finally {
    await page.close();
    place.close();
    await browser.close();
  }
});
