//! The page drawn natively to HTML: what a person sees and what a screen reader is told.
#![allow(clippy::expect_used, clippy::panic)]

#[path = "components/desk.rs"]
mod desk;

use gouji::app::action::{Action, Given};
use gouji::app::answer::Answer;
use gouji::app::reduce::reduce;
use gouji::app::state::{Handle, Language, List, Overlay, Screen, Settings, State, Subject, Tally};
use gouji::desk::message;
use gouji::project::DecisionKind;
use gouji::report::{FigureStatus, Level, ReadingNote, Report, Severity, Verdict};
use gouji::web::english::{said, warning};
use gouji::web::ui::hook::Surroundings;
use gouji::web::ui::page::Page;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    state: Rc<State>,
}

#[component]
fn View(props: &Props) -> Html {
    html! {
        <ContextProvider<Surroundings> context={Surroundings { dispatch: Callback::noop(), language: props.state.settings.language }}>
            <Page state={props.state.clone()} />
        </ContextProvider<Surroundings>>
    }
}

fn draw(state: State) -> String {
    drawn(yew::LocalServerRenderer::<View>::with_props(Props { state: Rc::new(state) }))
}

/// Nothing of the page waits for anything, so its future is ready whenever it is asked.
fn drawn<C: BaseComponent>(renderer: yew::LocalServerRenderer<C>) -> String {
    let renderer = renderer.hydratable(false);
    let mut future = std::pin::pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = future.as_mut().poll(&mut context) {
            return html;
        }
    }
}

fn report() -> Report {
    serde_json::from_str(include_str!("fixtures/report.json")).expect("the fixture is a report")
}

fn started() -> Action {
    Action::EngineStarted { in_worker: true, sample: Rc::from("示例") }
}

fn answer(report: Report) -> Rc<Answer> {
    let open = |packed: &[u8]| {
        let report: Report = serde_json::from_slice(packed).expect("the report that was packed");
        let reader = ("页码没有读入".to_owned(), [String::new(), "Page numbers were left out".to_owned()]);
        let said = said(&report, vec![reader]);
        (report, said)
    };
    let packed = serde_json::to_vec(&report).expect("a report can be packed");
    Rc::new(Answer::new(gouji::summary::Gist::of(&report), 1840, packed, Vec::new(), open))
}

fn showing(report: Report) -> State {
    let text = report.document.text.clone();
    let state = reduce(State::default(), started());
    let state = reduce(state, Action::TextGiven(text));
    let (document, revision) = (state.entry.document, state.entry.revision);
    reduce(state, Action::Checked { document, revision, answer: answer(report) })
}

fn after(actions: impl IntoIterator<Item = Action>) -> String {
    draw(actions.into_iter().fold(showing(report()), reduce))
}

fn count(html: &str, needle: &str) -> usize {
    html.matches(needle).count()
}

/// The text of the first element that holds `mark`, without tags.
fn element<'a>(html: &'a str, mark: &str, tag: &str) -> &'a str {
    let (_, rest) = html.split_once(mark).unwrap_or_else(|| panic!("no {mark}"));
    rest.split_once(&format!("</{tag}>")).expect("a closed element").0
}

fn words(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect()
}

#[test]
fn the_start_says_what_it_does_and_how_to_begin() {
    let html = draw(State::default());
    for needle in [
        "data-testid=\"input\"",
        "data-testid=\"sample\"",
        "载入示例",
        "打开文件",
        "文件只在本机浏览器内处理，不上传；请勿用于涉密文件。",
        "data-state=\"loading\"",
        "href=\"#text\"",
    ] {
        assert!(html.contains(needle), "{needle}");
    }
    for absent in ["data-testid=\"ledger\"", "data-testid=\"report-text\"", "data-testid=\"finding\""] {
        assert!(!html.contains(absent), "{absent}");
    }
}

#[test]
fn the_engine_says_where_it_stands() {
    for (action, name, word) in [
        (started(), "ready", "就绪"),
        (Action::EngineStarted { in_worker: false, sample: Rc::from("") }, "here", "在本页面内运行"),
        (Action::EngineFailed("no WebAssembly".to_owned()), "failed", "无法启动"),
    ] {
        let html = draw(reduce(State::default(), action));
        assert!(html.contains(&format!("data-state=\"{name}\"")) && html.contains(word), "{name}");
    }
    assert!(after([]).contains("核对用时 1.8 毫秒"));
}

