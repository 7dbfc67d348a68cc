//! The course of a decision: which steps were taken, in which round, and how far it came.
//!
//! In: a decision, its process, the day. Out: entries with their bars, the round that counts, the stage.
//! Never judges the order or the dates: `check` does.

use super::assembly::{Assembly, Roll};
use super::count::{Bar, Meeting};
use super::publication::Announcement;
use super::{Decision, Step};
use crate::diagnostic::{At, Basis};
use crate::profile::matter::Competence;
use crate::profile::process::{MergeCondition, Process, ProcessStep};
use crate::record::Scope;
use crate::record::project::Project;
use crate::value::Date;

/// A step that was taken.
pub(super) struct Entry<'a> {
    /// As recorded.
    pub at: &'a At<Step>,
    /// Its number in the process, from 0.
    pub index: usize,
    /// As the process has it.
    pub rule: &'a ProcessStep,
    /// Who met.
    pub body: Assembly,
    /// The figures of that day.
    pub roll: Roll<'a>,
    /// Who may decide the matter, for a step that decides it.
    pub competence: Option<Competence>,
    /// The quorum, where one is asked and the numbers are there.
    pub attend: Option<Bar>,
    /// The majority, likewise.
    pub vote: Option<Bar>,
    /// The women among the representatives, where a province asks for them.
    pub women: Option<Bar>,
    /// The law or process behind the numbers that are asked for.
    pub basis: Option<Basis>,
    /// Names of the numbers that the rules need and the record lacks.
    pub lacks: Vec<&'static str>,
}

impl Entry<'_> {
    /// The day.
    pub(super) fn date(&self) -> Date {
        self.at.date.value
    }

    /// The bars that it has: both quorums, then the majority.
    fn bars(&self) -> impl Iterator<Item = &Bar> {
        [&self.attend, &self.women, &self.vote].into_iter().flatten()
    }

    /// The bar that was missed, where one was.
    pub(super) fn missed(&self) -> Option<&Bar> {
        self.bars().find(|b| !b.ok())
    }

    /// Whether quorum or majority was missed.
    pub(super) fn failed(&self) -> bool {
        self.missed().is_some()
    }

    /// Whether enough came.
    pub(super) fn quorate(&self) -> bool {
        [&self.attend, &self.women].into_iter().flatten().all(Bar::ok)
    }
}

/// How far a decision came, whatever its flaws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Still on its way through the steps.
    InProgress,
    /// Decided.
    Resolved,
    /// Being carried out.
    Implementing,
    /// Carried out, and that was published.
    Finished,
    /// Stopped where quorum or majority was missed.
    NotPassed,
}

/// A decision laid along its process.
pub(super) struct Course<'a> {
    /// The process.
    pub process: &'a Process,
    /// Steps taken, by date; steps the process does not know are left out.
    pub entries: Vec<Entry<'a>>,
    /// For each step of the process, the entry that counts: the last one of the last round.
    pub round: Vec<Option<usize>>,
    /// For each step of the process, whether it was held together with another.
    pub merged: Vec<bool>,
    /// Whether every step recorded is known; where not, nothing can be called missing.
    pub complete: bool,
    /// The step that decides.
    pub deciding: usize,
    /// Its publications.
    pub announcements: Vec<Announcement<'a>>,
    /// How far it came.
    pub stage: Stage,
    /// Whether there is a sign that it is carried out.
    pub carried_out: bool,
}

