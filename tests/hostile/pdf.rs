//! PDF files made to hang or break a reader.
#![allow(clippy::float_arithmetic, dead_code, reason = "places on a page; the writer can do more than is needed here")]

#[path = "../pdf/writer.rs"]
mod writer;

use super::outcome;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use gouji::reader::ReadError;
use std::fmt::Write as _;
use std::io::Write as _;
use writer::{Sheet, UNICODE, file, pdf, pdf_with, stream};

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).expect("bytes");
    out.finish().expect("a stream")
}

/// So many millions of blanks: one million packed, over and over.
fn bomb(millions: usize) -> Vec<u8> {
    let mut block = ZlibEncoder::new(Vec::new(), Compression::best());
    block.write_all(&vec![b' '; 1_000_000]).expect("bytes");
    block.flush().expect("a block");
    let packed = block.get_ref().clone();
    let (head, body) = packed.split_at(2);
    [head, &body.repeat(millions)].concat()
}

fn root(objects: &[&str]) -> Vec<u8> {
    let all: Vec<Vec<u8>> = objects.iter().map(|o| o.as_bytes().to_vec()).collect();
    file(&all, "")
}

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";

#[test]
fn page_trees_without_end() {
    let itself = root(&[CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]);
    assert_eq!(outcome("itself", &itself), "damaged");
    let each_other = root(&[
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 9 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 2 0 R 4 0 R] /Count 9 /Parent 2 0 R >>",
        "<< /Type /Page /Parent 2 0 R >>",
    ]);
    assert!(["damaged", "empty", "tooMuch"].contains(&outcome("each other", &each_other)));
    let deep: Vec<Vec<u8>> = std::iter::once(CATALOG.as_bytes().to_vec())
        .chain((2..100_000).map(|i| format!("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", i + 1).into_bytes()))
        .collect();
    assert!(["damaged", "tooMuch"].contains(&outcome("100,000 deep", &file(&deep, ""))));
    // Twice as many at each level.
    let wide: Vec<Vec<u8>> = std::iter::once(CATALOG.as_bytes().to_vec())
        .chain((2..40).map(|i| format!("<< /Type /Pages /Kids [{0} 0 R {0} 0 R] /Count 1 >>", i + 1).into_bytes()))
        .chain([b"<< /Type /Page >>".to_vec()])
        .collect();
    assert!(["damaged", "tooMuch", "empty"].contains(&outcome("doubled", &file(&wide, ""))));
}

