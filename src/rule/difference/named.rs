//! C13: remainders that their names define: 总资产 − 总负债 = 净资产, 出生率 − 死亡率 = 自然增长率, 收入 − 支出 = 收支结余.

use super::{done, movement, relation};
use crate::fact::{Fact, Role, normalize};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// A remainder, what it is left of, and what is taken away from that.
struct Remainder {
    rest: &'static [&'static str],
    whole: &'static str,
    taken: &'static str,
}

/// Longest names first; 会计基本等式, 人口统计 and 财政收支 define them.
const REMAINDERS: [Remainder; 11] = [
    Remainder { rest: &["净值"], whole: "原值", taken: "折旧" },
    Remainder { rest: &["核减", "审减"], whole: "送审", taken: "审定" },
    Remainder { rest: &["净资产"], whole: "资产", taken: "负债" },
    Remainder { rest: &["股东权益", "所有者权益"], whole: "资产", taken: "负债" },
    Remainder { rest: &["自然增长率"], whole: "出生率", taken: "死亡率" },
    Remainder {
        rest: &["自然增长", "自然增加", "自然增长人口", "净增人口"], whole: "出生", taken: "死亡"
    },
    Remainder {
        rest: &[
            "收支结余",
            "当年结余",
            "本年结余",
            "当期结余",
            "当期结存",
            "本年结存",
            "收支结存",
            "收支差额",
            "收支相抵",
            "收支相抵后结余",
            "收支相抵结余",
            "收大于支",
        ],
        whole: "收入",
        taken: "支出",
    },
    Remainder { rest: &["支大于收", "收不抵支"], whole: "支出", taken: "收入" },
    Remainder { rest: &["剩余额度", "限额结余", "剩余限额"], whole: "限额", taken: "余额" },
    Remainder { rest: &["贸易顺差", "顺差"], whole: "出口", taken: "进口" },
    Remainder { rest: &["贸易逆差", "逆差"], whole: "进口", taken: "出口" },
];

/// The names of remainders with their places in [`REMAINDERS`].
static RESTS: LazyLock<Lexicon<usize>> = LazyLock::new(|| {
    let all = REMAINDERS.iter().enumerate();
    Lexicon::new(all.flat_map(|(at, remainder)| remainder.rest.iter().map(move |name| (*name, at))))
});

/// How many figures back whole and part are looked for.
const REACH: usize = 40;

