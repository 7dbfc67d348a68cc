//! What is shown at the moment.
//!
//! In: the newest state, from the keeper. Out: the same, to whoever asks or waits for it. Never changes a state: a new
//! one takes its place, so that an answer is of one state as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::build::held::Trouble;
use crate::bundle::{Bundle, Output, Parts};

/// A state of everything.
#[derive(Default, Clone)]
pub(super) struct Shown {
    /// Grows by one with every state.
    pub version: u64,
    /// Whether everything was read for the first time.
    pub ready: bool,
    /// All communities.
    pub ids: Arc<BTreeSet<String>>,
    /// The sites that are made.
    pub sites: BTreeMap<String, Arc<Bundle>>,
    pub portal: Arc<Bundle>,
    pub search: Arc<Parts>,
    /// Whether portals and search lag behind.
    pub stale: bool,
    /// Hashes of the theme's style sheets and of its other files.
    pub assets: ([u8; 32], [u8; 32]),
    /// What keeps the newest from being shown.
    pub trouble: Arc<Vec<Trouble>>,
}

/// Where a path leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'p> {
    /// Into the site of a community, and where in it.
    Site(&'p str, &'p str),
    /// Into the data of the search over all.
    Search(&'p str),
    /// Into the portals.
    Portal(&'p str),
}

/// What was found at a path.
pub(super) enum Found<'s> {
    File(&'s str, &'s Output),
    /// The path is that of a folder and lacks its `/`.
    Folder,
    /// The page that says that there is nothing.
    Missing(Option<&'s Output>),
    /// It is not made yet.
    Unmade,
}

impl Shown {
    /// Where a path leads; the path begins with `/`.
    pub(super) fn part<'p>(&self, path: &'p str) -> Part<'p> {
        let plain = &path[1..];
        let (first, rest) = plain.split_once('/').unwrap_or((plain, ""));
        if self.ids.contains(first) {
            Part::Site(first, rest)
        } else if first == crate::route::PORTAL_SEARCH {
            Part::Search(rest)
        } else {
            Part::Portal(plain)
        }
    }

    /// What stands at a path: looked up among addresses, nothing else.
    pub(super) fn find(&self, path: &str) -> Found<'_> {
        let (bundle, inner) = match self.part(path) {
            Part::Site(id, "") if !path.ends_with('/') => {
                return if self.sites.contains_key(id) { Found::Folder } else { Found::Unmade };
            }
            Part::Site(id, inner) => match self.sites.get(id) {
                Some(site) => (site, inner),
                None => return Found::Unmade,
            },
            Part::Search(inner) => {
                let file = self.search.entry(inner);
                return file.map_or(Found::Missing(None), |(route, output)| Found::File(route, output));
            }
            Part::Portal(inner) => (&self.portal, inner),
        };
        let route =
            if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() };
        match bundle.entry(&route) {
            Some((route, output)) => Found::File(route, output),
            None if bundle.get(&format!("{inner}/index.html")).is_some() => Found::Folder,
            None if route.starts_with("assets/") => match newest(bundle, &route) {
                Some((route, output)) => Found::File(route, output),
                None => Found::Missing(bundle.get("404.html")),
            },
            None => Found::Missing(bundle.get("404.html")),
        }
    }

    /// A hash of what a visitor at a path sees; none where it is not made.
    pub(super) fn hash(&self, path: &str) -> Option<String> {
        match self.find(path) {
            Found::File(_, output) => Some(said(output)),
            Found::Missing(output) => Some(output.map(|o| format!("x{}", said(o))).unwrap_or_default()),
            Found::Folder | Found::Unmade => None,
        }
    }
}

/// The file of the theme that was at an address when the page that asks for it was loaded, as it is now.
fn newest<'b>(bundle: &'b Bundle, asked: &str) -> Option<(&'b str, &'b Output)> {
    let plain = crate::route::plain_asset(asked)?;
    bundle.iter().find(|(route, _)| crate::route::plain_asset(route).as_ref() == Some(&plain))
}

/// The first half of a file's hash: enough to tell versions of a page apart.
pub(super) fn hex(output: &Output) -> String {
    crate::text::hex(&output.sha256[..16])
}

/// The same of what a page says: which version of a style sheet shows it is a matter of that sheet alone.
pub(super) fn said(output: &Output) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut rest = output.bytes.as_ref().map_or(&output.sha256[..], |bytes| bytes.as_slice());
    while let Some(at) = rest.windows(SHEET.len()).position(|w| w == SHEET) {
        let name = rest[..at].iter().rposition(|b| !b.is_ascii_graphic() || *b == b'/').map_or(0, |before| before + 1);
        let plain =
            std::str::from_utf8(&rest[name..at]).map_or(at, |stem| name + crate::route::without_hash(stem).len());
        hasher.update(&rest[..plain]).update(SHEET);
        rest = &rest[at + SHEET.len()..];
    }
    hasher.update(rest);
    hasher.finalize().to_hex()[..32].to_owned()
}

/// How names of style sheets end.
const SHEET: &[u8] = b".css";

/// Where the newest state hangs.
#[derive(Default)]
pub(super) struct Board {
    shown: Mutex<Arc<Shown>>,
    changed: Condvar,
    /// Paths of the pages that are open somewhere, by number.
    watched: Mutex<(u64, BTreeMap<u64, String>)>,
}

impl Board {
    /// The newest state.
    pub(super) fn now(&self) -> Arc<Shown> {
        self.shown.lock().expect("no thread panics while it holds the board").clone()
    }

    /// Puts up a new state.
    pub(super) fn put(&self, mut shown: Shown) {
        let mut place = self.shown.lock().expect("no thread panics while it holds the board");
        shown.version = place.version + 1;
        *place = Arc::new(shown);
        self.changed.notify_all();
    }

    /// Waits for a state that is newer than `version`, for a while.
    pub(super) fn newer(&self, version: u64, patience: Duration) -> Option<Arc<Shown>> {
        let place = self.shown.lock().expect("no thread panics while it holds the board");
        let (place, _) = self
            .changed
            .wait_timeout_while(place, patience, |shown| shown.version == version)
            .expect("no thread panics while it holds the board");
        (place.version != version).then(|| place.clone())
    }

    /// Notes that a page is open; it is as long as the note is held.
    pub(super) fn watch(&self, path: &str) -> Watching<'_> {
        let mut watched = self.watched.lock().expect("no thread panics while it holds the notes");
        watched.0 += 1;
        let number = watched.0;
        watched.1.insert(number, path.to_owned());
        Watching { board: self, number }
    }

    /// Whether a page of the portals is open, or one of the search over all.
    pub(super) fn portals_are_watched(&self) -> bool {
        let shown = self.now();
        let watched = self.watched.lock().expect("no thread panics while it holds the notes");
        watched.1.values().any(|path| !matches!(shown.part(path), Part::Site(..)))
    }

    /// The communities of which a page is open.
    pub(super) fn watched(&self) -> BTreeSet<String> {
        let shown = self.now();
        let watched = self.watched.lock().expect("no thread panics while it holds the notes");
        let of = |path: &String| match shown.part(path) {
            Part::Site(id, _) => Some(id.to_owned()),
            _ => None,
        };
        watched.1.values().filter_map(of).collect()
    }
}

/// A note that a page is open.
pub(super) struct Watching<'b> {
    board: &'b Board,
    number: u64,
}

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        if let Ok(mut watched) = self.board.watched.lock() {
            watched.1.remove(&self.number);
        }
    }
}
