//! The page of the rules that this site rests on: articles cited, and the processes in use.
//!
//! In: the grounds of findings and records. Out: its view; none where nothing is cited.
//! Never shows a rule that no page cites: it would only be paper.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Context;
use crate::locale::Messages;
use crate::profile::common::{Certainty, ProfileHead};
use crate::profile::process::{Process, StepKind};
use crate::profile::rule::RuleSet;
use crate::profile::threshold::{Base, Threshold};
use crate::record::Entry;
use crate::route;
use crate::value::Date;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    laws: Vec<Law>,
    processes: Vec<Course>,
}

/// What laws and processes both tell of themselves.
#[derive(Serialize)]
struct Head {
    id: String,
    name: String,
    note: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    sources: Vec<SourceLine>,
}

#[derive(Serialize)]
struct SourceLine {
    text: String,
    certainty: Option<Certainty>,
}

#[derive(Serialize)]
struct Law {
    #[serde(flatten)]
    head: Head,
    jurisdiction: Option<String>,
    parts: Vec<Part>,
}

/// A limit, or a matter and who decides it.
#[derive(Serialize)]
struct Part {
    anchor: String,
    name: String,
    article: String,
    value: Option<String>,
    summary: Option<String>,
}

#[derive(Serialize)]
struct Course {
    #[serde(flatten)]
    head: Head,
    anchor: String,
    steps: Vec<Step>,
    publications: Vec<Publication>,
}

#[derive(Serialize)]
struct Step {
    anchor: String,
    name: String,
    kind: Option<&'static str>,
    body: Option<String>,
    notice: Option<u32>,
    rules: Vec<String>,
    by_matter: bool,
}

#[derive(Serialize)]
struct Publication {
    anchor: String,
    name: String,
    after: Option<String>,
    due_days: Option<u32>,
    min_days: Option<u32>,
    places: Vec<String>,
}

/// The view; none where nothing is cited.
pub(super) fn view(context: &Context<'_>, entries: &[Entry<'_>]) -> Option<View> {
    let scope = &context.scope;
    let said = context.findings.values().flatten().filter_map(|d| d.basis.as_ref()).map(|b| b.url.as_str());
    let stated = entries.iter().flat_map(|e| e.facts.grounds.iter().map(String::as_str));
    let cited: BTreeSet<&str> = said.chain(stated).collect();
    let profiles = &scope.city.profiles;
    let words = scope.words();
    let laws: Vec<Law> = profiles.rules.iter().filter_map(|set| law(set, &cited, scope, words)).collect();
    let used = |p: &&Process| cited.iter().any(|url| url.starts_with(&route::law(&p.head.id, "")));
    let processes: Vec<Course> = profiles.processes.iter().filter(used).map(|p| course(p, words)).collect();
    if laws.is_empty() && processes.is_empty() {
        return None;
    }
    let title = words.word("page-law");
    let page = Page {
        route: route::LAW.into(),
        title: title.clone(),
        description: String::new(),
        template: "law".into(),
        kind: "law",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: route::LAW.into() },
        ],
        body: Body { laws, processes },
    };
    Some(page.view("law"))
}

fn head(head: &ProfileHead) -> Head {
    let line = |s: &crate::profile::common::ProfileSource| {
        let version = s.version.as_ref().map(|v| format!("（{v}）")).unwrap_or_default();
        let text = format!("{}{version}{}", s.name, s.article.as_deref().unwrap_or_default());
        SourceLine { text, certainty: s.certainty }
    };
    Head {
        id: head.id.value.clone(),
        name: head.name.value.clone(),
        note: head.note.clone(),
        from: head.effective.as_ref().and_then(|e| e.from),
        to: head.effective.as_ref().and_then(|e| e.to),
        sources: head.source.iter().map(line).collect(),
    }
}

/// The part of an address after `#`.
fn anchor(profile: &str, part: &str) -> String {
    let url = route::law(profile, part);
    url.rsplit_once('#').map_or(url.clone(), |(_, anchor)| anchor.to_owned())
}

fn law(set: &RuleSet, cited: &BTreeSet<&str>, scope: &crate::record::Scope<'_>, words: &Messages) -> Option<Law> {
    let id = &set.head.id.value;
    let is_cited = |part: &str| cited.contains(route::law(id, part).as_str());
    // One id may stand for villages and for urban communities; a site shows its own.
    let kind = scope.corpus.community.kind;
    let limits = set.limits.iter().filter(|l| kind.is_among(&l.applies) && is_cited(&l.id)).map(|limit| Part {
        anchor: anchor(id, &limit.id),
        name: limit.name.clone(),
        article: limit.article.clone(),
        value: Some(value(&limit.value, limit.unit.as_deref(), Threshold::of(limit), words)),
        summary: limit.summary.clone(),
    });
    let matters = set.matters.iter().filter(|m| kind.is_among(&m.applies) && is_cited(&m.id)).map(|matter| Part {
        anchor: anchor(id, &matter.id),
        name: matter.name.value.clone(),
        article: matter.article.clone(),
        value: Some(matter.bodies.iter().map(|b| b.name(kind)).collect::<Vec<_>>().join("、")),
        summary: matter.summary.clone(),
    });
    let parts: Vec<Part> = limits.chain(matters).collect();
    let law = Law { head: head(&set.head), jurisdiction: set.jurisdiction.clone(), parts };
    (!law.parts.is_empty()).then_some(law)
}

/// A limit in words: 三分之二以上（全体）, 15天.
fn value(written: &str, unit: Option<&str>, share: Option<Threshold>, words: &Messages) -> String {
    match (share, unit) {
        (Some(share), _) => share.words(Base::All, words),
        (None, Some(unit)) => format!("{written}{unit}"),
        (None, None) => written.to_owned(),
    }
}

fn course(process: &Process, words: &Messages) -> Course {
    let id = &process.head.id.value;
    let rule = |what: &str, share: String| words.text(&format!("rule-{what}"), &[("share", share)]);
    let steps = process.steps.iter().map(|step| {
        let attend = step.attend.as_ref().map(|t| rule("attend", t.words(Base::All, words)));
        let pass = step.pass.as_ref().map(|t| rule("pass", t.words(Base::Present, words)));
        Step {
            anchor: anchor(id, &step.id),
            name: step.name.clone(),
            kind: step.kind.map(StepKind::word),
            body: step.body.clone(),
            notice: step.notice_days.as_ref().map(|d| d.value),
            rules: attend.into_iter().chain(pass).collect(),
            by_matter: step.by_matter,
        }
    });
    let named = |after: &String| process.step(after).map_or(after.clone(), |(_, step)| step.name.clone());
    let publications = process.publications.iter().map(|p| Publication {
        anchor: anchor(id, &p.id),
        name: p.name.clone(),
        after: p.after.as_ref().map(named),
        due_days: p.due_days,
        min_days: p.min_days.as_ref().map(|d| d.value),
        places: p.places.clone(),
    });
    let (steps, publications) = (steps.collect(), publications.collect());
    Course { head: head(&process.head), anchor: anchor(id, "steps"), steps, publications }
}
