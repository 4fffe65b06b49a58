//! Reads the labelled texts and scores reports against them.

pub mod expression;
pub mod labels;
pub mod mutant;
pub mod perfect;
pub mod score;
pub mod value;

use labels::Label;
use std::fs;
use std::path::{Path, PathBuf};

/// A text with its labels.
pub struct Case {
    /// The file's name without ending; for a whole report its folder's.
    pub name: String,
    /// The text.
    pub text: String,
    /// The relations it asserts.
    pub labels: Vec<Label>,
}

impl Case {
    fn read(labels: &Path) -> Self {
        let named = if labels.file_stem().is_some_and(|stem| stem == "input") {
            labels.parent().and_then(Path::file_name)
        } else {
            labels.file_stem()
        };
        let name = named.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(labels.with_extension("txt")).expect("every labels file lies beside its text");
        let lines = fs::read_to_string(labels).expect("a labels file is UTF-8");
        let labels = lines
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| Label::read(&name, line))
            .collect();
        Self { name, text, labels }
    }

    /// The labels that do not point at their figures or contradict their own arithmetic.
    pub fn faults(&self) -> Vec<String> {
        let characters: Vec<char> = self.text.chars().collect();
        let fault = |label: &Label, what: &str| {
            format!("{} {} {:?} -> {:?}: {what}", self.name, label.kind, label.operands, label.result)
        };
        let at =
            |&(start, end): &(usize, usize)| characters.get(start..end).map(|part| part.iter().collect::<String>());
        let mut faults = Vec::new();
        for label in &self.labels {
            let printed: Vec<Option<String>> = label.operand_spans.iter().map(at).collect();
            if printed != label.operands.iter().cloned().map(Some).collect::<Vec<_>>()
                || at(&label.result_span).as_ref() != Some(&label.result)
            {
                faults.push(fault(label, "spans do not cover the figures"));
            } else if label.is_violated(1) == Some(label.holds) {
                faults.push(fault(label, "its arithmetic does not agree with holds or fails"));
            }
        }
        faults
    }
}

/// Every labelled text: the gold set, then the whole reports that have labels.
pub fn cases() -> Vec<Case> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let labels = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "labels");
    let reports = entries(&tests.join("reports"));
    let files =
        entries(&tests.join("gold")).into_iter().chain(reports.iter().map(|report| report.join("input.labels")));
    files.filter(labels).filter(|path| path.exists()).map(|file| Case::read(&file)).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    paths
}
