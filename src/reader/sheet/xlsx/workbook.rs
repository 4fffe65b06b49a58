//! The list of sheets, and how the parts of a package hang together.

use crate::reader::markup::{Markup, Node};
use crate::reader::package::Package;
use crate::reader::{ReadError, Session, xml};

/// What one part says of another (关系).
pub(super) struct Relation {
    /// The name by which the part calls it.
    pub id: String,
    /// The last word of its kind, which both editions share.
    pub kind: String,
    /// The name of the other part, from the root.
    pub target: String,
}

/// A workbook: its sheets in order.
#[derive(Default)]
pub(super) struct Workbook {
    /// Dates count from 1904.
    pub from_1904: bool,
    /// Its sheets.
    pub sheets: Vec<Entry>,
}

/// A sheet as the workbook names it.
pub(super) struct Entry {
    /// Its name.
    pub name: String,
    /// Its relation.
    pub relation: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Reads the list of sheets.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Workbook, ReadError> {
    let mut out = Workbook::default();
    let mut markup = Markup::new(text);
    while let Some(node) = markup.next(session)? {
        let Node::Open(tag) = node else { continue };
        match tag.name().as_str() {
            "workbookPr" => out.from_1904 = tag.is("date1904"),
            "sheet" => out.sheets.push(Entry {
                name: tag.get("name").unwrap_or_default(),
                relation: tag.get("id").ok_or(ReadError::Damaged)?,
                hidden: tag.get("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
    Ok(out)
}

/// The relations of a part, or of the whole package; none where it has none.
pub(super) fn relations(package: &mut Package, part: &str, session: &mut Session) -> Result<Vec<Relation>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = [folder, "/_rels/", file, ".rels"].concat();
    let Some(bytes) = package.part(&name, session)? else {
        return Ok(Vec::new());
    };
    let text = xml::decode(bytes);
    let mut out = Vec::new();
    let mut markup = Markup::new(&text);
    while let Some(node) = markup.next(session)? {
        let Node::Open(tag) = node else { continue };
        if tag.name() != "Relationship" || tag.get("TargetMode").is_some_and(|mode| mode == "External") {
            continue;
        }
        let kind = tag.get("Type").unwrap_or_default();
        out.push(Relation {
            id: tag.get("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: target(folder, &tag.get("Target").unwrap_or_default()),
        });
    }
    Ok(out)
}

/// The name that a target has from the root. It is only compared with the names of parts.
fn target(folder: &str, target: &str) -> String {
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            _ => path.push(step),
        }
    }
    path.join("/")
}
