// Pages of someone else, served beside the built folder: a portal under /, gouji under /gouji/.
import { serve } from "../../scripts/serve.mjs";
import { built } from "./places.mjs";

const PREFIX = "/gouji/";

/** A page of a portal; `policy` is sent as its Content-Security-Policy, `root` stands in its html tag. */
export function portalPage(body, { policy, root = 'lang="zh-CN"', head = "" } = {}) {
  return {
    headers: policy ? { "content-security-policy": policy } : {},
    body: `<!DOCTYPE html><html ${root}><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
  };
}

export const WIDGET_SCRIPT = `<script src="${PREFIX}gouji-check.js"></script>`;

/** Opens a portal's page in a browser and hands it to the test. */
export async function onPortal(browser, pages, body, { script, ...options } = {}) {
  const { server, address } = await serve(built, { prefix: PREFIX, pages, ...options });
  const origin = new URL("/", address).href;
  const page = await browser.open();
  try {
    if (script) await page.before(script);
    await page.goto(`${origin}portal.html`);
    await body(page, origin);
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
  }
}

/** What is asked of the `nth` widget of a page. */
export function widget(page, nth = 0) {
  const ask = (what, test, ...given) =>
    page.until(what, `((nth, ...given) => {
      const widget = document.querySelectorAll("gouji-check")[nth];
      const root = widget && widget.shadowRoot;
      return root && (${test})(root, ...given);
    })(${[nth, ...given].map((value) => JSON.stringify(value)).join(",")})`);
  return {
    ask,
    appears: (selector) => ask(selector, (root, wanted) => root.querySelector(wanted) !== null, selector),
    notice: () => ask("a notice", (root) => {
      const notice = root.querySelector(".notice-of-widget");
      return notice && !notice.hidden && notice.textContent;
    }),
    /** Either the first thing that could be seen, or the words why not. */
    shows: (selector) => ask(`${selector} or a notice`, (root, wanted) => {
      const notice = root.querySelector(".notice-of-widget");
      return root.querySelector(wanted) ? "shown" : notice && !notice.hidden && notice.textContent;
    }, selector),
  };
}
