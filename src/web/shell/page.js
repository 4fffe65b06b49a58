/*
 * The shell of the page: finds the parts, starts the page module, and hands out the engine.
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

  // Held from the start, because mounting the page module empties the body.
  var inline = {};
  ["app", "engine"].forEach(function (name) {
    inline[name] = { script: document.getElementById(name + "-script"), bytes: document.getElementById(name + "-bytes") };
  });

  // By arrayBuffer and never by streaming, so that a server with a wrong MIME type does no harm.
  function get(address, as) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer[as]();
    });
  }

  function bytes(name) {
    if (parts) return get(parts[name].bytes, "arrayBuffer");
    return new Promise(function (resolve) {
      // How many bytes, then each four of them as five digits of base 85; the digits leave out `<`.
      var text = inline[name].bytes.textContent;
      var at = text.indexOf(" ") + 1;
      var length = Number(text.slice(0, at));
      var view = new DataView(new ArrayBuffer(Math.ceil(length / 4) * 4));
      for (var to = 0; to < length; to += 4) {
        var word = 0;
        for (var end = at + 5; at < end; at += 1) {
          var code = text.charCodeAt(at);
          word = word * 85 + code - (code < 60 ? 35 : 36);
        }
        view.setUint32(to, word);
      }
      resolve(view.buffer.slice(0, length));
    });
  }

  function script(name) {
    return parts ? get(parts[name].script, "text") : Promise.resolve(inline[name].script.textContent);
  }

  // Inline scripts have run by now; on a site the page module's is fetched at once and the engine's when it is wanted.
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

  window.goujiPage = {
    source: function () {
      return Promise.all([script("engine"), bytes("engine")]).then(function (both) {
        return { script: both[0] + "\n" + workerShell, bytes: both[1] };
      });
    },
    instance: function () {
      return Promise.all([bytes("engine"), run("engine")]).then(function (both) {
        return gouji.instance(both[0]);
      });
    }
  };

  Promise.all([bytes("app"), run("app")])
    .then(function (both) {
      return goujiApp({ module_or_path: both[0] });
    })
    .catch(function (error) {
      tell(error.message);
    });
})();
