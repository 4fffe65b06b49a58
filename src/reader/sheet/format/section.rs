//! What one section of a number format says: the pieces between its semicolons, in the order in which they are shown.

use super::super::digits::Digits;

/// A section (格式节).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// For which numbers it is, where it says so itself.
    pub condition: Option<Condition>,
    /// Its pieces.
    pub parts: Vec<Part>,
    /// What it makes of a number.
    pub kind: Kind,
    /// Thousands are parted by commas.
    pub grouped: bool,
    /// Thousands that commas behind the last place take away.
    pub thousands: i32,
    /// Percent signs.
    pub percents: i32,
    /// Names of months and days are Chinese.
    pub chinese: bool,
    /// In which characters digits are written.
    pub numerals: Numerals,
    /// How many pieces a code for the system's own form has set; those behind them only describe it.
    pub settled: usize,
}

/// What a section makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but its own words.
    #[default]
    Words,
    /// What the program thinks best (常规).
    General,
    /// Digits in places.
    Number,
    /// 1.2E+03.
    Scientific,
    /// 1 1/2.
    Fraction,
    /// A date, a time, a length of time.
    Moment,
}

/// In which characters digits are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numerals {
    /// 0–9.
    #[default]
    Arabic,
    /// 一、二、三.
    Lower,
    /// 壹、贰、叁.
    Upper,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Characters shown as they are.
    Literal(String),
    /// A place for a digit: `0`, `#`, `?`.
    Place(char),
    /// The decimal point.
    Point,
    /// A comma among places; none is left once a section is complete.
    Comma,
    /// `E+` or, without the sign of a positive power, `E-`.
    Exponent {
        /// Whether a positive power shows its sign.
        plus: bool,
    },
    /// The bar of a fraction.
    Bar,
    /// The whole number as the program thinks best.
    General,
    /// The text of a cell.
    Text,
    /// A piece of a date or time.
    Moment(Moment),
}

/// A piece of a date or time; the number is how often its letter stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// 年.
    Year(usize),
    /// 月.
    Month(usize),
    /// 日, from three letters on the day of the week.
    Day(usize),
    /// 星期 in Chinese.
    WeekDay(usize),
    /// 时.
    Hour(usize),
    /// 分.
    Minute(usize),
    /// 秒.
    Second(usize),
    /// Places of a second behind the point.
    Fraction(usize),
    /// 上午 or 下午, AM or PM, A or P.
    Half(Half),
    /// Hours in all, beyond a day.
    Hours(usize),
    /// Minutes in all.
    Minutes(usize),
    /// Seconds in all.
    Seconds(usize),
}

/// How the halves of a day are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// AM, PM.
    Long,
    /// A, P.
    Short,
    /// 上午, 下午.
    Chinese,
}

/// For which numbers a section is: `[>=10000]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// How numbers stand to the limit.
    pub relation: Relation,
    /// The limit.
    pub limit: Digits,
}

/// How a number stands to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    More,
}

impl Condition {
    /// `>=10000`, as it stands in the brackets.
    pub(super) fn parse(text: &str) -> Option<Self> {
        const SIGNS: [(&str, Relation); 6] = [
            ("<=", Relation::AtMost),
            ("<>", Relation::Unequal),
            (">=", Relation::AtLeast),
            ("<", Relation::Less),
            (">", Relation::More),
            ("=", Relation::Equal),
        ];
        let (relation, rest) = SIGNS.iter().find_map(|(sign, r)| Some((*r, text.trim().strip_prefix(sign)?)))?;
        Some(Self { relation, limit: Digits::parse(rest)? })
    }

    /// Whether a number meets it.
    pub(super) fn holds(&self, value: &Digits) -> bool {
        let order = value.cmp(&self.limit);
        match self.relation {
            Relation::Less => order.is_lt(),
            Relation::AtMost => order.is_le(),
            Relation::Equal => order.is_eq(),
            Relation::Unequal => order.is_ne(),
            Relation::AtLeast => order.is_ge(),
            Relation::More => order.is_gt(),
        }
    }

    /// Whether only negative numbers meet it.
    pub(super) fn only_negative(&self) -> bool {
        match self.relation {
            Relation::Less => self.limit <= Digits::default(),
            Relation::AtMost | Relation::Equal => self.limit.is_negative(),
            _ => false,
        }
    }

    /// Whether only negative numbers and zero are left to other sections.
    pub(super) fn leaves_negative(&self) -> bool {
        matches!(self.relation, Relation::AtLeast | Relation::More) && self.limit <= Digits::default()
    }
}
