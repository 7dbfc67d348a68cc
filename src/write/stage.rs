//! Writing so that a crash leaves the old output or the new one, never half of each.
//!
//! In: bundles, one site after another. Out: files in place. New files are first written below
//! `.gongkai-stage` in the output folder; when all of them are there and on the disk, a list of
//! moves is written (the point of no return); then they are moved into place, manifests last.
//! A run that finds such a list finishes it before anything else.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::manifest;
use crate::bundle::Bundle;
use crate::error::Error;

/// Folder within the output for what is not yet in place.
const STAGE: &str = ".gongkai-stage";
/// The list of moves; its presence means that everything staged is whole.
const LIST: &str = "moves";
/// First line of a list of moves.
const HEAD: &str = "gongkai moves 1";

/// What is to be done to the output once everything is staged.
#[derive(Debug, Default)]
struct Plan {
    /// Files or whole folders to move, from the stage to the output; the same path in both.
    moves: Vec<String>,
    /// Manifests, moved after everything else.
    last: Vec<String>,
    /// Files to remove.
    stale: Vec<String>,
}

/// A set of changes to an output folder that takes place all at once.
#[derive(Debug)]
pub struct Stage {
    out: PathBuf,
    plan: Mutex<Plan>,
}

impl Stage {
    /// Opens the output folder; finishes what an interrupted run had begun to move.
    ///
    /// # Errors
    /// Where the folder cannot be made or an old stage cannot be cleared away.
    pub fn open(out: &Path) -> Result<Self, Error> {
        fs::create_dir_all(out).map_err(|e| Error::io("io-create", out.display(), e))?;
        let stage = Self { out: out.to_owned(), plan: Mutex::default() };
        if let Ok(list) = fs::read_to_string(stage.folder().join(LIST))
            && let Some(plan) = parse_list(&list)
        {
            stage.apply(&plan)?;
        }
        stage.clear()?;
        Ok(stage)
    }

    fn folder(&self) -> PathBuf {
        self.out.join(STAGE)
    }

    fn clear(&self) -> Result<(), Error> {
        match fs::remove_dir_all(self.folder()) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Error::io("io-remove", self.folder().display(), e)),
            _ => Ok(()),
        }
    }

    /// Stages what is new in a site, and notes what is stale. `site` is its folder's name within
    /// the output, empty for the portal.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn add(&self, site: &str, bundle: &Bundle) -> Result<usize, Error> {
        let prefix = if site.is_empty() { String::new() } else { format!("{site}/") };
        let manifest_path = format!("{prefix}{}", super::MANIFEST);
        let new_manifest = manifest::text(bundle);
        let old_manifest = fs::read(self.out.join(&manifest_path)).unwrap_or_default();
        let whole = !site.is_empty() && !self.out.join(site).exists();
        let mut moves = Vec::new();
        for (route, output) in bundle.iter() {
            if let Some(bytes) = &output.bytes {
                let path = format!("{prefix}{route}");
                self.write(&path, bytes)?;
                moves.push(path);
            }
        }
        let written = moves.len();
        let stale = manifest::paths(&old_manifest).into_iter().filter(|path| bundle.get(path).is_none());
        let stale: Vec<String> = stale.map(|path| format!("{prefix}{path}")).collect();
        let changed = new_manifest != old_manifest;
        if changed {
            self.write(&manifest_path, &new_manifest)?;
        }
        let mut plan = self.plan.lock().expect("no thread panics while it holds the plan");
        if whole {
            plan.moves.push(site.to_owned());
        } else {
            plan.moves.append(&mut moves);
            if changed {
                plan.last.push(manifest_path);
            }
        }
        plan.stale.extend(stale);
        Ok(written)
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
        let done = write_new(&place, bytes).or_else(|_| {
            fs::create_dir_all(place.parent().unwrap_or(&self.out))?;
            write_new(&place, bytes)
        });
        done.map_err(|e| Error::io("io-write", place.display(), e))
    }

    /// Throws away everything staged; the output stays as it was.
    ///
    /// # Errors
    /// Where the stage cannot be cleared away.
    pub fn abandon(self) -> Result<(), Error> {
        self.clear()
    }

    /// Puts everything in place.
    ///
    /// # Errors
    /// Where the disk refuses; before the point of no return nothing has changed, after it the
    /// next run goes on where this one stopped.
    pub fn commit(self) -> Result<(), Error> {
        let mut plan = self.plan.into_inner().expect("no thread panics while it holds the plan");
        plan.moves.sort_unstable();
        plan.last.sort_unstable();
        plan.stale.sort_unstable();
        let stage = Self { out: self.out, plan: Mutex::default() };
        if plan.moves.is_empty() && plan.last.is_empty() && plan.stale.is_empty() {
            return stage.clear();
        }
        let folder = stage.folder();
        fs::create_dir_all(&folder).map_err(|e| Error::io("io-create", folder.display(), e))?;
        flush(&folder).map_err(|e| Error::io("io-sync", folder.display(), e))?;
        replace_file(&folder.join(LIST), list_text(&plan).as_bytes())?;
        stage.apply(&plan)?;
        stage.clear()
    }

    fn apply(&self, plan: &Plan) -> Result<(), Error> {
        let stage = self.folder();
        for path in plan.moves.iter().chain(&plan.last) {
            let (from, to) = (stage.join(path), self.out.join(path));
            move_into_place(&from, &to).map_err(|e| Error::io("io-move", to.display(), e))?;
        }
        for path in &plan.stale {
            remove_with_empty_parents(&self.out, path);
        }
        Ok(())
    }
}

