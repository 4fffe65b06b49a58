//! The items that a reader looks for first (总体数据).

/// A headline item.
#[derive(Clone, Copy, Debug)]
pub struct Headline {
    /// The standard name, as in [`super::label::LINE_ITEMS`] or worded so in reports.
    pub name: &'static str,
    /// The whole that it is a part of.
    pub part_of: Option<&'static str>,
}

const fn item(name: &'static str, part_of: Option<&'static str>) -> Headline {
    Headline { name, part_of }
}

/// In the order of the final accounts: revenue, expenditure, its nature, its economic classes, 三公.
pub const HEADLINES: &[Headline] = &[
    item("总收入", None),
    item("财政拨款收入", Some("总收入")),
    item("其他收入", Some("总收入")),
    item("上年结转和结余", None),
    item("总支出", None),
    item("基本支出", Some("总支出")),
    item("项目支出", Some("总支出")),
    item("年末结转和结余", None),
    item("人员经费", Some("基本支出")),
    item("公用经费", Some("基本支出")),
    item("“三公”经费", None),
    item("因公出国费", Some("“三公”经费")),
    item("公务用车购置及运行维护费", Some("“三公”经费")),
    item("公务接待费", Some("“三公”经费")),
];

/// Items that are shown beside them where the text states them; nothing is compared across reports by them.
pub const FURTHER: &[Headline] = &[
    item("财政拨款支出", Some("总支出")),
    item("公务用车购置费", Some("公务用车购置及运行维护费")),
    item("公务用车运行维护费", Some("公务用车购置及运行维护费")),
];

/// Inputs of indicators that are headline amounts too (财预〔2013〕53号附件2), under their names there: a report seldom states
/// them under one of the names above. Each with its measure, in the words of the report object, and the whole that it is a part of.
pub const FROM_INPUTS: &[(&str, &str, Option<&str>)] = &[
    ("openingBudget", "initialBudget", None),
    ("fullYearBudget", "adjustedBudget", None),
    ("vehicleBudget", "budget", Some("“三公”经费")),
    ("vehicleOutturn", "outturn", Some("“三公”经费")),
    ("procurementBudget", "budget", None),
    ("procurementOutturn", "outturn", None),
];
