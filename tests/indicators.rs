//! Indicators of the rule packs: the figures of a report, what is missing by name, what a user types, edges of lines and scores.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use std::collections::BTreeSet;

use gouji::pack::{BUILT_IN, Pack};
use gouji::report::{Confirmation, Indicator, IndicatorInput, InputSource, Report, Standing, UserInput};

/// A report of a bureau that does not exist, in which 编制数, last year's 三公 and the opening budget total are missing.
const BUREAU: &str = include_str!("fixtures/bureau.txt");

fn report() -> Report {
    gouji::check(BUREAU)
}

fn find<'a>(indicators: &'a [Indicator], code: &str, variant: Option<&str>) -> &'a Indicator {
    let found = indicators.iter().find(|i| i.code == code && i.variant.as_deref() == variant);
    found.unwrap_or_else(|| unreachable!("{code} {variant:?} is in the pack"))
}

fn typed(pairs: &[(&str, &str, &str)]) -> Vec<UserInput> {
    let one = |(key, value, unit): &(&str, &str, &str)| UserInput {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        unit: (*unit).to_owned(),
    };
    pairs.iter().map(one).collect()
}

/// The indicators of a pack over typed values alone.
fn over(pack: &str, pairs: &[(&str, &str, &str)]) -> Vec<Indicator> {
    gouji::calculate(&Pack::built_in(pack).expect("a pack of gouji"), &[], &typed(pairs), None)
}

#[test]
fn the_figures_of_a_report_give_its_indicators() {
    let report = report();
    for (code, variant, value, working) in [
        ("K10", None, "55.29", "“三公”经费控制率 = 52.92万元 ÷ 95.72万元 × 100% = 55.29%"),
        (
            "K10",
            Some("公务用车购置及运行维护费"),
            "62.21",
            "“三公”经费控制率（公务用车购置及运行维护费） = 48.35万元 ÷ 77.72万元 × 100% = 62.21%",
        ),
        ("K10", Some("公务接待费"), "25.39", "“三公”经费控制率（公务接待费） = 4.57万元 ÷ 18万元 × 100% = 25.39%"),
        (
            "K15",
            Some("项目支出与年初预算比"),
            "585.86",
            "预算执行率（项目支出与年初预算比） = 4460.52万元 ÷ 761.36万元 × 100% = 585.86%",
        ),
        (
            "K5",
            Some("项目支出追加"),
            "485.86",
            "预算调整率（项目支出追加） = 3699.16万元 ÷ 761.36万元 × 100% = 485.86%",
        ),
    ] {
        let indicator = find(&report.indicators, code, variant);
        assert_eq!(indicator.value.as_deref(), Some(value), "{code} {variant:?}");
        assert_eq!(indicator.working.as_deref(), Some(working));
        assert!(indicator.missing.is_empty() && indicator.wanted.is_empty());
        for input in &indicator.inputs {
            assert_eq!(input.source, InputSource::Report);
            let figure = &report.figures[input.figure.expect("a link to its figure") as usize];
            assert_eq!(figure.value, input.value, "{} is what stands there", input.name);
        }
    }
    assert_eq!(find(&report.indicators, "K5", Some("项目支出追加")).standing, Standing::Attention);
    assert_eq!(find(&report.indicators, "K10", None).standing, Standing::Good);
}

#[test]
fn staff_of_each_kind_of_posts_are_added_up() {
    let report = report();
    let staff = report.inputs.iter().find(|input| input.key == "staff").expect("在职人员数");
    assert_eq!((staff.value.as_str(), staff.working.as_deref()), ("293", Some("217 + 76 = 293")));
    let values: Vec<&str> = staff.figures.iter().map(|id| report.figures[*id as usize].value.as_str()).collect();
    assert_eq!(values, ["217", "76"]);
}

/// The value of an input of a text, with its unit.
fn input(text: &str, key: &str) -> Option<String> {
    let inputs = gouji::check(text).inputs;
    inputs.iter().find(|input| input.key == key).map(|input| [input.value.as_str(), &input.unit].concat())
}

