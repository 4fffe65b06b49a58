//! What must not change a verdict (form) and what must change one (a digit), on whole reports and on sentences.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken relation must fail loudly

use gouji::number::Decimal;
use gouji::number::format::plain;
use gouji::report::{Relation, RelationKind, Report, Severity, Verdict};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// Every report under tests/reports: its name and text.
fn reports() -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports"))
        .expect("the folder of reports")
        .filter_map(|entry| {
            let folder = entry.ok()?.path();
            let text = fs::read_to_string(folder.join("input.txt")).ok()?;
            Some((folder.file_name()?.to_string_lossy().into_owned(), text))
        })
        .collect();
    out.sort();
    assert!(out.len() >= 2, "there are reports");
    out
}

/// Sentences of several forms whose relations all hold to the last digit.
const CONSISTENT: &[&str] = &[
    "本年总支出860.52万元，其中基本支出620.30万元，项目支出240.22万元。",
    "全年收入126万元，上年120万元，同比增长5%。",
    "“三公”经费支出3.62万元，比上年4.12万元减少0.50万元。",
    "项目年初预算250万元，实际支出240万元，预算完成率96%。",
    "项目支出240万元，占总支出960万元的25%。",
    "办公费1.25万元，差旅费2.40万元，印刷费0.85万元，共计4.50万元。",
];

/// What a relation says, without the words that show it.
fn said(relation: &Relation) -> String {
    format!(
        "{} {} {:?} {:?}={:?} {:?}",
        relation.rule, relation.cue, relation.kind, relation.operands, relation.result, relation.verdict
    )
}

fn verdicts(report: &Report) -> Vec<String> {
    report.relations.iter().map(said).collect()
}

fn same_verdicts(name: &str, changed: &str, before: &Report, after: &Report) {
    let texts = |r: &Report| r.figures.iter().map(|f| (f.base_value.clone(), f.base_unit.clone())).collect::<Vec<_>>();
    let (a, b) = (texts(before), texts(after));
    let first = a.iter().zip(&b).position(|(x, y)| x != y);
    assert_eq!(a, b, "{name}: figures after {changed}, first at {first:?}");
    let (a, b): (BTreeSet<_>, BTreeSet<_>) =
        (verdicts(before).into_iter().collect(), verdicts(after).into_iter().collect());
    let lost: Vec<_> = a.difference(&b).collect();
    let new: Vec<_> = b.difference(&a).collect();
    assert!(lost.is_empty() && new.is_empty(), "{name}: verdicts after {changed}\n  lost {lost:#?}\n  new {new:#?}");
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' | '%' | '.' => char::from_u32(c as u32 + 0xfee0).expect("a full-width form"),
        _ => c,
    }
}

/// The text with something inserted at every `step`-th of the places where `fits(before, after)`.
fn insert(text: &str, what: &str, step: usize, fits: impl Fn(char, char) -> bool) -> String {
    let mut out = String::new();
    let mut seen = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if let Some(next) = chars.peek()
            && fits(c, *next)
        {
            seen += 1;
            if seen % step == 0 {
                out.push_str(what);
            }
        }
    }
    assert!(seen >= step, "there are places for {what:?}");
    out
}

fn number_unit(before: char, after: char) -> bool {
    before.is_ascii_digit() && matches!(after, '万' | '元' | '%' | '个' | '件' | '家' | '户')
}

#[test]
fn full_width_digits_change_no_verdict() {
    for (name, text) in reports() {
        let changed: String = text.chars().map(full_width).collect();
        same_verdicts(&name, "full-width digits", &gouji::check(&text), &gouji::check(&changed));
    }
}

#[test]
fn blanks_inside_amounts_change_no_verdict() {
    for (name, text) in reports() {
        let before = gouji::check(&text);
        for (blank, step) in [(" ", 1), (" ", 3), ("\u{3000}", 2), ("\u{a0}", 5)] {
            let changed = insert(&text, blank, step, number_unit);
            same_verdicts(&name, &format!("{blank:?} in every {step}. amount"), &before, &gouji::check(&changed));
        }
    }
}

