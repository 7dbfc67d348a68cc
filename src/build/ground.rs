//! From the files of one community to its site, and from all of them to portals and search.
//!
//! In: files, what all communities share, a memo. Out: what was derived, bundles. Never reads a disk or writes to it:
//! the same ground serves a build onto disk and a site held in memory.

use rayon::prelude::*;

use crate::bundle::Bundle;
use crate::clock::{Clock, Step};
use crate::derive::{self, Derived, Summary, Ties};
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::ledger;
use crate::record::{City, Scope};
use crate::render::{self, Theme};
use crate::view::Site;
use crate::world::{Files, World};
use crate::write::Memo;

use super::Checked;
use super::part::Origin;

/// What all communities of one build share.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// Today, and what little is read beside the files that are given.
    pub world: &'a dyn World,
    /// Settings and profiles.
    pub city: &'a City,
    /// Templates and words.
    pub theme: &'a Theme,
    /// Whether broken records are left out instead of stopping their community.
    pub keep_going: bool,
    /// What counts the time.
    pub clock: &'a Clock,
}

/// What became of the files of one community.
pub(crate) struct Made {
    /// Its site before rendering, what portals know, what can be found; none where an error stands in the way.
    pub derived: Option<Derived>,
    /// All that is said of its records.
    pub reports: Vec<Report>,
}

impl Ground<'_> {
    /// Everything a community's site is made from, as one hash.
    pub(crate) fn input(&self, id: &str, files: &[u8; 32]) -> [u8; 32] {
        self.with_theme(&self.records(id, files))
    }

    /// The same without reading the community's files: how they stand. None where that is not sure.
    pub(crate) fn stamp(&self, id: &str) -> Option<[u8; 32]> {
        let files = self.world.stamp(&super::folder(id))?;
        Some(self.with_theme(&self.with_settings(&files, &self.world.stamp(&ledger::folder(id))?)))
    }

    fn with_theme(&self, records: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(records).update(&self.theme.hash).update(&[u8::from(self.keep_going)]);
        *hasher.finalize().as_bytes()
    }

    /// Everything the portals are made from, as one hash.
    pub(crate) fn portal_input(&self, summaries: &[Summary]) -> [u8; 32] {
        let all: Vec<[u8; 32]> = summaries.par_iter().map(Summary::digest).collect();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&crate::write::encode(&Origin::of(self)));
        hasher.update(all.as_flattened());
        *hasher.finalize().as_bytes()
    }

    /// Everything that is derived of a community is made from, as one hash.
    pub(crate) fn records(&self, id: &str, files: &[u8; 32]) -> [u8; 32] {
        self.with_settings(files, &ledger::state::files(self.world, id).hash())
    }

    fn with_settings(&self, files: &[u8; 32], ledger: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(env!("GONGKAI_SOURCE").as_bytes()).update(&self.city.hash).update(files).update(ledger);
        hasher.update(self.world.today().to_string().as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// Whether the other communities that a site links to are still called as they were.
    pub(crate) fn names_hold(&self, ties: &Ties) -> bool {
        let now = |name: &str| self.city.neighbours.find(name).map(|n| &n.id);
        ties.neighbours.iter().all(|(name, id)| now(name) == id.as_ref())
    }

    /// Reads, checks and derives a community.
    pub(crate) fn community(&self, id: &str, files: &Files) -> Made {
        let kept = self.clock.time(Step::Read, || ledger::state::files(self.world, id));
        let checked = Checked::timed(self.clock, self.world, self.city, id, files, &kept, self.keep_going);
        let reports = checked.reports();
        let failed = reports.iter().any(|r| r.severity == Severity::Error) && !self.keep_going;
        // Without a sound `community.yaml` there is no site.
        let corpus = checked.corpus.as_ref().filter(|_| !failed && !checked.head_broken);
        let derived = corpus.map(|corpus| {
            let scope = Scope { city: self.city, corpus, as_of: self.world.today() };
            let context = derive::Context::new(scope, &checked.diagnostics, &checked.sources, files)
                .with_ledger(checked.ledger.as_ref());
            self.clock.time(Step::Derive, || derive::derive_community(&context))
        });
        Made { derived, reports }
    }

    /// Renders what the memo does not know.
    pub(crate) fn render(&self, site: Site, memo: &Memo) -> Result<Bundle, Error> {
        render::render(site, self.theme, memo, self.clock)
    }

    /// The portals over all communities.
    pub(crate) fn portal(&self, summaries: &[Summary], memo: &Memo) -> Result<Bundle, Error> {
        self.render(derive::derive_portal(self.city, summaries, self.world.today()), memo)
    }
}

/// Everything the search over all communities is made from, as one hash: of each what portals know of it, and the hash of
/// what can be found in it.
pub(crate) fn search_input<'s>(all: impl Iterator<Item = (&'s Summary, &'s [u8; 32])>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("GONGKAI_SOURCE").as_bytes());
    for (summary, found) in all {
        hasher.update(summary.id.as_bytes()).update(&[0]).update(summary.name.as_bytes()).update(found);
    }
    *hasher.finalize().as_bytes()
}
