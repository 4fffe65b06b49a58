//! Formulas, written in one line: a/b, x^2, √(x).

use crate::gather::Gather;
use crate::reader::ReadError;
use crate::reader::xml::{Element, Node, Xml};

/// The words of the innermost open element of a formula.
pub(super) fn text(xml: &mut Xml) -> Result<String, ReadError> {
    let mut out = String::new();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        out.push_str(&part(xml, &element)?);
    }
    Ok(out)
}

fn part(xml: &mut Xml, element: &Element) -> Result<String, ReadError> {
    Ok(match element.name() {
        "t" => xml.text()?,
        "f" => joined(xml, &["num", "den"], "/")?,
        "sSup" => joined(xml, &["e", "sup"], "^")?,
        "sSub" => joined(xml, &["e", "sub"], "_")?,
        "rad" => "√".to_owned() + &grouped(pieces(xml)?.iter().find(|(name, _)| name == "e").map_or("", |(_, w)| w)),
        "d" => {
            let words: Vec<String> = pieces(xml)?.into_iter().filter(|(name, _)| name == "e").map(|(_, w)| w).gather();
            ["(", &words.join("|"), ")"].concat()
        }
        "nary" => {
            let pieces = pieces(xml)?;
            let body = pieces.iter().find(|(name, _)| name == "e").map_or("", |(_, words)| words.as_str());
            ["∑", body].concat()
        }
        "del" | "moveFrom" => {
            xml.skip()?;
            String::new()
        }
        // Properties hold no words.
        name if name.ends_with("Pr") => {
            xml.skip()?;
            String::new()
        }
        _ => text(xml)?,
    })
}

/// Two pieces of an element with a sign between them.
fn joined(xml: &mut Xml, names: &[&str; 2], sign: &str) -> Result<String, ReadError> {
    let pieces = pieces(xml)?;
    let word = |name: &str| grouped(pieces.iter().find(|(n, _)| n == name).map_or("", |(_, words)| words));
    let [first, second] = names.map(word);
    Ok([&first, sign, &second].concat())
}

/// The pieces that an element consists of, by name.
fn pieces(xml: &mut Xml) -> Result<Vec<(String, String)>, ReadError> {
    let mut out = Vec::new();
    while let Some(node) = xml.inside()? {
        if let Node::Open(element) = node {
            let words = part(xml, &element)?;
            out.push((element.name().to_owned(), words));
        }
    }
    Ok(out)
}

/// Several things that belong together stand in brackets.
fn grouped(words: &str) -> String {
    let single = words.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '%'));
    if single { words.to_owned() } else { ["(", words, ")"].concat() }
}
