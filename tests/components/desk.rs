//! The desk drawn natively to HTML.

use super::{count, drawn, words};
use gouji::desk::brief::Brief;
use gouji::desk::message::View;
use gouji::desk::state::{Action, Document, State, reduce};
use gouji::desk::summary;
use gouji::web::ui::desk::Files;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    state: State,
}

#[component]
fn Desk(props: &Props) -> Html {
    gouji::web::ui::desk::view(&props.state, &Callback::noop(), &Callback::noop(), &Files::default())
}

fn draw(state: State) -> String {
    drawn(yew::LocalServerRenderer::<Desk>::with_props(Props { state }))
}

fn showing(view: View, brief: Brief, actions: impl IntoIterator<Item = Action>) -> State {
    let checked = Action::Checked(vec![Document { number: 1, brief: Rc::new(brief) }]);
    let shown = Action::Shown { view, in_english: false, documents: vec![1], chosen: 1 };
    let state = [checked, shown].into_iter().chain(actions).fold(State::default(), reduce);
    let made = state.is_due().then(|| state.making().made());
    made.into_iter().map(Action::Summarized).fold(state, reduce)
}

fn bureau() -> Brief {
    Brief::of(&gouji::check(include_str!("../fixtures/bureau.txt")), "")
}

/// The row of an indicator.
fn row<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("data-testid=\"{name}\"")).expect("the row");
    rest.split("<li class=\"indicator\"").next().expect("its end")
}

#[test]
fn every_bar_stands_beside_its_figure_and_says_what_it_shows() {
    let text = "2023年度总支出1000.00万元，其中基本支出640.00万元，项目支出360.00万元。“三公”经费预算12.00万元，决算9.00万元。";
    let html = draw(showing(View::Structure, Brief::of(&gouji::check(text), ""), []));
    for needle in [
        "总支出的构成（按性质）",
        "640.00",
        "64.00%",
        "75.00%",
        "width=\"64.0%\"",
        "width=\"36.0%\"",
        "width=\"75.0%\"",
    ] {
        assert!(html.contains(needle), "{needle}");
    }
    let bars = count(&html, "<svg");
    assert!(bars > 4);
    for mark in ["role=\"img\"", "<title>", "<desc>"] {
        assert_eq!(count(&html, mark), bars, "{mark}");
    }
    assert!(html.contains("<desc>基本支出 640.00万元 64.00%</desc>"));
    assert!(draw(State::default()).contains("还没有核对完的报告"));
}

#[test]
fn an_indicator_says_what_it_is_made_of_or_what_it_lacks() {
    let html = draw(showing(View::Indicators, bureau(), []));
    let three = words(row(&html, "K10“三公”经费控制率"));
    for needle in
        ["“三公”经费决算数 ÷ “三公”经费预算数 × 100%", "55.29%", "在55.28%～55.29%之间", "越低越好", "二（一）"]
    {
        assert!(three.contains(needle), "{needle} in {three}");
    }
    let staff = row(&html, "K1在职人员控制率");
    assert!(staff.contains("缺编制数") && staff.contains("placeholder=\"报告中没有，可填\""));
    assert!(!html.contains("自填</span>"), "nothing is the user's yet");
}

#[test]
fn what_was_typed_is_marked_and_says_what_it_stands_in_for() {
    let own = |key: &str, text: &str| Action::Typed { key: key.to_owned(), text: text.to_owned() };
    let actions = [own("posts", "310"), own("threePublicBudget", "90.5"), own("openingBudget", "十")];
    let html = draw(showing(View::Indicators, bureau(), actions));
    let staff = words(row(&html, "K1在职人员控制率"));
    assert!(staff.contains("94.52%") && staff.contains("自填报告中没有"), "{staff}");
    let three = words(row(&html, "K10“三公”经费控制率"));
    assert!(three.contains("58.48%") && three.contains("自填报告为95.72万元"), "{three}");
    let budget = row(&html, "K4预算完成率");
    assert!(budget.contains("aria-invalid=\"true\"") && words(budget).contains("读不成数"), "{budget}");
    assert!(html.contains("还原全部自填（3）"));
}

