// What of others is in the release: the crates of the two modules, and what their scripts take from npm.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The npm package that is in the offline file. */
const NPM = ["js-lzma"];

const cargo = (...flags) => execFileSync("cargo", flags, { maxBuffer: 1 << 28, encoding: "utf8" });

/** Crates that are linked into a module, each with what it needs itself: no build scripts, no macros, no tests. */
function crates() {
  const features = ["--locked", "--features", "web"];
  const tree = cargo("tree", ...features, "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", " {p}");
  const needs = new Map();
  const above = [];
  for (const [, depth, name, version] of tree.matchAll(/^(\d+) (\S+) v(\S+)/gm)) {
    const key = `${name} ${version}`;
    if (!needs.has(key)) needs.set(key, new Set());
    if (depth > 0) needs.get(above[depth - 1]).add(`pkg:cargo/${name}@${version}`);
    above[depth] = key;
  }
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", ...features, "--filter-platform", "wasm32-unknown-unknown"));
  const checksums = locked();
  const kept = packages.filter((entry) => needs.has(`${entry.name} ${entry.version}`));
  if (kept.length !== needs.size) throw new Error("cargo tree and cargo metadata disagree");
  return kept.map((entry) => ({
    kind: "cargo",
    name: entry.name,
    version: entry.version,
    license: entry.license ?? null,
    authors: entry.authors,
    repository: entry.repository,
    folder: join(entry.manifest_path, ".."),
    checksum: checksums.get(`${entry.name} ${entry.version}`) ?? null,
    needs: [...needs.get(`${entry.name} ${entry.version}`)].sort(),
    isOurs: entry.source === null,
  }));
}

/** The checksums of Cargo.lock. */
function locked() {
  const entries = readFileSync("Cargo.lock", "utf8").split("[[package]]").slice(1);
  const value = (entry, key) => new RegExp(`^${key} = "(.*)"`, "m").exec(entry)?.[1];
  return new Map(entries.map((entry) => [`${value(entry, "name")} ${value(entry, "version")}`, value(entry, "checksum")]));
}

function npm() {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  return NPM.map((name) => {
    const { version, license, integrity } = lock[`node_modules/${name}`];
    const folder = join("node_modules", name);
    if (!existsSync(folder)) throw new Error(`${folder} is not installed`);
    const { author, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return {
      kind: "npm",
      name,
      version,
      license,
      authors: [typeof author === "string" ? author : author?.name].filter(Boolean),
      repository: typeof repository === "string" ? repository : repository?.url,
      folder,
      integrity,
      needs: [],
      isOurs: false,
    };
  });
}

export const address = (entry) => `pkg:${entry.kind}/${entry.name}@${entry.version}`;

/** Everything that is in the release, the project first, the others by name. */
export function shipped() {
  const all = [...crates(), ...npm()];
  const order = (a, b) => (address(a) < address(b) ? -1 : 1);
  return { project: all.find((entry) => entry.isOurs), others: all.filter((entry) => !entry.isOurs).sort(order) };
}
