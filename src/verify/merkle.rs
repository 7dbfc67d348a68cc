//! The Merkle tree of RFC 6962 a second time: by the stack of perfect subtrees that a growing log has.
//!
//! In: hashes. Out: roots, and whether a proof leads from a leaf to a root. Never shares a line with the writer.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of an entry.
pub fn leaf(entry: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([0]);
    hasher.update(entry);
    hasher.finalize().into()
}

/// The hash of two subtrees.
pub fn join(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([1]);
    hasher.update(left);
    hasher.update(right);
    hasher.finalize().into()
}

/// Perfect subtrees from the left, each larger than the next; as many as the size has bits set.
#[derive(Debug, Default, Clone)]
pub struct Growing {
    size: u64,
    subtrees: Vec<Hash>,
}

impl Growing {
    /// Adds a leaf: as long as the last subtree is as large as the new one, both become one.
    pub fn add(&mut self, hash: Hash) {
        let mut whole = hash;
        for _ in 0..self.size.trailing_ones() {
            let left = self.subtrees.pop().expect("a subtree for each bit of the size");
            whole = join(&left, &whole);
        }
        self.subtrees.push(whole);
        self.size += 1;
    }

    /// The root over all leaves so far.
    pub fn root(&self) -> Hash {
        let mut right_to_left = self.subtrees.iter().rev();
        let Some(last) = right_to_left.next() else {
            return Sha256::digest([]).into();
        };
        right_to_left.fold(*last, |right, left| join(left, &right))
    }
}

/// The root over leaves.
pub fn root(leaves: &[Hash]) -> Hash {
    let mut tree = Growing::default();
    leaves.iter().for_each(|leaf| tree.add(*leaf));
    tree.root()
}

/// The root to which a proof leads from the leaf `index` in a tree of `size`; none where the proof has not the
/// length it must have. By RFC 9162, section 2.1.3.2.
pub fn climb(leaf: Hash, index: u64, size: u64, proof: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for other in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            hash = join(other, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = join(&hash, other);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}
