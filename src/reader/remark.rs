//! What readers say of their reading, in words and in both languages: the one place of these sentences.

use crate::document::Remark;
use crate::report::Level;

const fn info(code: &'static str, message: String, english: String) -> Remark {
    Remark { level: Level::Info, code, message, english, span: None }
}

const fn warning(code: &'static str, message: String, english: String) -> Remark {
    Remark { level: Level::Warning, code, message, english, span: None }
}

/// `1 chart`, `2 charts`.
fn several(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// The file is not in UTF-8.
pub(crate) fn encoding(name: &str) -> Remark {
    info("encoding", format!("文件按 {name} 编码读取"), format!("Read in the encoding {name}"))
}

/// Navigation of a web page was left out.
pub(crate) fn navigation(characters: usize) -> Remark {
    info(
        "navigation",
        format!("网页的导航、页眉页脚等 {characters} 字没有读入"),
        format!("Navigation, headers and footers of the web page were left out: {}", several(characters, "character")),
    )
}

/// Hidden text was left out: so many characters, or so many places where characters are not counted.
pub(crate) fn hidden_text(count: usize, characters: bool) -> Remark {
    let (measure, one) = if characters { ("字", "character") } else { ("处", "place") };
    warning(
        "hiddenText",
        format!("有隐藏的文字 {count} {measure}没有读入；如需核对，请取消隐藏后再试"),
        format!("Hidden text was left out ({}). Unhide what is to be checked and try again", several(count, one)),
    )
}

/// Pages of which the picture was not read.
pub(crate) fn scanned_pages(pages: &[usize]) -> Remark {
    warning(
        "pagesScanned",
        format!("{}没有文字（扫描图片或图形），未能读取", listed(pages)),
        format!("{} no text (scanned pictures or drawings); not read", pages_of(pages, "has", "have")),
    )
}

/// Pages whose characters have no known meaning.
pub(crate) fn unmapped_pages(pages: &[usize]) -> Remark {
    warning(
        "pagesUnmapped",
        format!("{}的文字缺少编码信息，未能读取", listed(pages)),
        format!("The text of {} does not say which characters it has; not read", pages_in(pages)),
    )
}

/// Pages whose characters make no text.
pub(crate) fn implausible_pages(pages: &[usize]) -> Remark {
    warning(
        "pagesGarbled",
        format!("{}的文字是乱码，未予采用", listed(pages)),
        format!("The text of {} is garbled; not used", pages_in(pages)),
    )
}

/// Pages whose text a machine made out on a picture.
pub(crate) fn recognised_pages(pages: &[usize]) -> Remark {
    warning(
        "pagesRecognised",
        format!("{}是扫描图片，文字由机器识别，可能有错，核对结果请对照原件", listed(pages)),
        format!(
            "{} scanned; a machine made out the text and may be wrong. Hold what is found against the original",
            pages_of(pages, "was", "were")
        ),
    )
}

/// Pages of which something may be missing.
pub(crate) fn cut_pages(pages: &[usize]) -> Remark {
    warning(
        "pagesDamaged",
        format!("{}的内容有损坏，可能没有读全", listed(pages)),
        format!("{} damaged; something may be missing", pages_of(pages, "is", "are")),
    )
}

/// Pages on which single characters could not be told.
pub(crate) fn pages_with_holes(pages: &[usize]) -> Remark {
    warning(
        "pagesHoles",
        format!("{}有个别字符无法辨认，以“\u{fffd}”代替", listed(pages)),
        format!("Single characters of {} could not be told; “\u{fffd}” stands for them", pages_in(pages)),
    )
}

/// Pages with pictures that may hold text.
pub(crate) fn pages_with_pictures(pages: &[usize]) -> Remark {
    info(
        "pagesPictures",
        format!("{}有图片，图片里的文字没有读取", listed(pages)),
        format!("{} pictures; text in them was not read", pages_of(pages, "has", "have")),
    )
}

/// Pages that the file speaks of and does not have.
pub(crate) fn missing_pages(promised: usize, found: usize) -> Remark {
    warning(
        "pagesMissing",
        format!("文件应有 {promised} 页，只读到 {found} 页，可能不完整"),
        format!(
            "The file should have {}, but only {found} could be read; it may be incomplete",
            several(promised, "page")
        ),
    )
}

/// Headers, footers and page numbers that were left out.
pub(crate) fn furniture(numbers: bool, words: &[String]) -> Remark {
    let quoted = words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join("、");
    let (message, english) = match (numbers, words.is_empty()) {
        (true, true) => ("已略去页码".to_owned(), "Page numbers were left out".to_owned()),
        (true, false) => (
            format!("已略去页码和各页重复的页眉页脚{quoted}"),
            format!("Page numbers and what every page repeats were left out: {quoted}"),
        ),
        (false, _) => {
            (format!("已略去各页重复的页眉页脚{quoted}"), format!("What every page repeats was left out: {quoted}"))
        }
    };
    info("pageFurniture", message, english)
}

/// 第2、4至6页.
fn listed(pages: &[usize]) -> String {
    let runs = pages.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [one] => one.to_string(),
        [first, second] => format!("{first}、{second}"),
        [first, .., last] => format!("{first}至{last}"),
        [] => String::new(),
    });
    format!("第{}页", runs.collect::<Vec<_>>().join("、"))
}