#[test]
fn the_text_is_whole_and_every_figure_is_marked() {
    let html = after([]);
    let text = words(element(&html, "data-testid=\"report-text\"", "article"));
    let report = report();
    for line in report.document.text.lines() {
        assert!(text.contains(line), "{line}");
    }
    for figure in &report.figures {
        assert_eq!(count(&html, &format!("id=\"figure-{}\"", figure.id)), 1, "{}", figure.text);
    }
    assert_eq!(
        count(&html, "<mark"),
        count(&html, "role=\"button\" tabindex=\"0\""),
        "marks of findings can be reached by keyboard"
    );
    assert_eq!(count(&html, "data-finding=\"0\""), 4);
}

#[test]
fn findings_are_listed_the_gravest_first_with_shape_and_word() {
    let html = after([]);
    assert_eq!(count(&html, "data-testid=\"finding\""), 5);
    let list = element(&html, "class=\"finding-list\"", "ol");
    let at = |word: &str| list.find(word).unwrap_or_else(|| panic!("no {word}"));
    assert!(at("错误") < at("疑似") && at("疑似") < at("提示"));
    assert_eq!(count(list, "<svg"), 5, "colour is never the only sign");
    let html = after([Action::SeverityToggled(Severity::Note)]);
    assert_eq!(count(&html, "data-testid=\"finding\""), 2);
    assert!(html.contains("显示 2 / 共 5") && html.contains("重置"), "a narrowed list says so");
}

#[test]
fn the_working_shows_every_operand_and_both_totals() {
    let html = after([Action::SubjectChosen(Subject::Finding(0))]);
    let table = words(element(&html, "data-testid=\"working\"", "table"));
    for needle in [
        "项目",
        "报告值",
        "最小",
        "最大",
        "出处",
        "抽检费用",
        "32.50",
        "32.495",
        "32.505",
        "二（一）第1句",
        "计算值",
        "60.30",
        "66.80",
        "差额报告值 − 计算值",
        "+6.50",
    ] {
        assert!(table.contains(needle), "{needle}");
    }
    assert_eq!(count(&html, "class=\"working__jump\""), 4, "three operands and the stated total lead to the text");
    assert!(html.contains("可能漏列一项"));
    assert!(html.contains("working__gap--open"));
}

#[test]
fn operands_and_result_are_told_apart_in_the_text() {
    let html = after([Action::SubjectChosen(Subject::Finding(0))]);
    let text = element(&html, "data-testid=\"report-text\"", "article");
    assert_eq!((count(text, "is-operand"), count(text, "is-result")), (3, 1));
    let result = text.split("<mark").find(|mark| mark.contains("is-result")).expect("the result");
    assert!(result.contains("66.80万元"));
}

#[test]
fn a_relation_that_holds_is_not_drawn_as_a_fault() {
    let html = after([Action::SubjectChosen(Subject::Relation(1))]);
    let table = element(&html, "data-testid=\"working\"", "table");
    assert!(!table.contains("working__gap--open"));
    assert!(html.contains("精确一致"));
    assert_eq!(count(&html, "data-testid=\"relation\""), 15);
    let html = after([Action::SubjectChosen(Subject::Relation(14))]);
    assert!(html.contains("原文没有给出分子和分母"), "an unchecked relation says why");
}

#[test]
fn both_sides_of_an_equation_lead_to_the_text() {
    let mut report = report();
    let relation = &mut report.relations[6];
    relation.operands = vec![16, 17, 18, 15, 20];
    relation.result = None;
    let state = reduce(showing(report), Action::SubjectChosen(Subject::Finding(0)));
    let html = draw(state);
    let table = element(&html, "data-testid=\"working\"", "table");
    for figure in [16, 17, 18, 15, 20] {
        assert_eq!(count(table, &format!("id=\"row-{figure}\"")), 1, "figure {figure}");
    }
    let table = words(table);
    assert!(table.contains("左边合计") && table.contains("右边合计"), "neither sum is what the report states: {table}");
}

