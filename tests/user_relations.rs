//! Relations that a person states: judged by the one judge, told apart, and without a word on what the document says itself.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use gouji::app::action::{Action, Given};
use gouji::app::answer::Answer;
use gouji::app::reduce::reduce;
use gouji::app::state::{Entry, Failure, Handle, Notice, State, Status, Subject};
use gouji::app::stated::{fits, own};
use gouji::document::Document;
use gouji::project::{KINDS, UserRelation};
use gouji::report::{Claim, Figure, RelationKind, Report, Severity, Source, Verdict};
use gouji::summary::Gist;
use std::rc::Rc;

const TEXT: &str = "松岭县史志办公室2023年度工作报告\n一、收入\n全年拨入经费820万元。\n二、支出\n\
    修志支出310万元。\n展陈支出490万元。\n三、比例\n修志占38.75%。\n四、物资\n购入书柜约25个。\n全年支出800万元。\n";

fn stated(text: &str, kind: RelationKind, operands: &[&str], result: &str) -> Report {
    let bare = gouji::check(text);
    let place = |words: &str| {
        let figure = bare.figures.iter().find(|figure| figure.text == words).unwrap();
        (figure.start, figure.end)
    };
    let claim = Claim { kind, operands: operands.iter().map(|words| place(words)).collect(), result: place(result) };
    gouji::check_claims(&Document::of_text(text), &[claim])
}

/// The verdict and the working of what the person stated.
fn judged(report: &Report) -> Option<(Verdict, &str)> {
    let own = report.relations.iter().find(|relation| relation.source == Source::User)?;
    Some((own.verdict, own.formula.as_str()))
}

#[test]
fn each_kind_is_judged_by_the_one_judge() {
    use RelationKind::{Difference, Equal, Share, Sum};
    let of =
        |kind, operands: &[&str], result| judged(&stated(TEXT, kind, operands, result)).map(|(verdict, _)| verdict);
    assert_eq!(of(Sum, &["310万元", "490万元"], "800万元"), Some(Verdict::Exact));
    assert_eq!(of(Difference, &["800万元", "490万元"], "310万元"), Some(Verdict::Exact));
    assert_eq!(of(Share, &["310万元", "800万元"], "38.75%"), Some(Verdict::Exact));
    assert_eq!(of(Equal, &["820万元"], "800万元"), Some(Verdict::Inconsistent));
    assert_eq!(of(Sum, &["310万元", "490万元"], "820万元"), Some(Verdict::Inconsistent));
}

#[test]
fn what_makes_no_sense_of_the_figures_is_left_out_and_what_is_vague_is_unchecked() {
    use RelationKind::{Difference, Equal, Growth, Share, Sum};
    for (kind, operands, result) in [
        (Sum, &["310万元", "38.75%"][..], "800万元"),
        (Sum, &["310万元"], "800万元"),
        (Sum, &["310万元", "310万元"], "800万元"),
        (Sum, &["310万元", "800万元"], "800万元"),
        (Difference, &["800万元", "490万元"], "38.75%"),
        (Share, &["310万元", "800万元"], "490万元"),
        (Equal, &["310万元", "490万元"], "800万元"),
        (Growth, &["310万元", "800万元"], "38.75%"),
    ] {
        assert_eq!(judged(&stated(TEXT, kind, operands, result)), None, "{kind:?} {operands:?} {result}");
    }
    let vague = TEXT.replace("全年支出800万元", "全年支出约800万元");
    let report = stated(&vague, Sum, &["310万元", "490万元"], "800万元");
    let own = report.relations.iter().find(|relation| relation.source == Source::User).unwrap();
    assert_eq!((own.verdict, own.reason.is_some()), (Verdict::Unchecked, true));
}

#[test]
fn what_does_not_hold_is_a_finding_that_says_whose_it_is() {
    let report = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "820万元");
    let own: Vec<_> = report.findings.iter().filter(|finding| finding.code == "W50").collect();
    assert_eq!((own.len(), own[0].severity, own[0].title.as_str()), (1, Severity::Suspect, "与自定关系不符"));
    assert!(own[0].message.contains("310 + 490") && own[0].message.contains("与自定关系不符"), "{}", own[0].message);
    let holds = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "800万元");
    assert!(holds.findings.iter().all(|finding| finding.code != "W50"));
}

