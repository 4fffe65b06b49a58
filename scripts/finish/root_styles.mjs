// The page's styles for a place inside someone else's page: they know neither the root element, nor its type size, nor the window.
// Rules of the document become rules of the app's root; `rem` and `vh` become properties of that root; widths of the window become
// classes that the widget sets by its own width. A class counts in the cascade where a media query does not, so every selector is
// given as many of them.
const ROOT = ".gouji";
const REM = "var(--type-root)";
const VIEW = "var(--view)";

/** The styles, and the sizes that they ask about, each as its class, axis, kind and pixels. */
export function rootStyles(text) {
  const sizes = new Map();
  const media = blocks(text).filter(({ head }) => isSized(head));
  const most = Math.max(0, ...media.map(({ head }) => conditions(head).length));
  const css = blocks(text).map((block) => rooted(block, [], most, sizes)).join("");
  return { css: withViewport(css), sizes: [...sizes.values()] };
}

/** The styles with `vh` measured by a property instead of the window. */
export const withViewport = (text) => text.replace(/(\d*\.?\d+)vh\b/g, (_, number) => `calc(${number}*${VIEW})`);

function rooted({ head, body }, classes, most, sizes) {
  if (head.startsWith("@page")) return "";
  if (head.startsWith("@keyframes")) return `${head}{${body}}`;
  if (head.startsWith("@media")) {
    const own = isSized(head) ? conditions(head) : [];
    for (const size of own) sizes.set(size[0], size);
    const inner = blocks(body).map((block) => rooted(block, own.map(([name]) => name), most, sizes)).join("");
    return isSized(head) ? inner : `${head}{${inner}}`;
  }
  if (head.startsWith("@")) throw new Error(`styles: no place in the widget for ${head}`);
  const padding = ROOT.repeat(most - classes.length);
  const root = `${ROOT}${classes.map((name) => `.${name}`).join("")}${padding}`;
  const selectors = split(head).map((selector) => {
    const ofDocument = /^(:root|html|body)(?![\w-])/.exec(selector);
    return ofDocument ? root + selector.slice(ofDocument[0].length) : `${root} ${selector}`;
  });
  return `${selectors.join(",")}{${body.replace(/(-?\d*\.?\d+)rem\b/g, (_, number) => `calc(${number}*${REM})`)}}`;
}

const isSized = (head) => /^@media.*\b(width|height)\b/.test(head);

function conditions(head) {
  return [...head.matchAll(/\((min|max)-(width|height):\s*(\d+)px\)/g)].map(([, kind, axis, pixels]) => [
    `${axis}-${kind}-${pixels}`,
    axis,
    kind,
    Number(pixels),
  ]);
}

// Commas between selectors, not those inside brackets.
const split = (selectors) => selectors.split(/,(?![^(]*\))/).map((selector) => selector.trim());

/** The rules of a minified sheet, each as what stands before its braces and what stands between them. */
function blocks(text) {
  const found = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quote) {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "{") {
      if (depth === 0) open = at;
      depth += 1;
    } else if (character === "}") {
      depth -= 1;
      if (depth === 0) {
        found.push({ head: text.slice(start, open).trim(), body: text.slice(open + 1, at) });
        start = at + 1;
      }
    }
  }
  return found;
}
