//! Fields: what is shown is their result, not their code.

use super::numeral::circled;
use crate::gather::Gather;

/// Fields that only say on which page something is.
const PAGES: [&str; 6] = ["PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "SECTION", "REVNUM"];

/// A field that is open.
#[derive(Debug, Default)]
struct Field {
    code: String,
    /// Whether its result has begun.
    result: bool,
}

/// The fields that are open in a paragraph, outermost first (域). Word lets a field run over several paragraphs, but its
/// result is shown like any other words, so nothing needs to be known of it in the next paragraph; and a field that never
/// ends hides no more than the rest of its paragraph.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Whether a field of page numbers was passed over.
    pub(super) page: bool,
}

impl Fields {
    /// Whether words that stand here are shown.
    pub(super) fn shows(&self) -> bool {
        self.open.iter().all(|field| field.result && !is_page(&field.code))
    }

    /// A mark of a field: begin, separate or end. A field whose code alone draws something gives its words at the end.
    pub(super) fn mark(&mut self, kind: &str) -> Option<String> {
        match kind {
            "begin" => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.result = true;
                    self.page |= is_page(&field.code);
                }
            }
            "end" => {
                let field = self.open.pop()?;
                self.page |= is_page(&field.code);
                return drawn(&field.code).filter(|_| self.shows());
            }
            _ => {}
        }
        None
    }

    /// A piece of code.
    pub(super) fn code(&mut self, code: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.result) {
            field.code.push_str(code);
        }
    }

    /// A field with its code in one piece begins.
    pub(super) fn begin(&mut self, code: &str) {
        self.open.push(Field { code: code.to_owned(), result: true });
    }
}

fn is_page(code: &str) -> bool {
    let name = code.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
    PAGES.contains(&name.as_str())
}

/// `EQ \o\ac(○,3)` is how Word writes ③: the last word in the brackets is drawn over the others. `EQ \f(1,2)` is ½.
fn drawn(code: &str) -> Option<String> {
    let (name, rest) = code.trim().split_once([' ', '\\'])?;
    if !name.eq_ignore_ascii_case("eq") {
        return None;
    }
    let (switches, words) = rest.split_once('(')?;
    let words: Vec<&str> = words.trim_end().trim_end_matches(')').split([',', '，', ';']).map(str::trim).gather();
    let switches = switches.to_ascii_lowercase();
    if switches.trim_start_matches([' ', '\\']).starts_with('f') {
        return Some(words.join("/"));
    }
    let last = words.last().filter(|_| switches.trim_start_matches([' ', '\\']).starts_with('o'))?;
    last.parse().ok().and_then(circled).or_else(|| Some((*last).to_owned()))
}
