//! The role of a figure in its clause: an amount, a change, a rate of growth, a share, a completion …

mod amount;
mod rate;
mod verb;

use super::{Fact, Facts, Label, Measure, Period, Place, context};
use crate::number::{Dimension, Figure};
use crate::text::{LogicalText, Mention, Range, Words};
use crate::token::clause::Clauses;

/// The role (角色) of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A stated amount: 基本支出800万元.
    Level,
    /// An amount that something is compared with: 较上年49.89万元减少.
    Base,
    /// The start of a movement: 由40%升至.
    From,
    /// The end of a movement: 升至45%.
    To,
    /// An amount of change: 减少4.24万元.
    Change,
    /// What was saved, overspent or is short: 节约3.7万元, 缺口18万元.
    Rest,
    /// A rate of growth: 增长5%.
    Growth,
    /// A change in percentage points.
    Points,
    /// A share: 占总支出的54.52%.
    Share,
    /// A rate of completion or execution: 完成年初预算的95%.
    Completion,
    /// `a 为 b 的 r%`.
    Ratio,
    /// A named rate: 合格率97.5%.
    Rate,
    /// 是…的3倍.
    Multiple,
    /// A percentage or number of which the clause says nothing that could be recomputed.
    Other,
}

impl Role {
    /// The stable word for the report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Base => "base",
            Self::From => "from",
            Self::To => "to",
            Self::Change => "change",
            Self::Rest => "rest",
            Self::Growth => "growth",
            Self::Points => "points",
            Self::Share => "share",
            Self::Completion => "completion",
            Self::Ratio => "ratio",
            Self::Rate => "rate",
            Self::Multiple => "multiple",
            Self::Other => "other",
        }
    }
}

pub(super) use verb::{base_phrase, behind_base, more_at_end, verb_at_end, verb_with_object};

/// 研发费用增加234万: a number of ten thousands behind the noun of an amount of money, with 元 left out.
fn with_unit(mut figure: Figure, left: &str) -> Figure {
    const MONEY: [&str; 10] = ["费用", "经费", "收入", "支出", "利润", "营收", "资金", "投资", "金额", "产值"];
    const COUNTED: [char; 6] = ['户', '人', '者', '数', '家', '量'];
    let scaled = figure.unit.dimension == Dimension::Bare && figure.unit.scale != crate::number::Decimal::ONE;
    let noun = || MONEY.iter().filter_map(|w| left.rsplit_once(w)).map(|(_, behind)| behind).min_by_key(|b| b.len());
    // 经费决算数合计为1000.86万: the number of a budget or an account is one of money.
    if scaled && noun().is_some_and(|behind| !behind.replace("算数", "").contains(COUNTED)) {
        figure.unit.dimension = Dimension::Money;
        figure.unit.base = "元".to_owned();
        figure.unit.name.push('元');
    }
    figure
}

struct Reading {
    role: Role,
    direction: i8,
    phrase: String,
}

fn reading(role: Role, direction: i8, phrase: &str) -> Reading {
    Reading { role, direction, phrase: phrase.to_owned() }
}

/// The first look at a figure, with only the words before it and the figure before that.
pub(super) fn fact(
    text: &LogicalText,
    clauses: &Clauses,
    figure: Figure,
    range: Range,
    previous: Option<&Fact>,
) -> Fact {
    let place = context::place(text, clauses, range.start, previous.map_or_else(Place::default, |p| p.place));
    let floor = previous.map_or(0, |p| p.range.end);
    let body = clauses.sentences().get(place.sentence).map_or(0, |s| s.start);
    let left = Words::from(context::left(text, clauses, range.start, floor.max(body.min(range.start))));
    let right = context::right(text, &range);
    let figure = Figure { is_set: is_set(&left, &figure), ..with_unit(figure, &left) };
    let rate = matches!(figure.unit.dimension, Dimension::Percent | Dimension::PerMille)
        || (figure.unit.dimension == Dimension::Bare && figure.unit.scale == crate::number::Decimal::ONE);
    let adjacent =
        previous.filter(|p| p.place.clause == place.clause && p.range.end + left.chars().count() >= range.start);
    let read = match figure.unit.dimension {
        Dimension::Points => rate::points(&left),
        Dimension::Times => rate::multiple(&left),
        _ if rate => rate::rate_role(&left, &right, adjacent, previous.filter(|p| p.place.clause == place.clause)),
        // 服务能力提升120万元: money raises no ability, so the words name what it was spent on.
        Dimension::Money if amount::names_work(&left) => reading(Role::Level, 0, ""),
        _ => amount::amount_role(&left, &right),
    };
    Fact {
        measure: if is_aim(&right) && !rate { Measure::Plan } else { Measure::of(super::label::said(&left)) },
        period: Period::Unstated,
        label: Label::default(),
        figure,
        range,
        place,
        for_each: super::says_for_each(&left),
        left,
        right: right.into(),
        role: read.role,
        direction: read.direction,
        phrase: read.phrase,
        cell: None,
    }
}

