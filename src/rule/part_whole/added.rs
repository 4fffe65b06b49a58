//! What is added on top, and what that makes: 收入1740万元。加上级补助1794万元、上年结余56万元，可用财力3590万元.

use super::totals::is_other_side;
use super::{is_within_one_in, kind_of, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// What a clause that adds begins with, and what stands right behind 加 in one.
static ADDED: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&["加上", "连同", "再加", "另加"]));
static SOURCES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of(&[
        "年初",
        "年终",
        "本年",
        "当年",
        "结转",
        "以前",
        "转移支付",
        "补助",
        "返还",
        "调入",
        "调出",
        "动用",
        "债务",
        "一般债",
        "专项债",
        "预计",
        "上级",
        "中央",
        "省",
        "市级",
    ])
});
/// What a clause that takes away begins with.
static TAKEN: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&["减去", "减除", "扣除", "扣减", "减"]));
/// What a clause begins with that goes on adding.
static JOINED: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&["以及", "及", "连同", "和"]));
/// Words of what both come to.
const TOTALS: [&str; 11] = ["全口径", "累计", "共", "合计", "总计", "应", "可用", "总", "实有", "达到", "年末"];

/// One in how many of what both come to a gap is at most where no slip explains it.
const NEAR: u32 = 5;

/// How many characters before a total may say that what is added goes on unnamed.
const REACH: usize = 24;

/// States every sum that the words build up.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for clause in 0..scope.facts.clauses.clauses().len() {
        if adds(scope, clause) {
            one(scope, clause, out);
        }
    }
}

fn adds(scope: &Scope, clause: usize) -> bool {
    let text = &scope.facts.text;
    let bare = |start: usize| text.at(start) == Some('加') && text.standing(&SOURCES, start + 1).next().is_some();
    starts(scope, clause, &ADDED) || scope.facts.clauses.clauses().get(clause).is_some_and(|c| bare(c.start))
}

fn starts(scope: &Scope, clause: usize, words: &Lexicon<()>) -> bool {
    let clause = scope.facts.clauses.clauses().get(clause);
    clause.is_some_and(|c| scope.facts.text.standing(words, c.start).next().is_some())
}

/// 当年结余2407万元；↵加上年结余21835万元: whether a line ends with ； and goes on in the next.
fn ends_open(scope: &Scope, sentence: usize) -> bool {
    let end = scope.facts.clauses.sentences().get(sentence).map_or(0, |s| s.end);
    let words = scope.facts.text.words(end.saturating_sub(2)..end + 1);
    words.trim_end().ends_with('；')
}

/// What a clause adds, with the clauses that go on adding or take away, and the amount behind them.
fn told(scope: &Scope, clause: usize, amounts: impl Iterator<Item = usize>) -> (Vec<Term>, Option<usize>) {
    let mut terms: Vec<Term> = Vec::new();
    for id in amounts {
        let Some(at) = scope.facts.get(id).map(|f| f.place.clause) else { break };
        if at == clause || starts(scope, at, &JOINED) {
            terms.push(Term::plus(id));
        } else if starts(scope, at, &TAKEN) {
            terms.push(Term::minus(id));
        } else {
            return (terms, Some(id));
        }
    }
    (terms, None)
}

