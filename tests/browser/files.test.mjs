// The built files, without a browser: the offline file points nowhere, and the engine answers in Node.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { built } from "./places.mjs";
import { AWKWARD, SHORT, long } from "./texts.mjs";

const read = (name) => readFileSync(join(built, name), "utf8");
const offline = read("gouji.html");
const markup = offline.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, "$1").replace(/(<style\b[^>]*>)[^]*?<\/style>/g, "$1");

test("the offline file points nowhere", () => {
  assert.doesNotMatch(markup, /\b(src|href|srcset|action|data)\s*=/i);
  for (const [, style] of offline.matchAll(/<style\b[^>]*>([^]*?)<\/style>/g)) {
    assert.doesNotMatch(style, /@import|url\((?!["']?(data:|#))/i);
  }
});

for (const name of ["index.html", "gouji.html"]) {
  test(`${name}: two-kernel browsers are asked for the modern one first of all`, () => {
    assert.match(read(name), /<head>\s*<meta name="renderer" content="webkit">/);
  });

  test(`${name}: every inline script but the one that writes the policy is named in it`, () => {
    const [, first, ...rest] = read(name).match(/^[^]*?<script>([^]*?)<\/script>([^]*)$/);
    assert.match(first, /^document\.write\('<meta http-equiv="Content-Security-Policy"/);
    const scripts = [...rest.join("").matchAll(/<script(?![^>]*\btype=)[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code);
    assert.ok(scripts.length >= 2);
    for (const code of scripts) {
      assert.ok(first.includes(`sha256-${createHash("sha256").update(code).digest("base64")}`), code.slice(0, 80));
    }
  });
}

test("the site works under any path: no address begins at the root", () => {
  assert.doesNotMatch(read("index.html"), /\b(src|href)="\//);
  for (const [, bytes] of read("index.html").matchAll(/bytes:"([^"]*)"/g)) assert.match(bytes, /^\w+_bg\.wasm\?[0-9a-f]{12}$/);
});

test("the modules use nothing newer than Chromium 78", () => {
  for (const name of ["app_bg.wasm", "engine_bg.wasm"]) {
    const module = new WebAssembly.Module(readFileSync(join(built, name)));
    const kinds = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)];
    assert.ok(kinds.length > 0);
    // Reference types show as tables of references that the glue reaches into.
    assert.deepEqual(kinds.filter(({ name: symbol }) => symbol.includes("externref")), [], name);
  }
});

const gouji = createRequire(import.meta.url)(join(built, "engine.js"));

test("what is not a text is refused with a code", async () => {
  await assert.rejects(gouji.check(5), { code: "notText" });
});

test("offsets count as JavaScript counts", async () => {
  await gouji.load(readFileSync(join(built, "engine_bg.wasm")));
  for (const text of [SHORT, AWKWARD, long(15_000)]) {
    const report = await gouji.check(text);
    assert.equal(report.document.text, text);
    assert.ok(report.figures.length > 0);
    for (const figure of report.figures) assert.equal(text.slice(figure.start, figure.end), figure.text);
    for (const digits of report.excluded) assert.equal(text.slice(digits.start, digits.end), digits.text);
  }
});

test("a report is plain: null where there is nothing, objects for maps", async () => {
  const report = await gouji.check(SHORT);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.equal(Object.getPrototypeOf(report.document.precision), Object.prototype);
  assert.equal(report.document.pages, null);
});

const bytesOf = (name) => readFileSync(new URL(`../twins/${name}`, import.meta.url));

test("a file gives the report of its text, whatever its format and whatever holds its bytes", async () => {
  const expected = await gouji.checkFile(bytesOf("report.txt"), "report.txt");
  assert.equal(expected.findings.length, 6);
  const figures = (report) => report.figures.map((figure) => `${figure.value} ${figure.unit} ${figure.label}`);
  for (const name of ["report-gb18030.txt", "report.docx", "report.html", "report.pdf"]) {
    const report = await gouji.checkFile(new Uint8Array(bytesOf(name)).buffer, name);
    assert.deepEqual(figures(report), figures(expected), name);
    assert.equal(report.document.tables.length, 3, name);
  }
});

test("a file that cannot be read is refused with a code and what to do, and the next is read", async () => {
  const richText = Buffer.from("{\\rtf1\\ansi 2023}");
  await assert.rejects(gouji.checkFile(richText, "报告.docx"), { code: "richText", message: /另存为/ });
  await assert.rejects(gouji.checkFile(new Uint8Array(), ""), { code: "empty" });
  await assert.rejects(gouji.checkFile("text", "report.txt"), { code: "notBytes" });
  await assert.rejects(gouji.checkFile(richText, 5), { code: "notText" });
  assert.equal((await gouji.checkFile(bytesOf("report.txt"))).findings.length, 6);
});
