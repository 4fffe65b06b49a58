//! C05, C09, C12: what is left of one amount when another is taken away.

use super::missing::{goes_on, made_up};
use super::{RULE, enclosed, movement, relation};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// C05, C09: what budget and outturn leave: 预算50万元，实支46.3万元，节约3.7万元.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    let mut before = before(scope, id, fact);
    if let Some(named) = before.last().and_then(|last| differs_from(scope, *last, id)) {
        before.push(named);
    }
    if let ([budget], true) = (before.as_slice(), fact.left.mentions("预算")) {
        before.splice(..0, outturn(scope, *budget, id));
    }
    let bound = if let [spent] = before.as_slice() { budget(scope, *spent, id) } else { None };
    let borne = bound.is_some();
    before.splice(..0, bound);
    let after = enclosed(scope, id).filter(|_| fact.left.contains('差'));
    let [.., a, b] = after.as_deref().unwrap_or(&before) else { return };
    let Some((first, last)) = compared(scope, (*a, *b), id) else { return };
    let range = first.range.start.min(fact.range.start)..fact.range.end.max(last.range.end);
    let [down, up] = [(*a, *b), (*b, *a)].map(|(high, low)| movement(high, low, 1, id));
    // 支出23.68万元，比预算27.50万元少支3.82万元: what is compared with a budget lies above or below it as the words say.
    let is_up = match last.role {
        Role::Base if last.direction != 0 => fact.direction <= 0,
        _ => said_up(fact, first, last).unwrap_or(fact.direction > 0 && !scope.fits(&down) || scope.fits(&up)),
    };
    let holds = scope.fits(&up) || scope.fits(&down);
    let chosen = if is_up { up } else { down };
    let turned = holds && !scope.fits(&chosen);
    let rests = told_apart(scope, id);
    if rests.len() > 1 && !scope.fits(&chosen) {
        let Equation::Sum { parts, .. } = chosen else { return };
        let all = Equation::Sum { parts, whole: rests.iter().map(|rest| Term::plus(*rest)).gather() };
        if scope.fits(&all) {
            out.relation(relation("C05", Kind::Difference, all, range, true));
        } else {
            out.unchecked(RULE.name, "C05", range, rests, Reason::Ambiguous);
        }
        return;
    }
    // 全年预算…，实际执行…，执行率97.61%，未执行的…: of several amounts before, the one that the rate between is of.
    let confirmed = || budget(scope, *b, id).map(|whole| movement(whole, *b, 1, id));
    let open = before.len() > 2 && after.is_none() && !scope.fits(&chosen);
    let made_up = Some(&chosen).filter(|c| !holds && !scope.is_stated_slip(c)).and_then(|_| made_up(scope, *b, id));
    let Some(chosen) = made_up.or_else(|| if open { confirmed() } else { Some(chosen) }) else { return };
    // 上年结余91.6万元，本年留成46.7万元、结余11.6万元: two amounts that came in leave nothing.
    if (goes_on(scope, fact) || came_in(first) && came_in(last)) && !scope.fits(&chosen) {
        return out.unchecked(RULE.name, "C05", range, vec![*a, *b, id], Reason::Ambiguous);
    }
    // Of what a rate binds to its budget only the rest can be wrong; where that is no slip, something else may have been left too.
    let sure = !turned && (before.len() > 2 || !borne || scope.fits(&chosen) || scope.is_stated_slip(&chosen));
    let cue = match fact.left.as_str() {
        words if words.mentions("缺口") => "C09",
        words if words.contains('差') => "C12",
        _ => "C05",
    };
    out.relation(relation(cue, Kind::Difference, chosen, range, sure));
}

/// The amounts of the sentence before a rest that it can be the rest of.
fn before(scope: &Scope, id: usize, fact: &Fact) -> Vec<usize> {
    // 收入88620万元，为预算120000万元的73.85%，短收31380万元: the base of a rate counts.
    let stated = |f: &Fact| f.is_level() || f.role == Role::Base;
    let like = |f: &Fact| {
        // 每生每天5元、供餐200天，应拨284.7万元: a price is no amount to take away.
        let priced = f.is_for_each() && !fact.is_for_each();
        stated(f) && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth && !priced
    };
    scope.facts.pick(scope.facts.in_sentence(fact.place.sentence).start..id, like).gather()
}

