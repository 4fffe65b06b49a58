//! What the desk shows, and what can happen to it.

use super::brief::Brief;
use super::calculator::{Narrowed, Typed};
use super::decided;
use super::message::View;
use super::packs::Packs;
use super::project::{self, Held, News};
use super::summary::{self, Choices};
use crate::aggregate::Filled;
use crate::gather::{Gather, SortedMap};
use crate::pack::Pack;
use crate::project::{Decision, Project, ProjectError, UserRelation};
use crate::report;
use crate::summary::Summary;
use std::rc::Rc;

/// Everything the desk draws from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is shown.
    pub view: View,
    /// Whether English is spoken.
    pub in_english: bool,
    /// The checked documents, in the order of the page.
    pub documents: Vec<Document>,
    /// The number of the document looked at.
    pub chosen: u32,
    /// The rule packs at hand.
    pub packs: Packs,
    /// What the user typed in place of a document's figures, or where it has none.
    pub typed: SortedMap<u32, Typed>,
    /// Which indicators are listed.
    pub narrowed: Narrowed,
    /// What was chosen in the summary.
    pub choices: Choices,
    /// The summary of the documents, made when it is looked at.
    pub summary: Option<Made>,
    /// How often what a summary is made of changed.
    pub changes: u32,
    /// What a project file is saved with, and what came with one.
    pub project: Held,
}

/// A checked document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its number on the page.
    pub number: u32,
    /// What is known of it.
    pub brief: Rc<Brief>,
}

/// A summary that is being made. Filling its table takes long, so does checking it and so does drawing it: each has a task of its own.
#[derive(Debug)]
pub struct Making {
    changes: u32,
    documents: Rc<[Document]>,
    filled: Filled,
    pack: report::Pack,
}

impl Making {
    /// The summary.
    #[must_use]
    pub fn made(self) -> Made {
        let Self { changes, documents, filled, pack } = self;
        let summary = summary::checked(&documents, filled, pack);
        Made { changes, documents, summary }
    }
}

/// A summary with what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// How often things had changed by then.
    pub changes: u32,
    /// The documents, in the order of its files, with what was decided about them counted.
    pub documents: Rc<[Document]>,
    /// The summary.
    pub summary: Rc<Summary>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Documents were checked, or checked anew.
    Checked(Vec<Document>),
    /// A view was opened, the language changed, a document went, or another is looked at.
    Shown {
        /// What is open.
        view: View,
        /// Whether English is spoken.
        in_english: bool,
        /// The numbers of the checked documents, in their order.
        documents: Vec<u32>,
        /// The number of the one looked at.
        chosen: u32,
    },
    /// An input was typed.
    Typed {
        /// Its key.
        key: String,
        /// What stands in the field.
        text: String,
    },
    /// An input was given back to the report.
    Reverted(String),
    /// All inputs were.
    AllReverted,
    /// Other indicators are wanted in the list.
    NarrowedTo(Narrowed),
    /// Another of the packs at hand was put in force.
    PackChosen(usize),
    /// A pack is to begin with: its code, or the name of its file and what is in it.
    PackWanted(String, String),
    /// Something happened in the summary.
    Summary(summary::Action),
    /// A summary was made.
    Summarized(Made),
    /// A file was taken for a rule pack.
    PackGiven {
        /// Its name.
        name: String,
        /// The pack with its text, or what is wrong with the file.
        pack: Result<(Rc<Pack>, String), String>,
    },
    /// The page told what it has: the documents by number and name.
    Kept(Vec<(u32, String)>),
    /// The page told what was decided about findings, and what was stated of figures.
    Decided(Vec<Decision>, Vec<UserRelation>),
    /// A file was opened as a project, under a name.
    ProjectGiven(String, Result<Rc<Project>, ProjectError>),
    /// A project was saved, of these files by name alone; or it could not be.
    ProjectSaved(Option<Vec<String>>),
    /// Whether only names are saved.
    BareChosen(bool),
}

