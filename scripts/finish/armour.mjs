// Bytes as characters of a page: thirteen bits in two of 91 characters, a twelfth shorter than base64.
// The characters are those of ASCII that are seen, without `&`, `<` and `>`, so that nothing in them ends a script.
// src/web/shell/page.js takes them off again.

export const CHARACTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((character) => !"&<>".includes(character))
  .join("");

export function armour(bytes) {
  const out = [];
  let held = 0;
  let count = 0;
  const put = (bits) => out.push(CHARACTERS[bits % 91], CHARACTERS[Math.floor(bits / 91)]);
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    if (count >= 13) {
      put(held & 0x1fff);
      held >>= 13;
      count -= 13;
    }
  }
  if (count > 0) put(held);
  return out.join("");
}
