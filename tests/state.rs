//! The state of the page: sequences of actions and what they lead to.
#![allow(clippy::expect_used, clippy::panic)]

use gouji::app::action::{Action, Given, Step};
use gouji::app::answer::{Answer, Said};
use gouji::app::block::{Level, PieceKind};
use gouji::app::checked::Checked;
use gouji::app::decision::review;
use gouji::app::filter::{self, Filter};
use gouji::app::place::{Bytes, Places};
use gouji::app::reduce::reduce;
use gouji::app::state::{
    EngineState, Failure, Handle, Landing, List, Notice, Overlay, Pane, Sample, Screen, Sheet, State, Status, Subject,
    Tally,
};
use gouji::desk::message::View;
use gouji::project::DecisionKind;
use gouji::report::{FigureStatus, Report, Severity, Verdict};
use std::rc::Rc;

fn report() -> Report {
    serde_json::from_str(include_str!("fixtures/report.json")).expect("the fixture is a report")
}

fn checked() -> Rc<Checked> {
    Rc::new(Checked::new(report(), Vec::new()))
}

fn answer() -> Rc<Answer> {
    let packed = serde_json::to_vec(&report()).expect("a report can be packed");
    let open = |packed: &[u8]| (serde_json::from_slice(packed).expect("the report that was packed"), Vec::new());
    Rc::new(Answer::new(gouji::summary::Gist::of(&report()), 1840, packed, Vec::new(), open))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, reduce)
}

fn given(text: &str) -> Action {
    Action::TextGiven(text.to_owned())
}

fn answered(state: &State) -> Action {
    Action::Checked { document: state.entry.document, revision: state.entry.revision, answer: answer() }
}

fn ready() -> State {
    let state = reduce(State::default(), given("甲"));
    let answer = answered(&state);
    reduce(state, answer)
}

#[test]
fn the_text_of_the_page_around_takes_the_place_of_its_last() {
    let set = |text: &str| Action::TextSet(text.to_owned());
    let state = after(ready(), [set("乙"), set("乙丙"), set("乙丙丁")]);
    assert_eq!(state.documents().len(), 2, "what a person pasted stays, what was set before goes");
    assert_eq!(&*state.entry.text, "乙丙丁");
    let (pasted, around) = (state.others[0].document, state.entry.document);
    let state = after(state, [Action::DocumentChosen(pasted), set("戊")]);
    assert_eq!((state.entry.document, &*state.entry.text), (around, "戊"), "it is looked at again");
    let state = after(state, [Action::DocumentClosed(around), set("己")]);
    assert_eq!(
        (state.documents().len(), &*state.entry.text),
        (2, "己"),
        "what was put away is not there to be replaced"
    );
}

#[test]
fn a_text_is_checked_and_shown() {
    let state = reduce(State::default(), given("甲"));
    assert_eq!(state.entry.revision, 1);
    assert_eq!(state.entry.status, Status::Checking(None));
    assert_eq!(state.sheet, Sheet::Reading);
    let answer = answered(&state);
    let state = reduce(state, answer);
    assert!(matches!(state.entry.status, Status::Ready(_)));
    assert_eq!(state.pane, Pane::Lists, "a narrow screen shows the findings of the first answer");
}

#[test]
fn an_answer_about_an_earlier_text_is_dropped() {
    let state = ready();
    let late = answered(&state);
    let shown = state.entry.answer().cloned();
    let state = reduce(state, Action::TextEdited("甲乙".to_owned()));
    assert_eq!(state.entry.status, Status::Checking(shown.clone()), "the last answer stays in view");
    let state = reduce(state, late);
    assert_eq!(state.entry.status, Status::Checking(shown));
    let (document, revision) = (state.entry.document, state.entry.revision);
    let state = reduce(state, failed(document, revision - 1));
    assert!(matches!(state.entry.status, Status::Checking(_)));
    assert_eq!(reduce(state, failed(document, revision)).entry.status, Status::Failed(Failure::of("trap")));
}

