  // The parts are in the page: scripts, which have run by now, and modules, packed and written as text (scripts/finish/pack.mjs).
  var workerShell = /* WORKER */ "";

  function inline(id) {
    return document.getElementById(id).textContent;
  }

  // The app is wanted at once. The others are larger: they are unpacked beside the page, which is in view by then, or in it where no worker starts.
  function bytes(name) {
    var text = inline(name + "-bytes");
    if (name === "app") return Promise.resolve(goujiUnpack.unpack(text));
    return unpackedBeside(text).catch(function () {
      return goujiUnpack.unpack(text);
    });
  }

  var unpackingWorker = blobWorker(function () {
    return Promise.resolve(
      inline("unpack-script") +
        "\nonmessage=function(event){var bytes=goujiUnpack.unpack(event.data);postMessage(bytes,[bytes])};"
    );
  });

  function unpackedBeside(text) {
    return unpackingWorker().then(function (make) {
      return new Promise(function (resolve, reject) {
        var worker = make();
        worker.onmessage = function (event) {
          worker.terminate();
          resolve(event.data);
        };
        worker.onerror = function (event) {
          event.preventDefault();
          worker.terminate();
          reject(event);
        };
        worker.postMessage(text);
      });
    });
  }

  function workerScript() {
    return Promise.resolve(inline("engine-script") + "\n" + workerShell);
  }

  function run() {
    return Promise.resolve();
  }
