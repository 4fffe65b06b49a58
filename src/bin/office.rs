//! The office module: what is made of report objects. It is fetched when it is first wanted and has no reader and no rule in it.
//!
//! The exports stand here and not in the library, so that the other modules do not carry them.

use wasm_bindgen::prelude::*;

/// `gouji.exportReport`: a report object (as JSON) as another file.
#[wasm_bindgen(js_name = exportReport)]
pub fn export_report(report: &str, format: &str, masked: bool, decided: &str) -> Result<Vec<u8>, JsValue> {
    gouji::web::office::export_report(report, format, masked, decided)
}

/// `gouji.aggregate`: many report objects as one table (as JSON).
#[wasm_bindgen]
pub fn aggregate(files: &str, grouping: &str) -> Result<String, JsValue> {
    gouji::web::office::aggregate(files, grouping)
}

/// `gouji.exportSummary`: a summary object (as JSON) as another file.
#[wasm_bindgen(js_name = exportSummary)]
pub fn export_summary(summary: &str, format: &str) -> Result<Vec<u8>, JsValue> {
    gouji::web::office::export_summary(summary, format)
}

fn main() {}
