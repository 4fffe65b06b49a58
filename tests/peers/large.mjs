// Files larger than one dares to paste, of our own making: node tests/peers/large.mjs FOLDER
// A docx of some 50 pages, a PDF of some 200 (by LibreOffice), an xlsx of plain numbers as large as the limit of cells lets in,
// and one of 20 MB, which it does not.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

/** The same numbers at every run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The twin's body so many times, each with other amounts. */
function docx(times) {
  const parts = unzipSync(readFileSync("tests/twins/report.docx"));
  const xml = strFromU8(parts["word/document.xml"]);
  const [begin, end] = [xml.indexOf("<w:body>") + "<w:body>".length, xml.indexOf("<w:sectPr")];
  const next = chance(7);
  const varied = (words) => words.replace(/\d{2,}\.\d\d/g, (amount) => amount.replace(/\d/g, () => String(1 + next(9))));
  const body = xml.slice(begin, end).split(/(?<=<\/w:t>)/);
  const copy = () => body.map((piece) => piece.replace(/<w:t([^>]*)>([^<]*)<\/w:t>$/, (_, more, words) => `<w:t${more}>${varied(words)}</w:t>`)).join("");
  parts["word/document.xml"] = strToU8(xml.slice(0, begin) + Array.from({ length: times }, copy).join("") + xml.slice(end));
  return zipSync(parts);
}

/** A sheet of plain numbers. */
function xlsx(rows, columns) {
  const next = chance(11);
  const letters = Array.from({ length: columns }, (_, at) => String.fromCharCode(65 + at));
  const cell = (letter, row) => `<c r="${letter}${row}"><v>${next(100_000_000) / 100}</v></c>`;
  const lines = Array.from({ length: rows }, (_, at) => `<row r="${at + 1}">${letters.map((letter) => cell(letter, at + 1)).join("")}</row>`);
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`;
  const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  return zipSync({
    "[Content_Types].xml": strToU8(`<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${kinds}.worksheet+xml"/></Types>`),
    "_rels/.rels": strToU8(`<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    "xl/workbook.xml": strToU8(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${links}"><sheets><sheet name="明细" sheetId="1" r:id="a"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" Type="${links}/worksheet" Target="sheet1.xml"/></Relationships>`),
    "xl/sheet1.xml": strToU8(sheet),
  });
}

const write = (name, bytes) => writeFileSync(join(folder, name), bytes);
write("50-pages.docx", docx(13));
write("source.docx", docx(52));
execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "source.docx")], { stdio: "ignore" });
renameSync(join(folder, "source.pdf"), join(folder, "200-pages.pdf"));
write("500000-cells.xlsx", xlsx(25_000, 20));
write("20-megabytes.xlsx", xlsx(145_000, 20));
for (const name of ["50-pages.docx", "200-pages.pdf", "500000-cells.xlsx", "20-megabytes.xlsx"]) {
  console.log(`${name.padEnd(20)} ${(statSync(join(folder, name)).size / 2 ** 20).toFixed(1)} MB`);
}
