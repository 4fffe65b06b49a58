//! What a document is called and whose it is (标题、单位), by the lines at its head.

use crate::catalog::organization::{is_name, named_in};
use crate::catalog::title::ends_as_title;
use crate::fact::Facts;
use crate::gather::Gather;
use crate::text::{Mention, Paragraph};

/// How many lines at the head may hold them.
const LINES: usize = 8;

/// What stands above a title: 附件2, 附表1, 目录.
const ABOVE: [&str; 4] = ["附件", "附表", "附录", "目录"];

/// What the head of a document says.
pub(super) struct Head {
    /// The title.
    pub title: Option<String>,
    /// The unit.
    pub organization: Option<String>,
}

impl Head {
    /// Reads the lines above the first numbered heading.
    pub(super) fn of(facts: &Facts) -> Self {
        let text = &facts.text;
        // 第三部分某局2024年度部门决算情况说明: of what is numbered only a first line that names a unit is a title.
        let unnumbered = |(at, p): &(usize, &Paragraph)| p.heading && (p.marker.is_none() || *at == 0);
        let head = text.paragraphs().iter().take(LINES).enumerate().take_while(unnumbered).map(|(_, p)| p);
        let line = |p: &Paragraph| {
            let words = text.words(p.range.start + p.marker.map_or(0, |m| m.length)..p.range.end).trim();
            (p.marker.is_none() || named_in(words).is_some()).then(|| own(words))
        };
        let lines: Vec<&str> = head.filter_map(line).filter(|line| !is_above(line)).gather();
        let name = lines.iter().position(|line| is_name(line));
        let title = title(&lines, name);
        let organization = name.and_then(|at| lines.get(at)).map(|line| (*line).to_owned());
        let organization = organization.or_else(|| title.as_deref().and_then(named_in));
        Self { title, organization }
    }
}

/// 附件2某局2023年…报告: a title that runs on behind the number of an annex.
fn own(line: &str) -> &str {
    let behind = line
        .strip_prefix("附件")
        .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || "：:－-—".contains(c)));
    behind.map(str::trim).filter(|rest| named_in(rest).is_some()).unwrap_or(line)
}

/// 附件2, 附件：
fn is_above(line: &str) -> bool {
    line.chars().count() <= 8 && line.starts_with_any(&ABOVE)
}

/// The first line that is no unit's name; one that breaks off goes on in the next: 2023年部门整体支出 / 绩效自评报告.
fn title(lines: &[&str], name: Option<usize>) -> Option<String> {
    let mut rest = lines.iter().enumerate().filter(|(at, _)| Some(*at) != name);
    let (at, first) = rest.next()?;
    let next = rest.next().filter(|(next, line)| *next == at + 1 && ends_as_title(line) && !ends_as_title(first));
    Some(next.map_or_else(|| (*first).to_owned(), |(_, line)| [first, *line].concat()))
}