#[test]
fn clearing_lets_everything_go_and_drops_what_is_under_way() {
    let state = after(ready(), [Action::SubjectChosen(Subject::Finding(0)), Action::SearchChanged("抽检".to_owned())]);
    let late = Action::TextEdited("甲乙".to_owned());
    let state = reduce(state, late);
    let answer = answered(&state);
    let state = after(state, [Action::Cleared, answer]);
    assert_eq!(state.entry.status, Status::Empty);
    assert_eq!((state.subject, state.figure, state.tally), (None, None, None));
    assert_eq!(state.filter, Filter::default());
    assert_eq!((state.sheet, state.pane), (Sheet::Editing, Pane::Text));
    assert!(state.entry.text.is_empty());
}

#[test]
fn clearing_can_be_taken_back_until_something_else_is_entered() {
    let ready = ready();
    assert_eq!(reduce(ready.clone(), Action::ClearUndone).entry, ready.entry, "nothing was cleared");
    for cleared in [Action::Cleared, Action::TextEdited(" ".to_owned())] {
        let state = after(ready.clone(), [cleared]);
        let empty = state.entry.revision;
        let state = after(state, [Action::TextEdited(String::new()), Action::ClearUndone]);
        assert_eq!((&state.entry.text, &state.entry.status), (&ready.entry.text, &ready.entry.status));
        assert!(state.entry.revision > empty, "no late answer is about it");
        assert_eq!((state.sheet, &state.cleared), (Sheet::Reading, &None));
    }
    let state = after(ready, [Action::Cleared, Action::TextEdited("甲".to_owned()), Action::ClearUndone]);
    assert_eq!(&*state.entry.text, "甲", "what was entered since stays");
}

#[test]
fn the_sample_sets_a_text_of_ones_own_aside() {
    let own = ready();
    let state = after(own.clone(), [started(), Action::SampleChosen]);
    assert_eq!(&*state.entry.text, "示例");
    assert_eq!(state.others, [own.entry]);
}

#[test]
fn a_file_that_is_edited_keeps_its_name_and_what_was_decided() {
    let state = looking_at(State::default(), "甲.txt");
    let finding = report().findings[0].id;
    let decide = Action::Decided { finding, kind: Some(DecisionKind::Dismissed), reason: "口径不同".to_owned() };
    let state = after(state, [decide, Action::TextEdited([&report().document.text, "另记。"].concat())]);
    assert_eq!((&state.entry.file, &*state.entry.name), (&None, "甲.txt"));
    assert_eq!(review(&state, &checked()).applied.len(), 1);
}

#[test]
fn blank_text_is_no_text() {
    let state = reduce(ready(), Action::TextEdited(" \n".to_owned()));
    assert_eq!(state.entry.status, Status::Empty);
    assert_eq!(&*state.entry.text, " \n", "what was typed stays in the box");
}

#[test]
fn a_word_to_the_person_leaves_the_document_alone() {
    let state = ready();
    let before = state.entry.clone();
    let state = after(state, [Action::FilesHeld(true), Action::Refused(Notice::EmptyDrop)]);
    assert_eq!(state.entry, before);
    assert_eq!((state.notice, state.held), (Some(Notice::EmptyDrop), false));
    assert_eq!(reduce(state, given("乙")).notice, None);
}

fn failed(document: u32, revision: u32) -> Action {
    Action::Failed { document, revision, failure: Failure::of("trap") }
}

fn files(names: &[&str]) -> Action {
    let given = |name: &&str| Given { name: (*name).to_owned(), file: Ok(Handle::new((*name).to_owned())) };
    Action::FilesGiven(names.iter().map(given).collect())
}

fn names(state: &State) -> Vec<&str> {
    state.documents().into_iter().map(|entry| &*entry.name).collect()
}

/// The number of the document with this name.
fn number(state: &State, name: &str) -> u32 {
    state.documents().into_iter().find(|entry| *entry.name == *name).expect("the document").document
}

#[test]
fn each_file_is_a_document_and_the_first_is_looked_at() {
    let state = reduce(State::default(), files(&["甲.docx", "乙.pdf", "丙.xlsx"]));
    assert_eq!(names(&state), ["甲.docx", "乙.pdf", "丙.xlsx"], "the blank page is not among them");
    assert_eq!((&*state.entry.name, &state.entry.status), ("甲.docx", &Status::Waiting));
    let pending: Vec<&str> = state.pending().into_iter().map(|entry| &*entry.name).collect();
    assert_eq!(pending, ["甲.docx", "乙.pdf", "丙.xlsx"]);
    let state = after(state, [Action::DocumentChosen(number(&State::default(), "") + 3)]);
    let pending: Vec<&str> = state.pending().into_iter().map(|entry| &*entry.name).collect();
    assert_eq!(pending, ["丙.xlsx", "甲.docx", "乙.pdf"], "what is looked at is read first");
    assert_eq!(state.pending()[0].file.as_ref().and_then(Handle::get), Some(&"丙.xlsx".to_owned()));
}

