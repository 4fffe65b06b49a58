//! The rule packs at hand (规则包): those that gouji brings along, and those that the user opened.

use crate::pack::{BUILT_IN, Pack};
use std::rc::Rc;

/// The rule packs at hand; one of them is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Packs {
    /// All of them.
    pub list: Vec<Rc<Pack>>,
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
        let list = BUILT_IN.iter().filter_map(|(code, _)| Pack::built_in(code)).map(Rc::new).collect();
        Self { list, chosen: 0, refused: None }
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

    /// Takes a user's pack in and puts it in force; one of the same code is replaced. What is none leaves all as it is.
    pub(super) fn take(&mut self, name: String, pack: Result<Rc<Pack>, String>) {
        match pack {
            Ok(pack) => {
                let own = self.list.iter().skip(BUILT_IN.len()).position(|other| other.about.code == pack.about.code);
                match own.map(|at| at + BUILT_IN.len()) {
                    Some(at) => {
                        if let Some(other) = self.list.get_mut(at) {
                            *other = pack;
                        }
                        self.chosen = at;
                    }
                    None => {
                        self.list.push(pack);
                        self.chosen = self.list.len() - 1;
                    }
                }
                self.refused = None;
            }
            Err(message) => self.refused = Some(Refused { name, message }),
        }
    }
}
