//! A report as JSON.
//!
//! In: a report. Out: one object with the names of `model`, indented, ended by a line feed.
//! Never shortens anything: it is for programs.

use super::Report;

pub(super) fn write(report: &Report) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(report).expect("a report is plain data");
    bytes.push(b'\n');
    bytes
}
