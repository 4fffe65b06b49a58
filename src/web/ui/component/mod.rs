//! Parts that know only their props.

mod badge;
mod block_text;
mod chip;
mod copy_button;
mod icon;
mod icon_button;
mod share_bar;
mod working;

pub use badge::{SeverityBadge, StatusBadge, VerdictBadge, severity_class, status_class, verdict_class};
pub use block_text::{BlockText, Light, Role};
pub use chip::Chip;
pub use copy_button::CopyButton;
pub use icon::{Icon, Shape};
pub use icon_button::IconButton;
pub use share_bar::ShareBar;
pub use working::WorkingTable;
