//! A form of self-evaluation as offices fill it: one table with headings in its middle and cells over several rows.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may stop at what cannot be read")]

use gouji::reader::{Limits, Session};
use gouji::report::{Report, Severity, Verdict};

/// A consistent form: nothing is wrong with it, and nothing is left to be said.
const FORM: &str = "<html><head><title>自评表</title></head><body><p>云溪县水利局2022年度部门整体支出绩效自评表</p><table>
<tr><td colspan=2>部门名称</td><td colspan=6>云溪县水利局</td></tr>
<tr><td rowspan=4 colspan=2>资金（万元）</td><td>资金来源</td><td>全年预算数（A）</td><td>全年执行数（B）</td><td>分值</td><td>执行率（B/A）</td><td>得分</td></tr>
<tr><td>年度资金总额</td><td>480.00</td><td>463.20</td><td>10</td><td>96.50%</td><td>9.65</td></tr>
<tr><td>其中：财政拨款</td><td>400.00</td><td>386.00</td><td>—</td><td>96.50%</td><td>—</td></tr>
<tr><td>其他资金</td><td>80.00</td><td>77.20</td><td>—</td><td>96.50%</td><td>—</td></tr>
<tr><td colspan=2>年度总体目标</td><td colspan=3>完成小型水库除险加固。</td><td colspan=3>已完成加固。</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td><td>偏差原因及改进措施</td></tr>
<tr><td rowspan=4>产出指标</td><td rowspan=2>数量指标</td><td>加固水库座数</td><td>≥12座</td><td>12座</td><td>20</td><td>20</td><td></td></tr>
<tr><td>巡查次数</td><td>≥400次</td><td>380次</td><td>10</td><td>9.5</td><td rowspan=2>汛期封路，部分巡查顺延</td></tr>
<tr><td>质量指标</td><td>工程验收合格率</td><td>≥95%</td><td>76%</td><td>10</td><td>8</td></tr>
<tr><td>成本指标</td><td>单座加固成本</td><td>≤40万元</td><td>38.5万元</td><td>10</td><td>10</td><td></td></tr>
<tr><td rowspan=2>效益指标</td><td rowspan=2>社会效益指标</td><td>受益人口</td><td>≥2万人</td><td>2.3万人</td><td rowspan=2>30</td><td rowspan=2>28</td><td></td></tr>
<tr><td>防汛能力</td><td>逐步提高</td><td>有所提高</td><td></td></tr>
<tr><td>满意度指标</td><td>服务对象满意度</td><td>群众满意度</td><td>≥90%</td><td>93%</td><td>10</td><td>10</td><td></td></tr>
<tr><td colspan=5>总分</td><td>100</td><td>95.15</td><td>优</td></tr>
</table></body></html>";

fn check(form: &str) -> Report {
    let document = gouji::read("form.html", form.as_bytes(), &mut Session::new(Limits::default(), &mut |_| true));
    gouji::check_document(&document.expect("a form"))
}

/// Words of the form and what stands in their place.
type Change = (&'static str, &'static str);

/// The form with some words changed, each of which stands in it once.
fn changed(changes: &[Change]) -> Report {
    let mut form = FORM.to_owned();
    for (old, new) in changes {
        assert_eq!(form.matches(old).count(), 1, "{old}");
        form = form.replace(old, new);
    }
    check(&form)
}

/// A warning with the cue of its relation.
type Raised<'a> = (&'a str, &'a str, Severity);

fn raised(report: &Report) -> Vec<Raised<'_>> {
    let cue = |relation: Option<u32>| relation.map_or("", |r| report.relations[r as usize].cue.as_str());
    report.findings.iter().map(|f| (f.code.as_str(), cue(f.relation), f.severity)).collect()
}

#[test]
fn a_consistent_form_has_no_finding_and_its_rows_are_checked() {
    let report = check(FORM);
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    let held = |cue: &str| report.relations.iter().filter(|r| r.cue == cue && r.verdict == Verdict::Exact).count();
    // Funds and execution; scores within points; forward and reverse; points, scores and the grade of the whole.
    assert_eq!([held("L12"), held("L03"), held("L11"), held("L04"), held("L05")], [3, 1, 7, 4, 1]);
    assert_eq!([held("L06"), held("L02")], [2, 1]);
}

#[test]
fn points_and_scores_that_several_rows_share_are_added_but_not_computed() {
    let report = check(FORM);
    let sum = report.relations.iter().find(|r| r.cue == "L01").expect("the sum of all scores");
    assert_eq!((sum.verdict, sum.operands.len()), (Verdict::Exact, 7), "{sum:#?}");
}

#[test]
fn each_planted_fault_is_found_and_no_other() {
    use Severity::{Error, Note, Suspect};
    let cases: [(&[Change], Raised); 8] = [
        // Points that make 101 under a whole of 100, the score of their row as it was.
        (&[("12座</td><td>20</td>", "12座</td><td>21</td>")], ("W23", "L06", Error)),
        (
            &[("38.5万元</td><td>10</td><td>10</td><td>", "50万元</td><td>10</td><td>10</td><td>材料涨价")],
            ("W48", "L05", Note),
        ),
        // A score above its points: what was added to the whole as well.
        (&[("<td>8</td></tr>", "<td>12</td></tr>"), ("95.15", "99.15")], ("W24", "L11", Error)),
        (&[("<td>9.65</td>", "<td>9.45</td>"), ("95.15", "94.95")], ("W24", "L03", Suspect)),
        (&[("95.15", "96.15")], ("W23", "L01", Error)),
        (&[("<td>优</td>", "<td>良</td>")], ("W23", "L02", Error)),
        (&[("<td>93%</td>", "<td>81%</td>")], ("W26", "", Suspect)),
        (&[("<td>9.5</td>", "<td>8.5</td>"), ("95.15", "94.15")], ("W48", "L04", Note)),
    ];
    for (changes, wanted) in cases {
        let report = changed(changes);
        let found = raised(&report);
        assert!(found.contains(&wanted), "{changes:?}: {found:?} {:#?}", report.findings);
        let others = found.iter().filter(|f| f.2 != Note && **f != wanted).count();
        assert_eq!(others, 0, "{changes:?}: {found:?}");
    }
}

#[test]
fn full_points_for_less_than_all_may_be_given_by_steps() {
    let report = changed(&[("<td>9.65</td>", "<td>10</td>"), ("95.15", "95.5")]);
    assert_eq!(raised(&report).iter().filter(|f| f.2 != Severity::Note).count(), 0, "{:#?}", report.findings);
}
