// LibreOffice computes the formulas of exported workbooks anew, without what they were said to give: node tests/export/recompute.mjs [FILE…]
// Every cell must come to what was written in it, to half of its last printed place.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const texts = (folder) => readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => join(folder, name));
const files = process.argv.length > 2
  ? process.argv.slice(2)
  : [
      ...["market-bureau", "clean-bureau"].map((name) => `tests/reports/${name}/input.txt`),
      ...readdirSync("tests/twins").filter((name) => /\.(docx|xlsx|pdf)$/.test(name)).map((name) => join("tests/twins", name)),
      ...texts("tests/gold"),
    ];

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const sheets = (parts) => Object.keys(parts).filter((name) => SHEET.test(name)).sort();
const decode = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");

/** The cells with formulas of a sheet: place → value. */
function formulas(xml) {
  const out = new Map();
  for (const [, head, body] of xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)) {
    if (!body.includes("<f")) continue;
    const value = /<v>(.*?)<\/v>/s.exec(body);
    out.set(/\br="([A-Z]+\d+)"/.exec(head)[1], value === null ? null : decode(value[1]));
  }
  return out;
}

/** Whether a value computed is the value printed. */
function same(printed, computed) {
  if (computed === null) return false;
  if (!/^-?\d/.test(printed)) return printed === computed;
  const places = (printed.split(".")[1] ?? "").length;
  const width = 0.5 * 10 ** -places;
  return Math.abs(Number(printed) - Number(computed)) <= width * (1 + 1e-6) + Math.abs(Number(printed)) * 1e-14;
}

const folder = mkdtempSync(join(tmpdir(), "gouji-recompute-"));
const given = join(folder, "given");
const made = join(folder, "made");
mkdirSync(given);
const written = new Map();
execFileSync("cargo", ["build", "--quiet", "--example", "export"], { stdio: "inherit" });
for (const [index, file] of files.entries()) {
  const path = join(folder, "export.xlsx");
  execFileSync("target/debug/examples/export", [file, path], { stdio: "inherit" });
  const parts = unzipSync(readFileSync(path));
  const name = `${index}.xlsx`;
  written.set(name, { file, parts: structuredClone(parts) });
  for (const sheet of sheets(parts)) {
    parts[sheet] = strToU8(strFromU8(parts[sheet]).replace(/(<\/f>)<v>.*?<\/v>/gs, "$1"));
  }
  writeFileSync(join(given, name), zipSync(parts));
}
execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx", "--outdir", made, ...[...written.keys()].map((name) => join(given, name))], { stdio: "ignore" });

let cells = 0;
const wrong = [];
for (const [name, { file, parts }] of written) {
  const again = unzipSync(readFileSync(join(made, name)));
  for (const sheet of sheets(parts)) {
    const computed = formulas(strFromU8(again[sheet]));
    for (const [place, printed] of formulas(strFromU8(parts[sheet]))) {
      cells += 1;
      const value = computed.get(place) ?? null;
      if (!same(printed, value)) wrong.push(`${basename(file)} ${sheet} ${place}: written ${printed}, computed ${value}`);
    }
  }
}
rmSync(folder, { recursive: true });
console.log(`${files.length} workbooks, ${cells} formulas computed anew, ${wrong.length} otherwise than written`);
for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
process.exit(wrong.length > 0 || cells === 0 ? 1 : 0);