/// 完成2,600个的年度目标: whether the words behind a figure say that it was to be reached.
fn is_aim(right: &str) -> bool {
    let noun = right.strip_prefix('的').unwrap_or_default().trim_end_matches(['值', '数', '量']);
    noun.chars().count() <= 8 && noun.ends_with_any(&["目标", "任务", "计划"])
}

/// 按每生每天5元、195天计: whether words give an amount for each of one thing and of another, as only rules do; an average may have
/// been rounded.
fn is_set(left: &str, figure: &Figure) -> bool {
    figure.unit.dimension == Dimension::Money && left.matches('每').count() >= 2 && !left.contains('均')
}

/// The second look, when the figures on both sides are known.
pub(super) fn settle(facts: &mut Facts) {
    for id in 0..facts.list.len() {
        let told = beyond(facts, id);
        let Some(fact) = facts.list.get(id).filter(|_| !told) else { continue };
        // 分别增长16.4%、42.6%和11.9%: the verb stands once.
        let before = id.checked_sub(1).and_then(|p| facts.list.get(p)).filter(|p| {
            let joined = matches!(facts.text.slice(p.range.end..fact.range.start), ['、'] | ['和'] | ['与'] | ['及']);
            joined
                && p.figure.unit.dimension == fact.figure.unit.dimension
                && if p.is_amount() { changed_each(facts, id) } else { fact.role == Role::Other }
        });
        if let Some((role, direction, phrase)) = before.map(|p| (p.role, p.direction, p.phrase.clone())) {
            if let Some(fact) = facts.list.get_mut(id) {
                (fact.role, fact.direction, fact.phrase) = (role, direction, phrase);
            }
            continue;
        }
        if let Some(direction) = changed_from(facts, id) {
            if let Some(fact) = facts.list.get_mut(id) {
                fact.direction = direction;
                fact.role = if fact.role == Role::Points { Role::Points } else { Role::Change };
            }
            continue;
        }
        if let Some(phrase) = added_since(facts, id) {
            if let Some(fact) = facts.list.get_mut(id) {
                (fact.role, fact.direction, fact.phrase) = (Role::Change, 1, phrase);
            }
            continue;
        }
        if let Some(direction) = more_or_less(facts, id) {
            if let Some(fact) = facts.list.get_mut(id) {
                (fact.role, fact.direction) = (Role::Change, direction);
            }
            continue;
        }
        if is_base_before(facts, id) {
            let direction =
                facts.list.get(id + 1).map_or(0, |next| if next.direction == 0 { -1 } else { next.direction });
            if let Some(fact) = facts.list.get_mut(id) {
                (fact.role, fact.direction) = (Role::Base, direction);
                fact.phrase = verb::behind_comparison(&fact.left).unwrap_or_default().to_owned();
            }
            continue;
        }
        movement(facts, id);
        from_before_to(facts, id);
        let Some(fact) = facts.list.get(id) else { continue };
        // 年初预算为0: a base that the words give without a figure stays a level.
        let next_rate = facts.list.get(id + 1).is_some_and(|n| {
            n.place.clause == fact.place.clause
                && matches!(n.role, Role::Share | Role::Completion | Role::Ratio | Role::Multiple)
        });
        let lonely = fact.role == Role::Base && fact.direction == 0 && fact.right.starts_with('的') && !next_rate;
        if lonely && let Some(fact) = facts.list.get_mut(id) {
            fact.role = Role::Level;
            fact.phrase.clear();
        }
    }
}

