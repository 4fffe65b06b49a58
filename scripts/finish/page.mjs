// The two packagings of the page: a site of several files, and one file that works from disk.
import { createHash } from "node:crypto";
import { lower, unpacker } from "./lower.mjs";

/** The page of the site, and its policy for those who send it as a header; `part` gives a file's address and integrity. */
export function sitePage(html, scripts, parts, part) {
  const page = withShell(html, [inlineScript(pageScript({ ...scripts, frame: "" }, parts))]);
  const linked = page.replace(/(<link\b[^>]*\bhref=")(?:\.\/)?([^":?]+\.(css|svg))"/g, (_, before, name, kind) => {
    const { address, integrity } = part(name);
    // A browser that has an icon's bytes does not care where they come from.
    return `${before}${address}"${kind === "css" ? ` integrity="${integrity}"` : ""}`;
  });
  return withPolicy(linked, ["'self'"], ["worker-src 'self' blob:", "connect-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"]);
}

/** The page in one file, for disk or for a frame: nothing in it points outside. `modules` are packed. */
export function onePage(html, scripts, modules, styles) {
  const page = withShell(html, [
    inlineScript(scripts.app, ' id="app-script"'),
    inlineScript(scripts.desk, ' id="desk-script"'),
    inlineScript(scripts.engine, ' id="engine-script"'),
    inlineScript(unpacker(), ' id="unpack-script"'),
    ...Object.entries(modules).map(([name, text]) => `<script type="application/octet-stream" id="${name}-bytes">${text}</script>`),
    inlineScript(pageScript({ ...scripts, site: "" }, null)),
  ]);
  // A file on disk is never asked for an icon.
  const styled = page.replace(/<link\b[^>]*\brel="icon"[^>]*>\n?/g, "").replace(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, () => `<style>\n${styles}</style>`);
  return withPolicy(styled, [], ["worker-src blob:", "connect-src 'none'", "style-src 'unsafe-inline'", "img-src data:"]).html;
}

function pageScript(scripts, parts) {
  return lower(
    scripts.page
      .replace("/* PLACE */", () => (parts ? scripts.fetched : scripts.inline))
      .replace("/* SITE */", () => scripts.site)
      .replace("/* FRAME */", () => scripts.frame)
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

const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

// The policy goes in by script: Chromium before 97 refuses wasm without 'unsafe-eval', and later ones shall not have it.
function withPolicy(html, sources, directives) {
  if (!html.includes("<!-- policy -->")) throw new Error("index.html: Trunk wrote no place for the policy");
  const start = html.indexOf("<!-- policy -->");
  const end = start + "<!-- policy -->".length;
  const rest = html.slice(0, start) + html.slice(end);
  const hashes = [...rest.matchAll(/<script(?![^>]*\btype=)[^>]*>([^]*?)<\/script>/g)]
    .filter(([, code]) => code !== "")
    .map(([, code]) => hash(code));
  const before = ["default-src 'none'", ["script-src", ...sources, ...hashes].join(" ")].join("; ");
  const after = [...directives, "form-action 'none'", "base-uri 'none'"].join("; ");
  const writer =
    `document.write('<meta http-equiv="Content-Security-Policy" content="${before.replace(/'/g, "\\'")} '` +
    ` + (window.structuredClone ? "'wasm-unsafe-eval'" : "'unsafe-eval'") + '; ${after.replace(/'/g, "\\'")}">');`;
  // Right after the encoding is known and before anything is fetched.
  const place = /<meta charset="[^"]*">\n?/.exec(rest);
  const at = place.index + place[0].length;
  return {
    html: `${rest.slice(0, at)}<script>${writer}</script>\n${rest.slice(at)}`,
    // A header cannot tell old browsers from new ones, so it allows what old ones need; the page's own policy is the narrower.
    policy: `${before} ${hash(writer)} 'unsafe-eval'; ${after}`,
  };
}
