//! Slips of the pen: one wrong digit or two digits exchanged, which explain an inconsistency.

use super::judge::{is_exact, is_inconsistent};
use super::reach::{Reach, Solver};
use super::{Equation, Values, fits};
use crate::number::Exact;
use crate::number::format::{quotient, trimmed};
use crate::number::{Decimal, Dimension, Figure, Unit, power_of_ten};

/// A changed figure that makes an equation hold.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The fact whose figure is changed.
    pub fact: usize,
    /// The figure as it would have to be.
    pub figure: Figure,
    /// Whether two neighbouring digits are exchanged, not one digit changed.
    pub exchanged: bool,
}

/// The chance, in per cent, below which a slip counts where the words already make a reading likely.
pub const LIKELY: u32 = 45;

/// Whether one wrong digit in one figure, or a wrong power of ten, would explain why an equation does not hold.
///
/// Only figures with enough digits count, in short numbers nearly everything is one digit from everything else: the chance of
/// that must be below so many per cent, where a limit is given.
#[must_use]
pub fn slip(equation: &Equation, values: &Values, percent: Option<u32>) -> bool {
    let facts = equation.all();
    if is_unit_slip(equation, &facts, values)
        || is_shifted_product(equation, values)
        || is_unit_of_product(equation, values)
    {
        return true;
    }
    percent.is_none_or(|percent| chance_is_below(equation, &facts, values, percent))
        && is_inconsistent(equation, values)
        && is_mended(equation, values, &facts)
}

/// Whether one wrong digit in one figure, or a wrong power of ten in an amount of a sum, keeps an equation from holding.
fn is_mended(equation: &Equation, values: &Values, facts: &[usize]) -> bool {
    let solver = Solver::new(equation, values);
    let by_tens = matches!(equation, Equation::Sum { .. }) && is_fine(equation, facts, values);
    facts.iter().any(|fact| {
        let reach = solver.as_ref().and_then(|s| s.reach(*fact));
        in_one(equation, values, *fact, reach).next().is_some() || by_tens && is_shifted(equation, values, *fact, reach)
    })
}

/// Whether two neighbouring digits of one figure, exchanged, keep an equation from holding: what moves amounts by round sums, as a late
/// payment does, hardly ever looks so.
#[must_use]
pub fn is_exchanged(equation: &Equation, values: &Values) -> bool {
    let facts = equation.all();
    is_inconsistent(equation, values) && mending(equation, values, &facts).any(|slip| slip.exchanged)
}

/// By how many powers of ten a number is wrong whose point or last zeros are, or whose unit is: 320,000 printed 32,000, 万亩 printed 亩.
const SHIFTS: [i32; 8] = [1, -1, 2, -2, 3, -3, 4, -4];

/// The furthest of them.
const FURTHEST: u32 = 4;

/// By how many powers of ten 万元 and 元, or 亿元 and 万元, differ.
const UNITS: [i32; 2] = [4, -4];

/// Whether an amount times a power of ten makes a sum hold, which it does not without that amount.
fn is_shifted(equation: &Equation, values: &Values, id: usize, reach: Option<Reach>) -> bool {
    let Some(figure) = values.figure(id).filter(|f| f.is_plain() && !f.value.is_zero()) else { return false };
    let in_reach = |value: Decimal| reach.is_none_or(|r| r.holds(value));
    let holds = |changed: Figure| fits(equation, &Values::with(values.facts(), id, &changed));
    // Among the whole numbers of the finest place that any of them has.
    let (low, high) = reach.map_or((i128::MIN, i128::MAX), |r| r.digits(figure.value.scale() + FURTHEST));
    let near = |by: i32| {
        let tens = u32::try_from(by + FURTHEST as i32).ok().and_then(|tens| 10i128.checked_pow(tens));
        let moved = tens.and_then(|tens| figure.value.mantissa().checked_mul(tens));
        moved.is_none_or(|moved| (low..=high).contains(&moved))
    };
    let shifted = |by: &i32| {
        let value = figure.value.times(power_of_ten(*by)).filter(|value| in_reach(*value));
        value.and_then(|_| figure.moved(*by))
    };
    let without = || holds(Figure { value: Decimal::ZERO, ..figure.clone() });
    SHIFTS.iter().filter(|by| near(**by)).filter_map(shifted).any(holds) && !(in_reach(Decimal::ZERO) && without())
}

