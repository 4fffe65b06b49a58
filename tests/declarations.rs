//! `gouji.d.ts` says what the report object is: the same keys, the same kinds of values, the same words.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gouji::report::*;
use gouji::summary::{
    self, Check, CheckKind, Column, ColumnKind, CrossFinding, Fraction, Member, RatioOf, Role, Row, Spot, Summary,
    TotalBy,
};
use serde_json::Value;

/// The interfaces and word types of the declarations: name → key → type; a word type has one key, `|`.
fn declarations() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    let mut open: Option<(String, BTreeMap<String, String>)> = None;
    for line in include_str!("../src/web/shell/gouji.d.ts").lines() {
        let line = line.trim_end_matches(';');
        if let Some(rest) = line.strip_prefix("export interface ") {
            let name = rest.split_whitespace().next().unwrap_or_default();
            open = Some((name.to_owned(), BTreeMap::new()));
        } else if let Some(rest) = line.strip_prefix("export type ") {
            let (name, words) = rest.split_once(" = ").unwrap_or_default();
            all.insert(name.to_owned(), BTreeMap::from([("|".to_owned(), words.to_owned())]));
        } else if line == "}" {
            all.extend(open.take());
        } else if let (Some((_, keys)), Some((key, kind))) = (&mut open, line.trim().split_once(": ")) {
            keys.insert(key.to_owned(), kind.to_owned());
        }
    }
    all
}

/// Walks a value along its declared type; every key of the value is declared and every declared key is there.
fn compare(
    value: &Value,
    kind: &str,
    place: &str,
    all: &BTreeMap<String, BTreeMap<String, String>>,
    seen: &mut BTreeSet<String>,
) {
    if let Some(inner) = kind.strip_suffix("[]") {
        let items = value.as_array().unwrap_or_else(|| panic!("{place}: {value} is no array"));
        assert!(!items.is_empty(), "{place}: the sample leaves it empty");
        for item in items {
            compare(item, inner, &format!("{place}[]"), all, seen);
        }
        return;
    }
    if let Some(inner) = kind.strip_suffix(" | null") {
        assert!(!value.is_null(), "{place}: the sample leaves it empty");
        return compare(value, inner, place, all, seen);
    }
    match kind {
        "boolean" => assert!(value.is_boolean(), "{place}: {value} is no truth"),
        "string" => assert!(value.is_string(), "{place}: {value} is no string"),
        "number" => assert!(value.is_number(), "{place}: {value} is no number"),
        "[number, number]" => assert!(
            value.as_array().is_some_and(|pair| pair.len() == 2 && pair.iter().all(Value::is_number)),
            "{place}: {value} is no pair"
        ),
        "Record<string, number>" => assert!(
            value.as_object().is_some_and(|map| !map.is_empty() && map.values().all(Value::is_number)),
            "{place}: {value} is no map"
        ),
        word if word.starts_with('"') => assert_eq!(value.to_string(), word, "{place}"),
        name => {
            let declared = all.get(name).unwrap_or_else(|| panic!("{place}: {name} is not declared"));
            seen.insert(name.to_owned());
            if let Some(words) = declared.get("|") {
                let words: Vec<&str> = words.split(" | ").collect();
                assert!(words.contains(&value.to_string().as_str()), "{place}: {value} is not in {words:?}");
                return;
            }
            let object = value.as_object().unwrap_or_else(|| panic!("{place}: {value} is no object"));
            let keys: BTreeSet<&str> = object.keys().map(String::as_str).collect();
            let known: BTreeSet<&str> = declared.keys().map(|key| key.trim_end_matches('?')).collect();
            assert_eq!(keys, known, "{place}: keys of {name}");
            for (key, kind) in declared {
                let key = key.trim_end_matches('?');
                compare(&object[key], kind, &format!("{place}.{key}"), all, seen);
            }
        }
    }
}

fn input() -> IndicatorInput {
    IndicatorInput {
        key: "x".into(),
        name: "x".into(),
        value: "1".into(),
        least: "1".into(),
        most: "1".into(),
        unit: "元".into(),
        source: InputSource::Report,
        figure: Some(0),
        figures: vec![0],
        working: Some("x".into()),
    }
}

