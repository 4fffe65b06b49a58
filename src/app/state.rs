//! What the page shows and what the person chose.

use super::answer::Answer;
use super::checked::Checked;
use super::filter::Filter;
use crate::desk::message::View;
use crate::project::{Decision, Flat, key};
use crate::report::FigureStatus;
use std::any::Any;
use std::fmt;
use std::rc::Rc;

/// Everything the page draws from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Where the engine stands.
    pub engine: EngineState,
    /// The report to try the page on.
    pub sample: Sample,
    /// The document looked at.
    pub entry: Entry,
    /// The documents set aside.
    pub others: Vec<Entry>,
    /// The document that was emptied last, until it is taken back.
    pub cleared: Option<Entry>,
    /// The number of the latest document, so that no two ever have the same.
    pub latest: u32,
    /// What the page is open at.
    pub screen: Screen,
    /// Whether the box or the marked text has the room.
    pub sheet: Sheet,
    /// The finding or relation chosen.
    pub subject: Option<Subject>,
    /// The figure chosen, within the subject or alone.
    pub figure: Option<u32>,
    /// The figures picked for a relation of the person's own, in that order.
    pub picked: Vec<u32>,
    /// Whether the document looked at is checked anew for a relation that was stated (true) or taken back (false).
    pub restated: Option<bool>,
    /// The digits that are no figure looked at, by their place in the report's list.
    pub excluded: Option<u32>,
    /// Which line of the ledger is being walked through.
    pub tally: Option<Tally>,
    /// The reading note looked at, by its place in the report's list.
    pub note: Option<u32>,
    /// Which list is open.
    pub list: List,
    /// What the lists are narrowed to.
    pub filter: Filter,
    /// The region shown on a narrow screen.
    pub pane: Pane,
    /// Where to look next.
    pub jump: Jump,
    /// A word to the person that concerns no document.
    pub notice: Option<Notice>,
    /// Whether the line of files is held up; what is being read is read to its end.
    pub paused: bool,
    /// Whether files are held over the page.
    pub held: bool,
    /// What was decided about findings.
    pub decisions: Vec<Decision>,
    /// Relations that the person stated, in plain words, of which the first is the file's name.
    pub relations: Vec<Flat>,
    /// The project file that came in last, for the desk to open: its name and itself.
    pub project: Option<(String, Handle)>,
    /// The document whose text the page around gave.
    pub around: Option<u32>,
    /// What lies above the page.
    pub overlay: Overlay,
    /// What the person prefers; the only thing ever stored.
    pub settings: Settings,
}

/// A document and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its number; never given twice.
    pub document: u32,
    /// Raised by every change of it, so that late answers can be told from the latest.
    pub revision: u32,
    /// The name of its file, empty for pasted text.
    pub name: Rc<str>,
    /// The file that it is read from; none for what was typed or pasted as text.
    pub file: Option<Handle>,
    /// The text in the box; that of a file only once it was read, and only where it is text and nothing else.
    pub text: Rc<str>,
    /// What became of it.
    pub status: Status,
}

/// A file of which the state knows only that it is the same (文件句柄): what is in it, only the browser can say.
#[derive(Clone)]
pub struct Handle(Rc<dyn Any>);

impl Handle {
    /// Holds something.
    pub fn new<T: 'static>(content: T) -> Self {
        Self(Rc::new(content))
    }

    /// What it holds, for those who know what it is.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl Default for Handle {
    fn default() -> Self {
        Self::new(())
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handle")
    }
}

/// What became of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Status {
    /// There is no text.
    #[default]
    Empty,
    /// A file in line.
    Waiting,
    /// A file being read, with how many thousandths of it were.
    Reading(u32),
    /// Being checked, or a text newer than its answer; the last answer stays in view.
    Checking(Option<Rc<Answer>>),
    /// Checked as it stands.
    Ready(Rc<Answer>),
    /// Could not be read or checked.
    Failed(Failure),
}

/// Why a document could not be read or checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// A stable word: a code of the reader, or `lost`, `tooLong`, `stopped`, `trap`.
    pub code: String,
    /// A sentence of the reader, or what happened, for a bug report.
    pub message: String,
    /// The sentence of the reader in English.
    pub english: String,
}

impl Failure {
    /// A failure that its code says all of.
    pub fn of(code: &str) -> Self {
        Self { code: code.to_owned(), ..Self::default() }
    }
}

