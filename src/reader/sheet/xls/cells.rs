//! The cells of a sheet, record by record.

use super::super::cell::{Manner, Value};
use super::super::digits::Digits;
use super::super::worksheet::{Area, Sheet};
use super::double;
use super::globals::{Globals, SheetPlace};
use super::record::{BEGIN, END, Record, Records};
use super::string::{Cursor, Writing};
use crate::reader::{ReadError, Session};

const NUMBER: u16 = 0x0203;
const PACKED: u16 = 0x027e;
const PACKED_ROW: u16 = 0x00bd;
const LABEL: u16 = 0x0204;
const STYLED_LABEL: u16 = 0x00d6;
const SHARED_LABEL: u16 = 0x00fd;
const TRUTH_OR_FAULT: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const RESULT: u16 = 0x0207;
const MERGED: u16 = 0x00e5;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
const WINDOW: u16 = 0x023e;
const OBJECT: u16 = 0x005d;
const OBJECT_TEXT: u16 = 0x01b6;

/// The object of a comment on a cell.
const NOTE: u16 = 0x19;

/// Records between two looks at whether to go on.
const STEP: usize = 20_000;

struct Walk<'a, 's, 'b> {
    globals: &'a Globals,
    manner: Manner,
    sheet: Sheet,
    /// Where the text of the next record belongs.
    formula: Option<(u16, (u32, u32))>,
    object: u16,
    session: &'s mut Session<'b>,
}

/// Reads a sheet.
pub(super) fn read(
    stream: &[u8],
    place: &SheetPlace,
    globals: &Globals,
    session: &mut Session,
) -> Result<Sheet, ReadError> {
    let sheet = Sheet::new(place.name.clone(), place.hidden);
    let mut walk = Walk { globals, manner: globals.manner, sheet, formula: None, object: 0, session };
    // Whether zeros are shown is said behind the cells.
    for record in own(stream, place.start).filter(|r| r.kind == WINDOW) {
        walk.manner.no_zeros = record.word(0)? & 0x10 == 0;
    }
    for (index, record) in own(stream, place.start).enumerate() {
        if index % STEP == 0 {
            walk.session.step(place.start, stream.len())?;
        }
        walk.record(&record)?;
    }
    Ok(walk.sheet)
}

/// The records of a sheet, without those of charts inside it.
fn own(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut depth = 0i32;
    let level = move |record: &Record| {
        depth += i32::from(record.kind == BEGIN) - i32::from(record.kind == END);
        depth
    };
    let mut level = level;
    Records::from(stream, start)
        .map(move |record| (level(&record), record))
        .take_while(|(depth, _)| *depth > 0)
        .filter(|(depth, _)| *depth == 1)
        .map(|(_, record)| record)
}

impl Walk<'_, '_, '_> {
    fn record(&mut self, record: &Record) -> Result<(), ReadError> {
        let globals = self.globals;
        match record.kind {
            NUMBER => {
                let number = double::digits(bits(record, 6)?);
                self.number(record, number)
            }
            PACKED => self.number(record, double::packed(record.long(6)?)),
            PACKED_ROW => self.packed_row(record),
            LABEL | STYLED_LABEL => {
                let text = Cursor::new(record, 6).string(globals.writing, false)?;
                self.cell(record, Value::Text(text))
            }
            SHARED_LABEL => {
                let text = globals.strings.get(record.long(6)? as usize).ok_or(ReadError::Damaged)?;
                self.cell(record, Value::Text(text.clone()))
            }
            TRUTH_OR_FAULT => {
                let [value, is_fault] = record.word(6)?.to_le_bytes();
                self.cell(record, truth_or_fault(value, is_fault != 0))
            }
            FORMULA => self.formula(record),
            RESULT => {
                let text = Cursor::new(record, 0).string(globals.writing, false)?;
                match self.formula.take() {
                    Some((style, place)) => self.add(style, place, Value::Text(text)),
                    None => Ok(()),
                }
            }
            MERGED => self.merged(record),
            ROW if record.word(12)? & 0x20 != 0 => {
                let row = u32::from(record.word(0)?);
                self.sheet.hidden_rows.push((row, row));
                Ok(())
            }
            COLUMNS if record.word(8)? & 1 != 0 => {
                self.sheet.hidden_columns.push((u32::from(record.word(0)?), u32::from(record.word(2)?)));
                Ok(())
            }
            OBJECT => {
                self.object = record.word(4).unwrap_or(0);
                Ok(())
            }
            OBJECT_TEXT if self.object != NOTE => self.text_box(record),
            _ => Ok(()),
        }
    }

    fn add(&mut self, style: u16, place: (u32, u32), value: Value) -> Result<(), ReadError> {
        let globals = self.globals;
        self.sheet.add(place, value, (globals.format(style), self.manner), self.session)
    }

    fn cell(&mut self, record: &Record, value: Value) -> Result<(), ReadError> {
        self.add(record.word(4)?, (u32::from(record.word(0)?), u32::from(record.word(2)?)), value)
    }

    fn number(&mut self, record: &Record, number: Option<Digits>) -> Result<(), ReadError> {
        self.cell(record, number.map_or_else(|| Value::Fault("#NUM!".to_owned()), Value::Number))
    }

    fn packed_row(&mut self, record: &Record) -> Result<(), ReadError> {
        let (row, first) = (u32::from(record.word(0)?), u32::from(record.word(2)?));
        let count = record.body.len().saturating_sub(6) / 6;
        for index in 0..count {
            let number = double::packed(record.long(6 + 6 * index)?).ok_or(ReadError::Damaged)?;
            self.add(record.word(4 + 6 * index)?, (row, first + index as u32), Value::Number(number))?;
        }
        Ok(())
    }

    /// The result of a formula: a number, or a mark for what else it is.
    fn formula(&mut self, record: &Record) -> Result<(), ReadError> {
        let bits = bits(record, 6)?;
        let [kind, _, value, _, _, _, 0xff, 0xff] = bits.to_le_bytes() else {
            return self.number(record, double::digits(bits));
        };
        match kind {
            0 => {
                let place = (u32::from(record.word(0)?), u32::from(record.word(2)?));
                self.formula = Some((record.word(4)?, place));
                Ok(())
            }
            1 | 2 => self.cell(record, truth_or_fault(value, kind == 2)),
            _ => Ok(()),
        }
    }

    fn merged(&mut self, record: &Record) -> Result<(), ReadError> {
        for index in 0..usize::from(record.word(0)?) {
            let word = |at: usize| record.word(2 + 8 * index + at).map(u32::from);
            let area = Area { top: word(0)?, bottom: word(2)?, left: word(4)?, right: word(6)? };
            self.sheet.merge(area, self.session)?;
        }
        Ok(())
    }

    fn text_box(&mut self, record: &Record) -> Result<(), ReadError> {
        let count = usize::from(record.word(10)?);
        let mut cursor = Cursor::behind(record);
        if count == 0 || cursor.is_done() || matches!(self.globals.writing, Writing::Bytes(_)) {
            return Ok(());
        }
        let text = cursor.flagged(count)?;
        self.session.inflate(text.len())?;
        self.sheet.boxes.extend(text.lines().map(str::to_owned));
        Ok(())
    }
}

fn bits(record: &Record, at: usize) -> Result<u64, ReadError> {
    Ok(u64::from(record.long(at)?) | u64::from(record.long(at + 4)?) << 32)
}

fn truth_or_fault(value: u8, is_fault: bool) -> Value {
    let fault = match value {
        _ if !is_fault => return Value::Truth(value != 0),
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Fault(fault.to_owned())
}
