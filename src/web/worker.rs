//! The engine's side of the boundary (工作线程端): takes jobs, gives outcomes.

use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent, Performance};

use super::job::{Cause, Content, Job, LOST, Member, Outcome, pack, unpack, within_limit};
use super::parcel::Parcel;
use super::stated;
use crate::app::answer::Said;
use crate::desk::brief::Brief;
use crate::project::Flat;
use crate::reader::{Limits, ReadError, Session, Unpacked, is_archive};
use crate::report::{Claim, Report};
use crate::summary::Gist;

/// A report to try the engine on (示例报告).
pub const SAMPLE: &str = include_str!("../../tests/reports/market-bureau/input.txt");

/// How often a reading says how far it is, at most.
const PAUSE_MILLISECONDS: f64 = 100.0;

/// How often the sample is checked before the first job, at most: by then nearly all that is compiled twice has been.
const WARMINGS: u32 = 30;

/// A rest between two such checks, in which a job is taken and the page gets its processor.
const REST_MILLISECONDS: u32 = 20;

/// Does one job (执行任务); `tell` hears how far it is.
///
/// # Errors
/// Where what passes the boundary has not the shape of this build.
#[expect(clippy::float_arithmetic, reason = "a clock's time is no amount")]
pub fn perform(job: &[u8], file: &JsValue, tell: &dyn Fn(&Outcome)) -> Result<Array, JsValue> {
    let Job { document, revision, name, content, relations } = unpack(job)?;
    let begun = now();
    let told = |thousandths| tell(&Outcome::Progress { document, revision, thousandths });
    let beside = Array::new();
    let read = match content {
        Content::Text(text) => {
            let check = |claims: &[Claim]| crate::check_text_claims(&text, claims);
            Ok(Read::Report(Box::new(stated::check(&name, &relations, &check)), Vec::new()))
        }
        Content::File(_) => match bytes_of(file) {
            Ok(file) => read(&name, &relations, &file, &told, &beside).map_err(|error| cause(&error)),
            Err(_) => Err([LOST.to_owned(), String::new(), String::new()]),
        },
    };
    let outcome = match read {
        Ok(Read::Report(report, said)) => {
            let milliseconds = now() - begun;
            let (gist, brief) = (Gist::of(&report), pack(&Brief::of(&report, &name))?);
            Outcome::Checked {
                document,
                revision,
                gist,
                report: pack(&Parcel::of(*report, said)?)?,
                brief,
                milliseconds,
            }
        }
        Ok(Read::Project) => Outcome::Project { document, revision },
        Ok(Read::Members(members)) => Outcome::Unpacked { document, revision, members },
        Err(cause) => Outcome::Unreadable { document, revision, cause },
    };
    Ok(message(&outcome, &beside)?)
}

fn cause(error: &ReadError) -> Cause {
    [error.code().to_owned(), error.message(), error.english().to_owned()]
}

/// What a file turned out to be.
enum Read {
    /// What was checked, and what its reader said in both languages.
    Report(Box<Report>, Vec<Said>),
    Members(Vec<Member>),
    Project,
}

/// An outcome as it travels: its bytes, then those beside it.
///
/// # Errors
/// Never with an outcome; the signature is the encoder's.
pub fn message(outcome: &Outcome, beside: &Array) -> Result<Array, String> {
    Ok(Array::of1(&Uint8Array::from(pack(outcome)?.as_slice()).buffer()).concat(beside))
}

/// What the engine says first.
///
/// # Errors
/// Never; the signature is the encoder's.
pub fn ready(in_worker: bool) -> Result<Outcome, String> {
    Ok(Outcome::Ready { in_worker, sample: SAMPLE.to_owned() })
}

