//! Reports of departments that do not exist, as text files: `cargo run --example generate -- FOLDER COUNT [SEED]`.
//!
//! Each is some 15,000 characters; the same seed gives the same files. `tests/browser/batch.mjs` reads them into a page.
#![allow(clippy::expect_used)] // the generator is a test's and stops at what cannot be

#[path = "../tests/generator/mod.rs"]
mod generator;

use std::path::Path;
use std::process::ExitCode;

fn write(folder: &str, count: usize, seed: u64) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for department in generator::departments(count, seed) {
        let name = format!("{}{}年自评报告.txt", department.name, department.year);
        std::fs::write(Path::new(folder).join(name), generator::report(&department))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let folder = given.next();
    let count = given.next().and_then(|count| count.parse().ok());
    let seed = given.next().map_or(Some(1), |seed| seed.parse().ok());
    let (Some(folder), Some(count), Some(seed)) = (folder, count, seed) else {
        eprintln!("generate FOLDER COUNT [SEED]");
        return ExitCode::FAILURE;
    };
    match write(&folder, count, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
