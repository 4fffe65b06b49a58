//! The project file: what was decided about a report holds as long as the words it was decided about.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod page;

use gouji::app::action::Action as PageAction;
use gouji::app::decision::review;
use gouji::app::state::State as PageState;
use gouji::desk::brief::Brief;
use gouji::desk::message::View;
use gouji::desk::state::{Action, Document, State, reduce};
use gouji::desk::summary;
use gouji::project::{
    By, DecisionKind, END, File, Layout, Project, ProjectError, Quotes, Reader, Sort, UserRelation, is_project,
    write_file, write_head,
};
use gouji::report::RelationKind;
use gouji::summary::Role;
use page::{applied, looking_at};

const TEXT: &str = "青岭县林业局2022年度工作报告\n一、基本情况\n本单位现有在职人员45人。\n\
    二、收支情况\n2022年总支出500万元，其中：基本支出300万元，项目支出210万元。\n\
    三、项目情况\n造林补助126万元，上年120万元，同比增长8%。\n";

/// A page on which both faults of the text were decided about.
fn decided() -> PageState {
    let state = looking_at(PageState::default(), "林业局.txt", TEXT);
    assert_eq!(state.checked().unwrap().report.findings.len(), 2);
    let state = page::decided(state, 0, Some(DecisionKind::Dismissed), "口径不同");
    page::decided(state, 1, Some(DecisionKind::Confirmed), "")
}

/// A project with these decisions.
fn project() -> Project {
    Project { decisions: decided().decisions, ..Project::new() }
}

const BOTH: [(u32, DecisionKind); 2] = [(0, DecisionKind::Dismissed), (1, DecisionKind::Confirmed)];

/// The numbers of what rests.
fn resting(state: &PageState) -> Vec<&str> {
    let resting = review(state, state.checked().unwrap()).resting;
    resting.into_iter().map(|decision| decision.reason.as_str()).collect()
}

#[test]
fn decisions_survive_edits_elsewhere() {
    let edited = TEXT
        .replace("在职人员45人", "在职人员46人，退休人员12人")
        .replace("二、收支情况\n", "二、收支情况\n收支总体平衡。\n");
    let state = looking_at(decided(), "林业局.txt", &edited);
    assert_eq!(applied(&state), BOTH);
    assert!(resting(&state).is_empty());
}

#[test]
fn a_decision_rests_where_its_words_were_changed_and_comes_back_with_them() {
    let corrected = looking_at(decided(), "林业局.txt", &TEXT.replace("项目支出210万元", "项目支出200万元"));
    assert_eq!(resting(&corrected), ["口径不同"], "the first fault was mended");
    assert_eq!(applied(&corrected), [(0, DecisionKind::Confirmed)], "the second still stands");
    let other = looking_at(decided(), "林业局.txt", &TEXT.replace("项目支出210万元", "项目支出220万元"));
    assert_eq!(resting(&other), ["口径不同"], "another number is another fault");
    assert_eq!(applied(&looking_at(corrected, "林业局.txt", TEXT)), BOTH);
    let elsewhere = looking_at(decided(), "农业局.txt", TEXT);
    assert!(applied(&elsewhere).is_empty() && resting(&elsewhere).is_empty());
}

#[test]
fn deciding_again_replaces_and_undeciding_removes() {
    let state = page::decided(decided(), 0, Some(DecisionKind::Confirmed), "已核实");
    assert_eq!(state.decisions.len(), 2);
    assert_eq!(applied(&page::decided(state, 0, None, "")), [(1, DecisionKind::Confirmed)]);
}

#[test]
fn of_two_equal_faults_each_has_its_own_decision() {
    let line = "抚育补助63万元，上年60万元，同比增长9%。\n";
    let text = format!("{TEXT}{line}{line}");
    let report = gouji::check(&text);
    let quotes = Quotes::new(&report);
    let keys: Vec<_> = report.findings.iter().map(|f| quotes.key(f.id).unwrap()).collect();
    let twins: Vec<_> = keys.iter().filter(|k| k.1 == keys[keys.len() - 1].1).collect();
    assert!(twins.len() == 2 && twins[0].2 == 0 && twins[1].2 == 1, "{keys:#?}");
    let last = report.findings.last().unwrap().id;
    let state = page::decided(looking_at(PageState::default(), "x", &text), last, Some(DecisionKind::Dismissed), "");
    assert_eq!(applied(&state), [(last, DecisionKind::Dismissed)]);
}

