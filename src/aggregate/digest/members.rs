//! The units whose figures a document says it holds (汇总范围): only a list that claims to be complete counts.

use crate::catalog::organization::is_name;
use crate::gather::Gather;

/// Words that say that a list of units is what was summed up.
const SCOPES: [&str; 6] = ["汇总范围", "编制范围", "纳入汇总", "汇总编制", "单位构成", "汇总了"];

/// Words behind which the list begins.
const BEGINS: [&str; 7] = ["具体包括", "包括", "包含", "分别为", "分别是", "汇总了", "："];

/// The units of the first such list; none where it is open or names something else.
pub(super) fn members(text: &str) -> Vec<String> {
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        for sentence in line.split_inclusive('。') {
            if !SCOPES.iter().any(|scope| sentence.contains(scope)) {
                continue;
            }
            let Some(list) = behind(sentence) else { continue };
            // A list of lines follows a sentence that ends with a colon.
            let list: Vec<String> = if list.trim().is_empty() {
                lines.clone().map_while(numbered).gather()
            } else {
                list.split(['、', '，', '；']).flat_map(|part| part.split("以及")).map(bare).gather()
            };
            let is_closed = list.iter().all(|name| is_name(name) || name.ends_with("本级"));
            return if is_closed && list.len() >= 2 { list } else { Vec::new() };
        }
    }
    Vec::new()
}

fn behind(sentence: &str) -> Option<&str> {
    let ends = BEGINS.iter().filter_map(|word| sentence.find(word).map(|at| at + word.len()));
    let rest = sentence.get(ends.max()?..)?;
    Some(rest.trim_start_matches(['：', '有', '了']).trim_end_matches(['。', '：']))
}

/// The name in a line that is numbered: 1.某某局；.
fn numbered(line: &str) -> Option<String> {
    let line = line.trim();
    let is_marked = line.starts_with(|c: char| c.is_ascii_digit() || "（(一二三四五六七八九十".contains(c));
    let name = bare(line);
    (is_marked && (is_name(&name) || name.ends_with("本级"))).then_some(name)
}

/// A name without its mark, brackets and stops.
fn bare(words: &str) -> String {
    let is_mark = |c: char| c.is_ascii_digit() || c.is_whitespace() || "（）()一二三四五六七八九十、.．".contains(c);
    let words = words.trim_start_matches(is_mark).trim_end_matches(['；', '。', '，', ' ']);
    words.replace(['（', '）', '(', ')'], "")
}
