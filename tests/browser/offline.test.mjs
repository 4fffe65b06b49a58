// gouji.html from disk: nothing is asked for and nothing can be sent; a copy that the browser saved works like the first.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { between, browsers } from "./browsers.mjs";
import { built } from "./places.mjs";
import { SHORT } from "./texts.mjs";
import { assertSelfTest } from "./proof.mjs";
import * as hook from "./hooks.mjs";

for (const [name, launch] of Object.entries({ ...browsers, ...between })) {
  describe(name, () => {
    let browser;
    let folder;
    before(async () => {
      browser = await launch();
      folder = mkdtempSync(join(tmpdir(), "勾稽 offline "));
      copyFileSync(join(built, "gouji.html"), join(folder, "勾稽 (1).html"));
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const from = async (file, body) => {
      const address = pathToFileURL(join(folder, file)).href;
      const page = await browser.open();
      try {
        await page.goto(address);
        await page.appears(hook.INPUT);
        await body(page, address);
      } finally {
        await page.close();
      }
    };

    const checks = async (page, address) => {
      await page.paste(hook.INPUT, SHORT);
      await page.appears(hook.FINDING);
      await page.appears(`${hook.ENGINE_STATE}[data-state="ready"]`);
      await page.assertQuiet(address);
      assert.deepEqual(page.requests.filter((url) => !url.startsWith("blob:") && decodeURI(url) !== decodeURI(address)), []);
    };

    test("a text is checked and nothing is asked for", () => from("勾稽 (1).html", checks));

    test("the self-test shows every way out refused", () => from("勾稽 (1).html", assertSelfTest));

    test("saved by the browser with a report in it, and saved again, it opens and checks", () =>
      from("勾稽 (1).html", async (page, address) => {
        await checks(page, address);
        // What "save page as" writes of a complete page is its tree as it stands.
        const save = (from) => from.evaluate(() => `<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n${document.documentElement.outerHTML}`);
        writeFileSync(join(folder, "saved.html"), await save(page));
        await from("saved.html", async (second, where) => {
          await checks(second, where);
          writeFileSync(join(folder, "again.html"), await save(second));
        });
        await from("again.html", async (third, where) => {
          await checks(third, where);
          await third.assertShut();
        });
      }));
  });
}
