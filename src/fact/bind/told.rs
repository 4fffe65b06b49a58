//! Bases that stand off from their comparison: in brackets behind its words, or behind the change itself.

use crate::catalog::unchanged::UNCHANGED;
use crate::fact::role::{base_phrase, verb_at_end};
use crate::fact::{Fact, Facts, Measure, Period};
use crate::number::Extent;
use crate::text::{Mention, Range};

/// 规模为210.6亿元，首次突破200亿元，比上年增加38.4亿元: the mark that was passed is not what grew.
pub(super) fn is_mark(fact: &Fact) -> bool {
    let passed = fact.left.mentions_any(&["首次超过", "首次达到", "突破", "迈上", "跨上", "站上", "跃上"]);
    passed && fact.figure.extent != Extent::Plain
}

/// A budget, or what one was moved by: 年中调增62万元、调减8万元.
pub(super) fn is_planned(fact: &Fact) -> bool {
    fact.measure.is_budget() || fact.measure == Measure::Supplement || fact.left.ends_with("调减")
}

/// The year before, the longest of its names first.
const YEARS: [&str; 7] = ["上年度同期", "上年同期", "去年同期", "上一年度", "上年度", "上年", "去年"];

/// What was saved against a budget is a difference, and nothing that rose or fell: 比预算节约80万元.
const SAVED: [&str; 4] = ["节约", "节省", "超支", "少支"];

/// Whether an amount cannot be what a comparison speaks of: 与在编人员合并计算共174人 takes others in, and of 新购14台，与年初的183台相比
/// the first is what came to the stock, not the stock.
pub(super) fn is_other_than(fact: &Fact, phrase: &str) -> bool {
    let joined = fact.left.starts_with(['与', '同', '和', '连']) && fact.left.mentions_any(&["合并", "合计", "加总"]);
    let stock = is_stock(phrase) && fact.figure.unit.is_whole();
    let saved = fact.left.ends_with_any(&SAVED);
    saved || joined || stock && fact.flow().is_some()
}

/// Whether the words of a comparison name a day on which a stock was counted: 年初, 上年末, but not 年初预算.
#[must_use]
pub fn is_stock(phrase: &str) -> bool {
    phrase.mentions_any(&["年初", "期初", "上年末", "上年底", "去年末", "去年底", "月初"])
        && !phrase.mentions_any(&["预算", "计划", "指标"])
}

impl Facts {
    /// 出栏41.6万头，计划43万头，较上年减少1.3万头; 达标村74个，占全县231个行政村的32%，较上年增加19个: whether an amount only says how far
    /// the one right before it came: its plan, unless that names a year of its own, or the whole that it is a share of.
    pub(super) fn is_measure_of_last(&self, id: usize) -> bool {
        let Some((last, own)) = id.checked_sub(1).and_then(|l| self.get(l)).zip(self.get(id)) else { return false };
        let beside = last.is_level() && last.is_like(own) && last.place.segment == own.place.segment;
        let planned =
            own.measure == Measure::Plan && last.measure != Measure::Plan && last.period.is_same(own.period, self.year);
        let shared = own.left.starts_with('占')
            && self.get(id + 1).is_some_and(|f| f.figure.unit.base == "%" && f.place.clause == own.place.clause)
            && self.between(id, id + 1).ends_with('的');
        beside && (planned || shared)
    }

    /// 支出20546万元，具体情况如下：1.基本支出7663万元: the figures of a sentence, behind what it announces where only the first of the items stands in
    /// it: the others have sentences of their own.
    #[must_use]
    pub fn behind_announcement(&self, sentence: usize) -> Range {
        let own = self.in_sentence(sentence);
        // 具体情况如下（按项级科目统计）：
        let opens = |words: &str| words.split_once("如下").is_some_and(|(_, behind)| behind.contains('：'));
        let behind = |id: &usize| opens(self.between(*id - 1, *id));
        let level = |f: &Fact| f.is_level() && f.is_amount() && f.place.depth == 0;
        let first = (own.start + 1..own.end).rev().find(behind);
        // 如下：（一）征地补偿支出45501万元…: or where the items are numbered.
        let numbered = |first: usize| {
            let words = self.between(first - 1, first);
            let item = words.rsplit_once('：').map_or("", |(_, item)| item.trim_start());
            item.starts_with(['（', '一', '①']) || item.starts_with(|c: char| c.is_ascii_digit())
        };
        let single = |first: usize| self.pick(first..own.end, level).nth(1).is_none();
        let alone = first.filter(|first| numbered(*first) || single(*first));
        alone.unwrap_or(own.start)..own.end
    }

    /// 比上半年（7.1%）加快: the figure in brackets directly behind the words of a comparison.
    #[must_use]
    pub fn enclosed_base(&self, id: usize) -> Option<usize> {
        let fact = self.get(id)?;
        let before = id.checked_sub(1)?;
        let base = self.get(before).filter(|b| {
            let here = b.place.clause == fact.place.clause && b.place.depth == fact.place.depth + 1;
            here && b.figure.is_plain() && !b.is_left_out()
        })?;
        let open = base.place.bracket?;
        let behind = self.clauses.partner(open) == Some(base.range.end)
            && base.range.end + 1 + fact.left.chars().count() == fact.range.start
            && verb_at_end(&fact.left).is_some_and(|(_, head)| head.is_empty() || head == "相比");
        (behind && self.leads(fact.place.clause, open)).then_some(before)
    }

