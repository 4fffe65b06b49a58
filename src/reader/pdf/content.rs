//! Content streams → what the page shows.

use super::super::error::Quantity;
use super::super::{ReadError, Session};
use super::fixed::{ONE, fixed};
use super::font::Fonts;
use super::geometry::{Area, Matrix, length, thousandths};
use super::ink::Ink;
use super::marked::Marked;
use super::path::{Path, place};
use super::pen::Pen;
use super::stream::decode;
use crate::gather::Gather;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::dict::keys::{FORM, IMAGE, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::Resources;

/// Forms inside each other at most.
const MOST_FORMS: usize = 24;
/// Saved states at most.
const MOST_STATES: usize = 10_000;
/// A form counts as so many bytes at least, so that a file cannot draw small ones without end.
const LEAST_FORM: usize = 8192;
/// After so many operators whoever waits is asked whether to go on.
const OPERATORS: usize = 16_384;
/// An operator that is put behind every stream: where it is not reached, the parser gave up before the end.
const END: &[u8] = b"\nendofcontent\n";

/// What a `q` keeps.
#[derive(Clone)]
struct State<'a> {
    matrix: Matrix,
    pen: Pen<'a>,
    line_width: i64,
}

/// Runs content streams.
pub(super) struct Interpreter<'a, 's, 'l> {
    pub session: &'s mut Session<'l>,
    pub fonts: &'s mut Fonts<'a>,
    pub ink: &'s mut Ink,
}

/// One content stream being run.
struct Run<'a, 'r> {
    resources: &'r Resources<'a>,
    state: State<'a>,
    saved: Vec<State<'a>>,
    path: Path,
    marked: Vec<Marked>,
    depth: usize,
}

impl<'a> Interpreter<'a, '_, '_> {
    /// Runs the content of a page.
    ///
    /// # Errors
    /// Where it is too much, or the reading was stopped.
    pub(super) fn page(&mut self, data: Vec<u8>, resources: &Resources<'a>, matrix: Matrix) -> Result<(), ReadError> {
        let state = State { matrix, pen: Pen::default(), line_width: 0 };
        self.run(data, resources, state, 0)
    }

    fn run(
        &mut self,
        mut data: Vec<u8>,
        resources: &Resources<'a>,
        state: State<'a>,
        depth: usize,
    ) -> Result<(), ReadError> {
        data.extend_from_slice(END);
        let mut run = Run { resources, state, saved: Vec::new(), path: Path::default(), marked: Vec::new(), depth };
        let mut instructions = UntypedIter::new(&data);
        let mut reached = false;
        let mut count = 0_usize;
        while let Some(instruction) = instructions.next() {
            count += 1;
            if count.is_multiple_of(OPERATORS) {
                self.session.pulse()?;
            }
            let operands: Vec<&Object<'_>> = instruction.operands().gather();
            let operator: &[u8] = instruction.operator;
            reached = operator == b"endofcontent";
            if !self.text(&mut run, operator, &operands)? && !self.draw(&mut run, operator, &operands) {
                self.other(&mut run, operator, &operands)?;
            }
        }
        self.ink.cut |= !reached;
        Ok(())
    }

