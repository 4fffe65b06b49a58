//! How long a check takes, and how its time grows with the text: `cargo bench --profile native --bench check`.
//!
//! A text of ordinary length, about 15,000 characters, is made of the reports under tests/reports; then up to 100 times
//! as much. Where time grows faster than text, the last column is well above 1.
#![allow(clippy::expect_used, clippy::float_arithmetic)] // a bench stops at what is missing, and times are no amounts

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

const CHARACTERS: usize = 15_000;

fn text() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of reports")
        .filter_map(|entry| Some(entry.ok()?.path().join("input.txt")))
        .filter(|file| file.exists())
        .collect();
    files.sort();
    let reports: Vec<String> = files.iter().map(|f| fs::read_to_string(f).expect("a report")).collect();
    let mut out = String::new();
    for report in reports.iter().cycle() {
        if out.chars().count() >= CHARACTERS {
            break;
        }
        out.push_str(report);
        out.push_str("\n\n");
    }
    out
}

/// The shortest of some runs.
fn time(runs: u32, mut work: impl FnMut()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..runs).map(once).min().unwrap_or_default()
}

fn main() {
    let one = text();
    println!(
        "{:>10} {:>9} {:>9} {:>10} {:>12} {:>7}",
        "characters", "figures", "relations", "ms", "µs/1000 chars", "growth"
    );
    let mut first = None;
    for (times, runs) in [(1, 5), (3, 3), (10, 2), (30, 1), (100, 1)] {
        let text = one.repeat(times);
        let characters = text.chars().count();
        let report = gouji::check(&text);
        let spent = time(runs, || {
            black_box(gouji::check(black_box(&text)));
        });
        let each = spent.as_secs_f64() * 1e9 / characters as f64;
        let growth = each / *first.get_or_insert(each);
        println!(
            "{characters:>10} {:>9} {:>9} {:>10.1} {each:>12.1} {growth:>7.2}",
            report.figures.len(),
            report.relations.len(),
            spent.as_secs_f64() * 1e3
        );
        if spent > Duration::from_secs(60) {
            println!("more would take too long");
            break;
        }
    }
}
