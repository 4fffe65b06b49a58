//! Word documents made to hang or break a reader, or damaged on their way.
#![allow(dead_code, reason = "the writer can do more than is needed here")]

#[path = "../docx/writer.rs"]
mod writer;

use gouji::reader::{Limits, Session};

use super::measured;
use writer::{Docx, HEAD, NAMES, open, p, styled};

/// What becomes of a document: its text, or the word of its error.
fn outcome(document: &Docx) -> String {
    measured("总结.docx", &document.bytes()).map_or_else(|error| error.code().to_owned(), |document| document.text)
}

#[test]
fn limits_hold_for_what_is_inside() {
    let bytes = Docx::new(&p(&"支出10万元。".repeat(2000))).bytes();
    let mut go_on = |_| true;
    let mut read = |limits| gouji::read("a.docx", &bytes, &mut Session::new(limits, &mut go_on)).map_err(|e| e.code());
    assert!(read(Limits::default()).is_ok());
    assert_eq!(read(Limits { inflated: 30_000, ..Limits::default() }), Err("tooMuch"));
    assert_eq!(read(Limits { characters: 10_000, ..Limits::default() }), Err("tooMuch"));
    let table = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", format!("<w:tc>{}</w:tc>", p("1")).repeat(100));
    let cells = Docx::new(&table).bytes();
    let limits = Limits { cells: 50, ..Limits::default() };
    assert_eq!(gouji::read("a.docx", &cells, &mut Session::new(limits, &mut |_| true)).unwrap_err().code(), "tooMuch");
}

#[test]
fn reading_stops_when_it_is_told_to() {
    let bytes = Docx::new(&p("支出").repeat(1000)).bytes();
    let mut stop = |thousandths| thousandths < 500;
    let error = gouji::read("a.docx", &bytes, &mut Session::new(Limits::default(), &mut stop)).unwrap_err();
    assert_eq!(error.code(), "stopped");
}

#[test]
fn elements_in_elements_end_at_the_limit() {
    for element in ["w:p", "w:ins", "w:tbl", "w:sdt", "x", "mc:AlternateContent", "m:oMath", "w:txbxContent"] {
        let deep = format!("<{element}>").repeat(100_000);
        assert_eq!(outcome(&Docx::new(&deep)), "tooMuch", "{element}");
    }
    let table = "<w:tbl><w:tr><w:tc>".repeat(70) + &p("底") + &"</w:tc></w:tr></w:tbl>".repeat(70);
    assert_eq!(outcome(&Docx::new(&table)), "底\n");
}

#[test]
fn entities_of_its_own_are_refused_and_never_left_out_of_the_text() {
    let entity = |n: u32| format!("<!ENTITY e{} \"{}\">", n + 1, format!("&e{n};").repeat(10));
    let laughs: String = (0..20).map(entity).collect();
    let outside = "<!ENTITY x SYSTEM \"file:///etc/passwd\">";
    for (entities, words) in
        [(laughs.as_str(), "支出&e20;10"), (outside, "支出&x;10"), (outside, "支出10"), ("", "支出&amount;10")]
    {
        let body = p(words);
        let main = format!(
            "{HEAD}<!DOCTYPE a [<!ELEMENT a ANY>{entities}]><w:document {NAMES}><w:body>{body}</w:body></w:document>"
        );
        assert_eq!(outcome(&Docx::of(&main)), "damaged", "{words}");
    }
    let main = format!("{HEAD}<!DOCTYPE a><w:document {NAMES}><w:body>{}</w:body></w:document>", p("支出10&amp;"));
    assert_eq!(outcome(&Docx::of(&main)), "支出10&\n");
}

