//! The flags of the commands around the public ledger, from sealing to verifying.
//!
//! In: nothing. Out: their definition, which parsing, help and completions share.
//! Help texts come from the Fluent files: `cli-<command>-<flag>`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Reach;

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Seal {
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub reach: Reach,
    /// A checkpoint seen before.
    #[arg(long, value_name = "FILE")]
    pub seen: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Archive {
    /// Folder for the archives.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Year of the hand-over.
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i16>,
    #[command(flatten)]
    pub reach: Reach,
}

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Publish {
    /// Destination.
    pub destination: Option<String>,
    /// Show what would be done.
    #[arg(long, conflicts_with_all = ["rollback", "login"])]
    pub dry_run: bool,
    /// Switch back to the publication before.
    #[arg(long, conflicts_with = "login")]
    pub rollback: bool,
    /// Put every file there again.
    #[arg(long)]
    pub all: bool,
    /// Keep user and password, or keys, in the system's store.
    #[arg(long)]
    pub login: bool,
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Day to stand for today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Key {
    /// What to do.
    pub action: String,
    #[command(flatten)]
    pub reach: Reach,
    /// File for the sheet of the recovery key.
    #[arg(long, value_name = "FILE")]
    pub paper: Option<PathBuf>,
    /// Stolen: after how many entries signatures are not to be trusted.
    #[arg(long, value_name = "N")]
    pub after: Option<usize>,
    /// Confirm: name of the office.
    #[arg(long, value_name = "NAME")]
    pub office: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Witness {
    /// Checkpoint kept earlier.
    pub old: String,
    /// Folder of the ledger or the site.
    pub new: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct Verify {
    /// Folder or zip file.
    pub path: PathBuf,
    /// Public key known beforehand.
    #[arg(long, value_name = "VKEY")]
    pub key: Option<String>,
    /// Checkpoint kept earlier.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<String>,
    /// Public key of the office that confirmed a new ledger.
    #[arg(long, value_name = "VKEY")]
    pub office: Option<String>,
}
