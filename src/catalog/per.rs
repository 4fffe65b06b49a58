//! What an average or a price is for each of: 人均, 每亩, 单件平均, and how that is counted.

use crate::text::{Lexicon, Mention, Words};
use std::sync::LazyLock;

/// The words for each with the units in which what they stand for is counted, where those have other names; else each is counted in
/// itself: 每批次 of 5040批次.
const EACH: [(&str, &[&str]); 22] = [
    ("人次", &["人次"]),
    ("公斤", &["公斤", "千克"]),
    ("人", &["人", "人次", "名", "位"]),
    ("生", &["人", "名", "位"]),
    ("户", &["户", "家"]),
    ("亩", &["亩", "亩次"]),
    ("日", &["天", "个工作日", "工作日", "个自然日"]),
    ("天", &["天", "个工作日", "工作日", "个自然日"]),
    ("月", &["个月"]),
    ("批", &["批次", "批"]),
    ("次", &["次", "人次"]),
    ("车", &["辆", "台"]),
    ("辆", &["辆", "台"]),
    ("台", &["台", "台套", "台（套）", "辆"]),
    ("案", &["件", "起", "宗"]),
    ("场", &["场", "场次", "次"]),
    ("村", &["个"]),
    ("班", &["个班"]),
    ("站", &["个站", "个网点"]),
    ("校", &["所", "个校"]),
    ("企", &["家", "户"]),
    ("单产", &["亩", "公顷"]),
];

/// Words of names whose numbers are for each of something and add up to nothing.
pub static AVERAGES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::of(&["人均", "户均", "次均", "车均", "亩均", "平均", "均价", "单价"]));

/// Averages whose word is no 均.
const YIELDS: [&str; 2] = ["亩产", "单产"];

/// How many characters may stand between 每 and the figure.
const REACH: usize = 8;

/// What the words before a figure say it is for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Per<'a> {
    /// What it is for each of, and what that is spent on: 亩, 亩补助, 家违规机构.
    pub each: &'a str,
    /// What is averaged, where it is named behind 均: 人均培训费.
    pub item: &'a str,
    /// Whether it is an average of what was, not a standard of what is to be.
    pub average: bool,
}

impl<'a> Per<'a> {
    /// Out of the words before a figure, where they name it.
    #[must_use]
    pub fn of(words: &'a Words) -> Option<Self> {
        // Hardly any words say it at all.
        if !words.mentions_any(&["均", "每", "产"]) {
            return None;
        }
        let words = words.as_str();
        // 单件平均3000元
        let single = || {
            let (each, item) = words.rsplit_once('单')?.1.split_once("平均")?;
            (1..=3).contains(&each.chars().count()).then_some(Self { each, item, average: true })
        };
        // 平均每册61.92元, 每案平均697元, 折合每人次3.71元, 每亩补助120元
        let each = || {
            let (head, each) = words.rsplit_once('每')?;
            let average = head.ends_with_any(&["平均", "折合"]) || each.contains("平均");
            let each = each.split_once("平均").map_or(each, |(each, _)| each);
            (1..=REACH).contains(&each.chars().count()).then_some(Self { each, item: "", average })
        };
        single().or_else(each).or_else(|| Self::spread(words))
    }

    /// 人均, 台均培训费, 亩产.
    fn spread(words: &'a str) -> Option<Self> {
        let found = |(head, item): (&'a str, &'a str)| {
            let each = EACH.iter().map(|(each, _)| *each).find(|each| head.ends_with(each));
            let last = || head.char_indices().next_back().and_then(|(at, c)| head.get(at..).filter(|_| c != '平'));
            Some(Self { each: each.or_else(last)?, item, average: true })
        };
        let yielded = || {
            let each = YIELDS.into_iter().find(|word| words.contains(word))?;
            Some(Self { each, item: words.rsplit_once(each)?.1, average: true })
        };
        words.rsplit_once('均').and_then(found).or_else(yielded)
    }

    /// Whether a unit counts what it is for each of.
    #[must_use]
    pub fn is_counted_in(&self, unit: &str) -> bool {
        let named = EACH.iter().find(|(each, _)| self.each.starts_with(each));
        named.is_some_and(|(_, units)| units.contains(&unit)) || self.noun(unit).is_some()
    }

    /// What is said behind a unit that it is for each of: 项目 of 平均每个项目.
    #[must_use]
    pub fn noun(&self, unit: &str) -> Option<&'a str> {
        let noun = self.each.strip_prefix(unit).filter(|_| !unit.is_empty());
        noun.filter(|noun| !noun.starts_with('次'))
    }
}
