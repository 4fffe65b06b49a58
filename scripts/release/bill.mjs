// The bill of materials (SBOM), CycloneDX 1.6: node scripts/release/bill.mjs OUT. Without time or chance, so that two builds agree.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { address, shipped } from "./shipped.mjs";

const run = (command, ...flags) => execFileSync(command, flags, { encoding: "utf8" }).trim();

/** An npm integrity value as a hash of CycloneDX. */
function hash(entry) {
  if (entry.checksum) return [{ alg: "SHA-256", content: entry.checksum }];
  const [algorithm, value] = entry.integrity.split("-");
  return [{ alg: algorithm.toUpperCase().replace("SHA", "SHA-"), content: Buffer.from(value, "base64").toString("hex") }];
}

function component(entry, type) {
  return {
    type,
    "bom-ref": address(entry),
    name: entry.name,
    version: entry.version,
    // Old crates write a slash for OR.
    ...(entry.license && { licenses: [{ expression: entry.license.replace(/\s*\/\s*/g, " OR ") }] }),
    ...(!entry.isOurs && { hashes: hash(entry) }),
    purl: address(entry),
    ...(entry.repository && { externalReferences: [{ type: "vcs", url: entry.repository }] }),
  };
}

const { project, others } = shipped();
const bill = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    component: component(project, "application"),
    properties: [
      { name: "rustc", value: run("rustc", "--version") },
      { name: "wasm-bindgen", value: run("wasm-bindgen", "--version") },
      { name: "wasm-opt", value: run("wasm-opt", "--version") },
    ],
  },
  components: others.map((entry) => component(entry, "library")),
  dependencies: [project, ...others].map((entry) => ({
    ref: address(entry),
    dependsOn: entry.isOurs ? [...entry.needs, ...others.filter((other) => other.kind === "npm").map(address)] : entry.needs,
  })),
};
writeFileSync(process.argv[2], `${JSON.stringify(bill, null, 2)}\n`);
console.log(`bill of ${others.length} components`);
