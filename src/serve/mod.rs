//! The preview: what the server and the editor say to each other.
//!
//! In: requests that a browser sends to this machine. Out: responses. Never listens on anything but
//! this machine unless asked.

pub mod exchange;
