//! One share of several amounts: 上述六市场合计占进出口总值的68.4%, 前三类合计占比97.90%.

use super::part::inside;
use super::{RULE, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// The words that take several amounts together.
const TOGETHER: [&str; 9] = ["上述", "以上", "合计", "两者", "三者", "二者", "合起来", "加起来", "相加"];
/// How many amounts are taken together at most.
const MOST: usize = 12;

/// How many the words say they are: 前两项, 三者, 上述六市场.
fn said(head: &str) -> Option<usize> {
    const HAN: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let count = |c: char| match c {
        '两' => Some(2),
        _ => c
            .to_digit(10)
            .and_then(|d| usize::try_from(d).ok())
            .or_else(|| HAN.iter().position(|h| *h == c).map(|at| at + 1)),
    };
    let behind = ["前", "上述", "以上"].iter().find_map(|w| head.rsplit_once(w)).and_then(|(_, t)| t.chars().next());
    let kinds = ["合计", "合起来", "加起来", "相加"].iter().fold(head, |head, words| head.trim_end_matches(words));
    let kinds = kinds.trim_end_matches(['合', '共']);
    let before =
        ['者', '类', '项', '种'].iter().find_map(|k| kinds.strip_suffix(*k)).and_then(|h| h.chars().next_back());
    behind.or(before).and_then(count).filter(|n| (2..=MOST).contains(n))
}

/// How many characters a head has that says no more than how many they are: 两项.
const COUNT: usize = 2;

/// The rows of amounts that can be meant, the likeliest first.
fn rows(scope: &Scope, id: usize, head: &str) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return Vec::new() };
    // 丙、丁两类合计占: the number of kinds is no amount of theirs.
    let kinds = |f: &Fact| f.place.clause == rate.place.clause && f.right.contains('占');
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth <= rate.place.depth && !kinds(f);
    let paragraph: Vec<usize> = facts.pick(facts.in_paragraph(rate.place.paragraph).start..id, level).gather();
    let last = |n: usize| paragraph.get(paragraph.len() - n..).map(<[usize]>::to_vec);
    let like = |row: &Vec<usize>| {
        let first = row.first().and_then(|f| facts.get(*f));
        first.is_some_and(|first| row.iter().all(|p| facts.get(*p).is_some_and(|f| f.is_like(first))))
    };
    let beside = id.checked_sub(1).map(|last| facts.row(last).filter(|l| paragraph.contains(l)).gather());
    if let Some(row) = beside.filter(|row| row.len() > 1 && said(head).is_none()) {
        return vec![row];
    }
    let Some(count) = said(head) else {
        return (2..=paragraph.len().min(MOST)).filter_map(last).filter(like).gather();
    };
    let sentence = facts.in_sentence(rate.place.sentence).start;
    let here: Vec<usize> = paragraph.iter().copied().filter(|l| *l >= sentence).gather();
    let mut out: Vec<Vec<usize>> = here.windows(count).map(<[usize]>::to_vec).gather();
    if !head.contains('前') {
        out.reverse();
    }
    out.splice(0..0, named(scope, &paragraph, head));
    out.extend((count <= paragraph.len()).then(|| last(count)).flatten());
    out.retain(like);
    out
}

/// What a row can be a share of: what the words name, else what its first amount is a part of, else the heads before it.
fn wholes(scope: &Scope, id: usize, phrase: &str, row: &[usize], out: &Sink) -> Vec<usize> {
    let facts = scope.facts;
    let Some((first, own)) = row.first().and_then(|f| facts.get(*f).map(|own| (*f, own))) else { return Vec::new() };
    // 两项占全部扣分7.2分的68%: what stands in the words is what they name.
    let mut all: Vec<usize> = inside(scope, id).into_iter().gather();
    if all.is_empty() {
        all.extend(facts.named(phrase, id, first).into_iter().take(3));
    }
    if all.is_empty() {
        all.extend(out.shared_by(first));
        all.extend(out.wholes_of(first));
        let paragraph = facts.in_paragraph(own.place.paragraph).start..first;
        let like = |f: &Fact| f.is_level() && f.is_like(own) && f.place.depth == 0;
        all.extend(facts.pick(paragraph.clone(), like).next_back());
        all.extend(facts.pick(paragraph.clone(), like).next());
        // 东站31人、西站27人，合计58人。…两者共占24.7%: what others of the paragraph were found to make.
        all.extend(facts.pick(paragraph, like).rev().find(|w| out.sums_to(*w).next().is_some()));
    }
    all.retain(|w| !row.contains(w) && facts.get(*w).is_some_and(|f| f.is_like(own) && f.figure.is_plain()));
    all
}

