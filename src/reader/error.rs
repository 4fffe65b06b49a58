//! Why a file could not be read, and what its owner can do about it.

use std::fmt;

/// Why a file could not be read (读取失败). Each says in one Chinese sentence what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing in it.
    Empty,
    /// Word 97–2003.
    OldWord,
    /// WPS 文字 or 表格 in their own formats.
    Wps,
    /// Word or Excel as one XML file.
    OfficeXml,
    /// An Excel workbook in binary parts (.xlsb).
    BinarySheet,
    /// OFD 版式文件.
    Ofd,
    /// PowerPoint, old or new.
    Slides,
    /// A rich text file.
    RichText,
    /// An OpenDocument text.
    OpenText,
    /// A picture.
    Image,
    /// An archive that holds no office document.
    Archive,
    /// An archive inside an archive.
    Nested,
    /// Locked with a password.
    Encrypted,
    /// Pages that are pictures, without text.
    Scanned,
    /// The text of a file cannot be made out with any certainty.
    Garbled,
    /// Cut off or damaged.
    Damaged,
    /// None of the formats that can be read.
    Unknown,
    /// Larger than the limit, in bytes.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// More than the limit of pages, cells, characters … inside.
    TooMuch(Quantity),
    /// Stopped, by the user or because it took too long.
    Stopped,
}

/// What a file has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Bytes once inflated.
    Inflated,
    /// Elements inside each other.
    Depth,
    /// Cells of tables.
    Cells,
    /// Files of an archive.
    Files,
    /// Pages.
    Pages,
    /// Characters of text.
    Characters,
}

impl ReadError {
    /// A stable word for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::OldWord => "oldWord",
            Self::Wps => "wps",
            Self::OfficeXml => "officeXml",
            Self::BinarySheet => "binarySheet",
            Self::Ofd => "ofd",
            Self::Slides => "slides",
            Self::RichText => "richText",
            Self::OpenText => "openText",
            Self::Image => "image",
            Self::Archive => "archive",
            Self::Nested => "nested",
            Self::Encrypted => "encrypted",
            Self::Scanned => "scanned",
            Self::Garbled => "garbled",
            Self::Damaged => "damaged",
            Self::Unknown => "unknown",
            Self::TooLarge { .. } => "tooLarge",
            Self::TooMuch(_) => "tooMuch",
            Self::Stopped => "stopped",
        }
    }

    /// One Chinese sentence: what is the matter, and what to do next.
    #[must_use]
    pub fn message(&self) -> String {
        let words = match self {
            Self::Empty => "文件是空的，请检查是否选错了文件",
            Self::OldWord => "这是旧版 Word 文档（.doc），请用 Word 或 WPS 打开，另存为 .docx 后再试",
            Self::Wps => "这是 WPS 专用格式（.wps、.et），请用 WPS 打开，另存为 .docx 或 .xlsx 后再试",
            Self::OfficeXml => "这是 Word 或 Excel 的 XML 文件，请用原程序打开，另存为 .docx 或 .xlsx 后再试",
            Self::BinarySheet => "这是二进制工作簿（.xlsb），请用 Excel 或 WPS 打开，另存为 .xlsx 后再试",
            Self::Ofd => "这是 OFD 版式文件，请用 OFD 阅读器打开，导出为 PDF 或复制其中的文字后再试",
            Self::Slides => "这是演示文稿，请把其中的文字复制出来，粘贴到页面里",
            Self::RichText => "这是 RTF 文档，请用 Word 或 WPS 打开，另存为 .docx 后再试",
            Self::OpenText => "这是 OpenDocument 文本（.odt），请另存为 .docx 后再试",
            Self::Image => "这是图片，其中没有可读取的文字；请先做文字识别（OCR），或找到原始的电子文档",
            Self::Archive => "这是压缩包，其中没有可以直接读取的文件；请解压后再选择其中的文件",
            Self::Nested => "这是压缩包里的压缩包，请单独解压后再选择其中的文件",
            Self::Encrypted => "文件设有密码，请用原程序打开，去掉密码后另存再试",
            Self::Scanned => "文件的各页都是扫描图片，没有文字；请先做文字识别（OCR），或找到原始的电子文档",
            Self::Garbled => "文件里的文字缺少编码信息，无法可靠读出；请用原程序打开后复制文字，或重新导出",
            Self::Damaged => "文件不完整或已损坏，请重新下载，或用原程序打开后另存再试",
            Self::Unknown => "无法识别这种文件；可以读取文本、Markdown、CSV、网页、.docx、.xlsx、.xls、.ods 和 PDF",
            Self::TooLarge { limit } => {
                return format!("文件超过 {} MB，请拆分后再试", limit / 1024 / 1024);
            }
            Self::TooMuch(quantity) => quantity.words(),
            Self::Stopped => "读取已停止；可以重试，或拆分文件后再试",
        };
        words.to_owned()
    }
}

