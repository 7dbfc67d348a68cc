//! What was published when: receipts, earlier versions, records taken back, the changelog of a site.
//!
//! In: a community's ledger, and its records as they are published now. Out: views, files, and what a record's
//! page shows of itself. Never shows a text whose last day is over or that was taken back.

mod changelog;
mod changes;
mod files;
mod shown;
mod version;
mod withdrawn;
mod years;

use std::collections::BTreeMap;

use serde::Serialize;

use super::Context;
use crate::ledger::compare::{self, Difference};
use crate::ledger::entry::{Action, RecordEntry};
use crate::ledger::text::Text;
use crate::ledger::{Ledger, labels, receipt};
use crate::record::kind::KindInfo;
use crate::record::{Entry, KINDS};
use crate::value::Date;
use crate::view::{SiteFile, View};

/// The page of all that was sealed.
pub(super) const CHANGELOG: &str = "history/index.html";

/// How many differences a version names on a page.
const NAMED: usize = 40;

/// How many signs of a root are compared at a glance: 48 bits.
const SHORT: usize = 8;

/// The ledger as a site shows it.
pub(super) struct History<'a> {
    ledger: &'a Ledger,
    /// The numbers of the entries about each address.
    about: BTreeMap<&'a str, Vec<usize>>,
    /// The data file of each record as it is published now.
    now: BTreeMap<String, String>,
    today: Date,
}

/// What a record's page shows of its past.
#[derive(Serialize)]
pub(super) struct Past {
    /// Its receipt, where what is shown is what was sealed.
    receipt: Option<Receipt>,
    /// The checkpoint of this receipt, to be printed.
    point: Option<Point>,
    /// All its versions, the newest first; none where there is but one.
    versions: Vec<Version>,
    /// Whether it was sealed before and is not sealed as it is now.
    unsealed: bool,
    /// The page of all changes of the site.
    changelog: &'static str,
}

/// The proof that a record is in the log, and the checkpoint to compare.
#[derive(Serialize)]
struct Receipt {
    index: usize,
    day: String,
    url: String,
    size: usize,
    root: String,
}

/// A checkpoint as it is printed.
#[derive(Serialize)]
pub(super) struct Point {
    size: usize,
    /// The root in base64.
    root: String,
    /// Its first signs, to be compared at a glance.
    short: String,
    /// Size and root as the verifiers read them, also from a square code.
    text: String,
}

/// One version of a record.
#[derive(Serialize)]
struct Version {
    number: usize,
    index: usize,
    action: &'static str,
    /// The first day on which it stood there.
    day: String,
    /// The day of the next one.
    until: Option<String>,
    /// Its page; none for the one that stands there now, and where the text was given up.
    url: Option<String>,
    /// Whether it is the one that stands there now.
    now: bool,
    /// Whether the text is no longer shown because a list of persons in it has left.
    ended: bool,
    /// What is different from the version before.
    differences: Vec<Difference>,
    /// How many differences are not named.
    more: usize,
}

