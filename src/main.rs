//! The program `gongkai`: takes the command line, runs it, ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::SUCCESS
}
fn x() {
    gongkai::cli::run(std::env::args_os())
}
