//! Ways into destinations.
//!
//! In: a destination, its secrets. Out: a door that reads, puts and removes files there. Never decides what to do with
//! it, and never keeps a secret longer than the door is open.

mod folder;
#[cfg(feature = "publish")]
mod ftp;
mod sftp;
#[cfg(feature = "publish")]
mod store;
#[cfg(feature = "publish")]
mod web;

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::error::Error;
use crate::format::{cache, content_type};
use crate::record::destination::{Address, Destination, Way};

pub use folder::Folder;
#[cfg(feature = "publish")]
pub use web::fetch;

/// How long a connection or an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often something is tried again that may pass, and the first pause; each further one is twice as long.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(400);

/// What a host should tell browsers about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its content type.
    pub kind: &'static str,
    /// How long it may be kept, as `Cache-Control` says it.
    pub cache: &'static str,
}

impl Head {
    /// The head of what stands at a path.
    pub fn of(path: &str) -> Self {
        Self { kind: content_type::of(path), cache: cache(path) }
    }
}

/// What sort of trouble a destination makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It may pass: a line that broke, a server that is busy.
    Passing,
    /// User, password or key are wrong or missing.
    Login,
    /// The server is not the one that is known.
    HostKey,
    /// The server refuses: rights, room, names.
    Refused,
    /// A disk of this computer refuses.
    Disk,
    /// A program that is needed is not installed.
    Program,
    /// This program was built without the way.
    NotBuilt,
}

/// Trouble with a destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Of what sort.
    pub sort: Sort,
    /// What the other side said.
    pub cause: String,
}

impl Trouble {
    /// Trouble of a sort; the sentence that tells it has a full stop of its own.
    pub fn new(sort: Sort, cause: impl ToString) -> Self {
        Self { sort, cause: cause.to_string().trim().trim_end_matches('.').to_owned() }
    }

    /// The error that tells it, at a path.
    pub fn at(self, path: &str) -> Error {
        let action = match self.sort {
            Sort::Passing => "network-unreachable",
            Sort::Login => "network-login",
            Sort::HostKey => "network-host-key",
            Sort::Refused => "network-refused",
            Sort::Program => "network-no-ssh",
            Sort::NotBuilt => "network-not-built",
            Sort::Disk => return Error::io("publish-disk", path, std::io::Error::other(self.cause)),
        };
        Error::Network { action, path: path.to_owned(), cause: self.cause }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::new(Sort::Disk, error)
    }
}

/// A place in which files can be read, put and removed, by paths with `/`.
///
/// A file that is put is there whole or as it was before, where the other side can rename; folders come by
/// themselves. Every method may be called from several threads at once.
pub trait Door: Send + Sync {
    /// How many files may be on their way at once.
    fn lanes(&self) -> usize;

    /// The bytes of a file; none where there is no such file.
    ///
    /// # Errors
    /// Where the other side does not answer, or refuses.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble>;

    /// Puts a file there, over one that may be there.
    ///
    /// # Errors
    /// As for [`Door::read`].
    fn put(&self, path: &str, bytes: &[u8], head: Head) -> Result<(), Trouble>;

    /// Takes a file away; one that is not there is no trouble.
    ///
    /// # Errors
    /// As for [`Door::read`].
    fn remove(&self, path: &str) -> Result<(), Trouble>;

    /// Makes sure that all that was put is kept, where that is not sure before.
    ///
    /// # Errors
    /// Where a disk refuses.
    fn settle(&self) -> Result<(), Trouble> {
        Ok(())
    }
}

/// A door to a file system that has links: whole publications can be switched by one move.
pub trait Disk: Door {
    /// Lets `to` be the same file as `from`; false where this file system cannot.
    ///
    /// # Errors
    /// Where the other side does not answer, or refuses.
    fn link(&self, from: &str, to: &str) -> Result<bool, Trouble>;

    /// What a path is.
    ///
    /// # Errors
    /// As for [`Disk::link`].
    fn what(&self, path: &str) -> Result<What, Trouble>;

    /// Lets the link `path` lead to `target`, in one move; an empty folder in its place gives way.
    ///
    /// # Errors
    /// As for [`Disk::link`].
    fn point(&self, path: &str, target: &str) -> Result<(), Trouble>;

    /// The names in a folder, sorted; none where there is no such folder.
    ///
    /// # Errors
    /// As for [`Disk::link`].
    fn names(&self, folder: &str) -> Result<Vec<String>, Trouble>;

    /// Takes a folder away with all that is in it.
    ///
    /// # Errors
    /// As for [`Disk::link`].
    fn clear(&self, folder: &str) -> Result<(), Trouble>;
}

/// What a path of a [`Disk`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nothing.
    Nothing,
    /// A link, and where it leads.
    Link(String),
    /// A folder with nothing in it.
    Empty,
    /// A folder or a file that holds something.
    Full,
}