/// 预算14.5万元，实际支出12万元，超支2.5万元: whether the later of two amounts has to be the greater, as the word says where one of them was to be
/// spent and the other was.
fn said_up(fact: &Fact, first: &Fact, last: &Fact) -> Option<bool> {
    let due = |f: &Fact| f.measure.is_budget() || f.measure == Measure::Plan;
    let told = fact.left.ends_with_any(&["超支", "节约", "节省", "节支"]);
    (told && due(first) != due(last)).then_some((fact.direction > 0) == due(first))
}

/// The two amounts that may leave a rest. 应到213.5万元，实到205万元；结余37.69万元: what did not arrive is missing, and left over by nobody.
fn compared<'a>(scope: &'a Scope, (a, b): (usize, usize), id: usize) -> Option<(&'a Fact, &'a Fact)> {
    let facts = scope.facts;
    let (first, last, rest) = (facts.get(a)?, facts.get(b)?, facts.get(id)?);
    let other = arrived(last) && !is_missing(rest) && !scope.fits(&movement(a, b, 1, id));
    (!other).then_some((first, last))
}

/// Whether the words of an amount say that it arrived: 实到, 实际到位.
fn arrived(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['了', '为', '资', '金']);
    words.ends_with_any(&["到", "到位", "到账", "到帐"]) && !words.contains("未")
}

/// Whether the words of a rest say that it did not come: 缺口, 尚未到位.
fn is_missing(fact: &Fact) -> bool {
    [&fact.left, &fact.right].iter().any(|words| words.contains(['缺', '未', '欠', '差', '短', '少']))
}

/// Words of what was not spent, where it is no more than a level of the text.
const LEFT: [&str; 20] = [
    "结余",
    "剩",
    "剩余",
    "剩下",
    "余",
    "余下",
    "尚余",
    "未支出",
    "未执行",
    "未使用",
    "未用完",
    "没用完",
    "未花完",
    "没花完",
    "余款",
    "结转下年",
    "结转次年",
    "结转至下年",
    "结转下年使用",
    "结转下年度",
];
/// The same behind the amount: 尚有34.3万元未支出.
const UNSPENT: [&str; 5] = ["未支出", "未执行", "未使用", "未用完", "没有支出"];

/// What a cause says was not spent.
const SAVED: [&str; 6] = ["节约", "节约资金", "节约经费", "节省", "节省资金", "结余资金"];

/// What counted things can be left undone by.
const UNDONE: [&str; 8] = ["结", "办结", "审结", "执结", "完成", "整改", "完工", "竣工"];

/// C05: 经费预算876.3万元，支出851.9万元，执行率97.2%，指标结余24.4万元: what is left, where the rate between binds budget and outturn.
pub(super) fn left(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain() && f.is_amount()) else { return };
    let words = fact.left.trim_end_matches(['为', '约', '了', '有', '的']);
    // 年初预算820万元，决算796.35万元，…，决算数小于预算数的主要原因是招标节约资金23.65万元
    let cause = words.ends_with_any(&SAVED) && fact.left.mentions("原因");
    let named = cause || words.ends_with_any(&LEFT) || fact.right.starts_with_any(&UNSPENT);
    let undone = words.rsplit_once('未').map(|(_, verb)| verb).filter(|verb| UNDONE.contains(verb));
    if !named && undone.is_none() || words.mentions_any(&["上年", "年末", "累计", "滚存", "每"]) {
        return;
    }
    let before = facts.in_sentence(fact.place.sentence).start..id;
    let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth;
    let Some(spent) = facts.pick(before, like).next_back() else { return };
    let Some(whole) = budget(scope, spent, id) else { return };
    // 受理7742件，审执结7386件，结案率95.4%，未结356件: what was not done is left of it only by the same verb.
    if undone.is_some_and(|verb| !facts.get(spent).is_some_and(|f| f.left.ends_with(verb))) {
        return;
    }
    let equation = movement(whole, spent, 1, id);
    let range = facts.span(&equation.all());
    // A cause need not be all of what it explains.
    if cause && !scope.fits(&equation) && !scope.is_likely_slip(&equation) {
        return;
    }
    let sure = !cause && (scope.fits(&equation) || scope.is_stated_slip(&equation));
    out.relation(relation("C05", Kind::Difference, equation, range, sure));
}

/// 应拨284.7万元，与上述营养餐支出相差0.2万元: the amount that the words before 相差 name, where it is another one than stands before.
fn differs_from(scope: &Scope, last: usize, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let words = facts.get(id)?.left.strip_prefix('与')?.strip_suffix("相差")?;
    let named = facts.named(words.trim_start_matches(['上', '前', '述', '文']), id, last);
    let plain = |o: &usize| facts.get(*o).is_some_and(|f| f.figure.is_plain());
    let differs = |o: &usize| {
        [movement(*o, last, 1, id), movement(last, *o, 1, id)].iter().any(|e| scope.fits(e) || scope.is_likely_slip(e))
    };
    named.into_iter().filter(plain).find(differs)
}

