//! What every profile has: name, validity, source.
//!
//! In: the shared keys. Out: `ProfileHead`. Never knows which kind of profile it belongs to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Places;
use crate::diagnostic::{At, Basis, Diagnostic, Sink, Span, code};
use crate::value::{Date, Number};

crate::choice! {
    /// How sure a source is.
    pub enum Certainty {
        /// Read in the text of the law or on an official page.
        High = "高" | "high";
        /// Read in a secondary text, or a single local one.
        Medium = "中" | "medium";
        /// Weak, or from memory.
        Low = "低" | "low";
    }
}

crate::fields! {
    /// Fields that every profile has.
    pub struct ProfileHead {
        /// Name in addresses and code.
        id "标识": At<String>,
        /// Name as people say it.
        name "名称": At<String>,
        /// Remarks.
        note "说明": Option<String>,
        /// From when to when it holds.
        effective "生效": Option<Effective>,
        /// What it rests on.
        source "来源": Vec<ProfileSource>,
    }
}

crate::fields! {
    /// From when to when something holds; both ends included.
    pub struct Effective {
        /// First day.
        from "自": Option<Date>,
        /// Last day.
        to "至": Option<Date>,
    }
}

impl ProfileHead {
    /// The ground that the profile gives for a rule of its own; `url` is where the site shows it.
    pub fn ground(&self, part: &str, url: String) -> Basis {
        Basis { law: self.name.value.clone(), version: String::new(), article: part.to_owned(), url }
    }

    /// Whether it holds on `date`.
    pub fn covers(&self, date: Date) -> bool {
        self.effective.as_ref().is_none_or(|e| e.covers(date))
    }
}

impl Effective {
    /// Whether it holds on `date`.
    pub fn covers(&self, date: Date) -> bool {
        self.from.is_none_or(|d| d <= date) && self.to.is_none_or(|d| date <= d)
    }

    /// Whether there is a day on which both hold.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

crate::fields! {
    /// A law or document that a profile rests on.
    pub struct ProfileSource {
        /// Its name.
        name "名称": String,
        /// Its version.
        version "版本": Option<String>,
        /// The article.
        article "条款": Option<String>,
        /// How sure it is.
        certainty "可信度": Option<Certainty>,
    }
}

impl ProfileSource {
    /// Name, version and article in one line.
    pub fn line(&self) -> String {
        let parts = [Some(&self.name), self.version.as_ref(), self.article.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The source as a legal ground, which the site shows nowhere by itself.
    pub fn basis(&self) -> Basis {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        Basis { law: self.name.clone(), version: text(&self.version), article: text(&self.article), url: String::new() }
    }
}

/// Reports a validity that ends before it begins.
pub(super) fn check(head: &ProfileHead, places: &Places<'_>, sink: &mut Sink) {
    if let Some(effective) = &head.effective {
        check_effective(effective, places.field("生效", "effective"), sink);
    }
}

/// Reports one validity, of a profile or of a part of it.
pub(super) fn check_effective(effective: &Effective, span: Span, sink: &mut Sink) {
    if let (Some(from), Some(to)) = (effective.from, effective.to)
        && to < from
    {
        sink.push(Diagnostic::new(&code::EFFECTIVE_BACKWARDS, span).arg("from", from).arg("to", to));
    }
}

/// Reports each name that stands twice; `names` gives a name and its place.
pub(super) fn check_twice<'a>(names: impl IntoIterator<Item = (&'a str, Span)>, sink: &mut Sink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (name, span) in names {
        match seen.get(name) {
            Some(first) => {
                let twice = Diagnostic::new(&code::SAME_NAME_IN_PROFILE, span);
                sink.push(twice.arg("name", name).also(*first));
            }
            None => {
                seen.insert(name, span);
            }
        }
    }
}

/// Reports a number that is out of its range, both ends allowed.
pub(super) fn check_range(name: &str, value: Number, range: (Decimal, Decimal), span: Span, sink: &mut Sink) {
    if value.0 < range.0 || value.0 > range.1 {
        let bad = Diagnostic::new(&code::PROFILE_OUT_OF_RANGE, span);
        let ends = (Number(range.0), Number(range.1));
        sink.push(bad.arg("name", name).arg("value", value).arg("min", ends.0).arg("max", ends.1));
    }
}

/// Reports a list that holds nothing.
pub(super) fn check_some<T>(list: &[T], key: (&str, &str), places: &Places<'_>, sink: &mut Sink) {
    if list.is_empty() {
        sink.push(Diagnostic::new(&code::NOTHING_IN_PROFILE, places.field(key.0, key.1)).arg("key", key.0));
    }
}
