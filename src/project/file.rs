//! The project file as bytes: recognised, written, read.

use super::{FORMAT, File, Project, ProjectError};

/// How far into a file the word that tells it is looked for.
const HEAD: usize = 4096;

/// Whether bytes begin like a project file, whole or broken, whatever its name.
#[must_use]
pub fn is_project(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    first == Some(&b'{') && head.windows(FORMAT.len()).any(|word| word == FORMAT.as_bytes())
}

/// What ends a project file.
pub const END: &str = "]}";

/// A project as it begins: everything but its files, which follow one by one with commas between, and [`END`].
///
/// # Errors
/// Never with a project; the signature is the encoder's.
pub fn write_head(project: &Project) -> Result<String, String> {
    let bare = Project { files: Vec::new(), ..project.clone() };
    let mut head = serde_json::to_string(&bare).map_err(|error| error.to_string())?;
    head.truncate(head.len().saturating_sub(END.len()));
    Ok(head)
}

/// A file of a project as it is written.
///
/// # Errors
/// Never with a file; the signature is the encoder's.
pub fn write_file(file: &File) -> Result<String, String> {
    serde_json::to_string(file).map_err(|error| error.to_string())
}

impl Project {
    /// Reads a project file.
    ///
    /// # Errors
    /// Where it is none that can be opened.
    pub fn read(text: &str) -> Result<Self, ProjectError> {
        let broken = |error: serde_json::Error| ProjectError::Broken(error.line(), error.column());
        let plain = text.trim_start_matches('\u{feff}');
        // What a later version says of itself is read first: the rest of it need not have this shape.
        let value: serde_json::Value = serde_json::from_str(plain).map_err(broken)?;
        let word = |key: &str| value.get(key).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        Self { format: word("format"), version: word("version"), ..Self::default() }.opened()?;
        serde_json::from_str::<Self>(plain).map_err(broken)?.opened()
    }
}
