//! Identities, forms and accounts are well-formed data, and each identity has its examples.
#![allow(clippy::expect_used, clippy::panic, reason = "a broken table must fail loudly")]

#[path = "rules/page.rs"]
#[allow(dead_code, reason = "shared with the test of the pages")]
mod page;

use gouji::catalog::classification::{ACCOUNTS, Match, REFORM, compare, functional_level, is_economic};
use gouji::catalog::form::{COLUMNS, Form, ROWS, Stage, recognise};
use gouji::catalog::identity::{Check, IDENTITIES, identity};
use gouji::catalog::warning::WARNINGS;
use std::collections::BTreeSet;

#[test]
fn identities_are_complete_and_say_what_they_rest_on() {
    let codes: Vec<&str> = IDENTITIES.iter().map(|i| i.code).collect();
    let wanted: Vec<String> = (1..=23).map(|n| format!("J{n:02}")).collect();
    assert_eq!(codes, wanted);
    for entry in IDENTITIES {
        assert!(!entry.title.is_empty() && !entry.formulas.is_empty(), "{}", entry.code);
        assert!(entry.basis.chars().count() >= 6, "{}", entry.code);
        assert!(WARNINGS.iter().any(|w| w.code == entry.warning), "{} raises {}", entry.code, entry.warning);
        let (from, until) = entry.years;
        assert!(from.is_none_or(|from| until.is_none_or(|until| from <= until)), "{}", entry.code);
        assert!(entry.is_valid(None), "{}", entry.code);
        assert!(from.is_none_or(|from| !entry.is_valid(Some(from - 1))), "{}", entry.code);
        assert!(until.is_none_or(|until| !entry.is_valid(Some(until + 1))), "{}", entry.code);
    }
}

#[test]
fn every_identity_has_an_example_that_holds_and_one_that_does_not() {
    let page = page::pages().into_iter().find(|p| p.name == "identity").expect("the page");
    for entry in IDENTITIES {
        let section = page.sections.iter().find(|s| s.code.as_deref() == Some(entry.code));
        let section = section.unwrap_or_else(|| panic!("{} has no section", entry.code));
        let words: BTreeSet<&str> = section.blocks.iter().map(|b| b.word.as_str()).collect();
        let raises_notes = ["W39", "W49"].contains(&entry.warning);
        let (passing, failing) = match entry.check {
            _ if raises_notes => ("silent", "note"),
            // What only explains never fails.
            Check::Explains => ("exact", "silent"),
            Check::Formulas | Check::Words => ("exact", "inconsistent"),
        };
        let passes = words.contains(passing) || passing == "exact" && words.contains("rounded");
        assert!(passes && words.contains(failing), "{}: {words:?}", entry.code);
        let raised = |text: &str| gouji::check(text).findings.iter().any(|f| f.code == entry.warning);
        let mut faults = section.blocks.iter().filter(|b| b.word == failing && failing != "silent");
        assert!(
            failing == "silent" || faults.any(|b| raised(&b.text)),
            "{} does not raise {}",
            entry.code,
            entry.warning
        );
    }
}

#[test]
fn forms_are_known_by_their_titles_whatever_their_numbers() {
    let accounts = [
        ("收入支出决算总表", Form::Overall),
        ("表1 2022年度收入支出决算总表（公开01表）", Form::Overall),
        ("收入决算表", Form::Income),
        ("支出决算表", Form::Expenditure),
        ("财政拨款收入支出决算总表", Form::Appropriation),
        ("一般公共预算财政拨款支出决算表", Form::General),
        ("一般公共预算财政拨款基本支出决算明细表", Form::Basic),
        ("一般公共预算财政拨款基本支出决算表", Form::Basic),
        ("公开07表 政府性基金预算财政拨款收入支出决算表", Form::Fund),
        ("公开08表 政府性基金预算财政拨款收入支出决算表", Form::Fund),
        ("国有资本经营预算财政拨款支出决算表", Form::Capital),
        ("财政拨款“三公”经费支出决算表", Form::ThreePublic),
        ("公开07表 一般公共预算财政拨款“三公”经费支出决算表", Form::ThreePublic),
    ];
    for (title, form) in accounts {
        assert_eq!(recognise(title), Some((form, Some(Stage::Accounts))), "{title}");
    }
    let budgets = [
        ("2024年部门财务收支预算总表", Form::Overall),
        ("2024年部门支出预算总表", Form::Expenditure),
        ("2024年部门“三公”经费和机关运行经费预算表", Form::ThreePublic),
    ];
    for (title, form) in budgets {
        assert_eq!(recognise(title), Some((form, Some(Stage::Budget))), "{title}");
    }
    // The names of funds have 预算 in them, of whatever stage the amounts are.
    let open = [
        ("部门收支总体情况表", Form::Overall),
        ("表1 收支总表", Form::Overall),
        ("部门收入总表", Form::Income),
        ("财政拨款收支总表", Form::Appropriation),
        ("一般公共预算支出表", Form::General),
        ("一般公共预算基本支出表", Form::Basic),
        ("政府性基金预算支出表", Form::Fund),
        ("“三公”经费支出表", Form::ThreePublic),
    ];
    for (title, form) in open {
        assert_eq!(recognise(title), Some((form, None)), "{title}");
    }
    for title in [
        "项目支出绩效自评表",
        "项目支出决算表",
        "公开01表",
        "“三公”经费增减变动情况",
        "一般公共预算财政拨款支出决算明细表",
    ] {
        assert_eq!(recognise(title), None, "{title}");
    }
}

#[test]
fn rows_and_columns_have_one_name_each() {
    for lines in [ROWS, COLUMNS] {
        let names: BTreeSet<&str> = lines.iter().map(|line| line.name).collect();
        assert_eq!(names.len(), lines.len());
    }
}

#[test]
fn accounts_have_a_class_and_one_name_at_a_time() {
    for account in ACCOUNTS {
        assert!(is_economic(account.code), "{}", account.code);
        let class = account.code.get(..3).unwrap_or_default();
        assert!(ACCOUNTS.iter().any(|a| a.code == class), "{} has no class", account.code);
        let same = |year: i32| {
            let bearers = ACCOUNTS.iter().filter(|a| a.code == account.code && a.is_in_force(Some(year)));
            bearers.count()
        };
        assert!(same(REFORM) <= 1, "{} has two names", account.code);
        assert!(account.is_named(account.name));
        let year = account.until.or(account.from);
        assert_eq!(compare(account.code, account.name, year), Match::Agrees, "{}", account.code);
    }
}

#[test]
fn codes_and_names_are_held_against_each_other_in_their_own_domain() {
    assert_eq!(compare("30217", "公务接待费", Some(2023)), Match::Agrees);
    assert_eq!(compare("30212", "因公出国(境)费", Some(2023)), Match::Agrees);
    assert_eq!(compare("30215", "公务接待费", Some(2023)), Match::Differs);
    assert_eq!(compare("30215", "本地另设的科目", Some(2023)), Match::Unknown);
    // 住房公积金 was under 303 before the reform.
    assert_eq!(compare("30311", "住房公积金", Some(2016)), Match::Agrees);
    assert_eq!(compare("30311", "住房公积金", Some(2019)), Match::Differs);
    assert!(!is_economic("201") && !is_economic("501") && !is_economic("3021700"));
    assert_eq!(functional_level("2010301"), Some(3));
    assert_eq!(functional_level("30217"), None);
}

#[test]
fn an_identity_is_found_by_its_code() {
    assert_eq!(identity("J15").map(|i| i.warning), Some("W38"));
    assert!(identity("J99").is_none());
}
