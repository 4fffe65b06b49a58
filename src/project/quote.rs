//! Figures by the words around them (引文), which survive edits elsewhere in the text.

use crate::place::{Places, sentence};
use crate::report::{Finding, Report};
use serde::{Deserialize, Serialize};

/// How many characters on each side tell one figure from another.
const AROUND: usize = 16;

/// A place in a text by its words (引文): blanks and breaks are left out, and nothing beyond its sentence is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Quote {
    /// The words before it.
    pub before: String,
    /// The words themselves.
    pub text: String,
    /// The words behind it.
    pub after: String,
}

/// The quotes of a report, read once.
pub struct Quotes<'a> {
    report: &'a Report,
    places: Places,
}

impl<'a> Quotes<'a> {
    /// Reads the text of a report.
    #[must_use]
    pub fn new(report: &'a Report) -> Self {
        Self { report, places: Places::new(&report.document.text) }
    }

    /// The quote of a figure.
    #[must_use]
    pub fn of_figure(&self, id: u32) -> Option<Quote> {
        self.report.figures.get(id as usize).map(|figure| self.at(figure.start, figure.end))
    }

    /// The figure with these words around it; none where there is no such, or more than one.
    #[must_use]
    pub fn figure(&self, quote: &Quote) -> Option<u32> {
        let mut same = self.report.figures.iter().filter(|figure| self.at(figure.start, figure.end) == *quote);
        let one = same.next()?;
        same.next().is_none().then_some(one.id)
    }

    /// What a finding is known by: its code, its quotes, and which of several with the same it is.
    #[must_use]
    pub fn key(&self, id: u32) -> Option<(String, Vec<Quote>, usize)> {
        let finding = self.report.findings.get(id as usize)?;
        let quotes = self.of_finding(finding);
        let occurrence = self.alike(&finding.code, &quotes).position(|other| other == id)?;
        Some((finding.code.clone(), quotes, occurrence))
    }

    /// The finding that is known by these.
    #[must_use]
    pub fn finding(&self, code: &str, quotes: &[Quote], occurrence: usize) -> Option<u32> {
        self.alike(code, quotes).nth(occurrence)
    }

    /// The marks of all findings, in their order.
    #[must_use]
    pub fn marks(&self) -> Vec<u64> {
        let bare: Vec<u64> =
            self.report.findings.iter().map(|finding| mark(&finding.code, &self.of_finding(finding), 0)).collect();
        let before = |at: usize, own: &u64| bare.iter().take(at).filter(|other| *other == own).count();
        bare.iter().enumerate().map(|(at, own)| own.wrapping_add(before(at, own) as u64)).collect()
    }

    fn alike<'b>(&'b self, code: &'b str, quotes: &'b [Quote]) -> impl Iterator<Item = u32> + 'b {
        let same = move |finding: &&Finding| finding.code == code && self.of_finding(finding) == quotes;
        self.report.findings.iter().filter(same).map(|finding| finding.id)
    }

    fn of_finding(&self, finding: &Finding) -> Vec<Quote> {
        let quotes: Vec<Quote> = if finding.figures.is_empty() {
            finding.spans.iter().map(|(start, end)| self.at(*start, *end)).collect()
        } else {
            finding.figures.iter().filter_map(|id| self.of_figure(*id)).collect()
        };
        // The order of figures says nothing of the fault.
        let mut out: Vec<Quote> = Vec::with_capacity(quotes.len());
        for quote in quotes {
            let at = out.iter().position(|other| *other > quote).unwrap_or(out.len());
            out.insert(at, quote);
        }
        out
    }

    fn at(&self, start: u32, end: u32) -> Quote {
        let [before, text, after] = sentence(&self.report.document.text, self.places.bytes(start, end));
        let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
        let before = bare(before);
        let near = before.get(before.len().saturating_sub(AROUND)..).unwrap_or_default();
        Quote {
            before: near.iter().collect(),
            text: bare(text).iter().collect(),
            after: bare(after).iter().take(AROUND).collect(),
        }
    }
}

/// What a finding is known by, in a number that can be kept where its report is not: FNV-1a over its code and quotes.
pub(super) fn mark(code: &str, quotes: &[Quote], occurrence: usize) -> u64 {
    let words = quotes.iter().flat_map(|quote| [&quote.before, &quote.text, &quote.after]).map(String::as_str);
    let bytes = [code].into_iter().chain(words).flat_map(|word| word.bytes().chain([u8::MAX]));
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    hash.wrapping_add(occurrence as u64)
}
