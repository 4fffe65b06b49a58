//! Books → words.

use super::{Chance, Department, Hundredths};
use std::fmt::Write;

/// How a report prints its amounts.
#[derive(Clone, Copy)]
enum Unit {
    TenThousand,
    Yuan,
}

fn amount(unit: Unit, value: Hundredths) -> String {
    match unit {
        Unit::TenThousand => format!("{}.{:02}万元", value / 100, value % 100),
        Unit::Yuan => format!("{}.00元", value * 100),
    }
}

const PROJECTS: [&str; 10] = [
    "基础设施维护",
    "信息系统建设",
    "业务能力提升",
    "公共服务平台",
    "宣传教育活动",
    "设备更新改造",
    "专项调查研究",
    "基层站点建设",
    "档案整理保护",
    "安全隐患整治",
];
const TASKS: [&str; 8] =
    ["专项检查", "业务培训", "入户走访", "政策宣讲", "隐患排查", "现场指导", "联合执法", "数据核查"];
const AIMS: [&str; 6] = [
    "切实提高资金使用效益",
    "进一步夯实工作基础",
    "有效回应群众关切",
    "持续优化办事流程",
    "稳步提升服务水平",
    "推动各项任务落地见效",
];
const FILLINGS: [&str; 8] = [
    "我单位坚持以人民为中心的发展思想，围绕全县中心工作，细化责任分工，强化过程管理，",
    "项目实施单位严格执行政府采购和合同管理的有关规定，做到手续完备、程序合规，",
    "财务部门按照专款专用的原则办理资金支付，定期与业务部门对账，",
    "主管领导多次召开调度会，听取进展汇报，协调解决实施中的困难，",
    "在上级部门的指导和有关单位的配合下，各项工作按计划推进，",
    "通过建立台账、逐项销号的办法，问题整改做到了件件有着落，",
    "绩效目标与部门职责和年度重点任务衔接紧密，指标设置较为合理，",
    "受益对象普遍反映办事更加方便，社会评价总体良好，",
];

const NAMES: [char; 20] = [
    '枫', '槐', '柳', '杏', '榆', '桐', '柏', '桂', '梅', '竹', '溪', '塘', '坪', '岭', '湾', '桥', '渡', '泉', '坡',
    '畈',
];

/// A report of some 15,000 characters.
pub fn report(department: &Department) -> String {
    let mut chance = Chance::new(department.seed ^ 0x5eed);
    let unit = if chance.within(0, 3) == 0 { Unit::Yuan } else { Unit::TenThousand };
    let mut sections = vec![overview(department, &mut chance), money(department, unit, &mut chance)];
    let mut rest = vec![three_public(department, unit), projects(department, unit, &mut chance)];
    if !department.sent.is_empty() {
        rest.push(sent(department, unit));
    }
    if chance.within(0, 1) == 0 {
        rest.reverse();
    }
    sections.append(&mut rest);
    sections.push(result(department));
    let mut out = format!("{}{}年度部门整体支出绩效自评报告\n", department.name, department.year);
    for (section, mark) in sections.iter().zip("一二三四五六七八".chars()) {
        writeln!(out, "{mark}、{section}").expect("a string takes everything");
    }
    let mark = if sections.len() == 5 { "六" } else { "七" };
    writeln!(out, "{mark}、工作开展情况").expect("a string takes everything");
    let mut number = 1;
    while out.chars().count() < 15_000 {
        out.push_str(&work(number, &mut chance));
        number += 1;
    }
    out
}

fn overview(department: &Department, chance: &mut Chance) -> String {
    let books = &department.books;
    let staff = match chance.within(0, 2) {
        0 => format!("核定编制{}名，在职人员{}人。", books.quota, books.staff),
        1 => format!("人员编制{}名，年末在职人数{}人。", books.quota, books.staff),
        _ => format!("现有编制{}名，实有人数{}人。", books.quota, books.staff),
    };
    let scope = match department.members.as_slice() {
        [] => String::new(),
        members => format!("\n（三）汇总范围\n纳入汇总范围的单位包括：{}。", members.join("、")),
    };
    format!(
        "部门概况\n（一）主要职责\n{}{}。\n（二）人员情况\n{staff}{scope}",
        chance.pick(&FILLINGS),
        chance.pick(&AIMS)
    )
}