#[test]
fn the_files_of_an_archive_take_its_place() {
    let state = reduce(State::default(), files(&["甲.docx", "一月.zip"]));
    let archive = number(&state, "一月.zip");
    let member = |name: &str, file| Given { name: name.to_owned(), file };
    let inside =
        vec![member("局/乙.docx", Ok(Handle::new("乙".to_owned()))), member("局/丙.zip", Err(Failure::of("nested")))];
    let unpacked = Action::Unpacked { document: archive, revision: 1, files: inside };
    let late = unpacked.clone();
    let state = reduce(state, unpacked);
    assert_eq!(names(&state), ["甲.docx", "局/乙.docx", "局/丙.zip"]);
    assert_eq!(&*state.entry.name, "甲.docx", "what was looked at stays in view");
    let failed = state.documents().into_iter().find(|entry| &*entry.name == "局/丙.zip").map(|entry| &entry.status);
    assert_eq!(failed, Some(&Status::Failed(Failure::of("nested"))));
    assert_eq!(names(&reduce(state, late)).len(), 3, "it is unpacked once");
    let state = reduce(State::default(), files(&["一月.zip"]));
    let archive = number(&state, "一月.zip");
    let inside = vec![member("乙.docx", Ok(Handle::default()))];
    let state = reduce(state, Action::Unpacked { document: archive, revision: 1, files: inside });
    assert_eq!((&*state.entry.name, names(&state).len()), ("乙.docx", 1), "who looked at the archive looks into it");
}

#[test]
fn the_line_of_files_is_held_up_and_given_up() {
    let asked = |state: &State| state.pending().iter().map(|entry| entry.name.to_string()).collect::<Vec<_>>();
    let state = reduce(State::default(), files(&["甲", "乙", "丙", "丁"]));
    let reading = Action::Progressed { document: number(&state, "乙"), revision: 1, thousandths: 10 };
    let state = after(state, [reading, Action::PauseToggled]);
    assert_eq!(asked(&state), ["乙"], "what is being read is read to its end");
    let state = reduce(state, Action::PauseToggled);
    assert_eq!(asked(&state), ["甲", "乙", "丙", "丁"]);
    let ready = Action::Checked { document: number(&state, "丙"), revision: 1, answer: answer() };
    let broken = failed(number(&state, "丁"), 1);
    let state = after(state, [ready, broken, Action::PauseToggled, Action::AllStopped]);
    assert!(!state.paused && asked(&state).is_empty());
    let state = reduce(state, Action::AllRetried);
    assert_eq!(asked(&state), ["甲", "乙"], "only what was given up is asked about again");
}

#[test]
fn a_line_that_is_held_up_at_its_last_file_goes_on_by_hand_and_holds_nothing_up_later() {
    let left_out = |state: &State| state.left_out().iter().map(|entry| entry.name.to_string()).collect::<Vec<_>>();
    let checked =
        |state: &State, name: &str| Action::Checked { document: number(state, name), revision: 1, answer: answer() };
    let state = reduce(State::default(), files(&["甲", "乙", "丙"]));
    let reading = |name: &str| Action::Progressed { document: number(&state, name), revision: 1, thousandths: 10 };
    let (read, broken) = (checked(&state, "甲"), failed(number(&state, "乙"), 1));
    let state = after(state.clone(), [reading("甲"), reading("乙")]);
    assert_eq!(left_out(&state), [] as [&str; 0], "what is in line is on its way");
    let held_up = after(state, [Action::PauseToggled, read, broken]);
    assert!(held_up.paused && held_up.pending().is_empty(), "one file waits");
    assert_eq!(left_out(&held_up), ["乙", "丙"], "whoever sums up is told of it");
    let on = reduce(held_up.clone(), Action::PauseToggled);
    assert_eq!(on.pending().len(), 1);
    let last = number(&held_up, "丙");
    for end in [Action::DocumentClosed(last), Action::DocumentStopped(last), checked(&held_up, "丙")] {
        let state = after(held_up.clone(), [end.clone(), files(&["丁"])]);
        assert_eq!((state.paused, state.pending().len()), (false, 1), "after {end:?} what comes is read");
    }
    assert!(!reduce(ready(), Action::PauseToggled).paused, "where nothing waits there is nothing to hold up");
}

