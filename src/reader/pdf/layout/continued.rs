//! Tables that go on over a page break.

use super::mark::begins_with_mark;
use super::table::{Found, Piece};
use crate::gather::Gather;

/// Edges of columns this close are the same, in thousandths of a point.
const NEAR: i64 = 4_000;

/// Whether a table may be the rest of another: all columns of one are columns of the other, and both are as wide.
pub(in super::super) fn agree(a: &Found, b: &Found) -> bool {
    if !a.ruled && !b.ruled {
        return stand_below(&a.edges, &b.edges);
    }
    let ends = |t: &Found| t.edges.first().copied().zip(t.edges.last().copied());
    let (Some(x), Some(y)) = (ends(a), ends(b)) else { return false };
    is_near(x.0, y.0)
        && is_near(x.1, y.1)
        && (places(&b.edges, &a.edges).is_some() || places(&a.edges, &b.edges).is_some())
}

/// Columns that nothing rules are where their words are: as many of them, each below the other's middle.
fn stand_below(a: &[i64], b: &[i64]) -> bool {
    let inside = |columns: &[i64], others: &[i64]| {
        let pairs = columns.windows(2).zip(others.windows(2));
        pairs.into_iter().all(|pair| match pair {
            ([left, right], [from, to]) => *left <= (from + to) / 2 && (from + to) / 2 <= *right,
            _ => false,
        })
    };
    a.len() == b.len() && inside(a, b) && inside(b, a)
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
    if !table.ruled && !next.ruled {
        // Its columns are the same already.
    } else if let Some(places) = places(&next.edges, &table.edges) {
        refine(&mut next, &places, &table.edges);
    } else if let Some(places) = places(&table.edges, &next.edges) {
        refine(table, &places, &next.edges);
    }
    let repeated = repeated(table, &next);
    let mut rows = table.rows();
    if table.ruled && repeated < next.rows() && is_broken_row(table, rows, &next, repeated) {
        // The rest of its cells joins the row that the page broke.
        rows = rows.saturating_sub(1);
        next.pieces.retain(|p| p.row != repeated || !p.text.is_empty());
        for piece in next.pieces.extract_if(.., |p| p.row == repeated) {
            let above = table.pieces.iter_mut().find(|above| ends_at(above, rows + 1) && above.column == piece.column);
            above.into_iter().for_each(|above| above.text.push_str(&piece.text));
        }
    }
    for piece in next.pieces.into_iter().filter(|p| p.row >= repeated) {
        let piece = Piece { row: piece.row - repeated + rows, ..piece };
        match table.pieces.iter_mut().find(|above| table.ruled && piece.row == rows && is_broken(above, &piece)) {
            Some(above) => {
                above.rows += piece.rows;
                above.text.push_str(&piece.text);
            }
            None => table.pieces.push(piece),
        }
    }
    repeated
}

fn ends_at(piece: &Piece, row: usize) -> bool {
    piece.row + piece.rows == row
}

/// Whether a page breaks a row: what stands below is only the rest of words, without a label of its own and without figures.
fn is_broken_row(table: &Found, rows: usize, next: &Found, row: usize) -> bool {
    let rest: Vec<&Piece> = next.pieces.iter().filter(|p| p.row == row && !p.text.is_empty()).gather();
    let above: Vec<&Piece> = table.pieces.iter().filter(|p| ends_at(p, rows) && !p.text.is_empty()).gather();
    let is_rest = |p: &&Piece| {
        let same = above.iter().any(|a| (a.column, a.columns) == (p.column, p.columns));
        same && p.rows == 1
            && p.column > 0
            && !begins_with_mark(&p.text)
            && !p.text.contains(|c: char| c.is_ascii_digit())
    };
    let labelled = above.iter().any(|a| a.column == 0);
    labelled && above.len() > rest.len() && !rest.is_empty() && rest.iter().all(is_rest)
}

/// Whether a page break goes through a cell that reaches over several rows: what stands below is blank or the rest of a label.
fn is_broken(above: &Piece, below: &Piece) -> bool {
    let meet = above.row + above.rows == below.row && (above.column, above.columns) == (below.column, below.columns);
    let is_label = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit());
    let rest = below.text.is_empty() && above.rows > 1
        || begins_with_mark(&above.text) && is_label(&below.text) && !begins_with_mark(&below.text);
    meet && above.rows + below.rows > 2 && is_label(&above.text) && rest
}

/// Rows at the top of both that have the same cells.
fn repeated(a: &Found, b: &Found) -> usize {
    let row =
        |table: &Found, row: usize| -> Vec<Piece> { table.pieces.iter().filter(|p| p.row == row).cloned().gather() };
    let same = |at: &usize| {
        let (a, b) = (row(a, *at), row(b, *at));
        a == b && a.iter().any(|p| !p.text.is_empty())
    };
    let count = (0..a.rows().min(b.rows())).take_while(same).count();
    // Rows of figures may agree by chance; headings reach down as far as their cells do.
    let numeric = |at: usize| row(b, at).iter().any(|p| p.text.chars().any(|c| c.is_ascii_digit()) && p.column > 0);
    (0..count).take_while(|at| !numeric(*at)).count()
}
