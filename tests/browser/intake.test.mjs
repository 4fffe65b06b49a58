// Files in every browser: dropped, chosen and pasted; one that is bad, one that is given up, one that breaks the engine.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places, visit } from "./places.mjs";
import { drop, plain, twin } from "./drop.mjs";
import { tamper } from "./tamper.mjs";
import { SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const TWINS = ["report.docx", "report.pdf", "report.html", "report-gb18030.txt"].map(twin);
const RICH_TEXT = plain("旧报告.rtf", "{\\rtf1\\ansi 2023}");

/** The files of the page, each as its name and what became of it. */
const standings = (page) =>
  page.evaluate((selector) => Array.from(document.querySelectorAll(selector), (file) => file.title + ": " + file.lastChild.textContent), hook.FILE);

const settled = (page, count) =>
  page.until(`${count} files with an answer`, ([selector, wanted]) => {
    const files = Array.from(document.querySelectorAll(selector), (file) => file.lastChild.textContent);
    return files.length === wanted && files.every((state) => /发现|未能读取|无可核对/.test(state));
  }, [hook.FILE, count]);

const choose = async (page, name) => {
  await page.click(`${hook.FILE}[title="${name}"]`);
  await page.appears(`${hook.FILE}[title="${name}"][aria-current="true"]`);
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    const at = (kind, body, script, expected) => async () => visit(browser, await places[kind](), body, { script, expected });

    test(
      "a workbook is read, with its tables",
      at("http", async (page) => {
        await drop(page, [twin("tables.xlsx"), RICH_TEXT]);
        await settled(page, 2);
        assert.deepEqual(await standings(page), ["tables.xlsx: 1 处发现", "旧报告.rtf: 未能读取"]);
        await choose(page, "tables.xlsx");
        await page.appears(hook.FINDING);
        assert.ok((await page.count(hook.TABLE)) > 0);
      }),
    );

    test(
      "a file that is dropped the moment the page is drawn is taken",
      at("http", async (page) => {
        await settled(page, 1);
        assert.deepEqual(await standings(page), ["早.txt: 无可核对"]);
      }, () => {
        // As on a slow machine: each look at the clock finds a frame gone, so that every turn the app offers is taken.
        const now = Date.now;
        let late = 0;
        Date.now = () => now.call(Date) + (late += 20);
        new MutationObserver((_, observer) => {
          if (!document.querySelector("#app *")) return;
          observer.disconnect();
          const data = new DataTransfer();
          data.items.add(new File(["在职人员10人。"], "早.txt"));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }).observe(document, { childList: true, subtree: true });
      }),
    );

    test(
      "a folder is walked to its end, beside a file",
      at("http", async (page) => {
        await drop(page, [plain("全县", ""), twin("report-gb18030.txt")]);
        await settled(page, 5);
        assert.deepEqual(await standings(page), [
          "全县/甲局/报告.txt: 无可核对",
          "全县/甲局/附表/旧报告.rtf: 未能读取",
          "全县/乙局.txt: 无可核对",
          "全县/丢失.txt: 未能读取",
          "report-gb18030.txt: 6 处发现",
        ]);
        await choose(page, "全县/丢失.txt");
        assert.equal(await page.evaluate((selector) => document.querySelector(selector).dataset.code, hook.FAILURE), "lost");
      }, () => {
        const file = (name, text) => ({ name, file: (found, gone) => (text ? found(new File([text], name)) : gone(new Error("gone"))) });
        const folder = (name, inside) => ({
          name,
          isDirectory: true,
          createReader() {
            const left = inside.slice();
            // Two at a time, as browsers give a hundred at a time.
            return { readEntries: (found) => found(left.splice(0, 2)) };
          },
        });
        const county = folder("全县", [
          folder("甲局", [file("报告.txt", "在职人员10人。"), file("~$报告.docx", "x"), folder("附表", [file("旧报告.rtf", "{\\rtf1}"), file(".DS_Store", "x")])]),
          file("乙局.txt", "在职人员12人。"),
          file("丢失.txt", null),
        ]);
        DataTransferItem.prototype.webkitGetAsEntry = function () {
          return this.getAsFile().name === county.name ? county : null;
        };
      }),
    );

    for (const kind of Object.keys(places)) {
      test(
        `files dropped together, one of them bad, from ${kind}`,
        at(kind, async (page) => {
          await drop(page, [...TWINS, RICH_TEXT]);
          await settled(page, 5);
          // In every format it is the same text.
          const known = TWINS.map((file, at) => `${file.name}: 6 处发现${at > 0 ? " · 重复" : ""}`);
          assert.deepEqual(await standings(page), [...known, "旧报告.rtf: 未能读取"]);
          for (const { name } of TWINS) {
            await choose(page, name);
            await page.appears(hook.FINDING);
            // The text comes in the painting after what stands beside it.
            await page.until(`the text of ${name}`, (text) => document.querySelector(text).textContent.includes("1,680.40"), hook.REPORT_TEXT);
            assert.equal(await page.count(hook.TABLE), 3, `the tables of ${name}`);
            const beyond = await page.evaluate(() => document.scrollingElement.scrollHeight - innerHeight);
            assert.equal(beyond, 0, "the regions scroll, the page does not");
            assert.ok((await page.count(`${hook.TABLE} td [data-figure]`)) > 20, `the figures in the tables of ${name}`);
          }
          await choose(page, "旧报告.rtf");
          await page.appears(`${hook.FAILURE}[data-code="richText"]`);
          assert.match(await page.text(hook.FAILURE), /另存为 \.docx/);
        }),
      );
    }

    test(
      "what was decided in reading stands before the report",
      at("http", async (page) => {
        await drop(page, [twin("report-gb18030.txt")]);
        await page.appears(hook.READING);
        const first = await page.evaluate(([reading, ...others]) => {
          const note = document.querySelector(`${reading} li`);
          const isVisible = note.getBoundingClientRect().height > 0 && note.textContent.toLowerCase().includes("gb18030");
          const follows = (other) => note.compareDocumentPosition(document.querySelector(other)) & Node.DOCUMENT_POSITION_FOLLOWING;
          return isVisible && others.every(follows);
        }, [hook.READING, hook.LEDGER, hook.REPORT_TEXT, hook.FINDING]);
        assert.ok(first);
      }),
    );

    test(
      "a file that comes twice is kept and said to be the same, in both languages",
      at("http", async (page) => {
        const file = twin("report-gb18030.txt");
        await drop(page, [file]);
        await settled(page, 1);
        assert.equal(await page.count(hook.COPY), 0);
        await drop(page, [{ ...file, name: "again.txt" }, plain("other.txt", SHORT)]);
        await settled(page, 3);
        assert.deepEqual(await standings(page), ["report-gb18030.txt: 6 处发现", "again.txt: 6 处发现 · 重复", "other.txt: 2 处发现"]);
        assert.match(await page.text(hook.COPY), /^与“report-gb18030\.txt”内容相同：两份都保留/);
        await page.click(hook.LANGUAGE);
        await page.until("the same in English", (copy) => /^Same text as “report-gb18030\.txt”: both are kept/.test(document.querySelector(copy).textContent), hook.COPY);
        await choose(page, "other.txt");
        assert.equal(await page.count(hook.COPY), 0, "the third is no copy");
      }),
    );

    test(
      "what the engine says of a file is said in English too",
      at("http", async (page) => {
        await page.click(hook.LANGUAGE);
        await drop(page, [twin("report-gb18030.txt")]);
        await page.appears(hook.READING);
        assert.match(await page.text(hook.READING), /Read in the encoding GB18030/i);
        for (let at = 0; at < (await page.count(hook.FINDING)); at += 1) {
          await page.evaluate(([finding, place]) => document.querySelectorAll(finding)[place].click(), [hook.FINDING, at]);
          await page.appears(".details__head");
          const said = await page.evaluate(() => Array.from(document.querySelectorAll(".details__diagnosis, .details__reason, .details__title"), (one) => one.textContent));
          assert.ok(said.length > 2);
          // What is quoted stays as it stands in the report.
          const plain = said.map((one) => one.replace(/“[^”]*”|\([^)]*\)/g, "")).join();
          assert.doesNotMatch(plain, /[\u4e00-\u9fff]/);
        }
      }),
    );

    test(
      "a file whose reading is given up leaves the others alone, and can be asked for again",
      at("http", async (page) => {
        await drop(page, [plain("slow.txt", SHORT), plain("next.txt", SHORT)]);
        await page.until("the first file with its worker", () => window.isHeld);
        const before = await page.evaluate(() => window.workers.length);
        // The other lane ends its file meanwhile, and what is above the button then takes less room: no pointer, whose driver aims first.
        await page.evaluate((stop) => document.querySelector(stop).click(), hook.STOP);
        await page.appears(`${hook.FAILURE}[data-code="stopped"]`);
        await page.appears(hook.RETRY);
        await page.until("another worker", (count) => window.workers.length > count, before);
        await settled(page, 2);
        assert.deepEqual(await standings(page), ["slow.txt: 未能读取", "next.txt: 2 处发现"]);
      }, tamper),
    );

    test(
      "a file that breaks the engine is named, and the rest go on in another",
      at("http", async (page) => {
        await drop(page, [plain("one.txt", SHORT), plain("trap.txt", SHORT), twin("report.docx")]);
        await settled(page, 3);
        assert.deepEqual(await standings(page), ["one.txt: 2 处发现", "trap.txt: 未能读取", "report.docx: 6 处发现"]);
        assert.ok((await page.evaluate(() => window.workers.length)) > 1);
        await choose(page, "trap.txt");
        await page.appears(`${hook.FAILURE}[data-code="trap"]`);
        assert.match(await page.text(hook.FAILURE), /trap\.txt.*程序出错/s);
        // Firefox tells of what a worker throws though the page takes it.
      }, tamper, /Hit the end of buffer/),
    );

    test(
      "a table that is pasted from a page is a table",
      at("http", async (page) => {
        await page.evaluate(() => {
          const data = new DataTransfer();
          data.setData("text/plain", "项目\t金额（万元）\n甲\t1.00\n乙\t2.00\n合计\t4.00");
          const row = (cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`;
          const rows = [["项目", "金额（万元）"], ["甲", "1.00"], ["乙", "2.00"], ["合计", "4.00"]];
          data.setData("text/html", `<table>${rows.map(row).join("")}</table>`);
          const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
          // Firefox takes none from the constructor.
          Object.defineProperty(event, "clipboardData", { value: data });
          document.body.dispatchEvent(event);
        });
        await page.appears(hook.TABLE);
        assert.equal(await page.count(`${hook.TABLE} tr`), 4);
        await page.appears(hook.FINDING);
      }),
    );
  });
}
