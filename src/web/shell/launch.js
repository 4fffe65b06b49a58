/*
 * What the shells have in common: the engine in its worker, or on the page where no worker starts, and the desk when it is opened.
 * `place` says where the parts are: `bytes(name)` a module's, `workers` the kinds of worker to try,
 * `engine()` and `desk()` the interfaces of their scripts.
 */
function launcher(place) {
  var kinds = place.workers.slice();
  var proven = null;
  var engine = null;

  /** The engine's module, compiled once for all who run it: what one of them made fast is fast for the next. Where it could not be had, it is
   * asked for again. */
  function compiled() {
    if (!engine) {
      engine = place.bytes("engine").then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
      engine.catch(function () {
        engine = null;
      });
    }
    return engine;
  }

  /** A worker that is told `first`. */
  function start(first) {
    var kind = kinds[0];
    if (!kind) return Promise.reject(new Error("no worker starts here"));
    return kind().then(function (make) {
      var made;
      function giveUp() {
        if (kinds[0] === kind) kinds.shift();
      }
      // A kind that breaks before any of it has answered is not tried again; later it is the task that breaks.
      function broken() {
        if (proven !== kind) giveUp();
      }
      function heard() {
        proven = kind;
        made.removeEventListener("error", broken);
        made.removeEventListener("message", heard);
      }
      try {
        made = make();
      } catch (error) {
        giveUp();
        return start(first);
      }
      made.addEventListener("error", broken);
      made.addEventListener("message", heard);
      made.postMessage(first);
      return made;
    });
  }

  return {
    worker: function () {
      return compiled().then(start);
    },
    /** Offers a document as files, by what comes with the engine's script; `personal` are the details that can be left out,
     * `relations` what the person stated, `decided` what they decided about findings. */
    write: function (anchor, content, name, personal, relations, decided) {
      return place.engine().then(function (gouji) {
        var decisions = decided.map(function (one) {
          return { finding: one[0], kind: one[1], reason: one[2] };
        });
        return gouji.write({ anchor: anchor, content: content, name: name, personal: personal, relations: relations, decisions: decisions, bytes: place.bytes, start: start });
      });
    },
    instance: function () {
      return Promise.all([place.engine(), compiled()]).then(function (both) {
        return both[0].instance(both[1]);
      });
    },
    /** The desk. `pack` is the rule pack that it begins with, if any: a code, or the address of a file; the host is told of it. */
    desk: function (host, pack) {
      return Promise.all([place.desk(), place.bytes("desk"), pack ? packNamed(pack) : undefined]).then(function (all) {
        host.pack = all[2];
        return all[0]({ module_or_path: all[1] }).then(function () {
          return all[0];
        });
      });
    }
  };
}

/** A rule pack: its code or the address of its file, and what is in the file; nothing where it cannot be had, which the desk then says. */
function packNamed(pack) {
  if (/^[\w-]+$/.test(pack)) return Promise.resolve([pack, ""]);
  var address = new URL(pack, document.baseURI);
  if (address.origin !== location.origin) return Promise.resolve([pack, ""]);
  return fetch(address.href)
    .then(function (answer) {
      return answer.ok ? answer.text() : "";
    })
    .catch(function () {
      return "";
    })
    .then(function (text) {
      return [pack, text];
    });
}

/** A worker made from a script's text, the only kind that also starts from disk; it keeps to the policy of the page. */
function blobWorker(script) {
  return function () {
    return script().then(function (text) {
      return function () {
        var address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
        function revoke() {
          URL.revokeObjectURL(address);
        }
        try {
          var worker = new Worker(address);
          worker.addEventListener("message", revoke);
          worker.addEventListener("error", revoke);
          return worker;
        } catch (error) {
          revoke();
          throw error;
        }
      };
    });
  };
}

/**
 * The files of what was dropped, those in its folders too: a promise of pairs of name and file, the name with its folders.
 * Where a file went away meanwhile the pair has no file. What systems and office programs leave beside documents is left out.
 */
function droppedFiles(items) {
  var LEFTOVER = /^(~\$|\.|thumbs\.db$|desktop\.ini$)/i;

  function join(lists) {
    return Promise.all(lists).then(function (all) {
      return [].concat.apply([], all);
    });
  }

  function content(reader) {
    return new Promise(function (resolve) {
      // Chromium gives a hundred at a time, and none when there are no more.
      reader.readEntries(resolve, function () {
        resolve([]);
      });
    }).then(function (some) {
      return some.length ? join([some, content(reader)]) : some;
    });
  }

  function walk(entry, folders) {
    if (folders && LEFTOVER.test(entry.name)) return [];
    if (entry.isDirectory) {
      return content(entry.createReader()).then(function (inside) {
        return join(
          inside.map(function (one) {
            return walk(one, folders + entry.name + "/");
          })
        );
      });
    }
    return new Promise(function (resolve) {
      function found(file) {
        resolve([[folders + entry.name, file]]);
      }
      entry.file(found, found.bind(null, null));
    });
  }

  // Both are only to be had while the drop is being told of.
  return join(
    [].map.call(items, function (item) {
      var entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
      var file = item.getAsFile();
      return entry ? walk(entry, "") : file ? [[file.name, file]] : [];
    })
  );
}
