/**
 * 勾稽's engine for JavaScript: `engine.js` with `engine_bg.wasm` beside it.
 *
 * In a page `engine.js` is a classic script that defines `gouji`; in Node it is `require("./engine.js")`.
 * Amounts are strings with exact decimals. Offsets are UTF-16 code units into `document.text`, end exclusive,
 * so that `report.document.text.slice(figure.start, figure.end) === figure.text`.
 */

/** Loads the engine; in a page without `source` it is fetched from beside the script, in the npm package it is there already. Called by the others where it was not. */
export function load(source?: CheckSource): Promise<void>;

/** Says where the engine comes from, without loading it. */
export function from(source: CheckSource): void;

/** The bytes of `engine_bg.wasm` or the module compiled from them; or a function that gives those of the file that it is asked for, `office_bg.wasm` for exports and summaries. */
export type CheckSource = CheckModule | ((file: "engine_bg.wasm" | "office_bg.wasm") => CheckModule | Promise<CheckModule>);

export type CheckModule = BufferSource | WebAssembly.Module;

/** Checks a text. Rejects with a `CheckError`; the next call is answered by a fresh engine. */
export function check(text: string, options?: CheckOptions): Promise<Report>;

/** Reads a file in any of the formats that the page takes, and checks it. Its format is seen from its content; the name only helps where that leaves two. */
export function checkFile(bytes: BufferSource, name?: string): Promise<Report>;

/** Computes a report's indicators again: by another rule pack, or with values typed in place of the document's. Rejects where the pack has a fault. */
export function calculate(report: Report, options?: CalculateOptions): Promise<CalculateResult>;

/** The rule packs that gouji brings along, the default one first. */
export function packs(): Promise<Pack[]>;

/** `pack` is the code of one that gouji brings along, or a pack of your own as an object or its JSON; without it the national one. */
export interface CalculateOptions {
  inputs?: CalculateInput[];
  pack?: string | object;
}

/** A value in place of the document's, by the key of its input; taken for exact. One that cannot be read counts as missing. */
export interface CalculateInput {
  key: string;
  value: string | number;
  unit?: string;
}

export interface CalculateResult {
  pack: Pack;
  indicators: Indicator[];
}

/** The workbook (xlsx) of a report, with its relations as formulas over its figures. */
export function exportWorkbook(report: Report, options?: CheckExport): Promise<Uint8Array>;

/** A table of a report as CSV; written as UTF-8 it opens in spreadsheets, and no cell is taken for a formula. */
export function exportCsv(report: Report, options?: CheckExportTable): Promise<string>;

/** A report for people, as Markdown. */
export function exportMarkdown(report: Report, options?: CheckExport): Promise<string>;

/** A report as JSON: the same text wherever it was made, natively too. */
export function exportJson(report: Report, options?: CheckExport): Promise<string>;

/** How a report is exported. */
export interface CheckExport {
  /** Whether personal details that were found are starred out. */
  masked?: boolean;
  /** What a person decided about its findings, which every format but `json` tells of. */
  decisions?: CheckDecision[];
}

/** 处理意见 */
export interface CheckDecision {
  /** The `id` of the finding. */
  finding: number;
  kind: "dismissed" | "confirmed";
  reason?: string;
}

/** How a table of a report is exported. */
export interface CheckExportTable extends CheckExport {
  /** Which; the findings where nothing is said. */
  table?: "findings" | "relations" | "figures";
}

/** A report as another file, by the name of its format: one of `CheckFormat`. */
export function exportReport(report: Report, format: CheckFormat, options?: CheckExport): Promise<Uint8Array>;

export type CheckFormat = "workbook" | "findings" | "relations" | "figures" | "markdown" | "json";

/** Many report objects as one table, with the relations that only show across them. */
export function aggregate(files: CheckedFile[], options?: Grouping): Promise<Summary>;

/** A summary as another file, by the name of its format. */
export function exportSummary(summary: Summary, format: CheckSummaryFormat): Promise<Uint8Array>;

export type CheckSummaryFormat = "workbook" | "table" | "findings" | "page" | "json";

/** A file's name with its report object. */
export interface CheckedFile {
  name: string;
  report: Report;
}

/** What is wanted of a summary; what it leaves open is recognised. `hash` names a file as `SummaryMember.hash` does. */
export interface Grouping {
  unit?: "元" | "万元";
  assigned?: { hash: string; organization?: string; role?: SummaryRole }[];
  parents?: { organization: string; members: string[] }[];
}

/** 汇总 */
export interface Summary {
  version: string;
  unit: string;
  columns: SummaryColumn[];
  rows: SummaryRow[];
  files: SummaryMember[];
  checks: SummaryCheck[];
  findings: SummaryFinding[];
  pack: Pack | null;
}

