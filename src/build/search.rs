//! The search over all communities, built from what can be found in each.
//!
//! In: summaries, and the records of the communities that were built now. Out: a bundle in a folder of its own.
//! Never reads pages: what can be found is kept beside the memo of each community, and what was made of each block of
//! records in a folder beside that of the search.

use std::path::PathBuf;

use rayon::prelude::*;

use super::blocks;
use super::docs::DocsFile;
use super::ground::{self, Ground};
use super::{Done, Options, Shared, folder};
use crate::bundle::Bundle;
use crate::derive::{self, Summary};
use crate::error::Error;
use crate::render;
use crate::route;
use crate::search::{Blocks, Docs, Records, Source, Store};
use crate::view::SiteUnit;
use crate::world::Files;
use crate::write::{About, Disk, remember_on};

/// How many units are in memory at once.
const AT_ONCE: usize = 64;

/// Keeps what can be found in a community; whether it is kept from now on. At once, and not only when everything is in
/// place: it carries its own sum, and would be in memory until then.
pub(super) fn keep_docs(disk: &dyn Disk, options: &Options, id: &str, docs: &Docs) -> Result<bool, Error> {
    let Some(path) = docs_path(options, id) else { return Ok(false) };
    remember_on(disk, &path, &DocsFile::bytes(docs)).map(|()| true)
}

fn docs_path(options: &Options, id: &str) -> Option<PathBuf> {
    options.cache.as_ref().map(|cache| cache.join(format!("{id}.docs")))
}

/// What can be found in a community.
pub(super) struct Found {
    /// Hash of it.
    pub hash: [u8; 32],
    /// The records; none where they are kept.
    pub docs: Option<Docs>,
}

impl Shared<'_> {
    /// [`keep_docs`] for this build.
    pub(super) fn keep_docs(&self, id: &str, docs: &Docs) -> Result<bool, Error> {
        keep_docs(self.disk, self.options, id, docs)
    }

    /// The search over all communities; made again only when something in any of them can be found otherwise.
    pub(super) fn search(&self, summaries: &[Summary], found: Vec<Found>) -> Result<Done, Error> {
        let input = ground::search_input(summaries.iter().zip(found.iter().map(|found| &found.hash)));
        let (name, folder) = ("portal.search", route::PORTAL_SEARCH);
        let memo = self.memo(name, &self.options.out.join(folder));
        if memo.about.input == input {
            return Ok(Done::as_before(memo));
        }
        let held = |docs| -> Result<Box<dyn Records>, Error> { Ok(Box::new(docs)) };
        let docs: Result<Vec<Box<dyn Records>>, Error> = summaries
            .par_iter()
            .zip(found)
            .map(|(summary, Found { hash, docs })| docs.map_or_else(|| self.docs(&summary.id, &hash), held))
            .collect();
        let docs = docs?;
        let all = summaries.iter().zip(&docs);
        let sources: Vec<Source<'_>> =
            all.map(|(summary, docs)| Source { id: &summary.id, name: &summary.name, docs: &**docs }).collect();
        let (folder_of_blocks, none) = (self.blocks(), Blocks::default());
        let store: &dyn Store = folder_of_blocks.as_ref().map_or(&none, |folder| folder);
        let (units, blocks) = derive::derive_search(&sources, store)?;
        let known = memo.by_key();
        let (mut whole, mut written, mut units) = (Bundle::default(), 0, units.into_iter());
        loop {
            let some: Vec<SiteUnit<'_>> = units.by_ref().take(AT_ONCE).collect();
            if some.is_empty() {
                break;
            }
            let part = render::units(some, &known, &memo)?;
            written += self.stage.add_files(folder, &part)?;
            whole.append(part.without_bytes()).map_err(Error::clash)?;
        }
        let mut done = self.put(name, folder, whole, About { input, ..About::default() }, &memo)?;
        done.written += written;
        done.keep.extend(folder_of_blocks.iter().flat_map(|folder| folder.gone(&blocks)));
        Ok(done)
    }

    /// Where blocks are kept.
    fn blocks(&self) -> Option<blocks::Folder<'_>> {
        self.options.cache.as_ref().map(|cache| blocks::Folder { disk: self.disk, path: cache.join("blocks") })
    }

    /// What can be found in a community: as it was kept, else made again.
    fn docs(&self, id: &str, hash: &[u8; 32]) -> Result<Box<dyn Records>, Error> {
        if let Some(kept) = docs_path(self.options, id).and_then(|path| DocsFile::open(path, hash)) {
            return Ok(Box::new(kept));
        }
        let files = Files::read(self.ground.world, &folder(id))?;
        let lenient = Ground { keep_going: true, ..self.ground };
        let docs = lenient.community(id, &files).derived.map(|d| d.docs).unwrap_or_default();
        self.keep_docs(id, &docs)?;
        Ok(Box::new(docs))
    }
}
