//! The line item of a figure (项目、科目).

mod series;
mod words;

use super::{Facts, Measure, Role};
use crate::catalog::classification::ACCOUNTS;
use crate::text::{Lexicon, Mention};
use std::borrow::Cow;
use std::sync::LazyLock;
use words::{HEADS, KEPT_ENDS, KEPT_STARTS, MEASURE_ONLY, NOISE, TAILS};

static HEAD_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(HEADS));
static TAIL_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(TAILS));
/// The names of the accounts too: 对民间非营利组织和群众性自治组织补贴 is not 民间非营利组织….
static KEPT_START_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let accounts = ACCOUNTS.iter().map(|account| account.name);
    let begun = accounts.filter(|name| HEAD_WORDS.starts(name).next().is_some());
    Lexicon::new(KEPT_STARTS.iter().copied().chain(begun).map(|word| (word, ())))
});
static KEPT_END_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(KEPT_ENDS));
static NOISE_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(NOISE));

/// Verbs of a movement, which name no item: 由93家增加到429家.
const MOVED: [&str; 15] = [
    "增加", "减少", "提高", "提升", "降低", "下降", "上升", "增长", "扩大", "缩小", "压缩", "压减", "发展", "升", "降",
];

/// What a paragraph may begin with before it says what it is about.
const SAYINGS: [&str; 12] = [
    "据介绍",
    "据统计",
    "据悉",
    "据了解",
    "据初步统计",
    "据初步核算",
    "据快报统计",
    "经统计",
    "经初步核算",
    "初步核算",
    "初步统计",
    "统计显示",
];

/// A line item as the text words it, with the form in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// As the text words it, cue words left out; empty where nothing names the item.
    pub words: String,
    /// Normal form: periods, owners, measures and filling left out.
    pub key: String,
    /// Whether the words stand at the figure itself, not inherited from before.
    pub own: bool,
}

/// What stands behind the digits of a date.
const DATE: [char; 8] = ['年', '度', '月', '日', '号', '底', '末', '止'];

/// The words without what stands around the name of an item.
fn strip(words: &str) -> &str {
    let mut out = words;
    loop {
        let digits =
            out.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '，' | '、' | '：'));
        // 2020年度, 12月31日止: words of a date only behind its digits, for 日常公用经费 begins with one too; of 2020年年初 only one 年.
        let is_dated = || out.strip_suffix(digits).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
        // 应参加年检47家，年检率93.62%: nor is what follows a comma.
        let digits = if !digits.starts_with(DATE) || !is_dated() {
            digits
        } else {
            let again = digits.strip_prefix('年').filter(|rest| rest.starts_with('年'));
            again.unwrap_or_else(|| digits.trim_start_matches(DATE))
        };
        let kept = |head: &str| KEPT_START_WORDS.starts(digits).any(|(word, ())| word.starts_with(head));
        let head = HEAD_WORDS.starts(digits).find(|(head, ())| !kept(head));
        let bare = head.and_then(|(head, ())| digits.strip_prefix(head)).unwrap_or(digits);
        let kept = |tail: &str| KEPT_END_WORDS.ends(bare).any(|(word, ())| word.ends_with(tail));
        let tail = TAIL_WORDS.ends(bare).find(|(tail, ())| !kept(tail));
        let bare = tail.and_then(|(tail, ())| bare.strip_suffix(tail)).unwrap_or(bare);
        if bare == out {
            return out;
        }
        out = bare;
    }
}

/// 年初与追加相加即为全年项目支出: what the words say the figure is.
pub(super) fn said(words: &str) -> &str {
    // What all of them begin with is rarer than what they end with.
    if !words.contains(['即', '就', '正', '便']) {
        return words;
    }
    let said = |joint| words.rsplit_once(joint).map(|(_, tail)| tail).filter(|tail| tail.chars().count() >= 3);
    ["即为", "就是", "正是", "便是"].into_iter().find_map(said).unwrap_or(words)
}

