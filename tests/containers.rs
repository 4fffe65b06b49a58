//! A file's format is seen from its content, and what cannot be read says what to do instead.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

use std::io::{Cursor, Write};

use gouji::reader::{Limits, ReadError, Session, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn open(name: &str, bytes: &[u8]) -> Result<(), ReadError> {
    let mut go_on = |_| true;
    read(name, bytes, &mut Session::new(Limits::default(), &mut go_on)).map(|_| ())
}

/// The word of the error that a file gives, whatever its name.
fn refused(bytes: &[u8]) -> &'static str {
    open("总结.txt", bytes).expect_err("it cannot be read").code()
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(body.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn content_types(main: &str) -> Vec<u8> {
    let types = format!(
        r#"<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>
        <Override PartName="/main.xml" ContentType="application/vnd.{main}+xml"/></Types>"#
    );
    zip(&[("[Content_Types].xml", &types)])
}

/// A compound file whose first directory entry is the root and whose others stand at the top, but for those after `|`.
fn compound(streams: &[&str]) -> Vec<u8> {
    let mut out = vec![0; 512];
    let put = |out: &mut Vec<u8>, at: usize, n: u32| out[at..at + 4].copy_from_slice(&n.to_le_bytes());
    out[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    out[30] = 9;
    put(&mut out, 48, 1);
    put(&mut out, 68, u32::MAX - 1);
    (0..109).for_each(|i| put(&mut out, 76 + 4 * i, if i == 0 { 0 } else { u32::MAX }));
    // Sector 0 is the allocation table: the directory runs through all sectors behind it.
    let sectors = (streams.len() + 1).div_ceil(4) as u32;
    let chain = |i: u32| if i == 0 || i >= sectors { u32::MAX - 1 } else { i + 1 };
    (0..128).for_each(|i| out.extend(chain(i).to_le_bytes()));
    let below = streams.iter().position(|s| *s == "|").unwrap_or(streams.len());
    for place in 0..sectors as usize * 4 {
        let mut entry = vec![0; 128];
        let name = if place == 0 { "Root Entry" } else { streams.get(place - 1).unwrap_or(&"") };
        name.encode_utf16()
            .enumerate()
            .for_each(|(i, unit)| entry[2 * i..2 * i + 2].copy_from_slice(&unit.to_le_bytes()));
        entry[64] = if name.is_empty() { 0 } else { 2 * name.encode_utf16().count() as u8 + 2 };
        for at in [68, 72, 76] {
            put(&mut entry, at, u32::MAX);
        }
        if place == 0 {
            put(&mut entry, 76, 1);
        } else if place < below {
            put(&mut entry, 72, place as u32 + 1);
        }
        out.extend(entry);
    }
    out
}

#[test]
fn office_documents_are_known_by_their_content_types() {
    for (main, code) in [
        ("openxmlformats-officedocument.presentationml.presentation.main", "slides"),
        ("ms-powerpoint.presentation.macroEnabled.main", "slides"),
        ("ms-excel.sheet.binary.macroEnabled.main", "binarySheet"),
    ] {
        assert_eq!(refused(&content_types(main)), code, "{main}");
    }
    // An embedded workbook makes no workbook.
    assert_eq!(refused(&content_types("ms-visio.drawing")), "archive");
}

#[test]
fn other_zip_containers_are_known_by_their_parts() {
    let kind = |kind: &str| zip(&[("mimetype", kind), ("content.xml", "<a/>")]);
    assert_eq!(refused(&kind("application/vnd.oasis.opendocument.text")), "openText");
    assert_eq!(refused(&kind("application/vnd.oasis.opendocument.text-template")), "openText");
    assert_eq!(refused(&kind("application/vnd.oasis.opendocument.presentation")), "slides");
    assert_eq!(refused(&kind("application/epub+zip")), "archive");
    assert_eq!(refused(&zip(&[("OFD.xml", "<ofd:OFD/>"), ("Doc_0/Document.xml", "<a/>")])), "ofd");
    assert_eq!(refused(&zip(&[("PPT\\presentation.xml", "<a/>")])), "slides");
    assert_eq!(refused(&zip(&[("../../etc/passwd", "root"), ("预算.txt", "10")])), "archive");
    assert_eq!(refused(&zip(&[("Index/Document.iwa", "")])), "unknown");
    assert_eq!(refused(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "archive");
}

#[test]
fn compound_files_are_known_by_their_streams() {
    assert_eq!(refused(&compound(&["1Table", "WordDocument"])), "oldWord");
    assert_eq!(open("总结.wps", &compound(&["WordDocument"])).unwrap_err().code(), "wps");
    assert_eq!(refused(&compound(&["Data", "1Table", "A", "B", "C", "PowerPoint Document"])), "slides");
    assert_eq!(refused(&compound(&["EncryptionInfo", "EncryptedPackage"])), "encrypted");
    assert_eq!(refused(&compound(&["Contents"])), "unknown");
    // A workbook inside a Word document stands below the top.
    assert_eq!(refused(&compound(&["WordDocument", "|", "Workbook"])), "oldWord");
    assert_eq!(refused(&compound(&["A", "WordDocument"])[..512]), "damaged");
}

#[test]
fn pictures_archives_and_others_are_known_by_their_first_bytes() {
    let long = |head: &[u8]| [head, &[7; 600]].concat();
    for head in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\0", b"RIFF\x01\x02\x03\x04WEBP"] {
        assert_eq!(refused(&long(head)), "image", "{head:?}");
    }
    assert_eq!(refused(&long(b"BM\x01\x02\x03\x04\0\0\0\0\x36\0\0\0\x28\0\0\0")), "image");
    for head in [&b"\x1f\x8b\x08\0"[..], b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x01\0"] {
        assert_eq!(refused(&long(head)), "archive", "{head:?}");
    }
    assert_eq!(refused(b"{\\rtf1\\ansi 10}"), "richText");
    assert_eq!(
        refused(br#"<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>"#),
        "officeXml"
    );
    assert_eq!(refused(b""), "empty");
}

#[test]
fn a_text_that_speaks_of_formats_is_a_text() {
    for text in ["文件头为%PDF-1.7，共10个。", "BM单位为万元", "BZ项目支出10万元", "PK赛支出10万元"]
    {
        assert_eq!(open("说明.pdf", text.as_bytes()), Ok(()), "{text}");
    }
}

#[test]
fn truncated_archives_are_damaged() {
    let whole = zip(&[("word/document.xml", &"<a>正文</a>".repeat(200))]);
    for length in [5, 30, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&whole[..length]), "damaged", "{length}");
    }
}

#[test]
fn an_archive_of_very_many_parts_is_refused() {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend(b"PK\x01\x02".repeat(20_000));
    assert_eq!(refused(&bytes), "tooMuch");
}
