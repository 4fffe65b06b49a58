//! L02: 得分88分，等级为良.

use super::{is_score, is_total, relation};
use crate::catalog::score::{GRADE_NAMES, Grade, grade_at};
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// States what the grade says of the score.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    // 总分100分，实得85.4分: what there was to get is no score; what was got may be graded otherwise.
    let of_hundred =
        |id: usize| facts.is_full_marks(id) && facts.get(id).is_some_and(|f| f.figure.value == Decimal::ONE_HUNDRED);
    let own = is_total(fact) || fact.left.trim_end_matches(['为', '是']).ends_with("得分");
    let own = own && !of_hundred(id);
    let Some(sentence) = facts.clauses.sentences().get(fact.place.sentence).filter(|_| own) else { return };
    // The grade goes with the score of the whole, which is the greatest of its sentence.
    let greater = facts
        .pick(facts.in_sentence(fact.place.sentence), |f| is_score(f) && f.figure.value > fact.figure.value)
        .find(|other| !of_hundred(*other));
    if greater.is_some() || fact.figure.value > Decimal::ONE_HUNDRED {
        return;
    }
    let Some(at) = (fact.range.end..sentence.end).find(|i| GRADE_NAMES.iter().any(|w| facts.text.has(*i, w))) else {
        return;
    };
    let rest = facts.text.words(at + 2..sentence.end);
    if let Some(Grade { least, most, .. }) = grade_at(rest) {
        let equation = Equation::Fixed { terms: vec![Term::plus(id)], least, most, closed: most == 100 };
        out.relation(relation(scope, "L02", Kind::Bound, equation, "W23"));
    }
}
