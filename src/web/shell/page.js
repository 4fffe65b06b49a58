/*
 * The shell of the page: finds the parts, starts the app module, and is its host.
 * The build puts in PLACE how they are reached: fetched.js on a site, inline.js in the offline file.
 * Syntax of ES5 and no API newer than Chromium 78: what is below the floor must still get as far as the notice.
 */
(function () {
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

  // Whoever saves the page saves what is in it: the scripts stay, the policy is written anew by its script,
  // and what the app had drawn goes at once, because nothing answers in it.
  var policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  if (policy) policy.parentNode.removeChild(policy);
  var place = document.getElementById("app");
  place.textContent = "";

  /* PLACE */

  var root = document.documentElement;
  var KEY = "gouji.settings";
  var launch = launcher({
    bytes: bytes,
    workers: [blobWorker(workerScript)],
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
    desk: function () {
      return launch.desk(host, wantedPack);
    },
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
    checked: function () {},
    write: launch.write
  };

  var before = null;
  var wantedPack = null;
  /* SITE */
  var mounted = Promise.all([bytes("app"), run("app"), before])
    .then(function (all) {
      return goujiApp({ module_or_path: all[0] });
    })
    .then(function () {
      return goujiApp.mount(place, host);
    });
  mounted.catch(function (error) {
    tell(error.message);
  });
  /* FRAME */
})();
