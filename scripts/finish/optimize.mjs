// wasm-opt on a module in its place.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const WASM_OPT = join("node_modules", ".bin", "wasm-opt");
// As in index.html: what Chromium 78 knows.
const FEATURES = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals"];

/** Runs passes over a module; what wasm-opt says. */
export function optimize(file, ...passes) {
  return execFileSync(WASM_OPT, [...FEATURES, ...passes, file, "-o", file], { encoding: "utf8" });
}
