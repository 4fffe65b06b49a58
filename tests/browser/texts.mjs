// Texts for the tests; the organisations and figures are invented.
import { readFileSync } from "node:fs";

/** One sum that fails by 10.00 and one that holds. */
export const SHORT =
  "云岭县档案馆2023年度部门整体支出绩效自评报告\n" +
  "2023年度总支出1200.00万元，其中：基本支出700.00万元，项目支出490.00万元。\n" +
  "年末编制数30人，其中：行政编制12人，事业编制18人。\n";

/** A whole report of a bureau. */
export const BUREAU = readFileSync(new URL("../fixtures/bureau.txt", import.meta.url), "utf8");

/** A text of at least `length` characters in the manner of a report. */
export function long(length) {
  const report = readFileSync(new URL("../reports/market-bureau/input.txt", import.meta.url), "utf8");
  return report.repeat(Math.ceil(length / report.length)).slice(0, length);
}

/** What makes offsets go wrong: beyond the BMP, full-width digits, CRLF, combining marks. */
export const AWKWARD =
  "𠮷野县🏛️档案馆\r\n２０２３年度总支出１，２００．５０万元（含𡘙项目３．１４％），\r\n其中：基本支出700.25万元，项目支出500.25万元；é́共有30人。\n" +
  "👨‍👩‍👧‍👦三个科室，同比增长6.45%。\u2028余额约5万余元";
