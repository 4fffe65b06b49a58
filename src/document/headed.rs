//! Tables whose columns only blanks set apart, under headings of one or two lines: 项目 预算数 决算数 增减情况, below the last of them
//! 增减额 增减率. Rows may lack the name that stands for several of them, and what has nothing to say.

use super::aligned::{bare, counts_columns, is_dated, is_number};
use crate::gather::Gather;
use std::ops::Range;

/// A cell: its column and where it stands in its line.
pub(super) type Cells = Vec<(usize, Range<usize>)>;
/// A word and where it stands in its line.
type Word<'a> = (&'a str, Range<usize>);

/// What heads the names of rows.
const NAMES: [&str; 17] = [
    "项目", "序号", "科目", "单位", "地区", "名称", "指标", "乡镇", "部门", "类别", "内容", "编码", "学校", "月份",
    "区县", "县区", "对象",
];
/// What heads a last column that may have nothing below.
const REMARKS: [&str; 6] = ["备注", "说明", "来源", "原因", "措施", "依据"];
/// What heads a column that is worked out of others and may be left blank with those behind it.
const DERIVED: [&str; 11] = ["增减额", "差额", "增加额", "减少额", "率", "增减", "增长", "幅度", "增幅", "%", "比重"];
/// What heads a column of numbers and words.
const GOALS: [&str; 5] = ["指标值", "目标值", "计划值", "完成值", "实际值"];
/// What begins the columns of a group.
const FIRST: [&str; 3] = ["小计", "合计", "总额"];
/// What stands for all columns of a table, and is not divided.
const ALL: [&str; 4] = ["合计", "总计", "共计", "总额"];
/// What heads the columns of a comparison.
const CHANGES: [&str; 5] = ["增减", "增、减", "比较", "变动", "情况"];
/// Two rows of all columns are no chance; of a name and one number there may be many.
const FULL: usize = 2;
/// How many lines in a row may have numbers of which nothing says where they stand, or none.
const GAPS: usize = 3;
/// How many characters a line of a table has at most.
const LONGEST: usize = 160;

/// The columns of such a table.
struct Columns<'a> {
    /// What heads each of them, without the remarks at the end.
    heads: Vec<&'a str>,
    /// How many columns of remarks stand behind them.
    remarks: usize,
    /// Whether each of them holds numbers.
    numbered: Vec<bool>,
    /// Whether its numbers end with %.
    percent: Vec<bool>,
    /// How many of them are names.
    names: usize,
}

/// The rows of the table that begins with a line, the headings with them; none where no table does.
pub(super) fn rows(lines: &[&str]) -> Option<Vec<Cells>> {
    let tops = heading(lines.first()?)?;
    // 项目 ‖ 决算数 ‖ 项目 ‖ 决算数: a form of two lanes is none of these.
    let lanes = tops.iter().skip(1).any(|word| Some(word.0) == tops.first().map(|first| first.0));
    if !is_named(tops.first()?.0) || tops.len() < 2 || lanes {
        return None;
    }
    let second = lines.get(1).and_then(|line| heading(line)).filter(|words| !words.iter().any(|w| is_number(w.0)));
    let (heads, mut out) = match &second {
        Some(subs) => stacked(&tops, subs)?,
        None => (tops.iter().map(|word| word.0).gather(), vec![tops.iter().map(|w| w.1.clone()).enumerate().gather()]),
    };
    let mut data = lines.get(out.len()..)?;
    if let Some((line, rest)) = data.split_first().filter(|(line, _)| counts_columns(line)) {
        let numbers = words(line).into_iter().map(|word| word.1);
        let first = heads.len().saturating_sub(numbers.len().saturating_sub(1)).max(1) - 1;
        out.push(numbers.enumerate().map(|(at, word)| (first + at, word)).gather());
        data = rest;
    }
    let columns = Columns::of(heads, data)?;
    let (mut kept, mut gaps) = (out.len(), 0);
    for line in data {
        let Some((cells, is_told)) = columns.row(line) else {
            // A row of the table whose numbers stand nobody knows where: what a total covers is not known either.
            if columns.is_torn(line) {
                return None;
            }
            break;
        };
        gaps = if is_told { 0 } else { gaps + 1 };
        if gaps > GAPS {
            break;
        }
        out.push(cells);
        kept = if is_told { out.len() } else { kept };
    }
    out.truncate(kept);
    Some(out)
}

