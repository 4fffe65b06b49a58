//! `State` + `Action` → `State`. Pure: no clock, no storage, no engine.

use super::action::{Action, Step};
use super::state::{EngineState, Landing, List, Overlay, Pane, Sample, Screen, Sheet, State, Subject, Tally};
use super::{decision, documents, filter, stated};

/// The state after something happened.
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::EngineStarted { in_worker, sample } => {
            state.engine = if in_worker { EngineState::Ready } else { EngineState::Here };
            if std::mem::replace(&mut state.sample, Sample::Here(sample)) == Sample::Wanted {
                show_sample(&mut state);
            }
        }
        Action::EngineFailed(message) => state.engine = EngineState::Failed(message),
        Action::SampleChosen => show_sample(&mut state),
        Action::TextEdited(text) => documents::write(forget_sample(&mut state), &text),
        Action::TextGiven(text) => documents::show(forget_sample(&mut state), &text),
        Action::TextSet(text) => documents::set(forget_sample(&mut state), &text),
        Action::FilesGiven(files) => {
            state.held = false;
            documents::take(forget_sample(&mut state), files);
        }
        Action::FilesHeld(held) => state.held = held,
        Action::Refused(notice) => {
            state.held = false;
            state.notice = Some(notice);
        }
        Action::DocumentChosen(document) => documents::choose(&mut state, document),
        Action::DocumentClosed(document) => documents::close(&mut state, document),
        Action::DocumentStopped(document) => documents::stop(&mut state, document),
        Action::DocumentRetried(document) => documents::retry(&mut state, document),
        Action::PauseToggled => state.paused = !state.paused,
        Action::AllStopped => documents::stop_all(&mut state),
        Action::AllRetried => documents::retry_all(&mut state),
        Action::BlankChosen => documents::begin(&mut state),
        Action::Cleared => documents::clear(&mut state),
        Action::ClearUndone => documents::restore(&mut state),
        Action::Checked { document, revision, answer } => documents::settle(&mut state, document, revision, Ok(answer)),
        Action::Unpacked { document, revision, files } => documents::unpack(&mut state, document, revision, files),
        Action::ProjectFound { document, revision } => documents::hand_over(&mut state, document, revision),
        Action::ProjectOpened { files, work } => decision::open(&mut state, files, work),
        Action::Picked(figure) => stated::pick(&mut state, figure),
        Action::Stated(kind) => stated::add(&mut state, kind),
        Action::Unstated(at) => stated::remove(&mut state, at),
        Action::Decided { finding, kind, reason } => decision::decide(&mut state, finding, kind, &reason),
        Action::Progressed { document, revision, thousandths } => {
            documents::progress(&mut state, document, revision, thousandths);
        }
        Action::Failed { document, revision, failure } => {
            documents::settle(&mut state, document, revision, Err(failure))
        }
        Action::ScreenOpened(screen) => state.screen = screen,
        Action::FigureOpened { document, figure } => {
            if state.entry.document != document {
                documents::choose(&mut state, document);
            }
            state.sheet = Sheet::Reading;
            show_figure(&mut state, figure);
        }
        Action::SubjectChosen(subject) => choose(&mut state, subject),
        Action::FindingStepped(step) => step_finding(&mut state, step),
        Action::FigureChosen(figure) => choose_figure(&mut state, figure),
        Action::ExcludedChosen(at) => choose_excluded(&mut state, at),
        Action::FigureStepped(step) => step_figure(&mut state, step),
        Action::RowChosen(figure) => show_figure(&mut state, figure),
        Action::TallyChosen(tally) => walk(&mut state, tally),
        Action::NoteChosen(at) => choose_note(&mut state, at),
        Action::Dismissed => dismiss(&mut state),
        Action::SeverityToggled(severity) => filter::toggle(&mut state.filter.severities, severity),
        Action::VerdictToggled(verdict) => filter::toggle(&mut state.filter.verdicts, verdict),
        Action::SearchChanged(search) => state.filter.search = search,
        Action::FilterReset => state.filter = filter::Filter::default(),
        Action::ListOpened(list) => state.list = list,
        Action::SheetTurned(sheet) => state.sheet = sheet,
        Action::PaneOpened(pane) => state.pane = pane,
        // The key that opened it also takes it away.
        Action::OverlayChanged(overlay) => {
            state.overlay = if state.overlay == overlay { Overlay::None } else { overlay }
        }
        Action::SettingsChanged(settings) => state.settings = settings,
        Action::Several(actions) => return actions.into_iter().fold(state, reduce),
    }
    // A line that came to its end is not held up any more: what comes next is read.
    state.paused = state.paused && documents::all(&mut state).any(|entry| entry.is_pending());
    state
}

