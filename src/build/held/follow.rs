//! Portals and search, made from what is known of all communities.
//!
//! In: summaries and texts as they stood when the step began. Out: what came out otherwise, made anew; the rest as it was:
//! portals as a whole, the search by the sets in which it is made. Never holds up the communities: it runs
//! wherever its caller wants, and its result is put back when it is done.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::ground::Common;
use super::{Held, Stale};
use crate::build::ground;
use crate::bundle::{Bundle, Parts};
use crate::derive::{self, Summary};
use crate::error::Error;
use crate::render;
use crate::search::{Blocks, Docs, Source};
use crate::view::SiteUnit;
use crate::world::World;
use crate::write::Memo;

/// A step that is still to be done.
pub struct Follow {
    common: Common,
    communities: Vec<Community>,
    stale: Stale,
    portal: Arc<Bundle>,
    search: Arc<Parts>,
    search_input: [u8; 32],
    blocks: Arc<Blocks>,
}

/// What is needed of a community.
struct Community {
    summary: Arc<Summary>,
    docs: Arc<Docs>,
    /// Hash of what can be found in it.
    found: [u8; 32],
}

/// Its result.
pub struct Followed {
    portal: Arc<Bundle>,
    search: Arc<Parts>,
    search_input: [u8; 32],
    blocks: Arc<Blocks>,
}

impl Held {
    /// The step that brings portals and search up to date; none where they are.
    pub fn follow(&mut self) -> Option<Follow> {
        let common = self.common.clone().filter(|_| self.is_stale())?;
        let of = |known: &super::Known| {
            Some(Community { summary: known.summary.clone()?, docs: known.docs.clone(), found: known.ties.search })
        };
        Some(Follow {
            common,
            communities: self.communities.values().filter_map(of).collect(),
            stale: std::mem::take(&mut self.stale),
            portal: self.portal.clone(),
            search: self.search.clone(),
            search_input: self.search_input,
            blocks: self.blocks.clone(),
        })
    }

    /// Puts the result of a step in its place.
    pub fn followed(&mut self, result: Result<Followed, Error>) {
        match result {
            Ok(done) => {
                (self.portal, self.search) = (done.portal, done.search);
                (self.search_input, self.blocks) = (done.search_input, done.blocks);
            }
            // The theme fails: when it changes, everything is stale again.
            Err(error) => self.failed = Some(Arc::new(error)),
        }
    }
}

impl Follow {
    /// Does the step.
    ///
    /// # Errors
    /// Where the theme fails.
    pub fn run(self, world: &dyn World) -> Result<Followed, Error> {
        let mut portal = self.portal.clone();
        if self.stale.portals {
            let summaries: Vec<Summary> = self.communities.iter().map(|c| (*c.summary).clone()).collect();
            let mut made = self.common.ground(world).portal(&summaries, &Memo::held(&portal))?;
            made.fill(&portal);
            portal = Arc::new(made);
        }
        let search_input = ground::search_input(self.communities.iter().map(|c| (&*c.summary, &c.found)));
        let (mut search, mut blocks) = (self.search.clone(), self.blocks);
        if search_input != self.search_input {
            let all = self.communities.iter();
            let sources: Vec<Source<'_>> =
                all.map(|c| Source { id: &c.summary.id, name: &c.summary.name, docs: &*c.docs }).collect();
            let (units, now) = derive::derive_search(&sources, &*blocks)?;
            let known: HashMap<_, _> = search.0.iter().filter(|(key, _)| *key != [0; 32]).cloned().collect();
            let part = |unit: SiteUnit<'_>| match known.get(&unit.key) {
                Some(part) => Ok((unit.key, part.clone())),
                None => Ok((unit.key, Arc::new(render::unit(unit, &Memo::default())?))),
            };
            let parts: Result<Vec<_>, Error> = units.into_par_iter().map(part).collect();
            (search, blocks) = (Arc::new(Parts(parts?)), Arc::new(now));
        }
        Ok(Followed { portal, search, search_input, blocks })
    }
}
