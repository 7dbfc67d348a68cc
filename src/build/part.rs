//! What the build of a shard leaves for the portals.
//!
//! In: what each community contributes. Out: one file for each shard; from all of them the contributions again, where
//! they belong together. Never holds pages, and never joins what was made from other settings or on another day.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Keep;
use super::ground::Ground;
use super::shard::Shard;
use crate::derive::{Summary, Ties};
use crate::error::Error;
use crate::search::Docs;
use crate::value::Date;
use crate::world::{list_outside, read_outside};
use crate::write;

/// Ending of the files.
const ENDING: &str = ".summary";

/// The largest file that is read, in bytes.
const MOST: usize = 2 << 30;

/// What one community contributes to what is made of all of them: portals and search. Every build goes by this
/// value, on one machine or on many.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Contribution {
    /// What portals know of it.
    pub summary: Summary,
    /// What else ties it to other communities.
    pub ties: Ties,
    /// What can be found in it; none where that is kept.
    pub docs: Option<Docs>,
}

impl Contribution {
    /// Gives what can be found in it to `keep`, and lets go of it where that keeps it.
    fn kept(&mut self, keep: impl Fn(&str, &Docs) -> Result<bool, Error>) -> Result<(), Error> {
        let kept = self.docs.as_ref().map_or(Ok(false), |docs| keep(&self.summary.id, docs))?;
        if kept {
            self.docs = None;
        }
        Ok(())
    }
}

/// What contributions and portals are made from, beside records.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    program: String,
    settings: [u8; 32],
    theme: [u8; 32],
    communities: [u8; 32],
    day: Date,
}

impl Origin {
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let mut names = blake3::Hasher::new();
        let mut add = |text: &str| {
            names.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        };
        ground.city.communities.iter().for_each(|id| add(id));
        for known in ground.city.neighbours.iter() {
            [&known.id, &known.name, &known.parent].into_iter().for_each(|text| add(text));
        }
        Self {
            program: env!("GONGKAI_SOURCE").to_owned(),
            settings: ground.city.hash,
            theme: ground.theme.hash,
            communities: *names.finalize().as_bytes(),
            day: ground.world.today(),
        }
    }

    /// What differs: a word by which the sentence is chosen.
    fn differs(&self, other: &Self) -> Option<&'static str> {
        let all = [
            ("program", self.program != other.program),
            ("day", self.day != other.day),
            ("settings", self.settings != other.settings),
            ("theme", self.theme != other.theme),
            ("communities", self.communities != other.communities),
        ];
        all.into_iter().find_map(|(word, differs)| differs.then_some(word))
    }
}

/// The file of a shard.
#[derive(Serialize, Deserialize)]
struct Part {
    number: u32,
    of: u32,
    origin: Origin,
    contributions: Vec<Contribution>,
}

/// Which shard is to be built, and where its file goes.
#[derive(Debug, Clone)]
pub struct Share {
    /// The shard.
    pub shard: Shard,
    /// The folder of all shards' files.
    pub summaries: PathBuf,
}

impl Share {
    /// The file to be written once the sites of the shard are in place.
    pub(super) fn keep(&self, ground: &Ground<'_>, contributions: Vec<Contribution>) -> Keep {
        let (number, of) = (self.shard.number(), self.shard.of());
        let part = Part { number, of, origin: Origin::of(ground), contributions };
        let place = self.summaries.join(format!("{}{ENDING}", self.shard.name()));
        Keep::Made(place, Box::new(move || write::encode(&part)))
    }
}

/// Why the files of shards make no portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// There are none in the folder.
    Nothing,
    /// This file is damaged, was renamed, or comes from another version of the program.
    Damaged(String),
    /// Some are of so many shards, others of so many.
    Counts(Vec<u32>),
    /// Of so many shards these are missing.
    Missing {
        /// How many there are to be.
        of: u32,
        /// The numbers that are not there.
        numbers: Vec<u32>,
    },
    /// This file was made from something else: `program`, `day`, `settings`, `theme` or `communities`.
    Other {
        /// Its name.
        file: String,
        /// What differs.
        what: &'static str,
    },
}

/// The contributions of all communities in their order, from the files of all shards; or all that is wrong with these.
/// What can be found in a community goes to `keep` and stays in memory only where that does not keep it.
pub(super) fn join(
    folder: &Path,
    ground: &Ground<'_>,
    keep: impl Fn(&str, &Docs) -> Result<bool, Error>,
) -> Result<Result<Vec<Contribution>, Vec<Unfit>>, Error> {
    let here = Origin::of(ground);
    let (mut unfit, mut parts) = (Vec::new(), BTreeMap::new());
    let mut counts = BTreeSet::new();
    for file in list_outside(folder)?.into_iter().filter(|name| name.ends_with(ENDING)) {
        let part = write::decode::<Part>(&read_outside(&folder.join(&file), MOST)?);
        let shard = part.as_ref().and_then(|part| Shard::new(part.number, part.of));
        match part.zip(shard).filter(|(_, shard)| file == format!("{}{ENDING}", shard.name())) {
            None => unfit.push(Unfit::Damaged(file)),
            Some((part, shard)) => {
                counts.insert(shard.of());
                let mut contributions = part.contributions;
                match here.differs(&part.origin) {
                    Some(what) => unfit.push(Unfit::Other { file, what }),
                    None => contributions.iter_mut().try_for_each(|one| one.kept(&keep))?,
                }
                parts.insert(shard.number(), contributions);
            }
        }
    }
    match counts.iter().copied().collect::<Vec<u32>>().as_slice() {
        [] if unfit.is_empty() => unfit.push(Unfit::Nothing),
        [] => {}
        [of] => {
            let numbers: Vec<u32> = (1..=*of).filter(|number| !parts.contains_key(number)).collect();
            if !numbers.is_empty() {
                unfit.push(Unfit::Missing { of: *of, numbers });
            }
        }
        _ => unfit.push(Unfit::Counts(counts.into_iter().collect())),
    }
    if !unfit.is_empty() {
        return Ok(Err(unfit));
    }
    let mut all: Vec<Contribution> = parts.into_values().flatten().collect();
    all.sort_by(|a, b| a.summary.id.cmp(&b.summary.id));
    Ok(Ok(all))
}