/// 比上年的20.17万元压减1.71万元: behind the base of a comparison stands what it changed by; the way that it went.
fn changed_from(facts: &Facts, id: usize) -> Option<i8> {
    let fact = facts.list.get(id)?;
    let base = facts.list.get(id.checked_sub(1)?).filter(|p| p.role == Role::Base && is_behind(fact, p))?;
    let words = fact.left.strip_prefix("相比").unwrap_or(&fact.left);
    let closed = || base.closes_comparison().then(|| verb::behind_closed(words)).flatten();
    match fact.role {
        // 比上年301万元节约14万元: what was saved since last year is what changed.
        Role::Rest => (Period::of(&base.phrase) == Period::Previous).then_some(fact.direction),
        role if role == Role::Level || role == Role::Points && fact.direction == 0 => {
            verb::behind_base(words).or_else(|| closed().filter(|_| fact.figure.unit.is_like(&base.figure.unit)))
        }
        _ => None,
    }
}

/// 比2020年末新增77公里（2020年末341公里）: what came anew is the change since a time that the bracket behind it names again, with the
/// amount of then; the words of the time.
fn added_since(facts: &Facts, id: usize) -> Option<String> {
    let (fact, then) = (facts.list.get(id)?, facts.list.get(id + 1)?);
    let phrase = verb::behind_comparison(fact.left.strip_suffix("新增")?)?;
    let again = then.left.trim_end_matches(['为', '是', '的']) == phrase && then.place.bracket == Some(fact.range.end);
    (again && fact.role == Role::Level && then.is_like(fact)).then(|| phrase.to_owned())
}

impl Fact {
    /// 多缴36万元: whether it is read as a change by 多 or 少 alone, which compare with nothing.
    #[must_use]
    pub fn is_bare_change(&self) -> bool {
        let bare = || verb::verb_at_end(&self.left).is_none() && verb::more_at_end(&self.left).is_some();
        self.role == Role::Change && self.phrase.is_empty() && bare()
    }
}

/// 税收8103万元，多收1284万元; 汉族少了412人，降1.2%: without a comparison 多 or 少 says a change right behind the amount that changed, or right
/// before the rate that goes the same way.
fn more_or_less(facts: &Facts, id: usize) -> Option<i8> {
    const RATE: usize = 4;
    // 少支276万元，降8.4%: with a rate behind it what was spent less is not what was saved of a budget.
    let role = |f: &Fact| {
        f.role == Role::Level || f.role == Role::Rest && facts.list.get(id + 1).is_some_and(|n| n.role == Role::Growth)
    };
    let fact = facts.list.get(id).filter(|f| role(f) && f.is_amount())?;
    let (direction, head) = verb::more_at_end(&fact.left)?;
    let beside = |f: &Fact, apart: usize| {
        let next = f.place.clause.abs_diff(fact.place.clause) == apart;
        next && f.place.segment == fact.place.segment && f.place.depth == fact.place.depth
    };
    let moved = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(fact) && beside(f, 1);
    let rate = |f: &Fact| {
        let bare = f.left.chars().count() <= RATE && f.direction == direction && f.role == Role::Growth;
        bare && beside(f, 1)
    };
    let last = id.checked_sub(1).and_then(|p| facts.list.get(p));
    // 上年3.98亿元，多销2800万元: what stands before it is what it changed from.
    let since = |f: &Fact| {
        let dated = f.left.trim_end_matches(['为', '是', '的']).ends_with('年');
        (dated || f.left.mentions_any(&["上年", "去年", "同期"])) && moved(f)
    };
    if last.is_some_and(since) {
        return None;
    }
    // 应征330万元，实征288万元，少征42万元，占应征数的12.7%: what has a share is an amount.
    let shared = |f: &Fact| matches!(f.role, Role::Share | Role::Completion | Role::Ratio) && beside(f, 1);
    let behind = head.is_empty() && last.is_some_and(moved) && !facts.list.get(id + 1).is_some_and(shared);
    (behind || facts.list.get(id + 1).is_some_and(rate)).then_some(direction)
}

/// 低于预算152万元4万元: an amount that stands right behind another, without a word between, is how far something is from it. Whether this one is.
fn beyond(facts: &mut Facts, id: usize) -> bool {
    const WAYS: [(&str, i8); 6] = [("低于", -1), ("少于", -1), ("高于", 1), ("多于", 1), ("超过", 1), ("超出", 1)];
    let before = id.checked_sub(1);
    let Some((base, fact)) = before.and_then(|at| facts.list.get(at)).zip(facts.list.get(id)) else { return false };
    let alike = base.is_amount() && fact.role == Role::Level && fact.is_like(base);
    let behind = alike && base.range.end == fact.range.start;
    let Some((_, way)) = WAYS.iter().find(|(word, _)| behind && base.left.contains(word)) else { return false };
    for (at, role) in before.into_iter().zip([Role::Base]).chain([(id, Role::Change)]) {
        if let Some(fact) = facts.list.get_mut(at) {
            (fact.role, fact.direction) = (role, *way);
        }
    }
    true
}

