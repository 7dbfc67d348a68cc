//! Runs programs and takes their time and memory from the operating system.
//!
//! In: a command. Out: processor time, wall time, peak memory; medians of several runs.
//! Never trusts a run that failed.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one run took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// Processor time of the program and what it started, user and system.
    pub cpu: Duration,
    pub wall: Duration,
    /// Peak memory in bytes.
    pub memory: u64,
}

/// Runs a command to its end. The peak of memory begins at this program's own, which is small.
pub fn run(command: &mut Command) -> Cost {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let used = child.wait4().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let wall = start.elapsed();
    assert!(used.status.success(), "{command:?}: {}", used.status);
    Cost { cpu: used.rusage.utime + used.rusage.stime, wall, memory: used.rusage.maxrss }
}

/// The median of each figure on its own.
pub fn median(runs: &[Cost]) -> Cost {
    Cost { cpu: middle(runs, |c| c.cpu), wall: middle(runs, |c| c.wall), memory: middle(runs, |c| c.memory) }
}

fn middle<T: Ord + Copy>(runs: &[Cost], figure: fn(&Cost) -> T) -> T {
    let mut all: Vec<T> = runs.iter().map(figure).collect();
    all.sort_unstable();
    all[all.len() / 2]
}
