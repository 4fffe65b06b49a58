//! The pages of the rules are their tests: every block of `src/rule/*.md` is checked with [`gouji::check`].
//!
//! A block's word says what must come of it; the figures that take part stand in ⟦ ⟧:
//! `exact`, `rounded`, `coarse`, `inconsistent`: a relation of the page's rule over exactly these figures has that verdict;
//! `suspect`: it is inconsistent, but raised as 疑似 alone; `unchecked`: a relation of the rule that speaks of these figures was not
//! judged; `silent`: the rule judges nothing; `note`: a remark stands exactly there. Only where the word is `inconsistent` or `suspect`
//! may anything be inconsistent.
//! A section that hands its cue to another rule says so: 由 `part_whole` 核对.
//!
//! `PAGE=growth cargo test --test rules` checks one page.

#[path = "rules/page.rs"]
mod page;

use gouji::catalog::warning::WARNINGS;
use gouji::report::{Report, Verdict};
use page::{Block, Page, Section, pages};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Every page, and so every rule; the list is compared with the folder and with [`gouji::rule::all`].
const PAGES: [&str; 19] = [
    "bound",
    "carry_over",
    "completion",
    "context",
    "difference",
    "growth",
    "identity",
    "list_count",
    "part_whole",
    "product",
    "quotient",
    "restatement",
    "score",
    "score_table",
    "share",
    "table_rate",
    "table_text",
    "table_total",
    "wording",
];

/// The warning that a cue raises where its code is not the cue's own.
const WARNING_OF: [(&str, &str); 6] =
    [("B13", "W09"), ("D08", "W05"), ("E08", "W05"), ("G09", "W47"), ("J21", "W39"), ("J22", "W49")];

fn warning_of(cue: &str) -> &str {
    WARNING_OF.iter().find(|(c, _)| *c == cue).map_or(cue, |(_, w)| w)
}

/// What a block lacks, in words; nothing where all is as the page says.
fn failure(page: &Page, section: &Section, block: &Block) -> Option<String> {
    let report = gouji::check(&block.text);
    let wanted: BTreeSet<u32> = block
        .wrapped
        .iter()
        .filter_map(|span| report.figures.iter().find(|f| (f.start, f.end) == *span))
        .map(|f| f.id)
        .collect();
    if block.word != "note" && wanted.len() != block.wrapped.len() {
        return Some(format!("the wrapped words are not figures; figures: {}", figures(&report)));
    }
    // A remark on a figure may stand beside a relation that fails over it: a rate on a base of zero.
    let remarked =
        |r: &gouji::report::Relation| block.word == "note" && r.result.is_some_and(|id| wanted.contains(&id));
    if !["inconsistent", "suspect"].contains(&block.word.as_str())
        && report.relations.iter().any(|r| r.verdict == Verdict::Inconsistent && !remarked(r))
    {
        return Some(format!("nothing here is inconsistent; {}", stated(&report)));
    }
    let rules = section.rules(&page.name);
    // An identity is shown by its own relation: another one of the forms may fail over the same cells.
    let is_own = |r: &gouji::report::Relation| {
        r.rule != "identity" || page.name != "identity" || section.code.as_deref().is_none_or(|code| r.cue == code)
    };
    let of_rule = || report.relations.iter().filter(|r| rules.contains(&r.rule) && is_own(r));
    let over = |r: &gouji::report::Relation| r.operands.iter().copied().chain(r.result).collect::<BTreeSet<u32>>();
    let found = match block.word.as_str() {
        "exact" => of_rule().any(|r| r.verdict == Verdict::Exact && over(r) == wanted),
        "rounded" => of_rule().any(|r| r.verdict == Verdict::Rounded && over(r) == wanted),
        "coarse" => of_rule().any(|r| r.verdict == Verdict::Coarse && over(r) == wanted),
        "inconsistent" => of_rule().any(|r| r.verdict == Verdict::Inconsistent && over(r) == wanted),
        "suspect" => of_rule().any(|r| {
            let is_suspect =
                |f: &gouji::report::Finding| f.relation == Some(r.id) && f.severity == gouji::report::Severity::Suspect;
            r.verdict == Verdict::Inconsistent && over(r) == wanted && report.findings.iter().any(is_suspect)
        }),
        "unchecked" => of_rule().any(|r| r.verdict == Verdict::Unchecked && over(r).is_superset(&wanted)),
        "note" => block.wrapped.iter().all(|span| {
            let code = section.code.as_deref().map_or("", warning_of);
            report.findings.iter().any(|f| f.code == code && f.spans.contains(span))
        }),
        _ => silent(page, section, &report),
    };
    (!found)
        .then(|| format!("{}; {}", if block.word == "silent" { "not silent" } else { "not found" }, stated(&report)))
}

