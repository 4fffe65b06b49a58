//! One page → its lines and tables in reading order, or why it cannot be relied on.

use super::super::error::Quantity;
use super::super::{ReadError, Session};
use super::content::Interpreter;
use super::fixed::{ONE, sides};
use super::font::Fonts;
use super::geometry::{Matrix, thousandths};
use super::ink::{Glyph, Ink, Turn};
use super::layout::aligned;
use super::layout::flow::{Item, stretches};
use super::layout::line::lines;
use super::layout::ruled;
use super::nesting;
use super::stream::decode;
use super::trust::{Worth, widen_holes, worth};
use crate::gather::Gather;
use hayro_syntax::object::dict::keys::CONTENTS;
use hayro_syntax::object::{Array, Object, Stream};
use hayro_syntax::page::{Page as Source, Rotation};

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Read,
    /// Nothing is on it.
    Blank,
    /// A picture, or shapes, without text.
    Scan,
    /// Characters without a meaning.
    Unmapped,
    /// Characters that make no text.
    Implausible,
}

/// A page that was read.
pub(super) struct Page {
    pub fate: Fate,
    pub width: i64,
    pub height: i64,
    /// What stands on it, in stretches that each have margins of their own.
    pub stretches: Vec<Vec<Item>>,
    /// What is written across it or from top to bottom.
    pub aside: Vec<String>,
    /// Characters that nobody can tell.
    pub holes: usize,
    /// Whether it has pictures that may hold text.
    pub pictures: bool,
    /// Whether a machine made its text out on a picture.
    pub recognised: bool,
    /// Characters that are not shown and were left out.
    pub hidden: usize,
    /// Whether damage cut something off.
    pub cut: bool,
}

/// Of a hundred parts of a page, so many make a picture the page itself.
const PICTURE: i64 = 40;
/// Shapes on a page without text that make it likely that they are letters, at least.
const OUTLINES: usize = 200;
/// A page with a large picture and fewer characters than this is a scan with a stamp or a number on it.
const FEW: usize = 30;

/// Reads a page.
///
/// # Errors
/// Where it has too much on it.
pub(super) fn read<'a>(page: &Source<'a>, fonts: &mut Fonts<'a>, session: &mut Session) -> Result<Page, ReadError> {
    let mut ink = Ink::default();
    let base = base(page, &mut ink);
    let data = content(page, session, &mut ink)?;
    Interpreter { session, fonts, ink: &mut ink }.page(data, page.resources(), base)?;
    drop_unseen(&mut ink);
    let (recognised, hidden) = drop_hidden(&mut ink);
    let (fate, holes) = fate(&ink);
    let mut out = Page {
        fate,
        width: ink.width,
        height: ink.height,
        stretches: Vec::new(),
        aside: Vec::new(),
        holes,
        pictures: !recognised && covered(&ink) >= 8,
        recognised,
        hidden,
        cut: ink.cut,
    };
    if fate == Fate::Read {
        lay_out(ink, &mut out);
    }
    Ok(out)
}

fn lay_out(mut ink: Ink, out: &mut Page) {
    if out.holes > 0 {
        widen_holes(&mut ink.glyphs);
    }
    ink.set_upright();
    (out.width, out.height) = (ink.width, ink.height);
    let mut tables = ruled::take(&mut ink);
    let (upright, aside): (Vec<Glyph>, Vec<Glyph>) =
        ink.glyphs.iter().partition(|g| g.turn == Turn::Upright && !g.vertical);
    let (lines, unruled) = aligned::take(&lines(&upright));
    tables.extend(unruled);
    out.stretches = stretches(lines, tables);
    out.aside = in_order(&aside);
}

/// User space → the page as it is displayed, from its top left corner.
fn base(page: &Source<'_>, ink: &mut Ink) -> Matrix {
    let [left, bottom, right, top] = sides(page.intersected_crop_box());
    let (mut width, mut height) = (right - left, top - bottom);
    let matrix = match page.rotation() {
        Rotation::None => [ONE, 0, 0, -ONE, -left, top],
        Rotation::Horizontal => [0, ONE, ONE, 0, -bottom, -left],
        Rotation::Flipped => [-ONE, 0, 0, ONE, right, -bottom],
        Rotation::FlippedHorizontal => [0, -ONE, -ONE, 0, top, right],
    };
    if matches!(page.rotation(), Rotation::Horizontal | Rotation::FlippedHorizontal) {
        (width, height) = (height, width);
    }
    (ink.width, ink.height) = (thousandths(width), thousandths(height));
    Matrix::new(matrix)
}

