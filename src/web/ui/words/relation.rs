//! What is said of relations that the person states, in both languages.

use super::Words;

/// Relations of one's own (自定关系).
pub struct Stating {
    /// 自定关系.
    pub title: &'static str,
    /// How one is stated.
    pub hint: &'static str,
    /// Picks the figure looked at.
    pub pick: &'static str,
    /// Lets a figure go that was picked.
    pub drop: &'static str,
    /// What the figure picked last is.
    pub result: &'static str,
    /// The kinds, each with the sign between its figures: sum, difference, share, equality.
    pub kinds: [(&'static str, &'static str); 4],
    /// Takes a relation back.
    pub remove: &'static str,
    /// A relation whose figures are not there, or do not go together.
    pub lost: &'static str,
}

impl Stating {
    /// In the language of these words.
    pub fn of(words: &Words) -> &'static Self {
        if words.is_english() { &ENGLISH } else { &CHINESE }
    }
}

static CHINESE: Stating = Stating {
    title: "自定关系",
    hint: "在原文中依次点选数据并选入，结果最后选入；可选的算式随后列出，选一个即加以核对。",
    pick: "选入 ",
    drop: "不选 ",
    result: "结果",
    kinds: [("合计", " + "), ("差额", " − "), ("占比", " ÷ "), ("相等", "")],
    remove: "删去 ",
    lost: "没有核对：文中找不到其中的数据，或者单位不合。",
};

static ENGLISH: Stating = Stating {
    title: "Relations of your own",
    hint: "Pick figures in the text one after another, the result last; equations to choose from follow.",
    pick: "Pick ",
    drop: "Do not pick ",
    result: "result",
    kinds: [("Sum", " + "), ("Difference", " − "), ("Share", " ÷ "), ("Equal", "")],
    remove: "Remove ",
    lost: "Not checked: a figure is not in the text, or the units do not go together.",
};
