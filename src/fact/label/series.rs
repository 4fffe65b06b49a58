//! Names given once for a row of figures: 甲、乙、丙分别为1万元、2万元、3万元.

use super::{Facts, Label, normalize, strip};
use crate::gather::Gather;
use crate::text::Range;

/// Words that give the figures of a row to the names before them, in their order.
const IN_ORDER: [&str; 4] = ["分别", "依次", "各为", "逐项"];
/// What such words can be said of without naming an item: 金额依次为.
const NO_NAMES: [&str; 9] = ["金额", "数额", "资金", "支出", "预算", "占比", "比重", "比例", "数量"];

/// Names the figures of every row whose names stand before it.
pub(super) fn settle(facts: &mut Facts) {
    let mut id = 0;
    while id < facts.list.len() {
        let row = facts.row(id);
        id = row.end.max(id + 1);
        if row.len() < 2 {
            continue;
        }
        for (at, name) in row.clone().zip(names(facts, &row).unwrap_or_default()) {
            let words = strip(&name).to_owned();
            let label = Label { key: normalize(&name), words, own: true };
            if let Some(fact) = facts.list.get_mut(at).filter(|_| !label.key.is_empty()) {
                fact.label = label;
            }
        }
    }
}

/// As many names as figures, behind which the words say that they come in order.
fn names(facts: &Facts, row: &Range) -> Option<Vec<String>> {
    let first = facts.get(row.start)?;
    let sentence = facts.clauses.sentences().get(first.place.sentence)?.start;
    let floor = row.start.checked_sub(1).and_then(|id| facts.get(id)).map_or(sentence, |f| f.range.end.max(sentence));
    let words = facts.text.words(floor..first.range.start);
    let (before, behind) = IN_ORDER.iter().find_map(|w| words.rsplit_once(w))?;
    if behind.contains(['，', '；', '：', '、']) {
        return None;
    }
    let before = before.trim_end_matches(['，', '：']);
    let before = NO_NAMES.iter().find_map(|w| before.strip_suffix(w)?.strip_suffix('，')).unwrap_or(before);
    let list = before.rsplit(['：', '；', '即']).next()?;
    let split = |marks: &[char]| -> Vec<String> {
        list.split(marks).map(|name| name.trim_start_matches('，').to_owned()).filter(|name| !name.is_empty()).gather()
    };
    let readings: [&[char]; 4] = [&['、'], &['、', '和', '与', '及'], &['，'], &['、', '，', '和', '与', '及']];
    readings.into_iter().map(split).find(|names| names.len() == row.len())
}
