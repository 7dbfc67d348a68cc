//! One community of a held city.
//!
//! In: its folder, and what was known of it. Out: what is known now. Never gives up a good site for a broken one.

use std::sync::Arc;

use super::Hint;
use crate::build::folder;
use crate::build::ground::{Ground, Made};
use crate::bundle::Bundle;
use crate::derive::{Derived, Summary, Ties};
use crate::diagnostic::Report;
use crate::error::Error;
use crate::search::Docs;
use crate::view::Site;
use crate::world::Files;
use crate::write::Memo;

/// What is known of a community.
#[derive(Default)]
pub(super) struct Known {
    /// What portals know of it, as of its last good state; none where it never had one.
    pub summary: Option<Arc<Summary>>,
    /// What else ties it to other communities.
    pub ties: Ties,
    /// What can be found in it.
    pub docs: Arc<Docs>,
    /// All that is said of its records as they are now.
    pub reports: Vec<Report>,
    /// What kept its newest site from being made, beside its records.
    pub failed: Option<Arc<Error>>,
    /// Hash of what was read last.
    input: [u8; 32],
    open: Option<Open>,
}

/// A site that somebody has looked at.
struct Open {
    files: Files,
    site: Arc<Bundle>,
}

/// What an update made of a community.
#[derive(Default)]
pub(super) struct Outcome {
    /// What is known now.
    pub known: Option<Known>,
    /// Whether its records had to be read.
    pub read: bool,
    /// Whether portals must follow.
    pub portals: bool,
    /// Whether the search over all must follow.
    pub search: bool,
    /// How many files of its site came out otherwise.
    pub changed: usize,
    /// What could not be read.
    pub failed: Option<Error>,
}

/// Brings a community up to date; with `anew` even where its files are the same.
pub(super) fn update(id: &str, known: Option<Known>, ground: &Ground<'_>, hint: &Hint, anew: bool) -> Outcome {
    let first = known.is_none();
    let mut known = known.unwrap_or_default();
    let open = known.open.take();
    let (files, before) = open.map_or((None, None), |open| (Some(open.files), Some(open.site)));
    let folder = folder(id);
    let files = match (files, hint) {
        (Some(files), Hint::Paths(paths)) => {
            let named = |path: &str| paths.iter().any(|p| format!("{folder}/{path}").starts_with(p.as_str()));
            files.again(ground.world, named)
        }
        _ => Files::read(ground.world, &folder),
    };
    let files = match files {
        Ok(files) => files,
        Err(error) => {
            // What was good stays, but its files must all be read again.
            known.open = before.map(|site| Open { files: empty(&folder), site });
            known.input = [0; 32];
            return Outcome { known: (!first).then_some(known), failed: Some(error), ..Outcome::default() };
        }
    };
    let input = ground.records(id, &files.hash());
    if known.input == input && ground.names_hold(&known.ties) && !anew {
        known.open = before.map(|site| Open { files, site });
        return Outcome { known: Some(known), ..Outcome::default() };
    }
    known.input = input;
    let made = ground.community(id, &files);
    known.reports = made.reports;
    let derived = made.derived.or_else(|| if known.summary.is_none() { lenient(id, ground, &files) } else { None });
    let mut outcome = Outcome { read: true, ..Outcome::default() };
    match derived {
        Some(derived) => {
            let site = known.take(derived, &mut outcome);
            if let Some(before) = before {
                let site = known.render(site, &before, ground).unwrap_or_else(|| before.clone());
                outcome.changed = differences(&before, &site);
                known.open = Some(Open { files, site });
            }
        }
        // The records are broken: the last good site stays.
        None => known.open = before.map(|site| Open { files, site }),
    }
    outcome.known = Some(known);
    outcome
}

impl Known {
    /// Makes the site, where it is not there.
    pub(super) fn open(&mut self, id: &str, ground: &Ground<'_>) -> Result<(), Error> {
        if self.open.is_some() {
            return Ok(());
        }
        let files = Files::read(ground.world, &folder(id))?;
        if let Some(derived) = lenient(id, ground, &files) {
            let nothing = Arc::default();
            if let Some(site) = self.render(derived.site, &nothing, ground) {
                self.open = Some(Open { files, site });
            }
        }
        Ok(())
    }

    /// Forgets the site; it is made again when somebody looks at it.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn site(&self) -> Option<&Arc<Bundle>> {
        self.open.as_ref().map(|open| &open.site)
    }

    /// Keeps what portals and search need, and gives the site.
    fn take(&mut self, derived: Derived, outcome: &mut Outcome) -> Site {
        let Derived { site, summary, ties, docs } = derived;
        outcome.search = self.ties.search != ties.search;
        if outcome.search {
            self.docs = Arc::new(docs);
        }
        self.ties = ties;
        outcome.portals = self.summary.as_deref() != Some(&summary);
        if outcome.portals {
            self.summary = Some(Arc::new(summary));
        }
        site
    }

    /// Renders what came out otherwise; none where the theme fails.
    fn render(&mut self, site: Site, before: &Arc<Bundle>, ground: &Ground<'_>) -> Option<Arc<Bundle>> {
        match ground.render(site, &Memo::held(before)) {
            Ok(mut bundle) => {
                self.failed = None;
                bundle.fill(before);
                Some(Arc::new(bundle))
            }
            Err(error) => {
                self.failed = Some(Arc::new(error));
                None
            }
        }
    }
}

/// The community without its broken records.
fn lenient(id: &str, ground: &Ground<'_>, files: &Files) -> Option<Derived> {
    let Made { derived, .. } = Ground { keep_going: true, ..*ground }.community(id, files);
    derived
}

fn empty(folder: &str) -> Files {
    let mut files = Files::default();
    files.folder.push_str(folder);
    files
}

/// How many files differ.
fn differences(before: &Bundle, after: &Bundle) -> usize {
    let changed =
        after.iter().filter(|(route, new)| before.get(route).is_none_or(|old| old.sha256 != new.sha256)).count();
    changed + before.iter().filter(|(route, _)| after.get(route).is_none()).count()
}
