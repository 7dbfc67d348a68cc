//! A city held in memory, for the preview.
//!
//! In: a world, and hints at what changed in it. Out: sites, portals and search as bundles, and what is wrong with the
//! records. Never writes, listens or waits; never forgets a good site because a record broke.
//!
//! Of every community its summary and its text for search are kept; its site is made when somebody looks at it, and kept
//! up to date from then on. Portals and search follow in a step of their own, so that an edited page need not wait for a
//! city of thousands.

mod community;
mod follow;
mod ground;

pub use follow::{Follow, Followed};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use self::community::Known;
use self::ground::Common;
use crate::bundle::{Bundle, Parts};
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::search::Blocks;
use crate::world::World;

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// These files or folders, as paths from the workspace root.
    Paths(BTreeSet<String>),
    /// Anything.
    Everything,
}

/// Why something was made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It was made for the first time.
    First,
    /// This file or folder of it changed.
    File(String),
    /// Settings or profiles changed, or another community's name, or the day.
    Settings,
    /// The theme changed.
    Theme,
}

/// What an update did.
#[derive(Debug, Default)]
pub struct Update {
    /// Communities that were read again, and why.
    pub communities: Vec<(String, Cause)>,
    /// How many files of sites that somebody looks at came out otherwise.
    pub changed: usize,
    /// Whether settings were read again.
    pub settings: bool,
    /// Whether the theme was.
    pub theme: bool,
}

/// Something that keeps the newest state from being shown.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// A mistake in a file.
    Report(Box<Report>),
    /// Anything else: a theme that cannot be used, a file that cannot be read.
    Other(Arc<Error>),
}

/// A city held in memory.
#[derive(Default)]
pub struct Held {
    common: Option<Common>,
    communities: BTreeMap<String, Known>,
    /// Mistakes in settings and profiles that keep the newest from being used.
    settings: Vec<Report>,
    /// What else went wrong with settings and theme.
    failed: Option<Arc<Error>>,
    portal: Arc<Bundle>,
    search: Arc<Parts>,
    /// Hash of what the search was made from.
    search_input: [u8; 32],
    /// The blocks of records that it was made from.
    blocks: Arc<Blocks>,
    stale: Stale,
}

/// What lags behind the records.
#[derive(Debug, Clone, Copy, Default)]
struct Stale {
    portals: bool,
    search: bool,
}

/// Told after each community how many are done and how many there are.
pub type Progress<'p> = super::Progress<'p>;

