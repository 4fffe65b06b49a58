//! Whether the words of a total leave no other list than the one before it.

use super::{LEADING, TOGETHER, said_together};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::row::{is_joined, may_overlap};
use crate::rule::part_whole::{counted, exceeds, is_near, leaves_one_out, sum};
use crate::text::Mention;

/// Words of a total that say themselves that all before them is added up; 共25个平台 may count another thing.
const SUMS: [&str; 9] = ["合计", "共计", "总计", "合计共", "合计为", "加起来", "合起来", "相加", "计"];

/// What a total of all that is told begins with.
const ALL: [&str; 6] = ["各类", "各项", "以上", "上述", "全部", "所有"];

/// Whether the words leave no other reading: named amounts stand in a row, or alone in their sentence, with 共计 directly behind.
pub(super) fn is_whole_list(scope: &Scope, start: usize, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let (Some(total), Some(first)) = (facts.get(whole), parts.first().copied()) else { return false };
    if !are_parts(scope, parts, (whole, total)) {
        return false;
    }
    let said = said(total);
    let counted = said_together(total) == Some(parts.len());
    let all = is_of_all(scope, said, first) && is_row(scope, parts);
    let bare = is_bare(said) || counted || all;
    let measured = total.measure != Measure::Unstated && said.ends_with("合计");
    // 12个乡镇、8个街道，共25个基层平台: what is counted together may be more than what was counted.
    // 14个村、3个社区，共17个村（社区）: but not where the total names what was counted.
    // 临床科室24个，医技科室9个，合计33个科室: nor where it opens its clause with 合计 and each amount stands in one of its own.
    let words = total_words(scope, total);
    let named = |f: &Fact| [&f.right, &f.left].iter().any(|name| is_tail_in(name, &words));
    let names = |id: &usize| facts.get(*id).is_some_and(named);
    let same = !total.figure.unit.is_whole()
        || total.right.is_empty()
        || parts.iter().all(names)
        || SUMS.contains(&said) && is_told_apart(scope, parts, start);
    let row = is_row(scope, parts) && parts.last().is_some_and(|last| last + 1 == whole);
    // 产出指标（50分）：数量指标得13分，…: a list that a colon opens begins behind it.
    let opens = |f: &Fact| facts.clauses.clauses().get(f.place.clause).map_or(0, |c| c.start).checked_sub(1);
    let colon = facts.get(first).and_then(opens).and_then(|at| facts.text.at(at)) == Some('：');
    let from = if row || colon || counted { first } else { start };
    // 在职186人（行政22人、执法118人、事业46人），协管员240人，合计426人: what only divides one of them leaves no doubt.
    let divides = |f: &Fact| parts.iter().any(|part| is_bracket_of(scope, *part, f));
    let others = facts.pick(from..whole, |f| {
        let aside = f.place.depth > 0 && !divides(f);
        if f.place.depth > 0 && !aside {
            return false;
        }
        // 社区工作者126人（平均每社区9人）、网格员158人，两类人员合起来284人: a count of the items leaves no room for an aside.
        aside && !counted || !aside && (!f.is_amount() || f.role != Role::Level || f.is_like(total) && !measured)
    });
    let alone = measured || others.count() == parts.len();
    // 其中甲、乙、丙分别为42亿元、37亿元和25亿元，合计79亿元: 合计 behind such a row is of all of it, however far off.
    let in_turn = facts.get(first).is_some_and(|f| f.left.mentions_any(&["分别", "依次"])) && SUMS.contains(&said);
    let each = row && (in_turn || all && is_off(scope, parts, whole));
    let nested = is_nested(scope, from, total, each);
    let twice = tells_of_overlap(scope, total, first);
    let sentence =
        !twice && parts.iter().all(|id| facts.get(*id).is_some_and(|f| f.place.sentence == total.place.sentence));
    (bare || measured)
        && same
        && alone
        && !nested
        && sentence
        && (counted && row
            || each
            || lacks_one(scope, (start, row && SUMS.contains(&said)), parts, whole)
            || is_near(scope, parts, whole)
            || scope.is_stated_slip(&sum(parts, whole)))
}

