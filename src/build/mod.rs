//! The whole way: load → validate → derive → render → write.
//!
//! In: a world and the output folder. Out: what was done, and all reports. Works on one community
//! at a time on each processor, so that a city does not have to fit into memory.
//! Nothing reaches the output folder unless no record has an error, or `keep_going` is set.

mod blocks;
mod bodies;
mod checked;
mod docs;
mod ground;
pub mod held;
mod keep;
pub mod mask;
mod part;
mod portals;
pub mod seal;
mod search;
mod shard;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::bundle::Bundle;
use crate::clock::{Clock, Step, Timings};
use crate::derive::{Derived, Summary, Ties};
use crate::diagnostic::{Report, Severity, Sink, Sources};
use crate::error::Error;
use crate::ledger;
use crate::load;
use crate::record::City;
use crate::render::{Theme, built_in};
use crate::route;
use crate::search::Docs;
use crate::validate;
use crate::world::{Files, World};
use crate::write::{About, DISK, Disk, MANIFEST, Memo, Stage};
pub(crate) use checked::Checked;
use ground::{Ground, Made};
use keep::Keep;
use part::Contribution;
pub use part::{Share, Unfit};
pub use portals::portals;
pub use shard::Shard;

/// What `build` is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the output goes.
    pub out: PathBuf,
    /// Where memos are kept; nothing is remembered where it is missing.
    pub cache: Option<PathBuf>,
    /// Leave out broken records instead of stopping.
    pub keep_going: bool,
    /// Only these communities; all where empty. The portal is then left as it is.
    pub only: Vec<String>,
    /// Only this share of the communities, with a file from which [`portals`] makes the portal later.
    pub share: Option<Share>,
    /// Folder of the theme; that of the settings where it is missing.
    pub theme: Option<String>,
    /// Count where the time goes.
    pub timings: bool,
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything said about records.
    pub reports: Vec<Report>,
    /// Communities looked at.
    pub communities: usize,
    /// Records published.
    pub records: usize,
    /// Files of the output.
    pub files: usize,
    /// Files written anew.
    pub written: usize,
    /// Whether the output was brought up to date.
    pub published: bool,
    /// Why the files of shards made no portal.
    pub unfit: Vec<Unfit>,
    /// Where the time went, where it was asked for.
    pub timings: Option<Timings>,
}

impl Options {
    /// A clock that runs where it was asked for.
    fn clock(&self) -> Clock {
        if self.timings { Clock::start() } else { Clock::default() }
    }
}

impl Outcome {
    /// How many reports are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.reports.iter().filter(|r| r.severity == severity).count()
    }

    /// Whether any record has an error.
    pub fn has_errors(&self) -> bool {
        self.reports.iter().any(|r| r.severity == Severity::Error)
    }

    /// Counts the files of a site in; gives what is to be kept of it.
    fn count_in(&mut self, done: Done) -> Vec<Keep> {
        self.files += done.files;
        self.written += done.written;
        done.keep
    }
}

/// What became of one community, of the portals, or of the search over all.
#[derive(Default)]
struct Done {
    reports: Vec<Report>,
    summary: Option<Summary>,
    ties: Ties,
    files: usize,
    written: usize,
    /// What can be found in it, where that was made now and is not kept.
    docs: Option<Docs>,
    /// What to keep for the next build, once everything is in place.
    keep: Vec<Keep>,
}

impl Done {
    /// Nothing had to be made: all is as the last build left it.
    fn as_before(memo: Memo) -> Self {
        let files = memo.len();
        let About { summary, ties, reports, .. } = memo.about;
        Self { reports, summary, ties, files, ..Self::default() }
    }
}

/// Told after each community how many are done and how many there are.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

/// Reads and checks everything; writes nothing.
///
/// # Errors
/// Where a file cannot be read.
pub fn check(world: &dyn World, only: &[String], progress: Progress<'_>) -> Result<Outcome, Error> {
    let (city, mut outcome) = city(world)?;
    let Some(city) = city else {
        return Ok(outcome);
    };
    // The program's own themes are sound: to read their words would take the check of one community a tenth longer.
    if !world.folders("themes")?.is_empty() || built_in(Theme::name(&city)).is_empty() {
        match Theme::of(world, &city, city.language()) {
            Err(Error::Theme(reports)) => outcome.reports.extend(reports),
            theme => drop(theme?),
        }
    }
    let ids = chosen(&city, only)?;
    let done = AtomicUsize::new(0);
    let all: Result<Vec<_>, Error> = ids
        .par_iter()
        .map(|id| {
            let files = Files::read(world, &folder(id))?;
            let kept = Files::read(world, &ledger::folder(id))?;
            let checked = Checked::new(world, &city, id, &files, &kept, false);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, ids.len());
            Ok((checked.reports(), checked.corpus.map_or(0, |c| c.records.len())))
        })
        .collect();
    for (reports, records) in all? {
        outcome.reports.extend(reports);
        outcome.records += records;
    }
    outcome.communities = ids.len();
    Ok(outcome)
}

