//! Files in, JSON out, natively: `cargo run --release --example check -- FILE…`.
//!
//! Prints an array with one element a file: `{"file", "report", "error"}`. A file that cannot be read never stops the others;
//! the exit status is then 1.

use gouji::reader::{Limits, Session};
use gouji::report::Report;
use serde_json::{Value, json};
use std::process::ExitCode;

fn check(file: &str) -> Result<Report, (&'static str, String)> {
    let bytes = std::fs::read(file).map_err(|error| ("unreadable", format!("文件无法打开：{error}")))?;
    let mut go_on = |_| true;
    let document = gouji::read(file, &bytes, &mut Session::new(Limits::default(), &mut go_on))
        .map_err(|error| (error.code(), error.message()))?;
    Ok(gouji::check_document(&document))
}

fn main() -> ExitCode {
    let mut failed = false;
    let results: Vec<Value> = std::env::args()
        .skip(1)
        .map(|file| match check(&file) {
            Ok(report) => json!({ "file": file, "report": report, "error": null }),
            Err((code, message)) => {
                failed = true;
                json!({ "file": file, "report": null, "error": { "code": code, "message": message } })
            }
        })
        .collect();
    println!("{}", Value::Array(results));
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
