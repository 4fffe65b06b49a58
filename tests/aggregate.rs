//! Many reports at once: exact totals, planted faults across files all raised, nothing counted twice, nothing lost.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod generator;

use generator::{Books, Department, Sent, departments, parent, report};
use gouji::aggregate::{digest, summarize};
use gouji::report::{Severity, Verdict};
use gouji::summary::{
    Amount, Assignment, CheckKind, Digest, Direction, Grouping, Kind, Parent, Role, Summary, TotalBy,
};
use proptest::prelude::*;
use std::sync::LazyLock;

fn read(text: &str, name: &str) -> Digest {
    digest(&gouji::check(text), name)
}

fn of(department: &Department) -> Digest {
    read(&report(department), &format!("{}{}.txt", department.name, department.year))
}

fn plain(digests: &[Digest]) -> Summary {
    summarize(digests, &Grouping::default())
}

/// Twelve departments with their reports of two years, and one that sums up the first four.
static CLEAN: LazyLock<Vec<Department>> = LazyLock::new(|| {
    let mut all = departments(12, 5);
    all.push(parent("青岭县农业发展中心", &all[..4]));
    let before: Vec<Department> = all.iter().map(Department::earlier).collect();
    all.extend(before);
    all
});
static DIGESTS: LazyLock<Vec<Digest>> = LazyLock::new(|| CLEAN.iter().map(of).collect());

fn column<'s>(summary: &'s Summary, key: &str) -> (usize, &'s gouji::summary::Column) {
    summary.columns.iter().enumerate().find(|(_, column)| column.key == key).expect("a column")
}

fn cell<'s>(summary: &'s Summary, row: usize, key: &str) -> Option<&'s str> {
    summary.rows[row].cells[column(summary, key).0].value.as_deref()
}

