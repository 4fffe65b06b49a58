//! The summary as a person looks at it (汇总): which columns, in which order, of which rows, and what was put where by hand.

mod shown;
mod table;

pub use crate::project::{By, Sort};
pub use shown::{grouped, median};
pub use table::{Group, Line, Table, table};

use super::state::Document;
use crate::aggregate::Filled;
use crate::gather::{Gather, SortedSet};
use crate::project::Layout;
use crate::report::Pack;
use crate::summary::{Assignment, Digest, Grouping, Role, Summary};
use std::rc::Rc;

/// The columns shown until others are chosen.
const USUAL: [&str; 11] = [
    "revenue",
    "budget",
    "expenditure",
    "basic",
    "project",
    "threePublic",
    "executionRate",
    "supplementRate",
    "score",
    "errors",
    "suspects",
];

/// What a person chose in the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The columns shown, by their keys.
    pub columns: SortedSet<String>,
    /// What the rows are sorted by; the order of the files where nothing is said.
    pub sort: Option<Sort>,
    /// What is searched for in names.
    pub search: String,
    /// Which rows are shown.
    pub only: Only,
    /// The departments that stay on top.
    pub pinned: SortedSet<String>,
    /// What the rows are grouped by.
    pub by: By,
    /// The cell whose sources are shown: the row's place in the summary, the column's key.
    pub picked: Option<(usize, String)>,
    /// What is drawn.
    pub plot: Plot,
    /// Whether the last export could not be saved.
    pub is_unsaved: bool,
    /// Whether every row is drawn, however far it is from the view: it is printed.
    pub is_whole: bool,
    /// What was put where by hand, and the unit.
    pub grouping: Grouping,
}

impl Choices {
    /// What a project keeps of them.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let is_usual = self.columns == Self::default().columns;
        Layout {
            columns: if is_usual { Vec::new() } else { self.columns.iter().cloned().gather() },
            pinned: self.pinned.iter().cloned().gather(),
            sort: self.sort.clone(),
            by: self.by,
        }
    }

    /// As a project has it.
    pub(super) fn arrange(&mut self, layout: &Layout) {
        self.columns = match layout.columns.as_slice() {
            [] => Self::default().columns,
            columns => columns.iter().cloned().collect(),
        };
        self.pinned = layout.pinned.iter().cloned().collect();
        (self.sort, self.by) = (layout.sort.clone(), layout.by);
    }
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            columns: USUAL.iter().map(|key| (*key).to_owned()).collect(),
            sort: None,
            search: String::new(),
            only: Only::All,
            pinned: SortedSet::new(),
            by: By::Nothing,
            picked: None,
            plot: Plot::default(),
            is_unsaved: false,
            is_whole: false,
            grouping: Grouping::default(),
        }
    }
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those with errors.
    Errors,
    /// Those with errors or suspects.
    Suspects,
    /// Those with errors or suspects that nothing was decided about.
    Open,
    /// Those that lack a value in a column shown.
    Lacking,
}

impl Only {
    /// All choices.
    pub const EACH: [Self; 5] = [Self::All, Self::Errors, Self::Suspects, Self::Open, Self::Lacking];
}

/// What is drawn of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// How.
    pub kind: PlotKind,
    /// The column, where it is of one.
    pub key: String,
}

impl Default for Plot {
    fn default() -> Self {
        Self { kind: PlotKind::default(), key: "expenditure".to_owned() }
    }
}

/// How the summary is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlotKind {
    /// 排名.
    #[default]
    Ranking,
    /// 分布.
    Distribution,
    /// 预算与决算.
    Scatter,
}

impl PlotKind {
    /// All choices.
    pub const EACH: [Self; 3] = [Self::Ranking, Self::Distribution, Self::Scatter];
}

/// What happened in the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A column was shown or hidden.
    ColumnToggled(String),
    /// A head was pressed: the column's key, or none for the names.
    Sorted(Option<String>),
    /// The words searched for changed.
    Searched(String),
    /// Other rows are wanted.
    OnlyChosen(Only),
    /// A department was pinned on top, or no longer.
    PinToggled(String),
    /// Another grouping of rows is wanted.
    ByChosen(By),
    /// A cell was picked; again, and it is let go.
    CellPicked(usize, String),
    /// Another drawing is wanted.
    PlotChosen(Plot),
    /// Another unit is wanted.
    UnitChosen(String),
    /// A file was put into a department, by its hash; nothing gives it back.
    FileMoved(String, Option<String>),
    /// An export was written, or could not be.
    Exported {
        /// Whether the browser took it.
        is_saved: bool,
    },
    /// The summary is about to be printed, or was.
    Printing(bool),
    /// A file was given another role, by its hash; nothing gives it back.
    RoleGiven(String, Option<Role>),
}

/// The choices after something happened.
pub(super) fn reduce(choices: &mut Choices, action: Action) {
    match action {
        Action::ColumnToggled(key) => toggle(&mut choices.columns, key),
        Action::Sorted(key) => choices.sort = turned(choices.sort.take(), key),
        Action::Searched(search) => choices.search = search,
        Action::OnlyChosen(only) => choices.only = only,
        Action::PinToggled(organization) => toggle(&mut choices.pinned, organization),
        Action::ByChosen(by) => choices.by = by,
        Action::CellPicked(row, key) => {
            let cell = Some((row, key));
            choices.picked = if choices.picked == cell { None } else { cell };
        }
        Action::PlotChosen(plot) => choices.plot = plot,
        Action::Printing(is_whole) => choices.is_whole = is_whole,
        Action::Exported { is_saved } => choices.is_unsaved = !is_saved,
        Action::UnitChosen(unit) => choices.grouping.unit = Some(unit),
        Action::FileMoved(hash, organization) => assign(&mut choices.grouping, hash, |a| a.organization = organization),
        Action::RoleGiven(hash, role) => assign(&mut choices.grouping, hash, |a| a.role = role),
    }
}

fn toggle(set: &mut SortedSet<String>, key: String) {
    if !set.remove(&key) {
        set.insert(key);
    }
}

/// The greatest first, then the least, then as the files came; names the other way round.
fn turned(before: Option<Sort>, key: Option<String>) -> Option<Sort> {
    let first = key.is_some();
    match before {
        Some(sort) if sort.key == key && sort.is_descending == first => Some(Sort { key, is_descending: !first }),
        Some(sort) if sort.key == key => None,
        _ => Some(Sort { key, is_descending: first }),
    }
}

fn assign(grouping: &mut Grouping, hash: String, change: impl FnOnce(&mut Assignment)) {
    let at = grouping.assigned.iter().position(|assigned| assigned.hash == hash);
    let mut assigned =
        at.map_or_else(|| Assignment { hash, ..Assignment::default() }, |at| grouping.assigned.remove(at));
    change(&mut assigned);
    if assigned.organization.is_some() || assigned.role.is_some() {
        grouping.assigned.push(assigned);
    }
}

/// The table of the documents as they are put together.
pub(super) fn filled(documents: &[Document], grouping: &Grouping) -> Filled {
    Filled::of(&digests(documents), grouping)
}

/// The summary that a filled table of the documents becomes.
pub(super) fn checked(documents: &[Document], filled: Filled, pack: Pack) -> Rc<Summary> {
    Rc::new(Summary { pack: Some(pack), ..filled.checked(&digests(documents)) })
}

fn digests(documents: &[Document]) -> Vec<&Digest> {
    documents.iter().map(|document| &document.brief.digest).gather()
}
