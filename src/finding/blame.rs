//! What explains a gap, and which figure to look at first (差额诊断).
//!
//! Over-determination decides: the figure whose smallest change mends the most failing relations, and breaks the fewest that
//! hold, is named first. Wording never says which side is right; it says what would make both agree.

mod elsewhere;
mod evidence;
mod scaled;

use super::Judged;
use super::judged::by_fact;
use super::number_text::with_unit;
use crate::fact::{Fact, Facts, PerFact};
use crate::gather::{Gather, SortedMap};
use crate::number::Exact;
use crate::number::{Decimal, Figure, power_of_ten};
use crate::relation::{Equation, Slip, Term, Values, fits};
use crate::report::Diagnosis;
use evidence::{Best, MENDED};

/// How many relations of one figure speak for or against a slip in it: as many settle the matter, and a total that thousands of
/// shares refer to would be judged thousands of times thousands of times.
const MOST: usize = 200;

/// How many figures a diagnosis names beside the likeliest: more than these are no help to whoever looks them up.
const RIVALS: usize = 3;

/// The diagnoses of all failing relations, by their index.
#[must_use]
pub fn diagnose(judged: &[Judged], facts: &Facts) -> SortedMap<usize, Diagnosis> {
    let failing: Vec<usize> = (0..).zip(judged).filter(|(_, j)| j.fails()).map(|(index, _)| index).gather();
    diagnose_some(judged, facts, &failing)
}

/// The diagnoses of some failing relations, by their index.
#[must_use]
pub fn diagnose_some(judged: &[Judged], facts: &Facts, failing: &[usize]) -> SortedMap<usize, Diagnosis> {
    if failing.is_empty() {
        return SortedMap::new();
    }
    let court = Court { judged, facts, of_fact: by_fact(judged) };
    failing.iter().filter_map(|index| court.diagnosis(*index).map(|d| (*index, d))).gather_map()
}

/// What explains a change that holds but for its direction. What is said of one pair of amounts in several ways is one fault.
#[must_use]
pub fn direction(judged: &Judged) -> Diagnosis {
    let (operands, _) = judged.relation.equation.facts();
    let text = "数额相符而增减方向相反，请核对“增加”“减少”等用词，并核对所述原因".to_owned();
    Diagnosis { kind: "direction".to_owned(), text, figure: operands.into_iter().min().map(|id| id as u32) }
}

struct Court<'a> {
    judged: &'a [Judged],
    facts: &'a Facts,
    of_fact: PerFact<Vec<usize>>,
}

/// A diagnosis that names a figure.
fn diagnosed(kind: &str, text: String, figure: usize) -> Diagnosis {
    Diagnosis { kind: kind.to_owned(), text, figure: Some(figure as u32) }
}

