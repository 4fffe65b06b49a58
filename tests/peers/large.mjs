// Files larger than one dares to paste, of our own making: node tests/peers/large.mjs FOLDER
// A docx of some 50 pages; a PDF of some 200 (by LibreOffice); workbooks: plain numbers as many as the limit of cells lets in, 20 MB
// of formulas with results of full precision, and a small sheet beside one that is too large.
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

/** A sheet of numbers, each cell as `cell` writes it from a number below a hundred million. */
function sheet(rows, columns, cell) {
  const next = chance(11);
  const letters = Array.from({ length: columns }, (_, at) => String.fromCharCode(65 + at));
  const row = (number) => `<row r="${number}">${letters.map((letter) => cell(letter + number, next)).join("")}</row>`;
  const lines = Array.from({ length: rows }, (_, at) => row(at + 1));
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

const plain = (name, next) => `<c r="${name}"><v>${next(100_000_000) / 100}</v></c>`;
const computed = (name, next) => {
  const [a, b, c, d, e] = [next(10_000_000), next(10_000_000), 1 + next(100_000_000), next(100_000_000), next(10_000)];
  return `<c r="${name}"><f>${a}*${b}/${c}+${d}/${c}+${e}</f><v>${(a * b + d) / c + e}</v></c>`;
};

/** A workbook of these sheets. */
function xlsx(sheets) {
  const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const names = Object.keys(sheets);
  const each = (one) => names.map((name, at) => one(name, at + 1)).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(`<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>${each((_, at) => `<Override PartName="/xl/sheet${at}.xml" ContentType="${kinds}.worksheet+xml"/>`)}</Types>`),
    "_rels/.rels": strToU8(`<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    "xl/workbook.xml": strToU8(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${links}"><sheets>${each((name, at) => `<sheet name="${name}" sheetId="${at}" r:id="s${at}"/>`)}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships xmlns="${packaged}/relationships">${each((_, at) => `<Relationship Id="s${at}" Type="${links}/worksheet" Target="sheet${at}.xml"/>`)}</Relationships>`),
    ...Object.fromEntries(names.map((name, at) => [`xl/sheet${at + 1}.xml`, strToU8(sheets[name])])),
  });
}

const write = (name, bytes) => writeFileSync(join(folder, name), bytes);
write("50-pages.docx", docx(13));
write("source.docx", docx(52));
execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "source.docx")], { stdio: "ignore" });
renameSync(join(folder, "source.pdf"), join(folder, "200-pages.pdf"));
write("500000-cells.xlsx", xlsx({ 明细: sheet(25_000, 20, plain) }));
write("20-megabytes.xlsx", xlsx({ 甲: sheet(16_000, 20, computed), 乙: sheet(8_900, 20, computed) }));
write("large-sheet.xlsx", xlsx({ 总表: sheet(30, 20, plain), 明细: sheet(145_000, 20, plain) }));
for (const name of ["50-pages.docx", "200-pages.pdf", "500000-cells.xlsx", "20-megabytes.xlsx", "large-sheet.xlsx"]) {
  console.log(`${name.padEnd(20)} ${(statSync(join(folder, name)).size / 2 ** 20).toFixed(1)} MB`);
}
