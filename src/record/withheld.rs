//! What may no longer be seen of a record: names of a list whose day is over, and files that leave with it.
//!
//! In: a record and the day. Out: its texts without these names, and which of its files stay away.
//! Never touches totals: they hold no names.

use std::borrow::Cow;

use super::common::Attachment;
use super::facts::{Facts, Fulfils};
use super::{Record, Scope, table_view};
use crate::value::Date;

/// What has left a record by the day of the build.
#[derive(Debug, Clone, Default)]
pub struct Withheld {
    /// Names, the longest first, as written and as masked.
    names: Vec<String>,
    /// Files, by their path from the community's folder.
    files: Vec<String>,
    /// What stands in the place of a name.
    sign: String,
}

impl Withheld {
    /// What has left `record` by the day that the build stands for.
    pub fn of(record: &Record, scope: &Scope<'_>) -> Self {
        let list_until = record.list_until();
        let over = |until: Option<Date>| until.is_some_and(|day| scope.as_of > day);
        let names = if over(list_until) { names(record, scope) } else { Vec::new() };
        let attachments = record.common().attachments.iter();
        let gone = |a: &&Attachment| over(a.last_day(list_until));
        let mut files: Vec<String> = attachments.filter(gone).map(|a| a.file.0.clone()).collect();
        // A file that is called by a name leaves with it.
        let called = record.uses.files.iter().filter(|f| names.iter().any(|n| f.value.contains(n.as_str())));
        files.extend(called.map(|f| f.value.clone()));
        Self { names, files, sign: scope.words().word("name-withdrawn") }
    }

    /// The names of a list that may be read, but not searched: the item of the catalogue says so.
    pub fn from_search(record: &Record, scope: &Scope<'_>, facts: &Facts) -> Self {
        let item =
            |f: &Fulfils| scope.catalogue().and_then(|c| c.item(&f.item)).is_some_and(|i| i.hides_names_from_search());
        let names = if facts.fulfils.iter().any(item) { names(record, scope) } else { Vec::new() };
        Self { names, files: Vec::new(), sign: String::new() }
    }

    /// Whether a file of the community stays away.
    pub fn holds(&self, path: &str) -> bool {
        self.files.iter().any(|f| f == path)
    }

    /// The files that stay away.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// A text without the names.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        for name in &self.names {
            if text.contains(name.as_str()) {
                text = Cow::Owned(text.replace(name.as_str(), &self.sign));
            }
        }
        text
    }

    /// The data of the record without the names, and without what tells of the files.
    pub fn data(&self, mut data: serde_json::Value) -> serde_json::Value {
        if let Some(serde_json::Value::Array(attachments)) = data.get_mut("attachments") {
            attachments.retain(|a| !a["file"].as_str().is_some_and(|path| self.holds(path)));
        }
        if !self.names.is_empty() {
            self.strip(&mut data);
        }
        data
    }

    fn strip(&self, value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => {
                if let Cow::Owned(clean) = self.text(text) {
                    *text = clean;
                }
            }
            serde_json::Value::Array(list) => list.iter_mut().for_each(|v| self.strip(v)),
            serde_json::Value::Object(map) => map.values_mut().for_each(|v| self.strip(v)),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
        }
    }
}

impl Attachment {
    /// The last day on which it is published: its own, else that of the list it holds.
    pub fn last_day(&self, list_until: Option<Date>) -> Option<Date> {
        let own = self.until.as_ref().map(|d| d.value);
        own.or(list_until.filter(|_| self.list))
    }
}

/// All names of a list of persons, as written and as masked; the longest first, so that none hides in another.
fn names(record: &Record, scope: &Scope<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for cell in record.listed_names(scope) {
        for name in table_view::single_names(&cell) {
            names.push(table_view::mask(name));
            names.push(name.to_owned());
        }
    }
    names.retain(|name| name.chars().count() > 1);
    names.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
    names.dedup();
    names
}
