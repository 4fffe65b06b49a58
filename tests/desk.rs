//! The desk: what it is told of a report, what it draws of it, what it reckons, what happens to it.
#![allow(clippy::expect_used, clippy::panic)]

use gouji::desk::brief::{Amount, Brief};
use gouji::desk::calculator::{Narrowed, Row, Typed, rows};
use gouji::desk::message::View;
use gouji::desk::state::{Action, Document, State, reduce};
use gouji::desk::structure::{Aspect, Structure, pairs, three_public};
use gouji::pack::Pack;
use std::rc::Rc;

const REPORT: &str = "2023年度部门整体支出绩效自评报告\n\n全年总支出1,000.00万元，其中基本支出640.00万元，占64%；项目支出360.00万元，占36%。\
\n\n“三公”经费年初预算12.00万元，决算9.00万元。\
公务用车购置及运行维护费年初预算8.00万元，决算7.00万元。公务接待费年初预算4.00万元，决算2.00万元。\n";

fn brief() -> Brief {
    Brief::of(&gouji::check(REPORT), "")
}

fn bureau() -> Brief {
    Brief::of(&gouji::check(include_str!("fixtures/bureau.txt")), "局.txt")
}

fn document(number: u32, brief: Brief) -> Document {
    Document { number, brief: Rc::new(brief) }
}

fn typed(key: &str, text: &str) -> Action {
    Action::Typed { key: key.to_owned(), text: text.to_owned() }
}

fn present(documents: &[u32], chosen: u32) -> Action {
    Action::Shown { view: View::Indicators, in_english: true, documents: documents.to_vec(), chosen }
}

fn showing(documents: &[u32]) -> State {
    let checked = documents.iter().map(|number| Action::Checked(vec![document(*number, bureau())]));
    checked.chain([present(documents, *documents.first().expect("a document"))]).fold(State::default(), reduce)
}

/// The rows that a state shows.
fn shown(state: &State) -> Vec<Row> {
    rows(&state.packs.in_force(), &state.document().expect("a document").brief, &state.typed())
}

fn row(rows: &[Row], code: &str, variant: Option<&str>) -> Row {
    let is_it = |row: &&Row| row.indicator.code == code && row.indicator.variant.as_deref() == variant;
    rows.iter().find(is_it).cloned().unwrap_or_else(|| panic!("{code} is in the pack"))
}

fn value(state: &State, code: &str) -> Option<String> {
    row(&shown(state), code, None).indicator.value
}

#[test]
fn a_whole_is_drawn_with_the_parts_that_were_found_to_add_up() {
    let shown = |text: &str| {
        let brief = Brief::of(&gouji::check(text), "");
        let part = |(part, share): &(Amount, Option<String>)| (part.label.clone(), share.clone().unwrap_or_default());
        let one = |s: &Structure| (s.whole.label.clone(), s.by, s.parts.iter().map(part).collect::<Vec<_>>());
        brief.structures.iter().map(one).collect::<Vec<_>>()
    };
    let part = |label: &str, share: &str| (label.to_owned(), share.to_owned());
    let parts = vec![part("基本支出", "64.00"), part("项目支出", "36.00")];
    assert_eq!(shown(REPORT).first(), Some(&("总支出".to_owned(), Aspect::Nature, parts)));
    let other = REPORT.replace("360.00", "350.00");
    assert!(shown(&other).iter().all(|(whole, ..)| whole != "总支出"), "parts that do not add up are no structure");
}

#[test]
fn a_budget_stands_beside_its_outturn() {
    let brief = brief();
    let pairs: Vec<_> = pairs(&brief.amounts)
        .into_iter()
        .map(|pair| (pair.outturn.label.clone(), pair.budget.base.clone(), pair.outturn.base.clone(), pair.rate))
        .collect();
    let pair = |label: &str, budget: &str, outturn: &str, rate: &str| {
        (label.to_owned(), budget.to_owned(), outturn.to_owned(), Some(rate.to_owned()))
    };
    assert_eq!(
        pairs,
        [
            pair("“三公”经费", "120000", "90000", "75.00"),
            pair("公务用车购置及运行维护费", "80000", "70000", "87.50"),
            pair("公务接待费", "40000", "20000", "50.00"),
        ]
    );
}

