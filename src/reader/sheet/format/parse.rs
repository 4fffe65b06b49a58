//! The code of a number format → its sections.

use super::super::digits::Digits;
use super::section::{Condition, Half, Kind, Moment, Numerals, Part, Section};
use crate::gather::Gather;

/// The sections of a format, four at most.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let chars: Vec<char> = code.chars().gather();
    let mut reader = Reader { chars: &chars, at: 0 };
    let mut out = Vec::new();
    while out.len() < 4 {
        out.push(reader.section());
        if reader.take() != Some(';') {
            break;
        }
    }
    out
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek();
        self.at += usize::from(c.is_some());
        c
    }

    /// Takes these words, in whatever case.
    fn takes(&mut self, words: &str) -> bool {
        let mut rest = self.chars.get(self.at..).unwrap_or(&[]).iter();
        let fits = words.chars().all(|w| rest.next().is_some_and(|c| c.eq_ignore_ascii_case(&w)));
        if fits {
            self.at += words.chars().count();
        }
        fits
    }

    fn until(&mut self, end: char) -> String {
        let mut out = String::new();
        while let Some(c) = self.take().filter(|c| *c != end) {
            out.push(c);
        }
        out
    }

    /// How often this letter stands here in a row, in whatever case.
    fn run(&mut self, letter: char) -> usize {
        let rest = self.chars.get(self.at..).unwrap_or(&[]);
        let count = rest.iter().take_while(|c| c.eq_ignore_ascii_case(&letter)).count();
        self.at += count;
        count
    }

    fn section(&mut self) -> Section {
        let mut section = Section::default();
        while let Some(c) = self.peek().filter(|c| *c != ';') {
            if self.words(&mut section, c) || self.moment(&mut section, c) || self.number(&mut section, c) {
                continue;
            }
            self.at += 1;
            section.literal(&c.to_string());
        }
        section.complete();
        section
    }

    /// Characters shown as they are, and what stands in brackets.
    fn words(&mut self, section: &mut Section, c: char) -> bool {
        match c {
            '"' => {
                self.at += 1;
                let words = self.until('"');
                section.literal(&words);
            }
            // Chinese Excel takes an exclamation mark for a backslash.
            '\\' | '!' => {
                self.at += 1;
                if let Some(next) = self.take() {
                    section.literal(&next.to_string());
                }
            }
            // A blank as wide as the next character.
            '_' => {
                self.at += 2;
                section.literal(" ");
            }
            // The next character fills the cell, whose width is nothing that was written.
            '*' => self.at += 2,
            '[' => {
                self.at += 1;
                let words = self.until(']');
                section.bracket(&words);
            }
            '@' => {
                self.at += 1;
                section.parts.push(Part::Text);
            }
            _ => return false,
        }
        true
    }

    fn moment(&mut self, section: &mut Section, c: char) -> bool {
        let half = [("AM/PM", Half::Long), ("A/P", Half::Short), ("上午/下午", Half::Chinese)];
        if let Some((_, half)) = half.iter().find(|(words, _)| self.takes(words)) {
            section.parts.push(Part::Moment(Moment::Half(*half)));
            return true;
        }
        let power = matches!(self.chars.get(self.at + 1), Some('+' | '-'));
        let piece = match c.to_ascii_lowercase() {
            'y' => Moment::Year(self.run('y')),
            'e' if !power => {
                self.run('e');
                Moment::Year(4)
            }
            'm' => Moment::Month(self.run('m')),
            'd' => Moment::Day(self.run('d')),
            'h' => Moment::Hour(self.run('h')),
            's' => Moment::Second(self.run('s')),
            'a' => Moment::WeekDay(self.run('a')),
            '.' if section.ends_in_seconds() && self.chars.get(self.at + 1) == Some(&'0') => {
                self.at += 1;
                Moment::Fraction(self.run('0'))
            }
            _ => return false,
        };
        section.parts.push(Part::Moment(piece));
        true
    }

    fn number(&mut self, section: &mut Section, c: char) -> bool {
        if ["General", "G/通用格式", "GENERAL"].iter().any(|words| self.takes(words)) {
            section.parts.push(Part::General);
            return true;
        }
        let piece = match c {
            '0' | '#' | '?' => Part::Place(c),
            '.' => Part::Point,
            ',' => Part::Comma,
            '/' => Part::Bar,
            '%' => {
                section.percents += 1;
                Part::Literal("%".to_owned())
            }
            'E' | 'e' => {
                self.at += 1;
                Part::Exponent { plus: self.peek() == Some('+') }
            }
            _ => return false,
        };
        self.at += 1;
        section.parts.push(piece);
        true
    }
}

impl Section {
    fn literal(&mut self, words: &str) {
        self.parts.push(Part::Literal(words.to_owned()));
    }

    fn ends_in_seconds(&self) -> bool {
        matches!(self.parts.last(), Some(Part::Moment(Moment::Second(_) | Moment::Seconds(_))))
    }

