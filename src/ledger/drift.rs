//! What happened to each record since it was sealed.
//!
//! In: records as they would be published, and the ledger. Out: for each one that differs what was done to it,
//! or a diagnostic where nobody says what was done. Never writes: `seal` does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::compare::{self, Difference};
use super::entry::Action;
use super::published::{self, Published};
use super::state::Ledger;
use crate::diagnostic::{Diagnostic, Sink, Sources, Span, code};
use crate::record::kind::Growth;
use crate::record::{LeftOut, Scope};
use crate::route;
use crate::world::Files;

/// What is to be sealed of one record.
pub struct Change<'p> {
    /// Address of its page.
    pub address: String,
    /// Kind of record.
    pub kind: String,
    /// What was done.
    pub action: Action,
    /// What is published now; none where it was withdrawn.
    pub now: Option<&'p Published<'p>>,
}

/// How many differences a message names.
const NAMED: usize = 3;

/// Reports what cannot be sealed.
pub fn check(scope: &Scope<'_>, ledger: &Ledger, files: &Files, sources: &Sources, sink: &mut Sink) {
    let published = published::all(scope, files, sources);
    changes(scope, ledger, &published, sink);
}

/// All that is to be sealed, in the order of addresses; what cannot be sealed is reported.
pub fn changes<'p>(
    scope: &Scope<'_>,
    ledger: &Ledger,
    published: &'p [Published<'p>],
    sink: &mut Sink,
) -> Vec<Change<'p>> {
    let latest = ledger.log.latest();
    let withdrawn = withdrawals(scope, ledger, published, sink);
    let mut list = Vec::new();
    for now in published {
        let known = latest.get(now.address.as_str()).filter(|(_, entry)| entry.action != Action::Withdrawn);
        let action = match known {
            None => Some(Action::Published),
            Some((index, _)) => judge(scope, ledger, *index, now, sink),
        };
        if let Some(action) = action {
            let (address, kind) = (now.address.clone(), now.kind.name.to_owned());
            list.push(Change { address, kind, action, now: Some(now) });
        }
    }
    let here: BTreeSet<&str> = published.iter().map(|p| p.address.as_str()).collect();
    for (address, (_, entry)) in &latest {
        if here.contains(address) || entry.action == Action::Withdrawn || is_left_out(scope, address) {
            continue;
        }
        if withdrawn.contains(*address) {
            let (address, kind) = ((*address).to_owned(), entry.kind.clone());
            list.push(Change { address, kind, action: Action::Withdrawn, now: None });
        } else {
            let gone = Diagnostic::new(&code::PUBLISHED_IS_GONE, Span::top(scope.corpus.file));
            sink.push(gone.arg("record", address.trim_end_matches(".html")).arg("day", &entry.day));
        }
    }
    list.sort_by(|a, b| a.address.cmp(&b.address));
    list
}

/// The addresses that `community.yaml` takes back.
fn withdrawals(scope: &Scope<'_>, ledger: &Ledger, published: &[Published<'_>], sink: &mut Sink) -> BTreeSet<String> {
    let latest = ledger.log.latest();
    let here: BTreeMap<&str, &Published<'_>> = published.iter().map(|p| (p.address.as_str(), p)).collect();
    let mut list = BTreeSet::new();
    for withdrawal in &scope.corpus.community.withdrawals {
        let address = withdrawal.address();
        if let Some(still) = here.get(address.as_str()) {
            let both = Diagnostic::new(&code::WITHDRAWN_STILL_HERE, withdrawal.record.span);
            sink.push(both.arg("record", &withdrawal.record.value).also(Span::top(still.record.file)));
        } else if !latest.contains_key(address.as_str()) {
            let unknown = Diagnostic::new(&code::WITHDRAWN_UNKNOWN, withdrawal.record.span);
            let known = latest.keys().map(|a| a.trim_end_matches(".html"));
            let near = crate::schema::nearest(address.trim_end_matches(".html"), known).unwrap_or_default();
            sink.push(unknown.arg("record", &withdrawal.record.value).arg("near", near));
        }
        list.insert(address);
    }
    list
}

/// Whether a record could not be read: then it is not gone.
fn is_left_out(scope: &Scope<'_>, address: &str) -> bool {
    let same = |gone: &LeftOut| {
        let parts = gone.path.rsplit_once('/').and_then(|(folder, name)| {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Some(format!("{}/{}.html", folder.rsplit('/').next()?, route::slug(stem)))
        });
        parts.as_deref() == Some(address)
    };
    scope.corpus.left_out.iter().any(same)
}

/// What was done to a record that was sealed before; none where nothing was.
fn judge(scope: &Scope<'_>, ledger: &Ledger, index: usize, now: &Published<'_>, sink: &mut Sink) -> Option<Action> {
    let text = ledger.texts.get(index)?;
    if text.data == now.data {
        return None;
    }
    if text.source == now.source {
        return Some(Action::Recomputed);
    }
    // What it would be on the day of the seal: then a list that has left since makes no difference.
    let day = ledger.log.entries[index].day().parse().unwrap_or(scope.as_of);
    let then = now.on(&Scope { as_of: day, ..*scope });
    if text.data == then {
        return Some(Action::Recomputed);
    }
    let parse = |data: &str| serde_json::from_str::<Value>(data).unwrap_or_default();
    let (old, new) = (parse(&text.data), parse(&then));
    let told = |value: &Value| value["record"]["corrections"].as_array().cloned().unwrap_or_default();
    let (before, after) = (told(&old), told(&new));
    if !after.starts_with(&before) {
        let place = now.record.common().corrections.first().map_or(Span::top(now.record.file), |c| c.date.span);
        let at = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
        let lost = before.get(at).map(compare::plain).unwrap_or_default();
        sink.push(Diagnostic::new(&code::CORRECTION_REWRITTEN, place).arg("number", at + 1).arg("text", lost));
        return None;
    }
    let corrected = after.len() > before.len();
    let action = match now.kind.growth {
        _ if corrected => Action::Corrected,
        Growth::Adds if compare::extends(&old, &new) => Action::Extended,
        Growth::Dated(field) if new["record"][field].as_str() > old["record"][field].as_str() => Action::Updated,
        _ => {
            sink.push(silent(now, &compare::differences(&old, &new), ledger.log.entries[index].day()));
            return None;
        }
    };
    Some(action)
}

fn silent(now: &Published<'_>, found: &[Difference], day: &str) -> Diagnostic {
    let shape = (now.kind.shape)();
    let line = |d: &Difference| {
        let side = |text: &str| if text.is_empty() { "—".to_owned() } else { format!("“{}”", short(text)) };
        format!("{}: {} → {}", super::labels::path(&shape, &d.path), side(&d.old), side(&d.new))
    };
    let named: Vec<String> = found.iter().take(NAMED).map(line).collect();
    Diagnostic::new(&code::CHANGED_IN_SILENCE, Span::top(now.record.file))
        .arg("day", day)
        .arg("differences", named.join("；"))
        .arg("more", found.len().saturating_sub(NAMED))
}

/// The beginning of a long text.
fn short(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= 40 { line } else { line.chars().take(39).chain(['…']).collect() }
}
