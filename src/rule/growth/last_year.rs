//! D02: 上年支出490万元，本年减少37.84万元，降幅7.7%: an amount of an earlier year that a change and its rate start from.

use super::base::unheld;
use super::ends::{change_beside, is_pair};
use super::{Growth, RULE, relation};
use crate::fact::{Fact, Period, Role, agree, likeness};
use crate::relation::{Equation, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back this year's amount is looked for.
const REACH: usize = 80;

/// How many of the nearest amounts under other names are asked whether one fits.
const NEAREST: usize = 6;

/// The words that an amount of last year begins with.
const WORDS: [&str; 4] = ["上年", "去年", "上一年", "上季"];

/// The words that compare two years.
const TWO_YEARS: [&str; 4] = ["两年相比", "两年比较", "两年对比", "两个年度相比"];

/// 2022年支出500万元，2023年比其多25万元: whether the words of a comparison point back to the amount before.
fn is_back(compared: &str) -> bool {
    matches!(compared, "其" | "之" | "前者")
}

/// How many characters the words of more or less have: 多销, 少支付.
const MORE: usize = 3;

/// The words of a change without the year before them: 2023年多.
fn verb(change: &Fact) -> &str {
    change.left.rsplit_once('年').map_or(change.left.as_str(), |(_, words)| words)
}

/// Whether a change has no words but those of its way.
fn is_bare(change: &Fact) -> bool {
    verb(change).chars().count() <= MORE
}

/// What a rate starts from: an earlier amount and, where it is printed, the change since.
struct Told {
    base: usize,
    change: Option<usize>,
    /// Whether the words leave no other reading.
    sure: bool,
}

/// 上年利润388万元，增加38.8万元; 2023年支出500万元，2024年较2023年增加25万元: the amount right before, of last year or of the year that the
/// comparison names. 上年…，其中设备240万元；…，设备减少60万元: else the one that the words name, where it is last year's.
/// But 去年收入388万元，较2022年增加38.8万元 tells how last year's amount itself grew.
fn told(scope: &Scope, id: usize, subject: Option<usize>) -> Option<Told> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    // 上年3.98亿元，多销2800万元，增长7.0%: more or less of what was done is a change too.
    let more = |f: &Fact| f.is_level() && verb(f).starts_with(['多', '少', '增', '减']) && is_bare(f);
    let beside = id.checked_sub(1).filter(|c| facts.get(*c).is_some_and(more));
    let change = change_beside(scope, id).filter(|c| c + 1 == id).or(beside);
    let like = |f: &Fact| change.is_none_or(|c| facts.get(c).is_some_and(|c| c.is_like(f)));
    let plain = |f: &Fact| {
        let same = (f.place.depth, f.place.sentence) == (rate.place.depth, rate.place.sentence);
        f.is_level() && f.figure.is_plain() && !f.is_zero() && like(f) && same
    };
    let compared = facts.comparison(id);
    let since = Period::of(&compared);
    let earlier = compared.mentions("前年") || matches!(since, Period::Year(_) | Period::Opening);
    // 2023年收入为2891万元，2024年增收182万元: the change names a later year than the amount.
    let later = |f: &Fact| {
        let said = |c: &Fact| Some(Period::of(&c.left)).filter(|year| *year != Period::Unstated).unwrap_or(c.period);
        let year = change.and_then(|c| facts.get(c)).map(said);
        let follows = |year: Period| match (f.period, year) {
            (Period::Year(then), Period::Year(now)) => then < now,
            (then, Period::Year(_) | Period::Current) => then.is_past(facts.year) && !year.is_past(facts.year),
            _ => false,
        };
        (compared.is_empty() || is_back(&compared)) && f.period != Period::Opening && year.is_some_and(follows)
    };
    // 2021年支出20.5万元，比上年下降20%: the year before by its number.
    let dated = |f: &Fact| {
        let number = |year: i32| f.period == Period::Year(year) && facts.year == year.checked_add(1);
        since == Period::Previous && change.is_none() && matches!(f.period, Period::Year(year) if number(year))
    };
    // 新办证照2163件，2024年为2060件，多了103件: the amount of now right before that of the year before.
    let paired = |f: &Fact| {
        f.period.is_past(facts.year)
            && f.period != Period::Opening
            && change.is_some_and(|c| paired_before(scope, c, rate))
    };
    let begins = |f: &Fact| !earlier && f.left.starts_with_any(&WORDS) || later(f) || dated(f) || paired(f);
    let named = |f: &Fact| matches!(since, Period::Year(_)) && f.period == since;
    let right_before = |f: &Fact| plain(f) && f.place.segment == rate.place.segment && (begins(f) || named(f));
    let last = change.unwrap_or(id).checked_sub(1).filter(|b| facts.get(*b).is_some_and(right_before));
    // 2022年下达306万元，支出294万元。两年相比，下达额增加24万元: of two years that are compared, the amount of the earlier one.
    let start = facts.clauses.sentences().get(rate.place.sentence).map_or(rate.range.start, |s| s.start);
    let both = || {
        let words = facts.text.words(start..rate.range.start);
        let past = |s: &usize| facts.get(*s).is_some_and(|f| f.period.is_past(facts.year) && like(f));
        subject.filter(|_| change.is_some() && words.mentions_any(&TWO_YEARS)).filter(past)
    };
    let base = last.or_else(both).or_else(|| {
        change.filter(|_| !earlier).and_then(|c| listed(scope, c, subject)).filter(|b| facts.get(*b).is_some_and(plain))
    })?;
    // 2022年该项支出325万元，2023年多7.8万元，增长2.4%: nor do two years told one behind the other, the change under no name of its own.
    let bare = |c: usize| facts.get(c).is_some_and(|f| is_bare(f) && f.phrase.is_empty());
    let years = || change.zip(last).is_some_and(|(c, b)| bare(c) && c == b + 1 && facts.get(b).is_some_and(later));
    let back = || is_back(&compared) && last.is_some() || last.is_none() && both() == Some(base);
    let pair = || change.is_some_and(|c| last == c.checked_sub(1) && paired_before(scope, c, rate));
    let sure = change.is_some() && (back() || years() || pair());
    Some(Told { base, change, sure })
}

