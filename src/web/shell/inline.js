  // The parts are in the page: scripts, which have run by now, and modules, deflated and written as text.
  var workerShell = /* WORKER */ "";

  function inline(id) {
    return document.getElementById(id).textContent;
  }

  // The reverse of scripts/finish/characters.mjs; a byte too many at the end means nothing to the inflate.
  function packed(text) {
    var digits = [];
    for (var code = 33, digit = 0; code < 127; code += 1) {
      if ("<&\\".indexOf(String.fromCharCode(code)) < 0) digits[code] = digit++;
    }
    var out = new Uint8Array(Math.ceil((text.length * 7) / 8));
    var length = 0;
    var held = 0;
    var bits = 0;
    for (var at = 0; at < text.length; at += 2) {
      var value = digits[text.charCodeAt(at)] + digits[text.charCodeAt(at + 1)] * 91;
      held |= value << bits;
      bits += (value & 8191) > 88 ? 13 : 14;
      for (; bits > 7; bits -= 8) {
        out[length++] = held;
        held >>>= 8;
      }
    }
    return out.subarray(0, length);
  }

  function bytes(name) {
    return new Promise(function (resolve) {
      var array = goujiInflate.inflateSync(packed(inline(name + "-bytes")));
      resolve(array.buffer.slice(array.byteOffset, array.byteOffset + array.byteLength));
    });
  }

  function workerScript() {
    return Promise.resolve(inline("engine-script") + "\n" + workerShell);
  }

  function run() {
    return Promise.resolve();
  }
