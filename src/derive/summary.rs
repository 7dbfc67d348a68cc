//! What portals know of a community.
//!
//! In: entries and duties. Out: a few numbers and names. Never holds pages or records:
//! a city of thousands must fit into memory.

use serde::{Deserialize, Serialize};

use super::Context;
use super::duties::{ItemDuties, Tally};
use crate::record::Entry;
use crate::record::facts::StarsFact;
use crate::value::CommunityType;

/// One community in the eyes of its street, district and city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Folder name.
    pub id: String,
    /// Name.
    pub name: String,
    /// `village` or `urban`.
    pub kind: String,
    /// Regions above it, joined by `/`.
    pub parent: String,
    /// Newest publication, as an ISO date.
    pub last_published: Option<String>,
    /// Duties whose day is past.
    pub due: usize,
    /// Of them published.
    pub published: usize,
    /// Percent published in time.
    pub on_time: usize,
    /// Stars of the newest cycle.
    pub stars: Option<StarsFact>,
    /// Findings on its pages.
    pub findings: usize,
    /// How many records there are of each kind.
    pub counts: Vec<(String, usize)>,
    /// All records.
    pub records: usize,
    /// Registered population, or residents.
    pub population: u32,
    /// Households.
    pub households: u32,
    /// Whether it is an invented example.
    pub sample: bool,
}

impl Summary {
    /// Whether it is a village.
    pub fn is_village(&self) -> bool {
        self.kind == CommunityType::Village.word()
    }
}

pub(super) fn summary(context: &Context<'_>, entries: &[Entry<'_>], duties: &[ItemDuties<'_>]) -> Summary {
    let scope = &context.scope;
    let community = &scope.corpus.community;
    let tally = Tally::of(duties.iter().flat_map(|i| &i.duties));
    let figures = community.figures.as_ref();
    let number = |n: Option<&crate::diagnostic::At<u32>>| n.map_or(0, |n| n.value);
    let mut counts: Vec<(String, usize)> = Vec::new();
    for kind in crate::record::KINDS {
        counts.push((kind.name.to_owned(), entries.iter().filter(|e| e.kind.name == kind.name).count()));
    }
    let stars = entries.iter().filter_map(|e| e.facts.stars.as_ref()).max_by(|a, b| a.cycle.cmp(&b.cycle));
    Summary {
        id: scope.corpus.id.clone(),
        name: community.name.value.clone(),
        kind: community.kind.word().to_owned(),
        parent: super::region::split(&community.parent).join("/"),
        last_published: entries.iter().filter_map(|e| e.card.published).max().map(|d| d.to_string()),
        due: tally.due,
        published: tally.published,
        on_time: tally.on_time(),
        stars: stars.cloned(),
        findings: context.findings.values().map(Vec::len).sum(),
        counts,
        records: entries.len(),
        population: number(figures.and_then(|f| f.registered.as_ref().or(f.residents.as_ref()))),
        households: number(figures.and_then(|f| f.households.as_ref())),
        sample: community.sample || scope.city.config.sample,
    }
}
