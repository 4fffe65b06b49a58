// The widget: one script that defines <gouji-check>, with the styles in it, and the worker's script beside it.
import { lower, lowerAlone } from "./lower.mjs";
import { rootStyles } from "./root_styles.mjs";

/** The widget's script. `parts` are the addresses and hashes of what it fetches from beside itself. */
export function widgetScript(shell, scripts, styles, parts) {
  const { css, sizes } = rootStyles(styles);
  const own = lower(shell("widget.css"), "css");
  const filled = shell("widget.js")
    .replace("/* APP */", () => scripts.app)
    .replace('/* STYLES */ ""', () => JSON.stringify(css + own))
    .replace("/* SIZES */ []", () => JSON.stringify(sizes))
    .replace("/* PARTS */ null", () => JSON.stringify(parts));
  return lowerAlone(filled);
}
