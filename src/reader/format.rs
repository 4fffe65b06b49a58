//! Which format a file has, seen from its content.

use super::package::Package;
use super::{ReadError, ole, xml};

/// What kind of container the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// Characters in some encoding: text, Markdown, CSV, a web page.
    Text,
    /// Word, Office Open XML.
    Docx,
    /// Excel, Office Open XML.
    Xlsx,
    /// Excel 97–2003, or WPS 表格, which writes the same.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Portable Document Format.
    Pdf,
}

/// First bytes of pictures.
const IMAGES: [&[u8]; 7] =
    [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP  "];

/// First bytes of archives that hold no office document: gzip, 7z, rar, xz, bzip2, Zstandard, cabinet.
const ARCHIVES: [&[u8]; 7] = [
    b"\x1f\x8b\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xfd7zXZ\0",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
    b"MSCF\0\0\0\0",
];

/// The kind of a file. Its name only decides between two names for one format.
///
/// # Errors
/// Where it is one that is recognised but cannot be read.
pub(super) fn detect(name: &str, bytes: &[u8]) -> Result<Container, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if is_zip(bytes) {
        return zipped(bytes);
    }
    if begins(&ole::MAGIC) {
        return compound(name, bytes);
    }
    if is_pdf(bytes) {
        return Ok(Container::Pdf);
    }
    if begins(b"{\\rtf") {
        return Err(ReadError::RichText);
    }
    if IMAGES.iter().any(|magic| begins(magic)) || is_boxed_image(bytes) {
        return Err(ReadError::Image);
    }
    if ARCHIVES.iter().any(|magic| begins(magic)) || begins(b"PK\x05\x06") || is_tar(bytes) {
        return Err(ReadError::Archive);
    }
    if is_word_xml(bytes) {
        return Err(ReadError::OfficeXml);
    }
    Ok(Container::Text)
}

/// Whether bytes begin like a zip container with something in it.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The mark may stand behind other bytes, within the first thousand; then the body must be one too.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    match find(head, b"%PDF-") {
        Some(0) => true,
        Some(_) => find(bytes, b"endobj").is_some(),
        None => false,
    }
}

/// WebP, BMP, HEIC and AVIF, whose marks have sizes in front of or behind them.
fn is_boxed_image(bytes: &[u8]) -> bool {
    let at = |from: usize, word: &[u8]| bytes.get(from..from + word.len()) == Some(word);
    let webp = at(0, b"RIFF") && at(8, b"WEBP");
    let bmp = at(0, b"BM") && at(6, &[0; 4]) && bytes.get(15..18) == Some(&[0; 3]);
    let heic = at(4, b"ftyp") && [b"heic", b"heix", b"mif1", b"msf1", b"avif"].iter().any(|brand| at(8, *brand));
    webp || bmp || heic
}

fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

/// Word or Excel 2003 and flat Office Open XML: one XML file, which is no text to be read as it is.
fn is_word_xml(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let marks: [&[u8]; 3] = [b"<?mso-application", b"<w:wordDocument", b"<pkg:package"];
    find(head, b"<?xml").is_some() && marks.iter().any(|mark| find(head, mark).is_some())
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn zipped(bytes: &[u8]) -> Result<Container, ReadError> {
    let mut package = Package::open(bytes)?;
    if let Some(types) = package.peek("[Content_Types].xml")
        && let Some(found) = office(&xml::decode(types))
    {
        return found;
    }
    if let Some(kind) = package.peek("mimetype")
        && let Some(found) = open_document(&String::from_utf8_lossy(&kind))
    {
        return found;
    }
    let has = |name: &str| package.has(name);
    if has("word/document.xml") {
        Ok(Container::Docx)
    } else if has("xl/workbook.xml") {
        Ok(Container::Xlsx)
    } else if has("ppt/presentation.xml") {
        Err(ReadError::Slides)
    } else if has("OFD.xml") {
        Err(ReadError::Ofd)
    } else if package.names().any(|name| name.ends_with(".iwa")) {
        Err(ReadError::Unknown)
    } else {
        Err(ReadError::Archive)
    }
}

/// What the content types say that the main part is; those of embedded files have no `main`.
fn office(types: &str) -> Option<Result<Container, ReadError>> {
    types.split('"').filter(|kind| kind.contains(".main")).map(str::to_lowercase).find_map(|kind| {
        let has = |word: &str| kind.contains(word);
        if has("excel.sheet.binary") {
            Some(Err(ReadError::BinarySheet))
        } else if has("wordprocessingml.") || has("ms-word.") {
            Some(Ok(Container::Docx))
        } else if has("spreadsheetml.") || has("ms-excel.") {
            Some(Ok(Container::Xlsx))
        } else if has("presentationml.") || has("ms-powerpoint.") {
            Some(Err(ReadError::Slides))
        } else {
            None
        }
    })
}

fn open_document(kind: &str) -> Option<Result<Container, ReadError>> {
    let kind = kind.trim().strip_prefix("application/vnd.oasis.opendocument.")?;
    Some(if kind.starts_with("text") {
        Err(ReadError::OpenText)
    } else if kind.starts_with("spreadsheet") {
        Ok(Container::Ods)
    } else if kind.starts_with("presentation") {
        Err(ReadError::Slides)
    } else {
        Err(ReadError::Unknown)
    })
}

/// Word, Excel, PowerPoint and WPS write the same container; its streams tell them apart.
fn compound(name: &str, bytes: &[u8]) -> Result<Container, ReadError> {
    let streams = ole::streams(bytes);
    let has = |stream: &str| streams.contains(stream);
    if streams.is_empty() {
        Err(ReadError::Damaged)
    } else if has("EncryptedPackage") {
        Err(ReadError::Encrypted)
    } else if has("Workbook") || has("Book") {
        Ok(Container::Xls)
    } else if has("WordDocument") && !name.to_lowercase().ends_with(".wps") {
        Err(ReadError::OldWord)
    } else if has("WordDocument") || has("MatOST") || has("CONTENTS") {
        Err(ReadError::Wps)
    } else if has("PowerPoint Document") {
        Err(ReadError::Slides)
    } else {
        Err(ReadError::Unknown)
    }
}
