//! The summary on the desk: what is shown of it, in which order, and that searching never changes a total.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod page;

use gouji::desk::brief::Brief;
use gouji::desk::message::View;
use gouji::desk::state::{self, Document, Made, State};
use gouji::desk::summary::{Action, By, Only, median, table};
use gouji::project::DecisionKind;
use gouji::summary::{Digest, Role, Summary, TotalBy};
use std::rc::Rc;

/// A report of a department that does not exist: budget and outturn in 万元, its outturn split into two parts.
fn report(name: &str, year: u32, budget: u32, basic: u32, project: u32) -> Brief {
    let text = format!(
        "{name}\n{year}年度部门整体支出绩效自评报告\n\n一、基本情况\n{year}年，总支出年初预算{budget}.00万元。\
        全年总支出{}.00万元，其中基本支出{basic}.00万元，项目支出{project}.00万元。\n",
        basic + project
    );
    Brief::of(&gouji::check(&text), &format!("{name}.txt"))
}

/// The state after something happened, with the summary made that was due then.
fn reduce(state: State, action: state::Action) -> State {
    let state = state::reduce(state, action);
    if !state.is_due() {
        return state;
    }
    let made = state.making().made();
    state::reduce(state, state::Action::Summarized(made))
}

fn office() -> State {
    let briefs = [
        report("云溪县档案馆", 2023, 400, 300, 80),
        report("云溪县水利局", 2023, 1000, 500, 700),
        report("云溪县体育中心", 2022, 250, 200, 50),
    ];
    let checked = briefs
        .into_iter()
        .zip(1..)
        .map(|(brief, number)| state::Action::Checked(vec![Document { number, brief: Rc::new(brief) }]));
    let shown = state::Action::Shown { view: View::Summary, in_english: false, documents: vec![1, 2, 3], chosen: 1 };
    checked.chain([shown]).fold(State::default(), reduce)
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().map(state::Action::Summary).fold(office(), reduce)
}

fn made(state: &State) -> &Made {
    state.summary.as_ref().expect("a summary is looked at")
}

fn summary(state: &State) -> &Summary {
    &made(state).summary
}

fn digests(state: &State) -> Vec<&Digest> {
    made(state).documents.iter().map(|document| &document.brief.digest).collect()
}

/// The names of the rows shown, in their order.
fn names(state: &State) -> Vec<String> {
    let (digests, summary) = (digests(state), summary(state));
    let table = table(summary, &digests, &state.choices);
    table.groups.iter().flat_map(|group| &group.lines).map(|line| line.row.organization.clone()).collect()
}

fn total(state: &State, key: &str) -> Option<String> {
    summary(state).columns.iter().find(|column| column.key == key).expect("a column").total.clone()
}

fn by(key: &str) -> Action {
    Action::Sorted(Some(key.to_owned()))
}

#[test]
fn totals_are_sums_and_rates_are_ratios_of_sums() {
    let state = office();
    assert_eq!(total(&state, "expenditure").as_deref(), Some("1830"));
    assert_eq!(total(&state, "executionRate").as_deref(), Some("110.91"), "1830 ÷ 1650, not a mean of the three");
    let rate = summary(&state).columns.iter().find(|column| column.key == "executionRate").expect("a column");
    assert_eq!((rate.total_by, rate.known, rate.missing), (TotalBy::Ratio, 3, 0));
}

#[test]
fn a_head_sorts_down_then_up_then_as_the_files_came() {
    let came = names(&office());
    let down = names(&after([by("expenditure")]));
    assert_eq!(down, ["云溪县水利局", "云溪县档案馆", "云溪县体育中心"]);
    let up = names(&after([by("expenditure"), by("expenditure")]));
    assert_eq!(up.iter().rev().collect::<Vec<_>>(), down.iter().collect::<Vec<_>>());
    assert_eq!(names(&after([by("expenditure"), by("expenditure"), by("expenditure")])), came);
    let by_name = names(&after([Action::Sorted(None)]));
    assert!(by_name.is_sorted());
}

#[test]
fn what_is_pinned_stays_on_top() {
    let pin = Action::PinToggled("云溪县体育中心".to_owned());
    assert_eq!(names(&after([by("expenditure"), pin.clone()])).first().map(String::as_str), Some("云溪县体育中心"));
    assert_eq!(names(&after([by("expenditure"), pin.clone(), pin])).last().map(String::as_str), Some("云溪县体育中心"));
}

#[test]
fn searching_and_narrowing_hide_rows_and_leave_totals_alone() {
    let found = after([Action::Searched("水利".to_owned())]);
    assert_eq!(names(&found), ["云溪县水利局"]);
    assert_eq!(total(&found, "expenditure"), total(&office(), "expenditure"));
    let lacking = after([Action::OnlyChosen(Only::Lacking)]);
    assert_eq!(names(&lacking).len(), 3, "none says what it received");
    assert_eq!(
        summary(&lacking).columns.iter().find(|column| column.key == "revenue").map(|column| column.missing),
        Some(3)
    );
    assert!(names(&after([Action::OnlyChosen(Only::Errors)])).is_empty());
}

