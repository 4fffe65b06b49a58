//! Rule packs as files: the example of the page is read, and what is wrong with a file is said where it stands.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use gouji::catalog::input::INPUTS;
use gouji::pack::Pack;
use gouji::report::{Confirmation, UserInput};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../src/pack/pack.md");

fn example() -> &'static str {
    PAGE.split("```json\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("the page has an example")
}

/// What is said of the example with one place of it changed.
fn refused(change: impl Fn(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(example()).expect("the example is JSON");
    change(&mut file);
    Pack::read(&file.to_string()).expect_err("the file is refused").message()
}

#[test]
fn the_example_of_the_page_is_a_pack() {
    let pack = Pack::read(example()).expect("the example is read");
    assert_eq!((pack.about.code.as_str(), pack.about.status), ("yunxi", Confirmation::Confirmed));
    let national = Pack::national();
    assert_eq!(pack.indicators.len(), national.indicators.len() + 1, "one is replaced and one is new");
    assert_eq!(pack.indicators[0].since, 2024);
    assert_ne!(pack.indicators[0], national.indicators[0]);
    assert_eq!(pack.indicators[1], national.indicators[1]);
    let typed = [("按期办结信访件", "77"), ("受理信访件", "80")].map(|(key, value)| UserInput {
        key: key.to_owned(),
        value: value.to_owned(),
        unit: String::new(),
    });
    let indicators = gouji::calculate(&pack, &[], &typed, Some(2024));
    let own = indicators.last().expect("the new one");
    assert_eq!((own.value.as_deref(), own.score.as_ref().unwrap().value.as_str()), (Some("96.25"), "5.78"));
}

#[test]
fn the_page_names_every_input() {
    for input in INPUTS {
        let words = format!("{}（{}）", input.name, input.unit);
        assert!(PAGE.contains(&words), "pack.md names {words}");
    }
}

#[test]
fn every_fault_is_told_with_its_place() {
    let first = |file: &mut Value, key: &str, value: Value| file["indicators"][0][key] = value;
    let band = |file: &mut Value, at: usize, words: &str| {
        file["indicators"][0]["score"]["bands"][at]["band"] = json!(words);
    };
    let cases: Vec<(String, &str)> = vec![
        (refused(|f| f["weight"] = json!(1)), "规则包有误：不认识的键“weight”，可用的键有：code"),
        (
            refused(|f| {
                f.as_object_mut().unwrap().remove("region");
            }),
            "规则包有误：缺少键“region”。",
        ),
        (refused(|f| f["year"] = json!("今年")), "year：此处应为四位年份"),
        (refused(|f| f["status"] = json!("maybe")), "status：“maybe”不在可选的词中，可选：confirmed、reference。"),
        (refused(|f| f["extends"] = json!("mars")), "extends 只能写自带的规则包代号，没有“mars”"),
        (refused(|f| first(f, "fomula", json!("x"))), "indicators › 第1项（K1 在职人员控制率）：不认识的键“fomula”"),
        (refused(|f| first(f, "formula", json!("在职人数 ÷ 编制数"))), "formula：公式用到不认识的数据“在职人数”"),
        (refused(|f| first(f, "formula", json!("在职人员数 ÷ (编制数"))), "formula：公式的括号没有成对。"),
        (refused(|f| first(f, "formula", json!("在职人员数 ÷"))), "formula：公式没有写完。"),
        (refused(|f| first(f, "formula", json!("在职人员数 编制数"))), "公式在“编制数”处不成立"),
        (refused(|f| first(f, "formula", json!("3 × 2"))), "公式没有用到任何数据。"),
        (refused(|f| first(f, "formula", json!("(".repeat(40)))), "公式的括号套得太深。"),
        (refused(|f| first(f, "line", json!("小于100"))), "line：“小于100”不是区间"),
        (refused(|f| first(f, "line", json!("[100, 90]"))), "line：“[100, 90]”不是区间"),
        (refused(|f| first(f, "until", json!(2020))), "until 不能早于 since。"),
        (refused(|f| band(f, 1, "(102, 105]")), "bands › 第2项（(102, 105]）：(-∞, 100] 与 (102, 105] 之间有空档"),
        (refused(|f| band(f, 1, "(95, 105]")), "(-∞, 100] 与 (95, 105] 有重叠"),
        (refused(|f| band(f, 1, "[100, 105]")), "(-∞, 100] 与 [100, 105] 都含分界值"),
        (refused(|f| band(f, 2, "(105, 200]")), "(105, 200] 之外的值没有档"),
        (refused(|f| band(f, 0, "[0, 100]")), "[0, 100] 之外的值没有档"),
        (refused(|f| f["indicators"][0]["score"]["bands"][0]["points"] = json!(4.5)), "得分4.5应在0和分值4之间"),
        (refused(|f| f["indicators"][0]["score"]["full"] = json!(0)), "score › full：“0”应大于0。"),
        (refused(|f| f["indicators"][0]["score"]["proportion"] = json!(100)), "恰好写一种"),
        (
            refused(|f| f["indicators"][1] = f["indicators"][0].clone()),
            "第2项（K1 在职人员控制率）：“K1 在职人员控制率”重复出现。",
        ),
        (refused(|f| f["inputs"][0]["name"] = json!("编制数")), "inputs › 第1项（编制数）：“编制数”重复出现。"),
        (Pack::read("{\"code\": ").unwrap_err().message(), "第1行第"),
        (Pack::read("[]").unwrap_err().message(), "此处应为一个对象"),
    ];
    for (message, wanted) in cases {
        assert!(message.starts_with("规则包有误") && message.contains(wanted), "{message}\n  lacks {wanted}");
    }
}

#[test]
fn formulas_are_reckoned_exactly_and_in_the_usual_order() {
    let value = |formula: &str| {
        let mut file: Value = serde_json::from_str(example()).unwrap();
        file["indicators"][0]["formula"] = json!(formula);
        file["indicators"][0]["unit"] = json!("倍");
        let pack = Pack::read(&file.to_string()).expect("a formula");
        let typed = [("staff", "7"), ("posts", "3")].map(|(key, value)| UserInput {
            key: key.into(),
            value: value.into(),
            unit: String::new(),
        });
        gouji::calculate(&pack, &[], &typed, None)[0].value.clone()
    };
    let is = |formula: &str, wanted: &str| assert_eq!(value(formula).as_deref(), Some(wanted), "{formula}");
    is("在职人员数 + 编制数 × 2", "13.00");
    is("（在职人员数＋编制数）*2", "20.00");
    is("在职人员数 - 编制数 - 1", "3.00");
    is("在职人员数 ÷ 编制数 × 编制数", "7.00");
    is("在职人员数 ÷ (编制数 ÷ 在职人员数)", "16.33");
    is("−在职人员数 + 编制数", "-4.00");
    is("0.1 × 在职人员数 + 0.2 × 编制数", "1.30");
    assert_eq!(value("在职人员数 ÷ (编制数 − 3)"), None, "a divisor of zero has no value");
}