#[test]
fn a_text_without_a_name_is_known_by_its_title() {
    let other = TEXT.replace("青岭县林业局", "青岭县园林局");
    let state = page::decided(looking_at(PageState::default(), "", TEXT), 0, Some(DecisionKind::Dismissed), "口径不同");
    assert_eq!(state.decisions[0].file, state.checked().unwrap().report.document.title.clone().unwrap());
    assert!(applied(&looking_at(state.clone(), "", &other)).is_empty(), "another text is another document");
    assert_eq!(applied(&looking_at(state.clone(), "", TEXT)), [(0, DecisionKind::Dismissed)]);
    // The desk counts by the same word.
    let document = |number, text: &str| Document { number, brief: Brief::of(&gouji::check(text), "").into() };
    let actions = [
        Action::Checked(vec![document(1, TEXT), document(2, &other)]),
        Action::Decided(state.decisions.clone(), Vec::new()),
    ];
    let counted = actions.into_iter().fold(State::default(), reduce).making().made();
    let counts: Vec<usize> = counted.documents.iter().map(|document| document.brief.digest.dismissed.count()).collect();
    assert_eq!(counts, [1, 0]);
    // And a file that was decided about under another name is known again though a text without one is there too.
    let renamed = page::decided(looking_at(state, "初稿.txt", TEXT), 1, Some(DecisionKind::Confirmed), "");
    let gone = gouji::app::reduce::reduce(renamed.clone(), PageAction::DocumentClosed(renamed.entry.document));
    assert_eq!(applied(&looking_at(gone, "定稿.txt", TEXT)), [(1, DecisionKind::Confirmed)]);
}

/// A desk with documents of these names and texts, on which something was typed for each.
fn typed(documents: &[(&str, &str, &str)]) -> State {
    documents.iter().zip(1..).fold(State::default(), |state, ((name, text, posts), number)| {
        let brief = Brief::of(&gouji::check(text), name).into();
        let shown = Action::Shown {
            view: View::Indicators,
            in_english: false,
            documents: (1..=number).collect(),
            chosen: number,
        };
        let typed = Action::Typed { key: "posts".into(), text: (*posts).to_owned() };
        [Action::Checked(vec![Document { number, brief }]), shown, typed].into_iter().fold(state, reduce)
    })
}

#[test]
fn what_was_typed_comes_back_to_the_document_that_it_was_typed_for() {
    let other = TEXT.replace("45人", "54人");
    for name in ["", "报告.txt"] {
        let state = typed(&[(name, TEXT, "45"), (name, &other, "54")]);
        let hash = |document: &Document| File {
            name: name.into(),
            hash: document.brief.digest.hash.clone(),
            ..File::default()
        };
        let files = state.documents.iter().map(hash).collect();
        let saved: Project = Project { files, ..gouji::desk::project::project(&state) };
        let json = serde_json::to_string(&saved).unwrap();
        let opened =
            reduce(State::default(), Action::ProjectGiven("甲".into(), Ok(Project::read(&json).unwrap().into())));
        // They come in the order in which they are checked.
        let document = |number, text: &str| Document { number, brief: Brief::of(&gouji::check(text), name).into() };
        let state = reduce(opened.clone(), Action::Checked(vec![document(8, &other), document(7, TEXT)]));
        let posts = |number| state.typed.get(&number).and_then(|typed| typed.get("posts")).map(String::as_str);
        assert_eq!((posts(7), posts(8)), (Some("45"), Some("54")), "{name}");
        assert!(state.project.awaited.is_empty());
        let corrected = reduce(opened, Action::Checked(vec![document(9, &TEXT.replace("300万元", "290万元"))]));
        assert_eq!(corrected.typed.get(&9).map(|typed| typed.len()), Some(1), "a corrected one takes what there is");
    }
}

#[test]
fn a_corrected_file_stays_where_its_former_self_was_put_by_hand() {
    let document =
        |number, text: &str| Document { number, brief: Brief::of(&gouji::check(text), "林业局.txt").into() };
    let (first, second) = (document(1, TEXT), document(2, &TEXT.replace("210万元", "200万元")));
    let hashes = [&first, &second].map(|document| document.brief.digest.hash.clone());
    let put = summary::Action::RoleGiven(hashes[0].clone(), Some(Role::Annex));
    let state = [Action::Checked(vec![first]), Action::Summary(put), Action::Checked(vec![second])]
        .into_iter()
        .fold(State::default(), reduce);
    let assigned = &state.choices.grouping.assigned;
    assert_eq!(
        assigned.iter().map(|assigned| (&assigned.hash, assigned.role)).collect::<Vec<_>>(),
        [(&hashes[0], Some(Role::Annex)), (&hashes[1], Some(Role::Annex))]
    );
}