#[test]
fn inputs_are_taken_only_where_the_words_leave_no_doubt() {
    let is = |text: &str, key: &str, wanted: Option<&str>| {
        assert_eq!(input(text, key).as_deref(), wanted, "{key}: {text}");
    };
    let form = "附件：云溪县林业局2023年度部门整体支出绩效自评表\n年度资金总额：年初预算数640.00万元，全年预算数712.50万元，全年执行数698.20万元。\n其中：一般公共预算拨款全年预算600.00万元、执行590.00万元。";
    is(form, "openingBudget", Some("640.00万元"));
    is(form, "fullYearBudget", Some("712.50万元"));
    is(form, "outturn", Some("698.20万元"));
    let veterans = "云溪县退役军人局2022年度部门整体支出绩效自评报告\n我局核定编制30名，年末在职27人。年初部门预算800.00万元，年中追加抚恤资金150.00万元，全年预算数950.00万元。";
    is(veterans, "posts", Some("30名"));
    is(veterans, "staff", Some("27人"));
    is(veterans, "supplement", Some("150.00万元"));
    // A budget's explanation plans and has spent nothing.
    let plan = "云溪县林业局2025年单位预算说明\n2025年“三公”经费预算数为9.60万元，其中公务接待费1.20万元。";
    is(plan, "threePublicBudget", Some("9.60万元"));
    is(plan, "receptionOutturn", None);
    // So are the parts of a budget, also in a report on what was spent.
    let parts = "云溪县林业局2023年度部门整体支出绩效自评报告\n我局年初预算800.00万元，其中基本支出500.00万元，项目支出300.00万元。";
    is(parts, "openingBudget", Some("800.00万元"));
    is(parts, "projectOutturn", None);
    is(&parts.replace("年初预算", "总支出决算"), "projectOutturn", Some("300.00万元"));
    // What stands beside the opening budget without a name of its own is of the same whole.
    let bare = "云溪县林业局2023年度部门整体支出绩效自评报告\n部门预算年初数640.00万元，调整预算数712.50万元，决算数698.20万元。";
    is(bare, "openingBudget", Some("640.00万元"));
    is(bare, "fullYearBudget", Some("712.50万元"));
    is(bare, "outturn", Some("698.20万元"));
    is(&bare.replace("决算数", "公务接待费决算数"), "outturn", None);
    // Offices of every kind speak of themselves; a county's budget is no office's.
    let federation = "云溪县残疾人联合会2024年度部门整体支出绩效自评报告\n我会核定编制24名，年末在职人员22人。我会年初预算数640.00万元，全年支出698.20万元。";
    is(federation, "posts", Some("24名"));
    is(federation, "openingBudget", Some("640.00万元"));
    is(&federation.replace("我会年初", "我县年初"), "openingBudget", None);
    // An opening budget that names nothing is of everything, unless an item has a greater one or the section is of one.
    let unnamed = "云溪县林业局2024年度部门整体支出绩效自评报告\n（一）预算安排\n2024年年初预算3,256.40万元，年中追加726.35万元，调整后预算3,982.75万元。";
    is(unnamed, "openingBudget", Some("3256.40万元"));
    is(unnamed, "fullYearBudget", Some("3982.75万元"));
    is(&unnamed.replace("2024年年初", "项目年初"), "openingBudget", None);
    is(&format!("{unnamed}\n基本支出年初预算4,000.00万元。"), "openingBudget", None);
    // 政府性基金 has balances and spending of its own.
    let funds = "云溪县林业局2023年度决算说明\n政府性基金预算财政拨款年初结转和结余12.00万元，本年支出30.00万元，年末结转和结余5.00万元。";
    for key in ["carriedIn", "carriedOut", "outturn"] {
        is(funds, key, None);
    }
    // Two values, each stated once: the user decides.
    let twice = "云溪县林业局2023年度部门整体支出绩效自评报告\n（一）公用经费60.00万元。\n（二）公用经费66.00万元。";
    is(twice, "officeOutturn", None);
    is(&twice.replace("66.00", "60.00"), "officeOutturn", Some("60.00万元"));
}

