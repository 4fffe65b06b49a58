// Accessibility by axe-core, on each view of the page.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { browsers } from "./browsers.mjs";
import { places } from "./places.mjs";
import * as hook from "./hooks.mjs";

const axe = readFileSync(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");

let browser;
let place;
before(async () => {
  browser = await browsers["Chromium (current)"]();
  place = await places.http();
});
after(async () => {
  place?.close();
  await browser?.close();
});

// Each view is reached from the one before it.
const views = {
  "the empty page": async (page) => page.appears(hook.INPUT),
  "a checked report": async (page) => {
    await page.click(hook.SAMPLE);
    await page.appears(hook.FINDING);
  },
  "a chosen finding": async (page) => {
    await page.click(hook.FINDING);
    await page.appears(hook.WORKING);
  },
  "the structure": async (page) => {
    await page.click(hook.SCREEN(2));
    await page.appears(".structure");
  },
  "the indicators": async (page) => {
    await page.click(hook.SCREEN(3));
    await page.appears(".calculator");
    await page.evaluate(() => {
      const input = document.querySelector('.field.is-wanted input');
      input.value = "12";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.appears(".field.is-own");
  },
  "the summary": async (page) => {
    await page.click(hook.SCREEN(4));
    await page.click('[data-testid="0-expenditure"]');
    await page.appears('[data-testid="sources"]');
  },
  "the other language": async (page) => {
    const words = await page.text(".page");
    await page.click(hook.LANGUAGE);
    await page.until("the other language", (former) => document.querySelector(".page").textContent !== former, words);
  },
};

for (const setting of [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 } },
]) {
  test(`axe, ${setting.colorScheme}, ${setting.viewport.width} px wide`, async () => {
    const page = await browser.open({ ...setting, bypassCSP: true, reducedMotion: "reduce" });
    try {
      await page.goto(place.address);
      for (const [view, reach] of Object.entries(views)) {
        await reach(page);
        await page.page.addScriptTag({ content: axe });
        const broken = await page.evaluate(async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(" … ")}`);
        });
        assert.deepEqual(broken, [], view);
      }
    } finally {
      await page.close();
    }
  });
}
