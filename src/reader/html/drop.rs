//! What of a page is no content: scripts, forms, navigation, and what is hidden.

use html5gum::StartTag;

/// Why an element is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dropped {
    /// Scripts, styles, pictures, forms: nothing to read.
    Machinery,
    /// Navigation and page furniture.
    Navigation,
    /// Not shown.
    Hidden,
}

const MACHINERY: [&str; 14] = [
    "script", "style", "template", "noscript", "svg", "iframe", "object", "select", "button", "textarea", "canvas",
    "title", "datalist", "audio",
];
const NAVIGATION: [&str; 3] = ["nav", "aside", "menu"];
/// Boxes that sites make of plain elements; their names say what they are.
const BOXES: [&str; 7] = ["div", "ul", "ol", "section", "header", "footer", "span"];
const NAMES: [&str; 22] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "topmenu",
    "breadcrumb",
    "breadcrumbs",
    "crumbs",
    "footer",
    "foot",
    "pagefooter",
    "header",
    "topbar",
    "sidebar",
    "side-bar",
    "share",
    "sharebox",
    "toolbar",
    "pager",
    "pagination",
    "friendlink",
    "copyright",
];

/// The value of an attribute.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

/// Whether an element is left out with everything in it; `boxes` also goes by the names of boxes.
pub(super) fn dropped(tag: &StartTag<()>, name: &str, boxes: bool) -> Option<Dropped> {
    if MACHINERY.contains(&name) {
        return Some(Dropped::Machinery);
    }
    if NAVIGATION.contains(&name) || attribute(tag, "role").is_some_and(|role| role == "navigation") {
        return Some(Dropped::Navigation);
    }
    let style: String = attribute(tag, "style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    let hides = style.contains("display:none") || style.contains("visibility:hidden") || style.contains("mso-hide:all");
    if hides || tag.attributes.contains_key(b"hidden".as_slice()) {
        return Some(Dropped::Hidden);
    }
    let names = [attribute(tag, "class"), attribute(tag, "id")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let furniture = names.to_ascii_lowercase().split_whitespace().any(|word| NAMES.contains(&word));
    (boxes && furniture && BOXES.contains(&name)).then_some(Dropped::Navigation)
}
