//! What stands around the figures of a report: staff, score and grade by the words before them.

use super::super::amount::Amounts;
use crate::catalog::score::{GRADE_NAMES, grade_at, names_total};
use crate::place::{Places, sentence};
use crate::report::{Extent, Figure, Report};
use crate::summary::Amount;

/// Words behind which the number of staff stands.
const STAFF: [&str; 9] = [
    "在职人员",
    "在职人数",
    "在职职工",
    "在编人员",
    "在编人数",
    "实有人员",
    "实有人数",
    "在编在职人员",
    "在职在编人员",
];

/// Words behind which the number of posts stands.
const QUOTA: [&str; 5] = ["人员编制", "编制", "编制数", "编制人数", "编制总数"];

/// Words that make a number of people one of several.
const PARTIAL: [&str; 8] = ["行政", "事业", "工勤", "参公", "其中", "全额", "差额", "聘用"];

/// The figures of a report with the words around them.
pub(super) struct Words<'a> {
    pub report: &'a Report,
    places: Places,
}

impl<'a> Words<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report, places: Places::new(&report.document.text) }
    }

    /// The words of a figure's sentence before and behind it.
    pub(super) fn around(&self, figure: &Figure) -> [&'a str; 2] {
        let [before, _, after] = sentence(&self.report.document.text, self.places.bytes(figure.start, figure.end));
        [before, after]
    }

    pub(super) fn staff(&self, amounts: &Amounts) -> Option<Amount> {
        self.people(&STAFF, amounts)
    }

    pub(super) fn quota(&self, amounts: &Amounts) -> Option<Amount> {
        self.people(&QUOTA, amounts)
    }

    fn people(&self, names: &[&str], amounts: &Amounts) -> Option<Amount> {
        let label = *names.first()?;
        let is_counted = |figure: &&Figure| {
            let [before, _] = self.around(figure);
            let clause = before.rsplit(['，', '；', '：', '、', '（']).next().unwrap_or_default();
            let words = clause.trim_end_matches(['为', '有', '共', '计', '数', '总', '额']);
            matches!(figure.unit.as_str(), "人" | "名" | "个")
                && figure.extent == Extent::Plain
                && names.iter().any(|name| words.ends_with(name.trim_end_matches('数')))
                && !PARTIAL.iter().any(|part| clause.contains(part))
        };
        self.report.figures.iter().find(is_counted).and_then(|figure| amounts.of(figure.id, label, "stated"))
    }

    pub(super) fn score(&self, amounts: &Amounts) -> Option<Amount> {
        let is_score =
            |figure: &&Figure| figure.unit == "分" && names_total(self.around(figure)[0].trim_end_matches(['：', '“']));
        self.report.figures.iter().find(is_score).and_then(|figure| amounts.of(figure.id, "自评得分", "stated"))
    }

    pub(super) fn grade(&self) -> Option<&'static str> {
        let text = &self.report.document.text;
        let mut behind = GRADE_NAMES
            .iter()
            .flat_map(|name| text.match_indices(name).filter_map(|(at, _)| text.get(at + name.len()..)));
        behind.find_map(grade_at).map(|grade| grade.word)
    }
}
