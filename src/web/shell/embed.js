/*
 * For a page that shows embed.html in frames: <iframe data-gouji src="…/embed.html" sandbox="allow-scripts allow-downloads">.
 * Greets each frame, lets its height follow what is in it, and turns what it tells into events of the frame: gouji-ready, gouji-checked, gouji-exported.
 * data-details asks for the findings as well; data-settings="en dark large" sets language, theme and size of type.
 */
(function () {
  var frames = document.querySelectorAll("iframe[data-gouji]");
  function origin(frame) {
    var sandbox = frame.getAttribute("sandbox");
    return sandbox !== null && sandbox.indexOf("allow-same-origin") < 0 ? "null" : new URL(frame.src).origin;
  }
  [].forEach.call(frames, function (frame, at) {
    function greet() {
      // Nothing in it is for few eyes, so it may go to whatever stands in the frame.
      frame.contentWindow.postMessage(
        { source: "gouji", v: 1, type: "hello", id: frame.id || String(at), details: "details" in frame.dataset, settings: frame.dataset.settings },
        "*"
      );
    }
    frame.addEventListener("load", greet);
    greet();
  });
  addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.source !== "gouji" || said.v !== 1) return;
    [].forEach.call(frames, function (frame) {
      if (event.source !== frame.contentWindow || event.origin !== origin(frame)) return;
      if (said.type !== "height") frame.dispatchEvent(new CustomEvent("gouji-" + said.type, { detail: said, bubbles: true }));
      else if (said.height > 0) frame.style.height = Math.min(said.height, 9999) + "px";
    });
  });
})();