fn show_sample(state: &mut State) {
    match state.sample.clone() {
        Sample::Here(text) => documents::show(state, &text),
        Sample::Awaited | Sample::Wanted => state.sample = Sample::Wanted,
    }
}

/// Whoever brings a text of their own while the sample is on its way wants theirs.
fn forget_sample(state: &mut State) -> &mut State {
    if state.sample == Sample::Wanted {
        state.sample = Sample::Awaited;
    }
    state
}

/// Numbers of an earlier answer mean nothing in a new one.
pub(super) fn let_go(state: &mut State) {
    state.subject = None;
    state.figure = None;
    state.excluded = None;
    state.tally = None;
    state.note = None;
}

pub(super) fn choose(state: &mut State, subject: Subject) {
    state.list = match subject {
        Subject::Finding(_) => List::Findings,
        Subject::Relation(_) => List::Relations,
    };
    let_go(state);
    state.subject = Some(subject);
    state.sheet = Sheet::Reading;
    state.pane = Pane::Details;
    jump(state, Landing::Stay);
}

fn step_finding(state: &mut State, step: Step) {
    let Some(checked) = state.checked() else { return };
    let shown = filter::findings(checked, &state.filter);
    let at = match state.subject {
        Some(Subject::Finding(id)) => shown.iter().position(|finding| finding.id == id),
        _ => None,
    };
    let Some(id) = step.within(shown.len(), at).and_then(|at| shown.get(at)).map(|finding| finding.id) else { return };
    let pane = state.pane;
    choose(state, Subject::Finding(id));
    // Whoever walks through the findings in the text stays in the text.
    state.pane = pane;
}

/// A figure of the chosen subject stays within it; another brings its gravest finding along, if it has one.
fn choose_figure(state: &mut State, figure: u32) {
    let Some(checked) = state.checked().cloned() else { return };
    let within = match state.subject {
        Some(Subject::Finding(id)) => checked.findings_of(figure).contains(&id),
        Some(Subject::Relation(id)) => checked.relations_of(figure).contains(&id),
        None => false,
    };
    if !within {
        state.subject = checked.findings_of(figure).first().map(|id| Subject::Finding(*id));
        if state.subject.is_some() {
            state.list = List::Findings;
        }
    }
    state.figure = Some(figure);
    state.excluded = None;
    state.note = None;
    state.sheet = Sheet::Reading;
    state.pane = Pane::Details;
    jump(state, Landing::Working);
}

fn choose_excluded(state: &mut State, at: u32) {
    let_go(state);
    state.excluded = Some(at);
    state.pane = Pane::Details;
}

fn choose_note(state: &mut State, at: u32) {
    let_go(state);
    state.note = Some(at);
    state.sheet = Sheet::Reading;
    state.pane = Pane::Text;
    jump(state, Landing::Stay);
}

/// Shows a figure in the text, whatever else is chosen.
fn show_figure(state: &mut State, figure: u32) {
    state.figure = Some(figure);
    state.excluded = None;
    state.note = None;
    state.pane = Pane::Text;
    jump(state, Landing::Text);
}

fn step_figure(state: &mut State, step: Step) {
    let Some(checked) = state.checked() else { return };
    let length = checked.report.figures.len();
    let Some(at) = step.within(length, state.figure.map(|id| id as usize)) else { return };
    let Some(figure) = checked.report.figures.get(at).map(|figure| figure.id) else { return };
    let pane = state.pane;
    choose_figure(state, figure);
    state.pane = pane;
    jump(state, Landing::Text);
}

/// The first figure of a line of the ledger, then the next, round and round.
fn walk(state: &mut State, tally: Tally) {
    let Some(checked) = state.checked() else { return };
    let figures = filter::tallied(checked, tally);
    let at = if state.tally == Some(tally) {
        state.figure.or(state.excluded).and_then(|figure| figures.iter().position(|id| *id == figure))
    } else {
        None
    };
    let Some(next) = Step::Next.within(figures.len(), at).and_then(|at| figures.get(at)).copied() else { return };
    let_go(state);
    if tally == Tally::Excluded {
        state.excluded = Some(next);
    } else {
        state.figure = Some(next);
    }
    state.tally = Some(tally);
    state.sheet = Sheet::Reading;
    state.pane = Pane::Text;
    jump(state, Landing::Stay);
}

fn dismiss(state: &mut State) {
    if state.overlay != Overlay::None {
        state.overlay = Overlay::None;
    } else if state.figure.is_some() && state.tally.is_none() && state.subject.is_some() {
        state.figure = None;
    } else {
        let_go(state);
    }
}

/// What is brought into view stands in the report.
fn jump(state: &mut State, landing: Landing) {
    state.screen = Screen::Report;
    state.jump.turn = state.jump.turn.wrapping_add(1);
    state.jump.landing = landing;
}