/// `项目支出中商品和服务支出` names 商品和服务支出.
fn after_within(words: &str) -> &str {
    let words = said(words);
    words
        .split_once('中')
        .filter(|(head, tail)| {
            head.chars().count() >= 3
                && tail.chars().count() >= 2
                && !head.ends_with(['其', '年', '当', '集', '空', '期', '初', '高', '城', '心'])
                && !tail.starts_with([
                    '央', '心', '小', '介', '标', '国', '型', '期', '等', '学', '共', '层', '华', '医', '直',
                ])
        })
        .map_or(words, |(_, tail)| tail)
}

/// The normal form of words that name an item.
#[must_use]
pub fn normalize(words: &str) -> String {
    normal_form(words, strip(after_within(words)))
}

/// The normal form of words that name an item, where what stands around the name is known.
fn normal_form(words: &str, bare: &str) -> String {
    if let Some(balance) = crate::catalog::label::balance(words) {
        return balance.to_owned();
    }
    let mut key = Cow::Borrowed(bare);
    if NOISE_WORDS.is_in(&key) {
        for noise in NOISE {
            if !key.contains(noise) {
                continue;
            }
            let shorter = key.replace(noise, "");
            // 财政拨款收入 is an item of its own, not 收入.
            if shorter.chars().count() >= 2 && !matches!(shorter.as_str(), "收入" | "支出" | "预算" | "决算") {
                key = Cow::Owned(shorter);
            }
        }
    }
    // Where nothing was left out of the words, nothing new stands around them.
    let bare = if matches!(key, Cow::Borrowed(_)) { &key } else { strip(&key) };
    let key = crate::catalog::label::canonical(bare);
    // 中小企业的合同金额 is 中小企业合同金额; the names of accounts stay what they are.
    if key.contains('的') && !ACCOUNTS.iter().any(|account| account.name == key) {
        key.replace('的', "")
    } else {
        key
    }
}

/// Whether two normal forms can name one item: equal, or one the other with words around it.
#[must_use]
pub fn agree(a: &str, b: &str) -> bool {
    let long = |s: &str| s.chars().count() >= 2;
    a == b && !a.is_empty()
        || (!is_within_word(a, b)
            && long(a)
            && long(b)
            && (a.ends_with(b) || b.ends_with(a) || a.starts_with(b) || b.starts_with(a)))
}

/// 出口 of 进出口, 小学 of 中小学, 合格 of 不合格: whether one name is the end of the other only within a word that means another thing.
pub(crate) fn is_within_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let before = long.strip_suffix(short).and_then(|head| head.chars().next_back());
    match before {
        Some('进') => short.starts_with("出口"),
        Some('中') => short.starts_with("小学"),
        Some('不' | '未' | '非') => true,
        _ => false,
    }
}

/// How well two normal forms name one item: 3 equal, 2 one holds the other's characters in order, 1 one contains the other.
#[must_use]
pub fn likeness(a: &str, b: &str) -> u8 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if a == b {
        return 3;
    }
    // The marks in “三公”经费 are of the item's own name; in longer words around it they are left out.
    if a.contains('“') != b.contains('“') {
        let bare = |words: &str| words.replace(['“', '”'], "");
        return likeness(&bare(a), &bare(b)).min(2);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let count = short.chars().count();
    if count < 2 {
        return 0;
    }
    let mut rest = long.chars();
    // What one holds of the other it holds in order, so that most pairs end here.
    if !short.chars().all(|c| rest.any(|d| d == c)) {
        return 0;
    }
    if is_within_word(short, long) {
        return 0;
    }
    let ends = long.starts_with(short) || long.ends_with(short);
    if !ends && is_half(short, long) || ends && is_joined(short, long) {
        return 0;
    }
    if count >= 4 || ends { 2 } else { u8::from(long.contains(short)) }
}

/// 车辆购置费 of 车辆购置及运行费: whether a name is that of one of the two things which another joins.
fn is_half(short: &str, long: &str) -> bool {
    let head = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let tail = short.chars().rev().zip(long.chars().rev()).take_while(|(a, b)| a == b).count();
    let count = long.chars().count();
    let middle: String = long.chars().skip(head).take(count.saturating_sub(head + tail)).collect();
    let joins = |c: char| matches!(c, '及' | '和' | '与');
    middle.chars().count() > 1 && (middle.starts_with(joins) || middle.ends_with(joins))
}

