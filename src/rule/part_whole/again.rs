//! A total whose verb a later part of the sentence says again of each group: 处分25.8万人，…；处分甲18人，乙1355人，…其他人员17.8万人.

use super::row::leaves_rest_untold;
use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How long the verb may be.
const VERB: std::ops::RangeInclusive<usize> = 2..=4;

/// States every such total whose groups end with the rest.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    for whole in scope.levels(|f| f.place.depth == 0) {
        let Some(total) = facts.get(whole).filter(|f| VERB.contains(&f.left.chars().count())) else { continue };
        let behind = facts.in_sentence(total.place.sentence).end;
        let again = |f: &Fact| {
            level(f)
                && f.is_like(total)
                && f.place.segment > total.place.segment
                && f.left.strip_prefix(total.left.as_str()).is_some_and(|name| name.chars().count() >= 2)
        };
        let Some(first) = facts.pick(whole + 1..behind, again).next() else { continue };
        let segment = facts.get(first).map(|f| f.place.segment);
        let groups: Vec<usize> =
            facts.pick(first..behind, |f| Some(f.place.segment) == segment && level(f) && f.is_like(total)).gather();
        let last = groups.last().and_then(|id| facts.get(*id));
        let rest = last.is_some_and(|f| f.left.mentions_any(&["其他", "其余"]));
        let equation = sum(&groups, whole);
        let fits = scope.fits(&equation);
        if groups.len() >= 3 && rest && (fits || scope.is_stated_slip(&equation)) {
            let range = facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, whole), equation, range, fits));
        }
    }
    for part in scope.levels(|f| f.place.depth == 0 && f.left.ends_with("到位")) {
        arrived(scope, part, out);
    }
}

/// How many figures back the amounts stand of what came in whole.
const REACH: usize = 24;

/// 中央860万元、省级420万元、县级320万元。实际到位1536万元，其中中央、省级资金全部到位，县级到位256万元: what came in whole is told before by its name.
fn arrived(scope: &Scope, part: usize, out: &mut Sink) {
    const WHOLE: [&str; 5] = ["全部到位，", "足额到位，", "全额到位，", "均已到位，", "均到位，"];
    let facts = scope.facts;
    let Some(own) = facts.get(part) else { return };
    let clause = own.place.clause.checked_sub(1).and_then(|c| facts.clauses.clauses().get(c).cloned());
    let words = clause.clone().map_or("", |c| facts.text.words(c));
    let Some(names) = WHOLE.iter().find_map(|tail| words.strip_suffix(tail)) else { return };
    let names = names.trim_start_matches("其中").trim_end_matches("资金");
    let before = facts.begin_in(0..clause.map_or(0, |c| c.start)).end;
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == 0;
    let total = |f: &Fact| like(f) && f.left.ends_with("到位") && f.place.sentence == own.place.sentence;
    let Some(whole) = facts.pick(before.saturating_sub(REACH)..before, total).next_back() else { return };
    let named = |name: &str| {
        let called = |f: &Fact| like(f) && name.chars().count() >= 2 && f.left.contains(name);
        facts.pick(whole.saturating_sub(REACH)..whole, called).next_back()
    };
    let Some(mut parts) = names.split(['、', '和', '及', '与']).map(named).gather_all() else { return };
    // 县级到位256万元，自筹资金到位100万元: those told behind it came in beside it.
    let behind = part..facts.in_sentence(own.place.sentence).end;
    parts.extend(facts.pick(behind.clone(), total));
    let others = || facts.pick(behind.clone(), |f| like(f) && !total(f)).next().is_some();
    let equation = sum(&parts, whole);
    let fits = scope.exact(&equation);
    if fits || scope.is_stated_slip(&equation) && !others() && !leaves_rest_untold(scope, &parts) {
        let range = facts.span(&equation.all());
        out.relation(relation("A10", kind_of(scope, whole), equation, range, fits));
    }
}
