//! Lists that no word opens, only the place of their total: the amount right before them.

use super::claim::is_row;
use super::cue::{Cue, is_within_at};
use super::miscounted::{Miscount, miscount};
use crate::catalog::partition::is_complete;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::items::said_number;
use crate::rule::part_whole::row::{names, row};
use crate::rule::part_whole::{is_near, sum};
use crate::text::Mention;

/// 年中追加128.6万元，主要是人员经费75.2万元…; 三笔专项共50万元：甲20万元…; 上缴国库的109万元中，本级43万元…: the total stands
/// directly before.
pub(super) fn told_cues(scope: &Scope, out: &mut Vec<Cue>) {
    let facts = scope.facts;
    for (id, fact) in facts.list.iter().enumerate() {
        let Some(next) = facts.get(id + 1) else { break };
        // 未支出的323.32万元中，286.72万元为尾款…: what is left is divided as well.
        let level = fact.is_level() || fact.role == Role::Rest;
        if !level || fact.place.depth > 0 || !fact.figure.is_plain() {
            continue;
        }
        let counted = counted_in(scope, id);
        let row = || next.place.segment == fact.place.segment && next.is_like(fact) && next.figure.is_plain();
        if counted.is_none() && !row() {
            continue;
        }
        let at = fact.range.end;
        let words = facts.text.words(at..at + 6);
        let word = ["，主要是", "，主要用于", "，主要为"].iter().find(|w| words.starts_with(**w));
        let total = || fact.left.ends_with_any(&["共", "共计", "合计", "总计"]);
        let within = words.starts_with_any(&["中，", "里，"]);
        // 单位有9家，即机关1家、分局4家、直属单位4家: a row of names behind 即 is what the amount before it is.
        let namely = words.starts_with("，即") && is_named_row(scope, id + 1);
        let colon = || {
            let between = facts.between(id, id + 1);
            if between.contains('：') { divided_in(fact, between).or_else(|| headed_in(fact, between)) } else { None }
        };
        let (code, partial, end) = match word {
            Some(word) => ("A06", true, at + word.chars().count()),
            None if let Some(colon) = counted.or_else(colon) => ("A09", false, colon + 1),
            None if within => ("A01", false, at + 2),
            None if is_among(scope, id) => ("A01", false, at + 1),
            None if namely => ("A02", false, at + 2),
            None if words.starts_with('：')
                && (total() || is_partition(scope, id + 1) || is_numbered(words) || is_divided(scope, id)) =>
            {
                ("A09", false, at + 1)
            }
            None => continue,
        };
        let whole_sentence = code == "A09" && is_numbered(words);
        let parts = if whole_sentence { facts.clauses.sentences() } else { facts.clauses.segments() };
        let until = parts.get(if whole_sentence { fact.place.sentence } else { fact.place.segment }).map(|s| s.end);
        let (sentence, paragraph) = (fact.place.sentence, fact.place.paragraph);
        let named = vec![id];
        out.push(Cue { code, at, end, sentence, paragraph, bracket: None, partial, named, until });
    }
}

/// 5400批次中流通环节占3240批次，生产环节810批次，…: whether the next amount is told as one of those within an amount.
fn is_among(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let (Some(fact), Some(next)) = (facts.get(id), facts.get(id + 1)) else { return false };
    let words = facts.between(id, id + 1);
    let within = words.starts_with('中') && is_within_at(scope, fact.range.end) && words.ends_with(['占', '有']);
    within && next.place.clause == fact.place.clause && next.is_level()
}

/// Whether two or more amounts of a row begin at one, each under a name of its own.
fn is_named_row(scope: &Scope, first: usize) -> bool {
    let row = row(scope, first);
    row.len() >= 2 && names(scope, &row).is_some()
}

/// 64个小区，分三批实施：: where the colon stands behind words that say into how many parts an amount is divided.
fn divided_in(fact: &Fact, words: &str) -> Option<usize> {
    let colon = words.chars().position(|c| c == '：').filter(|at| *at <= DIVIDED)?;
    let divided = words.split_once('分').is_some_and(|(_, behind)| {
        let mut letters = behind.strip_prefix('为').unwrap_or(behind).chars();
        let number = letters.next().and_then(said_number).is_some_and(|n| n >= 2);
        number && letters.next().is_some_and(|c| ['批', '期', '块', '类', '部', '步', '档'].contains(&c))
    });
    divided.then_some(fact.range.end + colon)
}

/// 支出264万元的去向：甲118万元，乙86万元，丙60万元: where the colon stands behind a noun that says how an amount is divided.
fn headed_in(fact: &Fact, words: &str) -> Option<usize> {
    const NOUNS: [&str; 12] = [
        "去向",
        "构成",
        "用途",
        "流向",
        "分布",
        "组成",
        "明细",
        "具体",
        "资金去向",
        "具体用途",
        "具体构成",
        "支出构成",
    ];
    let (noun, _) = words.split_once('：')?;
    let told = NOUNS.contains(&noun.trim_start_matches(['，', '的']));
    told.then_some(fact.range.end + noun.chars().count())
}

/// 514万元涉及四个项目：: where the colon stands behind the number of the amounts that follow it in the sentence.
fn counted_in(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let (total, count) = (facts.get(id)?, facts.get(id + 1)?);
    if count.place.clause != total.place.clause || !count.figure.unit.is_whole() || count.is_like(total) {
        return None;
    }
    let colon = facts.between(id + 1, id + 2).chars().position(|c| c == '：').filter(|at| *at <= DIVIDED)?;
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let parts = facts.pick(id + 2..facts.in_sentence(total.place.sentence).end, like).count();
    let told = u32::try_from(parts).is_ok_and(|parts| parts >= 3 && count.figure.value == parts.into());
    told.then_some(count.range.end + colon)
}

/// Whether one item before the last is left out of a total, or one is counted twice.
fn told_miscount(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    miscount(scope, parts, whole).is_some_and(|(kind, one)| kind == Miscount::Twice || parts.last() != Some(&one))
}

/// How many characters behind an amount a colon stands at most.
const DIVIDED: usize = 16;

/// 收入2602万元：其一财政拨款…；其二事业收入…: whether the words behind an amount begin with the first number of a list.
fn is_numbered(words: &str) -> bool {
    words.starts_with_any(&["：其一", "：一是", "：①", "：（一）", "：（1）", "：1."])
}

/// 行政复议12件：维持6件，纠正3件，其他结果2件，尚未审结1件: whether the amounts from one on are the parts of a standard whole.
fn is_partition(scope: &Scope, first: usize) -> bool {
    let segment = |id: usize| scope.facts.get(id).map(|f| f.place.segment);
    let parts: Vec<usize> = (first..first + 6).take_while(|id| segment(*id) == segment(first)).gather();
    names(scope, &parts).is_some_and(|names| is_complete(&names))
}

/// 整合资金560万元：甲339万元，乙156万元，丙65万元: whether the amounts behind a colon are three or more and add up to the one before it,
/// a slip aside.
fn is_divided(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(id) else { return false };
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let parts: Vec<usize> = facts.pick(id + 1..facts.in_sentence(total.place.sentence).end, like).gather();
    let money = !total.figure.unit.is_whole();
    let slip = || money && is_near(scope, &parts, id) && scope.is_stated_slip(&sum(&parts, id));
    // 259台：甲46台、乙213台、丙128台: or with one of them left out or counted twice.
    let miscounted = || is_row(scope, &parts) && total.figure.digits() >= 3 && told_miscount(scope, &parts, id);
    parts.len() >= 3 && (scope.adds_up(&parts, id) || slip() || miscounted())
}
