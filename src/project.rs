//! The project file (项目文件): one JSON file that holds a person's work, saved and opened by them and never by the page.
//!
//! It holds what was decided about files, what was typed for them, how they are grouped, the user's packs, and the files themselves
//! by name and hash, with what is in them where the person wants that: as `text` where it is UTF-8, else as `content` in base64.
//! A decision is keyed on the words quoted around its figures and not on places, so that it outlives edits elsewhere in the text;
//! where the words themselves were changed it rests, and is neither applied nor lost.
//!
//! ```json
//! { "format": "gouji-project", "version": "1",
//!   "grouping": { "unit": "万元", "assigned": [], "parents": [] },
//!   "layout": { "columns": [ "revenue" ], "pinned": [ "林业局" ], "sort": { "key": "revenue", "isDescending": true }, "by": "year" },
//!   "decisions": [ { "file": "报告.docx", "code": "W01", "quotes": [ { "before": "…", "text": "126万元", "after": "…" } ],
//!                    "occurrence": 0, "kind": "dismissed", "reason": "…" } ],
//!   "relations": [ { "file": "报告.docx", "kind": "sum", "operands": [ … ], "result": { … }, "occurrences": [ 0, 0, 1 ] } ],
//!   "packs": [ { "name": "…", "text": "…" } ], "packInForce": "national",
//!   "typed": [ { "file": "报告.docx", "hash": "…", "key": "posts", "text": "310" } ],
//!   "files": [ { "name": "报告.docx", "hash": "…", "text": null, "content": "UEsD…" } ] }
//! ```
//!
//! Its files stand last, so that it can be written a file at a time.

mod file;
mod layout;
mod quote;
mod relation;

pub use file::{END, Reader, is_project, write_file, write_head};

pub use layout::{By, Layout, Sort};
pub use quote::{Quote, Quotes};
pub use relation::{KINDS, flat, may_be_of};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::report::{RelationKind, Report};
use crate::summary::Grouping;
use serde::{Deserialize, Serialize};

/// The word that tells a project file from other JSON.
pub const FORMAT: &str = "gouji-project";

/// The version of the shape, raised when a key is renamed or dropped.
pub const VERSION: &str = "1";

/// What a document is known by to what a person did with it (文件标识): the name of its file, or the title of a text without one.
#[must_use]
pub fn key<'a>(name: &'a str, report: &'a Report) -> &'a str {
    if name.is_empty() { report.document.title.as_deref().unwrap_or_default() } else { name }
}

/// A person's work on some files (项目). Keys that are missing are empty, and unknown ones are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Project {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: String,
    /// How the files are grouped by hand.
    pub grouping: Grouping,
    /// How the summary's table is laid out.
    pub layout: Layout,
    /// What was decided about findings.
    pub decisions: Vec<Decision>,
    /// Relations that the person stated.
    pub relations: Vec<UserRelation>,
    /// Rule packs, as they were loaded.
    pub packs: Vec<Pack>,
    /// The code of the pack in force; empty for the usual one.
    pub pack_in_force: String,
    /// What was typed for indicators.
    pub typed: Vec<TypedInput>,
    /// The files, in the order in which they came.
    pub files: Vec<File>,
}

/// What was typed for an indicator in place of a report's figure (手工录入).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TypedInput {
    /// [`key`] of the document.
    pub file: String,
    /// The hash of its digest, which tells it from others of its name.
    pub hash: String,
    /// The key of the input.
    pub key: String,
    /// What stood in the field.
    pub text: String,
}

/// A file of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct File {
    /// Its name.
    pub name: String,
    /// The hash of its digest.
    pub hash: String,
    /// Its text, where it is nothing else and the person wants it in the project.
    pub text: Option<String>,
    /// Its bytes in base64, where it is more than text; without either the file has to be given again.
    pub content: Option<String>,
}

impl File {
    /// A file with what is in it.
    #[must_use]
    pub fn holding(name: String, hash: String, bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self { name, hash, text: Some(text), content: None },
            Err(error) => Self { name, hash, text: None, content: Some(STANDARD.encode(error.as_bytes())) },
        }
    }

    /// What is in it, where the project holds that.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let text = self.text.as_ref().map(|text| text.clone().into_bytes());
        text.or_else(|| STANDARD.decode(self.content.as_ref()?).ok())
    }
}

