//! The records of a community, in memory or where they are kept.
//!
//! In: what can be found in each. Out: of all of them what must be at hand while they are put in order, of a single one
//! everything, where it is wanted. Never all texts of a city at once, unless somebody holds them anyway.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::doc::Doc;
use crate::error::Error;

/// What must be at hand of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head<S> {
    /// Address from the root of its community's site.
    pub url: S,
    /// Kind.
    pub kind: S,
    /// Affairs: one of the 五务; empty where none.
    pub wu: S,
    /// Key of its state; empty where none.
    pub state: S,
    /// Its date as a number of its digits: 20261124; 0 where there is none.
    pub day: u32,
    /// Bytes of its text.
    pub length: u32,
    /// [`Doc::sum`].
    pub sum: [u8; 32],
}

impl<'d> Head<&'d str> {
    /// What must be at hand of this record.
    pub fn of(doc: &'d Doc) -> Self {
        let digits = doc.date.bytes().filter(u8::is_ascii_digit);
        let day = digits.fold(0, |sum: u32, digit| sum.wrapping_mul(10) + u32::from(digit - b'0'));
        let length = doc.title.len() + doc.parts.iter().map(|p| p.text.len()).sum::<usize>();
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        let Doc { url, kind, wu, state, sum, .. } = doc;
        Self { url, kind, wu, state, day, length, sum: *sum }
    }

    /// The same with texts of its own.
    pub fn owned(self) -> Head<String> {
        let Self { url, kind, wu, state, day, length, sum } = self;
        Head { url: url.into(), kind: kind.into(), wu: wu.into(), state: state.into(), day, length, sum }
    }
}

impl Head<String> {
    /// The same without texts of its own.
    pub fn borrowed(&self) -> Head<&str> {
        let Self { url, kind, wu, state, day, length, sum } = self;
        Head { url, kind, wu, state, day: *day, length: *length, sum: *sum }
    }
}

/// The records of a community, in any order.
pub trait Records: Send + Sync {
    /// What must be at hand of each.
    fn heads(&self) -> Vec<Head<&str>>;

    /// All of one, by its place among the heads.
    ///
    /// # Errors
    /// Where it cannot be read from where it is kept.
    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error>;
}

impl Records for Vec<Doc> {
    fn heads(&self) -> Vec<Head<&str>> {
        self.iter().map(Head::of).collect()
    }

    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error> {
        Ok(Cow::Borrowed(&self[at]))
    }
}

/// A community and its records.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Folder of its site; empty for the site that is searched itself.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// Records.
    pub docs: &'a dyn Records,
}
