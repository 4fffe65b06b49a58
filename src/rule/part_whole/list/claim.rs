//! What a list claims of itself: whether it is complete, and how far it goes.

use super::cue::Cue;
use crate::catalog::partition::{is_complete, is_denied};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::Scope;
use crate::rule::part_whole::row::{divides_another, is_alike, is_exhaustive, is_people, is_undecided, names};
use crate::rule::part_whole::{exceeds, sum};

/// Whether a list keeps to the segment of its cue, or runs over ； as a list opened by a colon does.
pub(super) fn one_segment(scope: &Scope, cue: &Cue, run: &[usize]) -> bool {
    let inside = |run: &[usize]| in_segment(scope, cue, run);
    scope.facts.text.at(cue.end) == Some('：') || inside(run) || !inside(run.get(..2).unwrap_or(run))
}

/// Whether a list stands in the segment of its cue.
pub(super) fn in_segment(scope: &Scope, cue: &Cue, run: &[usize]) -> bool {
    let segment = crate::token::clause::index_of(scope.facts.clauses.segments(), cue.at);
    run.iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.place.segment == segment))
}

/// 其中，甲公司…23.9亿元。乙公司…16.75亿元。: the list goes on at the heads of the next sentences.
pub(super) fn over_sentences(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let (mut run, mut all) = (parts.to_vec(), parts.to_vec());
    // 1.甲支出837.83万元。其中：…。2.乙支出197.29万元: what only divides an item stands in a sentence of its own.
    let divides = |sentence: &usize| {
        facts.clauses.sentences().get(*sentence).is_some_and(|s| facts.text.from(s.start).starts_with("其中"))
    };
    for sentence in (cue.sentence + 1..cue.sentence + 6).filter(|sentence| !divides(sentence)) {
        let level = |f: &Fact| {
            f.is_level()
                && f.is_like(total)
                && f.figure.unit.dimension == Dimension::Money
                && f.place.depth == 0
                && f.figure.is_plain()
        };
        let heads: Vec<usize> = facts.pick(facts.in_sentence(sentence), level).gather();
        run.push(*heads.first()?);
        // 其中：工资支出716.25万元，占81.25%。↵商品支出165.24万元，…: over paragraphs, to the last digit alone.
        if heads.iter().any(|id| facts.get(*id).is_some_and(|f| f.place.paragraph != cue.paragraph)) {
            if is_exactly(scope, &run, whole) {
                return Some(run);
            }
            continue;
        }
        // 甲0元。乙18万元，…；丙58万元，…。丁28万元: a sentence may hold several of them, between ；.
        let segment = |id: &usize| facts.get(*id).map(|f| f.place.segment);
        all.extend(heads.chunk_by(|a, b| segment(a) == segment(b)).filter_map(|part| part.first()));
        if all.len() > run.len() && is_exactly(scope, &all, whole) {
            return Some(all);
        }
        let digits: u32 = run.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
        let equation = sum(&run, whole);
        // 其中公路71.2亿元。全年采购支出1842万元: names of one kind go on with a list; others are told of something else.
        let alike = || names(scope, &run).is_some_and(|names| is_alike(&names)) && scope.is_slip(&equation);
        let slip = || alike() || are_named(scope, total, &run) && scope.is_stated_slip(&equation);
        if (digits >= 7 && scope.fits(&equation)) || (digits >= 9 && run.len() >= 3 && slip()) {
            return Some(run);
        }
    }
    None
}

/// Whether amounts with digits enough that it is no chance add up to a whole to the last digit.
fn is_exactly(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let digits: u32 = parts.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum();
    digits >= 9 && scope.adds_up(parts, whole)
}

/// Whether the list claims to be complete: standard parts of a standard whole, or parts worded alike.
pub(super) fn is_closed(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let Some(names) = names(scope, parts) else { return false };
    // An amount that is less than one of the parts is hardly their whole.
    let less = |id: &usize| facts.base_value(*id) > facts.base_value(whole);
    if parts.iter().any(less) && !scope.is_stated_slip(&sum(parts, whole)) {
        return false;
    }
    if is_complete(&names) || is_denied(&names) {
        return !is_undecided(total, &names) && !divides_another(scope, parts, whole);
    }
    // “其他” is the last item of a complete list; so is every item of 由…构成.
    let composed = cue.code == "A02" && cue.until.is_some();
    let row = parts.len() >= 2 && !cue.partial && !is_people(total) && is_row(scope, parts);
    if row && (composed || is_exhaustive(&names)) {
        return true;
    }
    // 15.5亿元：甲8.64亿元，乙1.37亿元，丙…: three or more names and amounts behind a colon, and nothing else. What is counted may be
    // counted in two ways, but where words say into how many parts it is divided: 64个，分三批：….
    let divided = cue.end > total.range.end + 1 || !total.figure.unit.is_whole();
    if cue.code == "A09" && divided && parts.len() >= 3 && !is_people(total) && (row || is_clause_row(scope, parts)) {
        return true;
    }
    let colon = facts.text.at(cue.end) == Some('：') || cue.code == "A02";
    // 18个，其中一级3个，二级9个，三级18个: what is divided again and again is all of it each time.
    let again = parts.iter().any(|id| facts.base_value(*id) == facts.base_value(whole));
    // 面积1260亩，其中水稻种植面积…，小麦种植面积…: names that only sound alike leave something out unless a slip explains the gap.
    let all = || cue.code != "A01" || exceeds(scope, parts, whole) || scope.is_stated_slip(&sum(parts, whole));
    !is_people(total)
        && !again
        && all()
        && is_alike(&names)
        && total.figure.unit.is_whole()
        && (parts.len() >= 3 || colon || total.figure.unit.base == "辆")
}

