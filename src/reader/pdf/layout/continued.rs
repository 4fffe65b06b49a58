//! Tables that go on over a page break.

use super::table::{Found, Piece};

/// Edges of columns this close are the same, in thousandths of a point.
const NEAR: i64 = 4_000;

/// Whether a table may be the rest of another: all columns of one are columns of the other, and both are as wide.
pub(in super::super) fn agree(a: &Found, b: &Found) -> bool {
    let ends = |t: &Found| t.edges.first().copied().zip(t.edges.last().copied());
    let (Some(x), Some(y)) = (ends(a), ends(b)) else { return false };
    is_near(x.0, y.0)
        && is_near(x.1, y.1)
        && (places(&b.edges, &a.edges).is_some() || places(&a.edges, &b.edges).is_some())
}

const fn is_near(a: i64, b: i64) -> bool {
    (a - b).abs() <= NEAR
}

/// Which of the finer edges each of the coarser ones is, where all are.
fn places(coarse: &[i64], fine: &[i64]) -> Option<Vec<usize>> {
    coarse.iter().map(|edge| fine.iter().position(|f| is_near(*edge, *f))).collect()
}

/// Moves the cells of a table to finer columns.
fn refine(table: &mut Found, places: &[usize], edges: &[i64]) {
    let at = |column: usize| places.get(column).copied().unwrap_or(0);
    for piece in &mut table.pieces {
        let (begin, end) = (at(piece.column), at(piece.column + piece.columns));
        (piece.column, piece.columns) = (begin, end.saturating_sub(begin).max(1));
    }
    table.edges = edges.to_vec();
}

/// Adds what follows on the next page; tells how many rows at its top only repeat the headings.
pub(in super::super) fn append(table: &mut Found, mut next: Found) -> usize {
    if let Some(places) = places(&next.edges, &table.edges) {
        refine(&mut next, &places, &table.edges);
    } else if let Some(places) = places(&table.edges, &next.edges) {
        refine(table, &places, &next.edges);
    }
    let repeated = repeated(table, &next);
    let rows = table.rows();
    let rest = next.pieces.into_iter().filter(|p| p.row >= repeated);
    table.pieces.extend(rest.map(|p| Piece { row: p.row - repeated + rows, ..p }));
    repeated
}

/// Rows at the top of both that have the same cells.
fn repeated(a: &Found, b: &Found) -> usize {
    let row =
        |table: &Found, row: usize| -> Vec<Piece> { table.pieces.iter().filter(|p| p.row == row).cloned().collect() };
    let same = |at: &usize| {
        let (a, b) = (row(a, *at), row(b, *at));
        a == b && a.iter().any(|p| !p.text.is_empty())
    };
    let count = (0..a.rows().min(b.rows())).take_while(same).count();
    // Rows of figures may agree by chance; headings reach down as far as their cells do.
    let numeric = |at: usize| row(b, at).iter().any(|p| p.text.chars().any(|c| c.is_ascii_digit()) && p.column > 0);
    (0..count).take_while(|at| !numeric(*at)).count()
}
