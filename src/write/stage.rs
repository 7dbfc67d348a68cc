//! Writing so that whatever happens leaves the old output or the new one, never some of each.
//!
//! In: bundles, one site after another. Out: files in place. New files are first written into a stage; when all of them
//! are there and on the disk, old and new output change places: in one step where the system has one (`switch`), else
//! file by file from a list that a later run finishes (`moves`). Never writes where another run does; builds of shards,
//! which write different sites of one output at the same time, have a stage and a lock each.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::disk::{DISK, Disk, Lock, SYNCS_ALL};
use super::lock::lock_on;
use super::manifest;
use super::moves::{self, Moves};
use super::switch::{self, Switched};
use crate::bundle::Bundle;
use crate::error::Error;

/// Folder within the output for what is not yet in place, where the output cannot change places as a whole.
const STAGE: &str = ".gongkai-stage";
/// The lock of that folder.
const LOCK: &str = ".gongkai-lock";

/// What is to be done to the output once everything is staged.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Files that are staged; the same path in stage and output.
    pub files: Vec<String>,
    /// Sites that the output did not have.
    pub whole: Vec<String>,
    /// Manifests, which come after everything else.
    pub last: Vec<String>,
    /// Files to remove.
    pub stale: Vec<String>,
}

/// Where new files wait.
#[derive(Debug)]
enum Ground {
    /// Beside the output, in a folder that will take its place.
    Beside(PathBuf),
    /// Within the output, in a folder of this name.
    Within(String),
}

/// A set of changes to an output folder that takes place all at once.
pub struct Stage<'d> {
    disk: &'d dyn Disk,
    out: PathBuf,
    ground: Ground,
    plan: Mutex<Plan>,
    /// Whether what is staged may be needed by a later run.
    kept: bool,
    /// Held until everything is in place; the last field, so that it goes last.
    lock: Option<Lock>,
}

impl Stage<'static> {
    /// Opens the output folder; finishes what an interrupted run had begun.
    ///
    /// # Errors
    /// Where another run writes there, the folder cannot be made, or an old stage cannot be cleared away.
    pub fn open(out: &Path) -> Result<Self, Error> {
        Self::open_on(DISK, out)
    }

    /// Opens a folder for a part of its files, beside which others write theirs: each part has a name.
    ///
    /// # Errors
    /// Where another run writes the same part, else as for [`Stage::open`].
    pub fn open_within(out: &Path, part: &str) -> Result<Self, Error> {
        Self::open_within_on(DISK, out, part)
    }

    /// Whether a run was interrupted while it put a part of the folder in place; opening it finishes that.
    pub fn is_unfinished(out: &Path, part: &str) -> bool {
        moves::unfinished(&out.join(format!("{STAGE}-{part}"))).is_some()
    }
}

impl<'d> Stage<'d> {
    /// The same on a given disk.
    ///
    /// # Errors
    /// As for [`Stage::open`].
    pub fn open_on(disk: &'d dyn Disk, out: &Path) -> Result<Self, Error> {
        // A link that stands for the output goes on doing so: what it leads to is exchanged.
        let real = fs::canonicalize(out).ok().filter(|_| cfg!(unix));
        let out = real.map_or_else(|| std::path::absolute(out), Ok).map_err(|e| Error::io("io-read", ".", e))?;
        let beside = switch::beside(&out);
        let mut held = lock_on(disk, &beside.join("lock"), &out)?;
        let ground = if held.is_some() && switch::is_possible(disk, &out, &beside) {
            Ground::Beside(beside.join(switch::NEW))
        } else {
            disk.make_folders(&out).map_err(|e| Error::io("io-create", out.display(), e))?;
            if held.is_none() {
                held = lock_on(disk, &out.join(LOCK), &out)?;
            }
            Ground::Within(STAGE.to_owned())
        };
        let mut stage = Self { disk, out, ground, plan: Mutex::default(), kept: true, lock: held };
        stage.finish_parts()?;
        let within = stage.out.join(STAGE);
        if let Some(moves) = moves::unfinished(&within) {
            moves.apply(disk, &within, &stage.out)?;
        }
        switch::settle(disk, &stage.out)?;
        stage.kept = false;
        for folder in [within, switch::beside(&stage.out).join(switch::NEW)] {
            stage.clear(&folder)?;
        }
        Ok(stage)
    }

