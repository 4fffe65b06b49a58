//! A04, A03: a total at the end of its list: 甲2.10万元，乙1.30万元，共计3.40万元.

mod before;
mod claim;
mod counted;
mod named;
mod ordinal;

use super::items::said_number;
use super::row::is_joined;
use super::{exceeds, kind_of, leaves_one_out, relation, sum};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use before::of_sentence_before;
pub(super) use claim::tells_of_overlap;
use claim::{counts_others, is_called_all, is_of_more, is_whole_list};
pub(super) use counted::state as as_counted;
use named::{by_name, is_named, less, of_words, spent, together};
use std::sync::LazyLock;

/// Words that announce a total.
static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = [
        "一共",
        "共计",
        "合计",
        "总计",
        "小计",
        "共",
        "之和",
        "合计为",
        "共计为",
        "总计为",
        "总额为",
        "共为",
        "累计",
        "合起来",
        "合起来为",
        "加起来",
        "合在一起",
        "相加",
    ];
    Lexicon::of(&[&words[..], &TOGETHER].concat())
});
/// Those that say themselves that all before them is added up.
const TOGETHER: [&str; 3] = ["加起来共", "加起来一共", "合起来一共"];
/// Those that can stand before the verb of what they count together: 共移送15件.
static LEADING: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&["合计", "共计", "总计", "累计", "共"]));

/// Words that point back to what was said.
const BACK: [&str; 3] = ["上述", "以上", "这"];

/// States every total that ends its list.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in scope.levels(|f| f.role == Role::Level) {
        let Some(fact) = facts.get(whole) else { continue };
        let announced = announces(fact);
        if is_worded(scope, whole, (fact, announced), out) || of_sentence_before(scope, whole, fact, out) {
            continue;
        }
        if !announced || is_of_sentence_before(scope, whole, fact) {
            continue;
        }
        let sentence = facts.in_sentence(fact.place.sentence).start..whole;
        // 用去3360元，人均70元；…共22000元: an average adds up to nothing.
        let part = |f: &Fact| {
            f.role == Role::Level
                && f.is_like(fact)
                && f.place.depth == fact.place.depth
                && f.figure.is_plain()
                && (!f.is_for_each() || fact.is_for_each())
        };
        let due = |id: &usize| is_only_due(scope, fact, *id) || facts.is_full_marks(*id);
        let parts = facts.pick(sentence.clone(), part).filter(|id| !due(id)).gather();
        // 甲预算3万元、决算2万元，…，决算合计…: budgets add up to budgets, outturns to outturns.
        let measured: Vec<usize> = parts
            .iter()
            .copied()
            .filter(|id| fact.measure != Measure::Unstated && facts.get(*id).is_some_and(|f| f.measure == fact.measure))
            .gather();
        let mut runs = [runs(scope, fact, &parts), uncompared(scope, fact, &parts)].concat();
        if measured.len() >= 2 && measured.len() < parts.len() {
            runs.insert(0, measured.clone());
        }
        // 依次为118、137、155、186万亩，四年累计596万亩: as many as the words say, where so many stand before.
        let said = said_together(fact).filter(|n| *n <= parts.len());
        runs.retain(|run| said.is_none_or(|n| run.len() == n));
        let runs = || runs.iter().map(|run| (sum(run, whole), run.clone()));
        let open = |run: &[usize]| goes_on(scope, whole) && !exceeds(scope, run, whole);
        let crossed = |run: &[usize]| crosses(scope, run, fact) || counts_others(scope, run, whole) || open(run);
        // 两类设备共4台: as many as the words say stand before.
        let counted = said.and_then(|n| parts.get(parts.len() - n..)).unwrap_or_default();
        let claimed = [&measured, &parts, &row_before(scope, whole), &counted.to_vec()]
            .into_iter()
            .find(|list| !list.iter().any(due) && is_whole_list(scope, sentence.start, whole, list))
            .map(|list| (sum(list, whole), list.clone()));
        let borne = is_borne(scope, fact, &parts);
        let chosen = runs()
            .find(|(equation, _)| scope.fits(equation))
            .or_else(|| runs().find(|(equation, run)| !borne && !crossed(run) && scope.is_slip(equation)))
            .or(claimed.filter(|(_, list)| !borne && !crossed(list)))
            .or_else(|| together(scope, whole, fact, &parts))
            .or_else(|| of_words(scope, whole, fact, &parts).map(|run| (sum(&run, whole), run)));
        let meant = |e: &Equation| scope.fits(e) || !is_of_more(scope, whole, fact);
        if let Some((equation, run)) = chosen.filter(|(equation, run)| run.len() >= 2 && meant(equation)) {
            let from = run.first().and_then(|id| facts.get(*id)).map_or(fact.range.start, |f| f.range.start);
            let sure = scope.fits(&equation) || is_sure(scope, fact, &run, whole);
            out.relation(relation("A04", kind_of(scope, whole), equation, from..fact.range.end, sure));
        }
    }
}

