//! Every remark is said in both languages.

use super::*;

fn cells(count: usize) -> Cells {
    Cells { count, examples: vec!["T!C7".to_owned(), "T!D7".to_owned()] }
}

/// Every remark there is.
fn all() -> Vec<Remark> {
    let names = ["T".to_owned(), "U".to_owned()];
    let of_pages = [
        scanned_pages,
        unmapped_pages,
        implausible_pages,
        recognised_pages,
        cut_pages,
        pages_with_holes,
        pages_with_pictures,
    ];
    let of_counts = [revisions, charts, diagrams, objects, chunks, pictures, comments, signs, navigation];
    let of_cells = [missing_results, error_values, scaled, veiled, raw, rounded, text_numbers, covered];
    let mut all = vec![
        encoding("GB18030"),
        hidden_text(3, true),
        hidden_text(1, false),
        missing_pages(9, 7),
        furniture(true, &[]),
        furniture(true, &names),
        furniture(false, &names),
        hidden_sheets(&names),
        large_sheets(&names),
        hidden_cells("T", &names, &names),
        hidden_cells("T", &[], &names),
    ];
    all.extend(of_pages.iter().flat_map(|of| [of(&[2]), of(&[2, 4, 5, 6])]));
    all.extend(of_counts.iter().flat_map(|of| [of(1), of(12)]));
    all.extend(of_cells.iter().flat_map(|of| [of(&cells(1)), of(&cells(12))]));
    all
}

#[test]
fn no_remark_is_chinese_in_english() {
    for remark in all() {
        let has_han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(has_han(&remark.message), "{}", remark.message);
        assert!(!has_han(&remark.english) && remark.english.len() > 9, "{}: {}", remark.code, remark.english);
        assert!(!remark.english.ends_with(['.', ' ']), "{}", remark.english);
    }
}

#[test]
fn both_languages_tell_the_same_numbers() {
    let numbers = |text: &str| -> Vec<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let mut numbers: Vec<String> = runs.map(str::to_owned).collect();
        numbers.sort_unstable();
        numbers
    };
    for remark in all() {
        assert_eq!(numbers(&remark.message), numbers(&remark.english), "{}", remark.english);
    }
    assert_eq!(scanned_pages(&[2, 4, 5, 6]).english.split(" no").next(), Some("Pages 2, 4–6 have"));
    assert_eq!(charts(1).english.split(" in").next(), Some("1 chart"));
    assert_eq!(
        covered(&cells(12)).english.split(';').next(),
        Some("12 cells (such as T!C7, T!D7) hold something, but merged cells cover it")
    );
}