/// How many paragraphs back a whole may stand that only the figures speak for.
const REACH: usize = 3;

/// 三者合计占捐赠总量的72.32%: an amount further back that bears out a rate of digits enough.
fn of_far(scope: &Scope, id: usize, head: &str, rate: &Fact) -> Option<(usize, Equation)> {
    let facts = scope.facts;
    // Of three digits chance makes some row fit, but hardly the nearest.
    let rows_asked = match rate.figure.digits() {
        _ if said(head).is_none() => 0,
        0..=2 => 0,
        3 => 1,
        _ => usize::MAX,
    };
    let start = facts.in_paragraph(rate.place.paragraph.saturating_sub(REACH)).start;
    rows(scope, id, head).into_iter().take(rows_asked).find_map(|row| {
        let first = row.first().copied()?;
        let like = |f: &Fact| f.is_level() && facts.get(first).is_some_and(|own| own.is_like(f)) && f.figure.is_plain();
        let part: Vec<Term> = row.iter().map(|p| Term::plus(*p)).gather();
        let share = |whole: usize| {
            let whole = vec![Term::plus(whole)];
            Equation::Rate { part: part.clone(), whole, less_one: false, sign: 1, rate: id }
        };
        facts.pick(start..first, like).rev().map(share).find(|e| scope.fits(e)).map(|e| (first, e))
    })
}

/// 社区支出为68.4%，住房支出为25.3%，两类共占93.7%: as many shares of the sentence as the words say, which bear the last one out or are
/// all that it has.
fn of_shares(scope: &Scope, id: usize, head: &str) -> Option<Equation> {
    let facts = scope.facts;
    let (rate, count) = facts.get(id).zip(said(head))?;
    let share = |f: &Fact| {
        let level = matches!(f.role, Role::Share | Role::Other | Role::Ratio);
        level && f.figure.unit.base == rate.figure.unit.base && f.figure.is_plain() && f.place.depth == rate.place.depth
    };
    let shares: Vec<usize> = facts.pick(facts.in_sentence(rate.place.sentence).start..id, share).gather();
    let last = shares.get(shares.len().checked_sub(count)?..)?;
    let equation = Equation::Sum { parts: last.iter().copied().map(Term::plus).gather(), whole: vec![Term::plus(id)] };
    (scope.fits(&equation) || shares.len() == count && scope.is_stated_slip(&equation)).then_some(equation)
}

/// 满意和基本满意合占: the amounts before a share that bear the very names before 合 or 共.
fn joined(scope: &Scope, id: usize, head: &str) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let names = head.strip_suffix("合计").or_else(|| head.strip_suffix(['合', '共']))?;
    let before = facts.in_paragraph(rate.place.paragraph).start.max(id.saturating_sub(MOST))..id;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth <= rate.place.depth;
    // 其中高血压1186人、糖尿病654人，高血压与糖尿病患者合占: the noun of all may stand once behind the names.
    let bears = |f: &Fact, name: &str| {
        let own = f.left.trim_start_matches("其中").trim_matches(JOINTS);
        own == name || own.chars().count() >= 2 && name.starts_with(own)
    };
    let named = |name: &str| facts.pick(before.clone(), |f| level(f) && bears(f, name)).next_back();
    let row: Vec<usize> = names.split(JOINTS).map(named).gather_all()?;
    (row.len() > 1 && row.is_sorted_by(|a, b| a < b)).then_some(row)
}

/// What stands between the names of a row.
const JOINTS: [char; 5] = ['、', '和', '与', '及', '加'];

/// 药品和材料两项合起来占: the amounts of the paragraph whose names the words repeat, where they are as many as the words say.
fn named(scope: &Scope, levels: &[usize], head: &str) -> Option<Vec<usize>> {
    let is_named = |id: &usize| {
        let key = scope.facts.get(*id).map_or("", |f| f.label.key.trim_end_matches(['费', '款', '金']));
        key.chars().count() >= 2 && head.contains(key)
    };
    let near = levels.get(levels.len().saturating_sub(MOST)..)?;
    let row: Vec<usize> = near.iter().copied().filter(is_named).gather();
    (said(head) == Some(row.len())).then_some(row)
}

