//! `data/votes.json`: motions and votes as Popolo describes them (popoloproject.com/specs: Organization, Motion,
//! VoteEvent, Count).
//!
//! In: the votes that records state. Out: one file, where there was a vote. Never names a voter: records hold numbers alone.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{SiteData, made};
use crate::record::Entry;
use crate::record::facts::VoteFact;
use crate::route;
use crate::view::SiteFile;

/// Where the file stands.
pub const ROUTE: &str = "data/votes.json";
/// Options of Popolo, in the order of `VoteFact::counts`.
const OPTIONS: [&str; 4] = ["yes", "no", "abstain", "absent"];

/// The records that state a vote.
pub fn voted<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    entries.iter().filter(|e| !e.facts.votes.is_empty()).collect()
}

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let voted = voted(site.entries);
    if voted.is_empty() {
        return Vec::new();
    }
    let names = voted.iter().flat_map(|e| &e.facts.votes).filter_map(|v| v.body.as_deref());
    let bodies: BTreeMap<&str, String> =
        names.map(|name| (name, format!("{}/{}", site.id, route::slug(name)))).collect();
    let mut organizations = vec![json!({ "id": site.id, "name": site.name, "classification": "community" })];
    let body = |(name, id): (&&str, &String)| json!({ "id": id, "name": name, "classification": "body", "parent_id": site.id });
    organizations.extend(bodies.iter().map(body));
    let motions: Vec<Value> = voted.iter().map(|entry| motion(site, entry, &bodies)).collect();
    let file = json!({ "organizations": organizations, "motions": motions });
    vec![made(ROUTE, format!("{file:#}\n"))]
}

fn motion(site: &SiteData<'_>, entry: &Entry<'_>, bodies: &BTreeMap<&str, String>) -> Value {
    let id = format!("{}/{}", site.id, entry.card.url);
    let events = (1..).zip(&entry.facts.votes).map(|(at, vote): (usize, _)| event(site, &id, at, vote, bodies));
    json!({
        "id": id,
        "organization_id": site.id,
        "text": entry.card.title,
        "date": entry.facts.votes.first().map(|v| v.date.to_string()),
        "sources": [{ "url": site.absolute(&entry.card.url) }],
        "vote_events": events.collect::<Vec<_>>(),
    })
}

fn event(site: &SiteData<'_>, motion: &str, at: usize, vote: &VoteFact, bodies: &BTreeMap<&str, String>) -> Value {
    let counts =
        OPTIONS.iter().zip(vote.counts).filter_map(|(option, n)| Some(json!({ "option": option, "value": n? })));
    let mut event = json!({
        "id": format!("{motion}#{at}"),
        "identifier": vote.step,
        "motion_id": motion,
        "organization_id": vote.body.as_deref().and_then(|b| bodies.get(b)).map_or(site.id, String::as_str),
        "start_date": vote.date.to_string(),
        "counts": counts.collect::<Vec<_>>(),
    });
    if let Some(passed) = vote.passed {
        event["result"] = if passed { "pass" } else { "fail" }.into();
    }
    event
}
