//! How many findings of each document a person decided about (处理意见计数), told by their marks: the reports themselves are not here.

use super::state::Document;
use crate::gather::Gather;
use crate::project::{Decision, DecisionKind};
use crate::report::Severity;
use crate::summary::Tally;
use std::rc::Rc;

/// Counts the decisions that apply in the digest of each document.
pub(super) fn count(documents: &mut [Document], decisions: &[Decision]) {
    let gone: Vec<&str> = gone(documents, decisions);
    for document in documents {
        let (dismissed, confirmed) = counted(document, decisions, &gone);
        let digest = &document.brief.digest;
        if (digest.dismissed, digest.confirmed) != (dismissed, confirmed) {
            let digest = &mut Rc::make_mut(&mut document.brief).digest;
            (digest.dismissed, digest.confirmed) = (dismissed, confirmed);
        }
    }
}

fn counted(document: &Document, decisions: &[Decision], gone: &[&str]) -> (Tally, Tally) {
    let (mut dismissed, mut confirmed) = (Tally::default(), Tally::default());
    let finding = |decision: &Decision| {
        let mark = decision.mark();
        document.brief.findings.iter().find(|(_, other)| *other == mark)
    };
    let is_own = |decision: &&Decision| document.brief.key == decision.file;
    let former = if decisions.iter().any(|decision| is_own(&decision)) {
        None
    } else {
        // Under its former name, as the page has it: of the names that are gone the one all of whose findings are here.
        let fits = |name: &&&str| decisions.iter().filter(|d| d.file == **name).all(|d| finding(d).is_some());
        gone.iter().filter(fits).single()
    };
    for decision in decisions.iter().filter(|d| former.map_or_else(|| is_own(d), |name| d.file == *name)) {
        let tally = if decision.kind == DecisionKind::Dismissed { &mut dismissed } else { &mut confirmed };
        match finding(decision) {
            Some((Severity::Error, _)) => tally.errors += 1,
            Some((Severity::Suspect, _)) => tally.suspects += 1,
            Some((Severity::Note, _)) => tally.notes += 1,
            None => {}
        }
    }
    (dismissed, confirmed)
}

/// The names that were decided about and are no document's any more, each once.
fn gone<'d>(documents: &[Document], decisions: &'d [Decision]) -> Vec<&'d str> {
    let mut gone: Vec<&str> = Vec::new();
    for name in decisions.iter().map(|decision| decision.file.as_str()) {
        let is_here = || documents.iter().any(|document| document.brief.key == name);
        if !gone.contains(&name) && !is_here() {
            gone.push(name);
        }
    }
    gone
}