#[test]
fn names_and_targets_that_climb_lead_nowhere() {
    let mut document = Docx::new(&p("正文"));
    document.parts.push(("../../../etc/passwd".to_owned(), b"x".to_vec()));
    document.parts.push(("/word/styles.xml".to_owned(), b"<w:styles xmlns:w='w'/>".to_vec()));
    document.related = "<Relationship Id=\"a\" Type=\"x/styles\" Target=\"../../../word/styles.xml\"/><Relationship Id=\"b\" Type=\"x/footnotes\" Target=\"../../../../etc/passwd\"/>".to_owned();
    assert_eq!(outcome(&document), "正文\n");
}

#[test]
fn what_is_cut_off_is_damaged_and_not_short() {
    let bytes = Docx::new(&p("正文").repeat(100)).bytes();
    for length in [bytes.len() / 3, bytes.len() - 10] {
        assert_eq!(open(&bytes[..length]).unwrap_err().code(), "damaged");
    }
    for main in [
        "",
        "<w:document>",
        "<w:document><w:body><w:p><w:r><w:t>支出",
        "<w:document><w:body><w:p></w:body></w:document>",
        "<w:document/>",
    ] {
        assert_eq!(outcome(&Docx::of(main)), "damaged", "{main}");
    }
}

#[test]
fn a_flipped_byte_is_no_panic() {
    let bytes = Docx::new(&(p("支出10万元。") + "<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>"))
        .with("styles", "")
        .with("numbering", "")
        .bytes();
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 0x55;
        let _ = open(&broken);
    }
}

#[test]
fn missing_parts_are_done_without() {
    let mut document = Docx::new(&(p("正文") + "<w:sectPr><w:headerReference r:id=\"rId9\"/></w:sectPr>"));
    document.related = "<Relationship Id=\"rId9\" Type=\"x/header\" Target=\"header1.xml\"/><Relationship Id=\"a\" Type=\"x/styles\" Target=\"styles.xml\"/>".to_owned();
    assert_eq!(outcome(&document), "正文\n");
    document.parts.clear();
    assert_eq!(outcome(&document), "damaged");
}

#[test]
fn styles_and_lists_in_rings_end() {
    let style = |id: &str, base: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:basedOn w:val=\"{base}\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        )
    };
    let shape = |id: u8, link: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:numStyleLink w:val=\"{link}\"/></w:abstractNum><w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"
        )
    };
    let styles = style("a", "b") + &style("b", "c") + &style("c", "a") + &style("d", "d");
    let lists = shape(1, "a") + &shape(2, "b");
    let body = ["a", "d"].map(|id| styled(&format!("<w:pStyle w:val=\"{id}\"/>"), "正文")).concat();
    assert_eq!(outcome(&Docx::new(&body).with("styles", &styles).with("numbering", &lists)), "正文\n正文\n");
}

#[test]
fn numbers_beyond_measure_are_cut() {
    let cell = |span: &str| format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{}</w:tc>", p("1"));
    let row = format!(
        "<w:tr><w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr>{}{}</w:tr>",
        cell("4294967295"),
        cell("-1")
    )
    .repeat(50);
    assert!(outcome(&Docx::new(&format!("<w:tbl>{row}</w:tbl>"))).starts_with('\t'));
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"4294967295\"><w:start w:val=\"4294967295\"/><w:lvlText w:val=\"%9、%0%\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = styled("<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr>", "正文").repeat(2);
    assert_eq!(outcome(&Docx::new(&item).with("numbering", lists)).lines().count(), 2);
}

#[test]
fn very_many_small_things_are_read_soon() {
    let many = |thing: &str| thing.repeat(20_000);
    let paragraphs = many("<w:p/>") + &many("<w:p><w:r><w:t>1</w:t></w:r></w:p>");
    assert_eq!(outcome(&Docx::new(&paragraphs)).len(), 40_000);
    let table = format!("<w:tbl>{}</w:tbl>", many("<w:tr><w:tc><w:p/></w:tc></w:tr>"));
    assert_eq!(outcome(&Docx::new(&table)), "empty");
    let merges = format!(
        "<w:tbl>{}</w:tbl>",
        many("<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc/></w:tr>")
    );
    assert_eq!(outcome(&Docx::new(&merges)), "1\n\n");
}
