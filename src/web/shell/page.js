/*
 * The shell of the page: finds the parts, starts the app module, and is its host.
 * The build writes into PARTS where they are: addresses on a site, or null in the offline file, which holds them inline.
 * Syntax of ES5 and no API newer than Chromium 78: what is below the floor must still get as far as the notice.
 */
(function () {
  var parts = /* PARTS */ null;
  var workerShell = /* WORKER */ "";
  var notice = document.getElementById("notice");

  function tell(words) {
    notice.style.display = "block";
    if (words) notice.getElementsByTagName("p")[0].textContent = "勾稽没能打开：" + words + "。";
  }

  if (!window.WebAssembly || !window.Promise || !window.Blob || !window.URL || !window.TextDecoder) {
    tell();
    return;
  }

  /* LAUNCH */

  // Held from the start, because mounting the app empties the body.
  var inline = {};
  ["app", "engine", "desk"].forEach(function (name) {
    inline[name] = { script: document.getElementById(name + "-script"), bytes: document.getElementById(name + "-bytes") };
  });

  // By arrayBuffer and never by streaming, so that a server with a wrong MIME type does no harm.
  function get(address, as) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer[as]();
    });
  }

  // Two characters hold thirteen bits; see scripts/finish/armour.mjs. What is left at the end, the inflate does not read.
  function unarmoured(text) {
    var packed = new Uint8Array(Math.ceil((text.length * 13) / 16));
    var held = 0;
    var count = 0;
    var length = 0;
    function bits(at) {
      var code = text.charCodeAt(at);
      return code - 33 - (code > 38) - (code > 60) - (code > 62);
    }
    for (var i = 0; i < text.length; i += 2) {
      held |= (bits(i) + 91 * bits(i + 1)) << count;
      count += 13;
      while (count > 7) {
        packed[length] = held & 255;
        length += 1;
        held >>= 8;
        count -= 8;
      }
    }
    return packed;
  }

  function bytes(name) {
    if (parts) return get(parts[name].bytes, "arrayBuffer");
    return new Promise(function (resolve) {
      var array = goujiInflate.inflateSync(unarmoured(inline[name].bytes.textContent));
      resolve(array.buffer.slice(array.byteOffset, array.byteOffset + array.byteLength));
    });
  }

  function engineScript() {
    var text = parts ? get(parts.engine.script, "text") : Promise.resolve(inline.engine.script.textContent);
    return text.then(function (script) {
      return script + "\n" + workerShell;
    });
  }

  // Inline scripts have run by now; on a site the app's is fetched at once and the engine's when it is wanted.
  function run(name) {
    if (!parts) return Promise.resolve();
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.onload = resolve;
      element.onerror = function () {
        reject(new Error(parts[name].script));
      };
      element.src = parts[name].script;
      document.head.appendChild(element);
    });
  }

  var root = document.documentElement;
  var KEY = "gouji.settings";
  var launch = launcher({
    bytes: bytes,
    workers: [blobWorker(engineScript)],
    engine: function () {
      return run("engine").then(function () {
        return gouji;
      });
    },
    desk: function () {
      return run("desk").then(function () {
        return goujiDesk;
      });
    }
  });

  // Where storage is refused (a private window, a policy, a sandbox) the page works without memory.
  function kept() {
    try {
      return localStorage.getItem(KEY) || "";
    } catch (refused) {
      return "";
    }
  }

  var host = {
    worker: launch.worker,
    instance: launch.instance,
    desk: launch.desk,
    target: document,
    dropped: droppedFiles,
    settings: kept(),
    keep: function (settings) {
      var words = settings.split(" ");
      root.setAttribute("lang", words[0]);
      root.setAttribute("data-theme", words[1]);
      root.setAttribute("data-type", words[2]);
      try {
        localStorage.setItem(KEY, settings);
      } catch (refused) {}
    },
    ready: function () {},
    checked: function () {}
  };

  Promise.all([bytes("app"), run("app")])
    .then(function (both) {
      return goujiApp({ module_or_path: both[0] });
    })
    .then(function () {
      goujiApp.mount(document.body, host);
    })
    .catch(function (error) {
      tell(error.message);
    });
})();
