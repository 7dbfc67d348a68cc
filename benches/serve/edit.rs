//! Edits a record of a served site again and again, and waits in Chromium until its page shows it.
//!
//! In: the command of a server, the address of the page, the file of the record, how many edits. Out: the time of each
//! edit that was seen, and the memory and the processor time of the server. Never waits for a server that is no longer there.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// How long one edit may take, in seconds.
const PATIENCE: &str = "120";

/// How often it is looked whether both programs are still there.
const LOOK: Duration = Duration::from_millis(200);

/// What came of the edits.
pub struct Seen {
    /// Milliseconds of each edit that was seen, from the least to the most.
    pub times: Vec<f64>,
    /// The most memory that the server has had, in bytes.
    pub peak: Option<u64>,
    /// Processor time that the server took for all edits together, in milliseconds.
    pub processor: Option<f64>,
    /// Whether the server ended by itself.
    pub died: bool,
}

impl Seen {
    /// The time within which so many of a hundred edits were seen.
    pub fn at(&self, percent: usize) -> Option<f64> {
        let last = self.times.len().checked_sub(1)?;
        Some(self.times[(self.times.len() * percent / 100).min(last)])
    }

    /// Milliseconds of processor time for one edit.
    #[allow(dead_code, reason = "one of two benchmarks tells it")]
    pub fn each(&self) -> Option<f64> {
        self.processor.map(|all| all / self.times.len().max(1) as f64)
    }

    /// Why there is no time.
    pub fn missed(&self) -> &'static str {
        if self.died { "the server died" } else { "not within 120 s" }
    }
}

/// Starts the server, edits, and ends it.
pub fn edits(server: &mut Command, address: &str, file: &Path, edits: usize) -> Seen {
    let mut server =
        server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/serve/watch.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(address).arg(file).args([&edits.to_string(), PATIENCE, &server.id().to_string()]);
    let mut node = node.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("node is there");
    let mut most = None;
    let mut died = false;
    while let Ok(None) = node.try_wait() {
        most = peak(&server).or(most);
        died = !matches!(server.try_wait(), Ok(None));
        if died {
            // It may have ended in the meantime.
            let _ = node.kill();
        }
        thread::sleep(LOOK);
    }
    stop(&mut server);
    let output = node.wait_with_output().expect("what node said");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let processor = told["processor"].as_f64();
    let times = told["times"].as_array().into_iter().flatten();
    let mut times: Vec<f64> = times.filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    Seen { times, peak: most, processor, died }
}

/// The most memory that a program has had so far, in bytes.
fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kib| kib * 1024)
}

fn stop(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}
