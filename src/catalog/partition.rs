//! Standard wholes with their standard parts: lists of these claim to be complete.

/// Parts that exhaust their whole (完整分项), by words that the labels contain.
///
/// Sources: 部门决算报表编制说明 (revenue by source, expenditure by nature, 三公 three ways); 政府采购法 (goods, works, services);
/// 中央行政事业单位国有资产管理办法 (vehicles by use, as the disclosure form lists them).
pub const PARTITIONS: &[&[&str]] = &[
    &["基本支出", "项目支出"],
    &["人员", "公用"],
    &["因公出国", "公务用车", "公务接待"],
    &["公务用车购置", "公务用车运行"],
    &["货物", "工程", "服务"],
    &["财政拨款", "其他收入"],
    &["一般公共预算", "政府性基金", "国有资本"],
    &["一般公共预算", "政府性基金"],
    &["工资福利", "对个人和家庭的补助"],
    &["商品和服务", "资本性支出"],
    &["税收收入", "非税收入"],
    &["第一产业", "第二产业", "第三产业"],
    &["城镇", "乡村"],
    &["出口", "进口"],
    &["结果维持", "结果纠正", "其他结果", "尚未审结"],
];

/// Whether the labels are all parts of one partition, each part at least once.
#[must_use]
pub fn is_complete(labels: &[&str]) -> bool {
    PARTITIONS.iter().any(|partition| {
        labels.len() >= partition.len()
            && partition.iter().all(|word| labels.iter().any(|label| label.contains(word)))
            && labels.iter().all(|label| partition.iter().any(|word| label.contains(word)))
    })
}
