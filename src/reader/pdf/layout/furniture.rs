//! Headers, footers and page numbers (页眉、页脚、页码): what stands at the same place of many pages and is no text of the report.

use super::super::page::Page;
use super::flow::Item;
use super::line::Line;
use crate::gather::Gather;

/// What was taken off the pages.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Furniture {
    /// Pages that had a page number.
    pub numbers: usize,
    /// Headers and footers, each once.
    pub words: Vec<String>,
}

/// Lines at an edge of a page that are looked at.
const DEEPEST: usize = 3;
/// Of a hundred parts of the height, the margin above and below the text that headers stand in.
const MARGIN: i64 = 8;
/// Pages on which the same words at the same place are a header.
const LEAST_PAGES: usize = 3;

/// A line at an edge: page, top or bottom, how far from the edge, its words with every number replaced, its numbers.
struct Edge {
    page: usize,
    bottom: bool,
    depth: usize,
    place: i64,
    text: String,
    bare: String,
    numbers: Vec<i64>,
    /// Whether it stands in the margin, where a header does, and not where the text may begin.
    outer: bool,
}

/// Takes the furniture off the pages.
pub(in super::super) fn take(pages: &mut [Page]) -> Furniture {
    let edges: Vec<Edge> = pages.iter().enumerate().flat_map(|(at, page)| edges(at, page)).gather();
    let mut out = Furniture::default();
    let mut gone: Vec<&Edge> = Vec::new();
    for depth in 0..DEEPEST {
        for edge in edges.iter().filter(|e| e.depth == depth) {
            // A line is furniture only where everything between it and the edge is.
            let before = gone.iter().filter(|g| g.page == edge.page && g.bottom == edge.bottom).count();
            if before < depth {
                continue;
            }
            if is_page_number(edge, &edges) {
                out.numbers += 1;
                gone.push(edge);
            } else if is_repeated(edge, &edges, pages.len()) {
                if !out.words.contains(&edge.text) {
                    out.words.push(edge.text.clone());
                }
                gone.push(edge);
            }
        }
    }
    for edge in gone {
        if let Some(page) = pages.get_mut(edge.page) {
            remove(page, edge);
        }
    }
    out
}

fn remove(page: &mut Page, edge: &Edge) {
    for stretch in &mut page.stretches {
        stretch.retain(
            |item| !matches!(item, Item::Line(line) if line.middle() == edge.place && line.text() == edge.text),
        );
    }
}

fn edges(at: usize, page: &Page) -> Vec<Edge> {
    let mut places: Vec<(i64, Option<&Line>)> = Vec::new();
    for item in page.stretches.iter().flatten() {
        match item {
            Item::Line(line) => places.push((line.middle(), Some(line))),
            Item::Table(table) => places.extend([(table.area.top, None), (table.area.bottom, None)]),
        }
    }
    crate::order::by_key(&mut places, |(place, _)| *place);
    let zone = page.height * 13 / 100;
    let top = places.iter().take_while(|(place, _)| *place < zone);
    let bottom = places.iter().rev().take_while(|(place, _)| *place > page.height - zone);
    let mut out = Vec::new();
    for (bottom, depth, (place, line)) in top
        .map_while(|(place, line)| line.map(|l| (*place, l)))
        .enumerate()
        .map(|(depth, at)| (false, depth, at))
        .chain(
            bottom
                .map_while(|(place, line)| line.map(|l| (*place, l)))
                .enumerate()
                .map(|(depth, at)| (true, depth, at)),
        )
        .filter(|(_, depth, _)| *depth < DEEPEST)
    {
        let text = line.text();
        let (bare, numbers) = bare(&text);
        let outer = place.min(page.height - place) < page.height * MARGIN / 100;
        out.push(Edge { page: at, bottom, depth, place, text, bare, numbers, outer });
    }
    out
}

/// Words without blanks and with `#` for every number, and the numbers.
fn bare(text: &str) -> (String, Vec<i64>) {
    let mut bare = String::new();
    let mut digits = String::new();
    let mut numbers = Vec::new();
    for c in text.chars().filter(|c| !c.is_whitespace()).chain(['\0']) {
        if let Some(digit) = c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| u32::from(c) - 0xff10)) {
            digits.extend(char::from_digit(digit, 10));
            continue;
        }
        if !digits.is_empty() {
            numbers.push(digits.parse().unwrap_or(0));
            digits.clear();
            bare.push('#');
        }
        if c != '\0' {
            bare.push(c);
        }
    }
    (bare, numbers)
}

/// A number that counts the pages: `- 3 -`, 第3页, 3 / 12.
fn is_page_number(edge: &Edge, edges: &[Edge]) -> bool {
    let Some(number) = edge.numbers.first() else { return false };
    let shape = edge.bare.trim_matches(|c| matches!(c, '-' | '—' | '–' | '－' | '─' | '·' | '~' | '|'));
    if !matches!(
        shape,
        "#" | "第#页"
            | "#/#"
            | "第#页共#页"
            | "第#页，共#页"
            | "第#页/共#页"
            | "第#页,共#页"
            | "第#页(共#页)"
            | "Page#"
            | "Page#of#"
            | "#页"
    ) {
        return false;
    }
    let dashed = shape.len() < edge.bare.len() || shape != "#";
    let offset = number - edge.page as i64;
    let counts = |e: &&Edge| {
        e.page != edge.page && e.bottom == edge.bottom && e.numbers.first().is_some_and(|n| n - e.page as i64 == offset)
    };
    dashed || edges.iter().any(|e| counts(&e))
}

/// The same words at the same place of many pages. A unit above a table is none: each table has its own.
fn is_repeated(edge: &Edge, edges: &[Edge], pages: usize) -> bool {
    if !edge.outer || edge.bare.contains(['。', '；']) || edge.bare.contains("单位") || edge.bare == "#" {
        return false;
    }
    let same = |e: &&Edge| {
        e.bottom == edge.bottom && (e.place - edge.place).abs() <= 3_000 && e.bare == edge.bare && counts(e, edge)
    };
    let count = edges.iter().filter(same).count();
    count >= LEAST_PAGES && count * 3 >= pages
}

/// Whether the numbers of two lines are the same, or count the pages.
fn counts(a: &Edge, b: &Edge) -> bool {
    let pages = a.page as i64 - b.page as i64;
    a.numbers.iter().zip(&b.numbers).all(|(x, y)| x == y || x - y == pages)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn numbers_are_replaced() {
        assert_eq!(bare("第 １2 页"), ("第#页".to_owned(), vec![12]));
        assert_eq!(bare("目录"), ("目录".to_owned(), Vec::new()));
    }
}
