//! What the panels ask of the browser and of each other.

mod focus;
mod use_desk;
mod use_engine;
mod use_export;
mod use_growing;
mod use_host;
mod use_jump;
mod use_settings;
mod use_shortcut;
mod use_surroundings;
mod watch;

pub use focus::{focus, give_back};
pub use use_desk::use_desk;
pub use use_engine::use_engine;
pub use use_export::use_export;
pub use use_growing::{ORDINARY, PART, use_growing, use_growing_to};
pub use use_host::use_host;
pub use use_jump::use_jump;
pub use use_settings::{settings_of, use_settings};
pub use use_shortcut::use_shortcut;
pub use use_surroundings::{Dispatch, Surroundings, on, use_surroundings};
pub use watch::Watch;
