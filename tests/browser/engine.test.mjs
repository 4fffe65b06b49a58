// The boundary in a real browser: a broken worker is replaced, no worker means the page itself, no MIME type is trusted.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import { SHORT, long } from "./texts.mjs";
import * as hook from "./hooks.mjs";

let browser;
before(async () => {
  browser = await browsers["Chromium (current)"]();
});
after(() => browser?.close());

async function at(kind, options, body, script) {
  const place = await places[kind](options);
  const page = await browser.open();
  try {
    if (script) await page.before(script);
    await page.goto(place.address);
    await body(page, place);
  } finally {
    await page.close();
    place.close();
  }
}

const inState = (page, wanted) =>
  page.until(`the engine ${wanted}`, ([selector, state]) => {
    const element = document.querySelector(selector);
    return element !== null && element.getAttribute("data-state") === state;
  }, [hook.ENGINE_STATE, wanted]);

const checked = async (page) => {
  await page.paste(hook.INPUT, SHORT);
  await page.appears(hook.FINDING);
};

test("the page takes a text while the engine still loads, and checks it then", async () => {
  let release;
  const hold = { "/engine_bg.wasm": new Promise((done) => (release = done)) };
  await at("http", { hold }, async (page, place) => {
    await inState(page, "loading");
    await page.paste(hook.INPUT, SHORT);
    await new Promise((done) => setTimeout(done, 300));
    assert.equal(await page.count(hook.FINDING), 0);
    release();
    await page.appears(hook.FINDING);
    await inState(page, "ready");
    await page.assertQuiet(place.origin);
  });
});

for (const kind of Object.keys(places)) {
  test(`without WebAssembly there is a notice and no error, from ${kind}`, () =>
    at(kind, {}, async (page, place) => {
      const shown = await page.until("the notice", () => {
        const notice = document.getElementById("notice");
        return notice !== null && notice.offsetHeight > 0 && notice.textContent;
      });
      assert.match(shown, /极速模式/);
      await page.assertQuiet(place.origin);
    }, () => {
      delete window.WebAssembly;
    }));

  test(`a module that cannot be had is told of, from ${kind}`, () =>
    at(kind, {}, async (page) => {
      const shown = await page.until("the notice", () => {
        const notice = document.getElementById("notice");
        return notice !== null && notice.offsetHeight > 0 && notice.textContent;
      });
      assert.match(shown, /no compiling here/);
    }, () => {
      WebAssembly.instantiate = () => Promise.reject(new Error("no compiling here"));
    }));
}

test("a worker that breaks is replaced, and the next text is checked", () =>
  at("http", {}, async (page, place) => {
    await inState(page, "ready");
    assert.equal(await page.evaluate(() => window.workers.length), 1);
    await page.evaluate(() => window.workers[0].dispatchEvent(new ErrorEvent("error", { message: "unreachable", cancelable: true })));
    await page.until("a second worker", () => window.workers.length === 2);
    await checked(page);
    await page.assertQuiet(place.origin);
  }, () => {
    window.workers = [];
    const Real = window.Worker;
    window.Worker = function (address) {
      const worker = new Real(address);
      window.workers.push(worker);
      return worker;
    };
  }));

for (const kind of Object.keys(places)) {
  test(`without a worker the page checks by itself and says so, from ${kind}`, () =>
    at(kind, {}, async (page, place) => {
      await inState(page, "here");
      await checked(page);
      await page.assertQuiet(place.origin);
    }, () => {
      window.Worker = function () {
        throw new Error("no workers here");
      };
    }));

  test(`a worker that breaks before it is ready is given up for the page, from ${kind}`, () =>
    at(kind, {}, async (page, place) => {
      await inState(page, "here");
      await checked(page);
      await page.assertQuiet(place.origin);
    }, () => {
      const Real = window.Worker;
      const address = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      window.Worker = function () {
        return new Real(address("onmessage = function () { throw new Error('no module here'); };"));
      };
    }));
}

test("a server with a wrong MIME type for the modules does no harm", () =>
  at("http", { types: { ".wasm": "text/plain" } }, async (page, place) => {
    await checked(page);
    await page.assertQuiet(place.origin);
  }));

test("of texts asked in haste the latest is shown", () =>
  at("http", {}, async (page) => {
    for (let i = 0; i < 30; i += 1) await page.paste(hook.INPUT, SHORT.replace("1200.00", `12${String(i).padStart(2, "0")}.00`));
    await page.until("the last text", (selector) => {
      const element = document.querySelector(selector);
      return element !== null && element.textContent.includes("1229.00");
    }, hook.REPORT_TEXT);
  }));

test("a check's time grows with its text, no faster", async () => {
  await at("http", {}, async (page) => {
    await page.appears(hook.INPUT);
    const times = await page.evaluate(async (texts) => {
      const bytes = await (await fetch("engine_bg.wasm")).arrayBuffer();
      await new Promise((done, failed) => {
        document.head.appendChild(Object.assign(document.createElement("script"), { src: "engine.js", onload: done, onerror: failed }));
      });
      const module = await gouji.instance(bytes);
      // The least of several runs: what the machine does besides only ever adds.
      const least = (text, runs) => {
        const times = [];
        for (let i = 0; i < runs; i += 1) {
          const begun = performance.now();
          module.check(text);
          times.push(performance.now() - begun);
        }
        return Math.min(...times);
      };
      least(texts[0], 5);
      return [least(texts[0], 15), least(texts[1], 5)];
    }, [long(15_000), long(60_000)]);
    const [one, four] = times;
    console.log(
      `one check of 15,000 characters in the browser, with the report handed to JavaScript: ${one.toFixed(1)} ms; ` +
        `four times the text: ${(four / one).toFixed(1)} times`,
    );
    assert.ok(four < 10 * one, `four times the text takes ${(four / one).toFixed(1)} times as long`);
  });
});
