//! A report as a file that others go on working with (导出): a workbook that recomputes, CSV, Markdown, JSON.
//!
//! The same report gives the same bytes everywhere: there is no clock in it.

mod cell;
mod csv;
mod link;
mod markdown;
mod mask;
mod table;
pub mod words;
mod workbook;

use std::io;

use serde::{Deserialize, Serialize};

use crate::report::Report;

/// What a report is written as (导出格式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// 工作底稿: xlsx, with formulas.
    Workbook,
    /// 核查发现 as CSV.
    Findings,
    /// 勾稽关系 as CSV.
    Relations,
    /// 数据 as CSV.
    Figures,
    /// 核查意见 as Markdown.
    Markdown,
    /// The report object as JSON.
    Json,
}

impl Format {
    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Findings | Self::Relations | Self::Figures => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Findings | Self::Relations | Self::Figures => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// Writes a report; `masked` stars out what was found to be personal (脱敏).
///
/// # Errors
/// Where a workbook would be larger than its container can be.
pub fn export(report: &Report, format: Format, masked: bool) -> io::Result<Vec<u8>> {
    if masked {
        return export(&mask::masked(report), format, false);
    }
    Ok(match format {
        Format::Workbook => workbook::write(&table::all(report))?,
        Format::Findings => csv::write(&table::findings(report)),
        Format::Relations => csv::write(&table::relations(report)),
        Format::Figures => csv::write(&table::figures(report)),
        Format::Markdown => markdown::write(report),
        Format::Json => serde_json::to_vec(report)?,
    })
}
