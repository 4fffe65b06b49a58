//! How long a check takes, and how its time grows with the text: `cargo bench --profile native --bench check`.
//!
//! A text of about 33,000 characters, 100 kilobytes, is made of the reports and labelled texts under tests/, then 10 and 100 times as
//! much, each time with other amounts. Where time on one thread grows faster than text, the column of growth is well above 1; the last
//! column is what a person waits, with as many threads as there are processors. `-- FILE…` takes the time of texts of one's own.
#![allow(clippy::expect_used, clippy::float_arithmetic)] // a bench stops at what is missing, and times are no amounts

#[path = "../tests/growth/clock.rs"]
mod clock;
#[path = "../tests/growth/varied.rs"]
mod varied;

use std::env;
use std::fs;
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    println!(
        "{:>10} {:>6} {:>9} {:>9} {:>10} {:>12} {:>7} {:>9}",
        "characters", "MB", "figures", "relations", "ms", "µs/1000 chars", "growth", "waited ms"
    );
    let mut first = None;
    for (text, runs) in texts() {
        let characters = text.chars().count();
        let report = gouji::check(&text);
        let waited = waited(&text);
        let spent = clock::time(runs, || {
            black_box(gouji::check(black_box(&text)));
        });
        let each = spent.as_secs_f64() * 1e9 / characters as f64;
        let growth = each / *first.get_or_insert(each);
        println!(
            "{characters:>10} {:>6.1} {:>9} {:>9} {:>10.1} {each:>12.1} {growth:>7.2} {:>9.1}",
            text.len() as f64 / 1e6,
            report.figures.len(),
            report.relations.len(),
            spent.as_secs_f64() * 1e3,
            waited.as_secs_f64() * 1e3
        );
    }
}

/// The texts, each with how often it is checked: those of the files named, or else the varied ones.
fn texts() -> Vec<(String, u32)> {
    let files: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if files.is_empty() {
        return [(1, 10), (10, 3), (100, 1)].map(|(times, runs)| (varied::text(33_000, times), runs)).into();
    }
    files.iter().map(|file| (fs::read_to_string(file).expect("a text"), 1)).collect()
}

/// How long a check takes by the clock, on a thread of its own: this one has done all by itself since it took its first time.
fn waited(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        black_box(gouji::check(black_box(text)));
        start.elapsed()
    };
    thread::scope(|scope| scope.spawn(run).join().expect("a check"))
}
