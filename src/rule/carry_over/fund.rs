//! F04: the balance of one fund told in a row: 收入1493万元，补助44万元、结余140万元，支出1459万元，剩218万元.
//!
//! What came in stands before what went out, and what is left behind both; nothing names them as the standard items do.

use super::relation;
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts a balance has at most.
const MOST: usize = 12;

/// What is left, where its words are no more than that.
const LEFT: [&str; 12] = [
    "剩",
    "剩余",
    "还剩",
    "余",
    "尚余",
    "结余",
    "年末结余",
    "年末滚存结余",
    "滚存结余",
    "期末结余",
    "累计结余",
    "净结余",
];

/// What went out.
const WENT: [&str; 6] = ["支出", "上解", "还本", "调出", "支付", "使用"];

/// What came in or was there before.
const CAME: [&str; 8] = ["收入", "补助", "结余", "结转", "转移", "调入", "转贷", "筹集"];

/// States the balance of each row that ends with what is left: where it holds, or a slip of the pen keeps the only reading from it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for rest in 0..facts.list.len() {
        let Some(fact) = facts.get(rest).filter(|f| is_rest(f) && !out.computes(rest)) else { continue };
        let Some((came, went)) = sides(facts, rest, fact) else { continue };
        let sources = came.iter().copied().map(Term::plus).gather();
        let uses = went.iter().copied().chain([rest]).map(Term::plus).gather();
        let equation = Equation::Sum { parts: sources, whole: uses };
        let named = came.iter().all(|id| facts.get(*id).is_some_and(|f| f.left.mentions_any(&CAME)));
        // 累计结余 holds what earlier years left, which may be printed nowhere.
        let grown = fact.left.mentions_any(&["累计", "滚存"]);
        if scope.fits(&equation) || named && !grown && scope.is_likely_slip(&equation) {
            out.relation(relation(scope, "F04", equation, true));
        }
    }
}

fn is_rest(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['为', '约', '了', '下']);
    LEFT.contains(&words) && fact.is_amount() && fact.figure.is_plain() && fact.place.depth == 0
}

/// What came in and what went out, in the part of the sentence before what is left; none where they stand in no such row.
fn sides(facts: &Facts, rest: usize, fact: &Fact) -> Option<(Vec<usize>, Vec<usize>)> {
    let start = facts.in_sentence(fact.place.sentence).start.max(rest.saturating_sub(MOST));
    let beside = |f: &Fact| f.place.segment == fact.place.segment;
    let row: Vec<usize> = facts.pick(start..rest, beside).gather();
    let stated = |f: &Fact| f.is_level() || f.role == Role::Rest && f.left.ends_with("结余");
    let level = |f: &Fact| stated(f) && f.is_like(fact) && f.figure.is_plain() && f.place.depth == 0;
    let out = |f: &Fact| f.left.mentions_any(&WENT) && !f.left.mentions_any(&["预算"]);
    // 收入1493万元，其中补助44万元: a part is no further source.
    let inner = |f: &Fact| f.left.starts_with_any(&["其中", "含", "包括"]);
    let plain = row.iter().all(|id| facts.get(*id).is_some_and(|f| level(f) && !inner(f)));
    let at = row.iter().position(|id| facts.get(*id).is_some_and(out))?;
    let (came, went) = row.split_at_checked(at)?;
    let opens =
        came.first().and_then(|id| facts.get(*id)).is_some_and(|f| f.left.mentions_any(&["收入", "结余", "结转"]));
    let spent = went.iter().all(|id| facts.get(*id).is_some_and(out));
    (plain && opens && spent && came.len() > 1).then(|| (came.to_vec(), went.to_vec()))
}
