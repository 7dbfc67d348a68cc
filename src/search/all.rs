//! The records of all sources in one order.
//!
//! In: sources. Out: heads in the order of their numbers, whole records where they are wanted. Never holds whole records.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::doc::Doc;
use super::records::{Head, Source};
use crate::error::Error;

/// A record and where it comes from.
#[derive(Clone, Copy)]
pub(super) struct Found<'d> {
    pub head: Head<&'d str>,
    /// Which of the sources that is.
    pub source: usize,
    /// Which of its records.
    at: usize,
}

impl Found<'_> {
    /// The order of records: the oldest first, so that a new one changes no number of another. The last of a day is the one
    /// that stands first in lists.
    fn order(&self, other: &Self) -> Ordering {
        let by = |found: &Self| (found.head.day, Reverse(found.source));
        by(self).cmp(&by(other)).then_with(|| other.head.url.cmp(self.head.url))
    }
}

/// All records in their order.
#[derive(Clone)]
pub(super) struct All<'d> {
    pub sources: &'d [Source<'d>],
    pub list: Arc<[Found<'d>]>,
}

impl<'d> All<'d> {
    /// Puts the records of all sources in order.
    pub fn of(sources: &'d [Source<'d>]) -> Self {
        let found = |(source, own): (usize, &'d Source<'d>)| {
            own.docs.heads().into_iter().enumerate().map(move |(at, head)| Found { head, source, at })
        };
        let mut list: Vec<Found<'d>> = sources.iter().enumerate().flat_map(found).collect();
        list.par_sort_unstable_by(Found::order);
        Self { sources, list: list.into() }
    }

    /// Some records as a whole.
    ///
    /// # Errors
    /// Where one cannot be read from where it is kept.
    pub fn docs(&self, range: Range<usize>) -> Result<Vec<(Source<'d>, Cow<'d, Doc>)>, Error> {
        let whole = |found: &Found<'d>| {
            let source = self.sources[found.source];
            Ok((source, source.docs.doc(found.at)?))
        };
        self.list[range].iter().map(whole).collect()
    }

    /// The sums of some records.
    pub fn sums(&self, range: Range<usize>) -> impl Iterator<Item = [u8; 32]> {
        self.list[range].iter().map(|found| found.head.sum)
    }

    /// Ranges of so many records each; the last has what is left.
    pub fn ranges(&self, each: usize) -> Vec<Range<usize>> {
        let count = self.list.len();
        (0..count).step_by(each).map(|first| first..count.min(first + each)).collect()
    }
}
