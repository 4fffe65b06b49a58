//! What passes between the page and the engine (任务与结果).
//!
//! It goes as bytes in a form without names: both ends come from one build, and the page reads it many times faster than objects.
//! The public shape is [`crate::report::Report`] alone.
//! What the page only hands on is sealed: packed by itself, so that the page does not carry the code that reads it. What is sealed goes as
//! bytes (`serde_bytes`): as a list of numbers each byte would be read by itself.

use std::collections::VecDeque;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::app::state::Handle;
use crate::project::Flat;
use crate::summary::Gist;

/// A document to read and check (校核任务).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Which document of the page.
    pub document: u32,
    /// Which state of it; a later state has a greater number.
    pub revision: u32,
    /// What the user calls it: a file name, or empty.
    pub name: String,
    /// What is to be read.
    pub content: Content,
    /// What the person stated of documents of its name.
    pub relations: Vec<Flat>,
}

/// The most of a file that is read: more than any reader takes, so that it is the reader who refuses.
const MOST_BYTES: f64 = 80.0 * 1024.0 * 1024.0;

/// The code of a file that the browser cannot read any more: moved, renamed, deleted, or a folder.
pub const LOST: &str = "lost";

/// A file without what no reader takes.
///
/// # Errors
/// What the browser throws.
pub fn within_limit(file: &Blob) -> Result<Blob, JsValue> {
    if file.size() > MOST_BYTES { file.slice_with_f64_and_f64(0.0, MOST_BYTES) } else { Ok(file.clone()) }
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// A text.
    Text(String),
    /// A file; it travels beside the job, and a worker reads it: its bytes never come to the page.
    File(#[serde(skip)] Handle),
}

/// What the engine has to say (任务结果).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// The engine answers from now on; said again after every restart.
    Ready {
        /// Whether it runs in a worker; otherwise a check holds the page up while it lasts.
        in_worker: bool,
        /// A report to try it on (示例); the engine carries it, so that the page module is small and paints early.
        sample: String,
    },
    /// How far a file was read.
    Progress {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// Thousandths of it; all of them once it is being checked.
        thousandths: u32,
    },
    /// A document was checked.
    Checked {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// What the list says of it.
        gist: Gist,
        /// The [`super::parcel::Parcel`] of its report, sealed: the page opens it when someone looks at the document.
        #[serde(with = "serde_bytes")]
        report: Vec<u8>,
        /// A [`crate::desk::brief::Brief`] of it, sealed: the page hands it on and never reads it.
        #[serde(with = "serde_bytes")]
        brief: Vec<u8>,
        /// How long reading and check took, in milliseconds.
        milliseconds: f64,
    },
    /// A file is an archive of others; the bytes of those that were unpacked travel beside the outcome.
    Unpacked {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// What it holds.
        members: Vec<Member>,
    },
    /// A file is a project, which the page has the desk open.
    Project {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
    },
    /// A file could not be read, or its reading was given up.
    Unreadable {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// Why.
        cause: Cause,
    },
    /// A document could not be checked because the engine broke; it goes on with the next.
    Failed {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// What happened, for a bug report.
        message: String,
    },
    /// The engine starts neither in a worker nor on the page; nothing will be checked.
    Unavailable {
        /// What happened, for a bug report.
        message: String,
    },
}

/// Why a file could not be read (原因): a stable word, and a sentence in Chinese and in English, where the reader has them.
pub type Cause = [String; 3];

/// A file of an archive (压缩包成员): its name, and the cause where it was not unpacked.
pub type Member = (String, Option<Cause>);

/// The bytes that pass the boundary.
///
/// # Errors
/// Never with a job or an outcome; the signature is the encoder's.
pub fn pack<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(value).map_err(|error| error.to_string())
}

/// What the bytes say.
///
/// # Errors
/// Where they do not come from the same build.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| error.to_string())
}

/// How many jobs are done side by side, at most (并行任务数): the page itself needs what is left of a machine with more processors.
pub const LANES: usize = 2;

/// The jobs of a page (任务队列): each lane does one, the others wait.
#[derive(Debug, Default)]
pub struct Queue {
    current: [Option<Job>; LANES],
    waiting: VecDeque<Job>,
    /// Nothing is begun: the page draws.
    pub is_resting: bool,
}

impl Queue {
    /// Sets what is wanted from now on, in this order; which lanes are to break off what they do.
    ///
    /// A text is soon done and its answer no longer heard; a file may take long, so its reading is broken off.
    pub fn want(&mut self, jobs: Vec<Job>) -> [bool; LANES] {
        let is_wanted = |current: &Job| jobs.iter().any(|job| current.question() == job.question());
        let is_over = |job: &Job| matches!(job.content, Content::File(_)) && !is_wanted(job);
        let over = std::array::from_fn(|lane| self.current.get(lane).and_then(Option::as_ref).is_some_and(is_over));
        let is_being_done =
            |job: &Job| self.current.iter().flatten().any(|current| current.question() == job.question());
        self.waiting = jobs.into_iter().filter(|job| !is_being_done(job)).collect();
        over
    }

    /// Begins the next job in a lane; none while it does one, or while the lanes rest.
    pub fn begin(&mut self, lane: usize) -> Option<&Job> {
        let current = self.current.get_mut(lane)?;
        if current.is_some() || self.is_resting {
            return None;
        }
        *current = self.waiting.pop_front();
        current.as_ref()
    }

    /// Whether a lane has nothing to do, and nothing waits for it.
    #[must_use]
    pub fn is_over(&self, lane: usize) -> bool {
        self.waiting.is_empty() && self.current.get(lane).is_none_or(Option::is_none)
    }

    /// Whether more documents wait than the lanes before this one take next. A later state of what is being done is no other document.
    #[must_use]
    pub fn needs(&self, lane: usize) -> bool {
        let free = self.current.iter().take(lane).filter(|current| current.is_none()).count();
        let is_other = |job: &&Job| self.current.iter().flatten().all(|current| current.document != job.document);
        self.waiting.iter().filter(is_other).count() > free
    }

    /// Whether the check of this state of a document is what a lane does.
    #[must_use]
    pub fn is_current(&self, lane: usize, document: u32, revision: u32) -> bool {
        self.current.get(lane).is_some_and(|job| job.as_ref().is_some_and(|job| job.question() == (document, revision)))
    }

    /// Ends what a lane does, and gives it back.
    pub fn finish(&mut self, lane: usize) -> Option<Job> {
        self.current.get_mut(lane)?.take()
    }
}

impl Job {
    /// What tells it from every other job: a state of a document is checked once.
    const fn question(&self) -> (u32, u32) {
        (self.document, self.revision)
    }
}
