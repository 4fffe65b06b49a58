// Modules as characters of a page: compressed by LZMA, which makes a fifth less of them than deflate, and written in characters
// that mean nothing to HTML. src/web/shell/unpack.mjs reads them back.
import { compress } from "lzma1";

export function pack(bytes) {
  const packed = compress(bytes, 9);
  return characters(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength));
}

const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((character) => !"<&\\".includes(character));

/** Thirteen or fourteen bits in two of 91, where base64 has twelve. */
export function characters(bytes) {
  const out = [];
  let held = 0;
  let bits = 0;
  const write = (value) => out.push(DIGITS[value % 91], DIGITS[Math.floor(value / 91)]);
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 14) continue;
    // Of fourteen bits the 89 least values leave room for one bit more than thirteen.
    const taken = (held & 8191) > 88 ? 13 : 14;
    write(held & ((1 << taken) - 1));
    held >>>= taken;
    bits -= taken;
  }
  if (bits > 0) write(held);
  return out.join("");
}
