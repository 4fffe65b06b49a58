// The style sheets as one: a page waits for each sheet it links, and two dozen small ones compress badly.
import { lower } from "./lower.mjs";

const LINK = /<link\b[^>]*\brel="stylesheet"[^>]*>\n?/g;

/** Joins the sheets that a page links, in its order; gives the page with one link, and the text and the names of the sheets. */
export function joinStyles(html, read) {
  const names = [...html.matchAll(LINK)].map(([tag]) => /\bhref="(?:\.\/)?([^"?]+)"/.exec(tag)[1]);
  const text = lower(names.map(read).join("\n"), "css");
  let isFirst = true;
  const page = html.replace(LINK, () => {
    const link = isFirst ? '<link rel="stylesheet" href="./styles.css">\n' : "";
    isFirst = false;
    return link;
  });
  return { page, text, names };
}
