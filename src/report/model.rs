//! A report as a value.
//!
//! In: filled in by `assemble`. Out: what all forms write down; as JSON it is what programs read, so its
//! names are kept. Never holds markup, and words only where a record, a profile or a diagnostic has them.

use serde::Serialize;

use crate::derive::{Mark, Tally, Todo};
use crate::diagnostic::Severity;
use crate::value::{Date, Period};

/// A report.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// `gongkai-report/1`; the number grows when a name changes its meaning.
    pub format: &'static str,
    /// What it tells of.
    pub head: Head,
    /// The sums.
    pub totals: Totals,
    /// Every region below the one told of, each before those within it.
    pub regions: Vec<RegionRow>,
    /// The communities: villages first, then by region and folder name.
    pub communities: Vec<CommunityRow>,
    /// The catalogues by which they are judged.
    pub catalogues: Vec<CatalogueHead>,
    /// Errors, findings and warnings by code, the gravest and most frequent first.
    pub kinds: Vec<ProblemKind>,
    /// Each of them with its place.
    pub problems: Vec<Problem>,
}

/// What a report tells of.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// Title in the language of the report.
    pub title: String,
    /// The period.
    pub period: Period,
    /// Its first and last day.
    pub first: Date,
    /// See `first`.
    pub last: Date,
    /// The period of the same length right before, compared with.
    pub before: Period,
    /// The day by which all of it is told.
    pub as_of: Date,
    /// Whether the period has not ended on that day.
    pub running: bool,
    /// Names of the region from the top, joined by `/`; empty for all.
    pub region: String,
    /// Name of the portal.
    pub site: String,
    /// Who publishes.
    pub publisher: String,
    /// Whether there are invented examples in it.
    pub sample: bool,
    /// Language tag.
    pub lang: &'static str,
    /// Program and version.
    pub generator: String,
}

/// Sums over all, and of each kind by itself: villages are compared with villages only.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    /// All communities.
    pub all: Group,
    /// Villages.
    pub villages: Group,
    /// Urban communities.
    pub urban: Group,
}

/// The numbers of many communities.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Group {
    /// How many.
    pub communities: usize,
    /// In the period.
    pub score: Score,
    /// In the period before.
    pub before: Score,
    /// How many of them had duties in both periods.
    pub compared: usize,
    /// From then to now, of those that had duties in both.
    pub change: Change,
    /// Errors in their records.
    pub errors: usize,
    /// Findings.
    pub findings: usize,
    /// Warnings.
    pub warnings: usize,
    /// Publications and answers that are overdue today, of any period.
    pub overdue: usize,
}

/// Duties of a period, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// All whose last day is past, or that are done.
    pub due: usize,
    /// Published, in time or late.
    pub published: usize,
    /// Of these, in time.
    pub in_time: usize,
    /// Of these, late.
    pub late: usize,
    /// Said to be not applicable, with the reason.
    pub not_applicable: usize,
    /// Not published, and past the last day.
    pub missing: usize,
    /// Not published, and the last day is near; not among those due.
    pub near: usize,
    /// 完整率 = (published + `not_applicable`) / due, percent rounded down; none where nothing was due.
    pub complete: Option<usize>,
    /// 及时率 = (`in_time` + `not_applicable`) / due, percent rounded down; none where nothing was due.
    pub on_time: Option<usize>,
}

impl From<Tally> for Score {
    fn from(tally: Tally) -> Self {
        let some = tally.due > 0;
        Self {
            due: tally.due,
            published: tally.published,
            in_time: tally.published - tally.late,
            late: tally.late,
            not_applicable: tally.not_applicable,
            missing: tally.missing,
            near: tally.near,
            complete: some.then(|| tally.complete()),
            on_time: some.then(|| tally.on_time()),
        }
    }
}

/// Percentage points from the period before to this one; none where nothing was due in one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Of the completeness.
    pub complete: Option<i64>,
    /// Of the punctuality.
    pub on_time: Option<i64>,
}

/// A region below the one told of.
#[derive(Debug, Clone, Serialize)]
pub struct RegionRow {
    /// Names from the top, joined by `/`.
    pub path: String,
    /// Its own name.
    pub name: String,
    /// How far it lies below the region told of, from 1.
    pub level: usize,
    /// Its villages.
    pub villages: Group,
    /// Its urban communities.
    pub urban: Group,
}

/// One community.
#[derive(Debug, Clone, Serialize)]
pub struct CommunityRow {
    /// Folder name.
    pub id: String,
    /// Name; the folder name where `community.yaml` cannot be read.
    pub name: String,
    /// `village`, `urban`, or `unknown` where `community.yaml` cannot be read.
    pub kind: String,
    /// Regions above it, joined by `/`.
    pub region: String,
    /// Whether it is an invented example.
    pub sample: bool,
    /// Newest publication, as an ISO date.
    pub last_published: Option<String>,
    /// Records that could be published.
    pub records: usize,
    /// 标识 of its catalogue; empty where there is none.
    pub catalogue: String,
    /// In the period.
    pub score: Score,
    /// In the period before.
    pub before: Score,
    /// From then to now.
    pub change: Change,
    /// Its place among those of its kind in the report.
    pub rank: Option<Rank>,
    /// Its newest stars by each rubric.
    pub stars: Vec<Star>,
    /// Errors in its records.
    pub errors: usize,
    /// Findings.
    pub findings: usize,
    /// Warnings.
    pub warnings: usize,
    /// Publications and answers that are overdue today, of any period.
    pub overdue: usize,
    /// How each item stood that anything fell on.
    pub items: Vec<ItemCell>,
    /// What it has to do next, the most urgent first.
    pub todo: Vec<Todo>,
}

/// A place in an order; equal ones share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rank {
    /// From 1.
    pub place: usize,
    /// Of how many.
    pub of: usize,
}

/// Stars by one rubric.
#[derive(Debug, Clone, Serialize)]
pub struct Star {
    /// Name of the rubric.
    pub rubric: String,
    /// Written form of the cycle.
    pub cycle: String,
    /// Stars.
    pub stars: u32,
    /// Most that can be reached.
    pub max: u32,
    /// What the rubric calls so many stars.
    pub level: Option<String>,
    /// Stars of the cycle before.
    pub before: Option<u32>,
    /// Whether they count on the day of the report.
    pub counts: bool,
}

/// How an item stood.
#[derive(Debug, Clone, Serialize)]
pub struct ItemCell {
    /// Code in the catalogue.
    pub code: String,
    /// How it stood.
    pub state: Mark,
    /// Days late, overdue or left, else 0.
    pub days: u16,
    /// How many of its duties are done.
    pub done: usize,
    /// How many there are, those to come included.
    pub all: usize,
}

/// A catalogue of the report.
#[derive(Debug, Clone, Serialize)]
pub struct CatalogueHead {
    /// 标识.
    pub id: String,
    /// Name.
    pub name: String,
    /// The laws and rules it rests on.
    pub basis: Vec<String>,
    /// Its items that anything fell on in the period, in its order.
    pub items: Vec<Item>,
}

/// An item of a catalogue.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Legal ground.
    pub basis: String,
}

/// Errors, findings or warnings of one code.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemKind {
    /// Code.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// Its title, in the language of the report.
    pub title: String,
    /// How many.
    pub count: usize,
    /// In how many communities.
    pub communities: usize,
}

/// One error, finding or warning.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// Folder name of the community.
    pub community: String,
    /// Code.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// Its sentence, in the language of the report.
    pub message: String,
    /// File, from the workspace's root.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Legal ground; empty where there is none.
    pub basis: String,
}
