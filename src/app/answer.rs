//! What the engine answered about a document (答复): packed as it came, and opened when someone looks at the document.
//!
//! Of five hundred documents a person looks at a few; the others need no more room than their bytes.

use super::checked::Checked;
use crate::report::Report;
use crate::summary::Gist;
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// What a report says, in Chinese and in English; empty where it is said so already.
pub type Said = (String, [String; 2]);

/// Reads what is packed: the report, and what it says in both languages.
pub type Open = fn(&[u8]) -> (Report, Vec<Said>);

/// What the engine answered about a document.
pub struct Answer {
    /// What the list says of it.
    pub gist: Gist,
    /// How long the engine took, in thousandths of a millisecond.
    pub microseconds: u64,
    /// The report as it came.
    pub packed: Vec<u8>,
    /// What the desk is told of it, sealed: the page hands it on and never reads it.
    pub brief: Vec<u8>,
    open: Open,
    opened: OnceCell<Rc<Checked>>,
}

impl Answer {
    /// Takes the engine's answer in; `open` reads what is packed.
    pub fn new(gist: Gist, microseconds: u64, packed: Vec<u8>, brief: Vec<u8>, open: Open) -> Self {
        Self { gist, microseconds, packed, brief, open, opened: OnceCell::new() }
    }

    /// The report, ready to be drawn.
    pub fn checked(&self) -> &Rc<Checked> {
        self.opened.get_or_init(|| {
            let (report, said) = (self.open)(&self.packed);
            Rc::new(Checked::new(report, said))
        })
    }
}

impl PartialEq for Answer {
    /// An answer is large and never changes: it is the same only as itself.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").field("gist", &self.gist).finish_non_exhaustive()
    }
}
