// The two packagings of the page: a site of several files, and one file that works from disk.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { armour } from "./armour.mjs";
import { inflater, lower } from "./lower.mjs";

/** The page of the site; `address` gives a file's name with its content's hash. */
export function sitePage(html, scripts, parts, address) {
  const page = withShell(html, [inlineScript(pageScript(scripts, parts))]);
  const linked = page.replace(/(<link\b[^>]*\bhref=")(?:\.\/)?([^":?]+\.(?:css|svg))"/g, (_, before, name) => `${before}${address(name)}"`);
  return withPolicy(linked, ["'self'"], ["connect-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"]);
}

// By gzip itself, whose deflate is smaller than that of Node; without its head of ten bytes and its foot of eight.
const deflated = (bytes) => execFileSync("gzip", ["-9", "-n"], { input: bytes, maxBuffer: 2 * bytes.length }).subarray(10, -8);

/** The offline file: nothing in it points outside. */
export function offlinePage(html, scripts, modules, read) {
  const page = withShell(html, [
    inlineScript(scripts.app, ' id="app-script"'),
    inlineScript(scripts.desk, ' id="desk-script"'),
    inlineScript(scripts.engine, ' id="engine-script"'),
    // DecompressionStream is younger than the floor, so the file brings its own inflate: three kilobytes that save a megabyte.
    inlineScript(inflater()),
    ...Object.entries(modules).map(
      ([name, bytes]) =>
        `<script type="application/octet-stream" id="${name}-bytes">${armour(deflated(bytes))}</script>`,
    ),
    inlineScript(pageScript(scripts, null)),
  ]);
  // A file on disk is never asked for an icon.
  const styled = page.replace(/<link\b[^>]*\brel="icon"[^>]*>\n?/g, "").replace(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, (tag) => {
    const name = /\bhref="(?:\.\/)?([^"?]+)"/.exec(tag)[1];
    const media = /\bmedia="[^"]*"/.exec(tag);
    return `<style${media ? ` ${media[0]}` : ""}>\n${read(name)}</style>`;
  });
  return withPolicy(styled, [], ["connect-src 'none'", "style-src 'unsafe-inline'", "img-src data:"]);
}

function pageScript(scripts, parts) {
  return lower(
    scripts.page
      .replace("/* PARTS */ null", () => JSON.stringify(parts))
      .replace('/* WORKER */ ""', () => JSON.stringify(scripts.worker)),
  );
}

function withShell(html, elements) {
  if (!html.includes("<!-- shell -->")) throw new Error("index.html: Trunk wrote no place for the scripts");
  return html.replace("<!-- shell -->", () => elements.join("\n"));
}

// An inline script ends at the first end tag, and a comment mark in it changes how it is read.
function inlineScript(code, attributes = "") {
  const safe = code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  return `<script${attributes}>${safe}</script>`;
}

// The policy goes in by script: Chromium before 97 refuses wasm without 'unsafe-eval', and later ones shall not have it.
function withPolicy(html, sources, directives) {
  if (!html.includes("<!-- policy -->")) throw new Error("index.html: Trunk wrote no place for the policy");
  const start = html.indexOf("<!-- policy -->");
  const end = start + "<!-- policy -->".length;
  const rest = html.slice(0, start) + html.slice(end);
  const hashes = [...rest.matchAll(/<script(?![^>]*\btype=)[^>]*>([^]*?)<\/script>/g)]
    .filter(([, code]) => code !== "")
    .map(([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  const before = ["default-src 'none'", ["script-src", ...sources, ...hashes].join(" ")].join("; ");
  const after = ["worker-src blob:", ...directives, "form-action 'none'", "base-uri 'none'"].join("; ");
  const writer =
    `document.write('<meta http-equiv="Content-Security-Policy" content="${before.replace(/'/g, "\\'")} '` +
    ` + (window.structuredClone ? "'wasm-unsafe-eval'" : "'unsafe-eval'") + '; ${after.replace(/'/g, "\\'")}">');`;
  // Right after the encoding is known and before anything is fetched.
  const place = /<meta charset="[^"]*">\n?/.exec(rest);
  const at = place.index + place[0].length;
  return `${rest.slice(0, at)}<script>${writer}</script>\n${rest.slice(at)}`;
}
