//! The records of a community, in memory or where they are kept.
//!
//! In: what can be found in each. Out: of all of them what must be at hand while they are put in order, of a single one
//! everything, where it is wanted. Never all texts of a city at once, unless somebody holds them anyway.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::doc::Doc;
use crate::error::Error;

/// What must be at hand of all records of a community, told once when they are gathered: a change in another community
/// looks at nothing else of them, so that it costs little in a large city.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// Which record each line of the roll is, by its place among the records: the oldest first, and the last of a day the one
    /// that stands first in lists.
    pub places: Vec<u32>,
    /// The date of each as a number of its digits: 20261124; 0 where there is none.
    pub days: Vec<u32>,
    /// [`Doc::sum`] of each.
    pub sums: Vec<[u8; 32]>,
    /// Bytes of all their texts.
    pub length: u64,
    /// BLAKE3 of what each can be narrowed by.
    pub facets: [u8; 32],
}

impl Roll {
    fn of(docs: &[Doc]) -> Self {
        let mut list: Vec<(u32, Head<&str>, &Doc)> =
            (0..).zip(docs).map(|(place, doc)| (place, Head::of(doc), doc)).collect();
        list.sort_unstable_by_key(|(_, head, doc)| (head.day, Reverse(doc.url.as_str())));
        let (mut roll, mut facets) = (Self::default(), blake3::Hasher::new());
        for (place, head, doc) in list {
            roll.places.push(place);
            roll.days.push(head.day);
            roll.sums.push(doc.sum);
            roll.length += (doc.title.len() + doc.parts.iter().map(|part| part.text.len()).sum::<usize>()) as u64;
            for word in [head.kind, head.wu, head.state] {
                facets.update(word.as_bytes()).update(&[0]);
            }
            facets.update(&head.day.to_le_bytes());
        }
        roll.facets = *facets.finalize().as_bytes();
        roll
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// A hash of everything that can be found in the records.
    pub fn found(&self) -> [u8; 32] {
        *blake3::hash(self.sums.as_flattened()).as_bytes()
    }
}

/// By what a record can be narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head<S> {
    /// Kind.
    pub kind: S,
    /// Affairs: one of the 五务; empty where none.
    pub wu: S,
    /// Key of its state; empty where none.
    pub state: S,
    /// As in [`Roll::days`].
    pub day: u32,
}

impl<'d> Head<&'d str> {
    /// The head of this record.
    pub fn of(doc: &'d Doc) -> Self {
        let digits = doc.date.bytes().filter(u8::is_ascii_digit);
        let day = digits.fold(0, |sum: u32, digit| sum.wrapping_mul(10) + u32::from(digit - b'0'));
        let Doc { kind, wu, state, .. } = doc;
        Self { kind, wu, state, day }
    }

    /// The same with texts of its own.
    pub fn owned(self) -> Head<String> {
        let Self { kind, wu, state, day } = self;
        Head { kind: kind.into(), wu: wu.into(), state: state.into(), day }
    }
}

impl Head<String> {
    /// The same without texts of its own.
    pub fn borrowed(&self) -> Head<&str> {
        let Self { kind, wu, state, day } = self;
        Head { kind, wu, state, day: *day }
    }
}

/// The records of a community, in any order.
pub trait Records: Send + Sync {
    /// What must be at hand of all.
    fn roll(&self) -> &Roll;

    /// By what one of them can be narrowed.
    fn head(&self, at: usize) -> Head<&str>;

    /// All of one.
    ///
    /// # Errors
    /// Where it cannot be read from where it is kept.
    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error>;
}

/// Records in memory, its own or those of somebody else.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Docs<L = Vec<Doc>> {
    list: L,
    roll: Roll,
}

impl<L: AsRef<[Doc]>> Docs<L> {
    /// Calls the roll of some records.
    pub fn of(list: L) -> Self {
        Self { roll: Roll::of(list.as_ref()), list }
    }

    /// The records.
    pub fn list(&self) -> &[Doc] {
        self.list.as_ref()
    }
}

impl<L: AsRef<[Doc]> + Send + Sync> Records for Docs<L> {
    fn roll(&self) -> &Roll {
        &self.roll
    }

    fn head(&self, at: usize) -> Head<&str> {
        Head::of(&self.list()[at])
    }

    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error> {
        Ok(Cow::Borrowed(&self.list()[at]))
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