#[test]
fn soft_breaks_change_no_verdict() {
    for (name, text) in reports() {
        let before = gouji::check(&text);
        for step in [1, 2, 7] {
            let inside = insert(&text, "\n", step, number_unit);
            same_verdicts(&name, &format!("a break in every {step}. amount"), &before, &gouji::check(&inside));
            let commas = insert(&text, "\n", step, |before, after| before == '，' && after != '\n');
            same_verdicts(&name, &format!("a break after every {step}. comma"), &before, &gouji::check(&commas));
        }
    }
}

/// `12.5万元` → `125000元`.
fn in_yuan(text: &str) -> String {
    let mut out = String::new();
    let mut number = String::new();
    let chars: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        if c.is_ascii_digit() || (c == '.' && !number.is_empty()) {
            number.push(c);
        } else {
            let wan = c == '万' && chars.get(i + 1) == Some(&'元');
            match Decimal::from_str_exact(&number) {
                Ok(value) if wan => {
                    out.push_str(&plain(value * Decimal::from(10_000)));
                    i += 1;
                    out.push('元');
                }
                _ => {
                    out.push_str(&number);
                    out.push(c);
                }
            }
            number.clear();
        }
        i += 1;
    }
    out + &number
}

#[test]
fn the_unit_of_money_changes_no_verdict() {
    for text in CONSISTENT {
        let (before, after) = (gouji::check(text), gouji::check(&in_yuan(text)));
        assert_eq!(before.coverage.conflicting, 0, "{text}");
        assert!(before.coverage.verified >= 3, "{text}: {:#?}", before.relations);
        same_verdicts(text, "万元 → 元", &before, &after);
    }
    for (name, text) in reports() {
        let (before, after) = (gouji::check(&text), gouji::check(&in_yuan(&text)));
        // Nothing added to a sum is the same sum.
        let exact = |report: &Report| {
            let counts = |id: &u32| report.figures[*id as usize].base_value != "0";
            let relations = report.relations.iter().filter(|r| r.verdict == Verdict::Exact).cloned().map(|mut r| {
                r.operands.retain(counts);
                said(&r)
            });
            relations.collect::<BTreeSet<_>>()
        };
        let lost: Vec<_> = exact(&before).difference(&exact(&after)).cloned().collect();
        assert!(lost.is_empty(), "{name}: exact relations lost after 万元 → 元: {lost:#?}");
    }
}

const ITEMS: &[(&str, i64)] = &[("办公费", 1250), ("差旅费", 2400), ("印刷费", 850), ("培训费", 3675), ("会议费", 920)];

