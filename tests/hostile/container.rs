//! Zip containers: what their directories, names and parts may say without being believed.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::outcome;

/// The content types of the formats that are zip containers, with the name of their main part.
const OFFICE: [(&str, &str); 2] =
    [("wordprocessingml.document", "word/document.xml"), ("spreadsheetml.sheet", "xl/workbook.xml")];

pub fn types(main: &str) -> String {
    format!("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.{main}.main+xml\"/></Types>")
}

pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(body).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// So many millions of blanks, packed: the same block over and over.
pub fn packed(millions: usize) -> Vec<u8> {
    let mut block = DeflateEncoder::new(Vec::new(), Compression::best());
    block.write_all(&vec![b' '; 1_000_000]).unwrap();
    block.flush().unwrap();
    block.get_ref().repeat(millions)
}

/// A container whose last part is given packed and says what it likes of its size.
pub fn with_packed(parts: &[(&str, &[u8])], name: &str, body: &[u8], said: u32) -> Vec<u8> {
    let mut out = zip(&[parts, &[(name, b"?")]].concat());
    let end = out.len() - 22;
    let directory = u32::from_le_bytes(out[end + 16..end + 20].try_into().unwrap()) as usize;
    let mut tail = out.split_off(directory);
    let local = out.windows(4).rposition(|mark| mark == b"PK\x03\x04").unwrap();
    out.truncate(local + 30 + name.len());
    out[local + 6] &= !8;
    let entry = tail.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    tail[entry + 8] &= !8;
    for (header, at) in [(&mut out[local..], 8), (&mut tail[entry..], 10)] {
        header[at..at + 2].copy_from_slice(&8_u16.to_le_bytes());
        header[at + 10..at + 14].copy_from_slice(&(body.len() as u32).to_le_bytes());
        header[at + 14..at + 18].copy_from_slice(&said.to_le_bytes());
    }
    out.extend(body);
    let begin = out.len() as u32;
    let end = tail.len() - 22;
    tail[end + 16..end + 20].copy_from_slice(&begin.to_le_bytes());
    out.extend(tail);
    out
}

#[test]
fn parts_that_inflate_beyond_measure() {
    // A thousandfold; whoever says less is found out after what it said.
    for (said, code) in [(0, "damaged"), (1000, "damaged"), (500_000_000, "tooMuch"), (u32::MAX - 1, "tooMuch")] {
        for (main, part) in OFFICE {
            let bytes = with_packed(&[("[Content_Types].xml", types(main).as_bytes())], part, &packed(500), said);
            assert!(bytes.len() < 1_000_000);
            assert_eq!(outcome(part, &bytes), code, "{said}");
        }
    }
}

#[test]
fn the_parts_that_only_say_what_a_file_is_may_be_bombs_too() {
    for name in ["[Content_Types].xml", "mimetype"] {
        assert_eq!(outcome(name, &with_packed(&[], name, &packed(500), 500_000_000)), "archive");
    }
    let related = with_packed(
        &[("[Content_Types].xml", types("wordprocessingml.document").as_bytes())],
        "_rels/.rels",
        &packed(500),
        500_000_000,
    );
    assert_eq!(outcome("relationships", &related), "tooMuch");
}

#[test]
fn archives_in_archives_are_not_opened() {
    let mut inner = packed(100);
    for _ in 0..5 {
        inner = zip(&[("0.zip", &inner), ("1.zip", &inner)]);
    }
    assert_eq!(outcome("archives", &inner), "archive");
}

#[test]
fn main_parts_of_markup_without_end() {
    let deep = "<a>".repeat(100_000);
    let closed = deep.clone() + &"</a>".repeat(100_000);
    let name = "<".to_owned() + &"a".repeat(5_000_000);
    let attributes = format!("<a {}/>", (0..100_000).map(|i| format!("a{i}='' ")).collect::<String>());
    let same = format!("<a {}/>", "a='' ".repeat(100_000));
    let comments = "<!-- - -->".repeat(100_000);
    for (body, code) in [
        (&deep, "tooMuch"),
        (&closed, "tooMuch"),
        (&name, "damaged"),
        (&attributes, "damaged"),
        (&same, "damaged"),
        (&comments, "damaged"),
    ] {
        for (main, part) in OFFICE {
            let bytes = zip(&[("[Content_Types].xml", types(main).as_bytes()), (part, body.as_bytes())]);
            assert_eq!(outcome(part, &bytes), code, "{}", body.chars().take(20).collect::<String>());
        }
    }
}

