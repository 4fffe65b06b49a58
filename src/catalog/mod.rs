//! What regulations and usage fix once and for all: data only, each entry with its source.

pub mod classification;
pub mod form;
pub mod heading;
pub mod headline;
pub mod identity;
pub mod industry;
pub mod input;
pub mod label;
pub mod level;
pub mod organization;
pub mod partition;
pub mod per;
pub mod ratio;
pub mod score;
pub mod standard;
pub mod title;
pub mod unchanged;
pub mod warning;
