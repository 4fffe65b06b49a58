//! A page that looks at documents, without a browser: what the engine would answer is checked here.

use gouji::app::action::{Action, Given};
use gouji::app::answer::Answer;
use gouji::app::decision::review;
use gouji::app::reduce::reduce;
use gouji::app::state::{Entry, Handle, State};
use gouji::project::DecisionKind;
use gouji::summary::Gist;
use std::rc::Rc;

/// The page once one more file came, was checked and is looked at; a text where it has no name.
pub fn looking_at(state: State, name: &str, text: &str) -> State {
    let given = if name.is_empty() {
        Action::TextGiven(text.to_owned())
    } else {
        Action::FilesGiven(vec![Given { name: name.to_owned(), file: Ok(Handle::default()) }])
    };
    let state = reduce(state, given);
    let packed = serde_json::to_vec(&gouji::check(text)).unwrap();
    let open = |packed: &[u8]| (serde_json::from_slice(packed).unwrap(), Vec::new());
    let answer = Rc::new(Answer::new(Gist::default(), 1, packed, Vec::new(), open));
    let Entry { document, revision, .. } = state.entry;
    reduce(state, Action::Checked { document, revision, answer })
}

/// The page after a finding in view was decided about; nothing takes the decision back.
pub fn decided(state: State, finding: u32, kind: Option<DecisionKind>, reason: &str) -> State {
    reduce(state, Action::Decided { finding, kind, reason: reason.to_owned() })
}

/// The decisions that apply to what is in view: the finding, and what was decided.
#[allow(dead_code, reason = "not every test looks back")]
pub fn applied(state: &State) -> Vec<(u32, DecisionKind)> {
    let applied = review(state, state.checked().unwrap()).applied;
    applied.into_iter().map(|(finding, decision)| (finding, decision.kind)).collect()
}
