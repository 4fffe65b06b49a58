//! Relations that a person stated (自定关系), found again in a report by the words around their figures.

use super::{Flat, Quote, Quotes, UserRelation};
use crate::report::{Claim, RelationKind, Report};

/// The kinds that a person can state, in the order of their numbers in a flat relation.
pub const KINDS: [RelationKind; 4] =
    [RelationKind::Sum, RelationKind::Difference, RelationKind::Share, RelationKind::Equal];

/// The figures of a relation as plain words, three words and a number each: what the page keeps, which reads no shapes.
#[must_use]
pub fn flat(file: &str, kind: usize, quotes: &Quotes, figures: &[u32]) -> Flat {
    let figure = |id: &u32| {
        let Quote { before, text, after } = quotes.of_figure(*id).unwrap_or_default();
        [before, text, after, quotes.occurrence(*id).to_string()]
    };
    [file.to_owned(), kind.to_string()].into_iter().chain(figures.iter().flat_map(figure)).collect()
}

/// Whether plain words may be of a document of a name. What one without a name is known by is told once it is read.
#[must_use]
pub fn may_be_of(flat: &Flat, name: &str) -> bool {
    name.is_empty() || flat.first().is_some_and(|file| file == name)
}

impl UserRelation {
    /// The relation as plain words.
    #[must_use]
    pub fn flat(&self) -> Flat {
        let kind = KINDS.iter().position(|kind| *kind == self.kind).unwrap_or(KINDS.len());
        let nth = |at: usize| self.occurrences.get(at).copied().unwrap_or_default().to_string();
        let quotes = self.operands.iter().chain([&self.result]).enumerate();
        let figures = quotes.flat_map(|(at, q)| [q.before.clone(), q.text.clone(), q.after.clone(), nth(at)]);
        [self.file.clone(), kind.to_string()].into_iter().chain(figures).collect()
    }

    /// The relation of plain words; none where they are of another build.
    #[must_use]
    pub fn of_flat(flat: &Flat) -> Option<Self> {
        let [file, kind, figures @ ..] = flat.as_slice() else { return None };
        let kind = *KINDS.get(kind.parse::<usize>().ok()?)?;
        let mut operands = Vec::new();
        let mut occurrences = Vec::new();
        for figure in figures.chunks(4) {
            let [before, text, after, occurrence] = figure else { return None };
            operands.push(Quote { before: before.clone(), text: text.clone(), after: after.clone() });
            occurrences.push(occurrence.parse().unwrap_or_default());
        }
        let result = operands.pop()?;
        Some(Self { file: file.clone(), kind, operands, result, occurrences })
    }

    /// The figures of the relation in a report: the operands, then the result; none where one of them is gone.
    #[must_use]
    pub fn figures(&self, report: &Report) -> Option<(Vec<u32>, u32)> {
        let quotes = Quotes::new(report);
        let nth = |at: usize| self.occurrences.get(at).copied().unwrap_or_default();
        let found = self.operands.iter().enumerate().map(|(at, quote)| quotes.nearest(quote, nth(at)));
        Some((found.collect::<Option<_>>()?, quotes.nearest(&self.result, nth(self.operands.len()))?))
    }

    /// What the engine is to judge, where all figures are in a report.
    #[must_use]
    pub fn claim(&self, report: &Report) -> Option<Claim> {
        let (operands, result) = self.figures(report)?;
        let place = |id: u32| report.figures.get(id as usize).map(|figure| (figure.start, figure.end));
        Some(Claim {
            kind: self.kind,
            operands: operands.into_iter().map(place).collect::<Option<_>>()?,
            result: place(result)?,
        })
    }
}

impl Quotes<'_> {
    /// Which of the figures with the same words one is, from 0.
    fn occurrence(&self, id: u32) -> usize {
        let own = self.of_figure(id);
        (0..id).filter(|other| self.of_figure(*other) == own).count()
    }

    /// The figure with these words around it; where its number was corrected, the only one between the same words.
    fn nearest(&self, quote: &Quote, occurrence: usize) -> Option<u32> {
        let of = |id: u32| self.of_figure(id).map(|own| (id, own));
        let all: Vec<(u32, Quote)> = (0..).map_while(of).collect();
        let mut exact = all.iter().filter(|(_, own)| own == quote);
        if let Some((id, _)) = exact.nth(occurrence) {
            return Some(*id);
        }
        let mut alike = all.iter().filter(|(_, own)| is_between_the_same(own, quote));
        let (id, _) = alike.next()?;
        alike.next().is_none().then_some(*id)
    }
}

/// Whether two figures of one unit stand between the same words, whatever numbers stand among them.
fn is_between_the_same(one: &Quote, other: &Quote) -> bool {
    let [a, b] =
        [one, other].map(|quote| [&quote.before, &quote.text, &quote.after].map(|words| without_numbers(words)));
    let [[before, unit, after], [its_before, its_unit, its_after]] = [a, b];
    // Longer numbers leave room for fewer words.
    let is_before = before.ends_with(&its_before) || its_before.ends_with(&before);
    let is_after = after.starts_with(&its_after) || its_after.starts_with(&after);
    let words = |one: &str, other: &str| one.chars().count().min(other.chars().count());
    unit == its_unit && is_before && is_after && words(&before, &its_before) + words(&after, &its_after) >= LEAST
}

/// So few words tell nothing.
const LEAST: usize = 4;

fn without_numbers(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit() && !".,，".contains(*c)).collect()
}
