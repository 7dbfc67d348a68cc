//! Commands and their flags.
//!
//! In: nothing. Out: the definition that parsing, help and completions share.
//! Help texts come from the Fluent files: `cli-<command>` and `cli-<command>-<flag>`.

mod build;
mod ledger;

use std::path::PathBuf;

use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};

pub(super) use build::{Build, Recipe};
pub(super) use ledger::{Archive, Key, Publish, Seal, Verify, Witness};

/// Compiles disclosure records into static sites.
#[derive(Debug, Parser)]
#[command(
    name = "gongkai",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// Workspace folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Language of messages.
    #[arg(long, global = true, value_name = "zh|en")]
    pub lang: Option<String>,
    /// Say only what is wrong.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Print help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Print version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a new workspace.
    Init(Init),
    /// Make a new record.
    New(New),
    /// Check all records.
    Check(Check),
    /// Build the sites.
    Build(Build),
    /// Preview in the browser.
    Serve(Serve),
    /// Report on many communities.
    Report(Report),
    /// Seal what is published.
    Seal(Seal),
    /// Make archives to hand over.
    Archive(Archive),
    /// Signing keys.
    Key(Key),
    /// Compare a ledger with a checkpoint kept earlier.
    Witness(Witness),
    /// Check a site by its files alone.
    Verify(Verify),
    /// Publish what is built.
    Publish(Publish),
    /// Turn a table into a record.
    Import(Import),
    /// Write a table.
    Export(Export),
    /// Print sheets for the board.
    Print(Print),
    /// Write JSON Schemas for editors.
    Schema(Schema),
    /// Explain a code.
    Explain(Explain),
    /// Tell what would bite.
    Doctor(Doctor),
    /// Print shell completions.
    Completions(Completions),
}

// What most commands ask: on which day, and for whom.
#[derive(Debug, Default, Clone, ClapArgs)]
pub(super) struct Reach {
    /// Day to stand for today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Only these communities.
    #[arg(long, value_name = "ID")]
    pub community: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Init {
    /// Folder to make.
    pub dir: Option<PathBuf>,
    /// Name of the first community.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct New {
    /// Kind of record; asked for where missing.
    pub kind: Option<String>,
    /// Title; asked for where missing.
    pub title: Option<String>,
    /// Community.
    #[arg(long, value_name = "ID")]
    pub community: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Check {
    /// Findings and warnings fail too.
    #[arg(long)]
    pub strict: bool,
    /// Mask private numbers in records and tables.
    #[arg(long)]
    pub fix_privacy: bool,
    /// Only tell what would be masked.
    #[arg(long, requires = "fix_privacy")]
    pub dry_run: bool,
    /// Form of the messages.
    #[arg(long, value_enum, default_value_t = Form::Long)]
    pub format: Form,
    #[command(flatten)]
    pub reach: Reach,
}

#[derive(Debug, Default, ClapArgs)]
pub(super) struct Serve {
    /// Port; where missing the first free one from 8600 on.
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Open the browser.
    #[arg(long)]
    pub open: bool,
    /// Day to stand for today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Look at files again and again, for network drives.
    #[arg(long)]
    pub poll: bool,
    /// Let other devices in by a code.
    #[arg(long)]
    pub lan: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Doctor {
    /// Output folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Port of the preview.
    #[arg(long, value_name = "N", default_value_t = super::serve::PORT)]
    pub port: u16,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Report {
    /// Month, quarter, half-year or year.
    #[arg(long, value_name = "PERIOD")]
    pub period: String,
    /// Only this region.
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    #[command(flatten)]
    pub reach: Reach,
    /// Form of the report.
    #[arg(long, value_enum)]
    pub format: Option<ReportForm>,
    /// File of the report; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportForm {
    Html,
    Xlsx,
    Csv,
    Json,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Import {
    /// The table.
    pub file: PathBuf,
    /// What it is.
    #[arg(long = "as", value_name = "KIND")]
    pub kind: Option<String>,
    /// Community.
    #[arg(long, value_name = "ID")]
    pub community: Option<String>,
    /// Period.
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Mapping of a platform.
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Record to fill.
    #[arg(long, value_name = "RECORD")]
    pub into: Option<String>,
    /// Sheet.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Title of the new record.
    #[arg(long, value_name = "TITLE", conflicts_with = "into")]
    pub title: Option<String>,
    /// The file is a pack of a whole community.
    #[arg(long, conflicts_with_all = ["kind", "period", "mapping", "into", "sheet", "title"])]
    pub pack: bool,
    /// Of files changed on both sides, the pack's.
    #[arg(long, value_name = "RECORD", requires = "pack")]
    pub take: Vec<String>,
    /// Of files changed on both sides, those that are here.
    #[arg(long, value_name = "RECORD", requires = "pack")]
    pub keep: Vec<String>,
    /// Write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Form of the messages.
    #[arg(long, value_enum, default_value_t = Form::Long)]
    pub format: Form,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Export {
    /// Record.
    pub record: Option<String>,
    /// Blank template.
    #[arg(long, value_name = "KIND", conflicts_with = "record")]
    pub template: Option<String>,
    /// A whole community in one file.
    #[arg(long, value_name = "COMMUNITY", conflicts_with_all = ["record", "template", "community"])]
    pub pack: Option<String>,
    /// Community.
    #[arg(long, value_name = "ID")]
    pub community: Option<String>,
    /// File.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Print {
    /// Record.
    pub record: Option<String>,
    /// Month, quarter, half-year or year.
    #[arg(long, value_name = "PERIOD", conflicts_with = "record")]
    pub period: Option<String>,
    /// Community.
    #[arg(long, value_name = "ID")]
    pub community: Option<String>,
    /// Paper.
    #[arg(long, value_enum, default_value_t = PaperSize::A4)]
    pub paper: PaperSize,
    /// The letter to households.
    #[arg(long, requires = "period")]
    pub letter: bool,
    /// Day to stand for today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// File.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PaperSize {
    #[value(name = "A4", alias = "a4")]
    A4,
    #[value(name = "A3", alias = "a3")]
    A3,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Schema {
    /// Folder for the schemas; standard output where missing.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only this kind.
    pub kind: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Explain {
    /// Code such as GK0301; all codes where missing.
    pub code: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Completions {
    /// Shell.
    pub shell: clap_complete::Shell,
}

/// Form of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// With the line and a mark.
    Long,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
}