/// Whether the words of an amount say that it came in or was there before: 本年留成, 上年结余.
fn came_in(fact: &Fact) -> bool {
    fact.left.mentions_any(&["收入", "留成", "留用", "分成", "筹集", "结余", "结转"]) && !fact.left.contains('支')
}

/// 结余30万元上缴，结余20万元结转: the rests told one after another, of which this is one.
fn told_apart(scope: &Scope, id: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return Vec::new() };
    let like = |f: &Fact| f.is_like(fact) && f.is_amount() && f.place.segment == fact.place.segment;
    let amounts = facts.pick(facts.in_sentence(fact.place.sentence), like).gather();
    let role = |other: &usize| facts.get(*other).map(|f| f.role == Role::Rest);
    amounts.chunk_by(|a, b| role(a) == role(b)).find(|run| run.contains(&id)).unwrap_or_default().to_vec()
}

/// How many paragraphs above what was spent its budget may stand.
const ABOVE: usize = 3;

/// 项目预算540万元，…。实际支出513万元，预算执行率95%，结余27万元: the budget of which the rate between makes what was spent.
fn budget(scope: &Scope, spent: usize, rest: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(spent)?;
    let rate =
        facts.pick(spent + 1..rest, |f| f.figure.is_plain() && f.figure.unit.dimension == Dimension::Percent).next()?;
    let ratio = |whole: usize| Equation::Rate {
        part: vec![Term::plus(spent)],
        whole: vec![Term::plus(whole)],
        less_one: false,
        sign: 1,
        rate,
    };
    let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == own.place.depth;
    let paragraph = facts.in_paragraph(own.place.paragraph).start;
    let digits = facts.get(rate).map_or(0, |f| f.figure.digits());
    let bears = |whole: &usize| digits >= 2 && scope.fits(&ratio(*whole));
    // 调整后预算4254万元。↵（二）支出4102万元，占预算的96.42%，结转下年152万元: the budget may stand in a paragraph before.
    let above = facts.in_paragraph(own.place.paragraph.saturating_sub(ABOVE)).start;
    let far = || facts.pick(above..paragraph, |f| level(f) && f.measure != Measure::Outturn).filter(bears);
    let near: Vec<usize> = facts.pick(paragraph..spent, level).filter(bears).gather();
    let found: Vec<usize> = if near.is_empty() && digits >= 3 { far().gather() } else { near };
    let mut found = found.into_iter();
    let first = found.next()?;
    let single = found.all(|other| facts.base_value(other) == facts.base_value(first));
    // What was carried over from the year before may be in the rest as well, so that only a slip contradicts it.
    let left = movement(first, spent, 1, rest);
    let told = |words: &str| ["结转", "上年", "收入", "追加", "滚存"].iter().all(|w| !words.contains(w));
    let alone = || {
        let from = facts.get(first).map_or(0, |f| f.range.start.saturating_sub(f.left.chars().count()));
        let end = facts.get(rest).map_or(from, |f| f.range.start);
        rest == rate + 1
            && rate == spent + 1
            && facts.pick(first + 1..spent, level).next().is_none()
            && facts.get(first).is_some_and(|f| f.place.paragraph == own.place.paragraph)
            && told(facts.text.words(from..end))
    };
    (single && (scope.fits(&left) || scope.is_stated_slip(&left) || alone())).then_some(first)
}

/// 公用经费301.94万元，…。公用经费年初预算320万元，比预算节约18.06万元: the outturn of the item that the budget before a rest names.
fn outturn(scope: &Scope, budget: usize, rest: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(budget).filter(|f| f.measure.is_budget() && f.label.own)?;
    let spent = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && !f.measure.is_budget();
    let named = facts.of_item(&own.label.key).iter().rev().copied().filter(|id| *id < budget);
    let equation =
        |id: usize| Equation::Sum { parts: vec![Term::plus(budget), Term::minus(id)], whole: vec![Term::plus(rest)] };
    let mut found = named.filter(|id| facts.get(*id).is_some_and(|f| spent(f) && !f.period.is_past(facts.year)));
    found.find(|id| scope.fits(&equation(*id)) || scope.is_likely_slip(&equation(*id)))
}
