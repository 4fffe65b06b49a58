//! The desk in English.

use super::super::unit::{named, unit};
use super::{Calculator, Structure, Words};
use crate::desk::calculator::{Narrowed, Row};
use crate::desk::structure::Aspect;
use crate::report::{Confirmation, Direction, Pack};

pub static WORDS: Words = Words {
    no_document: "No report has been checked yet. Go back to Check and bring one in.",
    structure: Structure {
        title: "Structure",
        lead: "From the report's headline amounts; only parts that add up are drawn. An item's name leads to its figure in the text.",
        none: "The report has no headline amounts that could be compared.",
        pairs: "Budget and outturn",
        columns: ["Item", "Amount", "Share"],
        pair_columns: ["Item", "Budget", "Outturn", "Outturn of budget"],
        three_public: "Three public expenses (三公) over two years",
        year_columns: ["Item", "Last year's outturn", "Budget", "Outturn"],
        absent: "not found",
        bar: "Bar",
        parts_of: |whole, by| {
            let by = match by {
                Aspect::Source => " by source",
                Aspect::Nature => " by nature",
                Aspect::Class => " by economic class",
                Aspect::Fund => " by fund",
                Aspect::Function => " by function",
                Aspect::Item => "",
            };
            format!("Parts of {whole}{by}")
        },
    },
    calculator: Calculator {
        title: "Indicators",
        lead: "Figures come from the report; correct or add what you like. What you typed is marked as yours, never changes the report, and can be reset.",
        pack: "Rule pack",
        open_pack: "Open a rule pack…",
        pack_name: |pack| format!("{} ({})", pack.name, pack.region),
        pack_origin: |pack| format!("{} · {} · {}", pack.document, pack.year, pack.basis),
        refused: |name, message| format!("“{name}” is no rule pack: {message}"),
        status: |status| match status {
            Confirmation::Confirmed => "held against its source",
            Confirmation::Reference => "for reference",
        },
        narrow: "Which indicators to show",
        narrowed: |narrowed| match narrowed {
            Narrowed::All => "All",
            Narrowed::Computed => "Computed",
            Narrowed::Lacking => "Missing figures",
            Narrowed::Attention => "Attention",
        },
        none: "There is no such indicator.",
        revert_all: |count| format!("Reset my entries ({count})"),
        copy_table: "Copy as a table",
        copy_sentence: "Copy the working",
        direction: |direction| match direction {
            Direction::Lower => "lower is better",
            Direction::Higher => "higher is better",
            Direction::Target => "closer to the target is better",
        },
        line: |line| format!("normal {line}"),
        good: "Normal",
        attention: "Attention",
        no_line: "No normal range",
        lacking: |names| format!("Missing: {}", names.join("、")),
        not_computable: "Divides by zero",
        between: |least, most, unit| format!("between {least}{unit} and {most}{unit} by the places printed"),
        score: |score| format!("Reference score {} of {}: {}", score.value, score.full, score.rule),
        basis: "Basis",
        years: |indicator| match indicator.until {
            Some(until) => format!("for {}–{until}", indicator.since),
            None => format!("from {}", indicator.since),
        },
        own: "mine",
        was: |value, of| ["the report has ", value, " ", unit(of)].concat(),
        unit,
        was_nothing: "not in the report",
        revert: "Reset",
        wanted: "not in the report; type it",
        no_number: "This is no number; type digits, and a unit after them if you like",
        place: |place| format!("To the text: {place}"),
        sentence,
        columns: [
            "Code",
            "Indicator",
            "Formula",
            "Working",
            "Value",
            "Minimum",
            "Maximum",
            "Unit",
            "Direction",
            "Basis",
            "Rule pack",
            "Typed",
        ],
        typed: own,
    },
    summary: &super::summary::ENGLISH,
    project: &super::project::ENGLISH,
    copied: "Copied",
    term: |term| unit(named(&TERMS, term)),
};

fn sentence(row: &Row, pack: &Pack) -> String {
    let working = row.indicator.working.clone().unwrap_or_else(|| row.name());
    let own = own(row);
    let own = if own.is_empty() { own } else { format!("; typed by hand: {own}") };
    format!("{working} (basis: {}; rule pack: {}{own}).", row.indicator.basis, pack.name)
}

fn own(row: &Row) -> String {
    let words: Vec<String> = row.typed().map(|input| format!("{}{}{}", input.name, input.value, input.unit)).collect();
    words.join("、")
}

const TERMS: [(&str, &str); 5] = [
    ("initialBudget", "initial budget"),
    ("adjustedBudget", "adjusted budget"),
    ("stated", "as stated"),
    ("previousYear", "previous year"),
    ("currentYear", "this year"),
];
