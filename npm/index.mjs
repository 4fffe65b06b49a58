// For `import` in browsers, module workers, bundlers and Deno: the engine, which fetches its module from beside this file when it is first asked.
const module = { exports: {} };
/* ENGINE */
const gouji = module.exports;

gouji.from(async (file) => {
  const answer = await fetch(new URL(`./${file}`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
});

export const { load, from, check, checkFile, calculate, packs, exportReport, exportWorkbook, exportCsv, exportMarkdown, exportJson, aggregate, exportSummary } = gouji;
