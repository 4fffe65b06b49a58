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
    /// Lets the figure go that was picked last.
    pub drop: &'static str,
    /// The kinds: sum, difference, share, equality.
    pub kinds: [&'static str; 4],
    /// Takes a relation back.
    pub remove: &'static str,
    /// Relations whose figures are not there, or do not go together.
    pub lost: &'static str,
}

impl Stating {
    /// In the language of these words.
    pub fn of(words: &Words) -> &'static Self {
        if words.code == "en" { &ENGLISH } else { &CHINESE }
    }
}

static CHINESE: Stating = Stating {
    title: "自定关系",
    hint: "依次点选数据并选入，最后选入的是结果，再选关系。差额：被减数在先；占比：部分在先，总体在后。",
    pick: "选入 ",
    drop: "不选 ",
    kinds: ["合计", "差额", "占比", "相等"],
    remove: "删去",
    lost: "有自定关系没有核对：文中找不到其中的数据，或者单位不合。",
};

static ENGLISH: Stating = Stating {
    title: "Relations of your own",
    hint: "Choose figures and pick them one after another, the result last, then say how they relate. Difference: the minuend first; share: the part, then the whole.",
    pick: "Pick ",
    drop: "Do not pick ",
    kinds: ["Sum", "Difference", "Share", "Equal"],
    remove: "Remove",
    lost: "Not all were checked: a figure is not in the text, or the units do not go together.",
};
