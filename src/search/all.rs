//! The records of all sources in one order.
//!
//! In: sources. Out: which record has which number, and whole records where they are wanted. Never holds whole records.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::doc::Doc;
use super::records::{Head, Roll, Source};
use crate::error::Error;

/// Where a record stands: which of the sources, which line of its roll. Small, since there is one for each record of a city.
#[derive(Clone, Copy)]
pub(super) struct Found {
    source: u32,
    line: u32,
}

impl Found {
    /// Which of the sources it comes from.
    pub fn source(self) -> usize {
        self.source as usize
    }

    fn line(self) -> usize {
        self.line as usize
    }
}

/// All records in their order.
#[derive(Clone)]
pub(super) struct All<'d> {
    pub sources: &'d [Source<'d>],
    /// What is at hand of each source.
    pub rolls: Arc<[&'d Roll]>,
    pub list: Arc<[Found]>,
}

impl<'d> All<'d> {
    /// Puts the records of all sources in order: the oldest first, so that a new one changes no number of another. The last of
    /// a day is the one that stands first in lists.
    pub fn of(sources: &'d [Source<'d>]) -> Self {
        let rolls: Arc<[&Roll]> = sources.iter().map(|source| source.docs.roll()).collect();
        let mut list = Vec::with_capacity(rolls.iter().map(|roll| roll.count()).sum());
        for (source, roll) in (0..).zip(&*rolls) {
            list.extend((0..).zip(&roll.days).map(|(line, day)| (*day, Found { source, line })));
        }
        list.par_sort_unstable_by_key(|(day, found)| (*day, Reverse(found.source), found.line));
        Self { sources, rolls, list: list.into_iter().map(|(_, found)| found).collect() }
    }

    /// By what a record is narrowed.
    pub fn head(&self, found: Found) -> Head<&'d str> {
        self.sources[found.source()].docs.head(self.place(found))
    }

    /// Its place among the records of its source.
    fn place(&self, found: Found) -> usize {
        self.rolls[found.source()].places[found.line()] as usize
    }

    /// Some records as a whole.
    ///
    /// # Errors
    /// Where one cannot be read from where it is kept.
    pub fn docs(&self, range: Range<usize>) -> Result<Vec<(Source<'d>, Cow<'d, Doc>)>, Error> {
        let whole = |found: &Found| {
            let source = self.sources[found.source()];
            Ok((source, source.docs.doc(self.place(*found))?))
        };
        self.list[range].iter().map(whole).collect()
    }

    /// The sums of some records.
    pub fn sums(&self, range: Range<usize>) -> impl Iterator<Item = [u8; 32]> {
        self.list[range].iter().map(|found| self.rolls[found.source()].sums[found.line()])
    }

    /// Bytes of all texts.
    pub fn length(&self) -> usize {
        self.rolls.iter().map(|roll| usize::try_from(roll.length).unwrap_or(usize::MAX)).sum()
    }

    /// Ranges of so many records each; the last has what is left.
    pub fn ranges(&self, each: usize) -> Vec<Range<usize>> {
        let count = self.list.len();
        (0..count).step_by(each).map(|first| first..count.min(first + each)).collect()
    }
}
