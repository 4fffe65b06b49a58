//! Lists that end with their part of the sentence, because they fill the amount right before them.

use super::cue::Cue;
use super::is_told;
use super::items::earlier;
use crate::rule::part_whole::row::{is_usual_slip, row};
use crate::rule::part_whole::{Made, kind_of, relation, sum};
use crate::rule::{Scope, Sink};

/// 收到建议640件，立案618件。其中：团体121件，个人497件；涉及城建268件，…: where the part of the sentence that a longer list begins with
/// fills the amount right before it, a slip aside, what is told behind ； divides that anew; whether a list was stated so.
pub(super) fn is_filled(scope: &Scope, cue: &Cue, wholes: &[usize], alike: &[usize], out: &mut Sink) -> bool {
    let facts = scope.facts;
    let segment = |id: &usize| facts.get(*id).map(|f| f.place.segment);
    let begun = alike.iter().take_while(|id| segment(id) == alike.first().and_then(segment)).count();
    let run = alike.get(..begun).unwrap_or_default();
    let opens = facts.in_sentence(cue.sentence).start == alike.first().copied().unwrap_or_default();
    if !opens || !cue.named.is_empty() || run.len() < 2 || run.len() == alike.len() {
        return false;
    }
    let nearest = run.first().and_then(|id| facts.get(*id)).and_then(|f| earlier(scope, cue, f).first().copied());
    let other = |w: &usize| !wholes.contains(w) && !wholes.iter().any(|of| adds_to(scope, alike, *of));
    let Some(whole) = nearest.filter(other) else { return false };
    let told = is_told(scope, run, whole);
    if told || scope.is_slip(&sum(run, whole)) {
        let range = facts.span(&[run, &[whole]].concat());
        out.list(whole, run);
        out.relation(relation(cue.code, kind_of(scope, whole), sum(run, whole), range, told));
        return true;
    }
    false
}

/// 办公楼维修318万元，其中人工费96万元、材料费178万元、监理费44万元；设备购置264万元；…: where other items of a longer list go on behind ；, the
/// row of one item divides the amount right before it, a slip aside; whether a list was stated so.
pub(super) fn is_of_item(scope: &Scope, cue: &Cue, alike: &[usize], out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((first, whole)) = alike.first().and_then(|first| Some((*first, first.checked_sub(1)?))) else {
        return false;
    };
    let (Some(part), Some(total)) = (facts.get(first), facts.get(whole)) else { return false };
    let beside = total.is_level()
        && total.figure.is_plain()
        && total.is_like(part)
        && total.place.segment == part.place.segment
        && total.place.bracket == part.place.bracket
        && facts.between(whole, first).starts_with("，其中");
    if !beside || !cue.named.is_empty() {
        return false;
    }
    let run = row(scope, first);
    let goes_on = run.last().and_then(|id| facts.get(*id)).is_some_and(|f| facts.text.at(f.range.end) == Some('；'));
    let longer = (3..alike.len()).contains(&run.len()) && goes_on;
    if !longer || scope.adds_up(&run, whole) || !is_usual_slip(scope, &run, whole) {
        return false;
    }
    let equation = sum(&run, whole);
    out.list(whole, &run);
    out.relation(relation(cue.code, kind_of(scope, whole), equation.clone(), facts.span(&equation.all()), false));
    true
}

/// Whether the list or the first of it add up to an amount.
pub(super) fn adds_to(scope: &Scope, alike: &[usize], whole: usize) -> bool {
    let exact = scope.facts.get(whole).is_some_and(|f| f.figure.is_plain());
    let mut made = Some(Made::default());
    (1..=alike.len()).filter_map(|n| alike.get(..n)).any(|run| {
        made = made.zip(run.last()).and_then(|(made, id)| made.with(scope, *id));
        let may_be = |made: Made| !exact || made.may_be(scope, whole);
        run.len() > 1 && made.is_some_and(may_be) && scope.fits(&sum(run, whole))
    })
}
