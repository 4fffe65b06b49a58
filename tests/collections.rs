//! Several reports in one document: each is checked on its own, and all that is said of them stands where the whole has it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)] // a broken promise must fail loudly

use gouji::report::{Claim, Figure, FigureStatus, Finding, RelationKind, Report, Severity, Source};
use proptest::prelude::*;

/// A report of so many 万元 in all, 60 % of them basic, with chapters and enough sentences to be one.
fn body(total: u32) -> String {
    let (basic, projects) = (total * 6 / 10, total * 4 / 10);
    let filler =
        "本年度围绕职责任务，按照预算批复和有关规定组织实施各项工作，管理制度健全，资金使用规范，绩效目标基本实现。"
            .repeat(7);
    format!(
        "一、基本情况\n{filler}\n二、资金情况\n全年支出合计{total}万元，其中基本支出{basic}万元，项目支出{projects}万元。基本支出占支出合计的60%。\n三、存在问题\n预算编制还不够细。\n"
    )
}

fn report(title: &str, total: u32) -> String {
    format!("{title}\n{}", body(total))
}

fn two() -> String {
    report("云岭县教育局2023年度部门整体支出绩效自评报告", 2000)
        + &report("云岭县教研室2023年度整体支出绩效自评报告", 450)
}

fn note(report: &Report) -> Option<&str> {
    report.reading.iter().find(|note| note.code == "collection").map(|note| note.message.as_str())
}

fn grave(report: &Report) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| finding.severity != Severity::Note).collect()
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// The figure printed so, the nth of them.
fn figure<'r>(report: &'r Report, text: &str, nth: usize) -> &'r Figure {
    report.figures.iter().filter(|figure| figure.text == text).nth(nth).expect("the figure")
}

/// Everything that points into the text or at a figure points at what is there.
fn assert_sound(report: &Report) {
    let text = units(&report.document.text);
    let slice =
        |start: u32, end: u32| String::from_utf16(&text[start as usize..end as usize]).expect("whole characters");
    for (at, figure) in report.figures.iter().enumerate() {
        assert_eq!((figure.id as usize, slice(figure.start, figure.end)), (at, figure.text.clone()));
    }
    for excluded in &report.excluded {
        assert_eq!(slice(excluded.start, excluded.end), excluded.text);
    }
    for (at, relation) in report.relations.iter().enumerate() {
        assert_eq!(relation.id as usize, at);
        let rows = relation.working.iter().flat_map(|working| &working.rows).filter_map(|row| row.figure);
        for id in relation.operands.iter().copied().chain(relation.result).chain(rows) {
            assert!((id as usize) < report.figures.len(), "{relation:?}");
        }
    }
    for (at, finding) in report.findings.iter().enumerate() {
        assert_eq!(finding.id as usize, at);
        assert!(finding.cause.is_none_or(|cause| cause < finding.id), "{finding:?}");
        for (id, (start, end)) in finding.figures.iter().zip(&finding.spans).filter(|_| finding.relation.is_some()) {
            let figure = &report.figures[*id as usize];
            assert_eq!((figure.start, figure.end), (*start, *end), "{finding:?}");
        }
    }
    let count = |status| report.figures.iter().filter(|figure| figure.status == status).count();
    let coverage = report.coverage;
    assert_eq!(coverage.figures, report.figures.len());
    assert_eq!(coverage.verified, count(FigureStatus::Verified));
    assert_eq!(coverage.conflicting, count(FigureStatus::Conflicting));
    assert_eq!(coverage.unchecked, count(FigureStatus::Unchecked));
    assert_eq!(coverage.excluded, report.excluded.len());
}

