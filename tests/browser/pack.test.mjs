// The offline file holds its modules packed, as characters: every byte comes back, and no character means anything to HTML.
import { test } from "node:test";
import assert from "node:assert/strict";
import { characters, pack } from "../../scripts/finish/pack.mjs";
import { unarmoured, unpack } from "../../src/web/shell/unpack.mjs";

let state = 7;
const next = () => (state = (state * 48_271) % 2_147_483_647);
const samples = (length) => [Buffer.alloc(length), Buffer.alloc(length, 255), Buffer.from(Array.from({ length }, () => next() & 255))];

test("bytes of any kind and length come back from characters, with a byte too many at most", () => {
  for (let length = 0; length < 300; length += 1) {
    for (const bytes of samples(length)) {
      const text = characters(bytes);
      assert.match(text, /^[!-~]*$/);
      assert.doesNotMatch(text, /[<&\\]/);
      const back = unarmoured(text);
      assert.deepEqual(Buffer.from(back.subarray(0, length)), bytes);
      assert.ok(back.length <= length + 1, `${back.length} of ${length}`);
    }
  }
});

test("modules of any kind and length are unpacked as they were packed, and smaller where they repeat themselves", () => {
  for (const length of [1, 2, 255, 4_096, 70_000]) {
    for (const bytes of samples(length)) assert.deepEqual(Buffer.from(unpack(pack(bytes))), bytes);
  }
  assert.ok(pack(Buffer.alloc(70_000, 255)).length < 1_000);
});
