//! Totals that only their name or the words 加上 announce: 政府性基金预算总收入, 加上…后，支出总计.

use super::{LEADING, is_other_side, runs};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::part_whole::{is_within_one_in, kind_of, relation, sum};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// Words that end the name of a total, however long: 政府性基金预算总收入; what they announce only the figures bear out.
static NAMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of(&["总收入", "总支出", "总财力", "收入总量", "支出总量", "合计", "共计", "总计", "总额"])
});

/// Words that end the name of what a row right before it comes to.
const IN_ALL: [&str; 4] = ["总数", "总得分", "总支付", "总量"];

/// How many amounts before a total say with signs what it comes to, at least.
const LESS: usize = 3;

/// Names of all that there is to spend.
static AVAILABLE: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::of(&["可用资金", "可使用资金", "可用财力", "可支配财力", "资金总量", "可支配资金"]));

/// 预算收入27.7亿元，补助收入38.4亿元，…，预算总收入88.2亿元; 再融资债券4086亿元，合计全国发行债券9801亿元: a total by its name ends a list that
/// adds up to it to the last digit, or that all of its part of the sentence is.
pub(super) fn by_name(scope: &Scope, whole: usize, fact: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    let part = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == fact.place.depth && f.figure.is_plain();
    let parts: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..whole, part).gather();
    let segment = |id: &usize| facts.get(*id).is_some_and(|f| f.place.segment == fact.place.segment);
    let beside: Vec<usize> = parts.iter().copied().filter(segment).gather();
    let crossed = |run: &[usize]| run.iter().any(|id| facts.get(*id).is_some_and(|f| is_other_side(f, fact)));
    let exact = runs(scope, fact, &parts).into_iter().find(|run| scope.adds_up(run, whole));
    let all = || {
        let equation = sum(&beside, whole);
        let named = || bears_noun(scope, fact, &beside) && scope.is_stated_slip(&equation);
        let slip = || beside.len() >= 4 && scope.is_slip(&equation) || named();
        let told = beside.len() >= 3 && (scope.fits(&equation) || slip());
        told.then(|| beside.clone())
    };
    // 上年结转186万元，本年拨款4926万元，可用资金5112万元: what was there and what came is all that there is.
    let sources = || {
        let kept = |id: &usize| {
            facts.get(*id).is_some_and(|f| f.left.mentions_any(&["上年结", "年初结", "上年滚存", "上年剩余"]))
        };
        let told = is_available(fact) && beside.iter().any(kept) && parts == beside;
        (told && scope.is_stated_slip(&sum(&beside, whole))).then(|| beside.clone())
    };
    let run = exact
        .or_else(all)
        .or_else(|| row(scope, whole, fact))
        .or_else(sources)
        .or_else(|| of_words(scope, whole, fact, &parts))
        .filter(|run| run.len() >= 2 && !crossed(run));
    if let Some(run) = run.filter(|_| !out.computes_sum(whole)) {
        let equation = sum(&run, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, false));
    }
}

/// Names of all that came in, and of all that went out.
const SIDES: [&str; 8] = ["总收入", "收入总计", "收入总量", "收入合计", "总支出", "支出总计", "支出总量", "支出合计"];

/// One in how many of all that came in or went out a gap is at most, and how many figures back the head of an account is looked for.
const NEAR: u32 = 5;
const REACH: usize = 24;

/// What the words around a total say that it is made of: what is put on top of the amount before, or one side of an account.
pub(super) fn of_words(scope: &Scope, whole: usize, fact: &Fact, parts: &[usize]) -> Option<Vec<usize>> {
    on_top(scope, whole, fact, parts).or_else(|| account(scope, (whole, fact), parts))
}

