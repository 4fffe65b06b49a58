// Without a mouse, on small screens and at twice the size: everything can be reached and nothing hides the working.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places, visit } from "./places.mjs";
import { drop, plain } from "./drop.mjs";
import { long } from "./texts.mjs";
import * as hook from "./hooks.mjs";

let browser;
before(async () => {
  browser = await browsers["Chromium (current)"]();
});
after(() => browser?.close());

const on = async (view, body) => visit(browser, await places.http(), (page) => body(page, page.page.keyboard), { view });

const focused = (page) => page.evaluate(() => {
  const { id, className, tagName, dataset } = document.activeElement;
  return id || dataset.testid || className || tagName;
});

/** Presses Tab until what has the focus matches; fails after as many presses as any page should need, beside the marks of the text, which are as many as it has. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 40; ) {
    await page.page.keyboard.press("Tab");
    const [is, isMark] = await page.evaluate(([given, text]) => {
      const active = document.activeElement;
      return [active.matches(given), active.parentElement?.closest(text) != null];
    }, [selector, hook.REPORT_TEXT]);
    if (is) return;
    presses += isMark ? 0 : 1;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

const showsSample = async (page) => {
  await tabTo(page, hook.SAMPLE);
  await page.page.keyboard.press("Enter");
  await page.appears(hook.FINDING);
  // The button that had the focus is gone; where a browser goes on from is its own affair, so the walk begins at the top.
  await page.evaluate(() => document.querySelector("#skip, .skip").focus());
};

test("from the empty page to a place in the text by keys alone", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await keyboard.press("Tab");
    assert.equal(await focused(page), "skip");
    await showsSample(page);
    await tabTo(page, hook.FINDING);
    await keyboard.press("Enter");
    await page.appears(hook.WORKING);
    await tabTo(page, ".working__jump");
    await keyboard.press("Enter");
    await page.until("the figure in the text", () => document.activeElement.id.startsWith("figure-"));
    await keyboard.press("Enter");
    await page.until("back in the working", () => document.activeElement.id.startsWith("row-"));
    const first = await page.text(".details__title");
    await keyboard.press("j");
    await page.until("the next finding", (title) => document.querySelector(".details__title").textContent !== title, first);
    await keyboard.press("k");
    await page.until("the one before", (title) => document.querySelector(".details__title").textContent === title, first);
    await keyboard.press("/");
    assert.equal(await focused(page), "search");
    await keyboard.press("Escape");
    await keyboard.press("e");
    await page.until("the box", () => document.activeElement.id === "input");
  }));

test("the first link leads past the bars", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await showsSample(page);
    await keyboard.press("Enter");
    await page.until("the text", () => document.activeElement.id === "text");
    await keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("#text") !== null));
    await page.click(hook.SCREEN(2));
    await page.appears(".structure");
    await page.evaluate(() => document.querySelector(".skip").focus());
    await keyboard.press("Enter");
    await page.until("the desk", () => document.activeElement.id === "desk");
  }));

test("of the two lists one is in the way of the Tab key, and arrow keys turn to the other", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await showsSample(page);
    await tabTo(page, '[role="tab"]');
    assert.equal(await focused(page), "tab-findings");
    for (const [key, tab] of [["ArrowRight", "tab-relations"], ["ArrowLeft", "tab-findings"], ["ArrowLeft", "tab-relations"]]) {
      await keyboard.press(key);
      await page.until(tab, (id) => document.activeElement.id === id && document.activeElement.getAttribute("aria-selected") === "true", tab);
    }
    await keyboard.press("Tab");
    assert.equal(await focused(page), "search");
  }));

test("what is closed gives the focus back to what opened it", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await showsSample(page);
    await tabTo(page, hook.FINDING);
    const finding = await focused(page);
    await keyboard.press("Enter");
    await page.appears(hook.WORKING);
    await tabTo(page, ".details__back");
    await keyboard.press("Enter");
    await page.until("the overview", () => document.querySelector(".overview") !== null);
    assert.equal(await focused(page), finding);
    await page.click(hook.SCREEN(4));
    await page.appears('[data-testid="0-expenditure"]');
    await page.evaluate(() => document.querySelector('[data-testid="0-expenditure"]').focus());
    await keyboard.press("Enter");
    await page.appears('[data-testid="sources"]');
    await tabTo(page, ".sources .link");
    await keyboard.press("Enter");
    await page.until("the sources to go", () => document.querySelector('[data-testid="sources"]') === null);
    assert.equal(await focused(page), "0-expenditure");
  }));

test("on a narrow screen the bars are low, and Tab goes from top to bottom", () =>
  on({ viewport: { width: 390, height: 844 } }, async (page, keyboard) => {
    await page.click(hook.SAMPLE);
    await page.appears(hook.FINDING);
    await drop(page, [plain("报告.txt", "云溪县档案馆\n2023年度部门整体支出绩效自评报告\n\n总支出380.00万元，其中基本支出300.00万元，项目支出70.00万元。\n")]);
    await page.until("two files with an answer", (file) => document.querySelectorAll(file).length === 2 && [...document.querySelectorAll(file)].every((one) => /发现/.test(one.textContent)), hook.FILE);
    for (const language of ["中文", "English"]) {
      const top = await page.evaluate(() => document.querySelector(".regions").getBoundingClientRect().top);
      assert.ok(top <= 155, `${language}: ${top} px go to bars`);
      const close = await page.evaluate(() => {
        const names = [...document.querySelectorAll(".screens__screen")].map((name) => {
          const words = document.createRange();
          words.selectNodeContents(name);
          return words.getBoundingClientRect();
        });
        return names.slice(1).map((name, at) => name.left - names[at].right);
      });
      assert.ok(Math.min(...close) >= 6, `${language}: names of screens run together: ${close}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `${language}: the page is ${wider} px wider than the screen`);
      await page.click(hook.LANGUAGE);
    }
    await page.evaluate(() => document.querySelector(".skip").focus());
    let last = -1;
    const bars = [];
    for (let presses = 0; presses < 60 && bars[bars.length - 1] !== "panes"; presses += 1) {
      await keyboard.press("Tab");
      const [bar, y] = await page.evaluate(() => {
        const bar = document.activeElement.closest(".page > *");
        return [bar?.className.split(" ")[0] ?? "", bar?.getBoundingClientRect().top ?? 0];
      });
      assert.ok(y >= last, `${bar} stands above what came before it`);
      last = y;
      if (bars[bars.length - 1] !== bar) bars.push(bar);
    }
    assert.deepEqual(bars, ["screens", "toolbar", "files", "ledger", "regions", "panes"]);
  }));

test("the help keeps the focus and gives it back", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await showsSample(page);
    await tabTo(page, hook.THEME);
    await keyboard.press("?");
    await page.until("the help", () => document.activeElement.getAttribute("role") === "dialog");
    for (const key of ["Tab", "Tab", "Shift+Tab", "Tab"]) {
      await keyboard.press(key);
      assert.ok(await page.evaluate(() => document.activeElement.closest('[role="dialog"]') !== null), key);
    }
    await keyboard.press("j");
    assert.equal(await page.count(hook.WORKING), 0, "the page below does not listen");
    await keyboard.press("Escape");
    await page.until("the help to go", () => document.querySelector('[role="dialog"]') === null);
    assert.equal(await focused(page), "theme");
  }));

test("digits that are no figures are walked through, and say what they are", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await showsSample(page);
    await page.evaluate(() => [...document.querySelectorAll(".ledger__line")].pop().focus());
    const seen = new Set();
    for (let turn = 0; turn < 3; turn += 1) {
      await keyboard.press("Enter");
      await page.until("digits in view", (known) => {
        const chosen = document.querySelector(".excluded.is-chosen");
        if (chosen === null || known.includes(chosen.id)) return false;
        const { top, bottom } = chosen.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }, [...seen]);
      seen.add(await page.evaluate(() => document.querySelector(".excluded.is-chosen").id));
      // The panel beside the text is drawn in a painting of its own.
      await page.until("what they are", () => {
        const details = document.querySelector(".details");
        return details !== null && details.textContent.includes("不是数据");
      });
    }
    assert.equal(seen.size, 3);
  }));

test("in a report of 60 000 characters the figure chosen is brought into view", () =>
  on({ viewport: { width: 1440, height: 900 } }, async (page, keyboard) => {
    await page.paste(hook.INPUT, long(60_000));
    await page.appears(hook.FINDING);
    await page.evaluate(() => document.activeElement.blur());
    for (const key of ["k", "j", "k", "k", "[", "[", "j"]) {
      await keyboard.press(key);
      await page.until(`a figure in view after ${key}`, () => {
        const text = document.querySelector('[data-testid="report-text"]').getBoundingClientRect();
        return [...document.querySelectorAll(".is-operand, .is-result, .is-alone, .is-chosen")].some((figure) => {
          const { top, bottom } = figure.getBoundingClientRect();
          return top >= text.top && bottom <= text.bottom;
        });
      });
    }
  }));

// 720 × 450 is what a screen of 1440 × 900 leaves at 200 %.
for (const [width, height] of [[800, 600], [390, 844], [720, 450], [320, 568]]) {
  test(`the working can be reached on ${width} × ${height}`, () =>
    on({ viewport: { width, height } }, async (page) => {
      await showsSample(page);
      await page.click(hook.FINDING);
      await page.appears(hook.WORKING);
      // What is in view is what can be seen and clicked, not what the page says it has.
      const seen = (selector) => page.until(`${selector} in view`, (given) => {
        const element = document.querySelector(given);
        element.scrollIntoView({ block: "center" });
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const at = document.elementFromPoint((left + Math.min(right, window.innerWidth)) / 2, (top + bottom) / 2);
        return at !== null && (element.contains(at) || at.contains(element));
      }, selector);
      await seen(".details__title");
      await seen(".working__gap th");
      await seen(".copy-button");
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `the page is ${wider} px wider than the screen`);
      const room = await page.evaluate(() => document.querySelector(".region--details").clientHeight);
      assert.ok(room >= 200, `the working has ${room} px`);
    }));
}

test("on paper there is the review alone, dark on white", () =>
  on({ colorScheme: "dark", viewport: { width: 1440, height: 900 } }, async (page) => {
    await showsSample(page);
    await page.page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => {
      const shown = [...document.querySelector(".page").children].filter((child) => child.offsetHeight > 0).map((child) => child.className);
      const colour = getComputedStyle(document.querySelector(".paper__message")).color.match(/\d+/g).map(Number);
      const frames = [...document.querySelectorAll(".paper .working__frame")].filter((frame) => frame.scrollWidth > frame.clientWidth);
      return { shown, brightest: Math.max(...colour), cut: frames.length };
    });
    assert.deepEqual(paper.shown, ["paper"]);
    assert.ok(paper.brightest < 100, "words are dark");
    assert.equal(paper.cut, 0, "no table is cut off");
  }));
