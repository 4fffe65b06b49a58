/*
 * The engine for JavaScript: `gouji.check(text)` and `gouji.checkFile(bytes, name)` give the report object; gouji.d.ts says what is in it.
 * It runs in a page, in a worker and in Node. In a page the module is fetched from beside this script;
 * elsewhere give its bytes once: `gouji.load(bytes)`.
 */
(function (root) {
  "use strict";

  // Each call makes a module of its own, so that one that trapped can be thrown away.
  function glue() {
    /* GLUE */
    return wasm_bindgen;
  }

  var beside =
    typeof document !== "undefined" && document.currentScript && document.currentScript.src
      ? document.currentScript.src.replace(/[^\/]*$/, "engine_bg.wasm")
      : null;
  var source = null;
  var current = null;

  function failure(code, message) {
    var error = new Error(message);
    error.code = code;
    return error;
  }

  // The bytes come by fetch and arrayBuffer, so that a server with a wrong MIME type does no harm.
  function bytes() {
    if (source) return Promise.resolve(source);
    if (!beside) return Promise.reject(failure("notLoaded", "call gouji.load(bytes) first"));
    return fetch(beside).then(function (answer) {
      if (!answer.ok) throw failure("notLoaded", beside + ": " + answer.status);
      return answer.arrayBuffer();
    });
  }

  function instance(given) {
    var module = glue();
    return module({ module_or_path: given }).then(function () {
      return module;
    });
  }

  function load(given) {
    if (given) {
      source = given;
      current = null;
    }
    if (!current) {
      current = bytes().then(instance);
      current.catch(function () {
        current = null;
      });
    }
    return current.then(function () {});
  }

  // What the engine says with a code is an answer; anything else is a trap, after which the engine is thrown away.
  function ask(name, given) {
    return load()
      .then(function () {
        return current;
      })
      .then(function (module) {
        try {
          return module[name].apply(null, given);
        } catch (error) {
          if (error && error.code) throw error;
          current = null;
          throw failure("trap", String(error && error.message));
        }
      });
  }

  function check(text) {
    if (typeof text !== "string") return Promise.reject(failure("notText", "check: text is not a string"));
    return ask("check", [text]);
  }

  function checkFile(bytes, name) {
    if (name === undefined) name = "";
    if (typeof name !== "string") return Promise.reject(failure("notText", "checkFile: name is not a string"));
    if (ArrayBuffer.isView(bytes)) bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    else if (Object.prototype.toString.call(bytes) === "[object ArrayBuffer]") bytes = new Uint8Array(bytes);
    else return Promise.reject(failure("notBytes", "checkFile: bytes is no ArrayBuffer and no view of one"));
    return ask("checkFile", [bytes, name]);
  }

  function calculate(report, options) {
    var given = options || {};
    var pack = given.pack === undefined ? "national" : given.pack;
    if (typeof pack !== "string") pack = JSON.stringify(pack);
    var typed = (given.inputs || []).map(function (input) {
      return { key: String(input.key), value: String(input.value), unit: input.unit === undefined ? "" : String(input.unit) };
    });
    return ask("calculate", [report, typed, pack]);
  }

  function packs() {
    return ask("packs", []);
  }

  var gouji = { load: load, check: check, checkFile: checkFile, calculate: calculate, packs: packs, instance: instance };
  if (typeof module === "object" && module.exports) module.exports = gouji;
  else root.gouji = gouji;
})(typeof self !== "undefined" ? self : this);
