//! W26–W28 in the forms of self-evaluation: target, what was done, why not, and the score of each indicator.

use super::band;
use super::target::EXCEEDED;
use crate::fact::{CellPlace, Facts, Layout};
use crate::number::Extent;
use crate::relation::{Equation, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Range;
use std::collections::BTreeMap;

/// States for each row of each form what usage expects of it.
pub(super) fn rows(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for (index, layout) in facts.tables.iter().enumerate() {
        let Some(form) = Form::of(facts, index, layout) else { continue };
        let mut rows: Vec<u32> = layout.words.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        for row in rows {
            form.not_reached(row, out);
            form.far_exceeded(row, out);
            form.without_number(row, out);
        }
    }
}

/// What is better the less there is of it: without a sign, such a target says not which way it is meant.
const SPARING: [&str; 18] = [
    "成本", "时限", "时间", "天数", "投诉", "信访", "事故", "死亡", "误差", "差错", "控制", "排放", "能耗", "消耗",
    "违", "降", "减", "逾期",
];

/// A form (自评表) with its columns.
struct Form<'a> {
    facts: &'a Facts,
    layout: &'a Layout,
    /// 年度指标值.
    target: u32,
    /// 实际完成值.
    done: u32,
    /// 偏差原因.
    reason: Option<u32>,
    /// 得分.
    score: Option<u32>,
    /// The figures of each cell.
    figures: BTreeMap<(u32, u32), Vec<usize>>,
}

impl<'a> Form<'a> {
    fn of(facts: &'a Facts, index: usize, layout: &'a Layout) -> Option<Self> {
        let column = |words: &[&str], not: &str| {
            let named = |heads: &[String]| {
                heads.iter().any(|head| words.iter().any(|word| head.contains(word)) && !head.contains(not))
            };
            layout.columns.iter().position(|c| named(&c.heads)).map(|at| at as u32)
        };
        let target = column(&["指标值", "目标值", "计划值"], "完成")?;
        let done = column(&["完成值", "实际值", "完成情况", "实际完成"], "原因")?;
        let mut figures: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
        for (id, fact) in facts.list.iter().enumerate() {
            if let Some(CellPlace { row, column, .. }) = fact.cell.filter(|cell| cell.table == index) {
                figures.entry((row, column)).or_default().push(id);
            }
        }
        let (reason, score) = (column(&["偏差", "原因"], "分值"), column(&["得分"], "率"));
        Some(Self { facts, layout, target, done, reason, score, figures })
    }

    /// The only figure of a cell.
    fn only(&self, row: u32, column: u32) -> Option<usize> {
        match self.figures.get(&(row, column)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }

    fn cell(&self, row: u32, column: u32) -> Option<Range> {
        self.layout.words.get(&(row, column)).cloned()
    }

    fn words(&self, row: u32, column: u32) -> &str {
        self.cell(row, column).map(|range| self.facts.text.words(range)).unwrap_or_default()
    }

    /// The names of a row: all its words before the target.
    fn name(&self, row: u32) -> String {
        (0..self.target).map(|column| self.words(row, column)).collect()
    }

    /// Target and result of a row, both of one kind; `true` where less is better.
    fn pair(&self, row: u32) -> Option<(usize, usize, bool)> {
        let (target, done) = (self.only(row, self.target)?, self.only(row, self.done)?);
        let (wanted, reached) = (self.facts.get(target)?, self.facts.get(done)?);
        let name = self.name(row);
        let sparing = SPARING.iter().any(|word| name.contains(word));
        let reverse = wanted.figure.extent == Extent::AtMost;
        let clear = reverse || wanted.figure.extent == Extent::AtLeast || !sparing;
        (clear && wanted.is_like(reached) && reached.figure.is_plain()).then_some((target, done, reverse))
    }

    /// W26: ≥95%, 91%, and no word why.
    fn not_reached(&self, row: u32, out: &mut Sink) {
        let (Some(reason), Some((target, done, reverse))) = (self.reason, self.pair(row)) else { return };
        let told = self.words(row, reason);
        if told.chars().all(|c| matches!(c, '无' | '/' | '-' | '—')) {
            let order = if reverse { Order::AtMost } else { Order::AtLeast };
            let (left, right) = (vec![Term::plus(done)], vec![Term::plus(target)]);
            out.ask("W26", Equation::Order { left, order, right });
        }
    }

    /// W28: 200人, 460人.
    fn far_exceeded(&self, row: u32, out: &mut Sink) {
        if let Some((target, done, false)) = self.pair(row).filter(|(target, ..)| !self.is_zero(*target)) {
            out.ask("W28", band(done, target, 0, EXCEEDED));
        }
    }

    fn is_zero(&self, id: usize) -> bool {
        self.facts.get(id).is_some_and(crate::fact::Fact::is_zero)
    }

    /// W27: an indicator of numbers whose target has none; points for what does not apply.
    fn without_number(&self, row: u32, out: &mut Sink) {
        let Some(range) = self.cell(row, self.target) else { return };
        let words = self.facts.text.words(range.clone());
        let counted = self.name(row).contains("数量指标") && !words.contains(|c: char| c.is_ascii_digit());
        let none = matches!(words, "不涉及" | "无" | "/");
        let scored = self.score.and_then(|column| self.only(row, column)).is_some_and(|id| !self.is_zero(id));
        if counted && !none && !has_han_number(words) || none && scored {
            out.note("W27", Vec::new(), range);
        }
    }
}

/// 一批, 全部, 全覆盖 are numbers of a kind.
fn has_han_number(words: &str) -> bool {
    words.contains(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '全'])
}
