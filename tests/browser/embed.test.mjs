// embed.html in a frame: its height settles, it says nothing before it is greeted, and neither side believes anyone else.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { serve } from "../../scripts/serve.mjs";
import { browsers } from "./browsers.mjs";
import { onPortal, portalPage } from "./portal.mjs";
import { built } from "./places.mjs";
import * as hook from "./hooks.mjs";
import { SHORT } from "./texts.mjs";

const GREETER = '<script src="/gouji/embed.js"></script>';
const frame = (more = "", from = "/gouji/") =>
  `<iframe id="gouji" data-gouji src="${from}embed.html" sandbox="allow-scripts allow-downloads" style="width:900px" ${more}></iframe>`;

const record = () => {
  window.heard = [];
  window.addEventListener("message", (event) => window.heard.push({ origin: event.origin, ...event.data }));
  window.events = [];
  for (const name of ["gouji-ready", "gouji-checked", "gouji-exported"]) {
    document.addEventListener(name, (event) => window.events.push({ name, from: event.target.id, detail: event.detail }));
  }
};

const event = (page, name) => page.until(name, (wanted) => window.events.filter((one) => one.name === wanted).pop(), name);
const say = (page, message) => page.evaluate((given) => document.getElementById("gouji").contentWindow.postMessage(given, "*"), message);
const height = (page) => page.evaluate(() => document.getElementById("gouji").style.height);
const tall = (page) => page.until("a height for the start screen", () => {
  const height = parseFloat(document.getElementById("gouji").style.height);
  return height > 300 && height < 3000;
});
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    const on = (body, check, files = {}) => onPortal(browser, { "/portal.html": portalPage(body), ...files }, check, { script: record });

    test("in a sandbox without an origin it checks a text, tells counts alone, and its height settles", () =>
      on(frame() + GREETER, async (page) => {
        await event(page, "gouji-ready");
        await tall(page);
        await say(page, { source: "gouji", v: 1, type: "text", text: SHORT });
        const { detail } = await event(page, "gouji-checked");
        assert.equal(detail.counts.errors, 1, JSON.stringify(detail));
        assert.equal(detail.findings, undefined);
        await pause(500);
        const settled = await height(page);
        const before = await page.evaluate(() => window.heard.length);
        await pause(1000);
        assert.equal(await height(page), settled);
        assert.equal(await page.evaluate(() => window.heard.length), before, "nothing more is said");
        assert.deepEqual(await page.evaluate(() => Array.from(new Set(window.heard.map(({ origin }) => origin)))), ["null"]);
      }));

    test("findings are told where the page asked for them; settings go along", () =>
      on(frame('data-details data-settings="en dark large"') + GREETER, async (page) => {
        await event(page, "gouji-ready");
        await say(page, { source: "gouji", v: 1, type: "text", text: SHORT });
        const { detail } = await event(page, "gouji-checked");
        assert.equal(detail.findings.filter(({ severity }) => severity !== "note").length, 1);
      }));

    test("a report is saved from within, and the page around is told", () =>
      on(frame() + GREETER, async (page) => {
        await event(page, "gouji-ready");
        await say(page, { source: "gouji", v: 1, type: "text", text: SHORT });
        await event(page, "gouji-checked");
        const inside = page.page.frames().find((one) => one.url().includes("embed.html"));
        await inside.evaluate(async ([open, choice]) => {
          document.querySelector(open).click();
          while (!document.querySelector(choice)) await new Promise(requestAnimationFrame);
          document.querySelector(choice).click();
        }, [hook.EXPORT, '[data-testid="markdown"]']);
        const { detail } = await event(page, "gouji-exported");
        assert.equal(detail.format, "markdown");
      }));

    test("from another server it works, and its words are known by their origin", async () => {
      const other = await serve(built, { prefix: "/gouji/" });
      try {
        const open = frame("", other.address).replace('sandbox="allow-scripts allow-downloads"', "");
        await on(open + GREETER, async (page) => {
          await event(page, "gouji-ready");
          await tall(page);
          const origins = await page.evaluate(() => Array.from(new Set(window.heard.map(({ origin }) => origin))));
          assert.deepEqual(origins, [new URL(other.address).origin]);
        });
      } finally {
        other.server.close();
        other.server.closeAllConnections();
      }
    });

    test("what was not greeted says nothing and does nothing", () =>
      on(frame(), async (page) => {
        await page.until("the frame", () => document.readyState === "complete");
        await pause(1500);
        await say(page, { source: "gouji", v: 1, type: "text", text: SHORT });
        await say(page, { source: "other", v: 1, type: "hello", id: "x" });
        await say(page, { source: "gouji", v: 2, type: "hello", id: "x" });
        await pause(1500);
        assert.deepEqual(await page.evaluate(() => window.heard), []);
        await say(page, { source: "gouji", v: 1, type: "hello", id: "x" });
        await page.until("an answer to the greeting", () => window.heard.some(({ type }) => type === "height"));
        assert.deepEqual(await page.evaluate(() => window.heard.filter(({ type }) => type === "checked")), []);
      }));

    test("forged words are believed on neither side", () => {
      // A frame beside it, which speaks to both the page and the other frame.
      const forger =
        "<script>for (const type of ['height', 'checked', 'ready']) parent.postMessage({ source: 'gouji', v: 1, type, height: 7, counts: {} }, '*');" +
        "setInterval(() => { for (const type of ['hello', 'text']) parent.frames[0].postMessage({ source: 'gouji', v: 1, type, id: 'f', details: true, text: '2023年度总支出9.00万元' }, '*'); }, 50);</" +
        "script>";
      return on(
        `${frame()}<iframe src="/forger.html"></iframe>${GREETER}`,
        async (page) => {
          await event(page, "gouji-ready");
          await page.evaluate(() => window.postMessage({ source: "gouji", v: 1, type: "height", height: 5 }, "*"));
          await page.until("the forged words", () => [5, 7].every((wanted) => window.heard.some(({ height }) => height === wanted)));
          await pause(1000);
          await tall(page);
          assert.deepEqual(await page.evaluate(() => window.events.map(({ name }) => name)), ["gouji-ready"]);
        },
        { "/forger.html": portalPage(forger) },
      );
    });
  });
}

test("the script for the page around is one kilobyte", async () => {
  const { readFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  assert.ok(readFileSync(join(built, "embed.js")).length <= 1024);
});
