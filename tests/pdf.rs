//! PDF files, written by the tests themselves, read into text and tables.
#![allow(clippy::expect_used, clippy::float_arithmetic, reason = "a test may stop at what cannot be read")]

#[path = "pdf/writer.rs"]
mod writer;

use gouji::document::{Document, Format};
use gouji::reader::{Limits, ReadError, Session};
use writer::{Sheet, UNICODE, pdf, pdf_with, stream};

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    gouji::read("report.pdf", bytes, &mut Session::new(Limits::default(), &mut |_| true))
}

fn document(pages: &[Sheet]) -> Document {
    read(&pdf(pages, UNICODE)).expect("a document")
}

fn codes(document: &Document) -> Vec<&'static str> {
    document.remarks.iter().map(|r| r.code).collect()
}

/// The cells of a table as `row,column rows×columns words`.
fn cells(document: &Document, table: usize) -> Vec<String> {
    let words = |start: u32, end: u32| document.text.get(start as usize..end as usize).expect("a span");
    let cells = &document.tables.get(table).expect("a table").cells;
    cells
        .iter()
        .map(|c| format!("{},{} {}×{} {}", c.row, c.column, c.row_span, c.column_span, words(c.span.start, c.span.end)))
        .collect()
}

const PROSE: &str = "本年度预算执行总体平稳，各项资金按照进度及时拨付到位，重点项目均按期推进。全年支出合计12,345.67万元，\
     其中基本支出8,000.00万元，项目支出4,345.67万元。";
const NEXT: &str = "下一步将加强预算管理，完善内部控制，提高资金使用效益，并按规定公开绩效评价结果，接受社会监督。";

#[test]
fn lines_become_paragraphs_and_a_broken_figure_is_one() {
    // At one of these measures the line ends inside 12,345.67, before and behind its comma and point.
    for measure in 140..400 {
        let measure = f64::from(measure);
        let got = document(&[Sheet::default().prose(90.0, 750.0, measure, PROSE).prose(90.0, 400.0, measure, NEXT)]);
        assert_eq!(got.text, format!("{PROSE}\n{NEXT}\n"), "at {measure}");
    }
    let got = document(&[Sheet::default().prose(90.0, 750.0, 360.0, PROSE)]);
    assert_eq!((got.format, got.pages), (Format::Pdf, Some(1)));
}

#[test]
fn a_paragraph_goes_on_over_a_page_and_says_where_it_begins() {
    let (first, rest) = ("各项支出控制在预算之内，全年支出合计12,", "345.67万元，比预算少4.33万元。");
    let measure = 25.0 + writer::width(first, 12.0);
    let pages = [
        Sheet::default().prose(90.0, 100.0, measure, first),
        Sheet::default().text(90.0, 750.0, 12.0, rest).prose(90.0, 700.0, measure, NEXT),
    ];
    let got = document(&pages);
    assert_eq!(got.text, format!("{first}{rest}\n{NEXT}\n"));
    let at = |words: &str| got.origin(got.text.find(words).expect("words") as u32);
    assert_eq!((at("各项"), at("下一步")), ("第1页", "第2页"));
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let sheet = Sheet::default()
        .text(200.0, 780.0, 16.0, "预算执行情况说明")
        .prose(60.0, 740.0, 220.0, PROSE)
        .prose(310.0, 740.0, 220.0, NEXT)
        .prose(310.0, 640.0, 220.0, PROSE);
    assert_eq!(document(&[sheet]).text, format!("预算执行情况说明\n{PROSE}\n{NEXT}\n{PROSE}\n"));
}

#[test]
fn a_sentence_goes_on_over_lines_that_stand_further_apart() {
    let lines = [
        "各项支出控制在预算之内，重点",
        "项目按期完成，其中基本支出为",
        "1,234.56万元，项目支出本年为",
        "789.00万元，两项都比上年少。",
    ];
    let mut sheet = Sheet::default();
    for (line, y) in lines.iter().zip([700.0, 685.0, 662.0, 647.0]) {
        sheet = sheet.text(90.0, y, 12.0, line);
    }
    assert_eq!(document(&[sheet]).text, format!("{}\n", lines.concat()));
}

