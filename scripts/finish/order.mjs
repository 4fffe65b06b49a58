// The order of a module's functions. gzip sees the last 32 KB only: a function costs little where those that resemble it stand
// just before it, and that is worth a fortieth of a module. Nothing else depends on the order.
import { readFileSync, writeFileSync } from "node:fs";
import { optimize } from "./optimize.mjs";

const SIGHT = 32 * 1024; // bytes that gzip sees
const RUN = 6; // bytes in a row by which functions resemble each other: a word and a half
const COMMON = 96; // a run in more functions than that tells nothing
const HEAD = 20; // a function is never cheaper than some bytes, however short

// Small first; no function becomes long by taking in the only one that calls it.
const SMALL = ["-Oz", "--low-memory-unused", "--one-caller-inline-max-function-size=500"];

/** Puts the functions of a module, after some passes, in the order in which they compress best. */
export function arrange(file, passes) {
  // Another round after the first, which trunk ran, finds what that one opened up. Functions stay apart that would become long
  // ones: browsers take much more than twice the time for twice the length.
  optimize(file, ...passes, ...SMALL);
  const module = readFileSync(file);
  const { imported, bodies } = functions(module);
  const order = likeAfterLike(bodies);
  const rank = new Map(order.map((body, at) => [imported + body, at]));
  const names = Array.from({ length: imported + bodies.length }, (_, index) => name(rank.get(index)));
  writeFileSync(file, Buffer.concat([module, nameSection(names)]));
  optimize(file, "--reorder-functions-by-name");
  // A last round leaves the order as it is and still finds four kilobytes of the engine.
  optimize(file, ...SMALL);
}

/** Imports keep their names equal, and so their order. */
const name = (at) => (at === undefined ? "" : String(at).padStart(6, "0"));

/** How many functions a module imports, and the bytes of those it has itself. */
export function functions(module) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const skip = (length) => (at += length);
  const limits = () => {
    if (number() & 1) number();
    number();
  };
  const KINDS = [number, () => (skip(1), limits()), limits, () => skip(2)];
  let imported = 0;
  const bodies = [];
  while (at < module.length) {
    const section = module[at++];
    const end = number() + at;
    if (section === 2) {
      for (let left = number(); left > 0; left--) {
        skip(number());
        skip(number());
        const kind = module[at++];
        KINDS[kind]();
        if (kind === 0) imported += 1;
      }
    } else if (section === 10) {
      for (let left = number(); left > 0; left--) {
        const length = number();
        bodies.push(module.subarray(at, skip(length)));
      }
    }
    at = end;
  }
  return { imported, bodies };
}

/** What a run tells: the fewer functions have it, the more. */
const worth = (holders) => 1 / Math.log2(1 + holders.length);

/** Each time that function next of which most stands already in what gzip still sees. */
function likeAfterLike(bodies) {
  const runs = telling(bodies.map(runsOf));
  const seen = new Map();
  const known = new Float64Array(bodies.length);
  const shift = (body, by) => {
    for (const [run, holders] of runs[body]) {
      const before = seen.get(run) ?? 0;
      seen.set(run, before + by);
      if ((before === 0) !== (before + by === 0)) for (const holder of holders) known[holder] += by * worth(holders);
    }
  };
  const left = new Set(bodies.keys());
  const order = [];
  let oldest = 0;
  let size = 0;
  for (let next = 0; left.size > 0; next = best(left, known, bodies)) {
    left.delete(next);
    order.push(next);
    shift(next, 1);
    size += bodies[next].length;
    for (; size > SIGHT && oldest < order.length - 1; oldest++) {
      size -= bodies[order[oldest]].length;
      shift(order[oldest], -1);
    }
  }
  return order;
}

function best(left, known, bodies) {
  let found;
  let most = -1;
  for (const body of left) {
    const share = known[body] / (bodies[body].length + HEAD);
    if (share > most) [found, most] = [body, share];
  }
  return found;
}

function runsOf(body) {
  const runs = new Set();
  // A hash stands for a run; the few that are taken for each other do no harm.
  for (let at = 0; at + RUN <= body.length; at++) runs.add(Math.imul(body.readInt32LE(at), 0x9e3779b1) ^ body.readInt16LE(at + 4));
  return runs;
}

/** Of the runs of each function those that some others have too, each with all that have it. */
function telling(sets) {
  const holders = new Map();
  sets.forEach((runs, body) => {
    for (const run of runs) {
      const known = holders.get(run);
      if (known) known.push(body);
      else holders.set(run, [body]);
    }
  });
  const tells = ([, all]) => all.length > 1 && all.length <= COMMON;
  return sets.map((runs) => Array.from(runs, (run) => [run, holders.get(run)]).filter(tells));
}

/** The custom section that names functions, by which binaryen sorts them. */
function nameSection(names) {
  const bytes = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...bytes(value >>> 7)]);
  const text = (word) => [...bytes(word.length), ...Buffer.from(word)];
  const sized = (content) => [...bytes(content.length), ...content];
  const named = names.flatMap((word, index) => [...bytes(index), ...text(word)]);
  return Buffer.from([0, ...sized([...text("name"), 1, ...sized([...bytes(names.length), ...named])])]);
}
