//! Lays the content of a page into a document. Tables that only place things on the page become paragraphs again.

use super::flow::Node;
use super::table::{CellNode, TableNode};
use crate::document::{Builder, Grid, GridCell};
use crate::reader::error::Quantity;
use crate::reader::{ReadError, Session};

/// Cells of a table with tables in it, up to which it is taken for a frame of the page.
const FRAME: usize = 6;

/// Lays nodes in order.
///
/// # Errors
/// Where there is too much.
pub(super) fn lay(nodes: Vec<Node>, builder: &mut Builder, session: &mut Session) -> Result<(), ReadError> {
    for node in nodes {
        match node {
            Node::Words { text, heading: true } => drop(builder.heading(&text)),
            Node::Words { text, heading: false } => drop(builder.paragraph(&text)),
            Node::Table(table) if is_frame(&table) => {
                for cell in table.cells {
                    lay(cell.nodes, builder, session)?;
                }
            }
            Node::Table(table) => self::table(table, builder, session)?,
        }
    }
    Ok(())
}

/// One cell, or few cells with tables in them: the table is there for the page's look.
fn is_frame(table: &TableNode) -> bool {
    let filled = table.cells.iter().filter(|cell| !cell.nodes.is_empty());
    let nested = table.cells.iter().any(|cell| cell.nodes.iter().any(|node| matches!(node, Node::Table(_))));
    filled.count() <= if nested { FRAME } else { 1 }
}

fn table(table: TableNode, builder: &mut Builder, session: &mut Session) -> Result<(), ReadError> {
    if table.too_wide {
        return Err(ReadError::TooMuch(Quantity::Cells));
    }
    session.cells(table.cells.len())?;
    let mut grid = Grid { title: table.caption, header_rows: table.header_rows, ..Grid::default() };
    let mut inner = Vec::new();
    for CellNode { row, column, rows, columns, nodes, .. } in table.cells {
        let mut text = String::new();
        for node in nodes {
            match node {
                Node::Words { text: words, .. } => {
                    text.push_str(if text.is_empty() { "" } else { "\n" });
                    text.push_str(&words);
                }
                Node::Table(table) => inner.push(Node::Table(table)),
            }
        }
        grid.cells.push(GridCell::new(row, column, text).spanning(rows, columns));
    }
    builder.table(grid);
    // A nested table follows the one it stands in.
    lay(inner, builder, session)
}
