//! What the text asserts: one file and one page a rule family.
//!
//! A rule only *states* relations. It never adds, compares, rounds or words a message; where several figures could be meant
//! it may ask [`Scope::fits`] which reading holds, and says nothing, or "unchecked", when that does not settle it.

mod bound;
mod carry_over;
mod completion;
mod context;
mod difference;
mod growth;
mod identity;
mod list_count;
mod part_whole;
mod product;
mod quotient;
mod restatement;
mod scope;
mod score;
mod score_table;
mod share;
mod sink;
mod table_rate;
mod table_text;
mod table_total;
mod wording;

use crate::fact::Facts;
pub use scope::Scope;
pub use sink::{Expectation, Note, Sink, Unbound};

/// A rule family (规则). Its page, which is its documentation and its test, stands beside it under the same name; the engine
/// does not carry it.
pub struct Rule {
    /// The letter of its cues.
    pub code: &'static str,
    /// Its stable name, which is also its file's.
    pub name: &'static str,
    find: fn(&Scope, &mut Sink),
}

/// The one list of rules, in the order in which they run; later ones see what earlier ones stated.
pub const RULES: &[Rule] = &[
    product::RULE,
    part_whole::RULE,
    difference::RULE,
    growth::RULE,
    completion::RULE,
    share::RULE,
    restatement::RULE,
    list_count::RULE,
    bound::RULE,
    carry_over::RULE,
    score::RULE,
    quotient::RULE,
    wording::RULE,
];

/// The rules of tables, and what looks at words and tables alike; they run when the facts of cells have joined. What a form says of itself
/// goes before what every table does.
pub const TABLE_RULES: &[Rule] =
    &[identity::RULE, score_table::RULE, table_total::RULE, table_text::RULE, table_rate::RULE, context::RULE];

/// All rules.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(TABLE_RULES)
}

/// What becomes of statements once all are made; called through this table, so that the calls do not become one long function.
const SETTLING: [fn(&Scope, &mut Sink); 13] = [
    sink::moved::settle,
    sink::each::settle,
    sink::reread::settle,
    sink::meant::settle,
    sink::turned::settle,
    sink::based::settle,
    sink::unfilled::settle,
    sink::overruled::settle,
    |_, sink| sink.drop_doubted(),
    |_, sink| sink.drop_settled(),
    difference::balance::settle,
    part_whole::by_figures::state,
    restatement::by_figure::state,
];

/// Runs all rules over the facts; those of cells join the list behind those of words, and what a cell tells in words is read by itself.
#[must_use]
pub fn run(facts: &mut Facts) -> Sink {
    let mut sink = Sink::default();
    apply(RULES, facts, &mut sink);
    facts.join_cells();
    for cell in &facts.cell_texts {
        let mut own = Sink::default();
        apply(RULES, &cell.facts, &mut own);
        settle(&cell.facts, &mut own);
        sink.take(own, cell);
    }
    apply(TABLE_RULES, facts, &mut sink);
    settle(facts, &mut sink);
    sink
}

fn settle(facts: &Facts, sink: &mut Sink) {
    let scope = Scope::new(facts);
    for settle in SETTLING {
        settle(&scope, sink);
    }
}

fn apply(rules: &[Rule], facts: &Facts, sink: &mut Sink) {
    let scope = Scope::new(facts);
    for rule in rules {
        (rule.find)(&scope, sink);
    }
}
