// The npm folder, packed and installed as a user would: Node and Deno give what the native program gives, byte for byte.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const release = readdirSync("dist").map((name) => join("dist", name, "npm"))[0];
const twins = readdirSync("tests/twins").filter((name) => /^(report|tables)/.test(name)).map((name) => join("tests/twins", name));
const files = ["tests/reports/market-bureau/input.txt", "tests/reports/clean-bureau/input.txt", ...twins];
const deno = join("tests/npm/node_modules/.bin/deno");

let home;
let installed;
let gouji;
before(async () => {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--example", "check", "--example", "export"], { stdio: "inherit" });
  home = mkdtempSync(join(tmpdir(), "gouji-npm-"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", home, resolve(release)], { stdio: "pipe" });
  writeFileSync(join(home, "package.json"), "{}");
  const packed = readdirSync(home).find((name) => name.endsWith(".tgz"));
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", `./${packed}`], { cwd: home });
  installed = join(home, "node_modules/gouji");
  gouji = await import(pathToFileURL(join(installed, "node.mjs")).href);
});
after(() => rmSync(home, { recursive: true, force: true }));

const native = (name, ...given) => execFileSync(`target/debug/examples/${name}`, given, { maxBuffer: 1 << 28 });
const run = (command, given, options) => spawnSync(command, given, { encoding: "utf8", maxBuffer: 1 << 28, ...options });

test("every file gives the JSON of the native program, to the byte", async () => {
  assert.ok(files.length > 8, "the files are found");
  for (const file of files) {
    const report = await gouji.checkFile(readFileSync(file), file);
    const expected = native("check", file).toString();
    assert.equal(`[${JSON.stringify({ file, report, error: null })}]\n`, expected, file);
    assert.equal(`[{"file":${JSON.stringify(file)},"report":${await gouji.exportJson(report)},"error":null}]\n`, expected, file);
  }
});

test("every export is that of the native program, to the byte", async () => {
  for (const file of files.slice(0, 4)) {
    const report = await gouji.checkFile(readFileSync(file), file);
    const exported = { xlsx: await gouji.exportWorkbook(report), csv: await gouji.exportCsv(report), md: await gouji.exportMarkdown(report), json: await gouji.exportJson(report) };
    for (const [ending, content] of Object.entries(exported)) {
      const out = join(home, `out.${ending}`);
      native("export", file, out);
      assert.ok(Buffer.from(content).equals(readFileSync(out)), `${file}: ${ending}`);
    }
  }
});

test("a file that cannot be read is refused with the native code and sentence", async () => {
  const file = join(home, "旧.doc");
  writeFileSync(file, Buffer.from("d0cf11e0a1b11ae1", "hex"));
  const [{ error }] = JSON.parse(run("target/debug/examples/check", [file]).stdout);
  await assert.rejects(gouji.checkFile(readFileSync(file), file), { code: error.code, message: error.message });
});

test("what is not text, bytes, report or format is refused with its code, and the engine goes on", async () => {
  await assert.rejects(gouji.check(1), { code: "notText" });
  await assert.rejects(gouji.checkFile("text"), { code: "notBytes" });
  await assert.rejects(gouji.exportJson(null), { code: "notReport" });
  await assert.rejects(gouji.exportJson({ version: "1" }), { code: "notReport" });
  const report = await gouji.check("全年支出12.50万元，其中基本支出7.25万元，项目支出6.25万元。");
  await assert.rejects(gouji.exportCsv(report, { table: "nothing" }), { code: "notFormat" });
  assert.equal(report.findings.length, 1);
  assert.ok((await gouji.exportCsv(report)).startsWith("\ufeff序号,"));
});

test("many reports become one table, whose totals are exact, and it is written as every format", async () => {
  const text = (name, total) => `${name}2023年度部门整体支出绩效自评报告\n2023年度总支出${total}万元，其中：基本支出${total}万元。\n`;
  const reports = await Promise.all([["云岭县档案馆", "700.25"], ["云岭县文化馆", "500.50"]].map(async ([name, total]) => ({ name: `${name}.txt`, report: await gouji.check(text(name, total)) })));
  const summary = await gouji.aggregate(reports, { unit: "万元" });
  assert.deepEqual(summary.rows.map(({ organization }) => organization), ["云岭县档案馆", "云岭县文化馆"]);
  assert.equal(summary.columns.find(({ key }) => key === "expenditure").total, "1200.75");
  assert.equal(Buffer.from(await gouji.exportSummary(summary, "workbook")).subarray(0, 2).toString(), "PK");
  assert.deepEqual(JSON.parse(Buffer.from(await gouji.exportSummary(summary, "json"))), summary);
  await assert.rejects(gouji.exportSummary(summary, "markdown"), { code: "notFormat" });
  await assert.rejects(gouji.aggregate([{ name: "x" }]), { code: "notReport" });
  await assert.rejects(gouji.aggregate("x"), { code: "notReport" });
});

test("bytes given by hand serve the checks, and an export says what it lacks", async () => {
  const own = createRequire(import.meta.url)(join(installed, "engine.js"));
  own.from(readFileSync(join(installed, "engine_bg.wasm")));
  const report = await own.check("全年支出12.50万元，其中基本支出7.25万元，项目支出6.25万元。");
  assert.equal(report.findings.length, 1);
  await assert.rejects(own.exportWorkbook(report), { code: "notLoaded" });
  own.from((file) => readFileSync(join(installed, file)));
  assert.equal(await own.exportJson(report), await gouji.exportJson(report));
});

test("require gives the same functions", () => {
  const required = createRequire(join(installed, "index.cjs"))("gouji");
  for (const name of ["check", "checkFile", "calculate", "packs", "exportReport", "exportWorkbook", "exportCsv", "exportMarkdown", "exportJson", "aggregate", "exportSummary", "load", "from"]) {
    assert.equal(typeof required[name], "function", name);
    assert.equal(required[name], gouji[name], name);
  }
});

test("the examples run in Node", () => {
  const text = resolve(files[0]);
  const json = run("node", [join(installed, "examples/check.cjs"), text]);
  const out = join(home, "native.json");
  native("export", files[0], out);
  const [given, expected] = [json.stdout, readFileSync(out, "utf8")].map(JSON.parse);
  assert.equal(json.status, 0, json.stderr);
  assert.deepEqual(given.findings, expected.findings);
  const shown = run("node", [join(installed, "examples/check.mjs"), text, join(home, "node.xlsx")]);
  assert.equal(shown.status, 0, shown.stderr);
  assert.match(shown.stdout, /W01 合计与分项不符/);
});

test("the example runs in Deno, without a network, and gives what Node gives", () => {
  const text = resolve(files[0]);
  const given = ["examples/check.mjs", text];
  const [inDeno, inNode] = [
    run(resolve(deno), ["run", "--no-remote", "--allow-read", "--allow-write", ...given, join(home, "deno.xlsx")], { cwd: installed }),
    run("node", [...given, join(home, "node.xlsx")], { cwd: installed }),
  ];
  assert.equal(inDeno.status, 0, inDeno.stderr);
  assert.equal(inDeno.stdout, inNode.stdout);
  assert.ok(readFileSync(join(home, "deno.xlsx")).equals(readFileSync(join(home, "node.xlsx"))));
});