/// `pages 2, 4–6`.
fn pages_in(pages: &[usize]) -> String {
    let runs = pages.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [one] => one.to_string(),
        [first, .., last] => format!("{first}–{last}"),
        [] => String::new(),
    });
    let one = if pages.len() == 1 { "page" } else { "pages" };
    format!("{one} {}", runs.collect::<Vec<_>>().join(", "))
}

/// `Page 2 has`, `Pages 2, 4–6 have`: the head of a sentence, with the verb for one page and for several.
fn pages_of(pages: &[usize], one: &str, more: &str) -> String {
    let verb = if pages.len() == 1 { one } else { more };
    format!("P{} {verb}", pages_in(pages).trim_start_matches('p'))
}

/// Where a note stands, for people; one with a mark of its own has no number.
pub(crate) fn note(foot: bool, number: Option<usize>) -> String {
    let kind = if foot { "脚注" } else { "尾注" };
    number.map_or_else(|| kind.to_owned(), |number| format!("{kind}{number}"))
}

/// Tracked revisions were taken as accepted.
pub(crate) fn revisions(count: usize) -> Remark {
    info(
        "revisions",
        format!("文档里有 {count} 处修订，按全部接受后的文字读取；如有不应接受的，请处理修订后重新读取"),
        format!(
            "{} in the document; read as if all were accepted. Settle those that are not to be, and read it again",
            several(count, "tracked change")
        ),
    )
}

/// Charts were left out.
pub(crate) fn charts(count: usize) -> Remark {
    warning(
        "charts",
        format!("文档里有 {count} 个图表，其中的数字没有读取，请对照正文自行核对"),
        format!(
            "{} in the document; the numbers in them were not read. Compare them with the text yourself",
            several(count, "chart")
        ),
    )
}

/// Diagrams were left out.
pub(crate) fn diagrams(count: usize) -> Remark {
    warning(
        "diagrams",
        format!("文档里有 {count} 个 SmartArt 图形，其中的文字没有读取；如含数字，请自行核对"),
        format!(
            "{} in the document; the text in them was not read. If it has numbers, check them yourself",
            several(count, "SmartArt graphic")
        ),
    )
}

/// Embedded files were left out.
pub(crate) fn objects(count: usize) -> Remark {
    warning(
        "objects",
        format!("文档里嵌入了 {count} 个对象（如 Excel 工作表），内容没有读取；请双击打开，另存后单独读取"),
        format!(
            "{} (such as an Excel sheet) in the document, not read. Open by a double click, save and read by itself",
            several(count, "embedded object")
        ),
    )
}

/// Documents that are only shown here were left out.
pub(crate) fn chunks(count: usize) -> Remark {
    warning(
        "chunks",
        format!("文档引用了 {count} 个其他文档，内容没有读取；请用 Word 或 WPS 打开后另存，再重新读取"),
        format!(
            "The document refers to {}, not read. Open it in Word or WPS, save it and read it again",
            several(count, "other document")
        ),
    )
}

/// Pictures were left out.
pub(crate) fn pictures(count: usize) -> Remark {
    info(
        "pictures",
        format!("文档里有 {count} 张图片，其中如有表格或数字，没有读取，请自行核对"),
        format!(
            "{} in the document; tables or numbers in them were not read. Check them yourself",
            several(count, "picture")
        ),
    )
}

/// Comments were left out.
pub(crate) fn comments(count: usize) -> Remark {
    info(
        "comments",
        format!("文档里有 {count} 条批注，批注的文字没有读取"),
        format!("{} in the document; their text was not read", several(count, "comment")),
    )
}

/// Signs of symbol fonts without a character were left out.
pub(crate) fn signs(count: usize) -> Remark {
    info(
        "signs",
        format!("文档里有 {count} 个特殊符号无法识别，已略去；如是数字，请改用普通字符"),
        format!(
            "{} in the document could not be made out and were left out; if they are digits, use ordinary characters",
            several(count, "special sign")
        ),
    )
}

/// Cells of one kind: how many, and the names of the first ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    pub count: usize,
    pub examples: Vec<String>,
}

impl Cells {
    /// `12 个单元格（如 收支总表!C7）`, the kind of cell being given.
    fn words(&self, kind: &str) -> String {
        let such = if self.count > self.examples.len() { "如 " } else { "" };
        format!("{} 个{kind}（{such}{}）", self.count, self.examples.join("、"))
    }

