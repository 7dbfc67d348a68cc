//! What search knows of a record.
//!
//! In: filled in by `gather`. Out: text by section, and what results tell. Never holds a name that may
//! not be searched.

use serde::{Deserialize, Serialize};

/// A record as search sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doc {
    /// Address from the root of its community's site.
    pub url: String,
    /// Title.
    pub title: String,
    /// The date that lists order by, as an ISO date; empty where there is none.
    pub date: String,
    /// Kind.
    pub kind: String,
    /// Affairs: one of the 五务; empty where none.
    pub wu: String,
    /// Key of its state; empty where none.
    pub state: String,
    /// Its text, section by section.
    pub parts: Vec<Part>,
    /// BLAKE3 of all the rest, by which it is seen whether the record says something else than before.
    pub sum: [u8; 32],
}

impl Doc {
    /// The same with the sum of what it is now.
    #[must_use]
    pub fn summed(mut self) -> Self {
        self.sum = [0; 32];
        let bytes = postcard::to_stdvec(&self).expect("a record is plain data");
        self.sum = *blake3::hash(&bytes).as_bytes();
        self
    }
}

/// A section of a record's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where on the page it begins; empty for the top.
    pub anchor: String,
    /// Its text; a line never runs on into the next.
    pub text: String,
}