/// How many digits the result of a product has at least that chance gives only with them.
const TELLING: u32 = 3;

/// Whether a power of ten in one of the figures makes a product hold to the last digit, with digits enough in it: 46500株 at 4.2元 for
/// 195.3万元. A factor that is itself a power of ten leaves only one number, printed twice.
#[must_use]
pub fn is_shifted_product(equation: &Equation, values: &Values) -> bool {
    let Equation::Product { factors, per: None, result } = equation else { return false };
    let Some(figure) = values.figure(*result).filter(|f| f.is_plain() && bare_digits(f) >= TELLING) else {
        return false;
    };
    let round = |id: &usize| values.figure(*id).is_none_or(|f| !f.is_plain() || bare(f) <= 1);
    let holds = |changed: Figure| is_exact(equation, &Values::with(values.facts(), *result, &changed));
    !factors.iter().any(round)
        && is_inconsistent(equation, values)
        && SHIFTS.iter().filter_map(|by| figure.moved(*by)).any(holds)
}

/// Whether 万元 printed for 元, or 元 for 万元, of one amount keeps a product from holding, with digits enough in all of them: 23500人 at
/// 1210.04万元 each for 2843.60万元.
#[must_use]
pub fn is_unit_of_product(equation: &Equation, values: &Values) -> bool {
    let Equation::Product { factors, per: None, result } = equation else { return false };
    let all = || factors.iter().chain([result]).filter_map(|id| values.figure(*id).map(|f| (*id, f)));
    let money = |f: &Figure| f.unit.dimension == Dimension::Money;
    let telling =
        |f: &Figure| f.is_plain() && bare(f) > 1 && Digits::of(f).is_some_and(|d| d.count >= TELLING as usize);
    let counted = |f: &Figure| f.is_plain() && bare(f) > 1;
    // With the unit the precision goes along.
    let off = |(id, figure): (usize, &Figure)| {
        UNITS.iter().filter_map(|by| figure.unit.scale.times(power_of_ten(*by))).any(|scale| {
            let unit = Unit { scale, ..figure.unit.clone() };
            fits(equation, &Values::with(values.facts(), id, &Figure { unit, ..figure.clone() }))
        })
    };
    all().count() == factors.len() + 1
        && all().all(|(_, f)| if money(f) { telling(f) } else { counted(f) })
        && is_inconsistent(equation, values)
        && all().filter(|(_, f)| money(f)).any(off)
}

/// Whether one slip of the pen makes a product hold to the last digit. Where what is multiplied is exact, as prices and counts are,
/// chance hardly ever makes that of digits enough, however coarsely the figures are printed.
#[must_use]
pub fn is_exact_slip(equation: &Equation, values: &Values) -> bool {
    let Equation::Product { factors, per: None, result } = equation else { return false };
    let digits = |id: &usize| values.figure(*id).map_or(0, bare_digits);
    // 40人 at 200元: of round numbers little is left that could be exact.
    let telling = digits(result) >= TELLING && factors.iter().map(digits).sum::<u32>() >= TELLING;
    let facts = equation.all();
    let exact = |slip: &Slip| {
        let changed = Values::with(values.facts(), slip.fact, &slip.figure);
        is_exact(equation, &changed)
    };
    telling
        && is_inconsistent(equation, values)
        && (is_shifted_product(equation, values) || mending(equation, values, &facts).any(|slip| exact(&slip)))
}

/// The digits of a figure without the zeros around them: 1 of 100, 42 of 0.42.
fn bare(figure: &Figure) -> u128 {
    let mut mantissa = trimmed(figure.value).mantissa().unsigned_abs();
    while mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa = mantissa.div_euclid(10);
    }
    mantissa
}