/// Two reports with a part that is wrong and a growth that is wrong, and a third without faults.
fn faulty() -> State {
    let text = |name: &str| {
        format!(
            "{name}2023年度部门整体支出绩效自评报告\n2023年总支出500万元，其中：基本支出300万元，项目支出210万元。\n\
            造林补助126万元，上年120万元，同比增长8%。\n"
        )
    };
    let brief = |name: &str| Brief::of(&gouji::check(&text(name)), &format!("{name}.txt"));
    let briefs = [brief("云溪县林业局"), brief("云溪县农业局"), report("云溪县水利局", 2023, 1000, 500, 700)];
    let documents = briefs.into_iter().zip(1..).map(|(brief, number)| Document { number, brief: Rc::new(brief) });
    let shown = state::Action::Shown { view: View::Summary, in_english: false, documents: vec![1, 2, 3], chosen: 1 };
    [state::Action::Checked(documents.collect()), shown].into_iter().fold(State::default(), reduce)
}

/// Decides about the findings of the forestry bureau, under the name of a file.
fn decided(file: &str, kinds: &[DecisionKind]) -> state::Action {
    let text = "云溪县林业局2023年度部门整体支出绩效自评报告\n2023年总支出500万元，其中：基本支出300万元，项目支出210万元。\n\
        造林补助126万元，上年120万元，同比增长8%。\n";
    let page = page::looking_at(gouji::app::state::State::default(), file, text);
    let page = (0..).zip(kinds).fold(page, |page, (finding, kind)| page::decided(page, finding, Some(*kind), ""));
    state::Action::Decided(page.decisions, Vec::new())
}

/// Of the columns for found and decided: the totals, and how many the first row has.
fn tallies(state: &State) -> [(String, String); 4] {
    ["errors", "suspects", "dismissed", "confirmed"].map(|key| {
        let at = summary(state).columns.iter().position(|column| column.key == key).expect("a column");
        let first = summary(state).rows.first().and_then(|row| row.cells.get(at)).and_then(|cell| cell.value.clone());
        (total(state, key).unwrap_or_default(), first.unwrap_or_default())
    })
}

#[test]
fn decisions_are_counted_beside_the_findings_and_take_none_away() {
    let of = |texts: [(&str, &str); 4]| texts.map(|(total, first)| (total.to_owned(), first.to_owned()));
    let before = tallies(&faulty());
    assert_eq!(before, of([("4", "2"), ("0", "0"), ("0", "0"), ("0", "0")]));
    let both = [DecisionKind::Dismissed, DecisionKind::Confirmed];
    let state = reduce(faulty(), decided("云溪县林业局.txt", &both));
    assert_eq!(tallies(&state), of([("4", "2"), ("0", "0"), ("1", "1"), ("1", "1")]));
    assert_eq!(summary(&state).rows.first().map(|row| (row.decided("errors"), row.decided("suspects"))), Some((2, 0)));
    let open = reduce(state.clone(), state::Action::Summary(Action::OnlyChosen(Only::Open)));
    assert_eq!(names(&open), ["云溪县农业局"], "the other bureau's same words were not decided about");
    let grouped = reduce(state.clone(), state::Action::Summary(Action::ByChosen(By::Year)));
    let own = digests(&grouped);
    let of_group = table(summary(&grouped), &own, &grouped.choices);
    let totals = of_group.groups.first().expect("a group").totals.iter().find(|column| column.key == "dismissed");
    assert_eq!(totals.and_then(|column| column.total.as_deref()), Some("1"));
    let undone = reduce(state, state::Action::Decided(Vec::new(), Vec::new()));
    assert_eq!(tallies(&undone), before);
}

#[test]
fn a_decision_that_rests_is_not_counted_and_a_file_keeps_those_of_its_former_name() {
    let mut state = faulty();
    let corrected = gouji::check(
        "云溪县林业局2023年度部门整体支出绩效自评报告\n2023年总支出510万元，其中：基本支出300万元，项目支出210万元。\n",
    );
    let brief = Rc::new(Brief::of(&corrected, "云溪县林业局.txt"));
    let both = [DecisionKind::Dismissed, DecisionKind::Confirmed];
    let former = reduce(state.clone(), decided("林业局初稿.txt", &both));
    assert_eq!(summary(&former).rows.first().map(|row| row.decided("errors")), Some(2), "all its words are there");
    state = reduce(state, state::Action::Checked(vec![Document { number: 1, brief }]));
    state = reduce(state, decided("云溪县林业局.txt", &both));
    assert_eq!(summary(&state).rows.first().map(|row| row.dismissed.count() + row.confirmed.count()), Some(0));
}

