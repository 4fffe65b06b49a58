//! What words reckon from two cells of a row without giving them: 公务接待费比上年减少1.55万元，下降22.40% below 公务接待费 ‖ 决算数 5.37 ‖ 上年
//! 6.92; 完成全年预算的67.13%.

use super::RULE;
use crate::catalog::heading::{bare, is_change_name, is_rate_name};
use crate::fact::{CellPlace, Fact, Layout, Period, Role, RowKind};
use crate::gather::{Gather, SortedMap};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Digits from which a figure is hardly reckoned from two cells by chance.
const TELLING: u32 = 3;
/// How many characters before a figure its row is looked for in, and how many the name of a row has.
const REACH: usize = 30;
const NAMES: std::ops::RangeInclusive<usize> = 2..=14;
/// How many rows of one name, and how many numbers in a row, are looked at.
const ROWS: usize = 4;
const COLUMNS: usize = 10;
/// What was spent or is there in the end, of which a budget or the year before is the base.
const SPENT: [&str; 6] = ["决算", "支出", "执行", "完成", "本年", "期末"];
/// Behind or before what was not yet spent.
const LEFT: [&str; 6] = ["未支付", "未使用", "未执行", "结余", "尚有", "节约"];
/// What takes off a budget in the year, and what it is adjusted to.
const ADJUSTED: [&str; 3] = ["压减", "调减", "核减"];
const BUDGETS: [&str; 2] = ["调整", "全年预算"];

/// A cell of a row: its column and its fact.
type Cell = (u32, usize);
/// A row of a table.
type Place<'a> = (&'a Layout, u32);

/// The rows of all tables by their names, and by where they stand.
#[derive(Default)]
struct Rows<'a> {
    names: SortedMap<String, Vec<Place<'a>>>,
    places: SortedMap<(usize, u32), Place<'a>>,
}

/// How a figure is reckoned from two cells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Difference,
    Growth,
    Ratio,
}

/// States every change, growth and rate that no rule bound and that two cells of the row of which its sentence speaks give as printed;
/// where words and headings leave no other two, also what one slip of the pen keeps from it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let rows = Rows::of(scope);
    let mut told: SortedMap<usize, usize> = SortedMap::new();
    for relation in out.stated_by(RULE.name) {
        if let Equation::Sum { parts, whole } = &relation.equation
            && let ([part], [whole]) = (parts.as_slice(), whole.as_slice())
        {
            told.insert(part.fact, whole.fact);
        }
    }
    let mut last: (usize, Vec<Place>, String) = (usize::MAX, Vec::new(), String::new());
    for (id, fact) in scope.facts.list.iter().enumerate().filter(|(_, f)| !f.left.is_empty()) {
        if last.0 != fact.place.sentence {
            last = (fact.place.sentence, Vec::new(), String::new());
        }
        let own = rows.named(&fact.left);
        let at = |cell: CellPlace| rows.places.get(&(cell.table, cell.row)).copied();
        let cell = told.get(&id).and_then(|cell| scope.facts.get(*cell)?.cell).and_then(at);
        // A remark in a row speaks of that row where it names no other.
        let found = if own.is_empty() { cell.or(fact.cell.and_then(at)).into_iter().gather() } else { own };
        if !found.is_empty() {
            last.1 = found;
        }
        if !fact.phrase.is_empty() {
            last.2.clone_from(&fact.phrase);
        }
        let Some(way) = way(scope, fact).filter(|_| fact.figure.digits() >= TELLING && !out.computes(id)) else {
            continue;
        };
        let readings = last.1.iter().map(|place| Reading { scope, id, fact, way, base: &last.2, place: *place });
        // A row of the same name in another table may be meant, so that what differs says something of the only one.
        let (mut fitting, only) = (readings.clone(), readings.clone().single());
        let found = fitting.find_map(|reading| reading.told().map(|pair| (reading, pair)));
        let found = found.or_else(|| only.and_then(|reading| reading.slip().map(|pair| (reading, pair))));
        found.into_iter().for_each(|(reading, pair)| out.relation(reading.relation(pair)));
    }
}