/** 栏目 */
export interface SummaryColumn {
  key: string;
  title: string;
  kind: SummaryColumnKind;
  unit: string;
  totalBy: SummaryTotalBy;
  total: string | null;
  fraction: SummaryFraction | null;
  ratio: SummaryRatio | null;
  median: string | null;
  known: number;
  missing: number;
}

export type SummaryColumnKind = "money" | "count" | "rate" | "points" | "words";

export type SummaryTotalBy = "sum" | "ratio" | "none";

/** The columns that a column is the ratio of. */
export interface SummaryRatio {
  part: string;
  whole: string;
  lessWhole: boolean;
}

export interface SummaryTally {
  errors: number;
  suspects: number;
  notes: number;
}

export interface SummaryFraction {
  part: string;
  whole: string;
  unit: string;
}

/** 一个单位 */
export interface SummaryRow {
  organization: string;
  isNamed: boolean;
  year: number | null;
  isParent: boolean;
  files: number[];
  cells: SummaryCell[];
  findings: SummaryTally;
  /** Of the findings, those that a person dismissed or confirmed. */
  dismissed: SummaryTally;
  confirmed: SummaryTally;
  coverage: Coverage;
}

export interface SummaryCell {
  value: string | null;
  rank: number | null;
  fraction: SummaryFraction | null;
  spots: SummarySpot[];
}

/** 出处 */
export interface SummarySpot {
  file: number;
  organization: string;
  figure: number | null;
  place: string;
  label: string;
  measure: string;
  value: string;
  unit: string;
}

/** 文件归属 */
export interface SummaryMember {
  name: string;
  hash: string;
  title: string | null;
  year: number | null;
  row: number;
  role: SummaryRole;
  instead: number | null;
  byHand: boolean;
}

export type SummaryRole = "report" | "tables" | "annex" | "earlier" | "duplicate" | "superseded" | "excluded";

export type SummaryCheckKind = "parent" | "transfer" | "continuity" | "own" | "outlier";

/** 跨报告勾稽 */
export interface SummaryCheck {
  id: number;
  kind: SummaryCheckKind;
  relation: RelationKind;
  label: string;
  operands: SummarySpot[];
  result: SummarySpot | null;
  formula: string;
  gap: string | null;
  verdict: Verdict;
  reason: string | null;
}

/** 跨报告发现 */
export interface SummaryFinding {
  id: number;
  code: string;
  severity: Severity;
  title: string;
  message: string;
  check: number;
  spots: SummarySpot[];
}

/** There are no options yet. */
export type CheckOptions = Record<string, never>;

/** Why there is no report; `message` is one sentence, for a file that cannot be read a Chinese one that says what to do. */
export interface CheckError extends Error {
  code: CheckFailureCode | CheckReadCode;
}

export type CheckFailureCode = "notLoaded" | "notText" | "notBytes" | "notReport" | "notFormat" | "badPack" | "trap";

/** 读取失败 */
export type CheckReadCode = "empty" | "oldWord" | "wps" | "officeXml" | "binarySheet" | "ofd" | "slides" | "richText" | "openText" | "image" | "archive" | "encrypted" | "scanned" | "garbled" | "damaged" | "unknown" | "tooLarge" | "tooMuch" | "stopped";

declare global {
  /** What a classic script in a page sees. */
  const gouji: {
    load: typeof load;
    from: typeof from;
    check: typeof check;
    checkFile: typeof checkFile;
    calculate: typeof calculate;
    packs: typeof packs;
    exportReport: typeof exportReport;
    exportWorkbook: typeof exportWorkbook;
    exportCsv: typeof exportCsv;
    exportMarkdown: typeof exportMarkdown;
    exportJson: typeof exportJson;
    aggregate: typeof aggregate;
    exportSummary: typeof exportSummary;
  };
}

/** 校核结果 */
export interface Report {
  version: "1";
  document: Document;
  reading: ReadingNote[];
  figures: Figure[];
  excluded: Excluded[];
  relations: Relation[];
  findings: Finding[];
  totals: Total[];
  pack: Pack;
  inputs: IndicatorInput[];
  indicators: Indicator[];
  coverage: Coverage;
}

/** The text and what is known of it as a whole. */
export interface Document {
  text: string;
  title: string | null;
  organization: string | null;
  year: number | null;
  format: string;
  characters: number;
  paragraphs: number;
  pages: number | null;
  precision: Record<string, number>;
  tables: Table[];
}

/** 表格 */
export interface Table {
  title: string | null;
  unit: string | null;
  place: string;
  rows: number;
  columns: number;
  headerRows: number;
  cells: Cell[];
}

