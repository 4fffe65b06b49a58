/*
 * The self-test of a page that promises to send nothing: it tries every way out and shows what became of each.
 * The address is this machine itself, so that nothing leaves even where a browser keeps no policy; its port is one that no browser
 * bars of its own accord, because that would hide whether the policy does.
 */
(function () {
  var OUT = "http://127.0.0.1:65535/gouji-self-test";
  var WORDS = {
    zh: {
      button: "自检：试试能不能把内容发出去",
      refused: "已被策略拦截",
      sent: "没有被拦截！请勿在本页打开涉密内容",
      all: "全部被浏览器按本页的内容安全策略拦截：什么也发不出去。",
      some: "有途径没有被拦截，请换用较新的浏览器。"
    },
    en: {
      button: "Self-test: try to send something out",
      refused: "refused by policy",
      sent: "NOT refused: do not open confidential content here",
      all: "Every way was refused by this page's content security policy: nothing can be sent.",
      some: "Some way was not refused. Please use a later browser."
    }
  };

  // Each way begins a request; the policy's own word of refusal is the only proof that counts.
  var WAYS = {
    fetch: ["connect-src", function () {
      fetch(OUT).catch(function () {});
    }],
    XMLHttpRequest: ["connect-src", function () {
      var request = new XMLHttpRequest();
      request.open("POST", OUT);
      request.send("x");
    }],
    WebSocket: ["connect-src", function () {
      new WebSocket(OUT.replace("http", "ws"));
    }],
    sendBeacon: ["connect-src", function () {
      navigator.sendBeacon(OUT, "x");
    }],
    "<img>": ["img-src", function () {
      new Image().src = OUT;
    }],
    "<form>": ["form-action", function (place) {
      var frame = document.createElement("iframe");
      var form = document.createElement("form");
      frame.name = "gouji-self-test";
      frame.hidden = true;
      form.action = OUT;
      form.target = frame.name;
      place.appendChild(frame);
      place.appendChild(form);
      form.submit();
      setTimeout(function () {
        place.removeChild(frame);
        place.removeChild(form);
      }, 600);
    }]
  };

  function tried(way, place) {
    return new Promise(function (resolve) {
      function hear(event) {
        if (event.violatedDirective.indexOf(WAYS[way][0]) === 0) end(true);
      }
      function end(isRefused) {
        document.removeEventListener("securitypolicyviolation", hear);
        resolve(isRefused);
      }
      document.addEventListener("securitypolicyviolation", hear);
      setTimeout(end, 1000, false);
      try {
        WAYS[way][1](place);
      } catch (error) {
        // Older browsers refuse a socket by throwing, and tell nothing.
        if (error.name === "SecurityError") end(true);
      }
    });
  }

  function prove(place, words) {
    var list = document.createElement("ul");
    var verdict = document.createElement("p");
    verdict.setAttribute("role", "status");
    place.textContent = "";
    place.appendChild(list);
    place.appendChild(verdict);
    var isShut = true;
    return Object.keys(WAYS).reduce(function (before, way) {
      return before.then(function () {
        return tried(way, place);
      }).then(function (isRefused) {
        // A refusal may be told twice; the next way must not take the second for its own.
        return new Promise(function (resolve) {
          setTimeout(resolve, 150, isRefused);
        });
      }).then(function (isRefused) {
        var line = document.createElement("li");
        line.setAttribute("data-refused", isRefused);
        line.textContent = (isRefused ? "✓ " : "✗ ") + way + "：" + (isRefused ? words.refused : words.sent);
        list.appendChild(line);
        isShut = isShut && isRefused;
      });
    }, Promise.resolve()).then(function () {
      verdict.textContent = isShut ? words.all : words.some;
    });
  }

  var sheet = null;

  // The sheet's own way with the Tab key knows the one button that it has itself.
  window.addEventListener("keydown", function (event) {
    if (event.key !== "Tab" || !sheet || !document.contains(sheet)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    var buttons = sheet.querySelectorAll("button");
    var at = [].indexOf.call(buttons, document.activeElement);
    buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length].focus();
  }, true);

  document.addEventListener("gouji-help", function (event) {
    sheet = event.target;
    var place = document.createElement("div");
    var words = WORDS[document.documentElement.lang === "en" ? "en" : "zh"];
    var button = document.createElement("button");
    var results = document.createElement("div");
    button.type = "button";
    button.className = "button";
    button.setAttribute("data-testid", "self-test");
    button.textContent = words.button;
    var isBusy = false;
    button.onclick = function () {
      // Not disabled meanwhile: a disabled button loses the focus.
      if (isBusy) return;
      isBusy = true;
      prove(results, words).then(function () {
        isBusy = false;
      });
    };
    place.className = "help__proof";
    place.appendChild(button);
    place.appendChild(results);
    sheet.insertBefore(place, sheet.querySelector("h3"));
  }, true);
})();
