//! Readings that are likelier wrong than the text: what is far off, unexplained, and could be of another amount of the sentence.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use gouji::document::Document;
use gouji::fact::Facts;
use gouji::finding::{Judged, doubt, judge_all};
use gouji::relation::{Equation, Kind, Relation, Source, Term, Verdict};
use gouji::text::LogicalText;

fn facts(text: &str) -> Facts {
    let document = Document::of_text(text);
    Facts::of(LogicalText::of(&document.text, &document.blocks), &document.tables)
}

/// The share of one figure in another, by their numbers, as some rule may have read it.
fn share(part: usize, whole: usize, rate: usize) -> Relation {
    let equation =
        Equation::Rate { part: vec![Term::plus(part)], whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate };
    let (rule, cue, kind, source) = ("share", "B01", Kind::Share, Source::Asserted);
    Relation { rule, cue, kind, source, equation, range: 0..1, sure: true, warning: "W02" }
}

fn set_apart(text: &str, relations: Vec<Relation>) -> (Vec<Judged>, Vec<Judged>) {
    let facts = facts(text);
    doubt::set_apart(judge_all(relations, &facts), &facts)
}

// 0: 620, 1: 155, 2: 88, 3: the rate.
const TEXT: &str = "辖区有商户620家，检查155家，其中整改88家，占";

#[test]
fn a_share_that_another_amount_bears_out_or_all_but_is_of_that_one_and_never_more_than_a_suspect() {
    // 88 ÷ 620 = 14.19 %, a fourth of 56.77 % = 88 ÷ 155.
    for (rate, verdict) in [("56.77%", Verdict::Rounded), ("57.67%", Verdict::Inconsistent)] {
        let (kept, left) = set_apart(&format!("{TEXT}{rate}。"), vec![share(2, 0, 3)]);
        assert_eq!((kept.len(), left.len()), (1, 0));
        let only = kept.first().expect("the share");
        assert_eq!((only.verdict, only.relation.sure, only.facts.as_slice()), (verdict, false, [2, 1, 3].as_slice()));
    }
}

#[test]
fn what_is_stated_already_is_not_said_twice() {
    let (kept, left) = set_apart(&format!("{TEXT}56.77%。"), vec![share(2, 0, 3), share(2, 1, 3)]);
    let facts: Vec<&[usize]> = kept.iter().map(|j| j.facts.as_slice()).collect();
    assert_eq!((facts.as_slice(), left.len()), ([[2, 1, 3].as_slice()].as_slice(), 0));
}

#[test]
fn a_share_that_nothing_near_bears_out_is_left_open() {
    let (kept, left) = set_apart(&format!("{TEXT}98.30%。"), vec![share(2, 0, 3)]);
    assert_eq!((kept.len(), left.len()), (0, 1));
}

#[test]
fn a_share_that_is_near_or_whose_slip_is_plain_stays_a_fault() {
    // 88 ÷ 620 = 14.19 %: 21.4 % is no slip, but near; 74.19 % is one digit off.
    for rate in ["21.40%", "74.19%"] {
        let (kept, left) = set_apart(&format!("{TEXT}{rate}。"), vec![share(2, 0, 3)]);
        let verdicts: Vec<Verdict> = kept.iter().map(|j| j.verdict).collect();
        assert_eq!((verdicts.as_slice(), left.len()), ([Verdict::Inconsistent].as_slice(), 0), "{rate}");
    }
}

#[test]
fn a_share_beside_which_nothing_else_could_be_meant_stays_a_fault() {
    let (kept, left) = set_apart("检查商户620家，其中整改88家，占98.30%。", vec![share(1, 0, 2)]);
    assert_eq!((kept.len(), left.len()), (1, 0));
}

#[test]
fn what_a_reader_is_shown_names_the_amount_that_was_meant() {
    // 206.74 ÷ (4128.60 − 206.74) = 5.27 %; of the last part it would be 19 %.
    let text =
        "全年支出合计4128.60万元，其中人员支出2846.20万元、公用支出1282.40万元，比上年增加206.74万元，增长5.17%。";
    let report = gouji::check(text);
    let messages: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
    assert!(matches!(messages.as_slice(), [one] if one.contains("4128.60 − 206.74")), "{messages:?}");
}
