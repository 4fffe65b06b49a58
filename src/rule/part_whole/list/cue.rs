//! The words that open a list, and the totals that they name.

use super::below::{tells_changes, tells_main};
use super::told::told_cues;
use crate::rule::Scope;
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// A cue with the facts before and behind it.
pub(in crate::rule::part_whole) struct Cue {
    pub(super) code: &'static str,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    /// The bracket it stands in.
    pub(super) bracket: Option<usize>,
    /// The words admit that the list is not complete: 主要、等.
    pub(super) partial: bool,
    /// The totals that the cue names itself: 财政拨款收入中….
    pub(super) named: Vec<usize>,
    /// Where the list ends, for cues that stand behind it: 由…构成.
    pub(super) until: Option<usize>,
}

/// Words that open a list, each with its cue and whether it admits that the list is not complete. `中` and `按…分` need a figure
/// before them in the same item.
pub(super) static CUES: LazyLock<Lexicon<(&str, bool)>> = LazyLock::new(|| {
    Lexicon::new([
        ("主要包括", ("A06", true)),
        ("主要有", ("A06", true)),
        ("其中主要", ("A06", true)),
        ("其中", ("A01", false)),
        ("分别是", ("A02", false)),
        ("分别为：", ("A02", false)),
        ("具体为：", ("A02", false)),
        ("具体是：", ("A02", false)),
        ("分项情况是", ("A02", false)),
        ("分项情况为", ("A02", false)),
        ("具体情况是", ("A02", false)),
        ("具体情况为", ("A02", false)),
        ("包括", ("A02", false)),
        ("包含", ("A02", false)),
        ("来源为", ("A02", false)),
        ("来源是", ("A02", false)),
        ("渠道为", ("A02", false)),
        ("渠道是", ("A02", false)),
        ("组成", ("A02", false)),
        ("构成", ("A02", false)),
        ("构成为", ("A02", false)),
        ("构成是", ("A02", false)),
        ("含", ("A15", false)),
        ("如下", ("A01", false)),
        ("主要用于以下方面", ("A01", false)),
    ])
});

/// All cues of the text, in order.
pub(in crate::rule::part_whole) fn cues(scope: &Scope) -> Vec<Cue> {
    let facts = scope.facts;
    let mut out = Vec::new();
    for (paragraph, p) in facts.text.paragraphs().iter().enumerate() {
        let mut read = p.range.start;
        for (at, word, (code, partial)) in facts.text.found(&CUES, p.range.clone()) {
            if at < read {
                continue;
            }
            let end = at + word.chars().count();
            read = end;
            let sentence = crate::token::clause::index_of(facts.clauses.sentences(), at);
            let from = facts.clauses.sentences().get(sentence).map_or(at, |s| s.start);
            let (_, bracket) = facts.clauses.depth(from, at);
            if opens(scope, word, at) {
                // 由…构成: the list stands before the cue.
                // 由三部分构成：甲10万元: the list stands behind the colon, and nothing of it before.
                let behind = facts.text.at(end) == Some('：');
                let opened = if matches!(word, "组成" | "构成") && !behind {
                    (from..at).rev().find(|i| facts.text.at(*i) == Some('由'))
                } else {
                    None
                };
                let (at, end, until) = match opened {
                    Some(open) => (open, open + 1, Some(at)),
                    None => (at, end, None),
                };
                // 人员经费包括…: a sentence that begins with the name of its whole.
                let opens_sentence = code == "A02" && facts.begin_in(from..at).is_empty();
                let named = if word == "如下" || opens_sentence { named_before(scope, from, at) } else { Vec::new() };
                // 主要项目完成情况如下：: what is told of the main ones is not told of all.
                let partial = partial || word == "如下" && tells_main(facts.text.words(from..at));
                // 收入构成中，利息净收入3.2亿元: what stands within a whole need not be all of it.
                let partial = partial || (until.is_none() && code == "A02" && facts.text.at(end) == Some('中'));
                out.push(Cue { code, at, end, sentence, paragraph, bracket, partial, named, until });
            }
        }
    }
    within_cues(scope, &mut out);
    told_cues(scope, &mut out);
    crate::order::by_key(&mut out, |cue| cue.at);
    out
}

