//! ARCHITECTURE.md, read and held: who imports whom, where external crates live, and what is nowhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)] // a broken promise must fail loudly

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = include_str!("../ARCHITECTURE.md");

/// Files that are larger than the rest may be, and how large.
const LARGER: [(&str, usize); 1] = [("src/report.rs", 500)];

/// Functions that are longer than the rest may be, and how long: one arm a message, one line a column.
const LONGER: [(&str, &str, usize); 2] = [("src/app/reduce.rs", "reduce", 90), ("src/finding/working.rs", "rate", 62)];

/// A source file: its path from the root, its code without comments, its number of lines.
struct Source {
    path: String,
    code: String,
    lines: usize,
}

impl Source {
    /// `fact` for src/fact/role.rs, `report` for src/report.rs.
    fn module(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs")
    }
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    walk(&root.join("src"), &mut paths);
    paths.sort();
    assert!(paths.len() > 40, "the sources are found");
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a source");
        let code = text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        let path = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        Source { path, code, lines: text.lines().count() }
    };
    paths.iter().map(read).collect()
}

/// A line up to its comment; `//` inside quotes is none.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        match c {
            '"' if previous != '\\' && previous != '\'' => quoted = !quoted,
            '/' if previous == '/' && !quoted => return &line[..at - 1],
            _ => {}
        }
        previous = c;
    }
    line
}

