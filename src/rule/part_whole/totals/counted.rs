//! Totals that say how many items of the list before them they take together: 前三块共, 水、气两项合在一起, 以上四项投入合为.

use super::WORDS;
use super::claim::tells_of_overlap;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::part_whole::items::said_number;
use crate::rule::part_whole::{kind_of, relation, sum};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What items are called.
const KINDS: [char; 8] = ['项', '类', '者', '种', '块', '笔', '款', '片'];

/// Words for a total that others end in as well: 综合, 整合.
const JOINED: [&str; 4] = ["合为", "合在一起", "合共", "合并"];

/// Which items of a list a total takes together.
enum Taken {
    /// 以上四项: all of them.
    All,
    /// 前三块: the first of them.
    First,
    /// 水、气两项: those that it names.
    Named(Vec<String>),
}

/// The words before a total: which items it takes together, and how many.
fn taken(words: &str) -> Option<(Taken, usize)> {
    let told = |words: &str| {
        words.ends_with_any(&JOINED) || WORDS.ends(words.trim_end_matches(['为', '是', '达'])).next().is_some()
    };
    if !told(words) {
        return None;
    }
    let letters: Vec<char> = words.chars().gather();
    let at = letters.windows(2).position(
        |pair| matches!(pair, [n, kind] if KINDS.contains(kind) && said_number(*n).is_some_and(|n| n >= 2)),
    )?;
    let count = letters.get(at).copied().and_then(said_number)?;
    let tail: String = letters.get(at + 2..)?.iter().collect();
    let head: String = letters.get(..at)?.iter().collect();
    let items = match head.as_str() {
        "以上" | "上述" | "这" => Taken::All,
        "前" => Taken::First,
        names => {
            let names: Vec<String> = names.split(['、', '和', '与', '及']).map(str::to_owned).gather();
            (names.len() == count && names.iter().all(|name| !name.is_empty())).then_some(Taken::Named(names))?
        }
    };
    (told(&tail) && tail.chars().count() <= 6).then_some((items, count))
}

/// The amounts before a total that can be items of its list: those of its sentence, else of the one before.
fn items(scope: &Scope, whole: usize, fact: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let part = |f: &Fact| {
        let price = f.is_for_each() || f.left.mentions_any(&["单价", "均价", "标准"]);
        f.is_level() && f.is_like(fact) && f.place.depth == 0 && f.figure.is_plain() && !price
    };
    let sentence = facts.in_sentence(fact.place.sentence);
    let own: Vec<usize> = facts.pick(sentence.start..whole, part).gather();
    let before = fact.place.sentence.checked_sub(1).filter(|_| own.is_empty());
    let above = before.map(|s| facts.in_sentence(s)).unwrap_or_default();
    let same = |f: &Fact| part(f) && f.place.paragraph == fact.place.paragraph;
    if own.is_empty() { facts.pick(above, same).gather() } else { own }
}

/// States every total over as many items as its words say.
pub(in crate::rule::part_whole) fn state(scope: &Scope, out: &mut Sink) {
    for whole in scope.levels(|f| f.role == Role::Level) {
        if let Some(fact) = scope.facts.get(whole) {
            total_of(scope, whole, fact, out);
        }
    }
}

/// States one of them. A second amount behind it, 共796人次、63.05万元, is of the same items.
fn total_of(scope: &Scope, whole: usize, fact: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    let paired = whole.checked_sub(1).filter(|_| fact.left.trim_start_matches('、').is_empty());
    let first = paired.filter(|first| facts.between(*first, whole) == "、").and_then(|first| facts.get(first));
    let told = first.unwrap_or(fact);
    let Some(clause) = facts.clauses.clauses().get(told.place.clause) else { return };
    let words = facts.text.words(clause.start.min(told.range.start)..told.range.start);
    let Some((taken, count)) = taken(words) else { return };
    let mut all = items(scope, whole, fact);
    // 全年331万元，投向四块：甲149万元，乙89万元…: what the others make is divided by them and is no item.
    let opens = all.split_first().is_some_and(|(head, rest)| rest.len() >= 3 && scope.adds_up(rest, *head));
    let heads: Vec<usize> = all.drain(..usize::from(opens)).gather();
    let parts: Option<Vec<usize>> = match &taken {
        Taken::All => (all.len() == count).then_some(all),
        // 按用途分：甲86万元，乙112万元，丙31万元。前两类合计198万元: a list without its whole may go on from something else.
        Taken::First => all.get(..count).map(<[usize]>::to_vec).filter(|first| {
            let equation = sum(first, whole);
            let borne = || scope.fits(&equation) || scope.is_likely_slip(&equation);
            all.len() > count && (!heads.is_empty() || borne())
        }),
        Taken::Named(names) => names.iter().map(|name| named(scope, &all, name)).gather_all(),
    };
    let Some(mut parts) = parts.filter(|_| !out.computes_sum(whole)) else { return };
    crate::order::by_key(&mut parts, |id| *id);
    parts.dedup();
    let equation = sum(&parts, whole);
    // 教师120人、校长35人，两类对象合计145人（10人重复）.
    let twice = || parts.first().is_some_and(|first| tells_of_overlap(scope, fact, *first));
    if parts.len() == count && (scope.fits(&equation) || !twice()) {
        let range = facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    }
}

/// The only item whose name has what a total calls it by.
fn named(scope: &Scope, all: &[usize], name: &str) -> Option<usize> {
    let bears = |id: &&usize| scope.facts.get(**id).is_some_and(|f| f.label.own && f.label.words.contains(name));
    all.iter().filter(bears).single().copied()
}
