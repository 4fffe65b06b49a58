//! F01 without revenue and expenditure: 本年收支结余17718万元，年末滚存结余67244万元，上年末滚存结余为49526万元; and of any
//! stock: 耕地年初60.2万亩，当年新增0.3万亩、建设占用0.1万亩，年末60.4万亩.

use super::relation;
use crate::fact::{Fact, Period, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of what was left when it began.
const OPENING: [&str; 7] = ["上年末", "上年底", "年初", "期初", "上年结余", "上年结转", "上年滚存"];
/// Words of what is left when it ends.
const CLOSING: [&str; 6] = ["年末", "期末", "滚存", "累计", "年终", "年底"];
/// Words of what there is.
const PRESENT: [&str; 2] = ["现有", "目前有"];

/// States every balance that is carried on, where a sentence gives all of its amounts.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    // Hardly a sentence says what there was or what there is.
    let said = |f: &Fact| [&PRESENT[..], &OPENING, &CLOSING].iter().any(|words| f.left.mentions_any(words));
    let says = |f: &Fact| amount(f) && said(f);
    for sentence in 0..facts.clauses.sentences().len() {
        if facts.pick(facts.in_sentence(sentence), says).next().is_none() {
            continue;
        }
        carried(scope, sentence, out);
        told_aside(scope, sentence, out);
        opened_before(scope, sentence, out);
        stock(scope, sentence, out);
    }
}

/// The amount of a sentence that passes a test, where it is the only one.
fn only(scope: &Scope, sentence: usize, test: impl Fn(&Fact) -> bool) -> Option<usize> {
    scope.facts.pick(scope.facts.in_sentence(sentence), test).single()
}

fn amount(f: &Fact) -> bool {
    matches!(f.role, Role::Level | Role::From | Role::To) && f.is_amount() && f.figure.is_plain() && f.place.depth == 0
}

fn named(f: &Fact, words: &[&str]) -> bool {
    amount(f) && f.left.mentions_any(words)
}

/// 毕业与新招相抵净增2人: the way of what came and went on balance.
fn net(f: &Fact) -> Option<i8> {
    let stated = matches!(f.role, Role::Level | Role::Change) && f.figure.is_plain() && f.phrase.is_empty();
    let ends = |word: &str| stated && f.left.trim_end_matches('了').ends_with(word);
    if ends("净增") { Some(1) } else { ends("净减").then_some(-1) }
}

fn opens(f: &Fact) -> bool {
    named(f, &OPENING) && f.flow().is_none()
}

/// What the year left, on top of what there was, less what was taken away.
fn carried(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let closes = |f: &Fact| named(f, &CLOSING) && f.left.mentions_any(&["结余", "结转", "滚存"]) && !opens(f);
    let find = |sentence: usize, test: &dyn Fn(&Fact) -> bool| only(scope, sentence, test);
    let (Some(opening), Some(closing)) = (find(sentence, &opens), find(sentence, &closes)) else { return };
    let Some(start) = facts.get(opening) else { return };
    // 收大于支76万元。年初结转208万元: the sentence before may end with what the year left.
    let last = || {
        let last = facts.in_sentence(sentence).start.checked_sub(1)?;
        facts
            .get(last)
            .is_some_and(|f| f.place.paragraph == start.place.paragraph && f.surplus().is_some())
            .then_some(last)
    };
    let Some(year) = find(sentence, &|f| f.surplus().is_some()).or_else(last) else { return };
    let way = facts.get(year).and_then(Fact::surplus).unwrap_or(1);
    let taken = |f: &Fact| f.flow() == Some(-1) && f.place.depth == 0 && f.is_like(start);
    let flows = facts.pick(facts.in_sentence(sentence).start..closing, taken).map(Term::minus);
    let less: Vec<Term> = flows.filter(|t| ![opening, year].contains(&t.fact)).gather();
    let equation = |way: i8, less: &[Term]| {
        let parts = [&[Term::plus(opening), Term { fact: year, sign: way }], less].concat();
        Equation::Sum { parts, whole: vec![Term::plus(closing)] }
    };
    // 上年结转118万元，扣除财政收回60万元后，年末…: what the words take away is taken away; what else went may be in the surplus.
    let told = less.iter().any(|t| facts.get(t.fact).is_some_and(|f| f.left.starts_with("扣除")));
    let plain = equation(way, if told { &less } else { &[] });
    // 结余分配20万元: what else the sentence tells from the first of them on may belong to it.
    let first = opening.min(closing).min(year);
    let known = |id: &usize| [opening, closing, year].contains(id) || less.iter().any(|t| t.fact == *id);
    let other = |f: &Fact| amount(f) && f.is_like(start);
    let alone = facts.pick(first..facts.in_sentence(sentence).end, other).all(|id| known(&id));
    // A closing amount that is made the other way round goes against the words.
    let turned = || alone && less.is_empty() && scope.fits(&equation(-way, &[]));
    let slip = |e: &Equation| alone && scope.is_stated_slip(e);
    let mut readings = [plain.clone(), equation(way, &less)].into_iter();
    let fitting = readings.clone().find(|e| scope.fits(e)).or_else(|| readings.find(slip));
    if let Some(equation) = fitting.or_else(|| turned().then_some(plain)) {
        out.relation(relation(scope, "F01", equation, true));
    }
}

