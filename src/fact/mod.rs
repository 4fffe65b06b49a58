//! Tokens → facts: what each figure is a figure *of*.
//!
//! A fact knows its clause, its role in it (an amount, a change, a share …), the words it is compared with, its line item,
//! measure and period. It decides nothing about truth and never looks past its own paragraph, but for inherited subjects.

mod bind;
mod cell_text;
mod context;
mod day;
mod division;
mod everything;
mod flow;
mod form;
mod label;
mod letters;
mod marks;
mod measure;
mod months;
mod name;
mod per_fact;
mod period;
mod role;
mod row;
mod table;
mod worth;

pub(crate) use bind::is_cause;
pub use bind::{Bound, Wanted, is_stock};
pub use cell_text::CellText;
pub use context::Place;
pub use day::Day;
pub use form::{CellFigures, Form};
pub(crate) use label::is_within_word;
pub use label::{Label, agree, is_joined, likeness, normalize};
pub use marks::{Got, Mark};
pub use measure::{Measure, names_money};
pub use per_fact::PerFact;
pub use period::Period;
pub use role::Role;
pub use table::{CellPlace, Column, ColumnKind, Formula, Lane, Layout, Named, Part, Row, RowKind};
pub use worth::Worth;

use crate::catalog::per::AVERAGES;
use crate::gather::{Gather, SortedMap};
use crate::number::{Dimension, Figure, Precision};
use crate::text::{LogicalText, Mention, Range, Words};
use crate::token::clause::Clauses;
use crate::token::{Mask, Token, TokenKind, scan};
use letters::Letters;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// A fact (数据事实): a figure with everything that its words say of it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The figure.
    pub figure: Figure,
    /// Its characters in the logical text.
    pub range: Range,
    /// Where it stands.
    pub place: Place,
    /// The words before it, back to the last clause mark or figure; bracketed asides left out.
    pub left: Words,
    /// The words behind it, up to the next mark.
    pub right: Words,
    /// Its part in the clause.
    pub role: Role,
    /// +1 for growth, −1 for a fall, 0 where the words give no direction.
    pub direction: i8,
    /// What it is compared with or is a share of, in the words of the clause; empty where they do not say.
    pub phrase: String,
    /// Its line item.
    pub label: Label,
    /// Which measure of the item.
    pub measure: Measure,
    /// Of which period.
    pub period: Period,
    /// The cell of a table that it stands in; none for a figure in words.
    pub cell: Option<CellPlace>,
    /// Whether it is for each of something, which many rules ask.
    for_each: bool,
}

/// Whether the words before an amount say that it is for each of something.
fn says_for_each(left: &Words) -> bool {
    left.mentions("每") || left.mentions_any(&["均", "价"]) && AVERAGES.is_in(left) || left.ends_with(['均', '×'])
}

impl Fact {
    /// A stated amount that can be a part, a total or an operand.
    #[must_use]
    #[inline]
    pub fn is_level(&self) -> bool {
        matches!(self.role, Role::Level | Role::To) && self.is_amount()
    }

    /// 压减会议5次: the way of a verb of change before it whose object stands between the two.
    #[must_use]
    pub fn changes_an_object(&self) -> Option<i8> {
        role::verb_with_object(&self.left)
    }

    /// 本年人员支出增加20万元: the normal form of what the words before a change say has changed.
    #[must_use]
    pub fn changed(&self) -> Option<String> {
        role::verb_at_end(&self.left).or_else(|| role::more_at_end(&self.left)).map(|(_, head)| normalize(head))
    }

    /// An amount or count, not a rate.
    #[must_use]
    #[inline]
    pub fn is_amount(&self) -> bool {
        matches!(self.figure.unit.dimension, Dimension::Money | Dimension::Count)
            || (self.figure.unit.dimension == Dimension::Bare && self.figure.unit.scale != crate::number::Decimal::ONE)
    }

