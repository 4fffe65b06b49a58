//! The laws of figures, intervals and the judge.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)] // a broken law must fail loudly

use gouji::fact::Facts;
use gouji::number::format::{fixed, plain, quotient, round};
use gouji::number::{Allowance, Decimal, Interval};
use gouji::relation::{Equation, Order, Term, Values, Verdict, fits, judge, mending};
use gouji::text::LogicalText;
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

/// Facts of figures as printed, one a sentence, in order.
fn facts(printed: &[String]) -> Facts {
    let text: String = printed.iter().map(|figure| format!("本项{figure}。")).collect();
    let facts = Facts::new(LogicalText::new(&text));
    assert_eq!(facts.list.len(), printed.len(), "{text}");
    facts
}

fn verdict(printed: &[&str], equation: &Equation) -> Verdict {
    let printed: Vec<String> = printed.iter().map(|s| (*s).to_owned()).collect();
    judge(equation, &Values::printed(&facts(&printed))).verdict
}

/// `0 + 1 + … = last`.
fn sum(count: usize) -> Equation {
    Equation::Sum { parts: (0..count - 1).map(Term::plus).collect(), whole: vec![Term::plus(count - 1)] }
}

/// Figure 0 over figure 1 is figure 2.
fn growth(sign: i8) -> Equation {
    Equation::Rate { part: vec![Term::plus(0)], whole: vec![Term::plus(1)], less_one: true, sign, rate: 2 }
}

fn share() -> Equation {
    Equation::Rate { part: vec![Term::plus(0)], whole: vec![Term::plus(1)], less_one: false, sign: 1, rate: 2 }
}

#[test]
fn growth_holds_by_the_rounding_of_its_inputs() {
    // 216784 / 203649 − 1 = 6.4498 %, which prints as 6.4 %; the inputs alone may stand for as much as 6.4503 %.
    assert_eq!(verdict(&["216784元", "203649元", "6.4%"], &growth(1)), Verdict::Rounded);
    assert_eq!(verdict(&["216784元", "203649元", "6.5%"], &growth(1)), Verdict::Rounded);
    assert_eq!(verdict(&["216784元", "203649元", "6.6%"], &growth(1)), Verdict::Inconsistent);
    // Whole things are counted, not rounded.
    assert_eq!(verdict(&["216784人", "203649人", "6.5%"], &growth(1)), Verdict::Inconsistent);
}

#[test]
fn a_fall_is_stated_without_its_sign() {
    assert_eq!(verdict(&["90万元", "100万元", "10%"], &growth(-1)), Verdict::Exact);
    assert_eq!(verdict(&["90万元", "100万元", "10%"], &growth(1)), Verdict::Inconsistent);
    assert_eq!(verdict(&["90万元", "100万元", "-10%"], &growth(1)), Verdict::Exact);
}

#[test]
fn trailing_zeros_do_not_make_another_number() {
    assert_eq!(verdict(&["3.14万元", "3.140万元"], &sum(2)), Verdict::Exact);
    assert_eq!(plain(decimal("3.140")), plain(decimal("3.14")));
}

#[test]
fn figures_of_two_units_add_up_in_the_base_unit() {
    assert_eq!(verdict(&["1.2亿元", "350万元", "12350万元"], &sum(3)), Verdict::Exact);
    assert_eq!(verdict(&["4.83万元", "16500元", "64800元"], &sum(3)), Verdict::Exact);
}

#[test]
fn units_of_one_thing_are_like_and_others_are_not() {
    let like = |a: &str, b: &str| {
        let facts = facts(&[format!("12{a}"), format!("8{b}")]);
        facts.list[0].is_like(&facts.list[1])
    };
    for (a, b) in
        [("元", "万元"), ("辆", "台"), ("户", "家"), ("kg", "公斤"), ("平方米", "㎡"), ("公里", "km"), ("名", "人")]
    {
        assert!(like(a, b) && like(b, a), "{a} and {b}");
    }
    for (a, b) in [("元", "美元"), ("人", "人次"), ("元", "元/吨"), ("%", "个百分点"), ("吨", "公斤"), ("件", "台")]
    {
        assert!(!like(a, b) && !like(b, a), "{a} and {b}");
    }
}

