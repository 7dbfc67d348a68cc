//! A disk that refuses.
//!
//! In: which step fails, how, and whether all after it fail too. Out: what the disk of this machine does, until then.
//! A write that fails leaves half of its bytes, as a full disk or a crash does.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use gongkai::write::{DISK, Disk, Lock};

/// What a system says when it refuses.
pub const REFUSALS: [ErrorKind; 3] = [ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::PermissionDenied];

/// The disk of this machine with a fault.
pub struct Faulty {
    /// How many steps there were.
    pub steps: AtomicUsize,
    /// The number of the step that fails, counted from 0.
    pub at: usize,
    /// What it says.
    pub kind: ErrorKind,
    /// Whether all that comes after fails too, as if the machine had stopped.
    pub stops: bool,
    /// Whether two folders can change places.
    pub exchanges: bool,
    /// How many bytes fit.
    pub room: Option<AtomicUsize>,
}

impl Faulty {
    /// A disk on which nothing fails.
    pub fn sound() -> Self {
        Self {
            steps: AtomicUsize::new(0),
            at: usize::MAX,
            kind: ErrorKind::Other,
            stops: false,
            exchanges: true,
            room: None,
        }
    }

    /// A disk on which a step fails.
    pub fn at(at: usize, kind: ErrorKind, stops: bool) -> Self {
        Self { at, kind, stops, ..Self::sound() }
    }

    /// How many steps there were.
    pub fn steps(&self) -> usize {
        self.steps.load(Ordering::Relaxed)
    }

    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::Relaxed);
        let fails = step == self.at || (self.stops && step > self.at);
        if fails { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Disk for Faulty {
    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        DISK.make_folders(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
        let fits = self.room.as_ref().is_none_or(|room| {
            room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes.len())).is_ok()
        });
        let step = if fits { self.step() } else { Err(ErrorKind::StorageFull.into()) };
        match step {
            Ok(()) => DISK.write(path, bytes, private),
            Err(cause) => {
                // Where even that is impossible there is nothing half.
                let _ = fs::write(path, &bytes[..bytes.len() / 2]);
                Err(cause)
            }
        }
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step()?;
        DISK.append(path, bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        DISK.sync(path)
    }

    fn sync_names(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        DISK.sync_names(folder)
    }

    fn sync_all(&self, _: &Path) -> io::Result<()> {
        // Bringing the whole disk of this machine onto its medium would take longer than all the rest.
        self.step()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        DISK.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step()?;
        if self.exchanges { DISK.exchange(one, other) } else { Err(ErrorKind::Unsupported.into()) }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        DISK.link(from, to)
    }

    fn stand_in(&self, place: &Path, link: &Path) -> io::Result<()> {
        self.step()?;
        DISK.stand_in(place, link)
    }

    fn set_rights(&self, like: &Path, folder: &Path) -> io::Result<()> {
        self.step()?;
        DISK.set_rights(like, folder)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        DISK.remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        DISK.remove_folder(folder)
    }

    fn remove_all(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        DISK.remove_all(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.step()?;
        DISK.lock(path)
    }
}
