//! Automatic numbers: what the lists of a document are, and which number the next paragraph in one has.

use super::numeral::numeral;
use super::property::{InList, number, on, value};
use super::style::Styles;
use crate::gather::{SortedMap, SortedSet};
use crate::reader::xml::{Element, Node, Xml};
use crate::reader::{ReadError, Session};

/// Levels of a list.
const LEVELS: usize = 9;

/// Lists that point to each other through styles, at most.
const LONGEST_CHAIN: usize = 8;

/// A level of a list (编号级别).
#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    /// The text around the numbers: `%1.%2`.
    text: String,
    /// All numbers in digits.
    legal: bool,
    /// The level, from 1, below which this one starts anew; 0 never.
    restart: Option<u32>,
    /// The style whose paragraphs are at this level.
    style: Option<String>,
}

/// How lists look (`w:abstractNum`). Lists that share it count on together.
#[derive(Clone, Debug, Default)]
struct Shape {
    levels: SortedMap<usize, Level>,
    /// The style that holds the shape instead.
    link: Option<String>,
}

/// A list (`w:num`).
#[derive(Clone, Debug, Default)]
struct List {
    shape: String,
    own: SortedMap<usize, Level>,
    starts: SortedMap<usize, u32>,
}

/// All lists of a document, and how far each is.
#[derive(Debug, Default)]
pub(super) struct Lists {
    shapes: SortedMap<String, Shape>,
    lists: SortedMap<String, List>,
    /// The last number of each level, by shape.
    counts: SortedMap<String, [Option<u32>; LEVELS]>,
    /// Lists whose own start at a level was taken.
    started: SortedSet<(String, usize)>,
}

impl Lists {
    /// Reads the part that holds the lists.
    pub(super) fn read(text: &str, session: &Session) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text, session);
        let mut out = Self::default();
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            let id = |name: &str| element.attribute(name).unwrap_or_default().into_owned();
            match element.name() {
                "numbering" => {}
                "abstractNum" => {
                    out.shapes.insert(id("abstractNumId"), shape(&mut xml)?);
                }
                "num" => {
                    out.lists.insert(id("numId"), list(&mut xml)?);
                }
                _ => xml.skip()?,
            }
        }
        Ok(out)
    }

    /// The number of the next paragraph at this place, as it is printed; nothing where it has none.
    pub(super) fn next(&mut self, style: Option<&str>, in_list: &InList, styles: &Styles) -> Option<String> {
        let of_style = styles.paragraph(style).map(|s| s.in_list.clone()).unwrap_or_default();
        let id = in_list.list.clone().or(of_style.list)?;
        let Self { shapes, lists, counts, started } = self;
        let list = lists.get(&id)?;
        let shape_id = shape_of(list, shapes, lists, styles)?;
        let shape = shapes.get(shape_id)?;
        let by_style = || shape.levels.iter().find(|(_, l)| l.style.is_some() && l.style.as_deref() == style);
        let level = match (in_list.level, in_list.list.is_some()) {
            (Some(level), _) => level,
            (None, true) => 0,
            (None, false) => by_style().map(|(at, _)| *at).or(of_style.level).unwrap_or(0),
        };
        let level_of = |at: usize| list.own.get(&at).or_else(|| shape.levels.get(&at));
        let start_of = |at: usize| level_of(at).and_then(|l| l.start).unwrap_or(1);
        let here = level_of(level)?;
        let counts = counts.entry(shape_id.to_owned()).or_default();
        let anew = list.starts.get(&level).filter(|_| started.insert((id.clone(), level)));
        count(counts, level, anew.copied(), start_of(level));
        for (at, below) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = level_of(at).and_then(|l| l.restart);
            if restart.is_none_or(|r| (level as u32) < r) {
                *below = None;
            }
        }
        let format_of = |at: usize| level_of(at).map_or("decimal", |l| l.format.as_str());
        let written = |at: usize| {
            let format = if here.legal { "decimal" } else { format_of(at) };
            numeral(format, counts.get(at).copied().flatten().unwrap_or_else(|| start_of(at)))
        };
        Some(fill(here, written)).filter(|label| !label.is_empty())
    }
}

/// The shape of a list, which a style may hold for it.
fn shape_of<'a>(
    list: &'a List,
    shapes: &'a SortedMap<String, Shape>,
    lists: &'a SortedMap<String, List>,
    styles: &Styles,
) -> Option<&'a str> {
    let mut id = list.shape.as_str();
    for _ in 0..LONGEST_CHAIN {
        let link = shapes.get(id)?.link.as_deref();
        let other = link.and_then(|link| styles.run(Some(link))?.in_list.list.as_ref());
        let Some(other) = other.and_then(|list| lists.get(list)) else {
            break;
        };
        id = &other.shape;
    }
    Some(id)
}

fn count(counts: &mut [Option<u32>; LEVELS], level: usize, anew: Option<u32>, start: u32) {
    if let Some(count) = counts.get_mut(level) {
        *count = match (anew, *count) {
            (Some(first), _) => Some(first),
            (None, Some(last)) => Some(last.saturating_add(1)),
            (None, None) => Some(start),
        };
    }
}

/// The text of a level with its numbers in their places. Bullets are signs, no numbers, and left out.
fn fill(level: &Level, written: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut characters = level.text.chars().peekable();
    while let Some(c) = characters.next() {
        let place = characters.peek().and_then(|d| d.to_digit(10)).filter(|d| c == '%' && *d > 0);
        match place {
            Some(place) => {
                out.push_str(&written(place as usize - 1));
                characters.next();
            }
            None => out.push(c),
        }
    }
    // Signs of symbol fonts hide behind letters: Wingdings has ● for l.
    let said =
        |c: char| if level.format == "bullet" { c > '\u{2e80}' && c.is_alphabetic() } else { c.is_alphanumeric() };
    if out.chars().any(said) { out.trim().to_owned() } else { String::new() }
}

fn shape(xml: &mut Xml) -> Result<Shape, ReadError> {
    let mut out = Shape::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "lvl" => {
                let at = at(&element);
                out.levels.insert(at, level(xml)?);
                continue;
            }
            "numStyleLink" => out.link = value(&element),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

fn at(element: &Element) -> usize {
    let level: usize = element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    level.min(LEVELS - 1)
}

fn level(xml: &mut Xml) -> Result<Level, ReadError> {
    let mut out = Level { format: "decimal".to_owned(), ..Level::default() };
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "start" => out.start = number(&element),
            "numFmt" => out.format = value(&element).unwrap_or_default(),
            "lvlText" => out.text = value(&element).unwrap_or_default(),
            "isLgl" => out.legal = on(&element),
            "lvlRestart" => out.restart = number(&element),
            "pStyle" => out.style = value(&element),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

fn list(xml: &mut Xml) -> Result<List, ReadError> {
    let mut out = List::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "abstractNumId" => out.shape = value(&element).unwrap_or_default(),
            "lvlOverride" => {
                let at = at(&element);
                changed(xml, at, &mut out)?;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

/// Reads what a list has otherwise than its shape, at one level.
fn changed(xml: &mut Xml, at: usize, out: &mut List) -> Result<(), ReadError> {
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "lvl" => {
                out.own.insert(at, level(xml)?);
                continue;
            }
            "startOverride" => out.starts.extend(number(&element).map(|first| (at, first))),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}