/// Reads a file and checks it, or unpacks it where it is an archive; the bytes are gone before the check begins.
#[expect(clippy::float_arithmetic, reason = "a clock's time is no amount")]
fn read(
    name: &str,
    relations: &[Flat],
    file: &ArrayBuffer,
    told: &dyn Fn(u32),
    beside: &Array,
) -> Result<Read, ReadError> {
    told(0);
    let mut last = now();
    let mut go_on = |thousandths| {
        if now() - last >= PAUSE_MILLISECONDS {
            last = now();
            told(thousandths);
        }
        // Whoever gives a reading up ends the whole worker: nothing else reaches it while it reads.
        true
    };
    let bytes = Uint8Array::new(file).to_vec();
    let mut session = Session::new(Limits::default(), &mut go_on);
    if is_archive(name, &bytes) {
        return members(&bytes, &mut session, beside);
    }
    if crate::project::is_project(&bytes) {
        return Ok(Read::Project);
    }
    let document = crate::read(name, &bytes, &mut session)?;
    drop(bytes);
    told(1000);
    let said = document.remarks.iter().map(|remark| (remark.message.clone(), [String::new(), remark.english.clone()]));
    let said = said.collect();
    let report = stated::check(name, relations, &|claims| crate::check_claims(&document, claims));
    Ok(Read::Report(Box::new(report), said))
}

/// Unpacks an archive; each file leaves the memory of the module as soon as it is there.
fn members(bytes: &[u8], session: &mut Session, beside: &Array) -> Result<Read, ReadError> {
    let mut members = Vec::new();
    crate::reader::unpack(bytes, session, &mut |name, unpacked| {
        let left_out = match unpacked {
            Unpacked::File(bytes) => {
                beside.push(&Uint8Array::from(bytes.as_slice()).buffer());
                None
            }
            Unpacked::LeftOut(error) => Some(cause(&error)),
        };
        members.push((name, left_out));
    })?;
    Ok(Read::Members(members))
}

/// Listens for jobs, if this is a worker; on a page and in Node the module only offers its functions.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let is_idle = Rc::new(Cell::new(true));
    EventListener::new(&scope.clone(), "message", {
        let (scope, is_idle) = (scope.clone(), Rc::clone(&is_idle));
        move |event| {
            is_idle.set(false);
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                answer(&scope, take(&scope, &event.data()));
            }
        }
    })
    .forget();
    answer(&scope, ready(true).and_then(|ready| message(&ready, &Array::new())).map_err(JsValue::from));
    warm_up(is_idle, WARMINGS);
}

/// Checks the sample while nothing else is asked (预热): browsers compile what runs often a second time, on every processor there
/// is, and the first reports and the page would wait for that.
fn warm_up(is_idle: Rc<Cell<bool>>, left: u32) {
    let Some(left) = left.checked_sub(1) else { return };
    let warm = move || {
        if is_idle.get() {
            black_box(crate::check(SAMPLE));
            warm_up(is_idle, left);
        }
    };
    Timeout::new(REST_MILLISECONDS, warm).forget();
}

/// Does the job of a message: the job's bytes, and those of the file where it is one.
fn take(scope: &DedicatedWorkerGlobalScope, data: &JsValue) -> Result<Array, JsValue> {
    let parts: &Array = data.unchecked_ref();
    let job = Uint8Array::new(&parts.get(0)).to_vec();
    let tell = |outcome: &Outcome| answer(scope, message(outcome, &Array::new()).map_err(JsValue::from));
    perform(&job, &parts.get(1), &tell)
}

/// The bytes beside a job: those of a file, which a worker may wait for, or read already on the page.
fn bytes_of(file: &JsValue) -> Result<ArrayBuffer, JsValue> {
    match file.dyn_ref::<Blob>() {
        Some(file) => FileReaderSync::new()?.read_as_array_buffer(&within_limit(file)?),
        None => Ok(file.dyn_ref::<ArrayBuffer>().cloned().unwrap_or_else(|| ArrayBuffer::new(0))),
    }
}

/// Posts an outcome; what cannot be said as one becomes an error of the worker, which the page hears of too.
fn answer(scope: &DedicatedWorkerGlobalScope, outcome: Result<Array, JsValue>) {
    if let Err(error) = outcome.and_then(|message| scope.post_message_with_transfer(&message, &message)) {
        wasm_bindgen::throw_val(error);
    }
}

/// Milliseconds on the browser's own clock; 0 where there is none.
fn now() -> f64 {
    Reflect::get(&js_sys::global(), &"performance".into())
        .map(JsCast::unchecked_into::<Performance>)
        .map_or(0.0, |clock| clock.now())
}