#[test]
fn the_ledger_adds_up_and_walks() {
    let html = after([]);
    let ledger = words(element(&html, "data-testid=\"ledger\"", "section"));
    for needle in ["37 个数据", "已核对22", "有矛盾9", "单独出现5", "未核对1", "非数据6"] {
        assert!(ledger.contains(needle), "{needle} in {ledger}");
    }
    let html = after([Action::TallyChosen(Tally::Status(FigureStatus::Single))]);
    assert!(html.contains("第 1 / 5 处"));
    assert!(html.contains("data-tally=\"single\""));
}

#[test]
fn a_figure_tells_what_it_is_and_where_it_counts() {
    let html = after([Action::FigureChosen(9)]);
    let card = words(element(&html, "class=\"figure-card\"", "section"));
    for needle in [
        "1620.35万元",
        "基本支出",
        "决算",
        "2024",
        "一（二）第2句",
        "已核对",
        "1620.35 + 860.25 = 2480.60",
        "1402.15 + 218.20 = 1620.35",
    ] {
        assert!(card.contains(needle), "{needle} in {card}");
    }
    assert!(after([Action::FigureChosen(0)]).contains("没有别的数据与它相关"));
}

#[test]
fn totals_stand_with_their_shares() {
    let overview = after([]);
    let overview = element(&overview, "class=\"overview\"", "div");
    assert!(words(overview).contains("基本支出1620.35万元65.32%"));
    assert!(overview.contains("width=\"65.32%\""));
    assert_eq!(count(overview, "overview__row--deep"), 2, "parts of parts stand deeper");
}

#[test]
fn a_part_of_no_stated_measure_stands_below_the_outturn_that_its_share_is_of() {
    let mut mixed = report();
    mixed.totals.retain(|total| ["总支出", "基本支出"].contains(&total.label.as_str()));
    for total in mixed.totals.iter_mut().filter(|total| total.label == "基本支出") {
        total.measure = "stated".to_owned();
    }
    for total in mixed.totals.iter_mut().filter(|total| total.label == "总支出") {
        total.measure = "outturn".to_owned();
    }
    let html = draw(showing(mixed.clone()));
    assert_eq!(count(element(&html, "class=\"overview\"", "div"), "<table"), 1, "they are one table");
    for total in mixed.totals.iter_mut().filter(|total| total.label == "总支出") {
        total.measure = "initialBudget".to_owned();
    }
    let html = draw(showing(mixed));
    assert_eq!(count(element(&html, "class=\"overview\"", "div"), "<table"), 2, "a budget is another matter");
}

#[test]
fn a_part_without_its_whole_is_no_head_line() {
    let mut parts = report();
    parts.totals.retain(|total| total.label == "基本支出");
    let html = draw(showing(parts));
    let overview = element(&html, "class=\"overview\"", "div");
    assert_eq!(count(overview, "class=\"overview__row overview__row--part\""), count(overview, "<tr class="));
    assert!(words(overview).contains("基本支出1620.35万元"));
}

#[test]
fn a_report_without_findings_says_what_that_means() {
    let mut clean = report();
    clean.findings.clear();
    let html = draw(showing(clean));
    assert!(html.contains("没有发现矛盾") && html.contains("仍需人工过目"));
}

#[test]
fn the_foot_of_a_finding_names_the_place_that_its_message_names() {
    let mut apart = report();
    let relation = apart.findings.iter().find_map(|finding| finding.relation).expect("a finding of a relation");
    let relation = apart.relations[relation as usize].clone();
    let [operand, result] = [relation.operands[0], relation.result.expect("a result")];
    apart.findings.retain(|finding| finding.relation == Some(relation.id));
    apart.findings.truncate(1);
    apart.findings[0].figures = vec![operand, result];
    apart.figures[operand as usize].place = "二（一）第7句".to_owned();
    apart.figures[result as usize].place = "二（一）第8句".to_owned();
    let html = draw(showing(apart));
    assert_eq!(words(element(&html, "finding-list__foot", "span")), "二（一）第8句");
}

