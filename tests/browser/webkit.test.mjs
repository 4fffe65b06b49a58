// WebKitGTK, of the family of Safari: the offline file from disk and a copy of it, and the site under a sub-path.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { places } from "./places.mjs";
import { SHORT } from "./texts.mjs";
import { assertSelfTest } from "./proof.mjs";
import * as hook from "./hooks.mjs";
import { webkit } from "./webkit.mjs";

let page;
let folder;
before(async () => {
  page = await webkit();
  folder = mkdtempSync(join(tmpdir(), "gouji-webkit-"));
  console.log(`WebKitGTK ${page.version}`);
});
after(async () => {
  await page?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function checks() {
  await page.appears(hook.INPUT);
  await page.paste(hook.INPUT, SHORT);
  await page.appears(hook.FINDING);
  await page.appears(`${hook.ENGINE_STATE}[data-state="ready"]`);
}

const asked = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !/^(blob|data):/.test(name)));

test("from disk a text is checked, nothing is asked for, every way out is refused, and a saved copy works", async () => {
  const { address } = await places["file://"]();
  await page.goto(address);
  await checks();
  assert.deepEqual(await asked(), []);
  const copy = join(folder, "saved.html");
  writeFileSync(copy, await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`));

  await assertSelfTest(page);

  await page.goto(pathToFileURL(copy).href);
  await checks();
  assert.deepEqual(await asked(), []);
});

test("the site under a sub-path checks a text and asks for its own files alone", async () => {
  const place = await places.http();
  try {
    await page.goto(place.address);
    await checks();
    assert.deepEqual((await asked()).filter((name) => !name.startsWith(place.origin)), []);
  } finally {
    place.close();
  }
});
