/*
 * What the shells have in common: the engine in its worker, or on the page where no worker starts, and the desk when it is opened.
 * `place` says where the parts are: `bytes(name)` a module's, `workers` the kinds of worker to try,
 * `engine()` and `desk()` the interfaces of their scripts.
 */
function launcher(place) {
  var kinds = place.workers.slice();

  function worker() {
    var kind = kinds[0];
    if (!kind) return Promise.reject(new Error("no worker starts here"));
    return Promise.all([kind(), place.bytes("engine")]).then(function (both) {
      var made;
      // A kind that breaks before it has answered is not tried again.
      function giveUp() {
        if (kinds[0] === kind) kinds.shift();
      }
      function heard() {
        made.removeEventListener("error", giveUp);
        made.removeEventListener("message", heard);
      }
      try {
        made = both[0]();
      } catch (error) {
        giveUp();
        return worker();
      }
      made.addEventListener("error", giveUp);
      made.addEventListener("message", heard);
      made.postMessage(both[1]);
      return made;
    });
  }

  return {
    worker: worker,
    instance: function () {
      return Promise.all([place.engine(), place.bytes("engine")]).then(function (both) {
        return both[0].instance(both[1]);
      });
    },
    desk: function () {
      return Promise.all([place.desk(), place.bytes("desk")]).then(function (both) {
        return both[0]({ module_or_path: both[1] }).then(function () {
          return both[0];
        });
      });
    }
  };
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
