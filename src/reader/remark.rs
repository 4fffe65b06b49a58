//! What readers say of their reading, in words: the one place of these sentences.

use crate::document::Remark;
use crate::report::Level;

const fn info(code: &'static str, message: String) -> Remark {
    Remark { level: Level::Info, code, message, span: None }
}

/// The file is not in UTF-8.
pub(crate) fn encoding(name: &str) -> Remark {
    info("encoding", format!("文件按 {name} 编码读取"))
}
