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
      await page.click(hook.SCREEN(2));
      await page.appears(".structure");
      await take("9-structure");
      await page.click(hook.SCREEN(3));
      await page.appears(".calculator");
      await take("10-indicators");
      await page.evaluate(() => {
        for (const [input, text] of [[document.querySelector('[data-testid="posts"]'), "310"], [document.querySelector('[data-testid="threePublicBudget"]'), "90.5"], [document.querySelector('[data-testid="openingBudget"]'), "很多"]]) {
          input.value = text;
          input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
      });
      await take("11-typed");
      await page.click(hook.LANGUAGE);
      await take("12-indicators-english");
      await page.click(hook.SCREEN(1));
      await take("4-english");
    });
    await shoot(`${width}-${colorScheme}`, { colorScheme, viewport: { width, height } }, async (page, take) => {
      const names = ["档案馆", "水利局", "体育中心", "市场监督管理局", "城市管理和综合执法局", "卫生健康局", "司法局"];
      await drop(page, names.map((name, at) => {
        const [basic, project] = [200 + 137 * at, 80 + ((at * 7) % 5) * 160];
        const spent = basic + project + (at === 3 ? 12 : 0);
        const budget = at === 5 ? "" : `总支出年初预算${basic + 200}.00万元，调整预算${basic + project + 20}.00万元。`;
        const three = `“三公”经费预算${12 + at}.00万元，决算${8 + at * 2}.50万元。自评得分${88 + at}分，自评等级为${at > 2 ? "优" : "良"}。`;
        return plain(`云溪县${name}.txt`, `云溪县${name}\n${at > 5 ? 2022 : 2023}年度部门整体支出绩效自评报告\n\n一、基本情况\n${budget}全年总收入${spent}.00万元，总支出${spent}.00万元，其中基本支出${basic}.00万元，项目支出${project}.00万元。\n${three}\n`);
      }));
      await page.appears(hook.SCREEN(4));
      await page.until("every file", (file) => !/排队|读取 |核对中/.test(Array.from(document.querySelectorAll(file), (one) => one.textContent).join()), hook.FILE);
      await page.click(hook.SCREEN(4));
      await page.appears('[data-testid="summary-table"]');
      await take("13-summary");
      await page.click('[data-testid="3-executionRate"]');
      await page.appears('[data-testid="sources"]');
      await take("14-sources");
      await page.evaluate(() => document.querySelector(".summary__parts").scrollIntoView());
      await take("15-plots");
      await page.click(".plot .chip:nth-child(2)");
      await take("16-distribution");
      await page.click(".plot .chip:nth-child(3)");
      await take("17-scatter");
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