fn silent(page: &Page, section: &Section, report: &Report) -> bool {
    let judged = report.relations.iter().any(|r| r.rule == page.name && r.verdict != Verdict::Unchecked);
    let cues = section
        .code
        .iter()
        .map(String::as_str)
        .chain(page.sections.iter().filter(|_| section.code.is_none()).filter_map(|s| s.code.as_deref()));
    let remarks: BTreeSet<&str> = cues.map(warning_of).filter(|w| w.starts_with('W')).collect();
    !judged && !report.findings.iter().any(|f| remarks.contains(f.code.as_str()))
}

fn figures(report: &Report) -> String {
    report.figures.iter().map(|f| f.text.replace('\n', "")).collect::<Vec<_>>().join(" | ")
}

fn stated(report: &Report) -> String {
    let text = |id: &u32| report.figures.get(*id as usize).map_or("", |f| f.text.as_str()).replace('\n', "");
    let mut out = String::from("stated:");
    for r in &report.relations {
        let operands: Vec<String> = r.operands.iter().map(text).collect();
        let result = r.result.as_ref().map(text).unwrap_or_default();
        let _ = write!(
            out,
            "\n      {} {} {:?} {{{}}} -> {result} {} {}",
            r.rule,
            r.cue,
            r.verdict,
            operands.join(", "),
            r.formula,
            r.reason.as_deref().unwrap_or("")
        );
    }
    for f in &report.findings {
        let _ = write!(out, "\n      finding {} {:?} {}", f.code, f.spans, f.message);
    }
    if report.relations.is_empty() {
        let _ = write!(out, "\n      figures: {}", figures(report));
    }
    out
}

#[test]
fn every_block_of_every_page_comes_out_as_it_says() {
    let only = std::env::var("PAGE").ok();
    let mut counts = String::new();
    let mut failed = 0;
    for page in pages().iter().filter(|p| only.as_ref().is_none_or(|o| *o == p.name)) {
        let mut wrong = 0;
        for section in &page.sections {
            for block in &section.blocks {
                if let Some(why) = failure(page, section, block) {
                    wrong += 1;
                    println!(
                        "{}:{}: {} {}\n    {}\n    {why}",
                        page.file,
                        block.line,
                        section.code.as_deref().unwrap_or("-"),
                        block.word,
                        block.shown.replace('\n', "\n    ")
                    );
                }
            }
        }
        failed += wrong;
        let blocks: usize = page.sections.iter().map(|s| s.blocks.len()).sum();
        let _ = write!(
            counts,
            "
{:12} {wrong:3} of {blocks:3} blocks fail",
            page.name
        );
    }
    println!("{counts}");
    assert_eq!(failed, 0, "blocks fail:{counts}");
}

