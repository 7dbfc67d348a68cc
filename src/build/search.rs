//! The search over all communities, built from what can be found in each.
//!
//! In: summaries, and the records of the communities that were built now. Out: a bundle in a folder of its own.
//! Never reads pages: what can be found is kept beside the memo of each community, and what was made of each block of
//! records beside that of the search.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::docs::DocsFile;
use super::ground::{self, Ground};
use super::{Done, Keep, Options, Shared, folder};
use crate::bundle::Bundle;
use crate::derive::{self, Summary};
use crate::error::Error;
use crate::render;
use crate::route;
use crate::search::{Block, Blocks, Doc, Records, Source};
use crate::text::hex;
use crate::view::SiteUnit;
use crate::world::{Files, list_outside};
use crate::write::{self, About, Disk, remember_on};

/// How many units are in memory at once.
const AT_ONCE: usize = 64;

/// Keeps what can be found in a community; whether it is kept from now on. At once, and not only when everything is in
/// place: it carries its own sum, and would be in memory until then.
pub(super) fn keep_docs(disk: &dyn Disk, options: &Options, id: &str, docs: &[Doc]) -> Result<bool, Error> {
    let Some(path) = docs_path(options, id) else { return Ok(false) };
    remember_on(disk, &path, &DocsFile::bytes(docs)).map(|()| true)
}

fn docs_path(options: &Options, id: &str) -> Option<PathBuf> {
    options.cache.as_ref().map(|cache| cache.join(format!("{id}.docs")))
}

impl Shared<'_> {
    /// [`keep_docs`] for this build.
    pub(super) fn keep_docs(&self, id: &str, docs: &[Doc]) -> Result<bool, Error> {
        keep_docs(self.disk, self.options, id, docs)
    }

    /// The search over all communities; made again only when something in any of them can be found otherwise.
    pub(super) fn search(&self, summaries: &[Summary], made: Vec<Option<Vec<Doc>>>) -> Result<Done, Error> {
        let input = ground::search_input(summaries.iter());
        let (name, folder) = ("portal.search", route::PORTAL_SEARCH);
        let memo = self.memo(name, &self.options.out.join(folder));
        if memo.about.input == input {
            return Ok(Done::as_before(memo));
        }
        let held = |docs| -> Result<Box<dyn Records>, Error> { Ok(Box::new(docs)) };
        let docs: Result<Vec<Box<dyn Records>>, Error> = summaries
            .par_iter()
            .zip(made)
            .map(|(summary, docs)| docs.map_or_else(|| self.docs(summary), held))
            .collect();
        let docs = docs?;
        let all = summaries.iter().zip(&docs);
        let sources: Vec<Source<'_>> =
            all.map(|(summary, docs)| Source { id: &summary.id, name: &summary.name, docs: &**docs }).collect();
        let same: Mutex<BTreeSet<[u8; 32]>> = Mutex::default();
        let (units, blocks) = derive::derive_search(&sources, &|key| {
            let block = self.block(key)?;
            same.lock().expect("no thread panics here").insert(*key);
            Some(block)
        })?;
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
        let mut done = self.put(name, folder, whole, About { input, ..About::default() })?;
        done.written += written;
        let same = same.into_inner().expect("no thread panics here");
        done.keep.extend(self.keep_blocks(blocks, &same));
        Ok(done)
    }

    /// The folder in which blocks are kept, each under the hash of its records.
    fn blocks(&self) -> Option<PathBuf> {
        self.options.cache.as_ref().map(|cache| cache.join("blocks"))
    }

    /// The block of records of this hash; none where it is not kept, or damaged.
    fn block(&self, key: &[u8; 32]) -> Option<Arc<Block>> {
        let bytes = std::fs::read(self.blocks()?.join(file_of(key))).ok()?;
        let (found, block) = write::decode::<([u8; 32], Block)>(&bytes)?;
        (found == *key).then(|| Arc::new(block))
    }

    /// What is to be kept of these blocks, of which some are as they were, and what is no longer needed.
    fn keep_blocks(&self, blocks: Blocks, same: &BTreeSet<[u8; 32]>) -> Vec<Keep> {
        let Some(folder) = self.blocks() else { return Vec::new() };
        let there: BTreeSet<String> = list_outside(&folder).unwrap_or_default().into_iter().collect();
        let now: BTreeSet<String> = blocks.keys().map(file_of).collect();
        let gone = there.difference(&now).map(|name| Keep::Gone(folder.join(name)));
        let new = blocks.into_iter().filter(|(key, _)| !same.contains(key));
        let made = new.map(|(key, block)| {
            Keep::Made(folder.join(file_of(&key)), Box::new(move || write::encode(&(key, &*block))))
        });
        made.chain(gone).collect()
    }

    /// What can be found in a community: as it was kept, else made again.
    fn docs(&self, summary: &Summary) -> Result<Box<dyn Records>, Error> {
        if let Some(kept) = docs_path(self.options, &summary.id).and_then(|path| DocsFile::open(&path, &summary.search))
        {
            return Ok(Box::new(kept));
        }
        let files = Files::read(self.ground.world, &folder(&summary.id))?;
        let lenient = Ground { keep_going: true, ..self.ground };
        let docs = lenient.community(&summary.id, &files).derived.map(|d| d.docs).unwrap_or_default();
        self.keep_docs(&summary.id, &docs)?;
        Ok(Box::new(docs))
    }
}

/// The file of a block.
fn file_of(key: &[u8; 32]) -> String {
    format!("{}.block", hex(key))
}
