//! `ssh` as a child: started, listened to, ended.
//!
//! In: an address, a host's public key, a key file. Out: a line of SFTP. Never sees a password: `ssh` asks for it at
//! the terminal, or an agent holds the key.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::super::{PATIENCE, Secrets, Sort, Trouble, user};
use super::wire::Wire;
use crate::record::destination::Address;
use crate::write::replace_file;

/// Folder for the keys of hosts that the settings name, from the workspace root: nobody else writes there.
const KNOWN: &str = ".gongkai/publish";

/// How `ssh` is started for one destination.
pub(super) struct Start {
    arguments: Vec<String>,
}

impl Start {
    /// What `ssh` needs to know.
    pub(super) fn new(
        place: &Address,
        root: &Path,
        host_key: Option<&str>,
        secrets: Secrets<'_>,
    ) -> Result<Self, Trouble> {
        let host = place.host.trim_matches(['[', ']']);
        if host.starts_with('-') {
            return Err(Trouble::new(Sort::Refused, host));
        }
        let seconds = PATIENCE.as_secs();
        let batch = if std::io::stdin().is_terminal() { "no" } else { "yes" };
        let mut options = vec![
            "StrictHostKeyChecking=yes".to_owned(),
            format!("BatchMode={batch}"),
            format!("ConnectTimeout={seconds}"),
            format!("ServerAliveInterval={}", seconds / 3),
            "ServerAliveCountMax=3".to_owned(),
            "ForwardAgent=no".to_owned(),
            "ClearAllForwardings=yes".to_owned(),
        ];
        if let Some(key) = host_key {
            let known = known_hosts(root, host, place.port, key)?;
            // OpenSSH takes a path with blanks only in quotes.
            options.push(format!("UserKnownHostsFile=\"{}\"", known.display()));
            options.push("GlobalKnownHostsFile=none".to_owned());
        }
        let mut arguments: Vec<String> = options.into_iter().flat_map(|option| ["-o".to_owned(), option]).collect();
        if let Some(key) = secrets("SSH_KEY") {
            arguments.extend(["-i".to_owned(), key, "-o".to_owned(), "IdentitiesOnly=yes".to_owned()]);
        }
        if let Some(port) = place.port {
            arguments.extend(["-p".to_owned(), port.to_string()]);
        }
        if let Some(user) = user(place, secrets) {
            arguments.extend(["-l".to_owned(), user]);
        }
        arguments.extend(["-s", host, "sftp"].map(str::to_owned));
        Ok(Self { arguments })
    }

    /// Starts `ssh`.
    pub(super) fn session(&self) -> Result<Session, Trouble> {
        let mut command = Command::new("ssh");
        command.args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| Trouble::new(Sort::Program, e))?;
        let said = Arc::new(Mutex::new(String::new()));
        let (Some(input), Some(output), Some(mut errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(Trouble::new(Sort::Program, "ssh"));
        };
        let heard = said.clone();
        let listener = thread::spawn(move || {
            let mut text = String::new();
            // What is not text is of no use as a cause.
            let _ = errors.by_ref().take(16 * 1024).read_to_string(&mut text);
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = text;
        });
        match Wire::open(Box::new(input), Box::new(output)) {
            Ok(wire) => Ok(Session { wire: Arc::new(wire), child }),
            Err(cause) => {
                let _ = child.kill();
                let _ = child.wait();
                let _ = listener.join();
                let said = said.lock().unwrap_or_else(PoisonError::into_inner).clone();
                Err(judged(&said, &cause))
            }
        }
    }
}

/// What `ssh` said, as trouble.
fn judged(said: &str, cause: &str) -> Trouble {
    let last = said.trim().lines().last().unwrap_or(cause).trim();
    let sort = if said.contains("Host key verification failed") || said.contains("host key is known") {
        Sort::HostKey
    } else if said.contains("Permission denied") || said.contains("Too many authentication failures") {
        Sort::Login
    } else {
        Sort::Passing
    };
    Trouble::new(sort, last)
}

/// A file of known hosts with one host in it.
fn known_hosts(root: &Path, host: &str, port: Option<u16>, key: &str) -> Result<PathBuf, Trouble> {
    let name = match port {
        Some(port) if port != 22 => format!("[{host}]:{port}"),
        _ => host.to_owned(),
    };
    let mark = blake3::hash(name.as_bytes()).to_hex();
    let path = root.join(KNOWN).join(format!("{}.known_hosts", &mark.as_str()[..16]));
    let line = format!("{name} {}\n", key.trim());
    replace_file(&path, line.as_bytes()).map_err(|e| Trouble::new(Sort::Disk, e))?;
    std::path::absolute(path).map_err(Trouble::from)
}

/// A running `ssh` with a line of SFTP.
pub(super) struct Session {
    /// The line.
    pub wire: Arc<Wire>,
    child: Child,
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