fn money(department: &Department, unit: Unit, chance: &mut Chance) -> String {
    let (books, before, year) = (&department.books, &department.before, department.year);
    let a = |value| amount(unit, value);
    let revenue = format!(
        "{year}年总收入{}，其中：财政拨款收入{}，其他收入{}。上年结转和结余{}。",
        a(books.revenue()),
        a(books.appropriation),
        a(books.other_revenue),
        a(books.opening)
    );
    let spent = format!(
        "{year}年总支出{}，其中：基本支出{}，项目支出{}。年末结转和结余{}。",
        a(books.expenditure()),
        a(books.basic()),
        a(books.project()),
        a(books.closing)
    );
    let nature =
        format!("基本支出{}，其中：人员经费{}，公用经费{}。", a(books.basic()), a(books.personnel), a(books.operating));
    let budget = format!(
        "{year}年总支出年初预算{}。{year}年总支出全年预算{}。",
        a(books.initial_budget),
        a(books.adjusted_budget)
    );
    let before = match chance.within(0, 1) {
        0 => format!("上年总支出{}。上年基本支出{}。", a(before.expenditure()), a(before.basic())),
        _ => {
            format!("{}年总支出{}。{}年项目支出{}。", year - 1, a(before.expenditure()), year - 1, a(before.project()))
        }
    };
    format!(
        "收支情况\n（一）收入情况\n{revenue}\n（二）支出情况\n{spent}\n{nature}\n（三）预算情况\n{budget}\n（四）上年情况\n{before}"
    )
}

fn three_public(department: &Department, unit: Unit) -> String {
    let books = &department.books;
    let a = |value| amount(unit, value);
    format!(
        "“三公”经费情况\n{}年“三公”经费预算{}，“三公”经费支出{}，其中：公务用车购置及运行维护费{}，公务接待费{}，因公出国费0元。上年“三公”经费支出{}。",
        department.year,
        a(books.three_public_budget),
        a(books.three_public()),
        a(books.vehicles),
        a(books.reception),
        a(department.before.three_public())
    )
}

fn projects(department: &Department, unit: Unit, chance: &mut Chance) -> String {
    let books = &department.books;
    let named: Vec<(String, i64)> =
        books.projects.iter().enumerate().map(|(at, value)| (project(at), *value)).collect();
    let list: Vec<String> = named.iter().map(|(name, value)| format!("{name}{}", amount(unit, *value))).collect();
    let mut out = format!("项目情况\n项目支出{}，其中：{}。", amount(unit, books.project()), list.join("，"));
    for (at, (name, _)) in named.iter().enumerate() {
        write!(out, "\n{}.{name}。{}{}。", at + 1, chance.pick(&FILLINGS), chance.pick(&AIMS)).expect("a string");
    }
    out
}

fn project(at: usize) -> String {
    let (round, name) = (at / PROJECTS.len(), PROJECTS[at % PROJECTS.len()]);
    if round == 0 { format!("{name}项目") } else { format!("{name}{}项目", super::han(round)) }
}

fn sent(department: &Department, unit: Unit) -> String {
    let mut out = "资金划转情况".to_owned();
    for sent in &department.sent {
        let value = amount(unit, sent.amount);
        match sent.is_given {
            true => write!(out, "\n年内向{}划转工作经费{value}。", sent.other),
            false => write!(out, "\n年内收到{}划转工作经费{value}。", sent.other),
        }
        .expect("a string takes everything");
    }
    out
}

fn result(department: &Department) -> String {
    format!("自评结果\n经自评，自评得分{}分，等级为“优”。", department.books.score)
}

fn work(number: usize, chance: &mut Chance) -> String {
    // No two villages of one report have one name, so that nothing is said twice of the same thing.
    let village = format!("{}{}村", NAMES[number / NAMES.len() % NAMES.len()], NAMES[number % NAMES.len()]);
    let task = *chance.pick(&TASKS);
    let counts = match chance.within(0, 2) {
        0 => format!("{village}{task}{}次", chance.within(5, 90)),
        1 => format!("{village}受益群众{}人", chance.within(60, 3_000)),
        _ => format!("{village}整改问题{}项", chance.within(3, 60)),
    };
    let (one, other) = (chance.pick(&FILLINGS), chance.pick(&FILLINGS));
    format!(
        "（{}）{village}{task}\n{one}{counts}，{}。{other}{}。\n",
        super::han(number),
        chance.pick(&AIMS),
        chance.pick(&AIMS)
    )
}
