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
use crate::desk::state::{self, State};
use crate::desk::summary::{Action, table as shown};
use crate::summary::{Column, Digest, Summary};
use crate::web::ui::words::desk::Words;
use std::rc::Rc;
use yew::prelude::*;

/// What every part of the summary needs.
struct Scene<'s> {
    words: &'static Words,
    state: &'s State,
    summary: &'s Rc<Summary>,
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
    let Some(summary) = &state.summary else { return Html::default() };
    let scene = Scene { words, state, summary, dispatch, wish };
    let digests: Vec<&Digest> = state.documents.iter().map(|document| &document.brief.digest).collect();
    let shown = shown(summary, &digests, &state.choices);
    let own = words.summary;
    html! {
        <section class="summary" aria-labelledby="summary">
            <h2 class="summary__title" id="summary">{ own.title }</h2>
            <p class="summary__lead">{ (own.extent)(summary.rows.len(), summary.files.len()) }</p>
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
