//! How long it takes to write a tree that is ready in memory: what no program that makes it can be faster than.
//!
//! In: a tree, a folder that is not there yet. Out: the time of folders and files together, by all threads. Never
//! counts the reading; and never reads in this program, whose memory those that it starts would be said to take.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use rayon::prelude::*;

/// The word after which this program is given both folders.
pub const AGAIN: &str = "--again";

/// Writes the tree `from` into `to`, by another run of this program.
pub fn written(from: &Path, to: &Path) -> io::Result<Duration> {
    let told = Command::new(std::env::current_exe()?).arg(AGAIN).arg(from).arg(to).output()?;
    let micros = String::from_utf8_lossy(&told.stdout).trim().parse();
    micros.map(Duration::from_micros).map_err(|_| io::Error::other(String::from_utf8_lossy(&told.stderr)))
}

/// Reads the tree `from`, then writes the same into `to`.
pub fn write(from: &Path, to: &Path) -> io::Result<Duration> {
    let (mut folders, mut files): (Vec<PathBuf>, Vec<(PathBuf, Vec<u8>)>) = Default::default();
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let place = to.join(entry.path().strip_prefix(from).expect("it lies below"));
        if entry.file_type().is_dir() {
            folders.push(place);
        } else {
            files.push((place, fs::read(entry.path())?));
        }
    }
    let start = Instant::now();
    folders.iter().try_for_each(fs::create_dir)?;
    files.par_iter().try_for_each(|(place, bytes)| fs::write(place, bytes))?;
    Ok(start.elapsed())
}