fn bare_digits(figure: &Figure) -> u32 {
    bare(figure).checked_ilog10().map_or(0, |log| log + 1)
}

/// Whether one amount of money in the unit of the others would make an equation hold: 亿元 printed for 万元. Ten thousand times more
/// or less is never chance, but that 36770万元 are as much as 0.9亿元 and 2.8亿元 may be.
fn is_unit_slip(equation: &Equation, facts: &[usize], values: &Values) -> bool {
    let money = |id: &usize| values.figure(*id).filter(|f| f.unit.dimension == Dimension::Money && !f.value.is_zero());
    let odd = |(id, own): (usize, &Figure)| {
        let mut others = facts.iter().filter(|o| **o != id).filter_map(money);
        let unit = others.next().map(|f| &f.unit).filter(|unit| unit.scale != own.unit.scale)?;
        others.all(|f| f.unit.scale == unit.scale).then(|| (id, Figure { unit: unit.clone(), ..own.clone() }))
    };
    let mut changed = facts.iter().filter_map(|id| money(id).map(|f| (*id, f))).filter_map(odd);
    // Hardly ever are there two units.
    changed.any(|(id, figure)| {
        is_fine(equation, facts, values) && fits(equation, &Values::with(values.facts(), id, &figure))
    }) && is_inconsistent(equation, values)
}

/// How many times as wide as all amounts together are rounded the largest of them is, that they hardly add up by chance.
const FINE: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// Whether the amounts of a sum are printed so finely; other equations are never asked.
fn is_fine(equation: &Equation, facts: &[usize], values: &Values) -> bool {
    if !matches!(equation, Equation::Sum { .. }) {
        return true;
    }
    let width = |id: &usize| values.facts().document_half(*id).times(Decimal::TWO);
    let all = facts.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(width(id)?));
    let largest = facts.iter().filter_map(|id| values.base(*id)).map(|base| base.abs()).max().unwrap_or_default();
    all.and_then(|all| all.times(FINE)).is_some_and(|all| all <= largest)
}

/// Whether the number of one-digit changes, times the width of what each would have to hit, is below so many per cent of the
/// magnitude: how unlikely it is that figures which have nothing to do with each other are one slip apart.
fn chance_is_below(equation: &Equation, facts: &[usize], values: &Values, percent: u32) -> bool {
    let multiplied = match equation {
        Equation::Rate { part, whole, .. } => part.len() + whole.len() == 2,
        Equation::Product { .. } => true,
        _ => false,
    };
    if multiplied {
        return chance_of_ratio(facts, values).is_some_and(|c| c <= Decimal::from(percent));
    }
    let figures = || facts.iter().filter_map(|id| Some((*id, values.figure(*id)?)));
    let amounts = || figures().filter(|(_, f)| f.unit.dimension != Dimension::Percent);
    let Some(unit) = amounts().map(|(_, f)| f.printed_unit()).min() else { return false };
    let half = |id: usize| values.facts().document_half(id);
    let halves = amounts().try_fold(unit, |sum, (id, _)| sum.plus(half(id).times(Decimal::TWO)?));
    let tries = Decimal::from(figures().map(|(_, f)| f.digits().max(1)).sum::<u32>() * 9);
    let magnitude = amounts().filter_map(|(id, _)| values.base(id)).map(|b| b.abs()).max().unwrap_or_default();
    let tried = halves.and_then(|width| width.times(tries)?.times(Decimal::ONE_HUNDRED));
    tried.zip(magnitude.times(Decimal::from(percent))).is_some_and(|(t, m)| t <= m)
}