    /// 较年初分别增加31.4亿元和44.4亿元（年初分别为531.4亿元和452.9亿元）, 同比上年（12起、9人）分别下降25.0%和11.1%: the amount in its turn of a bracket
    /// beside a row of changes that holds as many of them, which the words of the comparison lead to.
    #[must_use]
    pub fn enclosed_in_turn(&self, id: usize) -> Option<usize> {
        let row = self.row(id);
        let many = row.len();
        let bracket = |b: usize| self.get(b).filter(|f| f.is_amount() && f.figure.is_plain())?.place.bracket;
        let all = |from: usize| {
            let open = bracket(from).filter(|_| many > 1)?;
            let within = (from..from + many).all(|b| bracket(b) == Some(open));
            let bounds = [from.checked_sub(1).and_then(bracket), bracket(from + many)];
            (within
                && !bounds.contains(&Some(open))
                && self.get(from + many - 1)?.place.depth > self.get(id)?.place.depth)
                .then_some(from + (id - row.start))
        };
        let named = |f: &Fact| f.left.trim_end_matches(['为', '是']).trim_end_matches("分别").to_owned();
        let last = self.get(row.end - 1)?;
        let again = |f: &Fact| f.place.bracket == Some(last.range.end) && last.phrase.starts_with(&named(f));
        let behind = Some(row.end).filter(|b| self.get(*b).is_some_and(again));
        let clause = self.get(row.start)?.place.clause;
        let led = |b: &usize| {
            self.get(*b)
                .is_some_and(|f| f.place.clause == clause && f.place.bracket.is_some_and(|o| self.leads(clause, o)))
        };
        behind.and_then(all).or_else(|| row.start.checked_sub(many).filter(led).and_then(all))
    }

    /// 较年初（: whether the words of a clause before a bracket say what is compared with.
    fn leads(&self, clause: usize, open: usize) -> bool {
        let start = self.clauses.clauses().get(clause).map_or(open, |clause| clause.start.min(open));
        base_phrase(self.text.words(start..open)).is_some_and(|words| !words.is_empty())
    }

    /// 较上年提高8.1个百分点，上年为60.7%: the figure behind a change that the words of its comparison name again.
    #[must_use]
    pub fn base_behind(&self, id: usize, like: impl Fn(&Fact) -> bool) -> Option<usize> {
        let fact = self.get(id).filter(|f| !f.phrase.is_empty())?;
        let phrase = fact.phrase.trim_end_matches(['的', '末', '底']);
        let named = |f: &Fact| {
            let words = f.left.trim_end_matches(['为', '是', '的', '仅', '只', '约']).trim_end_matches(['末', '底']);
            let previous = |w: &str| Period::of(w) == Period::Previous && w.chars().count() <= 5;
            // 比上年提高0.4个百分点（2023年为98.2%）: the year before that of the text.
            let dated = || Period::of(words).is_same(Period::Previous, self.year) && words.ends_with('年');
            // 新入库项目73个，同比减少25个，去年同期入库98个: with the verb that the amount before the change has.
            let done = || {
                let deed = YEARS.iter().find_map(|year| words.strip_prefix(year))?;
                let own = self.get(id.checked_sub(1)?).filter(|own| own.is_amount() && own.left.contains(deed))?;
                Some(own.is_level() && deed.chars().count() >= 2)
            };
            words == phrase || previous(phrase) && (previous(words) || dated() || done() == Some(true))
        };
        let near = |f: &Fact| {
            let beside = f.place.depth == fact.place.depth && f.place.segment == fact.place.segment;
            let enclosed = f.place.bracket == Some(fact.range.end);
            f.figure.is_plain() && (beside || enclosed) && like(f)
        };
        (id + 1..id + 3).take_while(|b| self.get(*b).is_some_and(near)).find(|b| self.get(*b).is_some_and(named))
    }

    /// 运行维护费决算比预算无增减变化，比去年增加1.05万元: what the clause before a change names, which has no amount and says that
    /// something stayed as it was.
    pub(super) fn level_before(&self, id: usize) -> Option<String> {
        let fact = self.get(id)?;
        let own = self.clauses.clauses().get(fact.place.clause)?.start;
        let clause = self.clauses.clauses().get(fact.place.clause.checked_sub(1)?)?;
        let segment = self.clauses.segments().get(fact.place.segment)?.start;
        let words = self.text.words(clause.start..own);
        let level = words.mentions_any(&UNCHANGED);
        let (subject, _) = words.split_once(['比', '与', '较', '同'])?;
        let alone = clause.start >= segment && self.begin_in(clause.start..own).is_empty();
        (level && alone && subject.chars().count() >= 3).then(|| without_manner(subject))
    }
}

/// 受留抵退税影响下降38.7%: whether words give the cause of a change, and name nothing that changed.
pub(crate) fn is_cause(words: &str) -> bool {
    words.starts_with('受') && words.ends_with("影响")
}

/// The subject of a change without the words that say how it is compared.
pub(super) fn without_manner(subject: &str) -> String {
    if is_cause(subject) {
        return String::new();
    }
    let manner = [
        "同比",
        "环比",
        "共",
        "分别",
        "名义",
        "实际",
        "累计",
        "则",
        "同口径",
        "按可比口径",
        "原口径",
        "自然口径",
        "按",
    ];
    // 五年间增加53.4台: the time that it took.
    let timed = subject.ends_with_any(&["年间", "年来", "月来"]) && subject.chars().count() <= 5;
    let subject = if timed { "" } else { subject };
    // 同比上年度增加209万元 says twice what it is compared with.
    let head = YEARS.iter().filter_map(|year| subject.strip_suffix(year)).find(|head| head.ends_with("同比"));
    let subject = head.unwrap_or(subject);
    let mut words = subject;
    for manner in manner {
        while let Some(head) = words.strip_suffix(manner) {
            words = head;
        }
    }
    words.to_owned()
}
