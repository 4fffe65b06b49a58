//! The stem of a name (名称主干): what is left of it without words that say nothing of the item.

use crate::fact::Facts;
use crate::gather::Gather;
use crate::text::Lexicon;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words of a name that say nothing of the item: 执法巡查工作经费 and 执法巡查经费 are one.
const WEAK: [&str; 7] = ["工作", "专项", "项目", "经费", "资金", "支出", "费用"];

static WEAK_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&WEAK));

/// A name without its weak words.
pub(super) fn stem(key: &str) -> Cow<'_, str> {
    if !WEAK_WORDS.is_in(key) {
        return Cow::Borrowed(key);
    }
    WEAK.iter().fold(Cow::Borrowed(key), |rest, weak| {
        if !rest.contains(weak) {
            return rest;
        }
        let shorter = rest.replace(weak, "");
        if shorter.chars().count() >= 3 { Cow::Owned(shorter) } else { rest }
    })
}

/// The stems of the names that stand at their figures; each is compared many times.
pub(super) struct Stems<'a>(Vec<Cow<'a, str>>);

impl<'a> Stems<'a> {
    /// Those of a text.
    pub(super) fn of(facts: &'a Facts) -> Self {
        Self(facts.list.iter().map(|f| if f.label.own { stem(&f.label.key) } else { Cow::Borrowed("") }).gather())
    }

    /// The stem of a fact; empty where its words do not name it.
    pub(super) fn get(&self, id: usize) -> &str {
        self.0.get(id).map_or("", |stem| stem.as_ref())
    }
}
