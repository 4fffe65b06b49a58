//! Preferences: the host keeps them in three words and shows them on the root. Never content.

use crate::app::state::{Language, Settings, Theme, TypeSize};
use crate::web::host::Host;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The preferences that three words tell; the default where one is missing or unknown.
pub fn settings_of(words: &str) -> Settings {
    let mut words = words.split(' ');
    Settings {
        language: if words.next() == Some("en") { Language::English } else { Language::Chinese },
        theme: match words.next() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        },
        type_size: if words.next() == Some("large") { TypeSize::Large } else { TypeSize::Standard },
    }
}

/// Has the host show the preferences and keep them.
#[hook]
pub fn use_settings(settings: Settings, host: &Host) {
    use_effect_with((settings, host.clone()), |(settings, host)| {
        let language = Words::of(settings.language).code;
        let theme = match settings.theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let type_size = match settings.type_size {
            TypeSize::Standard => "standard",
            TypeSize::Large => "large",
        };
        host.keep(&[language, theme, type_size].join(" "));
    });
}
