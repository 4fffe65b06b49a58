//! What a page shows: characters, ruling lines and pictures, each at its place.

use super::font::Trust;
use super::geometry::Area;

/// The way a line of text runs on the page as it is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    Upright,
    Down,
    Over,
    Up,
    /// Along none of the axes, as stamps and watermarks do.
    Stray,
}

/// A character on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub c: char,
    pub area: Area,
    /// Where the pen stands when it is drawn.
    pub origin: (i64, i64),
    pub size: i64,
    pub turn: Turn,
    /// From a font that writes from top to bottom.
    pub vertical: bool,
    /// Drawn in the mode that shows nothing.
    pub hidden: bool,
    pub trust: Trust,
}

/// A ruling line (表格线).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub upright: bool,
    /// Its place across its direction.
    pub at: i64,
    pub from: i64,
    pub to: i64,
}

/// Everything on a page.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub width: i64,
    pub height: i64,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub images: Vec<Area>,
    /// Shapes that were filled and are no rules.
    pub shapes: usize,
    /// Whether damage cut something off.
    pub cut: bool,
}

/// Thinner than this is a line, in thousandths of a point.
const THIN: i64 = 2_500;
/// Lines of a page at most; beyond that it is a drawing.
const MOST_RULES: usize = 60_000;

impl Ink {
    /// A line from one corner to the other, where it runs along an axis.
    pub(super) fn line(&mut self, a: (i64, i64), b: (i64, i64)) {
        let area = Area::of(a, b);
        if self.rules.len() < MOST_RULES && area.width().min(area.height()) <= THIN / 4 {
            self.push_rule(area);
        }
    }

    /// A filled rectangle: a thin one is drawn in place of a line.
    pub(super) fn filled(&mut self, area: Area) {
        let thin = area.width().min(area.height()) <= THIN;
        if thin && area.width().max(area.height()) > THIN && self.rules.len() < MOST_RULES {
            self.push_rule(area);
        } else {
            self.shapes += 1;
        }
    }

    fn push_rule(&mut self, area: Area) {
        let upright = area.height() > area.width();
        let (x, y) = area.middle();
        self.rules.push(if upright {
            Rule { upright, at: x, from: area.top, to: area.bottom }
        } else {
            Rule { upright, at: y, from: area.left, to: area.right }
        });
    }

    /// The way most of the text runs.
    pub(super) fn main_turn(&self) -> Turn {
        let count = |turn: Turn| self.glyphs.iter().filter(|g| g.turn == turn).count();
        let turns = [Turn::Upright, Turn::Down, Turn::Over, Turn::Up];
        turns.into_iter().max_by_key(|turn| (count(*turn), *turn == Turn::Upright)).unwrap_or(Turn::Upright)
    }

    /// Turns the page so that most of its text stands upright.
    pub(super) fn set_upright(&mut self) {
        let main = self.main_turn();
        if main == Turn::Upright {
            return;
        }
        let (width, height) = (self.width, self.height);
        let place = |(x, y): (i64, i64)| match main {
            Turn::Down => (y, width - x),
            Turn::Up => (height - y, x),
            _ => (width - x, height - y),
        };
        let turned = |area: &Area| Area::of(place((area.left, area.top)), place((area.right, area.bottom)));
        for glyph in &mut self.glyphs {
            glyph.area = turned(&glyph.area);
            glyph.origin = place(glyph.origin);
            glyph.turn = if glyph.turn == main { Turn::Upright } else { Turn::Stray };
        }
        for image in &mut self.images {
            *image = turned(image);
        }
        for rule in std::mem::take(&mut self.rules) {
            let (a, b) = if rule.upright {
                ((rule.at, rule.from), (rule.at, rule.to))
            } else {
                ((rule.from, rule.at), (rule.to, rule.at))
            };
            self.push_rule(Area::of(place(a), place(b)));
        }
        if main != Turn::Over {
            (self.width, self.height) = (height, width);
        }
    }
}
