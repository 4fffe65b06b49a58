//! How cells look: heads, words, and numbers with as many places as were printed.

use super::MAIN;

/// A cell's style, by its place in the list of the style sheet.
pub(super) const HEAD: usize = 1;
/// Words that wrap.
pub(super) const WORDS: usize = 2;

/// The style of a number without places; one more for each place.
const WHOLE: usize = 3;

/// More places than that are not shown.
const MOST_PLACES: usize = 12;

/// The first number of a format of our own; lower ones are built in.
const OWN_FORMATS: usize = 164;

/// The style of a number as printed.
pub(super) fn number(printed: &str) -> usize {
    let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
    WHOLE.saturating_add(places.min(MOST_PLACES))
}

/// The style sheet.
pub(super) fn sheet() -> String {
    let mut formats = String::new();
    let mut styles = String::from(
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    );
    for places in 0..=MOST_PLACES {
        let id = OWN_FORMATS.saturating_add(places);
        let code = if places == 0 { "0".to_owned() } else { ["0.", &"0".repeat(places)].concat() };
        formats.push_str(&format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"));
        styles.push_str(&format!(
            "<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
        ));
    }
    let count = MOST_PLACES.saturating_add(1);
    let all = WHOLE.saturating_add(count);
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{count}\">{formats}</numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE6EDF5\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{all}\">{styles}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}
