//! Panels: each knows the slice of the state it draws and sends actions.

mod details;
mod engine_badge;
mod excluded_card;
mod figure_card;
mod finding_list;
mod help;
mod input;
mod ledger;
mod lists;
mod overview;
mod paper;
mod relation_list;
mod report_text;
mod start;
mod toolbar;

pub use details::Details;
pub use engine_badge::engine_badge;
pub use excluded_card::excluded_card;
pub use figure_card::figure_card;
pub use finding_list::finding_list;
pub use help::Help;
pub use input::Input;
pub use ledger::Ledger;
pub use lists::Lists;
pub use overview::overview;
pub use paper::Paper;
pub use relation_list::relation_list;
pub use report_text::ReportText;
pub use start::{points, start};
pub use toolbar::Toolbar;