/// Whether a change without a name of its own stands behind the amounts of two years.
fn paired_before(scope: &Scope, change: usize, rate: &Fact) -> bool {
    scope.facts.get(change).is_some_and(|f| is_bare(f) && f.phrase.is_empty()) && is_pair(scope, change, rate)
}

/// Last year's amount that a change speaks of, where its sentence told of last year first: the amount that was found to have changed,
/// else the nearest by the name that the change has.
fn listed(scope: &Scope, change: usize, subject: Option<usize>) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(change)?;
    // 若扣除上年维修费780万元，则增加515万元: what is left out starts nothing.
    let left_out = |f: &Fact| f.left.mentions_any(&["扣除", "剔除"]);
    let past = |f: &Fact| f.role == Role::Level && f.period == Period::Previous && !left_out(f);
    let name = fact.changed()?;
    let named = |f: &Fact| past(f) && agree(&f.label.key, &name);
    let before = facts.in_sentence(fact.place.sentence).start..change;
    let base = match subject {
        Some(subject) => Some(subject).filter(|s| facts.get(*s).is_some_and(past)),
        None => facts.pick(before, named).next_back(),
    }?;
    // 去年接听528次，比上年同期440次上升88次: with a base printed the amount is what changed.
    facts.pick(base..change, |f| f.role == Role::Base).next().is_none().then_some(base)
}

/// This year's amounts before the base, the nearest first: those of its name, or all that are like it.
fn now<'a>(scope: &'a Scope, base: usize, named: bool) -> impl Iterator<Item = usize> + 'a {
    let facts = scope.facts;
    let could = move |f: &Fact| {
        let past = facts.get(base);
        let beside = |b: &Fact| f.is_like(b) && f.place.depth <= b.place.depth;
        let alike = |b: &Fact| beside(b) && (!named || likeness(&f.label.key, &b.label.key) >= 1);
        f.is_level() && f.figure.is_plain() && !f.period.is_past(facts.year) && past.is_some_and(alike)
    };
    facts.pick(base.saturating_sub(REACH)..base, could).rev()
}

/// What a rate without a change is of: the amount of the base's name that fits, but for a slip, else the one beside the base.
fn risen(scope: &Scope, base: usize, grown: impl Fn(usize) -> Equation, out: &Sink) -> Option<Equation> {
    let fitting = now(scope, base, true).map(&grown).find(|e| scope.fits(e));
    let slip = || now(scope, base, true).map(&grown).find(|e| scope.is_likely_slip(e));
    let unnamed = || now(scope, base, false).take(NEAREST).map(&grown).find(|e| scope.fits(e));
    // 修补30600平方米，上年修补36000平方米，增加15%: the amount right before, or with digits enough one of its sentence, where only the way is wrong.
    let sentence = |id: usize| scope.facts.get(id).map(|f| f.place.sentence);
    let telling =
        |now: usize| grown(now).all().iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.figure.digits() >= 3));
    let near = |now: &usize| now + 1 == base || sentence(*now) == sentence(base) && telling(*now);
    let turned = || now(scope, base, true).filter(near).map(&grown).find(|e| scope.fits(&e.turned()));
    let beside = || beside(scope, base, out).map(|now| unnamed().unwrap_or_else(|| grown(now)));
    fitting.or_else(slip).or_else(turned).or_else(beside)
}

