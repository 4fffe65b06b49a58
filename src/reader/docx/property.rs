//! Properties of paragraphs and runs: the few that decide what is read.

use crate::reader::ReadError;
use crate::reader::xml::{Element, Node, Xml};

/// The place of a paragraph in a list, as far as it is said here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct InList {
    /// The list; "0" takes the paragraph out of any.
    pub(super) list: Option<String>,
    /// The level, from 0.
    pub(super) level: Option<usize>,
}

/// Properties of a paragraph (段落属性).
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) in_list: InList,
    /// The outline level, from 0; 9 is body text.
    pub(super) outline: Option<u32>,
    /// The mark at its end is deleted or hidden: the next paragraph goes on in it.
    pub(super) runs_on: bool,
    /// The mark at its end was inserted, deleted or moved while revisions were tracked.
    pub(super) revised: bool,
    pub(super) section: Option<Section>,
}

/// Properties of a run (字符属性).
#[derive(Clone, Debug, Default)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    /// Whether it is hidden, where it says so itself.
    pub(super) hidden: Option<bool>,
    pub(super) raised: Raised,
}

/// Whether characters stand above or below the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Raised {
    #[default]
    No,
    Super,
    Sub,
}

/// What a section says of its headers and footers: their relationships.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) stories: Vec<String>,
}

/// Whether a property is on: it is, unless its value says otherwise.
pub(super) fn on(element: &Element) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// The value of a property.
pub(super) fn value(element: &Element) -> Option<String> {
    element.attribute("val").map(std::borrow::Cow::into_owned)
}

/// The value of a property that is a number; what is no number is as if it were not there.
pub(super) fn number(element: &Element) -> Option<u32> {
    element.attribute("val")?.trim().parse().ok()
}

/// Reads `w:pPr`. What it was before a tracked change is passed over.
pub(super) fn paragraph(xml: &mut Xml) -> Result<ParagraphProperties, ReadError> {
    let mut out = ParagraphProperties::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "pStyle" => out.style = value(&element),
            "outlineLvl" => out.outline = number(&element),
            "numPr" => {
                out.in_list = in_list(xml)?;
                continue;
            }
            "rPr" => {
                mark(xml, &mut out)?;
                continue;
            }
            "sectPr" => {
                out.section = Some(section(xml)?);
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

fn mark(xml: &mut Xml, out: &mut ParagraphProperties) -> Result<(), ReadError> {
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "del" | "moveFrom" => (out.runs_on, out.revised) = (true, true),
            "ins" | "moveTo" => out.revised = true,
            "vanish" | "specVanish" if on(&element) => out.runs_on = true,
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}

/// Reads `w:numPr`.
pub(super) fn in_list(xml: &mut Xml) -> Result<InList, ReadError> {
    let mut out = InList::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "numId" => out.list = value(&element),
            "ilvl" => out.level = number(&element).map(|level| level.min(8) as usize),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

/// Reads `w:rPr`.
pub(super) fn run(xml: &mut Xml) -> Result<RunProperties, ReadError> {
    let mut out = RunProperties::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "rStyle" => out.style = value(&element),
            "vanish" => out.hidden = Some(on(&element)),
            "vertAlign" => {
                out.raised = match element.attribute("val").as_deref() {
                    Some("superscript") => Raised::Super,
                    Some("subscript") => Raised::Sub,
                    _ => Raised::No,
                }
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

/// Reads `w:sectPr`. A first page of its own is only printed where `w:titlePg` says so.
pub(super) fn section(xml: &mut Xml) -> Result<Section, ReadError> {
    let (mut stories, mut first, mut title_page) = (Vec::new(), Vec::new(), false);
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "headerReference" | "footerReference" => {
                let id = element.attribute("id").unwrap_or_default().into_owned();
                let only_first = element.attribute("type").as_deref() == Some("first");
                if only_first { first.push(id) } else { stories.push(id) }
            }
            "titlePg" => title_page = on(&element),
            _ => {}
        }
        xml.skip()?;
    }
    if title_page {
        stories.append(&mut first);
    }
    Ok(Section { stories })
}
