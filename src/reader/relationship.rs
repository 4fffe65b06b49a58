//! The parts of an office document and what ties them together: relationships.

use crate::gather::{Gather, SortedMap};

use super::package::Package;
use super::xml::{self, Node, Xml};
use super::{ReadError, Session};

/// A relationship (关系): what kind of part another one is for this one, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Relationship {
    /// The last word of its type, which is the same in every generation of the standard: `styles`, `header`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) target: String,
}

/// The relationships of a part, by their ids.
pub(super) type Relationships = SortedMap<String, Relationship>;

/// The characters of a part; nothing where there is none.
pub(super) fn text(package: &mut Package, name: &str, session: &mut Session) -> Result<Option<String>, ReadError> {
    Ok(package.part(name, session)?.map(xml::decode))
}

/// The relationships of a part; those of the package where its name is empty.
pub(super) fn relationships(
    package: &mut Package,
    part: &str,
    session: &mut Session,
) -> Result<Relationships, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = [folder, "_rels", &[file, ".rels"].concat()].join("/");
    let mut out = Relationships::new();
    let Some(text) = text(package, &name, session)? else {
        return Ok(out);
    };
    let mut xml = Xml::new(&text, session);
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        if element.name() != "Relationship" {
            continue;
        }
        let attribute = |name: &str| element.attribute(name).unwrap_or_default();
        if attribute("TargetMode") != "External" {
            let kind = attribute("Type").rsplit('/').next().unwrap_or("").to_owned();
            let target = resolve(folder, &attribute("Target"));
            out.insert(attribute("Id").into_owned(), Relationship { kind, target });
        }
        xml.skip()?;
    }
    Ok(out)
}

/// A target is told from the folder of the part that names it. Steps above the top lead nowhere.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut out: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').gather() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                out.pop();
            }
            name => out.push(name),
        }
    }
    out.retain(|step| !step.is_empty());
    out.join("/")
}

/// The first part of a kind.
pub(super) fn target<'r>(relationships: &'r Relationships, kind: &str) -> Option<&'r str> {
    relationships.values().find(|r| r.kind == kind).map(|r| r.target.as_str())
}