#[test]
fn three_public_expenses_stand_over_two_years() {
    let text = REPORT.replace("决算9.00万元。", "决算9.00万元，上年决算11.00万元。");
    let brief = Brief::of(&gouji::check(&text), "");
    let rows: Vec<_> = three_public(&brief.amounts, &brief.earlier)
        .into_iter()
        .map(|years| (years.label, years.amounts.map(|amount| amount.map(|amount| amount.value.clone()))))
        .collect();
    let some = |value: &str| Some(value.to_owned());
    assert_eq!(
        rows,
        [
            ("“三公”经费", [some("11.00"), some("12.00"), some("9.00")]),
            ("公务用车购置及运行维护费", [None, some("8.00"), some("7.00")]),
            ("公务接待费", [None, some("4.00"), some("2.00")]),
        ]
    );
}

#[test]
fn the_figures_of_a_report_stand_in_the_rows() {
    let state = showing(&[7]);
    let rows = shown(&state);
    for (code, variant, value) in [
        ("K10", None, "55.29"),
        ("K10", Some("公务用车购置及运行维护费"), "62.21"),
        ("K10", Some("公务接待费"), "25.39"),
        ("K15", Some("项目支出与年初预算比"), "585.86"),
        ("K5", Some("项目支出追加"), "485.86"),
    ] {
        assert_eq!(row(&rows, code, variant).indicator.value.as_deref(), Some(value), "{code}");
    }
    let three = row(&rows, "K10", None);
    let places: Vec<Option<&str>> = three
        .cells
        .iter()
        .map(|cell| {
            let figure = cell.reported.as_ref().expect("it is in the report").figure.expect("a figure");
            state.document().expect("the document").brief.place(figure)
        })
        .collect();
    assert!(places.iter().all(|place| place.is_some_and(|place| place.contains("二（一）"))), "{places:?}");
}

#[test]
fn what_is_lacking_is_named_and_its_value_appears_once_it_is_typed() {
    let state = showing(&[7]);
    let lacking = |code| row(&shown(&state), code, None).indicator.missing;
    assert_eq!(lacking("K1"), ["编制数"]);
    assert_eq!(lacking("K2"), ["上年“三公”经费预算数"]);
    assert_eq!(lacking("K4"), ["年初预算数"]);
    let state =
        [typed("posts", "310"), typed("threePublicBudgetLastYear", "957200元"), typed("openingBudget", "1亿元")]
            .into_iter()
            .fold(state, reduce);
    assert_eq!(value(&state, "K1").as_deref(), Some("94.52"));
    assert_eq!(value(&state, "K2").as_deref(), Some("0.00"), "a unit may be written behind");
    assert_eq!(value(&state, "K4").as_deref(), Some("98.07"));
}

#[test]
fn what_was_typed_is_the_users_and_goes_one_by_one_or_all_at_once() {
    let before = showing(&[7, 8]);
    let state = [typed("posts", "３００"), typed("staff", "270 人"), typed("threePublicOutturn", "60")]
        .into_iter()
        .fold(before.clone(), reduce);
    let staff = row(&shown(&state), "K1", None);
    assert_eq!(staff.indicator.value.as_deref(), Some("90.00"));
    assert_eq!(staff.typed().count(), 2);
    let cell = staff.cells.iter().find(|cell| cell.wanted.key == "staff").expect("an input");
    assert_eq!(cell.reported.as_ref().map(|input| input.value.as_str()), Some("293"), "the report's stays beside it");
    assert_eq!(value(&state, "K10").as_deref(), Some("62.68"));

    let other = reduce(state.clone(), present(&[7, 8], 8));
    assert_eq!(value(&other, "K10").as_deref(), Some("55.29"), "another document has its own");

    let state = reduce(state, Action::Reverted("staff".to_owned()));
    assert_eq!(value(&state, "K1").as_deref(), Some("97.67"));
    let state = reduce(state, Action::AllReverted);
    assert_eq!(shown(&state), shown(&before));
}