/// The words of a line; letters with blanks between them are one: 合 计.
pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let mut out: Vec<Word<'_>> = Vec::new();
    let single = |word: &str| word.chars().count() == 1 && word.chars().all(|c| c.is_alphabetic());
    let mut run = 0;
    for word in line.split_whitespace() {
        let range = at(word)..at(word) + word.len();
        run = if single(word) { run + 1 } else { 0 };
        match out.last_mut().filter(|_| run > 1) {
            Some(last) => *last = (line.get(last.1.start..range.end).unwrap_or_default(), last.1.start..range.end),
            None => out.push((word, range)),
        }
    }
    out
}

/// The words of a line of headings; none where it says other things.
pub(super) fn heading(line: &str) -> Option<Vec<Word<'_>>> {
    let colon = |word: &str| word.contains(['：', ':']) && !word.starts_with("其中");
    if line.len() > LONGEST * 3 || line.contains(['。', '；', '，']) || !is_dated(line) {
        return None;
    }
    let words = words(line);
    (words.len() >= 2 && !words.iter().any(|word| colon(word.0))).then_some(words)
}

pub(super) fn is_named(word: &str) -> bool {
    let plain: String = bare(word).chars().filter(|c| !c.is_whitespace()).collect();
    NAMES.iter().any(|name| plain.ends_with(name))
}

fn is_remark(word: &str) -> bool {
    REMARKS.iter().any(|end| bare(word).ends_with(end))
}

/// The lowest headings of two lines, and the cells of both: what stands below belongs to the last words above, remarks aside.
fn stacked<'a>(tops: &[Word<'a>], subs: &[Word<'a>]) -> Option<(Vec<&'a str>, Vec<Cells>)> {
    let bracketed = |word: &Word| word.0.starts_with(['（', '(']) && word.0.ends_with(['）', ')']);
    if subs.iter().all(bracketed) {
        return explained(tops, subs);
    }
    if subs.iter().all(|word| is_named(word.0)) {
        return Some(named(tops, subs));
    }
    let remarks = tops.iter().rev().take_while(|word| is_remark(word.0)).count();
    let begin = subs.first()?.0;
    // 小计 begins each group; else the words that come again.
    let begins = |word: &Word| if FIRST.contains(&begin) { FIRST.contains(&word.0) } else { word.0 == begin };
    let starts: Vec<usize> = (0..subs.len()).filter(|at| subs.get(*at).is_some_and(begins)).gather();
    let alone = tops.len().checked_sub(remarks + starts.len()).filter(|alone| *alone > 0)?;
    let names = subs.iter().any(|word| is_named(word.0) && !word.0.starts_with("其中"));
    if subs.len() < starts.len() * 2 || names {
        return None;
    }
    // 合计 ‖ 基本支出 ‖ 项目支出 above 小计 ‖ 人员 ‖ 公用: nothing says which of them is divided.
    let undivided = tops.get(..alone)?.iter().all(|word| is_named(word.0) || ALL.contains(&word.0));
    let changes =
        tops.get(tops.len() - remarks - 1).is_some_and(|word| CHANGES.iter().any(|change| word.0.contains(change)));
    if !undivided && !changes {
        return None;
    }
    let behind = alone + subs.len();
    let mut first: Cells = Vec::new();
    for (at, (_, range)) in tops.iter().enumerate() {
        let column = match at.checked_sub(alone) {
            Some(group) => starts.get(group).map_or(behind + group - starts.len(), |start| alone + start),
            None => at,
        };
        first.push((column, range.clone()));
    }
    let second = subs.iter().enumerate().map(|(at, (_, range))| (alone + at, range.clone())).gather();
    let ends = tops.iter().skip(tops.len() - remarks);
    let heads = tops.iter().take(alone).chain(subs).chain(ends).map(|word| word.0).gather();
    Some((heads, vec![first, second]))
}

/// 项目 ‖ 本年支出合计 ‖ 基本支出 above 科目编码 ‖ 科目名称: what names stand below the first word, which heads the names.
fn named<'a>(tops: &[Word<'a>], subs: &[Word<'a>]) -> (Vec<&'a str>, Vec<Cells>) {
    let place = |at: usize| if at == 0 { 0 } else { subs.len() - 1 + at };
    let first = tops.iter().enumerate().map(|(at, word)| (place(at), word.1.clone())).gather();
    let second = subs.iter().map(|word| word.1.clone()).enumerate().gather();
    (subs.iter().chain(tops.iter().skip(1)).map(|word| word.0).gather(), vec![first, second])
}