#[test]
fn a_report_is_opened_when_it_is_looked_at() {
    fn opened(packed: &[u8]) -> (Report, Vec<Said>) {
        assert_eq!(packed, b"packed", "the bytes as they came");
        (report(), Vec::new())
    }
    let state = reduce(State::default(), files(&["甲.txt", "乙.txt"]));
    let second = number(&state, "乙.txt");
    let unopened = |_: &[u8]| panic!("nobody looks at it");
    let answer =
        |open| Rc::new(Answer::new(gouji::summary::Gist::of(&report()), 7, b"packed".to_vec(), Vec::new(), open));
    let state = reduce(state, Action::Checked { document: second, revision: 1, answer: answer(unopened) });
    assert!(
        state
            .documents()
            .iter()
            .any(|entry| matches!(&entry.status, Status::Ready(answer) if answer.microseconds == 7))
    );
    let state = reduce(State::default(), files(&["甲.txt", "乙.txt"]));
    let state = reduce(state, Action::Checked { document: second, revision: 1, answer: answer(opened) });
    let state = reduce(state, Action::DocumentChosen(second));
    assert_eq!(&*state.entry.text, report().document.text, "a text file can be changed in the box");
    assert!(Rc::ptr_eq(state.checked().expect("an answer"), state.checked().expect("an answer")), "opened once");
}

#[test]
fn several_things_are_taken_in_their_order() {
    let one_by_one = after(State::default(), [files(&["甲"]), files(&["乙"]), Action::DocumentChosen(2)]);
    let at_once =
        reduce(State::default(), Action::Several(vec![files(&["甲"]), files(&["乙"]), Action::DocumentChosen(2)]));
    assert_eq!(names(&at_once), names(&one_by_one));
    assert_eq!(at_once.entry.document, one_by_one.entry.document);
}

#[test]
fn a_reading_is_told_of_and_ends_in_an_answer() {
    let state = reduce(State::default(), files(&["甲.pdf", "乙.pdf"]));
    let (document, revision) = (state.entry.document, state.entry.revision);
    let progressed = |thousandths| Action::Progressed { document, revision, thousandths };
    let state = reduce(state, progressed(370));
    assert_eq!(state.entry.status, Status::Reading(370));
    let state = reduce(state, progressed(1000));
    assert_eq!(state.entry.status, Status::Checking(None));
    let answer = answered(&state);
    let state = after(state, [answer, progressed(500)]);
    assert!(matches!(state.entry.status, Status::Ready(_)), "what is ready is not read again");
    assert_eq!(state.pane, Pane::Lists);
    assert!(state.entry.is_editable(), "a text file can be edited");
    assert_eq!(&*state.entry.text, report().document.text);
    let state = reduce(state, Action::TextEdited("丙".to_owned()));
    assert_eq!((&state.entry.file, &*state.entry.name), (&None, "甲.pdf"), "what was edited is no file any more");
}

#[test]
fn what_happens_to_one_document_touches_no_other() {
    let state = after(ready(), [Action::SubjectChosen(Subject::Finding(1)), files(&["甲.pdf", "乙.pdf"])]);
    assert_eq!((state.subject, state.figure), (None, None), "numbers of one report mean nothing in another");
    let first = number(&state, "甲.pdf");
    let second = number(&state, "乙.pdf");
    let state = after(state, [failed(second, 1)]);
    assert_eq!(state.entry.document, first);
    assert_eq!(state.entry.status, Status::Waiting);
    let state = reduce(state, Action::DocumentChosen(number(&ready(), "")));
    assert!(matches!(state.entry.status, Status::Ready(_)), "the pasted text is still there");
    let state = after(state, [Action::SubjectChosen(Subject::Finding(1))]);
    let answer = Action::Checked { document: first, revision: 1, answer: answer() };
    let state = reduce(state, answer);
    assert_eq!(state.subject, Some(Subject::Finding(1)), "an answer to another document leaves the choice");
    let state = reduce(state, Action::DocumentChosen(second));
    assert_eq!(state.entry.status, Status::Failed(Failure::of("trap")));
}