#[test]
fn paper_says_what_was_decided() {
    let finding = report().findings[0].id;
    let reason = "口径不同".to_owned();
    let kind = Some(DecisionKind::Dismissed);
    let html = after([Action::Decided { finding, kind, reason }]);
    let paper = words(element(&html, "class=\"paper\"", "section"));
    assert!(paper.contains("其中已处理 1 处"), "{paper}");
    let paper = html.split("class=\"paper\"").nth(1).expect("the paper");
    assert_eq!(words(paper).matches("口径不同").count(), 1);
    assert!(!after([]).contains("其中已处理"));
}

#[test]
fn paper_that_is_not_laid_out_yet_says_what_it_lacks() {
    let mut many = report();
    let one = many.findings[0].clone();
    assert!(!draw(showing(many.clone())).contains("尚未排入"), "a few are laid out at once");
    many.findings = (0..47).map(|id| gouji::report::Finding { id, cause: None, ..one.clone() }).collect();
    assert!(draw(showing(many)).contains("另有 37 处尚未排入"));
}

#[test]
fn where_nothing_was_recomputed_no_finding_is_no_pass() {
    let mut blank = report();
    blank.findings.clear();
    blank.relations.clear();
    (blank.coverage.verified, blank.coverage.conflicting) = (0, 0);
    let html = draw(showing(blank));
    assert!(html.contains("没有可核对的关系") && html.contains("全部数据均未核对"));
    assert!(!html.contains("都成立") && !html.contains("均成立"));
}

#[test]
fn what_is_typed_or_read_is_never_markup() {
    let mut hostile = report();
    hostile.document.text = "<script>alert(1)</script>".to_owned();
    hostile.figures.clear();
    hostile.excluded.clear();
    hostile.findings.clear();
    hostile.relations.clear();
    hostile.totals.clear();
    let html = draw(showing(hostile));
    assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"));
}

#[test]
fn the_paper_has_quotes_workings_and_the_ledger() {
    let html = after([]);
    let (_, paper) = html.split_once("class=\"paper\"").expect("the paper");
    let text = words(paper);
    for needle in
        ["核查意见", "青禾县市场监督管理局", "2024年食品安全专项资金共安排66.80万元", "计算值", "60.30", "核对台账"]
    {
        assert!(text.contains(needle), "{needle}");
    }
    assert_eq!(count(paper, "class=\"paper__finding\""), 5);
    let mut told = report();
    (told.findings[0].remedy, told.findings[0].basis) = ("逐项重加。".to_owned(), "预算管理办法".to_owned());
    let html = draw(showing(told));
    let (_, paper) = html.split_once("class=\"paper\"").expect("the paper");
    for needle in ["如何改正逐项重加。", "依据预算管理办法"] {
        assert!(words(paper).contains(needle), "{needle}");
    }
}

#[test]
fn what_was_dismissed_is_a_line_of_the_paper_without_a_number() {
    let dismissed =
        Action::Decided { finding: 0, kind: Some(DecisionKind::Dismissed), reason: "口径不同".to_owned() };
    let html = after([Action::SubjectChosen(Subject::Finding(0)), dismissed]);
    let (_, paper) = html.split_once("class=\"paper\"").expect("the paper");
    assert_eq!(count(paper, "class=\"paper__finding\""), 4);
    let (text, report) = (words(paper), report());
    let line = [
        "已忽略",
        &report.findings[0].title,
        " ",
        &report.findings[0].message,
        " 口径不同1. ",
        &report.findings[1].title,
    ]
    .concat();
    assert!(text.contains(&line), "{line} in {text}");
    assert!(text.contains(&["勾稽 ", env!("CARGO_PKG_VERSION"), " · ", &report.pack.name].concat()));
}