/// What words say a figure is reckoned by.
fn way(scope: &Scope, fact: &Fact) -> Option<Way> {
    let rate = fact.figure.unit.dimension == Dimension::Percent;
    let behind = scope.facts.text.from(fact.range.end);
    let left = || behind.starts_with("未支付") || fact.left.mentions_any(&LEFT);
    match fact.role {
        _ if !fact.figure.is_plain() => None,
        Role::Change | Role::Rest if !rate => Some(Way::Difference),
        Role::Level if !rate && (left() || fact.left.mentions_any(&ADJUSTED)) => Some(Way::Difference),
        Role::Growth => Some(Way::Growth),
        Role::Completion | Role::Share | Role::Other if rate && fact.left.mentions_any(&["完成", "占", "执行"]) => {
            Some(Way::Ratio)
        }
        _ => None,
    }
}

impl<'a> Rows<'a> {
    fn of(scope: &'a Scope) -> Self {
        let mut out = Self::default();
        for layout in scope.facts.layouts() {
            // “三公”经费支出决算表 ‖ 合计
            let outlay = layout.title.mentions("三公");
            for row in layout.lanes.iter().flat_map(|lane| &lane.rows) {
                let name: String = bare(&row.words).chars().filter(|c| !matches!(c, '“' | '”' | '：')).collect();
                let name = if outlay && row.kind == RowKind::Total { "三公经费".to_owned() } else { name };
                let held = layout.facts.range((row.row, 0)..=(row.row, u32::MAX)).next();
                if let Some(cell) = held.and_then(|(_, id)| scope.facts.get(*id)?.cell) {
                    out.places.insert((cell.table, cell.row), (layout, row.row));
                }
                let list = out.names.entry(name).or_default();
                if list.len() < ROWS {
                    list.push((layout, row.row));
                }
            }
        }
        out
    }

    /// The rows of the longest name that words end with or hold last.
    fn named(&self, words: &str) -> Vec<Place<'a>> {
        let ends = words.char_indices().map(|(at, _)| at).chain([words.len()]);
        let bounds: Vec<usize> = ends.skip(words.chars().count().saturating_sub(REACH)).gather();
        for length in NAMES.rev() {
            for window in bounds.windows(length + 1).rev() {
                let name = window.first().zip(window.last()).and_then(|(from, to)| words.get(*from..*to));
                if let Some(rows) = name.and_then(|name| self.names.get(name)) {
                    return rows.clone();
                }
            }
        }
        Vec::new()
    }
}

/// A figure held against a row.
#[derive(Clone, Copy)]
struct Reading<'a> {
    scope: &'a Scope<'a>,
    id: usize,
    fact: &'a Fact,
    way: Way,
    /// What it is compared with: 上年, 全年预算.
    base: &'a str,
    place: Place<'a>,
}

