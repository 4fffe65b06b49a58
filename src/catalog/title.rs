//! How reports are called (报告标题).

use crate::text::Mention;

/// How titles end.
const ENDINGS: [&str; 10] = ["报告", "说明", "情况", "总结", "报告书", "公开", "方案", "通知", "表", "汇报"];

/// What reports of a unit as a whole are about; a title may end with it as well: 2023年度部门决算.
const SUBJECTS: [&str; 4] = ["决算", "预算", "绩效", "自评"];

/// What is no report of a unit as a whole: that of one project, a form.
const OTHERS: [&str; 2] = ["项目", "表"];

/// Characters that a title has at most.
const LONGEST: usize = 60;

/// Whether a line ends as titles do.
#[must_use]
pub fn ends_as_title(line: &str) -> bool {
    let line = line.trim_end_matches(['）', ')', '》']);
    line.ends_with_any(&ENDINGS)
}

/// Whether a line without blanks can be the title of a report on a unit as a whole: 某局2023年度部门整体支出绩效自评报告.
#[must_use]
pub fn is_of_unit(line: &str) -> bool {
    let about = || SUBJECTS.iter().any(|subject| line.contains(subject));
    let ends = || ends_as_title(line) || line.ends_with_any(&SUBJECTS);
    // A line of a text is long as a rule, which its bytes say at once.
    line.len() <= LONGEST * 3
        && about()
        && ends()
        && !OTHERS.iter().any(|other| line.contains(other))
        && !line.contains(['。', '；', '，'])
}
