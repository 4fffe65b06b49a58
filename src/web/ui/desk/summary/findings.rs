//! What does not agree between reports.

use super::Scene;
use super::spot::spot_link;
use crate::desk::message::Wish;
use crate::desk::state::Document;
use crate::report::Severity;
use crate::summary::{CrossFinding, Summary};
use crate::web::ui::component::{CopyButton, Shape, icon, severity_class};
use crate::web::ui::hook::{PART, use_growing};
use crate::web::ui::words::desk::Words;
use std::rc::Rc;
use yew::prelude::*;

/// The findings across reports.
pub fn findings(scene: &Scene) -> Html {
    html! {
        <Across words={scene.words} summary={Rc::clone(scene.summary)} documents={Rc::clone(scene.documents)} wish={scene.wish.clone()} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AcrossProps {
    words: &'static Words,
    summary: Rc<Summary>,
    documents: Rc<[Document]>,
    wish: Callback<Wish>,
}

/// The list; drawn anew only with the summary.
#[component]
fn Across(props: &AcrossProps) -> Html {
    let own = props.words.summary;
    let findings = &props.summary.findings;
    let drawn = use_growing(findings.len(), PART);
    html! {
        <section class="across" aria-labelledby="across">
            <h3 class="summary__part" id="across">{ own.findings }<span class="summary__count">{ findings.len() }</span></h3>
            if findings.is_empty() {
                <p class="summary__lead">{ own.no_findings }</p>
            }
            <ol>{ for findings.iter().take(drawn).map(|finding| row(props, finding)) }</ol>
        </section>
    }
}

fn row(props: &AcrossProps, finding: &CrossFinding) -> Html {
    let AcrossProps { words, documents, wish, .. } = props;
    let shape = match finding.severity {
        Severity::Error => Shape::Error,
        Severity::Suspect => Shape::Suspect,
        Severity::Note => Shape::Note,
    };
    let class = format!("badge badge--{}", severity_class(finding.severity));
    html! {
        <li key={finding.id} class="across__finding" data-testid="across">
            <p class="across__title">
                <span {class}>{ icon(shape) }<span class="badge__word">{ (words.summary.severity)(finding.severity) }</span></span>
                <strong lang="zh-CN">{ &finding.title }</strong>
            </p>
            <p lang="zh-CN">{ &finding.message }</p>
            <ul class="sources__list">
                { for finding.spots.iter().map(|spot| html! { <li>{ spot_link(words, documents, spot, wish) }</li> }) }
            </ul>
            <CopyButton text={finding.message.clone()} label={words.calculator.copy_sentence} done={words.copied} />
        </li>
    }
}
