//! The flags of `build`.
//!
//! In: nothing. Out: their definition, which parsing, help and completions share.
//! Help texts come from the Fluent files: `cli-build-<flag>`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::Reach;

#[derive(Debug, Default, ClapArgs)]
pub(in crate::cli) struct Build {
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub reach: Reach,
    /// Leave out broken records.
    #[arg(long)]
    pub keep_going: bool,
    /// Tell where the time goes.
    #[arg(long, conflicts_with = "recipe")]
    pub timings: bool,
    /// Theme in place of that of the settings.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Only this share of the communities.
    #[arg(long, value_name = "K/N", conflicts_with_all = ["community", "portal_from"])]
    pub shard: Option<String>,
    /// Folder for what portals need of a share.
    #[arg(long, value_name = "DIR", requires = "shard")]
    pub summaries: Option<PathBuf>,
    /// Only portals and search, from what the builds of all shares left.
    #[arg(long, value_name = "DIR", conflicts_with = "community")]
    pub portal_from: Option<PathBuf>,
    /// Print how to build in shares, and build nothing.
    #[arg(long, value_enum, value_name = "NAME", requires = "shard", conflicts_with = "summaries")]
    pub recipe: Option<Recipe>,
}

/// Where shares of a build can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Recipe {
    Kubernetes,
    Shell,
    Matrix,
}
