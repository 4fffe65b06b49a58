//! Signs of symbol fonts, and characters above or below the line.

use super::property::Raised;
use crate::reader::xml::Element;

/// Codes of symbol fonts stand for signs that have characters of their own.
const WINGDINGS: [(u32, char); 20] = [
    (0x6c, '●'),
    (0x6d, '❍'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x74, '◆'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xb2, '★'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
    (0x9f, '•'),
];

const WINGDINGS_2: [(u32, char); 7] =
    [(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0xa3, '□')];

const SYMBOL: [(u32, char); 24] = [
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb5, '∝'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd0, '∠'),
    (0xd6, '√'),
    (0xe5, '∑'),
    (0x61, 'α'),
    (0x62, 'β'),
];

/// The character of `w:sym`; nothing where the font's sign is not known.
pub(super) fn sign(element: &Element) -> Option<char> {
    let font = element.attribute("font").unwrap_or_default().to_lowercase();
    let code = u32::from_str_radix(element.attribute("char")?.trim(), 16).ok()?;
    // Symbol fonts have their signs in the private area, at the codes that the keys give.
    let key = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let look = |table: &[(u32, char)]| table.iter().find(|(at, _)| *at == key).map(|(_, sign)| *sign);
    match font.as_str() {
        "wingdings" => circled(key).or_else(|| look(&WINGDINGS)),
        "wingdings 2" => look(&WINGDINGS_2),
        "wingdings 3" | "webdings" => None,
        "symbol" => {
            look(&SYMBOL).or_else(|| char::from_u32(key).filter(|c| (' '..='?').contains(c) && !"\"$'*".contains(*c)))
        }
        _ => char::from_u32(key).filter(|c| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c)),
    }
}

/// Wingdings has ① to ⑩ from 0x81 on, and the black ones from 0x8c on.
fn circled(key: u32) -> Option<char> {
    match key {
        0x81..=0x8a => char::from_u32('①' as u32 + key - 0x81),
        0x8c..=0x95 => char::from_u32('❶' as u32 + key - 0x8c),
        _ => None,
    }
}

/// Digits above or below the line are no part of the figure before them: m², PM₂.₅.
pub(super) fn raised(words: &str, raised: Raised) -> String {
    const SUPER: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let small = |digit: u32| match raised {
        Raised::No => None,
        Raised::Super => SUPER.get(digit as usize).copied(),
        Raised::Sub => char::from_u32('₀' as u32 + digit),
    };
    words.chars().map(|c| c.to_digit(10).and_then(small).unwrap_or(c)).collect()
}
