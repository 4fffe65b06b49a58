//! A paragraph: its runs put together, with what stands between them.

use super::Reader;
use super::field::Fields;
use super::flow::{Flow, Paragraph};
use super::loss::Loss;
use super::property::{self, ParagraphProperties, Raised, RunProperties};
use super::story::Note;
use super::{math, symbol};
use crate::reader::ReadError;
use crate::reader::xml::{Element, Node, Xml};

/// The longest heading. Longer ones are paragraphs in a style for headings.
const LONGEST_HEADING: usize = 60;

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    properties: ParagraphProperties,
    fields: Fields,
    losses: Vec<Loss>,
    /// Text boxes that hang on it.
    pub(super) boxes: Flow,
}

impl Line {
    fn lose_once(&mut self, loss: Loss) {
        if !self.losses.contains(&loss) {
            self.losses.push(loss);
        }
    }

    pub(super) fn lose(&mut self, loss: Loss) {
        self.losses.push(loss);
    }
}

impl Reader<'_, '_> {
    /// Reads `w:p`.
    pub(super) fn paragraph(&mut self, xml: &mut Xml, flow: &mut Flow) -> Result<(), ReadError> {
        let (done, all) = xml.progress();
        self.step(done, all)?;
        let mut line = Line::default();
        self.inline(xml, &mut line)?;
        let Line { text, properties, fields, mut losses, mut boxes } = line;
        if properties.revised && !losses.contains(&Loss::Revision) {
            losses.push(Loss::Revision);
        }
        let style = self.styles.paragraph(properties.style.as_deref());
        let contents = style.is_some_and(|style| style.contents);
        let heading = match properties.outline {
            Some(level) => level < 9,
            None => style.is_some_and(super::style::Style::is_heading),
        };
        // A page number in a footer: 第 页 is left of it.
        let bare = fields.page && text.chars().all(|c| !c.is_alphanumeric() || matches!(c, '第' | '页' | '共'));
        let text = if contents || bare { String::new() } else { text };
        let label = match properties.runs_on || contents {
            true => None,
            false => self.lists.next(properties.style.as_deref(), &properties.in_list, &self.styles),
        };
        let heading = heading && text.chars().count() <= LONGEST_HEADING && !text.contains(['。', '；']);
        flow.paragraph(label, Paragraph { text, heading, losses }, properties.runs_on);
        boxes.end();
        if !boxes.pieces.is_empty() {
            flow.end();
            flow.pieces.append(&mut boxes.pieces);
        }
        if let Some(section) = properties.section {
            self.section(section);
        }
        Ok(())
    }

    /// Reads what stands in a line. What is wrapped around runs is looked into: links, insertions, tags, content controls.
    fn inline(&mut self, xml: &mut Xml, line: &mut Line) -> Result<(), ReadError> {
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "r" => self.run(xml, line)?,
                "pPr" => line.properties = property::paragraph(xml)?,
                "del" | "moveFrom" => {
                    line.lose(Loss::Revision);
                    xml.skip()?;
                }
                "ins" => {
                    line.lose(Loss::Revision);
                    self.inline(xml, line)?;
                }
                "fldSimple" => {
                    line.fields.begin(&element.attribute("instr").unwrap_or_default());
                    self.inline(xml, line)?;
                    line.close_field();
                }
                "oMath" => {
                    let words = math::text(xml)?;
                    line.put(&words);
                }
                // Ruby is read to someone who does not know the word below it.
                "sdtPr" | "sdtEndPr" | "rt" => xml.skip()?,
                _ => self.inline(xml, line)?,
            }
        }
        Ok(())
    }

    /// Reads `w:r`.
    fn run(&mut self, xml: &mut Xml, line: &mut Line) -> Result<(), ReadError> {
        let mut properties = RunProperties::default();
        let mut hidden = self.is_hidden(line, &properties);
        let mut own_mark = false;
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "rPr" => {
                    properties = property::run(xml)?;
                    hidden = self.is_hidden(line, &properties);
                }
                "fldChar" => {
                    line.mark_field(&element.attribute("fldCharType").unwrap_or_default());
                    xml.skip()?;
                }
                "instrText" => line.fields.code(&xml.text()?),
                "delText" | "delInstrText" => xml.skip()?,
                _ if hidden => {
                    let words = xml.text()?;
                    if !words.trim().is_empty() {
                        line.lose_once(Loss::Hidden);
                    }
                }
                "footnoteReference" | "endnoteReference" => {
                    own_mark =
                        element.attribute("customMarkFollows").is_some_and(|v| !matches!(&*v, "0" | "false" | "off"));
                    if line.fields.shows() {
                        self.notes.push(Note::of(&element, own_mark));
                    }
                    xml.skip()?;
                }
                _ if own_mark => xml.skip()?,
                _ => self.inside_run(xml, &element, properties.raised, line)?,
            }
        }
        Ok(())
    }

    fn inside_run(
        &mut self,
        xml: &mut Xml,
        element: &Element,
        raised: Raised,
        line: &mut Line,
    ) -> Result<(), ReadError> {
        match element.name() {
            "t" => {
                let keep = element.attribute("space").as_deref() == Some("preserve");
                let words = xml.text()?;
                let words = if keep { words.as_str() } else { words.trim() };
                match raised {
                    Raised::No => line.put(words),
                    _ => line.put(&symbol::raised(words, raised)),
                }
                return Ok(());
            }
            "tab" | "ptab" => line.put("\t"),
            "br" | "cr" => line.put("\n"),
            "noBreakHyphen" => line.put("-"),
            "sym" => match symbol::sign(element) {
                Some(sign) => line.put(sign.encode_utf8(&mut [0; 4])),
                None => line.lose(Loss::Sign),
            },
            "commentReference" => line.lose(Loss::Comment),
            "drawing" | "pict" | "object" => return self.drawing(xml, line),
            "ruby" | "rubyBase" => return self.inline(xml, line),
            _ => {}
        }
        xml.skip()
    }

    fn is_hidden(&self, line: &Line, run: &RunProperties) -> bool {
        let paragraph = self.styles.paragraph(line.properties.style.as_deref()).is_some_and(|s| s.hidden);
        let own = self.styles.run(run.style.as_deref()).is_some_and(|s| s.hidden);
        run.hidden.unwrap_or(paragraph != own)
    }
}

impl Line {
    /// Adds words, where they are shown.
    fn put(&mut self, words: &str) {
        if self.fields.shows() {
            self.text.push_str(words);
        }
    }

    fn mark_field(&mut self, kind: &str) {
        if let Some(words) = self.fields.mark(kind) {
            self.put(&words);
        }
    }

    fn close_field(&mut self) {
        self.mark_field("end");
    }
}
