//! What holds of the report of any text.

use gouji::report::Report;
use gouji::text::LogicalText;
use gouji::token::{Mask, TokenKind, scan};

/// The text between two UTF-16 offsets, as JavaScript slices it.
fn slice(units: &[u16], start: u32, end: u32) -> String {
    String::from_utf16(&units[start as usize..end as usize]).expect("offsets lie on character boundaries")
}

/// The report of a text, with its places and counts held to it.
pub fn sound(text: &str) -> Report {
    let report = gouji::check(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |start, end| slice(&units, start, end);
    for figure in &report.figures {
        assert_eq!(figure.text, slice(figure.start, figure.end), "figure in {text:?}");
        assert!(figure.start < figure.end);
    }
    for excluded in &report.excluded {
        assert_eq!(excluded.text, slice(excluded.start, excluded.end), "exclusion in {text:?}");
    }
    for relation in &report.relations {
        slice(relation.start, relation.end);
        let known = |id: &u32| (*id as usize) < report.figures.len();
        assert!(
            relation.operands.iter().all(known) && relation.result.iter().all(known),
            "figures of a relation in {text:?}"
        );
    }
    for (start, end) in report.findings.iter().flat_map(|f| &f.spans) {
        slice(*start, *end);
    }
    let coverage = &report.coverage;
    assert_eq!(coverage.figures, report.figures.len());
    assert_eq!(coverage.excluded, report.excluded.len());
    assert_eq!(
        coverage.verified + coverage.conflicting + coverage.single + coverage.unchecked,
        coverage.figures,
        "coverage adds up in {text:?}"
    );
    digits_are_accounted_for(text, &report);
    report
}

/// Every digit of the original stands in exactly one figure or exclusion of the report, page numbers included.
fn digits_are_accounted_for(text: &str, report: &Report) {
    let figures = report.figures.iter().map(|f| (f.start, f.end));
    let mut spans: Vec<(u32, u32)> = figures.chain(report.excluded.iter().map(|e| (e.start, e.end))).collect();
    spans.sort_unstable();
    assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "figures and exclusions overlap in {text:?}");
    for (at, _) in text.encode_utf16().enumerate().filter(|(_, unit)| (0x30..0x3a).contains(unit)) {
        let behind = spans.partition_point(|(start, _)| (*start as usize) <= at);
        let holder = behind.checked_sub(1).and_then(|i| spans.get(i));
        assert!(holder.is_some_and(|(_, end)| at < *end as usize), "the digit at {at} of {text:?} is lost");
    }
}

/// How many tokens hold each digit of the logical text.
pub fn digits_are_read_once(text: &str) {
    let logical = LogicalText::new(text);
    let tokens = scan(&logical);
    for pair in tokens.windows(2) {
        assert!(pair[0].range.end <= pair[1].range.start, "tokens {:?} and {:?} overlap in {text:?}", pair[0], pair[1]);
    }
    for (at, c) in logical.chars().iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
        let holders = tokens.iter().filter(|t| t.range.contains(&at)).count();
        assert_eq!(holders, 1, "digit {c} at {at} of {:?}", logical.words(0..logical.chars().len()));
    }
}

/// A run of digits and scale words is one number or none: no figure is a piece of one.
pub fn numbers_are_read_whole(text: &str) {
    let logical = LogicalText::new(text);
    let tokens = scan(&logical);
    let at = |i: usize| logical.chars().get(i).copied().unwrap_or(' ');
    let scales = |c: char| "百千万亿".contains(c);
    let han = |c: char| "零一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾".contains(c);
    // The digits of a name, a date or a mark are no number.
    let named = |i: usize| {
        let holder = tokens.iter().find(|t| t.range.contains(&i));
        holder.is_some_and(
            |t| matches!(&t.kind, TokenKind::Excluded(mask) if !matches!(mask, Mask::NoUnit | Mask::Idiom)),
        )
    };
    let words = || logical.words(0..logical.chars().len());
    for token in tokens.iter().filter(|t| matches!(t.kind, TokenKind::Figure(_))) {
        let (start, end) = (token.range.start, token.range.end);
        let first = at(start);
        let stem = (0..start).rev().find(|i| !scales(at(*i))).filter(|i| !named(*i));
        let goes_on = |i: usize| at(i).is_ascii_digit() || i + 1 < start && han(at(i));
        assert!(
            !(first.is_ascii_digit() || han(first)) || !stem.is_some_and(goes_on),
            "{} is a piece of a number in {:?}",
            logical.words(token.range.clone()),
            words()
        );
        let open = at(end - 1).is_ascii_digit() || scales(at(end - 1));
        let scaled = scales(at(end)) && at(end - 1).is_ascii_digit() && !"分克瓦米字".contains(at(end + 1));
        assert!(
            !open || !(scaled || at(end).is_ascii_digit() && !named(end)),
            "{} is the beginning of a number in {:?}",
            logical.words(token.range.clone()),
            words()
        );
    }
}
