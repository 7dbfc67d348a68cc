//! 流程: the steps and publications of a decision process.
//!
//! In: `processes/*.yaml`. Out: `Process`. Never counts votes: records do, by its fractions.

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use crate::diagnostic::{Sink, code};
use crate::schema::unknown_name;
use crate::value::{Fraction, Target};

/// What a publication can follow beside a step.
const TRIGGERS: [&str; 4] = ["常设", "各步", "开工", "完工"];

crate::choice! {
    /// What happens in a step.
    pub enum StepKind {
        /// Opinions are collected.
        Collect = "收集" | "collect";
        /// A body meets.
        Meeting = "会议" | "meeting";
        /// Somebody reviews.
        Review = "审核" | "review";
        /// What was done is judged.
        Evaluate = "评议" | "evaluate";
    }
}

crate::choice! {
    /// Of whom a share is taken.
    pub enum Base {
        /// Those present.
        Present = "到会" | "present";
        /// Those due to attend.
        Due = "应到" | "due";
        /// All members.
        All = "全体" | "all";
        /// All representatives.
        AllReps = "全体代表" | "all-reps";
    }
}

crate::fields! {
    /// A decision process.
    pub struct Process + head: ProfileHead {
        /// Its steps in order.
        steps "步骤": Vec<ProcessStep>,
        /// What must be published.
        publications "公开": Vec<ProcessPublication>,
        /// Steps that may be one meeting.
        merge "合并": Vec<Merge>,
        /// Least days between two steps.
        min_gap_days "最短间隔": Option<u32>,
    }
}

crate::fields! {
    /// One step of a process.
    pub struct ProcessStep {
        /// Name in references.
        id "标识": String,
        /// Name as people say it.
        name "名称": String,
        /// Other ways to write it.
        aliases "别名": Vec<String>,
        /// What happens.
        kind "类别": Option<StepKind>,
        /// Which body.
        body "机构": Option<String>,
        /// Days of notice before it.
        notice_days "通知天数": Option<u32>,
        /// Attendance needed.
        attend "出席": Option<Threshold>,
        /// Votes needed.
        pass "通过": Option<Threshold>,
        /// Whether the matter chooses the body and its rule.
        by_matter "按事项": bool,
    }
}

crate::fields! {
    /// A share that must be reached.
    pub struct Threshold {
        /// The fraction.
        ratio "比例": Fraction,
        /// Whether it must be exceeded, not only reached.
        strict "超过": bool,
        /// Of whom.
        base "基数": Option<Base>,
    }
}

crate::fields! {
    /// One publication of a process.
    pub struct ProcessPublication {
        /// Name in references.
        id "标识": String,
        /// Name as people say it.
        name "名称": String,
        /// What it follows: a step's id, 各步, 开工, 完工 or 常设.
        after "触发": Option<String>,
        /// Days within which it is due.
        due_days "限期天数": Option<u32>,
        /// Least days of display.
        min_days "最短天数": Option<u32>,
        /// Where.
        places "地点": Vec<String>,
    }
}

crate::fields! {
    /// Steps that may be one meeting.
    pub struct Merge {
        /// Their ids.
        steps "步骤": Vec<String>,
        /// On which condition.
        when "条件": String,
    }
}

impl Process {
    /// The step that a record means by `name`.
    pub fn step(&self, name: &str) -> Option<(usize, &ProcessStep)> {
        let named = |s: &ProcessStep| s.id == name || s.name == name || s.aliases.iter().any(|a| a == name);
        self.steps.iter().enumerate().find(|(_, s)| named(s))
    }
}

impl Target for Process {
    const FOLDER: &'static str = "processes";
}

impl Process {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const STEPS: (&str, &str) = ("步骤", "steps");
        const PUBLICATIONS: (&str, &str) = ("公开", "publications");
        check_some(&self.steps, STEPS, places, sink);
        let ids = |list, at| places.entry(list, at, ("标识", "id"));
        check_twice(self.steps.iter().enumerate().map(|(at, s)| (s.id.as_str(), ids(STEPS, at))), sink);
        let publications = self.publications.iter().enumerate();
        check_twice(publications.clone().map(|(at, p)| (p.id.as_str(), ids(PUBLICATIONS, at))), sink);
        let mut known: Vec<&str> = self.steps.iter().map(|s| s.id.as_str()).collect();
        for (at, merge) in self.merge.iter().enumerate() {
            for step in merge.steps.iter().filter(|s| self.step(s).is_none()) {
                let span = places.entry(("合并", "merge"), at, STEPS);
                sink.push(unknown_name(&code::UNKNOWN_PART, step, span, &known));
            }
        }
        known.extend(TRIGGERS);
        for (at, publication) in publications {
            let after = publication.after.as_deref().unwrap_or(TRIGGERS[0]);
            if !known.contains(&after) && self.step(after).is_none() {
                let span = places.entry(PUBLICATIONS, at, ("触发", "after"));
                sink.push(unknown_name(&code::UNKNOWN_PART, after, span, &known));
            }
        }
    }
}
