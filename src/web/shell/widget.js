/*
 * <gouji-check>: the app in a shadow root, in a page that belongs to someone else.
 * Attributes: language (zh, en), theme (system, light, dark), type (standard, large), density (compact), height (CSS pixels),
 * pack (the rule pack to begin with: `national`, `hunan`, or the address of a file on the same server),
 * source (`#id` of an element of the page, or the address of a file on the same server), details (findings in `checked`).
 * Properties: `text`, which is checked when it is set. Methods: `refresh()` takes the source anew.
 * Events: `ready`, `checked` (counts, and findings where `details` is set), `exported` (its format), `failed` (the words shown).
 */
(function () {
  "use strict";
  if (!window.customElements || customElements.get("gouji-check")) return;

  /* LAUNCH */

  const parts = /* PARTS */ null;
  const styles = /* STYLES */ "";
  const sizes = /* SIZES */ [];
  const own = document.currentScript;
  const { nonce } = own;
  const address = {};
  for (const name of Object.keys(parts)) address[name] = new URL(parts[name].address, own.src).href;

  /* NAMES */

  // By arrayBuffer and never by streaming, so that a server with a wrong MIME type does no harm.
  async function get(name, as) {
    const answer = await fetch(address[name], { integrity: parts[name].integrity });
    if (!answer.ok) throw new Error(`${address[name]}: ${answer.status}`);
    return answer[as]();
  }

  const bytes = (name) => get(`${name}_bg`, "arrayBuffer");

  // The page around keeps its global names: what a script of ours calls itself is taken away again.
  function script(name, global) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const before = Object.getOwnPropertyDescriptor(window, global);
      element.onload = () => {
        const given = window[global];
        if (before) Object.defineProperty(window, global, before);
        else delete window[global];
        element.remove();
        resolve(given);
      };
      element.onerror = () => {
        element.remove();
        reject(new Error(address[name]));
      };
      element.nonce = nonce;
      element.integrity = parts[name].integrity;
      element.src = address[name];
      document.head.appendChild(element);
    });
  }

  const engine = () => script("engine", "gouji");
  const desk = () => script("desk", "goujiDesk");

  // First from its file, which `worker-src 'self'` allows; then from its text, which any MIME type and any server allow.
  const fileWorker = async () => () => new Worker(address.worker);
  const textWorker = blobWorker(() => get("worker", "text"));

  // One module serves every widget of the page; one that could not be had is asked for again.
  let module = null;
  function app() {
    if (!module) {
      module = bytes("app").then(async (given) => {
        /* APP */
        await goujiApp({ module_or_path: given });
        return goujiApp;
      });
      module.catch(() => (module = null));
    }
    return module;
  }

  // What the policy of the page refuses of what is the widget's.
  const refused = [];
  const folder = own.src.replace(/[^/]*$/, "");
  document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) => {
    if (blockedURI === "inline" || blockedURI.startsWith(folder)) refused.push(violatedDirective);
  });

  // The browser tells of a refusal after the failure that came of it; a busy one takes its time.
  async function refusals() {
    for (let turn = 0; turn < 20 && refused.length === 0; turn += 1) await new Promise((done) => setTimeout(done, 50));
    return refused;
  }

  const WORDS = {
    zh: {
      head: "勾稽没能打开：",
      wasm: "本页的内容安全策略（CSP）不允许编译 WebAssembly。请在 script-src 中加入 'wasm-unsafe-eval'（Chromium 97 以前的浏览器为 'unsafe-eval'），或改用 iframe 方式嵌入。",
      "connect-src": (origin) => `本页的内容安全策略（CSP）不允许读取程序文件。请在 connect-src 中加入 ${origin}。`,
      "script-src": (origin) => `本页的内容安全策略（CSP）不允许装载程序脚本。请在 script-src 中加入 ${origin}。`,
      "style-src": () => "本页的内容安全策略（CSP）不允许样式。请在 style-src 中加入 'unsafe-inline'，或换用较新的浏览器。",
      old: "这个浏览器不支持 WebAssembly。双核浏览器请切换到“极速模式”。",
      element: (id) => `source 指向的元素 ${id} 不在本页中。`,
      foreign: (url) => `source 只能指向同一网站的文件：${url}`,
      lost: (url, status) => `没能读取 ${url}（${status}）。`,
    },
    en: {
      head: "gouji could not open: ",
      wasm: "this page's Content-Security-Policy does not let WebAssembly compile. Add 'wasm-unsafe-eval' to script-src ('unsafe-eval' for browsers before Chromium 97), or embed it as an iframe.",
      "connect-src": (origin) => `this page's Content-Security-Policy does not let the program's files be read. Add ${origin} to connect-src.`,
      "script-src": (origin) => `this page's Content-Security-Policy does not let the program's script load. Add ${origin} to script-src.`,
      "style-src": () => "this page's Content-Security-Policy allows no styles. Add 'unsafe-inline' to style-src, or use a later browser.",
      old: "this browser has no WebAssembly.",
      element: (id) => `the source ${id} is not in this page.`,
      foreign: (url) => `the source must be on the same server: ${url}`,
      lost: (url, status) => `${url} could not be read (${status}).`,
    },
  };

  async function reason(words, error) {
    if (/unsafe-eval|content security policy|\bCSP\b|disallowed by embedder/i.test(error.message)) return words.wasm;
    const origin = new URL(own.src).origin === location.origin ? "'self'" : new URL(own.src).origin;
    const given = await refusals();
    const directive = ["connect-src", "script-src", "style-src"].find((name) => given.some((one) => one.startsWith(name)));
    return directive ? words[directive](origin) : error.message;
  }

  class GoujiCheck extends HTMLElement {
    static get observedAttributes() {
      return ["language", "theme", "type", "density", "height", "source"];
    }

    #text = null;
    #shown = null;
    #given = 0;

    constructor() {
      super();
      // Set before the element was known: such a property would hide the one below.
      if (Object.prototype.hasOwnProperty.call(this, "text")) {
        this.#text = this.text;
        delete this.text;
      }
    }

    get text() {
      return this.#text;
    }

    set text(value) {
      this.#text = value === null || value === undefined ? null : String(value);
      this.#given += 1;
      if (this.#text !== null) this.#with((app) => app.set_text(this.#text));
    }

    connectedCallback() {
      if (!this.#shown) this.#open();
    }

    disconnectedCallback() {
      this.#close();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.#shown) return;
      if (name === "source") this.refresh();
      else if (name === "density" || name === "height") this.#fit();
      else this.#with((app) => app.set_settings(this.#settings(name)));
    }

    /** Takes the source anew, for a page that has changed it. */
    refresh() {
      const shown = this.#shown;
      const source = this.getAttribute("source");
      if (!shown || !source) return;
      // What was given meanwhile is newer than a source that takes long to come.
      const given = (this.#given += 1);
      const isLast = () => given === this.#given && shown === this.#shown;
      this.#taken(source).then(
        (taken) => isLast() && this.#with((app) => (typeof taken === "string" ? app.set_text(taken) : app.set_file(taken))),
        (error) => isLast() && this.#tell(error.message),
      );
    }

    /** Does something with the app once it is mounted, unless it is gone by then. */
    #with(act, shown = this.#shown) {
      if (shown) shown.mounted.then((app) => shown === this.#shown && act(app), () => {});
    }

    #words() {
      return WORDS[this.#language()];
    }

    #language() {
      const near = this.closest("[lang]");
      const language = this.getAttribute("language") || (near ? near.getAttribute("lang") : "");
      return /^en\b/i.test(language) ? "en" : "zh";
    }

    /** The preferences in three words: what the person chose, but for what the page has just said. */
    #settings(changed) {
      const [language, theme, type] = (this.#shown && this.#shown.settings) || [];
      return [
        !language || changed === "language" ? this.#language() : language,
        !theme || changed === "theme" ? this.getAttribute("theme") || "system" : theme,
        !type || changed === "type" ? this.getAttribute("type") || "standard" : type,
      ].join(" ");
    }

    #open() {
      const shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
      dress(shadow);
      const root = document.createElement("div");
      root.id = "gouji";
      root.className = "gouji";
      root.tabIndex = -1;
      const notice = document.createElement("p");
      notice.className = "notice-of-widget";
      notice.hidden = true;
      notice.setAttribute("role", "alert");
      shadow.append(notice, root);
      const launch = launcher({ bytes, workers: [fileWorker, textWorker], engine, desk });
      const shown = { root, notice, settings: null };
      this.#shown = shown;
      shown.observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => this.#measure());
      if (shown.observer) shown.observer.observe(root);
      this.#fit();
      this.#measure();
      const host = {
        worker: launch.worker,
        instance: launch.instance,
        desk: () => launch.desk(host, this.getAttribute("pack")),
        dropped: droppedFiles,
        target: root,
        settings: this.#settings(),
        keep: (settings) => {
          shown.settings = settings.split(" ");
          root.lang = shown.settings[0];
          root.dataset.theme = shown.settings[1];
          root.dataset.type = shown.settings[2];
        },
        ready: () => this.#send("ready", null),
        checked: (counts, findings) => this.#send("checked", this.#detail(counts, findings)),
        write: async (...offer) => {
          const format = await launch.write(...offer);
          if (format) this.#send("exported", { format });
        },
      };
      shown.mounted = app().then((module) => {
        // Gone meanwhile: what was to be mounted never is.
        if (this.#shown !== shown) return new Promise(() => {});
        shown.app = module.mount(root, host);
        return shown.app;
      });
      shown.mounted.catch(async (error) => {
        const words = await reason(this.#words(), error);
        if (this.#shown === shown) this.#tell(words);
      });
      this.text = this.#text;
      this.refresh();
    }

    #close() {
      const shown = this.#shown;
      if (!shown) return;
      this.#shown = null;
      if (shown.observer) shown.observer.disconnect();
      if (shown.app) shown.app.destroy();
      this.shadowRoot.textContent = "";
    }

    /** Height and density as the attributes say. */
    #fit() {
      const { root } = this.#shown;
      const height = parseFloat(this.getAttribute("height"));
      root.style.height = height > 0 ? `${height}px` : "";
      root.dataset.density = this.getAttribute("density") || "";
    }

    /** What the styles ask of a window they ask of the widget's own size. */
    #measure() {
      const { root } = this.#shown;
      const size = { width: root.clientWidth, height: root.clientHeight };
      root.style.setProperty("--view", `${size.height / 100}px`);
      for (const [name, axis, kind, pixels] of sizes) {
        root.classList.toggle(name, kind === "max" ? size[axis] <= pixels : size[axis] >= pixels);
      }
    }

    #detail(counts, findings) {
      const detail = named(counts);
      if (this.hasAttribute("details")) detail.findings = findings.map(finding);
      return detail;
    }

    #send(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }

    #tell(message) {
      const { notice, root, app } = this.#shown;
      notice.textContent = app ? message : this.#words().head + message;
      notice.hidden = false;
      root.hidden = !app;
      this.#send("failed", { message: notice.textContent });
    }

    /** What the source holds: a text, or a file. */
    async #taken(source) {
      const words = this.#words();
      if (source[0] === "#") {
        if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
        const element = this.getRootNode().getElementById(source.slice(1));
        if (!element) throw new Error(words.element(source));
        if (typeof element.value === "string") return element.value;
        const copy = element.cloneNode(true);
        for (const widget of copy.querySelectorAll("gouji-check")) widget.remove();
        const name = element.title || element.getAttribute("aria-label") || document.title || "网页";
        return new File([`<!DOCTYPE html><meta charset="utf-8">${copy.outerHTML}`], `${name}.html`);
      }
      const url = new URL(source, document.baseURI);
      if (url.origin !== location.origin) throw new Error(words.foreign(url.href));
      const answer = await fetch(url.href);
      if (!answer.ok) throw new Error(words.lost(url.href, answer.status));
      return new File([await answer.blob()], decodeURIComponent(url.pathname.split("/").pop()));
    }
  }

  let sheet = null;
  function dress(shadow) {
    if ("adoptedStyleSheets" in shadow) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
      }
      shadow.adoptedStyleSheets = [sheet];
    } else {
      const element = document.createElement("style");
      element.nonce = nonce;
      element.textContent = styles;
      shadow.append(element);
    }
  }

  customElements.define("gouji-check", GoujiCheck);
})();
