  // The parts are files: the app's are fetched at once, the others when they are wanted.
  var parts = /* PARTS */ null;

  // By arrayBuffer and never by streaming, so that a server with a wrong MIME type does no harm.
  function get(part, as) {
    return fetch(part.address, { integrity: part.integrity || "" }).then(function (answer) {
      if (!answer.ok) throw new Error(part.address + ": " + answer.status);
      return answer[as]();
    });
  }

  function bytes(name) {
    return get(parts[name + "_bg"], "arrayBuffer");
  }

  function workerScript() {
    return get(parts.worker, "text");
  }

  function run(name) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.onload = resolve;
      element.onerror = function () {
        reject(new Error(parts[name].address));
      };
      element.integrity = parts[name].integrity;
      element.src = parts[name].address;
      document.head.appendChild(element);
    });
  }