impl Reading<'_> {
    /// The pairs of cells that the words may mean: what is or was spent, and what that is compared with.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let (layout, row) = self.place;
        let head =
            |column: u32| layout.columns.get(column as usize).and_then(|c| c.heads.last()).map_or("", String::as_str);
        let amount = |(column, id): &Cell| {
            let like = self.scope.facts.get(*id).is_some_and(|f| {
                f.figure.is_plain() && f.role != Role::Rate && (self.way != Way::Difference || f.is_like(self.fact))
            });
            like && !is_rate_name(head(*column)) && !is_change_name(head(*column))
        };
        let all = layout.facts.range((row, 0)..=(row, u32::MAX)).map(|((_, column), id)| (*column, *id));
        let cells = all.filter(amount).take(COLUMNS).gather();
        let (bases, others): (Vec<Cell>, Vec<Cell>) =
            Vec::into_iter(cells).partition(|(column, id)| self.is_base(head(*column), *id));
        let called: &[&str] = if self.is_adjusted() { &BUDGETS } else { &SPENT };
        let spent: Vec<Cell> = others.iter().copied().filter(|(column, _)| head(*column).mentions_any(called)).gather();
        let others = if spent.is_empty() { others } else { spent };
        others.iter().flat_map(|own| bases.iter().map(move |base| (own.1, base.1))).gather()
    }

    /// The only pair that gives the figure as printed.
    fn told(&self) -> Option<(usize, usize)> {
        self.pairs().into_iter().filter(|pair| self.scope.fits(&self.equation(*pair))).single()
    }

    /// The only pair there is, where a slip of the pen, or the wrong one of the two for the base of a growth, explains the gap.
    fn slip(&self) -> Option<(usize, usize)> {
        let turned = |(own, base): (usize, usize)| {
            let (part, whole) = (vec![Term::plus(base)], vec![Term::plus(own)]);
            let sign = if self.fact.direction < 0 { 1 } else { -1 };
            self.scope.fits(&Equation::Rate { part, whole, less_one: true, sign, rate: self.id })
        };
        let likely = |pair| self.scope.is_slip(&self.equation(pair));
        let told = self.fact.role != Role::Level;
        self.pairs()
            .into_iter()
            .filter(|_| told)
            .single()
            .filter(|pair| likely(*pair) || self.way == Way::Growth && turned(*pair))
    }

    fn relation(&self, pair: (usize, usize)) -> Relation {
        let kind = match self.way {
            Way::Difference => Kind::Difference,
            Way::Growth => Kind::Growth,
            Way::Ratio => Kind::Ratio,
        };
        let warning = if self.way == Way::Difference { "W45" } else { "W02" };
        let (rule, cue, source, range) = (RULE.name, "I05", Source::Asserted, self.fact.range.clone());
        let equation = self.equation(pair);
        let sure = self.way == Way::Growth || self.scope.fits(&equation);
        Relation { rule, cue, kind, source, equation, range, sure, warning }
    }

    /// Whether a cell is of what the words compare with.
    fn is_base(&self, head: &str, cell: usize) -> bool {
        let facts = self.scope.facts;
        let key = self.base.trim_end_matches('数').trim_end_matches('度');
        // 比上年减少1.35万元，下降17.95%: the period is told once.
        let own = if self.fact.period == Period::Unstated { Period::of(self.base) } else { self.fact.period };
        let period = facts.get(cell).map(|f| f.period);
        let past =
            period.is_some_and(|period| period.is_past(facts.year) || head.mentions_any(&["上年", "年初", "期初"]));
        match key {
            _ if self.is_adjusted() => head.mentions("年初"),
            "" if self.way == Way::Difference && self.fact.role == Role::Level => head.mentions("预算"),
            "" => past && self.way != Way::Ratio,
            _ if head.mentions(key) => true,
            _ if self.way == Way::Ratio => false,
            _ => past && own != Period::Unstated && period.is_some_and(|p| p.is_same(own, facts.year)),
        }
    }

    /// Whether the words tell what was taken off a budget in the year.
    fn is_adjusted(&self) -> bool {
        self.fact.role == Role::Level && self.fact.left.mentions_any(&ADJUSTED)
    }

    fn equation(&self, (own, base): (usize, usize)) -> Equation {
        let (part, whole) = (vec![Term::plus(own)], vec![Term::plus(base)]);
        let falls = self.fact.direction < 0 || self.fact.role == Role::Level;
        let sign = if falls { -1 } else { 1 };
        match self.way {
            Way::Ratio => Equation::Rate { part, whole, less_one: false, sign: 1, rate: self.id },
            Way::Growth => Equation::Rate { part, whole, less_one: true, sign, rate: self.id },
            Way::Difference => {
                let (more, less) = if falls { (base, own) } else { (own, base) };
                Equation::Sum { parts: vec![Term::plus(more), Term::minus(less)], whole: vec![Term::plus(self.id)] }
            }
        }
    }
}