/// What masking private numbers would make of the communities asked for.
///
/// # Errors
/// Where a file cannot be read.
pub fn masked(world: &dyn World, only: &[String]) -> Result<Vec<mask::Masked>, Error> {
    let Some(city) = city(world)?.0 else { return Ok(Vec::new()) };
    let all: Result<Vec<_>, Error> = chosen(&city, only)?.iter().map(|id| mask::masked(world, &city, id)).collect();
    Ok(all?.into_iter().flatten().collect())
}

/// Builds all sites and the portal.
///
/// # Errors
/// Where reading or writing fails, or the theme cannot be used.
pub fn build(world: &dyn World, options: &Options, progress: Progress<'_>) -> Result<Outcome, Error> {
    build_on(DISK, world, options, progress)
}

/// Builds onto a given disk.
///
/// # Errors
/// As for [`build`].
pub fn build_on(
    disk: &dyn Disk,
    world: &dyn World,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Outcome, Error> {
    let clock = options.clock();
    let (city, mut outcome) = clock.time(Step::Settings, || city(world))?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        return Ok(outcome);
    };
    let theme = clock.time(Step::Theme, || theme(world, &city, options))?;
    let mut ids = chosen(&city, &options.only)?;
    ids.retain(|id| options.share.as_ref().is_none_or(|share| share.shard.holds(id)));
    let stage = match &options.share {
        Some(share) => Stage::open_within_on(disk, &options.out, &share.shard.name())?,
        None => Stage::open_on(disk, &options.out)?,
    };
    let ground = Ground { world, city: &city, theme: &theme, keep_going: options.keep_going, clock: &clock };
    let shared = Shared { ground, options, stage: &stage, disk };
    let done = AtomicUsize::new(0);
    let each = |id: &String| {
        let result = clock.community(id, || shared.community(id));
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, ids.len());
        result
    };
    // All are made even where one fails, so that one run tells every template that does.
    let all = Error::gather(ids.par_iter().map(each).collect())?;
    outcome.communities = ids.len();
    let (mut keep, mut contributions) = (Vec::new(), Vec::new());
    for mut done in all {
        outcome.reports.append(&mut done.reports);
        outcome.records += done.summary.as_ref().map_or(0, |s| s.records);
        let (ties, docs) = (std::mem::take(&mut done.ties), done.docs.take());
        contributions.extend(done.summary.take().map(|summary| Contribution { summary, ties, docs }));
        keep.append(&mut outcome.count_in(done));
    }
    if outcome.has_errors() && !options.keep_going {
        keep.into_iter().for_each(|keep| keep.drop(disk));
        stage.abandon()?;
        return Ok(outcome);
    }
    match &options.share {
        Some(share) => keep.push(share.keep(&ground, contributions)),
        None if options.only.is_empty() => keep.append(&mut shared.portals(contributions, &mut outcome)?),
        None => {}
    }
    finish(disk, stage, keep, &clock)?;
    outcome.published = true;
    outcome.timings = clock.timings();
    Ok(outcome)
}

/// Puts everything in place, and then keeps what the next build needs.
fn finish(disk: &dyn Disk, stage: Stage<'_>, keep: Vec<Keep>, clock: &Clock) -> Result<(), Error> {
    clock.time(Step::Commit, || stage.commit())?;
    clock.time(Step::Memo, || keep.into_iter().try_for_each(|keep| keep.put(disk)))
}

/// The theme that was asked for, else that of the settings.
fn theme(world: &dyn World, city: &City, options: &Options) -> Result<Theme, Error> {
    let name = options.theme.as_deref().unwrap_or_else(|| Theme::name(city));
    Theme::load(world, name, city.language())
}

/// The folder of a community, from the workspace root.
pub(crate) fn folder(id: &str) -> String {
    format!("content/communities/{id}")
}

/// Settings and profiles, and what is said of them; no city where they cannot be used.
pub(crate) fn city(world: &dyn World) -> Result<(Option<City>, Outcome), Error> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load::load_city(world, &mut sources, &mut sink)?;
    validate::check_privacy_of_settings(world.today(), &mut sources, &mut sink);
    let reports = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
    Ok((city, Outcome { reports, ..Outcome::default() }))
}