/// Whether a total says no more than that it is one.
fn is_bare(said: &str) -> bool {
    SUMS.contains(&said)
        || ["小计", "共", "一共"].contains(&said)
        || said.ends_with_any(&["项合计", "项共计", "得分之和", "小计"])
        || said.ends_with_any(&TOGETHER)
        || LEADING.starts(said).next().is_some() && said.chars().count() <= 6
}

/// 历年各类救助资金合计9748万元; 加上其他救助，各类救助资金合计9748万元: whether a total of all is of more than what was named.
pub(super) fn is_of_more(scope: &Scope, whole: usize, total: &Fact) -> bool {
    let before = scope.facts.between(whole.saturating_sub(1), whole);
    total.left.mentions_any(&ALL) && before.mentions_any(&["其他", "其它", "历年", "近年", "等"])
}

/// 各类救助资金合计4468万元 may be more than what was named: whether a slip speaks against it, or that it is less.
fn is_off(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    scope.is_stated_slip(&sum(parts, whole)) || exceeds(scope, parts, whole)
}

/// What a total says of itself: 总计 of 全镇总计为633.0万元.
fn said(total: &Fact) -> &str {
    const PLACES: [&str; 8] = ["全镇", "全县", "全市", "全区", "全省", "全局", "全院", "全校"];
    let said = total.left.trim_end_matches(['为', '是']);
    let place = PLACES.iter().find_map(|place| said.strip_prefix(place));
    place.filter(|rest| SUMS.contains(rest)).unwrap_or(said)
}

/// 两类人员加起来一共180人，其中25人身份重叠: whether the sentence tells of who is counted twice, from the first amount of a list on.
pub(in crate::rule::part_whole) fn tells_of_overlap(scope: &Scope, total: &Fact, first: usize) -> bool {
    let facts = scope.facts;
    let end = facts.clauses.sentences().get(total.place.sentence).map_or(total.range.end, |s| s.end);
    let begin = facts.get(first).map_or(end, |f| f.range.start);
    facts.text.words(begin..end).mentions_any(&["重叠", "重复", "交叉", "兼任", "去重", "既是", "同步"])
}

/// 各类救助资金合计4468万元; 分别提供学位1080个、360个、540个，新增学位共1620个: whether the words of a total say that it is of all that was told in a row,
/// or name what the row tells in turn.
fn is_of_all(scope: &Scope, said: &str, first: usize) -> bool {
    let Some(name) = SUMS.iter().chain(&["共"]).find_map(|sum| said.strip_suffix(sum)) else { return false };
    let told = scope.facts.get(first).map_or("", |f| f.left.as_str());
    let noun: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
    let in_turn = told.mentions_any(&["分别", "依次"]) && noun.chars().count() == 2 && told.ends_with(&noun);
    name.starts_with_any(&ALL) || in_turn
}

/// 各类救助资金合计4468万元: whether a total is called one of all, which may be more than what was named.
pub(super) fn is_called_all(total: &Fact) -> bool {
    total.left.starts_with_any(&ALL)
}

/// Whether the words from the first amount to a total open a list inside it, so that it need not be of all of them; a row that tells each in
/// turn may itself stand behind 其中.
fn is_nested(scope: &Scope, from: usize, total: &Fact, each: bool) -> bool {
    const OPENING: [&str; 7] = ["其中", "包括", "含", "共", "比", "较", "等"];
    let facts = scope.facts;
    let words = facts.get(from).map_or("", |f| {
        let clause = facts.clauses.clauses().get(f.place.clause).map_or(f.range.start, |c| c.start);
        facts.text.words(clause..total.range.start)
    });
    let words = if each { words.trim_start_matches("其中") } else { words };
    let said = total.left.trim_end_matches(['为', '是']);
    words.trim_end_matches(['为', '是']).trim_end_matches(said).mentions_any(&OPENING)
}

