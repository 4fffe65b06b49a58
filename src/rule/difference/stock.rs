//! C02: what came on top of what was there before, in the bracket or clause beside what is there now: 保存总量3268份（年初3142份），新收集126份;
//! 参保28.6万人，上年末为28.1万人，扩面0.5万人.

use super::{movement, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What came on top is called so.
const NEW: [&str; 6] = ["新", "净增", "增", "扩面", "入藏", "扩大"];

/// How many digits the three have together at least.
const DIGITS: u32 = 7;

/// States what is there now, what was there before and what came on top, where the one of the sentence that is called so makes it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_level() && f.figure.is_plain()) else { return };
    let before = |f: &Fact| {
        let beside = f.place.bracket == Some(fact.range.end) || f.place.clause == fact.place.clause + 1;
        f.is_level() && f.is_like(fact) && f.figure.is_plain() && beside && is_before(scope, f)
    };
    let Some(then) = facts.get(id + 1).filter(|f| before(f)).map(|_| id + 1) else { return };
    let on_top = |f: &Fact| {
        let told = f.left.mentions_any(&NEW) && matches!(f.role, Role::Level | Role::Change);
        told && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth && !f.is_zero()
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    let open = |new: &usize| *new != id && *new != then && !out.computes(*new);
    let new = facts.pick(sentence, on_top).filter(open).single();
    // 新增服务队5个，建成服务站31个（上年26个）: few digits hold by chance, and what is new has to be more of the same.
    let digits =
        |new: usize| [id, then, new].iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum::<u32>();
    let equation = new.filter(|new| digits(*new) >= DIGITS).map(|new| movement(id, then, 1, new));
    if let Some(equation) = equation.filter(|equation| scope.exact(equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("C02", Kind::Difference, equation, range, true));
    }
}

/// Whether words give an amount to a time before: 上年26个, 年初3142份.
fn is_before(scope: &Scope, fact: &Fact) -> bool {
    fact.period.is_past(scope.facts.year)
        || fact.left.starts_with_any(&["年初", "期初", "上年", "去年", "原有", "此前"])
}