/// The words before 占 that may take several amounts together.
fn head_of<'a>(scope: &'a Scope, id: usize, rate: &'a Fact) -> Option<&'a str> {
    let facts = scope.facts;
    // 两项占全部扣分7.2分的68%: the words may stand before the whole.
    let base = inside(scope, id).and_then(|base| facts.get(base));
    let (head, _) = rate.left.rsplit_once('占').or_else(|| base?.left.rsplit_once('占'))?;
    // 两类共占: what is counted is a figure itself, and the words go on before it.
    let clause = facts.clauses.clauses().get(rate.place.clause).map_or(rate.range.start, |c| c.start);
    let whole = facts.text.words(clause..rate.range.start.max(clause));
    let short = ["共", "合", "合计", "合起来"].contains(&head);
    let counts = |all: &str| head.is_empty() && all.chars().count() == COUNT;
    Some(whole.rsplit_once('占').map_or(head, |(all, _)| if short || counts(all) { all } else { head }))
}

/// States the share of several amounts, or says that it was not checked; false where the words take none together.
pub(super) fn state(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    // 二者占比分别为57%和43%: each has its own.
    let Some(rate) = facts.get(id).filter(|_| facts.row(id).len() == 1) else { return false };
    let Some(head) = head_of(scope, id, rate) else { return false };
    // 两类共占, 两项占
    let counted = said(head).is_some() && (head.ends_with(['共', '合']) || head.chars().count() == COUNT);
    let joined = joined(scope, id, head);
    if !counted && joined.is_none() && !head.mentions_any(&TOGETHER) {
        // 甲与乙合占: a share of both is of neither, whether or not the two are found.
        let both = head.strip_suffix('合').is_some_and(|names| names.contains(JOINTS));
        if both {
            out.unchecked(RULE.name, "B01", facts.span(&[id]), vec![id], Reason::NoBase);
        }
        return both;
    }
    // 三项支出各a、b、c，合计占: a row right before the share is meant as it stands.
    let definite =
        said(head).is_some() || joined.is_some() || id.checked_sub(1).is_some_and(|last| facts.row(last).len() > 1);
    let mut equations = Vec::new();
    let named = joined.is_some();
    for row in joined.map_or_else(|| rows(scope, id, head), |row| vec![row]) {
        for whole in wholes(scope, id, phrase, &row, out) {
            let part = row.iter().map(|p| Term::plus(*p)).gather();
            let equation = Equation::Rate { part, whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate: id };
            equations.push((row.first().copied().unwrap_or(id), equation));
        }
    }
    let slip = || equations.iter().find(|(_, e)| definite && scope.is_likely_slip(e));
    // 前三类 are the first of their sentence, and what they are a part of stands first.
    let first = || equations.first().filter(|(_, e)| named || head.contains('前') && scope.is_stated_slip(e));
    // 分别为a、b、c，上述三者占: a row of as many as the words say.
    let counted = || {
        let row = |from: usize| facts.row(from).len() > 1 && Some(facts.row(from).len()) == said(head);
        equations.iter().find(|(from, e)| row(*from) && scope.is_stated_slip(e))
    };
    let far = || of_far(scope, id, head, rate);
    let found = equations.iter().find(|(_, e)| scope.fits(e)).cloned().or_else(far);
    let found = found.or_else(|| slip().or_else(first).or_else(counted).cloned());
    if let Some(equation) = found.is_none().then(|| of_shares(scope, id, head)).flatten() {
        let range = facts.span(&equation.all());
        out.relation(relation("B01", Kind::Share, equation, range, true));
        return true;
    }
    match found {
        Some((first, equation)) => {
            let from = facts.get(first).map_or(rate.range.start, |f| f.range.start);
            out.relation(relation("B01", Kind::Share, equation, from..rate.range.end, true));
        }
        None => out.unchecked(RULE.name, "B01", rate.range.clone(), vec![id], Reason::Ambiguous),
    }
    true
}