/// 转移支付 of 税收返还和转移支付: the same where one of the two is named as it stands there.
pub fn is_joined(short: &str, long: &str) -> bool {
    let joins = ['和', '与', '及'];
    let head = long.strip_suffix(short).is_some_and(|head| head.chars().count() > 2 && head.ends_with(joins));
    head || long.strip_prefix(short).is_some_and(|tail| tail.chars().count() > 2 && tail.starts_with(joins))
}

/// The subject that a paragraph or sentence gives to the facts without a name of their own, its normal form worked out once.
#[derive(Default)]
struct Given {
    words: String,
    key: Option<String>,
}

impl Given {
    const fn by(words: String) -> Self {
        Self { words, key: None }
    }

    fn label(&mut self) -> Label {
        let key = self.key.get_or_insert_with(|| normalize(&self.words)).clone();
        Label { words: self.words.clone(), key, own: false }
    }
}

/// Names each fact: by its own words, else by the subject that the paragraph or sentence gave before.
pub(super) fn settle(facts: &mut Facts) {
    let mut subject = (usize::MAX, Given::default());
    let mut sentence = (usize::MAX, Given::default());
    for id in 0..facts.list.len() {
        let Some(fact) = facts.list.get(id) else { continue };
        let place = fact.place;
        if subject.0 != place.paragraph {
            subject = (place.paragraph, Given::by(paragraph_subject(facts, place.paragraph, fact.range.start)));
        }
        if sentence.0 != place.sentence {
            sentence = (place.sentence, Given::default());
        }
        let words = strip(after_within(&fact.left));
        // “三公”经费预算24.80万元，支出19.36万元: the outturn of the same item.
        let outturn = words == "支出" && fact.measure == Measure::Unstated && is_outturn(facts, id, &sentence.1.words);
        let measure = if outturn { Measure::Outturn } else { fact.measure };
        let nameless = measure != Measure::Unstated && MEASURE_ONLY.contains(&words)
            || fact.role == Role::To && MOVED.contains(&words);
        let named = !nameless && matches!(fact.role, Role::Level | Role::To | Role::Rate | Role::From);
        let key = if named { normal_form(&fact.left, words) } else { String::new() };
        let label = if !key.is_empty() {
            Label { words: words.to_owned(), key, own: true }
        } else if sentence.1.words.is_empty() {
            subject.1.label()
        } else {
            sentence.1.label()
        };
        if label.own && fact.role == Role::Level && place.depth == 0 {
            sentence.1 = Given::by(label.words.clone());
        }
        if let Some(fact) = facts.list.get_mut(id) {
            (fact.measure, fact.label) = (measure, label);
        }
    }
    series::settle(facts);
}

/// Whether 支出 right behind a budget, in its sentence, is the outturn of what the sentence or that budget is of.
fn is_outturn(facts: &Facts, id: usize, sentence: &str) -> bool {
    let (Some(fact), Some(before)) = (facts.get(id), id.checked_sub(1).and_then(|p| facts.get(p))) else {
        return false;
    };
    let budget = before.measure.is_budget() && before.place.sentence == fact.place.sentence;
    let item = if sentence.is_empty() { &before.label.words } else { sentence };
    budget && !item.is_empty() && !item.mentions("收入") && !item.ends_with("支出")
}

/// What a paragraph is about: its words before the first mark, where no figure stands in them.
fn paragraph_subject(facts: &Facts, paragraph: usize, first_figure: usize) -> String {
    let Some(p) = facts.text.paragraphs().get(paragraph) else { return String::new() };
    let from = p.range.start + p.marker.map_or(0, |m| m.length);
    let mut depth = 0i32;
    let mut out = String::new();
    for i in from..p.range.end.min(first_figure) {
        match facts.text.at(i) {
            Some('（') => depth += 1,
            Some('）') => depth -= 1,
            Some('“' | '”') => {}
            // 据介绍，…: who says it is not what it is about.
            Some('，') if depth <= 0 && SAYINGS.contains(&out.as_str()) => out.clear(),
            Some('。' | '，' | '；' | '：') if depth <= 0 => return out,
            Some(c) if depth <= 0 => out.push(c),
            _ => {}
        }
    }
    String::new()
}
