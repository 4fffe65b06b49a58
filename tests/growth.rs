//! The check takes time in proportion to the text: eight times the text costs about eight times as much, not sixty-four times.
#![allow(clippy::expect_used, clippy::float_arithmetic)] // a test stops at what is missing, and times are no amounts

#[path = "growth/clock.rs"]
mod clock;
#[path = "growth/varied.rs"]
mod varied;

use std::hint::black_box;

/// By how much a character may cost more in a text eight times as long. What grows with the square of the text costs eight times
/// as much; the room between is for what only a long text has: names that come again, larger indexes.
const MOST: f64 = 2.5;

/// What a character costs in the long text, compared with the short one.
fn growth(short: &str, long: &str) -> f64 {
    let each = |runs: u32, text: &str| {
        let spent = clock::time(runs, || {
            black_box(gouji::check(black_box(text)));
        });
        spent.as_secs_f64() / text.chars().count() as f64
    };
    each(3, long) / each(5, short)
}

fn assert_proportional(name: &str, text: impl Fn(usize) -> String) {
    let growth = growth(&text(1), &text(8));
    println!("{name}: {growth:.2}");
    assert!(growth <= MOST, "{name}: a character costs {growth:.2} times as much in a text eight times as long");
}

/// Ever new amounts: what looks through all facts or all relations shows.
#[test]
fn other_amounts() {
    assert_proportional("other amounts", |times| varied::text(8_000, times));
}

/// One report without an end: no titles, so that nothing is a collection of several.
#[test]
fn one_report() {
    let untitled = |text: String| text.lines().filter(|line| line.contains('。')).collect::<Vec<_>>().join("\n");
    assert_proportional("one report", |times| untitled(varied::text(8_000, times)));
}

/// The same amounts again and again: what pairs equal figures shows.
#[test]
fn same_amounts() {
    let one = varied::text(8_000, 1);
    assert_proportional("same amounts", |times| vec![one.as_str(); times].join("\n\n"));
}

/// One paragraph without an end, as a file without line breaks gives it: what looks through a paragraph shows.
#[test]
fn one_paragraph() {
    assert_proportional("one paragraph", |times| varied::text(4_000, times).split_whitespace().collect());
}

/// One sentence without an end, as a file without marks gives it: what looks through a sentence shows, with clauses and without.
#[test]
fn one_sentence() {
    let unmarked =
        |text: String, marks: &[char]| text.chars().filter(|c| !c.is_whitespace() && !marks.contains(c)).collect();
    assert_proportional("one sentence", |times| unmarked(varied::text(6_000, times), &['。', '；', '！', '？']));
    assert_proportional("no marks", |times| {
        unmarked(varied::text(6_000, times), &['。', '；', '！', '？', '，', '：', '、', '（', '）'])
    });
}
