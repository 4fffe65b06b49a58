//! The levels of accounts by their names (科目级次): which names are a 类, which a 款 or 项 of the same classification.
//!
//! Source: 财政部 政府收支分类科目, 支出功能分类科目 (参考); economic accounts are those of [`super::classification`]. Of the third
//! level only those stand here that every department has.

use super::classification::{ACCOUNTS, Account};
use super::form::bare;
use crate::gather::{Gather, SortedMap};
use std::sync::LazyLock;

/// A classification of expenditure (支出分类).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// 支出经济分类.
    Economic,
    /// 支出功能分类.
    Functional,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Economic, Self::Functional];

    /// Whether a plain name is that of an account of the first level (类).
    fn is_class(self, name: &str, year: Option<i32>) -> bool {
        match self {
            Self::Economic => is_account(name, 3, year),
            Self::Functional => FUNCTIONAL.get(name).is_some_and(|levels| levels.class),
        }
    }

    /// The classifications of which words name an account of the first level.
    #[must_use]
    pub fn of_class(words: &str, year: Option<i32>) -> Vec<Self> {
        let name = plain(words);
        Self::ALL.into_iter().filter(|scheme| scheme.is_class(&name, year)).gather()
    }

    /// Whether words name an account of a lower level (款、项), and none of the first in either classification.
    #[must_use]
    pub fn has_part(self, words: &str, year: Option<i32>) -> bool {
        let name = plain(words);
        let part = match self {
            Self::Economic => is_account(&name, 5, year),
            Self::Functional => FUNCTIONAL.get(&name).is_some_and(|levels| levels.part),
        };
        part && !Self::ALL.iter().any(|scheme| scheme.is_class(&name, year))
    }
}

/// On which levels of the functional classification a name stands.
#[derive(Clone, Copy, Debug, Default)]
struct Levels {
    class: bool,
    part: bool,
}

/// The functional accounts by their plain names.
static FUNCTIONAL: LazyLock<SortedMap<String, Levels>> = LazyLock::new(|| {
    let mut names: SortedMap<String, Levels> = SortedMap::new();
    for (class, parts) in CLASSES {
        names.entry(plain(class)).or_default().class = true;
        parts.iter().for_each(|part| names.entry(plain(part)).or_default().part = true);
    }
    ITEMS.iter().for_each(|item| names.entry(plain(item)).or_default().part = true);
    names
});

/// The economic accounts by their plain names.
static ECONOMIC: LazyLock<SortedMap<String, Vec<&Account>>> = LazyLock::new(|| {
    let mut names: SortedMap<String, Vec<&Account>> = SortedMap::new();
    ACCOUNTS.iter().for_each(|account| names.entry(plain(account.name)).or_default().push(account));
    names
});

/// Whether an economic account with so many digits bears a plain name in a year.
fn is_account(name: &str, digits: usize, year: Option<i32>) -> bool {
    ECONOMIC.get(name).into_iter().flatten().any(|a| a.code.len() == digits && a.is_in_force(year))
}

/// A name without brackets and what comes and goes at its ends: 政府办公厅（室）及相关机构事务支出 → 政府办公厅及相关机构事务,
/// 对企业补助 → 企业补助.
fn plain(name: &str) -> String {
    let bare = bare(name);
    let short = bare.strip_suffix("支出").filter(|rest| rest.chars().count() > 2).unwrap_or(&bare);
    short.strip_prefix('对').unwrap_or(short).to_owned()
}