/// 上年度 ‖ 本年度 above （2022年） ‖ （2023年）: what brackets say stands below the years.
fn explained<'a>(tops: &[Word<'a>], subs: &[Word<'a>]) -> Option<(Vec<&'a str>, Vec<Cells>)> {
    let years: Vec<usize> = (0..tops.len()).filter(|at| tops.get(*at).is_some_and(|top| top.0.contains('年'))).gather();
    let first = tops.iter().map(|word| word.1.clone()).enumerate().gather();
    let second = years.iter().copied().zip(subs.iter().map(|word| word.1.clone())).gather();
    (years.len() == subs.len()).then(|| (tops.iter().map(|word| word.0).gather(), vec![first, second]))
}

impl<'a> Columns<'a> {
    /// What rows that have all columns bear out.
    fn of(mut heads: Vec<&'a str>, lines: &[&str]) -> Option<Self> {
        let remarks = heads.iter().rev().take_while(|head| is_remark(head)).count();
        heads.truncate(heads.len() - remarks);
        let width = heads.len();
        let is_full = |words: &Vec<Word>| {
            let more = words.iter().skip(width).all(|word| !is_number(word.0));
            words.len() >= width && words.len() <= width + remarks && more && words.last().is_some()
        };
        // Only what follows at once: a table of other columns may stand below.
        let near = lines.iter().take_while(|line| line.len() <= LONGEST * 3 && !line.trim().is_empty());
        let full: Vec<Vec<Word>> =
            near.map(|line| words(line)).take_while(|words| !are_heads(words)).filter(is_full).gather();
        let is_numbered = |at: usize| {
            let cells = || full.iter().filter_map(|row| row.get(at));
            cells().all(|word| is_number(word.0) || is_void(word.0)) && cells().any(|word| is_number(word.0))
        };
        let numbered: Vec<bool> = (0..width).map(is_numbered).gather();
        let order = usize::from(numbered.first().copied().unwrap_or_default());
        // 年度指标值 ‖ 实际完成值: what is to be reached and what was are no names, in words or not.
        let goal = |at: &usize| heads.get(*at).is_some_and(|head| GOALS.iter().any(|end| bare(head).ends_with(end)));
        let is_name = |at: &usize| !numbered.get(*at).copied().unwrap_or_default() && !goal(at);
        let names = order + (order..width).take_while(is_name).count();
        let values = width.checked_sub(names).filter(|values| *values > 0 && names > order)?;
        let enough = if values == 1 { full.len() > FULL && width == 2 } else { full.len() >= FULL };
        let told = numbered.get(names..)?.iter().filter(|n| **n).count() + (names..width).filter(goal).count();
        let is_percent = |at: usize| full.iter().filter_map(|row| row.get(at)).any(|word| word.0.ends_with('%'));
        let percent = (0..width).map(is_percent).gather();
        (enough && told * 2 > values).then_some(Self { heads, remarks, numbered, percent, names })
    }

    /// The cells of a line, and whether the places of all its numbers are told; none where it is no line of the table.
    fn row(&self, line: &str) -> Option<(Cells, bool)> {
        if line.len() > LONGEST * 3 || line.contains(['。', '；']) {
            return None;
        }
        let all = words(line);
        // （完成率） 96.5%: a line in brackets goes on with the row above it.
        if let (Some(first), Some(last), true) = (all.first(), all.last(), all.len() <= FULL)
            && first.0.starts_with('（')
            && first.0.ends_with('）')
        {
            return Some((vec![(0, first.1.start..last.1.end)], false));
        }
        let last = all.iter().rposition(|word| is_number(word.0));
        let end = last.filter(|_| self.remarks > 0).map_or(all.len(), |last| last + 1);
        let (body, remark) = all.split_at_checked(end)?;
        let mut out = match self.values(body) {
            Some((names, values)) => {
                let mut cells = self.names(names);
                cells.extend(values);
                (cells, true)
            }
            None if self.is_gap(&all) && !all.iter().any(|word| is_number(word.0)) => {
                let end = body.iter().position(|word| is_number(word.0)).unwrap_or(body.len()).min(self.names);
                return Some((self.names(body.get(..end)?), false));
            }
            None => return None,
        };
        if let Some((first, last)) = remark.first().zip(remark.last()) {
            out.0.push((self.heads.len(), first.1.start..last.1.end));
        }
        Some(out)
    }

