//! Standard wholes and parts that a report may state far from each other (跨段勾稽).

/// A whole that equals the sum of its parts, by standard names.
#[derive(Clone, Copy, Debug)]
pub struct Standard {
    /// The whole, a standard name of [`super::label::LINE_ITEMS`] or an official one.
    pub whole: &'static str,
    /// Its parts.
    pub parts: &'static [&'static str],
    /// Where the regulation says so.
    pub basis: &'static str,
}

const FORMS: &str = "部门决算公开样表（参考）";

/// All standard sums.
pub const STANDARDS: &[Standard] = &[
    Standard { whole: "总支出", parts: &["基本支出", "项目支出"], basis: FORMS },
    Standard { whole: "基本支出", parts: &["人员经费", "公用经费"], basis: FORMS },
    Standard {
        whole: "“三公”经费",
        parts: &["因公出国费", "公务用车购置及运行维护费", "公务接待费"],
        basis: "财政部关于“三公”经费公开的要求（参考）",
    },
    Standard {
        whole: "“三公”经费",
        parts: &["公务用车购置及运行维护费", "公务接待费"],
        basis: "财政部关于“三公”经费公开的要求（参考）",
    },
    Standard {
        whole: "公务用车购置及运行维护费",
        parts: &["公务用车购置费", "公务用车运行维护费"],
        basis: "财政部关于“三公”经费公开的要求（参考）",
    },
];