#[test]
fn nothing_changes_of_what_the_document_says_itself() {
    let text = format!("{TEXT}合计支出900万元，其中：修缮支出400万元，会议支出490万元。\n");
    let bare = gouji::check(&text);
    let with = stated(&text, RelationKind::Sum, &["310万元", "490万元"], "820万元");
    let own = |report: &Report| {
        let relations = report.relations.iter().filter(|r| r.source != Source::User);
        let findings = report
            .findings
            .iter()
            .filter(|f| f.code != "W50")
            .map(|f| (f.code.clone(), f.message.clone(), f.diagnosis.clone()));
        (
            relations.map(|r| (r.cue.clone(), r.formula.clone(), r.verdict)).collect::<Vec<_>>(),
            findings.collect::<Vec<_>>(),
        )
    };
    assert!(!bare.findings.is_empty());
    assert_eq!(own(&with), own(&bare));
    let coverage = with.coverage;
    assert_eq!(coverage.figures, coverage.verified + coverage.conflicting + coverage.single + coverage.unchecked);
}

/// A page with a document of a name that was checked.
fn page(name: &str) -> State {
    answered(reduce(State::default(), Action::FilesGiven(vec![given(name)])))
}

fn given(name: &str) -> Given {
    Given { name: name.to_owned(), file: Ok(Handle::default()) }
}

/// The state after figures were picked and a relation of them was stated.
fn picked(state: State, kind: usize, figures: &[u32]) -> State {
    let picked = figures.iter().fold(state, |state, figure| reduce(state, Action::Picked(*figure)));
    reduce(picked, Action::Stated(kind))
}

fn answered(state: State) -> State {
    answered_by(state, &gouji::check(TEXT))
}

fn answered_by(state: State, report: &Report) -> State {
    let packed = serde_json::to_vec(report).unwrap();
    let open = |packed: &[u8]| (serde_json::from_slice(packed).unwrap(), Vec::new());
    let answer = Rc::new(Answer::new(Gist::default(), 1, packed, Vec::new(), open));
    let Entry { document, revision, .. } = state.entry;
    reduce(state, Action::Checked { document, revision, answer })
}

#[test]
fn what_is_stated_is_kept_in_words_and_has_the_document_checked_anew() {
    let state = page("史志办.txt");
    let revision = state.entry.revision;
    let state = picked(state, 0, &[1, 2, 0]);
    assert_eq!((state.relations.len(), state.entry.revision), (1, revision + 1));
    assert!(matches!(state.entry.status, Status::Checking(Some(_))), "what is known stays in view");
    let asked = state.relations_of("史志办.txt");
    let relation = UserRelation::of_flat(&asked[0]).unwrap();
    assert_eq!(relation.figures(&gouji::check(TEXT)), Some((vec![1, 2], 0)));
    assert_eq!(state.relations_of("别的.txt"), Vec::<Vec<String>>::new());
    let again = picked(answered(state), 0, &[1, 2, 0]);
    assert_eq!((again.relations.len(), again.entry.revision), (1, revision + 1), "nothing is stated twice");
    assert_eq!(own(&again).len(), 1);
    let gone = reduce(again, Action::Unstated(0));
    assert_eq!((gone.relations.len(), gone.entry.revision), (0, revision + 2));
}

#[test]
fn what_came_with_a_project_is_asked_about_and_a_file_of_the_name_takes_it_up() {
    let stated = picked(page("史志办.txt"), 3, &[1, 2]).relations;
    let opened = Action::ProjectOpened { files: Vec::new(), work: (Vec::new(), stated.clone()) };
    let state = reduce(page("史志办.txt"), opened.clone());
    assert!(state.entry.is_pending(), "it was checked without it");
    let state = reduce(page("别的.txt"), opened);
    assert!(!state.entry.is_pending());
    assert_eq!(state.relations_of("史志办.txt"), stated);
}

/// The number of the only relation of the person's own in a report.
fn only(report: &Report) -> u32 {
    report.relations.iter().find(|relation| relation.source == Source::User).unwrap().id
}

#[test]
fn what_was_stated_is_shown_once_it_is_judged() {
    let report = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "800万元");
    let asked = picked(page("史志办.txt"), 0, &[1, 2, 5]);
    assert_eq!((own(&asked)[0].judged, asked.picked.len()), (None, 0));
    let state = answered_by(asked, &report);
    let shown = Some(Subject::Relation(only(&report)));
    assert_eq!((state.subject, own(&state)[0].judged), (shown, Some(only(&report))));
    let revision = state.entry.revision;
    let again = picked(reduce(state, Action::Dismissed), 0, &[1, 2, 5]);
    assert_eq!((again.subject, again.entry.revision), (shown, revision), "it is known already");
    let looked_at = reduce(again, Action::FigureChosen(2));
    let without = answered(reduce(looked_at, Action::Unstated(0)));
    assert_eq!((without.subject, without.figure), (None, Some(2)), "the text is the same, and so are its figures");
}