/// A report in which nothing is left empty.
fn full_report() -> Report {
    let bounds = Bounds { value: "1".into(), least: "1".into(), most: "1".into() };
    Report {
        version: VERSION.into(),
        document: Document {
            text: "1元".into(),
            title: Some("题".into()),
            organization: Some("单位".into()),
            year: Some(2023),
            format: "text".into(),
            characters: 2,
            paragraphs: 1,
            pages: Some(1),
            precision: BTreeMap::from([("元".into(), 0)]),
            tables: vec![Table {
                title: Some("表".into()),
                unit: Some("元".into()),
                cells: vec![Cell { stored: Some("1".into()), ..Cell::default() }],
                ..Table::default()
            }],
        },
        reading: vec![ReadingNote { level: Level::Info, code: "x".into(), message: "x".into(), span: Some((0, 1)) }],
        figures: vec![Figure {
            id: 0,
            start: 0,
            end: 2,
            text: "1元".into(),
            value: "1".into(),
            unit: "元".into(),
            places: 0,
            base_value: "1".into(),
            base_unit: "元".into(),
            extent: Extent::Plain,
            label: Some("项".into()),
            role: "level".into(),
            measure: Some("outturn".into()),
            period: Some("2023".into()),
            scope: Some("x".into()),
            status: FigureStatus::Single,
            place: "x".into(),
        }],
        excluded: vec![Excluded { start: 0, end: 1, text: "1".into(), reason: "K01".into() }],
        relations: vec![Relation {
            id: 0,
            rule: "part_whole".into(),
            cue: "A01".into(),
            kind: RelationKind::Sum,
            source: Source::Asserted,
            operands: vec![0],
            result: Some(0),
            formula: "1 = 1".into(),
            stated: Some("1".into()),
            computed: Some("1".into()),
            gap: Some("0".into()),
            verdict: Verdict::Exact,
            reason: Some("x".into()),
            start: 0,
            end: 2,
            recipe: Some("#0 = #0".into()),
            working: Some(Working {
                rows: vec![WorkingRow { value: bounds.clone(), figure: Some(0), ..WorkingRow::default() }],
                computed: bounds.clone(),
                stated: bounds,
                ..Working::default()
            }),
        }],
        findings: vec![Finding {
            id: 0,
            code: "W01".into(),
            severity: Severity::Error,
            title: "x".into(),
            message: "x".into(),
            relation: Some(0),
            figures: vec![0],
            spans: vec![(0, 2)],
            diagnosis: Some(Diagnosis { kind: "oneDigit".into(), text: "x".into(), figure: Some(0) }),
            cause: Some(0),
            basis: "x".into(),
            remedy: "x".into(),
        }],
        totals: vec![Total {
            label: "总支出".into(),
            measure: "outturn".into(),
            period: Some("2023".into()),
            value: "1".into(),
            unit: "元".into(),
            figure: 0,
            part_of: Some("总支出".into()),
            share: Some("1.00".into()),
        }],
        pack: Pack { year: 2013, ..Pack::default() },
        inputs: vec![input()],
        indicators: vec![Indicator {
            code: "K1".into(),
            name: "x".into(),
            variant: Some("x".into()),
            formula: "x".into(),
            basis: "x".into(),
            status: Confirmation::Confirmed,
            since: 2013,
            until: Some(2020),
            note: Some("x".into()),
            direction: Direction::Lower,
            line: Some("≤100%".into()),
            inputs: vec![input()],
            missing: vec!["x".into()],
            wanted: vec![WantedInput { key: "x".into(), name: "x".into(), unit: "元".into() }],
            value: Some("1".into()),
            least: Some("1".into()),
            most: Some("1".into()),
            unit: "%".into(),
            working: Some("x".into()),
            score: Some(IndicatorScore {
                value: "5".into(),
                full: "5".into(),
                rule: "x".into(),
                status: Confirmation::Reference,
            }),
            standing: Standing::Good,
        }],
        coverage: Coverage::default(),
    }
}

#[test]
fn the_report_is_as_declared() {
    let all = declarations();
    let mut seen = BTreeSet::new();
    let value = serde_json::to_value(full_report()).unwrap();
    compare(&value, "Report", "report", &all, &mut seen);
    let others = ["Check", "Calculate", "Grouping", "Summary"];
    let declared: BTreeSet<String> =
        all.into_keys().filter(|name| !others.iter().any(|other| name.starts_with(other))).collect();
    assert_eq!(seen, declared, "what is declared and not met in the report");
}

