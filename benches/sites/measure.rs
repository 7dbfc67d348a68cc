//! Runs programs and takes their time and memory from the operating system.
//!
//! In: a command. Out: processor time, wall time, peak memory, or why there are none; medians of several runs.
//! Never trusts a run that failed.

use std::fmt;
use std::fs::File;
use std::io::{Read, Seek};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

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

/// Why a run gave no figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was stopped when this time was over.
    Late(Duration),
    /// It wanted more memory than it was given.
    Memory,
    /// It ended with a mistake: its status and its last words.
    Failed(String),
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late(limit) => write!(f, "not done after {} s", limit.as_secs()),
            Self::Memory => write!(f, "died: out of memory"),
            Self::Failed(words) => write!(f, "failed: {words}"),
        }
    }
}

/// Runs a command to its end, which must be a good one, however long it takes.
pub fn run(command: &mut Command) -> Cost {
    attempt(command, Duration::MAX).unwrap_or_else(|fate| panic!("{command:?} {fate}"))
}

/// Runs a command to its end, or until the time is over. The peak of memory begins at this program's own, which is
/// small.
pub fn attempt(command: &mut Command, limit: Duration) -> Result<Cost, Fate> {
    let mut words = tempfile::tempfile().expect("a file for what it says");
    let told = words.try_clone().expect("a file for what it says");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(told);
    let start = Instant::now();
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let watch = watch(&child, limit);
    let used = child.wait4().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let wall = start.elapsed();
    if watch.ended() {
        return Err(Fate::Late(limit));
    }
    if !used.status.success() {
        return Err(fate(used.status, &mut words));
    }
    Ok(Cost { cpu: used.rusage.utime + used.rusage.stime, wall, memory: used.rusage.maxrss })
}

/// Somebody who ends a program when its time is over.
struct Watch {
    done: mpsc::Sender<()>,
    thread: thread::JoinHandle<bool>,
}

fn watch(child: &Child, limit: Duration) -> Watch {
    let pid = Pid::from_child(child);
    let (done, news) = mpsc::channel();
    let thread = thread::spawn(move || {
        let late = news.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout);
        late && kill_process(pid, Signal::KILL).is_ok()
    });
    Watch { done, thread }
}

impl Watch {
    /// Goes; whether the program was ended.
    fn ended(self) -> bool {
        drop(self.done);
        self.thread.join().expect("it only waits")
    }
}

/// A kill that was not ours is the system's, which had no memory left; the others say it themselves.
fn fate(status: ExitStatus, words: &mut File) -> Fate {
    let mut bytes = Vec::new();
    // Without its words the status must do.
    let _ = words.rewind().and_then(|()| words.read_to_end(&mut bytes));
    let words = String::from_utf8_lossy(&bytes).to_lowercase();
    let signs = ["out of memory", "memory allocation of", "cannot allocate memory"];
    if status.signal() == Some(9) || signs.iter().any(|sign| words.contains(sign)) {
        return Fate::Memory;
    }
    let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Fate::Failed(format!("{status} {last}").trim().replace('|', "/").chars().take(200).collect())
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