/// The same in per cent where all figures are multiplied: what one change hits is as wide as all of them are rounded, each in
/// proportion to itself. A counted number is not rounded, so that short counts with a long rate are evidence too.
fn chance_of_ratio(facts: &[usize], values: &Values) -> Option<Decimal> {
    let mut width = Decimal::ZERO;
    let mut tries = 0;
    for id in facts {
        let figure = values.figure(*id)?;
        let ratio = matches!(figure.unit.dimension, Dimension::Percent | Dimension::PerMille | Dimension::Times);
        let half = if ratio { values.printed_half(*id)? } else { values.facts().document_half(*id) };
        width = width.plus(quotient(half, values.base(*id)?.abs())?)?;
        tries += figure.digits().max(1) * 9;
    }
    // Two halves are a width, and a factor of ten is about as much as a change can make: 2 ÷ ln 10 is near 1.
    width.times(Decimal::from(tries))?.times(Decimal::ONE_HUNDRED)
}

/// The slips in one of the facts under which an equation holds, fact by fact.
pub fn mending<'a>(
    equation: &'a Equation,
    values: &'a Values<'a>,
    facts: &'a [usize],
) -> impl Iterator<Item = Slip> + 'a {
    let solver = Solver::new(equation, values);
    facts.iter().flat_map(move |fact| in_one(equation, values, *fact, solver.as_ref().and_then(|s| s.reach(*fact))))
}

/// The slips in one fact, as far as they are in reach, under which an equation holds.
fn in_one<'a>(
    equation: &'a Equation,
    values: &'a Values<'a>,
    fact: usize,
    reach: Option<Reach>,
) -> impl Iterator<Item = Slip> + 'a {
    values.figure(fact).into_iter().flat_map(move |figure| {
        // Hardly any change is in reach.
        let mut tried: Option<Figure> = None;
        changes(figure, reach).filter_map(move |(value, exchanged)| {
            let changed = tried.get_or_insert_with(|| figure.clone());
            changed.value = value;
            let good = fits(equation, &Values::with(values.facts(), fact, changed));
            good.then(|| Slip { fact, figure: changed.clone(), exchanged })
        })
    })
}

/// Whether two numbers printed with the same places are one digit, or two neighbouring digits exchanged, apart.
#[must_use]
pub fn is_one_slip_apart(one: &Figure, other: &Figure) -> bool {
    Digits::of(one).zip(Digits::of(other)).is_some_and(|(one, other)| one.is_one_slip_from(other))
}

/// The numbers one digit away from a figure, and those with two neighbouring digits exchanged, as far as they are in reach.
fn changes(figure: &Figure, reach: Option<Reach>) -> impl Iterator<Item = (Decimal, bool)> {
    let (low, high) = reach.map_or((i128::MIN, i128::MAX), |r| r.digits(figure.places));
    let near = move |one: i64, other: i64| i128::from(one.min(other)) <= high && i128::from(one.max(other)) >= low;
    let in_reach = move |value: &Decimal| reach.is_none_or(|r| r.holds(*value));
    Digits::of(figure).into_iter().flat_map(move |digits| {
        let at_place = move |at: usize| {
            let (own, worth) = (digits.digit(at), digits.worth(at));
            let with = move |digit: i64| digits.signed(digits.mantissa + (digit - own) * worth);
            let tried = if near(with(0), with(9)) { 0..10 } else { 0..0 };
            let exchanged = if tried.is_empty() { None } else { digits.exchanged(at) };
            let digit = tried.filter(move |d| *d != own && !(*d == 0 && digits.must_lead(at)));
            digit.map(move |d| (with(d), false)).chain(exchanged.map(|changed| (changed, true)))
        };
        (0..digits.count)
            .flat_map(at_place)
            .filter(move |(changed, _)| near(*changed, *changed))
            .filter_map(move |(changed, exchanged)| Some((digits.number(changed).filter(in_reach)?, exchanged)))
    })
}

/// The digits of a number as printed (数字的各位), counted from the first.
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    mantissa: i64,
    count: usize,
    places: u32,
    negative: bool,
}

impl Digits {
    /// None for numbers with more than fifteen digits.
    #[must_use]
    pub fn of(figure: &Figure) -> Option<Self> {
        let mut fixed = figure.value.abs();
        fixed.rescale(figure.places);
        let mantissa = i64::try_from(fixed.mantissa()).ok()?;
        // 0.85 is printed with three digits.
        let count = mantissa.checked_ilog10().map_or(1, |log| log as usize + 1).max(figure.places as usize + 1);
        let negative = figure.value.is_sign_negative();
        (count <= 15).then_some(Self { mantissa, count, places: figure.places, negative })
    }

