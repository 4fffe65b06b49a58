// Writes the forms again, with LibreOffice: `node tests/sheets/make.mjs`. What it writes is kept with the tests, so that these
// need no LibreOffice.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), "forms-"));

const text = (words, spans = "") =>
  `<table:table-cell${spans} office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const number = (value, style) =>
  `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"/>`;
const row = (cells, attributes = "") => `<table:table-row${attributes}>${cells.join("")}</table:table-row>`;
const blank = "<table:table-cell/>";
const covered = "<table:covered-table-cell/>";
const hidden = ' table:visibility="collapse"';

/** A form as offices keep it: a merged title, a line for the unit, a hidden row, a hidden column, a number typed as text. */
const form = [
  row([text("收支表", ' table:number-columns-spanned="3" table:number-rows-spanned="1"'), covered, covered]),
  row([blank, blank, text("单位：万元")]),
  row([text("项目"), text("金额"), text("占比"), text("上年")]),
  row([text("工资"), number("1234.567", "amount"), number("0.8567", "rate"), number("7", "amount")]),
  row([text("差旅"), number("30", "amount"), number("0.0208", "rate")], hidden),
  row([text("会议"), text("12.50"), number("0.0087", "rate")]),
];
const columns = `<table:table-column table:number-columns-repeated="3"/><table:table-column${hidden}/>`;

const spaces = ["office", "table", "text", "style", "number"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "number" ? "datastyle" : name}:1.0"`)
  .join(" ");
const decimals = 'number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"';
const workbook = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N4"><number:number ${decimals} number:grouping="true"/></number:number-style>
<number:percentage-style style:name="N10"><number:number ${decimals}/><number:text>%</number:text></number:percentage-style>
<style:style style:name="amount" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="rate" style:family="table-cell" style:data-style-name="N10"/>
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="甲">${columns}${form.join("")}</table:table>
<table:table table:name="乙" table:style-name="unseen"><table:table-column/>${row([text("底稿"), number("5", "amount")])}</table:table>
</office:spreadsheet></office:body></office:document>
`;

writeFileSync(join(work, "form.fods"), workbook);
for (const format of ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"]) {
  const args = ["--headless", `-env:UserInstallation=file://${work}/profile`, "--convert-to", format, "--outdir", work];
  execFileSync("soffice", [...args, join(work, "form.fods")], { stdio: "ignore" });
  const name = `form.${format.split(":")[0]}`;
  copyFileSync(join(work, name), join(here, name));
}
rmSync(work, { recursive: true });
