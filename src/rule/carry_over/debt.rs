//! F01 of a debt: 上年末债务余额1207.7亿元。新增债券226亿元、再融资债券63.5亿元，偿还到期本金69.5亿元后，债务余额为1427.7亿元.

use super::relation;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of what a debt grows by.
const BORROWED: [&str; 5] = ["新增", "再融资", "举借", "转贷", "发行"];
/// Words of what it falls by.
const REPAID: [&str; 4] = ["偿还", "归还", "还本", "化解"];

/// States every debt that a sentence tells from the balance of the sentence before to its own.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let is_balance =
        |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.left.mentions("债务余额");
    for closing in facts.pick(0..facts.list.len(), is_balance) {
        let Some(end) = facts.get(closing) else { continue };
        let sentence = facts.in_sentence(end.place.sentence).start;
        let like = |f: &Fact| f.is_level() && f.is_like(end) && f.place.depth == 0 && f.figure.is_plain();
        let flows: Vec<usize> = facts.pick(sentence..closing, like).gather();
        // 新增债券226亿元，其中新增专项债券200亿元: what divides a flow is none of its own.
        if flows.iter().any(|id| facts.get(*id).is_some_and(|f| f.left.mentions("其中"))) {
            continue;
        }
        let Some(first) = flows.first().copied().filter(|_| flows.len() >= 2) else { continue };
        let opens = |f: &Fact| is_balance(f) && f.is_like(end) && !f.left.mentions("其中");
        let before = facts.in_paragraph(end.place.paragraph).start..first;
        let Some(opening) = facts.pick(before, opens).next_back().filter(|_| !facts.get(first).is_some_and(is_balance))
        else {
            continue;
        };
        let Some(terms) = signed(scope, &flows) else { continue };
        let both = [1, -1].iter().all(|sign| terms.iter().any(|t| t.sign == *sign));
        let parts = [&[Term::plus(opening)], terms.as_slice()].concat();
        let equation = Equation::Sum { parts, whole: vec![Term::plus(closing)] };
        // 偿还…后，债务余额为…: the words say that nothing else moved it.
        let said = || closing.checked_sub(1).is_some_and(|last| facts.between(last, closing).starts_with('后'));
        if both && (scope.fits(&equation) || said() && scope.is_stated_slip(&equation)) {
            out.relation(Relation { kind: Kind::Difference, ..relation(scope, "F01", equation, true) });
        }
    }
}

/// The amounts with the way that their words say they moved the debt; those joined by 、 go as the one before. None where one says nothing.
fn signed(scope: &Scope, flows: &[usize]) -> Option<Vec<Term>> {
    let mut sign = None;
    let term = |id: &usize| {
        let left = &scope.facts.get(*id)?.left;
        let joined = id.checked_sub(1).is_some_and(|last| scope.facts.between(last, *id).starts_with('、'));
        let own = if left.mentions_any(&REPAID) { Some(-1) } else { left.mentions_any(&BORROWED).then_some(1) };
        sign = own.or(sign.filter(|_| joined));
        Some(Term { fact: *id, sign: sign? })
    };
    flows.iter().map(term).gather_all()
}
