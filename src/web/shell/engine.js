/*
 * The engine for JavaScript: `gouji.check(text)` and `gouji.checkFile(bytes, name)` give the report object, `gouji.exportWorkbook(report)`
 * and its kin write it as another file, `gouji.aggregate(files)` makes one table of many; gouji.d.ts says what is in them.
 * It runs in a page, in a worker, in Node and in Deno. In a page the module is fetched from beside this script;
 * elsewhere say once where its bytes come from: `gouji.load(bytes)`.
 */
(function (root) {
  "use strict";

  // Each call makes a module of its own, so that one that trapped can be thrown away.
  var glue = {
    engine: function () {
      /* GLUE */
      return wasm_bindgen;
    },
    // What is made of report objects; fetched when it is first wanted.
    office: function () {
      /* OFFICE */
      return wasm_bindgen;
    }
  };

  var beside =
    typeof document !== "undefined" && document.currentScript && document.currentScript.src
      ? document.currentScript.src.replace(/[^\/]*$/, "")
      : null;
  var source = null;
  var current = {};

  function failure(code, message) {
    var error = new Error(message);
    error.code = code;
    return error;
  }

  // The bytes come by fetch and arrayBuffer, so that a server with a wrong MIME type does no harm.
  function bytes(name) {
    var file = name + "_bg.wasm";
    if (typeof source === "function") return Promise.resolve(file).then(source);
    if (source && name === "engine") return Promise.resolve(source);
    if (beside === null) return Promise.reject(failure("notLoaded", "say where " + file + " is: gouji.from(function (name) …)"));
    return fetch(beside + file).then(function (answer) {
      if (!answer.ok) throw failure("notLoaded", beside + file + ": " + answer.status);
      return answer.arrayBuffer();
    });
  }

  function instance(given, name) {
    var module = glue[name || "engine"]();
    return module({ module_or_path: given }).then(function () {
      return module;
    });
  }

  // Bytes or a compiled module of the engine; or a function that gives those of the file that is named when it is wanted, and again after a trap.
  function from(given) {
    source = given;
    current = {};
  }

  function loaded(name) {
    if (!current[name]) {
      var own = bytes(name).then(function (given) {
        return instance(given, name);
      });
      current[name] = own;
      own.catch(function () {
        if (current[name] === own) current[name] = null;
      });
    }
    return current[name];
  }

  function load(given) {
    if (given) from(given);
    return loaded("engine").then(function () {});
  }

  // What a module says with a code is an answer; anything else is a trap, after which the module is thrown away.
  function ask(name, given, of) {
    var asked = of || "engine";
    return loaded(asked).then(function (module) {
      try {
        return module[name].apply(null, given);
      } catch (error) {
        if (error && error.code) throw error;
        current[asked] = null;
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

  function json(value, kind) {
    if (value && typeof value === "object") return Promise.resolve(JSON.stringify(value));
    return Promise.reject(failure("notReport", "this is no " + kind));
  }

  function exportReport(report, format, options) {
    return json(report, "report object").then(function (given) {
      var decided = JSON.stringify((options && options.decisions) || []);
      return ask("exportReport", [given, String(format), Boolean(options && options.masked), decided], "office");
    });
  }

  function words(bytes) {
    // The mark at the beginning of a CSV belongs to it.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }

  function exportWorkbook(report, options) {
    return exportReport(report, "workbook", options);
  }

  function exportCsv(report, options) {
    return exportReport(report, (options && options.table) || "findings", options).then(words);
  }

  function exportMarkdown(report, options) {
    return exportReport(report, "markdown", options).then(words);
  }

  function exportJson(report, options) {
    return exportReport(report, "json", options).then(words);
  }

  function aggregate(files, options) {
    return json(files, "list of files")
      .then(function (given) {
        return ask("aggregate", [given, JSON.stringify(options || {})], "office");
      })
      .then(JSON.parse);
  }

  function exportSummary(summary, format) {
    return json(summary, "summary object").then(function (given) {
      return ask("exportSummary", [given, String(format)], "office");
    });
  }

  /* SAVE */

  var gouji = {
    load: load,
    from: from,
    check: check,
    checkFile: checkFile,
    calculate: calculate,
    packs: packs,
    exportReport: exportReport,
    exportWorkbook: exportWorkbook,
    exportCsv: exportCsv,
    exportMarkdown: exportMarkdown,
    exportJson: exportJson,
    aggregate: aggregate,
    exportSummary: exportSummary,
    // For the shells of the page.
    instance: instance,
    written: written,
    write: write
  };
  if (typeof module === "object" && module.exports) module.exports = gouji;
  else root.gouji = gouji;
})(typeof self !== "undefined" ? self : this);
