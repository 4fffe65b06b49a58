//! The line of jobs between the page and the engine: one at a time, and of one document only the latest waits.
#![cfg(feature = "web")]

use gouji::web::job::{Job, Queue};

fn job(document: u32, revision: u32) -> Job {
    Job { document, revision, name: String::new(), text: format!("{document}.{revision}") }
}

fn drain(queue: &mut Queue) -> Vec<String> {
    let mut done = Vec::new();
    while let Some(job) = queue.begin() {
        done.push(job.text.clone());
        queue.finish();
    }
    done
}

#[test]
fn one_job_is_done_at_a_time() {
    let mut queue = Queue::default();
    queue.push(job(1, 1));
    queue.push(job(2, 1));
    assert_eq!(queue.begin(), Some(&job(1, 1)));
    assert_eq!(queue.begin(), None);
    assert_eq!(queue.finish(), Some(job(1, 1)));
    assert_eq!(queue.finish(), None);
    assert_eq!(queue.begin(), Some(&job(2, 1)));
}

#[test]
fn of_one_document_only_the_latest_waits() {
    let mut queue = Queue::default();
    for revision in 1..=5 {
        queue.push(job(1, revision));
    }
    queue.push(job(2, 9));
    queue.push(job(1, 6));
    assert_eq!(drain(&mut queue), ["2.9", "1.6"]);
}

#[test]
fn a_state_that_comes_late_does_not_push_out_a_later_one() {
    let mut queue = Queue::default();
    queue.push(job(1, 6));
    queue.push(job(1, 5));
    assert_eq!(drain(&mut queue), ["1.6"]);
}

#[test]
fn the_job_being_done_is_not_dropped() {
    let mut queue = Queue::default();
    queue.push(job(1, 1));
    assert_eq!(queue.begin(), Some(&job(1, 1)));
    queue.push(job(1, 2));
    assert_eq!(queue.finish(), Some(job(1, 1)));
    assert_eq!(drain(&mut queue), ["1.2"]);
}
