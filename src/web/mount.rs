//! The app in a place (挂载): a page of its own, or a corner of someone else's. One module serves several.

use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::host::Host;
use super::inbox::Inbox;
use super::intake::Intake;
use super::ui::app::{App, Props};
use super::ui::hook::settings_of;
use crate::app::action::{Action, Given};

/// The app where it was mounted.
pub struct Mounted {
    app: AppHandle<App>,
    inbox: Inbox<Action>,
}

impl Mounted {
    /// Mounts the app into an element, in place of what is in it.
    #[must_use]
    pub fn new(root: Element, host: Host) -> Self {
        let inbox = Inbox::default();
        let intake = Intake::open(&root, &host, &inbox);
        let props = Props { root: root.clone(), host, inbox: inbox.clone(), intake };
        Self { app: Renderer::<App>::with_root_and_props(root, props).render(), inbox }
    }

    /// Shows a text, in place of the one that it was called with before.
    pub fn set_text(&self, text: String) {
        self.inbox.put(Action::TextSet(text));
    }

    /// Takes files as if they had been dropped.
    pub fn set_files(&self, files: Vec<Given>) {
        self.inbox.put(Action::FilesGiven(files));
    }

    /// Sets the preferences, in the words of [`Host::keep`].
    pub fn set_settings(&self, settings: &str) {
        self.inbox.put(Action::SettingsChanged(settings_of(settings)));
    }

    /// Takes the app away; its worker ends with it.
    pub fn destroy(self) {
        self.app.destroy();
    }
}
