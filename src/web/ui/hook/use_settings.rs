//! Preferences: kept in local storage under one key, shown on the root element. Never content.

use crate::app::state::{Language, Settings, Theme, TypeSize};
use crate::web::ui::words::Words;
use yew::prelude::*;

const KEY: &str = "gouji.settings";

/// What was preferred last time; the defaults where nothing is kept or storage is refused.
pub fn stored_settings() -> Settings {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
    let mut words = kept.split(' ');
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

/// Shows the preferences on `<html>` and keeps them.
#[hook]
pub fn use_settings(settings: Settings) {
    use_effect_with(settings, |settings| {
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
        // Where storage is refused (a private window, a policy) the page works without memory.
        if let Some(storage) = storage() {
            let short = if settings.language == Language::English { "en" } else { "zh" };
            let _ = storage.set_item(KEY, &format!("{short} {theme} {type_size}"));
        }
        if let Some(root) = gloo::utils::document().document_element() {
            for (name, value) in [("lang", language), ("data-theme", theme), ("data-type", type_size)] {
                let _ = root.set_attribute(name, value);
            }
        }
    });
}

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