#[test]
fn a_relation_of_ones_own_is_found_again_by_its_words() {
    let report = gouji::check(TEXT);
    let quotes = Quotes::new(&report);
    let id = |text: &str| report.figures.iter().find(|f| f.text == text).unwrap().id;
    let quote = |text: &str| quotes.of_figure(id(text)).unwrap();
    let relation = UserRelation {
        file: "x".into(),
        kind: RelationKind::Sum,
        operands: vec![quote("300万元"), quote("210万元")],
        result: quote("500万元"),
        occurrences: Vec::new(),
    };
    assert_eq!(relation.figures(&report), Some((vec![id("300万元"), id("210万元")], id("500万元"))));
    let moved = gouji::check(&TEXT.replace("一、基本情况\n", "一、基本情况\n内设股室6个。\n"));
    let (operands, result) = relation.figures(&moved).unwrap();
    assert_eq!(moved.figures[result as usize].text, "500万元");
    assert_eq!(operands.len(), 2);
    let corrected = gouji::check(&TEXT.replace("基本支出300万元", "基本支出1310.5万元"));
    let (operands, _) = relation.figures(&corrected).unwrap();
    assert_eq!(
        corrected.figures[operands[0] as usize].text, "1310.5万元",
        "a corrected number stands between the same words"
    );
    assert_eq!(relation.figures(&gouji::check(&TEXT.replace("基本支出300万元", "人员支出300万元"))), None);
    assert_eq!(
        relation.figures(&gouji::check(&TEXT.replace("基本支出300万元", "基本支出300元"))),
        None,
        "another unit"
    );
    assert_eq!(UserRelation::of_flat(&relation.flat()).unwrap().figures(&report), relation.figures(&report));
    let ids = [id("300万元"), id("210万元"), id("500万元")];
    let flat = gouji::project::flat("x", 0, &quotes, &ids);
    assert_eq!(flat, relation.flat(), "the page writes what the file keeps");
}