/// 甲186家、乙324家、丙210家，合计510家: whether all amounts of a row but one make the total behind it to the last digit; or of as many as
/// its words say, 两项共312.86万元, where the sentence has no others of their kind.
fn lacks_one(scope: &Scope, (start, row): (usize, bool), parts: &[usize], whole: usize) -> bool {
    let facts = scope.facts;
    let like = |f: &Fact| facts.get(whole).is_some_and(|total| f.is_amount() && f.is_like(total));
    let told =
        || counted::count(scope, whole) == Some(parts.len()) && facts.pick(start..whole, like).count() == parts.len();
    (row && parts.len() >= 3 && !may_overlap(scope, parts) || told()) && leaves_one_out(scope, parts, whole)
}

/// Whether an amount stands in the bracket behind a part and is one of those that it is divided into there, to the last digit.
fn is_bracket_of(scope: &Scope, part: usize, other: &Fact) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(part).filter(|own| other.place.bracket == Some(own.range.end)) else { return false };
    let inside = |id: &usize| facts.get(*id).is_some_and(|f| f.place.bracket == Some(own.range.end));
    let all: Vec<usize> = (part + 1..).take_while(inside).gather();
    scope.adds_up(&all, part)
}

/// The words right behind a total, a bracket among them: 村（社区）.
fn total_words(scope: &Scope, total: &Fact) -> String {
    let end = scope.facts.clauses.sentences().get(total.place.sentence).map_or(total.range.end, |s| s.end);
    let words = scope.facts.text.words(total.range.end..end.min(total.range.end + NOUN));
    words.split(['，', '；', '。']).next().unwrap_or_default().to_owned()
}

/// How many characters behind a total name what it counts.
const NOUN: usize = 12;

/// Whether words end with something that other words name: 行政村 in 村（社区）.
fn is_tail_in(name: &str, words: &str) -> bool {
    let tail = |n: usize| name.char_indices().rev().nth(n).map(|(at, _)| name.split_at(at).1);
    [tail(1), tail(0)].into_iter().flatten().any(|tail| words.contains(tail))
}

/// Whether there are two amounts or more that can be the parts of a total, and no other number of them right before its words: 甲、乙、丙，两项共.
fn are_parts(scope: &Scope, parts: &[usize], (whole, total): (usize, &Fact)) -> bool {
    let other = || counted::count(scope, whole).is_some_and(|n| n != parts.len());
    parts.len() >= 2 && parts.iter().all(|id| scope.facts.get(*id).is_some_and(|f| part_of(f, total))) && !other()
}

/// Whether an amount can be a part of a total by its kind and its measure.
fn part_of(fact: &Fact, total: &Fact) -> bool {
    let measure = total.measure == Measure::Unstated || fact.measure == total.measure;
    fact.is_like(total) && measure && fact.is_level() && !fact.is_for_each()
}

/// Whether a sentence begins with its list, each amount at the end of a clause of its own.
fn is_told_apart(scope: &Scope, parts: &[usize], start: usize) -> bool {
    let clause = |id: &usize| scope.facts.get(*id).map(|f| f.place.clause);
    let mut places = parts.windows(2).map(|pair| (pair.first().and_then(clause), pair.last().and_then(clause)));
    parts.first() == Some(&start) && places.all(|(a, b)| a.is_some_and(|a| b == Some(a + 1)))
}

/// Whether amounts stand next to each other with nothing but 、 and a name between.
pub(super) fn is_row(scope: &Scope, parts: &[usize]) -> bool {
    parts.windows(2).all(|pair| matches!(pair, [a, b] if *b == a + 1 && is_joined(scope, *a, *b)))
}

/// 培训180人，抽调21人，组成14个委员会、50个小组，共401人: whether a total counts those in what is told between it and a list.
pub(super) fn counts_others(scope: &Scope, run: &[usize], whole: usize) -> bool {
    let facts = scope.facts;
    let Some((last, total)) = run.last().copied().zip(facts.get(whole)) else { return false };
    let group =
        |f: &Fact| f.is_level() && f.figure.unit.is_whole() && !f.is_like(total) && f.place.depth == total.place.depth;
    total.figure.unit.is_whole() && facts.pick(last + 1..whole, group).next().is_some()
}
