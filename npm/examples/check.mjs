// Checks a file, prints its findings, and writes its workbook where a name for it is given.
//   node examples/check.mjs 报告.docx [底稿.xlsx]
//   deno run --allow-read --allow-write examples/check.mjs 报告.docx [底稿.xlsx]
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { checkFile, exportWorkbook } from "gouji";

const [file, workbook] = process.argv.slice(2);
try {
  const report = await checkFile(await readFile(file), file);
  for (const note of report.reading) console.log(`读取：${note.message}`);
  for (const finding of report.findings) console.log(`${finding.code} ${finding.title}：${finding.message}`);
  const { figures, verified, conflicting, single, unchecked } = report.coverage;
  console.log(`数据 ${figures}：已核对 ${verified}，有矛盾 ${conflicting}，单独出现 ${single}，未核对 ${unchecked}`);
  if (workbook) await writeFile(workbook, await exportWorkbook(report));
} catch (error) {
  console.error(`${error.code}：${error.message}`);
  process.exitCode = 1;
}
