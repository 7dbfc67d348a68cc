//! What changes on disk.
//!
//! In: events of the system, or of looking again and again. Out: hints, gathered until a save is over. An event is only a
//! hint: whoever gets it reads and compares. Never reads a file itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, ErrorKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::build::held::Hint;
use crate::error::Error;

/// How long it must be quiet after a file was closed or moved into place.
const CLOSED: Duration = Duration::from_millis(2);
/// How long it must be quiet after any other event.
const QUIET: Duration = Duration::from_millis(25);
/// How long hints are gathered at most.
const LONGEST: Duration = Duration::from_millis(300);
/// How often a drive is looked at that tells nothing by itself.
const POLL: Duration = Duration::from_secs(1);

/// The folders of a workspace from which sites are made.
const FOLDERS: [&str; 3] = ["content", "themes", "ledger"];

type Told = notify::Result<notify::Event>;

/// A watcher that can be told to watch more.
type Shared = Arc<Mutex<Box<dyn Watcher + Send>>>;

/// Watches as long as it is held.
pub(super) struct Watch {
    _watcher: Shared,
    /// Whether files are looked at again and again.
    pub polls: bool,
}

/// Watches `content/`, `themes/` and `ledger/` of a workspace, and tells hints.
pub(super) fn watch(root: &Path, poll: bool, tell: impl Fn(Hint) + Send + 'static) -> Result<Watch, Error> {
    let root = root.canonicalize().map_err(|cause| Error::io("io-read", root.display(), cause))?;
    let (sender, events) = channel::<Told>();
    let failed = |e: notify::Error| Error::io("io-watch", root.display(), std::io::Error::other(e.to_string()));
    let (watcher, polls) = match start(&root, poll, sender.clone()) {
        // Too many folders for the system to watch: they can still be looked at.
        Err(e) if !poll && matches!(e.kind, ErrorKind::MaxFilesWatch | ErrorKind::Io(_)) => {
            (start(&root, true, sender).map_err(failed)?, true)
        }
        other => (other.map_err(failed)?, poll),
    };
    let watcher: Shared = Arc::new(Mutex::new(watcher));
    let weak = Arc::downgrade(&watcher);
    std::thread::spawn(move || {
        gather(&root, &events, &|hint| {
            // One of these folders that comes later.
            let new = |path: &&'static str| matches!(&hint, Hint::Paths(paths) if paths.contains(*path));
            for folder in FOLDERS.into_iter().filter(new) {
                if let Some(watcher) = weak.upgrade()
                    && let Ok(mut watcher) = watcher.lock()
                {
                    // Where it went instead of coming there is nothing to watch.
                    let _ = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
                }
            }
            tell(hint);
        });
    });
    Ok(Watch { _watcher: watcher, polls })
}

fn start(root: &Path, poll: bool, sender: std::sync::mpsc::Sender<Told>) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher: Box<dyn Watcher + Send> = if poll {
        // Contents are compared too: clocks of network drives are coarse.
        let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
        Box::new(PollWatcher::new(sender, config)?)
    } else {
        Box::new(RecommendedWatcher::new(sender, Config::default())?)
    };
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

/// Turns events into hints, one for each save.
fn gather(root: &Path, events: &Receiver<Told>, tell: &impl Fn(Hint)) {
    while let Ok(first) = events.recv() {
        let mut gathered = Gathered::default();
        gathered.add(root, first);
        let start = Instant::now();
        while !gathered.is_empty() {
            let quiet = if gathered.closed { CLOSED } else { QUIET };
            match events.recv_timeout(quiet) {
                Ok(next) => gathered.add(root, next),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if start.elapsed() > LONGEST {
                break;
            }
        }
        if let Some(hint) = gathered.hint() {
            tell(hint);
        }
    }
}

/// Hints that belong together.
#[derive(Debug, Default)]
struct Gathered {
    paths: BTreeSet<String>,
    /// Events were lost.
    everything: bool,
    /// The last event ended a save.
    closed: bool,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.everything
    }

    fn hint(self) -> Option<Hint> {
        if self.everything {
            return Some(Hint::Everything);
        }
        (!self.paths.is_empty()).then_some(Hint::Paths(self.paths))
    }

    fn add(&mut self, root: &Path, told: Told) {
        let event = match told {
            Ok(event) if !event.need_rescan() => event,
            _ => {
                self.everything = true;
                return;
            }
        };
        let Some(closed) = says_something(event.kind) else {
            return;
        };
        let paths: Vec<String> = event.paths.iter().filter_map(|path| inner(root, path)).collect();
        if !paths.is_empty() {
            self.closed = closed;
        }
        self.paths.extend(paths);
    }
}

