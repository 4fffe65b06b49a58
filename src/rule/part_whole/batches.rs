//! A02 of what comes in turn: 分两批下达300万元，第一批210万元，第二批90万元: as many amounts as the words say that there are.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use crate::token::clause::index_of;

/// What money comes in.
const TURNS: [char; 4] = ['批', '次', '笔', '期'];

/// The numbers of the turns.
const NUMBERS: [char; 6] = ['一', '二', '三', '四', '五', '六'];

/// How many characters the words before the amount of a turn have: 第二批下达.
const WORDS: usize = 8;

/// States every amount that is divided into numbered turns.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for id in scope.levels(|f| turn(f).is_some_and(|(number, _)| number == 0)).filter(|id| *id > 0) {
        one(scope, id, out);
    }
}

/// Which turn the words before an amount of money name, counted from zero, and what the turns are called.
fn turn(fact: &Fact) -> Option<(usize, char)> {
    if !fact.is_level() || !fact.figure.is_plain() || fact.figure.unit.dimension != Dimension::Money {
        return None;
    }
    let words = fact.left.strip_prefix("其中").unwrap_or(&fact.left);
    let mut letters = words.chars();
    let number = match letters.next()? {
        '首' => 0,
        '第' => {
            let number = letters.next()?;
            NUMBERS.iter().position(|n| *n == number)?
        }
        _ => return None,
    };
    let noun = letters.next().filter(|c| TURNS.contains(c))?;
    (words.chars().count() <= WORDS).then_some((number, noun))
}

/// How many turns the words of a sentence before an amount say that there are: 分两批.
fn told(words: &str, noun: char) -> Option<usize> {
    let (_, behind) = words.rsplit_once('分')?;
    let mut letters = behind.chars();
    let number = letters.next().map(|c| if c == '两' { '二' } else { c })?;
    let count = NUMBERS.iter().position(|n| *n == number)?;
    letters.next().filter(|c| *c == noun).map(|_| count + 1)
}

fn one(scope: &Scope, first: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some((fact, (_, noun))) = facts.get(first).and_then(|f| Some((f, turn(f)?))) else { return };
    let sentence = index_of(facts.clauses.sentences(), fact.range.start);
    let Some(start) = facts.clauses.sentences().get(sentence).map(|s| s.start) else { return };
    let Some(count) = told(facts.text.words(start..fact.range.start.max(start)), noun) else { return };
    let end = facts.in_sentence(sentence).end;
    let is_turn = |f: &Fact, number: usize| turn(f) == Some((number, noun)) && f.place.depth == fact.place.depth;
    let mut next = first;
    let mut parts = Vec::new();
    for number in 0..count {
        let Some(id) = facts.pick(next..end, |f| is_turn(f, number)).next() else { return };
        parts.push(id);
        next = id + 1;
    }
    // 分两批下达，第一批210万元，第二批90万元，共300万元: the total may stand behind.
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth;
    let total = |f: &Fact| level(f) && f.left.starts_with_any(&["共", "共计", "合计", "总计"]);
    let before = facts.pick(facts.in_sentence(sentence).start..first, level).next_back();
    let Some(whole) = before.or_else(|| facts.pick(next..end, total).next()) else { return };
    let equation = sum(&parts, whole);
    if count >= 2 && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A02", kind_of(scope, whole), equation, range, true));
    }
}
