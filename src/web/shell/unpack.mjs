// The modules of the offline file, as scripts/finish/pack.mjs wrote them: DecompressionStream is younger than the floor,
// and what it reads is a fifth longer. Runs in the page and in a worker of its own.
import LZMA from "js-lzma";

/** The bytes that characters stand for; there may be one too many at the end, which the decoder does not read. */
export function unarmoured(text) {
  const digits = [];
  for (let code = 33, digit = 0; code < 127; code += 1) {
    if (!"<&\\".includes(String.fromCharCode(code))) digits[code] = digit++;
  }
  const out = new Uint8Array(Math.ceil((text.length * 7) / 8));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    const value = digits[text.charCodeAt(at)] + digits[text.charCodeAt(at + 1)] * 91;
    held |= value << bits;
    bits += (value & 8191) > 88 ? 13 : 14;
    for (; bits > 7; bits -= 8) {
      out[length++] = held;
      held >>>= 8;
    }
  }
  return out.subarray(0, length);
}

/** The module that the characters stand for. */
export function unpack(text) {
  const packed = unarmoured(text);
  // The head: a byte of properties, four of the dictionary's size, eight of the module's, lowest first.
  const module = new Uint8Array(new DataView(packed.buffer).getUint32(5, true));
  let read = 0;
  let written = 0;
  const from = { readByte: () => packed[read++] };
  const to = {
    writeByte(byte) {
      module[written++] = byte;
    },
  };
  LZMA.decompressFile(from, to);
  return module.buffer;
}
