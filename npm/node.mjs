// For `import` in Node: the same engine as for `require`.
import gouji from "./index.cjs";

export const { load, from, check, checkFile, calculate, packs, exportReport, exportWorkbook, exportCsv, exportMarkdown, exportJson, aggregate, exportSummary } = gouji;