#[test]
fn the_summary_tells_thousands_apart_and_names_the_files_that_are_not_in_it() {
    let text = "云溪县档案馆\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n总支出年初预算14000.50万元，全年总支出13800.25万元。\n";
    let files = vec![(1, "档案馆.txt".to_owned()), (7, "旧报告.rtf".to_owned()), (9, "扫描件.pdf".to_owned())];
    let mut state = showing(View::Summary, Brief::of(&gouji::check(text), "档案馆.txt"), []);
    assert!(!draw(state.clone()).contains("summary-unread"), "all were read");
    state = reduce(state, Action::Kept(files));
    let shown = words(&draw(state.clone()));
    for needle in [
        "13,800.25",
        "另有2份文件未能读取或暂停未读，不在汇总内：旧报告.rtf、扫描件.pdf。暂停的请继续，读不了的请在列表中点开，照所写处理。",
    ] {
        assert!(shown.contains(needle), "{needle} in {shown}");
    }
    let english = Action::Shown { view: View::Summary, in_english: true, documents: vec![1], chosen: 1 };
    let shown = words(&draw(reduce(state, english)));
    for needle in
        ["1 department, 1 file", "2 files that could not be read", "CNY 10,000", "Adjusted budget", "Brought forward"]
    {
        assert!(shown.contains(needle), "{needle} in {shown}");
    }
}

#[test]
fn the_summary_says_how_it_adds_up_and_what_is_missing() {
    let text = "云溪县档案馆\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n总支出年初预算400.00万元，全年总支出380.00万元。\n";
    let cell = summary::Action::CellPicked(0, "executionRate".to_owned());
    let state = showing(View::Summary, Brief::of(&gouji::check(text), "档案馆.txt"), [Action::Summary(cell)]);
    let html = draw(state);
    let shown = words(&html);
    for needle in ["1个单位，1份文件", "95.00合计之比", "380各单位之和", "380万元 ÷ 400万元", "不是各单位比率的平均"]
    {
        assert!(shown.contains(needle), "{needle} in {shown}");
    }
    assert!(count(&html, "is-missing") > 0 && count(&html, "data-testid=\"spot\"") == 2);
    for kind in summary::PlotKind::EACH {
        let plot = summary::Plot { kind, ..summary::Plot::default() };
        let drawn = draw(reduce(
            showing(View::Summary, Brief::of(&gouji::check(text), ""), []),
            Action::Summary(summary::Action::PlotChosen(plot)),
        ));
        assert!(drawn.contains("role=\"img\"") && drawn.contains("<desc>"), "{kind:?} says what it shows");
    }
}

#[test]
fn units_of_the_desk_are_in_the_language_spoken() {
    let text = "2023年度总支出1000.00万元，其中基本支出640.00万元，项目支出360.00万元。在职人员12人。";
    let english = |view| {
        let state = showing(view, Brief::of(&gouji::check(text), ""), []);
        draw(reduce(state, Action::Shown { view, in_english: true, documents: vec![1], chosen: 1 }))
    };
    let structure = english(View::Structure);
    assert!(structure.contains("<desc>基本支出 640.00 × CNY 10,000 64.00%</desc>"), "{structure}");
    assert!(words(&structure).contains("640.00× CNY 10,000"));
    assert!(!structure.contains("currentYear"), "a period is no stable word");
    let indicators = english(View::Indicators);
    assert!(indicators.contains("people</span>") && indicators.contains("× CNY 10,000</span>"));
    assert!(![structure, indicators].concat().contains("万元<"));
}

#[test]
fn the_summary_says_which_files_are_copies() {
    let text = "云溪县档案馆\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n全年总支出380.00万元。\n";
    let document =
        |number| Document { number, brief: Rc::new(Brief::of(&gouji::check(text), &format!("{number}.docx"))) };
    let draw_of = |documents: Vec<Document>, in_english: bool| {
        let numbers = documents.iter().map(|document| document.number).collect();
        let shown = Action::Shown { view: View::Summary, in_english, documents: numbers, chosen: 1 };
        let state = [Action::Checked(documents), shown].into_iter().fold(State::default(), reduce);
        let made = state.is_due().then(|| state.making().made());
        words(&draw(made.into_iter().map(Action::Summarized).fold(state, reduce)))
    };
    assert!(draw_of(vec![document(1)], false).contains("1个单位，1份文件"));
    assert!(!draw_of(vec![document(1)], false).contains("份重复"));
    assert!(
        draw_of(vec![document(1), document(2), document(3)], false).contains("1个单位，3份文件（其中2份重复，不另计）")
    );
    let english = draw_of(vec![document(1), document(2)], true);
    assert!(english.contains("1 department, 2 files (copies: 1, not counted)"), "{english}");
}