/// 公共预算收入6.94亿元，上级补助28.05亿元，债务转贷收入11.75亿元，上年结转30.93亿元，总收入81.75亿元: a side of an account that is told clause by
/// clause, an amount each, with an amount of the paragraph before where that makes it the total to the last digit.
fn account(scope: &Scope, (whole, total): (usize, &Fact), all: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let segment = |id: &usize| facts.get(*id).is_some_and(|f| f.place.segment == total.place.segment);
    let parts: Vec<usize> = all.iter().copied().filter(segment).gather();
    let first = *parts.first()?;
    let begin = facts.get(first)?;
    let name = total.left.trim_end_matches(['为', '是', '达']);
    let alone = facts.in_sentence(begin.place.sentence).start == first
        || facts.get(first - 1).is_some_and(|before| before.place.segment != begin.place.segment);
    let clause = |id: &usize| facts.get(*id).map_or(0, |f| f.place.clause);
    let apart = parts.windows(2).all(|pair| matches!(pair, [a, b] if clause(a) < clause(b)));
    // 收入232万元，完成预算的100%，上年结余104万元，收入合计336万元: a rate or a change says more of the amount before it.
    let told =
        |id: &usize| parts.contains(id) || facts.get(*id).is_some_and(|f| !f.is_amount() || f.role == Role::Change);
    let one_each =
        apart && (first..whole).all(|id| told(&id)) && parts.iter().all(|part| clause(part) < total.place.clause);
    // 本年收入2104万元；加年初结转118万元，收入总计2223万元: what is added says itself to what.
    if !name.ends_with_any(&SIDES) || !alone || !one_each || begin.left.starts_with(['加', '连']) {
        return None;
    }
    // 收入15.9亿元。其中…。还有补助0.3亿元，…，收入合计127亿元
    let like = |f: &Fact| f.is_level() && f.is_like(total) && f.place.depth == 0 && f.figure.is_plain();
    let before = facts.in_paragraph(begin.place.paragraph).start.max(first.saturating_sub(REACH))..first;
    let with = |head: usize| [&[head], parts.as_slice()].concat();
    if let Some(run) = facts.pick(before, like).rev().map(with).find(|run| scope.adds_up(run, whole)) {
        return Some(run);
    }
    let kept = |id: &usize| facts.get(*id).is_some_and(|f| f.left.mentions_any(&["上年结", "结转"]));
    let enough = parts.len() >= 3 || parts.len() == 2 && parts.iter().any(kept);
    let goes_on = begin.left.starts_with_any(&["还有", "另", "此外"]);
    let near = parts.len() >= 3 && is_within_one_in(scope, &parts, whole, NEAR);
    let claimed = enough && !goes_on && (near || scope.is_stated_slip(&sum(&parts, whole)));
    claimed.then_some(parts)
}

/// 以旧换新补贴发放32.7亿元，家电补贴发放21.4亿元，厨卫补贴发放8.6亿元，补贴总额62.7亿元: whether each of some amounts is called what a total is of, and
/// the last of them stands right before it.
fn bears_noun(scope: &Scope, total: &Fact, parts: &[usize]) -> bool {
    let noun = total.left.trim_end_matches(['为', '是', '达']).strip_suffix("总额").unwrap_or_default();
    let part = |id: &usize| scope.facts.get(*id);
    let near = parts.last().and_then(part).is_some_and(|f| f.place.clause + 1 == total.place.clause);
    // 已发放农机补贴32.7亿元，…，补贴总额72.7亿元，剩余部分明年发放: what was done so far is not all.
    let end = scope.facts.clauses.sentences().get(total.place.sentence).map_or(total.range.end, |s| s.end);
    let behind = scope.facts.text.words(total.range.end..end);
    let so_far = |f: &Fact| f.left.mentions_any(&["已", "累计"]);
    let open = behind.mentions_any(&["剩余", "其余", "尚", "未"]) || parts.iter().filter_map(part).any(so_far);
    near && !open && noun.chars().count() >= 2 && parts.iter().filter_map(part).all(|f| f.left.contains(noun))
}

/// 本年收入55亿元，上年结转4亿元，…，再扣掉上解11亿元，得总收入110亿元: what the words take away before a total is less, a slip aside; whether
/// they take anything away.
pub(super) fn less(scope: &Scope, whole: usize, fact: &Fact, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let taken =
        |f: &Fact| f.left.trim_start_matches('再').starts_with_any(&["扣除", "扣掉", "扣减", "减去", "减除", "剔除"]);
    let part = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0 && f.figure.is_plain();
    let beside = |f: &Fact| part(f) && f.place.segment == fact.place.segment;
    let parts: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..whole, beside).gather();
    let term = |id: &usize| Term { fact: *id, sign: if facts.get(*id).is_some_and(taken) { -1 } else { 1 } };
    let terms: Vec<Term> = parts.iter().map(term).gather();
    if terms.len() < LESS || !terms.iter().any(|t| t.sign < 0) || terms.first().is_some_and(|t| t.sign < 0) {
        return false;
    }
    let equation = |from: usize| {
        let parts = terms.get(from..).map(<[Term]>::to_vec).unwrap_or_default();
        Equation::Sum { parts, whole: vec![Term::plus(whole)] }
    };
    let holds = (0..=terms.len() - LESS).map(equation).find(|equation| scope.exact(equation));
    let slip = || Some(equation(0)).filter(|equation| terms.len() > LESS && scope.is_likely_slip(equation));
    if let Some(equation) = holds.or_else(slip) {
        let range = facts.span(&equation.all());
        out.relation(relation("A11", Kind::Difference, equation, range, false));
    }
    true
}

