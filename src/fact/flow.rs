//! What comes to a stock and what leaves it: 新增12人, 报废5辆, 调出和退休6人.

use super::{Fact, Role};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

const IN: [&str; 41] = [
    "接受捐赠",
    "受赠",
    "盘盈",
    "新增",
    "增加",
    "新收",
    "收入",
    "招聘",
    "招录",
    "录用",
    "调入",
    "转入",
    "新建",
    "新购",
    "购置",
    "购入",
    "制发",
    "出台",
    "补充",
    "入库",
    "迁入",
    "净迁入",
    "出生",
    "补助",
    "债券",
    "追加",
    "接收",
    "划入",
    "新开",
    "新设",
    "上涨",
    "自然增长",
    "调增",
    "新入库",
    "增补",
    "新招",
    "招收",
    "引进",
    "新聘",
    "新登记",
    "新注册",
];
const OUT: [&str; 45] = [
    "动用", "盘亏", "减少", "废止", "占用", "调出", "退休", "报废", "处置", "核销", "支出", "退库", "注销", "划出",
    "离职", "迁出", "死亡", "核减", "撤销", "退出", "转出", "追减", "下跌", "调减", "压减", "收回", "销号", "辞职",
    "流失", "淘汰", "拆除", "关停", "偿还", "出库", "去世", "病故", "除名", "辞退", "解聘", "开除", "解除", "结案",
    "剔旧", "报损", "下架",
];

/// What brings in only people: 发展党员26名, but 发展资金26万元.
const JOINED: [&str; 3] = ["发展", "吸收", "吸纳"];

/// Words of what the year itself left.
const YEAR: [&str; 5] = ["本年", "当年", "当期", "本期", "收支"];
/// Words of what there was when it began or is when it ends.
const DAYS: [&str; 12] =
    ["上年末", "上年底", "年初", "期初", "上年结余", "上年结转", "年末", "期末", "滚存", "累计", "年终", "年底"];
/// Words of what the year lacked.
const LACKED: [&str; 4] = ["收不抵支", "支大于收", "当年赤字", "本年赤字"];

static FLOWS: LazyLock<Lexicon<i8>> =
    LazyLock::new(|| Lexicon::new(IN.map(|w| (w, 1)).into_iter().chain(OUT.map(|w| (w, -1)))));

impl Fact {
    /// +1 for what comes to a stock, −1 for what leaves it, by the word before the figure; 较上年增加5万元 compares and is
    /// neither.
    #[must_use]
    pub fn flow(&self) -> Option<i8> {
        let usable = matches!(self.role, Role::Level | Role::Change) && self.is_amount() && self.figure.is_plain();
        if !usable || !self.phrase.is_empty() {
            return None;
        }
        let words = self.left.trim_end_matches(['了', '为', '共', '约', '数', '额']);
        let head = ["当年", "年内", "全年", "本年"].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
        // 新制发规范性文件12件: the thing may stand between.
        let begins =
            || [head, head.strip_prefix('新').unwrap_or(head)].into_iter().find_map(|w| FLOWS.starts(w).next());
        let people = matches!(self.figure.unit.base.as_str(), "人" | "名");
        let joined = || JOINED.iter().any(|w| people && (words.ends_with(w) || head.starts_with(w))).then_some(1);
        FLOWS.ends(words).next().or_else(begins).map(|(_, way)| way).or_else(joined)
    }

    /// +1 for what the year left, −1 for what it lacked: 当年结余76万元, 收大于支76万元; 收不抵支76万元.
    #[must_use]
    pub fn surplus(&self) -> Option<i8> {
        let usable = matches!(self.role, Role::Level | Role::From | Role::To) && self.is_amount();
        if !usable || !self.figure.is_plain() || self.place.depth > 0 {
            return None;
        }
        let words = self.left.trim_end_matches(['为', '了']);
        let ends = |list: &[&str]| words.ends_with_any(list);
        let of_year = self.left.mentions("结余") && self.left.mentions_any(&YEAR) && !self.left.mentions_any(&DAYS);
        if ends(&LACKED) { Some(-1) } else { (of_year || ends(&["收大于支"])).then_some(1) }
    }
}
