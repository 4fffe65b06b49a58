//! C02 of what was carried over: 上年结转912万元，…。年末结转结余858万元，比年初减少54万元: what stood at the beginning is told sentences before,
//! under a name of its own.

use super::{movement, relation};
use crate::fact::{Fact, Role};
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many paragraphs back what stood at the beginning is looked for.
const REACH: usize = 3;

/// What was carried over to the next year, and what was carried over from the last.
const NOW: [&str; 6] = ["年末结转", "年末结余", "结转下年", "结转次年", "结转至下年", "期末结转"];
const THEN: [&str; 6] = ["上年结转", "年初结转", "上年结余", "年初结余", "上年度结转", "期初结转"];

/// States the change of what was carried over; false where it is of something else or nothing bears it out.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.role == Role::Change && f.figure.is_plain() && f.direction != 0) else {
        return false;
    };
    let compared = facts.comparison(id);
    if out.computes(id) || !compared.mentions_any(&["年初", "上年"]) || compared.mentions_any(&["预算", "支出", "收入"])
    {
        return false;
    }
    let like = |f: &Fact, words: &[&str]| {
        f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == 0 && f.left.mentions_any(words)
    };
    let Some(now) = facts.pick(facts.in_sentence(fact.place.sentence).start..id, Fact::is_level).next_back() else {
        return false;
    };
    // 年末结转50万元，公务接待费比上年减少3万元: a change with a subject of its own speaks of that.
    let own =
        fact.changed().is_some_and(|words| !words.is_empty() && !words.mentions_any(&["结转", "结余", "年初", "上年"]));
    if own || !facts.get(now).is_some_and(|f| like(f, &NOW)) {
        return false;
    }
    let start = facts.in_paragraph(fact.place.paragraph.saturating_sub(REACH)).start;
    let mut before = facts.pick(start..now, |f| like(f, &THEN));
    let (Some(then), None) = (before.next_back(), before.next_back()) else { return false };
    let [told, turned] = [fact.direction, -fact.direction].map(|way| movement(now, then, way, id));
    let stated = scope.fits(&told) || scope.fits(&turned) || scope.is_stated_slip(&told);
    if stated {
        let range = facts.span(&told.all());
        out.relation(relation("C02", Kind::Difference, told, range, true));
    }
    stated
}
