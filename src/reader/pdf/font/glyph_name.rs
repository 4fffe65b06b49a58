//! Names of glyphs and bytes of the old Latin encodings → characters.

use crate::gather::Gather;
use crate::reader::charset::Charset;
use std::sync::LazyLock;

/// Names of the glyphs of ASCII that are not single letters, from the blank on; `-` stands for the letters between them.
const ASCII: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk \
    plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater \
    question at - - - - - - - - - - - - - - - - - - - - - - - - - - bracketleft backslash bracketright asciicircum \
    underscore grave - - - - - - - - - - - - - - - - - - - - - - - - - - braceleft bar braceright asciitilde";

/// Names of the glyphs from U+00A1 on.
const LATIN: &str = "exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft \
    logicalnot softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered \
    cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute \
    Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex \
    Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis \
    Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex \
    edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash \
    ugrave uacute ucircumflex udieresis yacute thorn ydieresis";

/// Names of other glyphs that reports use.
const OTHERS: [(&str, &str); 50] = [
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotesinglbase", "‚"),
    ("quotedblbase", "„"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("perthousand", "‰"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("Euro", "€"),
    ("trademark", "™"),
    ("minus", "−"),
    ("lessequal", "≤"),
    ("greaterequal", "≥"),
    ("notequal", "≠"),
    ("approxequal", "≈"),
    ("infinity", "∞"),
    ("fraction", "⁄"),
    ("florin", "ƒ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Scaron", "Š"),
    ("scaron", "š"),
    ("Zcaron", "Ž"),
    ("zcaron", "ž"),
    ("Ydieresis", "Ÿ"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("dotlessi", "ı"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("breve", "˘"),
    ("dotaccent", "˙"),
    ("ring", "˚"),
    ("hungarumlaut", "˝"),
    ("ogonek", "˛"),
    ("caron", "ˇ"),
    ("nbspace", " "),
    ("middot", "·"),
];

/// What the upper half of the standard encoding holds, from its code on.
const STANDARD: [(u8, &str); 9] = [
    (0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"),
    (0xb1, "–†‡·"),
    (0xb6, "¶•‚„”»…‰"),
    (0xbf, "¿"),
    (0xd0, "—"),
    (0xe1, "Æ"),
    (0xe8, "ŁØŒº"),
    (0xf1, "æ"),
    (0xf8, "łøœß"),
];

/// Every character of a set of single bytes, by its code.
fn all(set: Charset) -> Vec<char> {
    set.read_lossy(&(0..=255).collect::<Vec<u8>>()).chars().gather()
}

static WIN_ANSI: LazyLock<Vec<char>> = LazyLock::new(|| all(Charset::WINDOWS_1252));
static MAC_ROMAN: LazyLock<Vec<char>> = LazyLock::new(|| all(Charset::MACINTOSH));

/// An encoding that a file can name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Latin {
    Standard,
    WinAnsi,
    MacRoman,
}

impl Latin {
    pub(super) fn of_name(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The character of a code.
    pub(super) fn character(self, code: u8) -> Option<char> {
        let wide = match self {
            Self::WinAnsi => return one(WIN_ANSI.get(usize::from(code)).into_iter().copied()),
            Self::MacRoman => return one(MAC_ROMAN.get(usize::from(code)).into_iter().copied()),
            Self::Standard => STANDARD.iter().rev().find(|(from, _)| *from <= code),
        };
        match code {
            b'\'' => Some('’'),
            b'`' => Some('‘'),
            b' '..=b'~' => Some(char::from(code)),
            _ => wide.and_then(|(from, row)| row.chars().nth(usize::from(code - from))),
        }
    }
}

fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|c| !c.is_control())
}

/// The characters of a glyph's name: `zero`, `Eacute`, `uni4E00`, `u20BB7`, `f_i`, `one.lining`.
pub(super) fn text(name: &str) -> Option<String> {
    let base = name.split('.').next().filter(|b| !b.is_empty())?;
    base.split('_').map(part).collect()
}

fn part(name: &str) -> Option<String> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(c.to_string());
    }
    if let Some(at) = ASCII.split_whitespace().position(|n| n == name) {
        return char::from_u32(0x20 + at as u32).map(String::from);
    }
    if let Some(at) = LATIN.split_whitespace().position(|n| n == name) {
        return char::from_u32(0xa1 + at as u32).map(String::from);
    }
    if let Some((_, text)) = OTHERS.iter().find(|(n, _)| *n == name) {
        return Some((*text).to_owned());
    }
    by_number(name)
}

fn by_number(name: &str) -> Option<String> {
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok();
    if let Some(digits) = name.strip_prefix("uni").filter(|d| d.len() % 4 == 0 && d.is_ascii() && !d.is_empty()) {
        let units: Option<Vec<u16>> =
            (0..digits.len()).step_by(4).map(|at| hex(digits.get(at..at + 4)?).map(|unit| unit as u16)).gather_all();
        return String::from_utf16(&units?).ok();
    }
    let digits = name.strip_prefix('u').filter(|d| (4..=6).contains(&d.len()))?;
    hex(digits).and_then(char::from_u32).map(String::from)
}