impl<'a> History<'a> {
    /// The history of a site, where its community has a ledger.
    pub(super) fn of(context: &Context<'a>, entries: &[Entry<'_>]) -> Option<Self> {
        let ledger = context.ledger?;
        let mut about: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, entry) in ledger.log.entries.iter().enumerate() {
            if let Some(record) = entry.record() {
                about.entry(record.address.as_str()).or_default().push(index);
            }
        }
        let data = |e: &Entry<'_>| {
            let prose = e.prose.as_deref();
            let id = &context.scope.corpus.id;
            crate::format::record_data(id, e.record, &e.data, prose, &e.withheld, context.files)
        };
        let now = entries.iter().map(|e| (e.card.url.clone(), data(e))).collect();
        Some(Self { ledger, about, now, today: context.scope.as_of })
    }

    /// All that only sites with a ledger have: views, and the files of the ledger, receipts, earlier texts, the
    /// verifiers.
    pub(super) fn pages(&self, context: &Context<'_>, entries: &[Entry<'_>]) -> (Vec<View>, Vec<SiteFile>) {
        let (mut views, mut files) = changelog::pages(self, context, entries);
        views.extend(version::views(self, context));
        files.extend(files::files(self));
        (views, files)
    }

    /// What the page of a record shows of its past.
    pub(super) fn past(&self, address: &str, kind: &KindInfo) -> Past {
        let versions = self.versions(address, kind);
        let current = self.current(address);
        Past {
            receipt: current.and_then(|index| self.receipt(index)),
            point: current.and_then(|index| self.point(index)),
            unsealed: current.is_none() && !versions.is_empty(),
            versions: if versions.len() > 1 || current.is_none() { versions } else { Vec::new() },
            changelog: CHANGELOG,
        }
    }

    fn entry(&self, index: usize) -> &'a RecordEntry {
        self.ledger.log.entries[index].record().expect("only entries about records are asked for")
    }

    /// The entry whose text is what is published now.
    fn current(&self, address: &str) -> Option<usize> {
        let index = *self.about.get(address)?.last()?;
        let text = self.ledger.texts.get(index)?;
        (self.now.get(address) == Some(&text.data)).then_some(index)
    }

    /// The text of an entry, where it may be seen today.
    fn visible(&self, index: usize) -> Option<&'a Text> {
        let open = self.entry(index).ends.as_deref().is_none_or(|day| day >= self.today.to_string().as_str());
        self.ledger.texts.get(index).filter(|_| open)
    }

    /// The first checkpoint that holds every one of these records as they are published now; none where one is not
    /// sealed.
    pub(super) fn point_of<'u>(&self, mut addresses: impl Iterator<Item = &'u str>) -> Option<Point> {
        let last = addresses.try_fold(None, |last, address| Some(last.max(Some(self.current(address)?))));
        self.point(last??)
    }

    fn point(&self, index: usize) -> Option<Point> {
        self.visible(index)?;
        let (point, _) = receipt::first_note(&self.ledger.log, index)?;
        Some(Point::of(point.size, &point.root))
    }

    fn receipt(&self, index: usize) -> Option<Receipt> {
        let entry = self.entry(index);
        self.visible(index)?;
        let (point, _) = receipt::first_note(&self.ledger.log, index)?;
        Some(Receipt {
            index,
            day: entry.day.clone(),
            url: proof_url(&entry.address),
            size: point.size,
            root: base64_of(&point.root),
        })
    }

    /// Entries about an address with a text that was sealed, oldest first.
    fn sealed(&self, address: &str) -> &[usize] {
        self.about.get(address).map_or(&[], Vec::as_slice)
    }

    fn versions(&self, address: &str, kind: &KindInfo) -> Vec<Version> {
        let list = self.sealed(address);
        let current = self.current(address);
        let shape = (kind.shape)();
        let mut versions: Vec<Version> = Vec::new();
        for (at, index) in list.iter().enumerate() {
            let entry = self.entry(*index);
            let before = at.checked_sub(1).and_then(|b| self.visible(list[b]));
            let both = before.zip(self.visible(*index));
            let mut found = both.map_or_else(Vec::new, |(a, b)| compare::differences(&value(a), &value(b)));
            found.retain(|d| !d.path.starts_with("record/corrections"));
            let more = found.len().saturating_sub(NAMED);
            found.truncate(NAMED);
            found.iter_mut().for_each(|d| d.path = labels::path(&shape, &d.path));
            let now = current == Some(*index);
            let shown = entry.action != Action::Withdrawn && !now && self.visible(*index).is_some();
            versions.push(Version {
                number: at + 1,
                index: *index,
                action: entry.action.word(),
                day: entry.day.clone(),
                until: list.get(at + 1).map(|next| self.entry(*next).day.clone()),
                url: shown.then(|| version_url(address, at + 1, "html")),
                now,
                ended: self.ledger.texts.get(*index).is_some() && self.visible(*index).is_none(),
                differences: found,
                more,
            });
        }
        versions.reverse();
        versions
    }
}

impl Point {
    fn of(size: usize, root: &[u8]) -> Self {
        let root = base64_of(root);
        Self { size, short: root.chars().take(SHORT).collect(), text: format!("{size}:{root}"), root }
    }
}

/// Views of the records that were taken back, also where there is no ledger yet.
pub(super) fn withdrawn(context: &Context<'_>, history: Option<&History<'_>>) -> Vec<View> {
    withdrawn::views(context, history)
}

/// The data of a sealed text.
fn value(text: &Text) -> serde_json::Value {
    serde_json::from_str(&text.data).unwrap_or_default()
}

/// The address of a record's receipt.
fn proof_url(address: &str) -> String {
    format!("{}.{}", address.trim_end_matches(".html"), receipt::ENDING)
}

/// The address of an earlier version.
fn version_url(address: &str, number: usize, ending: &str) -> String {
    format!("history/{}/{number}.{ending}", address.trim_end_matches(".html"))
}

/// The kind under its name.
fn kind_of(name: &str) -> Option<&'static KindInfo> {
    KINDS.iter().find(|kind| kind.name == name)
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
