// The licences of everything in the release that is not ours: node scripts/release/licences.mjs OUT
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shipped } from "./shipped.mjs";

const NAMES = /^(licen[cs]e|copying|notice|copyright|unlicense)/i;

/** The licence texts that a package brings, also for what lies in a folder of it. */
function texts(folder, depth = 0) {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return depth === 0 || NAMES.test(name) ? texts(path, depth + 1) : [];
    return NAMES.test(name) && !name.endsWith(".rs") ? [readFileSync(path, "utf8")] : [];
  });
}

/** Where a package brings no text, the usual ones of the licences that it names. */
function usual(entry) {
  const named = entry.license ?? "";
  const found = [/MIT/.test(named) && "LICENSE-MIT", /Apache-2\.0/.test(named) && "LICENSE-APACHE"].filter(Boolean);
  if (found.length === 0) throw new Error(`${entry.name} ${entry.version} (${named}) brings no licence text`);
  return found.map((name) => `${entry.authors.join(", ")}\n\n${readFileSync(name, "utf8").replace(/^Copyright .*\n+/m, "")}`);
}

const { others } = shipped();
const out = [
  "What gouji is made with, and under which licences (第三方组件及其许可).",
  "Each text stands once; the list says to which it belongs. Rust's standard library is under MIT OR Apache-2.0.",
  "",
];
const known = new Map();
for (const entry of others) {
  const own = texts(entry.folder);
  const numbers = (own.length > 0 ? own : usual(entry)).map((text) => {
    const plain = text.replace(/\r\n?/g, "\n").trim();
    const key = createHash("sha256").update(plain.replace(/\s+/g, " ")).digest("hex");
    if (!known.has(key)) known.set(key, { number: known.size + 1, plain });
    return `[${known.get(key).number}]`;
  });
  out.push(`${entry.name} ${entry.version}  ${entry.license ?? "see its text"}  ${[...new Set(numbers)].join(" ")}  ${entry.repository ?? ""}`.trimEnd());
}
for (const { number, plain } of known.values()) out.push("", "-".repeat(80), `[${number}]`, "", plain);
writeFileSync(process.argv[2], `${out.join("\n")}\n`);
console.log(`licences of ${others.length} components, ${known.size} texts`);
