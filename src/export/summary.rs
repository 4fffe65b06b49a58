//! A summary as tables (汇总表): rows that add up by formulas, then findings, checks and files.

use super::cell::{Cell, Table, letters};
use super::words;
use crate::gather::Gather;
use crate::summary::{Check, Column, ColumnKind, CrossFinding, Member, Row, Spot, Summary, TotalBy};

/// Columns in front of those of the summary: 单位, 年度, 计入合计.
const BEFORE: usize = 3;

/// All tables, in the order of the sheets.
pub(super) fn all(summary: &Summary) -> Vec<Table> {
    vec![table(summary), findings(summary), checks(summary), files(summary)]
}

/// 汇总: one row a department, then totals, medians and what is missing.
pub(super) fn table(summary: &Summary) -> Table {
    let head = |column: &Column| match column.unit.as_str() {
        "" => (column.title.clone(), 12),
        unit => ([column.title.as_str(), "（", unit, "）"].concat(), 18),
    };
    let mut heads =
        vec![(words::ORGANIZATION.to_owned(), 30), (words::YEAR.to_owned(), 8), (words::COUNTED.to_owned(), 10)];
    heads.extend(summary.columns.iter().map(head));
    let sheet = Sheet { columns: &summary.columns, last: summary.rows.len().saturating_add(1) };
    let mut rows: Vec<Vec<Cell>> =
        summary.rows.iter().enumerate().map(|(at, row)| sheet.row(row, at.saturating_add(2))).gather();
    rows.push(sheet.below(words::TOTAL, |at, column| {
        let total = column.total.as_deref().map_or(Cell::Empty, Cell::number);
        total.by(sheet.total(at, column))
    }));
    rows.push(sheet.below(words::MEDIAN, |_, column| column.median.as_deref().map_or(Cell::Empty, Cell::number)));
    rows.push(sheet.below(words::MISSING, |_, column| Cell::count(column.missing)));
    for note in [words::RATIO_OF_TOTALS, words::NOTICE.1] {
        rows.push(vec![Cell::text(note)]);
    }
    if let Some(pack) = &summary.pack {
        rows.push(vec![Cell::text([words::PACK, "：", &words::pack(pack)].concat())]);
    }
    Table { name: words::SUMMARY, heads, rows }
}

/// Where the cells of the summary stand in its sheet.
struct Sheet<'a> {
    columns: &'a [Column],
    /// The last row of a department.
    last: usize,
}

impl Sheet<'_> {
    fn row(&self, row: &Row, number: usize) -> Vec<Cell> {
        let mut cells = vec![
            Cell::text(row.organization.clone()),
            row.year.map_or(Cell::Empty, |year| Cell::Number(year.to_string())),
            Cell::text(if row.is_parent { words::NO } else { words::YES }),
        ];
        cells.extend(self.columns.iter().zip(&row.cells).map(|(column, cell)| {
            let value = match (column.kind, cell.value.as_deref()) {
                (_, None) => Cell::Empty,
                (ColumnKind::Words, Some(words)) => Cell::text(words),
                (_, Some(number)) => Cell::number(number),
            };
            value.by(self.ratio(column, |at| [letters(at), number.to_string()].concat()))
        }));
        cells
    }

    /// A row below the departments.
    fn below(&self, name: &str, cell: impl Fn(usize, &Column) -> Cell) -> Vec<Cell> {
        let mut cells = vec![Cell::text(name), Cell::Empty, Cell::Empty];
        cells.extend(self.columns.iter().enumerate().map(|(at, column)| cell(at.saturating_add(BEFORE), column)));
        cells
    }

    /// The formula of a ratio from the places of what stands above and below the line.
    fn ratio(&self, column: &Column, place: impl Fn(usize) -> String) -> Option<String> {
        let ratio = column.ratio.as_ref()?;
        let of = |key: &str| {
            let at = self.columns.iter().position(|column| column.key == key)?;
            Some(place(at.saturating_add(BEFORE)))
        };
        let (part, whole) = (of(&ratio.part)?, of(&ratio.whole)?);
        Some(if ratio.less_whole {
            format!("ROUND(100*({part}-{whole})/{whole},2)")
        } else {
            format!("ROUND(100*{part}/{whole},2)")
        })
    }

    /// The formula of a total over the departments that count.
    fn total(&self, at: usize, column: &Column) -> Option<String> {
        let counted = self.range(BEFORE.saturating_sub(1));
        let is_counted = format!("--({counted}=\"{}\")", words::YES);
        match column.total_by {
            TotalBy::Sum => Some(format!("ROUND(SUMPRODUCT({is_counted},{}),8)", self.range(at))),
            // Only departments that have both take part; an empty cell counts as nothing in a product of lists.
            TotalBy::Ratio => {
                let of = |key: &str| {
                    let at = self.columns.iter().position(|column| column.key == key)?;
                    Some(self.range(at.saturating_add(BEFORE)))
                };
                let ratio = column.ratio.as_ref()?;
                let (part, whole) = (of(&ratio.part)?, of(&ratio.whole)?);
                let both = format!("{is_counted},--ISNUMBER({part}),--ISNUMBER({whole}),--({whole}<>0)");
                self.ratio(column, |at| format!("SUMPRODUCT({both},{})", self.range(at)))
            }
            TotalBy::None => None,
        }
    }

    fn range(&self, at: usize) -> String {
        let letters = letters(at);
        format!("{letters}$2:{letters}${}", self.last)
    }
}