impl<'a> Course<'a> {
    /// The process of a decision: its own, else the community's, as it stood when the matter began.
    pub(super) fn process_of(decision: &'a Decision, scope: &Scope<'a>) -> Option<&'a Process> {
        let reference = decision.process.as_ref().or(scope.corpus.community.process.as_ref())?;
        scope.profile_on(reference, began(decision).unwrap_or(scope.as_of))
    }

    /// Lays a decision along its process; `None` where no process is known.
    pub(super) fn of(decision: &'a Decision, scope: &Scope<'a>) -> Option<Self> {
        let process = Self::process_of(decision, scope)?;
        if process.steps.is_empty() {
            return None;
        }
        let mut entries: Vec<Entry<'a>> =
            decision.steps.iter().filter_map(|step| entry_of(step, decision, process, scope)).collect();
        entries.sort_by_key(|e| (e.date(), e.index));
        let taken = entries.iter().take_while(|e| e.date() <= scope.as_of).count();
        let round = last_round(&entries[..taken], process.steps.len());
        let merged = merged_steps(process, &round, scope);
        let deciding = deciding_step(process);
        let announcements = Announcement::all(decision, process, deciding, scope);
        let mut course = Self {
            process,
            entries,
            complete: decision.steps.iter().all(|s| step_named(process, &s.step).is_some()),
            round,
            merged,
            deciding,
            announcements,
            stage: Stage::InProgress,
            carried_out: false,
        };
        course.carried_out = course.carried_out(decision, scope);
        course.stage = course.stage(scope);
        Some(course)
    }

    /// The entry that counts for a step of the process.
    pub(super) fn entry(&self, index: usize) -> Option<&Entry<'a>> {
        self.round.get(index).copied().flatten().map(|at| &self.entries[at])
    }

    /// The entries that count, in the order of the process.
    pub(super) fn taken(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.round.iter().flatten().map(|at| &self.entries[*at])
    }

    /// The furthest step taken.
    pub(super) fn last(&self) -> Option<&Entry<'a>> {
        self.taken().last()
    }

    /// The vote that decided, where it passed.
    pub(super) fn resolution(&self) -> Option<&Entry<'a>> {
        self.entry(self.deciding).filter(|e| !e.failed())
    }

    /// When the resolution was first published.
    pub(super) fn shown(&self) -> Option<Date> {
        let entry = self.resolution()?;
        let of_it = |a: &&Announcement<'_>| a.tells_of(self.deciding) && a.at.date.value >= entry.date();
        self.announcements.iter().filter(of_it).map(|a| a.at.date.value).min()
    }

    /// Whether the matter went on after this entry although it failed.
    pub(super) fn went_on_after(&self, entry: &Entry<'_>) -> bool {
        let counts = self.entry(entry.index).is_some_and(|e| std::ptr::eq(e.at, entry.at));
        let later = self.taken().any(|e| e.index > entry.index);
        counts && entry.failed() && (later || self.carried_out)
    }

    fn carried_out(&self, decision: &Decision, scope: &Scope<'_>) -> bool {
        let shown = self.announcements.iter().any(|a| a.of_implementation() && a.at.date.value <= scope.as_of);
        let later = self.taken().any(|e| e.index > self.deciding && e.rule.pass.is_none());
        let project = decision.project.as_ref().and_then(|p| scope.find::<Project>(p));
        let begun = project.and_then(|(_, p)| begun(p)).is_some_and(|date| date <= scope.as_of);
        shown || later || begun
    }

    fn stage(&self, scope: &Scope<'_>) -> Stage {
        let Some(last) = self.last() else {
            return Stage::InProgress;
        };
        if last.failed() && !self.carried_out {
            return Stage::NotPassed;
        }
        if self.entry(self.deciding).is_none() {
            return Stage::InProgress;
        }
        let closes = |a: &&Announcement<'_>| a.ends() && a.at.date.value <= scope.as_of;
        let closed = self.announcements.iter().find(closes).is_some();
        let owed = self.process.publications.iter().any(super::publication::ends);
        let all = self.round.last().is_some_and(Option::is_some) && self.deciding + 1 < self.round.len();
        match () {
            () if closed || (!owed && all) => Stage::Finished,
            () if self.carried_out => Stage::Implementing,
            () => Stage::Resolved,
        }
    }
}

/// When a project began: the contract, the first spade, the first report.
pub(super) fn begun(project: &Project) -> Option<Date> {
    let signed = project.contract.as_ref().map(|c| c.signed.value);
    let started = project.started.as_ref().map(|d| d.value);
    let reported = project.progress.iter().map(|p| p.date.value).min();
    [signed, started, reported].into_iter().flatten().min()
}

