//! What can be chosen in a box: items of the catalogue, steps of a process, records, files.
//!
//! In: a community's records and profiles. Out: lists of values with their names. Never forbids another value: the
//! check does.

use std::collections::{BTreeMap, BTreeSet};

use super::office::Room;
use crate::profile::{PROFILE_KINDS, matter};
use crate::record::Scope;
use crate::record::decision::Decision;
use crate::record::finance::Finance;

/// A value with what it is called; the name is empty where the value says it all.
pub type Choice = (String, String);

/// Lists of values.
#[derive(Default)]
pub struct Choices {
    /// By table and English field: `Disclosure.item`.
    fields: BTreeMap<&'static str, Vec<Choice>>,
    /// Records by folder.
    records: BTreeMap<&'static str, Vec<Choice>>,
    /// Profiles by folder.
    profiles: BTreeMap<&'static str, Vec<Choice>>,
    /// Files of the community.
    files: Vec<Choice>,
}

impl Choices {
    /// All that can be chosen in a community.
    pub fn of(room: &Room<'_>) -> Self {
        let mut choices = Self::default();
        for kind in PROFILE_KINDS {
            let names: BTreeSet<String> = (kind.names)(&room.city.profiles).into_iter().collect();
            let chinese = names.into_iter().filter(|n| !n.is_ascii());
            choices.profiles.insert(kind.folder, chinese.map(plain).collect());
        }
        let files = room.files.iter().map(|(path, _)| path).filter(|path| path.starts_with("files/"));
        choices.files = files.map(plain).collect();
        if let Some(scope) = room.scope() {
            choices.add_records(&scope);
            choices.add_fields(&scope);
        }
        choices
    }

    fn add_records(&mut self, scope: &Scope<'_>) {
        for record in &scope.corpus.records {
            let folder = record.body.kind().folder;
            let choice = (record.stem.clone(), record.common().title.value.clone());
            self.records.entry(folder).or_default().push(choice);
        }
    }

    fn add_fields(&mut self, scope: &Scope<'_>) {
        let kind = scope.corpus.community.kind;
        let items = scope.catalogue().map(|catalogue| {
            let here = catalogue.items.iter().filter(|i| i.applies_to(kind) && i.holds_on(scope.as_of));
            here.map(|i| (i.code.clone(), format!("{} {}", i.code, i.name))).collect::<Vec<_>>()
        });
        for field in ["Disclosure.item", "Page.item"] {
            self.fields.insert(field, items.clone().unwrap_or_default());
        }
        let place = scope.place();
        let matters = matter::known(&scope.city.profiles.rules, scope.as_of, kind, &place);
        let names: BTreeSet<String> = matters.map(|(_, m)| m.name.value.clone()).collect();
        self.fields.insert("Decision.matter", names.into_iter().map(plain).collect());
        let own = scope.corpus.community.process.as_ref();
        let named = scope.all::<Decision>().filter_map(|(_, d)| d.process.as_ref()).chain(own);
        let processes: Vec<_> = named.filter_map(|p| scope.profile(p)).collect();
        let steps = processes.iter().flat_map(|p| &p.steps).map(|s| s.name.clone());
        let told = processes.iter().flat_map(|p| &p.publications).map(|p| p.name.clone());
        self.fields.insert("Step.step", unique(steps));
        self.fields.insert("Publication.item", unique(told));
        let books = || scope.all::<Finance>().map(|(_, f)| f);
        self.fields.insert("Finance.account", unique(books().map(|f| f.account.value.clone())));
        let lines = books().flat_map(|f| f.income.iter().chain(f.expense.iter()));
        self.fields.insert("Line.category", unique(lines.map(|l| l.category.value.clone())));
    }

    /// The list of a field, where there is one.
    pub fn field(&self, table: &str, field: &str) -> Option<&[Choice]> {
        let list = self.fields.iter().find(|(key, _)| key.split_once('.') == Some((table, field)));
        list.map(|(_, list)| list.as_slice()).filter(|list| !list.is_empty())
    }

    /// Records of a folder.
    pub fn records(&self, folder: &str) -> &[Choice] {
        self.records.get(folder).map_or(&[], Vec::as_slice)
    }

    /// Profiles of a folder.
    pub fn profiles(&self, folder: &str) -> &[Choice] {
        self.profiles.get(folder).map_or(&[], Vec::as_slice)
    }

    /// Files of the community.
    pub fn files(&self) -> &[Choice] {
        &self.files
    }
}

fn plain(value: impl Into<String>) -> Choice {
    (value.into(), String::new())
}

/// Each value once, in the order in which it first stands.
fn unique(values: impl Iterator<Item = String>) -> Vec<Choice> {
    let mut seen = BTreeSet::new();
    values.filter(|v| seen.insert(v.clone())).map(plain).collect()
}