#[test]
fn reports_of_two_units_are_not_compared() {
    let report = gouji::check(&two());
    let said = note(&report).expect("a note");
    assert!(said.contains("文中有2份报告（云岭县教育局、云岭县教研室）"), "{said}");
    assert_eq!(grave(&report), Vec::<&Finding>::new());
    assert_sound(&report);
    let of = |text: &str, nth| {
        let figure = figure(&report, text, nth);
        (figure.scope.clone().unwrap_or_default(), figure.place.clone(), figure.status)
    };
    assert_eq!(of("2000万元", 0), ("云岭县教育局".to_owned(), "第1份 二 第1句".to_owned(), FigureStatus::Verified));
    assert_eq!(of("450万元", 0), ("云岭县教研室".to_owned(), "第2份 二 第1句".to_owned(), FigureStatus::Verified));
    let first = report.document.text.find("云岭县教研室2023").expect("the second title");
    let sides = |relation: &gouji::report::Relation| {
        let starts = relation.operands.iter().chain(&relation.result).map(|id| report.figures[*id as usize].start);
        let before = report.document.text[..first].encode_utf16().count() as u32;
        starts.map(|start| start < before).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert!(report.relations.iter().all(|relation| sides(relation) == 1), "a relation from one report to the other");
    assert_eq!(report.document.organization.as_deref(), Some("云岭县教育局"));
    let without_inputs = report.findings.iter().filter(|finding| finding.code == "W22").count();
    assert_eq!(without_inputs, 1, "indicators are those of the first");
    assert!(
        report
            .totals
            .iter()
            .all(|total| report.figures[total.figure as usize].scope.as_deref() == Some("云岭县教育局"))
    );
}

#[test]
fn a_fault_in_the_second_is_found_and_placed() {
    let report = gouji::check(&two().replace("项目支出180万元", "项目支出108万元"));
    let grave = grave(&report);
    assert_eq!(grave.len(), 1, "{grave:?}");
    assert!(grave[0].message.contains("第2份 二 第1句"), "{}", grave[0].message);
    assert_sound(&report);
    assert_eq!(figure(&report, "450万元", 0).status, FigureStatus::Conflicting);
    assert_eq!(figure(&report, "2000万元", 0).status, FigureStatus::Verified);
}

#[test]
fn the_gravest_of_all_reports_comes_first() {
    let three = two() + &report("云岭县第二中学2023年度部门决算情况说明", 700);
    let faulty = three
        .replace("基本支出占支出合计的60%", "基本支出占支出合计的61%")
        .replace("预算编制还不够细。", "预算编制还XX。");
    let report = gouji::check(&faulty);
    assert_sound(&report);
    assert!(report.findings.is_sorted_by_key(|finding| finding.severity), "{:?}", report.findings);
    assert_eq!(grave(&report).len(), 3, "{:?}", report.findings);
}

/// What follows the first report, and how many reports there are then.
#[test]
fn only_another_report_is_another_part() {
    let own = "云岭县教育局2023年度部门整体支出绩效自评报告";
    let head = report(own, 2000);
    let inner = body(450);
    let cases = [
        // Another unit, however its name stands.
        (format!("附件1：云岭县教研室2023年度整体支出绩效自评报告\n{inner}"), 2),
        (format!("云岭县教研室\n2023年度整体支出绩效自评报告\n{inner}"), 2),
        (format!("2023年度部门决算情况说明\n云岭县教研室\n{inner}"), 2),
        (format!("第二部分 云岭县教研室2023 年度部门决算\n情况说明\n{inner}"), 2),
        (format!("云岭县教育局（本级）\n2023年度部门决算情况说明\n{inner}"), 2),
        // The same report once more, in another version.
        (format!("{own}\n{inner}"), 2),
        // The rest of a report before it is no title, and a salutation names no unit.
        (format!("附件：云岭县教育局2023年度绩效自评情况\n云岭县教研室2023年度整体支出绩效自评报告\n{inner}"), 2),
        (format!("云岭县教研室2023年度整体支出绩效自评报告\n县财政局：\n根据《云岭县财政局关于开展绩效自评的通知》，现将情况报告如下。\n{inner}"), 2),
        // A short report is one.
        ("云岭县教研室2023年度部门决算情况说明\n一、收支情况\n全年收入120万元，支出118万元，年末结转2万元，收支平衡，管理规范，执行情况良好。\n二、其他\n无。\n".to_owned(), 2),
        // Of the same unit, whatever it is called: its figures are compared.
        (format!("云岭县教育局2022年度部门决算情况说明\n{inner}"), 1),
        (format!("教育局2023年度部门决算情况说明\n{inner}"), 1),
        (format!("附件：云岭县第二中学校舍维修项目支出绩效自评报告\n{inner}"), 1),
        // The head of each page comes again where the chapters of a part begin.
        (format!("第二部分 收支情况\n{own}\n{inner}"), 1),
        // A heading, a table's title and a heading without a number.
        (format!("四、云岭县教研室预算执行情况\n{inner}"), 1),
        ("云岭县教研室2023年度决算情况\n四、下一步打算\n继续改进。\n".to_owned(), 1),
        (format!("云岭县教研室2023年度收支决算总表\n{inner}"), 1),
        // What has no sentences is no report.
        ("云岭县教研室2023年度部门决算情况说明\n一、基本情况\n二、资金情况\n".to_owned(), 1),
    ];
    for (rest, count) in cases {
        let report = gouji::check(&[head.as_str(), &rest].concat());
        let found = note(&report).map_or(1, |said| if said.contains("有2份报告") { 2 } else { 9 });
        assert_eq!(found, count, "{}", rest.lines().next().unwrap_or_default());
        assert_sound(&report);
    }
    // A cover that names no unit, and what a preface says of all.
    let cover = format!(
        "2023年度部门决算公开\n第一部分 概况\n一、职责\n负责全县教育工作，指导学校管理，组织考试招生，统筹教育经费。\n二、机构\n内设6个股室。\n第二部分 云岭县教育局2023年度部门决算情况说明\n{}",
        body(450)
    );
    assert_eq!(note(&gouji::check(&cover)), None);
    assert_eq!(note(&gouji::check(&(format!("本汇编金额单位均为万元。\n{}", two())))), None);
    let contents = format!(
        "目录\n{own}\n一、基本情况\n二、资金情况\n云岭县教研室2023年度整体支出绩效自评报告\n一、基本情况\n二、资金情况\n"
    );
    let report = gouji::check(&(contents + &two()));
    assert!(note(&report).is_some_and(|said| said.contains("有2份报告")), "{:?}", report.reading);
}

#[test]
fn the_project_of_the_same_unit_is_compared_with_its_report() {
    let main = report("云岭县教育局2023年度部门整体支出绩效自评报告", 2000)
        .replace("预算编制还不够细。", "校舍维修项目全年预算320万元，实际支出300万元。");
    let project = "附件\n云岭县教育局2023年度校舍维修项目支出绩效自评报告\n一、项目概况\n校舍维修项目全年预算320万元，实际支出306万元。\n二、绩效情况\n目标完成。\n";
    let report = gouji::check(&[main.as_str(), project].concat());
    assert_eq!(note(&report), None);
    assert!(
        grave(&report).iter().any(|finding| finding.message.contains("300") && finding.message.contains("306")),
        "{:?}",
        report.findings
    );
}

#[test]
fn a_person_may_compare_one_report_with_the_other() {
    let text = two().replace("一、基本情况", "一、基本情况🏫");
    let bare = gouji::check(&text);
    assert!(note(&bare).is_some());
    let place = |text: &str, nth| {
        let figure = figure(&bare, text, nth);
        (figure.start, figure.end)
    };
    let claim = |operands: Vec<(u32, u32)>, result| Claim { kind: RelationKind::Sum, operands, result };
    let right = claim(vec![place("450万元", 0), place("270万元", 0)], place("180万元", 0));
    let report = gouji::check_text_claims(&text, &[right]);
    assert_sound(&report);
    assert_eq!(report.relations.len(), bare.relations.len() + 1);
    let stated = report.relations.iter().find(|relation| relation.source == Source::User).expect("the relation");
    assert_eq!(stated.formula, "450 + 270 = 720 ≠ 180");
    assert_eq!(figure(&report, "450万元", 0).status, FigureStatus::Conflicting);
    let across = claim(vec![place("2000万元", 0), place("450万元", 0)], place("1200万元", 0));
    let report = gouji::check_text_claims(&text, &[across]);
    assert_sound(&report);
    let finding = grave(&report)[0];
    assert_eq!((grave(&report).len(), finding.code.as_str()), (1, "W50"));
    let rows = &report.relations.last().and_then(|relation| relation.working.as_ref()).expect("a working").rows;
    let places: Vec<&str> = rows.iter().map(|row| row.place.as_str()).collect();
    assert!(
        places.iter().any(|place| place.starts_with("第1份")) && places.iter().any(|place| place.starts_with("第2份")),
        "{places:?}"
    );
    assert_eq!(figure(&report, "2000万元", 0).status, FigureStatus::Conflicting);
    assert_eq!(bare.relations.len() + 1, report.relations.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    /// Of each report of a collection exactly that is said which is said of it alone, faults and what follows from them too.
    #[test]
    fn a_collection_is_the_sum_of_its_reports(totals in prop::collection::vec((1u32..500, 0usize..4), 2..5)) {
        let names = ["教育局", "教研室", "第二中学", "图书馆"];
        let reports: Vec<String> = totals.iter().zip(names).map(|((total, fault), name)| {
            let text = report(&format!("云岭县{name}2023年度部门整体支出绩效自评报告"), total * 10);
            match fault {
                0 => text,
                1 => text.replace("占支出合计的60%", "占支出合计的62%"),
                2 => text.replace(&format!("项目支出{}万元", total * 4), &format!("项目支出{}万元", total * 4 + 3)),
                _ => text.replace(&format!("基本支出{}万元", total * 6), &format!("基本支出{}万元", total * 6 + 300)),
            }
        }).collect();
        let whole = gouji::check(&reports.concat());
        assert_sound(&whole);
        let alone: Vec<Report> = reports.iter().map(|text| gouji::check(text)).collect();
        let all = |of: fn(&Report) -> usize| alone.iter().map(of).sum::<usize>();
        prop_assert_eq!(whole.figures.len(), all(|r| r.figures.len()));
        prop_assert_eq!(whole.relations.len(), all(|r| r.relations.len()));
        prop_assert_eq!(whole.document.characters, all(|r| r.document.characters));
        let mut together = said(&whole);
        let mut apart: Vec<Said> = alone.iter().flat_map(said).collect();
        together.sort();
        apart.sort();
        prop_assert_eq!(together, apart);
    }
}

/// A finding without its place: code, working with the texts of its figures, the figure blamed, the code of its cause.
type Said = (String, Vec<String>, Option<String>, Option<String>);

fn said(report: &Report) -> Vec<Said> {
    let text = |id: &u32| report.figures[*id as usize].text.clone();
    let told = |finding: &&Finding| {
        let relation = finding.relation.map(|id| &report.relations[id as usize]);
        let rows =
            relation.into_iter().flat_map(|r| r.working.iter().flat_map(|w| &w.rows)).filter_map(|row| row.figure);
        let operands = relation.into_iter().flat_map(|r| r.operands.iter().chain(&r.result)).map(text);
        let figures = finding.figures.iter().map(text).chain(operands).chain(rows.map(|id| text(&id))).collect();
        let blamed = finding.diagnosis.as_ref().and_then(|d| d.figure).map(|id| text(&id));
        let cause = finding.cause.map(|id| report.findings[id as usize].code.clone());
        (finding.code.clone(), figures, blamed, cause)
    };
    grave(report).iter().map(told).collect()
}

/// A table, its remarks and the pages of a file go with the report that they stand in.
#[test]
fn tables_and_pages_go_with_their_report() {
    use gouji::document::{Builder, Format, Grid, GridCell};
    let cell =
        |row: u32, column: u32, text: &str| GridCell { row, column, text: text.to_owned(), ..GridCell::default() };
    let rows = |total: &str| {
        let list = [("项目", "金额"), ("人员经费", "120.50"), ("公用经费", "30.25"), ("合计", total)];
        let cells = (0..).zip(list).flat_map(|(row, (name, amount))| [cell(row, 0, name), cell(row, 1, amount)]);
        Grid { cells: cells.collect(), ..Grid::default() }
    };
    let mut builder = Builder::new(Format::Pdf);
    for (page, (title, total)) in
        [("云岭县教育局2023年度部门决算情况说明", "150.75"), ("云岭县图书馆2023年度部门决算情况说明", "150.57")]
            .into_iter()
            .enumerate()
    {
        builder.origin(&format!("第{}页", page + 1));
        builder.heading(title);
        for paragraph in body(450).lines() {
            builder.paragraph(paragraph);
        }
        builder.paragraph("单位：万元");
        builder.table(rows(total));
    }
    let report = gouji::check_document(&builder.finish());
    assert!(note(&report).is_some_and(|said| said.contains("有2份报告")), "{:?}", report.reading);
    assert_sound(&report);
    assert_eq!(report.document.tables.len(), 2);
    let text = units(&report.document.text);
    let last = report.document.tables[1].cells.last().expect("a cell");
    assert_eq!(String::from_utf16(&text[last.start as usize..last.end as usize]).expect("whole characters"), "150.57");
    let messages: Vec<&str> = grave(&report).iter().map(|finding| finding.message.as_str()).collect();
    assert!(
        matches!(messages.as_slice(), [one] if one.contains("第2页 表2") && one.contains("150.57")),
        "{messages:?}"
    );
}
