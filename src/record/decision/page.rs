//! What the page of a decision, and the page of all decisions, show beyond the fields.
//!
//! In: a decision judged. Out: values for templates. Never hides a missed quorum, a vote against or an abstention.

use tera::Value;

use super::count::Bar;
use super::course::{Course, Entry};
use super::facts::{Judged, STATES};
use super::publication::Announcement;
use super::view::{AttendView, Count, Detail, Payment, ProcessView, PublicationView, StepView, VoteView, Works};
use super::words::Words;
use super::{Decision, Record};
use crate::diagnostic::{Diagnostic, Severity};
use crate::profile::process::{Process, ProcessStep};
use crate::record::facts::State;
use crate::record::finance::Finance;
use crate::record::project::Project;
use crate::record::{Ground, PageLink, Scope};
use crate::route;
use crate::value::Money;

/// The detail of one decision.
pub(super) fn detail(decision: &Decision, me: &Record, scope: &Scope<'_>) -> Value {
    let payments = payments(me, scope);
    let paid = (payments.len() > 1).then(|| payments.iter().map(|p| p.amount).sum());
    let mut detail = Detail {
        process: ProcessView { name: String::new(), note: None, source: None, url: String::new() },
        state: STATES[0],
        sentence: String::new(),
        body: None,
        matter_basis: None,
        authorized: decision.authorized.clone(),
        explanation: decision.explanation.as_ref().map(|e| e.value.clone()),
        party_study: decision.party_study.as_ref().map(|d| d.value),
        steps: Vec::new(),
        publications: Vec::new(),
        project: works(decision, scope),
        payments,
        paid,
    };
    if let Some(judged) = Judged::of(decision, scope) {
        let (course, words) = (&judged.course, Words::of(scope));
        let flaws = judged.diagnostics.iter().filter(|d| d.severity() == Severity::Finding).count();
        detail.process = process(course.process);
        detail.state = judged.state;
        detail.sentence = words.sentence(course, judged.state.key, flaws);
        let rule = &course.process.steps[course.deciding];
        let competence = course.entry(course.deciding).and_then(|e| e.competence.as_ref());
        detail.matter_basis = competence.map(|c| Ground::from(&c.basis));
        detail.body = match course.entry(course.deciding) {
            Some(entry) => words.body(entry),
            None => words.body_of(rule),
        };
        detail.steps = steps(&judged, &words, scope);
        detail.publications = publications(course, &words, scope);
    }
    Value::from_serializable(&detail)
}

fn process(process: &Process) -> ProcessView {
    let source = |s: &crate::profile::common::ProfileSource| {
        let version = s.version.as_ref().map(|v| format!("（{v}）")).unwrap_or_default();
        format!("{}{version}{}", s.name, s.article.as_deref().unwrap_or_default())
    };
    let sources: Vec<String> = process.head.source.iter().map(source).collect();
    ProcessView {
        name: process.head.name.value.clone(),
        note: process.head.note.clone(),
        source: (!sources.is_empty()).then(|| sources.join("；")),
        url: route::law(&process.head.id, "steps"),
    }
}

/// What became of the decision: contract, progress, payments, acceptance.
fn works(decision: &Decision, scope: &Scope<'_>) -> Option<Works> {
    let (record, project) = decision.project.as_ref().and_then(|p| scope.find::<Project>(p))?;
    let contract = project.contract.as_ref();
    let progress = project.progress.iter().filter(|p| p.date.value <= scope.as_of).max_by_key(|p| p.date.value);
    let paid: Money = project.payments.iter().map(|p| p.amount.value).sum();
    Some(Works {
        link: PageLink::to(record),
        state: record.facts(scope).state,
        budget: project.budget.as_ref().map(|b| b.value),
        contractor: contract.map(|c| c.contractor.value.clone()),
        contract: contract.map(|c| c.amount.value),
        signed: contract.map(|c| c.signed.value),
        percent: progress.map(|p| p.percent.value),
        paid: (!project.payments.is_empty()).then_some(paid),
        accepted: project.acceptance.as_ref().map(|a| a.date.value),
        result: project.acceptance.as_ref().map(|a| a.result.clone()),
    })
}

/// Every step of the process in its order, with each time it was taken.
fn steps(judged: &Judged<'_>, words: &Words, scope: &Scope<'_>) -> Vec<StepView> {
    let course = &judged.course;
    let mut views = Vec::new();
    for (index, rule) in course.process.steps.iter().enumerate() {
        let taken = course.entries.iter().filter(|e| e.index == index);
        views.extend(taken.map(|entry| taken_step(entry, judged, words, scope)));
        let planned = course.entries.iter().any(|e| e.index == index && e.date() > scope.as_of);
        if course.entry(index).is_none() && !planned {
            let status = if course.merged[index] { "skipped" } else { "missing" };
            views.push(open_step(index, rule, words.label(rule, None), words.body_of(rule), status));
        }
    }
    views
}

fn open_step(n: usize, rule: &ProcessStep, name: String, body: Option<String>, status: &'static str) -> StepView {
    StepView {
        n: n + 1,
        name,
        kind: rule.kind.map(crate::profile::process::StepKind::word),
        date: None,
        content: None,
        body,
        due: None,
        present: None,
        women_present: None,
        agree: None,
        against: None,
        abstain: None,
        counts: String::new(),
        notice_date: None,
        minutes_url: None,
        attend: None,
        vote: None,
        women: None,
        status,
        findings: Vec::new(),
    }
}