#[test]
fn columns_that_stand_close_are_columns() {
    let sheet = Sheet::default().prose(60.0, 740.0, 222.0, PROSE).prose(294.0, 740.0, 222.0, PROSE);
    assert_eq!(document(&[sheet]).text, format!("{PROSE}\n{PROSE}\n"));
}

#[test]
fn a_raised_digit_is_no_digit_of_the_figure_before_it() {
    let sheet = Sheet::default()
        .text(90.0, 700.0, 12.0, "支出5")
        .text(120.0, 704.0, 7.0, "12")
        .text(127.0, 700.0, 12.0, "万元，面积3m")
        .text(199.0, 704.0, 7.0, "2");
    assert_eq!(document(&[sheet]).text, "支出5¹²万元，面积3m²\n");
}

#[test]
fn the_order_of_drawing_does_not_matter() {
    let sheet = Sheet::default().text(138.0, 700.0, 12.0, "67万元").text(90.0, 600.0, 12.0, "下一行。").text(
        90.0,
        700.0,
        12.0,
        "支出123.",
    );
    assert_eq!(document(&[sheet]).text, "支出123.67万元\n下一行。\n");
}

const ROWS: [&[&str]; 5] = [
    &["项目", "预算数", "决算数"],
    &["基本支出", "8,000.00", "7,900.00"],
    &["项目支出", "4,000.00", "4,100.00"],
    &["上缴上级支出", "", "345.67"],
    &["合计", "12,000.00", "12,345.67"],
];
const XS: [f64; 4] = [90.0, 230.0, 330.0, 430.0];

fn expected() -> Vec<String> {
    let words = ROWS.iter().enumerate().flat_map(|(i, row)| row.iter().enumerate().map(move |(j, word)| (i, j, word)));
    words.filter(|(_, _, word)| !word.is_empty()).map(|(i, j, word)| format!("{i},{j} 1×1 {word}")).collect()
}

#[test]
fn ruled_tables_become_cells() {
    let sheet = Sheet::default().text(200.0, 750.0, 14.0, "支出决算表").table(&XS, 700.0, &ROWS);
    let got = document(&[sheet.text(90.0, 560.0, 12.0, "注：本表单位为万元。")]);
    assert_eq!(cells(&got, 0), expected());
    assert_eq!(got.tables.first().and_then(|t| t.title.as_deref()), Some("支出决算表"));
    assert!(got.text.ends_with("注：本表单位为万元。\n"), "{}", got.text);
}