/// Whether a total that fails counts nothing twice and leaves nothing out: 许可420件、确认280件、网上办理310件，合计700件 may be told of some twice.
fn is_sure(scope: &Scope, total: &Fact, run: &[usize], whole: usize) -> bool {
    !goes_on(scope, whole) && !is_called_all(total) && !leaves_one_out(scope, run, whole)
}

/// 上级补助23.82亿元、结转247.25亿元等，收入合计3374.48亿元: whether more than what is listed is in a total.
fn goes_on(scope: &Scope, whole: usize) -> bool {
    scope.facts.between(whole.saturating_sub(1), whole).starts_with('等')
}

/// States what only the name of a total says, and whether nothing else is to be said of it.
fn is_worded(scope: &Scope, whole: usize, (fact, announced): (&Fact, bool), out: &mut Sink) -> bool {
    if !announced && !is_named(fact) {
        return false;
    }
    // 前两项合计, 满意与基本满意共: what is not of all is said by its names.
    if announced && super::named::is_of_some(scope, whole) {
        return true;
    }
    if less(scope, whole, fact, out) || announced && ordinal::state(scope, whole, out) {
        return true;
    }
    if !announced {
        by_name(scope, whole, fact, out);
        spent(scope, whole, fact, out);
    }
    false
}

/// 预算15.4亿元，完成15.2亿元，上年决算数14.9亿元；上级补助9.8亿元，…，收入合起来是32.4亿元: the runs without what something is compared with.
fn uncompared(scope: &Scope, total: &Fact, parts: &[usize]) -> Vec<Vec<usize>> {
    let compared =
        |f: &Fact| f.period.is_past(scope.facts.year) && f.left.mentions_any(&["决算", "执行", "完成", "同期"]);
    let now = |id: &usize| !scope.facts.get(*id).is_some_and(compared);
    let rest: Vec<usize> = parts.iter().copied().filter(now).gather();
    if rest.len() < parts.len() { runs(scope, total, &rest) } else { Vec::new() }
}

/// 甲类20人，累计发放9.5万元；乙类35人，累计发放12.4万元: whether every item bears the words of a total, which then announce none of them;
/// 新增登记318人，累计登记1274人: nor does what has come about over the years.
fn is_borne(scope: &Scope, total: &Fact, parts: &[usize]) -> bool {
    let last = parts.last().and_then(|id| scope.facts.get(*id));
    let running = total.left.contains("累计") && last.is_some_and(|f| f.left.contains('新'));
    // 农业税收累计237.4万元，工商税收累计5438.7万元，财政收入累计5696万元
    let over_years = |f: &Fact| f.left.ends_with("累计") && total.left.ends_with("累计");
    running || parts.iter().any(|id| scope.facts.get(*id).is_some_and(|f| f.left == total.left || over_years(f)))
}

/// 创建5条、12条，计划数分别为4条和12条，合计完成17条: whether an amount was only to be done, and the total counts what was done.
fn is_only_due(scope: &Scope, total: &Fact, id: usize) -> bool {
    let done = total.measure == Measure::Outturn || total.left.contains("完成");
    done && scope.facts.get(scope.facts.row(id).start).is_some_and(|f| f.measure == Measure::Plan)
}

/// 三者加起来为311.70万元: whether a total alone counts together what the sentence before lists.
fn is_of_sentence_before(scope: &Scope, whole: usize, fact: &Fact) -> bool {
    scope.facts.in_sentence(fact.place.sentence).start == whole && said_together(fact).is_some()
}

