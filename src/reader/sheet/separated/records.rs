//! The records of separated values, as Excel writes them: a field in quotes may hold separators, breaks and doubled quotes.
//!
//! Blank lines are records too, since they are rows of the sheet.

/// A record (记录).
pub(super) struct Record {
    /// Its fields; a blank line has an empty one.
    pub fields: Vec<String>,
    /// Whether a quote was never closed in it.
    pub is_open: bool,
    /// Where it stands in the text.
    pub span: (usize, usize),
}

/// Reads records one by one.
pub(super) struct Records<'a> {
    text: &'a str,
    separator: char,
    at: usize,
}

impl<'a> Records<'a> {
    /// The records of a text.
    pub(super) const fn new(text: &'a str, separator: char) -> Self {
        Self { text, separator, at: 0 }
    }

    /// How far reading is, in bytes.
    pub(super) const fn at(&self) -> usize {
        self.at
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let mut fields = vec![String::new()];
        let mut quoted = false;
        let mut begins = true;
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, c)) = chars.next() {
            let Some(field) = fields.last_mut() else { break };
            if quoted {
                if c != '"' {
                    field.push(c);
                } else if chars.next_if(|(_, next)| *next == '"').is_some() {
                    field.push('"');
                } else {
                    quoted = false;
                }
                continue;
            }
            if c == '"' && begins {
                quoted = true;
            } else if c == self.separator {
                fields.push(String::new());
                begins = true;
                continue;
            } else if c == '\n' || c == '\r' {
                let both = c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some();
                end = at + 1 + usize::from(both);
                break;
            } else {
                field.push(c);
            }
            begins = false;
        }
        self.at += end;
        Some(Record { fields, is_open: quoted, span: (start, start + end) })
    }
}
