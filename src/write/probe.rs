//! Whether something could be written.
//!
//! In: a folder, there or not. Out: yes, or what the system says. Leaves nothing behind.

use std::io;
use std::path::Path;

use super::disk::{DISK, Disk};

/// Writes an empty file into a folder, or into the nearest folder above that is there, and takes it away again.
///
/// # Errors
/// Where the system refuses.
pub fn may_write(folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|f| f.exists());
    let there = there.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let probe = there.join(format!(".gongkai-{}.new", std::process::id()));
    DISK.write(&probe, b"", false)?;
    DISK.remove_file(&probe)
}
