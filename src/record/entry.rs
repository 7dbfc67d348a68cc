//! A record with what lists need of it.
//!
//! In: filled in by derive. Out: `Entry`, for pages and formats. Never holds a field that the kind withholds.

use std::borrow::Cow;

use tera::Value;

use super::kind::KindInfo;
use super::{Card, Facts, Record, Withheld};

/// A record, its facts and its card.
pub struct Entry<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its kind.
    pub kind: &'static KindInfo,
    /// What it states.
    pub facts: Facts,
    /// How lists show it.
    pub card: Card,
    /// The card, ready for templates; cheap to clone.
    pub card_value: Value,
    /// What may be published of its fields.
    pub data: serde_json::Value,
    /// Its Markdown text, without names of a list that is over.
    pub prose: Option<Cow<'a, str>>,
    /// Its data file: what anybody can compare with the digest on paper, and what the ledger seals.
    pub file: String,
    /// What has left it by the day of the build.
    pub withheld: Withheld,
    /// Names that its page shows and search does not find.
    pub unsearched: Withheld,
}