#[test]
fn what_is_missing_is_named_and_typed_values_fill_it() {
    let report = report();
    for (code, missing) in [("K1", "编制数"), ("K2", "上年“三公”经费预算数"), ("K4", "年初预算数")]
    {
        let indicator = find(&report.indicators, code, None);
        assert_eq!(indicator.missing, [missing], "{code}");
        assert_eq!(indicator.wanted[0].name, missing);
        assert_eq!((indicator.value.as_deref(), indicator.standing), (None, Standing::Unknown));
    }
    let values = typed(&[
        ("posts", "301", "人"),
        ("threePublicBudgetLastYear", "98.5", "万元"),
        ("openingBudget", "61,078,000", "元"),
    ]);
    let after = gouji::calculate(Pack::national(), &report.inputs, &values, report.document.year);
    for (code, value) in [("K1", "97.34"), ("K2", "-2.82"), ("K4", "160.56")] {
        let indicator = find(&after, code, None);
        assert_eq!(indicator.value.as_deref(), Some(value), "{code}");
        assert!(indicator.missing.is_empty());
        let sources: BTreeSet<bool> = indicator.inputs.iter().map(|i| i.source == InputSource::User).collect();
        assert_eq!(sources.len(), 2, "{code}: the user's stand apart from the report's");
    }
    // Taking them back gives what was there before.
    assert_eq!(gouji::calculate(Pack::national(), &report.inputs, &[], report.document.year), report.indicators);
}

#[test]
fn a_typed_value_takes_the_place_of_the_reports() {
    let report = report();
    let what_if = typed(&[("receptionOutturn", "18.9", "万元")]);
    let after = gouji::calculate(Pack::national(), &report.inputs, &what_if, report.document.year);
    let indicator = find(&after, "K10", Some("公务接待费"));
    assert_eq!((indicator.value.as_deref(), indicator.standing), (Some("105.00"), Standing::Attention));
    let input = &indicator.inputs[0];
    assert_eq!((input.source, input.figure, input.value.as_str()), (InputSource::User, None, "18.9"));
    // What cannot be read is missing, and not silently the report's.
    for (value, unit) in [("十八", "万元"), ("18.9", "人"), ("", "万元")] {
        let after =
            gouji::calculate(Pack::national(), &report.inputs, &typed(&[("receptionOutturn", value, unit)]), None);
        assert_eq!(find(&after, "K10", Some("公务接待费")).missing, ["公务接待费决算数"], "{value}{unit}");
    }
}

#[test]
fn rounded_inputs_leave_a_range_and_never_a_false_alarm() {
    let input = |key: &str, value: &str, least: &str, most: &str| IndicatorInput {
        key: key.to_owned(),
        name: String::new(),
        value: value.to_owned(),
        least: least.to_owned(),
        most: most.to_owned(),
        unit: "万元".to_owned(),
        source: InputSource::Report,
        figure: None,
        figures: Vec::new(),
        working: None,
    };
    let office = |outturn: [&str; 3]| {
        let inputs =
            [input("officeOutturn", outturn[0], outturn[1], outturn[2]), input("officeBudget", "100", "99.5", "100.5")];
        find(&gouji::calculate(Pack::national(), &inputs, &[], None), "K9", None).clone()
    };
    let near = office(["100.4", "100.35", "100.45"]);
    assert_eq!(near.value.as_deref(), Some("100.40"));
    assert_eq!((near.least.as_deref(), near.most.as_deref()), (Some("99.85"), Some("100.95")));
    assert_eq!(near.standing, Standing::Good, "a budget of 100.5 is within what is printed");
    assert_eq!(office(["100.6", "100.55", "100.65"]).standing, Standing::Attention);
}

