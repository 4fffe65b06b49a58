//! Streams → bytes, never more than the session allows.

use super::super::error::Quantity;
use super::super::{ReadError, Session};
use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::{DECODE_PARMS, DP};
use hayro_syntax::object::{Array, Dict, Stream};
use std::io::{Read, sink};

/// What a stream holds.
pub(super) struct Decoded {
    pub bytes: Vec<u8>,
    /// Whether nothing of it was lost to damage.
    pub whole: bool,
}

impl Decoded {
    const LOST: Self = Self { bytes: Vec::new(), whole: false };
}

/// The bytes of a stream.
///
/// # Errors
/// Where they are more than may be inflated.
pub(super) fn decode(stream: &Stream<'_>, session: &mut Session) -> Result<Decoded, ReadError> {
    let filters = stream.filters();
    let plain = !stream.dict().contains_key(DECODE_PARMS) && !stream.dict().contains_key(DP);
    let decoded = if *filters == [Filter::FlateDecode] && (plain || !is_predicted(stream.dict())) {
        inflate(&stream.raw_data(), session.room_for_one())
    } else {
        by_parser(stream, &filters, session)?
    };
    if decoded.bytes.len() > session.room_for_one() {
        return Err(ReadError::TooMuch(Quantity::Inflated));
    }
    session.inflate(decoded.bytes.len())?;
    Ok(decoded)
}

fn is_predicted(dict: &Dict<'_>) -> bool {
    let parameters = dict.get::<Dict<'_>>(DECODE_PARMS).or_else(|| {
        let array = dict.get::<Array<'_>>(DECODE_PARMS)?;
        array.iter::<Dict<'_>>().next()
    });
    parameters.is_none_or(|p| p.get::<i32>(b"Predictor").is_some_and(|predictor| predictor > 1))
}

/// Filters that the parser undoes know no limit, so that the most they can make of their input must fit.
fn by_parser(stream: &Stream<'_>, filters: &[Filter], session: &mut Session) -> Result<Decoded, ReadError> {
    let growth = |filter: &Filter| match filter {
        Filter::FlateDecode => 1032,
        Filter::LzwDecode => 2730,
        Filter::RunLengthDecode => 64,
        _ => 1,
    };
    let raw = stream.raw_data().len();
    let most = filters.iter().map(growth).fold(raw, usize::saturating_mul);
    if most > session.room_for_one() {
        return Err(ReadError::TooMuch(Quantity::Inflated));
    }
    Ok(stream.decoded_data().map_or(Decoded::LOST, |bytes| Decoded { bytes: bytes.into_owned(), whole: true }))
}

/// Inflates at most one byte more than `room`. What stands before a fault is kept; a wrong checksum is none.
fn inflate(raw: &[u8], room: usize) -> Decoded {
    let mut bytes = Vec::new();
    let most = room as u64 + 1;
    let whole = match deflated(raw) {
        Some(body) => DeflateDecoder::new(body).take(most).read_to_end(&mut bytes).is_ok(),
        None => ZlibDecoder::new(raw).take(most).read_to_end(&mut bytes).is_ok(),
    };
    Decoded { bytes, whole }
}

/// What follows a zlib header.
fn deflated(raw: &[u8]) -> Option<&[u8]> {
    let (head, body) = raw.split_first_chunk::<2>()?;
    (head[0] & 0x0f == 8 && u16::from_be_bytes(*head) % 31 == 0).then_some(body)
}

/// The parser inflates streams of objects and of cross-references by itself and without limit: they are counted before it does.
///
/// # Errors
/// Where they are more than may be inflated.
pub(super) fn count_object_streams(file: &[u8], session: &mut Session) -> Result<(), ReadError> {
    for name in [b"/ObjStm".as_slice(), b"/XRef".as_slice()] {
        let mut from = 0;
        while let Some(at) = find(file, name, from) {
            from = at + name.len();
            let head = file.get(from..file.len().min(from + 4096)).unwrap_or(&[]);
            let Some(begin) = find(head, b"stream", 0) else { continue };
            let body = file.get(from + begin + 6..).unwrap_or(&[]);
            let breaks = body.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count().min(2);
            let Some(body) = deflated(body.get(breaks..).unwrap_or(&[])) else { continue };
            let mut decoder = DeflateDecoder::new(body).take(session.room() as u64 + 1);
            // A fault ends the stream; what was inflated up to there counts.
            let _ = std::io::copy(&mut decoder, &mut sink());
            let inflated = session.room() as u64 + 1 - decoder.limit();
            session.inflate(inflated as usize)?;
        }
    }
    Ok(())
}

/// Where a word first stands at or behind a place.
pub(super) fn find(data: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let mut at = from;
    loop {
        at += data.get(at..)?.iter().position(|b| *b == first)?;
        if data.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
