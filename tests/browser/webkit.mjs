// WebKitGTK through its own WebDriver, on a screen that nobody sees. It tells of no requests and no console, so the page itself is asked.
import { spawn } from "node:child_process";
import { once } from "node:events";
import assert from "node:assert/strict";

const PATIENCE = 30_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Starts the browser; gives a page that is asked by functions, as those of the others are. */
export async function webkit() {
  // The first free screen is named by the third pipe.
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1366x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [name] = await once(screen.stdio[3], "data");
  // In a container there is no other sandbox to be had.
  const environment = { ...process.env, DISPLAY: `:${String(name).trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const port = 40_000 + (process.pid % 20_000);
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env: environment, stdio: "ignore" });

  async function call(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value && value.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  async function session(deadline = Date.now() + PATIENCE) {
    try {
      return await call("POST", "/session", { capabilities: { alwaysMatch: {} } });
    } catch (error) {
      // It does not listen yet.
      if (error.cause?.code !== "ECONNREFUSED" || Date.now() > deadline) throw error;
      await pause(100);
      return session(deadline);
    }
  }

  const { sessionId, capabilities } = await session();
  const at = `/session/${sessionId}`;
  const page = {
    version: capabilities.browserVersion,
    goto: (url) => call("POST", `${at}/url`, { url }),
    async evaluate(asked, argument) {
      const script = `const end = arguments[1]; Promise.resolve((${asked})(arguments[0])).then((value) => end([value]), (error) => end([null, String(error)]));`;
      const [value, error] = await call("POST", `${at}/execute/async`, { script, args: [argument ?? null] });
      if (error) throw new Error(error);
      return value;
    },
    async until(what, asked, argument) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const value = await page.evaluate(asked, argument);
        if (value) return value;
        assert.ok(Date.now() < end, `waited in vain for ${what}`);
        await pause(100);
      }
    },
    appears: (selector) => page.until(selector, (given) => document.querySelector(given) !== null, selector),
    async click(selector) {
      await page.appears(selector);
      await page.evaluate((given) => document.querySelector(given).click(), selector);
    },
    paste: (selector, text) =>
      page.evaluate(
        ([given, value]) => {
          const field = document.querySelector(given);
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, value);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        [selector, text],
      ),
    async close() {
      await call("DELETE", at).catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
  return page;
}
