//! The project in both languages.

use super::super::several::several;
use crate::desk::project::News;
use crate::project::{DecisionKind, ProjectError, VERSION};

/// The project (项目).
pub struct Project {
    /// 项目.
    pub title: &'static str,
    /// What a project file is, and that nothing is kept without one.
    pub lead: &'static str,
    /// 存为项目文件.
    pub save: &'static str,
    /// 打开项目文件.
    pub open: &'static str,
    /// Only names are saved.
    pub bare: &'static str,
    /// The name of the file.
    pub file_name: &'static str,
    /// What is saved: files, decisions, files grouped by hand, typed inputs, own packs, own relations.
    pub parts: [&'static str; 6],
    /// How many.
    pub count: fn(usize) -> String,
    /// Files that the project names and does not hold.
    pub missing: fn(usize) -> String,
    /// 处理意见.
    pub decisions: &'static str,
    /// The heads of their table: file, finding, words, decision, reason.
    pub columns: [&'static str; 5],
    /// What was decided.
    pub kind: fn(DecisionKind) -> &'static str,
    /// What became of the last file.
    pub news: fn(&News) -> String,
}

/// The project in Chinese.
pub static CHINESE: Project = Project {
    title: "项目",
    lead: "把现在的工作存成一个文件，下次打开接着做：文件、处理意见、手工归属、手工录入、自带的规则包都在里面。不存就什么都不留下；存下的文件只在您自己的电脑上。",
    save: "存为项目文件",
    open: "打开项目文件",
    bare: "只存文件名，不存文件内容（再次打开时要重新放入文件）",
    file_name: "勾稽项目.json",
    parts: ["文件", "处理意见", "手工归属", "手工录入", "自带规则包", "自定关系"],
    count: |count| if count == 0 { "无".to_owned() } else { count.to_string() },
    missing: |count| format!("项目中有{count}份文件只有名称，请再次放入："),
    decisions: "处理意见",
    columns: ["文件", "发现", "数据", "意见", "说明"],
    kind: |kind| match kind {
        DecisionKind::Dismissed => "忽略此处",
        DecisionKind::Confirmed => "确认有误",
    },
    news: |news| match news {
        News::Opened(name, [files, decisions, packs]) => {
            format!("已打开“{name}”：{files}份文件，{decisions}条处理意见，{packs}个规则包。")
        }
        News::Refused(name, error) => format!("没有打开“{name}”：{}现有的工作没有改动。", chinese(*error)),
        News::LostPack(name, message) => format!("项目已打开，但其中的规则包“{name}”不能用：{message}"),
        News::Saved(lost) if lost.is_empty() => "已交给浏览器保存。".to_owned(),
        News::Saved(lost) => {
            format!(
                "已交给浏览器保存，但这些文件读不到内容，只存了文件名：{}。请重新放入这些文件，再存一次。",
                lost.join("、")
            )
        }
        News::Unsaved => "没有存成：浏览器没有接受这个文件。请再存一次，或只存文件名。".to_owned(),
    },
};

fn chinese(error: ProjectError) -> String {
    match error {
        ProjectError::NotAProject => "它不是勾稽的项目文件。".to_owned(),
        ProjectError::TooNew => {
            format!("它由更新版本的勾稽保存，本程序识别到第{VERSION}版，请换用新版程序打开。")
        }
        ProjectError::Unknown => format!("它的文件版本不对，勾稽只发布过第{VERSION}版，请找到当初保存的原文件。"),
        ProjectError::Broken(line, column) => {
            format!("文件不完整或被改动过（第{line}行第{column}个字节处读不下去），请找到完整的文件再打开。")
        }
    }
}

/// The project in English.
pub static ENGLISH: Project = Project {
    title: "Project",
    lead: "Save the work as one file and go on with it another time: files, decisions, what was grouped and typed by hand, your own rule packs. Nothing is kept unless you save it, and it stays on your machine.",
    save: "Save as a project file",
    open: "Open a project file",
    bare: "Names of the files only, not what is in them (give the files again after opening)",
    file_name: "gouji-project.json",
    parts: ["Files", "Decisions", "Grouped by hand", "Typed by hand", "Own rule packs", "Own relations"],
    count: |count| if count == 0 { "none".to_owned() } else { count.to_string() },
    missing: |count| format!("The project has only the names of {}; give them again:", several(count, "file")),
    decisions: "Decisions",
    columns: ["File", "Finding", "Figures", "Decision", "Reason"],
    kind: |kind| match kind {
        DecisionKind::Dismissed => "Ignore here",
        DecisionKind::Confirmed => "Confirmed as wrong",
    },
    news: |news| match news {
        News::Opened(name, [files, decisions, packs]) => {
            let [files, decisions, packs] = [(files, "file"), (decisions, "decision"), (packs, "rule pack")]
                .map(|(count, one)| several(*count, one));
            format!("Opened “{name}”: {files}, {decisions}, {packs}.")
        }
        News::Refused(name, error) => {
            format!("“{name}” was not opened: {} The present work is as it was.", english(*error))
        }
        News::LostPack(name, message) => {
            format!("The project was opened, but its rule pack “{name}” is of no use: {message}")
        }
        News::Saved(lost) if lost.is_empty() => "Handed to the browser to be saved.".to_owned(),
        News::Saved(lost) => format!(
            "Handed to the browser, but of files that cannot be read only the names: {}. Give them again and save once more.",
            lost.join(", ")
        ),
        News::Unsaved => "Not saved: the browser did not take the file. Try again, or save names only.".to_owned(),
    },
};

fn english(error: ProjectError) -> String {
    match error {
        ProjectError::NotAProject => "it is no project file.".to_owned(),
        ProjectError::TooNew => {
            format!("it was saved by a later version; this one knows version {VERSION}. Open it with a newer one.")
        }
        ProjectError::Unknown => {
            format!("its version is none that was given out (only {VERSION}). Look for the file as it was saved.")
        }
        ProjectError::Broken(line, column) => {
            format!("it is incomplete or was changed (line {line}, byte {column}). Look for the whole file.")
        }
    }
}