    /// Operators of text.
    fn text(&mut self, run: &mut Run<'a, '_>, operator: &[u8], operands: &[&Object<'_>]) -> Result<bool, ReadError> {
        let matrix = run.state.matrix;
        let pen = &mut run.state.pen;
        let number = |i: usize| number(operands, i);
        match operator {
            b"BT" => pen.begin(),
            b"Tf" => {
                pen.font = match operands.first() {
                    Some(Object::Name(name)) => self.fonts.named(&run.resources.fonts, name.as_ref(), self.session)?,
                    _ => None,
                };
                pen.size = number(1);
            }
            b"Td" => pen.next_line(number(0), number(1)),
            b"TD" => {
                pen.leading = number(1).saturating_neg();
                pen.next_line(number(0), number(1));
            }
            b"Tm" => pen.set(Matrix::new([0, 1, 2, 3, 4, 5].map(number))),
            b"T*" => pen.next_line(0, pen.leading.saturating_neg()),
            b"Tc" => pen.spacing = number(0),
            b"Tw" => pen.word_spacing = number(0),
            b"Tz" => pen.stretch = number(0) / 100,
            b"TL" => pen.leading = number(0),
            b"Ts" => pen.rise = number(0),
            b"Tr" => pen.hidden = number(0) == 3 * ONE,
            b"Tj" => self.show(run, operands.first())?,
            b"'" => {
                pen.next_line(0, pen.leading.saturating_neg());
                self.show(run, operands.first())?;
            }
            b"\"" => {
                (pen.word_spacing, pen.spacing) = (number(0), number(1));
                pen.next_line(0, pen.leading.saturating_neg());
                self.show(run, operands.get(2))?;
            }
            b"TJ" => {
                let Some(Object::Array(items)) = operands.first() else { return Ok(true) };
                for item in items.iter::<Object<'_>>() {
                    match item {
                        Object::String(string) => run.state.pen.show(&string, matrix, self.session, self.ink)?,
                        Object::Number(back) => run.state.pen.step_back(fixed(back) / 1000),
                        _ => {}
                    }
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn show(&mut self, run: &mut Run<'a, '_>, string: Option<&&Object<'_>>) -> Result<(), ReadError> {
        let Some(Object::String(string)) = string else { return Ok(()) };
        run.state.pen.show(string, run.state.matrix, self.session, self.ink)
    }

    /// Operators of paths.
    fn draw(&mut self, run: &mut Run<'a, '_>, operator: &[u8], operands: &[&Object<'_>]) -> bool {
        let matrix = run.state.matrix;
        let point = |i: usize| place(matrix, number(operands, i), number(operands, i + 1));
        let path = &mut run.path;
        match operator {
            b"m" => path.move_to(point(0)),
            b"l" => path.line_to(point(0)),
            b"c" => path.curve_to(point(4)),
            b"v" | b"y" => path.curve_to(point(2)),
            b"h" => path.close(),
            b"re" => path.rectangle([0, 1, 2, 3].map(|i| number(operands, i)), matrix),
            b"w" => run.state.line_width = number(operands, 0),
            b"n" => path.clear(),
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                if matches!(operator, b"s" | b"b" | b"b*") {
                    path.close();
                }
                if !matches!(operator, b"S" | b"s") {
                    path.fill(self.ink);
                }
                if !matches!(operator, b"f" | b"F" | b"f*") {
                    let (x, y) = matrix.turn(run.state.line_width, 0);
                    path.stroke(thousandths(length(x, y)), self.ink);
                }
                path.clear();
            }
            _ => return false,
        }
        true
    }

    /// Operators of the state, of marked content and of what is drawn from elsewhere.
    fn other(&mut self, run: &mut Run<'a, '_>, operator: &[u8], operands: &[&Object<'_>]) -> Result<(), ReadError> {
        match operator {
            b"q" if run.saved.len() >= MOST_STATES => return Err(ReadError::TooMuch(Quantity::Depth)),
            b"q" => run.saved.push(run.state.clone()),
            b"Q" => {
                if let Some(state) = run.saved.pop() {
                    run.state = state;
                }
            }
            b"cm" => {
                let inner = Matrix::new([0, 1, 2, 3, 4, 5].map(|i| number(operands, i)));
                run.state.matrix = inner.within(run.state.matrix);
            }
            b"BMC" | b"BDC" if run.marked.len() >= MOST_STATES => return Err(ReadError::TooMuch(Quantity::Depth)),
            b"BMC" => run.marked.push(Marked::default()),
            b"BDC" => {
                let marked = match operands.get(1) {
                    Some(Object::Dict(properties)) => Marked::begin(properties, self.ink),
                    Some(Object::Name(name)) => run
                        .resources
                        .properties
                        .get::<Dict<'_>>(name.as_ref())
                        .map_or_else(Marked::default, |properties| Marked::begin(&properties, self.ink)),
                    _ => Marked::default(),
                };
                run.marked.push(marked);
            }
            b"EMC" => {
                if let Some(marked) = run.marked.pop() {
                    marked.end(self.ink);
                }
            }
            b"BI" => self.image(run.state.matrix),
            b"Do" => {
                if let Some(Object::Name(name)) = operands.first() {
                    self.external(run, name)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A picture fills the unit square.
    fn image(&mut self, matrix: Matrix) {
        let corners = [(0, 0), (ONE, 0), (ONE, ONE), (0, ONE)].map(|(x, y)| place(matrix, x, y));
        let area = corners.iter().map(|c| Area::of(*c, *c)).reduce(|a, b| a.with(&b));
        self.ink.images.extend(area);
    }

    fn external(&mut self, run: &Run<'a, '_>, name: &Name<'_>) -> Result<(), ReadError> {
        let Some(object) = run.resources.x_objects.get::<Stream<'a>>(name.as_ref()) else { return Ok(()) };
        let dict = object.dict();
        let kind = dict.get::<Name<'_>>(SUBTYPE);
        if kind.as_deref() == Some(IMAGE) {
            self.image(run.state.matrix);
        }
        if kind.as_deref() != Some(FORM) || run.depth >= MOST_FORMS {
            return Ok(());
        }
        let decoded = decode(&object, self.session)?;
        self.session.inflate(LEAST_FORM.saturating_sub(decoded.bytes.len()))?;
        self.ink.cut |= !decoded.whole;
        let mut state = run.state.clone();
        if let Some(matrix) = dict.get::<Array<'_>>(MATRIX) {
            let mut entries = matrix.iter::<Number>().map(fixed);
            let mut next = || entries.next().unwrap_or(0);
            state.matrix = Matrix::new([next(), next(), next(), next(), next(), next()]).within(state.matrix);
        }
        match dict.get::<Dict<'a>>(RESOURCES) {
            Some(own) => self.run(decoded.bytes, &Resources::new(own), state, run.depth + 1),
            None => self.run(decoded.bytes, run.resources, state, run.depth + 1),
        }
    }
}

/// An operand; 0 where it is missing or no number.
fn number(operands: &[&Object<'_>], at: usize) -> i64 {
    match operands.get(at) {
        Some(Object::Number(number)) => fixed(*number),
        _ => 0,
    }
}
