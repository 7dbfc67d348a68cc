//! A preview of a small workspace, and a visitor who writes requests byte by byte.
//!
//! In: a workspace. Out: responses as they came. Never uses a client's library: it would mend what is to be refused.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use gongkai::locale::{Language, messages};
use gongkai::serve::{self, Deadlines, Event, Options, Running};

use super::TODAY;
use super::site::SiteTest;

/// How long anything may take before a test gives up; nothing is measured.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview that ends with the test.
pub struct Preview {
    pub running: Running,
    /// Codes for other devices, as they were told.
    pub codes: Arc<Mutex<Vec<String>>>,
}

/// A response as it came.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Status; 0 where nothing came.
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Reply {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &&str| line.split_once(": ").is_some_and(|(n, _)| n.eq_ignore_ascii_case(name));
        self.head.lines().find(named).and_then(|line| line.split_once(": ")).map(|(_, value)| value)
    }
}

impl Preview {
    /// Starts a preview and waits until it has read everything.
    pub fn of(site: &SiteTest) -> Self {
        Self::start(site, false, false)
    }

    /// With files looked at again and again, or open to other devices.
    pub fn start(site: &SiteTest, poll: bool, lan: bool) -> Self {
        let preview = Self::started(site, poll, lan);
        preview.until("/", |reply| reply.status != 503);
        preview
    }

    /// A preview that may have nothing to show yet.
    pub fn start_unready(site: &SiteTest) -> Self {
        Self::started(site, false, false)
    }

    fn started(site: &SiteTest, poll: bool, lan: bool) -> Self {
        let codes = Arc::new(Mutex::new(Vec::new()));
        let heard = codes.clone();
        let running = serve::start(Options {
            root: site.root().to_owned(),
            port: 0,
            next_port: false,
            poll,
            lan,
            today: Box::new(|| TODAY),
            words: messages(Language::Chinese),
            deadlines: Deadlines {
                head: Duration::from_millis(700),
                body: Duration::from_millis(700),
                idle: Duration::from_secs(20),
            },
            tell: Arc::new(move |event| {
                if let Event::Code(code) = event {
                    heard.lock().expect("codes").push((*code).to_owned());
                }
            }),
        })
        .expect("a free port");
        Self { running, codes }
    }

    pub fn port(&self) -> u16 {
        self.running.address.port()
    }

    /// `127.0.0.1:PORT`.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port())
    }

    /// Sends bytes, then waits for all that comes back. `{host}`, `{port}` and `{token}` stand for the real ones.
    pub fn raw(&self, text: &str) -> Reply {
        self.raw_from("127.0.0.1", text)
    }

    /// The same to another address of this machine.
    pub fn raw_from(&self, ip: &str, text: &str) -> Reply {
        let mut stream = TcpStream::connect((ip, self.port())).expect("the preview listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a deadline");
        // A refusal may close the connection before all of it is sent.
        let _ = stream.write_all(self.filled(text).as_bytes());
        reply(&mut stream)
    }

    /// Fills in what only this run knows.
    pub fn filled(&self, text: &str) -> String {
        let text = text.replace("{host}", &self.host()).replace("{port}", &self.port().to_string());
        text.replace("{token}", &self.running.token)
    }

    /// Asks for a path as a browser's address line does.
    pub fn get(&self, path: &str) -> Reply {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {{host}}\r\nConnection: close\r\n\r\n"))
    }

    /// Asks until an answer is as wanted.
    pub fn until(&self, path: &str, wanted: impl Fn(&Reply) -> bool) -> Reply {
        let start = Instant::now();
        loop {
            let reply = self.get(path);
            if wanted(&reply) {
                return reply;
            }
            assert!(start.elapsed() < PATIENCE, "{path} never came as wanted; last: {} {}", reply.status, reply.body);
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Opens the events of a page and reads until one of these words came.
    pub fn events(&self, path: &str, hash: &str) -> Events {
        let mut stream = TcpStream::connect(self.running.address).expect("the preview listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a deadline");
        let host = self.host();
        let head = format!("GET /_serve/events?at={path}&hash={hash} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        stream.write_all(head.as_bytes()).expect("sent");
        Events { stream, text: String::new() }
    }
}

/// The events of an open page.
pub struct Events {
    stream: TcpStream,
    text: String,
}

impl Events {
    /// Reads until an event of this name came; gives its data, and forgets what came before.
    pub fn next(&mut self, name: &str) -> String {
        let start = format!("event: {name}\ndata: ");
        let began = Instant::now();
        loop {
            // The preview's pulse keeps the reading awake.
            assert!(began.elapsed() < PATIENCE, "no {name} came: {}", self.text);
            if let Some((_, rest)) = self.text.split_once(&start)
                && let Some((data, rest)) = rest.split_once("\n\n")
            {
                let (data, rest) = (data.to_owned(), rest.to_owned());
                self.text = rest;
                return data;
            }
            let mut bytes = [0; 65536];
            let count = self.stream.read(&mut bytes).unwrap_or_else(|e| panic!("no {name}: {e}; {}", self.text));
            assert!(count > 0, "the preview went away before {name}: {}", self.text);
            self.text.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
    }
}

fn reply(stream: &mut TcpStream) -> Reply {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let _ = stream.shutdown(Shutdown::Both);
    let text = String::from_utf8_lossy(&bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return Reply::default();
    };
    let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or_default();
    Reply { status, head: head.to_owned(), body: body.to_owned() }
}