    /// Whether it counts or measures the same kind of thing.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.figure.unit.is_like(&other.figure.unit)
    }

    /// 比年初增加1613亿元，同比少增1448亿元: whether it is the change of a change.
    #[must_use]
    pub fn is_of_change(&self) -> bool {
        self.role == Role::Change && self.left.mentions_any(&["多增", "少增", "多减", "少减"])
    }

    /// 两项合计、三类支出共计: whether it says how many things a total takes together, which is no amount of them.
    #[must_use]
    pub fn takes_together(&self) -> bool {
        ["项", "类", "种", "大类"].contains(&self.figure.unit.base.as_str())
            && self.right.mentions_any(&["合计", "共计", "总计"])
    }

    /// 16个乡镇、213个行政村: whether it counts what stands behind its unit and has no words before it.
    fn is_bare_count(&self) -> bool {
        self.figure.unit.dimension == Dimension::Count && self.left.is_empty() && self.right.chars().count() >= 2
    }

    /// What it counts or measures; of one kind is what [`Fact::is_like`] takes for alike.
    fn kind(&self) -> (Dimension, String) {
        (self.figure.unit.dimension, self.figure.unit.family().to_owned())
    }

    /// Whether an amount is for each of something, a price or an average, which adds up to nothing: 每百元收入中的成本82元, 12个×5万元.
    #[must_use]
    pub const fn is_for_each(&self) -> bool {
        self.for_each
    }

    /// 甲5万元、不含乙3万元: whether the words leave an amount out of what they tell.
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        self.left.starts_with_any(&["不含", "不包括", "不包含", "未含"]) && !self.left.starts_with("不含税")
    }

    /// 预算执行率, 资金执行进度: whether a rate is by its name of a budget, which is of money.
    #[must_use]
    pub fn is_of_budget(&self) -> bool {
        self.left.mentions_any(&["预算执行", "资金执行", "支出执行", "预算完成"])
    }

    /// Whether the printed number is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.figure.value.is_zero()
    }
}

/// All facts of a text with what they stand in.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The logical text.
    pub text: LogicalText,
    /// Its sentences and clauses.
    pub clauses: Clauses,
    /// The facts, in document order.
    pub list: Vec<Fact>,
    /// Digits that are no figures.
    pub excluded: Vec<(Range, Mask)>,
    /// How finely the document prints.
    pub precision: Precision,
    /// For each paragraph, the facts in it.
    paragraphs: Vec<Range>,
    /// For each sentence, the facts in it.
    sentences: Vec<Range>,
    /// For each clause, the facts before it.
    before_clauses: Vec<usize>,
    /// Where each fact of the words begins.
    starts: Vec<usize>,
    /// The year that most of the text speaks of.
    pub year: Option<i32>,
    /// The indicators with their points that the words tell.
    pub marks: Vec<Mark>,
    /// The tables, as far as they are understood.
    pub tables: Vec<Layout>,
    /// Parts of tables that have headings of their own, beside the part that stands among the tables.
    pub sections: Vec<Layout>,
    /// What their cells tell in words, each as a text of its own.
    pub cell_texts: Vec<CellText>,
    /// Facts of cells that have not joined the list yet: rules for words never see them.
    waiting: Vec<Fact>,
    /// How many facts stand in words.
    words: usize,
    /// The stated amounts among them, with the characters of their names.
    levels: Vec<(usize, Letters)>,
    /// For each line item, the facts that name it.
    items: SortedMap<String, Vec<usize>>,
    /// For each kind of thing, the first plain level outside brackets.
    heads: SortedMap<(Dimension, String), usize>,
    /// The amounts that are told of everything.
    everything: Vec<usize>,
    /// For each fact, what the judge asks of it.
    worths: Vec<Worth>,
    /// The facts by the value that they print.
    printed: OnceLock<Vec<((i128, u32), usize)>>,
}

impl Facts {
    /// Reads all facts of a logical text.
    #[must_use]
    pub fn new(text: LogicalText) -> Self {
        Self::of(text, &[])
    }

    /// Reads all facts of the words of a document; those of its tables wait for [`Facts::join_cells`].
    #[must_use]
    pub fn of(text: LogicalText, tables: &[crate::document::Table]) -> Self {
        let clauses = Clauses::new(&text);
        let tokens = scan(&text);
        let mut list = Vec::with_capacity(tokens.len());
        let mut excluded = Vec::new();
        for Token { range, kind } in tokens {
            match kind {
                TokenKind::Figure(figure) => list.push(role::fact(&text, &clauses, figure, range, list.last())),
                TokenKind::Excluded(mask) => excluded.push((range, mask)),
            }
        }
        let year = period::document_year(&text);
        let mut out = Self { text, clauses, list, excluded, year, ..Self::default() };
        table::read(&mut out, tables);
        out.precision = Precision::of(out.list.iter().chain(&out.waiting).map(|f: &Fact| &f.figure));
        out.lend_precision();
        out.words = out.list.len();
        out.index();
        out.weigh(0);
        role::settle(&mut out);
        period::settle(&mut out);
        label::settle(&mut out);
        marks::settle(&mut out);
        out.spell(0);
        out.name(0);
        let mut last: Option<&Fact> = None;
        for (id, fact) in out.list.iter().enumerate() {
            if fact.is_level() && fact.figure.is_plain() && fact.place.depth == 0 {
                if !last.is_some_and(|last| last.is_like(fact)) {
                    out.heads.entry(fact.kind()).or_insert(id);
                }
                last = Some(fact);
            }
        }
        out.everything = everything::of(&out);
        out
    }

    /// Lets the facts of cells join the list, behind those of the words.
    pub fn join_cells(&mut self) {
        let from = self.list.len();
        self.list.append(&mut self.waiting);
        self.weigh(from);
        self.spell(from);
        self.name(from);
    }