/// Whether a figure stands in the clause of the base of a comparison, or in the next where 相比 closes the comparison: 与上年18件相比，净增2件.
fn is_behind(fact: &Fact, base: &Fact) -> bool {
    let closed = base.closes_comparison() && fact.place.segment == base.place.segment;
    fact.place.clause == base.place.clause || closed && fact.place.clause == base.place.clause + 1
}

impl Fact {
    /// 与上年18件相比, 同上年的18件比较: whether the words right behind it close a comparison.
    #[must_use]
    pub fn closes_comparison(&self) -> bool {
        matches!(self.right.as_str(), "相比" | "比较" | "相比较" | "比" | "相较")
    }
}

/// 较预算2.40万元，少支出0.54万元: whether an amount is only what the change in the next clause is compared with.
fn is_base_before(facts: &Facts, id: usize) -> bool {
    const BASES: [&str; 11] =
        ["预算", "预算数", "上年", "去年", "年初", "同期", "计划", "上年度", "上年末", "上一年", "学年"];
    let (Some(fact), Some(next)) = (facts.list.get(id), facts.list.get(id + 1)) else { return false };
    let is_base = || {
        let noun = verb::behind_comparison(&fact.left).unwrap_or_default().trim_end_matches('的');
        noun.ends_with_any(&BASES) && noun.chars().count() <= 6
    };
    fact.role == Role::Level
        && fact.right.is_empty()
        && matches!(next.role, Role::Change | Role::Rest)
        && (next.place.clause, next.place.segment) == (fact.place.clause + 1, fact.place.segment)
        && next.figure.unit.is_like(&fact.figure.unit)
        && is_base()
}

/// 分别减少24.3万元、31.75万元: the verb stands once before a row of changes.
fn changed_each(facts: &Facts, id: usize) -> bool {
    let first = facts.get(facts.row(id).start);
    let each = |f: &Fact| f.role == Role::Change && f.left.mentions_any(&["分别", "各"]);
    first.is_some_and(each) && facts.get(id).is_some_and(|f| f.role == Role::Level)
}

/// 由96处加密到128处, 由每月133元调到143元: whatever the verb, both ends of a movement stand in one clause behind 由 or 从 and around a short word
/// with 至 or 到.
fn movement(facts: &mut Facts, id: usize) {
    const VERB: usize = 4;
    let Some((from, to)) = id.checked_sub(1).and_then(|p| Some((facts.list.get(p)?, facts.list.get(id)?))) else {
        return;
    };
    let place = |f: &Fact| (f.place.clause, f.place.bracket);
    let begins = |words: &str| {
        let head = words.rsplit_once(['由', '从']).map(|(_, since)| since);
        head.is_some_and(|since| since.is_empty() || since.chars().count() <= VERB || since.ends_with('的'))
    };
    let verb = facts.between(id - 1, id);
    let leads = verb.ends_with(['至', '到']) && (2..=VERB).contains(&verb.chars().count());
    let levels = matches!(from.role, Role::Level | Role::Other | Role::From | Role::Rate)
        && matches!(to.role, Role::Level | Role::Other | Role::To | Role::Rate);
    let alike = from.is_like(to) && from.figure.is_plain() && to.figure.is_plain();
    if levels && alike && leads && place(from) == place(to) && begins(&from.left) && !to.right.starts_with("不等") {
        for (at, role) in [(id - 1, Role::From), (id, Role::To)] {
            if let Some(fact) = facts.list.get_mut(at) {
                (fact.role, fact.direction) = (role, 0);
            }
        }
    }
}

/// 将45个分散窗口整合为19个综合窗口: what the movement begins with, the thing counted between number and verb.
fn from_before_to(facts: &mut Facts, id: usize) {
    let Some(to) = facts.list.get(id).filter(|f| f.role == Role::To && f.is_amount()) else { return };
    let place = to.place;
    let begins = id.checked_sub(1).filter(|before| {
        facts.list.get(*before).is_some_and(|f| {
            f.role == Role::Level && f.is_like(to) && f.place.clause == place.clause && f.place.depth == place.depth
        })
    });
    let joined = |before: usize| !facts.between(before, id).contains(['、', '，', '（']);
    if let Some(from) = begins.filter(|b| joined(*b)).and_then(|b| facts.list.get_mut(b)) {
        from.role = Role::From;
    }
}