/// 甲10万元，乙5万元，二者构成基本支出15万元: right before such a verb, words for what stands before them.
const TOGETHER: [&str; 5] = ["二者", "两者", "三者", "四者", "共同"];

/// Whether a word opens a list here: 含义 does not, nor does 其中的 or a clause that tells something: 其中重要的一条是….
fn opens(scope: &Scope, word: &str, at: usize) -> bool {
    let facts = scope.facts;
    // 用车费用中含购置费0万元: 中 names the whole, which its own cue finds.
    let clause = facts.clauses.clauses().get(crate::token::clause::index_of(facts.clauses.clauses(), at));
    let bare = |start: usize| facts.begin_in(start..at).is_empty();
    if word == "含" && facts.text.has(at.saturating_sub(1), "中") && clause.is_some_and(|c| bare(c.start)) {
        return false;
    }
    if word == "含" {
        return !facts.text.has(at.saturating_sub(1), "不含")
            && !["含义", "含量"].iter().any(|w| facts.text.has(at, w))
            && !names_its_whole(scope, at);
    }
    if matches!(word, "组成" | "构成") {
        // 由甲10万元、乙5万元二者构成
        let listed = clause.is_some_and(|c| facts.text.words(c.start..at).contains('由'));
        return listed || !TOGETHER.iter().any(|w| facts.text.has(at.saturating_sub(2), w));
    }
    if word != "其中" {
        // 由49万元调整为48万元。调整项目如下：: what is listed is how items were changed.
        return !(word == "如下" && tells_changes(facts.text.words(at.saturating_sub(4)..at)));
    }
    let end = at + 2;
    let clauses = facts.clauses.clauses();
    let Some(clause) = clauses.get(crate::token::clause::index_of(clauses, end)).filter(|c| c.start <= at) else {
        return true;
    };
    let figure = facts.list.get(facts.list.partition_point(|f| f.range.start < end));
    let words = facts.text.words(end..clause.end);
    let empty = figure.is_none_or(|f| f.range.start >= clause.end);
    // 其中来自补助的部分，也缓解了压力，至少有10万元…: two clauses without a figure tell a story and list nothing.
    let told = words.ends_with('，') && words.chars().count() > 4;
    let next = clauses.get(crate::token::clause::index_of(clauses, clause.end)).map_or(clause.end, |c| c.end);
    let far = told && figure.is_none_or(|f| f.range.start >= next);
    !empty || !(words.starts_with('的') || words.contains('是') || far)
}

/// 基金支出含上解资金428万元: what contains it is named before 含 in the clause and printed nowhere there.
fn names_its_whole(scope: &Scope, at: usize) -> bool {
    let facts = scope.facts;
    let clauses = facts.clauses.clauses();
    let Some(start) = clauses.get(crate::token::clause::index_of(clauses, at)).map(|c| c.start) else { return false };
    let before = facts.text.words(start..at);
    let words = before.trim_end_matches(['（', '，']);
    // 上述价格含污水处理费0.95元: the words point back to an amount.
    let back = words.starts_with_any(&["上述", "以上", "前述", "该", "此", "其"]);
    words == before && !back && words.chars().count() >= NAME && facts.begin_in(start..at).is_empty()
}

/// How many characters before 含 are a name of what contains: 基金支出.
const NAME: usize = 4;

/// How many characters a name has at most.
const LONGEST: usize = 60;