#[test]
fn groups_have_totals_of_their_own_that_add_up() {
    let state = after([Action::ByChosen(By::Year)]);
    let (digests, summary) = (digests(&state), summary(&state));
    let table = table(summary, &digests, &state.choices);
    let at = summary.columns.iter().position(|column| column.key == "expenditure").expect("a column");
    let totals: Vec<(Option<&str>, Option<&str>)> = table
        .groups
        .iter()
        .map(|group| (group.name.as_deref(), group.totals.get(at).and_then(|column| column.total.as_deref())))
        .collect();
    assert_eq!(totals, [(Some("2023"), Some("1580")), (Some("2022"), Some("250"))]);
}

#[test]
fn a_cell_leads_to_its_place_and_a_unit_changes_no_place() {
    let state = after([Action::UnitChosen("元".to_owned())]);
    assert_eq!(total(&state, "expenditure").as_deref(), Some("18300000"));
    let at = summary(&state).columns.iter().position(|column| column.key == "expenditure").expect("a column");
    let spot = summary(&state)
        .rows
        .first()
        .and_then(|row| row.cells.get(at))
        .and_then(|cell| cell.spots.first())
        .expect("a place");
    assert_eq!((spot.file, spot.value.as_str(), spot.figure.is_some()), (0, "380.00", true));
    let picked = after([Action::CellPicked(0, "expenditure".to_owned())]);
    assert_eq!(picked.choices.picked, Some((0, "expenditure".to_owned())));
    let again = reduce(picked, state::Action::Summary(Action::CellPicked(0, "expenditure".to_owned())));
    assert_eq!(again.choices.picked, None);
}

#[test]
fn a_file_put_elsewhere_by_hand_goes_there_and_back() {
    let state = office();
    let hash = summary(&state).files.get(2).expect("a file").hash.clone();
    let moved = after([Action::RoleGiven(hash.clone(), Some(Role::Excluded))]);
    assert_eq!(total(&moved, "expenditure").as_deref(), Some("1580"));
    let back = reduce(moved, state::Action::Summary(Action::RoleGiven(hash, None)));
    assert_eq!(total(&back, "expenditure").as_deref(), Some("1830"));
    assert!(back.choices.grouping.assigned.is_empty());
}

#[test]
fn the_last_summary_stays_with_its_documents_until_the_next_is_made() {
    let state = office();
    assert!(!state.is_due());
    let shown = state::Action::Shown { view: View::Summary, in_english: false, documents: vec![1, 3], chosen: 1 };
    let fewer = state::reduce(state, shown);
    assert!(fewer.is_due());
    assert_eq!((fewer.documents.len(), made(&fewer).documents.len(), summary(&fewer).rows.len()), (2, 3, 3));
    let late = fewer.making().made();
    let again = state::reduce(fewer, state::Action::Decided(Vec::new(), Vec::new()));
    let state = state::reduce(again, state::Action::Summarized(late));
    assert!(state.is_due(), "something changed while it was made");
    assert_eq!(summary(&state).rows.len(), 2, "and yet it is nearer to what is there");
    let elsewhere = state::reduce(
        state,
        state::Action::Shown { view: View::Indicators, in_english: false, documents: vec![1, 3], chosen: 1 },
    );
    assert!(!elsewhere.is_due(), "nobody looks at it");
}

#[test]
fn the_summary_follows_the_documents() {
    let shown =
        |documents: Vec<u32>| state::Action::Shown { view: View::Summary, in_english: false, documents, chosen: 1 };
    let closed = reduce(office(), shown(vec![1, 2]));
    assert_eq!(total(&closed, "expenditure").as_deref(), Some("1580"));
    let before = reduce(closed.clone(), shown(vec![2, 1]));
    let first = summary(&before).files.first().map(|file| file.name.as_str());
    assert_eq!(first, Some("云溪县水利局.txt"), "places follow the order of the documents");
    let corrected = Document { number: 2, brief: Rc::new(report("云溪县水利局", 2023, 1000, 500, 600)) };
    let state = [state::Action::Checked(vec![corrected]), shown(vec![1, 2])].into_iter().fold(closed, reduce);
    assert_eq!(total(&state, "expenditure").as_deref(), Some("1480"));
}

#[test]
fn the_median_of_amounts_has_no_more_places_than_the_amounts() {
    let department = |name: &str, spent: &str| {
        let text =
            format!("{name}\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n2023年，全年总支出{spent}万元。\n");
        Brief::of(&gouji::check(&text), &format!("{name}.txt"))
    };
    let briefs = [department("云溪县档案馆", "1100.25"), department("云溪县水利局", "20000.5")];
    let checked =
        briefs.into_iter().zip(1..).map(|(brief, number)| Document { number, brief: Rc::new(brief) }).collect();
    let shown = state::Action::Shown { view: View::Summary, in_english: false, documents: vec![1, 2], chosen: 1 };
    let state = [state::Action::Checked(checked), shown].into_iter().fold(State::default(), reduce);
    let at = summary(&state).columns.iter().position(|column| column.key == "expenditure").expect("a column");
    assert_eq!(summary(&state).columns[at].median.as_deref(), Some("10550.375"), "the summary itself is exact");
    assert_eq!(median(summary(&state), at).as_deref(), Some("10,550.38"));
}