/// Moves one file or folder; one that is no longer in the stage was moved by an earlier run.
fn move_into_place(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Ok(()) => Ok(()),
        Err(_) if !from.exists() && to.exists() => Ok(()),
        Err(_) => {
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(from, to)
        }
    }
}

fn remove_with_empty_parents(out: &Path, path: &str) {
    // A stale file that is already gone, or a folder that is not empty, is as it should be.
    let _ = fs::remove_file(out.join(path));
    let mut parent = Path::new(path).parent();
    while let Some(folder) = parent.filter(|p| !p.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(folder)).is_err() {
            break;
        }
        parent = folder.parent();
    }
}

fn list_text(plan: &Plan) -> String {
    let mut text = format!("{HEAD}\n");
    for (sign, paths) in [('+', &plan.moves), ('!', &plan.last), ('-', &plan.stale)] {
        for path in paths {
            text.push(sign);
            text.push_str(path);
            text.push('\n');
        }
    }
    text.push_str("end\n");
    text
}

/// Reads a list of moves; `None` where it is not whole.
fn parse_list(text: &str) -> Option<Plan> {
    let body = text.strip_prefix(HEAD)?.strip_suffix("end\n")?;
    let mut plan = Plan::default();
    for line in body.lines().filter(|l| !l.is_empty()) {
        let list = match line.as_bytes()[0] {
            b'+' => &mut plan.moves,
            b'!' => &mut plan.last,
            b'-' => &mut plan.stale,
            _ => return None,
        };
        let path = line[1..].to_owned();
        if !manifest::inside(&path) {
            return None;
        }
        list.push(path);
    }
    Some(plan)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    #[cfg(not(target_os = "linux"))]
    file.sync_all()?;
    Ok(())
}

/// Brings everything staged onto the disk: one call for all files where the system has one.
#[cfg(target_os = "linux")]
fn flush(folder: &Path) -> io::Result<()> {
    let folder = fs::File::open(folder)?;
    rustix::fs::syncfs(&folder).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn flush(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes one file beside its place, syncs it, and puts it there in one move.
///
/// # Errors
/// Where the disk refuses; the old file is then untouched.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let fail = |e| Error::io("io-write", path.display(), e);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    let beside = path.with_extension("new");
    let mut file = fs::File::create(&beside).map_err(fail)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(fail)?;
    fs::rename(&beside, path).map_err(fail)
}