/// What was decided about a finding (处理意见).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Decision {
    /// [`key`] of the document.
    pub file: String,
    /// The warning: `W01`.
    pub code: String,
    /// The figures with the words around them; the words marked where the finding has no figure.
    pub quotes: Vec<Quote>,
    /// Which of several findings with the same quotes, from 0.
    pub occurrence: usize,
    /// What was decided.
    pub kind: DecisionKind,
    /// Why, in the person's words.
    pub reason: String,
}

/// What can be decided about a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DecisionKind {
    /// 忽略此处.
    #[default]
    Dismissed,
    /// 确认有误.
    Confirmed,
}

/// A relation that the person stated (自定关系).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserRelation {
    /// [`key`] of the document.
    pub file: String,
    /// What kind.
    pub kind: RelationKind,
    /// What it is computed from.
    pub operands: Vec<Quote>,
    /// What it should equal.
    pub result: Quote,
    /// Which of several figures with the same words each of them is, from 0; the first where nothing is said.
    #[serde(default)]
    pub occurrences: Vec<usize>,
}

/// A rule pack (规则包), as it was loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Pack {
    /// The name of its file.
    pub name: String,
    /// The whole of it.
    pub text: String,
}

/// Why a file is no project that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectError {
    /// It does not say that it is one.
    NotAProject,
    /// It comes from a later version of the program.
    TooNew,
    /// It is of a version that was never given out.
    Unknown,
    /// It was cut off or changed: the line and the column where it stops being one.
    Broken(usize, usize),
}

impl Project {
    /// An empty project of this version.
    #[must_use]
    pub fn new() -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION.to_owned(), ..Self::default() }
    }

    /// Takes what was read from a file.
    ///
    /// # Errors
    /// Where it is no project, or one of a later version.
    pub fn opened(self) -> Result<Self, ProjectError> {
        let later = |own: u32| VERSION.parse().is_ok_and(|known: u32| own > known);
        match self.version.parse::<u32>() {
            Ok(own) if self.format == FORMAT && later(own) => Err(ProjectError::TooNew),
            Ok(0) | Err(_) if self.format == FORMAT => Err(ProjectError::Unknown),
            Ok(_) if self.format == FORMAT => Ok(Self { version: VERSION.to_owned(), ..self }),
            _ => Err(ProjectError::NotAProject),
        }
    }
}

/// A decision as plain words, one after another: file, code, place among the like, kind, reason, then three words a quote.
pub type Flat = Vec<String>;

impl Decision {
    /// The decision as plain words; between page and desk, so that the page does not carry the code that reads its shape.
    #[must_use]
    pub fn flat(&self) -> Flat {
        let kind = if self.kind == DecisionKind::Confirmed { "1" } else { "0" };
        let head = [&self.file, &self.code, &self.occurrence.to_string(), kind, &self.reason]
            .map(|word: &str| word.to_owned());
        let quotes = self.quotes.iter().flat_map(|q| [q.before.clone(), q.text.clone(), q.after.clone()]);
        head.into_iter().chain(quotes).collect()
    }

    /// The decision of plain words.
    #[must_use]
    pub fn of_flat(flat: Flat) -> Self {
        let mut words = flat.into_iter();
        let mut next = || words.next().unwrap_or_default();
        let (file, code, occurrence) = (next(), next(), next().parse().unwrap_or_default());
        let kind = if next() == "1" { DecisionKind::Confirmed } else { DecisionKind::Dismissed };
        let mut out = Self { file, code, occurrence, kind, reason: next(), quotes: Vec::new() };
        while let Some(before) = words.next() {
            let mut next = || words.next().unwrap_or_default();
            out.quotes.push(Quote { before, text: next(), after: next() });
        }
        out
    }

    /// What its finding is known by, as [`Quotes::marks`] has it.
    #[must_use]
    pub fn mark(&self) -> u64 {
        quote::mark(&self.code, &self.quotes, self.occurrence)
    }

    /// Whether two are about the same finding.
    #[must_use]
    pub fn is_about_same(&self, other: &Self) -> bool {
        (&self.file, &self.code, &self.quotes, self.occurrence)
            == (&other.file, &other.code, &other.quotes, other.occurrence)
    }
}