/// The communities asked for; all where none is named.
pub(crate) fn chosen(city: &City, only: &[String]) -> Result<Vec<String>, Error> {
    if let Some(unknown) = only.iter().find(|id| !city.communities.contains(id)) {
        return Err(Error::Usage(format!("--community {unknown}: content/communities/{unknown}")));
    }
    let wanted = |id: &&String| only.is_empty() || only.contains(id);
    Ok(city.communities.iter().filter(wanted).cloned().collect())
}

/// One build onto a disk.
struct Shared<'a> {
    ground: Ground<'a>,
    options: &'a Options,
    stage: &'a Stage<'a>,
    disk: &'a dyn Disk,
}

impl Shared<'_> {
    fn memo_path(&self, id: &str) -> Option<PathBuf> {
        self.options.cache.as_ref().map(|cache| cache.join(format!("{id}.memo")))
    }

    fn memo(&self, id: &str, site: &Path) -> Memo {
        self.memo_path(id).map_or_else(Memo::default, |path| Memo::load(&path, site))
    }

    fn community(&self, id: &str) -> Result<Done, Error> {
        let Ground { world, clock, .. } = self.ground;
        // Before anything is read: what changes from here on makes another stamp. Only a build that remembers asks for it.
        let stamp = self.options.cache.as_ref().and_then(|_| clock.time(Step::Read, || self.ground.stamp(id)));
        let mut memo = clock.time(Step::Memo, || self.memo(id, &self.options.out.join(id)));
        let same_names = self.ground.names_hold(&memo.about.ties);
        if stamp.is_some() && stamp == memo.about.stamp && same_names {
            return Ok(Done::as_before(memo));
        }
        let files = clock.time(Step::Read, || Files::read(world, &folder(id)))?;
        let input = clock.time(Step::Hash, || self.ground.input(id, &files.hash()));
        if input == memo.about.input && same_names {
            memo.about.stamp = stamp;
            let path = self.memo_path(id).filter(|_| stamp.is_some());
            let keep = path.map(|path| Keep::beside(self.disk, path, &memo.to_bytes())).transpose()?;
            return Ok(Done { keep: keep.into_iter().collect(), ..Done::as_before(memo) });
        }
        let Made { derived, reports } = self.ground.community(id, &files);
        // Without a sound `community.yaml` the site stays as it was.
        let Some(Derived { site, summary, ties, docs }) = derived else {
            let About { summary, ties, .. } = memo.about;
            return Ok(Done { reports, summary, ties, ..Done::default() });
        };
        let bundle = self.ground.render(site, &memo)?;
        let about = About { input, stamp, summary: Some(summary), ties, reports };
        let mut done = self.put(id, id, bundle, about, &memo)?;
        // A city's texts are in memory only where they are not kept, or must go on to another machine.
        let kept = clock.time(Step::Memo, || self.keep_docs(id, &docs))?;
        done.docs = Some(docs).filter(|_| !kept || self.options.share.is_some());
        Ok(done)
    }

    /// The portals; made again only when a community contributes something else to them, or what they share changed.
    fn portal(&self, summaries: &[Summary]) -> Result<Done, Error> {
        let input = self.ground.portal_input(summaries);
        let memo = self.memo("portal.site", &self.options.out);
        if memo.about.input == input {
            return Ok(Done::as_before(memo));
        }
        let bundle = self.ground.portal(summaries, &memo)?;
        self.put("portal.site", "", bundle, About { input, ..About::default() }, &memo)
    }

    /// Stages a bundle in its folder, and notes what to keep of it; `before` is what was known of the site until now.
    fn put(&self, name: &str, id: &str, bundle: Bundle, about: About, before: &Memo) -> Result<Done, Error> {
        let written = self.ground.clock.time(Step::Write, || self.stage.add(id, &bundle))?;
        let files = bundle.len();
        let About { summary, ties, reports, .. } = about.clone();
        let keep = self.memo_path(name).map(|path| {
            // As the files stand where they wait: coming into their place changes nothing of that.
            let memo = Memo::of(&bundle, about, before, |route| self.stage.place(id, route));
            Keep::beside(self.disk, path, &memo.to_bytes())
        });
        let keep = keep.transpose()?;
        Ok(Done { reports, summary, ties, files, written, docs: None, keep: keep.into_iter().collect() })
    }

    /// Sites of communities that are no longer there go too: folders of the output that hold a
    /// manifest of ours.
    fn remove_gone(&self) -> Result<(), Error> {
        for entry in std::fs::read_dir(&self.options.out).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let known = name.to_str().is_none_or(|id| {
                let ours = id.starts_with('.') || route::RESERVED.contains(&id);
                ours || self.ground.city.communities.iter().any(|c| c == id)
            });
            if !known && entry.path().join(MANIFEST).is_file() {
                self.stage.remove_site(&name.to_string_lossy())?;
            }
        }
        Ok(())
    }
}
