//! Styles: what a paragraph or run takes over from the one it is written in.

use crate::gather::{Gather, SortedMap};

use super::property::{self, InList, value};
use crate::reader::xml::{Element, Node, Xml};
use crate::reader::{ReadError, Session};

/// Styles that stand on each other, at most; longer chains and rings end there.
const LONGEST_CHAIN: usize = 24;

/// A style (样式) with all that it takes over.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// The outline level, from 0.
    pub(super) outline: Option<u32>,
    pub(super) in_list: InList,
    pub(super) hidden: bool,
    /// Whether it is made for the lines of a table of contents.
    pub(super) contents: bool,
    /// Whether it is made for titles.
    title: bool,
}

impl Style {
    /// Whether it makes headings.
    pub(super) const fn is_heading(&self) -> bool {
        self.title || matches!(self.outline, Some(0..=8))
    }
}

/// A style as it is written down.
#[derive(Clone, Debug, Default)]
struct Written {
    name: String,
    base: Option<String>,
    outline: Option<u32>,
    in_list: InList,
    hidden: Option<bool>,
}

/// All styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: SortedMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: String,
}

impl Styles {
    /// Reads the part that holds the styles.
    pub(super) fn read(text: &str, session: &Session) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text, session);
        let mut written = SortedMap::new();
        let mut usual = String::new();
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "styles" => {}
                "style" => {
                    let id = element.attribute("styleId").unwrap_or_default().into_owned();
                    let default = matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
                    if default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
                        usual.clone_from(&id);
                    }
                    written.insert(id, read(&mut xml)?);
                }
                _ => xml.skip()?,
            }
        }
        let styles = written.keys().map(|id| (id.clone(), gather(&written, id))).gather_map();
        Ok(Self { styles, usual })
    }

    /// The style of a paragraph.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        self.styles.get(id.unwrap_or(&self.usual))
    }

    /// The style of a run.
    pub(super) fn run(&self, id: Option<&str>) -> Option<&Style> {
        self.styles.get(id?)
    }
}

fn read(xml: &mut Xml) -> Result<Written, ReadError> {
    let mut out = Written::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "name" => out.name = name(&element),
            "basedOn" => out.base = value(&element),
            "pPr" => {
                let properties = property::paragraph(xml)?;
                (out.outline, out.in_list) = (properties.outline, properties.in_list);
                continue;
            }
            "rPr" => {
                out.hidden = property::run(xml)?.hidden;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

fn name(element: &Element) -> String {
    value(element).unwrap_or_default().to_lowercase()
}

/// A style with what it takes over from those it is based on.
fn gather(written: &SortedMap<String, Written>, id: &str) -> Style {
    let mut out = Style::default();
    let mut hidden = None;
    let mut next = Some(id);
    for step in 0..LONGEST_CHAIN {
        let Some(style) = next.and_then(|id| written.get(id)) else {
            break;
        };
        out.outline = out.outline.or(style.outline).or_else(|| heading_level(&style.name));
        out.in_list.list = out.in_list.list.or_else(|| style.in_list.list.clone());
        out.in_list.level = out.in_list.level.or(style.in_list.level);
        hidden = hidden.or(style.hidden);
        if step == 0 {
            out.contents = is_contents(&style.name);
            out.title = matches!(style.name.as_str(), "title" | "subtitle" | "标题" | "副标题");
        }
        next = style.base.as_deref().filter(|base| *base != id);
    }
    out.hidden = hidden.unwrap_or(false);
    out
}

/// Headings are known by their names where a writer leaves out the levels.
fn heading_level(name: &str) -> Option<u32> {
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?.trim();
    level.parse::<u32>().ok()?.checked_sub(1).filter(|level| *level < 9)
}

fn is_contents(name: &str) -> bool {
    let level = name.strip_prefix("toc").or_else(|| name.strip_prefix("目录"));
    level.is_some_and(|level| level.trim().parse::<u32>().is_ok()) || name == "table of figures"
}
