//! Lattices and the characters inside them → tables.

use super::super::geometry::Area;
use super::super::ink::{Glyph, Ink, Turn};
use super::cell;
use super::ruling::{Lattice, Region, lattices};
use super::table::{Found, Piece};
use crate::gather::Gather;

/// The tables that lines enclose; their characters are taken off the page.
pub(in super::super) fn take(ink: &mut Ink) -> Vec<Found> {
    let mut out = Vec::new();
    for lattice in lattices(&ink.rules) {
        let area = lattice.area();
        let (inside, outside): (Vec<Glyph>, Vec<Glyph>) =
            ink.glyphs.iter().partition(|g| g.turn == Turn::Upright && area.holds(g.area.middle()));
        let cells = cells(&lattice, &inside);
        if cells.iter().filter(|piece| !piece.text.is_empty()).count() < 2 {
            continue;
        }
        ink.glyphs = outside;
        out.push(Found { area, edges: lattice.xs.clone(), pieces: cells, ruled: true });
    }
    out
}

fn cells(lattice: &Lattice, glyphs: &[Glyph]) -> Vec<Piece> {
    let mut owners = vec![0usize; lattice.ys.len() * lattice.xs.len()];
    let columns = lattice.xs.len();
    for (i, region) in lattice.regions.iter().enumerate() {
        for row in region.row..region.row + region.rows {
            for column in region.column..region.column + region.columns {
                if let Some(owner) = owners.get_mut(row * columns + column) {
                    *owner = i;
                }
            }
        }
    }
    let index = |places: &[i64], at: i64| places.partition_point(|p| *p <= at).saturating_sub(1);
    let owner = |glyph: &Glyph| {
        let (x, y) = glyph.area.middle();
        owners.get(index(&lattice.ys, y) * columns + index(&lattice.xs, x)).copied().unwrap_or(0)
    };
    let mut contents: Vec<Vec<Glyph>> = vec![Vec::new(); lattice.regions.len()];
    for run in glyphs.chunk_by(runs_on) {
        // Text that runs over a line without a gap belongs where most of it stands.
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for glyph in run {
            let owner = owner(glyph);
            match counts.iter_mut().find(|(i, _)| *i == owner) {
                Some((_, count)) => *count += 1,
                None => counts.push((owner, 1)),
            }
        }
        let most = counts.iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(i, _)| *i);
        if let Some(content) = contents.get_mut(most) {
            content.extend_from_slice(run);
        }
    }
    let pairs = lattice.regions.iter().zip(&contents);
    pairs.flat_map(|(region, content)| pieces(region, lattice.place(region), content)).gather()
}

/// Whether a character follows another without a gap.
fn runs_on(a: &Glyph, b: &Glyph) -> bool {
    let gap = b.area.left - a.area.right;
    a.origin.1 == b.origin.1 && gap.abs() * 12 <= a.size && a.c != ' ' && b.c != ' '
}

fn pieces(region: &Region, area: Area, content: &[Glyph]) -> Option<Piece> {
    Some(Piece {
        row: region.row,
        column: region.column,
        rows: region.rows,
        columns: region.columns,
        text: cell::text(content, area),
    })
}