/// A word to the person that concerns no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What was dropped holds no file.
    EmptyDrop,
    /// What was pasted holds neither text nor file.
    EmptyPaste,
    /// A file could not be read again for a relation that was stated of it.
    NotReread,
}

impl Entry {
    /// The answer, if any; it may belong to an earlier text while a newer one is being checked.
    pub fn answer(&self) -> Option<&Rc<Answer>> {
        match &self.status {
            Status::Checking(Some(answer)) | Status::Ready(answer) => Some(answer),
            _ => None,
        }
    }

    /// What it is known by; nothing as long as a text without a name has no answer.
    pub fn key(&self) -> &str {
        match self.answer() {
            Some(answer) if self.name.is_empty() => key("", &answer.checked().report),
            _ => &self.name,
        }
    }

    /// Whether it has the text of another that came before it.
    pub fn is_copy_of(&self, other: &Self) -> bool {
        let fingerprint = |entry: &Self| entry.answer().and_then(|answer| answer.gist.fingerprint);
        other.document < self.document && fingerprint(self).is_some() && fingerprint(self) == fingerprint(other)
    }

    /// Whether the engine has to answer yet.
    pub fn is_pending(&self) -> bool {
        matches!(self.status, Status::Waiting | Status::Reading(_) | Status::Checking(_))
    }

    /// Whether its reading was given up by hand.
    pub fn is_stopped(&self) -> bool {
        matches!(&self.status, Status::Failed(failure) if failure.code == "stopped")
    }

    /// Whether its text can be changed in the box: of a file only where it is text and nothing else.
    pub fn is_editable(&self) -> bool {
        self.file.is_none() || !self.text.is_empty()
    }
}

impl State {
    /// The answer in view, if any.
    pub fn checked(&self) -> Option<&Rc<Checked>> {
        self.entry.answer().map(|answer| answer.checked())
    }

    /// Whether the desk has the room: there is something on it to be looked at.
    pub fn is_desk_open(&self) -> bool {
        self.has_screens() && self.screen != Screen::Report
    }

    /// Whether there is more to look at than the box.
    pub fn has_screens(&self) -> bool {
        self.screen == Screen::Desk(View::Project)
            || self.others.iter().chain([&self.entry]).any(|entry| entry.answer().is_some())
    }
}

/// Where the engine stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EngineState {
    /// 载入中.
    #[default]
    Loading,
    /// Works in a worker.
    Ready,
    /// Works on the page itself, because no worker could be started.
    Here,
    /// Cannot work, with the reason.
    Failed(String),
}

/// The report to try the page on (示例), which comes with the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sample {
    /// The engine has not brought it yet.
    #[default]
    Awaited,
    /// Asked for before it came; it is shown when it comes.
    Wanted,
    /// At hand.
    Here(Rc<str>),
}

/// What the page is open at (核对、测算).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// 核对: the report with what was found in it.
    #[default]
    Report,
    /// What the desk shows beside it.
    Desk(View),
}

/// What has the room of the text region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The box: text is being entered.
    #[default]
    Editing,
    /// The marked text.
    Reading,
}

/// What the working is shown of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A finding, by its number.
    Finding(u32),
    /// A relation, by its number.
    Relation(u32),
}

/// A line of the ledger (台账的一栏).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// Figures of one status.
    Status(FigureStatus),
    /// Digits that are no figures.
    Excluded,
}

/// The lists beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// 核查发现.
    #[default]
    Findings,
    /// 全部勾稽关系.
    Relations,
}

/// The regions that a narrow screen shows one at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// 报告.
    #[default]
    Text,
    /// 发现.
    Lists,
    /// 数据.
    Details,
}

/// A request to bring something into view; a new turn means a new request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jump {
    /// Raised by every request.
    pub turn: u32,
    /// Where the keyboard focus goes.
    pub landing: Landing,
}

/// Where the keyboard focus goes after a jump.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landing {
    /// Nowhere: only scroll.
    #[default]
    Stay,
    /// To the figure in the text.
    Text,
    /// To the figure's row in the working.
    Working,
}

/// What lies above the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// 帮助.
    Help,
}

/// What the person prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The size of type.
    pub type_size: TypeSize,
}

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// 浅色.
    Light,
    /// 深色.
    Dark,
}

/// The size of type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypeSize {
    /// 标准.
    #[default]
    Standard,
    /// 大字.
    Large,
}
