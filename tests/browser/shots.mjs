// Pictures of the built page for its designers: node tests/browser/shots.mjs FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browsers } from "./browsers.mjs";
import { drop, plain, twin } from "./drop.mjs";
import { places } from "./places.mjs";
import * as hook from "./hooks.mjs";

const folder = process.argv[2] ?? "target/shots";
mkdirSync(folder, { recursive: true });

const browser = await browsers["Chromium (current)"]();
const place = await places.http();

async function shoot(name, options, steps) {
  const page = await browser.open(options);
  try {
    await page.goto(place.address);
    await page.appears(hook.INPUT);
    await steps(page, async (suffix, fullPage = false) => {
      await page.page.waitForTimeout(400);
      const path = join(folder, `${name}-${suffix}.png`);
      await page.page.screenshot({ path, fullPage });
      console.log(path);
    });
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await shoot(`${width}-${colorScheme}`, { colorScheme, viewport: { width, height } }, async (page, take) => {
      await take("1-empty");
      await page.click(hook.SAMPLE);
      await page.appears(hook.FINDING);
      await take("2-checked");
      await take("2-checked-whole", true);
      await page.click(hook.FINDING);
      await page.appears(hook.WORKING);
      await take("3-finding");
      await page.click(hook.LANGUAGE);
      await take("4-english");
    });
    await shoot(`${width}-${colorScheme}`, { colorScheme, viewport: { width, height } }, async (page, take) => {
      const files = ["report-gb18030.txt", "report.docx", "report.pdf"].map(twin);
      await drop(page, [...files, plain("旧报告.rtf", "{\\rtf1\\ansi 2023}")]);
      await page.appears(hook.FINDING);
      await page.until("every file", (file) => !/排队|读取 |核对中/.test(Array.from(document.querySelectorAll(file), (one) => one.textContent).join()), hook.FILE);
      await take("5-files");
      if (width < 760) await page.click(".panes__pane:first-child");
      await page.evaluate((table) => document.querySelector(table).scrollIntoView(), hook.TABLE);
      await take("6-tables");
      await page.click(`${hook.TABLE} td [data-figure]`);
      await take("7-cell");
      await page.click(`${hook.FILE}[title="旧报告.rtf"]`);
      await page.appears(hook.FAILURE);
      await take("8-failure");
    });
  }
}

await shoot("print", { viewport: { width: 1440, height: 900 } }, async (page) => {
  await page.click(hook.SAMPLE);
  await page.appears(hook.FINDING);
  const path = join(folder, "print.pdf");
  await page.page.pdf({ path, format: "A4", printBackground: true });
  console.log(path);
});

place.close();
await browser.close();
