//! How spending is classified (支出分类): economic accounts with their codes, and the levels of functional codes.
//!
//! Sources: 财政部 部门预算支出经济分类科目 (in force since 2018; the codes of 301 are confirmed, the others 参考); before 2018
//! 政府收支分类科目 (参考). Codes of functional accounts (2xx), of revenue (1xx) and of the government's own scheme (5xx) are other
//! domains: their digits are never held against these.

/// The year from which the reformed accounts are in force.
pub const REFORM: i32 = 2018;

/// An economic account (经济分类科目).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Three digits for 类, five for 款.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The first year it is in force; none where it is older than these tables.
    pub from: Option<i32>,
    /// The last year it is in force; none where it still is.
    pub until: Option<i32>,
}

const fn account(code: &'static str, name: &'static str) -> Account {
    Account { code, name, from: None, until: None }
}

const fn reformed(code: &'static str, name: &'static str) -> Account {
    Account { code, name, from: Some(REFORM), until: None }
}

const fn former(code: &'static str, name: &'static str) -> Account {
    Account { code, name, from: None, until: Some(REFORM - 1) }
}

/// All accounts: those in force in the order of their codes, then the former ones.
pub const ACCOUNTS: &[Account] = &[
    account("301", "工资福利支出"),
    account("30101", "基本工资"),
    account("30102", "津贴补贴"),
    account("30103", "奖金"),
    account("30106", "伙食补助费"),
    account("30107", "绩效工资"),
    account("30108", "机关事业单位基本养老保险缴费"),
    account("30109", "职业年金缴费"),
    reformed("30110", "职工基本医疗保险缴费"),
    reformed("30111", "公务员医疗补助缴费"),
    reformed("30112", "其他社会保障缴费"),
    reformed("30113", "住房公积金"),
    reformed("30114", "医疗费"),
    account("30199", "其他工资福利支出"),
    account("302", "商品和服务支出"),
    account("30201", "办公费"),
    account("30202", "印刷费"),
    account("30203", "咨询费"),
    account("30204", "手续费"),
    account("30205", "水费"),
    account("30206", "电费"),
    account("30207", "邮电费"),
    account("30208", "取暖费"),
    account("30209", "物业管理费"),
    account("30211", "差旅费"),
    account("30212", "因公出国（境）费用"),
    account("30213", "维修（护）费"),
    account("30214", "租赁费"),
    account("30215", "会议费"),
    account("30216", "培训费"),
    account("30217", "公务接待费"),
    account("30218", "专用材料费"),
    account("30224", "被装购置费"),
    account("30225", "专用燃料费"),
    account("30226", "劳务费"),
    account("30227", "委托业务费"),
    account("30228", "工会经费"),
    account("30229", "福利费"),
    account("30231", "公务用车运行维护费"),
    account("30239", "其他交通费用"),
    account("30240", "税金及附加费用"),
    account("30299", "其他商品和服务支出"),
    account("303", "对个人和家庭的补助"),
    account("30301", "离休费"),
    account("30302", "退休费"),
    account("30303", "退职（役）费"),
    account("30304", "抚恤金"),
    account("30305", "生活补助"),
    account("30306", "救济费"),
    account("30307", "医疗费补助"),
    account("30308", "助学金"),
    account("30309", "奖励金"),
    account("30310", "个人农业生产补贴"),
    account("30311", "代缴社会保险费"),
    account("30399", "其他对个人和家庭的补助"),
    reformed("307", "债务利息及费用支出"),
    account("30701", "国内债务付息"),
    account("30702", "国外债务付息"),
    account("30703", "国内债务发行费用"),
    account("30704", "国外债务发行费用"),
    reformed("309", "资本性支出（基本建设）"),
    reformed("30901", "房屋建筑物购建"),
    reformed("30902", "办公设备购置"),
    reformed("30903", "专用设备购置"),
    reformed("30905", "基础设施建设"),
    reformed("30906", "大型修缮"),
    reformed("30907", "信息网络及软件购置更新"),
    reformed("30908", "物资储备"),
    reformed("30913", "公务用车购置"),
    reformed("30919", "其他交通工具购置"),
    reformed("30921", "文物和陈列品购置"),
    reformed("30922", "无形资产购置"),
    reformed("30999", "其他基本建设支出"),
    reformed("310", "资本性支出"),
    account("31001", "房屋建筑物购建"),
    account("31002", "办公设备购置"),
    account("31003", "专用设备购置"),
    account("31005", "基础设施建设"),
    account("31006", "大型修缮"),
    account("31007", "信息网络及软件购置更新"),
    account("31008", "物资储备"),
    account("31009", "土地补偿"),
    account("31010", "安置补助"),
    account("31011", "地上附着物和青苗补偿"),
    account("31012", "拆迁补偿"),
    account("31013", "公务用车购置"),
    account("31019", "其他交通工具购置"),
    account("31021", "文物和陈列品购置"),
    account("31022", "无形资产购置"),
    account("31099", "其他资本性支出"),
    reformed("311", "对企业补助（基本建设）"),
    reformed("31101", "资本金注入"),
    reformed("31199", "其他对企业补助"),
    reformed("312", "对企业补助"),
    reformed("31201", "资本金注入"),
    reformed("31203", "政府投资基金股权投资"),
    reformed("31204", "费用补贴"),
    reformed("31205", "利息补贴"),
    reformed("31299", "其他对企业补助"),
    reformed("313", "对社会保障基金补助"),
    reformed("31302", "对社会保险基金补助"),
    reformed("31303", "补充全国社会保障基金"),
    reformed("31304", "对机关事业单位职业年金的补助"),
    account("399", "其他支出"),
    account("39907", "国家赔偿费用支出"),
    account("39908", "对民间非营利组织和群众性自治组织补贴"),
    account("39909", "经常性赠与"),
    account("39910", "资本性赠与"),
    account("39999", "其他支出"),
    former("30104", "社会保障缴费"),
    former("30104", "其他社会保障缴费"),
    former("30311", "住房公积金"),
    former("30312", "提租补贴"),
    former("30313", "购房补贴"),
    former("30315", "物业服务补贴"),
    former("30399", "其他对个人和家庭的补助支出"),
    former("304", "对企事业单位的补贴"),
    former("310", "其他资本性支出"),
];