#[test]
fn a_reading_given_up_is_not_asked_about_and_can_be_tried_again() {
    let state = reduce(State::default(), files(&["甲.pdf", "乙.pdf"]));
    let first = state.entry.document;
    let state = reduce(state, Action::DocumentStopped(first));
    assert_eq!(state.entry.status, Status::Failed(Failure::of("stopped")));
    assert_eq!(state.pending().len(), 1);
    let late = Action::Checked { document: first, revision: 1, answer: answer() };
    let state = reduce(state, late);
    assert_eq!(state.entry.status, Status::Failed(Failure::of("stopped")), "a late answer is dropped");
    let state = reduce(state, Action::DocumentRetried(first));
    assert_eq!((&state.entry.status, state.entry.revision), (&Status::Waiting, 3));
    assert_eq!(reduce(state, Action::DocumentRetried(first)).entry.revision, 3, "what did not fail is not asked again");
}

#[test]
fn a_document_put_away_gives_way_to_the_one_after_it() {
    let state = reduce(State::default(), files(&["甲", "乙", "丙"]));
    let close = |state: State, name: &str| {
        let number = number(&state, name);
        reduce(state, Action::DocumentClosed(number))
    };
    let state = close(state, "甲");
    assert_eq!((&*state.entry.name, names(&state)), ("乙", vec!["乙", "丙"]));
    let state = close(state, "丙");
    assert_eq!((&*state.entry.name, names(&state)), ("乙", vec!["乙"]));
    let latest = state.latest;
    let state = close(state, "乙");
    assert_eq!((&state.entry.status, state.sheet), (&Status::Empty, Sheet::Editing));
    assert!(state.entry.document > latest, "no number is given twice");
}

#[test]
fn a_blank_page_is_kept_only_while_it_is_looked_at() {
    let state = after(reduce(State::default(), files(&["甲"])), [Action::BlankChosen]);
    assert_eq!((names(&state), &state.entry.status), (vec!["甲", ""], &Status::Empty));
    let first = number(&state, "甲");
    let state = reduce(state, Action::DocumentChosen(first));
    assert_eq!(names(&state), ["甲"]);
}

#[test]
fn choosing_a_finding_turns_to_its_text_and_working() {
    let state = after(ready(), [Action::SheetTurned(Sheet::Editing), Action::SubjectChosen(Subject::Finding(1))]);
    assert_eq!(state.subject, Some(Subject::Finding(1)));
    assert_eq!((state.sheet, state.pane, state.list), (Sheet::Reading, Pane::Details, List::Findings));
    assert_eq!(state.jump.turn, 1);
    let state = reduce(state, Action::SubjectChosen(Subject::Relation(5)));
    assert_eq!((state.subject, state.list), (Some(Subject::Relation(5)), List::Relations));
    assert_eq!(state.jump.turn, 2, "choosing again looks again");
}

#[test]
fn steps_go_round_the_findings_as_they_are_shown() {
    let next = || Action::FindingStepped(Step::Next);
    let state = after(ready(), [next()]);
    assert_eq!(state.subject, Some(Subject::Finding(0)));
    let state = after(state, [next(), next(), next(), next()]);
    assert_eq!(state.subject, Some(Subject::Finding(4)));
    let state = after(state, [next()]);
    assert_eq!(state.subject, Some(Subject::Finding(0)));
    let state = after(state, [Action::FindingStepped(Step::Previous)]);
    assert_eq!(state.subject, Some(Subject::Finding(4)));
    let state = after(state, [Action::SeverityToggled(Severity::Suspect), next(), next()]);
    assert_eq!(state.subject, Some(Subject::Finding(2)), "only what the filter shows");
}

#[test]
fn a_figure_brings_its_finding_and_a_row_leads_back() {
    let state = reduce(ready(), Action::FigureChosen(24));
    assert_eq!((state.subject, state.figure), (Some(Subject::Finding(1)), Some(24)));
    assert_eq!((state.pane, state.jump.landing), (Pane::Details, Landing::Working));
    let state = reduce(state, Action::RowChosen(22));
    assert_eq!((state.subject, state.figure), (Some(Subject::Finding(1)), Some(22)));
    assert_eq!((state.pane, state.jump.landing), (Pane::Text, Landing::Text));
    let state = after(state, [Action::SubjectChosen(Subject::Relation(3)), Action::FigureChosen(8)]);
    assert_eq!(
        (state.subject, state.figure),
        (Some(Subject::Relation(3)), Some(8)),
        "a figure of the relation stays in it"
    );
    let state = reduce(state, Action::FigureChosen(0));
    assert_eq!((state.subject, state.figure), (None, Some(0)), "a single figure is looked at alone");
}

