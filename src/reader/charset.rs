//! Character sets (字符编码): bytes → characters, by the names, labels and rules of the WHATWG Encoding Standard.
//!
//! What Unicode itself defines is read here. The tables of the other sets are a tenth of the engine, and every browser has them
//! by the same standard, so in a browser they are asked of it (`platform.rs`); elsewhere encoding_rs has them (`tables.rs`).

#[cfg_attr(all(target_arch = "wasm32", feature = "web"), path = "charset/platform.rs")]
#[cfg_attr(not(all(target_arch = "wasm32", feature = "web")), path = "charset/tables.rs")]
mod tables;

use crate::gather::Gather;
use std::fmt;

/// A character set by its name in the standard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Charset(&'static str);

/// The sets that files of Chinese offices, and those who write to them, are in.
const KNOWN: [Charset; 11] = [
    Charset::UTF_8,
    Charset::UTF_16LE,
    Charset::UTF_16BE,
    Charset("GBK"),
    Charset::GB18030,
    Charset::BIG5,
    Charset::SHIFT_JIS,
    Charset("EUC-JP"),
    Charset::EUC_KR,
    Charset::WINDOWS_1252,
    Charset::MACINTOSH,
];

impl Charset {
    pub(super) const UTF_8: Self = Self("UTF-8");
    pub(super) const UTF_16LE: Self = Self("UTF-16LE");
    pub(super) const UTF_16BE: Self = Self("UTF-16BE");
    /// Holds all of GBK and GB 2312.
    pub(super) const GB18030: Self = Self("GB18030");
    pub(super) const BIG5: Self = Self("Big5");
    pub(super) const SHIFT_JIS: Self = Self("Shift_JIS");
    pub(super) const EUC_KR: Self = Self("EUC-KR");
    pub(super) const WINDOWS_1252: Self = Self("windows-1252");
    pub(super) const MACINTOSH: Self = Self("macintosh");

    /// Its name.
    pub(super) const fn name(self) -> &'static str {
        self.0
    }

    /// The set that a label means: `x-gbk`, `gb2312`. GBK is read as GB18030, which holds it.
    pub(super) fn of_label(label: &str) -> Option<Self> {
        let name = tables::name_of(label)?;
        let known = KNOWN.into_iter().find(|set| set.0.eq_ignore_ascii_case(&name))?;
        Some(if known.0 == "GBK" { Self::GB18030 } else { known })
    }

    /// The set that a mark at the beginning of the bytes says, and the length of the mark.
    pub(super) fn of_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((Self::UTF_8, 3)),
            [0xff, 0xfe, ..] => Some((Self::UTF_16LE, 2)),
            [0xfe, 0xff, ..] => Some((Self::UTF_16BE, 2)),
            _ => None,
        }
    }

    /// The characters of the bytes; none where some bytes are none of the set's.
    pub(super) fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::UTF_8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::UTF_16LE | Self::UTF_16BE => {
                let whole = bytes.len().is_multiple_of(2);
                whole.then(|| String::from_utf16(&self.units(bytes)).ok()).flatten()
            }
            Self(name) => tables::read(name, bytes),
        }
    }

    /// The characters of the bytes, with U+FFFD for bytes that are none of the set's.
    pub(super) fn read_lossy(self, bytes: &[u8]) -> String {
        match self {
            Self::UTF_8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::UTF_16LE | Self::UTF_16BE => String::from_utf16_lossy(&self.units(bytes)),
            Self(name) => tables::read_lossy(name, bytes),
        }
    }

    fn units(self, bytes: &[u8]) -> Vec<u16> {
        let unit =
            |pair: &[u8; 2]| if self == Self::UTF_16LE { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
        bytes.as_chunks::<2>().0.iter().map(unit).gather()
    }
}

impl fmt::Debug for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