/// States the remainder: always right behind its two amounts, further off where it holds.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    let Some(remainder) = remainder(scope, fact) else { return };
    if done::state(scope, id, (remainder.whole, remainder.taken), out) {
        return;
    }
    let operand = |f: &Fact, name: &str, other: &str| {
        let stated = !matches!(f.role, Role::Change | Role::Growth | Role::Points | Role::Share);
        let same = f.figure.unit == fact.figure.unit || fact.is_amount() && f.is_like(fact);
        // 进出口总额 is neither of the two.
        let named = f.left.contains(name) && !f.left.contains(other) && !f.left.contains("进出口");
        stated && same && f.figure.is_plain() && named
    };
    let first = facts.in_paragraph(fact.place.paragraph.saturating_sub(1)).start.max(id.saturating_sub(REACH));
    let found = |name: &'static str, other: &'static str| {
        facts.pick(first..id, move |f| operand(f, name, other)).rev().gather()
    };
    // 净值2.1亿元，…；原值3.4亿元，累计折旧1.3亿元: an operand told behind the remainder is one only where the figures say so.
    let last = facts.in_paragraph(fact.place.paragraph + 1).end.max(facts.in_paragraph(fact.place.paragraph).end);
    let last = last.min(id + REACH);
    let behind =
        |name: &'static str, other: &'static str| facts.pick(id + 1..last, move |f| operand(f, name, other)).gather();
    let (mut wholes, mut parts) = (found(remainder.whole, remainder.taken), found(remainder.taken, remainder.whole));
    let told = !wholes.is_empty() && !parts.is_empty();
    if !told {
        wholes.extend(behind(remainder.whole, remainder.taken));
        parts.extend(behind(remainder.taken, remainder.whole));
    }
    let pairs = || wholes.iter().flat_map(|w| parts.iter().map(move |p| (*w, *p)));
    let equation = |(whole, part): (usize, usize)| movement(whole, part, 1, id);
    let before =
        |other: usize| other + 4 >= id && facts.get(other).is_some_and(|f| f.place.sentence == fact.place.sentence);
    // Of several that the name fits, words alone choose none.
    let beside = |f: &Fact| f.place.segment == fact.place.segment;
    let here = |list: &[usize]| {
        let near = list.iter().filter(|o| facts.get(**o).is_some_and(beside)).count();
        let told = list.iter().filter(|o| facts.get(**o).is_some_and(|f| f.place.sentence == fact.place.sentence));
        near == 1 || near == 0 && told.count() == 1
    };
    let named_so = |(whole, part): &(usize, usize)| {
        is_same_thing(fact, remainder, facts.get(*whole)) && is_same_thing(fact, remainder, facts.get(*part))
    };
    let adjacent = pairs().find(|(w, p)| before(*w) && before(*p)).filter(|_| here(&wholes) && here(&parts));
    let adjacent = adjacent.filter(named_so);
    let sure = adjacent.or_else(|| pairs().find(|pair| scope.fits(&equation(*pair))));
    // One of each in reach, or called the total: a slip of the pen says that they are meant.
    let (wholes, parts) = (totals(scope, remainder, wholes), totals(scope, remainder, parts));
    let pairs = || wholes.iter().flat_map(|w| parts.iter().map(move |p| (*w, *p)));
    let single =
        |list: &[usize]| list.iter().all(|o| facts.base_value(*o) == list.first().and_then(|f| facts.base_value(*f)));
    let slip = || pairs().next().filter(|p| single(&wholes) && single(&parts) && scope.is_likely_slip(&equation(*p)));
    let Some(pair) = sure.or_else(slip) else { return };
    let single = Some(equation(pair)).filter(|one| scope.fits(one));
    let several = || rows(scope, pair, id).map(|all| (scope.fits(&all) || scope.is_stated_slip(&all)).then_some(all));
    let Some(equation) = single.or_else(|| several().unwrap_or_else(|| Some(equation(pair)))) else { return };
    let Some(equation) = with_carried(scope, pair, id, equation) else { return };
    let range = facts.span(&equation.all());
    out.relation(relation("C13", Kind::Difference, equation, range, sure.is_some()));
}

/// The remainder that the words of an amount name.
fn remainder(scope: &Scope, fact: &Fact) -> Option<&'static Remainder> {
    let words = fact.left.trim_end_matches(['为', '约', '是', '达', '了', '额']);
    let words = if is_left_over(scope, fact) { "收支相抵" } else { words };
    let named = RESTS.ends(words).map(|(_, at)| at).min().and_then(|at| REMAINDERS.get(at));
    named.filter(|_| !words.contains(['每', '归', '比', '较', '少']))
}

/// 收支相抵，有1.23亿元结转下年: whether the clause before an amount says what it is left of, and its own only that it is.
fn is_left_over(scope: &Scope, fact: &Fact) -> bool {
    let facts = scope.facts;
    let own = matches!(
        fact.left.trim_end_matches(['为', '约', '了']),
        "有" | "尚有" | "还有" | "剩" | "还剩" | "剩余" | "余" | "结余" | "净结余"
    );
    let clause = fact.place.clause.checked_sub(1).filter(|_| own).and_then(|c| facts.clauses.clauses().get(c));
    let words = clause.map_or("", |c| facts.text.words(c.clone())).trim_end_matches(['，', '后']);
    words.ends_with("收支相抵") || words.ends_with("收支两抵")
}

