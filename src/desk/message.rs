//! What passes between the page and the desk.

use crate::project::Flat;
use serde::{Deserialize, Serialize};

/// What the desk shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// 结构: what one report's money is made of.
    #[default]
    Structure,
    /// 测算: one report's indicators.
    Indicators,
    /// 汇总: many reports in one table.
    Summary,
    /// 项目: what is saved, and what was opened.
    Project,
}

/// What the page tells the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// A document was checked, or checked anew.
    Checked {
        /// Its number.
        document: u32,
        /// A sealed [`super::brief::Brief`].
        #[serde(with = "serde_bytes")]
        brief: Vec<u8>,
    },
    /// What is to be shown.
    Shown {
        /// What was opened.
        view: View,
        /// Whether English is spoken.
        in_english: bool,
        /// The numbers of those that were checked, in their order.
        documents: Vec<u32>,
        /// The number of the one looked at.
        chosen: u32,
    },
    /// All documents that a project file would hold, by number and name, or on the summary those that it lacks; what is in
    /// them stands beside the message.
    Kept(Vec<(u32, String)>),
    /// What was decided about findings, and what was stated of figures.
    Decided(Vec<Flat>, Vec<Flat>),
    /// A project file came in, by its name; it stands beside the message.
    Project(String),
    /// The rule pack to begin with: its code, or the name of its file and what is in it.
    Pack(String, String),
}

/// What the desk wants of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// To show a figure in the text of its document.
    Figure {
        /// The document.
        document: u32,
        /// The figure.
        figure: u32,
    },
    /// To take in what a project file holds; the files stand beside the message.
    Opened {
        /// The names of the files.
        names: Vec<String>,
        /// What was decided about them.
        decisions: Vec<Flat>,
        /// What was stated of their figures.
        relations: Vec<Flat>,
    },
}
