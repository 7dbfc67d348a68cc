//! Lines of text by the hash of what they begin with.
//!
//! In: lines with their keys. Out: the lines of each group, sorted, and a digest by which it is seen whether a group came out
//! as before. Never knows what the lines say.

use serde::{Deserialize, Serialize};

/// How many groups there are; a power of two.
pub(super) const GROUPS: usize = 1024;

/// Lines in groups.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Groups {
    text: String,
    /// Where each group ends in the text, in bytes.
    ends: Vec<u32>,
    /// Half a BLAKE3 of each group's text.
    digests: Vec<u128>,
}

impl Groups {
    /// Lines that come sorted by group, each with its line break.
    pub fn of(lines: impl Iterator<Item = (usize, String)>) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(GROUPS));
        let end = |text: &String| u32::try_from(text.len()).expect("a block has less than 4 GB");
        for (group, line) in lines {
            while ends.len() < group {
                ends.push(end(&text));
            }
            text.push_str(&line);
        }
        ends.resize(GROUPS, end(&text));
        let mut groups = Self { text, ends, digests: Vec::new() };
        groups.digests = (0..GROUPS).map(|group| digest(groups.text(group))).collect();
        groups
    }

    /// The lines of a group.
    pub fn lines(&self, group: usize) -> impl Iterator<Item = &str> {
        self.text(group).lines()
    }

    /// The digest of a group's lines.
    pub fn digest(&self, group: usize) -> u128 {
        self.digests[group]
    }

    fn text(&self, group: usize) -> &str {
        let from = group.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[from..self.ends[group] as usize]
    }
}

fn digest(text: &str) -> u128 {
    let hash = blake3::hash(text.as_bytes());
    u128::from_le_bytes(*hash.as_bytes().first_chunk().expect("half of it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_in_its_group() {
        let line = |group: usize, word: &str| (group, format!("{word}\n"));
        let groups = Groups::of([line(0, "甲"), line(3, "乙"), line(3, "丙"), line(GROUPS - 1, "丁")].into_iter());
        let all: Vec<(usize, &str)> =
            (0..GROUPS).flat_map(|group| groups.lines(group).map(move |line| (group, line))).collect();
        assert_eq!(all, [(0, "甲"), (3, "乙"), (3, "丙"), (GROUPS - 1, "丁")]);
        assert_eq!(groups.digest(1), groups.digest(2));
        assert_ne!(groups.digest(0), groups.digest(3));
        let none = Groups::of(std::iter::empty());
        assert!((0..GROUPS).all(|group| none.lines(group).next().is_none()));
    }
}