/// Whether the words before an amount say that it is the sum of what stands before them.
pub(super) fn announces(fact: &Fact) -> bool {
    let close = |(word, ()): (&str, ())| fact.left.chars().count() <= word.chars().count() + 8;
    // 产值分别为682.5亿元、641.8亿元，计1324.3亿元: the word alone; 预计 and 累计 are others.
    fact.left == "计"
        || WORDS.ends(fact.left.trim_end_matches('是')).any(close)
        || LEADING.starts(&fact.left).any(close)
        || fact.right.is_empty() && fact.left.mentions_any(&["构成", "组成"]) && said_together(fact).is_some()
}

/// How many items the words of a total say that it takes together: 三者合起来, 两类设备共, 上述四项合计.
pub(super) fn said_together(total: &Fact) -> Option<usize> {
    let back = BACK.iter().filter(|_| total.left.starts_with_any(&BACK)).find_map(|w| total.left.strip_prefix(w));
    let words = back.unwrap_or(&total.left);
    let mut letters = words.chars();
    let count = said_number(letters.next()?);
    let kind = letters.next()?;
    count.filter(|n| *n >= 2 && ['项', '类', '者', '种', '家', '处', '笔', '年', '月', '季'].contains(&kind))
}

/// 两类对象合计: the same where the number of kinds is a figure of its own right before a total.
pub(super) fn said_before(scope: &Scope, id: usize) -> Option<usize> {
    let (before, fact) = (scope.facts.get(id.checked_sub(1)?)?, scope.facts.get(id)?);
    let kind = matches!(before.figure.unit.base.as_str(), "类" | "种" | "项" | "者" | "个");
    let here = kind && before.place.clause == fact.place.clause;
    here.then_some(())?;
    (2..=9u32).find(|n| before.figure.value == (*n).into()).and_then(|n| usize::try_from(n).ok())
}

/// The row that ends directly before a total.
pub(super) fn row_before(scope: &Scope, whole: usize) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let Some(mut id) = whole.checked_sub(1) else { return out };
    while let Some(before) = id.checked_sub(1).filter(|before| is_joined(scope, *before, id)) {
        if out.is_empty() {
            out.push(id);
        }
        out.push(before);
        id = before;
    }
    out.reverse();
    out
}

/// The list ends at the total; where it begins, the sum itself has to say. It may begin with the head of the sentence
/// before: 本年收入合计2104万元，其中…。使用结余3.13万元，年初结转47.30万元，收入总计….
fn runs(scope: &Scope, fact: &Fact, parts: &[usize]) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let mut runs: Vec<Vec<usize>> =
        (0..parts.len().saturating_sub(1)).filter_map(|from| parts.get(from..)).map(<[usize]>::to_vec).gather();
    let start = facts.in_sentence(fact.place.sentence).start;
    let head = facts
        .pick(facts.in_paragraph(fact.place.paragraph).start..start, |f| {
            // 计划8.40万亩，建成8.19万亩。…加上当年，五年累计46.35万亩: what was to be done heads nothing that was.
            let done = f.measure != Measure::Plan || fact.measure == Measure::Plan;
            f.is_level() && f.is_like(fact) && f.place.depth == 0 && f.figure.is_plain() && done
        })
        .next();
    runs.extend(head.map(|head| [&[head], parts].concat()));
    runs
}

/// 收入总计120万元；支出100万元、还本12万元，支出总计112万元: whether a run goes over both sides of a balance; what came in and what went out is
/// never added: 总收入167万元，总支出219万元，累计结余447万元.
fn crosses(scope: &Scope, run: &[usize], total: &Fact) -> bool {
    let any = |test: &dyn Fn(&Fact) -> bool| run.iter().any(|id| scope.facts.get(*id).is_some_and(test));
    let both = any(&|f| f.left.ends_with("收入")) && any(&|f| f.left.ends_with("支出"));
    both || any(&|f| is_other_side(f, total))
}

/// Whether one is income and the other the total of expenditure: 本年收入合计970万元，本年支出合计960万元 are two sides of a balance.
pub(super) fn is_other_side(part: &Fact, total: &Fact) -> bool {
    let names = |f: &Fact, side: &str| f.left.contains(side);
    names(part, "收入") && !names(part, "支出") && names(total, "支出") && !names(total, "收入")
}
