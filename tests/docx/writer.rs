//! Word documents in the making.

use std::io::{Cursor, Write};

use gouji::document::Document;
use gouji::reader::{Limits, ReadError, Session};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A document in the making: its parts, those that only name others included.
pub struct Docx {
    pub parts: Vec<(String, Vec<u8>)>,
    pub related: String,
}

impl Docx {
    pub fn new(body: &str) -> Self {
        Self::of(&format!("{HEAD}<w:document {NAMES}><w:body>{body}</w:body></w:document>"))
    }

    /// A document whose main part is given whole.
    pub fn of(main: &str) -> Self {
        let parts = vec![("word/document.xml".to_owned(), main.as_bytes().to_vec())];
        Self { parts, related: String::new() }
    }

    /// With a part of a kind: `styles`, `footnotes`. Its outermost element bears the kind's name.
    pub fn with(self, kind: &str, inner: &str) -> Self {
        let element = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            kind => kind,
        };
        self.with_part(kind, &format!("{HEAD}<w:{element} {NAMES}>{inner}</w:{element}>"))
    }

    pub fn with_part(mut self, kind: &str, text: &str) -> Self {
        let id = self.parts.len();
        self.related += &format!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{kind}{id}.xml"/>"#
        );
        self.parts.push((format!("word/{kind}{id}.xml"), text.as_bytes().to_vec()));
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, body: &[u8]| {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(body).unwrap();
        };
        put("[Content_Types].xml", TYPES.as_bytes());
        put("_rels/.rels", TOP.as_bytes());
        let related = format!("<Relationships>{}</Relationships>", self.related);
        put("word/_rels/document.xml.rels", related.as_bytes());
        self.parts.iter().for_each(|(name, body)| put(name, body));
        out.finish().unwrap().into_inner()
    }

    pub fn read(&self) -> Result<Document, ReadError> {
        open(&self.bytes())
    }

    pub fn text(&self) -> String {
        self.read().unwrap().text
    }

    /// The words of what the reader has to say, by code.
    pub fn remarks(&self) -> Vec<(&'static str, String)> {
        self.read().unwrap().remarks.into_iter().map(|remark| (remark.code, remark.message)).collect()
    }
}

pub const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
pub const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;
pub const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
pub const TOP: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

pub fn open(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut go_on = |_| true;
    gouji::read("总结.docx", bytes, &mut Session::new(Limits::default(), &mut go_on))
}

/// A run of words.
pub fn r(words: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{words}</w:t></w:r>"#)
}

/// A paragraph of one run.
pub fn p(words: &str) -> String {
    format!("<w:p>{}</w:p>", r(words))
}

/// A paragraph with properties.
pub fn styled(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(words))
}
