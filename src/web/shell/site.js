  // What the administrator has set in gouji.config.json beside the page: these keys, these values, and nothing that points anywhere.
  function configured() {
    var known = { language: ["zh-CN", "en"], theme: ["system", "light", "dark"], type: ["standard", "large"], title: null, pack: null };
    return get({ address: "gouji.config.json" }, "text")
      .then(function (text) {
        var given = JSON.parse(text.replace(/^\uFEFF/, ""));
        function isKnown(key) {
          if (!Object.prototype.hasOwnProperty.call(known, key)) return false;
          return known[key] ? known[key].indexOf(given[key]) >= 0 : typeof given[key] === "string";
        }
        Object.keys(given).forEach(function (key) {
          if (!isKnown(key)) console.warn("gouji.config.json: " + key + " is ignored");
        });
        if (isKnown("title")) document.title = given.title;
        if (isKnown("pack")) wantedPack = given.pack;
        // What the person has chosen goes first.
        if (host.settings) return;
        host.settings = ["language", "theme", "type"].map(function (key) {
          return isKnown(key) ? given[key] : known[key][0];
        }).join(" ");
      })
      .catch(function (error) {
        console.warn("gouji.config.json: " + error.message);
      });
  }

  // The site opens without a network after the first visit: only where the page stands alone and the browser trusts the connection.
  host.ready = function () {
    if (!navigator.serviceWorker || !window.isSecureContext || window.top !== window) return;
    // Where it is refused (a policy, a private window) the site works as before.
    navigator.serviceWorker.register("service-worker.js").catch(function () {});
  };

  before = configured();
