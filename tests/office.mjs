// Writes documents with LibreOffice: pages with paragraphs and tables, and workbooks with one sheet a table. A table is
// { title, unit, rows, headers, spans }, in a workbook also without title; `above` are lines between its title and its rows, without it the unit alone; `below`
// lines behind it. A span is [row, column, columns] or [row, column, columns, rows].
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const isAmount = (words) => /^[\d,]+\.\d\d$/.test(words);
export const linesAbove = (table) => table.above ?? [`单位：${table.unit}`];

/** A cell's columns and rows; 0 for a cell that another one covers. */
function span(table, row, column) {
  for (const [r, c, width, height = 1] of table.spans) {
    if (r === row && c === column) return [width, height];
    if (row >= r && row < r + height && column >= c && column < c + width) return [0, 0];
  }
  return [1, 1];
}

/** A page of paragraphs, headings and tables. */
export function page(title, content, style) {
  const cell = (table, row, column, words) => {
    const [width, height] = span(table, row, column);
    const name = row < table.headers ? "th" : "td";
    const spans = `${width > 1 ? ` colspan="${width}"` : ""}${height > 1 ? ` rowspan="${height}"` : ""}`;
    return width === 0 ? "" : `<${name}${spans}>${escape(words)}</${name}>`;
  };
  const rows = (table) =>
    table.rows.map((words, r) => `<tr>${words.map((w, c) => cell(table, r, c, w)).join("")}</tr>`).join("\n");
  const paragraph = (words) => `<p>${escape(words)}</p>`;
  const part = (node) => {
    if (typeof node === "string") return paragraph(node);
    if (node.heading) return `<h2>${escape(node.heading)}</h2>`;
    const { table } = node;
    const above = [table.title, ...linesAbove(table)].map(paragraph).join("\n");
    const below = (table.below ?? []).map((words) => `\n${paragraph(words)}`).join("");
    return `${above}\n<table border="1">\n${rows(table)}\n</table>${below}`;
  };
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<style>${style}</style></head>
<body>
<h1>${title}</h1>
${content.map(part).join("\n")}
</body></html>
`;
}

/** A flat OpenDocument workbook, one sheet a table, with numbers as numbers. */
export function workbook(tables, sheetName) {
  const cell = (table, row, column, words) => {
    const [width, height] = span(table, row, column);
    if (width === 0) return "<table:covered-table-cell/>";
    const merged = width > 1 || height > 1;
    const spans = merged ? ` table:number-columns-spanned="${width}" table:number-rows-spanned="${height}"` : "";
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
    const above = [table.title ?? [], linesAbove(table)].flat().map(line).join("");
    const below = (table.below ?? []).map(line).join("");
    return `<table:table table:name="${sheetName(table)}">${above}${rows.join("")}${below}</table:table>`;
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

/** Runs `work` with a folder of its own: `write` puts a source there, `convert` lets LibreOffice make another format of it, and
 * `keep` copies a result to where it stays. */
export function withOffice(home, work) {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  const convert = (source, format, filter) => {
    const args = ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", format, "--outdir", folder];
    const from = filter ? [`--infilter=${filter}`] : [];
    execFileSync("soffice", [...args, ...from, join(folder, source)], { stdio: "ignore" });
  };
  const write = (name, text) => writeFileSync(join(folder, name), text);
  const keep = (name) => copyFileSync(join(folder, name), join(home, name));
  work({ write, convert, keep });
  rmSync(folder, { recursive: true });
}
