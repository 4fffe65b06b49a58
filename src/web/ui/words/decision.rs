//! What is said of decisions, in both languages.

use super::Words;
use super::several::several;

/// Decisions about findings (处理意见).
pub struct Decision {
    /// 处理意见.
    pub title: &'static str,
    /// What can be decided: 忽略此处, 确认有误.
    pub choices: [&'static str; 2],
    /// What was decided, as a mark.
    pub marks: [&'static str; 2],
    /// Why.
    pub reason: &'static str,
    /// Decisions that no longer apply.
    pub resting: fn(usize) -> String,
    /// Decisions that were made under another name.
    pub former: fn(&str) -> String,
}

impl Decision {
    /// In the language of these words.
    pub fn of(words: &Words) -> &'static Self {
        if words.is_english() { &ENGLISH } else { &CHINESE }
    }
}

static CHINESE: Decision = Decision {
    title: "处理意见",
    choices: ["忽略此处", "确认有误"],
    marks: ["已忽略", "已确认"],
    reason: "说明（可不填）",
    resting: |count| format!("{count}条处理意见已不适用：所指的文字或问题已改。"),
    former: |name| format!("处理意见沿用自“{name}”：所指的文字都在本文件里。"),
};

static ENGLISH: Decision = Decision {
    title: "Decision",
    choices: ["Ignore here", "Confirm as wrong"],
    marks: ["ignored", "confirmed"],
    reason: "Reason (optional)",
    resting: |count| several(count, "decision") + " no longer in force: the words or the fault were changed.",
    former: |name| format!("Decisions made under the name “{name}”; their words stand in this file."),
};
