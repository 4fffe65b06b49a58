//! A02: a list of paragraphs with one mark below a line that ends in ：, one total for each of their columns: ——甲收案102件，结案98件；

use super::items::goes_on;
use super::list::tells_main;
use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many paragraphs a list has at least, and at most.
const ITEMS: std::ops::RangeInclusive<usize> = 3..=40;
/// How many amounts of each are looked at.
const COLUMNS: usize = 4;

/// States every column that adds up to an amount of the lines above or of the total below, a slip aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let mut heading = 0;
    while heading < scope.facts.text.paragraphs().len() {
        let last = if opens(scope, heading) { end(scope, heading) } else { heading };
        let items: Vec<Vec<usize>> = (heading + 1..=last).map(|at| levels(scope, at)).gather();
        if ITEMS.contains(&items.len()) {
            columns(scope, (heading, last), &items, out);
        }
        if last == heading {
            unmarked(scope, heading, out);
            if opens(scope, heading) {
                lined(scope, heading, out);
            }
        }
        heading = last.max(heading + 1);
    }
}

/// 下达补助264万元，予以公告。↵甲县：补助资金124万元；↵乙县：…: paragraphs of a name, a colon and one amount each, which make the last
/// amount of the line above to the last digit.
fn unmarked(scope: &Scope, heading: usize, out: &mut Sink) {
    let facts = scope.facts;
    let bare = |at: usize| facts.text.paragraphs().get(at).is_some_and(|p| p.marker.is_none());
    let told = |at: usize| bare(at) && !facts.in_paragraph(at).is_empty();
    if !(heading + 1..=heading + ITEMS.start()).all(told) {
        return;
    }
    let Some(whole) = levels(scope, heading).last().copied() else { return };
    let item = |at: usize| {
        let p = facts.text.paragraphs().get(at).filter(|p| p.marker.is_none())?;
        let [one] = levels(scope, at).try_into().ok()?;
        let (first, total) = (facts.get(one)?, facts.get(whole)?);
        let colon = facts.text.words(p.range.start..first.range.start).contains('：');
        (colon && first.is_like(total)).then_some(one)
    };
    let parts: Vec<usize> = (heading + 1..).map_while(item).take(*ITEMS.end()).gather();
    if ITEMS.contains(&parts.len()) && scope.adds_up(&parts, whole) {
        let equation = sum(&parts, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A02", kind_of(scope, whole), equation, range, true));
    }
}

/// 完成审计项目35个，按类型分：↵甲类6个，↵乙类11个，↵…: paragraphs of a name and one amount each, below a line that announces a division or with the
/// rest for the last of them, which are all of an amount of that line, a slip aside.
fn lined(scope: &Scope, heading: usize, out: &mut Sink) {
    let facts = scope.facts;
    let words =
        |at: usize| facts.text.paragraphs().get(at).map_or("", |p| facts.text.words(p.range.clone()).trim_end());
    let above = levels(scope, heading);
    let item = |at: usize| {
        let p = facts.text.paragraphs().get(at).filter(|p| p.marker.is_none())?;
        let [one] = levels(scope, at).try_into().ok()?;
        let fact = facts.get(one).filter(|f| f.label.own && facts.in_paragraph(at).len() == 1)?;
        let bare = facts.text.words(fact.range.end..p.range.end.max(fact.range.end)).trim();
        matches!(bare, "；" | "，" | "。" | "").then_some(one)
    };
    let mut parts: Vec<usize> = Vec::new();
    for at in (heading + 1..).take(*ITEMS.end()) {
        let Some(one) = item(at) else { break };
        parts.push(one);
        if words(at).ends_with('。') {
            break;
        }
    }
    if parts.is_empty() {
        parts = one_line(scope, heading + 1);
    }
    let last = parts.last().and_then(|id| facts.get(*id)).is_some_and(|f| f.left.starts_with_any(&["其他", "其余"]));
    let clause = words(heading).rsplit(['，', '。', '；']).next().unwrap_or_default();
    let divided = clause.starts_with(['按', '从', '分']) && clause.ends_with_any(&["分：", "看：", "划分：", "分类："]);
    if !ITEMS.contains(&parts.len()) || !last && !divided || parts.iter().any(|id| out.added_up(*id).next().is_some()) {
        return;
    }
    let like =
        |whole: &usize| parts.iter().all(|p| facts.get(*p).zip(facts.get(*whole)).is_some_and(|(p, w)| p.is_like(w)));
    let wholes: Vec<usize> = above.into_iter().filter(like).gather();
    let made = |test: &dyn Fn(&Equation) -> bool| wholes.iter().rev().copied().find(|w| test(&sum(&parts, *w)));
    if let Some(whole) = made(&|e| scope.fits(e)).or_else(|| made(&|e| scope.is_stated_slip(e))) {
        let equation = sum(&parts, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A02", kind_of(scope, whole), equation, range, true));
    }
}

/// 甲类6个，乙类11个，…: the amounts of a paragraph of one sentence, one in each of its clauses.
fn one_line(scope: &Scope, paragraph: usize) -> Vec<usize> {
    let facts = scope.facts;
    let all = levels(scope, paragraph);
    let places = || all.iter().filter_map(|id| facts.get(*id)).map(|f| (f.place.sentence, f.place.clause));
    let Some((first, last)) = places().next().zip(places().next_back()) else { return all };
    let each =
        first.0 == last.0 && last.1 - first.1 + 1 == all.len() && all.len() == facts.in_paragraph(paragraph).len();
    if each { all } else { Vec::new() }
}

fn opens(scope: &Scope, paragraph: usize) -> bool {
    let text = &scope.facts.text;
    let end = text.paragraphs().get(paragraph).and_then(|p| p.range.end.checked_sub(1));
    end.and_then(|at| text.at(at)) == Some('：')
}

/// What a paragraph begins with: the level of its number, or the character that marks it.
fn mark(scope: &Scope, paragraph: usize) -> Option<(Option<u8>, char)> {
    const MARKS: [char; 11] = ['—', '●', '•', '▲', '◆', '■', '·', '○', '※', '★', '-'];
    let p = scope.facts.text.paragraphs().get(paragraph)?;
    match p.marker {
        Some(marker) => Some((Some(marker.level), ' ')),
        None => scope.facts.text.at(p.range.start).filter(|c| MARKS.contains(c)).map(|c| (None, c)),
    }
}

/// The last paragraph of the list below a line.
fn end(scope: &Scope, heading: usize) -> usize {
    let first = mark(scope, heading + 1);
    // A heading with a number of its kind is no line above a list.
    if first.is_none() || mark(scope, heading) == first {
        return heading;
    }
    let more = (heading + 1..).take(*ITEMS.end());
    more.take_while(|at| mark(scope, *at) == first && !levels(scope, *at).is_empty()).last().unwrap_or(heading)
}

fn levels(scope: &Scope, paragraph: usize) -> Vec<usize> {
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.is_level() && f.figure.is_plain() && f.place.depth == 0 && !f.period.is_past(facts.year) && !f.is_for_each()
    };
    facts.pick(facts.in_paragraph(paragraph), level).gather()
}

fn columns(scope: &Scope, (heading, last): (usize, usize), items: &[Vec<usize>], out: &mut Sink) {
    let facts = scope.facts;
    let even = items.windows(2).all(|pair| matches!(pair, [a, b] if a.len() == b.len()));
    let above = levels(scope, heading);
    let above = if above.is_empty() { levels(scope, heading.saturating_sub(1)) } else { above };
    let total = facts.text.paragraphs().get(last + 1).map_or(0, |p| p.range.start);
    let closes = ["小计", "合计", "总计", "共计"].iter().any(|w| facts.text.has(total, w));
    let below = if closes { levels(scope, last + 1) } else { Vec::new() };
    for column in 0..if even { COLUMNS } else { 1 } {
        let Some(parts) = items.iter().map(|item| item.get(column).copied()).gather_all() else {
            return;
        };
        let like = |whole: &usize| {
            parts.iter().all(|p| facts.get(*p).zip(facts.get(*whole)).is_some_and(|(p, w)| p.is_like(w)))
        };
        // A total below stands in the column of its items.
        let mut wholes: Vec<usize> = below.get(column).into_iter().chain(above.iter().rev()).copied().gather();
        wholes.retain(like);
        // What the list is known to add up to, here or where it is said again.
        let value = |id: usize| facts.base_value(id);
        let known =
            |whole: &usize| out.added_up(parts.first().copied().unwrap_or(*whole)).any(|w| value(w) == value(*whole));
        let fits = wholes.iter().copied().find(|w| scope.fits(&sum(&parts, *w)));
        // 主要项目完成情况如下：: a list of the main ones need not be all.
        let main = facts.text.paragraphs().get(heading).is_some_and(|p| tells_main(facts.text.words(p.range.clone())));
        // 5.进口环节税8886亿元。关税1497亿元: nor where a paragraph goes on with another item.
        let further = !even && parts.iter().any(|part| goes_on(scope, *part));
        let slip = || wholes.iter().copied().find(|w| !main && !further && scope.is_likely_slip(&sum(&parts, *w)));
        if let Some(whole) = fits.or_else(slip).filter(|w| !known(w)) {
            let equation = sum(&parts, whole);
            let range = facts.span(&equation.all());
            out.relation(relation("A02", kind_of(scope, whole), equation, range, fits.is_some()));
        }
    }
}
