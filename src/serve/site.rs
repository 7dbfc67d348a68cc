//! What is answered to a request that was let through.
//!
//! In: a request. Out: a file of the site from memory, a page of the editor, or events for an open page. No path of a
//! request reaches the disk: it is looked up among the addresses of the bundles.

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, sync_channel};
use std::time::Duration;

use serde_json::json;

use super::Options;
use super::board::{Board, Found, Part, Shown, hex, said};
use super::connection::{Answer, MANNERS};
use super::exchange::{Method, Request, Response};
use super::guard;
use super::keeper::Message;
use super::refusal::Refusal;
use super::strangers::Strangers;
use crate::build::held::Trouble;
use crate::bundle::Output;
use crate::diagnostic::Told;
use crate::editor::{self, Desk};
use crate::format::content_type;
use crate::locale::Messages;
use crate::world::DiskWorld;

const SCRIPT: &str = include_str!("page/live.js");
const STYLE: &str = include_str!("page/live.css");

/// How long somebody waits for what is being made.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often an open page hears that the preview is still there.
const PULSE: Duration = Duration::from_secs(15);
/// How many open pages hear of changes at once.
const MOST_OPEN: usize = 64;
/// What stands in a path as it is.
const PLAIN: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');
/// How many mistakes a page is told.
const MOST_TOLD: usize = 50;

/// Everything that answers.
pub(super) struct Site {
    pub options: Arc<Options>,
    pub board: Arc<Board>,
    pub keeper: Sender<Message>,
    pub token: String,
    pub strangers: Strangers,
    pub open: AtomicUsize,
}

impl Site {
    pub(super) fn words(&self) -> &'static Messages {
        self.options.words
    }

    pub(super) fn strangers(&self) -> &Strangers {
        &self.strangers
    }

    /// Answers a request. `known` is what the browser has of it already.
    pub(super) fn answer(&self, request: &Request, known: Option<&str>) -> Result<Answer, Refusal> {
        let path = request.path.as_str();
        if path.starts_with(guard::EDITOR) || path == guard::EDITOR.trim_end_matches('/') {
            return Ok(Answer::Whole(self.editor(request)));
        }
        if request.method == Method::Post {
            return Err(Refusal::METHOD);
        }
        let told =
            |name: &str| request.query.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        let own = match path {
            "/_serve/live.js" => fresh(SCRIPT, "text/javascript; charset=utf-8"),
            "/_serve/live.css" => fresh(STYLE, "text/css; charset=utf-8"),
            // Browsers ask for it by themselves; a theme may have one.
            "/favicon.ico" if self.board.now().portal.get("favicon.ico").is_none() => {
                Response { status: 204, ..fresh("", "image/x-icon") }
            }
            "/_serve/events" => {
                let at = told("at");
                // A page that is none of ours has nothing to hear.
                let at = super::path::read(&at).map(|(path, _)| path)?;
                return Ok(Answer::Events(at, told("hash")));
            }
            _ => return Ok(Answer::Whole(self.file(path, known))),
        };
        Ok(Answer::Whole(own))
    }

    fn editor(&self, request: &Request) -> Response {
        let world = DiskWorld::new(self.options.root.clone(), (self.options.today)());
        let desk = Desk { world: &world, root: &self.options.root, token: &self.token, words: self.options.words };
        let mut response = editor::answer(&desk, request);
        if !response.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("cache-control")) {
            response.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
        }
        response
    }

    /// A file of the site.
    fn file(&self, path: &str, known: Option<&str>) -> Response {
        let shown = self.made(path);
        if !shown.ready || (shown.ids.is_empty() && shown.portal.is_empty()) {
            return self.instead(503, if shown.ready { "serve-nothing" } else { "serve-reading" }, "none");
        }
        match shown.find(path) {
            Found::File(route, output) => file(200, route, output, known, &self.words().word("serve-edit")),
            Found::Folder => {
                let mut response = Response::see_other(&format!("{}/", escaped(path)));
                response.status = 302;
                response
            }
            Found::Missing(Some(output)) => file(404, "404.html", output, None, ""),
            Found::Missing(None) => self.instead(404, "serve-missing", ""),
            Found::Unmade => self.instead(503, "serve-unmade", "none"),
        }
    }

    /// The newest state in which the part of a path is made.
    fn made(&self, path: &str) -> Arc<Shown> {
        let shown = self.board.now();
        let (done, wait) = sync_channel(1);
        let message = match shown.part(path) {
            Part::Site(id, _) if !shown.sites.contains_key(id) => Message::Open(id.to_owned(), done),
            Part::Portal(_) | Part::Search(_) if shown.stale => Message::Fresh(done),
            _ => return shown,
        };
        if self.keeper.send(message).is_ok() {
            let _ = wait.recv_timeout(PATIENCE);
        }
        self.board.now()
    }

    /// A page in place of one that cannot be shown; it goes by itself when that can.
    fn instead(&self, status: u16, why: &str, hash: &str) -> Response {
        let text = self.options.words.word(why);
        let html = format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width,initial-scale=1\"><title>gongkai</title>\
             <link rel=\"stylesheet\" href=\"/_serve/live.css\"></head><body><main class=\"gongkai-instead\"><p>{text}</p></main>{}",
            tag(hash, "")
        );
        let mut response = Response::html(status, html);
        response.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
        response
    }

    /// Tells an open page of what concerns it, until it is closed.
    pub(super) fn events(&self, stream: &mut TcpStream, path: &str, hash: &str) -> io::Result<()> {
        if self.open.fetch_add(1, Ordering::Relaxed) >= MOST_OPEN {
            self.open.fetch_sub(1, Ordering::Relaxed);
            return stream
                .write_all(b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        }
        let told = self.tell(stream, path, hash);
        self.open.fetch_sub(1, Ordering::Relaxed);
        told
    }

    fn tell(&self, stream: &mut TcpStream, path: &str, hash: &str) -> io::Result<()> {
        let head = "Content-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close\r\n";
        stream.write_all(format!("HTTP/1.1 200 OK\r\n{MANNERS}{head}\r\nretry: 500\n\n").as_bytes())?;
        let _watching = self.board.watch(path);
        let mut shown = self.board.now();
        let (mut hash, mut assets, mut trouble) = (hash.to_owned(), shown.assets, None);
        loop {
            let mut text = String::new();
            let now = self.told(&shown, path);
            if trouble.as_ref() != Some(&now) {
                text.push_str(&event("trouble", &json!({ "list": now })));
                trouble = Some(now);
            }
            if shown.assets.1 != assets.1 {
                text.push_str(&event("page", &json!({})));
            } else if let Some(new) = shown.hash(path).filter(|new| shown.ready && *new != hash) {
                text.push_str(&event("page", &json!({ "hash": new })));
                hash = new;
            } else if shown.assets.0 != assets.0 {
                text.push_str(&event("style", &json!({})));
            }
            assets = shown.assets;
            if !text.is_empty() {
                stream.write_all(text.as_bytes())?;
            }
            loop {
                match self.board.newer(shown.version, PULSE) {
                    Some(newer) => {
                        shown = newer;
                        break;
                    }
                    None => stream.write_all(b": \n\n")?,
                }
            }
        }
    }

    /// The mistakes that a page is told: those of its own community first, and which of them keep it from being new.
    fn told(&self, shown: &Shown, path: &str) -> Vec<serde_json::Value> {
        let words = self.options.words;
        let here = match shown.part(path) {
            Part::Site(id, _) => Some(format!("content/communities/{id}/")),
            _ => None,
        };
        let of = |trouble: &Trouble| -> (bool, Told) {
            match trouble {
                Trouble::Report(report) => {
                    let elsewhere = report.place.path.starts_with("content/communities/");
                    let near = here.as_ref().is_none_or(|here| !elsewhere || report.place.path.starts_with(here));
                    (near, report.told(words))
                }
                Trouble::Other(error) => {
                    let sentence = error.told(words);
                    let severity = words.word("severity-error");
                    let none = String::new;
                    (true, Told { code: none(), severity, sentence, help: none(), basis: none(), places: Vec::new() })
                }
            }
        };
        let mut all: Vec<(bool, Told)> = shown.trouble.iter().map(of).collect();
        all.sort_by_key(|(near, _)| !near);
        let count = all.len();
        let text = |id: &str| words.text(id, &[("count", count.to_string())]);
        let labels = json!({
            "title": text("serve-over-title"), "last": text("serve-over-last"), "close": text("serve-over-close"),
            "open": text("serve-over-open"), "help": words.word("label-help"), "basis": words.word("label-basis"),
        });
        let shown = all.into_iter().take(MOST_TOLD);
        shown.map(|(near, told)| json!({ "near": near, "count": count, "labels": labels, "told": told })).collect()
    }
}

