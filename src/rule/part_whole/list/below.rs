//! What the words before 如下 say of the list that they announce (如下).

use crate::text::Mention;

/// Whether the words right before 如下 speak of changes.
pub(super) fn tells_changes(words: &str) -> bool {
    words.ends_with_any(&["调整项目", "调整事项", "调整内容", "变动项目", "增减项目"])
}

/// Whether the words before 如下 speak of the main ones: 主要税种, but not 主要内容, which is all there is to tell.
pub(in crate::rule::part_whole) fn tells_main(words: &str) -> bool {
    const MAIN: [&str; 8] =
        ["主要项目", "主要科目", "主要税种", "主要支出", "主要收入", "主要行业", "主要方面", "主要领域"];
    words.rsplit(['，', '；', '。']).next().unwrap_or("").mentions_any(&MAIN)
}
