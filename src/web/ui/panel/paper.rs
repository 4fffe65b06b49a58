//! The printed paper (核查意见): findings with quoted text and workings, then the ledger. Seen only on paper.

use super::decision::mark;
use super::ledger::{TALLIES, name};
use crate::app::checked::Checked;
use crate::app::filter::{self, Filter};
use crate::project::{Decision, DecisionKind};
use crate::report::{Finding, Verdict};
use crate::web::ui::component::{WorkingTable, lines, severity_badge, working_table};
use crate::web::ui::hook::{PART, use_growing, use_surroundings};
use crate::web::ui::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// What the paper is drawn from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub checked: Rc<Checked>,
    /// The name of the file.
    pub name: String,
    /// What was decided about findings, each with its finding.
    pub decided: Vec<(u32, Decision)>,
}

/// The paper.
#[component]
pub fn Paper(props: &Props) -> Html {
    let (_, words) = use_surroundings();
    let paper = &words.paper;
    let report = &props.checked.report;
    let document = report.document.title.clone().or_else(|| (!props.name.is_empty()).then(|| props.name.clone()));
    let findings = filter::findings(&props.checked, &Filter::default());
    // It is drawn before anyone asks for it, for a browser prints at once; of many findings one part at a time.
    let count = findings.len();
    let mut number = 0;
    let drawn = use_growing(count, PART);
    html! {
        <section class="paper" aria-hidden="true">
            <h1 class="paper__title">{ paper.title }</h1>
            if let Some(organization) = &report.document.organization {
                <p class="paper__fact"><strong>{ paper.organization }</strong>{ organization }</p>
            }
            if let Some(document) = document {
                <p class="paper__fact"><strong>{ paper.document }</strong>{ document }</p>
            }
            <p class="paper__summary">{ (paper.summary)(report.coverage.figures, report.relations.len(), count) }
                if !props.decided.is_empty() {
                    { (paper.decided)(props.decided.len()) }
                }
            </p>
            if count == 0 {
                <p>{ if report.coverage.is_blank() { paper.blank } else { paper.clean } }</p>
            }
            { for findings.into_iter().take(drawn).map(|finding| item(words, props, &mut number, finding)) }
            if drawn < count {
                // Who prints meanwhile is told what is missing.
                <p><strong>{ (paper.rest)(count - drawn) }</strong></p>
            }
            <h2 class="paper__head">{ paper.ledger }</h2>
            <table class="paper__ledger">
                <thead><tr>{ for TALLIES.iter().map(|tally| html! { <th scope="col">{ name(words, *tally) }</th> }) }</tr></thead>
                <tbody><tr>{ for TALLIES.iter().map(|tally| html! { <td>{ filter::count_tally(&props.checked, *tally) }</td> }) }</tr></tbody>
            </table>
            <p class="paper__note">{ paper.note }{ concat!(" 勾稽 ", env!("CARGO_PKG_VERSION"), " · ") }{ &report.pack.name }</p>
            <p class="paper__signature">{ paper.signature }</p>
        </section>
    }
}

fn item(words: &Words, props: &Props, number: &mut usize, finding: &Finding) -> Html {
    let checked = &props.checked;
    let decided = props.decided.iter().find(|(id, _)| *id == finding.id).map(|(_, decision)| decision);
    let title = words.said(checked, &finding.title);
    // What is not to be mended is a line.
    if let Some(own) = decided.filter(|own| own.kind == DecisionKind::Dismissed) {
        return line(mark(words, own), &[title, " ", &finding.message, " ", &own.reason].concat());
    }
    *number += 1;
    let relation = finding.relation.and_then(|id| checked.relation(id));
    let working = relation.and_then(|relation| relation.working.as_ref());
    let others = relation.map(|relation| checked.other_side(relation)).unwrap_or_default();
    let holds =
        relation.is_some_and(|relation| !matches!(relation.verdict, Verdict::Inconsistent | Verdict::Unchecked));
    html! {
        <section class="paper__finding">
            <h2 class="paper__head">{ format!("{number}. ") }{ title }{ severity_badge(words, finding.severity) }</h2>
            <p class="paper__message lines" lang="zh-CN">{ lines(&finding.message) }</p>
            { for quotes(checked, finding).into_iter().map(|(place, sentence)| html! {
                <blockquote class="paper__quote"><strong>{ place }</strong>{ sentence }</blockquote>
            }) }
            if let Some(working) = working {
                { working_table(words, &WorkingTable { checked, working, result: relation.and_then(|relation| relation.result), others, chosen: None, holds, onrow: None }) }
            }
            if let Some(diagnosis) = &finding.diagnosis {
                { line(words.working.diagnosis, words.said(checked, &diagnosis.text)) }
            }
            if !finding.remedy.is_empty() {
                { line(words.working.remedy, words.said(checked, &finding.remedy)) }
            }
            if !finding.basis.is_empty() {
                { line(words.working.basis, words.said(checked, &finding.basis)) }
            }
            if let Some(decision) = decided {
                { line(mark(words, decision), &decision.reason) }
            }
        </section>
    }
}

/// Words with their name before them.
fn line(name: &str, text: &str) -> Html {
    html! { <p><strong>{ name }</strong>{ text }</p> }
}

/// The sentences that the figures of a finding stand in, each once.
fn quotes<'a>(checked: &'a Checked, finding: &Finding) -> Vec<(&'a str, String)> {
    let mut quotes: Vec<(&str, String)> = Vec::new();
    for id in &finding.figures {
        if let (Some(figure), Some(excerpt)) = (checked.figure(*id), checked.excerpt(*id)) {
            let sentence = excerpt.concat();
            if !quotes.iter().any(|(_, other)| *other == sentence) {
                quotes.push((&figure.place, sentence));
            }
        }
    }
    quotes
}