    /// The words before the numbers of a row, and the numbers with their columns.
    fn values<'w>(&self, body: &'w [Word<'w>]) -> Option<(&'w [Word<'w>], Cells)> {
        let types = self.numbered.get(self.names..)?;
        let fits = |(word, numbered): (&Word, &bool)| !*numbered || is_number(word.0) || is_void(word.0);
        let columns = || self.names..self.heads.len();
        let full = body.len().checked_sub(types.len()).filter(|names| *names > 0);
        if let Some((names, values)) = full.and_then(|at| body.split_at_checked(at))
            && values.iter().zip(types).all(fits)
            && self.are_names(names)
        {
            return Some((names, columns().zip(values.iter().map(|word| word.1.clone())).gather()));
        }
        let count = body.iter().rev().take_while(|word| is_number(word.0)).count();
        let (names, values) = body.split_at_checked(body.len() - count).filter(|(names, _)| !names.is_empty())?;
        let numbered = || columns().filter(|at| self.numbered.get(*at).copied().unwrap_or_default());
        // 80.00 ‖ -80.00 ‖ -100.00%: a rate stands in no column of amounts, so that one before it is blank.
        let is_rate = |at: usize| self.percent.get(at).copied().unwrap_or_default();
        let place = |places: Vec<usize>| {
            let fits = places.iter().zip(values).all(|(at, word)| word.0.ends_with('%') <= is_rate(*at));
            fits.then(|| (names, places.into_iter().zip(values.iter().map(|word| word.1.clone())).gather()))
        };
        // What is told in words is left out, or what is worked out of the numbers before it.
        let derived =
            |at: usize| self.heads.get(at).is_some_and(|head| DERIVED.iter().any(|end| bare(head).ends_with(end)));
        if !self.are_names(names) || count < 2 {
            None
        } else if count == numbered().count() {
            place(numbered().gather())
        } else if count < types.len() && columns().skip(count).all(derived) {
            place(columns().take(count).gather())
        } else {
            None
        }
    }

    /// Whether words can name a row: a number may only count it.
    fn are_names(&self, names: &[Word]) -> bool {
        names.iter().skip(1).all(|word| !is_number(word.0)) && names.last().is_some_and(|word| !is_number(word.0))
    }

    /// The cells of names: the last of them stands beside the numbers, whatever is left out before it, and only it has blanks in it.
    fn names(&self, names: &[Word]) -> Cells {
        let first = self.names.saturating_sub(names.len());
        let mut out: Cells = Vec::new();
        for (place, (_, range)) in names.iter().enumerate() {
            match out.last_mut() {
                Some((column, name)) if *column + 1 >= self.names => name.end = range.end,
                _ => out.push((first + place, range.clone())),
            }
        }
        out
    }

    /// Whether a line has a name and numbers as the rows of the table have, of which nothing says where they stand.
    fn is_torn(&self, line: &str) -> bool {
        let all = words(line);
        let numbers = all.iter().rev().take_while(|word| is_number(word.0)).count();
        let names = all.len() - numbers;
        numbers > 0 && (1..=self.names.max(2)).contains(&names) && self.is_gap(&all)
    }

    /// Whether a line may stand between the rows of the table though nothing says where its numbers stand.
    fn is_gap(&self, words: &[Word]) -> bool {
        let length = words.iter().map(|word| word.0.chars().count()).sum::<usize>();
        let foreign = |word: &Word| word.0.contains(['：', ':', '，']) && !word.0.starts_with("其中");
        let ends = words.first().is_none_or(|word| word.0.starts_with(['注', '备', '附']) || word.0.ends_with('表'));
        !ends
            && length <= LONGEST / 4
            && words.len() <= self.heads.len()
            && !are_heads(words)
            && !words.iter().any(foreign)
    }
}

/// Whether a line may head columns.
pub(super) fn is_heading(line: &str) -> bool {
    // Most lines are prose without a blank.
    line.len() <= LONGEST * 3 && line.trim().contains(char::is_whitespace) && are_heads(&words(line))
}

fn are_heads(words: &[Word]) -> bool {
    words.len() >= 2
        && !words.iter().any(|word| is_number(word.0))
        && words.first().is_some_and(|word| is_named(word.0))
}

/// 单位不需填列: what stands where no number is to be.
fn is_void(word: &str) -> bool {
    word.ends_with("填列") || matches!(word, "不适用" | "无")
}