/** 单元格; rows and columns count from 0. */
export interface Cell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  start: number;
  end: number;
  stored: string | null;
}

/** 读取说明 */
export interface ReadingNote {
  level: Level;
  code: string;
  message: string;
  span?: [number, number];
}

export type Level = "info" | "warning";

/** 数据 */
export interface Figure {
  id: number;
  start: number;
  end: number;
  text: string;
  value: string;
  unit: string;
  places: number;
  baseValue: string;
  baseUnit: string;
  extent: Extent;
  label: string | null;
  role: string;
  measure: string | null;
  period: string | null;
  scope: string | null;
  status: FigureStatus;
  place: string;
}

export type Extent = "plain" | "about" | "atLeast" | "atMost" | "range";

export type FigureStatus = "verified" | "conflicting" | "single" | "unchecked";

/** 非数据数字 */
export interface Excluded {
  start: number;
  end: number;
  text: string;
  reason: string;
}

/** 勾稽关系 */
export interface Relation {
  id: number;
  rule: string;
  cue: string;
  kind: RelationKind;
  source: Source;
  operands: number[];
  result: number | null;
  formula: string;
  stated: string | null;
  computed: string | null;
  gap: string | null;
  verdict: Verdict;
  reason: string | null;
  start: number;
  end: number;
  recipe: string | null;
  working: Working | null;
}

export type RelationKind = "sum" | "difference" | "share" | "growth" | "ratio" | "count" | "equal" | "bound" | "product";

export type Source = "asserted" | "official" | "table" | "user";

export type Verdict = "exact" | "rounded" | "coarse" | "inconsistent" | "unchecked";

/** 算式表 */
export interface Working {
  rows: WorkingRow[];
  computed: Bounds;
  stated: Bounds;
  gap: string;
  unit: string;
  allowance: string;
}

/** One operand of a working. */
export interface WorkingRow {
  sign: string;
  label: string;
  value: Bounds;
  unit: string;
  place: string;
  figure: number | null;
}

/** A value with the range that its printed places allow. */
export interface Bounds {
  value: string;
  least: string;
  most: string;
}

/** 核查发现 */
export interface Finding {
  id: number;
  code: string;
  severity: Severity;
  title: string;
  message: string;
  relation: number | null;
  figures: number[];
  spans: [number, number][];
  diagnosis: Diagnosis | null;
  /** The id of the finding that this one follows from; findings stand behind their cause. */
  cause: number | null;
  basis: string;
  /** How to put it right. */
  remedy: string;
}

export type Severity = "error" | "suspect" | "note";

/** 差额诊断 */
export interface Diagnosis {
  kind: string;
  text: string;
  figure: number | null;
}

/** 总体数据 */
export interface Total {
  label: string;
  measure: string;
  period: string | null;
  value: string;
  unit: string;
  figure: number;
  partOf: string | null;
  share: string | null;
}

/** 规则包: the rule pack in force */
export interface Pack {
  code: string;
  name: string;
  region: string;
  year: number;
  document: string;
  basis: string;
  status: Confirmation;
}

/** Whether something was held against the text of the regulation; `reference` is 参考. */
export type Confirmation = "confirmed" | "reference";

/** 指标; `code` and `variant` together are its key. */
export interface Indicator {
  code: string;
  name: string;
  variant: string | null;
  formula: string;
  basis: string;
  status: Confirmation;
  since: number;
  until: number | null;
  note: string | null;
  direction: Direction;
  line: string | null;
  inputs: IndicatorInput[];
  missing: string[];
  wanted: WantedInput[];
  value: string | null;
  least: string | null;
  most: string | null;
  unit: string;
  working: string | null;
  score: IndicatorScore | null;
  standing: Standing;
}

export type Direction = "lower" | "higher" | "target";

/** 参考得分: what the pack's score table gives; never an official score. */
export interface IndicatorScore {
  value: string;
  full: string;
  rule: string;
  status: Confirmation;
}

/** An input of an indicator. */
export interface IndicatorInput {
  key: string;
  name: string;
  value: string;
  least: string;
  most: string;
  unit: string;
  source: InputSource;
  figure: number | null;
  figures: number[];
  working: string | null;
}

export type InputSource = "report" | "user";

/** An input that was not found. */
export interface WantedInput {
  key: string;
  name: string;
  unit: string;
}

export type Standing = "good" | "attention" | "unknown";

/** 核对台账: figures = verified + conflicting + single + unchecked */
export interface Coverage {
  figures: number;
  verified: number;
  conflicting: number;
  single: number;
  unchecked: number;
  excluded: number;
}
