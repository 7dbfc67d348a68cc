//! A community that was read and checked.
//!
//! In: a city, the files of one community. Out: its records, and all that is said of them. Never derives or writes.

use std::collections::BTreeSet;

use crate::clock::{Clock, OFF, Step};
use crate::diagnostic::{At, Diagnostic, Report, Sink, Sources};
use crate::ledger::{self, Ledger};
use crate::load;
use crate::record::{self, City, LeftOut, Record, Scope};
use crate::validate;
use crate::world::{Files, World};

/// A community that was read and checked.
pub(crate) struct Checked {
    /// What could be read.
    pub corpus: Option<record::Corpus>,
    /// All that is said of it, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that this points into.
    pub sources: Sources,
    /// Its ledger, where it has one that can be believed.
    pub ledger: Option<Ledger>,
    /// Whether `community.yaml` or the ledger has an error, where broken records are left out.
    pub(super) head_broken: bool,
}

impl Checked {
    /// Reads and checks; with `drop_broken` every record that has an error is left out.
    pub(crate) fn new(
        world: &dyn World,
        city: &City,
        id: &str,
        files: &Files,
        kept: &Files,
        drop_broken: bool,
    ) -> Self {
        Self::timed(OFF, world, city, id, files, kept, drop_broken)
    }

    /// The same, with a clock.
    pub(super) fn timed(
        clock: &Clock,
        world: &dyn World,
        city: &City,
        id: &str,
        files: &Files,
        kept: &Files,
        drop_broken: bool,
    ) -> Self {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let read = ledger::state::read(kept, &mut sources, &mut sink);
        let (ledger, mut head_broken) = (read.as_ref().ok().cloned().flatten(), read.is_err());
        let mut corpus = clock.time(Step::Load, || load::load_community(id, files, &mut sources, &mut sink));
        if let Some(corpus) = &mut corpus {
            let scope = Scope { city, corpus, as_of: world.today() };
            clock.time(Step::Check, || {
                validate::validate(&scope, &mut sink);
                if let Some(ledger) = &ledger {
                    ledger::drift::check(&scope, ledger, files, &sources, &mut sink);
                }
            });
            clock.time(Step::Privacy, || validate::check_privacy(&scope, files, &mut sources, &mut sink));
            let broken = sink.broken_files();
            if drop_broken {
                head_broken |= broken.contains(&corpus.file);
                // What is wrong with a table or another file is wrong with the records that show it.
                let paths: BTreeSet<&str> = broken.iter().map(|file| sources.get(*file).path.as_str()).collect();
                let shows = |f: &At<String>| paths.contains(format!("{}/{}", files.folder, f.value).as_str());
                let is_broken = |r: &mut Record| broken.contains(&r.file) || r.uses.files.iter().any(shows);
                let gone = corpus.records.extract_if(.., is_broken);
                let left_out = |r: Record| LeftOut { path: sources.get(r.file).path.clone(), uses: r.uses };
                let gone: Vec<LeftOut> = gone.map(left_out).collect();
                corpus.left_out.extend(gone);
                corpus.left_out.sort_by(|a, b| a.path.cmp(&b.path));
            }
        }
        let mut diagnostics = sink.into_sorted();
        diagnostics.iter_mut().for_each(|d| d.hide_private(world.today()));
        Self { corpus, diagnostics, sources, ledger, head_broken }
    }

    /// What is said of it, with places resolved.
    pub(crate) fn reports(&self) -> Vec<Report> {
        self.diagnostics.iter().map(|d| Report::of(d, &self.sources)).collect()
    }
}