/// An open destination.
pub enum Open {
    /// Files are put where readers find them, in order.
    Plain(Box<dyn Door>),
    /// Each publication is a folder of its own beside the link of this name.
    Switched(Box<dyn Disk>, String),
}

/// Gives a secret by its name: `USER`, `PASSWORD`, `KEY_ID`, `KEY_SECRET`, `KEY_TOKEN`, `SSH_KEY`.
pub type Secrets<'s> = &'s dyn Fn(&str) -> Option<String>;

/// Opens a destination; a relative folder is meant from `root`.
///
/// # Errors
/// Where it cannot be reached or does not let us in.
pub fn open(destination: &Destination, root: &Path, secrets: Secrets<'_>) -> Result<Open, Error> {
    let said = &destination.address.value;
    let place = destination.place().map_err(|_| Error::Configuration(format!("content/site.yaml: {said}")))?;
    let switched = destination.switches();
    let door: Result<Open, Trouble> = match place.way {
        Way::Folder if switched => {
            let (above, name) = parted(&place.path);
            Folder::open(&root.join(above)).map(|disk| Open::Switched(Box::new(disk), name))
        }
        Way::Folder => Folder::open(&root.join(&place.path)).map(|door| Open::Plain(Box::new(door))),
        Way::Sftp => {
            // A path may begin in the folder of whoever logs in.
            let whole = place.path.strip_prefix("/~/").unwrap_or(&place.path);
            let (above, name) = parted(whole);
            let base = if switched { above.as_str() } else { whole };
            let host_key = destination.host_key.as_ref().map(|k| k.value.as_str());
            sftp::Sftp::open(&place, base, root, host_key, secrets).map(|disk| match switched {
                true => Open::Switched(Box::new(disk), name),
                false => Open::Plain(Box::new(disk)),
            })
        }
        _ => packed(destination, &place, secrets).map(Open::Plain),
    };
    door.map_err(|trouble| trouble.at(said))
}

/// The ways that need packages of their own.
#[cfg(feature = "publish")]
fn packed(destination: &Destination, place: &Address, secrets: Secrets<'_>) -> Result<Box<dyn Door>, Trouble> {
    Ok(match place.way {
        Way::Ftp | Way::Ftps => Box::new(ftp::Ftp::open(place, secrets)?),
        _ => Box::new(store::Store::open(destination, place, secrets)?),
    })
}

/// The ways that need packages of their own, which this program was built without.
#[cfg(not(feature = "publish"))]
fn packed(_: &Destination, _: &Address, _: Secrets<'_>) -> Result<Box<dyn Door>, Trouble> {
    Err(Trouble::new(Sort::NotBuilt, "--no-default-features"))
}

/// What a reader gets, which this program was built without.
///
/// # Errors
/// Always.
#[cfg(not(feature = "publish"))]
pub fn fetch(_: &str, _: &str) -> Result<Option<Vec<u8>>, Trouble> {
    Err(Trouble::new(Sort::NotBuilt, "--no-default-features"))
}

/// The folder above a path, and its last name.
fn parted(path: &str) -> (String, String) {
    match path.rsplit_once(['/', '\\']) {
        Some(("", name)) => ("/".to_owned(), name.to_owned()),
        Some((above, name)) => (above.to_owned(), name.to_owned()),
        None => (String::new(), path.to_owned()),
    }
}

impl Open {
    /// The bytes of a file as readers find it; none where there is no such file.
    ///
    /// # Errors
    /// Where the other side does not answer, or refuses.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let read = match self {
            Self::Plain(door) => door.read(path),
            Self::Switched(disk, name) => disk.read(&format!("{name}/{path}")),
        };
        read.map_err(|trouble| trouble.at(path))
    }

    /// How many files may be on their way at once.
    pub fn lanes(&self) -> usize {
        match self {
            Self::Plain(door) => door.lanes(),
            Self::Switched(disk, _) => disk.lanes(),
        }
    }
}

/// Tries something again, a few times and each time after a longer pause, while its trouble may pass.
fn patiently<T>(mut attempt: impl FnMut() -> Result<T, Trouble>) -> Result<T, Trouble> {
    let mut pause = PAUSE;
    for _ in 1..TRIES {
        match attempt() {
            Err(trouble) if trouble.sort == Sort::Passing => sleep(pause),
            done => return done,
        }
        pause *= 2;
    }
    attempt()
}

/// The secrets of one door, asked for by name.
#[cfg(feature = "publish")]
fn needed(secrets: Secrets<'_>, name: &str) -> Result<String, Trouble> {
    secrets(name).ok_or_else(|| Trouble::new(Sort::Login, name))
}

/// The user that logs in: the one of the address, else the one of the secrets.
fn user(place: &Address, secrets: Secrets<'_>) -> Option<String> {
    place.user.clone().or_else(|| secrets("USER"))
}

/// Chooses how TLS is computed; certificates are judged by what the system trusts.
#[cfg(feature = "publish")]
fn trust() {
    // Whoever is second finds it chosen, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
