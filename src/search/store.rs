//! Where blocks are kept from one time to the next.
//!
//! In: blocks as they are made. Out: blocks that were made of the same records before. Never decides when one is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::block::Block;
use crate::error::Error;

/// Blocks by the hash of their records.
pub type Blocks = BTreeMap<[u8; 32], Arc<Block>>;

/// What keeps blocks.
pub trait Store: Sync {
    /// The block that was made of records of this hash before; none where it is not known any more.
    fn known(&self, key: &[u8; 32]) -> Option<Arc<Block>>;

    /// Keeps a new block; gives it as it is to be used from now on.
    ///
    /// # Errors
    /// Where it cannot be written to where it is kept.
    fn keep(&self, key: &[u8; 32], block: Block) -> Result<Arc<Block>, Error>;
}

/// Those of the time before, in memory: who asks takes the new ones from what is made of them.
impl Store for Blocks {
    fn known(&self, key: &[u8; 32]) -> Option<Arc<Block>> {
        self.get(key).cloned()
    }

    fn keep(&self, _: &[u8; 32], block: Block) -> Result<Arc<Block>, Error> {
        Ok(Arc::new(block))
    }
}
