//! Where a figure stands, in words for people: `二（一）1 第2句`.

use crate::fact::Facts;

/// The places of all facts.
pub(super) struct Places {
    /// For each paragraph, the marks that lead to it.
    paths: Vec<String>,
    /// For each fact, its paragraph and its sentence in it, from 1.
    facts: Vec<(usize, usize)>,
}

impl Places {
    /// Reads the marks of all paragraphs.
    pub(super) fn new(facts: &Facts) -> Self {
        let mut stack: Vec<(u8, String)> = Vec::new();
        let mut paths = Vec::new();
        for p in facts.text.paragraphs() {
            if let Some(mark) = p.marker.filter(|m| m.ordinal > 0) {
                stack.retain(|(level, _)| *level < mark.level);
                let words = facts.text.words(p.range.start..p.range.start + mark.length);
                stack.push((mark.level, words.trim_end_matches(['、', '.']).to_owned()));
            }
            paths.push(stack.iter().map(|(_, words)| words.as_str()).collect::<String>());
        }
        let place = |f: &crate::fact::Fact| {
            (
                f.place.paragraph,
                f.place.sentence + 1 - facts.clauses.first_sentence(f.place.paragraph).min(f.place.sentence),
            )
        };
        Self { paths, facts: facts.list.iter().map(place).collect() }
    }

    /// The place of a fact.
    pub(super) fn of(&self, fact: usize) -> String {
        let Some((paragraph, sentence)) = self.facts.get(fact) else { return String::new() };
        match self.paths.get(*paragraph).filter(|p| !p.is_empty()) {
            Some(path) => format!("{path} 第{sentence}句"),
            None => format!("第{}段 第{sentence}句", paragraph + 1),
        }
    }
}