impl Court<'_> {
    fn diagnosis(&self, index: usize) -> Option<Diagnosis> {
        let failing = self.judged.get(index)?;
        if let Some(found) = self.truncated(failing) {
            return Some(found);
        }
        let slip = self.best_slip(failing);
        // Of digits enough one always makes a rate hold; the other base of the same two amounts hardly ever does so by chance. A
        // slip that mends more than this relation says more.
        if slip.as_ref().is_none_or(|best| best.mended <= MENDED)
            && let Some(found) = self.own_base(failing)
        {
            return Some(found);
        }
        if let Some(best) = slip.as_ref().filter(|best| best.mended > 0) {
            return Some(self.slip_words(best));
        }
        if let Some(found) = self.left_out(failing).or_else(|| self.scaled(failing)) {
            return Some(found);
        }
        slip.map(|best| self.slip_words(&best)).or_else(|| self.elsewhere(failing)).or_else(|| self.suspect(failing))
    }

    fn slip_words(&self, best: &Best) -> Diagnosis {
        let change = |slip: &Slip| {
            let old = self.facts.get(slip.fact).map(|f| with_unit(&f.figure)).unwrap_or_default();
            format!("“{old}”为“{}”", with_unit(&slip.figure))
        };
        let (kind, how) = if best.slip.exchanged {
            ("digitsExchanged", "相邻两位数字对调")
        } else {
            ("oneDigit", "仅一位数字不同")
        };
        let first = change(&best.slip);
        let what = match best.rivals.as_slice() {
            [] => format!("{first}（{how}）"),
            rivals => {
                let named: Vec<String> = rivals.iter().take(RIVALS).map(change).gather();
                let more = match rivals.len().saturating_sub(RIVALS) {
                    0 => String::new(),
                    more => format!("；另有{more}个数据如此改动也可"),
                };
                format!("{first}，或{}（均{how}{more}）", named.join("，或"))
            }
        };
        diagnosed(kind, format!("若{what}，则算式成立，请核对原始凭证"), best.slip.fact)
    }

    /// A rate cut off instead of rounded, or what comes of amounts that are printed finer: 84.7 − 78.1 = 6岁.
    fn truncated(&self, failing: &Judged) -> Option<Diagnosis> {
        let result = match &failing.relation.equation {
            Equation::Rate { rate, .. } => *rate,
            Equation::Sum { parts, whole } => self.cut_off(parts, whole)?,
            _ => return None,
        };
        let figure = &self.facts.get(result)?.figure;
        let step = power_of_ten(-i32::try_from(figure.places).ok()?);
        let up = Figure { value: figure.value.plus(step)?, ..figure.clone() };
        let values = Values::with(self.facts, result, &up);
        // What is counted in whole numbers, 6岁, is none where a decimal place is left of it: the gap has said so.
        let good =
            matches!(failing.relation.equation, Equation::Sum { .. }) || fits(&failing.relation.equation, &values);
        let text = format!("四舍五入应为“{}”，文中“{}”像是截断而非四舍五入", with_unit(&up), with_unit(figure));
        good.then(|| diagnosed("truncated", text, result))
    }

    /// The one amount of a side that lacks nothing but places that all on the other have.
    fn cut_off(&self, parts: &[Term], whole: &[Term]) -> Option<usize> {
        let [result] = whole else { return None };
        let unit = |id: usize| self.facts.get(id).map(|f| f.figure.printed_unit());
        let values = Values::printed(self.facts);
        let gap = values.sum(parts)?.minus(values.sum(whole)?)?;
        let coarse = unit(result.fact)?;
        // 84.4 − 78.2 = 6.2 is 6, cut off or rounded.
        let is_less = gap.times(Decimal::TWO)? >= coarse && gap < coarse;
        (is_less && parts.iter().all(|part| unit(part.fact) < Some(coarse))).then_some(result.fact)
    }

    /// An item that equals the gap: left out, counted twice, or standing nearby.
    fn left_out(&self, failing: &Judged) -> Option<Diagnosis> {
        let Equation::Sum { parts, whole } = &failing.relation.equation else { return None };
        let values = Values::printed(self.facts);
        let gap = values.sum(whole)?.minus(values.sum(parts)?)?;
        let paragraph = self.facts.get(whole.first()?.fact)?.place.paragraph;
        let place = |id: &usize| self.facts.get(*id).map_or(0, |f| f.place.paragraph);
        if gap.is_zero() {
            return None;
        }
        let equal = self.facts.printing(gap.abs());
        let first = equal.partition_point(|(_, id)| place(id) + 2 < paragraph);
        let near = equal.iter().map(|(_, id)| *id).skip(first).take_while(|id| place(id) <= paragraph + 2);
        let mut items = near.filter(|id| self.facts.get(*id).is_some_and(Fact::is_amount));
        let (id, kind, how) = match failing.facts.iter().find(|id| items.clone().any(|item| item == **id)) {
            Some(id) => (*id, "doubleItem", "恰等于该项，可能该项未分解、漏列或重复计算"),
            None => (items.next()?, "missingItem", "恰等于该项，可能漏列或多列"),
        };
        let fact = self.facts.get(id)?;
        let text = format!("差额{}{how}（{}）", with_unit(&fact.figure), fact.label.words);
        Some(diagnosed(kind, text, id))
    }

    /// No small change explains it: the figure with the most failing and the fewest holding relations.
    fn suspect(&self, failing: &Judged) -> Option<Diagnosis> {
        let weight = |id: &usize| {
            let list = self.of_fact.of(*id);
            let count = |test: fn(&Judged) -> bool| {
                list.iter().take(MOST).filter(|i| self.judged.get(**i).is_some_and(test)).count() as i32
            };
            count(Judged::fails) * 2 - count(Judged::holds) * 3
        };
        let fact = failing.facts.iter().rev().copied().max_by_key(weight)?;
        let figure = &self.facts.get(fact)?.figure;
        Some(diagnosed("unexplained", format!("建议先核对“{}”", with_unit(figure)), fact))
    }
}
