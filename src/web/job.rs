//! What passes between the page and the engine (任务与结果).
//!
//! It goes as bytes in a form without names: both ends come from one build, and the page reads it many times faster than objects.
//! The public shape is [`crate::report::Report`] alone.
//! What the page only hands on is sealed: packed by itself, so that the page does not carry the code that reads it.

use std::collections::VecDeque;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::parcel::Parcel;
use crate::app::state::Handle;

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
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// A text.
    Text(String),
    /// A file; its bytes travel beside the job, handed over and not copied.
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
        /// What was found.
        report: Box<Parcel>,
        /// How long reading and check took, in milliseconds.
        milliseconds: f64,
    },
    /// A file could not be read, or its reading was given up.
    Unreadable {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// A stable word for the cause.
        code: String,
        /// The cause in one Chinese sentence, where the reader has one.
        message: String,
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

/// The jobs of a page (任务队列): one is being done, the others wait.
#[derive(Debug, Default)]
pub struct Queue {
    current: Option<Job>,
    waiting: VecDeque<Job>,
}

impl Queue {
    /// Sets what is wanted from now on, in this order; whether the job being done is to be broken off.
    ///
    /// A text is soon done and its answer no longer heard; a file may take long, so its reading is broken off.
    pub fn want(&mut self, jobs: Vec<Job>) -> bool {
        let is_wanted = |current: &Job| jobs.iter().any(|job| current.question() == job.question());
        let is_over =
            self.current.as_ref().is_some_and(|job| matches!(job.content, Content::File(_)) && !is_wanted(job));
        let current = self.current.as_ref().map(Job::question);
        self.waiting = jobs.into_iter().filter(|job| Some(job.question()) != current).collect();
        is_over
    }

    /// Begins the next job; none while one is being done.
    pub fn begin(&mut self) -> Option<&Job> {
        if self.current.is_some() {
            return None;
        }
        self.current = self.waiting.pop_front();
        self.current.as_ref()
    }

    /// Whether the check of this state of a document is the job being done.
    #[must_use]
    pub fn is_current(&self, document: u32, revision: u32) -> bool {
        self.current.as_ref().is_some_and(|job| job.question() == (document, revision))
    }

    /// Ends the job being done, and gives it back.
    pub fn finish(&mut self) -> Option<Job> {
        self.current.take()
    }
}

impl Job {
    /// What tells it from every other job: a state of a document is checked once.
    const fn question(&self) -> (u32, u32) {
        (self.document, self.revision)
    }
}
