//! The search over all communities, built from what can be found in each.
//!
//! In: summaries, and the records of the communities that were built now. Out: a bundle in a folder of its own.
//! Never reads pages: what can be found is kept beside the memo of each community.

use std::path::PathBuf;

use rayon::prelude::*;

use super::ground::{self, Ground};
use super::{Done, Shared, folder};
use crate::derive::Summary;
use crate::error::Error;
use crate::route;
use crate::search::{self, Doc, Source};
use crate::world::Files;
use crate::write::About;

impl Shared<'_> {
    pub(super) fn docs_path(&self, id: &str) -> Option<PathBuf> {
        self.options.cache.as_ref().map(|cache| cache.join(format!("{id}.docs")))
    }

    /// The search over all communities; made again only when something in any of them can be found otherwise.
    pub(super) fn search(&self, summaries: &[Summary], made: Vec<Option<Vec<Doc>>>) -> Result<Done, Error> {
        let input = ground::search_input(summaries.iter());
        let (name, folder) = ("portal.search", route::PORTAL_SEARCH);
        let memo = self.memo(name, &self.options.out.join(folder));
        if memo.about.input == input {
            return Ok(Done::as_before(memo));
        }
        let docs: Result<Vec<Vec<Doc>>, Error> =
            summaries.par_iter().zip(made).map(|(summary, docs)| docs.map_or_else(|| self.docs(summary), Ok)).collect();
        let docs = docs?;
        let all = summaries.iter().zip(&docs);
        let sources: Vec<Source<'_>> =
            all.map(|(summary, docs)| Source { id: &summary.id, name: &summary.name, docs }).collect();
        let bundle = ground::search(&sources, &memo)?;
        self.put(name, folder, bundle, About { input, ..About::default() })
    }

    /// What can be found in a community that was not built now: as the last build kept it, else made again.
    fn docs(&self, summary: &Summary) -> Result<Vec<Doc>, Error> {
        let kept = self.docs_path(&summary.id).and_then(|path| std::fs::read(path).ok());
        let kept = kept.and_then(|bytes| crate::write::decode::<Vec<Doc>>(&bytes));
        if let Some(docs) = kept.filter(|docs| search::hash(docs) == summary.search) {
            return Ok(docs);
        }
        let files = Files::read(self.ground.world, &folder(&summary.id))?;
        let lenient = Ground { keep_going: true, ..self.ground };
        Ok(lenient.community(&summary.id, &files).derived.map(|d| d.docs).unwrap_or_default())
    }
}
