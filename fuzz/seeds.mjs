// Where the fuzzer begins: the twins of the tests, and the parts of those that are containers.
// `node fuzz/seeds.mjs TARGET` fills fuzz/corpus/TARGET; what the fuzzer found before stays.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const [target] = process.argv.slice(2);
const twin = (name) => readFileSync(join(here, "../tests/twins", name));

/** The parts of a container, by name. */
function parts(bytes) {
  const found = new Map();
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    const packed = bytes.readUInt16LE(at + 10) === 8;
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), packed ? inflateRawSync(body) : body);
    at += 46 + name + extra + comment;
  }
  return found;
}

/** The parts that a target replaces, each behind the byte that chooses it. */
function chosen(file) {
  const source = readFileSync(join(here, "targets", `${target}.rs`), "utf8");
  const names = [...source.match(/PARTS.*\[(.*)\]/)[1].matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  const all = parts(twin(file));
  return names.filter((name) => all.has(name)).map((name) => Buffer.concat([Buffer.of(names.indexOf(name)), all.get(name)]));
}

const seeds = {
  text: () => [twin("report.txt"), twin("report-gb18030.txt")],
  html: () => [twin("report.html")],
  markdown: () => [twin("report.txt"), Buffer.from("| 项目 | 预算 |\n|---|--:|\n| 甲 | 10 |\n\n- 支出**10**万元\n")],
  csv: () => [twin("tables.csv"), Buffer.from("项目;预算\n\"甲\n乙\";10\n")],
  docx: () => [twin("report.docx"), ...chosen("report.docx")],
  xlsx: () => [twin("tables.xlsx"), ...chosen("tables.xlsx")],
  xls: () => [twin("tables.xls")],
  ods: () => [twin("tables.ods"), ...chosen("tables.ods")],
  pdf: () => [twin("report.pdf")],
  check: () => twin("report.txt").toString().split("\n").filter(Boolean).map((line) => Buffer.from(line)),
  words: () => [Buffer.from([96, 100, 5, 60, 21, 97, 10, 60, 22])],
};

const folder = join(here, "corpus", target);
mkdirSync(folder, { recursive: true });
seeds[target]().forEach((seed, at) => writeFileSync(join(folder, `seed-${at}`), seed));