fn taken_step(entry: &Entry<'_>, judged: &Judged<'_>, words: &Words, scope: &Scope<'_>) -> StepView {
    let step = entry.at;
    let here = |d: &&Diagnostic| {
        let inside = d.span.file == step.span.file && d.span.start >= step.span.start && d.span.end <= step.span.end;
        inside && d.severity() == Severity::Finding
    };
    let status = match entry.failed() {
        _ if entry.date() > scope.as_of => "missing",
        true => "failed",
        false => "done",
    };
    let attend = |b: &Bar| AttendView {
        present: b.part,
        base: b.base,
        need_text: words.need(b, false),
        ratio_percent: b.percent(),
        threshold_percent: b.ratio.percent(),
        ok: b.ok(),
        basis: Ground::from(&b.basis),
    };
    let vote = |b: &Bar| VoteView {
        agree: b.part,
        base: b.base,
        need_text: words.need(b, true),
        percent: b.percent(),
        threshold_percent: b.ratio.percent(),
        ok: b.ok(),
        basis: Ground::from(&b.basis),
    };
    StepView {
        date: Some(entry.date()),
        content: step.content.clone(),
        due: step.due.as_ref().map(|n| n.value),
        present: step.present.as_ref().map(|n| n.value),
        women_present: step.women_present.as_ref().map(|n| n.value),
        counts: words.counts(entry),
        agree: step.agree.as_ref().map(|n| n.value),
        against: step.against.as_ref().map(|n| n.value),
        abstain: step.abstain.as_ref().map(|n| n.value),
        notice_date: step.notice_date.as_ref().map(|d| d.value),
        minutes_url: step.minutes.as_ref().map(|f| route::file_url(&f.0)),
        attend: entry.attend.as_ref().map(attend),
        vote: entry.vote.as_ref().map(vote),
        women: entry.women.as_ref().map(attend),
        findings: judged.diagnostics.iter().filter(here).map(|d| words.diagnostic(d)).collect(),
        ..open_step(entry.index, entry.rule, words.label_of(entry), words.body(entry), status)
    }
}

/// What was published, in the order of days, then what the process still asks for.
fn publications(course: &Course<'_>, words: &Words, scope: &Scope<'_>) -> Vec<PublicationView> {
    let steps = &course.process.steps;
    let shown = |a: &Announcement<'_>| {
        let least = a.least(scope);
        let days = a.days();
        let enough = days.zip(least).map(|(days, min)| i64::from(days) >= i64::from(min));
        PublicationView {
            name: a.rule.map_or_else(|| a.at.item.value.clone(), |r| r.name.clone()),
            step: a.step.map(|index| words.label(&steps[index], a.at.step.as_ref().map(|s| s.value.as_str()))),
            date: Some(a.at.date.value),
            until: a.at.until.as_ref().map(|d| d.value),
            days,
            min_days: least,
            enough,
            places: a.at.places.clone(),
            note: a.at.note.clone(),
            opinion: a.at.opinion.clone(),
            due: None,
            status: if a.at.date.value > scope.as_of { "missing" } else { "done" },
        }
    };
    let mut views: Vec<PublicationView> = course.announcements.iter().map(shown).collect();
    views.sort_by_key(|v| v.date);
    let made = |name: &str| course.announcements.iter().any(|a| a.own && a.rule.is_some_and(|r| r.name == name));
    let open = course.process.publications.iter().filter(|p| !made(&p.name));
    views.extend(open.map(|p| PublicationView {
        name: p.name.clone(),
        step: None,
        date: None,
        until: None,
        days: None,
        min_days: p.min_days.as_ref().map(|d| d.value),
        enough: None,
        places: p.places.clone(),
        note: None,
        opinion: None,
        due: super::publication::due(p, course),
        status: "missing",
    }));
    views
}

/// Money paid out for this decision, by date.
fn payments(me: &Record, scope: &Scope<'_>) -> Vec<Payment> {
    let mut paid = Vec::new();
    for (record, finance) in scope.all::<Finance>() {
        let mine = |line: &&crate::diagnostic::At<crate::record::finance::Line>| {
            line.decision.as_ref().is_some_and(|d| d.stem == me.stem || d.stem == me.slug)
        };
        paid.extend(finance.expense.iter().filter(mine).map(|line| Payment {
            date: line.date.value,
            memo: line.memo.clone(),
            amount: line.amount.value,
            url: record.url(),
        }));
    }
    paid.sort_by_key(|p| p.date);
    paid
}

/// How many decisions are in which state.
pub(super) fn section(scope: &Scope<'_>) -> Value {
    let keys: Vec<&str> = scope
        .all::<Decision>()
        .map(|(_, decision)| Judged::of(decision, scope).map_or(STATES[0].key, |j| j.state.key))
        .collect();
    let count = |s: State| Count { key: s.key, tone: s.tone, count: keys.iter().filter(|k| **k == s.key).count() };
    let states: Vec<Count> = STATES.into_iter().map(count).collect();
    Value::from_serializable(&serde_json::json!({ "states": states }))
}