/// Whether an event may mean a change, and then whether it ends a save. Reading and opening mean none: the preview reads
/// itself, and would never come to rest.
fn says_something(kind: EventKind) -> Option<bool> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) => Some(true),
        EventKind::Access(_) => None,
        _ => Some(false),
    }
}

/// The path from the workspace, with `/`; none for files that only editors and offices know.
fn inner(root: &Path, path: &Path) -> Option<String> {
    let inner: PathBuf = path.strip_prefix(root).ok()?.to_owned();
    let text = inner.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    let hidden = text.split('/').any(|part| part.starts_with(['.', '~', '#']));
    let name = text.rsplit('/').next().unwrap_or_default();
    let ends = ["~", ".swp", ".swx", ".tmp", ".TMP", ".bak", ".new", ".crdownload"];
    // vim tries whether it may write by a file of this name.
    let temporary = name == "4913" || ends.iter().any(|end| name.ends_with(end)) || name.contains("___jb_");
    let ours = FOLDERS.contains(&text.split('/').next().unwrap_or_default());
    (ours && !hidden && !temporary).then_some(text)
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, MetadataKind, RemoveKind, RenameMode};

    use super::*;

    #[test]
    fn files_of_editors_are_none_of_ours() {
        let root = Path::new("/w");
        for name in
            [".a.yaml.swp", "~$a.xlsx", "a.yaml~", "4913", "a.yaml.tmp", "#a.yaml#", "a.yaml___jb_tmp___", "a.new"]
        {
            assert_eq!(inner(root, &root.join("content/communities/x").join(name)), None, "{name}");
        }
        assert_eq!(inner(root, Path::new("/w/content/site.yaml")).as_deref(), Some("content/site.yaml"));
        let tile = "ledger/x/public/tile/0/000.p/9";
        assert_eq!(inner(root, &root.join(tile)).as_deref(), Some(tile));
        assert_eq!(inner(root, Path::new("/elsewhere/content/site.yaml")), None);
        assert_eq!(inner(root, root), None);
        assert_eq!(inner(root, Path::new("/w/output/index.html")), None);
    }

    #[test]
    fn reading_is_no_change() {
        for kind in
            [AccessKind::Any, AccessKind::Read, AccessKind::Open(AccessMode::Any), AccessKind::Close(AccessMode::Read)]
        {
            assert_eq!(says_something(EventKind::Access(kind)), None, "{kind:?}");
        }
        assert_eq!(says_something(EventKind::Access(AccessKind::Close(AccessMode::Write))), Some(true));
        assert_eq!(says_something(EventKind::Modify(ModifyKind::Name(RenameMode::To))), Some(true));
        for kind in [
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
            EventKind::Remove(RemoveKind::File),
            EventKind::Any,
        ] {
            assert_eq!(says_something(kind), Some(false), "{kind:?}");
        }
    }

    #[test]
    fn a_save_by_rename_is_one_hint_and_lost_events_mean_everything() {
        let (sender, events) = channel::<Told>();
        let (hints, told) = channel();
        let event = |kind, path: &str| Ok(notify::Event::new(kind).add_path(PathBuf::from(path)));
        let gathering =
            std::thread::spawn(move || gather(Path::new("/w"), &events, &move |hint| hints.send(hint).unwrap()));
        let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
        sender.send(event(EventKind::Create(CreateKind::File), "/w/content/.a.yaml.tmp")).unwrap();
        sender.send(event(name(RenameMode::From), "/w/content/.a.yaml.tmp")).unwrap();
        sender.send(event(name(RenameMode::To), "/w/content/a.yaml")).unwrap();
        sender.send(event(EventKind::Remove(RemoveKind::File), "/w/content/b.yaml")).unwrap();
        let paths = |list: &[&str]| Hint::Paths(list.iter().map(|p| (*p).to_owned()).collect());
        assert_eq!(told.recv(), Ok(paths(&["content/a.yaml", "content/b.yaml"])));
        let lost = notify::Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        sender.send(Ok(lost)).unwrap();
        assert_eq!(told.recv(), Ok(Hint::Everything));
        drop(sender);
        gathering.join().expect("gathering ends with its source");
    }
}
