//! The wording of findings across reports. Both places are named, and never who is right.

use crate::report::signed;

/// One place: 临湖县水利局《报告.docx》二（一）1 第2句.
#[must_use]
pub fn place(organization: &str, file: &str, place: &str) -> String {
    let file = if file.is_empty() { String::new() } else { format!("《{file}》") };
    format!("{organization}{file}{place}")
}

/// Two places that tell one figure differently.
#[must_use]
pub fn differ(head: &str, formula: &str, gap: &str, places: &[String]) -> String {
    format!("{head}：{formula}，差额{}，两处数据不能同时成立（{}）", signed(gap), places.join("；"))
}

/// A sum of units against what the unit over them states.
#[must_use]
pub fn parent(label: &str, organization: &str, units: usize, formula: &str, gap: &str, places: &[String]) -> String {
    format!(
        "{label}：{organization}的数据与所属{units}个单位之和不同，{formula}，差额{}（{}）",
        signed(gap),
        places.join("；")
    )
}

/// What one unit says it gave and another that it got.
#[must_use]
pub fn transfer(giver: &str, receiver: &str) -> String {
    format!("{giver}向{receiver}划转的资金，双方所述")
}

/// This year's word for last year, and last year's own.
#[must_use]
pub fn continuity(organization: &str, label: &str, year: i32) -> String {
    format!("{organization}{year}年{label}，上年报告与本年报告所述")
}

/// What was carried over at the end of one year and the beginning of the next.
#[must_use]
pub fn carried(organization: &str, year: i32) -> String {
    format!("{organization}{year}年末与次年年初的结转和结余")
}

/// One figure in several files of one unit.
#[must_use]
pub fn own(organization: &str, label: &str) -> String {
    format!("{organization}各文件中的{label}")
}

/// A value far from those of the group, with how far is usual.
#[must_use]
pub fn outlier(organization: &str, title: &str, value: &str, middle: &str, usual: &str, places: &[String]) -> String {
    let places = if places.is_empty() { String::new() } else { format!("（{}）", places.join("；")) };
    format!(
        "{organization}的{title}为{value}%，各单位的中位数为{middle}%，与中位数的差距一般在{usual}个百分点左右（绝对中位差）；相差悬殊不等于有误，请留意{places}"
    )
}