impl Account {
    /// Whether it is in force in a year; in an unknown one every account may be.
    #[must_use]
    pub fn is_in_force(&self, year: Option<i32>) -> bool {
        year.is_none_or(|y| self.from.is_none_or(|from| from <= y) && self.until.is_none_or(|until| y <= until))
    }

    /// Whether words name it: brackets and the words that offices leave out or add make no difference.
    #[must_use]
    pub fn is_named(&self, words: &str) -> bool {
        plain(self.name) == plain(words)
    }
}

/// A name without brackets, blanks and the endings that come and go: 因公出国（境）费用 → 因公出国境费.
fn plain(name: &str) -> String {
    let letters: String = name.chars().filter(|c| !c.is_whitespace() && !"（）()、".contains(*c)).collect();
    let short = letters.strip_suffix("支出").filter(|rest| rest.chars().count() > 2).unwrap_or(&letters);
    short.replace("费用", "费").replace("购建", "购置")
}

/// What codes and names say of each other (编码与名称).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// The code has this name.
    Agrees,
    /// The name belongs to another code.
    Differs,
    /// The name is none of these tables.
    Unknown,
}

/// Holds a name against a code of the economic domain. Before the reform, codes of both schemes are taken.
#[must_use]
pub fn compare(code: &str, name: &str, year: Option<i32>) -> Match {
    let before = year.is_some_and(|y| y < REFORM);
    let bearers = || ACCOUNTS.iter().filter(|a| a.is_named(name));
    if bearers().any(|a| a.code == code && (before || a.is_in_force(year))) {
        return Match::Agrees;
    }
    // 310 其他资本性支出 is the former name of the whole class.
    let within = code.len() == 3 && bearers().any(|a| a.code.starts_with(code));
    if within || !bearers().any(|a| a.is_in_force(year)) { Match::Unknown } else { Match::Differs }
}

/// Whether a code is one of the economic domain: 301, 30217.
#[must_use]
pub fn is_economic(code: &str) -> bool {
    matches!(code.len(), 3 | 5) && code.starts_with('3') && code.bytes().all(|b| b.is_ascii_digit())
}

/// The level of a functional code (功能分类级次): 1 类, 2 款, 3 项.
#[must_use]
pub fn functional_level(code: &str) -> Option<u8> {
    let domain = code.starts_with('2') && code.bytes().all(|b| b.is_ascii_digit());
    match code.len() {
        3 if domain => Some(1),
        5 if domain => Some(2),
        7 if domain => Some(3),
        _ => None,
    }
}
