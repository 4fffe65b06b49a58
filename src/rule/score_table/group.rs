//! L01: what some rows of the table score together, told in words: 产出指标三项合计46.5分; 管理效率小计37.6分.

use super::RULE;
use super::whole::rows_of;
use crate::fact::{Fact, Form};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// Words behind which such a score stands.
const TOTALS: [&str; 4] = ["小计", "合计", "共得", "合计得"];
/// How many characters the name of such rows has at least.
const NAME: usize = 2;

/// States every score in words that names the first column of two rows or more.
pub(super) fn state(scope: &Scope, forms: &[Form], out: &mut Sink) {
    let facts = scope.facts;
    // 产出指标三项合计: a number may stand in the name.
    let words = |f: &Fact| {
        let start = facts.clauses.clauses().get(f.place.clause).map_or(f.range.start, |c| c.start);
        facts.text.words(start..f.range.start)
    };
    let told = |f: &Fact| f.figure.unit.base == "分" && f.figure.is_plain() && group(words(f)).is_some();
    let scores: Vec<usize> = facts.pick(0..facts.list.len(), told).gather();
    for table in forms.chunk_by(Form::is_beside) {
        let rows = rows_of(table);
        for score in &scores {
            let Some(name) = facts.get(*score).and_then(|f| group(words(f))) else { continue };
            let own = |row: &&super::whole::Scored| row.name.starts_with(name) && row.score != *score;
            let parts: Vec<Term> = rows.iter().filter(own).map(|row| Term::plus(row.score)).gather();
            let equation = Equation::Sum { parts, whole: vec![Term::plus(*score)] };
            let several = equation.all().len() > 2 && equation.all().len() <= rows.len();
            if several && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
                let range = facts.span(&[*score]);
                let (rule, cue, kind, source) = (RULE.name, "L01", Kind::Sum, Source::Asserted);
                out.relation(Relation { rule, cue, kind, source, equation, range, sure: false, warning: "W23" });
            }
        }
    }
}

/// The name of the rows that a score in words takes together: 产出指标三项合计 → 产出.
fn group(words: &str) -> Option<&str> {
    let head = TOTALS.iter().find_map(|w| words.strip_suffix(w))?;
    let head = head
        .strip_suffix('项')
        .map_or(head, |rest| rest.trim_end_matches(['两', '二', '三', '四', '五', '六', '七', '八', '九']));
    let name = head.trim_start().trim_end_matches("指标");
    (name.chars().count() >= NAME).then_some(name)
}
