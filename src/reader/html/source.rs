//! The characters of a page, for the tokenizer.

use html5gum::{Readable, Reader, StringReader};
use std::convert::Infallible;

/// A text that the tokenizer reads from.
///
/// The tokenizer has some seventy states, and the search of a text for the next mark would be compiled into twenty-five of them:
/// behind this it is compiled once.
pub(super) struct Source<'a>(StringReader<'a>);

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.to_reader())
    }
}

impl Reader for Source<'_> {
    type Error = Infallible;

    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        self.0.read_byte()
    }

    #[inline(never)]
    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        self.0.try_read_string(text, case_sensitive)
    }

    #[inline(never)]
    fn read_until<'b>(&'b mut self, marks: &[u8], one: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        self.0.read_until(marks, one)
    }
}