#[test]
fn what_is_no_number_is_no_input() {
    for text in ["", "很多", "3个", "1.2.3", "--4"] {
        let state = reduce(showing(&[7]), typed("threePublicBudget", text));
        let three = row(&shown(&state), "K10", None);
        assert_eq!(three.indicator.value, None, "{text}");
        assert!(three.cells.iter().any(|cell| cell.typed.is_some() && !cell.is_read), "{text}");
    }
}

#[test]
fn the_list_is_narrowed_to_what_is_asked() {
    let rows = shown(&showing(&[7]));
    let count = |narrowed: Narrowed| rows.iter().filter(|row| narrowed.has(&row.indicator)).count();
    assert_eq!(count(Narrowed::All), rows.len());
    assert_eq!(count(Narrowed::Computed) + count(Narrowed::Lacking), rows.len());
    assert!(count(Narrowed::Attention) >= 2 && count(Narrowed::Computed) > count(Narrowed::Attention));
}

#[test]
fn a_users_pack_is_put_in_force_and_one_with_a_fault_leaves_all_as_it_is() {
    let own = r#"{"code":"own","name":"本县","region":"某县","year":2024,"document":"无","basis":"《办法》","status":"reference",
        "indicators":[{"code":"X1","name":"人均支出倍数","formula":"预算完成数 ÷ 在职人员数","unit":"倍","direction":"lower",
        "basis":"《办法》","status":"reference","since":2020}]}"#;
    let given = |text: &str| Action::PackGiven {
        name: "本县.json".to_owned(),
        pack: Pack::read(text).map(|pack| (Rc::new(pack), text.to_owned())).map_err(|error| error.message()),
    };
    let state = reduce(showing(&[7]), given(own));
    assert_eq!(state.packs.in_force().about.name, "本县");
    assert_eq!(shown(&state).len(), 1);
    let again = reduce(state.clone(), given(own));
    assert_eq!(again.packs.list.len(), state.packs.list.len(), "a pack opened again takes its own place");
    let refused = reduce(state, given(&own.replace("在职人员数", "在职人头数")));
    assert_eq!(refused.packs.in_force().about.name, "本县");
    let message = &refused.packs.refused.as_ref().expect("a refusal").message;
    assert!(message.contains("在职人头数"), "{message}");
    let national = reduce(refused, Action::PackChosen(0));
    assert_eq!((national.packs.in_force().about.code.as_str(), &national.packs.refused), ("national", &None));
}

#[test]
fn the_pack_to_begin_with_is_one_at_hand_or_one_out_of_a_file() {
    let begin =
        |name: &str, text: &str| reduce(showing(&[7]), Action::PackWanted(name.to_owned(), text.to_owned())).packs;
    assert_eq!(begin("hunan", "").in_force().about.code, "hunan");
    for (name, text) in [("nowhere", ""), ("packs/county.json", "not a pack")] {
        let packs = begin(name, text);
        assert_eq!(packs.in_force().about.code, "national", "{name}");
        assert_eq!(packs.refused.map(|refused| refused.name).as_deref(), Some(name), "it is said which is none");
    }
}

#[test]
fn the_documents_follow_what_is_told() {
    let state = reduce(showing(&[7, 8]), typed("posts", "300"));
    assert_eq!(
        (state.view, state.in_english, state.document().map(|document| document.number)),
        (View::Indicators, true, Some(7))
    );
    let checked = reduce(state, Action::Checked(vec![document(7, brief())]));
    assert_eq!(checked.documents.len(), 2, "a document checked anew takes its own place");
    assert_eq!(checked.typed(), Typed::from_iter([("posts".to_owned(), "300".to_owned())]), "what was typed stays");
    let closed = reduce(checked, present(&[8], 9));
    assert_eq!((closed.document(), closed.documents.len(), closed.typed.len()), (None, 1, 0));
}