/// The table under a heading whose first column is `head`: first column → words of the second.
fn table(head: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rows =
        PAGE.lines().skip_while(|l| !l.starts_with(&format!("| {head} |"))).skip(2).take_while(|l| l.starts_with('|'));
    let out: BTreeMap<_, _> = rows
        .map(|row| {
            let mut cells = row.trim_matches('|').split('|').map(str::trim);
            let name = cells.next().unwrap_or_default().to_owned();
            let words = cells.next().unwrap_or_default().split(',').map(|w| w.trim().to_owned());
            (name, words.filter(|w| !w.is_empty()).collect())
        })
        .collect();
    assert!(out.len() > 5, "ARCHITECTURE.md has the table of each {head}");
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The names that follow `prefix::`, also inside braces.
fn after_path(code: &str, prefix: &str) -> Vec<String> {
    let pattern = format!("{prefix}::");
    let mut out = Vec::new();
    for (at, _) in code.match_indices(&pattern) {
        if code[..at].chars().next_back().is_some_and(|c| is_word(c) || c == ':') {
            continue;
        }
        let rest = &code[at + pattern.len()..];
        let word = |s: &str| s.trim_start().chars().take_while(|c| is_word(*c)).collect::<String>();
        match rest.strip_prefix('{') {
            Some(group) => {
                // Only the first names in the braces are modules of the crate.
                let (mut depth, mut item) = (0, String::new());
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => out.push(word(&std::mem::take(&mut item))),
                        _ => item.push(c),
                    }
                }
                out.push(word(&item));
            }
            None => out.push(word(rest)),
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let allowed = table("module");
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| s.path != "src/lib.rs") {
        let module = source.module();
        let Some(may) = allowed.get(module) else {
            wrong.push(format!("{}: module {module} is not in the table", source.path));
            continue;
        };
        for name in after_path(&source.code, "crate").into_iter().chain(after_path(&source.code, "gouji")) {
            if name != module && !may.contains(&name) {
                wrong.push(format!("{}: {module} → {name}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_names_modules_that_are_there() {
    let modules: BTreeSet<String> = sources().iter().map(|s| s.module().to_owned()).collect();
    for (module, may) in table("module") {
        assert!(modules.contains(&module), "{module} is in the table, but not in src");
        for name in may {
            let is_door = ["check", "check_claims", "check_document", "check_text_claims", "read", "calculate"]
                .contains(&name.as_str());
            assert!(modules.contains(&name) || is_door, "{module} may import {name}, which is not in src");
        }
    }
}

#[test]
fn no_two_modules_import_each_other() {
    let allowed = table("module");
    for (module, may) in &allowed {
        for name in may {
            let back = allowed.get(name).is_some_and(|m| m.contains(module));
            assert!(!back, "{module} and {name} import each other");
        }
    }
}

#[test]
fn external_crates_stay_at_home() {
    let homes = table("crate");
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, home) in &homes {
            let used = source.code.match_indices(name.as_str()).any(|(at, _)| {
                let (before, after) = (&source.code[..at], &source.code[at + name.len()..]);
                let path = after.starts_with("::") && !before.ends_with(|c| is_word(c) || c == ':');
                path || (before.ends_with("use ") && !after.starts_with(is_word))
            });
            if used && !home.contains(source.module()) {
                wrong.push(format!("{}: {name}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The files, but those for which `home` holds, in which one of the patterns stands.
fn found(patterns: &[&str], home: impl Fn(&str) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    for source in sources().iter().filter(|s| !home(&s.path)) {
        for (number, line) in source.code.lines().enumerate() {
            out.extend(
                patterns.iter().filter(|p| line.contains(**p)).map(|p| format!("{}:{} {p}", source.path, number + 1)),
            );
        }
    }
    out
}

#[test]
fn there_is_no_floating_point_in_the_core() {
    // The parser of PDF gives floating point; one file reads its bits and reckons in whole numbers.
    let home = |path: &str| path.starts_with("src/web/") || path == "src/reader/pdf/fixed.rs";
    let found = found(&["f64", "f32"], home);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn only_one_file_divides_amounts() {
    let home = |path: &str| path == "src/number/format.rs";
    let calls = found(&["checked_div", "checked_rem", "saturating_div", ".inv(", "powd("], home);
    assert!(calls.is_empty(), "{calls:#?}");
    let mut signs = Vec::new();
    for source in sources().iter().filter(|s| !home(&s.path) && s.code.contains("Decimal")) {
        signs.extend(
            source
                .code
                .lines()
                .filter(|l| l.contains(" / ") || l.contains(" /= "))
                .map(|l| format!("{}: {l}", source.path)),
        );
    }
    assert!(signs.is_empty(), "{signs:#?}");
}

#[test]
fn only_the_judge_compares_intervals() {
    let sources = sources();
    for source in sources.iter().filter(|s| s.code.contains("Interval")) {
        let home = ["src/relation/judge.rs", "src/number/interval.rs"].contains(&source.path.as_str());
        assert!(home || !source.code.contains(".meets("), "{} compares intervals", source.path);
    }
    let judge = sources.iter().find(|s| s.path == "src/relation/judge.rs").expect("the judge");
    assert!(judge.code.contains(".meets("), "the judge compares intervals");
}

#[test]
fn only_the_source_text_is_sliced() {
    let found = found(&[".get_unchecked(", "from_utf8_unchecked", "unsafe "], |_| false);
    assert!(found.is_empty(), "{found:#?}");
    let slicing = sources()
        .iter()
        .filter(|s| s.path != "src/text/source.rs" && s.code.contains("allow(clippy::string_slice"))
        .map(|s| s.path.clone())
        .collect::<Vec<_>>();
    assert!(slicing.is_empty(), "{slicing:#?}");
}

#[test]
fn only_findings_and_the_page_compose_sentences() {
    let home = |path: &str| {
        let files = ["src/engine/place.rs", "src/reader/error.rs", "src/reader/remark.rs", "src/pack/error.rs"];
        path.starts_with("src/finding/") || path.starts_with("src/web/ui/words/") || files.contains(&path)
    };
    // The quoted part that follows the macro.
    let han = |line: &str, begin: &str| {
        let quoted = line.split(begin).skip(1).filter_map(|rest| rest.split('"').nth(1));
        quoted.flat_map(str::chars).any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    };
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| !home(&s.path)) {
        let composed = source.code.lines().filter(|l| ["format!(", "write!(", "writeln!("].iter().any(|m| han(l, m)));
        wrong.extend(composed.map(|l| format!("{}: {}", source.path, l.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_in_the_core_is_left_to_do_or_to_fail() {
    let found = found(&["todo!(", "unimplemented!(", "unreachable!(", "panic!(", ".unwrap()", ".expect(\""], |path| {
        path.starts_with("src/web/")
    });
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn rule_families_do_not_import_each_other() {
    let families: BTreeSet<String> = sources()
        .iter()
        .filter_map(|s| s.path.strip_prefix("src/rule/")?.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| !name.contains('/') && name != "mod")
        .filter(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/rule/{name}.md")).exists())
        .collect();
    assert!(families.len() >= 5, "{families:?}");
    for source in sources() {
        let Some(inner) = source.path.strip_prefix("src/rule/").filter(|p| *p != "mod.rs") else {
            continue;
        };
        let own = inner.split(['/', '.']).next().unwrap_or_default();
        // The sink and the list of rules belong to all.
        if !families.contains(own) {
            continue;
        }
        for path in ["super", "super::super", "crate::rule"] {
            for name in after_path(&source.code, path) {
                // Inside a family, super is the family itself.
                let family = families.contains(&name) && name != own;
                assert!(!family || (path == "super" && inner.contains('/')), "{}: imports {name}", source.path);
            }
        }
    }
}

#[test]
fn every_rule_family_has_a_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for rule in gouji::rule::all() {
        assert!(root.join(format!("src/rule/{}.md", rule.name)).exists(), "{} has no page", rule.name);
        assert!(root.join(format!("src/rule/{}.rs", rule.name)).exists(), "{} has no file", rule.name);
    }
}

#[test]
fn files_stay_small() {
    let mut wrong = Vec::new();
    for source in sources() {
        let usual = if source.path.starts_with("src/rule/") { 250 } else { 400 };
        let limit = LARGER.iter().find(|(path, _)| *path == source.path).map_or(usual, |(_, lines)| *lines);
        if source.lines > limit {
            wrong.push(format!("{}: {} lines, {limit} allowed", source.path, source.lines));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The functions of a file with their lines, by their indents: formatted code ends each with a brace under its head.
fn functions(code: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut out = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim_start();
        let head = ["fn ", "pub fn ", "const fn ", "pub const fn ", "async fn ", "pub async fn "];
        let visible = bare.starts_with("pub(").then(|| bare.split_once(") ").map_or(bare, |(_, rest)| rest));
        let Some(rest) = head.iter().find_map(|h| visible.unwrap_or(bare).strip_prefix(h)) else { continue };
        let end = format!("{}}}", " ".repeat(line.len() - bare.len()));
        let length = lines.iter().skip(at).position(|l| *l == end).map_or(1, |more| more + 1);
        out.push((rest.split(['(', '<']).next().unwrap_or_default().to_owned(), length));
    }
    out
}

/// A function answers one question; a component of the page is mostly what it shows.
#[test]
fn functions_stay_short() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources() {
        let usual = if source.path.starts_with("src/web/") { 80 } else { 60 };
        for (name, lines) in functions(&source.code) {
            let own = LONGER.iter().find(|(file, function, _)| *file == source.path && *function == name);
            let limit = own.map_or(usual, |(.., lines)| *lines);
            seen += 1;
            if lines > limit {
                wrong.push(format!("{}: {name} has {lines} lines, {limit} allowed", source.path));
            }
        }
    }
    assert!(seen > 1000, "only {seen} functions were read");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