/// An indicator at its line, and the value of its last input that goes beyond; none where it has no line.
struct Edge {
    code: &'static str,
    name: &'static str,
    variant: Option<&'static str>,
    inputs: &'static [(&'static str, &'static str)],
    value: &'static str,
    beyond: Option<&'static str>,
}

const fn edge(
    code: &'static str,
    name: &'static str,
    inputs: &'static [(&'static str, &'static str)],
    value: &'static str,
    beyond: Option<&'static str>,
) -> Edge {
    Edge { code, name, variant: None, inputs, value, beyond }
}

const fn variant(name: &'static str, of: Edge) -> Edge {
    Edge { variant: Some(name), ..of }
}

const EDGES: &[Edge] = &[
    edge("K1", "在职人员控制率", &[("posts", "50"), ("staff", "50")], "100.00", Some("51")),
    edge(
        "K2",
        "“三公”经费变动率",
        &[("threePublicBudgetLastYear", "20"), ("threePublicBudget", "20")],
        "0.00",
        Some("20.01"),
    ),
    variant(
        "决算数",
        edge(
            "K2",
            "“三公”经费变动率",
            &[("threePublicOutturnLastYear", "20"), ("threePublicOutturn", "20")],
            "0.00",
            Some("20.01"),
        ),
    ),
    edge("K3", "重点支出安排率", &[("projectBudget", "500"), ("keyProjectBudget", "300")], "60.00", None),
    edge("K4", "预算完成率", &[("openingBudget", "500"), ("outturn", "600")], "120.00", Some("600.01")),
    edge("K5", "预算调整率", &[("openingBudget", "500"), ("adjustment", "40")], "8.00", None),
    variant(
        "项目支出追加",
        edge(
            "K5",
            "预算调整率",
            &[("projectOpeningBudget", "80"), ("projectSupplement", "80")],
            "100.00",
            Some("80.01"),
        ),
    ),
    edge(
        "K6",
        "支付进度率",
        &[("fullYearBudget", "800"), ("plannedProgress", "60"), ("spentToDate", "480")],
        "100.00",
        Some("479.99"),
    ),
    edge("K7", "结转结余率", &[("fullYearBudget", "700"), ("carriedOut", "70")], "10.00", Some("70.01")),
    variant(
        "支出完成数",
        edge("K7", "结转结余率", &[("outturn", "700"), ("carriedOut", "70")], "10.00", Some("70.01")),
    ),
    edge("K8", "结转结余变动率", &[("carriedIn", "35"), ("carriedOut", "35")], "0.00", Some("35.01")),
    edge("K9", "公用经费控制率", &[("officeBudget", "120"), ("officeOutturn", "120")], "100.00", Some("120.01")),
    edge(
        "K10",
        "“三公”经费控制率",
        &[("threePublicBudget", "20"), ("threePublicOutturn", "20")],
        "100.00",
        Some("20.01"),
    ),
    variant(
        "因公出国（境）费",
        edge("K10", "“三公”经费控制率", &[("abroadBudget", "5"), ("abroadOutturn", "5")], "100.00", Some("5.01")),
    ),
    variant(
        "公务用车购置及运行维护费",
        edge("K10", "“三公”经费控制率", &[("vehicleBudget", "12"), ("vehicleOutturn", "12")], "100.00", Some("12.01")),
    ),
    variant(
        "公务接待费",
        edge("K10", "“三公”经费控制率", &[("receptionBudget", "3"), ("receptionOutturn", "3")], "100.00", Some("3.01")),
    ),
    edge("K11", "政府采购执行率", &[("procurementBudget", "200"), ("procurementOutturn", "190")], "95.00", None),
    edge("K12", "固定资产利用率", &[("fixedAssets", "500"), ("assetsInUse", "480")], "96.00", None),
    edge("K13", "实际完成率", &[("plannedWork", "40"), ("completedWork", "40")], "100.00", Some("39")),
    edge("K13", "完成及时率", &[("plannedWork", "40"), ("timelyWork", "40")], "100.00", Some("39")),
    edge("K13", "质量达标率", &[("plannedWork", "40"), ("qualifiedWork", "40")], "100.00", Some("39")),
    edge("K14", "重点工作办结率", &[("keyTasks", "12"), ("keyTasksDone", "12")], "100.00", Some("11")),
    edge("K15", "预算执行率", &[("fullYearBudget", "800"), ("outturn", "720")], "90.00", Some("719.99")),
    variant(
        "项目支出与年初预算比",
        edge(
            "K15",
            "预算执行率",
            &[("projectOpeningBudget", "80"), ("projectOutturn", "160")],
            "200.00",
            Some("160.01"),
        ),
    ),
    edge("K16", "楼堂馆所面积控制率", &[("approvedArea", "1500"), ("builtArea", "1500")], "100.00", Some("1501")),
    edge(
        "K16",
        "楼堂馆所投资概算控制率",
        &[("approvedInvestment", "600"), ("builtInvestment", "600")],
        "100.00",
        Some("600.01"),
    ),
    edge("K17", "成本控制率", &[("fullYearBudget", "800"), ("outturn", "720")], "10.00", Some("719.99")),
    edge("K18", "应付账款率", &[("generalOutturn", "800"), ("payables", "32")], "4.00", None),
    edge("K18", "应收账款率", &[("generalOutturn", "800"), ("receivables", "32")], "4.00", None),
];

