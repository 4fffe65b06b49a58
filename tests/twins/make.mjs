// Writes the twins again, with LibreOffice: `node tests/twins/make.mjs`. What it writes is kept with the tests, so that these need
// no LibreOffice.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { linesAbove, page, withOffice, workbook } from "../office.mjs";
import { content, tables, title } from "./report.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Text as it is pasted: cells between tabs. */
function text() {
  const part = (node) => {
    if (typeof node === "string") return node;
    if (node.heading) return node.heading;
    const { table } = node;
    return `${[table.title, ...linesAbove(table)].join("\n")}\n${table.rows.map((row) => row.join("\t")).join("\n")}\n`;
  };
  return `${title}\n${content.map(part).join("\n")}\n`;
}

function csv() {
  const quoted = (words) => (words.includes(",") ? `"${words}"` : words);
  const lines = (table) => [table.title, ...linesAbove(table), ...table.rows.map((row) => row.map(quoted).join(","))];
  return tables.map((table) => lines(table).join("\r\n")).join("\r\n\r\n") + "\r\n";
}

const paper = "@page { size: A4; margin: 2cm } body { font-family: 'Noto Serif CJK SC'; font-size: 11pt } td, th { padding: 2pt }";
writeFileSync(join(here, "report.html"), page(title, content, "td { padding: 2pt }"));
writeFileSync(join(here, "report.txt"), text());
writeFileSync(join(here, "tables.csv"), csv());
const gbk = execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], { input: text() });
writeFileSync(join(here, "report-gb18030.txt"), gbk);
withOffice(here, ({ write, convert, keep }) => {
  write("report.html", page(title, content, paper));
  write("tables.fods", workbook(tables, (table) => table.title.slice(0, 2)));
  convert("report.html", "odt", "HTML (StarWriter)");
  convert("report.odt", "docx:MS Word 2007 XML");
  convert("report.odt", "pdf");
  for (const format of ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods"]) convert("tables.fods", format);
  for (const name of ["report.docx", "report.pdf", "tables.xlsx", "tables.xls", "tables.ods"]) keep(name);
});
