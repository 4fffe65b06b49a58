//! Drawings and embedded objects: text boxes are read, everything else is counted.

use super::Reader;
use super::flow::Paragraph;
use super::loss::Loss;
use super::paragraph::Line;
use crate::reader::ReadError;
use crate::reader::xml::{Node, Xml};

impl Reader<'_, '_> {
    /// Looks through `w:drawing`, `w:pict` or `w:object`, in either language of shapes.
    pub(super) fn drawing(&mut self, xml: &mut Xml, line: &mut Line) -> Result<(), ReadError> {
        let mut losses = Vec::new();
        self.shapes(xml, line, &mut losses)?;
        // An embedded object shows itself as a picture; a formula as one is a picture as well.
        let object = losses.iter().any(|loss| matches!(loss, Loss::Object | Loss::Chart));
        losses.into_iter().filter(|loss| !object || *loss != Loss::Picture).for_each(|loss| line.lose(loss));
        Ok(())
    }

    fn shapes(&mut self, xml: &mut Xml, line: &mut Line, losses: &mut Vec<Loss>) -> Result<(), ReadError> {
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "txbxContent" => {
                    self.blocks(xml, &mut line.boxes)?;
                    continue;
                }
                // Words of a shape that is no text box of the document.
                "txBody" => {
                    let text = xml.text()?;
                    line.boxes.paragraph(None, Paragraph { text, ..Paragraph::default() }, false);
                    continue;
                }
                "chart" => losses.push(Loss::Chart),
                "relIds" => losses.push(Loss::Diagram),
                "OLEObject" => {
                    // A formula of the old editor holds no table of figures.
                    let formula = element.attribute("ProgID").is_some_and(|id| id.starts_with("Equation"));
                    losses.push(if formula { Loss::Picture } else { Loss::Object });
                }
                "control" => losses.push(Loss::Object),
                "blip" | "imagedata" => losses.push(Loss::Picture),
                _ => {
                    self.shapes(xml, line, losses)?;
                    continue;
                }
            }
            xml.skip()?;
        }
        Ok(())
    }
}
