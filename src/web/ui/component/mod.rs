//! Parts that know only their props.

mod badge;
mod block_text;
mod chip;
mod copy_button;
mod icon;
mod icon_button;
mod lines;
mod pieces;
mod quantity;
mod report_table;
mod said;
mod share_bar;
mod strip;
mod table_rows;
mod truth;
mod working;

pub use badge::{severity_badge, severity_class, status_badge, status_class, verdict_badge, verdict_class};
pub use chip::chip;
pub use copy_button::CopyButton;
pub use icon::{Shape, icon};
pub use icon_button::icon_button;
pub use lines::lines;
pub use pieces::{Light, Lights, Role};
pub use quantity::quantity;
pub use report_table::report_table;
pub use said::said;
pub use share_bar::share_bar;
pub use strip::Strip;
pub use truth::truth;
pub use working::{WorkingTable, working_table};
