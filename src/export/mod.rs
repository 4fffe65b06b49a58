//! A report as a file that others go on working with (导出): a workbook that recomputes, CSV, Markdown, JSON.
//!
//! The same report gives the same bytes everywhere: there is no clock in it.

mod cell;
mod csv;
mod decided;
mod link;
mod markdown;
mod mask;
mod page;
mod summary;
mod table;
pub mod words;
mod workbook;

use std::io;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::report::Report;
use crate::summary::Summary;

pub use decided::{Decided, Kind};

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
    /// The format of this name in the JavaScript interface.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "workbook" => Self::Workbook,
            "findings" => Self::Findings,
            "relations" => Self::Relations,
            "figures" => Self::Figures,
            "markdown" => Self::Markdown,
            "json" => Self::Json,
            _ => return None,
        })
    }

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
    export_decided(report, format, masked, &[])
}

/// Writes a report with what a person decided about its findings; the report object itself (JSON) is as it was made.
///
/// # Errors
/// As [`export`].
pub fn export_decided(report: &Report, format: Format, masked: bool, decided: &[Decided]) -> io::Result<Vec<u8>> {
    if masked {
        let (report, decided) = mask::masked(report, decided);
        return export_decided(&report, format, false, &decided);
    }
    let findings = |report: &Report| table::findings(report, decided);
    Ok(match format {
        Format::Workbook => workbook::write(&table::all(report, decided))?,
        Format::Findings => csv::write(&table::by_itself(report, findings)),
        Format::Relations => csv::write(&table::by_itself(report, table::relations)),
        Format::Figures => csv::write(&table::by_itself(report, table::figures)),
        Format::Markdown => markdown::write(report, decided),
        Format::Json => serde_json::to_vec(report)?,
    })
}

/// What a summary is written as (汇总导出格式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SummaryFormat {
    /// 汇总表: xlsx, with formulas.
    Workbook,
    /// The table as CSV.
    Table,
    /// 跨报告核查 as CSV.
    Findings,
    /// Everything as a page by itself (网页).
    Page,
    /// The summary object as JSON.
    Json,
}

impl SummaryFormat {
    /// The format of this name in the JavaScript interface.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "workbook" => Self::Workbook,
            "table" => Self::Table,
            "findings" => Self::Findings,
            "json" => Self::Json,
            "page" => Self::Page,
            _ => return None,
        })
    }

    /// The ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        if matches!(self, Self::Page) { "html" } else { self.like().ending() }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        if matches!(self, Self::Page) { "text/html;charset=utf-8" } else { self.like().media_type() }
    }

    /// The same thing of one report, which has the same ending and media type.
    const fn like(self) -> Format {
        match self {
            Self::Workbook => Format::Workbook,
            Self::Table | Self::Findings => Format::Findings,
            Self::Page | Self::Json => Format::Json,
        }
    }
}

/// Writes a summary.
///
/// # Errors
/// Where a workbook would be larger than its container can be.
pub fn export_summary(summary: &Summary, format: SummaryFormat) -> io::Result<Vec<u8>> {
    Ok(match format {
        SummaryFormat::Workbook => workbook::write(&summary::all(summary))?,
        SummaryFormat::Table => csv::write(&summary::table(summary)),
        SummaryFormat::Findings => {
            let pack = summary.pack.as_ref().map(words::pack).unwrap_or_default();
            csv::write(&summary::findings(summary).with(words::PACK, &pack))
        }
        SummaryFormat::Page => page::write(words::SUMMARY, &summary::all(summary)),
        SummaryFormat::Json => serde_json::to_vec(summary)?,
    })
}

/// An object from its JSON, which [`Format::Json`] and [`SummaryFormat::Json`] write.
///
/// # Errors
/// Where it has not the shape of this version: what is wrong and where.
pub fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}
