//! Reads the pages in `src/rule`: fixed headings, sections of cues, blocks.
#![allow(clippy::expect_used, reason = "a page that cannot be read must stop the test")]

use std::path::PathBuf;

/// The words a block may begin with.
pub const WORDS: [&str; 8] = ["exact", "rounded", "coarse", "inconsistent", "suspect", "unchecked", "silent", "note"];

/// A page.
#[derive(Default)]
pub struct Page {
    pub file: String,
    pub name: String,
    pub letter: String,
    pub title_name: String,
    pub headings: Vec<String>,
    pub sections: Vec<Section>,
    pub malformed: Vec<String>,
}

/// A section with its prose and blocks; the code of its cue, where it is about one.
pub struct Section {
    pub line: usize,
    pub code: Option<String>,
    pub prose: String,
    pub blocks: Vec<Block>,
}

/// A block: its text without ⟦ ⟧, and what these wrap, in UTF-16 units.
pub struct Block {
    pub line: usize,
    pub word: String,
    pub shown: String,
    pub text: String,
    pub wrapped: Vec<(u32, u32)>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/rule")
}

/// The names of the files in `src/rule` with an extension, sorted.
pub fn stems(extension: &str) -> Vec<String> {
    let mut out: Vec<String> = std::fs::read_dir(folder())
        .expect("src/rule")
        .filter_map(|entry| {
            let path = entry.expect("entry").path();
            (path.extension()? == extension).then(|| path.file_stem().expect("stem").to_string_lossy().into_owned())
        })
        .collect();
    out.sort();
    out
}

/// All pages.
pub fn pages() -> Vec<Page> {
    stems("md").iter().map(|stem| read(stem)).collect()
}

fn read(stem: &str) -> Page {
    let file = format!("src/rule/{stem}.md");
    let text = std::fs::read_to_string(folder().join(format!("{stem}.md"))).expect("page");
    let mut page = Page { file, name: stem.to_owned(), ..Page::default() };
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let number = number + 1;
        if let Some(title) = line.strip_prefix("# ") {
            let parts: Vec<&str> = title.split(" · ").collect();
            if let [_, name, letter] = parts.as_slice() {
                (page.title_name, page.letter) = ((*name).to_owned(), (*letter).to_owned());
            }
        } else if let Some(heading) = line.strip_prefix("## ") {
            page.headings.push(heading.to_owned());
            page.sections.push(Section { line: number, code: code(heading), prose: String::new(), blocks: Vec::new() });
        } else if let Some(word) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != "```").collect();
            match (word.strip_prefix("text "), page.sections.last_mut()) {
                (Some(word), Some(section)) => section.blocks.push(block(number, word, &body.join("\n"))),
                _ => page.malformed.push(format!("{}:{number}: a block without a word or a section", page.file)),
            }
        } else if let Some(section) = page.sections.last_mut() {
            section.prose.push_str(line);
        }
    }
    page
}

/// `G01 下设n个` → G01.
fn code(heading: &str) -> Option<String> {
    let code = heading.split(' ').next()?;
    let mut chars = code.chars();
    (chars.next()?.is_ascii_uppercase() && code.len() == 3 && chars.all(|c| c.is_ascii_digit()))
        .then(|| code.to_owned())
}

fn block(line: usize, word: &str, shown: &str) -> Block {
    let (mut text, mut wrapped, mut at, mut open) = (String::new(), Vec::new(), 0u32, 0u32);
    for c in shown.chars() {
        match c {
            '⟦' => open = at,
            '⟧' => wrapped.push((open, at)),
            // A tab between the cells of a table; a page shows it.
            '→' => {
                text.push('\t');
                at += 1;
            }
            c => {
                text.push(c);
                at += c.len_utf16() as u32;
            }
        }
    }
    Block { line, word: word.to_owned(), shown: shown.to_owned(), text, wrapped }
}

impl Section {
    /// The rules that may state the relations of this section: the page's own, and those it hands the cue to.
    pub fn rules(&self, own: &str) -> Vec<String> {
        let mut out = vec![own.to_owned()];
        for part in self.prose.split("由 `").skip(1) {
            out.extend(part.split('`').next().map(str::to_owned));
        }
        out
    }
}

impl Page {
    /// What is wrong with the form of the page.
    pub fn faults(&self) -> Vec<String> {
        let mut out = self.malformed.clone();
        let mut say = |line: usize, what: &str| out.push(format!("{}:{line}: {what}", self.file));
        if self.title_name != self.name {
            say(1, "the title does not name the file");
        }
        if self.headings.iter().take(2).map(String::as_str).collect::<Vec<_>>() != ["说明", "依据"] {
            say(1, "the page does not begin with 说明 and 依据");
        }
        // What a rule ought to find and does not yet may follow: the page stays true.
        let open = usize::from(self.headings.last().map(String::as_str) == Some("已知不足"));
        let inner = self.sections.len().saturating_sub(1 + open);
        if self.headings.get(inner).map(String::as_str) != Some("不检查的情形") {
            say(1, "the page does not end with 不检查的情形, or that and 已知不足");
        }
        let cues: Vec<&Section> = self.sections.iter().take(inner).skip(2).collect();
        for section in &cues {
            if section.code.is_none() {
                say(section.line, "a section between 依据 and 不检查的情形 has no code");
            }
            // A cue that is never checked, or shown elsewhere, says so.
            let only_silent = ["不核对", "示例见"].iter().any(|w| section.prose.contains(w));
            if !only_silent && !section.blocks.iter().any(|b| b.word != "silent") {
                say(section.line, "no block fires");
            }
            if !section.blocks.iter().any(|b| b.word == "silent") {
                say(section.line, "no block is silent");
            }
        }
        for pair in cues.windows(2) {
            // Cues of the page's own letter come in order; those lent from other pages follow, in order.
            let key = |s: &Section| s.code.as_ref().map(|c| (!c.starts_with(&self.letter), c.clone()));
            if key(pair[0]) >= key(pair[1]) {
                say(pair[1].line, "the codes are not unique and sorted");
            }
        }
        for block in self.sections.iter().flat_map(|s| &s.blocks) {
            if !WORDS.contains(&block.word.as_str()) {
                say(block.line, "an unknown word");
            }
            if (block.word == "silent") != block.wrapped.is_empty() {
                say(block.line, "⟦ ⟧ stand in every block but the silent ones");
            }
        }
        let only = |section: Option<&Section>, words: &[&str]| {
            section.is_some_and(|s| !s.blocks.is_empty() && s.blocks.iter().all(|b| words.contains(&b.word.as_str())))
        };
        if !only(self.sections.get(inner), &["silent"]) {
            say(1, "不检查的情形 holds silent blocks");
        }
        if open == 1 && !only(self.sections.last(), &["silent", "unchecked"]) {
            say(1, "已知不足 holds silent and unchecked blocks");
        }
        out
    }
}
