//! A small writer of PDF files: pages of strokes and strings in one font, as much as the tests need.

use std::fmt::Write as _;

/// A page of A4 that is being drawn on. Places are in points from the lower left corner.
#[derive(Clone, Default)]
pub struct Sheet {
    pub content: String,
    /// More entries of its dictionary.
    pub extra: String,
}

impl Sheet {
    /// A string of UTF-16, which `UniGB-UCS2-H` reads.
    pub fn text(mut self, x: f64, y: f64, size: f64, words: &str) -> Self {
        let hex: String = words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        let _ = writeln!(self.content, "BT /F1 {size} Tf {x} {y} Td <{hex}> Tj ET");
        self
    }

    /// A string of bytes as the font takes them.
    pub fn bytes(mut self, x: f64, y: f64, bytes: &[u8]) -> Self {
        let hex: String = bytes.iter().map(|b| format!("{b:02X}")).collect();
        let _ = writeln!(self.content, "BT /F1 12 Tf {x} {y} Td <{hex}> Tj ET");
        self
    }

    /// A paragraph, its first line set in, broken after any character where a measure is full, with lines 20 points apart.
    pub fn prose(mut self, x: f64, y: f64, measure: f64, words: &str) -> Self {
        let (mut line, mut y, mut inset) = (String::new(), y, 24.0);
        for c in words.chars().chain(['\n']) {
            if c == '\n' || inset + width(&line, 12.0) + width(&c.to_string(), 12.0) > measure {
                self = self.text(x + inset, y, 12.0, &line);
                (y, inset) = (y - 20.0, 0.0);
                line.clear();
            }
            line.push(c);
        }
        self
    }

    pub fn rule(mut self, from: (f64, f64), to: (f64, f64)) -> Self {
        let _ = writeln!(self.content, "0.5 w {} {} m {} {} l S", from.0, from.1, to.0, to.1);
        self
    }

    /// Ruled cells with words in them; an empty word leaves its cell empty. Rows are 20 points high.
    pub fn table(mut self, xs: &[f64], top: f64, rows: &[&[&str]]) -> Self {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let bottom = top - 20.0 * rows.len() as f64;
        for i in 0..=rows.len() {
            let y = top - 20.0 * i as f64;
            self = self.rule((left, y), (right, y));
        }
        for x in xs {
            self = self.rule((*x, top), (*x, bottom));
        }
        self.words(xs, top, rows)
    }

    /// The words of a table without its lines: the first column set left, the others set right.
    pub fn words(mut self, xs: &[f64], top: f64, rows: &[&[&str]]) -> Self {
        for (i, row) in rows.iter().enumerate() {
            for (j, word) in row.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
                let x = if j == 0 { xs[j] + 4.0 } else { xs[j + 1] - 4.0 - width(word, 10.0) };
                self = self.text(x, top - 14.0 - 20.0 * i as f64, 10.0, word);
            }
        }
        self
    }
}

/// How wide words are: Latin characters have half the width of Han characters.
pub fn width(words: &str, size: f64) -> f64 {
    words.chars().map(|c| if c.is_ascii() { size / 2.0 } else { size }).sum()
}

/// The font that most tests write in: a map that every viewer has, and no map to Unicode.
pub const UNICODE: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< \
     /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) \
     /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] >>] >>";

/// A file of pages with a font called F1.
pub fn pdf(pages: &[Sheet], font: &str) -> Vec<u8> {
    pdf_with(pages, font, &[], "")
}

/// The same with more objects, numbered from 4 on, and more entries of the trailer.
pub fn pdf_with(pages: &[Sheet], font: &str, more: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let first = 4 + more.len();
    let kids: String = (0..pages.len()).map(|i| format!("{} 0 R ", first + 2 * i)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into_bytes(),
        font.as_bytes().to_vec(),
    ];
    objects.extend_from_slice(more);
    for (i, page) in pages.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R {} \
                 /Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>",
                first + 2 * i + 1,
                page.extra
            )
            .into_bytes(),
        );
        objects.push(stream("", page.content.as_bytes()));
    }
    file(&objects, trailer)
}

/// A stream object with a dictionary of these entries.
pub fn stream(entries: &str, body: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {entries} /Length {} >>\nstream\n", body.len()).into_bytes();
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendstream");
    out
}

/// A file of objects, numbered from 1 on; the first is the root.
pub fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n", i + 1).as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<< /Root 1 0 R /Size {} {trailer} >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    out.extend_from_slice(end.as_bytes());
    out
}
