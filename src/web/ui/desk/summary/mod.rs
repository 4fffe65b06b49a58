//! 汇总: many reports as one table, with where each cell comes from, what is drawn of it, and what shows across reports.

mod files;
mod findings;
mod plot;
mod ranking;
mod rows;
mod sources;
mod spot;
mod table;
mod tools;

use crate::desk::message::Wish;
use crate::desk::state::{self, Document, Made, State};
use crate::desk::summary::{Action, table as shown};
use crate::summary::{Column, Digest, Role, Summary};
use crate::web::ui::component::{Shape, icon};
use crate::web::ui::words::desk::Words;
use std::rc::Rc;
use yew::prelude::*;

/// So many columns fit across a sheet of A4 in type that can be read.
const FITTING: usize = 16;

/// What every part of the summary needs.
struct Scene<'s> {
    words: &'static Words,
    state: &'s State,
    summary: &'s Rc<Summary>,
    /// The documents of the summary, in the order of its files.
    documents: &'s Rc<[Document]>,
    dispatch: &'s Callback<state::Action>,
    wish: &'s Callback<Wish>,
}

impl Scene<'_> {
    /// A callback for an event of which only the fact counts.
    fn on<E>(&self, action: Action) -> Callback<E> {
        self.dispatch.reform(move |_| state::Action::Summary(action.clone()))
    }

    /// The name of a column in the language spoken.
    fn column<'c>(&self, column: &'c Column) -> &'c str {
        self.words.summary.name(column)
    }
}

/// The summary of the documents.
pub fn summary(
    words: &'static Words,
    state: &State,
    dispatch: &Callback<state::Action>,
    wish: &Callback<Wish>,
) -> Html {
    let Some(Made { summary, documents, .. }) = &state.summary else { return Html::default() };
    let scene = Scene { words, state, summary, documents, dispatch, wish };
    let digests: Vec<&Digest> = documents.iter().map(|document| &document.brief.digest).collect();
    let shown = shown(summary, &digests, &state.choices);
    let own = words.summary;
    let copies = summary.files.iter().filter(|file| file.role == Role::Duplicate).count();
    html! {
        // On paper it takes a larger sheet then.
        <section class={if shown.columns.len() > FITTING { "summary is-wide" } else { "summary" }} aria-labelledby="summary">
            <h2 class="summary__title" id="summary">{ own.title }</h2>
            <p class="summary__lead">{ (own.extent)(summary.rows.len(), summary.files.len(), copies) }</p>
            { unread(&scene) }
            { tools::tools(&scene, &shown) }
            { table::table(&scene, &shown) }
            { sources::sources(&scene) }
            <p class="summary__note">{ own.totals_note }</p>
            <div class="summary__parts">
                <plot::Drawing words={own} summary={Rc::clone(summary)} chosen={state.choices.plot.clone()} dispatch={dispatch.clone()} />
                { findings::findings(&scene) }
            </div>
            { files::files(&scene) }
        </section>
    }
}

/// Files that could not be read, or wait: what is not in the summary is said beside it.
fn unread(scene: &Scene) -> Html {
    let is_checked = |number: u32| scene.state.documents.iter().any(|document| document.number == number);
    let files = scene.state.project.files.iter().filter(|(number, _)| !is_checked(*number));
    let names: Vec<&str> = files.map(|(_, name)| name.as_str()).collect();
    if names.is_empty() {
        return Html::default();
    }
    let said = (scene.words.summary.unread)(names.len(), &names.join("、"));
    html! { <p class="summary__lead" data-testid="summary-unread">{ icon(Shape::Unread) }{ " " }<strong>{ said }</strong></p> }
}
