//! The words of units: data only. Lookups take the longest word that stands at a position, so order within a row is free.

use crate::number::Dimension;

/// Scale words (数量级) after a number, with their powers of ten; the longest first.
pub(super) const SCALES: &[(&str, i32)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

/// Words that begin with a scale word but are units themselves.
pub(super) const NOT_SCALES: &[&str] = &["千克", "千瓦", "千米", "千字", "百分"];

/// All units by what they measure, one row a kind of thing.
pub(super) const UNITS: &[(Dimension, &[&str])] = &[
    (Dimension::Percent, &["%"]),
    (Dimension::PerMille, &["‰"]),
    (Dimension::Points, &["百分点", "个百分点"]),
    (Dimension::Times, &["倍", "成", "折"]),
    // Currencies (货币) are all money, but only like is compared with like.
    (Dimension::Money, &["元", "人民币", "美元", "欧元", "港元", "日元", "英镑", "新台币"]),
    // Time (时间).
    (
        Dimension::Count,
        &[
            "个工作日", "个工作时", "个自然日", "个小时", "个月", "工作日", "工作时", "小时", "分钟", "秒", "天", "周",
            "学时", "课时", "工日", "台班", "岁",
        ],
    ),
    // People and what they do (人、户).
    (
        Dimension::Count,
        &[
            "人", "人次", "人天", "人日", "人月", "人份", "名", "位", "户", "户次", "家", "家次", "口", "师", "员", "代",
            "队", "支队", "组", "对", "学位", "床", "席", "团组", "剂次", "剂", "例", "例次",
        ],
    ),
    // Cases, papers and work (件、项、份).
    (
        Dimension::Count,
        &[
            "个", "件", "件次", "件套", "项", "项次", "起", "宗", "笔", "单", "批", "批次", "次", "场", "场次", "期", "份",
            "条", "篇", "册", "本", "幅", "张", "卷", "字", "千字", "页", "门", "科", "类", "种", "款", "部", "节", "轮", "环节",
            "点", "分", "班", "班次", "届", "趟", "标段", "集",
        ],
    ),
    // Things (台、套、辆).
    (
        Dimension::Count,
        &[
            "台", "台件", "台次", "台套", "台（套）", "套", "辆", "辆次", "车次", "支", "只", "头", "匹", "棵", "株", "桶", "箱",
            "袋", "瓶", "股", "包", "盒", "副", "枚", "架", "艘", "航次", "块", "根", "片", "盘", "把", "盏", "口井", "眼", "羽", "尾",
            "顶", "粒", "面", "具", "挂", "扇", "樘", "列",
        ],
    ),
    // Places (处、所、座).
    (
        Dimension::Count,
        &[
            "处", "所", "座", "栋", "幢", "间", "层", "站", "站次", "村", "社区", "网格", "街道", "乡", "镇", "县", "市", "省",
            "国", "孔", "道",
        ],
    ),
    // Measures (计量单位).
    (
        Dimension::Count,
        &[
            "吨", "公斤", "千克", "克", "毫克", "微克", "斤", "亩", "亩次", "公顷", "顷", "平方公里", "平方千米", "平方米", "平米",
            "㎡", "立方米", "立方", "方", "公里", "千米", "米", "延米", "延长米", "里", "厘米", "毫米", "升", "毫升", "千瓦时", "千瓦", "兆瓦",
            "度", "标准煤", "吨标准煤", "吨公里", "℃", "摄氏度", "分贝",
        ],
    ),
];

/// Measures in letters; they end before the next letter or digit.
pub(super) const LETTERS: &[&str] = &[
    "kg", "g", "mg", "μg", "t", "km", "KM", "m", "cm", "mm", "km2", "km²", "m2", "m²", "m3", "m³", "ha", "L", "mL", "ml", "kW",
    "KW", "MW", "GW", "kWh", "KWh", "KV", "kV", "KVA", "kVA", "TB", "GB", "MB", "dB",
];

/// Words that begin with a unit but are none: behind a number they name what is counted or go on with the sentence.
pub(super) const NOT_UNITS: &[&str] = &[
    "人民政府", "人民法", "人均", "人员", "项目", "家庭", "条例", "处理", "处置", "所有", "场所", "次产业", "位于", "位列", "位居", "分别", "分局",
    "分之", "次高", "市场", "市级", "县级", "国家", "国道", "国有", "省级", "省道", "乡镇", "社会", "点击", "类似", "成功", "成立", "成效", "成员",
    "成果", "成本", "部门", "部分", "组织", "队伍", "本级", "本年", "期间", "期末", "方面", "方案", "方式", "面积", "面向", "道路", "单位", "单价",
    "口径", "包括", "包含", "代表", "科技", "科学", "列入", "列支", "具体", "根据",
];

/// Units that follow a Han numeral in plain counts; the others make idioms there.
pub(super) const AFTER_HAN: &[&str] = &[
    "个", "项", "家", "名", "人次", "人", "件", "起", "户", "批次", "台", "辆", "套", "场", "期", "份", "条", "处", "所", "座", "栋", "间", "册",
    "本", "篇", "张", "支", "亩", "公里", "平方米", "吨", "类", "种", "倍", "成", "次", "元", "万元", "亿元", "科室", "位", "例", "宗", "笔", "环节",
    "股室", "大类",
];