/// A list with a total, in one of the forms that reports use; `slip` hundredths are added to the total.
fn list(items: &[(&str, i64)], slip: i64, form: usize) -> String {
    let amount = |v: i64| plain(Decimal::new(v, 2));
    let total = amount(items.iter().map(|(_, v)| v).sum::<i64>() + slip);
    let joined =
        |sign: &str| items.iter().map(|(name, v)| format!("{name}{}万元", amount(*v))).collect::<Vec<_>>().join(sign);
    match form {
        0 => format!("公用经费支出{total}万元，其中{}。", joined("，")),
        1 => format!("公用经费支出{total}万元，其中：{}。", joined("；")),
        2 => format!("公用经费支出{total}万元，包括{}。", joined("、")),
        _ => format!("{}，共计{total}万元。", joined("，")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_a_list_changes_no_verdict(
        items in Just(ITEMS.to_vec()).prop_shuffle(),
        slip in prop::sample::select(vec![0i64, 0, 700]),
        form in 0usize..4,
    ) {
        let verdicts = |items: &[(&str, i64)]| {
            let report = gouji::check(&list(items, slip, form));
            let said = report.relations.iter().map(|r| (r.kind, r.verdict, r.operands.len()));
            said.collect::<Vec<_>>()
        };
        let expected = verdicts(ITEMS);
        prop_assert_eq!(verdicts(&items), expected.clone(), "{}", list(&items, slip, form));
        if slip == 0 {
            prop_assert_eq!(expected, vec![(RelationKind::Sum, Verdict::Exact, items.len())]);
        }
    }
}

/// One figure with one of its digits changed, at a position of its text.
fn with_digit_changed(text: &str, start: u32, end: u32, nth: usize) -> Option<String> {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let digits: Vec<usize> = (start as usize..end as usize).filter(|i| (0x30..=0x39).contains(&units[*i])).collect();
    let at = *digits.get(nth % digits.len().max(1))?;
    // 3 → 8 and 0 → 5: never a leading zero, never a neighbour that rounding could hide.
    units[at] = 0x30 + (units[at] - 0x30 + 5) % 10;
    (units[at] != 0x30).then(|| String::from_utf16(&units).expect("still text"))
}

/// Relations that cannot hold by chance: an exact total or difference with a figure of four digits or more.
fn strong(relation: &Relation, report: &Report) -> bool {
    let whole = matches!(relation.kind, RelationKind::Sum | RelationKind::Difference | RelationKind::Count);
    let long = |id: &u32| report.figures[*id as usize].value.replace('.', "").trim_matches('0').len() >= 4;
    let figures = || relation.operands.iter().chain(&relation.result);
    relation.verdict == Verdict::Exact
        && whole
        && figures().count() >= 3
        && relation.result.is_some()
        && figures().any(long)
}

/// Of a hundred changed digits, how many must be found, and of those that two relations cross, how many named.
const CAUGHT: usize = 75;
const BLAMED: usize = 60;

/// The findings on a figure that were not there before.
fn caught(before: &Report, after: &Report, figure: u32) -> Option<bool> {
    let old: BTreeSet<&str> = before.findings.iter().map(|f| f.message.as_str()).collect();
    let fresh: Vec<_> = after
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Note && !old.contains(f.message.as_str()) && f.figures.contains(&figure))
        .collect();
    let blamed = fresh.iter().any(|f| f.diagnosis.as_ref().is_some_and(|d| d.figure == Some(figure)));
    (!fresh.is_empty()).then_some(blamed)
}

#[test]
fn a_changed_digit_is_caught_and_blamed() {
    for (name, text) in reports() {
        let before = gouji::check(&text);
        let relations: Vec<&Relation> = before.relations.iter().filter(|r| strong(r, &before)).collect();
        let mut figures: BTreeSet<u32> = BTreeSet::new();
        for relation in &relations {
            figures.extend(relation.operands.iter().chain(&relation.result));
        }
        let (mut tried, mut missed, mut crossed, mut blamed) = (0, Vec::new(), 0, 0);
        for id in figures {
            let figure = &before.figures[id as usize];
            let Some(changed) = with_digit_changed(&text, figure.start, figure.end, id as usize) else {
                continue;
            };
            let after = gouji::check(&changed);
            let known = after.figures.get(id as usize).is_some_and(|f| f.start == figure.start);
            let verdict = known.then(|| caught(&before, &after, id)).flatten();
            tried += 1;
            // Two relations that hold of a figure tell which of their figures is wrong.
            let proofs = relations.iter().filter(|r| r.operands.contains(&id) || r.result == Some(id)).count();
            if proofs >= 2 {
                crossed += 1;
                blamed += usize::from(verdict == Some(true));
            }
            if verdict.is_none() {
                missed.push(format!("{} {} {}", figure.place, figure.label.clone().unwrap_or_default(), figure.text));
            }
        }
        println!("{name}: {tried} digits changed, {} missed, {blamed} of {crossed} blamed\n{missed:#?}", missed.len());
        assert!(tried >= 20, "{name}: {tried} figures stand in strong relations");
        let caught = tried - missed.len();
        assert!(caught * 100 >= tried * CAUGHT, "{name}: {caught} of {tried} changed digits caught, not {missed:#?}");
        assert!(blamed * 100 >= crossed * BLAMED, "{name}: {blamed} of {crossed} changed figures blamed");
    }
}
