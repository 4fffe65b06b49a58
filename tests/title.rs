//! What a document is called, whose it is, and where in it a figure stands.

/// Lines at the head of a document, with the title and the unit that they give.
const HEADS: [(&str, &str, Option<&str>); 9] = [
    (
        "附件2\n云岭县财政局2023年部门整体支出\n绩效自评报告",
        "云岭县财政局2023年部门整体支出绩效自评报告",
        Some("云岭县财政局"),
    ),
    ("云岭县档案馆\n2023年部门整体支出绩效自评报告", "2023年部门整体支出绩效自评报告", Some("云岭县档案馆")),
    (
        "中共云岭县委组织部\n2023年度部门整体支出绩效自评报告",
        "2023年度部门整体支出绩效自评报告",
        Some("中共云岭县委组织部"),
    ),
    ("云岭县第一中学2023年度部门决算公开说明", "云岭县第一中学2023年度部门决算公开说明", Some("云岭县第一中学")),
    ("第三部分 云岭县水利局2023年度部门决算情况说明", "云岭县水利局2023年度部门决算情况说明", Some("云岭县水利局")),
    ("第一篇 云岭县水利局2023年度部门决算情况说明", "第一篇云岭县水利局2023年度部门决算情况说明", Some("云岭县水利局")),
    ("附件\n2023年部门整体支出绩效自评报告\n云岭县水利局", "2023年部门整体支出绩效自评报告", Some("云岭县水利局")),
    ("2023年部门整体支出绩效自评报告", "2023年部门整体支出绩效自评报告", None),
    ("云岭县2023年老旧小区改造项目支出绩效自评报告", "云岭县2023年老旧小区改造项目支出绩效自评报告", None),
];

#[test]
fn a_document_is_called_what_its_first_lines_say() {
    for (head, title, organization) in HEADS {
        let document = gouji::check(&format!("{head}\n一、基本情况\n年末在职46人。\n")).document;
        assert_eq!(
            (document.title.as_deref(), document.organization.as_deref()),
            (Some(title), organization),
            "{head}"
        );
    }
}

#[test]
fn the_year_of_a_title_over_two_lines_is_its_own_whatever_it_is_compared_with() {
    let year = |head: &str| {
        gouji::check(&format!("{head}\n一、基本情况\n支出合计52.4万元。\n二、打算\n2024年预算比2023年增长5%。\n"))
            .document
            .year
    };
    assert_eq!(year("云岭县档案馆\n2023年部门整体支出绩效自评报告"), Some(2023));
    // What a text without a year in its title compares with is the year before its own.
    assert_eq!(year("部门整体支出绩效自评报告\n2023年支出合计51.6万元，支出结构合理。"), Some(2024));
}

#[test]
fn two_paragraphs_under_one_heading_are_two_places() {
    let text =
        "某局2023年报告\n一、基本情况\n在职46人。\n总支出1200万元。另有3辆车。\n（一）机构。设6个科室。\n下辖2个馆。\n";
    let places: Vec<(String, String)> = gouji::check(text).figures.into_iter().map(|f| (f.text, f.place)).collect();
    let found: Vec<(&str, &str)> = places.iter().map(|(text, place)| (text.as_str(), place.as_str())).collect();
    let wanted = [
        ("46人", "一 第1句"),
        ("1200万元", "一 第2段 第1句"),
        ("3辆", "一 第2段 第2句"),
        ("6个", "一（一）第2句"),
        ("2个", "一（一）第2段 第1句"),
    ];
    assert_eq!(found, wanted);
}
