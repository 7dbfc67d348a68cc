//! A side from which the records of a section are looked through: year, kind of matter, 五务.
//!
//! In: what a kind knows of its record. Out: facets, which derive folds into short lists with counts.
//! Never replaces the groups of a section: it leads to the same records by another way.

use crate::record::facts::Group;
use crate::value::Wu;

/// One side of a record: which facet, and its group there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Key of the facet: the theme's string for it is `facet-<key>`.
    pub key: &'static str,
    /// The group of the record in it.
    pub group: Group,
}

impl Facet {
    /// The key of the facet of years.
    pub const YEAR: &'static str = "year";
    /// The key of the facet of 五务.
    pub const WU: &'static str = "wu";
    /// The key of the facet of kinds of matter.
    pub const MATTER: &'static str = "matter";
    /// The key of the facet of accounts.
    pub const ACCOUNT: &'static str = "account";

    /// The year a record tells of; the newest year comes first.
    pub fn year(year: i16) -> Self {
        let order = usize::try_from(i16::MAX - year).unwrap_or_default();
        Self { key: Self::YEAR, group: Group { order, key: year.to_string(), title: String::new() } }
    }

    /// The affairs a record belongs to.
    pub fn wu(wu: Wu) -> Self {
        let order = Wu::ALL.iter().position(|w| *w == wu).unwrap_or_default();
        Self { key: Self::WU, group: Group { order, key: wu.word().to_owned(), title: String::new() } }
    }

    /// A group titled by words of the record.
    pub fn titled(key: &'static str, title: &str) -> Self {
        Self { key, group: Group::titled(title) }
    }

    /// Those that are known.
    pub fn known<const N: usize>(facets: [Option<Self>; N]) -> Vec<Self> {
        facets.into_iter().flatten().collect()
    }
}
