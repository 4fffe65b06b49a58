// Script text for Chromium 78: newer syntax rewritten, whitespace gone.
import { buildSync, transformSync } from "esbuild";

const floor = { target: "chrome78", minify: true, charset: "utf8" };

export const lower = (code, loader = "js") => transformSync(code, { ...floor, loader }).code.trimEnd();

/** A script that leaves no name behind; what esbuild adds for older browsers would be one. */
export const lowerAlone = (code) => transformSync(code, { ...floor, format: "iife" }).code.trimEnd();

/** What reads the offline file's modules back, with the LZMA decoder that it takes from npm. */
export function unpacker() {
  const built = buildSync({ ...floor, entryPoints: ["src/web/shell/unpack.mjs"], bundle: true, format: "iife", globalName: "goujiUnpack", write: false });
  return built.outputFiles[0].text.trimEnd();
}