#[test]
fn rounded_parts_may_miss_their_total_by_a_rounding_each() {
    assert_eq!(verdict(&["33.33%", "33.33%", "33.33%", "100.00%"], &sum(4)), Verdict::Rounded);
    assert_eq!(verdict(&["1.25万元", "1.25万元", "2.51万元"], &sum(3)), Verdict::Rounded);
    assert_eq!(verdict(&["1.25万元", "1.25万元", "2.52万元"], &sum(3)), Verdict::Inconsistent);
}

#[test]
fn a_coarse_figure_holds_only_as_rounded_to_whole_units() {
    let printed = ["12.36万元", "14.28万元", "27万元", "16.55万元", "18.61万元"];
    assert_eq!(verdict(&printed, &sum(3)), Verdict::Coarse);
}

#[test]
fn something_is_no_rate_of_nothing() {
    assert_eq!(verdict(&["3人", "0人", "100%"], &growth(1)), Verdict::Inconsistent);
    assert_eq!(verdict(&["3人", "0人", "100%"], &share()), Verdict::Inconsistent);
}

#[test]
fn overflow_is_unchecked_never_wrong() {
    let huge = format!("{}亿元", "9".repeat(21));
    assert_eq!(verdict(&[&huge, &huge, &huge], &sum(3)), Verdict::Unchecked);
    assert_eq!(verdict(&[&huge, &huge, "100%"], &share()), Verdict::Unchecked);
    let product = Equation::Product { factors: vec![0, 1], per: None, result: 2 };
    assert_eq!(verdict(&["99999999999亿元", "99999999999亿个", "1元"], &product), Verdict::Unchecked);
}

#[test]
fn halves_round_away_from_zero() {
    for (value, places, expected) in
        [("0.125", 2, "0.13"), ("0.135", 2, "0.14"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("90.625", 2, "90.63")]
    {
        assert_eq!(fixed(decimal(value), places), expected, "{value}");
    }
    assert_eq!(fixed(decimal("2"), 2), "2.00");
    assert_eq!(quotient(Decimal::ONE, Decimal::ZERO), None);
}

#[test]
fn vague_figures_stand_for_what_they_say() {
    let equation = Equation::Order { left: vec![Term::plus(0)], order: Order::Equal, right: vec![Term::plus(1)] };
    assert_eq!(verdict(&["1000余万元", "1050万元"], &equation), Verdict::Exact);
    assert_eq!(verdict(&["1000余万元", "1300万元"], &equation), Verdict::Inconsistent);
    assert_eq!(verdict(&["3—5万元", "4万元"], &equation), Verdict::Exact);
    assert_eq!(verdict(&["3—5万元", "6万元"], &equation), Verdict::Inconsistent);
    assert_eq!(verdict(&["不足10人", "9人"], &equation), Verdict::Exact);
    assert_eq!(verdict(&["不足10人", "12人"], &equation), Verdict::Inconsistent);
}

fn amount() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000i64..1_000_000_000, 0u32..5).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

fn interval() -> impl Strategy<Value = (Interval, Decimal)> {
    // An interval with a value inside it.
    (amount(), amount(), 0u32..=10).prop_map(|(a, b, tenths)| {
        let step = (b - a) * Decimal::new(i64::from(tenths), 1);
        (Interval::new(a, b), a + step)
    })
}

fn holds(interval: Interval, value: Decimal) -> bool {
    interval.meets(Interval::exact(value))
}

/// The figure with each of its digits changed in turn, without 0 before other digits.
fn one_digit_off(printed: &str) -> Vec<String> {
    let mut out = Vec::new();
    let leads = printed.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    for (at, own) in printed.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        for digit in ('0'..='9').filter(|d| *d != own && (at > 0 || !leads || *d != '0')) {
            out.push(printed[..at].to_owned() + &digit.to_string() + &printed[at + 1..]);
        }
    }
    out
}

