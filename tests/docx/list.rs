//! Automatic numbers are written out.

use super::{Docx, p, styled};

/// A list: its levels as (format, text).
fn shape(id: u8, levels: &[(&str, &str)]) -> String {
    let level = |(at, (format, text)): (usize, &(&str, &str))| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn list(id: u8, shape: u8, inner: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{shape}\"/>{inner}</w:num>")
}

fn item(list: u8, level: u8, words: &str) -> String {
    styled(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

fn numbered(lists: &str, body: &str) -> String {
    Docx::new(body).with("numbering", lists).text()
}

#[test]
fn the_levels_of_official_documents() {
    let lists = shape(
        0,
        &[
            ("chineseCounting", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3."),
            ("decimal", "（%4）"),
            ("decimalEnclosedCircleChinese", "%5"),
        ],
    ) + &list(1, 0, "");
    let body = item(1, 0, "概况")
        + &item(1, 1, "职责")
        + &item(1, 1, "机构")
        + &item(1, 2, "人员")
        + &item(1, 3, "在职")
        + &item(1, 4, "在编")
        + &item(1, 0, "收支")
        + &item(1, 1, "收入");
    assert_eq!(
        numbered(&lists, &body),
        "一、概况\n（一）职责\n（二）机构\n1. 人员\n（1）在职\n① 在编\n二、收支\n（一）收入\n"
    );
}

#[test]
fn numbers_of_several_levels() {
    let levels = [("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%1.%2.%3")];
    let body = item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 2, "丙") + &item(1, 1, "丁");
    assert_eq!(numbered(&(shape(0, &levels) + &list(1, 0, "")), &body), "I. 甲\nI.1 乙\nI.1.a 丙\nI.2 丁\n");
    let legal = shape(0, &levels).replace("<w:lvlText w:val=\"%1.%2\"/>", "<w:isLgl/><w:lvlText w:val=\"%1.%2\"/>");
    assert_eq!(numbered(&(legal + &list(1, 0, "")), &body), "I. 甲\n1.1 乙\nI.1.a 丙\n1.2 丁\n");
}

#[test]
fn lists_of_one_shape_count_on_unless_they_start_anew() {
    let lists = shape(0, &[("decimal", "%1、")])
        + &list(1, 0, "")
        + &list(2, 0, "")
        + &list(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
    let body = item(1, 0, "甲") + &item(2, 0, "乙") + &item(3, 0, "丙") + &item(3, 0, "丁");
    assert_eq!(numbered(&lists, &body), "1、甲\n2、乙\n5、丙\n6、丁\n");
    let own = list(
        4,
        0,
        "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"ideographTraditional\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:lvlOverride>",
    );
    assert_eq!(numbered(&(shape(0, &[("decimal", "%1、")]) + &own), &item(4, 0, "甲方")), "甲. 甲方\n");
}

#[test]
fn a_level_may_go_on_over_higher_ones() {
    let going_on = shape(0, &[("chineseCounting", "%1、"), ("decimal", "%2、")])
        .replace("<w:lvlText w:val=\"%2、\"/>", "<w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"%2、\"/>");
    let body = item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 0, "丙") + &item(1, 1, "丁");
    assert_eq!(numbered(&(going_on + &list(1, 0, "")), &body), "一、甲\n1、乙\n二、丙\n2、丁\n");
}

#[test]
fn styles_number_their_paragraphs() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"h1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"h3\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>";
    let lists = shape(0, &[("chineseCounting", "%1、"), ("chineseCounting", "（%2）")])
        .replace("<w:lvlText w:val=\"%1、\"/>", "<w:pStyle w:val=\"h1\"/><w:lvlText w:val=\"%1、\"/>")
        .replace("<w:lvlText w:val=\"（%2）\"/>", "<w:pStyle w:val=\"h2\"/><w:lvlText w:val=\"（%2）\"/>")
        + &list(1, 0, "");
    let of = |style: &str, more: &str, words: &str| styled(&format!("<w:pStyle w:val=\"{style}\"/>{more}"), words);
    let body = of("h1", "", "甲")
        + &of("h2", "", "乙")
        + &of("h1", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>", "丙")
        + &of("h3", "", "丁")
        + &of("h1", "", "戊");
    let document = Docx::new(&body).with("styles", styles).with("numbering", &lists);
    assert_eq!(document.text(), "一、甲\n（一）乙\n丙\n丁\n二、戊\n");
}

#[test]
fn a_style_may_hold_the_shape_of_a_list() {
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"n\"/></w:abstractNum>".to_owned()
        + &shape(1, &[("decimal", "第%1条")])
        + &list(1, 0, "")
        + &list(2, 1, "");
    let document =
        Docx::new(&(item(1, 0, "总则") + &item(2, 0, "附则"))).with("styles", styles).with("numbering", &lists);
    assert_eq!(document.text(), "第1条 总则\n第2条 附则\n");
}

#[test]
fn a_number_is_not_glued_to_the_figure_behind_it() {
    let lists = shape(0, &[("decimal", "%1.")]) + &list(1, 0, "");
    assert_eq!(numbered(&lists, &item(1, 0, "2024年支出10万元。")), "1、2024年支出10万元。\n");
}

#[test]
fn bullets_are_signs_and_left_out() {
    let lists = shape(0, &[("bullet", "\u{f06c}"), ("bullet", "l"), ("bullet", "-")]) + &list(1, 0, "");
    let body = item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 2, "10万元") + &p("丙");
    assert_eq!(numbered(&lists, &body), "甲\n乙\n10万元\n丙\n");
}

#[test]
fn deleted_paragraphs_take_no_number_and_empty_ones_show_none() {
    let lists = shape(0, &[("decimal", "%1、")]) + &list(1, 0, "");
    let place = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let deleted = format!(
        "<w:p><w:pPr>{place}<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    );
    assert_eq!(numbered(&lists, &(item(1, 0, "甲") + &deleted + &item(1, 0, "乙"))), "1、甲\n2、乙\n");
}

/// The nth number of a list in a format.
fn nth(format: &str, n: u32) -> String {
    let start = shape(0, &[(format, "%1、")]).replace("<w:start w:val=\"1\"/>", &format!("<w:start w:val=\"{n}\"/>"));
    numbered(&(start + &list(1, 0, "")), &item(1, 0, "x")).replace("、x\n", "")
}

#[test]
fn numbers_in_every_usual_format() {
    for (format, n, words) in [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 103, "一○三"),
        ("chineseCountingThousand", 103, "一百零三"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 3005, "三千零五"),
        ("japaneseCounting", 11, "十一"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 1, "⒈"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("decimal", 4_294_967_295, "4294967295"),
        ("unheardOf", 5, "5"),
    ] {
        assert_eq!(nth(format, n), words, "{format} {n}");
    }
}
