// A page under watch: what it requests, what it complains of, what its policy refuses.
import assert from "node:assert/strict";

const PATIENCE = 20_000;

// Runs in the page before anything of its own.
const listen = () => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    // Chromium 78 and 83 report wasm as refused eval though the policy allows it and it compiles.
    if (event.blockedURI === "eval" && event.originalPolicy.includes("'unsafe-eval'")) return;
    window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
};

export async function watch(page, beforeEach) {
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("error", (error) => complaints.push(`crash: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning", "warn", "assert"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  await beforeEach(listen);

  const watched = {
    page,
    requests,
    complaints,
    before: beforeEach,
    goto: (address) => page.goto(address),
    evaluate: (...given) => page.evaluate(...given),
    close: () => page.close(),

    /** Waits until a function in the page gives something true, and gives it. */
    async until(what, test, argument) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const value = await page.evaluate(test, argument);
        if (value) return value;
        assert.ok(Date.now() < end, `waited in vain for ${what}; complaints: ${complaints.join(" | ") || "none"}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },

    appears: (selector) => watched.until(selector, (given) => document.querySelector(given) !== null, selector),

    count: (selector) => page.evaluate((given) => document.querySelectorAll(given).length, selector),

    text: (selector) => page.evaluate((given) => document.querySelector(given).textContent, selector),

    async click(selector) {
      await watched.appears(selector);
      // The old driver clicks the middle of what is partly in view, though another region may cover it.
      await page.evaluate((given) => document.querySelector(given).scrollIntoView({ block: "center" }), selector);
      await page.click(selector);
    },

    /** Puts a text into a field the way a paste does: at once, with one input event. */
    async paste(selector, text) {
      await watched.appears(selector);
      await page.evaluate(
        ([given, value]) => {
          const field = document.querySelector(given);
          field.focus();
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, value);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        [selector, text],
      );
    },

    /** Nothing was complained of but what is `expected`, nothing refused, and nothing asked for beyond `origin`. */
    async assertQuiet(origin, expected = /^$/) {
      assert.deepEqual(complaints.filter((complaint) => !expected.test(complaint)), [], "the console is silent");
      assert.deepEqual(await page.evaluate(() => window.refused), [], "the policy refuses nothing");
      const foreign = requests.filter((url) => !url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:"));
      assert.deepEqual(foreign, [], "no request leaves the page's own place");
    },

    /** The policy lets nothing out, and where it needs no eval for wasm it allows none. */
    async assertShut() {
      const sent = await page.evaluate(() => fetch("http://127.0.0.1:9/out").then(() => "sent", (error) => error.name));
      assert.equal(sent, "TypeError");
      await watched.until("the refusal", () => window.refused.some((refusal) => refusal.startsWith("connect-src")));
      // In a task of the page's own, because the drivers lift the policy for what they evaluate.
      const evaluated = await page.evaluate(
        () =>
          new Promise((done) => {
            setTimeout(() => {
              try {
                done(typeof structuredClone === "undefined" ? "not asked" : String(eval("1")));
              } catch (error) {
                done(error.name);
              }
            });
          }),
      );
      assert.ok(["EvalError", "not asked"].includes(evaluated), `eval gives ${evaluated}`);
    },
  };
  return watched;
}
