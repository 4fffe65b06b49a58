//! Expectations that figures fall short of (预警): one finding a warning, with every item once.

use super::findings::finding;
use super::view::View;
use crate::catalog::warning::{follows, warning};
use crate::finding::{Judged, message, working};
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::relation::{Judgement, Source, Values, Verdict, judge};
use crate::report::Finding;
use crate::rule::Expectation;

impl View<'_> {
    /// A finding for each warning that some expectation raises. What a failing relation has already said of the same figures,
    /// and no less gravely, is not said again. Causes are places in the list, which stands behind `before` others.
    pub(super) fn shortfalls(&self, expectations: &[Expectation], judged: &[Judged], before: usize) -> Vec<Finding> {
        let values = Values::printed(self.facts);
        let mut failing: SortedMap<usize, Vec<&Judged>> = SortedMap::new();
        for j in judged.iter().filter(|j| j.fails() && j.relation.source != Source::User) {
            j.facts.iter().for_each(|id| failing.entry(*id).or_default().push(j));
        }
        let mut short: SortedMap<&str, Vec<(&Expectation, Judgement)>> = SortedMap::new();
        let year = self.facts.year;
        for expectation in expectations.iter().filter(|e| warning(e.warning).is_valid(year)) {
            let judgement = judge(&expectation.equation, &values);
            let figures = expectation.equation.all();
            let over = figures.first().and_then(|id| failing.get(id)).map_or(&[][..], Vec::as_slice);
            let graver = |j: &Judged| warning(j.relation.warning).severity <= warning(expectation.warning).severity;
            let said = over.iter().any(|j| graver(j) && figures.iter().all(|id| j.facts.contains(id)));
            if judgement.verdict == Verdict::Inconsistent && !said {
                short.entry(expectation.warning).or_default().push((expectation, judgement));
            }
        }
        let mut out: Vec<Finding> = Vec::new();
        for (code, items) in short {
            let mut found = self.shortfall(code, &items);
            let shares = |f: &Finding| f.figures.iter().any(|id| found.figures.contains(id));
            let lead = follows(code).and_then(|cause| out.iter().position(|f| f.code == cause && shares(f)));
            found.cause = lead.map(|at| out.get(at).and_then(|f| f.cause).unwrap_or((before + at) as u32));
            out.push(found);
        }
        out
    }

    fn shortfall(&self, code: &str, items: &[(&Expectation, Judgement)]) -> Finding {
        let entry = warning(code);
        let place = |fact: usize| self.places.of(fact);
        let mut figures: Vec<usize> = Vec::new();
        let mut lines: Vec<String> = Vec::new();
        for (expectation, Judgement { verdict, allowance }) in items {
            let worked = working::work(&expectation.equation, *verdict, *allowance, self.facts, &place);
            lines.push(message::expected(&expectation.equation, &worked, self.facts, &place));
            figures.extend(expectation.equation.all());
        }
        let mut seen = SortedSet::new();
        figures.retain(|id| seen.insert(*id));
        let ranges = figures.iter().filter_map(|id| self.facts.get(*id)).map(|fact| self.utf16(&fact.range));
        Finding {
            message: message::shortfall(entry.title, &lines),
            spans: ranges.gather(),
            figures: figures.iter().map(|id| *id as u32).gather(),
            ..finding(entry)
        }
    }
}