#[test]
fn the_whole_interface_speaks_english() {
    let english = Action::SettingsChanged(Settings { language: Language::English, ..Settings::default() });
    let mut report = report();
    // What the engine writes stays in the report's language: leave nothing but the interface.
    report.document.text = "1".to_owned();
    report.document.title = None;
    report.document.organization = None;
    report.pack.name.clear();
    report.reading.clear();
    report.excluded.clear();
    for figure in &mut report.figures {
        (figure.start, figure.end, figure.text) = (0, 0, String::new());
        (figure.label, figure.unit, figure.place) = (None, String::new(), String::new());
    }
    for relation in &mut report.relations {
        relation.reason = None;
        if let Some(working) = &mut relation.working {
            working.unit = String::new();
            for row in &mut working.rows {
                (row.label, row.unit, row.place) = (String::new(), String::new(), String::new());
            }
        }
    }
    for finding in &mut report.findings {
        (finding.title, finding.message, finding.diagnosis) = (String::new(), String::new(), None);
        finding.spans.clear();
    }
    for total in &mut report.totals {
        (total.label, total.unit, total.part_of) = (String::new(), String::new(), None);
    }
    for actions in [
        vec![],
        vec![Action::SubjectChosen(Subject::Finding(0)), Action::FigureChosen(15)],
        vec![Action::SubjectChosen(Subject::Relation(3)), Action::OverlayChanged(Overlay::Help)],
    ] {
        let state = actions.into_iter().chain([english.clone()]).fold(showing(report.clone()), reduce);
        let html = draw(state);
        let spoken = html.replace("勾稽", "").replace('勾', "").replace(">中文<", "><");
        let han: String = spoken.chars().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).collect();
        assert_eq!(han, "", "no Chinese is left");
    }
    let named = draw(reduce(showing(self::report()), english.clone()));
    assert!(words(&named).contains("Total differs from its parts"), "a finding has an English name");
    let mut noted = self::report();
    let note =
        |message: &str| ReadingNote { level: Level::Info, code: "x".into(), message: message.into(), span: None };
    noted.reading = vec![note("页码没有读入"), note("只有中文")];
    let drawn = draw(reduce(showing(noted.clone()), english.clone()));
    let list = element(&drawn, "data-testid=\"reading\"", "section");
    assert!(list.contains("<span>Page numbers were left out</span>") && list.contains("<span lang=\"zh-CN\">只有中文"));
    assert!(words(&draw(showing(noted))).contains("页码没有读入"));
    let html = draw(reduce(State::default(), english));
    assert!(html.contains("Paste a self-evaluation report"));
}

#[test]
fn a_message_of_several_statements_stands_on_several_lines() {
    let mut several = report();
    several.findings[0].message = "甲项不符；乙项不符；丙项不符".to_owned();
    let html = draw(reduce(showing(several), Action::SubjectChosen(Subject::Finding(0))));
    let broken = "甲项不符；\n乙项不符；\n丙项不符";
    for place in ["finding-list__message lines", "class=\"lines\"", "paper__message lines"] {
        let (_, rest) = html.split_once(place).unwrap_or_else(|| panic!("no {place}"));
        assert!(rest.split('<').next().is_some_and(|text| text.ends_with(broken)), "{place}");
    }
}

#[test]
fn relations_are_grouped_by_verdict_and_none_is_lost() {
    let html = after([Action::ListOpened(List::Relations)]);
    let list = element(&html, "id=\"list\"", "main");
    let heads: Vec<String> = list
        .split("class=\"relation-list__verdict\">")
        .skip(1)
        .filter_map(|rest| rest.split("</h3>").next())
        .map(words)
        .collect();
    let relations = report().relations;
    let expected: Vec<String> = [
        ("不一致", Verdict::Inconsistent),
        ("未核对", Verdict::Unchecked),
        ("取整后成立", Verdict::Coarse),
        ("四舍五入差", Verdict::Rounded),
        ("精确一致", Verdict::Exact),
    ]
    .into_iter()
    .map(|(name, verdict)| (name, relations.iter().filter(|relation| relation.verdict == verdict).count()))
    .filter(|(_, count)| *count > 0)
    .map(|(name, count)| format!("{name}{count}"))
    .collect();
    assert_eq!(heads, expected);
    assert_eq!(count(list, "data-testid=\"relation\""), relations.len());
    assert!(list.contains("原文没有给出分子和分母"), "why a relation is unchecked is seen without choosing it");
}

#[test]
fn digits_that_are_no_figure_say_what_they_are() {
    let mut named = report();
    named.excluded[1].reason = "K01".to_owned();
    let html = draw(reduce(showing(named), Action::ExcludedChosen(1)));
    let card = words(element(&html, "class=\"figure-card\"", "section"));
    assert!(card.contains("文号") && card.contains("不参加核对"), "{card}");
    assert_eq!(count(&html, "excluded is-chosen"), 1);
}

