//! B01: the total of a share's own sentence: 2016年度支出合计628万元，其中：基本支出230万元，占总支出的37%.

use crate::fact::{Fact, Period, normalize};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What makes a name that of a total.
const TOTALS: [&str; 6] = ["合计", "总计", "总额", "共计", "总支出", "总收入"];

/// What the owner of a total ends with: 区本级支出合计, but not 项目支出合计.
const OWNERS: [char; 12] = ['级', '省', '市', '州', '县', '区', '镇', '乡', '村', '局', '校', '院'];

/// The total that the sentence gives before a part and that the words of its share name; whatever totals other years and other
/// owners have before, this one is meant.
pub(super) fn total(scope: &Scope, id: usize, part: usize, phrase: &str, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    // 占上年支出合计的: the words name another year themselves.
    if matches!(Period::of(phrase), Period::Previous | Period::Opening | Period::Year(_)) {
        return None;
    }
    let sentence = facts.in_sentence(rate.place.sentence).start;
    let could = |f: &Fact| {
        let level = f.is_level() && f.is_like(own) && f.figure.is_plain() && f.label.own;
        level && f.place.sentence == own.place.sentence && f.figure.base() >= own.figure.base()
    };
    let listed: Vec<usize> = out.wholes_of(part).gather();
    let named = |w: &usize| {
        let same = |f: &Fact| f.period.is_same(own.period, facts.year) && facts.naming(*w, phrase, id) == 3;
        facts.get(*w).is_some_and(|f| same(f) || listed.contains(w) && bears(f, phrase))
    };
    facts.pick(sentence..part, could).rev().find(named)
}

/// Whether an amount is the total, of some owner, of what words name.
fn bears(total: &Fact, phrase: &str) -> bool {
    let noun = normalize(phrase);
    let noun = noun.trim_start_matches('总');
    let owner = total.label.key.strip_suffix(noun).filter(|_| noun.chars().count() >= 2);
    total.left.mentions_any(&TOTALS) && owner.is_some_and(|owner| owner.ends_with(OWNERS))
}
