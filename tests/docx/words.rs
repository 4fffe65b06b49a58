//! Words: runs, revisions, fields, notes, signs, and what is left out.

use gouji::document::Document;
use gouji::text::BlockKind;

use super::{Docx, HEAD, p, r, styled, text};

#[test]
fn figures_split_over_runs_are_joined() {
    let body = format!(
        "<w:p>{}<w:proofErr w:type=\"gramStart\"/>{}<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>{}</w:p>",
        r("支出9,8"),
        r("06.9"),
        r("6万元。")
    );
    assert_eq!(text(&body), "支出9,806.96万元。\n");
}

#[test]
fn blanks_between_tags_are_no_words() {
    let body =
        "<w:p>\n  <w:r>\n    <w:t>\n 支出10</w:t>\n    <w:t xml:space=\"preserve\"> 万元</w:t>\n  </w:r>\n</w:p>";
    assert_eq!(text(body), "支出10 万元\n");
}

#[test]
fn revisions_are_read_as_accepted_and_said() {
    let body = format!(
        "<w:p>{}<w:del w:id=\"1\"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id=\"2\">{}</w:ins>{}</w:p>",
        r("支出"),
        r("12"),
        r("万元。")
    ) + &format!(
        "<w:p><w:moveFrom w:id=\"3\">{}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"4\">{}</w:moveTo></w:p>",
        r("移动"),
        r("移动")
    );
    let document = Docx::new(&body).read().unwrap();
    assert_eq!(document.text, "支出12万元。\n移动\n");
    let remark = document.remarks.first().unwrap();
    assert_eq!((remark.code, remark.message.contains("3 处修订")), ("revisions", true));
    assert_eq!(remark.span.map(|s| (s.start, s.end)), Some((0, "支出12万元。".len() as u32)));
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on_in_the_next() {
    let body = styled("<w:rPr><w:del w:id=\"1\"/></w:rPr>", "支出10") + &p("万元。") + &p("收入5万元。");
    assert_eq!(text(&body), "支出10万元。\n收入5万元。\n");
    assert!(Docx::new(&body).remarks()[0].1.contains("1 处修订"));
}

#[test]
fn what_was_before_a_change_of_format_does_not_count() {
    let body = "<w:p><w:pPr><w:outlineLvl w:val=\"9\"/><w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>\
        <w:r><w:rPr><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>支出</w:t></w:r></w:p>";
    let document = Docx::new(body).read().unwrap();
    assert_eq!((document.text.as_str(), document.blocks[0].kind), ("支出\n", BlockKind::Paragraph));
}

#[test]
fn content_controls_links_and_tags_are_looked_into() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"名称\"/></w:sdtPr><w:sdtContent><w:p>{}<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>\
        <w:hyperlink r:id=\"x\">{}</w:hyperlink><w:smartTag><w:smartTagPr/>{}</w:smartTag></w:p></w:sdtContent></w:sdt>",
        r("一"),
        r("二"),
        r("三"),
        r("四")
    );
    assert_eq!(text(&body), "一二三四\n");
}

#[test]
fn text_boxes_are_read_once_behind_their_paragraph() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p("框内20万元。"));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx xmlns:wps=\"x\">{inside}</wps:txbx></w:drawing></mc:Choice>\
        <mc:Fallback><w:pict><v:textbox xmlns:v=\"y\">{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        r("支出10"),
        r("万元。")
    );
    assert_eq!(text(&body), "支出10万元。\n框内20万元。\n");
}

#[test]
fn of_alternatives_the_one_that_wps_keeps_for_itself_is_passed_over() {
    let body = format!(
        "<w:p><mc:AlternateContent><mc:Choice Requires=\"wpsCustomData\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
        r("甲"),
        r("乙")
    );
    assert_eq!(text(&body), "乙\n");
}

/// A field of three marks.
fn field(code: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

#[test]
fn fields_show_their_results() {
    let sum = format!("<w:p>{}{}{}</w:p>", r("合计"), field("=SUM(ABOVE)", &r("30")), r("万元"));
    assert_eq!(text(&sum), "合计30万元\n");
    let simple = format!("<w:p><w:fldSimple w:instr=\" SEQ 表 \">{}</w:fldSimple>{}</w:p>", r("3"), r("表名"));
    assert_eq!(text(&simple), "3表名\n");
    let nested = format!(
        "<w:p>{}</w:p>",
        field(&format!("IF </w:instrText></w:r>{}<w:r><w:instrText> = 1", field("PAGE", &r("7"))), &r("正确"))
    );
    assert_eq!(text(&nested), "正确\n");
}

#[test]
fn a_field_that_never_ends_hides_nothing_of_the_next_paragraph() {
    let begun = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>";
    assert_eq!(text(&format!("<w:p>{}{begun}</w:p>{}", r("目录"), p("支出10万元。"))), "目录\n支出10万元。\n");
}

#[test]
fn signs_that_fields_draw_are_read() {
    assert_eq!(text(&format!("<w:p>{}{}</w:p>", field("eq \\o\\ac(○,3)", ""), r("项"))), "③项\n");
    assert_eq!(text(&format!("<w:p>{}{}</w:p>", field("EQ \\f(1,2)", ""), r("以上"))), "1/2以上\n");
}

#[test]
fn tables_of_contents_are_left_out_with_their_page_numbers() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>";
    let body = styled("<w:pStyle w:val=\"11\"/>", "一、概况\t3") + &p("一、概况");
    assert_eq!(Docx::new(&body).with("styles", styles).text(), "一、概况\n");
    let linked = format!("<w:p>{}{}</w:p>", r("一、概况"), field("PAGEREF _Toc1 \\h", &r("3")));
    assert_eq!(text(&linked), "一、概况\n");
}

