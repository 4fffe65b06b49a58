//! Dates, times and lengths of time: yyyy"年"m"月"d"日", h:mm, [h]:mm:ss.

use super::super::digits::Digits;
use super::calendar::{self, Day};
use super::section::{Half, Moment, Numerals, Part, Section};
use super::{Against, Shown, numeral};

/// Places behind the point in which the part of a day is counted.
const PLACES: u32 = 15;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const CHINESE_DAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
const CHINESE_MONTHS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/// A moment, split up.
struct Clock {
    day: Day,
    days: i64,
    /// Seconds of the day.
    seconds: i64,
    /// The rest of a second, in as many places as the format shows.
    rest: i64,
    places: usize,
}

/// A date or time; nothing outside the calendar. It is no figure, so it never differs from what is stored.
pub(super) fn show(section: &Section, value: &Digits, from_1904: bool) -> Option<Shown> {
    let clock = clock(section, value, from_1904)?;
    let half = section.parts.iter().any(|p| matches!(p, Part::Moment(Moment::Half(_))));
    let mut text = String::new();
    for part in &section.parts {
        match part {
            Part::Moment(moment) => text.push_str(&piece(*moment, &clock, section, half)),
            Part::Literal(words) => text.push_str(words),
            _ => {}
        }
    }
    Some(Shown { text: text.trim().to_owned(), against: Against::Same })
}

fn clock(section: &Section, value: &Digits, from_1904: bool) -> Option<Clock> {
    if value.is_negative() {
        return None;
    }
    let places = section.parts.iter().find_map(|p| match p {
        Part::Moment(Moment::Fraction(places)) => Some((*places).min(6)),
        _ => None,
    });
    let places = places.unwrap_or(0);
    let second = 10i128.pow(places as u32);
    let (days, rest) = value.parts(PLACES)?;
    let one = 10i128.pow(PLACES);
    let units = (i128::from(rest) * 86_400 * second * 2 + one).div_euclid(one * 2);
    // A time that rounds up to midnight is the next day's.
    let days = days.checked_add(i64::try_from(units.div_euclid(86_400 * second)).ok()?)?;
    let units = i64::try_from(units.rem_euclid(86_400 * second)).ok()?;
    let second = i64::try_from(second).ok()?;
    let day = calendar::day(days, from_1904)?;
    Some(Clock { day, days, seconds: units.div_euclid(second), rest: units.rem_euclid(second), places })
}

fn piece(moment: Moment, clock: &Clock, section: &Section, half: bool) -> String {
    let Day { year, month, day, week_day } = clock.day;
    let hour = clock.seconds.div_euclid(3600);
    let minute = clock.seconds.div_euclid(60).rem_euclid(60);
    let number = |value: i64, count: usize| number(value, count.min(2), section.numerals);
    match moment {
        Moment::Year(count) if count <= 2 => number(year.rem_euclid(100), 2),
        Moment::Year(_) => numeral::each(&year.to_string(), section.numerals),
        Moment::Month(count) if count <= 2 => number(month, count),
        Moment::Month(count) => month_name(month, count, section.chinese),
        Moment::Day(count) if count <= 2 => number(day, count),
        Moment::Day(count) => day_name(week_day, count, section.chinese),
        Moment::WeekDay(count) => {
            let name = CHINESE_DAYS.get(week_day).copied().unwrap_or_default();
            if count >= 4 { ["星期", name].concat() } else { name.to_owned() }
        }
        Moment::Hour(count) if half => number((hour + 11).rem_euclid(12) + 1, count),
        Moment::Hour(count) => number(hour, count),
        Moment::Minute(count) => number(minute, count),
        Moment::Second(count) => number(clock.seconds.rem_euclid(60), count),
        Moment::Fraction(count) => {
            let digits = format!("{:0width$}", clock.rest, width = clock.places);
            let shown: String = digits.chars().chain(std::iter::repeat('0')).take(count).collect();
            [".", &shown].concat()
        }
        Moment::Half(kind) => half_name(kind, hour >= 12, section.chinese).to_owned(),
        Moment::Hours(count) => in_all(clock.days * 24 + hour, count),
        Moment::Minutes(count) => in_all(clock.days * 1440 + clock.seconds.div_euclid(60), count),
        Moment::Seconds(count) => in_all(clock.days * 86_400 + clock.seconds, count),
    }
}

fn in_all(value: i64, count: usize) -> String {
    format!("{value:0count$}")
}

fn number(value: i64, count: usize, numerals: Numerals) -> String {
    let digits = value.to_string();
    match numeral::counted(&digits, numerals).filter(|_| numerals != Numerals::Arabic) {
        // Ten to nineteen are said without the one.
        Some(words) => words.strip_prefix('一').filter(|w| w.starts_with('十')).map_or(words.clone(), str::to_owned),
        None => format!("{value:0count$}"),
    }
}

fn named<'a>(names: &[&'a str], index: i64) -> &'a str {
    usize::try_from(index).ok().and_then(|i| names.get(i)).copied().unwrap_or_default()
}

fn month_name(month: i64, count: usize, chinese: bool) -> String {
    if chinese {
        return [named(&CHINESE_MONTHS, month - 1), "月"].concat();
    }
    let letters = match count {
        3 => 3,
        5 => 1,
        _ => usize::MAX,
    };
    named(&MONTHS, month - 1).chars().take(letters).collect()
}

fn day_name(week_day: usize, count: usize, chinese: bool) -> String {
    let index = week_day as i64;
    if chinese {
        return [if count >= 4 { "星期" } else { "周" }, named(&CHINESE_DAYS, index)].concat();
    }
    named(&DAYS, index).chars().take(if count >= 4 { usize::MAX } else { 3 }).collect()
}

const fn half_name(kind: Half, afternoon: bool, chinese: bool) -> &'static str {
    match (kind, afternoon) {
        (Half::Chinese, false) => "上午",
        (Half::Chinese, true) => "下午",
        (Half::Long, false) if chinese => "上午",
        (Half::Long, true) if chinese => "下午",
        (Half::Long, false) => "AM",
        (Half::Long, true) => "PM",
        (Half::Short, false) => "A",
        (Half::Short, true) => "P",
    }
}