#[test]
fn figures_are_stepped_through_in_the_order_of_the_text() {
    let state = after(ready(), [Action::FigureStepped(Step::Next), Action::FigureStepped(Step::Next)]);
    assert_eq!(state.figure, Some(1));
    let state = after(state, [Action::FigureStepped(Step::Previous), Action::FigureStepped(Step::Previous)]);
    assert_eq!(state.figure, Some(36));
}

#[test]
fn a_line_of_the_ledger_is_walked_through_round_and_round() {
    let single = || Action::TallyChosen(Tally::Status(FigureStatus::Single));
    let state = after(ready(), [Action::SubjectChosen(Subject::Finding(0)), single()]);
    assert_eq!((state.subject, state.figure), (None, Some(0)));
    let state = after(state, [single(), single(), single(), single()]);
    assert_eq!(state.figure, Some(35));
    let state = reduce(state, single());
    assert_eq!(state.figure, Some(0));
    let state = reduce(state, Action::TallyChosen(Tally::Excluded));
    assert_eq!((state.tally, state.figure, state.excluded), (Some(Tally::Excluded), None, Some(0)));
}

#[test]
fn giving_up_goes_one_step_at_a_time() {
    let actions =
        [Action::SubjectChosen(Subject::Finding(1)), Action::FigureChosen(24), Action::OverlayChanged(Overlay::Help)];
    let state = reduce(after(ready(), actions), Action::Dismissed);
    assert_eq!((state.overlay, state.figure), (Overlay::None, Some(24)));
    let state = reduce(state, Action::Dismissed);
    assert_eq!((state.subject, state.figure), (Some(Subject::Finding(1)), None));
    let state = reduce(state, Action::Dismissed);
    assert_eq!(state.subject, None);
}

#[test]
fn a_new_answer_lets_old_numbers_go() {
    let state = after(ready(), [Action::SubjectChosen(Subject::Finding(4)), Action::TextEdited("乙".to_owned())]);
    assert_eq!(state.subject, Some(Subject::Finding(4)));
    let answer = answered(&state);
    assert_eq!(reduce(state, answer).subject, None);
}

#[test]
fn findings_are_narrowed_by_severity_and_words() {
    let checked = checked();
    let ids = |filter: &Filter| filter::findings(&checked, filter).iter().map(|finding| finding.id).collect::<Vec<_>>();
    assert_eq!(ids(&Filter::default()), [0, 1, 2, 3, 4], "none ticked is all");
    assert_eq!(ids(&Filter { severities: vec![Severity::Note], ..Filter::default() }), [3, 4]);
    assert_eq!(
        ids(&Filter { search: "宣传培训".to_owned(), ..Filter::default() }),
        [0],
        "labels of figures are searched"
    );
    assert_eq!(ids(&Filter { search: "w01 66.80".to_owned(), ..Filter::default() }), [0], "every word must match");
    assert_eq!(ids(&Filter { search: "无此词".to_owned(), ..Filter::default() }), [] as [u32; 0]);
}

#[test]
fn relations_are_narrowed_by_verdict() {
    let checked = checked();
    let filter = Filter { verdicts: vec![Verdict::Inconsistent], ..Filter::default() };
    assert_eq!(filter::relations(&checked, &filter).len(), 3);
    assert_eq!(filter::relations(&checked, &Filter::default()).len(), checked.report.relations.len());
    assert_eq!(filter::count_judged(&checked, Verdict::Unchecked), 1);
}

#[test]
fn the_blocks_give_the_text_back_and_every_figure_once() {
    let checked = checked();
    let lines: Vec<String> =
        checked.blocks().map(|block| block.pieces.iter().map(|piece| &*piece.text).collect()).collect();
    assert_eq!(lines.join("\n"), checked.report.document.text);
    let figures: Vec<(u32, String)> = checked
        .blocks()
        .flat_map(|block| &block.pieces)
        .filter_map(|piece| match piece.kind {
            PieceKind::Figure(id, _) => Some((id, piece.text.to_string())),
            PieceKind::Words | PieceKind::Excluded(_) => None,
        })
        .collect();
    let expected: Vec<(u32, String)> =
        checked.report.figures.iter().map(|figure| (figure.id, figure.text.clone())).collect();
    assert_eq!(figures, expected);
    let levels: Vec<Level> = checked.blocks().take(4).map(|block| block.level).collect();
    assert_eq!(levels, [Level::Title, Level::Heading, Level::Heading, Level::Paragraph]);
}

