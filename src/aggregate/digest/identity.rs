//! Whose a document is and what it is: unit, title, kind.

use crate::catalog::organization::named_in;
use crate::report::Report;
use crate::summary::Kind;

/// The unit of a document: as recognised in its text, else in its title, else in the name of its file.
///
/// A report that says that it is the sum of others, or of the unit alone, is another one than the unit's.
pub(super) fn organization(report: &Report, name: &str) -> Option<String> {
    let document = &report.document;
    let title = title(report).unwrap_or_default();
    let own = document.organization.clone();
    let unit = own.or_else(|| named_in(&title)).or_else(|| named_in(stem(name)))?;
    let says = |word: &str| title.contains(word) || stem(name).contains(word);
    Some(match () {
        () if unit.contains("本级") || unit.contains("汇总") => unit,
        () if says("汇总") => unit + "（汇总）",
        () if says("本级") => unit + "（本级）",
        () => unit,
    })
}

/// The name of a file without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The form in which names of units are compared: without brackets, quotes and blanks.
pub(in crate::aggregate) fn normalize(name: &str) -> String {
    let is_filling = |c: char| c.is_whitespace() || "（）()《》“”\"·".contains(c);
    let bare: String = name.chars().filter(|c| !is_filling(*c)).collect();
    bare.strip_suffix("部门").map_or(bare.clone(), str::to_owned)
}

/// The title: as recognised, else the first line where it is short.
pub(super) fn title(report: &Report) -> Option<String> {
    let first = || report.document.text.lines().map(str::trim).find(|line| !line.is_empty());
    let short = |line: &&str| line.chars().count() <= 50;
    report.document.title.clone().or_else(|| first().filter(short).map(str::to_owned))
}

/// What kind of document it is.
pub(super) fn kind(report: &Report, name: &str) -> Kind {
    let document = &report.document;
    let title = title(report).unwrap_or_default();
    let in_cells: u32 =
        document.tables.iter().flat_map(|t| &t.cells).map(|cell| cell.end.saturating_sub(cell.start)).sum();
    let is_sheet = matches!(document.format.as_str(), "xlsx" | "xls" | "ods" | "csv");
    let about = |words: &[&str]| words.iter().any(|word| title.contains(word) || stem(name).contains(word));
    if is_sheet || in_cells as usize * 10 > document.characters * 7 {
        Kind::Tables
    } else if about(&["附件", "附表"]) || about(&["项目支出", "专项资金", "项目绩效"]) && !about(&["整体"])
    {
        Kind::Annex
    } else if about(&["整体", "自评", "评价", "决算", "预算", "汇总"]) || !report.totals.is_empty() {
        Kind::Report
    } else {
        Kind::Annex
    }
}
