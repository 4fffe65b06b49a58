//! A file's report as another file, natively: `cargo run --example export -- FILE OUT`, where the ending of OUT says as what.
//!
//! `.xlsx` is the workbook, `.csv` the findings, `.md` and `.json` what they say.

use std::process::ExitCode;

use gouji::export::{Format, export};
use gouji::reader::{Limits, Session};

const FORMATS: [Format; 4] = [Format::Workbook, Format::Findings, Format::Markdown, Format::Json];

fn write(file: &str, out: &str) -> Result<(), String> {
    let ending = out.rsplit('.').next().unwrap_or_default();
    let format =
        FORMATS.into_iter().find(|format| format.ending() == ending).ok_or("OUT: .xlsx, .csv, .md or .json")?;
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let mut go_on = |_| true;
    let document =
        gouji::read(file, &bytes, &mut Session::new(Limits::default(), &mut go_on)).map_err(|error| error.message())?;
    let written = export(&gouji::check_document(&document), format, false).map_err(|error| error.to_string())?;
    std::fs::write(out, written).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [file, out] => write(file, out),
        _ => Err("export FILE OUT".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
