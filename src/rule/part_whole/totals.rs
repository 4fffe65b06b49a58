//! A04, A03: a total at the end of its list: 甲2.10万元，乙1.30万元，共计3.40万元.

use super::{is_near, kind_of, relation, sum};
use crate::fact::{Fact, Role};
use crate::rule::{Scope, Sink};

/// Words that announce a total.
const WORDS: [&str; 10] = ["共计", "合计", "总计", "共", "合计为", "共计为", "总计为", "总额为", "共为", "累计"];

/// States every total that ends its list.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in 0..facts.list.len() {
        let total = facts.get(whole).filter(|f| f.role == Role::Level && f.is_amount() && f.figure.is_plain());
        let Some(fact) = total.filter(|f| announces(f)) else { continue };
        let sentence = facts.in_sentence(fact.place.sentence).start..whole;
        let parts: Vec<usize> = facts
            .pick(sentence.clone(), |f| {
                f.role == Role::Level && f.is_like(fact) && f.place.depth == fact.place.depth && f.figure.is_plain()
            })
            .collect();
        let runs = runs(scope, fact, &parts);
        let runs = || runs.iter().map(|run| (sum(run, whole), run.clone()));
        let claimed = is_whole_list(scope, sentence.start, whole, &parts).then(|| (sum(&parts, whole), parts.clone()));
        let chosen = runs()
            .find(|(equation, _)| scope.fits(equation))
            .or_else(|| runs().find(|(equation, _)| scope.is_slip(equation)))
            .or(claimed);
        if let Some((equation, run)) = chosen.filter(|(_, run)| run.len() >= 2) {
            let from = run.first().and_then(|id| facts.get(*id)).map_or(fact.range.start, |f| f.range.start);
            out.relation(relation("A04", kind_of(scope, whole), equation, from..fact.range.end, true));
        }
    }
}

fn announces(fact: &Fact) -> bool {
    WORDS
        .iter()
        .any(|w| fact.left == *w || fact.left.ends_with(w) && fact.left.chars().count() <= w.chars().count() + 6)
}

/// The list ends at the total; where it begins, the sum itself has to say. It may begin with the head of the sentence
/// before: 本年收入合计2104万元，其中…。使用结余3.13万元，年初结转47.30万元，收入总计….
fn runs(scope: &Scope, fact: &Fact, parts: &[usize]) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let mut runs: Vec<Vec<usize>> =
        (0..parts.len().saturating_sub(1)).filter_map(|from| parts.get(from..)).map(<[usize]>::to_vec).collect();
    let start = facts.in_sentence(fact.place.sentence).start;
    let head = facts
        .pick(facts.in_paragraph(fact.place.paragraph).start..start, |f| {
            f.is_level() && f.is_like(fact) && f.place.depth == 0 && f.figure.is_plain()
        })
        .next();
    runs.extend(head.map(|head| [&[head], parts].concat()));
    runs
}

/// Whether the words leave no other reading: the sentence has nothing but named amounts, and 共计 directly behind them.
fn is_whole_list(scope: &Scope, start: usize, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let said = total.left.trim_end_matches(['为', '是']);
    let bare = ["共计", "合计", "总计", "共"].contains(&said) || said.ends_with("项合计") || said.ends_with("项共计");
    let others =
        facts.pick(start..whole, |f| f.place.depth > 0 || !f.is_amount() || f.role != Role::Level || f.is_like(total));
    let words = facts.get(start).map_or(String::new(), |f| {
        let from = facts.clauses.sentences().get(f.place.sentence).map_or(f.range.start, |s| s.start);
        facts.text.words(from..total.range.start)
    });
    let nested =
        ["其中", "包括", "含", "共", "比", "较", "等"].iter().any(|w| words.trim_end_matches(said).contains(w));
    let one_segment = parts.iter().all(|id| facts.get(*id).is_some_and(|f| f.place.segment == total.place.segment));
    // A count of names may open the list: 三个项目分别安排….
    // 12个乡镇、8个街道，共25个基层平台: what is counted together may be more than what was counted.
    let same = !total.figure.unit.is_whole() || total.right.is_empty();
    bare && same && others.count() == parts.len() && !nested && one_segment && is_near(scope, parts, whole)
}