/// The indicator of an edge, its last input changed.
fn at(edge: &Edge, last: Option<&str>) -> Indicator {
    let mut pairs: Vec<(&str, &str, &str)> = edge.inputs.iter().map(|(key, value)| (*key, *value, "")).collect();
    if let (Some(last), Some(changed)) = (last, pairs.last_mut()) {
        changed.1 = last;
    }
    let all = over("national", &pairs);
    let found = all.iter().find(|i| i.code == edge.code && i.name == edge.name && i.variant.as_deref() == edge.variant);
    found.expect("the indicator is in the pack").clone()
}

#[test]
fn every_indicator_has_a_value_at_its_line_and_one_beyond() {
    for edge in EDGES {
        let name = [edge.code, edge.name, edge.variant.unwrap_or_default()].join(" ");
        let there = at(edge, None);
        assert_eq!((there.value.as_deref(), there.standing), (Some(edge.value), Standing::Good), "{name}");
        assert_eq!(there.line.is_some(), edge.beyond.is_some(), "{name}: {:?}", there.line);
        if edge.beyond.is_some() {
            assert_eq!(at(edge, edge.beyond).standing, Standing::Attention, "{name}");
        }
        assert_eq!(at(edge, Some("")).standing, Standing::Unknown, "{name} without its last input");
    }
    let tested: BTreeSet<_> = EDGES.iter().map(|edge| (edge.code, edge.name, edge.variant)).collect();
    let pack = Pack::national();
    let defined: BTreeSet<_> =
        pack.indicators.iter().map(|d| (d.code.as_str(), d.name.as_str(), d.variant.as_deref())).collect();
    assert_eq!(tested, defined);
}

#[test]
fn every_indicator_has_a_basis_years_and_a_status() {
    for (code, _) in BUILT_IN {
        let pack = Pack::built_in(code).expect("gouji's own pack is read");
        assert_eq!(pack.about.code, code);
        assert!(!pack.about.name.is_empty() && !pack.about.region.is_empty() && !pack.about.document.is_empty());
        let codes: BTreeSet<&str> = pack.indicators.iter().map(|definition| definition.code.as_str()).collect();
        for number in 1..=18 {
            assert!(codes.contains(format!("K{number}").as_str()), "{code} defines K{number}");
        }
        for definition in &pack.indicators {
            assert!(definition.basis.chars().count() >= 6, "{} {}", definition.code, definition.basis);
            assert!((2000..=2030).contains(&definition.since), "{}", definition.code);
            let guess = definition.basis.contains("参考");
            assert!(!guess || definition.status == Confirmation::Reference, "{} {}", definition.code, definition.basis);
        }
    }
}