/// The functional classes (类) with their sections (款), in the order of their codes; former names behind those in force.
const CLASSES: &[(&str, &[&str])] = &[
    (
        "一般公共服务支出",
        &[
            "人大事务",
            "政协事务",
            "政府办公厅（室）及相关机构事务",
            "发展与改革事务",
            "统计信息事务",
            "财政事务",
            "税收事务",
            "审计事务",
            "海关事务",
            "纪检监察事务",
            "商贸事务",
            "知识产权事务",
            "民族事务",
            "港澳台事务",
            "档案事务",
            "民主党派及工商联事务",
            "群众团体事务",
            "党委办公厅（室）及相关机构事务",
            "组织事务",
            "宣传事务",
            "统战事务",
            "对外联络事务",
            "其他共产党事务支出",
            "网信事务",
            "市场监督管理事务",
            "社会工作事务",
            "信访事务",
            "其他一般公共服务支出",
        ],
    ),
    ("外交支出", &["外交管理事务", "对外合作与交流", "对外宣传", "国际发展合作", "其他外交支出"]),
    ("国防支出", &["国防科研事业", "国防动员", "其他国防支出"]),
    ("公共安全支出", &["武装警察部队", "国家安全", "强制隔离戒毒", "国家保密", "缉私警察", "其他公共安全支出"]),
    (
        "教育支出",
        &[
            "教育管理事务",
            "普通教育",
            "职业教育",
            "成人教育",
            "广播电视教育",
            "特殊教育",
            "进修及培训",
            "教育费附加安排的支出",
            "其他教育支出",
        ],
    ),
    (
        "科学技术支出",
        &[
            "科学技术管理事务",
            "基础研究",
            "应用研究",
            "技术研究与开发",
            "科技条件与服务",
            "社会科学",
            "科学技术普及",
            "科技交流与合作",
            "科技重大项目",
            "其他科学技术支出",
        ],
    ),
    (
        "文化旅游体育与传媒支出",
        &["文化和旅游", "文物", "体育", "新闻出版电影", "广播电视", "其他文化旅游体育与传媒支出"],
    ),
    (
        "社会保障和就业支出",
        &[
            "人力资源和社会保障管理事务",
            "民政管理事务",
            "行政事业单位养老支出",
            "行政事业单位离退休",
            "企业改革补助",
            "就业补助",
            "抚恤",
            "退役安置",
            "社会福利",
            "残疾人事业",
            "红十字事业",
            "最低生活保障",
            "临时救助",
            "特困人员救助供养",
            "其他生活救助",
            "财政对基本养老保险基金的补助",
            "财政对其他社会保险基金的补助",
            "退役军人管理事务",
            "财政代缴社会保险费支出",
            "其他社会保障和就业支出",
        ],
    ),
    (
        "卫生健康支出",
        &[
            "卫生健康管理事务",
            "公立医院",
            "基层医疗卫生机构",
            "公共卫生",
            "计划生育事务",
            "行政事业单位医疗",
            "财政对基本医疗保险基金的补助",
            "医疗救助",
            "优抚对象医疗",
            "医疗保障管理事务",
            "老龄卫生健康事务",
            "中医药事务",
            "疾病预防控制事务",
            "其他卫生健康支出",
        ],
    ),
    (
        "节能环保支出",
        &[
            "环境保护管理事务",
            "环境监测与监察",
            "污染防治",
            "自然生态保护",
            "森林保护修复",
            "天然林保护",
            "退耕还林还草",
            "能源节约利用",
            "污染减排",
            "可再生能源",
            "循环经济",
            "能源管理事务",
            "其他节能环保支出",
        ],
    ),
    (
        "城乡社区支出",
        &[
            "城乡社区管理事务",
            "城乡社区规划与管理",
            "城乡社区公共设施",
            "城乡社区环境卫生",
            "建设市场管理与监督",
            "国有土地使用权出让收入安排的支出",
            "城市基础设施配套费安排的支出",
            "污水处理费安排的支出",
            "其他城乡社区支出",
        ],
    ),
    (
        "农林水支出",
        &[
            "农业农村",
            "林业和草原",
            "水利",
            "巩固脱贫攻坚成果衔接乡村振兴",
            "扶贫",
            "农村综合改革",
            "普惠金融发展支出",
            "目标价格补贴",
            "其他农林水支出",
        ],
    ),
    ("交通运输支出", &["公路水路运输", "铁路运输", "民用航空运输", "邮政业支出", "车辆购置税支出", "其他交通运输支出"]),
    (
        "资源勘探工业信息等支出",
        &[
            "资源勘探开发",
            "制造业",
            "建筑业",
            "工业和信息产业监管",
            "国有资产监管",
            "支持中小企业发展和管理支出",
            "其他资源勘探工业信息等支出",
        ],
    ),
    ("商业服务业等支出", &["商业流通事务", "涉外发展服务支出", "其他商业服务业等支出"]),
    ("金融支出", &["金融部门行政支出", "金融部门监管支出", "金融发展支出", "其他金融支出"]),
    ("援助其他地区支出", &[]),
    ("自然资源海洋气象等支出", &["自然资源事务", "气象事务", "其他自然资源海洋气象等支出"]),
    ("住房保障支出", &["保障性安居工程支出", "住房改革支出", "城乡社区住宅"]),
    ("粮油物资储备支出", &["粮油物资事务", "能源储备", "粮油储备", "重要商品储备"]),
    ("国有资本经营预算支出", &[]),
    (
        "灾害防治及应急管理支出",
        &[
            "应急管理事务",
            "消防救援事务",
            "矿山安全",
            "地震事务",
            "自然灾害防治",
            "自然灾害救灾及恢复重建支出",
            "其他灾害防治及应急管理支出",
        ],
    ),
    ("其他支出", &[]),
    ("债务还本支出", &[]),
    ("债务付息支出", &[]),
];

/// Functional items (项) of every department.
const ITEMS: &[&str] = &[
    "行政运行",
    "一般行政管理事务",
    "机关服务",
    "事业运行",
    "行政单位离退休",
    "事业单位离退休",
    "机关事业单位基本养老保险缴费支出",
    "机关事业单位职业年金缴费支出",
    "行政单位医疗",
    "事业单位医疗",
    "公务员医疗补助",
    "住房公积金",
    "提租补贴",
    "购房补贴",
];
