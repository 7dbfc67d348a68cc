//! What would bite: the machine and the files, before they do.
//!
//! In: a workspace, and the machine as it is. Out: findings, each with a sentence and a fix by its name. Never mends
//! anything, never judges records: `check` does.

mod files;
mod machine;

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::value::Date;
use crate::world::World;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As it should be.
    Good,
    /// It may bite.
    Doubtful,
    /// It bites.
    Bad,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its name: `doctor-<name>` tells what was found, `.fix` what to do.
    pub name: &'static str,
    /// How bad it is.
    pub standing: Standing,
    /// Facts for the sentence.
    pub facts: Vec<(&'static str, String)>,
}

/// What is looked at.
pub struct Patient<'a> {
    /// The workspace, as the compiler sees it; none where there is none.
    pub world: Option<&'a dyn World>,
    /// The folder of the workspace.
    pub root: PathBuf,
    /// Where the output goes.
    pub out: PathBuf,
    /// The port of the preview.
    pub port: u16,
    /// Today, by the clock of the machine.
    pub today: Date,
}

impl Finding {
    fn new(name: &'static str, standing: Standing) -> Self {
        Self { name, standing, facts: Vec::new() }
    }

    fn good(name: &'static str) -> Self {
        Self::new(name, Standing::Good)
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }
}

/// Looks at everything.
///
/// # Errors
/// Where the files of the workspace cannot even be listed.
pub fn examine(patient: &Patient<'_>) -> Result<Vec<Finding>, Error> {
    let mut all = Vec::new();
    match patient.world {
        Some(world) => {
            all.push(Finding::good("workspace").with("path", patient.root.display()));
            all.extend(files::examine(world, &patient.root)?);
        }
        None => all.push(Finding::new("no-workspace", Standing::Bad).with("path", patient.root.display())),
    }
    all.extend(machine::clock(patient.today, newest(&patient.root)));
    all.extend([machine::zone(), machine::may_write("out", &patient.out)]);
    if patient.world.is_some() {
        all.push(machine::may_write("cache", &patient.root.join(".gongkai")));
    }
    all.extend([machine::room(&patient.root), machine::port(patient.port), machine::fonts(), machine::browser()]);
    all.extend(machine::watches(&patient.root.join("content")));
    Ok(all)
}

/// The day of the newest file of the workspace, by the file system's own account.
fn newest(root: &Path) -> Option<Date> {
    let files = walkdir::WalkDir::new(root.join("content")).into_iter().flatten();
    let times = files.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    let seconds = times.max()?.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    let days = i64::try_from((seconds + 8 * 3600) / 86_400).ok()?;
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(days)).ok()
}
