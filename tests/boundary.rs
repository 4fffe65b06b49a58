//! The line of jobs between the page and the engine, and what passes between them.
#![cfg(feature = "web")]
#![allow(clippy::expect_used)]

use gouji::app::state::Handle;
use gouji::desk::brief::Brief;
use gouji::report::{Level, ReadingNote, Report};
use gouji::summary::Gist;
use gouji::web::job::{Content, Job, LANES, Outcome, Queue, pack, unpack};
use gouji::web::parcel::Parcel;

fn text(document: u32, revision: u32) -> Job {
    Job {
        document,
        revision,
        name: String::new(),
        relations: Vec::new(),
        content: Content::Text(format!("{document}.{revision}")),
    }
}

fn file(document: u32, revision: u32) -> Job {
    Job {
        document,
        revision,
        name: format!("{document}.pdf"),
        relations: Vec::new(),
        content: Content::File(Handle::default()),
    }
}

fn drain(queue: &mut Queue) -> Vec<(u32, u32)> {
    let mut done = Vec::new();
    while let Some(job) = queue.begin(0) {
        done.push((job.document, job.revision));
        queue.finish(0);
    }
    done
}

#[test]
fn one_job_is_done_at_a_time_in_the_order_asked() {
    let mut queue = Queue::default();
    assert_eq!(queue.want(vec![text(1, 1), text(2, 1)]), [false; LANES]);
    assert_eq!(queue.begin(0).map(|job| job.document), Some(1));
    assert_eq!(queue.begin(0), None);
    assert!(queue.is_current(0, 1, 1));
    assert_eq!(queue.finish(0), Some(text(1, 1)));
    assert_eq!(queue.finish(0), None);
    assert_eq!(drain(&mut queue), [(2, 1)]);
}

#[test]
fn what_is_no_longer_wanted_is_not_begun() {
    let mut queue = Queue::default();
    queue.want(vec![text(1, 1), text(2, 9)]);
    queue.want(vec![text(2, 9), text(1, 6)]);
    assert_eq!(drain(&mut queue), [(2, 9), (1, 6)]);
}

#[test]
fn the_job_being_done_is_not_asked_twice() {
    let mut queue = Queue::default();
    queue.want(vec![file(1, 1), file(2, 1)]);
    queue.begin(0);
    assert_eq!(queue.want(vec![file(2, 1), file(1, 1), file(3, 1)]), [false; LANES]);
    queue.finish(0);
    assert_eq!(drain(&mut queue), [(2, 1), (3, 1)]);
}

#[test]
fn one_document_needs_no_second_lane() {
    let mut queue = Queue::default();
    queue.want(vec![text(1, 1)]);
    assert!(queue.needs(0) && !queue.needs(1), "the first lane takes it, though it may still be on its way");
    queue.want(vec![text(1, 1), text(2, 1)]);
    assert!(queue.needs(1));
    queue.begin(0);
    assert!(queue.needs(1), "what the first lane does is not what waits");
    queue.want(vec![text(1, 2)]);
    assert!(!queue.needs(1), "a text that was typed on is no other document");
}

#[test]
fn lanes_share_one_line() {
    let mut queue = Queue::default();
    queue.want(vec![file(1, 1), file(2, 1), file(3, 1)]);
    assert_eq!(queue.begin(0).map(|job| job.document), Some(1));
    assert!(queue.needs(1) && !queue.is_over(1), "there is work for another lane");
    assert_eq!(queue.begin(1).map(|job| job.document), Some(2));
    assert_eq!(queue.begin(1), None, "a lane does one job at a time");
    assert!(queue.is_current(1, 2, 1) && !queue.is_current(0, 2, 1));
    assert_eq!(
        queue.want(vec![file(1, 1), file(3, 1)]),
        [false, true],
        "only the lane whose file was put away breaks off"
    );
    queue.finish(1);
    assert_eq!(queue.begin(1).map(|job| job.document), Some(3), "what the other lane does is not begun again");
    queue.finish(1);
    assert!(queue.is_over(1) && !queue.is_over(0));
    assert_eq!(queue.begin(LANES), None, "there is no such lane");
}

