//! The style sheets: no undefined variable, no literal colour outside the tokens, contrast computed from them, nothing newer than Chromium 78.
#![allow(clippy::expect_used, clippy::panic, clippy::float_arithmetic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

type Tokens = BTreeMap<String, String>;

fn sheets() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut paths: Vec<PathBuf> = [root.clone(), root.join("component"), root.join("desk")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder of style sheets"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = without_comments(&fs::read_to_string(&path).expect("a readable sheet"));
            (path, text)
        })
        .collect()
}

fn without_comments(text: &str) -> String {
    text.split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

fn tokens_text() -> String {
    sheets().into_iter().find(|(path, _)| path.ends_with("tokens.css")).expect("tokens.css").1
}

/// The custom properties of the first rule whose selector is `selector`.
fn tokens(selector: &str) -> Tokens {
    let text = tokens_text();
    let (_, rest) = text.split_once(&format!("{selector} {{")).unwrap_or_else(|| panic!("no rule {selector}"));
    let (body, _) = rest.split_once('}').expect("a closed rule");
    body.split(';')
        .filter_map(|line| line.trim().split_once(':'))
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

fn light() -> Tokens {
    tokens("\n:root")
}

fn dark() -> Tokens {
    let mut all = light();
    all.extend(tokens(":root[data-theme=\"dark\"]"));
    all
}

fn variables(text: &str) -> impl Iterator<Item = &str> {
    text.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).map(str::trim)
}

fn resolve<'a>(tokens: &'a Tokens, name: &str) -> &'a str {
    let mut value = tokens.get(name).unwrap_or_else(|| panic!("{name} is not defined")).as_str();
    while let Some(next) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
        value = tokens.get(next).unwrap_or_else(|| panic!("{next} is not defined"));
    }
    value
}

/// Relative luminance as WCAG 2.1 defines it.
fn luminance(colour: &str) -> f64 {
    let hex =
        colour.strip_prefix('#').filter(|hex| hex.len() == 6).unwrap_or_else(|| panic!("{colour} is not #rrggbb"));
    let all = u32::from_str_radix(hex, 16).expect("hexadecimal digits");
    let channel = |shift: u32| {
        let value = f64::from((all >> shift) & 0xff) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: &str, two: &str) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[test]
fn every_variable_is_defined() {
    let defined = light();
    for (path, text) in sheets() {
        // What only a widget or a frame defines says what counts elsewhere.
        for name in variables(&text.replace("var(--view, 1vh)", "")) {
            assert!(defined.contains_key(name), "{}: {name} is not defined", path.display());
        }
    }
}

#[test]
fn every_token_is_used() {
    let all: String = sheets().into_iter().map(|(_, text)| text).collect();
    let used: Vec<&str> = variables(&all).collect();
    for name in light().keys() {
        assert!(used.contains(&name.as_str()), "{name} is defined and never used");
    }
}

#[test]
fn colours_stand_in_the_tokens_only() {
    for (path, text) in sheets().into_iter().filter(|(path, _)| !path.ends_with("tokens.css")) {
        for value in text.split([';', '{', '}']).filter_map(|line| line.split_once(':')).map(|(_, value)| value) {
            let is_literal = ["rgb", "hsl", "white", "black", "red", "gray", "grey"]
                .iter()
                .any(|word| value.split([' ', '(', ',']).any(|part| part == *word));
            let is_hex = value.split_whitespace().any(|part| part.starts_with('#'));
            assert!(!is_literal && !is_hex, "{}: a literal colour in `{value}`", path.display());
        }
        assert!(
            !text.contains("var(--ink") && !text.contains("var(--paper"),
            "{}: a palette colour instead of a meaning",
            path.display()
        );
    }
}

#[test]
fn words_are_readable_in_both_themes() {
    let words = ["text", "text-soft", "text-faint", "accent", "error", "suspect", "note", "pass", "unchecked"];
    let mut pairs: Vec<(String, String)> = Vec::new();
    for word in words {
        for ground in ["ground", "surface", "sunken"] {
            pairs.push((format!("--color-{word}"), format!("--color-{ground}")));
        }
    }
    for (word, ground) in [
        ("on-accent", "accent"),
        ("on-operand", "operand"),
        ("on-result", "result"),
        ("accent", "accent-soft"),
        ("error", "error-soft"),
        ("suspect", "suspect-soft"),
        ("note", "note-soft"),
        ("pass", "pass-soft"),
        ("text", "error-soft"),
        ("text", "suspect-soft"),
        ("text", "note-soft"),
        ("text", "pass-soft"),
        ("text", "unchecked-soft"),
        ("text-faint", "operand"),
        ("text-faint", "result"),
        ("text-faint", "note-soft"),
        ("accent", "operand"),
        ("text-faint", "accent-soft"),
        ("accent", "result"),
    ] {
        pairs.push((format!("--color-{word}"), format!("--color-{ground}")));
    }
    for (theme, tokens) in [("light", light()), ("dark", dark())] {
        for (word, ground) in &pairs {
            let ratio = contrast(resolve(&tokens, word), resolve(&tokens, ground));
            assert!(ratio >= 4.5, "{theme}: {word} on {ground} has {ratio:.2}:1");
        }
    }
}

#[test]
fn signs_stand_out_from_their_ground_in_both_themes() {
    for (theme, tokens) in [("light", light()), ("dark", dark())] {
        for sign in ["edge", "pass", "error", "suspect", "note", "accent"] {
            for ground in ["ground", "surface"] {
                let ratio = contrast(
                    resolve(&tokens, &format!("--color-{sign}")),
                    resolve(&tokens, &format!("--color-{ground}")),
                );
                assert!(ratio >= 3.0, "{theme}: {sign} on {ground} has {ratio:.2}:1");
            }
        }
    }
}

#[test]
fn the_dark_theme_is_the_same_by_system_and_by_choice() {
    assert_eq!(tokens(":root[data-theme=\"dark\"]"), tokens(":root:not([data-theme=\"light\"])"));
}

#[test]
fn nothing_is_newer_than_chromium_78() {
    let newer = [
        "@layer",
        "@container",
        ":is(",
        ":has(",
        ":where(",
        "aspect-ratio",
        "inset:",
        "color-mix(",
        "oklch(",
        "clamp(",
        "min(",
        "max(",
        "dvh",
        "text-decoration-thickness",
        "text-underline-offset",
        "accent-color",
        "place-items: ",
    ];
    for (path, text) in sheets() {
        for word in newer {
            // `minmax(` is as old as grid itself.
            assert!(!text.replace("minmax(", "").contains(word), "{}: {word}", path.display());
        }
        for rule in text.split('}') {
            let declarations = rule.rsplit('{').next().unwrap_or_default();
            let has_gap = declarations
                .lines()
                .any(|line| ["gap:", "row-gap:", "column-gap:"].iter().any(|word| line.trim().starts_with(word)));
            assert!(
                !has_gap || declarations.contains("display: grid"),
                "{}: gap outside a grid in {rule}",
                path.display()
            );
            assert!(rule.matches('{').count() <= 2, "{}: a nested rule in {rule}", path.display());
        }
    }
}

#[test]
fn sheets_are_small_and_named_after_what_they_dress() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/ui");
    for (path, _) in
        sheets().into_iter().filter(|(path, _)| path.parent().is_some_and(|parent| !parent.ends_with("styles")))
    {
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let lines = fs::read_to_string(&path).expect("a readable sheet").lines().count();
        assert!(lines <= 150, "{name}.css has {lines} lines");
        let is_there = ["panel", "component", "desk", "desk/summary"]
            .iter()
            .any(|folder| sources.join(folder).join(format!("{name}.rs")).exists())
            || sources.join("desk").join(name).join("mod.rs").exists()
            // What the whole desk is on paper.
            || path.ends_with("desk/print.css");
        assert!(is_there, "{name}.css dresses nothing");
    }
}