/// 一般贸易出口12.62亿元: whether the exports or imports of an amount are all of them.
fn is_of_all(remainder: &Remainder, operand: Option<&Fact>) -> bool {
    const ALL: [&str; 4] = ["", "货物", "外贸", "对外贸易"];
    let trade = ["出口", "进口"].contains(&remainder.whole);
    let head = |f: &Fact| ["出口", "进口"].iter().find_map(|w| f.left.split_once(w)).map(|(head, _)| normalize(head));
    !trade || operand.and_then(head).is_some_and(|head| ALL.contains(&head.as_str()))
}

/// 原值90万元，累计折旧40万元，净值50万元，其中车辆净值12万元: a remainder with a name of its own, which the operand lacks, is that of a
/// part, and the one behind 其中 always.
fn is_same_thing(rest: &Fact, remainder: &Remainder, operand: Option<&Fact>) -> bool {
    let words = rest.left.trim_end_matches(['为', '约', '是', '达', '了', '额']);
    let own = remainder.rest.iter().filter_map(|w| words.strip_suffix(w)).map(normalize).min_by_key(String::len);
    let own = own.unwrap_or_default();
    let told = operand.is_some_and(|f| normalize(&f.left).contains(&own));
    !words.starts_with("其中") && (own.chars().count() < 3 || told) && is_of_all(remainder, operand)
}

/// 补贴收入386万元、个人缴费212万元，原料支出512万元、人工86万元，收支相抵0万元: of several amounts in a row, all count.
fn rows(scope: &Scope, (whole, part): (usize, usize), rest: usize) -> Option<Equation> {
    let (came, went) = (scope.facts.named_row(whole), scope.facts.named_row(part));
    let apart = !came.contains(&part) && !came.contains(&rest) && !went.contains(&rest);
    let parts = came.clone().map(Term::plus).chain(went.clone().map(Term::minus)).gather();
    (apart && came.len() + went.len() > 2).then(|| Equation::Sum { parts, whole: vec![Term::plus(rest)] })
}

/// 总收入1146万元，上年结转72万元，总支出1189万元，财政收回6万元，本年结余23万元: what else of the sentence was there before or was handed
/// back counts as well; none where it makes nothing fit.
fn with_carried(scope: &Scope, (whole, part): (usize, usize), rest: usize, plain: Equation) -> Option<Equation> {
    let facts = scope.facts;
    let fact = facts.get(rest)?;
    let has = |f: &Fact, words: &[&str]| f.left.mentions_any(words);
    let other =
        |f: &Fact| f.is_amount() && f.is_like(fact) && f.figure.is_plain() && f.place.segment == fact.place.segment;
    let mut parts = vec![Term::plus(whole), Term::minus(part)];
    for id in facts.pick(whole.min(part) + 1..rest, other).filter(|id| *id != whole && *id != part) {
        let Some(told) = facts.get(id) else { continue };
        if has(told, &["上年结转", "上年结余", "年初结转", "年初结余", "上年滚存"]) {
            parts.push(Term::plus(id));
        } else if has(told, &["收回", "上缴", "上解", "调出"]) {
            parts.push(Term::minus(id));
        }
    }
    if parts.len() == 2 || scope.fits(&plain) {
        return Some(plain);
    }
    Some(Equation::Sum { parts, whole: vec![Term::plus(rest)] }).filter(|all| scope.fits(all))
}

/// Of some amounts the one that is called the total, else all that are of everything.
fn totals(scope: &Scope, remainder: &Remainder, mut list: Vec<usize>) -> Vec<usize> {
    list.retain(|id| is_of_all(remainder, scope.facts.get(*id)));
    let total = |id: &usize| scope.facts.get(*id).is_some_and(is_total);
    let called: Vec<usize> = list.iter().copied().filter(total).gather();
    if called.len() == 1 { called } else { list }
}

/// Whether the words call an amount the total of its kind.
fn is_total(fact: &Fact) -> bool {
    fact.left.mentions_any(&["总收入", "总支出", "收入总", "支出总", "收入合计", "支出合计", "本年收入", "本年支出"])
}
