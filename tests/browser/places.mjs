// The two places a page is opened from: the site under a sub-path, and the offline file on disk.
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import * as hook from "./hooks.mjs";

export const built = fileURLToPath(new URL("../../target/trunk", import.meta.url));

export const places = {
  http: async (options = {}) => {
    const { server, address } = await serve(built, { prefix: "/some/sub-path/", ...options });
    return { address, origin: address, close: () => server.close() };
  },
  // From disk nothing may be asked for but the file itself.
  "file://": async () => {
    const address = pathToFileURL(join(built, "gouji.html")).href;
    return { address, origin: address, close: () => {} };
  },
};

/** Opens the page from a place and hands it over once it can be written in; at the end it must have been quiet, but for what is expected. */
export async function visit(browser, place, body, { script, expected, view } = {}) {
  const page = await browser.open(view);
  try {
    if (script) await page.before(script);
    await page.goto(place.address);
    await page.appears(hook.INPUT);
    await body(page);
    await page.assertQuiet(place.origin, expected);
  } finally {
    await page.close();
    place.close();
  }
}
