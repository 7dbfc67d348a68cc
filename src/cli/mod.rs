//! The command line.
//!
//! In: arguments. Out: an exit code. Printing and the choice of language stand here and nowhere else.

mod archive;
mod args;
mod ask;
mod build;
mod check;
mod completions;
mod credential;
mod doctor;
mod explain;
mod export;
mod import;
mod init;
mod key;
mod national;
mod new;
mod pack;
mod paper;
mod print;
mod publish;
mod recipe;
mod report;
mod restart;
mod schema;
mod seal;
mod secret;
mod serve;
mod setting;
mod skeleton;
mod timings;
mod translate;
mod verify;
mod which;
mod witness;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::error::Error;
use crate::locale;
use args::{Args, Command};
use setting::Setting;

/// Exit code where records have errors.
const RECORD_ERRORS: u8 = 1;
/// Exit code where the command line cannot be understood.
const USAGE: u8 = 2;

/// Runs one command.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    // Double-clicked beside a workspace: whoever does so has no terminal to type into.
    let bare = arguments.len() == 1 && setting::beside_a_workspace();
    if bare {
        arguments.extend(["serve".into(), "--open".into()]);
    }
    let language = setting::language(&arguments);
    let parse = |command: clap::Command| {
        command.try_get_matches_from(&arguments).and_then(|matches| Args::from_arg_matches(&matches))
    };
    // Words are put into the command only for who gets to read them: help and refusals. To read them takes most of the
    // time of a start.
    let words = || locale::messages(language);
    let parsed = match parse(Args::command()) {
        Err(error) if error.kind() != ErrorKind::DisplayVersion => parse(translate::command(Args::command(), words())),
        parsed => parsed,
    };
    let args = match parsed {
        Ok(args) => args,
        Err(error) => {
            let help = [
                ErrorKind::DisplayHelp,
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
                ErrorKind::DisplayVersion,
            ];
            if help.contains(&error.kind()) {
                // A closed pipe is no reason to fail.
                let _ = error.print();
                return ExitCode::from(if error.use_stderr() { USAGE } else { 0 });
            }
            eprintln!("{}", translate::refusal(&error, words()));
            return ExitCode::from(USAGE);
        }
    };
    let setting = Setting::new(&args, language);
    match dispatch(&args, &setting) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            print::error(&setting, &error);
            if bare {
                print::wait(&setting);
            }
            ExitCode::from(error.exit_code())
        }
    }
}

fn dispatch(args: &Args, setting: &Setting) -> Result<u8, Error> {
    match &args.command {
        Command::Build(options) => build::run(options, setting),
        Command::Check(options) => check::run(options, setting),
        Command::Init(options) => init::run(options, setting),
        Command::New(options) => new::run(options, setting),
        Command::Serve(options) => serve::run(options, setting),
        Command::Report(options) => report::run(options, args.lang.as_deref(), setting),
        Command::Seal(options) => seal::run(options, setting),
        Command::Archive(options) => archive::run(options, setting),
        Command::Key(options) => key::run(options, setting),
        Command::Witness(options) => witness::run(options, setting),
        Command::Verify(options) => verify::run(options, setting),
        Command::Publish(options) => publish::run(options, setting),
        Command::Import(options) => import::run(options, setting),
        Command::Export(options) => export::run(options, setting),
        Command::Print(options) => paper::run(options, setting),
        Command::Schema(options) => schema::run(options, setting),
        Command::Explain(options) => explain::run(options, setting),
        Command::Doctor(options) => doctor::run(options, setting),
        Command::Completions(options) => completions::run(options),
    }
}
