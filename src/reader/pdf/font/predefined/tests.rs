//! Every code of every kept map against the whole set of maps, which only the tests have; `PACK=1` packs them anew.

use super::{Run, TURNED, extend, predefined, source, turned, write_ranges};
use flate2::{Compression, write::DeflateEncoder};
use hayro_cmap::{BfString, CMap, CMapName, load_embedded};
use std::fmt::Write as _;
use std::io::Write as _;

/// The kept maps, each with the one that it is written as a change of.
const KEPT: [(&str, Option<&str>); 15] = [
    ("Adobe-GB1-UCS2", None),
    ("GB-EUC-H", None),
    ("GB-EUC-V", Some("GB-EUC-H")),
    ("GBpc-EUC-H", Some("GB-EUC-H")),
    ("GBpc-EUC-V", Some("GBpc-EUC-H")),
    ("GBK-EUC-H", None),
    ("GBK-EUC-V", Some("GBK-EUC-H")),
    ("GBKp-EUC-H", Some("GBK-EUC-H")),
    ("GBKp-EUC-V", Some("GBKp-EUC-H")),
    ("GBK2K-H", Some("GBKp-EUC-H")),
    ("GBK2K-V", Some("GBK2K-H")),
    ("UniGB-UCS2-H", Some(TURNED)),
    ("UniGB-UCS2-V", Some("UniGB-UCS2-H")),
    ("UniGB-UTF16-H", Some("UniGB-UCS2-H")),
    ("UniGB-UTF16-V", Some("UniGB-UTF16-H")),
];

fn whole(name: &str) -> Option<CMap> {
    CMap::parse(load_embedded(CMapName::from_bytes(name.as_bytes()))?, load_embedded)
}

/// All codes of one and two bytes, and of a map that has such, those of four.
fn codes(name: &str) -> impl Iterator<Item = (u32, u8)> {
    let four = |high: Vec<u32>, low: Vec<u32>| {
        high.into_iter().flat_map(move |h| low.clone().into_iter().map(move |l| (h << 16 | l, 4)))
    };
    let pairs = || (0x81..=0xfe).flat_map(|high| (0x30..=0x39).map(move |low| high << 8 | low)).collect::<Vec<u32>>();
    let long = match name {
        _ if name.starts_with("GBK2K") => four(pairs(), pairs()),
        _ if name.starts_with("UniGB-UTF16") => four((0xd800..=0xdbff).collect(), (0xdc00..=0xdfff).collect()),
        _ => four(Vec::new(), Vec::new()),
    };
    (0..=0xff).map(|code| (code, 1)).chain((0..=0xffff).map(|code| (code, 2))).chain(long)
}

/// The runs of a map, for codes of one, two and four bytes.
type Runs = [Vec<Run>; 3];

/// The runs for codes of so many bytes.
fn of_length(runs: &mut Runs, bytes: u8) -> &mut Vec<Run> {
    &mut runs[usize::from(bytes / 2)]
}

/// A map that others are written as a change of: one of the set, or the characters' turned round.
fn base_of(name: &str) -> Option<CMap> {
    if name != TURNED {
        return whole(name);
    }
    let mut map = Vec::new();
    write_ranges(&mut map, "cid", 4, &turned(&characters("Adobe-GB1-UCS2")?.1[1]));
    CMap::parse(&map, |_| None)
}

fn cids(name: &str, base: Option<&str>) -> Option<(String, Runs)> {
    let (map, base_map) = (whole(name)?, base.and_then(base_of));
    let mut head = String::from("/Registry(Adobe)def/Ordering(GB1)def/Supplement 5 def");
    let _ = write!(head, "/WMode {} def", u8::from(name.ends_with('V')));
    if let Some(base) = base {
        let _ = write!(head, "/{base} usecmap");
    }
    let mut runs = Runs::default();
    for (code, length) in codes(name) {
        let cid = map.lookup_cid_code(code, length);
        if cid != base_map.as_ref().and_then(|map| map.lookup_cid_code(code, length)) {
            extend(of_length(&mut runs, length), code, cid.unwrap_or(0));
        }
    }
    Some((head, runs))
}

fn text_of(shown: BfString) -> String {
    match shown {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    }
}

fn characters(name: &str) -> Option<(String, Runs)> {
    let map = whole(name)?;
    let (mut head, mut runs) = (String::from("beginbfchar"), Runs::default());
    for cid in 0..=0xffff {
        let Some(shown) = map.lookup_bf_string(cid) else { continue };
        let units: Vec<u16> = text_of(shown).encode_utf16().collect();
        if let [unit] = units.as_slice() {
            extend(of_length(&mut runs, 2), cid, u32::from(*unit));
        } else {
            let units: String = units.iter().map(|unit| format!("{unit:04x}")).collect();
            let _ = write!(head, "<{cid:04x}><{units}>");
        }
    }
    Some((head + " endbfchar", runs))
}

fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// How many runs, then how far each begins behind the last, how long it is, and how
/// its first value differs from the last one, with the sign in the lowest bit.
fn columns(out: &mut Vec<u8>, runs: &[Run]) {
    number(out, runs.len() as u32);
    let (mut before, mut value) = (0, 0u32);
    runs.iter().for_each(|(first, last, _)| number(out, first - std::mem::replace(&mut before, *last)));
    runs.iter().for_each(|(first, last, _)| number(out, last - first));
    for (first, last, start) in runs {
        let change = start.wrapping_sub(value) as i32;
        number(out, (change << 1 ^ change >> 31) as u32);
        value = start + (last - first);
    }
}

/// Writes the packed maps; none where a map is missing or the file cannot be written.
fn pack() -> Option<()> {
    let mut out = Vec::new();
    for (name, base) in KEPT {
        let (head, runs) = if name.ends_with("UCS2") { characters(name)? } else { cids(name, base)? };
        out.extend(format!("{name}\0{head}\0").as_bytes());
        runs.iter().for_each(|runs| columns(&mut out, runs));
    }
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&out).ok()?;
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/src/reader/pdf/font/predefined.deflate");
    std::fs::write(place, packed.finish().ok()?).ok()
}

#[test]
fn kept_maps_say_what_the_whole_set_says() {
    if std::env::var_os("PACK").is_some() {
        assert!(pack().is_some(), "packed");
        return;
    }
    let compared = KEPT.iter().filter(|(name, _)| compare(name).is_some()).count();
    assert_eq!(compared, KEPT.len(), "every kept map is there");
    assert!(source(CMapName::from_bytes(b"90ms-RKSJ-H")).is_none());
}

/// Compares every code of a map; none where the map is missing.
fn compare(name: &str) -> Option<()> {
    let (ours, theirs) = (predefined(CMapName::from_bytes(name.as_bytes()))?, whole(name)?);
    assert_eq!(ours.metadata().writing_mode.is_some(), !name.ends_with("UCS2"), "{name}");
    for (code, length) in codes(name) {
        let (ours, theirs) = (ours.lookup_cid_code(code, length), theirs.lookup_cid_code(code, length));
        // A code that only the map below has is one without a glyph here.
        assert!(ours == theirs || ours == Some(0) && theirs.is_none(), "{name} {code:x}: {ours:?}, {theirs:?}");
    }
    for cid in 0..=0xffff {
        let (ours, theirs) = (ours.lookup_bf_string(cid), theirs.lookup_bf_string(cid));
        assert_eq!(ours.map(text_of), theirs.map(text_of), "{name} {cid}");
    }
    Some(())
}
