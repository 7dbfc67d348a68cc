//! Lines of text by the hash of what they begin with.
//!
//! In: lines with their keys. Out: the lines of each group, sorted, and a digest by which it is seen whether a group came out
//! as before. Never knows what the lines say.

use std::borrow::Cow;

use crate::error::Error;

/// How many groups there are; a power of two.
pub const GROUPS: usize = 1024;

/// Lines in groups, in memory or where they are kept.
pub trait Lists: Send + Sync {
    /// The lines of a group, each with its line break.
    ///
    /// # Errors
    /// Where they cannot be read from where they are kept.
    fn group(&self, number: usize) -> Result<Cow<'_, str>, Error>;
}

/// Lines in groups, in memory.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    text: String,
    /// Where each group ends in the text, in bytes.
    ends: Vec<u32>,
}

impl Groups {
    /// Adds a line, which `write` puts at the end of a text without its line break; groups come in their order.
    pub fn line(&mut self, group: usize, write: impl FnOnce(&mut String)) {
        self.end(group);
        write(&mut self.text);
        self.text.push('\n');
    }

    /// All groups, once all lines are there.
    pub fn ended(mut self) -> Self {
        self.end(GROUPS);
        self
    }

    /// Ends all groups before this one.
    fn end(&mut self, group: usize) {
        let end = u32::try_from(self.text.len()).expect("a block has less than 4 GB");
        self.ends.resize(group.max(self.ends.len()), end);
    }

    /// Half a BLAKE3 of the lines of each group.
    pub fn digests(&self) -> Vec<u128> {
        let digest = |number| {
            let hash = blake3::hash(self.lines(number).as_bytes());
            u128::from_le_bytes(*hash.as_bytes().first_chunk().expect("half of it"))
        };
        (0..GROUPS).map(digest).collect()
    }

    fn lines(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[from..self.ends[number] as usize]
    }
}

impl Lists for Groups {
    fn group(&self, number: usize) -> Result<Cow<'_, str>, Error> {
        Ok(Cow::Borrowed(self.lines(number)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_in_its_group() {
        let of = |lines: &[(usize, &str)]| {
            let mut groups = Groups::default();
            lines.iter().for_each(|(group, word)| groups.line(*group, |line| line.push_str(word)));
            groups.ended()
        };
        let groups = of(&[(0, "甲"), (3, "乙"), (3, "丙"), (GROUPS - 1, "丁")]);
        let all: Vec<(usize, &str)> =
            (0..GROUPS).flat_map(|group| groups.lines(group).lines().map(move |line| (group, line))).collect();
        assert_eq!(all, [(0, "甲"), (3, "乙"), (3, "丙"), (GROUPS - 1, "丁")]);
        let digests = groups.digests();
        assert_eq!(digests[1], digests[2]);
        assert_ne!(digests[0], digests[3]);
        let none = of(&[]);
        assert!((0..GROUPS).all(|group| none.lines(group).is_empty()));
    }
}
