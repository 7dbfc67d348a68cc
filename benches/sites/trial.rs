//! One size at one place: builds by both programs, copies, and what they cost.
//!
//! In: communities, records, a place. Out: rows of figures. Never lets one program's run see
//! what another run of it left, unless that is what is measured.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::measure::{Cost, median, run};
use crate::place::{Place, Tree, clear, count};
use crate::{again, hugo, invent, ours};

/// What was measured, by name.
pub struct Row {
    pub what: &'static str,
    pub cost: Cost,
    /// Files rewritten, where that is of interest.
    pub rewritten: Option<u64>,
}

/// All figures of one size at one place.
pub struct Trial {
    pub size: (usize, usize),
    pub place: &'static str,
    pub runs: usize,
    pub rows: Vec<Row>,
    pub ours: Tree,
    /// How long it takes to write our output from memory, by the clock.
    pub written: Duration,
    pub theirs: Option<Tree>,
}

/// Where both programs find and leave their files.
struct Sites<'a> {
    ours: PathBuf,
    theirs: PathBuf,
    copy: PathBuf,
    hugo: Option<&'a Path>,
}

/// Measures one size.
pub fn trial(size: (usize, usize), place: &Place, runs: usize, hugo: Option<&Path>) -> io::Result<Trial> {
    let below = |name: &str| place.path.join(name);
    let sites = Sites { ours: below("ours"), theirs: below("hugo"), copy: below("copy"), hugo };
    ours::write(&sites.ours, size.0, size.1)?;
    if hugo.is_some() {
        hugo::write(&sites.theirs, size.0, size.1)?;
    }
    let (mut clean, mut theirs, mut copies, mut written) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        sites.clear();
        clean.push(run(&mut sites.gongkai("build")));
        copies.push(run(Command::new("cp").arg("-r").arg(sites.ours.join("output")).arg(&sites.copy)));
        clear(&sites.copy);
        written.push(again::written(&sites.ours.join("output"), &sites.copy)?);
        theirs.extend(sites.hugo_build());
    }
    written.sort_unstable();
    let mut rows = vec![Row { what: "clean build", cost: median(&clean), rewritten: None }];
    let mut add = |what, costs: &[Cost], rewritten| {
        if !costs.is_empty() {
            rows.push(Row { what, cost: median(costs), rewritten });
        }
    };
    let again: Vec<Cost> = (0..runs).map(|_| run(&mut sites.gongkai("build"))).collect();
    add("nothing changed", &again, None);
    let (edits, rewritten) = sites.edits(runs)?;
    add("one title changed", &edits, Some(rewritten));
    let checks: Vec<Cost> = (0..runs).map(|_| run(&mut sites.gongkai("check"))).collect();
    add("`check`", &checks, None);
    add("Hugo, clean build", &theirs, None);
    let again: Vec<Cost> = (0..runs).filter_map(|_| sites.hugo_build()).collect();
    add("Hugo, nothing changed", &again, None);
    add("`cp -r` of our output", &copies, None);
    let now = SystemTime::now();
    let theirs = if hugo.is_some() { Some(count(&sites.theirs.join("public"), now)?) } else { None };
    let (ours, written) = (count(&sites.ours.join("output"), now)?, written[written.len() / 2]);
    Ok(Trial { size, place: place.name, runs, rows, ours, written, theirs })
}

impl Sites<'_> {
    fn gongkai(&self, command: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        program.arg(command).arg("--root").arg(&self.ours).args(["--as-of", invent::AS_OF, "--quiet"]);
        program
    }

    fn hugo_build(&self) -> Option<Cost> {
        let mut program = Command::new(self.hugo?);
        program.args(["build", "--minify", "--quiet", "--source"]).arg(&self.theirs);
        Some(run(program.arg("--cacheDir").arg(self.theirs.join("cache"))))
    }

    /// Takes away everything that earlier runs made.
    fn clear(&self) {
        for made in ["output", ".gongkai"] {
            clear(&self.ours.join(made));
        }
        for made in ["public", "cache", "resources"] {
            clear(&self.theirs.join(made));
        }
        clear(&self.copy);
    }

    /// Changes the title of one decision and builds, several times; also how many files were written.
    fn edits(&self, runs: usize) -> io::Result<(Vec<Cost>, u64)> {
        let place = self.ours.join("content/communities/c0001/decisions/jueding-001.md");
        let original = fs::read_to_string(&place)?;
        let (mut costs, mut written) = (Vec::new(), 0);
        for at in 0..runs {
            fs::write(&place, original.replacen("（示例）", &format!("，第{}稿（示例）", at + 2), 1))?;
            let marker = self.ours.join("marker");
            fs::write(&marker, "")?;
            let since = fs::metadata(&marker)?.modified()?;
            costs.push(run(&mut self.gongkai("build")));
            written = count(&self.ours.join("output"), since)?.newer;
        }
        Ok((costs, written))
    }
}
