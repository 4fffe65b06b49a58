// The site on a server of any kind: under the headers that are given as examples, with changed files, without a network, with settings.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { browsers } from "./browsers.mjs";
import { built } from "./places.mjs";
import { onPortal, portalPage, widget, WIDGET_SCRIPT } from "./portal.mjs";
import { BUREAU, SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

const PREFIX = "/a/b/";
const text = (name) => readFileSync(join(built, name), "utf8");
/** The policy for the page that an example of headers gives. */
const policyOf = (name) => /"(default-src [^"]*)"/.exec(text(`headers/${name}`))[1];
const headers = { "content-security-policy": policyOf("nginx.conf"), "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    const at = async (options, body, script) => {
      const { server, address } = await serve(built, { prefix: PREFIX, ...options });
      const stop = () => {
        server.closeAllConnections();
        return new Promise((done) => server.close(done));
      };
      const page = await browser.open();
      try {
        if (script) await page.before(script);
        await page.goto(address);
        await body(page, address, stop);
      } finally {
        await page.close();
        await stop();
      }
    };
    const checks = async (page) => {
      await page.paste(hook.INPUT, SHORT);
      await page.appears(hook.FINDING);
    };

    test("under the example's headers it works, in silence, and is shut", () =>
      at({ headers }, async (page, address) => {
        await checks(page);
        await page.assertQuiet(address);
        await page.assertShut();
      }));

    test("with wrong types and no trust in the connection it works, and keeps nothing", () =>
      at({ types: { ".wasm": "text/html", ".json": "text/html", ".svg": "text/plain" } }, async (page, address) => {
        await checks(page);
        await page.appears(`${hook.ENGINE_STATE}[data-state="ready"]`);
        await page.assertQuiet(address);
        const kept = await page.evaluate(() => (navigator.serviceWorker ? navigator.serviceWorker.getRegistrations().then(({ length }) => length) : 0));
        assert.equal(kept, 0);
      }, () => Object.defineProperty(window, "isSecureContext", { value: false })));

    for (const file of ["app.js", "app_bg.wasm"]) {
      test(`a ${file} that is not the one built is refused in words`, () =>
        at({ pages: { [`${PREFIX}${file}`]: { body: Buffer.concat([readFileSync(join(built, file)), Buffer.from("\n")]) } } }, async (page) => {
          const shown = await page.until("the notice", () => {
            const notice = document.getElementById("notice");
            return notice !== null && notice.offsetHeight > 0 && notice.textContent;
          });
          assert.match(shown, /没能打开/);
          assert.equal(await page.count(hook.INPUT), 0);
        }));
    }

    test("what the administrator set counts, and what is unknown is told of", () =>
      at({ pages: { [`${PREFIX}gouji.config.json`]: { body: '{"language": "en", "theme": "dark", "title": "预算处", "logo": "https://example.invalid/", "type": 7}' } } }, async (page, address) => {
        await page.until("the settings", () => document.documentElement.lang === "en" && document.documentElement.dataset.theme === "dark");
        assert.equal(await page.evaluate(() => document.title), "预算处");
        await page.assertQuiet(address, /gouji\.config\.json: (logo|type) is ignored/);
        assert.equal(page.complaints.length, 2, page.complaints.join());
      }));

    test("the rule pack that the administrator set is in force, out of a file too", () => {
      const own = { ...JSON.parse(readFileSync(new URL("../../src/pack/hunan.json", import.meta.url), "utf8")), code: "county", name: "本县评价表" };
      const pages = {
        [`${PREFIX}gouji.config.json`]: { body: '{"pack": "packs/county.json"}' },
        [`${PREFIX}packs/county.json`]: { body: JSON.stringify(own) },
      };
      return at({ pages }, async (page, address) => {
        await page.appears(hook.INPUT);
        await page.paste(hook.INPUT, BUREAU);
        await page.appears(hook.SCREEN(3));
        await page.click(hook.SCREEN(3));
        await page.until("the pack in force", () => {
          const choice = document.querySelector('[data-testid="pack"]');
          return choice && choice.selectedOptions[0].textContent.includes("本县评价表");
        });
        await page.assertQuiet(address);
      });
    });
  });
}

for (const name of ["Chromium (current)", "Firefox"]) {
  test(`after the first visit it opens without a server, in ${name}`, async () => {
    const browser = await browsers[name]();
    const { server, address } = await serve(built, { prefix: PREFIX });
    const page = await browser.open();
    try {
      await page.goto(address);
      await page.until("what is kept", () => navigator.serviceWorker.getRegistration().then((found) => Boolean(found && found.active)));
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      for (let turn = 0; turn < 2; turn += 1) {
        await page.goto(address);
        await page.paste(hook.INPUT, SHORT);
        await page.appears(hook.FINDING);
      }
    } finally {
      await page.close();
      await browser.close();
    }
  });
}

test("neither a widget nor a frame keeps anything in the page around", async () => {
  const browser = await browsers["Chromium (current)"]();
  try {
    const body = `<gouji-check></gouji-check><iframe src="/gouji/index.html"></iframe>${WIDGET_SCRIPT}`;
    await onPortal(browser, { "/portal.html": portalPage(body) }, async (page) => {
      await widget(page).appears(`${hook.ENGINE_STATE}[data-state="ready"]`);
      await new Promise((done) => setTimeout(done, 1500));
      assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)), 0);
    });
  } finally {
    await browser.close();
  }
});

test("the example headers of the three servers say the same", () => {
  assert.equal(policyOf("apache.htaccess"), policyOf("nginx.conf"));
  assert.equal(policyOf("web.config"), policyOf("nginx.conf"));
});

test("the page that shows every embedding shows each of them at work", async () => {
  const browser = await browsers["Chromium (current)"]();
  const { server, address } = await serve(built, { prefix: PREFIX });
  const page = await browser.open();
  try {
    await page.goto(`${address}demo/`);
    await widget(page).appears(hook.FINDING);
    await page.click("#give");
    await widget(page, 1).appears(hook.FINDING);
    await page.until("the frame's height", () => parseFloat(document.getElementById("framed").style.height) > 300);
    await page.assertQuiet(address);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
    await browser.close();
  }
});
