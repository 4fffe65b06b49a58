// Script text for Chromium 78: newer syntax rewritten, whitespace gone.
import { buildSync, transformSync } from "esbuild";

const floor = { target: "chrome78", minify: true, charset: "utf8" };

export const lower = (code, loader = "js") => transformSync(code, { ...floor, loader }).code.trimEnd();

/** A script that leaves no name behind; what esbuild adds for older browsers would be one. */
export const lowerAlone = (code) => transformSync(code, { ...floor, format: "iife" }).code.trimEnd();

/** The one function that the offline file takes from fflate. */
export function inflater() {
  const built = buildSync({
    ...floor,
    stdin: { contents: 'export { inflateSync } from "fflate";', resolveDir: process.cwd() },
    bundle: true,
    format: "iife",
    globalName: "goujiInflate",
    write: false,
  });
  return built.outputFiles[0].text.trimEnd();
}
