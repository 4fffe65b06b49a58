//! Words that announce how something is divided.

use super::Facts;

/// How many characters of a sentence are its head.
const HEAD: usize = 24;

impl Facts {
    /// Whether a sentence begins with the words of a division: 从…看, 分项看, 按…分. What follows is all of what is divided.
    #[must_use]
    pub fn is_division(&self, sentence: usize) -> bool {
        let head = self.head_of(sentence);
        let clause = head.split(['，', '：']).next().unwrap_or("");
        clause.starts_with(['从', '分', '按']) && ["看", "分", "归集", "归类"].iter().any(|word| clause.ends_with(word))
    }

    /// How a sentence begins.
    #[must_use]
    pub fn head_of(&self, sentence: usize) -> &str {
        let range = self.clauses.sentences().get(sentence);
        range.map_or("", |r| self.text.words(r.start..r.end.min(r.start + HEAD)))
    }
}