/// 年初结转120万元，…。本年支出…。当年结余33万元，年末结转153万元: the sentences before may tell the only amount that the year began with.
fn opened_before(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let kept = |f: &Fact| f.left.mentions_any(&["结余", "结转"]);
    let closes = |f: &Fact| named(f, &CLOSING) && kept(f) && !opens(f);
    let Some((year, closing)) = only(scope, sentence, |f| f.surplus().is_some()).zip(only(scope, sentence, closes))
    else {
        return;
    };
    let Some(end) = facts.get(closing).filter(|_| only(scope, sentence, opens).is_none()) else { return };
    let before = facts.in_paragraph(end.place.paragraph).start..facts.in_sentence(sentence).start;
    let mut found = facts.pick(before, |f| opens(f) && kept(f) && f.is_like(end));
    let Some(opening) = found.next().filter(|_| found.next().is_none()) else { return };
    let sign = facts.get(year).and_then(Fact::surplus).unwrap_or(1);
    let parts = vec![Term::plus(opening), Term { fact: year, sign }];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(closing)] };
    if year < closing && (scope.fits(&equation) || scope.is_likely_slip(&equation)) {
        out.relation(relation(scope, "F01", equation, false));
    }
}

/// 当期结存10.92亿元，累计结存75.90亿元（年初64.98亿元）: what there was in the bracket behind what there is.
fn told_aside(scope: &Scope, sentence: usize, out: &mut Sink) {
    const YEAR: [&str; 7] = ["当期结存", "当期结余", "本年结余", "当年结余", "本年结存", "当年结存", "收支结余"];
    let facts = scope.facts;
    let opens =
        |f: &Fact| f.left.mentions_any(&["年初", "期初", "上年末", "上年底"]) && f.is_level() && f.figure.is_plain();
    for closing in facts.pick(facts.in_sentence(sentence), |f| named(f, &CLOSING)) {
        let Some(end) = facts.get(closing) else { continue };
        let aside = |f: &Fact| opens(f) && f.is_like(end) && f.place.bracket == Some(end.range.end);
        let Some(opening) = Some(closing + 1).filter(|next| facts.get(*next).is_some_and(aside)) else { continue };
        let left = |f: &Fact| amount(f) && f.is_like(end) && f.left.ends_with_any(&YEAR);
        let Some(year) = facts.pick(facts.in_sentence(sentence).start..closing, left).next_back() else { continue };
        let parts = vec![Term::plus(opening), Term::plus(year)];
        let equation = Equation::Sum { parts, whole: vec![Term::plus(closing)] };
        if scope.fits(&equation) || year + 1 == closing && scope.is_stated_slip(&equation) {
            out.relation(relation(scope, "F01", equation, true));
        }
    }
}

