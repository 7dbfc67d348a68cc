//! The keeper: the one thread that knows the records.
//!
//! In: hints from the watcher, wishes of requests. Out: states for the board, and what it did. Portals and search are made
//! on a thread beside it, so that an edit never waits for them.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::{Duration, Instant};

use super::board::{Board, Shown};
use super::{Event, Options};
use crate::build::held::{Followed, Held, Hint};
use crate::error::Error;
use crate::world::DiskWorld;

/// What the keeper is told.
pub(super) enum Message {
    /// Something may have changed.
    Changed(Hint),
    /// Somebody wants the site of a community; tell them when it is there, or cannot be.
    Open(String, SyncSender<()>),
    /// Somebody wants portals and search as new as the records.
    Fresh(SyncSender<()>),
    /// Portals and search are made.
    Followed(Result<Followed, Error>, Duration),
    /// The preview ends.
    Stop,
}

/// How long portals and search wait after an edit, so that the edited page comes first: until then somebody is likely to
/// save again, and nobody has asked for them.
const CALM: Duration = Duration::from_millis(300);
/// How often it is seen whether there is a new day.
const DAY: Duration = Duration::from_secs(30);
/// How often a file that cannot be read is tried again: it may be in the midst of being saved.
const TRIES: u32 = 20;

pub(super) struct Keeper {
    pub options: Arc<Options>,
    pub board: Arc<Board>,
    pub messages: Receiver<Message>,
    pub sender: Sender<Message>,
    held: Held,
    ids: Arc<BTreeSet<String>>,
    following: bool,
    waiting: Vec<SyncSender<()>>,
    day: Option<crate::value::Date>,
}

impl Keeper {
    pub(super) fn new(
        options: Arc<Options>,
        board: Arc<Board>,
        messages: Receiver<Message>,
        sender: Sender<Message>,
    ) -> Self {
        let (held, ids) = (Held::default(), Arc::default());
        Self { options, board, messages, sender, held, ids, following: false, waiting: Vec::new(), day: None }
    }

    /// Works until told to stop.
    pub(super) fn run(mut self) {
        self.update(&Hint::Everything);
        loop {
            let behind = self.held.is_stale() && !self.following;
            match self.messages.recv_timeout(if behind { CALM } else { DAY }) {
                Ok(Message::Changed(hint)) => self.update(&hint),
                Ok(Message::Open(id, done)) => {
                    let opened = self.held.open(&self.world(), &id);
                    if let Err(error) = opened {
                        (self.options.tell)(&Event::Failed(&error));
                    }
                    self.show();
                    let _ = done.try_send(());
                }
                Ok(Message::Fresh(done)) => {
                    self.waiting.push(done);
                    self.follow();
                }
                Ok(Message::Followed(result, took)) => self.followed(result, took),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) if behind => self.follow(),
                // A new day makes things late.
                Err(RecvTimeoutError::Timeout) => {
                    if self.day.is_some_and(|day| day != (self.options.today)()) {
                        self.update(&Hint::Paths(BTreeSet::new()));
                    }
                }
            }
        }
    }

    fn world(&self) -> DiskWorld {
        DiskWorld::new(self.options.root.clone(), (self.options.today)())
    }

    fn update(&mut self, hint: &Hint) {
        let world = self.world();
        let first = self.day.is_none();
        self.day = Some((self.options.today)());
        let start = Instant::now();
        let mut tries = 0;
        let watched = self.board.watched();
        let tell = self.options.tell.clone();
        let progress = |done: usize, of: usize| {
            if of > 1 {
                tell(&Event::Progress(done, of));
            }
        };
        let update = loop {
            match self.held.update(&world, hint, &watched, &progress) {
                Ok(update) => break update,
                Err(error) => {
                    tries += 1;
                    if tries >= TRIES {
                        (self.options.tell)(&Event::Failed(&error));
                        break Default::default();
                    }
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
        };
        self.ids = Arc::new(self.held.ids().cloned().collect());
        self.show();
        let took = start.elapsed();
        let trouble = self.board.now().trouble.clone();
        if first {
            let records = self.held.records();
            (self.options.tell)(&Event::Ready { communities: self.ids.len(), records, took, trouble: &trouble });
        } else if !update.communities.is_empty() || update.settings || update.theme || *hint != Hint::Everything {
            (self.options.tell)(&Event::Updated { update: &update, hint, took, trouble: &trouble });
        }
        if first || self.board.portals_are_watched() {
            self.follow();
        }
    }

    fn show(&self) {
        let sites = self.held.sites().map(|(id, site)| (id.clone(), site.clone())).collect();
        self.board.put(Shown {
            version: 0,
            ready: true,
            ids: self.ids.clone(),
            sites,
            portal: self.held.portal().clone(),
            search: self.held.search().clone(),
            stale: self.held.is_stale() || self.following,
            assets: self.held.assets(),
            trouble: Arc::new(self.held.trouble()),
        });
    }

    /// Begins to make portals and search, where they lag behind and are not being made already; tells who waits for them
    /// where they do not.
    fn follow(&mut self) {
        if self.following {
            return;
        }
        let Some(step) = self.held.follow() else {
            for done in self.waiting.drain(..) {
                let _ = done.try_send(());
            }
            return;
        };
        self.following = true;
        let (world, sender) = (self.world(), self.sender.clone());
        std::thread::spawn(move || {
            let start = Instant::now();
            let _ = sender.send(Message::Followed(quietly(|| step.run(&world)), start.elapsed()));
        });
    }

    fn followed(&mut self, result: Result<Followed, Error>, took: Duration) {
        self.following = false;
        if let Err(error) = &result {
            (self.options.tell)(&Event::Failed(error));
        }
        self.held.followed(result);
        (self.options.tell)(&Event::Followed(took));
        // Whoever waits looks at the board when told: what is new must hang there by then.
        self.show();
        if !self.held.is_stale() || !self.waiting.is_empty() {
            self.follow();
        }
    }
}

/// Does a long piece of work on one processor, and lets everything else go first, so that the next edit and the browser
/// need not wait for it.
fn quietly<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).start_handler(|_| step_back()).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Lets other threads go first from now on. Linux keeps this by thread, other systems by process.
#[cfg(target_os = "linux")]
fn step_back() {
    // Where the system refuses it is only less quiet.
    let _ = rustix::process::setpriority_process(None, 10);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}
