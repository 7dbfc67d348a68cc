//! From checked records to views.
//!
//! In: one community's corpus, or the summaries of all. Out: `Site`, and the community's `Summary`.
//! Never reads, renders or names a kind of record.

mod attention;
mod board;
mod calendar;
mod catalogue;
mod corrections;
mod due_item;
mod duties;
mod duty;
mod entries;
mod facets;
mod find;
mod finding;
mod frame;
mod history;
mod home;
mod law;
mod letters;
mod linked;
mod matrix;
mod missing;
mod notice;
mod open_data;
mod periods;
mod pictures;
mod portal;
mod record_page;
mod region;
mod section;
mod share;
mod summary;
mod survey;
mod tasks;

pub use board::derive_board;
pub use duty::Tally;
pub use matrix::{Cell, Mark, Matrix, Window};
pub use notice::of_record as notice;
pub use portal::derive_portal;
pub use summary::{News, OpenDuty, Rating, Summary, Ties};
pub use survey::{Survey, Todo, Urgency, survey};
pub use tasks::{Task, TaskState, tasks};

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, FileId, Severity, Sources};
use crate::error::Error;
use crate::format;
use crate::ledger::Ledger;
use crate::record::{Entry, Scope};
use crate::route;
use crate::search::{self, Docs, Records};
use crate::view::{Site, SiteFile, SiteUnit};
use crate::world::Files;

/// How many communities of one kind must be there to be ranked or compared with one another.
pub const FEWEST: usize = 5;

/// Findings by the file of the record they belong to.
pub type Findings<'d> = BTreeMap<FileId, Vec<&'d Diagnostic>>;

/// What derive needs beside the records.
pub struct Context<'a> {
    /// City, corpus, day.
    pub scope: Scope<'a>,
    /// Findings to be published.
    pub findings: Findings<'a>,
    /// Paths of the records' files.
    pub sources: &'a Sources,
    /// The community's files, for attachments.
    pub files: &'a Files,
    /// Its public ledger, where it has one.
    pub ledger: Option<&'a Ledger>,
}

impl<'a> Context<'a> {
    /// Gathers the findings among `diagnostics`.
    pub fn new(scope: Scope<'a>, diagnostics: &'a [Diagnostic], sources: &'a Sources, files: &'a Files) -> Self {
        let mut findings: Findings<'a> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|d| d.severity() == Severity::Finding) {
            findings.entry(diagnostic.span.file).or_default().push(diagnostic);
        }
        Self { scope, findings, sources, files, ledger: None }
    }

    /// The same with the community's ledger.
    #[must_use]
    pub fn with_ledger(self, ledger: Option<&'a Ledger>) -> Self {
        Self { ledger, ..self }
    }
}

/// All that is made of a community.
pub struct Derived {
    /// Its site.
    pub site: Site,
    /// What portals know of it.
    pub summary: Summary,
    /// What else ties it to other communities.
    pub ties: Ties,
    /// What can be found in it.
    pub docs: Docs,
}

/// Makes the whole site of a community, and what the portals need of it.
pub fn derive_community(context: &Context<'_>) -> Derived {
    let scope = &context.scope;
    let entries = entries::entries(context);
    let duties = duties::duties(scope, &entries);
    let law = law::view(context, &entries);
    let history = history::History::of(context, &entries);
    let frame = frame::community_frame(scope, &entries, law.is_some(), history.is_some());
    let mut views = vec![home::view(context, &entries, &duties)];
    if let Some(view) = catalogue::view(scope, &duties) {
        views.push(view);
    }
    views.push(periods::view(scope, &entries));
    views.extend(board::views(context, &entries, &duties, history.as_ref()));
    views.extend(law);
    views.push(corrections::view(scope, &entries));
    let datasets = format::datasets(&entries);
    views.push(open_data::view(scope, &entries, &datasets));
    views.extend(section::views(context, &entries));
    views.extend(record_page::views(context, &entries, history.as_ref()));
    let (pages, sealed) = history.as_ref().map(|h| h.pages(context, &entries)).unwrap_or_default();
    views.extend(pages);
    views.extend(history::withdrawn(context, history.as_ref()));
    views.push(missing::view(scope.words(), &scope.corpus.id));
    views.push(find::view(scope.words(), &entries));
    views.push(letters::view(scope.words(), &entries));
    let mut files = attachments(context, &entries);
    files.extend(sealed);
    let site = format::SiteData {
        name: &scope.corpus.community.name,
        id: &scope.corpus.id,
        base_url: scope.city.base_url(),
        entries: &entries,
        datasets: &datasets,
        views: &views,
        calendar: &calendar::due_days(scope, &duties),
        licence: scope.city.config.licence.as_ref(),
        words: scope.words(),
        language: scope.city.language(),
    };
    files.extend(format::all(&site));
    let docs = Docs::of(entries.iter().map(|e| search::doc(e, scope.city.language())).collect());
    let whole = search::Source { id: "", name: &scope.corpus.community.name, docs: &docs };
    let found = search::files(&[whole]).expect("what is in memory can be read");
    files.extend(found.into_iter().map(|(name, text)| search_file(format!("{}/{name}", route::SEARCH), text)));
    let summary = summary::summary(context, &entries, &duties);
    let ties = Ties::of(&entries, scope, docs.roll());
    let pictures = pictures::copies(context, &entries);
    Derived { site: Site { id: scope.corpus.id.clone(), frame, views, files, pictures }, summary, ties, docs }
}

/// The files of the search over all communities, for a folder of their own, and the blocks that they are made from; those
/// of `store` where their records are the same.
///
/// # Errors
/// Where a record cannot be read from where it is kept, or a block cannot be kept.
pub fn derive_search<'d>(
    sources: &'d [search::Source<'d>],
    store: &dyn search::Store,
) -> Result<(Vec<SiteUnit<'d>>, search::Blocks), Error> {
    let (units, blocks) = search::units(sources, store)?;
    let unit = |search::Unit { key, make }| {
        let make = move || Ok(make()?.into_iter().map(|(name, text)| search_file(name, text)).collect());
        SiteUnit { key, make: Box::new(make) }
    };
    Ok((units.into_iter().map(unit).collect(), blocks))
}

/// A file of the search data.
fn search_file(route: String, text: String) -> SiteFile {
    SiteFile { owner: route.clone(), route, bytes: text.into_bytes() }
}

/// The files that records refer to, and no others: not the tables behind rows, not what left with a list.
fn attachments(context: &Context<'_>, entries: &[Entry<'_>]) -> Vec<SiteFile> {
    let corpus = context.scope.corpus;
    let used: std::collections::BTreeSet<&str> =
        corpus.records.iter().flat_map(|r| r.uses.files.iter().map(|f| f.value.as_str())).collect();
    let tables: std::collections::BTreeSet<&str> =
        corpus.records.iter().flat_map(|r| r.uses.tables.iter().map(String::as_str)).collect();
    let gone: std::collections::BTreeSet<&str> = entries.iter().flat_map(|e| e.withheld.files()).collect();
    let public = used.into_iter().filter(|path| !tables.contains(path) && !gone.contains(path));
    public
        .filter_map(|path| {
            let bytes = context.files.get(path)?.to_vec();
            Some(SiteFile { route: crate::route::file_url(path), bytes, owner: path.to_owned() })
        })
        .collect()
}
