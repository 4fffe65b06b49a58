//! Files in, JSON out, natively: `cargo run --release --example check -- FILE…`.
//!
//! Prints an array with one element a file: `{"file", "report", "error"}`. A file that cannot be read never stops the others;
//! the exit status is then 1.

use serde_json::{Value, json};
use std::process::ExitCode;

fn read(file: &str) -> Result<String, (&'static str, String)> {
    let bytes = std::fs::read(file).map_err(|error| ("unreadable", format!("文件无法打开：{error}")))?;
    String::from_utf8(bytes).map_err(|_| ("encoding", "文件不是 UTF-8 文本，请另存为 UTF-8 后再试".to_owned()))
}

fn main() -> ExitCode {
    let mut failed = false;
    let results: Vec<Value> = std::env::args()
        .skip(1)
        .map(|file| match read(&file) {
            Ok(text) => json!({ "file": file, "report": gouji::check(&text), "error": null }),
            Err((code, message)) => {
                failed = true;
                json!({ "file": file, "report": null, "error": { "code": code, "message": message } })
            }
        })
        .collect();
    println!("{}", Value::Array(results));
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
