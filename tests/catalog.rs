//! The tables of src/catalog are well-formed: what they name exists, once, with its source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)] // a broken table must fail loudly

use gouji::catalog::classification::ACCOUNTS;
use gouji::catalog::headline::HEADLINES;
use gouji::catalog::label::{LINE_ITEMS, canonical};
use gouji::catalog::partition::{PARTITIONS, is_complete};
use gouji::catalog::standard::STANDARDS;
use gouji::catalog::warning::{WARNINGS, warning};
use gouji::fact::normalize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// All sources in a folder, joined.
fn code(folder: &str) -> String {
    fn walk(folder: &Path, out: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                *out += &fs::read_to_string(path).expect("a source");
            }
        }
    }
    let mut out = String::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut out);
    out
}

/// Every `"W…"` of the code.
fn codes_in(code: &str) -> BTreeSet<String> {
    let is_code = |s: &str| s.len() == 3 && s.starts_with('W') && s[1..].chars().all(|c| c.is_ascii_digit());
    code.split('"').filter(|s| is_code(s)).map(str::to_owned).collect()
}

#[test]
fn warnings_are_unique_and_in_order() {
    let codes: Vec<&str> = WARNINGS.iter().map(|w| w.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    let titles: BTreeSet<&str> = WARNINGS.iter().map(|w| w.title).collect();
    assert_eq!(titles.len(), WARNINGS.len(), "two warnings have one title");
}

#[test]
fn every_warning_says_what_it_rests_on_and_how_to_put_it_right() {
    for w in WARNINGS {
        assert!(!w.title.is_empty() && !w.title.ends_with('。'), "{}", w.code);
        assert!(w.basis.chars().count() >= 6, "{}", w.code);
        assert!(w.remedy.chars().count() >= 6 && !w.remedy.ends_with('。'), "{}", w.code);
        assert_eq!(warning(w.code).title, w.title);
    }
}

#[test]
fn every_warning_that_the_code_raises_is_in_the_table() {
    let raised = codes_in(&(code("src/rule") + &code("src/engine") + &code("src/finding")));
    assert!(raised.len() >= 5, "{raised:?}");
    for code in &raised {
        assert!(WARNINGS.iter().any(|w| w.code == code), "{code} is raised, but not in the table");
    }
}

#[test]
fn a_synonym_means_one_item() {
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    for item in LINE_ITEMS {
        for word in std::iter::once(&item.name).chain(item.synonyms) {
            let plain = word.replace(['“', '”'], "");
            if let Some(other) = owner.insert(plain, item.name) {
                panic!("{word} means {other} and {}", item.name);
            }
            assert_eq!(canonical(word), item.name, "{word}");
        }
    }
}

#[test]
fn the_name_of_an_account_loses_nothing_at_its_beginning() {
    let mut begun_like_a_head = 0;
    for account in ACCOUNTS {
        let (key, first) = (normalize(account.name), account.name.chars().next());
        begun_like_a_head += usize::from(first == Some('对'));
        assert_eq!(key.chars().next(), first, "{} {} became {key}", account.code, account.name);
    }
    assert!(begun_like_a_head >= 6, "{begun_like_a_head}");
}

#[test]
fn the_end_of_a_name_that_looks_like_a_measure_or_a_verb_stays() {
    for name in ["财政直达资金", "工程设计", "离任审计", "一般公共"] {
        assert_eq!(normalize(name).chars().last(), name.chars().last(), "{name} became {}", normalize(name));
    }
}

#[test]
fn a_partition_has_parts_and_knows_itself() {
    for parts in PARTITIONS {
        assert!(parts.len() >= 2, "{parts:?}");
        assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len(), "{parts:?}");
        assert!(is_complete(parts), "{parts:?}");
        assert!(!is_complete(&parts[..1]), "{parts:?}");
        let foreign: Vec<&str> = parts.iter().copied().chain(["别的项目"]).collect();
        assert!(!is_complete(&foreign), "{parts:?} with an item that is none of them");
    }
}

#[test]
fn standard_sums_name_standard_items() {
    for standard in STANDARDS {
        assert!(standard.parts.len() >= 2, "{}", standard.whole);
        assert!(!standard.basis.is_empty(), "{}", standard.whole);
        for name in standard.parts.iter().chain([&standard.whole]) {
            assert_eq!(
                canonical(name).replace(['“', '”'], ""),
                name.replace(['“', '”'], ""),
                "{name} is not the standard name"
            );
        }
        assert!(!standard.parts.contains(&standard.whole), "{}", standard.whole);
    }
}

#[test]
fn headlines_are_unique_and_their_wholes_come_first() {
    let mut seen = BTreeSet::new();
    for headline in HEADLINES {
        assert!(seen.insert(headline.name), "{} twice", headline.name);
        if let Some(whole) = headline.part_of {
            assert!(seen.contains(whole) && whole != headline.name, "{} is part of {whole}", headline.name);
        }
    }
}