#[test]
fn numbers_of_two_lanes_side_by_side_do_not_jump() {
    let rows: [&[&str]; 4] = [
        &["一、拨款收入", "6.00", "一、教育支出", ""],
        &["二、事业收入", "", "二、卫生支出", "5.00"],
        &["三、其他收入", "", "三、住房支出", "1.00"],
        &["收入总计", "6.00", "支出总计", "6.00"],
    ];
    let report =
        gouji::check_document(&document(&[Sheet::default().table(&[60.0, 200.0, 260.0, 400.0, 460.0], 700.0, &rows)]));
    assert_eq!(report.findings.iter().map(|f| f.message.as_str()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn unruled_tables_become_cells() {
    let sheet = Sheet::default()
        .text(200.0, 750.0, 14.0, "支出决算表")
        .text(360.0, 725.0, 10.0, "单位：万元")
        .words(&XS, 715.0, &ROWS)
        .prose(90.0, 560.0, 400.0, NEXT);
    let got = document(&[sheet]);
    assert_eq!(cells(&got, 0), expected());
    let table = got.tables.first().expect("a table");
    assert_eq!((table.title.as_deref(), table.unit.as_deref()), (Some("支出决算表"), Some("万元")));
    assert!(got.text.ends_with(&format!("\n{NEXT}\n")), "{}", got.text);
}

#[test]
fn wrapped_labels_and_headings_of_unruled_tables_are_one_cell() {
    let sheet = Sheet::default()
        .text(306.0, 715.0, 10.0, "年初")
        .text(296.0, 702.0, 10.0, "预算数")
        .text(110.0, 708.0, 10.0, "项目")
        .text(396.0, 708.0, 10.0, "决算数")
        .text(94.0, 682.0, 10.0, "机关事业单位基本养")
        .text(94.0, 669.0, 10.0, "老保险缴费支出")
        .text(306.0, 675.0, 10.0, "9.00")
        .text(391.0, 682.0, 10.0, "12,345,")
        .text(396.0, 669.0, 10.0, "678.90")
        .words(&XS, 660.0, &[&["公用经费", "8.00", "7.00"], &["合计", "17.00", "12,345,685.90"]]);
    let got = document(&[sheet]);
    let expected = [
        "0,0 1×1 项目",
        "0,1 1×1 年初预算数",
        "0,2 1×1 决算数",
        "1,0 1×1 机关事业单位基本养老保险缴费支出",
        "1,1 1×1 9.00",
    ];
    assert_eq!(cells(&got, 0).get(..5), Some(expected.map(str::to_owned).as_slice()), "{}", got.text);
}

#[test]
fn tables_ruled_only_between_rows_become_cells() {
    let mut sheet = Sheet::default().words(&XS, 700.0, &ROWS);
    for y in [700.0, 680.0, 600.0] {
        sheet = sheet.rule((90.0, y), (430.0, y));
    }
    assert_eq!(cells(&document(&[sheet]), 0), expected());
}

#[test]
fn contents_lists_and_columns_of_prose_are_no_tables() {
    let contents = Sheet::default()
        .text(90.0, 700.0, 12.0, "一、主要职能………………………………………3")
        .text(90.0, 680.0, 12.0, "二、机构设置………………………………………5")
        .text(90.0, 660.0, 12.0, "三、预算执行………………………………………8")
        .text(90.0, 640.0, 12.0, "联系人：某某")
        .text(300.0, 640.0, 12.0, "电话：83600000")
        .text(90.0, 620.0, 12.0, "填报日期：2025年3月")
        .text(300.0, 620.0, 12.0, "单位：万元");
    let columns = Sheet::default().prose(60.0, 740.0, 220.0, PROSE).prose(310.0, 740.0, 220.0, NEXT);
    assert_eq!(document(&[contents, columns]).tables.len(), 0);
}

#[test]
fn a_table_goes_on_over_a_page_without_its_repeated_headings() {
    let (head, rest) = ROWS.split_at(3);
    let second: Vec<&[&str]> = ROWS.iter().take(1).chain(rest).copied().collect();
    let pages = [Sheet::default().table(&XS, 120.0, head), Sheet::default().table(&XS, 780.0, &second)];
    let got = document(&pages);
    assert_eq!(cells(&got, 0), expected());
    assert_eq!((got.tables.len(), got.tables.first().map(|t| t.header_rows)), (1, Some(1)));
}

#[test]
fn an_unruled_table_goes_on_over_a_page_or_stays_text() {
    let (head, rest) = ROWS.split_at(3);
    let first = Sheet::default().words(&XS, 120.0, head);
    let more: Vec<&[&str]> = [["小计", "1.00", "2.00"].as_slice()].into_iter().chain(rest.iter().copied()).collect();
    let got = document(&[first.clone(), Sheet::default().words(&XS, 780.0, &more)]);
    assert_eq!(got.tables.iter().map(|t| t.rows).collect::<Vec<_>>(), [6]);
    // Elsewhere and with other columns: a total there may be the total of rows that stand here.
    let other =
        Sheet::default().words(&[90.0, 230.0, 430.0], 780.0, &[&["房屋", "9"], &["车辆", "8"], &["总计", "29"]]);
    let got = document(&[first, other]);
    assert_eq!(got.tables.iter().map(|t| t.rows).collect::<Vec<_>>(), [3]);
    assert!(got.text.ends_with("房屋 9\n车辆 8\n总计 29\n"), "{}", got.text);
}

#[test]
fn a_cell_that_a_page_breaks_is_one_cell() {
    // The second label begins in the last row of the first page and ends in the rows of the second.
    let first =
        Sheet::default().table(&XS, 120.0, &[ROWS[0], &["（一）公", "不掌握", "7"], &["（二）无", "无信息", "8"]]);
    let mut second = Sheet::default().words(&XS, 780.0, &[&["法提供", "须制作", "9"], &["", "须更正", "1"], ROWS[4]]);
    for (y, left) in [(780.0, 90.0), (760.0, 230.0), (740.0, 90.0), (720.0, 90.0)] {
        second = second.rule((left, y), (430.0, y));
    }
    for x in XS {
        second = second.rule((x, 780.0), (x, 720.0));
    }
    let got = cells(&document(&[first, second]), 0);
    assert!(got.contains(&"2,0 3×1 （二）无法提供".to_owned()), "{got:?}");
    assert!(got.contains(&"4,1 1×1 须更正".to_owned()) && got.contains(&"5,0 1×1 合计".to_owned()), "{got:?}");
}

#[test]
fn a_row_that_a_page_breaks_is_one_row() {
    let first = Sheet::default().table(&XS, 120.0, &[ROWS[0], &["1", "资金使用合", "7"]]);
    let second = Sheet::default().table(&XS, 780.0, &[&["", "规性", ""], &["2", "执行进度", "8"], &["合计", "", "15"]]);
    let got = cells(&document(&[first, second]), 0);
    let expected = ["1,0 1×1 1", "1,1 1×1 资金使用合规性", "1,2 1×1 7", "2,0 1×1 2", "2,1 1×1 执行进度", "2,2 1×1 8"];
    assert_eq!(got.get(3..9), Some(expected.map(str::to_owned).as_slice()), "{got:?}");
    assert_eq!(got.get(9..), Some(["3,0 1×1 合计".to_owned(), "3,2 1×1 15".to_owned()].as_slice()));
}

#[test]
fn headers_footers_and_page_numbers_are_dropped_and_said() {
    let page = |n: usize| {
        Sheet::default()
            .text(90.0, 800.0, 9.0, "某市某局部门决算")
            .prose(90.0, 740.0, 400.0, [PROSE, NEXT, PROSE][n])
            .text(290.0, 40.0, 9.0, &format!("- {} -", n + 1))
    };
    let got = document(&[page(0), page(1), page(2)]);
    assert_eq!(got.text, format!("{PROSE}\n{NEXT}\n{PROSE}\n"));
    assert_eq!(codes(&got), ["pageFurniture"]);
    let said = &got.remarks.first().expect("a remark").message;
    assert!(said.contains("页码") && said.contains("某市某局部门决算"), "{said}");
}

#[test]
fn what_pages_begin_with_alike_is_no_header_where_the_text_stands_or_figures_differ() {
    let page = |figure: &str| {
        Sheet::default()
            .text(90.0, 800.0, 9.0, &format!("本页支出{figure}万元"))
            .text(200.0, 750.0, 16.0, "项目支出绩效自评表")
            .prose(90.0, 710.0, 400.0, &format!("全年支出{figure}万元。"))
    };
    let figures = ["12", "13", "15"];
    let got = document(&figures.map(page));
    let expected = figures.map(|f| format!("本页支出{f}万元\n项目支出绩效自评表\n全年支出{f}万元。\n"));
    assert_eq!(got.text, expected.concat());
    assert_eq!(codes(&got), [""; 0]);
}

fn gb1(encoding: &str) -> String {
    UNICODE.replace("UniGB-UCS2-H", encoding)
}

#[test]
fn predefined_maps_are_known() {
    // 支出12万元 in GBK.
    let gbk = Sheet::default().bytes(90.0, 700.0, b"\xd6\xa7\xb3\xf612\xcd\xf2\xd4\xaa");
    for encoding in ["GBK-EUC-H", "GBKp-EUC-H", "GB-EUC-H", "GBK2K-H"] {
        let got = read(&pdf(std::slice::from_ref(&gbk), &gb1(encoding))).expect("a document");
        assert_eq!(got.text, "支出12万元\n", "{encoding}");
    }
    for encoding in ["UniGB-UCS2-H", "UniGB-UTF16-H"] {
        let sheet = Sheet::default().text(90.0, 700.0, 12.0, "支出12万元");
        assert_eq!(read(&pdf(&[sheet], &gb1(encoding))).expect("a document").text, "支出12万元\n", "{encoding}");
    }
    // The CIDs of Adobe-GB1 themselves: 支 4385, 出 1176, 1 18, 2 19.
    let cids = Sheet::default().bytes(90.0, 700.0, &[0x11, 0x21, 0x04, 0x98, 0, 18, 0, 19]);
    let got = read(&pdf(&[cids], &gb1("Identity-H"))).expect("a document").text;
    assert!(got.ends_with("12\n") && got.chars().count() == 5, "{got}");
}

#[test]
fn a_map_that_is_not_kept_is_no_guess() {
    let sheet = Sheet::default().bytes(90.0, 700.0, b"\x8e\x78\x8f\x6f12");
    assert!(read(&pdf(&[sheet], &gb1("90ms-RKSJ-H"))).is_err());
}

/// A font whose CIDs are its glyphs, and which is embedded or not.
fn identity(descriptor: &str) -> String {
    format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /FZFS /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype \
         /CIDFontType2 /BaseFont /FZFS /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 \
         {descriptor} >>] >>"
    )
}

/// A TrueType file that has nothing but a character map from these characters to glyphs 1, 2, 3 …
fn outline(characters: &str) -> Vec<u8> {
    let groups: Vec<u8> = characters
        .chars()
        .zip(1u32..)
        .flat_map(|(c, glyph)| [u32::from(c), u32::from(c), glyph].into_iter().flat_map(u32::to_be_bytes))
        .collect();
    let words = |numbers: &[u16]| numbers.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<u8>>();
    let mut cmap = words(&[0, 1, 3, 10, 0, 12, 12, 0, 0, 16 + groups.len() as u16, 0, 0, 0, groups.len() as u16 / 12]);
    cmap.extend(groups);
    let mut out = words(&[1, 0, 1, 0, 0, 0]);
    out.extend(b"cmap");
    out.extend(words(&[0, 0, 0, 28, 0, cmap.len() as u16]));
    out.extend(cmap);
    out
}

#[test]
fn a_font_without_a_map_is_read_by_the_map_inside_it() {
    let sheet = Sheet::default().bytes(90.0, 700.0, &[0, 1, 0, 2, 0, 3, 0, 4, 0, 5]);
    let font = identity("/FontDescriptor << /Type /FontDescriptor /FontName /FZFS /Flags 4 /FontFile2 4 0 R >>");
    let bytes = pdf_with(&[sheet], &font, &[stream("", &outline("支出7万元"))], "");
    assert_eq!(read(&bytes).expect("a document").text, "支出7万元\n");
}

#[test]
fn pages_that_nobody_can_read_are_refused_by_name() {
    let unknown = Sheet::default().bytes(90.0, 700.0, &[0, 1, 0, 2, 0, 3, 0, 4, 0, 5]);
    assert_eq!(read(&pdf(&[unknown], &identity(""))), Err(ReadError::Garbled));
    // Rare characters only: a map that is off by some places.
    let words: String = ('\u{5600}'..'\u{5680}').step_by(2).collect();
    let rare = Sheet::default().text(20.0, 700.0, 8.0, &words);
    assert_eq!(read(&pdf(std::slice::from_ref(&rare), UNICODE)), Err(ReadError::Garbled));
    let got = document(&[Sheet::default().prose(90.0, 740.0, 400.0, PROSE), rare]);
    assert_eq!(got.text, format!("{PROSE}\n"));
    assert_eq!(codes(&got), ["pagesGarbled"]);
    assert!(got.remarks.iter().any(|r| r.message.contains("第2页")), "{:?}", got.remarks);
}

#[test]
fn a_figure_with_a_hole_is_not_read_as_another_figure() {
    // One of sixty characters has no meaning; it stands inside a figure.
    let codes_of = |words: &str| words.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let mut bytes = codes_of(PROSE.get(..PROSE.find("全年").expect("words")).expect("a place"));
    bytes.extend(codes_of("支出12"));
    bytes.extend([0xd8, 0x01]);
    bytes.extend(codes_of("45万元。"));
    let got = read(&pdf(&[Sheet::default().bytes(20.0, 700.0, &bytes)], UNICODE)).expect("a document");
    assert!(got.text.ends_with("支出\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}万元。\n"), "{}", got.text);
    assert_eq!(codes(&got), ["pagesHoles"]);
}

/// A picture of one pixel.
fn picture() -> Vec<u8> {
    stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", &[0])
}

fn scan() -> Sheet {
    Sheet { content: "q 595 0 0 842 0 0 cm /I1 Do Q\n".to_owned(), ..Sheet::default() }
}

#[test]
fn scans_are_said_to_be_scans() {
    let all = pdf_with(&[scan(), scan().text(290.0, 40.0, 9.0, "- 2 -")], UNICODE, &[picture()], "");
    assert_eq!(read(&all), Err(ReadError::Scanned));
    let some = pdf_with(&[Sheet::default().prose(90.0, 740.0, 400.0, PROSE), scan()], UNICODE, &[picture()], "");
    let got = read(&some).expect("a document");
    assert_eq!(codes(&got), ["pagesScanned"]);
    assert!(got.remarks.iter().any(|r| r.message.contains("第2页")), "{:?}", got.remarks);
}

#[test]
fn what_a_machine_made_out_on_a_scan_is_read_and_said_to_be_that() {
    let mut sheet = scan();
    sheet.content.push_str("3 Tr\n");
    let bytes = pdf_with(&[sheet.prose(90.0, 740.0, 400.0, PROSE)], UNICODE, &[picture()], "");
    let got = read(&bytes).expect("a document");
    assert_eq!(got.text, format!("{PROSE}\n"));
    assert_eq!(codes(&got), ["pagesRecognised", "pagesPictures"].get(..1).expect("one"));
}

#[test]
fn text_that_is_not_shown_is_left_out_and_said() {
    let mut sheet = Sheet::default().prose(90.0, 740.0, 400.0, PROSE);
    sheet.content.push_str("3 Tr\n");
    let got = document(&[sheet.text(90.0, 500.0, 12.0, "旧稿支出99万元")]);
    assert_eq!((got.text.as_str(), codes(&got)), (format!("{PROSE}\n").as_str(), vec!["hiddenText"]));
}

#[test]
fn turned_pages_are_read_upright() {
    let sheet = Sheet { extra: "/Rotate 90".to_owned(), ..Sheet::default().table(&XS, 700.0, &ROWS) };
    assert_eq!(cells(&document(&[sheet]), 0), expected());
    // Drawn on its side, for a page that is displayed as it is.
    let drawn = Sheet::default().table(&XS, 300.0, &ROWS);
    let sheet = Sheet { content: format!("0 1 -1 0 595 0 cm\n{}", drawn.content), ..Sheet::default() };
    assert_eq!(cells(&document(&[sheet]), 0), expected());
}

#[test]
fn locked_files_are_told_from_damaged_ones() {
    let sheet = Sheet::default().prose(90.0, 740.0, 400.0, PROSE);
    let hash = "A5".repeat(32);
    let trailer =
        format!("/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{hash}> /U <{hash}> >>");
    assert_eq!(read(&pdf_with(std::slice::from_ref(&sheet), UNICODE, &[], &trailer)), Err(ReadError::Encrypted));
    let other = trailer.replace("Standard", "Certificates");
    assert_eq!(read(&pdf_with(std::slice::from_ref(&sheet), UNICODE, &[], &other)), Err(ReadError::Encrypted));
    assert_eq!(read(b"%PDF-1.7\nnothing else"), Err(ReadError::Damaged));
}

#[test]
fn limits_are_kept_and_a_reading_can_be_stopped() {
    let sheet = || Sheet::default().prose(90.0, 740.0, 400.0, PROSE);
    let bytes = pdf(&[sheet(), sheet(), sheet()], UNICODE);
    let with =
        |limits: Limits| gouji::read("a", &bytes, &mut Session::new(limits, &mut |_| true)).map_err(|e| e.code());
    assert_eq!(with(Limits { pages: 2, ..Limits::default() }), Err("tooMuch"));
    assert_eq!(with(Limits { characters: 300, ..Limits::default() }), Err("tooMuch"));
    assert_eq!(with(Limits { inflated: 500, ..Limits::default() }), Err("tooMuch"));
    let mut heard = Vec::new();
    let mut tell = |thousandths| {
        heard.push(thousandths);
        thousandths < 500
    };
    assert_eq!(gouji::read("a", &bytes, &mut Session::new(Limits::default(), &mut tell)), Err(ReadError::Stopped));
    assert_eq!(heard, [0, 333, 666]);
}
