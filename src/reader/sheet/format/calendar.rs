//! Days counted from 1900 or 1904 → year, month, day, as spreadsheets count them.

/// Days between the two beginnings.
const FROM_1904: i64 = 1462;

/// 9999-12-31.
const LAST: i64 = 2_958_465;

/// A day (日).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// 年.
    pub year: i64,
    /// 月, from 1.
    pub month: i64,
    /// 日, from 1; 0 on the day before the first one.
    pub day: i64,
    /// 星期, 0 being Sunday.
    pub week_day: usize,
}

/// The day of a number; nothing outside the calendar of spreadsheets.
pub(super) fn day(number: i64, from_1904: bool) -> Option<Day> {
    let number = if from_1904 { number.checked_add(FROM_1904)? } else { number };
    if !(0..=LAST).contains(&number) {
        return None;
    }
    let week_day = usize::try_from((number + 6).rem_euclid(7)).unwrap_or(0);
    // Spreadsheets take 1900 for a leap year and begin a day before the first.
    let (year, month, day) = match number {
        0 => (1900, 1, 0),
        60 => (1900, 2, 29),
        1..60 => civil(number + 1),
        _ => civil(number),
    };
    Some(Day { year, month, day, week_day })
}

/// Days from 1899-12-30 → year, month, day, in years that begin in March, so that leap days come last.
fn civil(number: i64) -> (i64, i64, i64) {
    let days = number + 693_899;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let years =
        (of_era - of_era.div_euclid(1_460) + of_era.div_euclid(36_524) - of_era.div_euclid(146_096)).div_euclid(365);
    let of_year = of_era - (365 * years + years.div_euclid(4) - years.div_euclid(100));
    let month = (5 * of_year + 2).div_euclid(153);
    let day = of_year - (153 * month + 2).div_euclid(5) + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (years + era * 400 + i64::from(month <= 2), month, day)
}
