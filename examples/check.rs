//! Files in, JSON out, natively: `cargo run --release --example check -- FILE…`.
//!
//! Prints an array with one element a file: `{"file", "report", "error"}`. A file that cannot be read never stops the others;
//! the exit status is then 1.

use gouji::reader::{Limits, Session};
use gouji::report::Report;
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;

fn check(file: &str) -> Result<Report, (&'static str, String)> {
    let bytes = std::fs::read(file).map_err(|error| ("unreadable", format!("文件无法打开：{error}")))?;
    let mut go_on = |_| true;
    let document = gouji::read(file, &bytes, &mut Session::new(Limits::default(), &mut go_on))
        .map_err(|error| (error.code(), error.message()))?;
    Ok(gouji::check_document(&document))
}

/// What is printed of a file.
#[derive(Serialize)]
struct Checked<'a> {
    file: &'a str,
    report: Option<Report>,
    error: Option<Failure>,
}

/// Why there is no report.
#[derive(Serialize)]
struct Failure {
    code: &'static str,
    message: String,
}

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let results: Vec<Checked> = files
        .iter()
        .map(|file| match check(file) {
            Ok(report) => Checked { file, report: Some(report), error: None },
            Err((code, message)) => Checked { file, report: None, error: Some(Failure { code, message }) },
        })
        .collect();
    let failed = results.iter().any(|result| result.error.is_some());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer(&mut out, &results).map_err(std::io::Error::from);
    if let Err(error) = written.and_then(|()| writeln!(out)) {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