    /// How many digits are printed.
    #[must_use]
    pub const fn count(self) -> usize {
        self.count
    }

    /// How many of them count, as [`Figure::digits`] counts them.
    #[must_use]
    pub fn significant(self) -> u32 {
        let (mut rest, mut places) = (self.mantissa, self.places);
        while places > 0 && rest % 10 == 0 {
            (rest, places) = (rest.div_euclid(10), places - 1);
        }
        rest.checked_ilog10().map_or(0, |log| log + 1)
    }

    /// What one of the digit at a place is worth.
    fn worth(self, at: usize) -> i64 {
        u32::try_from(self.count - 1 - at).ok().and_then(|p| 10i64.checked_pow(p)).unwrap_or(1)
    }

    fn digit(self, at: usize) -> i64 {
        self.mantissa.div_euclid(self.worth(at)).rem_euclid(10)
    }

    /// Whether a place is the first before the point and so cannot be 0, but in 0.5.
    fn must_lead(self, at: usize) -> bool {
        at == 0 && self.count > self.places as usize + 1
    }

    /// The number that digits make with its places.
    fn number(self, digits: i64) -> Option<Decimal> {
        Decimal::try_new(digits, self.places).ok()
    }

    fn signed(self, digits: i64) -> i64 {
        if self.negative { -digits } else { digits }
    }

    /// Its digits, with its sign, with those at a place and behind it exchanged, where they differ.
    fn exchanged(self, at: usize) -> Option<i64> {
        self.exchange(at).map(|step| self.signed(self.mantissa + step))
    }

    /// What exchanging the digits at a place and behind it adds, where they differ.
    fn exchange(self, at: usize) -> Option<i64> {
        let next = (at + 1 < self.count).then_some(at + 1)?;
        let step = self.digit(next) - self.digit(at);
        (step != 0).then(|| step * (self.worth(at) - self.worth(next)))
    }

    /// How often each digit is printed, four bits for each.
    fn histogram(self) -> u64 {
        (0..self.count).fold(0, |seen, at| seen + (1 << (4 * self.digit(at))))
    }

    /// Whether another number is printed with the same digits, in this order or another.
    #[must_use]
    pub fn are_those_of(self, other: Self) -> bool {
        (self.count, self.places, self.negative) == (other.count, other.places, other.negative)
            && self.histogram() == other.histogram()
    }

    /// At how many places another number of as many digits has another digit; none where it has more or fewer.
    #[must_use]
    pub fn different(self, other: Self) -> Option<usize> {
        let same = (self.count, self.places, self.negative) == (other.count, other.places, other.negative);
        same.then(|| (0..self.count).filter(|at| self.digit(*at) != other.digit(*at)).count())
    }

    /// Whether one slip makes another number of them. Pairs of figures are many, so the step between the two says at which
    /// place it would have to be, instead of trying every change.
    #[must_use]
    pub fn is_one_slip_from(self, other: Self) -> bool {
        let sign = if self.negative == other.negative { 1 } else { -1 };
        let step = sign * other.mantissa - self.mantissa;
        if step == 0 || self.places != other.places {
            return false;
        }
        let (mut size, mut zeros) = (step.abs(), 0);
        while size % 10 == 0 {
            (size, zeros) = (size.div_euclid(10), zeros + 1);
        }
        let Some(at) = self.count.checked_sub(zeros + 1) else { return false };
        let changed = || {
            let digit = self.digit(at) + step.signum() * size;
            size < 10 && (i64::from(self.must_lead(at))..=9).contains(&digit)
        };
        // Exchanging two neighbours adds their difference nine times.
        changed() || size % 9 == 0 && at.checked_sub(1).is_some_and(|before| self.exchange(before) == Some(step))
    }
}