    /// The tables and their parts with headings of their own; a form of several parts stands for those and has no columns to add up itself.
    pub fn layouts(&self) -> impl Iterator<Item = &Layout> {
        self.tables.iter().chain(&self.sections).filter(|layout| !layout.lanes.is_empty())
    }

    /// The index that the next fact of a cell will have.
    fn cells(&self) -> usize {
        self.list.len() + self.waiting.len()
    }

    fn add_cell(&mut self, fact: Fact) {
        self.waiting.push(fact);
    }

    fn spell(&mut self, from: usize) {
        let levels = self.list.iter().enumerate().skip(from).filter(|(_, f)| f.is_level());
        self.levels.extend(levels.map(|(id, fact)| (id, Letters::of_fact(fact))));
    }

    fn name(&mut self, from: usize) {
        let mut id = from;
        // Neighbours mostly have one item.
        for same in self.list.get(from..).unwrap_or_default().chunk_by(|a, b| a.label.key == b.label.key) {
            if let Some(first) = same.first() {
                self.items.entry(first.label.key.clone()).or_default().extend(id..id + same.len());
            }
            id += same.len();
        }
    }

    fn index(&mut self) {
        let ranges = |bounds: &mut dyn Iterator<Item = usize>, list: &[Fact]| {
            let mut from = 0;
            bounds
                .map(|end| {
                    let more = list.iter().skip(from).take_while(|f| f.range.start < end).count();
                    from += more;
                    from - more..from
                })
                .gather()
        };
        self.paragraphs = ranges(&mut self.text.paragraphs().iter().map(|p| p.range.end), &self.list);
        self.sentences = ranges(&mut self.clauses.sentences().iter().map(|s| s.end), &self.list);
        let clauses = ranges(&mut self.clauses.clauses().iter().map(|c| c.end), &self.list);
        self.before_clauses = clauses.iter().map(|facts| facts.start).gather();
        self.starts = self.list.iter().map(|f| f.range.start).gather();
    }

    /// The facts of a paragraph, as indices.
    #[must_use]
    pub fn in_paragraph(&self, paragraph: usize) -> Range {
        self.paragraphs.get(paragraph).cloned().unwrap_or_default()
    }

    /// The facts of a sentence, as indices.
    #[must_use]
    pub fn in_sentence(&self, sentence: usize) -> Range {
        self.sentences.get(sentence).cloned().unwrap_or_default()
    }

    /// The facts of neighbouring clauses, as indices.
    #[must_use]
    pub fn in_clauses(&self, clauses: RangeInclusive<usize>) -> Range {
        let before = |clause: usize| self.before_clauses.get(clause).copied().unwrap_or(self.words);
        before(*clauses.start())..before(*clauses.end() + 1)
    }

    /// The facts that begin between two places of the text, as indices.
    #[must_use]
    pub fn begin_in(&self, range: Range) -> Range {
        let before = |at: usize| self.starts.partition_point(|start| *start < at);
        before(range.start)..before(range.end)
    }

    /// The facts of a line item by its normal form, in document order.
    #[must_use]
    pub fn of_item(&self, key: &str) -> &[usize] {
        self.items.get(key).map_or(&[], Vec::as_slice)
    }

    /// The facts of each line item, in document order.
    pub fn by_item(&self) -> impl Iterator<Item = &[usize]> {
        self.items.values().map(Vec::as_slice)
    }

    /// The first plain level of the text that counts or measures the same kind of thing, outside brackets.
    #[must_use]
    pub fn head_like(&self, fact: &Fact) -> Option<usize> {
        self.heads.get(&fact.kind()).copied()
    }

    /// A fact by index.
    #[must_use]
    #[inline]
    pub fn get(&self, id: usize) -> Option<&Fact> {
        self.list.get(id)
    }

    /// The characters from the first of some facts to the last.
    #[must_use]
    pub fn span(&self, ids: &[usize]) -> Range {
        let ranges = || ids.iter().filter_map(|id| self.get(*id)).map(|f| &f.range);
        let start = ranges().map(|r| r.start).min().unwrap_or_default();
        start..ranges().map(|r| r.end).max().unwrap_or(start)
    }

    /// The indices in a range whose facts pass a test.
    pub fn pick<'a>(
        &'a self,
        range: Range,
        test: impl Fn(&Fact) -> bool + 'a,
    ) -> impl DoubleEndedIterator<Item = usize> + 'a {
        range.filter(move |id| self.list.get(*id).is_some_and(&test))
    }

    /// The words between two facts.
    #[must_use]
    pub fn between(&self, a: usize, b: usize) -> &str {
        match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => self.text.words(a.range.end..b.range.start.max(a.range.end)),
            _ => "",
        }
    }
}