#[test]
fn notes_stand_behind_the_body_in_the_order_of_their_references() {
    let reference = |kind: &str, id: u8| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:{kind}Reference w:id=\"{id}\"/></w:r>")
    };
    let own = "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"4\"/><w:t>9</w:t></w:r>";
    let body = format!(
        "<w:p>{}{}{own}{}{}{}</w:p>",
        r("支出100"),
        reference("footnote", 3),
        r("万元。"),
        reference("footnote", 2),
        reference("endnote", 2)
    );
    let note = |kind: &str, id: u8, words: &str| {
        format!("<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r>{}</w:p></w:{kind}>", r(words))
    };
    let foot = note("footnote", 0, "分隔")
        + &note("footnote", 2, "后")
        + &note("footnote", 3, "先")
        + &note("footnote", 4, "手工");
    let document =
        Docx::new(&body).with("footnotes", &foot).with("endnotes", &note("endnote", 2, "尾")).read().unwrap();
    assert_eq!(document.text, "支出100万元。\n先\n手工\n后\n尾\n");
    let places: Vec<&str> = ["支出", "先", "手工", "后", "尾"].iter().map(|w| origin(&document, w)).collect();
    assert_eq!(places, ["", "脚注1", "脚注", "脚注2", "尾注1"]);
}

fn origin<'a>(document: &'a Document, words: &str) -> &'a str {
    document.origin(document.text.find(words).unwrap() as u32)
}

#[test]
fn headers_and_footers_are_quoted_once_and_without_page_numbers() {
    let reference =
        |kind: &str, id: u8, which: &str| format!("<w:{kind}Reference w:type=\"{which}\" r:id=\"rId{id}\"/>");
    let sections = styled(&format!("<w:sectPr>{}</w:sectPr>", reference("header", 1, "default")), "正文。")
        + &format!(
            "<w:sectPr>{}{}{}</w:sectPr>",
            reference("header", 2, "default"),
            reference("footer", 3, "default"),
            reference("header", 4, "first")
        );
    let page = format!("<w:p>{}{}{}</w:p>", r("第 "), field("PAGE \\* MERGEFORMAT", &r("2")), r(" 页"));
    let document = Docx::new(&sections)
        .with("header", &p("某局报告"))
        .with("header", &p("某局报告"))
        .with("footer", &(page + &p("联系电话略")))
        .with("header", &p("不印的首页"))
        .read()
        .unwrap();
    assert_eq!(document.text, "正文。\n");
    let remarks: Vec<&str> = document.remarks.iter().map(|remark| remark.message.as_str()).collect();
    assert_eq!(remarks, ["已略去各页重复的页眉页脚“某局报告”、“联系电话略”"]);
}

#[test]
fn hidden_words_are_left_out_and_said() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"q\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"q2\"><w:basedOn w:val=\"q\"/></w:style>";
    let run = |properties: &str, words: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val=\"q2\"/></w:pPr>{}{}</w:p>",
        r("见"),
        run("<w:vanish/>", "直接"),
        run("<w:rStyle w:val=\"h\"/>", "样式"),
        run("<w:vanish w:val=\"0\"/><w:rStyle w:val=\"h\"/>", "不隐"),
        r("整段"),
        run("<w:vanish w:val=\"false\"/>", "除此")
    );
    let document = Docx::new(&body).with("styles", styles);
    assert_eq!(document.text(), "见不隐\n除此\n");
    let remarks = document.remarks();
    assert_eq!(remarks.len(), 1);
    assert!(remarks[0].1.contains("隐藏的文字 2 处"), "{remarks:?}");
}

#[test]
fn signs_breaks_and_hyphens_are_characters() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t><w:softHyphen/><w:t>丁</w:t>\
        <w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"宋体\" w:char=\"2460\"/></w:r></w:p>";
    assert_eq!(text(body), "甲\t乙-丙丁☑≥①\n");
    let unknown = "<w:p><w:r><w:t>甲</w:t><w:sym w:font=\"Webdings\" w:char=\"F041\"/></w:r></w:p>";
    assert_eq!(Docx::new(unknown).remarks()[0].0, "signs");
}