    /// The same as [`Stage::open_within`] on a given disk.
    ///
    /// # Errors
    /// As for [`Stage::open_within`].
    pub fn open_within_on(disk: &'d dyn Disk, out: &Path, part: &str) -> Result<Self, Error> {
        disk.make_folders(out).map_err(|e| Error::io("io-create", out.display(), e))?;
        let held = lock_on(disk, &out.join(format!("{LOCK}-{part}")), out)?;
        let ground = Ground::Within(format!("{STAGE}-{part}"));
        let mut stage = Self { disk, out: out.to_owned(), ground, plan: Mutex::default(), kept: true, lock: held };
        let within = stage.folder();
        if let Some(moves) = moves::unfinished(&within) {
            moves.apply(disk, &within, out)?;
        }
        stage.kept = false;
        stage.clear(&within)?;
        Ok(stage)
    }

    /// Finishes what interrupted builds of shards had begun to move; one that is still at work is left alone, and this
    /// run with it.
    fn finish_parts(&self) -> Result<(), Error> {
        for entry in fs::read_dir(&self.out).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(part) = name.strip_prefix(STAGE).and_then(|rest| rest.strip_prefix('-')) {
                drop(Self::open_within_on(self.disk, &self.out, part)?);
            }
        }
        Ok(())
    }

    fn folder(&self) -> PathBuf {
        match &self.ground {
            Ground::Beside(new) => new.clone(),
            Ground::Within(name) => self.out.join(name),
        }
    }

    fn clear(&self, folder: &Path) -> Result<(), Error> {
        // The list first: nothing may be moved by it of which some is gone.
        let done = match self.disk.remove_file(&folder.join(moves::LIST)) {
            Err(cause) if !matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Err(cause),
            _ => self.disk.remove_all(folder),
        };
        match done {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Error::io("io-remove", folder.display(), e)),
            _ => Ok(()),
        }
    }

    /// Stages what is new in a site, and notes what is stale. `site` is its folder's name within
    /// the output, empty for the portal.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn add(&self, site: &str, bundle: &Bundle) -> Result<usize, Error> {
        let prefix = prefix(site);
        let manifest_path = format!("{prefix}{}", super::MANIFEST);
        let new_manifest = manifest::text(bundle);
        let old_manifest = fs::read(self.out.join(&manifest_path)).unwrap_or_default();
        let whole = !site.is_empty() && !self.out.join(site).exists();
        let written = self.add_files(site, bundle)?;
        let stale = manifest::paths(&old_manifest).into_iter().filter(|path| bundle.get(path).is_none());
        let stale: Vec<String> = stale.map(|path| format!("{prefix}{path}")).collect();
        let changed = new_manifest != old_manifest;
        if changed {
            self.write(&manifest_path, &new_manifest)?;
        }
        let mut plan = self.plan.lock().expect("no thread panics while it holds the plan");
        plan.last.extend(changed.then_some(manifest_path));
        plan.whole.extend(whole.then(|| site.to_owned()));
        plan.stale.extend(stale);
        Ok(written)
    }

    /// Stages what is new in a part of a site, so that not all of it has to be in memory at once; [`Stage::add`] follows
    /// with the whole, without these bytes.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn add_files(&self, site: &str, part: &Bundle) -> Result<usize, Error> {
        let prefix = prefix(site);
        let mut files = Vec::new();
        for (route, output) in part.iter() {
            if let Some(bytes) = &output.bytes {
                let path = format!("{prefix}{route}");
                self.write(&path, bytes)?;
                files.push(path);
            }
        }
        let written = files.len();
        self.plan.lock().expect("no thread panics while it holds the plan").files.append(&mut files);
        Ok(written)
    }

    /// Where a new file of a site waits.
    pub fn place(&self, site: &str, route: &str) -> PathBuf {
        self.folder().join(site).join(route)
    }

    /// Stages a file that belongs to no site, or notes that it goes.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn change(&self, path: &str, bytes: Option<&[u8]>) -> Result<(), Error> {
        if let Some(bytes) = bytes {
            self.write(path, bytes)?;
        }
        let mut plan = self.plan.lock().expect("no thread panics while it holds the plan");
        let list = if bytes.is_some() { &mut plan.files } else { &mut plan.stale };
        list.push(path.to_owned());
        Ok(())
    }

    /// Notes that a site is no longer part of the output: all files its manifest names go.
    ///
    /// # Errors
    /// None at present; kept so that callers need not change.
    pub fn remove_site(&self, site: &str) -> Result<(), Error> {
        let path = format!("{site}/{}", super::MANIFEST);
        let old = fs::read(self.out.join(&path)).unwrap_or_default();
        let mut plan = self.plan.lock().expect("no thread panics while it holds the plan");
        plan.stale.extend(manifest::paths(&old).into_iter().map(|p| format!("{site}/{p}")));
        plan.stale.push(path);
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let place = self.folder().join(path);
        let done = self.disk.write(&place, bytes, false).or_else(|cause| {
            if cause.kind() != io::ErrorKind::NotFound {
                return Err(cause);
            }
            self.disk.make_folders(place.parent().unwrap_or(&self.out))?;
            self.disk.write(&place, bytes, false)
        });
        let done = done.and_then(|()| if SYNCS_ALL { Ok(()) } else { self.disk.sync(&place) });
        done.map_err(|e| Error::io("io-write", place.display(), e))
    }

    /// Throws away everything staged; the output stays as it was.
    ///
    /// # Errors
    /// Where the stage cannot be cleared away.
    pub fn abandon(self) -> Result<(), Error> {
        self.clear(&self.folder())
    }

    /// Puts everything in place.
    ///
    /// # Errors
    /// Where the disk refuses. Either nothing has changed, or everything has; where the system cannot do that in one
    /// step, the next run goes on where this one stopped.
    pub fn commit(mut self) -> Result<(), Error> {
        let mut plan = std::mem::take(self.plan.get_mut().expect("no thread panics while it holds the plan"));
        plan.files.sort_unstable();
        plan.last.sort_unstable();
        plan.stale.sort_unstable();
        if plan.files.is_empty() && plan.last.is_empty() && plan.stale.is_empty() {
            return self.clear(&self.folder());
        }
        let mut folder = self.folder();
        self.disk.make_folders(&folder).map_err(|e| Error::io("io-create", folder.display(), e))?;
        if let Ground::Beside(new) = &self.ground {
            match switch::switch(self.disk, new, &self.out, &plan) {
                Switched::Done => return Ok(()),
                Switched::Failed(error) => return Err(error),
                Switched::Late(error) => {
                    self.kept = true;
                    return Err(error);
                }
                // The output turned out to be more than one disk holds, or a name that cannot be exchanged.
                Switched::Cannot => {}
            }
            let within = self.out.join(STAGE);
            self.disk.rename(new, &within).map_err(|e| Error::io("io-move", within.display(), e))?;
            self.ground = Ground::Within(STAGE.to_owned());
            folder = within;
        }
        self.disk.sync_all(&folder).map_err(|e| Error::io("io-sync", folder.display(), e))?;
        let moves = Moves::of(plan);
        moves.note(self.disk, &folder)?;
        // From here on every run finishes these moves before anything else.
        self.kept = true;
        moves.apply(self.disk, &folder, &self.out)?;
        self.clear(&folder)
    }
}

/// What stands before the addresses of a site in the output; nothing for the portal.
fn prefix(site: &str) -> String {
    if site.is_empty() { String::new() } else { format!("{site}/") }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        // What cannot be cleared away now, the next run clears away.
        if !self.kept {
            let _ = self.clear(&self.folder());
        }
        drop(self.lock.take());
        let _ = self.disk.remove_folder(&switch::beside(&self.out));
    }
}