/// 支出20万元，其中甲12万元、乙8万元；上年支出25万元: this year's amount right before last year's that has no name of its own, behind a list
/// that adds up its whole; of several beside each other none is meant. 支出20万元（其中甲12万元、乙9万元），上年: a bracket is passed over.
fn beside(scope: &Scope, base: usize, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let (then, last) = (facts.get(base)?, base.checked_sub(1)?);
    let outside =
        |open: usize| (0..last).rev().take(REACH).find(|o| facts.get(*o).is_some_and(|f| f.range.end == open));
    let last = facts.get(last)?.place.bracket.filter(|_| then.place.depth == 0).map_or(Some(last), outside)?;
    let whole = out.added_up(last).find(|whole| *whole < last);
    let now = whole.unwrap_or(last);
    let own = facts.get(now)?;
    let generic = ["支出", "收入", "总支出", "总收入"].contains(&then.label.key.as_str());
    let like = |f: &Fact| f.is_level() && f.is_like(then) && f.measure.is_budget() == then.measure.is_budget();
    let here = |f: &Fact| (f.place.sentence, f.place.depth) == (then.place.sentence, then.place.depth);
    let current = own.figure.is_plain() && !own.period.is_past(facts.year);
    let near = |f: &Fact| like(f) && here(f) && f.place.segment == own.place.segment;
    let others = facts.pick(facts.in_sentence(then.place.sentence).start..last, near);
    let alone = whole.is_some() || others.count() == 0;
    let meant = (generic || !then.label.own) && like(own) && here(own) && current && alone;
    meant.then_some(now)
}

/// States a rate from last year's amount, but where it fails and need not be what the two amounts make.
fn say(scope: &Scope, (id, base): (usize, usize), equation: Equation, out: &mut Sink) {
    let range = scope.facts.span(&equation.all());
    if let Some(reason) = unheld(scope, id, base, &equation) {
        return out.unchecked(RULE.name, "D02", range, vec![id, base], reason);
    }
    out.relation(relation("D02", equation, range, true));
}

/// Whether an amount of last year is what a rate starts from, where nothing else was found to have grown than that amount itself or
/// one by another name; states it then, or says that it was not checked.
pub(super) fn state(scope: &Scope, id: usize, subject: Option<usize>, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((told, rate)) = told(scope, id, subject).zip(facts.get(id)) else { return false };
    let name = |id: usize| facts.get(id).map_or("", |f| f.label.key.as_str());
    let own = |s: usize| facts.get(s).is_some_and(|f| f.label.own);
    let alien = |s: usize| own(s) && own(told.base) && likeness(name(s), name(told.base)) == 0;
    // 未成年观众约占三成，为97450人次。上年全年观众256000人次: nor did what only stands in the sentence before.
    let sentence = |id: usize| facts.get(id).map(|f| f.place.sentence);
    let apart = |s: usize| !own(s) && own(told.base) && sentence(s) != sentence(told.base);
    let other = |s: usize| s == told.base || Some(s) == told.change || alien(s) || apart(s);
    let grown = |now: usize| Equation::Rate {
        part: vec![Term::plus(now)],
        whole: vec![Term::plus(told.base)],
        less_one: true,
        sign: rate.direction,
        rate: id,
    };
    if subject.is_some_and(|s| !other(s) || s != told.base && scope.fits(&grown(s))) {
        return false;
    }
    let say = |equation: Equation, out: &mut Sink| say(scope, (id, told.base), equation, out);
    let open = |out: &mut Sink| {
        out.unchecked(RULE.name, "D02", facts.span(&[told.base, id]), vec![id, told.base], Reason::Ambiguous);
    };
    let Some(change) = told.change else {
        match risen(scope, told.base, grown, out) {
            Some(equation) => say(equation, out),
            None => open(out),
        }
        return true;
    };
    let ratio =
        |whole: Vec<Term>| Equation::Rate { part: vec![Term::plus(change)], whole, less_one: false, sign: 1, rate: id };
    let started = ratio(vec![Term::plus(told.base)]);
    let own = Growth { id, rate, subject: told.base, change: Some(change), bases: Vec::new(), range: 0..0 };
    let itself = own.by_change(change);
    let falls = facts.get(change).is_some_and(|f| f.direction < 0 || f.left.starts_with(['少', '减']));
    let made = |now: usize| {
        if falls { scope.adds_up(&[now, change], told.base) } else { scope.adds_up(&[told.base, change], now) }
    };
    let known = || {
        let rated = now(scope, told.base, true).any(|now| scope.fits(&grown(now)));
        rated || now(scope, told.base, false).any(made)
    };
    if scope.fits(&started) || told.sure || !scope.fits(&itself) && known() {
        say(started, out);
    } else if scope.fits(&itself) {
        say(itself, out);
    } else if own.of_other(scope, out).is_some() {
        return false;
    } else {
        open(out);
    }
    true
}
