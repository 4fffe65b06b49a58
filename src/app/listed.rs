//! The documents of the page as others ask for them: the list, the engine, the desk.

use super::answer::Answer;
use super::order;
use super::state::{Entry, State, Status};
use crate::project::{Flat, may_be_of};
use std::rc::Rc;

impl State {
    /// All documents in the order in which they came, without a blank one that is not looked at.
    pub fn documents(&self) -> Vec<&Entry> {
        let all: Vec<&Entry> = self.others.iter().chain([&self.entry]).collect();
        order::by_key(&all, |entry| [entry.document as usize, 0, 0, 0])
    }

    /// The answers of the documents, in their order.
    pub fn answers(&self) -> Vec<(u32, Rc<Answer>)> {
        self.documents().into_iter().filter_map(|entry| Some((entry.document, entry.answer()?.clone()))).collect()
    }

    /// The document that came first with the text of the one looked at, where that is another.
    pub fn original(&self) -> Option<&Entry> {
        self.documents().into_iter().find(|other| self.entry.is_copy_of(other))
    }

    /// The documents that a project holds: all of which something became.
    pub fn kept(&self) -> Vec<&Entry> {
        self.documents().into_iter().filter(|entry| entry.status != Status::Empty).collect()
    }

    /// The documents that a summary lacks: those that could not be read, and while the line is held up those that wait.
    pub fn left_out(&self) -> Vec<&Entry> {
        let is_left_out = |entry: &&Entry| match entry.status {
            Status::Failed(_) => true,
            Status::Waiting => self.paused,
            _ => false,
        };
        self.documents().into_iter().filter(is_left_out).collect()
    }

    /// What the engine has to answer yet: the document looked at first, then the others in their order.
    pub fn pending(&self) -> Vec<&Entry> {
        let others = self.documents().into_iter().filter(|entry| entry.document != self.entry.document);
        let is_asked = |entry: &&Entry| entry.is_pending() && !(self.paused && entry.status == Status::Waiting);
        [&self.entry].into_iter().chain(others).filter(is_asked).collect()
    }

    /// What the person stated of files of a name; of a text without one, whatever could be meant.
    pub fn relations_of(&self, name: &str) -> Vec<Flat> {
        self.relations.iter().filter(|flat| may_be_of(flat, name)).cloned().collect()
    }
}
