//! The project file as bytes: recognised, written, read.

use super::{FORMAT, File, Project, ProjectError};
use serde::Deserialize;

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

/// What stands between the head of a project and its files, and between two files. Quotes within words are written with a stroke
/// before them, so that neither stands anywhere else.
const FILES: &[u8] = b"\"files\":[";
const NEXT: &[u8] = b"},{\"name\":";

/// A project file as it was written, read a part at a time; of others, and of broken ones, [`Project::read`] says what they are.
#[derive(Debug, Default)]
pub struct Reader {
    rest: Vec<u8>,
    /// How far the rest was looked through: nothing ends before that.
    looked: usize,
    head: Option<Project>,
}

impl Reader {
    /// Takes the next bytes and gives the files that end in them; none where it is not as it was written.
    pub fn feed(&mut self, bytes: &[u8]) -> Option<Vec<File>> {
        self.rest.extend_from_slice(bytes);
        if self.head.is_none() {
            let Some(at) = self.find(FILES) else { return Some(Vec::new()) };
            let head = self.take(at + FILES.len());
            self.head = Some(Project::read(&[std::str::from_utf8(&head).ok()?, END].concat()).ok()?);
        }
        let mut files = Vec::new();
        while let Some(at) = self.find(NEXT) {
            files.push(file(&self.take(at + 1))?);
            self.take(1);
        }
        Some(files)
    }

    /// Where words begin in the rest.
    fn find(&mut self, words: &[u8]) -> Option<usize> {
        let found = self.rest.get(self.looked..)?.windows(words.len()).position(|window| window == words);
        let looked = self.rest.len().saturating_sub(words.len() - 1);
        let at = found.map(|at| self.looked + at);
        self.looked = self.looked.max(looked);
        at
    }

    /// Takes the first bytes out of the rest.
    fn take(&mut self, count: usize) -> Vec<u8> {
        self.looked = 0;
        self.rest.drain(..count).collect()
    }

    /// The project without its files, and the last of them; none where it is not as it was written.
    #[must_use]
    pub fn end(self) -> Option<(Project, Option<File>)> {
        let last = match self.rest.strip_suffix(END.as_bytes())? {
            [] => None,
            last => Some(file(last)?),
        };
        Some((self.head?, last))
    }
}

/// Read as words like the rest: a second reader, of bytes, would weigh more than the look at their encoding.
fn file(bytes: &[u8]) -> Option<File> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

/// What every project file says of itself, whatever its version.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    format: String,
    version: String,
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
        let Head { format, version } = match serde_json::from_str(plain) {
            // Where it is JSON, it says something else of itself than a project does.
            Err(error) if error.is_data() => Head::default(),
            head => head.map_err(broken)?,
        };
        Self { format, version, ..Self::default() }.opened()?;
        serde_json::from_str::<Self>(plain).map_err(broken)?.opened()
    }
}