/// The content streams of a page as one.
fn content(page: &Source<'_>, session: &mut Session, ink: &mut Ink) -> Result<Vec<u8>, ReadError> {
    let streams: Vec<Stream<'_>> = match page.raw().get::<Object<'_>>(CONTENTS) {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(array)) => parts(&array, ink),
        Some(_) => Vec::new(),
        None => {
            ink.cut |= page.raw().contains_key(CONTENTS);
            Vec::new()
        }
    };
    let mut out = Vec::new();
    for stream in streams {
        let decoded = decode(&stream, session)?;
        ink.cut |= !decoded.whole;
        if out.len() + decoded.bytes.len() > session.limits().inflated / 3 {
            return Err(ReadError::TooMuch(Quantity::Inflated));
        }
        out.extend_from_slice(&decoded.bytes);
        out.push(b'\n');
    }
    // The parser would look for an end of each of them in all that follows.
    if nesting::depth(&out) > session.limits().depth {
        ink.cut = true;
        out.clear();
    }
    Ok(out)
}

fn parts<'a>(array: &Array<'a>, ink: &mut Ink) -> Vec<Stream<'a>> {
    let all = array.raw_iter().count();
    let streams: Vec<Stream<'a>> = array.iter::<Stream<'a>>().gather();
    ink.cut |= streams.len() < all;
    streams
}

/// Takes off what lies outside the page, as printers' marks do.
fn drop_unseen(ink: &mut Ink) {
    let (width, height) = (ink.width, ink.height);
    let seen = |(x, y): (i64, i64)| (0..=width).contains(&x) && (0..=height).contains(&y);
    ink.glyphs.retain(|g| seen(g.area.middle()));
}

/// Text that is not shown lies on a picture of itself, or was taken out of sight: the first is kept, the second is counted.
fn drop_hidden(ink: &mut Ink) -> (bool, usize) {
    let hidden = ink.glyphs.iter().filter(|g| g.hidden && g.c != ' ').count();
    if hidden == 0 {
        return (false, 0);
    }
    if covered(ink) >= PICTURE || ink.shapes >= OUTLINES {
        return (true, 0);
    }
    ink.glyphs.retain(|g| !g.hidden);
    (false, hidden)
}

/// How many hundredths of the page its largest picture covers.
fn covered(ink: &Ink) -> i64 {
    let page = (ink.width / 100).max(1) * (ink.height / 100).max(1);
    let area =
        |a: &super::geometry::Area| (a.width().min(ink.width) / 100) * (a.height().min(ink.height) / 100) * 100 / page;
    ink.images.iter().map(area).max().unwrap_or(0)
}

/// What becomes of a page, and how many of its characters nobody can tell.
fn fate(ink: &Ink) -> (Fate, usize) {
    let characters = ink.glyphs.iter().filter(|g| g.c != ' ').count();
    if characters < FEW && covered(ink) >= PICTURE || characters == 0 && ink.shapes >= OUTLINES {
        return (Fate::Scan, 0);
    }
    if characters == 0 {
        return (if ink.images.is_empty() { Fate::Blank } else { Fate::Scan }, 0);
    }
    match worth(ink) {
        Worth::Sure => (Fate::Read, 0),
        Worth::Holes(count) => (Fate::Read, count),
        Worth::Unmapped => (Fate::Unmapped, 0),
        Worth::Implausible => (Fate::Implausible, 0),
    }
}

/// What stands askew or from top to bottom, in the order in which it was drawn.
fn in_order(glyphs: &[Glyph]) -> Vec<String> {
    let near = |a: &Glyph, b: &Glyph| {
        let (dx, dy) = (b.origin.0 - a.origin.0, b.origin.1 - a.origin.1);
        dx.abs().max(dy.abs()) <= a.size * 2
    };
    glyphs.chunk_by(near).map(|run| run.iter().map(|g| g.c).collect()).collect()
}
