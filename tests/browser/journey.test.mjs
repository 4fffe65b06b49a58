// The whole way in every browser and from both places: paste, check, choose a finding, change the language, in silence.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import { SHORT } from "./texts.mjs";
import * as hook from "./hooks.mjs";

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
      console.log(`${name}: ${await browser.version()}`);
    });
    after(() => browser?.close());

    for (const [kind, prepare] of Object.entries(places)) {
      test(`from ${kind}`, async () => {
        const place = await prepare();
        const page = await browser.open();
        try {
          await page.goto(place.address);
          await page.appears(hook.INPUT);
          await page.until("the engine in its worker", (state) => {
            const element = document.querySelector(state);
            return element !== null && element.getAttribute("data-state") === "ready";
          }, hook.ENGINE_STATE);

          await page.paste(hook.INPUT, SHORT);
          await page.appears(hook.FINDING);
          await page.appears(hook.MARK);
          await page.appears(hook.LEDGER);
          const shown = await page.text(hook.REPORT_TEXT);
          assert.ok(shown.includes("1200.00"), "the text is shown with its figures");

          assert.equal(await page.count(hook.WORKING), 0, "no working before a finding is chosen");
          await page.click(hook.FINDING);
          await page.appears(hook.WORKING);

          const words = await page.text(".page");
          await page.click(hook.LANGUAGE);
          await page.until("the other language", (former) => document.querySelector(".page").textContent !== former, words);

          await page.assertQuiet(place.origin);
          // Silence is no proof that the policy works: ask for something it must refuse.
          await page.assertShut();
        } finally {
          await page.close();
          place.close();
        }
      });
    }
  });
}
