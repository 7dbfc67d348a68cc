//! Tiles and entry bundles by C2SP tlog-tiles: which file holds which hashes and which entries.
//!
//! In: leaves. Out: paths and bytes of every tile, full and partial. Never decides which of them are kept.

use super::tree::{self, Hash};

/// How many hashes or entries a full tile holds.
pub const WIDTH: usize = 256;

/// The path of a tile: `tile/0/x001/x234/067`, with `.p/5` where it holds only five hashes.
/// `level` is `entries` for a bundle of entries.
pub fn path(level: &str, index: usize, width: usize) -> String {
    let mut parts = vec![format!("{:03}", index % 1000)];
    let mut rest = index / 1000;
    while rest > 0 {
        parts.push(format!("x{:03}", rest % 1000));
        rest /= 1000;
    }
    parts.reverse();
    let partial = if width == WIDTH { String::new() } else { format!(".p/{width}") };
    format!("tile/{level}/{}{partial}", parts.join("/"))
}

/// Path and number of hashes of every tile that a tree of `size` leaves has on one level, from the left.
fn places(level: &str, size: usize) -> impl Iterator<Item = (usize, usize, String)> + use<> {
    let level = level.to_owned();
    (0..size.div_ceil(WIDTH)).map(move |index| {
        let width = (size - index * WIDTH).min(WIDTH);
        (index, width, path(&level, index, width))
    })
}

/// Every hash tile of a tree over these leaves.
pub fn hashes(leaves: &[Hash]) -> Vec<(String, Vec<u8>)> {
    let mut tiles = Vec::new();
    let mut row = leaves.to_vec();
    for level in 0.. {
        if row.is_empty() {
            break;
        }
        for (index, width, path) in places(&level.to_string(), row.len()) {
            tiles.push((path, row[index * WIDTH..index * WIDTH + width].concat()));
        }
        // Only full tiles are hashed into the level above.
        row = row.chunks_exact(WIDTH).map(tree::root).collect();
    }
    tiles
}

/// Every bundle of entries.
pub fn bundles(entries: &[Vec<u8>]) -> Vec<(String, Vec<u8>)> {
    let bundle = |(index, width, path): (usize, usize, String)| {
        let mut bytes = Vec::new();
        for entry in &entries[index * WIDTH..index * WIDTH + width] {
            let length = u16::try_from(entry.len()).expect("an entry is shorter than 64 KiB");
            bytes.extend(length.to_be_bytes());
            bytes.extend(entry);
        }
        (path, bytes)
    };
    places("entries", entries.len()).map(bundle).collect()
}

/// The entries of a bundle; `None` where the bytes are not whole.
pub fn read_bundle(mut bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        entries.push(entry.to_vec());
        bytes = rest;
    }
    Some(entries)
}

/// Paths of all entry bundles of a tree of `size`.
pub fn bundle_paths(size: usize) -> impl Iterator<Item = String> {
    places("entries", size).map(|(.., path)| path)
}

/// Paths of all files that a tree of `size` has.
pub fn paths(size: usize) -> Vec<String> {
    let mut all: Vec<String> = bundle_paths(size).collect();
    let (mut row, mut level) = (size, 0);
    while row > 0 {
        all.extend(places(&level.to_string(), row).map(|(.., path)| path));
        (row, level) = (row / WIDTH, level + 1);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_tiles() {
        for (level, index, width, want) in [
            ("0", 0, 256, "tile/0/000"),
            ("0", 0, 1, "tile/0/000.p/1"),
            ("1", 1_234_067, 256, "tile/1/x001/x234/067"),
            ("entries", 999, 255, "tile/entries/999.p/255"),
            ("entries", 1000, 256, "tile/entries/x001/000"),
        ] {
            assert_eq!(path(level, index, width), want);
        }
    }

    /// The example of the specification: 273 full tiles and one of 112 below, one full and one of 17, one of 1.
    #[test]
    fn a_tree_of_seventy_thousand() {
        let hash = paths(70_000).into_iter().filter(|p| !p.starts_with("tile/entries/")).collect::<Vec<_>>();
        assert_eq!(hash.len(), 273 + 1 + 1 + 1 + 1);
        for want in ["tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"] {
            assert!(hash.iter().any(|p| p == want), "{want} is missing");
        }
        assert_eq!(paths(256), ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(paths(0), [""; 0]);
    }

    #[test]
    fn bundles_come_back_as_they_were() {
        let entries: Vec<Vec<u8>> = (0..300_u32).map(|n| n.to_string().into_bytes()).collect();
        let bundles = bundles(&entries);
        assert_eq!(
            bundles.iter().map(|(p, _)| p.as_str()).collect::<Vec<_>>(),
            ["tile/entries/000", "tile/entries/001.p/44"]
        );
        let back: Vec<Vec<u8>> = bundles.iter().flat_map(|(_, b)| read_bundle(b).expect("whole")).collect();
        assert_eq!(back, entries);
        assert_eq!(read_bundle(&[0, 2, 1]), None);
    }
}
