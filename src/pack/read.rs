//! A pack's JSON into a pack, or why not.

use super::error::{PackError, Trouble};
use super::field::{Field, Object};
use super::{Definition, Formula, Input, Pack, Scoring, Table, band};
use crate::catalog::input;
use crate::gather::Gather;
use crate::number::{Band, Decimal};
use crate::report::{self, Confirmation, Direction};
use serde_json::Value;

/// Inputs of one formula: each may be rounded either way, and all combinations are reckoned.
const MOST_INPUTS: usize = 8;

const STATUS: [(&str, Confirmation); 2] =
    [("confirmed", Confirmation::Confirmed), ("reference", Confirmation::Reference)];
const DIRECTION: [(&str, Direction); 3] =
    [("lower", Direction::Lower), ("higher", Direction::Higher), ("target", Direction::Target)];
const UNIT: [(&str, &str); 3] = [("%", "%"), ("‰", "‰"), ("倍", "倍")];

type Result<T> = std::result::Result<T, PackError>;

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// Where the text is no pack, with the place and what to do.
    pub fn read(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| PackError { place: Vec::new(), trouble: Trouble::Json(error.line(), error.column()) })?;
        pack(&Field::root(&value))
    }
}

fn pack(file: &Field) -> Result<Pack> {
    const KEYS: [&str; 10] =
        ["code", "name", "region", "year", "document", "basis", "status", "extends", "inputs", "indicators"];
    let file = file.object(&KEYS)?;
    let about = report::Pack {
        code: file.get("code")?.text()?,
        name: file.get("name")?.text()?,
        region: file.get("region")?.text()?,
        year: file.get("year")?.year()?,
        document: file.get("document")?.text()?,
        basis: file.get("basis")?.text()?,
        status: file.get("status")?.word(&STATUS)?,
    };
    let base = match file.maybe("extends") {
        Some(field) => base(&field)?,
        None => Pack::default(),
    };
    let mut out = Pack { about, ..base };
    if let Some(list) = file.maybe("inputs") {
        for item in list.items(|value| named(value, &["name"]))? {
            let input = own_input(&item)?;
            if find(&out.inputs, &input.name).is_some() {
                return Err(item.wrong(Trouble::Twice(input.name)));
            }
            out.inputs.push(input);
        }
    }
    let list = file.get("indicators")?;
    let mut own: Vec<Definition> = Vec::new();
    for item in list.items(|value| named(value, &["code", "name", "variant"]))? {
        let definition = definition(&item, &out.inputs)?;
        if own.iter().any(|other| other.is_same(&definition)) {
            return Err(item.wrong(Trouble::Twice([definition.code, definition.name].join(" "))));
        }
        own.push(definition);
    }
    for definition in own {
        match out.indicators.iter_mut().find(|other| other.is_same(&definition)) {
            Some(before) => *before = definition,
            None => out.indicators.push(definition),
        }
    }
    if out.indicators.is_empty() { Err(list.wrong(Trouble::Nothing)) } else { Ok(out) }
}

/// What a pack builds upon: one that gouji brings along.
fn base(field: &Field) -> Result<Pack> {
    let code = field.text()?;
    Pack::built_in(&code).ok_or_else(|| field.wrong(Trouble::UnknownBase(code)))
}

/// What an item of a list is called, for the place of an error.
fn named(value: &Value, keys: &[&str]) -> String {
    let words: Vec<&str> = keys.iter().filter_map(|key| value.get(key)?.as_str()).gather();
    words.join(" ")
}

fn find(own: &[Input], name: &str) -> Option<Input> {
    let known = |input: &input::Input| Input {
        key: input.key.to_owned(),
        name: input.name.to_owned(),
        unit: input.unit.to_owned(),
    };
    input::named(name).map(known).or_else(|| own.iter().find(|input| input.name == name).cloned())
}

fn own_input(item: &Field) -> Result<Input> {
    let item = item.object(&["name", "unit"])?;
    let name = item.get("name")?.text()?;
    Ok(Input { key: name.clone(), name, unit: item.get("unit")?.text()? })
}