impl State {
    /// The document looked at, if it was checked.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.documents.iter().find(|document| document.number == self.chosen)
    }

    /// Whether a summary is looked at that was never made, or was made of something else.
    #[must_use]
    pub fn is_due(&self) -> bool {
        let is_made = || self.summary.as_ref().is_some_and(|made| made.changes == self.changes);
        self.view == View::Summary && !is_made()
    }

    /// The summary of what there is, begun.
    #[must_use]
    pub fn making(&self) -> Making {
        let mut documents = self.documents.clone();
        decided::count(&mut documents, &self.project.decisions);
        let filled = summary::filled(&documents, &self.choices.grouping);
        let pack = self.packs.in_force().about.clone();
        Making { changes: self.changes, documents: documents.into(), filled, pack }
    }

    /// Remembers that what a summary is made of changed, and which of its cells were looked at is no longer known.
    pub(super) fn regroup(&mut self) {
        self.changes += 1;
        self.choices.picked = None;
    }

    /// What the user typed for the document looked at.
    #[must_use]
    pub fn typed(&self) -> Typed {
        self.typed.get(&self.chosen).cloned().unwrap_or_default()
    }
}

/// The state after something happened.
#[must_use]
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Checked(documents) => {
            documents.into_iter().for_each(|document| take(&mut state, document));
        }
        Action::Shown { view, in_english, documents, chosen } => {
            (state.view, state.in_english) = (view, in_english);
            let of = |number: &u32| state.documents.iter().find(|document| document.number == *number).cloned();
            let present: Vec<Document> = documents.iter().filter_map(of).gather();
            let numbers = |list: &[Document]| list.iter().map(|document| document.number).gather();
            if numbers(&present) != numbers(&state.documents) {
                state.regroup();
            }
            state.documents = present;
            state.typed.retain(|number, _| documents.contains(number));
            state.chosen = chosen;
        }
        Action::Typed { key, text } => {
            state.typed.entry(state.chosen).or_default().insert(key, text);
        }
        Action::Reverted(key) => {
            state.typed.entry(state.chosen).or_default().remove(&key);
        }
        Action::AllReverted => {
            state.typed.remove(&state.chosen);
        }
        Action::NarrowedTo(narrowed) => state.narrowed = narrowed,
        Action::Summary(action) => {
            let before = state.choices.grouping.clone();
            summary::reduce(&mut state.choices, action);
            if state.choices.grouping != before {
                state.regroup();
            }
        }
        Action::Summarized(made) => state.summary = Some(made),
        Action::PackChosen(at) => changing(&mut state).choose(at),
        Action::PackWanted(name, text) => changing(&mut state).begin(name, text),
        Action::PackGiven { name, pack } => changing(&mut state).take(name, pack),
        Action::Kept(files) => state.project.files = files,
        Action::Decided(decisions, relations) => {
            (state.project.decisions, state.project.relations) = (decisions, relations);
            state.changes += 1;
        }
        Action::ProjectGiven(name, Ok(given)) => project::open(&mut state, name, &given),
        Action::ProjectGiven(name, Err(error)) => state.project.news = Some(News::Refused(name, error)),
        Action::ProjectSaved(lost) => state.project.news = Some(lost.map_or(News::Unsaved, News::Saved)),
        Action::BareChosen(is_bare) => state.project.is_bare = is_bare,
    }
    state
}

/// The packs, of which another will be in force: what was made under the one before is stale.
fn changing(state: &mut State) -> &mut Packs {
    state.changes += 1;
    &mut state.packs
}

/// A document came, or one came anew.
fn take(state: &mut State, document: Document) {
    state.changes += 1;
    project::greet(state, &document);
    match state.documents.iter_mut().find(|other| other.number == document.number) {
        Some(other) => *other = document,
        None => state.documents.push(document),
    }
}
