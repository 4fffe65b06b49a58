//! What the page shows and what the person chose.

use super::checked::Checked;
use super::filter::Filter;
use crate::report::FigureStatus;
use std::rc::Rc;

/// Everything the page draws from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Where the engine stands.
    pub engine: EngineState,
    /// The report to try the page on.
    pub sample: Sample,
    /// The document in the box.
    pub entry: Entry,
    /// Whether the box or the marked text has the room.
    pub sheet: Sheet,
    /// The finding or relation chosen.
    pub subject: Option<Subject>,
    /// The figure chosen, within the subject or alone.
    pub figure: Option<u32>,
    /// The digits that are no figure looked at, by their place in the report's list.
    pub excluded: Option<u32>,
    /// Which line of the ledger is being walked through.
    pub tally: Option<Tally>,
    /// Which list is open.
    pub list: List,
    /// What the lists are narrowed to.
    pub filter: Filter,
    /// The region shown on a narrow screen.
    pub pane: Pane,
    /// Where to look next.
    pub jump: Jump,
    /// A word to the person that concerns no document: a file that could not be read.
    pub notice: Option<String>,
    /// What lies above the page.
    pub overlay: Overlay,
    /// What the person prefers; the only thing ever stored.
    pub settings: Settings,
}

/// A document and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its number; one document at a time has number 0.
    pub document: u32,
    /// Raised by every change of the text, so that late answers can be told from the latest.
    pub revision: u32,
    /// The name of its file, empty for pasted text.
    pub name: String,
    /// The text in the box.
    pub text: Rc<str>,
    /// What became of it.
    pub status: Status,
}

/// What became of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Status {
    /// There is no text.
    #[default]
    Empty,
    /// The text is newer than the answer; the last answer stays in view.
    Checking(Option<Rc<Checked>>),
    /// Checked as it stands.
    Ready(Rc<Checked>),
    /// Could not be read or checked, with the reason.
    Failed(String),
}

impl State {
    /// The answer in view, if any; it may belong to an earlier text while a newer one is being checked.
    pub fn checked(&self) -> Option<&Rc<Checked>> {
        match &self.entry.status {
            Status::Checking(Some(checked)) | Status::Ready(checked) => Some(checked),
            Status::Empty | Status::Checking(None) | Status::Failed(_) => None,
        }
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
