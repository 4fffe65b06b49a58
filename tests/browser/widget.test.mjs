// <gouji-check> in pages of others: it works, or says in words what the page must allow; nothing gets in, nothing out.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { onPortal, portalPage, widget, WIDGET_SCRIPT } from "./portal.mjs";
import { BUREAU, SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const REPORT =
  '<div id="report" title="档案馆报告"><p>云岭县档案馆2023年度总支出1200.00万元，其中：基本支出700.00万元，项目支出490.00万元。</p>' +
  "<table><tr><td>项目</td><td>金额（万元）</td></tr><tr><td>甲</td><td>1.00</td></tr><tr><td>乙</td><td>2.00</td></tr><tr><td>合计</td><td>4.00</td></tr></table></div>";
const HOSTILE = `<style>
  * { all: unset !important; letter-spacing: 9px !important; }
  html { font-size: 62px !important; }
  gouji-check { display: none !important; opacity: 0 !important; direction: rtl !important; --color-text: red !important; }
  .toolbar, .button, textarea, h1 { display: none !important; font-size: 80px !important; }
</style>`;

// Keeps what the page is told, and how many workers and addresses are alive.
const record = () => {
  window.told = [];
  window.kept = null;
  window.alive = null;
  window.names = null;
  window.names = Object.getOwnPropertyNames(window);
  for (const name of ["ready", "checked", "exported", "failed"]) {
    document.addEventListener(name, (event) => window.told.push({ name, from: event.target.id, detail: event.detail }));
  }
  window.alive = { workers: 0, addresses: 0 };
  const Real = window.Worker;
  window.Worker = function (address) {
    const worker = new Real(address);
    window.alive.workers += 1;
    const end = worker.terminate.bind(worker);
    worker.terminate = () => {
      window.alive.workers -= 1;
      end();
    };
    return worker;
  };
  const { createObjectURL, revokeObjectURL } = URL;
  const addresses = new Set();
  URL.createObjectURL = (blob) => {
    const address = createObjectURL.call(URL, blob);
    addresses.add(address);
    window.alive.addresses = addresses.size;
    return address;
  };
  URL.revokeObjectURL = (address) => {
    addresses.delete(address);
    window.alive.addresses = addresses.size;
    revokeObjectURL.call(URL, address);
  };
};

const told = (page, name, from = "") =>
  page.until(`the event ${name}`, ([wanted, id]) => window.told.filter((one) => one.name === wanted && (!id || one.from === id)).pop(), [name, from]);

const graver = ({ findings }) => findings.filter(({ severity }) => severity !== "note");

// Ways in which libraries of other days change what belongs to the language.
const patch = () => {
  Array.prototype.each = function () {};
  Array.prototype.toJSON = () => "broken";
  Object.prototype.extend = function () {};
  Array.from = (given) => [].slice.call(given);
  Function.prototype.bind = function (self) {
    const act = this;
    return (...given) => act.apply(self, given);
  };
  window.$ = window.gouji = window.module = { theirs: true };
  Element.prototype.remove = function () {
    this.parentNode.removeChild(this);
  };
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    const on = (body, check, { page: look, script = record, files = {} } = {}) =>
      onPortal(browser, { "/portal.html": portalPage(body + WIDGET_SCRIPT, look), ...files }, check, { script });

    test("a report of the page is checked with its table, and counts alone are told", () =>
      on(`${REPORT}<gouji-check source="#report"></gouji-check>`, async (page, origin) => {
        const shown = widget(page);
        await shown.appears(hook.FINDING);
        await shown.appears(hook.TABLE);
        const { detail } = await told(page, "checked");
        assert.equal(detail.errors + detail.suspects, 2, JSON.stringify(detail));
        assert.equal(detail.figures, detail.verified + detail.conflicting + detail.single + detail.unchecked);
        assert.equal(detail.findings, undefined);
        await told(page, "ready");
        await page.assertQuiet(origin);
      }));

    test("details are told where the page asks for them; a text set before and after goes in", () =>
      on('<gouji-check id="one" details language="en"></gouji-check>', async (page) => {
        await page.evaluate((text) => (document.getElementById("one").text = text), SHORT);
        const { detail } = await told(page, "checked");
        assert.equal(graver(detail).length, 1);
        assert.match(graver(detail)[0].message, /1,?200\.00|1200/);
        assert.equal(await page.evaluate(() => document.getElementById("one").text.includes("1200.00")), true);
        await page.evaluate((text) => (document.getElementById("one").text = text.replace("490.00", "500.00")), SHORT);
        await page.until("the second answer", () => window.told.some(({ name, detail }) => name === "checked" && detail.errors + detail.suspects === 0));
      }));

    test("a file of the same server is checked; one of another is refused in words", () =>
      on('<gouji-check source="report.txt"></gouji-check><gouji-check source="https://example.invalid/report.txt"></gouji-check>', async (page) => {
        await widget(page).appears(hook.FINDING);
        assert.match(await widget(page, 1).notice(), /同一网站/);
      }, { files: { "/report.txt": { body: SHORT, headers: { "content-type": "text/plain; charset=utf-8" } } } }));

    test("a source that comes late does not take the place of a newer one", () =>
      on('<gouji-check id="one" details></gouji-check>', async (page) => {
        await told(page, "ready");
        await page.evaluate(() => {
          const fetched = window.fetch;
          window.fetch = (address) => new Promise((done) => setTimeout(done, address.endsWith("slow.txt") ? 1500 : 0)).then(() => fetched(address));
          const one = document.getElementById("one");
          one.setAttribute("source", "slow.txt");
          one.setAttribute("source", "fast.txt");
        });
        const { detail } = await told(page, "checked");
        assert.equal(graver(detail).length, 0);
        await new Promise((done) => setTimeout(done, 3000));
        assert.equal(await page.evaluate(() => window.told.filter(({ name }) => name === "checked").length), 1);
      }, {
        files: Object.fromEntries(
          [["/slow.txt", SHORT], ["/fast.txt", SHORT.replace("490.00", "500.00")]].map(([name, body]) => [name, { body, headers: { "content-type": "text/plain; charset=utf-8" } }]),
        ),
      }));

    test("styles of the page reach nothing in it, right to left and English as the page may be", async () => {
      const looks = (page) =>
        widget(page).ask("its looks", (root) => {
          if (!root.querySelector("textarea")) return null;
          return [".toolbar", ".button", "textarea", "h1", ".toolbar__seal"].map((selector) => {
            const { display, fontSize, direction, color, letterSpacing, opacity } = getComputedStyle(root.querySelector(selector));
            return [selector, display, fontSize, direction, color, letterSpacing, opacity].join(" ");
          });
        });
      let plain;
      let hostile;
      await on("<gouji-check language=zh></gouji-check>", async (page) => (plain = await looks(page)));
      await on('<gouji-check language="zh"></gouji-check>', async (page) => {
        hostile = await looks(page);
        const box = await page.evaluate(() => {
          const { width, height } = document.querySelector("gouji-check").getBoundingClientRect();
          return [width, height];
        });
        assert.ok(box[0] > 300 && box[1] > 300, `it has ${box}`);
      }, { page: { head: HOSTILE, root: 'lang="ar" dir="rtl"' } });
      assert.deepEqual(hostile, plain);
      await on("<gouji-check></gouji-check>", async (page) => {
        await widget(page).appears(hook.INPUT);
        assert.match(await widget(page).ask("its words", (root) => root.querySelector("h1").textContent), /[A-Za-z]{4}/);
      }, { page: { root: 'lang="en-GB"' } });
    });

    test("the desk in it is laid out by the widget's width, whatever the window's", () =>
      on('<div id="column" style="width: 390px"><gouji-check id="one" language="zh"></gouji-check></div>', async (page) => {
        await page.evaluate((text) => (document.getElementById("one").text = text), BUREAU);
        const shown = widget(page);
        await shown.appears(hook.SCREEN(3));
        await shown.ask("its screens", (root, screen) => (root.querySelector(screen).click(), true), hook.SCREEN(3));
        for (const [width, columns] of [[390, 1], [1000, 2], [1300, 3], [700, 1]]) {
          await page.evaluate((pixels) => (document.getElementById("column").style.width = `${pixels}px`), width);
          await shown.ask(`an indicator in ${columns} columns at ${width} pixels`, (root, wanted) => {
            const indicator = root.querySelector(".indicator");
            return indicator && getComputedStyle(indicator).gridTemplateColumns.split(" ").length === wanted;
          }, columns);
        }
      }));

    test("the desk opens in it, measured by its own type, with the rule pack that the page wants", () =>
      on('<gouji-check id="one" language="zh" pack="hunan"></gouji-check>', async (page, origin) => {
        await page.evaluate((text) => (document.getElementById("one").text = text), BUREAU);
        const shown = widget(page);
        await shown.appears(hook.SCREEN(3));
        await shown.ask("its screens", (root, screen) => (root.querySelector(screen).click(), true), hook.SCREEN(3));
        assert.match(await shown.ask("the pack in force", (root) => {
          const choice = root.querySelector('[data-testid="pack"]');
          return choice && choice.selectedOptions[0].textContent;
        }), /湖南/);
        const size = await shown.ask("the size of its words", (root) => getComputedStyle(root.querySelector(".calculator__title")).fontSize);
        assert.ok(parseFloat(size) < 30, `the page's own type is 62 px, the desk's title ${size}`);
        assert.equal(await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !window.names.includes(name)).join()), "");
        await page.assertQuiet(origin);
      }, { page: { head: HOSTILE } }));

    test("what is taken away is told by its format alone", () =>
      on('<gouji-check id="one"></gouji-check>', async (page, origin) => {
        await page.evaluate((text) => {
          HTMLAnchorElement.prototype.click = function () {
            window.kept = this.download;
          };
          document.getElementById("one").text = text;
        }, SHORT);
        const shown = widget(page);
        await shown.appears(hook.FINDING);
        for (const selector of [hook.EXPORT, '[data-testid="json"]']) {
          await shown.appears(selector);
          await shown.ask(selector, (root, wanted) => (root.querySelector(wanted).click(), true), selector);
        }
        const { detail } = await told(page, "exported", "one");
        assert.deepEqual(detail, { format: "json" });
        assert.match(await page.evaluate(() => window.kept), /\.json$/);
        await page.assertQuiet(origin);
      }));

    test("nothing of it is left in the page: no name, no style, no attribute, no key", () =>
      on('<p id="before">甲</p><gouji-check id="one"></gouji-check><gouji-check id="two"></gouji-check>', async (page, origin) => {
        await page.evaluate((text) => {
          one.text = text;
          two.text = text.replace("490.00", "500.00");
        }, SHORT);
        const first = widget(page);
        await first.appears(hook.FINDING);
        const { detail } = await told(page, "checked", "two");
        assert.equal(detail.errors + detail.suspects, 0, "each has its own text");
        const left = await page.evaluate(() => ({
          names: Object.getOwnPropertyNames(window).filter((name) => !window.names.includes(name)),
          attributes: document.documentElement.getAttributeNames(),
          sheets: document.styleSheets.length,
          head: document.head.children.length,
          body: Array.from(document.body.children, (child) => child.localName),
          hash: location.hash,
        }));
        assert.deepEqual(left, { names: [], attributes: ["lang"], sheets: 0, head: 3, body: ["p", "gouji-check", "gouji-check", "script"], hash: "" });
        const press = (at) => page.evaluate((given) => {
          const target = given ? document.getElementById(given).shadowRoot.querySelector("main") : document.body;
          target.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, composed: true }));
        }, at);
        await press(null);
        await press("two");
        await new Promise((done) => setTimeout(done, 300));
        assert.equal(await first.ask("an answer", (root, working) => (root.querySelector(working) ? "chosen" : "none"), hook.WORKING), "none");
        await press("one");
        await first.appears(hook.WORKING);
        await page.assertQuiet(origin);
      }));

    test("taken away it ends its worker and addresses; put back it works again", () =>
      on('<gouji-check id="one"></gouji-check>', async (page, origin) => {
        await page.evaluate((text) => (one.text = text), SHORT);
        await told(page, "checked");
        for (let turn = 0; turn < 3; turn += 1) {
          await page.evaluate(() => {
            window.told = [];
            window.kept = document.getElementById("one");
            window.kept.remove();
          });
          await page.until("the end of the worker", () => window.alive.workers === 0 && window.alive.addresses === 0);
          assert.equal(await page.evaluate(() => window.kept.shadowRoot.childNodes.length), 0);
          await page.evaluate(() => document.body.appendChild(window.kept));
          await told(page, "checked");
          assert.equal(await page.evaluate(() => window.alive.workers), 1);
        }
        // Gone before it was there.
        await page.evaluate(() => {
          for (let turn = 0; turn < 5; turn += 1) {
            const passing = document.createElement("gouji-check");
            document.body.appendChild(passing);
            passing.remove();
          }
        });
        await new Promise((done) => setTimeout(done, 500));
        assert.equal(await page.evaluate(() => window.alive.workers), 1);
        await page.assertQuiet(origin);
      }));

    const evaluating = /Chromium (78|83|92)/.test(name) ? "'unsafe-eval'" : "'wasm-unsafe-eval'";
    const strict = (worker, more = {}) => {
      const directives = { "script-src": `'self' ${evaluating}`, "connect-src": "'self'", "worker-src": worker, "img-src": "data:", ...more };
      return ["default-src 'none'", ...Object.entries(directives).map((pair) => pair.join(" "))].join("; ");
    };
    for (const [worker, state] of [["'self'", "ready"], ["blob:", "ready"], ["'none'", "here"]]) {
      test(`under a strict policy with worker-src ${worker} it works`, () =>
        on('<gouji-check id="one"></gouji-check>', async (page) => {
          await page.evaluate((text) => (document.getElementById("one").text = text), SHORT);
          const shown = widget(page);
          await shown.appears(hook.FINDING);
          await shown.appears(`${hook.ENGINE_STATE}[data-state="${state}"]`);
        }, { page: { policy: strict(worker) } }));
    }

    for (const [refusal, more, words] of [
      ["WebAssembly", { "script-src": "'self'" }, /unsafe-eval/],
      ["its files", { "connect-src": "'none'" }, /connect-src.*'self'/s],
    ]) {
      test(`a policy that refuses ${refusal} is named`, () =>
        on("<gouji-check></gouji-check>", async (page) => assert.match(await widget(page).notice(), words), {
          page: { policy: strict("'self'", more) },
        }));
    }

    test("in a page that has changed the language's own things it works, or says why not", () =>
      on('<gouji-check id="one"></gouji-check>', async (page) => {
        await page.evaluate((text) => (document.getElementById("one").text = text), SHORT);
        const shown = await widget(page).shows(hook.FINDING);
        console.log(`${name}: ${shown}`);
        assert.ok(await page.evaluate(() => window.gouji.theirs && window.$.theirs));
      }, { script: patch }));
  });
}
