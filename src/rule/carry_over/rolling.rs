//! F01 without revenue and expenditure: 本年收支结余17718万元，年末滚存结余67244万元，上年末滚存结余为49526万元.

use super::relation;
use crate::fact::Fact;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// Words of what the year itself left.
const YEAR: [&str; 5] = ["本年", "当年", "当期", "本期", "收支"];
/// Words of what was left when it began.
const OPENING: [&str; 4] = ["上年末", "上年底", "年初", "期初"];
/// Words of what is left when it ends.
const CLOSING: [&str; 4] = ["年末", "期末", "滚存", "累计"];

/// States every balance that is carried on, where a sentence gives all three of its amounts.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
        let named = |f: &Fact, words: &[&str]| amount(f) && words.iter().any(|w| f.left.contains(w));
        let opens = |f: &Fact| named(f, &OPENING);
        let closes = |f: &Fact| named(f, &CLOSING) && f.left.contains("结余") && !opens(f);
        let left = |f: &Fact| named(f, &YEAR) && f.left.contains("结余") && !closes(f) && !opens(f);
        let only = |test: &dyn Fn(&Fact) -> bool| {
            let mut found = facts.pick(facts.in_sentence(sentence), test);
            found.next().filter(|_| found.next().is_none())
        };
        let (Some(year), Some(opening), Some(closing)) = (only(&left), only(&opens), only(&closes)) else { continue };
        let equation =
            Equation::Sum { parts: vec![Term::plus(opening), Term::plus(year)], whole: vec![Term::plus(closing)] };
        if scope.fits(&equation) || scope.is_stated_slip(&equation) {
            out.relation(relation(scope, "F01", equation, true));
        }
    }
}