#[test]
fn a_finding_without_figures_marks_its_words() {
    let checked = checked();
    let words: Vec<&str> = checked
        .blocks()
        .flat_map(|block| &block.pieces)
        .filter(|piece| piece.finding == Some((4, Severity::Note)))
        .map(|piece| &*piece.text)
        .collect();
    assert_eq!(words, ["预算编制的前瞻性有待提高"]);
}

#[test]
fn places_count_utf16_units() {
    let text = "甲😀1.5万元\r\n乙２％";
    let places = Places::new(text);
    let unit = |needle: &str| {
        let byte = text.find(needle).expect("the needle is in the text");
        u32::try_from(
            text.chars()
                .scan(0, |at, c| {
                    let here = *at;
                    *at += c.len_utf8();
                    Some((here, c))
                })
                .take_while(|(at, _)| *at < byte)
                .map(|(_, c)| c.len_utf16())
                .sum::<usize>(),
        )
        .expect("small")
    };
    assert_eq!(places.bytes(unit("1.5万元"), unit("1.5万元") + 5).of(text), "1.5万元");
    assert_eq!(places.bytes(unit("２％"), unit("２％") + 2).of(text), "２％");
    assert_eq!(places.bytes(1, 3).of(text), "😀");
    assert_eq!(places.bytes(2, 3).of(text), "😀", "the middle of a pair is its beginning");
    assert_eq!(places.bytes(90, 99), Bytes { start: text.len(), end: text.len() });
}

#[test]
fn excerpts_are_sentences() {
    let checked = checked();
    assert_eq!(checked.excerpt(1), Some(["我局内设科室12个，下设基层所", "8个", ""]));
    assert_eq!(checked.excerpt(999), None);
}

#[test]
fn the_engine_is_loading_until_it_says_otherwise() {
    assert_eq!(State::default().engine, EngineState::Loading);
    assert_eq!(reduce(State::default(), started()).engine, EngineState::Here);
    let state = reduce(State::default(), Action::EngineFailed("no WebAssembly".to_owned()));
    assert_eq!(state.engine, EngineState::Failed("no WebAssembly".to_owned()));
}

fn started() -> Action {
    Action::EngineStarted { in_worker: false, sample: Rc::from("示例") }
}

#[test]
fn the_sample_is_shown_at_once_or_when_the_engine_brings_it() {
    let early = after(State::default(), [Action::SampleChosen, started()]);
    let late = after(State::default(), [started(), Action::SampleChosen]);
    for state in [early, late] {
        assert_eq!((&*state.entry.text, state.entry.revision, state.sheet), ("示例", 1, Sheet::Reading));
        assert_eq!(state.entry.status, Status::Checking(None));
    }
    let unasked = reduce(State::default(), started());
    assert_eq!((unasked.entry.status, unasked.sample), (Status::Empty, Sample::Here(Rc::from("示例"))));
}

#[test]
fn a_text_of_ones_own_is_not_pushed_out_by_the_sample() {
    let state = after(State::default(), [Action::SampleChosen, given("甲"), started()]);
    assert_eq!(&*state.entry.text, "甲");
}

#[test]
fn digits_that_are_no_figures_are_walked_through_too() {
    let walk = || Action::TallyChosen(Tally::Excluded);
    let all = report().excluded.len() as u32;
    let mut state = ready();
    for at in 0..all {
        state = reduce(state, walk());
        assert_eq!((state.excluded, state.figure, state.subject), (Some(at), None, None));
    }
    assert_eq!(reduce(state.clone(), walk()).excluded, Some(0), "round and round");
    assert_eq!(reduce(state.clone(), Action::FigureChosen(3)).excluded, None);
    let state = reduce(state, Action::Dismissed);
    assert_eq!((state.excluded, state.tally), (None, None));
    let state = reduce(state, Action::ExcludedChosen(2));
    assert_eq!((state.excluded, state.pane), (Some(2), Pane::Details));
}

