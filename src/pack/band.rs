//! Bands as score tables write them, `[80, 90)`, and whether a row of them covers everything once.

use super::error::Trouble;
use crate::number::{Band, End};

/// Reads a band.
pub(super) fn read(text: &str) -> Result<Band, Trouble> {
    let wrong = || Trouble::Band(text.to_owned());
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(folded).collect();
    let open = plain.chars().next().filter(|c| matches!(c, '[' | '(')).ok_or_else(wrong)?;
    let close = plain.chars().last().filter(|c| matches!(c, ']' | ')')).ok_or_else(wrong)?;
    let (least, most) = plain
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close))
        .and_then(|inner| inner.split_once(','))
        .ok_or_else(wrong)?;
    let end = |word: &str, closed: bool| match word.strip_suffix('∞') {
        Some(_) if closed => Err(wrong()),
        Some("" | "+" | "-") => Ok(None),
        _ => word.parse().map(|value| Some(End { value, closed })).map_err(|_| wrong()),
    };
    let band = Band { least: end(least, open == '[')?, most: end(most, close == ']')? };
    let upside_down = |(least, most): (End, End)| {
        least.value > most.value || least.value == most.value && !(least.closed && most.closed)
    };
    if least.starts_with("+∞") || most.starts_with("-∞") || band.least.zip(band.most).is_some_and(upside_down) {
        return Err(wrong());
    }
    Ok(band)
}

fn folded(c: char) -> char {
    match c {
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '−' | '－' => '-',
        '＋' => '+',
        other => other,
    }
}

/// Whether bands follow each other without gap or overlap; the number of the band that does not, from 0, and why.
pub(super) fn follow(bands: &[Band]) -> Result<(), (usize, Trouble)> {
    if let Some(first) = bands.first().filter(|band| band.least.is_some()) {
        return Err((0, Trouble::Uncovered(first.to_string())));
    }
    for (at, pair) in bands.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let names = || (before.to_string(), after.to_string());
        let (Some(end), Some(begin)) = (before.most, after.least) else {
            let (before, after) = names();
            return Err((at + 1, Trouble::Overlap(before, after)));
        };
        let (before, after) = names();
        let trouble = match (end.value.cmp(&begin.value), end.closed, begin.closed) {
            (std::cmp::Ordering::Equal, true, true) => Trouble::BothClosed(before, after),
            (std::cmp::Ordering::Equal, false, false) | (std::cmp::Ordering::Less, ..) => Trouble::Gap(before, after),
            (std::cmp::Ordering::Equal, ..) => continue,
            (std::cmp::Ordering::Greater, ..) => Trouble::Overlap(before, after),
        };
        return Err((at + 1, trouble));
    }
    match bands.last().filter(|band| band.most.is_some()) {
        Some(last) => Err((bands.len() - 1, Trouble::Uncovered(last.to_string()))),
        None => Ok(()),
    }
}
