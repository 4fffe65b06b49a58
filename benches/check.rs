//! How long a check takes, and how its time grows with the text: `cargo bench --profile native --bench check`.
//!
//! Two kinds of text, each of about 100 kilobytes, then 10 and 100 times as much with other amounts. `labelled` is made of the reports and
//! labelled texts under tests/, in which every sentence states a relation: far denser than what is published. `reports` is a collection of
//! whole reports as a department publishes its own with those of its units. Where time on one thread grows faster than text, the column of
//! growth is well above 1; the smallest text of `reports` is small enough to stay in the processor's caches over its ten runs, which makes
//! the others look up to a half dearer. The last column is what a person waits for the report, with as many threads as there are processors.
//! `-- FILE…` takes the time of texts of one's own.
#![allow(clippy::expect_used, clippy::float_arithmetic)] // a bench stops at what is missing, and times are no amounts

#[path = "../tests/growth/clock.rs"]
mod clock;
#[path = "../tests/generator/mod.rs"]
mod generator;
#[path = "../tests/growth/varied.rs"]
mod varied;

use std::env;
use std::fs;
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

/// How often a text is taken, and how often it is then checked.
const SIZES: [(usize, u32); 3] = [(1, 10), (10, 3), (100, 1)];

/// So many characters, about 100 kilobytes, of labelled texts.
const LABELLED: usize = 33_000;

/// So many reports of some 15,000 characters are about as much.
const REPORTS: usize = 2;

/// A text to check.
struct Sample {
    name: String,
    text: String,
    runs: u32,
}

fn main() {
    println!(
        "{:<12} {:>10} {:>6} {:>9} {:>10} {:>10} {:>14} {:>7} {:>9}",
        "text", "characters", "MB", "figures", "relations", "ms", "µs/1000 chars", "growth", "waited ms"
    );
    for series in series() {
        let mut first = None;
        for sample in series {
            let each = measure(&sample, first);
            first = first.or(Some(each));
        }
    }
}

/// Prints what a text costs, and gives the microseconds for a thousand characters; growth is told from those of the first of its kind.
fn measure(sample: &Sample, first: Option<f64>) -> f64 {
    let Sample { name, text, runs } = sample;
    let characters = text.chars().count();
    let report = gouji::check(text);
    let waited = waited(text);
    let spent = clock::time(*runs, || {
        black_box(gouji::check(black_box(text)));
    });
    let each = spent.as_secs_f64() * 1e9 / characters as f64;
    println!(
        "{name:<12} {characters:>10} {:>6.1} {:>9} {:>10} {:>10.1} {each:>14.1} {:>7.2} {:>9.1}",
        text.len() as f64 / 1e6,
        report.figures.len(),
        report.relations.len(),
        spent.as_secs_f64() * 1e3,
        each / first.unwrap_or(each),
        waited.as_secs_f64() * 1e3
    );
    each
}

/// The texts of the files named, each a series of its own, or else those of both kinds.
fn series() -> Vec<Vec<Sample>> {
    let files: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if files.is_empty() {
        let kind = |name: &str, text: fn(usize) -> String| {
            SIZES.map(|(times, runs)| Sample { name: format!("{name} {times}×"), text: text(times), runs }).into()
        };
        return vec![
            kind("labelled", |times| varied::text(LABELLED, times)),
            kind("reports", |times| reports(REPORTS * times)),
        ];
    }
    let read = |file: &String| {
        let text = fs::read_to_string(file).expect("a text");
        vec![Sample { name: "file".to_owned(), text, runs: 1 }]
    };
    files.iter().map(read).collect()
}

/// A collection of so many reports.
fn reports(count: usize) -> String {
    generator::departments(count, 1).iter().map(generator::report).collect::<Vec<_>>().join("\n\n")
}

/// How long it takes by the clock until the report is there, on a thread of its own: this one has done all by itself since it took its first
/// time.
fn waited(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        let report = black_box(gouji::check(black_box(text)));
        let waited = start.elapsed();
        drop(report);
        waited
    };
    thread::scope(|scope| scope.spawn(run).join().expect("a check"))
}
