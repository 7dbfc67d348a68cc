//! The preview: the site as it would be published, up to date with every save, and the editor.
//!
//! In: a workspace. Out: pages to browsers on this machine, and events for whoever prints them. Never listens on anything
//! but this machine unless asked, never writes: only the editor does.
//!
//! `watch` tells the `keeper` what may have changed; it brings what it holds up to date and hangs it on the `board`.
//! Each connection has a thread: `head` → `guard` → `form` → `site`.

mod board;
mod connection;
pub mod exchange;
mod form;
mod guard;
mod head;
mod keeper;
mod path;
mod refusal;
mod secret;
mod site;
mod strangers;
mod watch;

pub use connection::Deadlines;
pub use guard::{LONGEST_FORM, LONGEST_UPLOAD};

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use crate::build::held::{Hint, Trouble, Update};
use crate::error::Error;
use crate::locale::Messages;
use crate::value::Date;
use board::Board;
use guard::Door;
use keeper::{Keeper, Message};
use site::Site;
use strangers::Strangers;

/// How many connections are served at once.
const MOST_CONNECTIONS: usize = 256;
/// How many ports are tried after one that is taken.
const PORTS: u16 = 20;

/// What the preview is asked to do.
pub struct Options {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// The port to listen on; 0 for any.
    pub port: u16,
    /// Whether the next free port will do.
    pub next_port: bool,
    /// Whether files are looked at again and again, for drives that tell nothing.
    pub poll: bool,
    /// Whether other devices may come in by a code.
    pub lan: bool,
    /// Today.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// Words for pages.
    pub words: &'static Messages,
    /// How long requests may take.
    pub deadlines: Deadlines,
    /// Told of everything that happens.
    pub tell: Arc<dyn Fn(&Event<'_>) + Send + Sync>,
}

/// What happened.
pub enum Event<'e> {
    /// So many communities of so many were read.
    Progress(usize, usize),
    /// Everything was read for the first time.
    Ready {
        /// Communities.
        communities: usize,
        /// Records shown.
        records: usize,
        /// How long it took.
        took: Duration,
        /// What is wrong.
        trouble: &'e [Trouble],
    },
    /// Something changed.
    Updated {
        /// What was done, and why.
        update: &'e Update,
        /// What the system told.
        hint: &'e Hint,
        /// How long it took.
        took: Duration,
        /// What is wrong now.
        trouble: &'e [Trouble],
    },
    /// Portals and search are up to date again.
    Followed(Duration),
    /// A code for another device.
    Code(&'e str),
    /// Something could not be done.
    Failed(&'e Error),
}

/// A preview that runs as long as this is held.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// Whether files are looked at again and again.
    pub polls: bool,
    /// What every write must know.
    pub token: String,
    stop: Arc<AtomicBool>,
    keeper: Sender<Message>,
    _watch: watch::Watch,
}

/// Starts the preview: it listens at once, and shows pages when they are read.
///
/// # Errors
/// Where the port is taken, or the workspace cannot be watched.
pub fn start(options: Options) -> Result<Running, Error> {
    let listener = listen(&options)?;
    let address = listener.local_addr().map_err(|e| Error::io("io-listen", options.port, e))?;
    let options = Arc::new(options);
    let (board, (sender, messages)) = (Arc::new(Board::default()), channel());
    // Watching comes before reading: what is saved in between is not lost.
    let hints = sender.clone();
    let watch = watch::watch(&options.root, options.poll, move |hint| {
        let _ = hints.send(Message::Changed(hint));
    })?;
    let keeper = Keeper::new(options.clone(), board.clone(), messages, sender.clone());
    std::thread::spawn(move || keeper.run());
    let token = secret::token();
    let tell = options.tell.clone();
    let strangers = Strangers::new(options.lan, Box::new(move |code| tell(&Event::Code(code))));
    let door = Arc::new(Door { port: address.port(), lan: options.lan, token: token.clone() });
    let site = Arc::new(Site {
        options,
        board,
        keeper: sender.clone(),
        token: token.clone(),
        strangers,
        open: AtomicUsize::new(0),
    });
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    std::thread::spawn(move || accept(&listener, &door, &site, &stopped));
    Ok(Running { address, polls: watch.polls, token, stop, keeper: sender, _watch: watch })
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = self.keeper.send(Message::Stop);
        // The listener sleeps until somebody comes.
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let _ = TcpStream::connect_timeout(&SocketAddr::new(ip, self.address.port()), Duration::from_secs(1));
    }
}

fn listen(options: &Options) -> Result<TcpListener, Error> {
    let ip = if options.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let last = if options.next_port && options.port != 0 { options.port.saturating_add(PORTS) } else { options.port };
    let mut failed = io::Error::from(io::ErrorKind::AddrInUse);
    for port in options.port..=last {
        match TcpListener::bind((ip, port)) {
            Ok(listener) => return Ok(listener),
            Err(e) => failed = e,
        }
    }
    Err(Error::io("io-listen", options.port, failed))
}

fn accept(listener: &TcpListener, door: &Arc<Door>, site: &Arc<Site>, stop: &AtomicBool) {
    let serving = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let Ok(mut stream) = stream else { continue };
        let Ok(peer) = stream.peer_addr() else { continue };
        if serving.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
            serving.fetch_sub(1, Ordering::Relaxed);
            let _ = io::Write::write_all(
                &mut stream,
                b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            );
            continue;
        }
        let (door, site, serving) = (door.clone(), site.clone(), serving.clone());
        std::thread::spawn(move || {
            let deadlines = site.options.deadlines;
            connection::serve(&mut stream, peer.ip(), &door, &deadlines, &site);
            serving.fetch_sub(1, Ordering::Relaxed);
        });
    }
}
