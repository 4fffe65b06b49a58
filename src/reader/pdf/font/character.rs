//! What a mapping says a code stands for → the characters that a text holds, and how far they can be trusted.

use std::rc::Rc;

/// How far the characters of a code can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Trust {
    /// The file says what they are.
    Sure,
    /// A place that every vendor uses for its own glyphs.
    Private,
    /// Nothing says what they are.
    Unknown,
}

/// The characters of a code.
#[derive(Clone, Debug)]
pub(in super::super) struct Meaning {
    pub text: Rc<str>,
    pub trust: Trust,
}

impl Meaning {
    pub(super) fn unknown() -> Self {
        Self { text: Rc::from("\u{fffd}"), trust: Trust::Unknown }
    }

    /// What is known of a code for which a mapping has this text.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.is_empty() || text.contains(['\u{fffd}', '\0']) {
            return None;
        }
        let private = text.chars().any(is_private);
        let text: String = text.chars().filter_map(plain).collect();
        Some(Self { text: Rc::from(text), trust: if private { Trust::Private } else { Trust::Sure } })
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The radicals from U+2F00 on as the characters that they look like. Fonts that map a glyph twice make files say the radical.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广\
廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽\
老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼\
魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement in their simplified forms.
const SIMPLIFIED: [(char, char); 27] = [
    ('⺟', '母'),
    ('⺠', '民'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
];

/// A character as texts hold it; nothing where it shows nothing.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{2f00}'..='\u{2fd5}' => RADICALS.chars().nth((u32::from(c) - 0x2f00) as usize),
        '\u{2e80}'..='\u{2eff}' => {
            SIMPLIFIED.iter().find(|(radical, _)| *radical == c).map_or(Some(c), |(_, han)| Some(*han))
        }
        '\u{a0}' | '\t' | '\n' | '\r' | '\u{2000}'..='\u{200a}' => Some(' '),
        '\u{ad}' => Some('-'),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}