#[test]
fn counts_that_no_file_has() {
    let many =
        root(&[CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", "<< /Type /Page /Parent 2 0 R >>"]);
    assert_eq!(outcome("count", &many), "damaged");
    assert_eq!(outcome("none", &root(&[CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"])), "damaged");
    let sheet = Sheet::default().text(90.0, 700.0, 12.0, "支出7万元");
    let good = pdf(&[sheet], UNICODE);
    let text = String::from_utf8(good.clone()).expect("a text file");
    for (from, to) in [
        ("xref\n0 6", "xref\n0 4294967295"),
        ("/Size 6", "/Size 4294967295"),
        ("/Size 6", "/Size 6 /Prev 9"),
        ("/Length ", "/Length 99999999999 /Was "),
        ("%PDF", "%PDX"),
    ] {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        assert!(["read", "damaged", "unknown"].contains(&outcome(to, changed.as_bytes())), "{to}");
    }
    let table = text.find("\nxref").expect("a table");
    let looped = text.replace("/Size 6", &format!("/Size 6 /Prev {}", table + 1));
    assert_eq!(outcome("looped tables", looped.as_bytes()), "read");
    for cut in (0..good.len()).step_by(7) {
        outcome("cut", good.get(..cut).expect("a part"));
    }
}

#[test]
fn things_deep_inside_each_other() {
    let deep = 200_000;
    let arrays = format!("{}{}", "[".repeat(deep), "]".repeat(deep));
    let dicts = format!("{}{}", "<</A ".repeat(deep), ">>".repeat(deep));
    for (name, inner) in
        [("arrays", &arrays), ("dicts", &dicts), ("open arrays", &"[".repeat(deep)), ("open dicts", &"<<".repeat(deep))]
    {
        let object = root(&[
            CATALOG,
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            &format!("<< /Type /Page /Contents {inner} >>"),
        ]);
        assert_ne!(outcome(name, &object), "read");
        let content = Sheet { content: format!("{inner} TJ"), ..Sheet::default() };
        assert_ne!(outcome(name, &pdf(&[content], UNICODE)), "read");
    }
    let saved = Sheet { content: "q ".repeat(deep), ..Sheet::default() };
    assert_eq!(outcome("saved states", &pdf(&[saved], UNICODE)), "tooMuch");
    let marked = Sheet { content: "/P BMC ".repeat(deep), ..Sheet::default() };
    assert_eq!(outcome("marks", &pdf(&[marked], UNICODE)), "tooMuch");
}

#[test]
fn forms_that_draw_themselves() {
    let form = |draws: &str| {
        stream(
            &format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I1 {draws} 0 R >> >>"),
            &b"/I1 Do /I1 Do ".repeat(2),
        )
    };
    let sheet = || Sheet { content: "/I1 Do".to_owned(), ..Sheet::default() };
    assert_eq!(outcome("itself", &pdf_with(&[sheet()], UNICODE, &[form("4")], "")), "empty");
    assert_eq!(outcome("each other", &pdf_with(&[sheet()], UNICODE, &[form("5"), form("4")], "")), "empty");
    let plain = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", &b"/I1 Do ".repeat(4));
    assert_eq!(outcome("itself by the page", &pdf_with(&[sheet()], UNICODE, &[plain], "")), "tooMuch");
    let chain: Vec<Vec<u8>> = (0..60).map(|i| form(&(5 + i).to_string())).collect();
    assert_eq!(outcome("four times as many", &pdf_with(&[sheet()], UNICODE, &chain, "")), "tooMuch");
}

#[test]
fn streams_that_grow() {
    let bomb = bomb(400);
    let object = |body: &[u8], filter: &str| stream(&format!("/Filter {filter}"), body);
    let with = |content: Vec<u8>| {
        let objects = [
            CATALOG.as_bytes().to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>".to_vec(),
            content,
        ];
        file(&objects, "")
    };
    assert_eq!(outcome("400 MB of blanks", &with(object(&bomb, "/FlateDecode"))), "tooMuch");
    assert_eq!(outcome("twice packed", &with(object(&deflated(&bomb), "[/FlateDecode /FlateDecode]"))), "tooMuch");
    let filters = format!("[{}]", "/ASCIIHexDecode ".repeat(20_000));
    assert_ne!(outcome("filters", &with(object(b"20>", &filters))), "read");
    let predicted =
        stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>", &deflated(b"BT ET"));
    assert_ne!(outcome("wide rows", &with(predicted)), "read");
    let packed = stream("/Type /ObjStm /N 2000000000 /First 2000000000 /Filter /FlateDecode", &bomb);
    assert_eq!(outcome("objects", &with(packed)), "tooMuch");
    // Each within the limit.
    let large = self::bomb(60);
    let packed = stream("/Type /ObjStm /N 1 /First 9 /Filter /FlateDecode", &self::bomb(180));
    assert_eq!(outcome("an object of 180 MB", &with(packed)), "tooMuch");
    assert_ne!(outcome("60 MB of blanks", &with(object(&large, "/FlateDecode"))), "read");
    let objects = [
        CATALOG.as_bytes().to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R 4 0 R] >>".to_vec(),
        object(&large, "/FlateDecode"),
    ];
    assert_eq!(outcome("three times 60 MB", &file(&objects, "")), "tooMuch");
}

#[test]
fn fonts_that_say_too_much() {
    let sheet = || Sheet::default().text(90.0, 700.0, 12.0, "支出7万元");
    let with = |map: &str| {
        let font = UNICODE.replace("/Encoding", "/ToUnicode 4 0 R /Encoding");
        pdf_with(&[sheet()], &font, &[stream("/Type /CMap /CMapName /Own", map.as_bytes())], "")
    };
    let mut ranges = String::from("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n");
    for _ in 0..20_000 {
        let _ = writeln!(ranges, "1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange");
    }
    outcome("ranges", &with(&ranges));
    outcome("cid ranges", &with(&ranges.replace("bfrange", "cidrange").replace("<4e00>", "0")));
    outcome("uses itself", &with("/Own usecmap begincmap endcmap"));
    let wide = UNICODE.replace("/W [", &format!("/W [{}", "0 65535 9 ".repeat(100_000)));
    outcome("widths", &pdf(&[sheet()], &wide));
    let letters = UNICODE.replace("/UniGB-UCS2-H", "3 0 R");
    outcome("a font as its own encoding", &pdf(&[sheet()], &letters));
}

#[test]
fn numbers_that_no_page_has() {
    for matrix in ["1e300 0 0 1e300 0 0", "99999999999999999999 9 9 9 9 9", "0 0 0 0 0 0", "-.-5 +--3 . - + 1"] {
        let sheet = Sheet::default().text(90.0, 700.0, 12.0, "支出7万元");
        let sheet = Sheet { content: format!("{matrix} cm {matrix} Td {}", sheet.content), ..Sheet::default() };
        outcome(matrix, &pdf(&[sheet], UNICODE));
    }
    let text = String::from_utf8(pdf(&[Sheet::default().text(90.0, 700.0, 12.0, "支出7万元")], UNICODE)).expect("text");
    for area in ["[0 0 0 0]", "[-1e30 -1e30 1e30 1e30]", "[595 842 0 0]", "[0]", "null"] {
        outcome(area, text.replace("[0 0 595 842]", area).as_bytes());
    }
    let mut lattice = String::new();
    for i in 0..6000 {
        let _ = write!(lattice, "{i} 0 m {i} 800 l S 0 {} m 595 {} l S ", i * 4, i * 4);
    }
    outcome("lattice", &pdf(&[Sheet { content: lattice, ..Sheet::default() }], UNICODE));
    let mut words = Sheet::default();
    for i in 0..20_000 {
        words = words.text(f64::from(i % 90) * 6.0, f64::from(i / 90) * 3.0, 5.0, "1");
    }
    outcome("figures everywhere", &pdf(&[words], UNICODE));
    assert_eq!(outcome("empty", b"%PDF-1.4"), "damaged");
}

/// A reading that goes wrong says so as an error of its own kind.
#[test]
fn a_locked_file_is_no_damaged_file() {
    assert_ne!(ReadError::Encrypted.message(), ReadError::Damaged.message());
}
