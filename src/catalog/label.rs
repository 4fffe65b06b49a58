//! Line items and the words that mean the same (同义科目).

use crate::text::Lexicon;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A line item: its standard name and what else offices call it.
#[derive(Clone, Copy, Debug)]
pub struct LineItem {
    /// The standard name.
    pub name: &'static str,
    /// Other names in use.
    pub synonyms: &'static [&'static str],
}

/// Standard items of department budgets and final accounts (部门决算报表编制说明; synonyms as offices use them).
pub const LINE_ITEMS: &[LineItem] = &[
    LineItem {
        name: "总支出",
        synonyms: &["支出合计", "支出总计", "整体支出", "支出", "支出总额", "部门整体支出", "整体支出规模", "预算支出"],
    },
    LineItem {
        name: "总收入", synonyms: &["收入合计", "收入总计", "整体收入", "收入", "收入总额", "预算收入"]
    },
    LineItem {
        name: "公用经费", synonyms: &["日常公用经费", "公用经费支出", "日常公用经费支出", "公用支出"]
    },
    LineItem { name: "人员经费", synonyms: &["人员经费支出", "人员支出"] },
    LineItem { name: "“三公”经费", synonyms: &["三公经费支出"] },
    LineItem {
        name: "因公出国费", synonyms: &["因公出国费用", "因公出国支出", "出国费", "因公出国费支出"]
    },
    LineItem {
        name: "公务用车购置及运行维护费",
        synonyms: &["公务用车购置及运行费", "公务用车购置及运行维护费支出", "公务用车购置及运行费支出"],
    },
    LineItem {
        name: "公务用车运行维护费",
        synonyms: &["公务用车运行费", "公务用车运行维护", "公务用车运行维护支出", "公务用车运行维护费支出"],
    },
    LineItem {
        name: "公务用车购置费", synonyms: &["公务用车购置", "公务用车购置支出", "公务用车购置费支出"]
    },
    LineItem { name: "公务接待费", synonyms: &["公务接待费支出", "公务接待支出", "接待费"] },
    LineItem {
        name: "上年结转和结余", synonyms: &["年初结转和结余", "上年结转", "年初结转", "上年结转资金"]
    },
    LineItem { name: "地区生产总值", synonyms: &["生产总值", "GDP"] },
    LineItem { name: "年末结转和结余", synonyms: &["结转下年", "年末结转", "年末结余"] },
];

/// What closing and opening balances are called.
static BALANCES: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    const CLOSING: [&str; 6] = ["年末结转", "年末结余", "期末结转", "期末结余", "结转下年", "年末财政拨款结转"];
    const OPENING: [&str; 6] = ["年初结转", "上年结转", "年初结余", "上年结余", "期初结转", "年初财政拨款结转"];
    Lexicon::new(CLOSING.map(|word| (word, true)).into_iter().chain(OPENING.map(|word| (word, false))))
});

/// The balance that the words name, opening or closing; the periods in them are part of the name (结转结余).
#[must_use]
pub fn balance(words: &str) -> Option<&'static str> {
    // All of them name it.
    if !words.contains('结') {
        return None;
    }
    // A sentence that names both speaks of what is left.
    let closing = BALANCES.within(words).map(|(_, closing)| closing).max()?;
    let name = if closing { "年末结转和结余" } else { "上年结转和结余" };
    (!words.contains(['率', '占'])).then_some(name)
}

/// Whether words speak of an item by its standard name or another of its names.
#[must_use]
pub fn speaks_of(words: &str, name: &str) -> bool {
    LINE_ITEMS
        .iter()
        .filter(|item| item.name == name)
        .any(|item| words.contains(item.name) || item.synonyms.iter().any(|other| words.contains(other)))
}

/// The standard name of each name of an item, quotation marks left out; of two items with one name the first is meant.
static STANDARD: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let named = |item: &'static LineItem| item.synonyms.iter().chain([&item.name]).map(|name| (*name, item.name));
    Lexicon::new(LINE_ITEMS.iter().flat_map(named).chain([("三公经费", "“三公”经费")]))
});

/// The standard name of an item, or the words themselves.
#[must_use]
pub fn canonical(words: &str) -> String {
    const LEFT_OUT: [char; 3] = ['“', '”', ' '];
    let plain = if words.contains(LEFT_OUT) { Cow::Owned(words.replace(LEFT_OUT, "")) } else { Cow::Borrowed(words) };
    let standard = STANDARD.starts(&plain).find(|(name, _)| *name == plain).map(|(_, standard)| standard.to_owned());
    standard.unwrap_or_else(|| plain.into_owned())
}