fn wan(hundredths: i64) -> String {
    let text =
        format!("{}{}.{:02}", if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[test]
fn the_clean_set_raises_nothing_and_every_check_was_made() {
    for digest in DIGESTS.iter() {
        assert_eq!((digest.findings.errors, digest.findings.suspects), (0, 0), "{} is clean in itself", digest.name);
        assert!(digest.characters >= 15_000);
    }
    let summary = plain(&DIGESTS);
    assert!(summary.findings.is_empty(), "{:#?}", summary.findings);
    let judged = |kind| summary.checks.iter().filter(|c| c.kind == kind && c.verdict != Verdict::Unchecked).count();
    // Every headline item of the parent, every fourth department's transfer, three or so amounts and the carry-over of each year.
    assert!(judged(CheckKind::Parent) >= 12, "{}", judged(CheckKind::Parent));
    assert_eq!(judged(CheckKind::Transfer), 3);
    assert!(judged(CheckKind::Continuity) >= 13 * 4, "{}", judged(CheckKind::Continuity));
}

#[test]
fn every_cell_is_what_the_books_say_and_comes_from_its_place() {
    let summary = plain(&DIGESTS);
    assert_eq!(summary.rows.len(), 13);
    for (row, department) in CLEAN[..13].iter().enumerate() {
        let Books { staff, quota, score, .. } = department.books;
        let books = &department.books;
        let expected = [
            ("revenue", wan(books.revenue())),
            ("initialBudget", wan(books.initial_budget)),
            ("adjustedBudget", wan(books.adjusted_budget)),
            ("expenditure", wan(books.expenditure())),
            ("basic", wan(books.basic())),
            ("personnel", wan(books.personnel)),
            ("operating", wan(books.operating)),
            ("project", wan(books.project())),
            ("opening", wan(books.opening)),
            ("closing", wan(books.closing)),
            ("threePublicBudget", wan(books.three_public_budget)),
            ("threePublic", wan(books.three_public())),
            ("vehicles", wan(books.vehicles)),
            ("reception", wan(books.reception)),
            ("staff", staff.to_string()),
            ("quota", quota.to_string()),
            ("score", score.to_string()),
            ("grade", "优".to_owned()),
        ];
        for (key, value) in expected {
            assert_eq!(cell(&summary, row, key), Some(value.as_str()), "{} {key}", department.name);
        }
        assert_eq!(summary.rows[row].organization, department.name);
        assert_eq!(summary.rows[row].is_parent, row == 12);
        let spot = &summary.rows[row].cells[column(&summary, "expenditure").0].spots[0];
        assert_eq!(spot.file, row);
        let checked = gouji::check(&report(department));
        assert_eq!(checked.figures[spot.figure.unwrap() as usize].value, spot.value);
    }
}

/// The finding of a kind that one fault raises, and no other.
fn one(summary: &Summary, kind: CheckKind, code: &str) -> Vec<String> {
    assert!(!summary.findings.is_empty(), "the fault is raised");
    for finding in &summary.findings {
        assert_eq!((summary.checks[finding.check].kind, finding.code.as_str()), (kind, code), "{finding:#?}");
        assert_eq!(summary.checks[finding.check].verdict, Verdict::Inconsistent);
        assert!(finding.spots.len() >= 2, "both places are named");
        for spot in &finding.spots {
            assert!(
                finding.message.contains(&spot.organization) && finding.message.contains(&spot.place),
                "{finding:#?}"
            );
        }
        for word in ["应为", "写错", "有误", "错误"] {
            assert!(!finding.message.contains(word), "it does not say who is right: {}", finding.message);
        }
    }
    summary.findings.iter().map(|finding| finding.message.clone()).collect()
}

/// The digests with one department's report written anew.
fn with(at: usize, change: impl FnOnce(&mut Department)) -> Vec<Digest> {
    let mut department = CLEAN[at].clone();
    change(&mut department);
    let mut digests = DIGESTS.clone();
    digests[at] = of(&department);
    digests
}

#[test]
fn a_parent_that_is_not_the_sum_of_its_units_is_raised() {
    let digests = with(12, |department| department.books.vehicles += 7);
    let summary = plain(&digests);
    let messages = one(&summary, CheckKind::Parent, "W61");
    // The part and the whole it is in.
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert!(messages.iter().all(|m| m.contains("所属4个单位之和") && m.contains("差额+0.07万元")), "{messages:#?}");
}

#[test]
fn a_unit_that_is_missing_leaves_the_sum_open() {
    let digests: Vec<Digest> = DIGESTS.iter().enumerate().filter(|(at, _)| *at != 2).map(|(_, d)| d.clone()).collect();
    let summary = plain(&digests);
    assert!(summary.findings.is_empty(), "{:#?}", summary.findings);
    let open = summary.checks.iter().filter(|c| c.kind == CheckKind::Parent);
    assert!(open.clone().count() >= 12 && open.clone().all(|c| c.verdict == Verdict::Unchecked && c.reason.is_some()));
}

#[test]
fn a_transfer_told_differently_is_raised() {
    let digests = with(5, |department| department.sent[0].amount += 100);
    let messages = one(&plain(&digests), CheckKind::Transfer, "W62");
    assert!(messages.len() == 1 && messages[0].contains("差额+1万元"), "{messages:#?}");
}

#[test]
fn of_several_transfers_between_two_units_only_what_is_left_alone_is_held_against_each_other() {
    let more = |is_given: bool, other: usize, amount| Sent { is_given, other: CLEAN[other].name.clone(), amount };
    let mut digests = with(4, |department| department.sent.push(more(true, 5, 4_321)));
    let mut receiver = CLEAN[5].clone();
    receiver.sent.push(more(false, 4, 4_350));
    digests[5] = of(&receiver);
    assert_eq!(one(&plain(&digests), CheckKind::Transfer, "W62").len(), 1);
    // Told by one alone, it is open.
    digests[5] = DIGESTS[5].clone();
    let summary = plain(&digests);
    assert!(summary.findings.is_empty());
    assert_eq!(summary.checks.iter().filter(|c| c.reason.as_deref() == Some("只有一方的报告提到")).count(), 1);
}

#[test]
fn broken_continuity_is_raised() {
    let digests = with(3, |department| department.before.personnel += 10);
    let messages = one(&plain(&digests), CheckKind::Continuity, "W63");
    assert!(messages.iter().any(|m| m.contains("2021年总支出") && m.contains("差额+0.1万元")), "{messages:#?}");
    let digests = with(16, |department| {
        department.books.closing += 3;
        department.books.other_revenue += 3;
    });
    let messages = one(&plain(&digests), CheckKind::Continuity, "W63");
    assert!(messages.len() == 1 && messages[0].contains("年末与次年年初"), "{messages:#?}");
}

#[test]
fn the_same_figure_in_a_departments_own_files_is_compared() {
    let books = &CLEAN[0].books;
    let csv = |spent: i64| format!("项目,决算数（元）\n总收入,{}\n总支出,{spent}\n", books.revenue() * 100);
    let table = |spent: i64| {
        let mut go_on = |_| true;
        let mut session = gouji::reader::Session::new(gouji::reader::Limits::default(), &mut go_on);
        let document = gouji::read("青岭县水利局决算表.csv", csv(spent).as_bytes(), &mut session).unwrap();
        digest(&gouji::check_document(&document), "青岭县水利局决算表.csv")
    };
    let mut digests = DIGESTS.clone();
    digests.push(table(books.expenditure() * 100));
    let summary = plain(&digests);
    assert_eq!(summary.files.last().unwrap().role, Role::Tables);
    assert!(summary.findings.is_empty(), "{:#?}", summary.findings);
    assert!(summary.checks.iter().filter(|c| c.kind == CheckKind::Own).count() >= 2);
    *digests.last_mut().unwrap() = table(books.expenditure() * 100 + 5_000);
    let messages = one(&plain(&digests), CheckKind::Own, "W64");
    assert!(messages.len() == 1 && messages[0].contains("差额+0.5万元"), "{messages:#?}");
}

#[test]
fn copies_and_versions_are_counted_once() {
    let whole = plain(&DIGESTS);
    let mut digests = DIGESTS.clone();
    // A copy under another name, and an earlier version before the one that counts.
    digests.push(read(&report(&CLEAN[1]).replace('\n', "\r\n"), "副本.txt"));
    let mut draft = CLEAN[2].clone();
    draft.books.reception += 11;
    digests.insert(0, read(&report(&draft).replacen("自评报告", "自评报告（初稿）", 1), "初稿.txt"));
    let summary = plain(&digests);
    assert_eq!(summary.rows.len(), whole.rows.len());
    assert_eq!(summary.files[0].role, Role::Superseded);
    assert_eq!(summary.files[0].instead, Some(3));
    let copy = summary.files.last().unwrap();
    assert_eq!((copy.role, copy.instead), (Role::Duplicate, Some(2)));
    for (ours, theirs) in summary.columns.iter().zip(&whole.columns) {
        assert_eq!(
            (&ours.total, ours.known, ours.missing),
            (&theirs.total, theirs.known, theirs.missing),
            "{}",
            ours.key
        );
    }
    assert!(summary.findings.is_empty(), "{:#?}", summary.findings);
    let files: usize = summary.rows.iter().map(|row| row.files.len()).sum();
    assert_eq!(files, digests.len(), "every file has its row");
}

#[test]
fn files_are_regrouped_by_hand() {
    let hash = DIGESTS[1].hash.clone();
    let assigned = |organization: Option<&str>, role| {
        vec![Assignment { hash: hash.clone(), organization: organization.map(str::to_owned), role }]
    };
    let regrouped = |assigned| summarize(&DIGESTS, &Grouping { assigned, ..Grouping::default() });
    let excluded = regrouped(assigned(None, Some(Role::Excluded)));
    assert_eq!(excluded.files[1].role, Role::Excluded);
    assert!(excluded.files[1].by_hand);
    let of_hand = regrouped(assigned(Some(&CLEAN[0].name), Some(Role::Annex)));
    assert_eq!((of_hand.files[1].row, of_hand.files[1].role), (0, Role::Annex));
    assert_eq!(cell(&of_hand, 0, "expenditure"), cell(&plain(&DIGESTS), 0, "expenditure"));
    let by_hand = Grouping {
        unit: Some("元".into()),
        parents: vec![Parent { organization: CLEAN[6].name.clone(), members: vec![CLEAN[7].name.clone()] }],
        ..Grouping::default()
    };
    let summary = summarize(&DIGESTS, &by_hand);
    assert_eq!(summary.unit, "元");
    assert!(summary.rows[6].is_parent && summary.findings.iter().all(|f| f.code == "W61"));
    assert_eq!(cell(&summary, 6, "reception"), Some((CLEAN[6].books.reception * 100).to_string().as_str()));
}

#[test]
fn a_rate_far_from_all_others_is_a_note_with_its_reason() {
    let digests = with(9, |department| department.books.adjusted_budget *= 4);
    let summary = plain(&digests);
    let far: Vec<_> = summary.findings.iter().collect();
    assert!(!far.is_empty());
    for finding in far {
        assert_eq!((finding.code.as_str(), finding.severity), ("W65", Severity::Note), "{finding:#?}");
        assert!(finding.message.contains("中位数") && finding.message.contains(&CLEAN[9].name));
    }
}

#[test]
fn what_is_missing_is_counted_and_never_zero() {
    let mut digests = DIGESTS.clone();
    digests.push(read("石桥县档案馆2022年度部门整体支出绩效自评报告\n一、概况\n总支出80万元。\n", "档案馆.txt"));
    digests.push(read("会议记录\n今天讨论了三件事。\n", "记录.txt"));
    let (summary, before) = (plain(&digests), plain(&DIGESTS));
    assert_eq!(summary.rows.len(), before.rows.len() + 2);
    assert!(!summary.rows.last().unwrap().is_named);
    for key in ["revenue", "threePublic", "executionRate", "staff", "score"] {
        let (was, is) = (column(&before, key).1, column(&summary, key).1);
        assert_eq!((is.missing, is.known, &is.total), (was.missing + 2, was.known, &was.total), "{key}");
    }
    assert_eq!(cell(&summary, 13, "expenditure"), Some("80"));
    assert_eq!(cell(&summary, 14, "expenditure"), None);
    assert_eq!(plain(&[]).rows, []);
}

#[test]
fn what_a_document_is_and_whose() {
    let kinds = [
        ("白沙县财政局2022年度部门整体支出绩效自评报告\n总支出5万元。\n", "a.txt", Some("白沙县财政局"), Kind::Report),
        (
            "2022年度白沙县财政局预算绩效中心部门决算\n总支出5万元。\n",
            "a.txt",
            Some("白沙县财政局预算绩效中心"),
            Kind::Report,
        ),
        ("白沙县教育局（本级）2022年度部门决算\n总支出5万元。\n", "a.txt", Some("白沙县教育局（本级）"), Kind::Report),
        (
            "白沙县教育局2022年度部门整体支出绩效自评汇总报告\n总支出5万元。\n",
            "a.txt",
            Some("白沙县教育局（汇总）"),
            Kind::Report,
        ),
        ("白沙县财政局2022年度乡村道路项目支出绩效自评报告\n支出5万元。\n", "a.txt", Some("白沙县财政局"), Kind::Annex),
        ("情况说明\n无。\n", "03 白沙县信访局自评.txt", Some("白沙县信访局"), Kind::Report),
        ("情况说明\n无。\n", "说明.txt", None, Kind::Annex),
    ];
    for (text, name, organization, kind) in kinds {
        let digest = read(text, name);
        assert_eq!((digest.organization.as_deref(), digest.kind), (organization, kind), "{text}");
    }
}

#[test]
fn transfers_are_read_with_their_direction() {
    let told = [
        ("年内向临湖县水利局拨付经费30万元。", Direction::Given, "临湖县水利局"),
        ("将工作经费30万元划转至临湖县水利局。", Direction::Given, "临湖县水利局"),
        ("调减项目预算30万元至临湖县水利局。", Direction::Given, "临湖县水利局"),
        ("下划临湖县水利局专项资金30万元。", Direction::Given, "临湖县水利局"),
        ("收到临湖县水利局拨付的工作经费30万元。", Direction::Received, "临湖县水利局"),
        ("由临湖县水利局划转专项资金30万元。", Direction::Received, "临湖县水利局"),
    ];
    for (words, direction, counterpart) in told {
        let digest = read(&format!("石桥县林业局2022年度部门整体支出绩效自评报告\n一、概况\n{words}\n"), "");
        let read: Vec<_> = digest.transfers.iter().map(|t| (t.direction, t.counterpart.as_str())).collect();
        assert_eq!(read, [(direction, counterpart)], "{words}");
    }
    for words in ["全年拨付经费30万元。", "项目支出30万元，用于水利局周边道路。", "我局划转经费30万元。"]
    {
        let digest = read(&format!("石桥县林业局2022年度部门整体支出绩效自评报告\n一、概况\n{words}\n"), "");
        assert_eq!(digest.transfers, [], "{words}");
    }
}

/// A digest with a budget and an outturn, each in its own unit and with its own places.
fn made(at: usize, money: &[(i64, bool)]) -> Digest {
    let labels = [("总支出", "stated"), ("总支出", "adjustedBudget"), ("总收入", "outturn"), ("公务接待费", "stated")];
    let amount = |((label, measure), (yuan, is_large)): ((&str, &str), &(i64, bool))| Amount {
        label: label.to_owned(),
        measure: measure.to_owned(),
        value: if *is_large { format!("{}.{:04}", yuan / 10_000, yuan % 10_000) } else { yuan.to_string() },
        unit: if *is_large { "万元" } else { "元" }.to_owned(),
        base_value: yuan.to_string(),
        base_unit: "元".to_owned(),
        document_margin: "0".to_owned(),
        printed_margin: "0".to_owned(),
        figure: 0,
        place: String::new(),
    };
    Digest {
        organization: Some(format!("第{at}号单位办公室")),
        year: Some(2022),
        hash: at.to_string(),
        totals: labels.into_iter().zip(money).filter(|(_, (yuan, _))| *yuan > 0).map(amount).collect(),
        ..Digest::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// The naive computation: whole numbers of 元 added up, and a ratio of the sums of those that have both.
    #[test]
    fn totals_are_the_exact_sums(table in prop::collection::vec(prop::collection::vec((-3_000_000_000i64..90_000_000_000, any::<bool>()), 4), 1..40)) {
        let digests: Vec<Digest> = table.iter().enumerate().map(|(at, money)| made(at, money)).collect();
        let summary = summarize(&digests, &Grouping { unit: Some("元".into()), ..Grouping::default() });
        for (at, key) in ["expenditure", "budget", "revenue", "reception"].iter().enumerate() {
            let known: Vec<i128> = table.iter().map(|row| i128::from(row[at].0)).filter(|yuan| *yuan > 0).collect();
            let column = column(&summary, key).1;
            prop_assert_eq!((column.known, column.missing), (known.len(), table.len() - known.len()));
            let sum = (!known.is_empty()).then(|| known.iter().sum::<i128>().to_string());
            prop_assert_eq!(&column.total, &sum);
        }
        let both: Vec<(i128, i128)> = table.iter().map(|row| (row[0].0.into(), row[1].0.into())).filter(|(a, b)| *a > 0 && *b > 0).collect();
        let rate = column(&summary, "executionRate").1;
        prop_assert_eq!(rate.total_by, TotalBy::Ratio);
        let (part, whole) = both.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        let expected = (whole > 0).then(|| {
            let hundredths = (part * 100_000 / whole + 5) / 10;
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        });
        prop_assert_eq!(&rate.total, &expected);
        if let Some(fraction) = &rate.fraction {
            prop_assert_eq!((&fraction.part, &fraction.whole), (&part.to_string(), &whole.to_string()));
        }
    }

    /// However digests are ordered, the totals are the same, and in 万元 they are those in 元.
    #[test]
    fn order_and_unit_change_no_total(turn in 0usize..13) {
        let mut digests: Vec<Digest> = DIGESTS[..13].to_vec();
        let straight = plain(&digests);
        digests.rotate_left(turn);
        let turned = summarize(&digests, &Grouping { unit: Some("元".into()), ..Grouping::default() });
        for (a, b) in straight.columns.iter().zip(&turned.columns) {
            if a.unit == "万元" {
                let shifted = a.total.as_deref().map(|total| total.parse::<gouji::number::Decimal>().unwrap() * gouji::number::Decimal::from(10_000));
                prop_assert_eq!(shifted, b.total.as_deref().map(|total| total.parse().unwrap()), "{}", a.key);
            } else {
                prop_assert_eq!(&a.total, &b.total, "{}", a.key);
            }
        }
        prop_assert!(turned.findings.is_empty());
    }
}
