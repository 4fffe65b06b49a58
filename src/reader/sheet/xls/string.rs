//! The strings of records: in Excel 97 and later UTF-16, perhaps packed; before that, bytes of a code page.

use super::record::Record;
use crate::gather::Gather;
use crate::reader::charset::Charset;
use crate::reader::{ReadError, Session};

/// How a workbook writes strings.
#[derive(Clone, Copy, Debug)]
pub(super) enum Writing {
    /// UTF-16.
    Wide,
    /// Bytes of a code page.
    Bytes(Charset),
}

/// The encoding of a code page. Those for Chinese are one; where it is unknown, Chinese is likeliest.
pub(super) fn code_page(number: u16) -> Charset {
    match number {
        950 | 10002 => Charset::BIG5,
        932 | 10001 => Charset::SHIFT_JIS,
        949 | 10003 => Charset::EUC_KR,
        1250..=1258 | 437 | 850 | 10000 | 32768 | 32769 => Charset::WINDOWS_1252,
        _ => Charset::GB18030,
    }
}

/// A place in a body and what continues it.
pub(super) struct Cursor<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At a place of a record's body.
    pub(super) fn new(record: &Record<'a>, at: usize) -> Self {
        let parts = std::iter::once(record.body).chain(record.more.iter().copied()).gather();
        Self { parts, part: 0, at }
    }

    /// At the beginning of what continues a record.
    pub(super) fn behind(record: &Record<'a>) -> Self {
        Self { parts: record.more.clone(), part: 0, at: 0 }
    }

    fn left(&self) -> usize {
        self.parts.get(self.part).map_or(0, |p| p.len().saturating_sub(self.at))
    }

    /// Whether there is anything more.
    pub(super) fn is_done(&self) -> bool {
        self.left() == 0 && self.parts.iter().skip(self.part + 1).all(|p| p.is_empty())
    }

    fn byte(&mut self) -> Result<u8, ReadError> {
        while self.left() == 0 && self.part < self.parts.len() {
            self.next_part();
        }
        let byte = self.parts.get(self.part).and_then(|p| p.get(self.at)).copied().ok_or(ReadError::Damaged)?;
        self.at += 1;
        Ok(byte)
    }

    fn next_part(&mut self) {
        self.part += 1;
        self.at = 0;
    }

    /// Two bytes.
    pub(super) fn word(&mut self) -> Result<u16, ReadError> {
        Ok(u16::from(self.byte()?) | u16::from(self.byte()?) << 8)
    }

    fn long(&mut self) -> Result<u32, ReadError> {
        Ok(u32::from(self.word()?) | u32::from(self.word()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.part < self.parts.len() {
            let step = self.left().min(count);
            self.at += step;
            count -= step;
            if self.left() == 0 {
                self.next_part();
            }
        }
    }

    /// A string whose length in characters goes before it in two bytes, or in one.
    pub(super) fn string(&mut self, writing: Writing, short: bool) -> Result<String, ReadError> {
        let count = usize::from(if short { u16::from(self.byte()?) } else { self.word()? });
        match writing {
            Writing::Wide => self.wide(count),
            Writing::Bytes(encoding) => self.bytes(count, encoding),
        }
    }

    /// A UTF-16 string with its flags, styles and readings; only its characters are kept.
    fn wide(&mut self, count: usize) -> Result<String, ReadError> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.word()?) };
        let extension = if flags & 4 == 0 { 0 } else { self.long()? as usize };
        let text = self.characters(count, flags)?;
        self.skip(runs * 4);
        self.skip(extension);
        Ok(text)
    }

    /// A string of so many characters behind its flags.
    pub(super) fn flagged(&mut self, count: usize) -> Result<String, ReadError> {
        let flags = self.byte()?;
        self.characters(count, flags)
    }

    /// Characters; where they go over into what continues the record, flags stand there anew.
    fn characters(&mut self, count: usize, flags: u8) -> Result<String, ReadError> {
        let mut wide = flags & 1 != 0;
        let mut units = Vec::with_capacity(count.min(self.left()));
        while units.len() < count {
            if self.left() == 0 {
                wide = self.byte()? & 1 != 0;
                continue;
            }
            units.push(if wide { self.word()? } else { u16::from(self.byte()?) });
        }
        Ok(String::from_utf16_lossy(&units))
    }

    /// Files of Chinese offices are often wrong about their code page: where all bytes are Chinese, they are read so.
    fn bytes(&mut self, count: usize, encoding: Charset) -> Result<String, ReadError> {
        let bytes = (0..count).map(|_| self.byte()).collect::<Result<Vec<u8>, _>>()?;
        let encoding = if encoding == Charset::WINDOWS_1252 { Charset::GB18030 } else { encoding };
        Ok(encoding.read(&bytes).unwrap_or_else(|| Charset::WINDOWS_1252.read_lossy(&bytes)))
    }
}

/// The shared strings of a workbook.
pub(super) fn shared(record: &Record, session: &mut Session) -> Result<Vec<String>, ReadError> {
    let mut cursor = Cursor::new(record, 8);
    let mut out = Vec::new();
    while !cursor.is_done() {
        let text = cursor.string(Writing::Wide, false)?;
        session.inflate(text.len())?;
        out.push(text);
    }
    Ok(out)
}
