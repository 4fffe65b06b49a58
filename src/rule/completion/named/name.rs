//! What a rate is named after, how well an amount bears that name, and whether the amount was done or only was to be: 合格390批次，合格率;
//! 应随访8050人，随访率.

use super::Named;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::text::Mention;

/// Words with 应 that say of nothing that it was to be done.
const SUPPLY: [&str; 7] = ["供应", "响应", "对应", "相应", "适应", "反应", "应急"];

/// What a rate is named after: the words before 率、进度、度、面 or 比例, of at least two characters.
pub(super) fn name(left: &str) -> Option<Vec<char>> {
    let bare = left.trim_end_matches(['为', '达', '到', '约', '仅', '只', '有', '是']);
    let core = ["率", "进度", "度", "面", "比例"].iter().find_map(|end| bare.strip_suffix(end))?;
    let core: Vec<char> = core.chars().gather();
    // 控制率, 编制使用率, 变动率 and 调整率 have formulas of their own, 失业率 a whole that is printed nowhere, 贡献率 is of changes; 增长面 is of those that grew.
    let other = ["控制", "编制使用", "变动", "调整", "增长", "占", "失业", "贡献"]
        .iter()
        .any(|w| core.ends_with(&w.chars().gather()));
    (core.len() >= 2 && (!other || bare.ends_with("增长面"))).then_some(core)
}

/// How many pairs of neighbouring characters of a name stand in the words, in either order: 回收率 is of 收回300份.
pub(super) fn shared(name: &[char], words: &str) -> usize {
    let has = |a: char, b: char| words.contains(&String::from_iter([a, b]));
    name.windows(2).filter(|pair| matches!(pair, [a, b] if has(*a, *b) || has(*b, *a))).count()
}

impl Named<'_> {
    /// 不满意, 基本满意: whether a word stands right before the verb.
    pub(super) fn stands_behind(&self, word: &str, fact: &Fact) -> bool {
        fact.left.rmatch_indices(&self.stem).any(|(at, _)| fact.left.get(..at).is_some_and(|head| head.ends_with(word)))
    }

    /// How well an amount bears the name of the rate; what denies the verb, or did it only in part, bears it not at all.
    pub(super) fn likeness(&self, id: usize) -> usize {
        let Some(fact) = self.fact(id) else { return 0 };
        // 合格390批次，不合格10批次，不合格率2.5%: a rate that denies its verb is of what is denied alike.
        let name = String::from_iter(&self.name);
        let denies = |no: &str| name.strip_suffix(&self.stem).is_some_and(|head| head.ends_with(no));
        let differs = |no: &str| self.stands_behind(no, fact) != denies(no);
        let denied = ["不", "未", "非", "正在", "待", "基本"].into_iter().any(differs);
        // 19名同意方案: what is counted does it behind its number.
        let counted = fact.figure.unit.dimension == Dimension::Count && fact.place.clause != self.rate.place.clause;
        let behind = if counted { shared(&self.name, &fact.right) } else { 0 };
        if denied || self.is_due(fact) { 0 } else { shared(&self.name, &fact.left).max(behind) }
    }

    /// 超额完成计划80场次，完成率107.5%; 应随访8050人，随访率89.66%; 应参加年检194家: whether an amount was to be done, and so is the whole.
    fn is_due(&self, fact: &Fact) -> bool {
        let said = |word: &str| self.stands_behind(word, fact) || fact.left.starts_with(word);
        let owed = || said("应") && !SUPPLY.iter().any(|word| said(word));
        fact.measure == Measure::Plan && (self.completes() || owed())
    }

    /// 计划培训25期，实际开展16期，完成率64%: a rate of completion is of what was really done.
    pub(super) fn is_done(&self, id: usize) -> bool {
        let due = |w: usize| self.fact(w).is_some_and(|f| self.is_due(f));
        // 培训24期，目标值25期，完成率96%: beside a plan, the only other amount of its kind.
        let only = |own: &Fact| {
            let mut others = self.levels.iter().filter(|l| **l != id && self.fact(**l).is_some_and(|f| f.is_like(own)));
            others.next().is_some_and(|other| due(*other)) && others.next().is_none()
        };
        let done = |f: &Fact| f.left.starts_with_any(&["实际", "已"]) || only(f);
        !due(id) && self.fact(id).is_some_and(done) && self.levels.iter().any(|w| due(*w))
    }

    /// Whether the rate is one of completion: 完成率, 执行率.
    pub(super) fn completes(&self) -> bool {
        self.name.ends_with(&['完', '成']) || self.name.ends_with(&['执', '行'])
    }
}
