//! The pages src/token/figure.md and src/token/mask.md: every example is read as the page says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken page must fail loudly

use gouji::number::format::plain;
use gouji::number::{Extent, Figure};
use gouji::text::{LogicalText, SourceText, Span};
use gouji::token::{PAGES, TokenKind, scan};
use std::ops::Range;

/// An example of a page: the text without its marks, where the marks were, and the lines that say what is read.
struct Example {
    line: usize,
    text: String,
    marked: Vec<Range<usize>>,
    expected: Vec<String>,
}

/// The fenced blocks of a page whose language is `text <kind>`.
fn examples(page: &str, kind: &str) -> Vec<Example> {
    let fence = format!("```text {kind}");
    let mut out = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((line, _)) = lines.by_ref().find(|(_, l)| *l == fence) {
        let block: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != "```").collect();
        let (expected, body): (Vec<&str>, Vec<&str>) = block.iter().partition(|l| l.starts_with('→'));
        let (mut text, mut marked, mut open) = (String::new(), Vec::new(), 0);
        for c in body.join("\n").chars() {
            match c {
                '⟦' => open = text.len(),
                '⟧' => marked.push(open..text.len()),
                _ => text.push(c),
            }
        }
        let expected: Vec<String> = expected.iter().map(|l| l.trim_start_matches('→').trim().to_owned()).collect();
        assert_eq!(marked.len(), expected.len(), "line {}: one → for each ⟦⟧", line + 1);
        out.push(Example { line: line + 1, text, marked, expected });
    }
    assert!(out.len() > 20, "the page has examples");
    out
}

fn page(name: &str) -> &'static str {
    PAGES.iter().find(|(n, _)| *n == name).expect("the page exists").1
}

/// All tokens with the place in bytes.
fn tokens(text: &str) -> Vec<(Range<usize>, TokenKind)> {
    let logical = LogicalText::new(text);
    let place = |span: Span| span.start as usize..span.end as usize;
    scan(&logical).into_iter().map(|t| (place(logical.span(&t.range)), t.kind)).collect()
}

fn words(figure: &Figure) -> String {
    let base = plain(figure.base().expect("an example fits"));
    let (value, extent) = match figure.extent {
        Extent::Plain => (base, "plain"),
        Extent::About => (base, "about"),
        Extent::AtLeast => (base, "atLeast"),
        Extent::AtMost => (base, "atMost"),
        Extent::Range => {
            let upper = figure.upper.expect("a range has an end") * figure.unit.scale;
            (format!("{base}..{}", plain(upper)), "range")
        }
    };
    [value.as_str(), figure.unit.base.as_str(), extent]
        .into_iter()
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[test]
fn figures_are_read_as_their_page_says() {
    let mut wrong = String::new();
    for example in examples(page("figure"), "figure") {
        let source = SourceText::new(example.text.clone());
        let slice = |r: &Range<usize>| source.slice(Span::new(r.start as u32, r.end as u32)).to_owned();
        let read: Vec<String> = tokens(&example.text)
            .iter()
            .filter_map(|(range, kind)| match kind {
                TokenKind::Figure(figure) => Some(format!("{} → {}", slice(range), words(figure))),
                TokenKind::Excluded(_) => None,
            })
            .collect();
        let expected: Vec<String> =
            example.marked.iter().zip(&example.expected).map(|(range, e)| format!("{} → {e}", slice(range))).collect();
        if read != expected {
            wrong += &format!("figure.md:{}\n  read     {read:?}\n  expected {expected:?}\n", example.line);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn digits_that_are_no_figures_are_excluded_as_their_page_says() {
    let mut wrong = String::new();
    for example in examples(page("mask"), "mask") {
        let tokens = tokens(&example.text);
        for (range, code) in example.marked.iter().zip(&example.expected) {
            let what = &example.text.as_bytes()[range.clone()];
            let what = String::from_utf8_lossy(what);
            if let Some((_, TokenKind::Figure(figure))) =
                tokens.iter().find(|(r, k)| overlap(r, range) && matches!(k, TokenKind::Figure(_)))
            {
                wrong += &format!("mask.md:{} {what}: read as {}\n", example.line, words(figure));
            }
            for (at, _) in example.text.char_indices().filter(|(i, c)| range.contains(i) && c.is_ascii_digit()) {
                let reason = tokens.iter().find(|(r, _)| r.contains(&at)).map(|(_, kind)| match kind {
                    TokenKind::Figure(_) => "a figure",
                    TokenKind::Excluded(mask) => mask.code(),
                });
                if reason != Some(code.as_str()) {
                    wrong += &format!("mask.md:{} {what}: {code} but {reason:?} at byte {at}\n", example.line);
                }
            }
        }
        for (at, _) in example.text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let marked = example.marked.iter().any(|r| r.contains(&at));
            let figure = tokens.iter().any(|(r, k)| r.contains(&at) && matches!(k, TokenKind::Figure(_)));
            if !marked && !figure {
                wrong += &format!("mask.md:{} digit at byte {at} is data, but no figure\n", example.line);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
