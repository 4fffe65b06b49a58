// The offline file holds its modules as characters: every byte comes back, and no character means anything to HTML.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { characters } from "../../scripts/finish/characters.mjs";

const shell = readFileSync(new URL("../../src/web/shell/inline.js", import.meta.url), "utf8").replace('/* WORKER */ ""', '""');
const packed = new Function(`${shell}; return packed;`)();

test("bytes of any kind and length come back, with a byte too many at most", () => {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  for (let length = 0; length < 300; length += 1) {
    for (const bytes of [Buffer.alloc(length), Buffer.alloc(length, 255), Buffer.from(Array.from({ length }, () => next() & 255))]) {
      const text = characters(bytes);
      assert.match(text, /^[!-~]*$/);
      assert.doesNotMatch(text, /[<&\\]/);
      const back = packed(text);
      assert.deepEqual(Buffer.from(back.subarray(0, length)), bytes);
      assert.ok(back.length <= length + 1, `${back.length} of ${length}`);
    }
  }
});
