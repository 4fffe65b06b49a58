// Bytes as characters of a page: thirteen or fourteen bits in two of 91, where base64 has twelve. No character of them means anything to HTML.
const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((character) => !"<&\\".includes(character));

/** Read back by src/web/shell/inline.js. */
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
