// How long files take beside mammoth, SheetJS and pdf.js, in one browser run:
//   npm --prefix tests/peers ci && node tests/peers/compare.mjs [FILE…]
// Without files the twins are read. The built page must be there (scripts/build), and the browser tests' driver (scripts/setup test).
// gouji reads, checks every figure and hands over the whole report; its peers only read. So both are told: the whole, and
// the whole without what the check of the same text takes.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { basename, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { browsers } from "../browser/browsers.mjs";
import { built } from "../browser/places.mjs";

const RUNS = 7;
const twins = fileURLToPath(new URL("../twins/", import.meta.url));
const given = process.argv.slice(2);
const files = given.length > 0 ? given : ["report.docx", "report.pdf", "tables.xlsx", "tables.xls", "tables.ods"].map((name) => twins + name);

const PEER = { ".docx": "mammoth", ".pdf": "pdf.js", ".xlsx": "SheetJS", ".xls": "SheetJS", ".ods": "SheetJS" };

// Runs in the page: the least of several runs, for what the machine does besides only ever adds.
const measure = async ({ base64, name, peer, runs }) => {
  const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const least = async (work) => {
    const times = [];
    for (let i = 0; i < runs; i += 1) {
      const input = bytes();
      const begun = performance.now();
      await work(input);
      times.push(performance.now() - begun);
    }
    return Math.min(...times);
  };
  const peers = {
    mammoth: (input) => mammoth.convertToHtml({ arrayBuffer: input.buffer }),
    SheetJS: (input) => {
      const book = XLSX.read(input, { type: "array", cellNF: true });
      return book.SheetNames.map((sheet) => XLSX.utils.sheet_to_json(book.Sheets[sheet], { header: 1, raw: false }));
    },
    "pdf.js": async (input) => {
      const task = pdfjsLib.getDocument({ data: input, cMapUrl: "/peers/pdfjs-dist/cmaps/", cMapPacked: true });
      const book = await task.promise;
      for (let at = 1; at <= book.numPages; at += 1) await (await book.getPage(at)).getTextContent();
      await task.destroy();
    },
  };
  const report = window.engine.checkFile(bytes(), name);
  const whole = await least((input) => window.engine.checkFile(input, name));
  const check = await least(() => window.engine.check(report.document.text));
  return { whole, reading: Math.max(whole - check, 0), theirs: await least(peers[peer]) };
};

const load = async () => {
  const script = (src) =>
    new Promise((done, failed) => {
      document.head.appendChild(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
    });
  await script("/peers/mammoth/mammoth.browser.min.js");
  await script("/peers/xlsx/dist/xlsx.full.min.js");
  await script("/built/engine.js");
  window.pdfjsLib = await import("/peers/pdfjs-dist/build/pdf.min.mjs");
  pdfjsLib.GlobalWorkerOptions.workerSrc = "/peers/pdfjs-dist/build/pdf.worker.min.mjs";
  window.engine = await gouji.instance(await (await fetch("/built/engine_bg.wasm")).arrayBuffer());
};

// Two folders under one address, so that all of them run in one page; that page has no policy, because the peers need none.
const FOLDERS = { built, peers: fileURLToPath(new URL("node_modules", import.meta.url)) };
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const server = createServer(async (request, response) => {
  const [, folder, ...rest] = normalize(decodeURIComponent(request.url)).split("/");
  try {
    const body = folder in FOLDERS ? await readFile(join(FOLDERS[folder], ...rest)) : "<!DOCTYPE html>";
    response.writeHead(200, { "content-type": TYPES[extname(request.url)] ?? "text/html" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await browsers["Chromium (current)"]();
const page = await browser.open();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.evaluate(load);

console.log(`least of ${RUNS} runs, in milliseconds; a ratio above 1 says how many times faster gouji is`);
const milliseconds = (time) => time.toFixed(1).padStart(8);
for (const file of files) {
  const name = basename(file);
  const peer = PEER[extname(name)];
  const base64 = (await readFile(file)).toString("base64");
  try {
    const { whole, reading, theirs } = await page.evaluate(measure, { base64, name, peer, runs: RUNS });
    const ratio = (ours) => `${(theirs / ours).toFixed(1)}×`.padStart(7);
    console.log(
      `${name.padEnd(34)} read and check ${milliseconds(whole)} ${ratio(whole)}   read alone ${milliseconds(reading)} ${ratio(reading)}   ${peer} ${milliseconds(theirs)}`,
    );
  } catch (error) {
    console.log(`${name.padEnd(34)} ${String(error.message).split("\n")[0]}`);
    process.exitCode = 1;
  }
}
await browser.close();
server.close();
