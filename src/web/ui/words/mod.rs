//! Every word that the interface says. A word missing in one language does not compile.

pub mod decision;
pub mod desk;
mod en;
mod paper;
pub mod relation;
mod several;
mod unit;
mod zh;

use crate::app::checked::Checked;
use crate::app::state::{Language, Notice};
use crate::report::{FigureStatus, Level, RelationKind, Severity, Verdict};

/// The words of one language. What the engine says of figures (messages, places) stays in the report's language.
pub struct Words {
    /// For `<html lang>`.
    pub code: &'static str,
    /// The name of the program.
    pub name: &'static str,
    /// What it is, in a few words.
    pub tagline: &'static str,
    /// The first link of the page.
    pub skip: &'static str,
    /// The start screen.
    pub start: Start,
    /// The box.
    pub input: Input,
    /// Files and their reading.
    pub file: File,
    /// The bar on top.
    pub toolbar: Toolbar,
    /// Where the engine stands.
    pub engine: Engine,
    /// The lists.
    pub list: List,
    /// The working and the figure.
    pub working: Working,
    /// Headline amounts.
    pub totals: Totals,
    /// The ledger.
    pub ledger: Ledger,
    /// The marked text.
    pub text: Text,
    /// Tables of the report.
    pub table: Table,
    /// What the screens are.
    pub screens: &'static str,
    /// The screens: 核对, 结构, 测算, 汇总, 项目.
    pub screen: [&'static str; 5],
    /// The place of the desk.
    pub desk: Desk,
    /// The regions of a narrow screen.
    pub pane: [&'static str; 3],
    /// The help.
    pub help: Help,
    /// The printed paper.
    pub paper: &'static paper::Paper,
    /// A severity.
    pub severity: fn(Severity) -> &'static str,
    /// A verdict.
    pub verdict: fn(Verdict) -> &'static str,
    /// What became of a figure.
    pub status: fn(FigureStatus) -> &'static str,
    /// A kind of relation.
    pub kind: fn(RelationKind) -> &'static str,
    /// A unit behind its number.
    pub unit: fn(&str) -> &str,
}

/// The start screen.
pub struct Start {
    /// The head line.
    pub title: &'static str,
    /// What the program does.
    pub lead: &'static str,
    /// Three points: a head and a sentence each.
    pub points: [(&'static str, &'static str); 3],
}

/// The box.
pub struct Input {
    /// Its label.
    pub label: &'static str,
    /// What stands in it while it is empty.
    pub placeholder: &'static str,
    /// 载入示例.
    pub sample: &'static str,
    /// 打开文件.
    pub open: &'static str,
    /// 打开文件夹.
    pub open_folder: &'static str,
    /// 清空.
    pub clear: &'static str,
    /// 撤销清空.
    pub restore: &'static str,
    /// 收起.
    pub fold: &'static str,
    /// 编辑原文.
    pub edit: &'static str,
    /// What happens to the text.
    pub privacy: &'static str,
    /// While a file is held over the page.
    pub drop: &'static str,
    /// 粘贴文本: a blank page beside the documents there are.
    pub blank: &'static str,
}

/// Files and their reading.
pub struct File {
    /// 文件: the list of documents.
    pub title: &'static str,
    /// What is called so in place of a name: what was pasted.
    pub pasted: &'static str,
    /// In line.
    pub waiting: &'static str,
    /// Being read.
    pub reading: &'static str,
    /// How much of it was, in per cent.
    pub percent: fn(u32) -> String,
    /// How many findings it has.
    pub findings: fn(usize) -> String,
    /// Nothing in it could be recomputed.
    pub uncheckable: &'static str,
    /// Behind that, of a document with the text of another.
    pub copy: &'static str,
    /// The same in a sentence, with the name of the other.
    pub copy_of: fn(&str) -> String,
    /// Could not be read.
    pub failed: &'static str,
    /// 停止.
    pub stop: &'static str,
    /// 重试.
    pub retry: &'static str,
    /// 已完成的文件.
    pub progress: &'static str,
    /// 暂停.
    pub pause: &'static str,
    /// 继续.
    pub resume: &'static str,
    /// 全部停止.
    pub stop_all: &'static str,
    /// 全部重试.
    pub retry_all: &'static str,
    /// 关闭, of a document.
    pub close: fn(&str) -> String,
    /// Pages and tables, where there are any.
    pub extent: [fn(usize) -> String; 2],
    /// Why a document could not be read or checked; `None` where the reader's own sentences serve.
    pub failure: fn(&str) -> Option<&'static str>,
    /// A word that concerns no document.
    pub notice: fn(Notice) -> &'static str,
    /// What a spreadsheet has stored.
    pub stored: &'static str,
    /// What a reading note is.
    pub level: fn(Level) -> &'static str,
    /// How many reading notes are only good to know.
    pub infos: fn(usize) -> String,
}

/// Tables of the report.
pub struct Table {
    /// The name of a table by its number.
    pub name: fn(usize) -> String,
    /// Rows and columns.
    pub extent: fn(u32, u32) -> String,
    /// The unit printed above it.
    pub unit: fn(&str) -> String,
    /// The first and the last of rows without a word.
    pub gap: fn(u32, u32) -> String,
}

/// The bar on top.
pub struct Toolbar {
    /// The previous finding.
    pub previous: &'static str,
    /// The next finding.
    pub next: &'static str,
    /// 导出.
    pub export: &'static str,
    /// The name of the other language, in that language.
    pub language: &'static str,
    /// What the switch of type size does.
    pub type_size: &'static str,
    /// The theme in force: as the system, light, dark.
    pub theme: [&'static str; 3],
    /// 帮助.
    pub help: &'static str,
    /// Characters and paragraphs.
    pub extent: fn(usize, usize) -> String,
    /// A year.
    pub year: fn(i32) -> String,
}

/// Where the engine stands.
pub struct Engine {
    /// Loading.
    pub loading: &'static str,
    /// Ready.
    pub ready: &'static str,
    /// Works on the page.
    pub here: &'static str,
    /// Cannot work.
    pub failed: &'static str,
    /// A check is under way.
    pub checking: &'static str,
    /// How long the last one took, in milliseconds.
    pub took: fn(&str) -> String,
    /// What the announcement for screen readers says: findings, figures.
    pub done: fn(usize, usize) -> String,
    /// The document could not be checked.
    pub check_failed: &'static str,
}

/// The place of the desk.
pub struct Desk {
    /// Its module is on its way.
    pub loading: &'static str,
    /// Its module did not come.
    pub failed: &'static str,
}

/// The lists.
pub struct List {
    /// 核查发现.
    pub findings: &'static str,
    /// 全部勾稽关系.
    pub relations: &'static str,
    /// The label of the search.
    pub search: &'static str,
    /// 重置.
    pub reset: &'static str,
    /// How many are shown of how many.
    pub shown: fn(usize, usize) -> String,
    /// Shows the rest of a long list.
    pub rest: fn(usize) -> String,
    /// No finding at all.
    pub clean: &'static str,
    /// What no finding means, and what it does not.
    pub clean_note: &'static str,
    /// No finding, for nothing could be recomputed.
    pub blank: &'static str,
    /// What that means.
    pub blank_note: &'static str,
    /// Nothing passes the filters.
    pub none: &'static str,
    /// No relation was found.
    pub no_relations: &'static str,
    /// The label of the chips.
    pub filter: &'static str,
    /// Beside a finding that follows from the one above it.
    pub depends: &'static str,
}

/// The working and the figure.
pub struct Working {
    /// 算式.
    pub title: &'static str,
    /// The columns: sign, item, value, least, most, place.
    pub columns: [&'static str; 6],
    /// 计算值.
    pub computed: &'static str,
    /// 报告值.
    pub stated: &'static str,
    /// 差额.
    pub gap: &'static str,
    /// 差额诊断.
    pub diagnosis: &'static str,
    /// 处理建议.
    pub remedy: &'static str,
    /// 依据.
    pub basis: &'static str,
    /// 未核对原因.
    pub reason: &'static str,
    /// 复制.
    pub copy: &'static str,
    /// 已复制.
    pub copied: &'static str,
    /// 脱敏导出.
    pub mask: &'static str,
    /// 返回总览.
    pub back: &'static str,
    /// 数据.
    pub figure: &'static str,
    /// The lines of the figure: value, item, measure, period, scope, place, status.
    pub aspects: [&'static str; 7],
    /// 所在勾稽关系.
    pub relations: &'static str,
    /// No relation speaks of the figure.
    pub alone: &'static str,
    /// What digits that are no figure mean for the check.
    pub excluded: &'static str,
    /// The two sides of an equation between two sums.
    pub sides: [&'static str; 2],
    /// How to come back from the text.
    pub hint: &'static str,
}

/// Headline amounts.
pub struct Totals {
    /// 总体数据.
    pub title: &'static str,
    /// The columns: item, amount, share.
    pub columns: [&'static str; 3],
    /// No headline amount was recognised.
    pub none: &'static str,
    /// Which whole a share is of.
    pub share_of: fn(&str) -> String,
}

/// The ledger.
pub struct Ledger {
    /// 核对台账.
    pub title: &'static str,
    /// All figures.
    pub all: fn(usize) -> String,
    /// 非数据.
    pub excluded: &'static str,
    /// Which of how many is looked at.
    pub walking: fn(usize, usize) -> String,
    /// What a line of the ledger does.
    pub hint: &'static str,
}

/// The marked text.
pub struct Text {
    /// 报告原文.
    pub title: &'static str,
    /// 读取说明.
    pub reading: &'static str,
    /// The text shown is older than the box.
    pub stale: &'static str,
}

/// The help.
pub struct Help {
    /// 帮助.
    pub title: &'static str,
    /// 关闭.
    pub close: &'static str,
    /// 快捷键.
    pub keys_title: &'static str,
    /// Each key with what it does.
    pub keys: [(&'static str, &'static str); 6],
    /// 图例.
    pub legend: &'static str,
    /// What each severity means.
    pub severities: [&'static str; 3],
    /// What each status means.
    pub statuses: [&'static str; 4],
    /// What the program promises, and what not.
    pub promise: &'static str,
}

impl Words {
    /// Whether they are English.
    pub fn is_english(&self) -> bool {
        self.code == "en"
    }

    /// A sentence or stable word of the engine, in this language where it came in it.
    pub fn said<'c>(&self, checked: &'c Checked, said: &'c str) -> &'c str {
        checked.said(said, usize::from(self.is_english()))
    }

    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &zh::WORDS,
            Language::English => &en::WORDS,
        }
    }
}
