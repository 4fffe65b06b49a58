/*
 * In a frame: nothing is said until the page around has greeted, and then only to the origin that greeted.
 * Messages both ways: { source: "gouji", v: 1, type, … }. In: hello (id, details, settings), text (text).
 * Out: height (height), ready, checked (counts; findings only where the greeting asked for details), exported (format).
 */
(function () {
  /* NAMES */

  var friend = null;
  var height = 0;
  var isReady = false;
  var last = null;

  function say(type, more) {
    if (!friend) return;
    var message = { source: "gouji", v: 1, type: type, id: friend.id };
    for (var name in more) message[name] = more[name];
    // A page from disk or in a sandbox has no origin that could be named.
    parent.postMessage(message, friend.origin === "null" ? "*" : friend.origin);
  }

  function measure() {
    if (!friend) return;
    var now = Math.ceil(document.body.getBoundingClientRect().height);
    // A pixel's difference is rounding, and answering it would go on for ever.
    if (Math.abs(now - height) < 2) return;
    height = now;
    say("height", { height: now });
  }

  addEventListener("message", function (event) {
    var said = event.data;
    if (parent === window || event.source !== parent || !said || said.source !== "gouji" || said.v !== 1) return;
    if (said.type === "hello" && !friend) {
      friend = { origin: event.origin, id: String(said.id), details: said.details === true };
      if (typeof said.settings === "string") {
        mounted.then(function (app) {
          app.set_settings(said.settings);
        });
      }
      measure();
      if (isReady) say("ready");
      if (last) host.checked(last[0], last[1]);
    } else if (friend && event.origin === friend.origin && said.type === "text" && typeof said.text === "string") {
      mounted.then(function (app) {
        app.set_text(said.text);
      });
    }
  });

  host.ready = function () {
    isReady = true;
    say("ready");
  };
  host.checked = function (counts, findings) {
    last = [counts, findings];
    if (!friend) return;
    var detail = { counts: named(counts) };
    if (friend.details) detail.findings = findings.map(finding);
    say("checked", detail);
  };

  host.write = function () {
    return launch.write.apply(null, arguments).then(function (format) {
      if (format) say("exported", { format: format });
    });
  };

  if (window.ResizeObserver) new ResizeObserver(measure).observe(document.body);
})();
