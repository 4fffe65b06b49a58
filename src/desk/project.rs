//! The project as the desk holds it (项目): what a file would be saved with, and what came with the one that was opened.

use super::state::{Document, State};
use crate::gather::Gather;
use crate::pack::Pack;
use crate::project::{Decision, Pack as PackFile, Project, ProjectError, TypedInput, UserRelation};
use std::rc::Rc;

/// What the desk knows of a project beyond its documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// Documents of the page by number and name: all of them, read or not; on the summary those that it lacks.
    pub files: Vec<(u32, String)>,
    /// What was decided about them.
    pub decisions: Vec<Decision>,
    /// Relations that the person stated of their figures.
    pub relations: Vec<UserRelation>,
    /// What was typed for files that have not come yet.
    pub awaited: Vec<TypedInput>,
    /// The hashes of the files of the project that was opened.
    pub hashes: Vec<String>,
    /// Files that the project names and does not hold, or holds damaged, until they are given.
    pub missing: Vec<String>,
    /// Whether only names are saved, and not what is in the files.
    pub is_bare: bool,
    /// What became of the last file.
    pub news: Option<News>,
}

/// What became of a project file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It was opened: its name, how many files, decisions and packs it brought.
    Opened(String, [usize; 3]),
    /// It was not, and why.
    Refused(String, ProjectError),
    /// A pack in it cannot be read any more; the rest was opened.
    LostPack(String, String),
    /// It was saved: of these files by name alone, because they cannot be read.
    Saved(Vec<String>),
    /// It could not be saved.
    Unsaved,
}

/// What is saved, but for what is in the files.
#[must_use]
pub fn project(state: &State) -> Project {
    let held = &state.project;
    let typed =
        state.documents.iter().filter_map(|document| Some((&document.brief, state.typed.get(&document.number)?)));
    let typed = typed.flat_map(|(brief, typed)| {
        typed.iter().map(|(key, text)| TypedInput {
            file: brief.key.clone(),
            hash: brief.digest.hash.clone(),
            key: key.clone(),
            text: text.clone(),
        })
    });
    Project {
        grouping: state.choices.grouping.clone(),
        layout: state.choices.layout(),
        decisions: held.decisions.clone(),
        relations: held.relations.clone(),
        packs: state.packs.own().map(|(name, text)| PackFile { name, text }).gather(),
        pack_in_force: state.packs.in_force().about.code.clone(),
        typed: typed.chain(held.awaited.iter().cloned()).gather(),
        ..Project::new()
    }
}

/// Takes a project in that was opened under a name.
pub(super) fn open(state: &mut State, name: String, project: &Project) {
    let counts = [project.files.len(), project.decisions.len(), project.packs.len()];
    state.project.news = Some(News::Opened(name, counts));
    for file in &project.packs {
        match Pack::read(&file.text) {
            Ok(pack) => state.packs.take(file.name.clone(), Ok((Rc::new(pack), file.text.clone()))),
            Err(error) => state.project.news = Some(News::LostPack(file.name.clone(), error.message())),
        }
    }
    state.packs.choose_code(&project.pack_in_force);
    state.choices.grouping = project.grouping.clone();
    state.choices.arrange(&project.layout);
    state.regroup();
    state.project.relations = project.relations.clone();
    state.project.awaited = project.typed.clone();
    state.project.hashes = project.files.iter().map(|file| file.hash.clone()).gather();
    let is_bare = |file: &&crate::project::File| file.bytes().is_none();
    state.project.missing = project.files.iter().filter(is_bare).map(|file| file.name.clone()).gather();
    for document in std::mem::take(&mut state.documents) {
        greet(state, &document);
        state.documents.push(document);
    }
}

/// A document came: what the project knows of its file is given to it.
pub(super) fn greet(state: &mut State, document: &Document) {
    let digest = &document.brief.digest;
    state.project.missing.retain(|name| *name != digest.name);
    // A file of the project takes what was typed for itself, a corrected one what was typed for those of its name.
    let is_corrected = !state.project.hashes.contains(&digest.hash);
    let is_own = |typed: &TypedInput| {
        typed.file == document.brief.key && (is_corrected || typed.hash.is_empty() || typed.hash == digest.hash)
    };
    let (own, others) = std::mem::take(&mut state.project.awaited).into_iter().partition(is_own);
    state.project.awaited = others;
    let own: Vec<TypedInput> = own;
    for TypedInput { key, text, .. } in own {
        state.typed.entry(document.number).or_default().entry(key).or_insert(text);
    }
    // By hand a file was put where it is as a file, not as these very words: a corrected one of its name stays there.
    let assigned = &mut state.choices.grouping.assigned;
    let is_former = |other: &&Document| {
        let other = &other.brief.digest;
        !digest.name.is_empty() && other.name == digest.name && other.hash != digest.hash
    };
    let former = state.documents.iter().rev().find(is_former).map(|other| &other.brief.digest.hash);
    let place = former.and_then(|hash| assigned.iter().find(|a| a.hash == *hash)).cloned();
    if let Some(place) = place.filter(|_| assigned.iter().all(|a| a.hash != digest.hash)) {
        assigned.push(crate::summary::Assignment { hash: digest.hash.clone(), ..place });
    }
}
