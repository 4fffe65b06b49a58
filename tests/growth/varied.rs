//! Long texts with ever new amounts, made of the reports and labelled texts of the tests.

use std::fs;
use std::path::PathBuf;

/// About so many characters, so many times over, each time with its amounts of money multiplied by another number:
/// what held still holds, and no amount is stated over and over.
pub fn text(characters: usize, times: usize) -> String {
    let one = sample(characters);
    (1..=times).map(|factor| multiplied(&one, factor as u128)).collect::<Vec<_>>().join("\n\n")
}

/// The texts of the tests, one after another, up to the length.
fn sample(characters: usize) -> String {
    let mut out = String::new();
    for file in files() {
        let text = fs::read_to_string(&file).expect("a text of the tests");
        let left = characters.saturating_sub(out.chars().count());
        out.extend(text.chars().take(left));
        out.push_str("\n\n");
    }
    out
}

fn files() -> Vec<PathBuf> {
    let tests = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"));
    let list = |folder: &str| {
        let entries = fs::read_dir(tests.join(folder)).expect("a folder of tests");
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        paths
    };
    let reports = list("reports").into_iter().map(|folder| folder.join("input.txt"));
    let labelled = list("gold").into_iter().filter(|file| file.extension().is_some_and(|e| e == "txt"));
    reports.chain(labelled).filter(|file| file.exists()).collect()
}

/// The text with each amount of money multiplied.
fn multiplied(text: &str, factor: u128) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (head, tail) = rest.split_at(at);
        let stop = tail.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(tail.len());
        let (number, behind) = tail.split_at(stop);
        let money = ["万元", "亿元", "元"].iter().any(|unit| behind.starts_with(unit));
        out.push_str(head);
        out.push_str(&if money { product(number, factor) } else { number.to_owned() });
        rest = behind;
    }
    out + rest
}

fn product(number: &str, factor: u128) -> String {
    let plain = number.replace(',', "");
    let places = plain.split_once('.').map_or(0, |(_, places)| places.len());
    let Ok(value) = plain.replace('.', "").parse::<u128>() else { return number.to_owned() };
    let digits = format!("{:0>width$}", value * factor, width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
}