fn is_of_the_desk(path: &Path) -> bool {
    path.parent().is_some_and(|parent| parent.ends_with("desk"))
}

#[test]
fn the_page_links_every_sheet_in_order() {
    let shell = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("index.html");
    let linked: Vec<&str> =
        shell.split("rel=\"css\" href=\"styles/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(linked.first(), Some(&"tokens.css"));
    assert_eq!(linked.get(1), Some(&"base.css"));
    assert_eq!(linked.get(2), Some(&"layout.css"));
    assert_eq!(linked.last(), Some(&"print.css"));
    let (desk, page): (Vec<_>, Vec<_>) = sheets().into_iter().partition(|(path, _)| is_of_the_desk(path));
    assert_eq!(linked.len(), page.len(), "every sheet is linked once");
    let module = include_str!("../src/web/ui/desk/mod.rs");
    for (path, _) in desk {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        assert!(module.contains(&format!("styles/desk/{name}\"")), "the desk brings {name} along");
    }
    let brought = module.split("styles/desk/").skip(1).filter_map(|rest| rest.split('"').next());
    assert_eq!(brought.last(), Some("print.css"), "what holds on paper goes before what holds on the screen");
}

/// The desk brings its sheets along as they are, into a widget too, where `rem` and `vh` are those of somebody else's page.
#[test]
fn the_desk_measures_by_the_place_that_it_is_in() {
    let desk: Vec<_> =
        sheets().into_iter().filter(|(path, _)| path.parent().is_some_and(|folder| folder.ends_with("desk"))).collect();
    assert!(desk.len() > 8, "the sheets are found");
    for (path, text) in desk {
        let own = text.replace("var(--view, 1vh)", "");
        for unit in ["rem", "vh"] {
            let is_used = own
                .match_indices(unit)
                .any(|(at, _)| own.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())));
            assert!(!is_used, "{}: {unit}", path.display());
        }
    }
}