#[test]
fn digits_above_and_below_the_line_are_not_glued_to_figures() {
    let run = |align: &str, words: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"{align}\"/></w:rPr><w:t>{words}</w:t></w:r>")
    };
    let body =
        format!("<w:p>{}{}{}{}</w:p>", r("面积30m"), run("superscript", "2"), r("，PM"), run("subscript", "2.5"));
    assert_eq!(text(&body), "面积30m²，PM₂.₅\n");
}

#[test]
fn a_break_in_a_paragraph_may_end_it_and_a_page_break_is_none() {
    let body = "<w:p><w:r><w:t>甲。</w:t><w:br/><w:t>乙。</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\
        <w:p><w:r><w:br w:type=\"page\"/><w:lastRenderedPageBreak/><w:t>丙。</w:t></w:r></w:p>";
    let document = Docx::new(body).read().unwrap();
    assert_eq!(document.text, "甲。\n乙。\n丙。\n");
    assert_eq!(document.blocks.iter().map(|b| b.kind).collect::<Vec<_>>(), [BlockKind::Lines, BlockKind::Paragraph]);
}

#[test]
fn headings_are_known_by_levels_styles_and_names() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"own\"/><w:basedOn w:val=\"1\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"heading 2\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"4\"><w:basedOn w:val=\"3\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>";
    let kinds = |style: &str, words: &str| {
        let body = styled(&format!("<w:pStyle w:val=\"{style}\"/>"), words);
        Docx::new(&body).with("styles", styles).read().unwrap().blocks[0].kind
    };
    for style in ["1", "2", "3"] {
        assert_eq!(kinds(style, "一、概况"), BlockKind::Heading, "{style}");
    }
    assert_eq!(kinds("4", "一、概况"), BlockKind::Paragraph);
    // A paragraph that is only dressed as a heading.
    assert_eq!(kinds("1", "（一）支出。全年支出10万元。"), BlockKind::Paragraph);
}

#[test]
fn formulas_are_read_in_one_line() {
    let t = |words: &str| format!("<m:r><w:rPr/><m:t>{words}</m:t></m:r>");
    let fraction =
        format!("<m:f><m:fPr><m:ctrlPr/></m:fPr><m:num>{}</m:num><m:den>{}</m:den></m:f>", t("支出"), t("预算+调整"));
    let body = format!(
        "<w:p>{}<m:oMathPara><m:oMath>{}{fraction}<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath></m:oMathPara></w:p>",
        r("得分"),
        t("=10×"),
        t("x"),
        t("2")
    );
    assert_eq!(text(&body), "得分=10×支出/(预算+调整)x^2\n");
}

#[test]
fn what_may_hold_figures_but_is_not_read_is_counted() {
    let run = |inner: &str| format!("<w:p><w:r>{inner}</w:r></w:p>");
    let body = p("正文。")
        + &run("<w:drawing><c:chart xmlns:c=\"c\" r:id=\"x\"/></w:drawing>")
        + &run("<w:drawing><pic:pic xmlns:pic=\"p\"><a:blip xmlns:a=\"a\" r:embed=\"x\"/></pic:pic></w:drawing>")
            .repeat(2)
        + &run(
            "<w:object><v:imagedata xmlns:v=\"v\" r:id=\"x\"/><o:OLEObject xmlns:o=\"o\" ProgID=\"Excel.Sheet.12\"/></w:object>",
        )
        + &run("<w:drawing><dgm:relIds xmlns:dgm=\"d\"/></w:drawing>")
        + &run("<w:commentReference w:id=\"0\"/>")
        + "<w:altChunk r:id=\"x\"/>";
    let remarks = Docx::new(&body).remarks();
    let codes: Vec<&str> = remarks.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["charts", "diagrams", "objects", "chunks", "pictures", "comments"]);
    assert!(remarks[4].1.contains("2 张图片"), "{remarks:?}");
}

#[test]
fn a_document_of_pictures_alone_is_scanned() {
    let picture = "<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>";
    assert_eq!(Docx::new(picture).read().unwrap_err().code(), "scanned");
    assert_eq!(Docx::new("<w:p/>").read().unwrap_err().code(), "empty");
}

#[test]
fn other_prefixes_and_encodings_are_the_same_document() {
    let main = "<d xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>支出10万元。</t></r></p></body></d>".replace("<d ", "<document ").replace("</d>", "</document>");
    assert_eq!(Docx::of(&main).text(), "支出10万元。\n");
    let wide: Vec<u8> = ["\u{feff}", HEAD.replace("UTF-8", "UTF-16").as_str(), &main]
        .concat()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut document = Docx::of("");
    document.parts[0].1 = wide;
    assert_eq!(document.text(), "支出10万元。\n");
}

#[test]
fn references_to_characters_are_read() {
    assert_eq!(text("<w:p><w:r><w:t>A&amp;B&#x4E07;&lt;</w:t><w:t><![CDATA[1<2]]></w:t></w:r></w:p>"), "A&B万<1<2\n");
    assert_eq!(text("<w:p><w:r><w:t>支出&#xD800;10</w:t></w:r></w:p>"), "支出\u{fffd}10\n");
}
