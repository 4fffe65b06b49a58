//! What does not agree between reports.

use super::Scene;
use crate::report::Severity;
use crate::web::ui::component::{CopyButton, Shape, icon, severity_class};
use yew::prelude::*;

/// The findings across reports.
pub fn findings(scene: &Scene) -> Html {
    let own = scene.words.summary;
    let findings = &scene.summary.findings;
    html! {
        <section class="across" aria-labelledby="across">
            <h3 class="summary__part" id="across">{ own.findings }<span class="summary__count">{ findings.len() }</span></h3>
            if findings.is_empty() {
                <p class="summary__lead">{ own.no_findings }</p>
            }
            <ol>
                { for findings.iter().map(|finding| {
                    let shape = match finding.severity {
                        Severity::Error => Shape::Error,
                        Severity::Suspect => Shape::Suspect,
                        Severity::Note => Shape::Note,
                    };
                    let class = format!("badge badge--{}", severity_class(finding.severity));
                    html! {
                        <li key={finding.id} class="across__finding" data-testid="across">
                            <p class="across__title">
                                <span {class}>{ icon(shape) }<span class="badge__word">{ (own.severity)(finding.severity) }</span></span>
                                <strong lang="zh-CN">{ &finding.title }</strong>
                            </p>
                            <p lang="zh-CN">{ &finding.message }</p>
                            <ul class="sources__list">
                                { for finding.spots.iter().map(|spot| html! { <li>{ scene.link(spot) }</li> }) }
                            </ul>
                            <CopyButton text={finding.message.clone()} label={scene.words.calculator.copy_sentence} done={scene.words.copied} />
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}
