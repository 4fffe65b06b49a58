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
fn what_is_more_than_a_hundred_times_off_is_open_whatever_its_words() {
    // 880元 ÷ 620万元 is no share of anything; 88万元 ÷ 620万元 = 14.19 %.
    let read = |text: &str| {
        let (kept, left) = set_apart(text, vec![share(1, 0, 2)]);
        (kept.len(), left.len())
    };
    assert_eq!(read("支出620万元。其中甲费每户880元，占98.30%。"), (0, 1));
    assert_eq!(read("支出620万元。其中甲费88万元，占98.30%。"), (1, 0));
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

/// A rate of another kind than share or growth, as a rule of rates may have read it.
fn ratio(part: usize, whole: usize, rate: usize) -> Relation {
    Relation { rule: "completion", cue: "B08", kind: Kind::Ratio, ..share(part, whole, rate) }
}

/// The growth of one amount over another.
fn growth(part: usize, base: usize, rate: usize, sign: i8) -> Relation {
    let equation =
        Equation::Rate { part: vec![Term::plus(part)], whole: vec![Term::plus(base)], less_one: true, sign, rate };
    Relation { rule: "growth", cue: "D01", kind: Kind::Growth, equation, ..share(part, base, rate) }
}

#[test]
fn a_rate_whose_words_do_not_name_its_base_and_that_no_slip_explains_is_a_suspect_or_left_open() {
    // 88 ÷ 155 = 56.77 %.
    let text = |rate: &str| format!("检查商户155家，整改88家，整改到位率{rate}。");
    let found = |relation: Relation, rate: &str| {
        let (kept, left) = set_apart(&text(rate), vec![relation]);
        (kept.first().map(|j| (j.verdict, j.relation.sure)), left.len())
    };
    assert_eq!(found(ratio(1, 0, 2), "56.77%"), (Some((Verdict::Rounded, true)), 0));
    assert_eq!(found(ratio(1, 0, 2), "57.67%"), (Some((Verdict::Inconsistent, true)), 0), "a slip explains it");
    assert_eq!(found(ratio(1, 0, 2), "61.35%"), (Some((Verdict::Inconsistent, false)), 0), "near");
    assert_eq!(found(ratio(1, 0, 2), "8.14%"), (None, 1), "far off");
    assert_eq!(found(share(1, 0, 2), "61.35%"), (Some((Verdict::Inconsistent, true)), 0), "a share says whose it is");
}

#[test]
fn a_change_that_was_read_for_what_it_changed_to_is_a_change() {
    // 108.4 ÷ 2710 = 4.00 %.
    let (kept, left) = set_apart("与上年的2710万元相比，支出多108.4万元，上升4%。", vec![growth(1, 0, 2, 1)]);
    assert_eq!((kept.len(), left.len()), (1, 0));
    assert!(kept.iter().all(Judged::holds), "{kept:?}");
    // 2818.4 ÷ 2710 = 104.00 %: who writes that for 4 % made a fault.
    let (kept, left) = set_apart("与上年的2710万元相比，支出2818.4万元，增长104%。", vec![growth(1, 0, 2, 1)]);
    assert_eq!((kept.iter().filter(|j| j.fails()).count(), left.len()), (1, 0));
    // 1 − 4.5 ÷ 12.5 = 64 %, and 36 % is what is left: 4.5 is what it came to, whatever the rate says.
    let (kept, left) = set_apart("办理时间由12.5天压缩到4.5天，缩短36%。", vec![growth(1, 0, 2, -1)]);
    assert_eq!((kept.iter().filter(|j| j.fails()).count(), left.len()), (1, 0));
    // Over the budget by 44.8 of 2800: carried out by 101.6 %.
    let (kept, left) = set_apart("预算2800万元，决算超出44.8万元，完成预算的101.6%。", vec![ratio(1, 0, 2)]);
    assert_eq!((kept.iter().filter(|j| j.holds()).count(), left.len()), (1, 0));
}

#[test]
fn a_wrong_direction_is_never_left_open() {
    let difference = |parts: Vec<Term>, whole| Relation {
        rule: "difference",
        cue: "C01",
        kind: Kind::Difference,
        equation: Equation::Sum { parts, whole: vec![Term::plus(whole)] },
        ..share(0, 1, 2)
    };
    let (kept, left) =
        set_apart("在职263人，上年271人，增加8人。", vec![difference(vec![Term::plus(0), Term::minus(1)], 2)]);
    assert_eq!((kept.iter().filter(|j| j.fails()).count(), left.len()), (1, 0));
}

#[test]
fn the_amount_of_an_earlier_year_is_what_it_changed_from() {
    // 46.46 ÷ 1645.20 = 2.82 %.
    let text = "2023年部门决算说明\n2022年支出1645.20万元，2023年减少46.46万元，下降2.82%。";
    let of_the_later = Relation {
        equation: Equation::Rate {
            part: vec![Term::plus(1)],
            whole: vec![Term::plus(0), Term::plus(1)],
            less_one: false,
            sign: 1,
            rate: 2,
        },
        ..growth(1, 0, 2, 1)
    };
    let (kept, left) = set_apart(text, vec![of_the_later]);
    assert_eq!((kept.iter().filter(|j| j.holds()).count(), left.len()), (1, 0), "{kept:?}");
    // 1.66 ÷ 27.15 = 6.11 %.
    let text = "2023年部门决算说明\n2022年决算数为27.15万元，同口径2023年为25.49万元，下降6.11%。";
    let (kept, left) = set_apart(text, vec![growth(0, 1, 2, -1)]);
    assert_eq!((kept.iter().filter(|j| j.holds()).count(), left.len()), (1, 0), "{kept:?}");
}

#[test]
fn what_the_clause_leaves_out_is_the_one_amount_of_the_sentence_that_holds() {
    // 450 − 372 = 78 is no change; 398 − 372 = 26 is.
    let text = "支出372万元，年初预算450万元，较上年398万元减少26万元。";
    let difference = |now: usize, base: usize, change: usize, kind| Relation {
        rule: "difference",
        cue: "C01",
        kind,
        equation: Equation::Sum { parts: vec![Term::plus(base), Term::minus(now)], whole: vec![Term::plus(change)] },
        ..share(0, 1, 2)
    };
    let read = |text: &str, relation: Relation| {
        let (kept, left) = set_apart(text, vec![relation]);
        assert_eq!((kept.len(), left.len()), (1, 0));
        kept.first().map(|j| (j.facts.clone(), j.holds())).expect("one")
    };
    assert_eq!(read(text, difference(1, 2, 3, Kind::Difference)), (vec![2, 0, 3], true));
    // A base that the clause gives itself is never exchanged: 416 for 398 is the fault.
    let slipped = "支出372万元，年初预算398万元，较上年416万元减少26万元。";
    assert_eq!(read(slipped, difference(0, 2, 3, Kind::Difference)), (vec![2, 0, 3], false));
    // 合格率 is a level too: 91.4 − 88.2 = 3.2.
    let points = "合格率91.4%，距95%的目标差3.6个百分点，比上年的88.2%提高3.2个百分点。";
    let raised = Relation {
        equation: Equation::Sum { parts: vec![Term::plus(1), Term::minus(3)], whole: vec![Term::plus(4)] },
        ..difference(0, 1, 2, Kind::Difference)
    };
    assert_eq!(read(points, raised), (vec![0, 3, 4], true));
}

#[test]
fn a_growth_over_a_base_of_its_own_sentence_may_be_of_any_amount_of_its_paragraph() {
    // 420 ÷ 460 is a fall by 8.70 %, 336 ÷ 460 one by 26.96 %.
    let text =
        |base: &str| format!("决算420万元，其中运行费336万元。接待84万元。与上年决算{base}万元相比，下降8.70%。");
    let read = |text: &str| {
        let (kept, _) = set_apart(text, vec![growth(1, 3, 4, -1)]);
        kept.first().map(|j| (j.facts.clone(), j.holds())).expect("the growth")
    };
    assert_eq!(read(&text("460")), (vec![0, 3, 4], true));
    assert_eq!(read(&text("640")), (vec![1, 3, 4], false));
}

#[test]
fn what_was_spent_is_never_taken_for_the_budget() {
    // 483 for 438, which is the budget as well: 438 − 412 = 26.
    let text = "支出483万元，年初预算438万元，较上年412万元增加26万元。";
    let parts = vec![Term::plus(0), Term::minus(2)];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(3)] };
    let (kind, rule) = (Kind::Difference, "difference");
    let (kept, _) = set_apart(text, vec![Relation { rule, kind, equation, ..share(0, 1, 2) }]);
    assert_eq!(kept.first().map(|j| (j.facts.clone(), j.holds())), Some((vec![0, 2, 3], false)));
}

#[test]
fn a_bare_share_is_of_the_one_amount_of_the_sentence_that_holds_and_a_named_whole_stays() {
    // 153 ÷ 204 = 75 %, and of 240, a slip of 204, it would be 63.75 %.
    let text = |said: &str| format!("采购240万元。向中小企业采购204万元，其余36万元；其中小微企业153万元，{said}75%。");
    let verdict = |said: &str| {
        let (kept, _) = set_apart(&text(said), vec![share(3, 0, 4)]);
        kept.first().map(|j| (j.facts.clone(), j.holds())).expect("the share")
    };
    assert_eq!(verdict("占"), (vec![3, 1, 4], true));
    assert_eq!(verdict("占全部采购的"), (vec![3, 0, 4], false));
}
