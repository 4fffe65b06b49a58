//! Icons: one stroke, drawn on a field of 16 by 16, in the colour of the words beside them.

use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A cross in an octagon: 错误.
    Error,
    /// An exclamation mark in a triangle: 疑似.
    Suspect,
    /// A letter in a circle: 提示.
    Note,
    /// A tick in a circle: holds.
    Pass,
    /// A wave in a circle: holds by rounding.
    Rounded,
    /// A question in a dashed circle: 未核对.
    Unchecked,
    /// A dot in a circle: 单独出现.
    Single,
    /// A sheet struck out: a file that could not be read.
    Unread,
    /// Upwards.
    Previous,
    /// Downwards.
    Next,
    /// To the left.
    Back,
    /// An arrow into a tray.
    Export,
    /// A printer.
    Print,
    /// A sun.
    Light,
    /// A moon.
    Dark,
    /// A screen.
    System,
    /// A question mark.
    Help,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// Two sheets.
    Copy,
    /// A pen.
    Edit,
    /// A shield.
    Shield,
}

impl Shape {
    const fn path(self) -> &'static str {
        match self {
            Self::Error => "M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
            Self::Suspect => "M8 2.2 14.4 13.6H1.6zM8 6.4v3.4M8 11.6v.1",
            Self::Note => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM8 7.4v3.6M8 5v.1",
            Self::Pass => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM5.2 8.2l2 2 3.6-4",
            Self::Rounded => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM4.8 8.6c1-1.6 2-1.6 3.2-.6s2.2 1 3.2-.6",
            Self::Unchecked => {
                "M3.1 4.2A6.2 6.2 0 0 1 6 2.1M10 2.1a6.2 6.2 0 0 1 2.9 2.1M14.2 8a6.2 6.2 0 0 1-1.3 3.8M10 13.9a6.2 6.2 0 0 1-4 0M3.1 11.8A6.2 6.2 0 0 1 1.8 8M5.6 8h4.8"
            }
            Self::Single => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM8 7.2a.8.8 0 1 0 0 1.6.8.8 0 1 0 0-1.6z",
            Self::Unread => "M9.8 1.8H3.2v11.2M12.8 5v9.2H5.4M1.8 14.4 14.2 2",
            Self::Previous => "M3.5 10 8 5.5l4.5 4.5",
            Self::Next => "M3.5 6 8 10.5 12.5 6",
            Self::Back => "M10 3.5 5.5 8l4.5 4.5",
            Self::Export => "M8 1.8v8.4M4.5 6.9 8 10.2l3.5-3.3M2.2 11v3.2h11.6V11",
            Self::Print => "M4.5 5.5v-3.7h7v3.7M4.5 11.5h-2.7v-6h12.4v6h-2.7M4.5 9.5h7v4.7h-7z",
            Self::Light => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 1 0 0-5.6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13"
            }
            Self::Dark => "M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2z",
            Self::System => "M1.8 2.8h12.4v8.4H1.8zM8 11.2v2.6M5.2 13.8h5.6",
            Self::Help => "M5.5 5.7a2.5 2.5 0 1 1 3.7 2.2C8.4 8.4 8 8.9 8 9.9M8 12.6v.1",
            Self::Search => "M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 1 0 0-9.6zM10.6 10.6l3.6 3.6",
            Self::Close => "M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4",
            Self::Copy => "M5.5 5.5h8.3v8.3H5.5zM10.5 5.5V2.2H2.2v8.3h3.3",
            Self::Edit => "M2.5 13.5l.7-3.2 7.9-7.9 2.5 2.5-7.9 7.9zM9.5 4l2.5 2.5",
            Self::Shield => {
                "M8 1.6l5.4 2v4.2c0 3.2-2.2 5.4-5.4 6.6-3.2-1.2-5.4-3.4-5.4-6.6V3.6zM5.6 7.9l1.7 1.7 3.1-3.3"
            }
        }
    }
}

/// An icon; it says nothing to screen readers, the words beside it do.
pub fn icon(shape: Shape) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={shape.path()} />
        </svg>
    }
}