/// 获金牌41枚、银牌36枚、铜牌52枚，奖牌总数129枚: the row right before what is called the number or the score in all, a slip aside.
fn row(scope: &Scope, whole: usize, fact: &Fact) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let row = super::row_before(scope, whole);
    let last = row.last().and_then(|id| facts.get(*id))?;
    let name = fact.left.trim_end_matches(['为', '是', '达']);
    let told = name.ends_with_any(&IN_ALL) && !name.starts_with(['较', '比', '占']);
    let close = last.place.clause + 1 == fact.place.clause && row.len() >= 3;
    let like = row.iter().all(|id| facts.get(*id).is_some_and(|f| f.is_level() && f.is_like(fact)));
    (told && close && like && scope.is_stated_slip(&sum(&row, whole))).then_some(row)
}

/// 支出完成59.69亿元，下降18.2%。加上上解支出1.4亿元、…，支出总计66.05亿元: the words add up what they name and the head before them.
pub(super) fn together(scope: &Scope, whole: usize, fact: &Fact, parts: &[usize]) -> Option<(Equation, Vec<usize>)> {
    let facts = scope.facts;
    let sentence = facts.clauses.sentences().get(fact.place.sentence)?.start;
    let opens = facts.text.has(sentence, "加上");
    let words = facts.text.words(sentence..fact.range.start);
    // 加上年增加的津贴: of the year before, and nothing is added. 加上甲、乙等，收入合计: nor is all of it told.
    let open =
        words.mentions("加上年") || whole.checked_sub(1).is_some_and(|last| facts.between(last, whole).contains('等'));
    let added = !open && (opens || words.mentions("，加上"));
    let run = if opens { runs(scope, fact, parts).pop()? } else { parts.to_vec() };
    let equation = sum(&run, whole);
    let meant = added && run.len() >= 3 && !super::crosses(scope, &run, fact);
    (meant && scope.is_stated_slip(&equation)).then_some((equation, run))
}

/// How many sentences before one that adds its head stands at most.
const BACK: usize = 3;

/// 下达资金共2000万元，…。另有上年结余63万元，可用资金2063万元: what a sentence adds to the head of the one before makes the total, a slip aside.
fn on_top(scope: &Scope, whole: usize, fact: &Fact, parts: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let start = facts.clauses.sentences().get(fact.place.sentence)?.start;
    let opens = |list: &[&str]| list.iter().any(|w| facts.text.has(start, w));
    let adds = opens(&["另有", "加"]) && !opens(&["加快", "加强", "加大"]);
    // 收入137.8亿元。其中：税收87.8亿元，…。加上补助…: what divides the head is passed over.
    let heads = |at: &usize| facts.clauses.sentences().get(*at).is_some_and(|s| !facts.text.has(s.start, "其中"));
    let mut back = (fact.place.sentence.saturating_sub(BACK)..fact.place.sentence).rev();
    let before = back.find(heads).filter(|_| adds && !parts.is_empty())?;
    let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth;
    let head = facts.pick(facts.in_sentence(before), like).next()?;
    let beside = |f: &Fact| f.place.paragraph == fact.place.paragraph && !is_other_side(f, fact);
    let run = [&[head], parts].concat();
    let equation = sum(&run, whole);
    let open = whole.checked_sub(1).is_some_and(|last| facts.between(last, whole).contains('等'));
    let told = !open && (run.len() >= 3 || is_available(fact));
    (facts.get(head).is_some_and(beside) && (scope.fits(&equation) || told && scope.is_stated_slip(&equation)))
        .then_some(run)
}

/// 可用资金5112万元；本年支出4980万元，年终结转132万元: what went out and what is left make all that there was, where the words name no more.
pub(super) fn spent(scope: &Scope, whole: usize, fact: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    let like = |f: &Fact| f.is_amount() && f.is_like(fact) && f.place.depth == fact.place.depth;
    let uses: Vec<usize> = facts.pick(whole + 1..facts.in_sentence(fact.place.sentence).end, like).gather();
    let &[out_go, left] = uses.as_slice() else { return };
    let named = |id: usize, words: &[&str]| {
        facts.get(id).is_some_and(|f| f.is_level() && f.figure.is_plain() && f.left.mentions_any(words))
    };
    let told = named(out_go, &["支出", "使用", "花"]) && named(left, &["结转", "结余", "剩余"]);
    let equation = sum(&uses, whole);
    if told && is_available(fact) && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    }
}

/// Whether an amount is called all that there is to spend.
fn is_available(fact: &Fact) -> bool {
    AVAILABLE.ends(fact.left.trim_end_matches(['为', '是', '共', '达'])).next().is_some()
}

/// Whether the name of an amount is that of a total, or begins with such words.
pub(super) fn is_named(fact: &Fact) -> bool {
    is_available(fact)
        || NAMES.ends(fact.left.trim_end_matches(['为', '是'])).next().is_some()
        || fact.left.trim_end_matches(['为', '是', '达']).ends_with_any(&IN_ALL)
        || LEADING.starts(&fact.left).next().is_some()
}