/// The step of a process that a record means, by the process's own names or by a body that decides.
pub(super) fn step_named<'p>(process: &'p Process, name: &str) -> Option<(usize, &'p ProcessStep)> {
    let by_body = || process.steps.iter().enumerate().find(|(_, s)| s.by_matter && Assembly::decides(name));
    process.step(name).or_else(by_body)
}

/// The day of the first step.
pub(super) fn began(decision: &Decision) -> Option<Date> {
    decision.steps.iter().map(|s| s.date.value).min()
}

fn entry_of<'a>(at: &'a At<Step>, me: &Decision, process: &'a Process, scope: &Scope<'a>) -> Option<Entry<'a>> {
    let (index, rule) = step_named(process, &at.step)?;
    let due = at.due.as_ref().map(|n| n.value);
    let date = at.date.value;
    let roll = Roll::on(date, &scope.corpus.community);
    let competence = if rule.by_matter { scope.competence(&me.matter, date) } else { None };
    let body = Assembly::of(&at.step, rule, due, competence.as_ref().map_or(&[], |c| &c.bodies), roll);
    let meeting = Meeting { process, step: rule, body, date, roll };
    let attend_rules = meeting.attend_rules(scope);
    let pass_rules = meeting.pass_rules(scope);
    let women_rules = meeting.women_rules(scope);
    let number = |n: &Option<At<u32>>| n.as_ref().map(|n| n.value);
    let attend = meeting.bar(number(&at.present), &attend_rules, at);
    let vote = meeting.bar(number(&at.agree), &pass_rules, at);
    let women = meeting.women_bar(&women_rules, at);
    let basis = attend_rules.iter().chain(&pass_rules).map(|r| r.ground().clone()).next_back();
    let mut lacks = Vec::new();
    if !(attend_rules.is_empty() && pass_rules.is_empty()) {
        let wants = [("应到", &at.due, true), ("实到", &at.present, true), ("同意", &at.agree, !pass_rules.is_empty())];
        lacks.extend(wants.iter().filter(|(_, n, wanted)| *wanted && n.is_none()).map(|(key, ..)| *key));
    }
    if !women_rules.is_empty() && at.women_present.is_none() && roll.women().is_some() {
        lacks.push("到会妇女代表");
    }
    Some(Entry { at, index, rule, body, roll, competence, attend, vote, women, basis, lacks })
}

/// Folds entries into rounds: after a failure, taking that step or an earlier one again opens a new
/// round, which keeps what stands before it. Gives the last round.
fn last_round(entries: &[Entry<'_>], steps: usize) -> Vec<Option<usize>> {
    let mut round: Vec<Option<usize>> = vec![None; steps];
    for (at, entry) in entries.iter().enumerate() {
        let failed = round.iter().flatten().any(|e| entries[*e].failed() && entries[*e].index >= entry.index);
        if failed {
            round[entry.index..].fill(None);
        }
        round[entry.index] = Some(at);
    }
    round
}

/// Which steps were left out because they may be one meeting with a step that was taken.
fn merged_steps(process: &Process, round: &[Option<usize>], scope: &Scope<'_>) -> Vec<bool> {
    let mut merged = vec![false; round.len()];
    for merge in process.merge.iter().filter(|m| holds(m.when, scope)) {
        let places: Vec<usize> =
            merge.steps.iter().filter_map(|name| process.step(name)).map(|(index, _)| index).collect();
        if places.iter().any(|at| round[*at].is_some()) {
            places.iter().filter(|at| round[**at].is_none()).for_each(|at| merged[*at] = true);
        }
    }
    merged
}

/// Whether the condition of a merge holds.
fn holds(when: MergeCondition, scope: &Scope<'_>) -> bool {
    match when {
        MergeCondition::SecretaryIsDirector => scope.corpus.community.bodies.iter().any(|b| b.secretary_is_director),
        MergeCondition::Always => true,
    }
}

/// The step whose vote decides: where the matter chooses the body, else the last vote, else the last step.
fn deciding_step(process: &Process) -> usize {
    let last = |f: &dyn Fn(&ProcessStep) -> bool| process.steps.iter().rposition(f);
    last(&|s| s.by_matter).or_else(|| last(&|s| s.pass.is_some())).unwrap_or(process.steps.len().saturating_sub(1))
}
