//! The engine's side of the boundary (工作线程端): takes jobs, gives outcomes.

use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Performance};

use super::job::{Content, Job, Outcome, pack, unpack};
use super::parcel::Parcel;
use crate::reader::{Limits, Session};
use crate::report::Report;

/// A report to try the engine on (示例报告).
pub const SAMPLE: &str = include_str!("../../tests/reports/market-bureau/input.txt");

/// How often a reading says how far it is, at most.
const PAUSE_MILLISECONDS: f64 = 100.0;

/// Does one job (执行任务); `tell` hears how far it is.
///
/// # Errors
/// Where what passes the boundary has not the shape of this build.
#[expect(clippy::float_arithmetic, reason = "a clock's time is no amount")]
pub fn perform(job: &[u8], file: Option<ArrayBuffer>, tell: &dyn Fn(&Outcome)) -> Result<Vec<u8>, JsValue> {
    let Job { document, revision, name, content } = unpack(job)?;
    let begun = now();
    let told = |thousandths| tell(&Outcome::Progress { document, revision, thousandths });
    let report = match (content, file) {
        (Content::Text(text), _) => Ok(crate::check(&text)),
        (Content::File(_), file) => read(&name, &file.unwrap_or_else(|| ArrayBuffer::new(0)), &told),
    };
    let outcome = match report {
        Ok(report) => {
            let milliseconds = now() - begun;
            Outcome::Checked { document, revision, report: Box::new(Parcel::of(report, &name)?), milliseconds }
        }
        Err(error) => {
            Outcome::Unreadable { document, revision, code: error.code().to_owned(), message: error.message() }
        }
    };
    Ok(pack(&outcome)?)
}

/// What the engine says first.
///
/// # Errors
/// Never; the signature is the encoder's.
pub fn ready(in_worker: bool) -> Result<Outcome, String> {
    Ok(Outcome::Ready { in_worker, sample: SAMPLE.to_owned() })
}

/// Reads a file and checks it; the bytes are gone before the check begins.
#[expect(clippy::float_arithmetic, reason = "a clock's time is no amount")]
fn read(name: &str, file: &ArrayBuffer, told: &dyn Fn(u32)) -> Result<Report, crate::reader::ReadError> {
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
    let document = crate::read(name, &bytes, &mut Session::new(Limits::default(), &mut go_on))?;
    drop(bytes);
    told(1000);
    Ok(crate::check_document(&document))
}

/// Listens for jobs, if this is a worker; on a page and in Node the module only offers its functions.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    EventListener::new(&scope.clone(), "message", {
        let scope = scope.clone();
        move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                answer(&scope, take(&scope, &event.data()));
            }
        }
    })
    .forget();
    answer(&scope, ready(true).and_then(|ready| pack(&ready)).map_err(JsValue::from));
}

/// Does the job of a message: the job's bytes, and those of the file where it is one.
fn take(scope: &DedicatedWorkerGlobalScope, message: &JsValue) -> Result<Vec<u8>, JsValue> {
    let parts: &Array = message.unchecked_ref();
    let job = Uint8Array::new(&parts.get(0)).to_vec();
    let tell = |outcome: &Outcome| answer(scope, pack(outcome).map_err(JsValue::from));
    perform(&job, parts.get(1).dyn_into().ok(), &tell)
}

/// Posts an outcome; what cannot be said as one becomes an error of the worker, which the page hears of too.
fn answer(scope: &DedicatedWorkerGlobalScope, outcome: Result<Vec<u8>, JsValue>) {
    let sent = outcome.and_then(|outcome| {
        let buffer = Uint8Array::from(outcome.as_slice()).buffer();
        scope.post_message_with_transfer(&buffer, &Array::of1(&buffer))
    });
    if let Err(error) = sent {
        wasm_bindgen::throw_val(error);
    }
}

/// Milliseconds on the browser's own clock; 0 where there is none.
fn now() -> f64 {
    Reflect::get(&js_sys::global(), &"performance".into())
        .map(JsCast::unchecked_into::<Performance>)
        .map_or(0.0, |clock| clock.now())
}