impl ReadError {
    /// The same in one English sentence.
    #[must_use]
    pub const fn english(&self) -> &'static str {
        match self {
            Self::Empty => "The file is empty. Check whether it is the right one.",
            Self::OldWord => "This is an old Word document (.doc). Open it in Word or WPS and save it as .docx.",
            Self::Wps => "This is a format of WPS alone (.wps, .et). Open it in WPS and save it as .docx or .xlsx.",
            Self::OfficeXml => {
                "This is a Word or Excel document as one XML file. Open it there and save it as .docx or .xlsx."
            }
            Self::BinarySheet => "This is a binary workbook (.xlsb). Open it in Excel or WPS and save it as .xlsx.",
            Self::Ofd => "This is an OFD file. Open it in an OFD viewer and export it as PDF, or copy its text.",
            Self::Slides => "These are slides. Copy their text and paste it here.",
            Self::RichText => "This is an RTF document. Open it in Word or WPS and save it as .docx.",
            Self::OpenText => "This is an OpenDocument text (.odt). Save it as .docx.",
            Self::Image => {
                "This is a picture; there is no text in it. Run text recognition (OCR) on it, or find the original document."
            }
            Self::Archive => "This is an archive without a readable file. Unpack it and choose the files in it.",
            Self::Nested => "This is an archive inside an archive. Unpack it by itself and choose the files in it.",
            Self::Encrypted => "The file is locked with a password. Open it, take the password off and save it.",
            Self::Scanned => {
                "The pages are scanned pictures without text. Run text recognition (OCR) on them, or find the original document."
            }
            Self::Garbled => {
                "The text of the file cannot be made out with certainty. Copy the text from its program, or export it again."
            }
            Self::Damaged => "The file is cut off or damaged. Get it again, or open and save it in its program.",
            Self::Unknown => {
                "This kind of file is not known. Text, Markdown, CSV, web pages, .docx, .xlsx, .xls, .ods and PDF can be read."
            }
            Self::TooLarge { .. } => "The file is too large. Split it and try again.",
            Self::TooMuch(_) => {
                "There is too much in the file (pages, cells or characters). Keep what is to be checked and try again."
            }
            Self::Stopped => "The reading was stopped.",
        }
    }
}

impl Quantity {
    const fn words(self) -> &'static str {
        match self {
            Self::Inflated => "文件解压后过大；请用原程序打开，只保留需要核对的内容，另存或拆分后再试",
            Self::Depth => "文件内部层次过深，可能不是正常的文档；请用原程序打开后另存再试",
            Self::Cells => "表格的单元格过多；请只保留需要核对的工作表后再试",
            Self::Files => "压缩包里的文件过多，请分成几个压缩包后再试",
            Self::Pages => "文件的页数过多，请拆分后再试",
            Self::Characters => "文件的文字过多，请拆分后再试",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for ReadError {}
