// Writes the twins again, with LibreOffice: `node tests/twins/make.mjs`. What it writes is kept with the tests, so that these need
// no LibreOffice.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { content, tables, title } from "./report.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), "twins-"));
const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const isAmount = (words) => /^[\d,]+\.\d\d$/.test(words);

/** A cell's column span; 0 for a cell that another one covers. */
function span(table, row, column) {
  for (const [r, c, width] of table.spans) {
    if (r === row && c === column) return width;
    if (r === row && column > c && column < c + width) return 0;
  }
  return 1;
}

function html(page) {
  const cell = (table, row, column, words) => {
    const width = span(table, row, column);
    const name = row < table.headers ? "th" : "td";
    return width === 0 ? "" : `<${name}${width > 1 ? ` colspan="${width}"` : ""}>${escape(words)}</${name}>`;
  };
  const rows = (table) =>
    table.rows.map((words, r) => `<tr>${words.map((w, c) => cell(table, r, c, w)).join("")}</tr>`).join("\n");
  const part = (node) => {
    if (typeof node === "string") return `<p>${escape(node)}</p>`;
    if (node.heading) return `<h2>${escape(node.heading)}</h2>`;
    const { table } = node;
    return `<p>${table.title}</p>\n<p>单位：${table.unit}</p>\n<table border="1">\n${rows(table)}\n</table>`;
  };
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<style>${page}</style></head>
<body>
<h1>${title}</h1>
${content.map(part).join("\n")}
</body></html>
`;
}

/** Text as it is pasted: cells between tabs. */
function text() {
  const part = (node) => {
    if (typeof node === "string") return node;
    if (node.heading) return node.heading;
    const { table } = node;
    return `${table.title}\n单位：${table.unit}\n${table.rows.map((row) => row.join("\t")).join("\n")}\n`;
  };
  return `${title}\n${content.map(part).join("\n")}\n`;
}

function csv() {
  const quoted = (words) => (words.includes(",") ? `"${words}"` : words);
  const lines = (table) => [table.title, `单位：${table.unit}`, ...table.rows.map((row) => row.map(quoted).join(","))];
  return tables.map((table) => lines(table).join("\r\n")).join("\r\n\r\n") + "\r\n";
}

/** A flat OpenDocument workbook, one sheet a table, with numbers as numbers. */
function workbook() {
  const cell = (table, row, column, words) => {
    const width = span(table, row, column);
    if (width === 0) return "<table:covered-table-cell/>";
    const spans = width > 1 ? ` table:number-columns-spanned="${width}" table:number-rows-spanned="1"` : "";
    if (words === "") return `<table:table-cell${spans}/>`;
    if (isAmount(words)) {
      const value = words.replace(/,/g, "");
      return `<table:table-cell${spans} table:style-name="amount" office:value-type="float" office:value="${value}"><text:p>${words}</text:p></table:table-cell>`;
    }
    return `<table:table-cell${spans} office:value-type="string"><text:p>${escape(words)}</text:p></table:table-cell>`;
  };
  const line = (words) =>
    `<table:table-row><table:table-cell office:value-type="string"><text:p>${escape(words)}</text:p></table:table-cell></table:table-row>`;
  const sheet = (table) => {
    const rows = table.rows.map(
      (row, r) => `<table:table-row>${row.map((words, c) => cell(table, r, c, words)).join("")}</table:table-row>`,
    );
    const name = table.title.slice(0, 2);
    return `<table:table table:name="${name}">${line(table.title)}${line(`单位：${table.unit}`)}${rows.join("")}</table:table>`;
  };
  const spaces = ["office", "table", "text", "style", "number"]
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "number" ? "datastyle" : name}:1.0"`)
    .join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:number-style style:name="N4"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="amount" style:family="table-cell" style:data-style-name="N4"/></office:automatic-styles>
<office:body><office:spreadsheet>${tables.map(sheet).join("")}</office:spreadsheet></office:body></office:document>
`;
}

function convert(source, format, filter) {
  const args = ["--headless", `-env:UserInstallation=file://${work}/profile`, "--convert-to", format, "--outdir", work];
  execFileSync("soffice", [...args, ...(filter ? [`--infilter=${filter}`] : []), join(work, source)], { stdio: "ignore" });
}

const keep = (name, as = name) => copyFileSync(join(work, name), join(here, as));

const paper = "@page { size: A4; margin: 2cm } body { font-family: 'Noto Serif CJK SC'; font-size: 11pt } td, th { padding: 2pt }";
writeFileSync(join(here, "report.html"), html("td { padding: 2pt }"));
writeFileSync(join(here, "report.txt"), text());
writeFileSync(join(here, "tables.csv"), csv());
const gbk = execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: text() });
writeFileSync(join(here, "report-gb18030.txt"), gbk);
writeFileSync(join(work, "report.html"), html(paper));
writeFileSync(join(work, "tables.fods"), workbook());
convert("report.html", "odt", "HTML (StarWriter)");
convert("report.odt", "docx:MS Word 2007 XML");
convert("report.odt", "pdf");
for (const format of ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"]) convert("tables.fods", format);
for (const name of ["report.docx", "report.pdf", "tables.xlsx", "tables.xls", "tables.ods"]) keep(name);
rmSync(work, { recursive: true });
