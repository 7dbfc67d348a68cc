//! Decisions with five steps, counts and publications.
//!
//! In: number, whether a project follows, facts of the community. Out: one record.
//! Never a quorum or majority that is missed.

use jiff::civil::{Date, date};

use super::{Facts, Record, after, project, prose, published, record as record_with};
use crate::node::{Fields, Node};
use crate::random::Random;
use crate::words::{MATTERS, PERSONS, WORKS};

/// The day of the resolution of decision `n`.
pub(super) fn resolved(n: usize) -> Date {
    let back = i32::try_from(n).expect("few decisions");
    after(date(2026, 3, 20), -13 * back)
}

/// Title of decision `n` of a community.
fn title(n: usize, work: bool, random: &mut Random) -> String {
    if work {
        format!("关于{}的决定（示例）", project::name(n))
    } else {
        format!("{}（第{}号，示例）", random.pick(&MATTERS), n + 1)
    }
}

pub(super) fn record_of(n: usize) -> String {
    format!("jueding-{:03}", n + 1)
}

pub(super) fn record(n: usize, work: bool, facts: &Facts, random: &mut Random) -> Record {
    let day = resolved(n);
    let step =
        |name: &str, before: i32| -> Fields { vec![("议", name.into()), ("日期", after(day, -before).into())] };
    let mut first = step("合理化建议", 24);
    first.push(("内容", format!("收集意见{}条，主要是位置、经费和工期", random.between(8, 40)).into()));
    let mut second = step("党支部提议", 21);
    second.extend(present(5, 5));
    let mut third = step("两委商议", 18);
    third.extend(present(7, 7));
    third.extend(votes(7, random));
    let mut fourth = step("党员大会审议", 7);
    fourth.push(("通知日期", after(day, -17).into()));
    let came = facts.party - random.between(0, facts.party / 6);
    fourth.extend(present(facts.party, came));
    fourth.extend(votes(came, random));
    let mut fifth = step(if facts.urban { "居民代表会议决议" } else { "村民代表会议决议" }, 0);
    fifth.push(("通知日期", after(day, -12).into()));
    let came = facts.reps - random.between(0, facts.reps / 6);
    fifth.extend(present(facts.reps, came));
    fifth.extend(votes(came, random));
    let steps = [first, second, third, fourth, fifth].map(Node::from).to_vec();
    let motion = format!("{}等{}户联名提出", random.pick(&PERSONS), random.between(11, 30));
    let mut fields: Fields = vec![
        ("流程", "五议五公开".into()),
        ("事项类型", "公益事业".into()),
        ("动议事由", motion.into()),
        ("步骤", steps.into()),
        ("公开", publications(n, work, day).into()),
    ];
    if work {
        fields.push(("金额", crate::node::money(project::budget(n))));
        fields.push(("项目", project::record_of(n).into()));
    }
    fields.extend(published(after(day, 1), facts, random));
    let mut made = record_with("decision", "decisions", record_of(n), title(n, work, random), day, fields);
    made.prose = prose(random);
    made
}

fn publications(n: usize, work: bool, day: Date) -> Vec<Node> {
    let shown = |name: &str, step: Option<&str>, from: Date, place: &str| -> Node {
        let mut fields: Fields = vec![("项", name.into())];
        fields.extend(step.map(|s| ("议", Node::from(s))));
        fields.extend([("日期", from.into()), ("至", after(from, 16).into())]);
        fields.push(("地点", vec![Node::from(place)].into()));
        fields.into()
    };
    let mut list = vec![
        shown("程序公开", None, after(day, -24), "公开栏"),
        shown("过程公开", Some("两委商议"), after(day, -17), "公开栏"),
        shown("过程公开", Some("党员大会审议"), after(day, -6), "公开栏"),
        shown("决议结果公开", None, after(day, 1), "党群服务中心"),
    ];
    if work {
        list.push(shown("实施进展公开", None, project::half(n), "公开栏"));
        list.push(shown("实施结果公开", None, project::accepted(n), "党群服务中心"));
    }
    list
}

fn present(due: u32, came: u32) -> Fields {
    vec![("应到", due.into()), ("实到", came.into())]
}

fn votes(came: u32, random: &mut Random) -> Fields {
    let (against, abstain) = (random.between(0, came / 12), random.between(0, came / 12));
    vec![("同意", (came - against - abstain).into()), ("反对", against.into()), ("弃权", abstain.into())]
}

/// The work of project `n`.
pub(super) fn work(n: usize) -> (&'static str, &'static str, &'static str) {
    WORKS[n % WORKS.len()]
}
