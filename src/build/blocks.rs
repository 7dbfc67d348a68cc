//! Blocks of the search over all, each a file under the hash of its records.
//!
//! In: blocks as they are made. Out: the same without their lists, which are read group by group. Never a block that is
//! damaged: it is made again.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::Keep;
use super::bodies::{self, Bodies};
use crate::error::Error;
use crate::search::{Block, BlockHead, Blocks, GROUPS, Lists, Store};
use crate::text::hex;
use crate::world::list_outside;
use crate::write::{Disk, remember_on};

/// The folder of blocks in the cache.
pub(super) struct Folder<'d> {
    pub disk: &'d dyn Disk,
    pub path: PathBuf,
}

/// Lists in a file. Before them stand the hash of the records and the head.
struct Kept(Bodies<()>);

impl Lists for Kept {
    fn group(&self, number: usize) -> Result<Cow<'_, str>, Error> {
        self.0.body(number, |bytes| String::from_utf8(bytes).ok()).map(Cow::Owned)
    }
}

impl Folder<'_> {
    fn open(&self, key: &[u8; 32]) -> Option<Block> {
        let file = Bodies::<([u8; 32], BlockHead)>::open(self.path.join(file_of(key)))?;
        let ((found, head), bodies) = file.apart();
        let fits = found == *key && bodies.len() == GROUPS;
        fits.then(|| Block { head, lists: Box::new(Kept(bodies)) })
    }

    /// Files of blocks that are no longer needed.
    pub fn gone(&self, blocks: &Blocks) -> Vec<Keep> {
        let there: BTreeSet<String> = list_outside(&self.path).unwrap_or_default().into_iter().collect();
        let now: BTreeSet<String> = blocks.keys().map(file_of).collect();
        there.difference(&now).map(|name| Keep::Gone(self.path.join(name))).collect()
    }
}

impl Store for Folder<'_> {
    fn known(&self, key: &[u8; 32]) -> Option<Arc<Block>> {
        self.open(key).map(Arc::new)
    }

    /// At once, and not only when everything is in place: it goes by what it is made from, and of a city all would be in
    /// memory until then.
    fn keep(&self, key: &[u8; 32], block: Block) -> Result<Arc<Block>, Error> {
        let groups: Result<Vec<Cow<'_, str>>, Error> = (0..GROUPS).map(|number| block.lists.group(number)).collect();
        let bytes = bodies::bytes(&(*key, &block.head), groups?.iter().map(|text| text.as_bytes()));
        remember_on(self.disk, &self.path.join(file_of(key)), &bytes)?;
        // As it stands there; whoever took it away meanwhile gets it from memory.
        Ok(Arc::new(self.open(key).unwrap_or(block)))
    }
}

/// The file of a block.
fn file_of(key: &[u8; 32]) -> String {
    format!("{}.block", hex(key))
}
