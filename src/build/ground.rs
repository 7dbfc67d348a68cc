//! From the files of one community to its site, and from all of them to portals and search.
//!
//! In: files, what all communities share, a memo. Out: what was derived, bundles. Never reads a disk or writes to it:
//! the same ground serves a build onto disk and a site held in memory.

use crate::bundle::Bundle;
use crate::derive::{self, Derived, Summary};
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::ledger;
use crate::record::{City, Scope};
use crate::render::{self, Theme};
use crate::search::Source;
use crate::view::Site;
use crate::world::{Files, World};
use crate::write::Memo;

use super::Checked;

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
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.records(id, files)).update(&self.theme.hash).update(&[u8::from(self.keep_going)]);
        *hasher.finalize().as_bytes()
    }

    /// Everything that is derived of a community is made from, as one hash.
    pub(crate) fn records(&self, id: &str, files: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(env!("GONGKAI_SOURCE").as_bytes()).update(&self.city.hash).update(files);
        hasher.update(&ledger::state::files(self.world, id).hash());
        hasher.update(self.world.today().to_string().as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// Whether the other communities that a site links to are still called as they were.
    pub(crate) fn names_hold(&self, summary: Option<&Summary>) -> bool {
        let now = |name: &str| self.city.neighbours.find(name).map(|n| &n.id);
        summary.into_iter().flat_map(|s| &s.neighbours).all(|(name, id)| now(name) == id.as_ref())
    }

    /// Reads, checks and derives a community.
    pub(crate) fn community(&self, id: &str, files: &Files) -> Made {
        let checked =
            Checked::new(self.world, self.city, id, files, &ledger::state::files(self.world, id), self.keep_going);
        let reports = checked.reports();
        let failed = reports.iter().any(|r| r.severity == Severity::Error) && !self.keep_going;
        // Without a sound `community.yaml` there is no site.
        let corpus = checked.corpus.as_ref().filter(|_| !failed && !checked.head_broken);
        let derived = corpus.map(|corpus| {
            let scope = Scope { city: self.city, corpus, as_of: self.world.today() };
            let context = derive::Context::new(scope, &checked.diagnostics, &checked.sources, files)
                .with_ledger(checked.ledger.as_ref());
            derive::derive_community(&context)
        });
        Made { derived, reports }
    }

    /// Renders what the memo does not know.
    pub(crate) fn render(&self, site: Site, memo: &Memo) -> Result<Bundle, Error> {
        render::render(site, self.theme, memo)
    }

    /// The portals over all communities.
    pub(crate) fn portal(&self, summaries: &[Summary], memo: &Memo) -> Result<Bundle, Error> {
        self.render(derive::derive_portal(self.city, summaries, self.world.today()), memo)
    }
}

/// Everything the search over all communities is made from, as one hash.
pub(crate) fn search_input<'s>(summaries: impl Iterator<Item = &'s Summary>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("GONGKAI_SOURCE").as_bytes());
    for summary in summaries {
        hasher.update(summary.id.as_bytes()).update(&[0]).update(summary.name.as_bytes()).update(&summary.search);
    }
    *hasher.finalize().as_bytes()
}

/// The search over all communities, for a folder of its own.
pub(crate) fn search(sources: &[Source<'_>], memo: &Memo) -> Result<Bundle, Error> {
    render::plain(derive::derive_search(sources), memo)
}