fn event(name: &str, data: &serde_json::Value) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}

/// The script that listens, for a page with this hash; `edit` is the word of the way to its form.
fn tag(hash: &str, edit: &str) -> String {
    format!("<script src=\"/_serve/live.js\" data-hash=\"{hash}\" data-edit=\"{edit}\"></script>\n")
}

fn file(status: u16, route: &str, output: &Output, known: Option<&str>, edit: &str) -> Response {
    let page = route.ends_with(".html");
    let missing = if status == 404 { "x" } else { "" };
    let hash = format!("{missing}{}", if page { said(output) } else { hex(output) });
    let mark = format!("\"{missing}{}{}\"", hex(output), if page { "-live" } else { "" });
    let headers = vec![("Cache-Control".to_owned(), "no-cache".to_owned()), ("ETag".to_owned(), mark.clone())];
    if known == Some(mark.as_str()) {
        return Response { status: 304, kind: String::new(), headers, body: Vec::new() };
    }
    let mut body = output.bytes.as_ref().map(|bytes| bytes.to_vec()).unwrap_or_default();
    if page {
        body.extend_from_slice(tag(&hash, edit).as_bytes());
    }
    Response { status, kind: content_type::of(route).to_owned(), headers, body }
}

fn fresh(text: &str, kind: &str) -> Response {
    let mark = format!("\"{}\"", &blake3::hash(text.as_bytes()).to_hex()[..16]);
    let headers = vec![("Cache-Control".to_owned(), "max-age=3600".to_owned()), ("ETag".to_owned(), mark)];
    Response { status: 200, kind: kind.to_owned(), headers, body: text.as_bytes().to_vec() }
}

/// A path as a header may hold it.
fn escaped(path: &str) -> String {
    percent_encoding::utf8_percent_encode(path, PLAIN).to_string()
}