/// `财政拨款支出主要内容如下`: the level that the words before the cue name.
fn named_before(scope: &Scope, from: usize, at: usize) -> Vec<usize> {
    let facts = scope.facts;
    let words = facts.text.words(from..at);
    let words = words.rsplit(['，', '；', '。']).next().unwrap_or("");
    let name = ["主要内容", "具体情况", "具体内容", "具体构成", "明细", "情况", "具体"]
        .iter()
        .fold(words, |w, tail| w.trim_end_matches(tail));
    // A sentence without marks is no name, however long it grows.
    if name.char_indices().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let next = facts.list.partition_point(|f| f.range.end <= at);
    let mut named = facts.levels_named(name, next);
    named.truncate(1);
    named
}

/// How many amounts that the words name are asked whether they can hold the part.
const ALIKE: usize = 12;

/// `财政拨款收入中一般公共预算…9759.05万元，…`, `“三公”经费支出决算中，…`: the whole is named, not stated, in the sentence.
fn within_cues(scope: &Scope, out: &mut Vec<Cue>) {
    let facts = scope.facts;
    let mut last = None;
    for (next, first) in facts.list.iter().enumerate() {
        // The first of its part of a sentence.
        if last.replace(first.place.segment) == Some(first.place.segment) {
            continue;
        }
        let Some(range) = facts.clauses.segments().get(first.place.segment) else { continue };
        let Some(at) = (range.start..first.range.start).find(|i| is_within_at(scope, *i)) else { continue };
        let words = facts.text.words(range.start..at);
        // （见第4部分。）“其他”里: nor does a name begin in the bracket before it.
        let name = words.rsplit(['，', '；', '：', '。', '）']).next().unwrap_or("");
        // 实有在职39人。在职人员中，…: who they are is told by how they are employed.
        let people = name.strip_suffix("人员").filter(|kind| ["在职", "在编", "在岗"].contains(kind));
        let name = people.unwrap_or(name);
        let sentence = first.place.sentence;
        let later = facts.in_sentence(sentence).start < next;
        let named = facts.levels_named(name, next);
        // 全市财政收入320亿元，市本级财政收入174亿元。财政收入中，税收270亿元: of several that the words name alike, one that can hold the part.
        let holds =
            |w: &&usize| facts.get(**w).is_some_and(|f| f.is_like(first) && f.figure.base() >= first.figure.base());
        let best = || named.first().map_or(0, |w| facts.naming(*w, name, next));
        let other = || named.iter().take(ALIKE).filter(holds).find(|w| facts.naming(**w, name, next) == best());
        if let Some(whole) = named.first().filter(holds).or_else(other).or(named.first()) {
            out.push(Cue {
                code: "A01",
                at: at + 1,
                end: at + 1,
                sentence,
                paragraph: first.place.paragraph,
                bracket: None,
                partial: name.mentions("主要"),
                named: vec![*whole],
                until: later.then_some(range.end),
            });
        }
    }
}

/// 中 or 里 as "within", not as part of a word.
pub(super) fn is_within_at(scope: &Scope, at: usize) -> bool {
    let text = &scope.facts.text;
    let neighbours = || (at.checked_sub(1).and_then(|i| text.at(i)), text.at(at + 1));
    text.at(at).filter(|c| matches!(c, '中' | '里')).is_some_and(|c| {
        let (before, behind) = neighbours();
        is_within(before.as_ref(), Some(&c), behind.as_ref())
    })
}

/// The same of a character with its neighbours.
pub(in crate::rule::part_whole) fn is_within(before: Option<&char>, at: Option<&char>, behind: Option<&char>) -> bool {
    match at {
        Some('中') => {
            !before.is_some_and(|c| "其年当集空期之高初城华心".contains(*c))
                && !behind.is_some_and(|c| "央心小介标国型期等学共层华医直级间途旬午".contains(*c))
        }
        Some('里') => {
            !before.is_some_and(|c| "公海英那这哪邻华阿".contains(*c))
                && !behind.is_some_and(|c| "程面约弄".contains(*c))
        }
        _ => false,
    }
}
