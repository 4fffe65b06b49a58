//! The gold test: checks every labelled text and compares the reports with the labels (`tests/gold/README.md`).
//!
//! `cargo test --test gold -- --nocapture` prints the scores by kind and every relation missed.

#![allow(clippy::expect_used, reason = "a test may stop at a file that cannot be read")]

mod scorer;

use scorer::{Case, labels, mutant, perfect, score};

/// What the checker must reach, and what it must not exceed.
struct Floors {
    /// Labelled relations found, of 1000.
    recall: usize,
    /// Labelled failing relations found, of 1000.
    errors_found: usize,
    /// Changed digits found, of 1000.
    mutants_caught: usize,
    /// Changed digits named by the diagnosis, of 1000.
    mutants_blamed: usize,
}

/// The one place where the floors stand. Raise them when the checker gets better; never lower them to let a change pass.
const FLOORS: Floors = Floors { recall: 959, errors_found: 948, mutants_caught: 930, mutants_blamed: 811 };

/// The labels are claims of their own: each must point at its figures and agree with its own arithmetic.
#[test]
fn labels_are_sound() {
    let cases = scorer::cases();
    assert!(cases.len() >= 60, "only {} labelled texts were read", cases.len());
    let faults: Vec<String> = cases.iter().flat_map(Case::faults).collect();
    assert!(faults.is_empty(), "labels at odds with their texts:\n{}", faults.join("\n"));
    let relations: Vec<&labels::Label> = cases.iter().flat_map(|case| &case.labels).collect();
    let failing = relations.iter().filter(|label| !label.holds).count();
    println!("{} texts, {} relations, {failing} fail", cases.len(), relations.len());
    assert!(relations.len() >= 1000 && failing * 100 >= relations.len() * 8);
}

/// The scorer itself: a report that says what the labels say has full marks, one that says nothing has none, and one that
/// cries wolf at every relation is counted for it.
#[test]
fn scorer_counts() {
    let (mut full, mut empty, mut wolf) = (score::Score::default(), score::Score::default(), score::Score::default());
    for case in &scorer::cases() {
        let mut report = perfect::report(case);
        full.add(case, &report);
        empty.add(case, &gouji::report::Report::default());
        for finding in &mut report.findings {
            finding.relation = None;
            finding.figures.clear();
        }
        report.findings.extend(perfect::wolves(&report));
        wolf.add(case, &report);
    }
    assert_eq!((full.recall(), full.errors_found(), full.false_alarms.len()), (1000, 1000, 0));
    assert_eq!((empty.recall(), empty.errors_found()), (0, 0));
    assert!(wolf.false_alarms.len() > 500, "only {} false alarms were counted", wolf.false_alarms.len());
}

/// Recall, errors found and false alarms over all texts.
#[test]
fn relations_and_errors() {
    let cases = scorer::cases();
    let mut total = score::Score::default();
    for case in &cases {
        total.add(case, &gouji::check(&case.text));
    }
    println!("{total}");
    assert!(total.recall() >= FLOORS.recall, "recall {}‰ is below its floor", total.recall());
    assert!(
        total.errors_found() >= FLOORS.errors_found,
        "errors found {}‰ are below their floor",
        total.errors_found()
    );
    assert!(
        total.false_alarms.is_empty(),
        "{} false alarms:\n{}",
        total.false_alarms.len(),
        total.false_alarms.join("\n")
    );
}

/// One digit changed in each relation that holds: is it found, and is the right figure named?
#[test]
fn one_changed_digit() {
    let cases = scorer::cases();
    let mut tally = mutant::Tally::default();
    for case in &cases {
        let before = score::alarms(&gouji::check(&case.text));
        for mutant in mutant::of(case) {
            let after = gouji::check(&mutant.text);
            tally.add(case, &mutant, &before, &after);
        }
    }
    println!("{tally}");
    assert!(tally.made >= 500, "only {} mutants were made", tally.made);
    assert!(tally.caught() >= FLOORS.mutants_caught, "mutants caught {}‰ are below their floor", tally.caught());
    assert!(tally.blamed() >= FLOORS.mutants_blamed, "mutants blamed right {}‰ are below their floor", tally.blamed());
}
