//! The Merkle tree of RFC 6962, section 2.1.
//!
//! In: hashes of leaves. Out: roots, proofs that a leaf is in, proofs that a later tree holds an earlier one.
//! Never touches files: `tile` says where hashes stand.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of a leaf: a byte 0 and its bytes.
pub fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

/// The hash of two neighbours: a byte 1, the left one, the right one.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root over leaves; of none it is the hash of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The largest power of two below `size`, which is at least two.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

/// The roots of all perfect subtrees, so that many proofs from one tree cost little.
#[derive(Debug, Clone, Default)]
pub struct Subtrees {
    /// At `n` the roots over each 2^n leaves, from the left.
    levels: Vec<Vec<Hash>>,
}

impl Subtrees {
    /// The subtrees over these leaves.
    pub fn of(leaves: &[Hash]) -> Self {
        let mut levels = vec![leaves.to_vec()];
        while levels.last().is_some_and(|row| row.len() > 1) {
            let row = levels.last().map_or(&[][..], Vec::as_slice);
            levels.push(row.chunks_exact(2).map(|pair| node(&pair[0], &pair[1])).collect());
        }
        Self { levels }
    }

    /// The root over `size` leaves from `from` on; `from` is a multiple of the power of two that holds them.
    fn root(&self, from: usize, size: usize) -> Hash {
        if size == 0 {
            return root(&[]);
        }
        if size.is_power_of_two() {
            return self.levels[size.trailing_zeros() as usize][from / size];
        }
        let at = split(size);
        node(&self.root(from, at), &self.root(from + at, size - at))
    }

    /// The hashes that lead from the leaf `index` to the root over the first `size` leaves, the lowest first.
    /// `index` is below `size`.
    pub fn inclusion(&self, index: usize, size: usize) -> Vec<Hash> {
        let (mut from, mut size) = (0, size);
        let mut path = Vec::new();
        while size > 1 {
            let at = split(size);
            if index - from < at {
                path.push(self.root(from + at, size - at));
                size = at;
            } else {
                path.push(self.root(from, at));
                (from, size) = (from + at, size - at);
            }
        }
        path.reverse();
        path
    }

    /// The hashes that show that the tree over the first `size` leaves goes on from the one over the first `old`.
    /// Empty where `old` is nothing or everything.
    pub fn consistency(&self, old: usize, size: usize) -> Vec<Hash> {
        if old == 0 || old >= size {
            return Vec::new();
        }
        let (mut from, mut size, mut old, mut path) = (0, size, old, Vec::new());
        // Whether the old tree is still one subtree, which its holder knows.
        let mut whole = true;
        while old < size {
            let at = split(size);
            if old <= at {
                path.push(self.root(from + at, size - at));
                size = at;
            } else {
                path.push(self.root(from, at));
                (from, size, old, whole) = (from + at, size - at, old - at, false);
            }
        }
        if !whole {
            path.push(self.root(from, size));
        }
        path.reverse();
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// The roots that the reference implementations give for these eight leaves.
    #[test]
    fn known_roots() {
        let inputs: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let leaves: Vec<Hash> = inputs.iter().map(|i| leaf(i)).collect();
        let wanted = [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ];
        for (size, want) in wanted {
            assert_eq!(hex(&root(&leaves[..size])), want, "{size} leaves");
        }
    }
}
