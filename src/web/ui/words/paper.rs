//! The words of the printed paper, in both languages.

use super::several::several;

/// The printed paper.
pub struct Paper {
    /// 核查意见.
    pub title: &'static str,
    /// 单位.
    pub organization: &'static str,
    /// 文件.
    pub document: &'static str,
    /// One sentence: figures, relations, findings.
    pub summary: fn(usize, usize, usize) -> String,
    /// How many of the findings were decided about.
    pub decided: fn(usize) -> String,
    /// 原文.
    pub quote: &'static str,
    /// 核对台账.
    pub ledger: &'static str,
    /// Nothing was found.
    pub clean: &'static str,
    /// Nothing was found, for nothing could be recomputed.
    pub blank: &'static str,
    /// So many findings are not laid out yet.
    pub rest: fn(usize) -> String,
    /// Who signs.
    pub signature: &'static str,
    /// What the paper is and is not.
    pub note: &'static str,
}

pub(super) static CHINESE: Paper = Paper {
    title: "核查意见",
    organization: "单位",
    document: "文件",
    summary: |figures, relations, findings| {
        format!("全文共有数据 {figures} 个，读出勾稽关系 {relations} 条，核查发现 {findings} 处。")
    },
    decided: |count| format!("其中已处理 {count} 处，处理意见附后。"),
    quote: "原文",
    ledger: "核对台账",
    clean: "凡读得出的勾稽关系均成立。",
    blank: "没有读出能够复算的勾稽关系，全部数据均未核对。",
    rest: |count| format!("另有 {count} 处尚未排入，请稍候重新打印。"),
    signature: "审核人：　　　　　　　　　　日期：　　　　年　　月　　日",
    note: "本意见由程序按报告自身数据复算得出，仅指出不能同时成立之处，供审核人参考。",
};

pub(super) static ENGLISH: Paper = Paper {
    title: "Review of figures",
    organization: "Organisation",
    document: "Document",
    summary: |figures, relations, findings| {
        let relations = several(relations, "relation");
        format!("The text has {}; {relations} read; {}.", several(figures, "figure"), several(findings, "finding"))
    },
    decided: |count| format!(" {count} of them were decided about, as said below."),
    quote: "Text",
    ledger: "Ledger",
    clean: "Every relation that could be read holds.",
    blank: "No relation was read: no figure was checked.",
    rest: |count| format!("{count} more are still being laid out: print again in a moment."),
    signature: "Reviewer: ____________________   Date: ______________",
    note: "Recomputed from the report's own figures: places that cannot hold together, for the reviewer to judge.",
};