#[test]
fn a_reading_note_leads_to_its_paragraph() {
    let mut report = report();
    let (before, _) = report.document.text.split_once("二、").expect("a second part");
    let start = before.encode_utf16().count() as u32;
    report.reading[0].span = Some((start, start + 2));
    let checked = Rc::new(Checked::new(report, Vec::new()));
    let spot = checked.spot_of_note(0).expect("a place");
    let block = checked.blocks().find(|block| block.number == spot.item).expect("the block");
    assert!(block.pieces[0].text.starts_with("二、"));
    assert_eq!(checked.spot_of_note(9), None);
    let state = reduce(State::default(), given("甲"));
    let (document, revision) = (state.entry.document, state.entry.revision);
    let state = after(state, [Action::Checked { document, revision, answer: answer() }, Action::NoteChosen(0)]);
    assert_eq!((state.note, state.pane, state.jump.turn), (Some(0), Pane::Text, 1));
    assert_eq!(reduce(state, Action::FigureChosen(0)).note, None);
}

#[test]
fn what_is_brought_into_view_stands_in_the_report() {
    let desk = || Action::ScreenOpened(Screen::Desk(View::Indicators));
    let state = reduce(ready(), desk());
    assert_eq!(reduce(state.clone(), Action::DocumentChosen(99)).screen, Screen::Desk(View::Indicators));
    for action in [
        Action::FigureOpened { document: state.entry.document, figure: 1 },
        Action::FindingStepped(Step::Next),
        Action::BlankChosen,
    ] {
        assert_eq!(after(ready(), [desk(), action.clone()]).screen, Screen::Report, "{action:?}");
    }
    let first = state.entry.document;
    let state = after(state, [given("乙"), desk(), Action::FigureOpened { document: first, figure: 1 }]);
    assert_eq!((state.entry.document, state.figure, state.screen), (first, Some(1), Screen::Report));
}

/// A page that has looked at one file of this name and whose report is the fixture's.
fn looking_at(state: State, name: &str) -> State {
    let state = reduce(state, files(&[name]));
    let document = number(&state, name);
    let revision = state.documents().into_iter().find(|entry| entry.document == document).expect("it").revision;
    let state = reduce(state, Action::Checked { document, revision, answer: answer() });
    reduce(state, Action::DocumentChosen(document))
}

#[test]
fn decisions_follow_a_file_that_has_another_name_now() {
    let decided = |name: &str, state: State| {
        let finding = report().findings[0].id;
        let state = looking_at(state, name);
        reduce(state, Action::Decided { finding, kind: Some(DecisionKind::Dismissed), reason: "口径不同".to_owned() })
    };
    let gone = |name: &str, state: State| {
        let document = number(&state, name);
        reduce(state, Action::DocumentClosed(document))
    };
    let reviewed = |state: &State| {
        let review = review(state, &checked());
        (review.applied.len(), review.former.map(str::to_owned))
    };
    let before = decided("甲.docx", State::default());
    assert_eq!(reviewed(&before), (1, None));

    // Beside the file itself a copy is a file of its own.
    let copy = looking_at(before.clone(), "甲（定稿）.docx");
    assert_eq!(reviewed(&copy), (0, None));
    let renamed = gone("甲.docx", copy);
    assert_eq!(reviewed(&renamed), (1, Some("甲.docx".to_owned())));

    // Whoever goes on deciding takes them over.
    let finding = report().findings[1].id;
    let more = Action::Decided { finding, kind: Some(DecisionKind::Confirmed), reason: String::new() };
    let taken = reduce(renamed.clone(), more);
    assert_eq!(reviewed(&taken), (2, None));
    assert!(taken.decisions.iter().all(|decision| decision.file == "甲（定稿）.docx"));

    // One decision whose words are not there, or two former files, and nothing follows.
    let mut other = renamed.clone();
    other.decisions.push(gouji::project::Decision {
        quotes: Vec::new(),
        code: "W99".into(),
        ..other.decisions[0].clone()
    });
    assert_eq!(reviewed(&other), (0, None));
    let mut two = renamed;
    two.decisions.push(gouji::project::Decision { file: "乙.docx".into(), ..two.decisions[0].clone() });
    assert_eq!(reviewed(&two), (0, None));
}
