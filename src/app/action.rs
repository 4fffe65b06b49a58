//! What can happen.

use super::answer::Answer;
use super::state::{Failure, Handle, List, Notice, Overlay, Pane, Screen, Settings, Sheet, Subject, Tally};
use crate::project::{Decision, DecisionKind, Flat};
use crate::report::{Severity, Verdict};
use std::rc::Rc;

/// What a project holds beside its files: decisions about findings, and relations in plain words.
pub type Work = (Vec<Decision>, Vec<Flat>);

/// What happened; past tense, and nothing that is not listed here changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// The engine got ready.
    EngineStarted {
        /// Whether it runs in a worker.
        in_worker: bool,
        /// The sample report, which it brings along.
        sample: Rc<str>,
    },
    /// The engine cannot get ready, with the reason.
    EngineFailed(String),
    /// 载入示例.
    SampleChosen,
    /// The text in the box was changed by hand.
    TextEdited(String),
    /// A whole text came in.
    TextGiven(String),
    /// The page around gave its text, or gave it anew.
    TextSet(String),
    /// Files came in: chosen, dropped or pasted.
    FilesGiven(Vec<Given>),
    /// Files are held over the page, or no longer.
    FilesHeld(bool),
    /// What came in holds nothing that could be read.
    Refused(Notice),
    /// A document was chosen.
    DocumentChosen(u32),
    /// A document was put away.
    DocumentClosed(u32),
    /// The reading of a document was given up.
    DocumentStopped(u32),
    /// A document that failed was asked about again.
    DocumentRetried(u32),
    /// The line of files was held up, or let go on.
    PauseToggled,
    /// Everything that waits or is being read was given up.
    AllStopped,
    /// Everything that was given up was asked about again.
    AllRetried,
    /// A blank page was asked for.
    BlankChosen,
    /// 清空.
    Cleared,
    /// 撤销清空.
    ClearUndone,
    /// The engine answered.
    Checked {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// The answer.
        answer: Rc<Answer>,
    },
    /// An archive was unpacked: its files take its place.
    Unpacked {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// What it holds.
        files: Vec<Given>,
    },
    /// A file turned out to be a project, which the desk opens.
    ProjectFound {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
    },
    /// The desk opened a project: its files, and what was decided about them.
    ProjectOpened {
        /// What it holds.
        files: Vec<Given>,
        /// What was decided about findings in them, and stated of their figures.
        work: Work,
    },
    /// A figure was picked for a relation, or let go again.
    Picked(u32),
    /// A relation of the figures picked was stated: its kind by number; the last of them is the result.
    Stated(usize),
    /// A relation was taken back, by its place among all.
    Unstated(usize),
    /// A finding of the document looked at was decided about, or no longer.
    Decided {
        /// The finding.
        finding: u32,
        /// What was decided; nothing takes it back.
        kind: Option<DecisionKind>,
        /// Why, in the person's words.
        reason: String,
    },
    /// The engine told how far it is.
    Progressed {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// Thousandths of it; all of them once it is being checked.
        thousandths: u32,
    },
    /// The engine could not answer.
    Failed {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// Why.
        failure: Failure,
    },
    /// The page was opened at the report or at the desk.
    ScreenOpened(Screen),
    /// A figure was asked for from outside of its report's text.
    FigureOpened {
        /// Its document.
        document: u32,
        /// The figure.
        figure: u32,
    },
    /// A finding or relation was chosen in a list.
    SubjectChosen(Subject),
    /// The next finding in the list, or the one before.
    FindingStepped(Step),
    /// A figure was chosen in the text.
    FigureChosen(u32),
    /// Digits that are no figure were chosen in the text, by their place in the report's list.
    ExcludedChosen(u32),
    /// The next figure in the text, or the one before.
    FigureStepped(Step),
    /// A row of the working was chosen.
    RowChosen(u32),
    /// A line of the ledger was chosen; again for its next figure.
    TallyChosen(Tally),
    /// A reading note was chosen, by its place in the report's list.
    NoteChosen(u32),
    /// The choice was given up, the last made first.
    Dismissed,
    /// A severity chip was turned on or off.
    SeverityToggled(Severity),
    /// A verdict chip was turned on or off.
    VerdictToggled(Verdict),
    /// The words searched for changed.
    SearchChanged(String),
    /// The filters were given up.
    FilterReset,
    /// A list was opened.
    ListOpened(List),
    /// The box or the marked text was given the room.
    SheetTurned(Sheet),
    /// A region was opened on a narrow screen.
    PaneOpened(Pane),
    /// Something was laid over the page, or taken away.
    OverlayChanged(Overlay),
    /// A preference changed.
    SettingsChanged(Settings),
    /// Several things happened; the page is drawn once for all of them.
    Several(Vec<Action>),
}

/// A file that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its name, with the folders it was in; empty for what was pasted.
    pub name: String,
    /// The file, or why there is none.
    pub file: Result<Handle, Failure>,
}

/// Forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The one after.
    Next,
    /// The one before.
    Previous,
}

impl Step {
    /// The place reached in a ring of `length` from `from`; the first or last, when nothing was chosen.
    pub fn within(self, length: usize, from: Option<usize>) -> Option<usize> {
        let last = length.checked_sub(1)?;
        Some(match (self, from) {
            (Self::Next, None) => 0,
            (Self::Next, Some(at)) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (Self::Previous, None | Some(0)) => last,
            (Self::Previous, Some(at)) => at.min(length) - 1,
        })
    }
}
