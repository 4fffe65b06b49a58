//! The rule packs at hand (规则包): those that gouji brings along, and those that the user opened.

use crate::gather::Gather;
use crate::pack::{BUILT_IN, Pack};
use std::rc::Rc;

/// The rule packs at hand; one of them is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Packs {
    /// All of them.
    pub list: Vec<Rc<Pack>>,
    /// The files of the user's own, in their order: name and text.
    files: Vec<(String, String)>,
    /// Which is in force.
    pub chosen: usize,
    /// Why the last file was no pack.
    pub refused: Option<Refused>,
}

/// A file that is no rule pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name.
    pub name: String,
    /// What is wrong with it, and where.
    pub message: String,
}

impl Default for Packs {
    fn default() -> Self {
        let list = BUILT_IN.iter().filter_map(|(code, _)| Pack::built_in(code)).map(Rc::new).gather();
        Self { list, files: Vec::new(), chosen: 0, refused: None }
    }
}

impl Packs {
    /// The pack in force.
    #[must_use]
    pub fn in_force(&self) -> Rc<Pack> {
        self.list.get(self.chosen).cloned().unwrap_or_default()
    }

    /// Puts another in force.
    pub(super) fn choose(&mut self, at: usize) {
        if at < self.list.len() {
            self.chosen = at;
            self.refused = None;
        }
    }

    /// Puts the pack of a code in force, where there is such.
    pub(super) fn choose_code(&mut self, code: &str) {
        if let Some(at) = self.list.iter().rposition(|pack| pack.about.code == code) {
            self.choose(at);
        }
    }

    /// Puts the pack in force that whoever set the page up wants: by its code, or out of its file.
    pub(super) fn begin(&mut self, name: String, text: String) {
        if self.list.iter().any(|pack| pack.about.code == name) {
            return self.choose_code(&name);
        }
        let pack = Pack::read(&text).map(|pack| (Rc::new(pack), text)).map_err(|error| error.message());
        self.take(name, pack);
    }

    /// The files of the user's own packs: name and text.
    pub fn own(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.files.iter().cloned()
    }

    /// Whether the pack in force is the user's own.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.chosen >= BUILT_IN.len()
    }

    /// Takes a user's pack in and puts it in force; one of the same code is replaced. What is none leaves all as it is.
    pub(super) fn take(&mut self, name: String, pack: Result<(Rc<Pack>, String), String>) {
        match pack {
            Ok((pack, text)) => {
                let file = (name, text);
                let own = self.list.iter().skip(BUILT_IN.len()).position(|other| other.about.code == pack.about.code);
                match own.map(|at| at + BUILT_IN.len()) {
                    Some(at) => {
                        if let Some(other) = self.list.get_mut(at) {
                            *other = pack;
                        }
                        if let Some(other) = self.files.get_mut(at - BUILT_IN.len()) {
                            *other = file;
                        }
                        self.chosen = at;
                    }
                    None => {
                        self.list.push(pack);
                        self.files.push(file);
                        self.chosen = self.list.len() - 1;
                    }
                }
                self.refused = None;
            }
            Err(message) => self.refused = Some(Refused { name, message }),
        }
    }
}
