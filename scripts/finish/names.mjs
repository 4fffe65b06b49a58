// What a module and its glue call each other by. wasm-bindgen's names carry a hash each, which no compression shortens
// and which stands in both; a page would wait for six kilobytes of them.
import { optimize } from "./optimize.mjs";

// What binaryen calls the one module of all imports.
const MODULE = "a";

/** Gives the names of a module's imports and exports one letter or two, in its file and in its glue, which is given back. */
export function shorten(glue, file) {
  const said = optimize(file, "--minify-imports-and-exports-and-modules");
  const { imports, exports } = JSON.parse(said);
  const given = new Map(imports.map(([, name, short]) => [name, short]));
  const taken = new Map(exports);
  const modules = new Set(imports.map(([module]) => module));
  if (modules.size !== 1) throw new Error(`${file}: imports of ${modules.size} modules`);
  let met = 0;
  const renamed = glue
    .replace(`${JSON.stringify([...modules][0])}: `, () => `${MODULE}: `)
    .replace(/^( +)(__wb\w+): function/gm, (whole, indent, name) => {
      if (!given.has(name)) throw new Error(`${file}: does not import ${name}`);
      met += 1;
      return `${indent}${given.get(name)}: function`;
    })
    .replace(/\bwasm\.(\w+)/g, (whole, name) => {
      if (!taken.has(name)) throw new Error(`${file}: does not export ${name}`);
      return `wasm.${taken.get(name)}`;
    });
  if (met !== imports.length) throw new Error(`${file}: ${met} of ${imports.length} imports are in its glue`);
  return renamed;
}
