//! W26–W28 in the forms of self-evaluation: target, what was done, why not, and the score of each indicator.

use super::band;
use super::target::EXCEEDED;
use crate::fact::{Fact, Form, Part};
use crate::number::Extent;
use crate::relation::{Equation, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States for each row of each form what usage expects of it.
pub(super) fn rows(scope: &Scope, out: &mut Sink) {
    let figures = scope.facts.form_figures();
    for form in scope.facts.forms(&figures).filter(|form| form.has(Part::Target) && form.has(Part::Done)) {
        for row in form.rows() {
            if let Some((target, done, reverse)) = pair(&form, row) {
                not_reached(&form, row, (target, done, reverse), out);
                if !reverse && !form.get(target).is_some_and(Fact::is_zero) {
                    // W28: 200人, 460人.
                    out.ask("W28", band(done, target, 0, EXCEEDED));
                }
            }
            without_number(&form, row, out);
        }
    }
}

/// What is better the less there is of it: without a sign, such a target says not which way it is meant.
const SPARING: [&str; 18] = [
    "成本", "时限", "时间", "天数", "投诉", "信访", "事故", "死亡", "误差", "差错", "控制", "排放", "能耗", "消耗",
    "违", "降", "减", "逾期",
];

/// Target and result of a row, both of one kind; `true` where less is better.
fn pair(form: &Form, row: u32) -> Option<(usize, usize, bool)> {
    let (target, done) = (form.only(row, Part::Target)?, form.plain(row, Part::Done)?);
    let (wanted, reached) = (form.get(target)?, form.get(done)?);
    let reverse = wanted.figure.extent == Extent::AtMost;
    let name = form.name(row);
    let clear = reverse || wanted.figure.extent == Extent::AtLeast || !name.mentions_any(&SPARING);
    (clear && wanted.is_like(reached)).then_some((target, done, reverse))
}

/// W26: ≥95%, 91%, and no word why.
fn not_reached(form: &Form, row: u32, (target, done, reverse): (usize, usize, bool), out: &mut Sink) {
    if form.has(Part::Reason) && form.words(row, Part::Reason).chars().all(|c| matches!(c, '无' | '/' | '-' | '—')) {
        let order = if reverse { Order::AtMost } else { Order::AtLeast };
        let (left, right) = (vec![Term::plus(done)], vec![Term::plus(target)]);
        out.ask("W26", Equation::Order { left, order, right });
    }
}

/// W27: an indicator of numbers whose target has none; points for what does not apply.
fn without_number(form: &Form, row: u32, out: &mut Sink) {
    let Some(range) = form.cell(row, Part::Target) else { return };
    let words = form.words(row, Part::Target);
    let counted = form.name(row).mentions("数量指标") && !words.contains(|c: char| c.is_ascii_digit());
    let none = matches!(words, "不涉及" | "无" | "/");
    let scored = form.only(row, Part::Score).and_then(|id| form.get(id)).is_some_and(|score| !score.is_zero());
    if counted && !none && !has_han_number(words) || none && scored {
        out.note("W27", Vec::new(), range);
    }
}

/// 一批, 全部, 全覆盖 are numbers of a kind.
fn has_han_number(words: &str) -> bool {
    words.contains(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '全'])
}
