//! What passes between the page and the engine (任务与结果).
//!
//! Both ends come from one build, so the derived encoding is private to it; the public shape is [`Report`] alone.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::report::Report;

/// A text to check (校核任务).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Which document of the page.
    pub document: u32,
    /// Which state of its text; a later state has a greater number.
    pub revision: u32,
    /// What the user calls it: a file name, or empty.
    pub name: String,
    /// The text.
    pub text: String,
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
    /// A document was checked.
    Checked {
        /// [`Job::document`].
        document: u32,
        /// [`Job::revision`].
        revision: u32,
        /// What was found.
        report: Box<Report>,
        /// How long the check took, in milliseconds.
        milliseconds: f64,
    },
    /// A document could not be checked; the engine goes on with the next.
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

/// The jobs of a page (任务队列): one is being done, the others wait, and of one document only the latest waits.
#[derive(Debug, Default)]
pub struct Queue {
    current: Option<Job>,
    waiting: VecDeque<Job>,
}

impl Queue {
    /// Puts a job in line and drops the states of its document that it makes stale.
    pub fn push(&mut self, job: Job) {
        let stale = |waiting: &Job| waiting.document == job.document && waiting.revision > job.revision;
        if self.waiting.iter().any(stale) {
            return;
        }
        self.waiting.retain(|waiting| waiting.document != job.document);
        self.waiting.push_back(job);
    }

    /// Begins the next job; none while one is being done.
    pub fn begin(&mut self) -> Option<&Job> {
        if self.current.is_some() {
            return None;
        }
        self.current = self.waiting.pop_front();
        self.current.as_ref()
    }

    /// Ends the job being done, and gives it back.
    pub fn finish(&mut self) -> Option<Job> {
        self.current.take()
    }
}