#[test]
fn document_types_and_entities_are_not_followed() {
    let laughs: String =
        (1..30).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let outside = "<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM \"http://localhost/y\">%y;";
    for (main, part) in OFFICE {
        for entities in [laughs.as_str(), outside, &"<!ENTITY a '".repeat(10_000), "<!ELEMENT a (a,(a,(a"] {
            let body = format!("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"l\">{entities}]><a>&l29;&x;</a>");
            let bytes = zip(&[("[Content_Types].xml", types(main).as_bytes()), (part, body.as_bytes())]);
            assert_eq!(outcome(part, &bytes), "damaged");
        }
    }
}

#[test]
fn names_that_climb_are_only_names() {
    for name in ["../../../etc/passwd", "..\\..\\a.txt", "/etc/passwd", "C:\\a.txt", "a\0b", &"长".repeat(20_000)] {
        assert_eq!(outcome(name, &zip(&[(name, b"x")])), "archive");
    }
}

#[test]
fn a_container_cut_anywhere_is_damaged() {
    for (main, part) in OFFICE {
        let whole = zip(&[("[Content_Types].xml", types(main).as_bytes()), (part, &b"<a>7</a>".repeat(300))]);
        for length in (4..whole.len()).step_by(13) {
            assert_eq!(outcome(part, &whole[..length]), "damaged", "{length} of {}", whole.len());
        }
    }
}

#[test]
fn directories_that_lie() {
    let types = types("wordprocessingml.document");
    let whole = zip(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<a>7</a>")]);
    let end = whole.len() - 22;
    let directory = whole.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
    let local = 0;
    // Counts, sizes and places in the three kinds of headers.
    for (header, fields) in
        [(end, &[8, 10, 12, 16][..]), (directory, &[10, 20, 24, 28, 30, 32, 42][..]), (local, &[8, 18, 22, 26, 28][..])]
    {
        for field in fields {
            for lie in [0_u16, 1, 0x7fff, 0xffff] {
                let mut bytes = whole.clone();
                bytes[header + field..header + field + 2].copy_from_slice(&lie.to_le_bytes());
                assert_ne!(outcome("a lie", &bytes), "read", "{header} {field} {lie}");
            }
        }
    }
}

#[test]
fn the_same_part_many_times_over() {
    // Overlapping parts: every entry of the directory points to the same bytes.
    let types = types("wordprocessingml.document");
    let mut bytes = with_packed(&[("[Content_Types].xml", types.as_bytes())], "word/document.xml", &packed(20), 9);
    let directory = bytes.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    let mut tail = bytes.split_off(directory);
    let end = tail.split_off(tail.len() - 22);
    for i in 0..5000 {
        let mut entry = tail.clone();
        let at = entry.len() - 8;
        entry[at..].copy_from_slice(format!("{i:08}").as_bytes());
        bytes.extend(entry);
    }
    bytes.extend(tail);
    bytes.extend(end);
    assert_ne!(outcome("overlapping", &bytes), "read");
}

#[test]
fn parts_that_are_packed_in_unknown_ways_or_locked() {
    let types = types("wordprocessingml.document");
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in [("[Content_Types].xml", types.as_str()), ("word/document.xml", "<a/>")] {
        out.start_file(name, stored).unwrap();
        out.write_all(body.as_bytes()).unwrap();
    }
    let whole = out.finish().unwrap().into_inner();
    let local = whole.windows(4).rposition(|mark| mark == b"PK\x03\x04").unwrap();
    let entry = whole.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    let with = |at: usize, value: u8| {
        let mut bytes = whole.clone();
        bytes[local + 4 + at] = value;
        bytes[entry + 6 + at] = value;
        bytes
    };
    assert_eq!(outcome("locked", &with(2, 1)), "encrypted");
    for method in [6, 9, 12, 14, 93, 99] {
        assert_eq!(outcome("method", &with(4, method)), "damaged", "{method}");
    }
}

#[test]
fn wrong_names_and_nothing_at_all() {
    for name in ["报告.docx", "报告.xlsx", "报告.xls", "报告.ods", "报告.pdf", "报告.html", "报告.csv", "报告.txt", ""]
    {
        assert_eq!(outcome(name, b""), "empty", "{name}");
        assert_eq!(outcome(name, b"\xef\xbb\xbf"), "empty", "{name}");
        assert_eq!(outcome(name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image", "{name}");
        assert_eq!(outcome(name, b"PK\x03\x04"), "damaged", "{name}");
        assert_eq!(outcome(name, "支出10万元。".as_bytes()), "read", "{name}");
        assert_ne!(outcome(name, &[0; 4096]), "read", "{name}");
    }
}