/// 跨报告核查.
pub(super) fn findings(summary: &Summary) -> Table {
    let row = |finding: &CrossFinding| {
        vec![
            Cell::count(finding.id.saturating_add(1)),
            Cell::text(words::severity(finding.severity)),
            Cell::text(finding.code.clone()),
            Cell::text(finding.title.clone()),
            Cell::text(finding.message.clone()),
            Cell::count(finding.check.saturating_add(1)),
            Cell::Empty,
        ]
    };
    Table::of(words::CROSS_FINDINGS, words::CROSS_FINDINGS_HEADS, summary.findings.iter().map(row).gather())
}

/// 跨报告勾稽, whatever came of it.
fn checks(summary: &Summary) -> Table {
    let place = |spot: &Spot| {
        let file = summary.files.get(spot.file).map(|file| file.name.as_str()).unwrap_or_default();
        [&spot.organization, " ", file, " ", &spot.place, " ", &spot.value, &spot.unit].concat()
    };
    let row = |check: &Check| {
        vec![
            Cell::count(check.id.saturating_add(1)),
            Cell::text(words::verdict(check.verdict)),
            Cell::text(words::check_kind(check.kind)),
            Cell::text(check.label.clone()),
            Cell::text(check.formula.clone()),
            check.gap.as_deref().map_or(Cell::Empty, Cell::number),
            Cell::text(check.operands.iter().map(place).collect::<Vec<_>>().join("；")),
            Cell::text(check.result.as_ref().map(place).unwrap_or_default()),
            Cell::text(check.reason.clone().unwrap_or_default()),
        ]
    };
    Table::of(words::CROSS_CHECKS, words::CROSS_CHECKS_HEADS, summary.checks.iter().map(row).gather())
}

/// 文件: what became of each.
fn files(summary: &Summary) -> Table {
    let row = |(at, file): (usize, &Member)| {
        let organization = summary.rows.get(file.row).map(|row| row.organization.clone()).unwrap_or_default();
        vec![
            Cell::count(at.saturating_add(1)),
            Cell::text(file.name.clone()),
            Cell::text(organization),
            file.year.map_or(Cell::Empty, |year| Cell::Number(year.to_string())),
            Cell::text(words::role(file.role)),
            Cell::text(file.title.clone().unwrap_or_default()),
            file.instead.map_or(Cell::Empty, |instead| Cell::count(instead.saturating_add(1))),
        ]
    };
    Table::of(words::FILES, words::FILES_HEADS, summary.files.iter().enumerate().map(row).gather())
}
