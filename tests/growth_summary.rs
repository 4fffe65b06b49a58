//! The summary takes time in proportion to the reports: eight times the departments cost about eight times as much.
#![allow(clippy::float_arithmetic)] // times are no amounts

#[path = "growth/clock.rs"]
mod clock;

use gouji::aggregate::summarize;
use gouji::summary::{Amount, Digest, Direction, Grouping, Transfer};
use std::hint::black_box;

/// By how much a report may cost more among eight times as many. What compares each with each costs eight times as much.
const MOST: f64 = 2.5;

/// How many reports are summed up in a run, few at a time or many.
const WORTH: usize = 2_000;

fn unit(at: usize) -> String {
    format!("河湾市第{at}管理局")
}

/// A report that gives something to the next unit.
fn giving(at: usize, count: usize) -> Digest {
    let amount = Amount {
        value: "12".into(),
        unit: "万元".into(),
        base_value: "120000".into(),
        base_unit: "元".into(),
        ..Amount::default()
    };
    Digest {
        name: format!("{at}.txt"),
        organization: Some(unit(at)),
        year: Some(2023),
        hash: at.to_string(),
        transfers: vec![Transfer {
            direction: Direction::Given,
            verb: "下划".into(),
            counterpart: unit((at + 1) % count),
            amount,
        }],
        ..Digest::default()
    }
}

#[test]
fn many_departments_with_transfers() {
    // The processor's time is told in coarse steps: each run makes so many reports' worth of summaries.
    let each = |count: usize| {
        let digests: Vec<Digest> = (0..count).map(|at| giving(at, count)).collect();
        let spent = clock::time(3, || {
            for _ in 0..WORTH / count {
                black_box(summarize(black_box(&digests), &Grouping::default()));
            }
        });
        spent.as_secs_f64()
    };
    let growth = each(400) / each(50);
    println!("many departments: {growth:.2}");
    assert!(growth <= MOST, "a report costs {growth:.2} times as much among eight times as many");
}
