//! Tables that go on over a page break.

use super::table::{Found, Piece};

/// Edges of columns this close are the same, in thousandths of a point.
const NEAR: i64 = 4_000;

/// Whether the columns of two tables agree.
pub(in super::super) fn agree(a: &Found, b: &Found) -> bool {
    a.edges.len() == b.edges.len() && a.edges.iter().zip(&b.edges).all(|(x, y)| (x - y).abs() <= NEAR)
}

/// Adds what follows on the next page; tells how many rows at its top only repeat the headings.
pub(in super::super) fn append(table: &mut Found, next: Found) -> usize {
    let repeated = repeated(table, &next);
    let rows = table.rows();
    table.pieces.extend(next.pieces.into_iter().filter(|p| p.row >= repeated).map(|p| Piece { row: p.row - repeated + rows, ..p }));
    repeated
}

/// Rows at the top of both that have the same cells.
fn repeated(a: &Found, b: &Found) -> usize {
    let row = |table: &Found, row: usize| -> Vec<Piece> { table.pieces.iter().filter(|p| p.row == row).cloned().collect() };
    let same = |at: &usize| {
        let (a, b) = (row(a, *at), row(b, *at));
        a == b && a.iter().any(|p| !p.text.is_empty())
    };
    let count = (0..a.rows().min(b.rows())).take_while(same).count();
    // Rows of figures may agree by chance; headings reach down as far as their cells do.
    let numeric = |at: usize| row(b, at).iter().any(|p| p.text.chars().any(|c| c.is_ascii_digit()) && p.column > 0);
    (0..count).take_while(|at| !numeric(*at)).count()
}