impl Held {
    /// Brings everything up to date but portals and search. `watched` are the communities that somebody looks at now.
    ///
    /// # Errors
    /// Where a file that was listed cannot be read: it may be in the midst of being saved, so try again.
    pub fn update(
        &mut self,
        world: &dyn World,
        hint: &Hint,
        watched: &BTreeSet<String>,
        progress: Progress<'_>,
    ) -> Result<Update, Error> {
        let change = Common::load(world, self.common.as_ref(), hint)?;
        self.settings = change.reports.unwrap_or_else(|| std::mem::take(&mut self.settings));
        if let Some(failed) = change.failed {
            self.failed = failed.map(Arc::new);
        }
        let mut update = Update { settings: change.settings, theme: change.theme, ..Update::default() };
        if let Some(common) = change.common {
            self.common = Some(common);
        }
        let Some(common) = &self.common else {
            return Ok(update);
        };
        let all: BTreeSet<&String> = common.city.communities.iter().collect();
        let before = self.communities.len();
        self.communities.retain(|id, _| all.contains(id));
        self.stale.portals |= before != self.communities.len() || update.settings || update.theme;
        if update.theme {
            // Sites that nobody looks at are made anew when somebody does.
            self.communities.iter_mut().filter(|(id, _)| !watched.contains(*id)).for_each(|(_, known)| known.close());
        }
        let ground = common.ground(world);
        let mut work: Vec<(&String, Cause, Option<Known>)> = Vec::new();
        for id in &common.city.communities {
            let known = self.communities.get(id);
            let cause = match known {
                None => Some(Cause::First),
                Some(_) if *hint == Hint::Everything || update.settings => Some(Cause::Settings),
                Some(known) => touched(hint, id)
                    .map(Cause::File)
                    .or((!ground.names_hold(&known.ties)).then_some(Cause::Settings))
                    .or((update.theme && known.is_open()).then_some(Cause::Theme)),
            };
            if let Some(cause) = cause {
                let known = self.communities.remove(id);
                work.push((id, cause, known));
            }
        }
        let count = work.len();
        let done = std::sync::atomic::AtomicUsize::new(0);
        let made: Vec<(&String, Cause, community::Outcome)> = work
            .into_par_iter()
            .map(|(id, cause, known)| {
                let anew = cause == Cause::Theme;
                let outcome = community::update(id, known, &ground, hint, anew);
                progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, count);
                (id, cause, outcome)
            })
            .collect();
        let mut failed = None;
        for (id, cause, outcome) in made {
            self.stale.portals |= outcome.portals;
            self.stale.search |= outcome.search;
            update.changed += outcome.changed;
            if outcome.read {
                update.communities.push((id.clone(), cause));
            }
            if let Some(known) = outcome.known {
                self.communities.insert(id.clone(), known);
            }
            failed = failed.or(outcome.failed);
        }
        failed.map_or(Ok(update), Err)
    }

    /// Makes the site of a community that nobody had looked at; whether there is one now.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn open(&mut self, world: &dyn World, id: &str) -> Result<bool, Error> {
        let (Some(common), Some(known)) = (&self.common, self.communities.get_mut(id)) else {
            return Ok(false);
        };
        known.open(id, &common.ground(world))?;
        Ok(known.is_open())
    }

    /// The sites that are made, by community.
    pub fn sites(&self) -> impl Iterator<Item = (&String, &Arc<Bundle>)> {
        self.communities.iter().filter_map(|(id, known)| Some((id, known.site()?)))
    }

    /// All communities.
    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.communities.keys()
    }

    /// The portals as they were last made.
    pub fn portal(&self) -> &Arc<Bundle> {
        &self.portal
    }

    /// The search over all communities as it was last made.
    pub fn search(&self) -> &Arc<Parts> {
        &self.search
    }

    /// Whether portals and search lag behind the records.
    pub fn is_stale(&self) -> bool {
        self.stale.portals || self.stale.search
    }

    /// Hashes of the theme's style sheets, and of its other files.
    pub fn assets(&self) -> ([u8; 32], [u8; 32]) {
        self.common.as_ref().map_or_else(Default::default, |common| {
            let (mut styles, mut others) = (blake3::Hasher::new(), blake3::Hasher::new());
            for asset in &common.theme.assets {
                let hasher = if asset.route.ends_with(".css") { &mut styles } else { &mut others };
                hasher.update(asset.route.as_bytes()).update(&asset.sha256);
            }
            (*styles.finalize().as_bytes(), *others.finalize().as_bytes())
        })
    }

    /// All that keeps the newest state from being shown: of settings and theme first, then by community.
    pub fn trouble(&self) -> Vec<Trouble> {
        let grave = |reports: &[Report]| -> Vec<Trouble> {
            reports
                .iter()
                .filter(|r| r.severity == Severity::Error)
                .map(|r| Trouble::Report(Box::new(r.clone())))
                .collect()
        };
        // A mistake of the theme is told once, however many communities show it.
        let known = |all: &[Trouble], new: &Report| {
            let same = |t: &Trouble| matches!(t, Trouble::Report(r) if r.code == new.code && r.place == new.place);
            all.iter().any(same)
        };
        let mut all: Vec<Trouble> = Vec::new();
        let failed = |all: &mut Vec<Trouble>, error: &Arc<Error>| match &**error {
            Error::Theme(reports) => {
                for report in reports {
                    if !known(all, report) {
                        all.push(Trouble::Report(Box::new(report.clone())));
                    }
                }
            }
            _ => all.push(Trouble::Other(error.clone())),
        };
        self.failed.iter().for_each(|error| failed(&mut all, error));
        all.extend(grave(&self.settings));
        for known in self.communities.values() {
            known.failed.iter().for_each(|error| failed(&mut all, error));
            all.extend(grave(&known.reports));
        }
        all
    }

    /// How many records are shown.
    pub fn records(&self) -> usize {
        self.communities.values().filter_map(|k| k.summary.as_ref()).map(|s| s.records).sum()
    }
}

/// The first path of a hint that lies in a community's folder, or that its ledger lies in or below.
fn touched(hint: &Hint, id: &str) -> Option<String> {
    let Hint::Paths(paths) = hint else { return None };
    let (records, ledger) = (super::folder(id), crate::ledger::folder(id));
    let concerns = |path: &&String| lies_in(path, &records) || lies_in(path, &ledger) || lies_in(&ledger, path);
    paths.iter().find(concerns).cloned()
}

/// Whether a path is a folder or lies below it.
fn lies_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
