//! English.

use super::several::several;
use super::unit::{unit, unit_alone};
use super::{
    Desk, Engine, File, Help, Input, Ledger, List, Start, Table, Text, Toolbar, Totals, Words, Working, paper,
};
use crate::app::state::Notice;
use crate::report::{FigureStatus, Level, RelationKind, Severity, Verdict};

/// The words in English.
pub static WORDS: Words = Words {
    code: "en",
    name: "Gouji",
    tagline: "Every figure of a self-evaluation report, recomputed",
    skip: "Skip to the text",
    start: Start {
        title: "Paste a self-evaluation report, or drop its file",
        lead: "Totals and parts, shares and growth, one place against another: whatever can be computed is computed again.",
        points: [
            (
                "Checked as soon as it is here",
                "Every figure is verified, conflicting, unchecked or single; none is left out.",
            ),
            (
                "Workings beside the text",
                "Which places cannot hold together, and by how much; which to change is for you to judge.",
            ),
            (
                "Works without a network",
                "Everything is computed in this browser; the text is gone when the page is closed.",
            ),
        ],
    },
    input: Input {
        label: "Report",
        placeholder: "Paste the whole report here, or drop files on the page: Word (.docx), PDF, Excel (.xlsx, .xls), CSV, web pages, text; several at once.",
        sample: "Load the sample",
        open: "Open files",
        open_folder: "Open a folder",
        clear: "Clear",
        restore: "Undo clear",
        fold: "Done",
        edit: "Edit the text",
        privacy: "Files are processed in this browser only and never uploaded. Do not use it for classified documents.",
        drop: "Let go to read the file",
        blank: "Paste text",
    },
    file: File {
        title: "Files",
        pasted: "Pasted content",
        waiting: "In line",
        reading: "Reading",
        percent: |percent| format!("{percent}% read"),
        findings: |findings| several(findings, "finding"),
        uncheckable: "nothing to check",
        copy: " · copy",
        copy_of: |name| format!("Same text as “{name}”: both are kept, the summary counts one."),
        failed: "Not readable",
        stop: "Stop",
        retry: "Try again",
        progress: "Files done",
        pause: "Pause",
        resume: "Go on",
        stop_all: "Stop all",
        retry_all: "Try all again",
        close: |name| format!("Close {name}"),
        extent: [|pages| several(pages, "page"), |tables| several(tables, "table")],
        failure: |code| match code {
            "lost" => Some("The browser cannot get at the file (moved, renamed, deleted or in use). Choose it again."),
            "tooLong" => {
                Some("No progress for 60 seconds: stopped. Split the file, or open and save it in its program.")
            }
            "stopped" => Some("The reading was stopped."),
            "trap" => Some(
                "The program broke on this file; the others are safe. Save it anew and try again, or paste its text.",
            ),
            _ => None,
        },
        notice: |notice| match notice {
            Notice::EmptyDrop => "No file was dropped. Drop files from a folder, or copy text and paste it.",
            Notice::EmptyPaste => "The clipboard holds no text, table or file. Select and copy something first.",
            Notice::NotReread => {
                "The file could not be read again: your latest change to relations is not checked. Give the file again."
            }
        },
        stored: "Stored value",
        level: |level| match level {
            Level::Info => "Note",
            Level::Warning => "Attention",
        },
        infos: |infos| several(infos, "reading note"),
    },
    toolbar: Toolbar {
        previous: "Previous finding",
        next: "Next finding",
        export: "Export or print",
        language: "中文",
        type_size: "Large type",
        theme: ["Colours: as the system", "Colours: light", "Colours: dark"],
        help: "Help",
        extent: |characters, paragraphs| {
            [several(characters, "character"), several(paragraphs, "paragraph")].join(" · ")
        },
        year: |year| format!("Year {year}"),
    },
    engine: Engine {
        loading: "Engine is loading",
        ready: "Ready",
        here: "Ready (runs on this page)",
        failed: "The engine cannot start",
        checking: "Checking",
        took: |milliseconds| format!("Checked in {milliseconds} ms"),
        done: |findings, figures| format!("Checked: {}, {}.", several(figures, "figure"), several(findings, "finding")),
        check_failed: "Could not be checked",
    },
    list: List {
        findings: "Findings",
        relations: "All relations",
        search: "Search items, values, words",
        reset: "Reset",
        shown: |shown, all| format!("{shown} of {all} shown"),
        rest: |rest| format!("Show the other {rest}"),
        clean: "No contradiction found",
        clean_note: "Every relation read holds. Unchecked and single figures want a human eye: see the ledger above.",
        none: "Nothing matches.",
        blank: "Nothing to check",
        blank_note: "No relation was read, so nothing was checked. Unchecked and single figures want a human eye: see the ledger above.",
        no_relations: "No relation was read.",
        filter: "Filter",
        depends: "follows from the above",
    },
    working: Working {
        title: "Working",
        columns: ["", "Item", "Stated", "From", "To", "Place"],
        computed: "Computed",
        stated: "Stated",
        gap: "Difference",
        diagnosis: "What would explain the difference",
        remedy: "How to put it right",
        basis: "What it rests on",
        reason: "Why it is unchecked",
        copy: "Copy",
        copied: "Copied",
        mask: "Export or print with details masked",
        back: "Back to the overview",
        figure: "Figure",
        aspects: ["Value", "Item", "Measure", "Period", "Scope", "Place", "Status"],
        relations: "Relations it is in",
        alone: "Nothing else in the report is related to it.",
        excluded: "No figure; it takes no part in the check.",
        sides: ["Left side", "Right side"],
        hint: "A row leads to its place in the text; the figure in the text leads back.",
    },
    totals: Totals {
        title: "Headline amounts",
        columns: ["Item", "Amount", "Share"],
        none: "No headline amounts were recognised.",
        share_of: |whole| format!("of {whole}"),
    },
    ledger: Ledger {
        title: "Ledger",
        all: |figures| several(figures, "figure"),
        excluded: "Not figures",
        walking: |at, all| format!("{at} of {all}"),
        hint: "Choose a line to walk through its figures",
    },
    text: Text { title: "Report", reading: "Reading notes", stale: "The text has changed; checking again" },
    table: Table {
        name: |number| format!("Table {number}"),
        extent: |rows, columns| [several(rows as usize, "row"), several(columns as usize, "column")].join(" × "),
        unit: |unit| format!("Unit: {}", unit_alone(unit)),
        gap: |first, last| {
            if first == last { format!("Row {first} is empty") } else { format!("Rows {first}–{last} are empty") }
        },
    },
    screens: "Screens",
    screen: ["Check", "Structure", "Indicators", "Summary", "Project"],
    desk: Desk {
        loading: "Loading…", failed: "This part was not loaded. Reload the page; the check is not affected."
    },
    pane: ["Report", "Findings", "Details"],
    help: Help {
        title: "Help",
        close: "Close",
        keys_title: "Keys",
        keys: [
            ("J K", "Next, previous finding"),
            ("] [", "Next, previous figure"),
            ("/", "Search"),
            ("E", "Edit the text"),
            ("Esc", "One step back"),
            ("?", "Open or close this page"),
        ],
        legend: "Legend",
        severities: [
            "No rounding can make it hold",
            "Likely a fault, or a difference of scope",
            "For information, not necessarily a fault",
        ],
        statuses: [
            "The relations it is in hold",
            "A relation it is in does not hold",
            "Nothing in the report is related to it",
            "A relation was read but does not settle it",
        ],
        promise: "It checks how figures fit each other, not whether they are true, and replaces no reviewer. Findings and quotations are in Chinese.",
    },
    paper: &paper::ENGLISH,
    severity: |severity| match severity {
        Severity::Error => "Error",
        Severity::Suspect => "Suspect",
        Severity::Note => "Note",
    },
    verdict: |verdict| match verdict {
        Verdict::Exact => "Exact",
        Verdict::Rounded => "Rounded",
        Verdict::Coarse => "Coarse",
        Verdict::Inconsistent => "Inconsistent",
        Verdict::Unchecked => "Unchecked",
    },
    status: |status| match status {
        FigureStatus::Verified => "Verified",
        FigureStatus::Conflicting => "Conflicting",
        FigureStatus::Single => "Single",
        FigureStatus::Unchecked => "Unchecked",
    },
    kind: |kind| match kind {
        RelationKind::Sum => "Sum",
        RelationKind::Difference => "Difference",
        RelationKind::Share => "Share",
        RelationKind::Growth => "Growth",
        RelationKind::Ratio => "Ratio",
        RelationKind::Count => "Count",
        RelationKind::Equal => "Restatement",
        RelationKind::Bound => "Bound",
        RelationKind::Product => "Price × quantity",
    },
    unit,
};