/// 设备款60万元、培训费45万元: amounts in one row, with nothing between them but the marks of a row and their names.
pub(super) fn is_row(scope: &Scope, parts: &[usize]) -> bool {
    let facts = scope.facts;
    parts.windows(2).all(|pair| match pair {
        [a, b] => {
            let words = facts.between(*a, *b);
            *b == a + 1
                && words.starts_with(['、', '和', '及', '与'])
                && !words.contains(['，', '；', '：', '。', '（'])
        }
        _ => false,
    })
}

/// A row behind its total, of the same measure and no people, which may be counted twice: more than the total it cannot be.
pub(super) fn is_enumeration(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let (Some(total), Some(first)) = (facts.get(whole), parts.first().copied()) else { return false };
    let small = parts.iter().all(|id| {
        facts.get(*id).is_some_and(|f| f.figure.base() < total.figure.base() && f.measure == Measure::Unstated)
    });
    // 基本支出80万元、人员经费60万元、公用经费20万元: a row can name a part and then its own parts.
    let nested = (0..parts.len()).any(|at| {
        let (Some(head), Some(rest)) = (parts.get(at), parts.get(at + 1..)) else { return false };
        (2..=rest.len()).filter_map(|n| rest.get(..n)).any(|run| scope.fits(&sum(run, *head)))
    });
    first == whole + 1 && small && !nested && is_row(scope, parts) && !is_people(total)
}

/// Whether only amounts printed to the whole unit keep a list from adding up.
pub(super) fn is_rounded_off(scope: &Scope, cue: &Cue, all: &Equation, parts: &[usize]) -> bool {
    parts.len() >= 3 && scope.is_coarse(all) && one_segment(scope, cue, parts) && is_row(scope, parts)
}

/// Whether each part of a list stands in a part of the sentence of its own, between ；.
pub(super) fn is_spread(scope: &Scope, parts: &[usize]) -> bool {
    let segments: Vec<usize> = parts.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.place.segment).gather();
    segments.len() >= 2 && segments.windows(2).all(|w| matches!(w, [a, b] if *b == a + 1))
}

/// 予以公开41件，部分公开12件，…，其他处理4件: amounts at the heads of neighbouring clauses of one part of the sentence, each under its own
/// name and with nothing of the kind between.
pub(super) fn is_clause_row(scope: &Scope, parts: &[usize]) -> bool {
    let facts = scope.facts;
    parts.windows(2).all(|pair| match pair {
        [a, b] => {
            let words = facts.between(*a, *b);
            let single = words.chars().filter(|c| matches!(c, '，' | '、')).count() == 1;
            *b == a + 1 && words.starts_with(['，', '、']) && single && !words.contains(['；', '：', '。', '（'])
        }
        _ => false,
    })
}

/// 信访举报中，按违反纪律的行为分，…: what is divided may be a part of what is named.
pub(super) fn is_part_divided(scope: &Scope, cue: &Cue, parts: &[usize]) -> bool {
    let first = parts.first().and_then(|id| scope.facts.get(*id));
    !cue.named.is_empty() && first.is_some_and(|f| scope.facts.text.words(cue.end..f.range.start).contains('按'))
}

/// How many characters make words a name of someone: 一方制药, 甲公司.
const NAME: usize = 3;

/// How many characters before an amount name whose it is; a bounded reach keeps time in proportion to the text.
const REACH: usize = 160;

/// 甲公司、乙公司和丙公司3家套取40亿元。…甲公司…。乙公司…。丙公司…: before the whole so many are counted as the list has parts, and
/// each part's sentence repeats from there what no other part's does.
fn are_named(scope: &Scope, total: &Fact, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let sentence = facts.in_sentence(total.place.sentence);
    let number = u32::try_from(parts.len()).unwrap_or_default();
    let counts =
        |f: &Fact| f.figure.unit.is_whole() && f.figure.value == number.into() && f.range.end <= total.range.start;
    let Some(start) = facts.clauses.sentences().get(total.place.sentence).map(|s| s.start) else { return false };
    let before = start.max(total.range.start.saturating_sub(REACH))..total.range.start;
    let before: Vec<char> = facts.text.words(before).chars().gather();
    let words: Vec<String> = parts.iter().filter_map(|id| words_before(scope, *id)).gather();
    let own = |at: usize| {
        let others =
            |name: &String| words.iter().enumerate().all(|(other, words)| other == at || !words.contains(name));
        let mut names =
            before.windows(NAME).filter(|name| !name.contains(&'、')).map(|name| name.iter().collect::<String>());
        names.any(|name| words.get(at).is_some_and(|words| words.contains(&name)) && others(&name))
    };
    facts.pick(sentence, counts).next().is_some() && words.len() == parts.len() && (0..words.len()).all(own)
}

/// The words of an amount's sentence before it.
fn words_before(scope: &Scope, id: usize) -> Option<String> {
    let fact = scope.facts.get(id)?;
    let start = scope.facts.clauses.sentences().get(fact.place.sentence)?.start;
    let before = start.max(fact.range.start.saturating_sub(REACH))..fact.range.start;
    Some(scope.facts.text.words(before).to_owned())
}

/// Whether behind every part of a list the same verb follows: 1.2元用于甲，0.8元用于乙，0.5元用于丙.
pub(super) fn is_told_alike(scope: &Scope, parts: &[usize]) -> bool {
    let verb = |id: &usize| scope.facts.get(*id).map(|f| f.right.chars().take(2).collect::<String>());
    let mut verbs = parts.iter().map(verb);
    let first = verbs.next().flatten().filter(|verb| verb.chars().count() == 2);
    parts.len() >= 3 && first.is_some() && verbs.all(|verb| verb == first)
}
