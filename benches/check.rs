//! How long a check takes, and how its time grows with the text: `cargo bench --profile native --bench check`.
//!
//! A text of about 16,000 characters is made of the reports and labelled texts under tests/, then 10 and 100 times as much,
//! each time with other amounts. Where time grows faster than text, the last column is well above 1.
#![allow(clippy::expect_used, clippy::float_arithmetic)] // a bench stops at what is missing, and times are no amounts

#[path = "../tests/growth/clock.rs"]
mod clock;
#[path = "../tests/growth/varied.rs"]
mod varied;

use std::hint::black_box;

fn main() {
    println!(
        "{:>10} {:>9} {:>9} {:>10} {:>12} {:>7}",
        "characters", "figures", "relations", "ms", "µs/1000 chars", "growth"
    );
    let mut first = None;
    for (times, runs) in [(1, 10), (10, 3), (100, 1)] {
        let text = varied::text(16_000, times);
        let characters = text.chars().count();
        let report = gouji::check(&text);
        let spent = clock::time(runs, || {
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
    }
}
