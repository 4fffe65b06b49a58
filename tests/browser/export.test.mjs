// The menu of exports: what a person saves is what the JavaScript interface writes, byte for byte, in every browser and from both places.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { browsers } from "./browsers.mjs";
import { built, places, visit } from "./places.mjs";
import { drop, plain, twin } from "./drop.mjs";
import { SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const gouji = createRequire(import.meta.url)(join(built, "engine.js"));
const NAMES = {
  workbook: "工作底稿.xlsx",
  findings: "核查发现.csv",
  relations: "勾稽关系.csv",
  figures: "数据.csv",
  markdown: "核查意见.md",
  json: "完整结果（程序用）.json",
};
// An invented telephone in a sentence that is quoted, because its sum fails, and once more in a sentence of its own.
const PHONE = "13907310000";
const PERSONAL =
  `云岭县档案馆2023年度部门整体支出绩效自评报告\n` +
  `2023年度总支出1200.00万元（咨询${PHONE}），其中：基本支出700.00万元，项目支出490.00万元。\n联系人：李明，${PHONE}。\n`;
const choice = (format) => `[data-testid="${format}"]`;

// Keeps what would be saved; nothing of the browser's own asks for it.
const keep = () => {
  window.saved = [];
  const { createObjectURL } = URL;
  let last = null;
  URL.createObjectURL = (blob) => {
    last = blob;
    return createObjectURL.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    const entry = { name: this.download, type: last.type, base64: null };
    window.saved.push(entry);
    const reader = new FileReader();
    reader.onload = () => {
      entry.base64 = reader.result.slice(reader.result.indexOf(",") + 1);
    };
    reader.readAsDataURL(last);
  };
};

const saved = (page, count) =>
  page.until(`${count} saved files`, (wanted) => {
    const entry = window.saved[wanted - 1];
    return entry && entry.base64 !== null && entry;
  }, count);

async function choose(page, format) {
  await page.click(hook.EXPORT);
  await page.appears(choice(format));
  await page.click(choice(format));
  assert.equal(await page.count(".toolbar__menu"), 0, "the menu closes with the choice");
}

before(() => gouji.from((file) => readFileSync(join(built, file))));

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    const at = async (kind, body, { script = keep, expected, options } = {}) =>
      visit(browser, await places[kind](options), body, { script, expected });

    for (const kind of Object.keys(places)) {
      test(`a text as every format, from ${kind}`, () =>
        at(kind, async (page) => {
          assert.equal(await page.count(hook.EXPORT), 0, "nothing to export before there is a report");
          await page.paste(hook.INPUT, SHORT);
          await page.appears(hook.FINDING);
          const report = await gouji.check(SHORT);
          let count = 0;
          for (const [format, ending] of Object.entries(NAMES)) {
            await choose(page, format);
            count += 1;
            const file = await saved(page, count);
            assert.equal(file.name, `${report.document.title}-${ending}`);
            const expected = Buffer.from(await gouji.exportReport(report, format)).toString("base64");
            assert.equal(file.base64, expected, format);
          }
        }));

      test(`what was decided stands in every file and on paper, from ${kind}`, () =>
        at(kind, async (page) => {
          await drop(page, [plain("档案馆.txt", SHORT)]);
          await page.appears(hook.FINDING);
          await page.click(hook.FINDING);
          await page.click(`${hook.DECISION} button`);
          await page.appears(".decision__reason");
          await page.evaluate(() => {
            const field = document.querySelector(".decision__reason");
            field.value = "口径不同";
            field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          });
          await page.until("the paper says so", () => /已忽略[^]*口径不同/.test(document.querySelector(".paper").textContent));
          const report = await gouji.checkFile(Buffer.from(SHORT), "档案馆.txt");
          const decisions = [{ finding: report.findings[0].id, kind: "dismissed", reason: "口径不同" }];
          let count = 0;
          for (const format of ["workbook", "findings", "markdown"]) {
            await choose(page, format);
            count += 1;
            const file = Buffer.from((await saved(page, count)).base64, "base64");
            const expected = Buffer.from(await gouji.exportReport(report, format, { decisions }));
            assert.ok(file.equals(expected), format);
            assert.ok(!file.equals(Buffer.from(await gouji.exportReport(report, format))), format);
            if (format !== "workbook") assert.ok(file.toString().includes("已忽略：口径不同"), format);
          }
          // A file that is edited keeps its name and what was decided about it.
          await page.evaluate((box) => {
            const input = document.querySelector(box);
            input.value += "另有说明。";
            input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          }, hook.INPUT);
          await page.until("it is checked anew", () => /^[^]*另有说明/.test(document.querySelector('[data-testid="report-text"]').textContent));
          assert.match(await page.text(hook.FILE), /档案馆\.txt/);
          assert.match(await page.text(hook.FINDING), /已忽略/);
          // What was emptied by mistake comes back with all of it.
          await page.click('[data-testid="clear"]');
          await page.appears('[data-testid="restore"]');
          assert.equal(await page.count(hook.FINDING), 0);
          await page.click('[data-testid="restore"]');
          await page.appears(hook.FINDING);
          assert.match(await page.text(hook.FILE), /档案馆\.txt/);
          assert.match(await page.text(hook.FINDING), /已忽略/);
        }));

      test(`the review is printed, from ${kind}`, () =>
        at(kind, async (page) => {
          await page.paste(hook.INPUT, SHORT);
          await page.appears(hook.FINDING);
          await page.evaluate(() => {
            window.prints = 0;
            window.print = () => (window.prints += 1);
          });
          await choose(page, "print");
          assert.equal(await page.evaluate(() => window.prints), 1);
        }));

      test(`personal details are left out unless the person says otherwise, from ${kind}`, () =>
        at(kind, async (page) => {
          await page.paste(hook.INPUT, PERSONAL);
          await page.appears(hook.FINDING);
          const report = await gouji.check(PERSONAL);
          const masked = Buffer.from(await gouji.exportReport(report, "json", { masked: true })).toString("base64");
          const whole = Buffer.from(await gouji.exportReport(report, "json")).toString("base64");
          assert.notEqual(masked, whole);
          await choose(page, "json");
          const first = await saved(page, 1);
          assert.deepEqual([first.name, first.base64], [`${report.document.title}-完整结果（程序用）（脱敏）.json`, masked]);
          await page.click(hook.EXPORT);
          await page.appears(choice("masked"));
          await page.click(choice("masked"));
          await page.click(choice("json"));
          const second = await saved(page, 2);
          assert.deepEqual([second.name, second.base64], [`${report.document.title}-完整结果（程序用）.json`, whole]);
          assert.ok((await page.text(hook.REPORT_TEXT)).includes(PHONE), "the document in view is as it was");
        }));

      test(`personal details are left out of the printed review, from ${kind}`, () =>
        at(kind, async (page) => {
          await page.paste(hook.INPUT, PERSONAL);
          await page.appears(hook.FINDING);
          await page.evaluate(() => {
            window.printed = [];
            const paper = () => document.querySelector(".paper");
            window.print = () => {
              window.printed.push(paper().textContent);
              window.dispatchEvent(new Event("afterprint"));
              window.printed.push(paper().textContent);
            };
          });
          await choose(page, "print");
          await page.click(hook.EXPORT);
          await page.appears(choice("masked"));
          await page.click(choice("masked"));
          await page.click(choice("print"));
          const [masked, ...whole] = await page.evaluate(() => window.printed);
          assert.ok(masked.includes("咨询***********") && !masked.includes(PHONE), masked);
          assert.equal(whole.length, 3);
          assert.ok(whole.every((words) => words.includes(`咨询${PHONE}`)), "the page is as it was afterwards");
        }));

      test(`a file as a workbook, from ${kind}`, () =>
        at(kind, async (page) => {
          const file = twin("report.docx");
          await drop(page, [file]);
          await page.appears(hook.FINDING);
          await choose(page, "workbook");
          const given = await saved(page, 1);
          assert.equal(given.name, "report-工作底稿.xlsx");
          const report = await gouji.checkFile(Buffer.from(file.base64, "base64"), file.name);
          assert.equal(given.base64, Buffer.from(await gouji.exportWorkbook(report)).toString("base64"));
        }));
    }

    test("masking is offered where the details are told of", () =>
      at("http", async (page) => {
        await page.paste(hook.INPUT, PERSONAL);
        await page.appears(hook.FINDING);
        await page.evaluate((rows) => [...document.querySelectorAll(rows)].find((row) => row.textContent.includes("W43")).click(), hook.FINDING);
        await page.appears(hook.MASK);
        await page.click(hook.MASK);
        await page.appears(choice("masked"));
        assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "masked");
        assert.match(await page.text(".toolbar__menu"), /隐去个人和账户信息（2处）/);
        await page.click(choice("findings"));
        assert.ok((await saved(page, 1)).name.endsWith("核查发现（脱敏）.csv"));
      }));

    test("where no worker starts it is written on the page", () =>
      at("http", async (page) => {
        await page.paste(hook.INPUT, SHORT);
        await page.appears(hook.FINDING);
        await choose(page, "markdown");
        const expected = await gouji.exportMarkdown(await gouji.check(SHORT));
        assert.equal(Buffer.from((await saved(page, 1)).base64, "base64").toString(), expected);
      }, { script: `(${keep})(); window.Worker = function () { throw new Error("no worker here"); };` }));

    test("the menu opens and closes by keys, and what fails is said", () =>
      at("http", async (page) => {
        await page.paste(hook.INPUT, SHORT);
        await page.appears(hook.FINDING);
        await page.evaluate((button) => document.querySelector(button).focus(), hook.EXPORT);
        const focus = () => page.evaluate(() => document.activeElement.dataset.testid);
        await page.page.keyboard.press("Enter");
        await page.appears(".toolbar__menu");
        assert.equal(await focus(), "workbook");
        await page.page.keyboard.press("Tab");
        assert.equal(await focus(), "findings");
        await page.page.keyboard.press("Escape");
        assert.deepEqual([await page.count(".toolbar__menu"), await focus()], [0, "export"]);
        await page.click(hook.EXPORT);
        await page.appears(".toolbar__menu");
        await page.click(hook.EXPORT);
        await page.until("the closed menu", () => document.querySelector(".toolbar__menu") === null);
        await page.click(hook.LANGUAGE);
        await page.click(hook.EXPORT);
        await page.appears(".toolbar__menu");
        assert.match(await page.text(".toolbar__menu"), /Workpaper \.xlsx/);
        await page.click(choice("json"));
        assert.ok((await saved(page, 1)).name.endsWith("完整结果（程序用）.json"));
        await page.evaluate(() => (URL.createObjectURL = () => { throw new Error("no room"); }));
        await choose(page, "json");
        await page.appears(".toolbar__menu [role=alert]");
        assert.match(await page.text(".toolbar__menu"), /could not be written/);
      }));
  });
}
