//! Every word that the desk says. It is a module of its own, so that the page does not carry them.

mod en;
pub mod project;
pub mod summary;
mod zh;

use crate::desk::calculator::{Narrowed, Row};
use crate::desk::structure::Aspect;
use crate::report::{Confirmation, Direction, Indicator, IndicatorScore, Pack};

/// The words of one language. What rule packs and reports say stays in their language.
pub struct Words {
    /// There is no document to work on.
    pub no_document: &'static str,
    /// The drawings.
    pub structure: Structure,
    /// The calculator.
    pub calculator: Calculator,
    /// The summary.
    pub summary: &'static summary::Summary,
    /// The project.
    pub project: &'static project::Project,
    /// 复制, done.
    pub copied: &'static str,
    /// A measure or a period.
    pub term: fn(&str) -> &str,
}

/// The drawings (收支结构).
pub struct Structure {
    /// 收支结构.
    pub title: &'static str,
    /// What they are read from.
    pub lead: &'static str,
    /// None is possible.
    pub none: &'static str,
    /// 预算与决算.
    pub pairs: &'static str,
    /// The heads of the columns of a structure: item, amount, share.
    pub columns: [&'static str; 3],
    /// The heads of the columns of budgets and outturns: item, budget, outturn, rate.
    pub pair_columns: [&'static str; 4],
    /// “三公”经费 over two years.
    pub three_public: &'static str,
    /// The heads of its columns: item, last year's outturn, this year's budget, this year's outturn.
    pub year_columns: [&'static str; 4],
    /// The report does not say it.
    pub absent: &'static str,
    /// The head of the bars, for those who hear them.
    pub bar: &'static str,
    /// A whole with its parts, and what they are told apart by.
    pub parts_of: fn(&str, Aspect) -> String,
}

/// The calculator (指标测算).
pub struct Calculator {
    /// 指标测算.
    pub title: &'static str,
    /// What it does with what is typed.
    pub lead: &'static str,
    /// 规则包.
    pub pack: &'static str,
    /// 打开规则包.
    pub open_pack: &'static str,
    /// A pack in the list.
    pub pack_name: fn(&Pack) -> String,
    /// Where a pack comes from.
    pub pack_origin: fn(&Pack) -> String,
    /// A file is no pack: its name, what is wrong.
    pub refused: fn(&str, &str) -> String,
    /// Whether something was held against its regulation.
    pub status: fn(Confirmation) -> &'static str,
    /// The choice of indicators.
    pub narrow: &'static str,
    /// What is chosen.
    pub narrowed: fn(Narrowed) -> &'static str,
    /// Nothing is of that choice.
    pub none: &'static str,
    /// How many values are the user's, and taking them back.
    pub revert_all: fn(usize) -> String,
    /// 复制为表格.
    pub copy_table: &'static str,
    /// 复制算式.
    pub copy_sentence: &'static str,
    /// Which way is good.
    pub direction: fn(Direction) -> &'static str,
    /// The values that ask for no attention.
    pub line: fn(&str) -> String,
    /// 正常.
    pub good: &'static str,
    /// 需关注.
    pub attention: &'static str,
    /// The value is not held against a line.
    pub no_line: &'static str,
    /// What is lacking, by name.
    pub lacking: fn(&[String]) -> String,
    /// All is there, and it divides by zero.
    pub not_computable: &'static str,
    /// From the printed places of the inputs: least, most, unit.
    pub between: fn(&str, &str, &str) -> String,
    /// What the score table gives.
    pub score: fn(&IndicatorScore) -> String,
    /// 依据.
    pub basis: &'static str,
    /// From when to when it is of.
    pub years: fn(&Indicator) -> String,
    /// 自填.
    pub own: &'static str,
    /// What the report has instead: value, unit.
    pub was: fn(&str, &str) -> String,
    /// A unit behind a value.
    pub unit: fn(&str) -> &str,
    /// The report has none.
    pub was_nothing: &'static str,
    /// 还原, of one input.
    pub revert: &'static str,
    /// What stands in an empty field.
    pub wanted: &'static str,
    /// What was typed is no number.
    pub no_number: &'static str,
    /// The label of the link to a place in the report.
    pub place: fn(&str) -> String,
    /// An indicator with its working as a sentence.
    pub sentence: fn(&Row, &Pack) -> String,
    /// The heads of the copied table.
    pub columns: [&'static str; 12],
    /// Whose an input is, in the copied table.
    pub typed: fn(&Row) -> String,
}

impl PartialEq for Words {
    /// There is one a language.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(in_english: bool) -> &'static Self {
        if in_english { &en::WORDS } else { &zh::WORDS }
    }
}