#[test]
fn the_file_is_json_that_opens_again_and_says_what_it_is() {
    let project = project();
    let json = serde_json::to_string(&project).unwrap();
    let opened: Project = serde_json::from_str(&json).unwrap();
    assert_eq!(opened.opened(), Ok(project));
    let open = |json: &str| serde_json::from_str::<Project>(json).unwrap().opened();
    assert_eq!(open(r#"{"version":"1"}"#), Err(ProjectError::NotAProject));
    assert_eq!(open(r#"{"format":"gouji-project","version":"2"}"#), Err(ProjectError::TooNew));
    assert_eq!(open(r#"{"format":"gouji-project"}"#), Err(ProjectError::Unknown));
    assert_eq!(open(r#"{"format":"gouji-project","version":"0"}"#), Err(ProjectError::Unknown));
    let least = open(r#"{"format":"gouji-project","version":"1","later":7}"#).unwrap();
    assert_eq!(least, Project::new());
}

/// A project as it is written, with words that look like the form of the file.
fn written(files: &[File]) -> (Project, String) {
    let mut project = project();
    project.files.clear();
    project.decisions[0].reason = "\"files\":[ },{\"name\":".into();
    let files: Vec<String> = files.iter().map(|file| write_file(file).unwrap()).collect();
    let text = [write_head(&project).unwrap(), files.join(","), END.into()].concat();
    (project, text)
}

#[test]
fn a_project_is_read_in_parts_of_any_length() {
    let odd = "},{\"name\":\"x\" \\ ]} \u{1}总支出";
    let file = |name: &str, bytes: &[u8]| File::holding(name.into(), "h".into(), bytes.to_vec());
    let bare = File { name: odd.into(), hash: "h".into(), ..File::default() };
    let files = [file("一.txt", odd.as_bytes()), file("二.docx", &[0, 255, 7]), bare, file("四.txt", b"")];
    for count in 0..=files.len() {
        let own = &files[..count];
        let (project, text) = written(own);
        for length in [1, 2, 7, 64, text.len()] {
            let (mut reader, mut read) = (Reader::default(), Vec::new());
            text.as_bytes().chunks(length).for_each(|some| read.extend(reader.feed(some).unwrap()));
            let (head, last) = reader.end().unwrap();
            read.extend(last);
            assert_eq!((head, read.as_slice()), (project.clone(), own), "{count} files, {length} bytes at a time");
        }
    }
}

#[test]
fn what_was_cut_off_or_written_otherwise_is_not_read_in_parts() {
    let (_, text) = written(&[File::holding("一.txt".into(), "h".into(), b"a".to_vec())]);
    let read = |text: &str| {
        let mut reader = Reader::default();
        reader.feed(text.as_bytes())?;
        reader.end()
    };
    assert!(read(&text).is_some());
    for end in 0..text.len() {
        assert_eq!(text.get(..end).and_then(read), None, "cut off at {end}");
    }
    assert_eq!(read(&text.replace("\"version\":\"1\"", "\"version\":\"9\"")), None);
    assert_eq!(read(&text.replace(r#""hash":"h""#, r#""hash":7"#)), None);
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&text).unwrap()).unwrap();
    assert_eq!(read(&pretty), None);
}

#[test]
fn a_file_written_in_parts_reads_again_whatever_its_bytes() {
    let odd: Vec<u8> = (0..=255).collect();
    for length in [0, 1, 2, 3, 255, 256] {
        let file = File::holding("报告.docx".into(), "h".into(), odd[..length].to_vec());
        assert_eq!(file.bytes(), Some(odd[..length].to_vec()));
    }
    let mut project = project();
    project.files = vec![
        File::holding("林业局.txt".into(), "a".into(), TEXT.as_bytes().to_vec()),
        File::holding("报告.docx".into(), String::new(), odd),
        File { name: "另附.pdf".into(), ..File::default() },
    ];
    let parts: Vec<String> = project.files.iter().map(|file| write_file(file).unwrap()).collect();
    let json = [&write_head(&project).unwrap(), &parts.join(","), END].concat();
    assert!(is_project(json.as_bytes()) && !is_project(TEXT.as_bytes()));
    assert_eq!(Project::read(&json), Ok(project));
    let cut: String = json.chars().take(json.chars().count() / 2).collect();
    assert!(is_project(cut.as_bytes()));
    assert!(matches!(Project::read(&cut), Err(ProjectError::Broken(1, _))));
}

#[test]
fn a_file_that_is_damaged_in_the_project_is_missing_from_it() {
    let file = |name: &str, content: Option<&str>| File {
        name: name.into(),
        content: content.map(str::to_owned),
        ..File::default()
    };
    let project = Project {
        files: vec![file("完好.docx", Some("AAEC")), file("损坏.docx", Some("不是base64")), file("只有名称.pdf", None)],
        ..Project::new()
    };
    let state = reduce(State::default(), Action::ProjectGiven("甲".into(), Ok(project.into())));
    assert_eq!(state.project.missing, ["损坏.docx", "只有名称.pdf"]);
}

#[test]
fn a_later_version_is_refused_before_its_shape_is_looked_at() {
    let later = r#"{"format":"gouji-project","version":"2","files":{"other":"shape"},"decisions":7}"#;
    assert_eq!(Project::read(later), Err(ProjectError::TooNew));
    assert!(matches!(Project::read(&later.replace("\"2\"", "\"1\"")), Err(ProjectError::Broken(..))));
}

#[test]
fn a_decision_goes_through_plain_words() {
    for decision in project().decisions {
        assert_eq!(gouji::project::Decision::of_flat(decision.flat()), decision);
    }
}

#[test]
fn how_the_table_is_laid_out_is_kept_and_comes_back() {
    let layout = Layout {
        columns: vec!["expenditure".into(), "revenue".into()],
        pinned: vec!["林业局".into()],
        sort: Some(Sort { key: Some("revenue".into()), is_descending: true }),
        by: By::Year,
    };
    let project = Project { layout: layout.clone(), ..Project::new() };
    let opened = Project::read(&serde_json::to_string(&project).unwrap()).unwrap();
    let state = reduce(State::default(), Action::ProjectGiven("甲".into(), Ok(opened.into())));
    assert_eq!(gouji::desk::project::project(&state).layout, layout);

    // A file of before knows none of this, one of later more: both open, the table as usual.
    let earlier = Project::read(r#"{"format":"gouji-project","version":"1"}"#).unwrap();
    let state = reduce(state, Action::ProjectGiven("乙".into(), Ok(earlier.into())));
    assert_eq!(gouji::desk::project::project(&state).layout, Layout::default());
    assert_eq!(state.choices.columns, State::default().choices.columns);
    let later = r#"{"format":"gouji-project","version":"1","layout":{"by":"season","columns":[]}}"#;
    assert_eq!(Project::read(later).unwrap().layout.by, By::Nothing);
}