#[test]
fn a_long_list_of_relations_begins_short_and_counts_them_all() {
    let mut long = report();
    let relation = long.relations[1].clone();
    long.relations = (0..150).map(|id| gouji::report::Relation { id, ..relation.clone() }).collect();
    let html = draw(reduce(showing(long.clone()), Action::ListOpened(List::Relations)));
    let drawn = count(&html, "data-testid=\"relation\"");
    assert!(drawn < 150 && html.contains(&format!("显示其余 {} 条", 150 - drawn)), "{drawn}");
    assert!(words(element(&html, "class=\"relation-list__verdict\"", "h3")).ends_with("150"));
    let html = draw(reduce(showing(long), Action::SubjectChosen(Subject::Relation(149))));
    assert_eq!(count(&html, "id=\"relation-149\""), 1, "what was chosen is drawn");
}

#[test]
fn what_the_person_brings_comes_first() {
    let empty = draw(State::default());
    assert!(words(element(&empty, "class=\"button button--primary\"", "label")).contains("打开文件"));
    assert_eq!(count(&empty, "button--primary"), 1);
    let html = after([]);
    assert_eq!(count(&html, "data-testid=\"sample\""), 0, "the sample would take the place of the report");
}

#[test]
fn every_warning_has_an_english_name() {
    for number in 0..100 {
        let code = format!("W{number:02}");
        let is_in_use = gouji::catalog::warning::WARNINGS.iter().any(|warning| warning.code == code);
        assert_eq!(!warning(&code).is_empty(), is_in_use, "{code}");
    }
}

#[test]
fn a_document_with_the_text_of_another_says_so_in_both_languages() {
    let text = report().document.text;
    let given = |state, name: &str| {
        let file = Given { name: name.to_owned(), file: Ok(Handle::default()) };
        let state = reduce(state, Action::FilesGiven(vec![file]));
        let (document, revision) = (state.entry.document, state.entry.revision);
        reduce(state, Action::Checked { document, revision, answer: answer(report()) })
    };
    let first = given(State::default(), "甲.docx");
    let html = draw(first.clone());
    assert!(!html.contains("data-testid=\"copy\"") && !text.is_empty(), "one document is no copy");
    let second = given(first, "乙.docx");
    let html = draw(second.clone());
    let notice = words(element(&html, "data-testid=\"copy\"", "p"));
    assert!(notice.starts_with("与“甲.docx”内容相同：两份都保留"), "{notice}");
    assert_eq!(html.matches(" · 重复").count(), 1, "the list marks the later of both");
    let english = Action::SettingsChanged(Settings { language: Language::English, ..Settings::default() });
    let html = draw(reduce(second.clone(), english));
    assert!(html.contains("Same text as “甲.docx”: both are kept") && html.contains(" · copy"));
    let closed = reduce(second, Action::DocumentClosed(1));
    assert!(!draw(closed).contains("data-testid=\"copy\""), "what is left alone is no copy");
}

#[test]
fn a_line_that_is_held_up_can_go_on_though_one_file_is_left() {
    let given = |name: &str| Given { name: name.to_owned(), file: Ok(Handle::default()) };
    let last = || after([Action::FilesGiven(vec![given("甲.docx")])]);
    assert_eq!(count(&last(), "data-testid=\"pause\""), 0, "one file is no line");
    let held_up = after([Action::FilesGiven(vec![given("甲.docx")]), Action::PauseToggled]);
    assert_eq!(words(element(&held_up, "data-testid=\"pause\"", "button")), "继续");
}

#[test]
fn the_screens_are_offered_once_there_is_an_answer() {
    assert!(!draw(State::default()).contains("class=\"screens\""));
    let html = after([]);
    assert!(element(&html, "class=\"screens\"", "nav").contains("指标测算"));
    assert!(html.contains("data-testid=\"desk\"") && !html.contains("page--desk"));
    assert!(after([Action::ScreenOpened(Screen::Desk(message::View::Indicators))]).contains("page--desk"));
}

#[test]
fn a_report_can_be_saved_once_there_is_one() {
    assert!(!draw(State::default()).contains("data-testid=\"export\""));
    assert_eq!(count(&after([]), "data-testid=\"export\""), 1);
}
