//! Lists within one paragraph (段内列举): 具体情况如下：（一）收入…。1.拨款…。2.其他…。（二）支出…。, as they are pasted from pages that lost their
//! lines.
//!
//! Only items that are whole sentences are told apart; what stands between ； is read as one sentence.

use super::Span;
use super::marker::{Marker, marker};
use crate::gather::Gather;

/// ①, A．: the lowest marks part the sentences of one paragraph.
const IN_FLOW: u8 = 5;

/// How many characters a paragraph has at least that is a page without its lines. In a shorter one, what follows a list speaks of all of it:
/// 以上两项共节约23.7万元.
const PAGE: usize = 400;

/// Where in a paragraph as long as a page items begin, its head aside.
pub(super) fn items(chars: &[char], spans: &[Span]) -> Vec<usize> {
    if chars.len() < PAGE { Vec::new() } else { numbered(chars, spans) }
}

/// Where items begin: each numbered on from the item before it, or on to the next.
fn numbered(chars: &[char], spans: &[Span]) -> Vec<usize> {
    let marks = (0..chars.len()).filter_map(|at| Some((at, mark_at(chars, spans, at)?)));
    let marks: Vec<(usize, Marker)> = marks.gather();
    let pair = |next: usize| {
        let (at, mark) = marks.get(next)?;
        let (before, last) = marks.get(..next)?.iter().rfind(|(_, other)| other.level == mark.level)?;
        (last.ordinal + 1 == mark.ordinal).then_some([*before, *at])
    };
    let items = (0..marks.len()).filter_map(pair).flatten().filter(|at| *at > 0).gather_set();
    items.into_iter().gather()
}

/// The mark at a place where an item may begin: behind a stop or a blank, the first of a list also behind what announces it.
fn mark_at(chars: &[char], spans: &[Span], at: usize) -> Option<Marker> {
    let last = at.checked_sub(1);
    let before = last.and_then(|last| chars.get(last));
    let is_apart =
        last.and_then(|last| spans.get(last)).is_none_or(|last| spans.get(at).is_none_or(|own| last.end < own.start));
    let begins = is_apart && !matches!(before, Some('；' | '，' | '、')) || before == Some(&'。');
    if !begins && !matches!(before, Some('：' | '）')) && chars.get(at) != Some(&'（') {
        return None;
    }
    marker(chars.get(at..)?).filter(|mark| mark.level < IN_FLOW && (begins || mark.ordinal == 1))
}

#[cfg(test)]
mod tests {
    use super::{PAGE, items, numbered};
    use crate::text::Span;

    fn parted(text: &str) -> Vec<String> {
        let places = text.char_indices().filter(|(_, c)| *c != ' ');
        let place = |(at, c): (usize, char)| (c, Span::new(at as u32, (at + c.len_utf8()) as u32));
        let (chars, spans): (Vec<char>, Vec<Span>) = places.map(place).unzip();
        let ends = numbered(&chars, &spans).into_iter().chain([chars.len()]);
        let mut from = 0;
        ends.map(|end| chars[std::mem::replace(&mut from, end)..end].iter().collect()).collect()
    }

    #[test]
    fn items_that_are_sentences_are_told_apart() {
        let text = "支出10万元，情况如下：（一）基本支出4万元。1.人员3万元。2.公用1万元。（二）项目支出6万元。";
        let items = [
            "支出10万元，情况如下：",
            "（一）基本支出4万元。",
            "1.人员3万元。",
            "2.公用1万元。",
            "（二）项目支出6万元。",
        ];
        assert_eq!(parted(text), items);
        assert_eq!(parted("一、职责 负责收支。二、人员 共3人。（一）编制 4名。（二）在职 3人。").len(), 4);
        assert_eq!(parted("三、收入情况（一）拨款4万元。（二）其他1万元。四、支出情况良好。").len(), 4);
    }

    #[test]
    fn only_a_paragraph_as_long_as_a_page_is_parted() {
        let list: Vec<char> = "（一）基本支出4万元。（二）项目支出6万元。".chars().collect();
        let page = [list.as_slice(), &['无'; PAGE]].concat();
        let spans = |chars: &[char]| (0..chars.len() as u32).map(|at| Span::new(at, at + 1)).collect::<Vec<_>>();
        assert!(items(&list, &spans(&list)).is_empty());
        assert_eq!(items(&page, &spans(&page)).len(), 1);
    }

    #[test]
    fn a_sentence_stays_whole() {
        for text in [
            "分为：（1）人员4万元；（2）公用6万元。",
            "支出10万元。2.5万元为上年结转。",
            "按照办法（一）的规定执行。（三）另有说明。",
            "共3项。1月完成一项。2月完成两项。",
            "分为： （1）人员4万元； （2）公用6万元。",
        ] {
            assert_eq!(parted(text), [text.replace(' ', "")], "{text}");
        }
    }
}