fn definition(item: &Field, own: &[Input]) -> Result<Definition> {
    const KEYS: [&str; 13] = [
        "code",
        "name",
        "variant",
        "formula",
        "unit",
        "direction",
        "line",
        "basis",
        "status",
        "since",
        "until",
        "note",
        "score",
    ];
    let item = item.object(&KEYS)?;
    let text = |key: &'static str| item.maybe(key).map(|field| field.text()).transpose();
    let (formula, inputs) = formula(&item.get("formula")?, own)?;
    let since = item.get("since")?.year()?;
    let until = item.maybe("until").map(|field| field.year()).transpose()?;
    if until.is_some_and(|until| until < since) {
        return Err(item.wrong(Trouble::Years));
    }
    Ok(Definition {
        code: item.get("code")?.text()?,
        name: item.get("name")?.text()?,
        variant: text("variant")?,
        formula,
        inputs,
        unit: item.get("unit")?.word(&UNIT)?.to_owned(),
        direction: item.get("direction")?.word(&DIRECTION)?,
        line: item.maybe("line").map(|field| one_band(&field)).transpose()?,
        basis: item.get("basis")?.text()?,
        status: item.get("status")?.word(&STATUS)?,
        since,
        until,
        note: text("note")?,
        score: item.maybe("score").map(|field| scoring(&field)).transpose()?,
    })
}

/// A formula with the inputs that it names.
fn formula(field: &Field, own: &[Input]) -> Result<(Formula, Vec<Input>)> {
    let formula = Formula::read(&field.text()?).map_err(|trouble| field.wrong(trouble))?;
    let input = |name: &String| find(own, name).ok_or_else(|| field.wrong(Trouble::UnknownInput(name.clone())));
    let inputs = formula.names().iter().map(input).collect::<Result<Vec<_>>>()?;
    match inputs.len() {
        0 => Err(field.wrong(Trouble::NoInput)),
        count if count > MOST_INPUTS => Err(field.wrong(Trouble::ManyInputs(MOST_INPUTS))),
        _ => Ok((formula, inputs)),
    }
}

fn one_band(field: &Field) -> Result<Band> {
    band::read(&field.text()?).map_err(|trouble| field.wrong(trouble))
}

fn scoring(field: &Field) -> Result<Scoring> {
    let item = field.object(&["full", "rule", "bands", "steps", "proportion"])?;
    let full = item.get("full")?;
    let points = full.positive()?;
    let table = match (item.maybe("bands"), item.maybe("steps"), item.maybe("proportion")) {
        (Some(list), None, None) => Table::Bands(bands(&list, points)?),
        (None, Some(steps), None) => steps_of(&steps.object(&["within", "each", "deduct"])?)?,
        (None, None, Some(whole)) => Table::Proportion(whole.positive()?),
        _ => return Err(item.wrong(Trouble::Tables)),
    };
    Ok(Scoring { full: points, rule: item.get("rule")?.text()?, table })
}

fn steps_of(item: &Object) -> Result<Table> {
    let each = item.get("each")?.positive()?;
    Ok(Table::Steps { within: one_band(&item.get("within")?)?, each, deduct: item.get("deduct")?.positive()? })
}

fn bands(list: &Field, full: Decimal) -> Result<Vec<(Band, Decimal)>> {
    let items = list.items(|value| named(value, &["band"]))?;
    let mut out = Vec::new();
    for item in &items {
        let object = item.object(&["band", "points"])?;
        let field = object.get("points")?;
        let points = field.decimal()?;
        if points.is_sign_negative() || points > full {
            return Err(field.wrong(Trouble::AboveFull(points.to_string(), full.to_string())));
        }
        out.push((one_band(&object.get("band")?)?, points));
    }
    let only: Vec<Band> = out.iter().map(|(band, _)| *band).gather();
    match (super::band::follow(&only), out.is_empty()) {
        (_, true) => Err(list.wrong(Trouble::Nothing)),
        (Err((at, trouble)), _) => Err(items.get(at).unwrap_or(list).wrong(trouble)),
        (Ok(()), _) => Ok(out),
    }
}
