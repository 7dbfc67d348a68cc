//! `gongkai completions`: for bash, zsh, fish, PowerShell, elvish.
//!
//! In: the shell's name. Out: its script on standard output.

use clap::CommandFactory;

use super::args::{Args, Completions};
use crate::error::Error;

pub(super) fn run(options: &Completions) -> Result<u8, Error> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "gongkai", &mut script);
    super::print::result(&String::from_utf8_lossy(&script));
    Ok(0)
}
