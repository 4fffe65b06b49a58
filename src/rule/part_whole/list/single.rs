//! What a list of one part asserts (只列一项): 支出300万元，其中人员经费210万元.

use super::claim::over_sentences;
use super::cue::Cue;
use super::excess::{is_told_of_another, later_whole, names_only};
use super::halves;
use super::items::is_over_paragraphs;
use super::rated::{is_of_another, net_of};
use crate::fact::Fact;
use crate::number::Dimension;
use crate::relation::Kind;
use crate::rule::part_whole::row::is_people;
use crate::rule::part_whole::{kind_of, relation, sum, within};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// A list of one part: it may be all of the whole, or the first of a list over several sentences; else it is no more.
pub(super) fn state(scope: &Scope, cue: &Cue, whole: usize, part: usize, range: Range, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let part = net_inside(scope, part).unwrap_or(part);
    let kind = kind_of(scope, whole);
    let zero = facts.get(part).is_some_and(Fact::is_zero);
    let all = sum(&[part], whole);
    if scope.exact(&all) && !zero {
        out.relation(relation(cue.code, kind, all, range, true));
    } else if let Some(run) = over_sentences(scope, cue, whole, &[part]) {
        out.relation(relation(cue.code, kind, sum(&run, whole), range, true));
    } else if let Some(other) = halves::other(scope, cue, whole, part).filter(|_| !cue.partial) {
        out.relation(relation(cue.code, kind, sum(&[part, other], whole), range, false));
    } else if total.figure.unit.dimension != Dimension::Bare && !zero {
        let sure = !cue.partial && !is_people(total);
        let bound = within(&[part], whole);
        // 主要用于设备更新40万元项目的尾款 speaks of another amount.
        let other = cue.partial && cue.until.is_some();
        // 接待费3200元。明细情况如下：: what the paragraphs behind list need not be of the amount before.
        let other = other || cue.named.is_empty() && is_over_paragraphs(scope, cue) && !is_at_hand(scope, cue, total);
        let other = other || is_told_of_another(scope, part, whole);
        if !scope.fits(&bound)
            && let Some(net) = net_of(scope, whole, part)
        {
            return out.relation(relation(cue.code, Kind::Difference, net, range, true));
        }
        // 包括甲、乙、丙支出94.7亿元: behind a list of bare names stands what they come to, no part of what another sentence told.
        let names = cue.code == "A02" && !is_at_hand(scope, cue, total) && names_only(scope, cue, part);
        // 增补了196种药物。…，各地都增补了药品，其中城北381种: nor has 其中 in the middle of a sentence its whole in another.
        let elsewhere = !is_at_hand(scope, cue, total) && !opens_sentence(scope, cue) && cue.named.is_empty();
        // 服务支出28.4万元，包括…；资本性支出61.3万元，包括设备购置等，合计89.7万元: what both come to is no part of the last.
        let before = |f: &Fact| f.is_level() && f.is_like(total) && f.range.end <= total.range.start;
        let all = facts.get(part).is_some_and(|f| matches!(f.left.as_str(), "合计" | "总计" | "共计"))
            && facts.pick(facts.in_sentence(cue.sentence), before).next().is_some();
        if (other || names || elsewhere || all || is_of_another(scope, total, part)) && !scope.fits(&bound) {
            return;
        }
        if !scope.fits(&bound)
            && let Some(later) = later_whole(scope, part, whole)
        {
            return out.relation(relation("A05", Kind::Bound, within(&[part], later), range, false));
        }
        out.relation(relation("A05", Kind::Bound, bound, range, sure));
    }
}

/// 土地收入282736万元（含转列13650万元，扣减后实为269086万元）: what the bracket behind a part says is left of it.
fn net_inside(scope: &Scope, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    let left = |f: &Fact| f.is_level() && f.is_like(own) && f.left.starts_with_any(&["扣减后", "扣除后", "剔除后"]);
    let inside = |id: &usize| facts.get(*id).is_some_and(|f| f.place.bracket == Some(own.range.end));
    (part + 1..).take_while(inside).find(|id| facts.get(*id).is_some_and(left))
}

/// Whether a cue stands where its sentence begins.
fn opens_sentence(scope: &Scope, cue: &Cue) -> bool {
    scope.facts.clauses.sentences().get(cue.sentence).is_some_and(|s| cue.at <= s.start + 1)
}

/// Whether an amount stands in the sentence of a cue.
fn is_at_hand(scope: &Scope, cue: &Cue, total: &Fact) -> bool {
    scope.facts.clauses.sentences().get(cue.sentence).is_some_and(|s| s.contains(&total.range.start))
}
