//! JSON with places: every value knows the way to it, so that a user is told where to look.

use super::error::{Kind, PackError, Step, Trouble};
use crate::gather::Gather;
use crate::number::Decimal;
use serde_json::{Map, Value};

/// A value in the file.
#[derive(Clone, Debug)]
pub(super) struct Field<'a> {
    value: &'a Value,
    place: Vec<Step>,
}

/// An object in the file whose keys are all known.
#[derive(Clone, Debug)]
pub(super) struct Object<'a> {
    map: &'a Map<String, Value>,
    place: Vec<Step>,
}

type Result<T> = std::result::Result<T, PackError>;

impl<'a> Field<'a> {
    /// The whole file.
    pub const fn root(value: &'a Value) -> Self {
        Self { value, place: Vec::new() }
    }

    /// Something wrong with it.
    pub fn wrong(&self, trouble: Trouble) -> PackError {
        PackError { place: self.place.clone(), trouble }
    }

    /// The value as an object with these keys at most.
    pub fn object(&self, keys: &[&str]) -> Result<Object<'a>> {
        let map = self.value.as_object().ok_or_else(|| self.wrong(Trouble::Kind(Kind::Object)))?;
        match map.keys().find(|key| !keys.contains(&key.as_str())) {
            Some(key) => Err(self.wrong(Trouble::UnknownKey(key.clone(), keys.join("、")))),
            None => Ok(Object { map, place: self.place.clone() }),
        }
    }

    /// The value as a list; its items are called by what `name` finds in them.
    pub fn items(&self, name: fn(&Value) -> String) -> Result<Vec<Self>> {
        let list = self.value.as_array().ok_or_else(|| self.wrong(Trouble::Kind(Kind::List)))?;
        let item = |(at, value): (usize, &'a Value)| {
            let step = Step::Item(at + 1, name(value));
            Self { value, place: self.place.iter().cloned().chain([step]).gather() }
        };
        Ok(list.iter().enumerate().map(item).gather())
    }

    /// The value as a text that says something.
    pub fn text(&self) -> Result<String> {
        let text = self.value.as_str().map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or_else(|| self.wrong(Trouble::Kind(Kind::Text)))
    }

    /// The value as a year.
    pub fn year(&self) -> Result<i32> {
        let year = self.value.as_i64().and_then(|year| i32::try_from(year).ok());
        year.filter(|year| (1949..=2999).contains(year)).ok_or_else(|| self.wrong(Trouble::Kind(Kind::Year)))
    }

    /// The value as an exact decimal, written as a number or in quotes.
    pub fn decimal(&self) -> Result<Decimal> {
        let word = match self.value {
            Value::Number(number) => number.to_string(),
            Value::String(word) => word.trim().to_owned(),
            other => other.to_string(),
        };
        word.parse().map_err(|_| self.wrong(Trouble::Number(word)))
    }

    /// The value as a decimal above zero.
    pub fn positive(&self) -> Result<Decimal> {
        let value = self.decimal()?;
        if value > Decimal::ZERO { Ok(value) } else { Err(self.wrong(Trouble::NotPositive(value.to_string()))) }
    }

    /// The value as one of some words.
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Result<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        found.ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).gather();
            self.wrong(Trouble::Word(text, known.join("、")))
        })
    }
}

impl<'a> Object<'a> {
    /// Something wrong with it.
    pub fn wrong(&self, trouble: Trouble) -> PackError {
        PackError { place: self.place.clone(), trouble }
    }

    /// What stands under a key, where it is there.
    pub fn maybe(&self, key: &'static str) -> Option<Field<'a>> {
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        Some(Field { value, place: self.place.iter().cloned().chain([Step::Key(key)]).gather() })
    }

    /// What stands under a key.
    pub fn get(&self, key: &'static str) -> Result<Field<'a>> {
        self.maybe(key).ok_or_else(|| self.wrong(Trouble::MissingKey(key.to_owned())))
    }
}
