//! A zip archive of documents: each file is given, and what is left out is said.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Write};

use gouji::reader::{Limits, ReadError, Session, Unpacked, is_archive, unpack};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in files {
        out.start_file(*name, options).unwrap();
        out.write_all(body).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The names of what was unpacked, each with its text or the word of the reason for which it was left out.
fn unpacked(bytes: &[u8], limits: Limits) -> Result<Vec<(String, String)>, ReadError> {
    let mut go_on = |_| true;
    let mut out = Vec::new();
    unpack(bytes, &mut Session::new(limits, &mut go_on), &mut |name, file| {
        out.push((
            name,
            match file {
                Unpacked::File(bytes) => String::from_utf8(bytes).unwrap(),
                Unpacked::LeftOut(error) => format!("! {}", error.code()),
            },
        ));
    })?;
    Ok(out)
}

fn files(bytes: &[u8]) -> Vec<(String, String)> {
    unpacked(bytes, Limits::default()).unwrap()
}

fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn every_file_is_given_with_its_folders() {
    let bytes = zip(&[
        ("自评/水利局.txt", "甲".as_bytes()),
        ("自评/附件/林业局.txt", "乙".as_bytes()),
        ("__MACOSX/自评/._水利局.txt", b"x"),
        ("自评/~$水利局.docx", b"x"),
        ("自评/Thumbs.db", b"x"),
        ("自评/.DS_Store", b"x"),
    ]);
    assert!(is_archive("全部.zip", &bytes));
    assert_eq!(files(&bytes), [pair("自评/水利局.txt", "甲"), pair("自评/附件/林业局.txt", "乙")]);
}

#[test]
fn a_document_that_is_a_zip_inside_is_no_archive() {
    assert!(!is_archive("a.docx", &zip(&[("word/document.xml", b"<w:document/>")])));
    assert!(!is_archive("a.txt", "总支出5万元。".as_bytes()));
    assert!(!is_archive("a.rar", b"Rar!\x1a\x07\x00"));
    assert!(!is_archive("", b""));
}

#[test]
fn names_in_gbk_are_read() {
    // 白沙.txt as Windows packs it: the same number of bytes in the place of an ASCII name.
    let gbk = [0xb0, 0xd7, 0xc9, 0xb3, b'.', b't', b'x', b't'];
    let mut bytes = zip(&[("aabb.txt", b"x")]);
    let places: Vec<usize> =
        bytes.windows(8).enumerate().filter(|(_, w)| *w == b"aabb.txt").map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2);
    places.into_iter().for_each(|at| bytes[at..at + 8].copy_from_slice(&gbk));
    assert_eq!(files(&bytes), [pair("白沙.txt", "x")]);
}

#[test]
fn a_name_leads_nowhere() {
    let bytes = zip(&[
        ("../../etc/水利局.txt", b"a"),
        ("/根/林业局.txt", b"b"),
        ("C:\\盘\\教育局.txt", b"c"),
        ("./x/../民政局.txt", b"d"),
    ]);
    let names: Vec<String> = files(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["etc/水利局.txt", "根/林业局.txt", "盘/教育局.txt", "x/民政局.txt"]);
}

#[test]
fn what_is_left_out_is_said_and_stops_nothing() {
    let bomb = vec![b'0'; 40 * 1024 * 1024];
    let inner = zip(&[("里面.txt", b"x")]);
    let bytes = zip(&[("前.txt", b"1"), ("炸弹.txt", &bomb), ("套.zip", &inner), ("后.txt", b"2")]);
    let expected =
        [pair("前.txt", "1"), pair("炸弹.txt", "! tooMuch"), pair("套.zip", "! nested"), pair("后.txt", "2")];
    assert_eq!(files(&bytes), expected);
    // The whole is limited too: what no longer has room is left out, each by its name.
    let limits = Limits { inflated: 5, ..Limits::default() };
    let small = unpacked(&zip(&[("a.txt", b"1234"), ("b.txt", b"5678"), ("c.txt", b"9")]), limits).unwrap();
    assert_eq!(small, [pair("a.txt", "1234"), pair("b.txt", "! tooMuch"), pair("c.txt", "9")]);
}

#[test]
fn damage_and_emptiness_are_errors() {
    assert_eq!(unpacked(&zip(&[(".DS_Store", b"x")]), Limits::default()), Err(ReadError::Archive));
    let whole = zip(&[("a.txt", b"1")]);
    assert_eq!(unpacked(&whole[..whole.len() - 9], Limits::default()), Err(ReadError::Damaged));
    let mut crowd = whole.clone();
    crowd.extend(b"PK\x01\x02".repeat(5_001));
    assert!(matches!(unpacked(&crowd, Limits::default()), Err(ReadError::TooMuch(_))));
    let mut stop = |_| false;
    let stopped = unpack(&whole, &mut Session::new(Limits::default(), &mut stop), &mut |_, _| {});
    assert_eq!(stopped, Err(ReadError::Stopped));
}
