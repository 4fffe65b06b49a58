  /* A document as another file for the user. For the shells of the page; part of the engine's script, which is fetched for it. */

  /** What a report is written as: its name in the menu, the end of the file's name, and its media type. */
  var FORMATS = {
    workbook: ["工作底稿", "Workpaper", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    findings: ["核查发现", "Findings", ".csv", "text/csv"],
    relations: ["勾稽关系", "Relations", ".csv", "text/csv"],
    figures: ["数据", "Figures", ".csv", "text/csv"],
    markdown: ["核查意见", "Review", ".md", "text/markdown"],
    json: ["完整结果（程序用）", "Full result, for programs", ".json", "application/json"]
  };

  // The engine of the page keeps no report: the document is checked anew, which always gives the same.
  function written(job) {
    from(function (file) {
      return job.modules[file];
    });
    var content = typeof job.content === "string" ? job.content : job.content.arrayBuffer();
    var report = Promise.resolve(content).then(function (given) {
      return ask("checkStated", [given, job.name, job.relations]);
    });
    return report.then(function (given) {
      return exportReport(given, job.format, { masked: job.masked, decisions: job.decisions }).then(function (file) {
        return { file: file, title: given.document.title };
      });
    });
  }

  function writtenBy(worker) {
    return new Promise(function (resolve, reject) {
      worker.addEventListener("message", function (event) {
        if (!event.data.file) return;
        worker.terminate();
        resolve(event.data);
      });
      worker.addEventListener("error", function (event) {
        event.preventDefault();
        worker.terminate();
        reject(new Error(event.message));
      });
    });
  }

  /** Saves a file as the browser saves downloads; it never leaves the machine. */
  function save(file, name, type) {
    var address = URL.createObjectURL(new Blob([file], { type: type }));
    var link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    // The browser fetches it later than now.
    setTimeout(function () {
      URL.revokeObjectURL(address);
    }, 60000);
  }

  function isEnglish(anchor) {
    var near = anchor.closest("[lang]");
    return near !== null && near.getAttribute("lang") === "en";
  }

  /** What opens at a button; `fill` puts something in. Gives what it is closed with: null with Escape, a second click, or the focus elsewhere. */
  function opened(anchor, fill) {
    var before = anchor.parentNode.querySelector(".toolbar__menu");
    if (before) {
      before.close(null);
      return Promise.resolve(null);
    }
    return new Promise(function (resolve) {
      var menu = document.createElement("div");
      menu.className = "toolbar__menu";
      var isOpen = true;
      menu.close = function (format) {
        // What has the focus and is taken away may lose it on the way, which closes too.
        if (!isOpen) return;
        isOpen = false;
        menu.parentNode.removeChild(menu);
        anchor.setAttribute("aria-expanded", "false");
        resolve(format);
      };
      fill(menu);
      // A click leaves the focus where it is, on what cannot have it too: else it would close the menu.
      menu.addEventListener("mousedown", function (event) {
        event.preventDefault();
      });
      menu.addEventListener("focusout", function (event) {
        // The button itself opens and closes by its click.
        if (event.relatedTarget !== anchor && !menu.contains(event.relatedTarget)) menu.close(null);
      });
      menu.addEventListener("keydown", function (event) {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        menu.close(null);
        anchor.focus();
      });
      anchor.parentNode.insertBefore(menu, anchor.nextSibling);
      anchor.setAttribute("aria-expanded", "true");
      menu.querySelector("input, button, [tabindex]").focus();
    });
  }

  function choice(anchor, id, words, choose) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "toolbar__choice";
    button.setAttribute("data-testid", id);
    button.textContent = words;
    button.onclick = function () {
      choose();
      anchor.focus();
    };
    return button;
  }

  /** Whether personal details are left out: a box that is ticked, because what was given away cannot be taken back. */
  function masking(anchor, count) {
    var label = document.createElement("label");
    label.className = "toolbar__choice toolbar__choice--box";
    var box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.setAttribute("data-testid", "masked");
    label.appendChild(box);
    var words = isEnglish(anchor) ? "Mask personal details (" + count + ")" : "隐去个人和账户信息（" + count + "处）";
    label.appendChild(document.createTextNode(words));
    return label;
  }

  var unmask = function () {};

  /** Prints the review, without these details; what stands on the page is as it was afterwards. */
  function print(anchor, details) {
    unmask();
    var before = [];
    var walker = document.createTreeWalker(anchor.getRootNode().querySelector(".paper"), NodeFilter.SHOW_TEXT);
    while (details.length && walker.nextNode()) {
      var node = walker.currentNode;
      before.push([node, node.data]);
      node.data = details.reduce(function (words, detail) {
        return words.split(detail).join("*".repeat(detail.length));
      }, node.data);
    }
    unmask = function () {
      before.splice(0).forEach(function (one) {
        one[0].data = one[1];
      });
    };
    window.addEventListener("afterprint", unmask, { once: true });
    // Where printing is not allowed (a frame without the right) nothing happens.
    window.print();
  }

  /** The format chosen, and whether `details` are left out of it. */
  function chosen(anchor, details) {
    var language = isEnglish(anchor) ? 1 : 0;
    var label = details.length ? masking(anchor, details.length) : null;
    function masks() {
      return label !== null && label.firstChild.checked;
    }
    return opened(anchor, function (menu) {
      if (label) menu.appendChild(label);
      Object.keys(FORMATS).forEach(function (format) {
        var words = FORMATS[format][language] + " " + FORMATS[format][2];
        menu.appendChild(choice(anchor, format, words, menu.close.bind(menu, format)));
      });
      menu.appendChild(
        choice(anchor, "print", ["打印核查意见", "Print the review"][language], function () {
          menu.close(null);
          print(anchor, masks() ? details : []);
        })
      );
    }).then(function (format) {
      return format && { format: format, masked: masks() };
    });
  }

  function told(anchor) {
    return opened(anchor, function (menu) {
      var words = document.createElement("p");
      words.setAttribute("role", "alert");
      words.tabIndex = -1;
      words.textContent = isEnglish(anchor)
        ? "The file could not be written. Try again, or copy or print instead."
        : "未能导出，请重试；如仍不成功，请换用复制或打印。";
      menu.appendChild(words);
    });
  }

  /** Offers a document as files and saves the one that is chosen; gives its format. It is written in a worker that ends with it, or here where none starts. */
  function write(offer) {
    var anchor = offer.anchor.closest("button");
    // A longer one first: a shorter one may be a part of it.
    var details = offer.personal.slice().sort(function (one, two) {
      return two.length - one.length;
    });
    return chosen(anchor, details).then(function (choice) {
      if (!choice) return null;
      var format = choice.format;
      return Promise.all([offer.bytes("engine"), offer.bytes("office")])
        .then(function (both) {
          var modules = { "engine_bg.wasm": both[0], "office_bg.wasm": both[1] };
          var job = { modules: modules, content: offer.content, name: offer.name, relations: offer.relations, decisions: offer.decisions, format: format, masked: choice.masked };
          return offer.start(job).then(writtenBy, function () {
            return written(job);
          });
        })
        .then(function (done) {
          var kind = FORMATS[format];
          var name = offer.name.replace(/\.\w{2,8}$/, "") || done.title || "勾稽";
          save(done.file, name + "-" + kind[0] + (choice.masked ? "（脱敏）" : "") + kind[2], kind[3]);
          return format;
        })
        .catch(function () {
          return told(anchor);
        });
    });
  }