#[test]
fn indicators_of_other_years_are_left_out() {
    let pack = Pack::national();
    let of = |year| gouji::calculate(pack, &[], &[], year).len();
    assert_eq!(of(None), pack.indicators.len());
    assert_eq!(of(Some(2024)), pack.indicators.len());
    assert_eq!(of(Some(2012)), 0, "the framework is of 2013");
}

/// What the Hunan pack scores: an indicator, its inputs, the points.
type Points = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const POINTS: &[Points] = &[
    ("在职人员控制率", &[("posts", "100"), ("staff", "100")], "5"),
    ("在职人员控制率", &[("posts", "1000"), ("staff", "1009")], "5"),
    ("在职人员控制率", &[("posts", "100"), ("staff", "101")], "4.5"),
    ("在职人员控制率", &[("posts", "100"), ("staff", "109")], "0.5"),
    ("在职人员控制率", &[("posts", "100"), ("staff", "130")], "0"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "0")], "5"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "0.01")], "4"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "50")], "4"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "50.01")], "3"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "150")], "2"),
    ("预算控制率", &[("openingBudget", "500"), ("supplement", "150.01")], "0"),
    ("政府采购执行率", &[("procurementBudget", "200"), ("procurementOutturn", "200")], "6"),
    ("政府采购执行率", &[("procurementBudget", "200"), ("procurementOutturn", "210")], "4"),
    ("政府采购执行率", &[("procurementBudget", "200"), ("procurementOutturn", "190")], "4"),
    ("政府采购执行率", &[("procurementBudget", "200"), ("procurementOutturn", "150")], "0"),
    ("公用经费控制率", &[("officeBudget", "120"), ("officeOutturn", "118")], "8"),
];

#[test]
fn scores_follow_the_table_and_are_always_for_reference() {
    for (name, values, points) in POINTS {
        let pairs: Vec<(&str, &str, &str)> = values.iter().map(|(key, value)| (*key, *value, "")).collect();
        let all = over("hunan", &pairs);
        let scores: Vec<_> = all.iter().filter(|i| i.name == *name).filter_map(|i| i.score.as_ref()).collect();
        let [score] = scores[..] else { unreachable!("{name} is scored once") };
        assert_eq!(score.value, *points, "{name} {values:?}");
        assert_eq!(score.status, Confirmation::Reference);
        assert!(score.rule.chars().count() > 5);
    }
}

#[test]
fn steps_as_fine_as_a_pack_likes_are_soon_counted() {
    let [coarse, fine] = [r#""each": 1, "deduct": 0.5"#, r#""each": 0.000000001, "deduct": 0.0000000005"#];
    let hunan = include_str!("../src/pack/hunan.json");
    assert!(hunan.contains(coarse));
    let pack = Pack::chosen(&hunan.replace(coarse, fine)).expect("it is read");
    for (staff, points) in [("100", "5"), ("101", "4.5"), ("109", "0.5"), ("130", "0")] {
        let all = gouji::calculate(&pack, &[], &typed(&[("posts", "100", ""), ("staff", staff, "")]), None);
        let scores: Vec<_> = all.iter().filter(|i| i.code == "K1").filter_map(|i| i.score.as_ref()).collect();
        assert_eq!(scores.iter().map(|score| score.value.as_str()).collect::<Vec<_>>(), [points], "{staff}");
    }
}

#[test]
fn a_scored_indicator_never_has_more_than_its_points() {
    for staff in [0u32, 1, 99, 100, 101, 250, 9999] {
        let staff = staff.to_string();
        for indicator in over("hunan", &[("posts", "100", ""), ("staff", &staff, "")]) {
            let Some(score) = indicator.score else { continue };
            let number = |text: &str| text.parse::<gouji::number::Decimal>().expect("a number");
            assert!(number(&score.value) <= number(&score.full) && !number(&score.value).is_sign_negative());
        }
    }
}
