// The browsers of the tests behind one small interface: open(address, {before}) → a watched page.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { homedir } from "node:os";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import oldPuppeteer from "puppeteer-core-2";
import { watch } from "./watch.mjs";

const cache = process.env.GOUJI_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "gouji");

/** The first of these programs on the PATH. */
function program(...names) {
  const folders = process.env.PATH.split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error(`no ${names[0]} on the PATH: run scripts/setup test`);
  return found;
}

// No request of the browser's own may be taken for one of the page's.
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
// These old builds are made for a place without processes of their own.
const OLD = [...QUIET, "--headless", "--single-process", "--no-zygote", "--disable-dev-shm-usage"];

// An office screen; the drivers' own default is lower than a row of the list and what lies below it.
const VIEW = { width: 1366, height: 768 };

export const browsers = {
  "Chromium (current)": async () => {
    const browser = await chromium.launch({ executablePath: program("chromium"), args: QUIET });
    return {
      version: async () => browser.version(),
      open: async (options = {}) => {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        return watch(page, (script) => page.addInitScript(script));
      },
      close: () => browser.close(),
    };
  },
  Firefox: async () => {
    const browser = await puppeteer.launch({ browser: "firefox", executablePath: program("firefox-esr"), headless: true, defaultViewport: VIEW });
    return fromPuppeteer(browser);
  },
  "Chromium 78": () => oldChromium("chromium-78"),
  "Chromium 83": () => oldChromium("chromium-83"),
};

/** For what depends on the year of the engine. */
export const between = {
  // This build breaks with a single process.
  "Chromium 92": () => oldChromium("chromium-92", OLD.filter((argument) => argument !== "--single-process")),
};

async function oldChromium(name, args = OLD) {
  return fromPuppeteer(await oldPuppeteer.launch({ executablePath: join(cache, name, "chromium"), args, defaultViewport: VIEW }));
}

function fromPuppeteer(browser) {
  return {
    version: () => browser.version(),
    open: async () => {
      const page = await browser.newPage();
      return watch(page, (script) => page.evaluateOnNewDocument(script));
    },
    close: () => browser.close(),
  };
}
