// Script text for Chromium 78: newer syntax rewritten, whitespace gone.
import { transformSync } from "esbuild";

export const lower = (code) => transformSync(code, { target: "chrome78", minify: true, charset: "utf8" }).code.trimEnd();