fn one(scope: &Scope, clause: usize, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    let Some(first) = facts.pick(facts.in_clauses(clause..=clause), level).next() else { return };
    let Some(fact) = facts.get(first) else { return };
    let like = |f: &Fact| level(f) && f.is_like(fact);
    let sentence = facts.in_sentence(fact.place.sentence);
    let (terms, whole) = told(scope, clause, facts.pick(first..sentence.end, like));
    let Some((whole, total)) = whole.and_then(|id| Some((id, facts.get(id)?))) else { return };
    // 当年收支赤字5616万元，加上上年结余4.9亿元: what was spent too much takes away.
    let short = |id: usize| facts.get(id).is_some_and(|f| f.left.mentions_any(&["赤字", "缺口", "亏损"]));
    let signed = |start: usize| if short(start) { Term::minus(start) } else { Term::plus(start) };
    let before: Vec<usize> = facts.pick(sentence.start..first, like).gather();
    // 收入2332万元，包含拨款2318万元、其他14万元；加年初结转126万元: what divides an amount before is no head itself.
    let head = |id: &usize| !out.added_up(*id).any(|whole| before.contains(&whole));
    let here: Vec<usize> = before.iter().copied().filter(head).gather();
    // 收入2.71亿元。上级补助0.05亿元，加上年结转0.04亿元: what stands right before is added to the head of the sentence before as well.
    let equation = |start: usize| {
        let between = here.iter().filter(|_| !here.contains(&start)).map(|id| Term::plus(*id));
        let parts = std::iter::once(signed(start)).chain(between).chain(terms.iter().copied()).gather();
        Equation::Sum { parts, whole: vec![Term::plus(whole)] }
    };
    let heads = (1..=2).filter_map(|back| {
        let sentence = fact.place.sentence.checked_sub(back)?;
        let goes_on = back == 1 && ends_open(scope, sentence);
        facts
            .pick(facts.in_sentence(sentence), |f| like(f) && (goes_on || f.place.paragraph == fact.place.paragraph))
            .next()
    });
    // 市本级支出15.9亿元，…，加上上年结转6.3亿元，总收入为20.3亿元: what was spent is no part of what came in.
    let one_side = |id: &usize| facts.get(*id).is_some_and(|f| !is_other_side(total, f));
    let starts: Vec<usize> = here.iter().rev().copied().chain(heads).filter(one_side).gather();
    let fitting = starts.iter().copied().find(|id| scope.fits(&equation(*id)));
    // 加上补助30亿元、结余5亿元等，总量82亿元: what goes on unnamed leaves the sum open.
    let open = facts.text.words(total.range.start.saturating_sub(REACH).max(fact.range.end)..total.range.start);
    let all_said = total.left.mentions_any(&TOTALS) && !open.contains('等');
    let single = || here.len() == 1 && terms.iter().all(|t| t.sign > 0);
    let near = |id: usize| {
        let parts: Vec<usize> = std::iter::once(id).chain(terms.iter().map(|t| t.fact)).gather();
        single() && is_within_one_in(scope, &parts, whole, NEAR)
    };
    let claims = |id: &usize| scope.is_stated_slip(&equation(*id)) || near(*id);
    let all = || terms.iter().all(|t| t.sign > 0).then(|| all_told(scope, &terms, whole)).flatten();
    let claimed = || starts.iter().copied().find(|id| all_said && claims(id)).or_else(all);
    if let Some(start) = fitting.or_else(claimed) {
        let range = facts.get(start).map_or(fact.range.start, |f| f.range.start)..total.range.end;
        let sure = fitting.is_some() || here == [start] && scope.is_stated_slip(&equation(start));
        let minus = terms.iter().any(|t| t.sign < 0);
        let kind = if minus { Kind::Difference } else { kind_of(scope, whole) };
        out.relation(relation("A04", kind, equation(start), range, sure));
    }
}

/// 支出70亿元，增长2%。加上上解1亿元、结转下年4亿元后，支出总计84亿元: the head of the paragraph, right before in words for the same side, with which
/// what is added is said to be all of the total.
fn all_told(scope: &Scope, terms: &[Term], whole: usize) -> Option<usize> {
    let facts = scope.facts;
    let (first, last) = (terms.first()?.fact, terms.last()?.fact);
    let (added, total) = (facts.get(first)?, facts.get(whole)?);
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let mut before = facts.pick(facts.in_paragraph(added.place.paragraph).start..first, like);
    let head = before.next().filter(|_| before.next().is_none())?;
    let start = facts.get(head)?;
    let side = |words: &str| start.left.contains(words) && total.left.contains(words);
    let same = ["收入", "支出"].iter().any(|words| side(words)) && start.place.sentence + 1 == added.place.sentence;
    let said = facts.between(last, whole).starts_with("后，") && total.left.mentions("总计");
    let parts: Vec<usize> = std::iter::once(head).chain(terms.iter().map(|t| t.fact)).gather();
    (same && said && is_within_one_in(scope, &parts, whole, NEAR)).then_some(head)
}