/// What came and what went, between what there was and what there is.
fn stock(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let closes = |f: &Fact| named(f, &CLOSING) && !opens(f) || amount(f) && f.role == Role::To;
    // 现有 is what there is: at the end where the words name a beginning, else at the beginning.
    let present = |f: &Fact| amount(f) && f.left.ends_with_any(&PRESENT);
    // 2021年末余额7.45亿元，2022年动用…，年末余额5.97亿元: the end of the year before is the beginning.
    let earlier = || {
        let ends = |f: &Fact| named(f, &["年末", "年底"]) && f.flow().is_none();
        let mut both = facts.pick(facts.in_sentence(sentence), ends);
        let (first, last) = (both.next()?, both.next()?);
        let dated = |id: usize| facts.get(id).map(|f| Period::of(&f.left));
        let year = matches!(dated(first)?, Period::Year(_)) && dated(first) != dated(last);
        (both.next().is_none() && year).then_some(first)
    };
    let opening = only(scope, sentence, opens).or_else(|| only(scope, sentence, present)).or_else(earlier);
    let Some(opening) = opening else { return };
    let Some(start) = facts.get(opening) else { return };
    let ends = |f: &Fact| f.is_like(start) && f.range != start.range;
    let closing =
        only(scope, sentence, |f| closes(f) && ends(f)).or_else(|| only(scope, sentence, |f| present(f) && ends(f)));
    let Some(closing) = closing else { return };
    let mut flows: Vec<Term> = Vec::new();
    for id in
        facts.pick(facts.in_sentence(sentence).start..closing.max(opening), |f| f.is_like(start) && f.place.depth == 0)
    {
        let joined = id.checked_sub(1).is_some_and(|last| {
            flows.last().is_some_and(|t| t.fact == last) && facts.between(last, id).starts_with('、')
        });
        let inherited = flows.last().map(|t| t.sign).filter(|_| joined);
        if let Some(sign) =
            facts.get(id).and_then(|f| f.flow().or_else(|| net(f))).or(inherited).filter(|_| id != opening)
        {
            flows.push(Term { fact: id, sign });
        }
    }
    let span = facts.span(&[opening, closing]);
    let known = |r: &Relation| {
        // Hundreds of sentences ask this of each other's relations.
        let near = r.range.start <= span.start && span.end <= r.range.end;
        near && [opening, closing].iter().all(|id| r.equation.all().contains(id))
    };
    if out.stated_by(super::RULE.name).any(known) {
        return;
    }
    let ways = |sign: i8| flows.iter().any(|t| t.sign == sign);
    if !ways(1) && !ways(-1) {
        return;
    }
    let readings = readings(scope, (sentence, start), (opening, closing), &flows);
    // 解除189人，收监执行2人: what the words do not say to have come or gone may have done so all the same.
    let known = |id: &usize| [opening, closing].contains(id) || flows.iter().any(|t| t.fact == *id);
    let other = |f: &Fact| amount(f) && f.is_like(start) && f.place.depth == 0;
    let alone = facts.pick(opening.min(closing)..closing.max(opening), other).all(|id| known(&id));
    let slip = || {
        readings.iter().find(|e| alone && (ways(1) && ways(-1) && scope.is_stated_slip(e) || scope.is_likely_slip(e)))
    };
    if let Some(found) = readings.iter().find(|e| scope.fits(e)).or_else(slip).cloned() {
        out.relation(Relation { kind: Kind::Difference, ..relation(scope, "F01", found, true) });
    }
}

/// What can have come and gone between what there was and what there is, of the flows that a sentence tells.
fn readings(
    scope: &Scope,
    (sentence, start): (usize, &Fact),
    (opening, closing): (usize, usize),
    flows: &[Term],
) -> Vec<Equation> {
    let facts = scope.facts;
    // 收入88万元。支出126万元，上年结余11万元，…，年终结余: what came in stands at the head of the sentence before.
    let income = sentence.checked_sub(1).and_then(|s| {
        let head = |f: &Fact| {
            amount(f) && f.is_like(start) && f.place.paragraph == start.place.paragraph && f.left.ends_with("收入")
        };
        facts.pick(facts.in_sentence(s), head).next()
    });
    let equation = |income: Option<usize>, flows: &[Term]| {
        let first = [Some(opening), income].into_iter().flatten().map(Term::plus);
        Equation::Sum { parts: first.chain(flows.iter().copied()).gather(), whole: vec![Term::plus(closing)] }
    };
    // 招录12人、退休10人，净增2人: what came and went on balance, told behind both, is told twice.
    let on_balance = |t: &Term| facts.get(t.fact).is_some_and(|f| net(f).is_some());
    let gross: Vec<Term> = flows.iter().copied().filter(|t| !on_balance(t)).gather();
    let twice = !gross.is_empty() && gross.len() < flows.len();
    // 新制发规章2件、规范性文件14件，…，规范性文件由131件变为136件: what came first may be of another stock.
    let later = (0..flows.len()).map(|skip| equation(None, flows.get(skip..).unwrap_or_default()));
    let with_income = income.map(|income| equation(Some(income), flows));
    twice.then(|| equation(None, &gross)).into_iter().chain(later).chain(with_income).gather()
}
