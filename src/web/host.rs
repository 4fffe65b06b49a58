//! What stands around the app (宿主): it starts the engine's worker, keeps the preferences, and hears what became of a document.
//!
//! It is written in JavaScript (`src/web/shell`), because it alone knows whether the parts are files or inline,
//! and whether the app has a page to itself or a corner of someone else's.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{DataTransferItemList, Element, EventTarget, Worker};

#[wasm_bindgen]
extern "C" {
    /// What stands around the app.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// A worker that was given the engine module; fails where none starts, or none that was started here got as far as answering.
    #[wasm_bindgen(method, catch)]
    pub async fn worker(this: &Host) -> Result<Worker, JsValue>;

    /// The engine on the page itself.
    #[wasm_bindgen(method, catch)]
    pub async fn instance(this: &Host) -> Result<Instance, JsValue>;

    /// The desk module; fails where the host has none.
    #[wasm_bindgen(method, catch)]
    pub async fn desk(this: &Host) -> Result<Desk, JsValue>;

    /// The rule pack that the desk begins with, known once the desk is there: its code or the name of its file, and what is in the file.
    #[wasm_bindgen(method, getter)]
    pub fn pack(this: &Host) -> Option<Array>;

    /// The files of what was dropped, those in its folders too: for each its name with the folders, and the file or nothing.
    #[wasm_bindgen(method)]
    pub fn dropped(this: &Host, items: &DataTransferItemList) -> Promise;

    /// Where keys, drops and pastes are listened for: the whole page only where the app has it to itself.
    #[wasm_bindgen(method, getter)]
    pub fn target(this: &Host) -> EventTarget;

    /// The preferences to begin with, as [`Host::keep`] had them.
    #[wasm_bindgen(method, getter)]
    pub fn settings(this: &Host) -> String;

    /// Shows the preferences on the app's root, and keeps them where there is a place for it.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, settings: &str);

    /// The engine answers from now on.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Host);

    /// A document was checked: how many of what, and the findings for those who may know them.
    #[wasm_bindgen(method)]
    pub fn checked(this: &Host, counts: &Array, findings: &Array);

    /// The desk module.
    pub type Desk;
    /// Draws the desk in `root`; what it wants of the page goes to `wish` as bytes.
    #[wasm_bindgen(method, catch)]
    pub fn mount(this: &Desk, root: &Element, wish: &Function) -> Result<MountedDesk, JsValue>;

    /// A desk in its place.
    pub type MountedDesk;
    /// Tells the desk something, with the files beside it.
    #[wasm_bindgen(method, catch)]
    pub fn tell(this: &MountedDesk, told: &[u8], beside: &Array) -> Result<(), JsValue>;
    /// Offers a document (its text, or its file) as files of several formats in a menu at `anchor`, and saves the one that is chosen;
    /// what is `personal` in it can be left out; `relations` are what the person stated, in plain words, and `decided` what they decided: finding, kind, reason.
    #[wasm_bindgen(method)]
    pub fn write(
        this: &Host,
        anchor: Element,
        content: JsValue,
        name: &str,
        personal: Array,
        relations: Array,
        decided: Array,
    );

    /// An instance of the engine on the page.
    pub type Instance;
    /// Does one job.
    #[wasm_bindgen(method, catch)]
    pub fn perform(this: &Instance, job: &[u8], file: JsValue) -> Result<Array, JsValue>;
    /// What the engine says of itself before it is asked anything.
    #[wasm_bindgen(method, catch)]
    pub fn ready(this: &Instance) -> Result<Array, JsValue>;
}