#[test]
fn a_file_that_cannot_be_read_again_keeps_its_report_and_says_so() {
    let asked = picked(page("史志办.txt"), 0, &[1, 2, 5]);
    let Entry { document, revision, .. } = asked.entry;
    let shown = asked.entry.answer().cloned();
    let lost = Action::Failed { document, revision, failure: Failure::of("lost") };
    let state = reduce(asked.clone(), lost);
    assert!(matches!(state.entry.status, Status::Ready(_)));
    assert_eq!((state.entry.answer(), state.notice), (shown.as_ref(), Some(Notice::NotReread)));
    assert_eq!((state.relations.len(), own(&state)[0].judged), (1, None), "what was stated waits for the file");
    let again = answered(reduce(state, Action::FilesGiven(vec![given("史志办.txt")])));
    assert_eq!((again.notice, own(&again).len()), (None, 1));
    let stopped = reduce(asked.clone(), Action::AllStopped);
    assert_eq!(stopped.entry.answer(), shown.as_ref(), "nor is it lost where the check is given up");
    let edited = reduce(asked, Action::TextEdited(TEXT.replace("三、比例", "三、")));
    let Entry { document, revision, .. } = edited.entry;
    let broken = reduce(edited, Action::Failed { document, revision, failure: Failure::of("trap") });
    assert_eq!(broken.entry.answer(), None, "of a changed text nothing is known");
}

#[test]
fn of_a_text_that_was_changed_meanwhile_nothing_stays_chosen() {
    let report = gouji::check(TEXT);
    let changed = |state| reduce(state, Action::TextEdited(TEXT.replace("三、比例", "三、")));
    let looked_at = || reduce(answered(page("史志办.txt")), Action::FigureChosen(2));
    let stated_first = answered_by(changed(picked(looked_at(), 0, &[1, 2, 5])), &report);
    let changed_first = answered_by(picked(changed(looked_at()), 0, &[1, 2, 5]), &report);
    for state in [stated_first, changed_first] {
        assert_eq!((state.subject, state.figure, state.restated), (None, None, None));
    }
}

#[test]
fn each_relation_finds_what_became_of_it_though_a_figure_was_corrected() {
    let first = picked(page("史志办.txt"), 0, &[1, 2, 5]).relations;
    let second = picked(page("史志办.txt"), 0, &[1, 2, 0]).relations;
    let opened = Action::ProjectOpened { files: Vec::new(), work: (Vec::new(), [second, first].concat()) };
    let asked = reduce(page("史志办.txt"), opened);
    let judged =
        |report: &Report| own(&answered_by(asked.clone(), report)).iter().map(|own| own.judged).collect::<Vec<_>>();
    let exact = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "800万元");
    assert_eq!(judged(&exact), [None, Some(only(&exact))], "the one with these very figures comes first");
    let corrected = stated(&TEXT.replace("820", "830"), RelationKind::Sum, &["310万元", "490万元"], "830万元");
    assert_eq!(judged(&corrected), [Some(only(&corrected)), None]);
    let other = stated(TEXT, RelationKind::Difference, &["800万元", "490万元"], "310万元");
    assert_eq!(judged(&other), [None, None]);
}

#[test]
fn only_what_figures_can_be_is_offered() {
    use RelationKind::{Difference, Equal, Share, Sum};
    let report = gouji::check(TEXT);
    let offered = |texts: &[&str]| {
        let figure = |text: &&str| report.figures.iter().find(|figure| figure.text == *text).unwrap();
        let figures: Vec<&Figure> = texts.iter().map(figure).collect();
        KINDS.into_iter().filter(|kind| fits(*kind, &figures)).collect::<Vec<_>>()
    };
    assert_eq!(offered(&[]), []);
    assert_eq!(offered(&["310万元"]), []);
    assert_eq!(offered(&["310万元", "490万元"]), [Equal]);
    assert_eq!(offered(&["310万元", "38.75%"]), []);
    assert_eq!(offered(&["310万元", "490万元", "800万元"]), [Sum, Difference]);
    assert_eq!(offered(&["310万元", "800万元", "38.75%"]), [Share]);
    assert_eq!(offered(&["310万元", "25个", "38.75%"]), []);
    assert_eq!(offered(&["310万元", "490万元", "800万元", "820万元"]), [Sum, Difference]);
}
