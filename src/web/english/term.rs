//! The stable words of a report in both languages (用语): what a figure is of, why digits are none, how exactly was judged, formats.

use crate::export::words;

/// A stable word in Chinese and in English.
pub(super) fn term(code: &str) -> Option<[&str; 2]> {
    let english = TERMS.iter().find(|(other, _)| *other == code).map(|(_, english)| [words::term(code), *english]);
    english
        .or_else(|| OTHERS.iter().find(|(other, ..)| *other == code).map(|(_, chinese, english)| [*chinese, *english]))
}

/// Measures and periods.
const TERMS: [(&str, &str); 27] = [
    ("initialBudget", "Initial budget"),
    ("adjustedBudget", "Adjusted budget"),
    ("budget", "Budget"),
    ("supplement", "Supplement"),
    ("outturn", "Outturn"),
    ("revenue", "Revenue"),
    ("expenditure", "Expenditure"),
    ("openingCarryOver", "Brought forward"),
    ("closingCarryOver", "Carried forward"),
    ("change", "Change"),
    ("growth", "Growth"),
    ("share", "Share"),
    ("executionRate", "Execution rate"),
    ("completionRate", "Completion rate"),
    ("rate", "Rate"),
    ("count", "Count"),
    ("score", "Score"),
    ("weight", "Weight"),
    ("target", "Target"),
    ("balance", "Balance"),
    ("unitPrice", "Unit price"),
    ("plan", "Plan"),
    ("stated", "Measure not stated"),
    ("opening", "Opening"),
    ("currentYear", "This year"),
    ("previousYear", "Previous year"),
    ("nextYear", "Next year"),
];

const OTHERS: [(&str, &str, &str); 25] = [
    ("K01", "文号", "Document number"),
    ("K02", "序号", "List mark"),
    ("K03", "日期、年份", "Date or year"),
    ("K04", "电话、邮编、证件号或网址", "Telephone, post code, identity number or address"),
    ("K05", "事件名、热线", "Name of an event, hotline"),
    ("K06", "政策提法", "Name of a policy"),
    ("K07", "标准号、型号", "Standard or model number"),
    ("K08", "科目编码、表号", "Account code, table number"),
    ("K09", "时刻、版本", "Time of day, version"),
    ("K10", "等级", "Grade"),
    ("K11", "成语中的数字", "Digits in an idiom"),
    ("K12", "页码、行次，没有单位或读不成一个数的数字", "Page, line, or a number without a unit or unreadable"),
    ("K13", "条款号、序数", "Article or ordinal number"),
    ("exact", "按精确相等判断", "Judged as exact"),
    ("document", "按全文通行小数位判断", "Judged at the document's usual decimal places"),
    ("printed", "按各数所印小数位判断", "Judged at the decimal places as printed"),
    ("docx", "Word 文档", "Word document"),
    ("pdf", "PDF", "PDF"),
    ("xlsx", "Excel 工作簿", "Excel workbook"),
    ("xls", "Excel 工作簿", "Excel workbook"),
    ("ods", "ODS 表格", "ODS spreadsheet"),
    ("csv", "CSV 表格", "CSV table"),
    ("html", "网页", "Web page"),
    ("markdown", "Markdown", "Markdown"),
    ("text", "文本", "Text"),
];
