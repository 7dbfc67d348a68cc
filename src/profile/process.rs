//! 流程: the steps and publications of a decision process.
//!
//! In: `processes/*.yaml`. Out: `Process`. Never counts votes: records do, by its fractions.

use std::collections::BTreeSet;

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use super::threshold::Threshold;
use crate::diagnostic::{At, Basis, Diagnostic, Sink, code};
use crate::route;
use crate::schema::unknown_name;
use crate::value::Target;

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
    /// On which condition steps may be one meeting.
    pub enum MergeCondition {
        /// The party secretary is also the director of the committee.
        SecretaryIsDirector = "书记兼主任" | "secretary-is-director";
        /// Always.
        Always = "可以" | "always";
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
        notice_days "通知天数": Option<At<u32>>,
        /// Attendance needed.
        attend "出席": Option<At<Threshold>>,
        /// Votes needed.
        pass "通过": Option<At<Threshold>>,
        /// Least days after the step before it; the process's own where missing.
        min_gap_days "最短间隔": Option<u32>,
        /// Whether the matter chooses the body and its rule.
        by_matter "按事项": bool,
        /// Whether the party organization studies the matter in it, as the laws of 2026 ask.
        party_study "党组织研究": bool,
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
        min_days "最短天数": Option<At<u32>>,
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
        when "条件": MergeCondition,
    }
}

impl Process {
    /// The step that a record means by `name`.
    pub fn step(&self, name: &str) -> Option<(usize, &ProcessStep)> {
        let named = |s: &ProcessStep| s.names().any(|n| n == name);
        self.steps.iter().enumerate().find(|(_, s)| named(s))
    }

    /// The ground that the process gives for a rule about one of its steps or publications.
    pub fn basis(&self, part: &str, name: &str) -> Basis {
        self.head.ground(name, route::law(&self.head.id, part))
    }
}

impl ProcessStep {
    /// All ways to write it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.name.as_str()].into_iter().chain(self.aliases.iter().map(String::as_str))
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
        let steps = self.steps.iter().enumerate();
        // One name must mean one step, whichever of its names is written.
        let names = steps.clone().flat_map(|(at, s)| {
            let all: BTreeSet<&str> = s.names().collect();
            all.into_iter().map(move |name| (name, at))
        });
        check_twice(names.map(|(name, at)| (name, ids(STEPS, at))), sink);
        let publications = self.publications.iter().enumerate();
        let names = publications.clone().flat_map(|(at, p)| {
            let all = BTreeSet::from([p.id.as_str(), p.name.as_str()]);
            all.into_iter().map(move |name| (name, at))
        });
        check_twice(names.map(|(name, at)| (name, ids(PUBLICATIONS, at))), sink);
        let known: Vec<&str> = self.steps.iter().map(|s| s.id.as_str()).collect();
        for (at, merge) in self.merge.iter().enumerate() {
            for step in merge.steps.iter().filter(|s| self.step(s).is_none()) {
                let span = places.entry(("合并", "merge"), at, STEPS);
                sink.push(unknown_name(&code::UNKNOWN_PART, step, span, &known));
            }
        }
        let triggers: Vec<&str> = known.iter().copied().chain(TRIGGERS).collect();
        for (at, publication) in publications {
            let after = publication.after.as_deref().unwrap_or(TRIGGERS[0]);
            if !triggers.contains(&after) && self.step(after).is_none() {
                let span = places.entry(PUBLICATIONS, at, ("触发", "after"));
                sink.push(unknown_name(&code::UNKNOWN_PART, after, span, &triggers));
            }
        }
        if !self.steps.is_empty() && !self.steps.iter().any(|s| s.by_matter || s.pass.is_some()) {
            let none = Diagnostic::new(&code::NOTHING_DECIDES, places.field(STEPS.0, STEPS.1));
            sink.push(none.arg("process", &self.head.name.value));
        }
    }
}
