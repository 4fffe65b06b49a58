//! What can happen.

use super::checked::Checked;
use super::state::{List, Overlay, Pane, Settings, Sheet, Subject, Tally};
use crate::report::{Severity, Verdict};
use std::rc::Rc;

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
    /// A whole text came in: a file.
    TextGiven {
        /// The file's name, empty for pasted text.
        name: String,
        /// The text.
        text: String,
    },
    /// A file could not be read.
    FileRefused(String),
    /// 清空.
    Cleared,
    /// The engine answered.
    Checked {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// The answer.
        checked: Rc<Checked>,
    },
    /// The engine could not answer.
    CheckFailed {
        /// The document asked about.
        document: u32,
        /// The revision asked about.
        revision: u32,
        /// Why.
        message: String,
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