    /// `12 cells (such as 收支总表!C7)`, the kind of cell being given, with the verb for one and for several.
    fn english(&self, kind: &str, [one, more]: [&str; 2]) -> String {
        let such = if self.count > self.examples.len() { "such as " } else { "" };
        let verb = if self.count == 1 { one } else { more };
        format!("{} ({such}{}) {verb}", several(self.count, kind), self.examples.join(", "))
    }
}

/// Sheets that are hidden are read as well.
pub(crate) fn hidden_sheets(names: &[String]) -> Remark {
    info(
        "hiddenSheets",
        format!("隐藏的工作表也已读取：{}", names.join("、")),
        format!("Hidden sheets were read too: {}", names.join(", ")),
    )
}

/// Sheets too large to be read with the others.
pub(crate) fn large_sheets(names: &[String]) -> Remark {
    let names = names.join("、");
    warning(
        "sheetsTooLarge",
        format!("工作表过大，没有读入，其中的数字未核对：{names}；如需核对，请删去无关的行列或拆分后再试"),
        format!(
            "Sheets too large, not read, their numbers unchecked: {names}. Delete rows and columns that do not matter, or split them, and try again"
        ),
    )
}

/// Rows and columns that are hidden are read as well; either may be none.
pub(crate) fn hidden_cells(sheet: &str, rows: &[String], columns: &[String]) -> Remark {
    let both = if rows.is_empty() || columns.is_empty() { ["", ""] } else { ["和", " and "] };
    let listed = |names: &[String], [before, after]: [&str; 2], comma: &str| {
        if names.is_empty() { String::new() } else { [before, &names.join(comma), after].concat() }
    };
    let chinese = [listed(rows, ["第 ", " 行"], "、"), listed(columns, ["第 ", " 列"], "、")].join(both[0]);
    let english = [listed(rows, ["row ", ""], ", "), listed(columns, ["column ", ""], ", ")].join(both[1]);
    info(
        "hiddenCells",
        format!("工作表“{sheet}”中隐藏的{chinese}也已读取"),
        format!("What is hidden in the sheet “{sheet}” was read too: {english}"),
    )
}

/// Formulas whose results the file does not hold.
pub(crate) fn missing_results(cells: &Cells) -> Remark {
    warning(
        "missingResults",
        cells.words("公式单元格") + "没有保存计算结果，未能读出；请用 Excel 或 WPS 打开文件，保存后再试",
        cells.english("formula cell", ["has", "have"])
            + " no result saved, so that it could not be read. Open the file in Excel or WPS, save it and try again",
    )
}

/// Error values.
pub(crate) fn error_values(cells: &Cells) -> Remark {
    warning(
        "errorValues",
        cells.words("单元格") + "是错误值，不能核对；请用 Excel 或 WPS 改正公式",
        cells.english("cell", HOLD) + " an error value, which cannot be checked. Correct the formula in Excel or WPS",
    )
}

/// Numbers shown in another magnitude.
pub(crate) fn scaled(cells: &Cells) -> Remark {
    warning(
        "scaledCells",
        cells.words("单元格") + "的格式改变了数值的量级，按显示的数值核对，与存储的数值不同",
        cells.english("cell", ["has", "have"])
            + " a format that changes the magnitude; checked as shown, which is not what is stored",
    )
}

/// Numbers for which words or nothing are shown.
pub(crate) fn veiled(cells: &Cells) -> Remark {
    warning(
        "veiledCells",
        cells.words("单元格") + "存有数值，但格式使其显示为空白或其他文字，按显示的内容读取",
        cells.english("cell", HOLD) + " a number that the format shows as a blank or as other words; read as shown",
    )
}

/// Numbers whose format cannot be followed.
pub(crate) fn raw(cells: &Cells) -> Remark {
    warning(
        "rawCells",
        cells.words("单元格") + "的数字格式无法还原，按存储的数值读取",
        cells.english("cell", ["has", "have"]) + " a number format that cannot be followed; read as stored",
    )
}

/// Numbers shown with fewer digits than they have.
pub(crate) fn rounded(cells: &Cells) -> Remark {
    info(
        "roundedCells",
        cells.words("单元格") + "显示的位数少于存储的数值，按显示的数值核对",
        cells.english("cell", ["shows", "show"]) + " fewer digits than are stored; checked as shown",
    )
}

/// Numbers stored as text.
pub(crate) fn text_numbers(cells: &Cells) -> Remark {
    info(
        "textNumbers",
        cells.words("单元格") + "的数字以文本形式存储，按原样读取；表格程序求和时不计入这些单元格",
        cells.english("cell", HOLD) + " a number stored as text; read as it is, but sums of a spreadsheet leave it out",
    )
}

/// Cells covered by merged ones.
pub(crate) fn covered(cells: &Cells) -> Remark {
    warning(
        "coveredCells",
        cells.words("单元格") + "有内容，但被合并单元格遮住，未读取",
        cells.english("cell", HOLD) + " something, but merged cells cover it; not read",
    )
}

const HOLD: [&str; 2] = ["holds", "hold"];

#[cfg(test)]
mod tests;
