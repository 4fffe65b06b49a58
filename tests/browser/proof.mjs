// The self-test of the offline file, as a person starts it.
import assert from "node:assert/strict";
import * as hook from "./hooks.mjs";

/** Every way out is tried and shown refused. */
export async function assertSelfTest(page) {
  await page.click(hook.HELP);
  await page.click(hook.SELF_TEST);
  const lines = await page.until("its verdict", () => {
    const verdict = document.querySelector(".help__proof [role=status]");
    return verdict && verdict.textContent && Array.from(document.querySelectorAll(".help__proof li"), (line) => `${line.dataset.refused} ${line.textContent}`);
  });
  assert.equal(lines.length, 6);
  assert.deepEqual(lines.filter((line) => !line.startsWith("true")), []);
}
