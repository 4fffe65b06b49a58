//! A number in the forms that list numbers take: 一、壹、甲、①、iv、AA.

/// The number of a list in a format of the standard. What has no such form is written in digits.
pub(super) fn numeral(format: &str, number: u32) -> String {
    let written = match format {
        "none" | "bullet" => Some(String::new()),
        "chineseCounting" | "taiwaneseCounting" => counted(number, &PLAIN, false),
        "chineseCountingThousand" | "taiwaneseCountingThousand" => counted(number, &PLAIN, true),
        "japaneseCounting" => counted(number, &PLAIN, true).map(|words| words.replace('零', "")),
        "chineseLegalSimplified" => counted(number, &LEGAL, true),
        "ideographLegalTraditional" => counted(number, &LEGAL_TRADITIONAL, true),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Some(digits(number, '〇')),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸", number),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥", number),
        "ideographZodiacTraditional" => sexagenary(number),
        "ideographEnclosedCircle" => nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalEnclosedFullstop" => shifted('⒈', number, 20),
        "decimalEnclosedParen" => shifted('⑴', number, 20),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(wide(number)),
        "numberInDash" => Some(format!("- {number} -")),
        "upperLetter" => Some(letters('A', number)),
        "lowerLetter" => Some(letters('a', number)),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|r| r.to_lowercase()),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

/// ① to ⑳.
pub(super) fn circled(number: u32) -> Option<String> {
    shifted('①', number, 20)
}

/// The nth of characters that follow each other in Unicode.
fn shifted(first: char, number: u32, most: u32) -> Option<String> {
    let index = number.checked_sub(1).filter(|_| number <= most)?;
    char::from_u32(first as u32 + index).map(String::from)
}

fn nth(words: &str, number: u32) -> Option<String> {
    words.chars().nth(number.checked_sub(1)? as usize).map(String::from)
}

/// 甲子, 乙丑 … 癸亥.
fn sexagenary(number: u32) -> Option<String> {
    let index = number.checked_sub(1).filter(|i| *i < 60)?;
    Some(nth("甲乙丙丁戊己庚辛壬癸", index % 10 + 1)? + &nth("子丑寅卯辰巳午未申酉戌亥", index % 12 + 1)?)
}

/// Digits and the names of ten, hundred and thousand.
struct Counting {
    digits: &'static str,
    places: [&'static str; 4],
}

const PLAIN: Counting = Counting { digits: "零一二三四五六七八九", places: ["", "十", "百", "千"] };
const LEGAL: Counting = Counting { digits: "零壹贰叁肆伍陆柒捌玖", places: ["", "拾", "佰", "仟"] };
const LEGAL_TRADITIONAL: Counting =
    Counting { digits: "零壹貳參肆伍陸柒捌玖", places: ["", "拾", "佰", "仟"] };

/// 十二, 一百零三 where `thousands`, else 一〇三 from a hundred on. Nothing from ten thousand on.
fn counted(number: u32, counting: &Counting, thousands: bool) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    if number > 99 && !thousands {
        return Some(digits(number, '○'));
    }
    let mut out = String::new();
    let mut gap = false;
    for (place, name) in counting.places.iter().enumerate().rev() {
        let digit = number / 10_u32.pow(place as u32) % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.extend(counting.digits.chars().next());
        }
        // 十二, not 一十二.
        if !(number < 20 && place == 1 && counting.places == PLAIN.places) {
            out.extend(counting.digits.chars().nth(digit as usize));
        }
        out.push_str(name);
    }
    Some(out)
}

fn digits(number: u32, zero: char) -> String {
    let han = |d: u32| if d == 0 { Some(zero) } else { PLAIN.digits.chars().nth(d as usize) };
    number.to_string().chars().filter_map(|c| han(c.to_digit(10)?)).collect()
}

fn wide(number: u32) -> String {
    number.to_string().chars().filter_map(|c| char::from_u32('０' as u32 + c.to_digit(10)?)).collect()
}

/// A … Z, AA, BB … as word processors count.
fn letters(first: char, number: u32) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from_u32(first as u32 + index % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (index / 26).min(9) as usize + 1).collect()
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    Some(out)
}