/// While the page draws an answer nothing is begun; what is being done is ended, and the line goes on afterwards as it was.
#[test]
fn a_line_that_rests() {
    let mut queue = Queue::default();
    queue.want(vec![text(1, 1), text(2, 1)]);
    assert_eq!(queue.begin(0).map(|job| job.document), Some(1));
    queue.is_resting = true;
    assert_eq!(queue.begin(1), None, "nothing is begun");
    assert_eq!(queue.finish(0).map(|job| job.document), Some(1), "what was begun is ended");
    assert_eq!(queue.begin(0), None);
    assert!(!queue.is_over(0), "what waits is not forgotten");
    queue.is_resting = false;
    assert_eq!(queue.begin(0).map(|job| job.document), Some(2));
}

#[test]
fn a_file_no_longer_wanted_is_broken_off_and_a_text_is_not() {
    let mut queue = Queue::default();
    queue.want(vec![text(1, 1)]);
    queue.begin(0);
    assert_eq!(queue.want(vec![text(1, 2)]), [false; LANES], "the text is soon done");
    queue.finish(0);
    queue.want(vec![file(2, 1)]);
    queue.begin(0);
    assert_eq!(queue.want(vec![file(2, 2)]), [true, false], "another state of the file is another file");
}

#[test]
fn a_job_passes_without_its_file() {
    let Job { name, content, .. } = unpack(&pack(&file(7, 3)).expect("a job")).expect("the same job");
    assert_eq!(name, "7.pdf");
    assert!(matches!(content, Content::File(_)));
    let job = text(7, 3);
    assert_eq!(unpack::<Job>(&pack(&job).expect("a job")), Ok(job));
    assert!(unpack::<Job>(&[7]).is_err(), "half a job is no job");
}

#[test]
fn a_report_passes_whole() {
    let mut report: Report =
        serde_json::from_str(include_str!("fixtures/report.json")).expect("the fixture is a report");
    let note = |span| ReadingNote { level: Level::Warning, code: "x".into(), message: "无".into(), span };
    report.reading = vec![note(Some((1, 5))), note(None), note(Some((0, 2)))];
    report = gouji::report::Report { indicators: gouji::check("在职60人，编制65名。").indicators, ..report };
    let before = report.clone();
    let (gist, brief) = (Gist::of(&report), pack(&Brief::of(&report, "甲.docx")).expect("bytes"));
    let said = vec![("无".to_owned(), [String::new(), "Nothing".to_owned()])];
    let report = pack(&Parcel::of(report, said.clone()).expect("a parcel")).expect("bytes");
    let outcome = Outcome::Checked { document: 1, revision: 2, gist, report, brief, milliseconds: 1.5 };
    let Ok(Outcome::Checked { report, gist, brief, .. }) = unpack(&pack(&outcome).expect("an outcome")) else {
        unreachable!()
    };
    assert_eq!((gist.findings.count(), gist.is_blank), (before.findings.len(), false));
    let brief: Brief = unpack(&brief).expect("a brief");
    assert_eq!(brief.inputs, before.inputs, "the desk is told what it reckons with");
    let report: Parcel = unpack(&report).expect("the parcel");
    let (drawn, english) = report.clone().drawn();
    assert_eq!(english.first(), said.first(), "what the reader said comes in English");
    let is_named = |title: &String| english.iter().any(|(chinese, [_, name])| chinese == title && !name.is_empty());
    assert!(before.findings.iter().all(|finding| is_named(&finding.title)), "each finding comes with its English name");
    assert!(drawn.indicators.is_empty() && !before.indicators.is_empty(), "what is not drawn stays sealed");
    assert_eq!((drawn.reading, drawn.figures), (before.reading.clone(), before.figures.clone()));
    assert_eq!(report.whole(), Ok(before));
}
