//! Sentences about a decision in the language of the pages.
//!
//! In: entries and bars. Out: plain sentences and clauses. Never holds words of its own: they stand
//! in `locale/<lang>/decision.ftl`.

use super::assembly::Assembly;
use super::count::Bar;
use super::course::{Course, Entry};
use crate::diagnostic::Diagnostic;
use crate::locale::{Messages, messages};
use crate::profile::process::ProcessStep;
use crate::profile::threshold::{Base, fraction};
use crate::record::Scope;
use crate::value::CommunityType;
use crate::value::Date;

/// Speaks of the decisions of one community.
pub(super) struct Words {
    messages: &'static Messages,
    kind: CommunityType,
}

impl Words {
    /// The words for one community.
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        Self { messages: messages(scope.city.language()), kind: scope.corpus.community.kind }
    }

    fn say(&self, id: &str, facts: &[(&str, &str)]) -> String {
        self.messages.text(&format!("decision-{id}"), facts)
    }

    /// The sentence of a diagnostic.
    pub(super) fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        self.messages.text(&diagnostic.code.message(), &diagnostic.args)
    }

    /// How a step is called: as written where that names the body, else as the process calls it.
    pub(super) fn label(&self, rule: &ProcessStep, written: Option<&str>) -> String {
        if let Some(written) = written.filter(|w| rule.by_matter && Assembly::decides(w)) {
            return written.to_owned();
        }
        // A process for both kinds of community names the village's body; the other one is an alias.
        let urban = rule.name.replace("村民", "居民");
        let fits = self.kind == CommunityType::Urban && rule.aliases.contains(&urban);
        if fits { urban } else { rule.name.clone() }
    }

    /// The label of a step that was taken.
    pub(super) fn label_of(&self, entry: &Entry<'_>) -> String {
        self.label(entry.rule, Some(&entry.at.step.value))
    }

    /// The body that meets.
    pub(super) fn body(&self, entry: &Entry<'_>) -> Option<String> {
        let known = self.messages.find::<&str, &str>(&self.by_kind("body", entry.body), &[]);
        known.or_else(|| self.body_of(entry.rule))
    }

    /// The body as the process names it, in the words of this kind of community.
    pub(super) fn body_of(&self, rule: &ProcessStep) -> Option<String> {
        let (short, long) = match self.kind {
            CommunityType::Village => ("村", "村"),
            CommunityType::Urban => ("居", "社区"),
        };
        rule.body.as_ref().map(|body| body.replace("村（居）", short).replace("村（社区）", long))
    }

    fn by_kind(&self, what: &str, body: Assembly) -> String {
        format!("decision-{what}-{}-{}", body.word(), self.kind.word())
    }

    /// What a bar demands, with the number that would do.
    pub(super) fn need(&self, bar: &Bar, vote: bool) -> String {
        let of = match bar.of {
            Base::Present => "present",
            Base::Due => "due",
            Base::All | Base::AllReps => "all",
        };
        let id = match (vote, bar.strict) {
            (false, false) => "need-attend",
            (false, true) => "need-attend-strict",
            (true, false) => "need-vote",
            (true, true) => "need-vote-strict",
        };
        let of = self.say(&format!("of-{of}"), &[]);
        let (base, need) = (bar.base.to_string(), bar.need().to_string());
        self.say(
            id,
            &[("of", &of), ("base", &base), ("fraction", &fraction(bar.ratio, self.messages)), ("need", &need)],
        )
    }

    /// “31名代表到会26名，超过三分之二；24票同意，通过”: the counts of a step; empty where it has none.
    pub(super) fn counts(&self, entry: &Entry<'_>) -> String {
        let step = entry.at;
        let mut parts = Vec::new();
        if let (Some(due), Some(present)) = (&step.due, &step.present) {
            let who = self.messages.find::<&str, &str>(&self.by_kind("who", entry.body), &[]);
            let id = if who.is_some() { "attended" } else { "attended-other" };
            let (due, present) = (due.value.to_string(), present.value.to_string());
            let facts = [("due", due.as_str()), ("who", who.as_deref().unwrap_or_default()), ("present", &present)];
            let mut clause = self.say(id, &facts);
            if let Some(bar) = &entry.attend {
                let fraction = fraction(bar.ratio, self.messages);
                let id = match (bar.ok(), bar.exact()) {
                    (true, true) => "quorum-exact",
                    (true, false) => "quorum-above",
                    (false, true) => "quorum-only",
                    (false, false) => "quorum-below",
                };
                let reached = self.say(id, &[("fraction", &fraction)]);
                clause = self.say("join-comma", &[("first", &clause), ("second", &reached)]);
            }
            parts.push(clause);
        }
        if let Some(agree) = &step.agree {
            let agree = agree.value.to_string();
            let quorum = entry.quorate();
            let (id, ratio) = match &entry.vote {
                _ if !quorum => ("vote-void", None),
                Some(bar) if bar.ok() => ("vote-passed", None),
                Some(bar) if bar.exact() => ("vote-exact", Some(bar.ratio)),
                Some(bar) => ("vote-missed", Some(bar.ratio)),
                None => ("vote", None),
            };
            let fraction = ratio.map(|r| fraction(r, self.messages)).unwrap_or_default();
            parts.push(self.say(id, &[("agree", &agree), ("fraction", &fraction)]));
        }
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, next| self.say("join-semicolon", &[("first", &all), ("second", &next)]))
    }

    /// One clause for lists.
    pub(super) fn summary(&self, course: &Course<'_>) -> String {
        let told = course.entry(course.deciding).or_else(|| course.last());
        let Some(entry) = told else {
            return self.say("summary-none", &[]);
        };
        let counts = self.counts(entry);
        let label = self.label_of(entry);
        match (entry.index == course.deciding && !counts.is_empty(), counts.is_empty()) {
            (true, _) => counts,
            (false, false) => self.say("summary-step", &[("label", &label), ("counts", &counts)]),
            (false, true) => self.dated("summary-plain", entry.date(), &[("label", &label)]),
        }
    }

    /// The state as a sentence; `key` is the state's.
    pub(super) fn sentence(&self, course: &Course<'_>, key: &str, flaws: usize) -> String {
        let Some(last) = course.last() else {
            return self.say("sentence-none", &[]);
        };
        let told = if key == "in-progress" { last } else { course.entry(course.deciding).unwrap_or(last) };
        let counts = self.counts(told);
        let (step, of) = ((last.index + 1).to_string(), course.process.steps.len().to_string());
        let label = self.label_of(told);
        let flaws = flaws.to_string();
        let facts = [
            ("label", label.as_str()),
            ("step", step.as_str()),
            ("of", of.as_str()),
            ("flaws", flaws.as_str()),
            ("counts", counts.as_str()),
        ];
        let sentence = self.dated(&format!("sentence-{key}"), told.date(), &facts);
        let id = if counts.is_empty() { "sentence-end" } else { "sentence-counts" };
        self.say(id, &[("sentence", &sentence), ("counts", &counts)])
    }

    fn dated(&self, id: &str, date: Date, facts: &[(&str, &str)]) -> String {
        let (iso, year) = (date.to_string(), date.year().to_string());
        let (month, day) = (date.month().to_string(), date.day().to_string());
        let mut all = vec![("date", iso.as_str()), ("year", &year), ("month", &month), ("day", &day)];
        all.extend_from_slice(facts);
        self.say(id, &all)
    }
}
