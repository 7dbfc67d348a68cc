//! What is made of all communities: the portals, and the search over all.
//!
//! In: what each community contributes, from this build or from the builds of shards. Out: the portals' files, beside
//! the sites. Never reads a record.

use std::path::Path;

use super::ground::Ground;
use super::part::{self, Contribution};
use super::search::{Found, keep_docs};
use super::{Keep, Options, Outcome, Shared, city, finish, theme};
use crate::clock::Step;
use crate::error::Error;
use crate::search::Docs;
use crate::world::World;
use crate::write::{DISK, Stage};

/// Builds the portal and the search over all communities from what the builds of shards left in `summaries`; their
/// sites are left as they are.
///
/// # Errors
/// As for [`super::build`].
pub fn portals(world: &dyn World, options: &Options, summaries: &Path) -> Result<Outcome, Error> {
    let clock = options.clock();
    let (city, mut outcome) = city(world)?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        return Ok(outcome);
    };
    let theme = theme(world, &city, options)?;
    let ground = Ground { world, city: &city, theme: &theme, keep_going: options.keep_going, clock: &clock };
    let keep = |id: &str, docs: &Docs| keep_docs(DISK, options, id, docs);
    let contributions = match part::join(summaries, &ground, keep)? {
        Ok(contributions) => contributions,
        Err(unfit) => return Ok(Outcome { unfit, ..outcome }),
    };
    outcome.communities = contributions.len();
    outcome.records = contributions.iter().map(|c| c.summary.records).sum();
    let stage = Stage::open(&options.out)?;
    let keep = Shared { ground, options, stage: &stage, disk: DISK }.portals(contributions, &mut outcome)?;
    finish(DISK, stage, keep, &clock)?;
    outcome.published = true;
    outcome.timings = clock.timings();
    Ok(outcome)
}

impl Shared<'_> {
    /// Portals and the search over all communities, and what is to be kept of them.
    pub(super) fn portals(&self, contributions: Vec<Contribution>, outcome: &mut Outcome) -> Result<Vec<Keep>, Error> {
        let apart = |Contribution { summary, ties, docs }| (summary, Found { hash: ties.search, docs });
        let (summaries, found): (Vec<_>, Vec<_>) = contributions.into_iter().map(apart).unzip();
        let clock = self.ground.clock;
        let mut keep = outcome.count_in(clock.time(Step::Portal, || self.portal(&summaries))?);
        keep.append(&mut outcome.count_in(clock.time(Step::Search, || self.search(&summaries, found))?));
        self.remove_gone()?;
        Ok(keep)
    }
}