#[test]
fn every_page_has_the_fixed_form() {
    let mut wrong = Vec::new();
    for page in pages() {
        wrong.extend(page.faults());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_rules_and_files_are_the_same_list() {
    let named: BTreeSet<String> = PAGES.iter().map(|p| (*p).to_owned()).collect();
    let on_disk: BTreeSet<String> = pages().iter().map(|p| p.name.clone()).collect();
    assert_eq!(named, on_disk, "the pages in src/rule");
    let rules: BTreeSet<String> = gouji::rule::all().map(|r| r.name.to_owned()).collect();
    // What rules run on is no family.
    let files: BTreeSet<String> =
        page::stems("rs").into_iter().filter(|s| !["mod", "scope", "sink"].contains(&s.as_str())).collect();
    assert_eq!(rules, files, "RULES and the files in src/rule");
    assert_eq!(named, rules, "pages and RULES");
    for rule in gouji::rule::all() {
        let page = pages().into_iter().find(|p| p.name == rule.name).unwrap_or_default();
        assert_eq!(page.letter, rule.code, "the letter of {}", rule.name);
    }
}

/// The warnings that the firing blocks of a section raise over what they wrap.
fn raised_in(section: &Section) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for block in section.blocks.iter().filter(|b| !b.wrapped.is_empty()) {
        let report = gouji::check(&block.text);
        let over = report.findings.iter().filter(|f| f.spans.iter().any(|span| block.wrapped.contains(span)));
        out.extend(over.map(|f| f.code.clone()));
        // What could not be judged is told in the list of relations, not as a finding.
        if block.word == "unchecked" {
            out.insert("W44".to_owned());
        }
    }
    out
}

/// Whether a section shows a text that is as it should be and raises nothing of the kind.
fn passes_in(section: &Section, code: &str) -> bool {
    let good = section.blocks.iter().filter(|b| matches!(b.word.as_str(), "silent" | "exact" | "rounded"));
    good.map(|b| gouji::check(&b.text)).any(|report| !report.findings.iter().any(|f| f.code == code))
}

/// The warnings that no page of one report can show: those that compare several (`aggregate.rs` does), and what a person states (`user_relations.rs`).
const ELSEWHERE: [&str; 6] = ["W50", "W61", "W62", "W63", "W64", "W65"];

#[test]
fn every_warning_has_a_firing_and_a_passing_example() {
    let (mut fired, mut passed) = (BTreeSet::new(), BTreeSet::from(ELSEWHERE.map(str::to_owned)));
    fired.extend(passed.clone());
    for section in pages().iter().flat_map(|page| &page.sections) {
        for code in raised_in(section) {
            if passes_in(section, &code) {
                passed.insert(code.clone());
            }
            fired.insert(code);
        }
    }
    let codes = || WARNINGS.iter().map(|w| w.code);
    let lacking = |shown: &BTreeSet<String>| codes().filter(|code| !shown.contains(*code)).collect::<Vec<_>>();
    assert_eq!(lacking(&fired), Vec::<&str>::new(), "no example fires");
    assert_eq!(lacking(&passed), Vec::<&str>::new(), "no example passes beside one that fires");
}

/// The year of all examples that name one.
const YEAR: i32 = 2022;

/// An example as a report on another year would have it.
fn of_year(text: &str, year: i32) -> String {
    let moved = [-1, 0, 1].map(|more| (format!("{}年", YEAR + more), format!("{}年", year + more)));
    let text = moved.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, &format!("\u{0}{to}")));
    format!("{year}年决算说明\n\n{}", text.replace('\u{0}', ""))
}

/// The warnings that a report raises.
fn codes(text: &str) -> BTreeSet<String> {
    gouji::check(text).findings.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn a_warning_with_a_first_year_is_raised_from_then_on() {
    let mut shown = BTreeSet::new();
    let pages = pages();
    for block in pages.iter().flat_map(|p| &p.sections).flat_map(|s| &s.blocks).filter(|b| b.word == "note") {
        let raised = codes(&of_year(&block.text, YEAR));
        for (code, since) in WARNINGS.iter().filter_map(|w| Some((w.code, w.since?))) {
            if raised.contains(code) {
                shown.insert(code);
                assert!(codes(&of_year(&block.text, since)).contains(code), "{code} in {since}: {}", block.text);
                assert!(!codes(&of_year(&block.text, since - 1)).contains(code), "{code} before: {}", block.text);
            }
        }
    }
    let all: BTreeSet<&str> = WARNINGS.iter().filter(|w| w.since.is_some()).map(|w| w.code).collect();
    assert_eq!(shown, all, "every warning with a first year has an example");
}