/// A summary in which nothing is left empty.
fn full_summary() -> Summary {
    let fraction = Fraction { part: "1".into(), whole: "2".into(), unit: "万元".into() };
    let spot = Spot { figure: Some(0), ..Spot::default() };
    Summary {
        version: "1".into(),
        unit: "万元".into(),
        pack: Some(Pack::default()),
        columns: vec![Column {
            key: "x".into(),
            title: "x".into(),
            kind: ColumnKind::Rate,
            unit: "%".into(),
            total_by: TotalBy::Ratio,
            total: Some("50".into()),
            fraction: Some(fraction.clone()),
            ratio: Some(RatioOf { part: "x".into(), whole: "y".into(), less_whole: false }),
            median: Some("50".into()),
            known: 1,
            missing: 0,
        }],
        rows: vec![Row {
            year: Some(2023),
            files: vec![0],
            cells: vec![summary::Cell {
                value: Some("50".into()),
                rank: Some(1),
                fraction: Some(fraction),
                spots: vec![spot.clone()],
            }],
            ..Row::default()
        }],
        files: vec![Member { title: Some("题".into()), year: Some(2023), instead: Some(0), ..Member::default() }],
        checks: vec![Check {
            id: 0,
            kind: CheckKind::Parent,
            relation: RelationKind::Sum,
            label: "x".into(),
            operands: vec![spot.clone()],
            result: Some(spot.clone()),
            formula: "x".into(),
            gap: Some("1".into()),
            verdict: Verdict::Unchecked,
            reason: Some("x".into()),
        }],
        findings: vec![CrossFinding {
            id: 0,
            code: "x".into(),
            severity: Severity::Error,
            title: "x".into(),
            message: "x".into(),
            check: 0,
            spots: vec![spot],
        }],
    }
}

#[test]
fn the_summary_is_as_declared() {
    let all = declarations();
    let mut seen = BTreeSet::new();
    let value = serde_json::to_value(full_summary()).unwrap();
    compare(&value, "Summary", "summary", &all, &mut seen);
    let missed: Vec<_> = all.keys().filter(|name| name.starts_with("Summary") && !seen.contains(*name)).collect();
    assert!(missed.is_empty(), "declared and not met in the summary: {missed:?}");
}

#[test]
fn every_word_is_declared_and_no_other() {
    fn words<T: serde::Serialize>(values: &[T]) -> String {
        values.iter().map(|value| serde_json::to_string(value).unwrap()).collect::<Vec<_>>().join(" | ")
    }
    use {CheckKind as C, ColumnKind as L, Role as R};
    use {Extent as E, FigureStatus as F, RelationKind as K, Severity as S, Source as O, Standing as T, Verdict as V};
    let expected = [
        ("SummaryColumnKind", words(&[L::Money, L::Count, L::Rate, L::Points, L::Words])),
        ("SummaryTotalBy", words(&[TotalBy::Sum, TotalBy::Ratio, TotalBy::None])),
        ("SummaryCheckKind", words(&[C::Parent, C::Transfer, C::Continuity, C::Own, C::Outlier])),
        ("SummaryRole", words(&[R::Report, R::Tables, R::Annex, R::Earlier, R::Duplicate, R::Superseded, R::Excluded])),
        ("Level", words(&[Level::Info, Level::Warning])),
        ("Extent", words(&[E::Plain, E::About, E::AtLeast, E::AtMost, E::Range])),
        ("FigureStatus", words(&[F::Verified, F::Conflicting, F::Single, F::Unchecked])),
        (
            "RelationKind",
            words(&[K::Sum, K::Difference, K::Share, K::Growth, K::Ratio, K::Count, K::Equal, K::Bound, K::Product]),
        ),
        ("Source", words(&[O::Asserted, O::Official, O::Table, O::User])),
        ("Verdict", words(&[V::Exact, V::Rounded, V::Coarse, V::Inconsistent, V::Unchecked])),
        ("Severity", words(&[S::Error, S::Suspect, S::Note])),
        ("Confirmation", words(&[Confirmation::Confirmed, Confirmation::Reference])),
        ("Direction", words(&[Direction::Lower, Direction::Higher, Direction::Target])),
        ("InputSource", words(&[InputSource::Report, InputSource::User])),
        ("Standing", words(&[T::Good, T::Attention, T::Unknown])),
    ];
    let all = declarations();
    for (name, words) in expected {
        assert_eq!(all[name]["|"], words, "{name}");
    }
}
