//! What is added to an amount that only its name recalls: 地方收入加上上划中央收入606462万元，总收入1684069万元 (A04).

use super::{is_within_one_in, kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many characters a name has at least that recalls just one amount.
const NAME: usize = 4;

/// Words of what both come to.
const TOTALS: [&str; 4] = ["总", "合计", "共", "全口径"];

/// One in how many of the total a gap is at most that is no other reading.
const NEAR: u32 = 1000;

/// States every such sum.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    for added in scope.levels(|f| f.place.depth == 0 && f.left.mentions("加上")).filter(|id| *id > 0) {
        let Some(fact) = facts.get(added) else { continue };
        let name = fact.left.split_once("加上").map_or("", |(name, _)| name);
        if name.chars().count() < NAME {
            continue;
        }
        let named = |f: &Fact| {
            let bare = f.left.trim_end_matches(['为', '达', '到']);
            let bare = ["完成", "执行", "实现"].iter().find_map(|verb| bare.strip_suffix(verb)).unwrap_or(bare);
            amount(f) && f.is_like(fact) && bare.ends_with(name)
        };
        let before = facts.in_paragraph(fact.place.paragraph).start..added;
        let Some(start) = facts.pick(before, named).next_back() else { continue };
        let behind = |f: &Fact| amount(f) && f.is_like(fact);
        let rest = facts.pick(added + 1..facts.in_sentence(fact.place.sentence).end, behind);
        let row = facts.row(added);
        let mut rest = rest.filter(|id| !row.contains(id));
        let Some(whole) = rest.next().filter(|w| facts.get(*w).is_some_and(|f| f.left.mentions_any(&TOTALS))) else {
            continue;
        };
        let parts: Vec<usize> = std::iter::once(start).chain(row).gather();
        let equation = sum(&parts, whole);
        let fits = scope.fits(&equation);
        if fits || scope.is_stated_slip(&equation) || is_within_one_in(scope, &parts, whole, NEAR) {
            let range = facts.span(&equation.all());
            out.relation(relation("A04", kind_of(scope, whole), equation, range, fits));
        }
    }
}
