//! One connection: requests in, responses out, one after another.
//!
//! In: a stream. Out: bytes on it. Everything has a deadline and a length: a stranger who sends slowly or without end
//! loses the connection and nothing else happens.

use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream};
use std::time::{Duration, Instant};

use super::exchange::{Form, Method, Request, Response};
use super::guard::{Asked, Door};
use super::head::{Head, LONGEST};
use super::refusal::Refusal;
use super::{form, site::Site};

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub struct Deadlines {
    /// Until a head that began is whole.
    pub head: Duration,
    /// Until a body is whole.
    pub body: Duration,
    /// Until the next request.
    pub idle: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { head: seconds(10), body: seconds(60), idle: seconds(75) }
    }
}

/// What is answered to a request.
pub(super) enum Answer {
    /// This, and then the next request.
    Whole(Response),
    /// Events for the page of this path, which has this hash, until one side goes.
    Events(String, String),
}

/// Serves a connection until one side has had enough.
pub(super) fn serve(stream: &mut TcpStream, peer: IpAddr, door: &Door, deadlines: &Deadlines, site: &Site) {
    // A browser waits for what is small, and a reload is many small things.
    let _ = stream.set_nodelay(true);
    let _ = stream.set_write_timeout(Some(Duration::from_secs(30)));
    let mut buffer = Vec::new();
    loop {
        let (head, mut rest) = match head(stream, std::mem::take(&mut buffer), deadlines) {
            Ok(Some(read)) => read,
            Ok(None) => return,
            Err(refusal) => return refuse(stream, refusal, site),
        };
        let asked = match door.look(&head) {
            Ok(asked) => asked,
            Err(refusal) => return refuse(stream, refusal, site),
        };
        let body = match body(stream, &mut rest, asked.length, &head, deadlines) {
            Ok(body) => body,
            Err(refusal) => return refuse(stream, refusal, site),
        };
        buffer = rest;
        match answer(&asked, &head, &body, peer, door, site) {
            Ok(Answer::Events(..)) if asked.bare => return refuse(stream, Refusal::METHOD, site),
            Ok(Answer::Events(path, hash)) => {
                let _ = site.events(stream, &path, &hash);
                return;
            }
            Ok(Answer::Whole(response)) => {
                if send(stream, &response, asked.bare, head.keep).is_err() || !head.keep {
                    return;
                }
            }
            Err(refusal) => return refuse(stream, refusal, site),
        }
    }
}

fn answer(asked: &Asked, head: &Head, body: &[u8], peer: IpAddr, door: &Door, site: &Site) -> Result<Answer, Refusal> {
    let form = match &asked.form {
        Some(kind) => form::read(kind, body)?,
        None => Form::default(),
    };
    if let Some(response) = site.strangers().at_the_door(asked, head, &form, peer, site.words())? {
        return Ok(Answer::Whole(response));
    }
    if asked.write {
        door.check_token(asked, &form)?;
    }
    let method = if asked.write { Method::Post } else { Method::Get };
    let request = Request { method, path: asked.path.clone(), query: asked.query.clone(), form };
    site.answer(&request, head.one("if-none-match")?)
}

/// Reads up to the end of a head; none where the other side went away before it began.
fn head(
    stream: &mut TcpStream,
    mut buffer: Vec<u8>,
    deadlines: &Deadlines,
) -> Result<Option<(Head, Vec<u8>)>, Refusal> {
    let mut begun = (!buffer.is_empty()).then(Instant::now);
    loop {
        if begun.is_some()
            && let Some((head, length)) = Head::read(&buffer)?
        {
            return Ok(Some((head, buffer.split_off(length))));
        }
        let left = match begun {
            Some(at) => deadlines.head.checked_sub(at.elapsed()).ok_or(Refusal::SLOW)?,
            None => deadlines.idle,
        };
        match read(stream, &mut buffer, LONGEST, left) {
            Ok(0) => return Ok(None),
            Ok(_) => begun = begun.or_else(|| Some(Instant::now())),
            Err(e) if timed_out(&e) && begun.is_some() => return Err(Refusal::SLOW),
            Err(_) => return Ok(None),
        }
    }
}

/// Reads a body of a length; what came beyond it stays in `rest`.
fn body(
    stream: &mut TcpStream,
    rest: &mut Vec<u8>,
    length: usize,
    head: &Head,
    deadlines: &Deadlines,
) -> Result<Vec<u8>, Refusal> {
    let start = Instant::now();
    if rest.len() < length && head.one("expect")?.is_some_and(|e| e.eq_ignore_ascii_case("100-continue")) {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").map_err(|_| Refusal::SLOW)?;
    }
    while rest.len() < length {
        let left = deadlines.body.checked_sub(start.elapsed()).ok_or(Refusal::SLOW)?;
        match read(stream, rest, length, left) {
            Ok(n) if n > 0 => {}
            _ => return Err(Refusal::SLOW),
        }
    }
    let beyond = rest.split_off(length);
    Ok(std::mem::replace(rest, beyond))
}

fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>, most: usize, left: Duration) -> io::Result<usize> {
    stream.set_read_timeout(Some(left.max(Duration::from_millis(1))))?;
    let mut chunk = [0; 16 * 1024];
    let wanted = most.saturating_sub(buffer.len()).clamp(1, chunk.len());
    let count = stream.read(&mut chunk[..wanted])?;
    buffer.extend_from_slice(&chunk[..count]);
    Ok(count)
}

fn timed_out(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

fn refuse(stream: &mut TcpStream, refusal: Refusal, site: &Site) {
    let _ = send(stream, &refusal.response(site.words()), false, false);
    // What is still on its way would make the system throw the answer away: take some of it, and let it go.
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let mut rest = [0; 16 * 1024];
    for _ in 0..64 {
        if stream.read(&mut rest).map_or(true, |n| n == 0) {
            break;
        }
    }
}

/// What every response says: nothing of it may be used by another page.
pub(super) const MANNERS: &str = "X-Content-Type-Options: nosniff\r\n\
    X-Frame-Options: DENY\r\n\
    Referrer-Policy: same-origin\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'\r\n";

fn send(stream: &mut TcpStream, response: &Response, bare: bool, keep: bool) -> io::Result<()> {
    let mut text = format!("HTTP/1.1 {} {}\r\n{MANNERS}", response.status, reason(response.status));
    if !matches!(response.status, 204 | 304) {
        text.push_str(&format!("Content-Type: {}\r\nContent-Length: {}\r\n", response.kind, response.body.len()));
    }
    for (name, value) in &response.headers {
        // A line break in a value would begin a header of somebody else's.
        if !name.contains(['\r', '\n', ':']) && !value.contains(['\r', '\n']) {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    text.push_str(if keep { "\r\n" } else { "Connection: close\r\n\r\n" });
    let mut bytes = text.into_bytes();
    if !bare {
        bytes.extend_from_slice(&response.body);
    }
    stream.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        421 => "Misdirected Request",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "",
    }
}