/// Every slip by which one figure can be mended is found, and none that does not mend: the equation is judged with each.
fn assert_all_slips_are_found(printed: &[String], equation: &Equation) {
    let facts = facts(printed);
    let values = Values::printed(&facts);
    let all = equation.all();
    let found: Vec<(usize, Decimal)> =
        mending(equation, &values, &all).filter(|s| !s.exchanged).map(|s| (s.fact, s.figure.value)).collect();
    for fact in all {
        let good = one_digit_off(&printed[fact]).into_iter().filter_map(|text| {
            let changed = gouji::number::Figure {
                value: decimal(text.trim_end_matches(|c: char| !c.is_ascii_digit())),
                ..facts.get(fact).unwrap().figure.clone()
            };
            fits(equation, &Values::with(&facts, fact, &changed)).then_some(changed.value)
        });
        let mut good: Vec<Decimal> = good.collect();
        let mut own: Vec<Decimal> = found.iter().filter(|(id, _)| *id == fact).map(|(_, value)| *value).collect();
        good.sort_unstable();
        own.sort_unstable();
        assert_eq!(own, good, "figure {fact} of {printed:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_operation_on_intervals_holds_the_operation_on_values((a, x) in interval(), (b, y) in interval()) {
        prop_assert!(holds(a, x) && holds(b, y));
        prop_assert!(holds(a.plus(b).unwrap(), x + y));
        prop_assert!(holds(a.times(b).unwrap(), x * y));
        prop_assert!(holds(a.negate(), -x));
    }

    #[test]
    fn interval_operations_commute_and_associate((a, _) in interval(), (b, _) in interval(), (c, _) in interval()) {
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.times(b), b.times(a));
        prop_assert_eq!(a.plus(b).unwrap().plus(c), b.plus(c).unwrap().plus(a));
        prop_assert_eq!(a.negate().negate(), a);
        prop_assert_eq!(a.meets(b), b.meets(a));
        prop_assert!(a.meets(a));
    }

    #[test]
    fn solving_a_sum_finds_every_slip(a in 1i64..999_999, b in 1i64..999_999, gap in -99_999i64..99_999, minus in any::<bool>()) {
        let amount = |mantissa: i64| format!("{}万元", fixed(Decimal::new(mantissa.abs().max(1), 2), 2));
        let parts = vec![Term::plus(0), if minus { Term::minus(1) } else { Term::plus(1) }];
        let whole = if minus { a - b } else { a + b } + gap / 1000 * 1000;
        let equation = Equation::Sum { parts, whole: vec![Term::plus(2)] };
        assert_all_slips_are_found(&[amount(a), amount(b), amount(whole)], &equation);
    }

    #[test]
    fn solving_a_ratio_finds_every_slip(
        part in 100i64..999_999, whole in 100i64..999_999, slip in -9i64..9, less_one in any::<bool>(), falls in any::<bool>(),
    ) {
        let amount = |mantissa: i64| format!("{}万元", fixed(Decimal::new(mantissa, 2), 2));
        let ratio = quotient(Decimal::new(part, 0), Decimal::new(whole, 0)).unwrap() * Decimal::ONE_HUNDRED;
        let change = if less_one { (ratio - Decimal::ONE_HUNDRED).abs() } else { ratio };
        let rate = (change + Decimal::new(slip * 10, 1)).abs();
        let sign = if less_one && falls { -1 } else { 1 };
        let equation =
            Equation::Rate { part: vec![Term::plus(0)], whole: vec![Term::plus(1)], less_one, sign, rate: 2 };
        assert_all_slips_are_found(&[amount(part), amount(whole), format!("{}%", fixed(rate, 2))], &equation);
    }

    #[test]
    fn a_wider_allowance_never_loses_a_value(mantissa in 0i64..10_000_000, places in 0u32..4) {
        let printed = vec![format!("{}万元", fixed(Decimal::new(mantissa, places), places)), "8.25万元".to_owned()];
        let facts = facts(&printed);
        let values = Values::printed(&facts);
        let of = |allowance| values.interval(0, allowance).unwrap();
        let (exact, document, whole) = (of(Allowance::Exact), of(Allowance::Document), of(Allowance::Printed));
        prop_assert!(whole.least <= document.least && document.least <= exact.least);
        prop_assert!(exact.most <= document.most && document.most <= whole.most);
        prop_assert_eq!(exact, Interval::exact(values.base(0).unwrap()));
    }

    /// `a + b = c` ⇔ `a = c − b` ⇔ `c = a + b`.
    #[test]
    fn a_term_may_move_to_the_other_side(a in 1i64..5_000_000, b in 1i64..5_000_000, slip in -3i64..=3, places in 0u32..3) {
        let show = |v: i64| format!("{}万元", fixed(Decimal::new(v, places), places));
        prop_assume!(a + b + slip > 0);
        let facts = facts(&[show(a), show(b), show(a + b + slip)]);
        let values = Values::printed(&facts);
        let judged = |parts: Vec<Term>, whole: Vec<Term>| judge(&Equation::Sum { parts, whole }, &values).verdict;
        let total = judged(vec![Term::plus(0), Term::plus(1)], vec![Term::plus(2)]);
        prop_assert_eq!(total, judged(vec![Term::plus(2), Term::minus(1)], vec![Term::plus(0)]));
        prop_assert_eq!(total, judged(vec![Term::plus(2)], vec![Term::plus(1), Term::plus(0)]));
        prop_assert_eq!(total == Verdict::Exact, slip == 0);
    }

    /// 万元 with two more places are the same amounts as 元 would be.
    #[test]
    fn the_unit_changes_no_verdict(a in 1i64..5_000_000, b in 1i64..5_000_000, slip in -4i64..=4, rate in 1i64..9_999) {
        prop_assume!(a + b + slip > 0);
        let fine = |v: i64| format!("{}万元", fixed(Decimal::new(v, 4), 4));
        let yuan = |v: i64| format!("{v}元");
        let percent = format!("{}%", fixed(Decimal::new(rate, 2), 2));
        let judged = |show: &dyn Fn(i64) -> String| {
            let facts = facts(&[show(a), show(b), percent.clone(), show(a + b + slip)]);
            let values = Values::printed(&facts);
            let total = Equation::Sum { parts: vec![Term::plus(0), Term::plus(1)], whole: vec![Term::plus(3)] };
            [judge(&total, &values).verdict, judge(&share(), &values).verdict, judge(&growth(1), &values).verdict]
        };
        prop_assert_eq!(judged(&fine), judged(&yuan));
    }

    #[test]
    fn rounding_is_to_the_nearest(mantissa in -10_000_000i64..10_000_000, places in 0u32..3) {
        let value = Decimal::new(mantissa, 3);
        let distance = (round(value, places) - value).abs();
        prop_assert!(distance <= Decimal::new(5, places + 1));
    }

    /// A share printed to two places holds, and one a hundredth further off does not.
    #[test]
    fn a_share_printed_half_up_holds(part in 1i64..9_999_999, whole in 1i64..9_999_999) {
        prop_assume!(whole >= 10_000 && part <= whole);
        let percent = quotient(Decimal::new(part * 100, 0), Decimal::new(whole, 0)).unwrap();
        let printed = |rate: Decimal| vec![format!("{part}人"), format!("{whole}人"), format!("{}%", fixed(rate, 2))];
        let right = facts(&printed(percent));
        prop_assert!(matches!(judge(&share(), &Values::printed(&right)).verdict, Verdict::Exact | Verdict::Rounded));
        let wrong = facts(&printed(percent + Decimal::new(2, 2)));
        prop_assert_eq!(judge(&share(), &Values::printed(&wrong)).verdict, Verdict::Inconsistent);
    }
}