    /// `[>=10000]`, `[$¥-804]`, `[DBNum2]`, `[h]`; colours say nothing of the number.
    fn bracket(&mut self, words: &str) {
        let lower = words.to_ascii_lowercase();
        let count = lower.chars().count();
        let all = |letter: char| count > 0 && lower.chars().all(|c| c == letter);
        if let Some(currency) = words.strip_prefix('$') {
            let (sign, place) = currency.split_once('-').unwrap_or((currency, ""));
            self.literal(sign);
            self.place(&place.to_ascii_lowercase());
        } else if let Some(condition) = Condition::parse(words) {
            self.condition = Some(condition);
        } else if lower == "dbnum1" {
            self.numerals = Numerals::Lower;
        } else if lower == "dbnum2" {
            self.numerals = Numerals::Upper;
        } else if all('h') {
            self.parts.push(Part::Moment(Moment::Hours(count)));
        } else if all('m') {
            self.parts.push(Part::Moment(Moment::Minutes(count)));
        } else if all('s') {
            self.parts.push(Part::Moment(Moment::Seconds(count)));
        }
    }

    /// The language of a section; two of its codes stand for what the system shows, whatever follows.
    fn place(&mut self, place: &str) {
        let code = match place {
            "f800" => "yyyy\"年\"m\"月\"d\"日\"",
            "f400" => "h:mm:ss",
            _ => {
                self.chinese |= place.ends_with("804") || place.starts_with("zh");
                return;
            }
        };
        if let Some(system) = sections(code).pop() {
            self.parts = system.parts;
            self.settled = self.parts.len();
        }
    }

    /// Settles what the pieces are, once all are known.
    fn complete(&mut self) {
        if self.settled > 0 {
            self.parts.truncate(self.settled);
        }
        let places = self.parts.iter().filter(|p| matches!(p, Part::Place(_))).count();
        self.kind = if self.parts.iter().any(|p| matches!(p, Part::Moment(_))) {
            Kind::Moment
        } else if self.parts.contains(&Part::General) {
            Kind::General
        } else if places == 0 {
            Kind::Words
        } else if self.parts.iter().any(|p| matches!(p, Part::Exponent { .. })) {
            Kind::Scientific
        } else if self.bar_of_fraction().is_some() {
            Kind::Fraction
        } else {
            Kind::Number
        };
        if self.kind == Kind::Moment {
            self.tell_minutes_from_months();
        }
        self.settle_commas();
        self.settle_signs();
    }

    /// Where the bar of a fraction stands: behind a place, before a place or a digit.
    pub(super) fn bar_of_fraction(&self) -> Option<usize> {
        let bar = self.parts.iter().position(|p| *p == Part::Bar)?;
        let before = matches!(self.parts.get(bar.checked_sub(1)?), Some(Part::Place(_)));
        let after = match self.parts.get(bar + 1) {
            Some(Part::Place(_)) => true,
            Some(Part::Literal(words)) => Digits::parse(words).is_some(),
            _ => false,
        };
        (before && after).then_some(bar)
    }

    /// `m` is a minute behind an hour and before a second.
    fn tell_minutes_from_months(&mut self) {
        let moments: Vec<(usize, Moment)> = self
            .parts
            .iter()
            .enumerate()
            .filter_map(|(i, p)| if let Part::Moment(m) = p { Some((i, *m)) } else { None })
            .gather();
        for (order, (index, moment)) in moments.iter().enumerate() {
            let Moment::Month(count @ 1..=2) = *moment else { continue };
            let before = order.checked_sub(1).and_then(|o| moments.get(o));
            let hour = matches!(before, Some((_, Moment::Hour(_) | Moment::Hours(_))));
            let second = matches!(moments.get(order + 1), Some((_, Moment::Second(_) | Moment::Seconds(_))));
            if (hour || second)
                && let Some(part) = self.parts.get_mut(*index)
            {
                *part = Part::Moment(Moment::Minute(count));
            }
        }
    }

    /// A comma between places groups; behind the last place it takes three digits away; elsewhere it is a character.
    fn settle_commas(&mut self) {
        let numeric = matches!(self.kind, Kind::Number | Kind::Scientific | Kind::Fraction);
        let ends = |p: &Part| matches!(p, Part::Point | Part::Exponent { .. });
        let (mut grouped, mut thousands) = (false, 0);
        let mut parts = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            if *part != Part::Comma {
                parts.push(part.clone());
                continue;
            }
            let rest = self.parts.get(index + 1..).unwrap_or(&[]);
            let seen = parts.iter().any(|p| matches!(p, Part::Place(_)));
            let behind = parts.contains(&Part::Point);
            let more = rest.iter().take_while(|p| !ends(p)).any(|p| matches!(p, Part::Place(_)));
            if numeric && seen && more && !behind {
                grouped = true;
            } else if numeric && seen && matches!(parts.last(), Some(Part::Place(_) | Part::Point)) {
                thousands += 1;
            } else {
                parts.push(Part::Literal(",".to_owned()));
            }
        }
        (self.parts, self.grouped, self.thousands) = (parts, grouped, thousands);
    }

    /// Points and bars that mean nothing here are characters; places in a date too.
    fn settle_signs(&mut self) {
        let (kind, bar) = (self.kind, self.bar_of_fraction());
        let mut points = 0;
        for (index, part) in self.parts.iter_mut().enumerate() {
            points += usize::from(*part == Part::Point);
            let word = match part {
                Part::Point if points > 1 || !matches!(kind, Kind::Number | Kind::Scientific) => ".",
                Part::Bar if kind != Kind::Fraction || bar != Some(index) => "/",
                Part::Exponent { .. } if kind != Kind::Scientific => "E",
                Part::Place('0') if kind == Kind::Moment => "0",
                _ => continue,
            };
            *part = Part::Literal(word.to_owned());
        }
    }
}
