//! What holds for a whole workbook: its sheets, formats and shared strings.

use crate::gather::{Gather, SortedMap};

use super::super::cell::Manner;
use super::super::format::{Format, builtin};
use super::record::{BEGIN, END, Records};
use super::string::{self, Cursor, Writing};
use crate::reader::{ReadError, Session};

const SHEET: u16 = 0x0085;
const STYLE: u16 = 0x00e0;
const FORMAT: u16 = 0x041e;
const STRINGS: u16 = 0x00fc;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const LOCKED: u16 = 0x002f;

/// The version of Excel 97 and later.
const EXCEL_97: u16 = 0x0600;

/// What a workbook says at its beginning.
pub(super) struct Globals {
    /// How it writes strings.
    pub writing: Writing,
    /// How it shows numbers.
    pub manner: Manner,
    /// Its sheets of cells.
    pub sheets: Vec<SheetPlace>,
    /// Its shared strings.
    pub strings: Vec<String>,
    formats: Vec<Format>,
    general: Format,
}

/// Where a sheet begins in the stream.
pub(super) struct SheetPlace {
    /// Its first byte.
    pub start: usize,
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Globals {
    /// The format of a style.
    pub(super) fn format(&self, style: u16) -> &Format {
        self.formats.get(usize::from(style)).unwrap_or(&self.general)
    }
}

/// Reads the beginning of a workbook.
pub(super) fn read(stream: &[u8], session: &mut Session) -> Result<Globals, ReadError> {
    let mut out = Globals {
        writing: Writing::Wide,
        manner: Manner::default(),
        sheets: Vec::new(),
        strings: Vec::new(),
        formats: Vec::new(),
        general: Format::parse(builtin(0)),
    };
    let mut codes: SortedMap<u16, String> = SortedMap::new();
    let mut styles = Vec::new();
    for record in Records::from(stream, 0) {
        match record.kind {
            BEGIN if record.word(0)? < EXCEL_97 => out.writing = Writing::Bytes(string::code_page(0)),
            CODE_PAGE => {
                if let Writing::Bytes(encoding) = &mut out.writing {
                    *encoding = string::code_page(record.word(0)?);
                }
            }
            LOCKED => return Err(ReadError::Encrypted),
            DATE_MODE => out.manner.from_1904 = record.word(0)? == 1,
            FORMAT => {
                let short = matches!(out.writing, Writing::Bytes(_));
                codes.insert(record.word(0)?, Cursor::new(&record, 2).string(out.writing, short)?);
            }
            STYLE => styles.push(record.word(2)?),
            STRINGS => out.strings = string::shared(&record, session)?,
            SHEET => {
                let [.., state, kind] = *record.body.get(..6).ok_or(ReadError::Damaged)? else { continue };
                // Charts, macros and modules hold no cells.
                if kind == 0 {
                    let name = Cursor::new(&record, 6).string(out.writing, true)?;
                    let start = record.long(0)? as usize;
                    out.sheets.push(SheetPlace { start, name, hidden: state & 3 != 0 });
                }
            }
            END => break,
            _ => {}
        }
    }
    let code = |id: &u16| codes.get(id).map_or_else(|| builtin(u32::from(*id)), String::as_str);
    out.formats = styles.iter().map(|id| Format::parse(code(id))).gather();
    Ok(out)
}
