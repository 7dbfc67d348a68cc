//! SFTP, version 3, over a pair of pipes.
//!
//! In: packets. Out: answers, each to the one who asked: many threads share one line. Never waits for a thread of its
//! own kind, and takes a broken line for broken at once.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

const INIT: u8 = 1;
const OPEN: u8 = 3;
const CLOSE: u8 = 4;
const READ: u8 = 5;
const WRITE: u8 = 6;
const LSTAT: u8 = 7;
const OPENDIR: u8 = 11;
const READDIR: u8 = 12;
/// Removes a file.
pub(super) const REMOVE: u8 = 13;
/// Makes a folder.
pub(super) const MKDIR: u8 = 14;
/// Removes an empty folder.
pub(super) const RMDIR: u8 = 15;
/// Renames, where nothing has the new name.
pub(super) const RENAME: u8 = 18;
const READLINK: u8 = 19;
/// Makes a link.
pub(super) const SYMLINK: u8 = 20;
/// Something beyond the version, by its name.
pub(super) const EXTENDED: u8 = 200;
const STATUS: u8 = 101;
const HANDLE: u8 = 102;
const DATA: u8 = 103;
const NAME: u8 = 104;
const ATTRS: u8 = 105;

/// The largest packet that is believed.
const LARGEST: usize = 4 * 1024 * 1024;

/// What a server says about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// It is done.
    Good,
    /// There is no more.
    End,
    /// There is no such file.
    NoSuchFile,
    /// Anything else.
    Other,
}

/// Why a request failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// The line broke.
    Broken(String),
    /// The server refused.
    Refused(Status, String),
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file, or something like one.
    File,
    /// A folder.
    Folder,
    /// A link.
    Link,
}

/// A packet as it is put together.
#[derive(Debug, Clone)]
pub(super) struct Packet(Vec<u8>);

impl Packet {
    /// A packet of a kind; the number of the request comes when it is sent.
    pub(super) fn new(kind: u8) -> Self {
        Self(vec![kind])
    }

    fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        let mut packet = self.number(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        packet.0.extend(bytes);
        packet
    }

    /// Adds a text.
    pub(super) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// Adds the rights of a folder that everybody may read.
    pub(super) fn folder_rights(self) -> Self {
        self.number(4).number(0o755)
    }
}

/// An answer as it is taken apart.
struct Answer {
    kind: u8,
    rest: Vec<u8>,
    at: usize,
}

impl Answer {
    fn number(&mut self) -> Result<u32, Failure> {
        let four = self.rest.get(self.at..self.at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        self.at += 4;
        four.map(u32::from_be_bytes).ok_or_else(garbled)
    }

    fn bytes(&mut self) -> Result<Vec<u8>, Failure> {
        let length = self.number()? as usize;
        let bytes = self.rest.get(self.at..self.at.saturating_add(length)).map(<[u8]>::to_vec).ok_or_else(garbled)?;
        self.at += length;
        Ok(bytes)
    }

    fn text(&mut self) -> Result<String, Failure> {
        self.bytes().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The attributes of a file: only its kind is of use.
    fn attributes(&mut self) -> Result<Kind, Failure> {
        let flags = self.number()?;
        if flags & 1 != 0 {
            self.at += 8;
        }
        if flags & 2 != 0 {
            self.at += 8;
        }
        let mode = if flags & 4 != 0 { self.number()? } else { 0 };
        if flags & 8 != 0 {
            self.at += 8;
        }
        if flags & 0x8000_0000 != 0 {
            for _ in 0..self.number()? {
                self.bytes()?;
                self.bytes()?;
            }
        }
        Ok(match mode & 0o170_000 {
            0o040_000 => Kind::Folder,
            0o120_000 => Kind::Link,
            _ => Kind::File,
        })
    }

    /// Insists on a kind of answer; a status is then a refusal.
    fn of(mut self, kind: u8) -> Result<Self, Failure> {
        if self.kind == kind {
            return Ok(self);
        }
        if self.kind != STATUS {
            return Err(garbled());
        }
        let status = match self.number()? {
            0 => Status::Good,
            1 => Status::End,
            2 => Status::NoSuchFile,
            _ => Status::Other,
        };
        // Old servers say nothing more.
        let said = self.text().unwrap_or_default();
        Err(Failure::Refused(status, said))
    }
}

fn garbled() -> Failure {
    Failure::Broken("SFTP: ?".to_owned())
}

/// Who waits for which answer; none where the line is broken.
type Waiting = Arc<Mutex<Option<BTreeMap<u32, SyncSender<Answer>>>>>;

/// A line to a server.
pub(super) struct Wire {
    out: Mutex<(Box<dyn Write + Send>, u32)>,
    waiting: Waiting,
    extensions: BTreeSet<String>,
}

impl Wire {
    /// Says hello and waits for the answer.
    pub(super) fn open(mut out: Box<dyn Write + Send>, mut input: Box<dyn Read + Send>) -> Result<Self, String> {
        send(&mut *out, &Packet::new(INIT).number(3).0).map_err(|e| e.to_string())?;
        let mut hello = receive(&mut *input).map_err(|e| e.to_string())?;
        // The version stands where other answers have the number of the request.
        let mut extensions = BTreeSet::new();
        hello.at = 4;
        while hello.at < hello.rest.len() {
            let (Ok(name), Ok(_)) = (hello.text(), hello.text()) else { break };
            extensions.insert(name);
        }
        let waiting: Waiting = Arc::new(Mutex::new(Some(BTreeMap::new())));
        let heard = waiting.clone();
        thread::spawn(move || {
            while let Ok(mut answer) = receive(&mut *input) {
                let Ok(number) = answer.number() else { break };
                let mut waiting = heard.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(one) = waiting.as_mut().and_then(|list| list.remove(&number)) {
                    // Whoever asked may have given up.
                    let _ = one.send(answer);
                }
            }
            // Everybody who still waits learns it by the end of their channel.
            heard.lock().unwrap_or_else(PoisonError::into_inner).take();
        });
        Ok(Self { out: Mutex::new((out, 0)), waiting, extensions })
    }

    /// Whether the line still stands.
    pub(super) fn is_open(&self) -> bool {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Whether the server knows something beyond the version.
    pub(super) fn knows(&self, extension: &str) -> bool {
        self.extensions.contains(extension)
    }

    fn ask(&self, packet: &Packet) -> Result<Answer, Failure> {
        let broken = || Failure::Broken("ssh: the line broke".to_owned());
        let (sender, receiver) = sync_channel(1);
        {
            let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
            out.1 = out.1.wrapping_add(1);
            let number = out.1;
            match self.waiting.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
                Some(list) => list.insert(number, sender),
                None => return Err(broken()),
            };
            let numbered = [&packet.0[..1], &number.to_be_bytes(), &packet.0[1..]].concat();
            send(&mut *out.0, &numbered).map_err(|e| Failure::Broken(e.to_string()))?;
        }
        receiver.recv().map_err(|_| broken())
    }

    /// Asks for something whose answer is a status.
    pub(super) fn status(&self, packet: &Packet) -> Result<Status, Failure> {
        match self.ask(packet)?.of(0) {
            Err(Failure::Refused(Status::Good, _)) => Ok(Status::Good),
            Err(failure) => Err(failure),
            Ok(_) => Err(garbled()),
        }
    }

    fn handle(&self, packet: &Packet) -> Result<Vec<u8>, Failure> {
        self.ask(packet)?.of(HANDLE)?.bytes()
    }

    fn close(&self, handle: &[u8]) -> Result<(), Failure> {
        self.status(&Packet::new(CLOSE).bytes(handle)).map(drop)
    }

    /// The bytes of a file.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let handle = self.handle(&Packet::new(OPEN).text(path).number(1).number(0))?;
        let mut bytes = Vec::new();
        loop {
            let at = bytes.len() as u64;
            let (high, low) = ((at >> 32) as u32, (at & 0xffff_ffff) as u32);
            let wanted = u32::try_from(super::CHUNK).unwrap_or(u32::MAX);
            let part = self.ask(&Packet::new(READ).bytes(&handle).number(high).number(low).number(wanted))?;
            match part.of(DATA).and_then(|mut part| part.bytes()) {
                Ok(part) if !part.is_empty() => bytes.extend(part),
                Ok(_) | Err(Failure::Refused(Status::End, _)) => break,
                Err(failure) => {
                    let _ = self.close(&handle);
                    return Err(failure);
                }
            }
        }
        self.close(&handle)?;
        Ok(bytes)
    }

    /// Writes a file that everybody may read, over one that may be there.
    pub(super) fn write(&self, path: &str, bytes: &[u8], chunk: usize) -> Result<(), Failure> {
        const WRITE_CREATE_TRUNCATE: u32 = 0x02 | 0x08 | 0x10;
        let open = Packet::new(OPEN).text(path).number(WRITE_CREATE_TRUNCATE).number(4).number(0o644);
        let handle = self.handle(&open)?;
        for (at, part) in bytes.chunks(chunk).enumerate() {
            let at = (at * chunk) as u64;
            let (high, low) = ((at >> 32) as u32, (at & 0xffff_ffff) as u32);
            let write = Packet::new(WRITE).bytes(&handle).number(high).number(low).bytes(part);
            if let Err(failure) = self.status(&write) {
                let _ = self.close(&handle);
                return Err(failure);
            }
        }
        self.close(&handle)
    }

    /// What stands at a path, without following a link; none where there is nothing.
    pub(super) fn kind(&self, path: &str) -> Result<Option<Kind>, Failure> {
        match self.ask(&Packet::new(LSTAT).text(path))?.of(ATTRS) {
            Ok(mut answer) => answer.attributes().map(Some),
            Err(Failure::Refused(Status::NoSuchFile, _)) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Where a link leads.
    pub(super) fn read_link(&self, path: &str) -> Result<String, Failure> {
        let mut answer = self.ask(&Packet::new(READLINK).text(path))?.of(NAME)?;
        answer.number()?;
        answer.text()
    }

    /// The names in a folder with whether each is a folder, sorted.
    pub(super) fn list_with_kinds(&self, folder: &str) -> Result<Vec<(String, bool)>, Failure> {
        let handle = self.handle(&Packet::new(OPENDIR).text(folder))?;
        let mut names = Vec::new();
        loop {
            match self.ask(&Packet::new(READDIR).bytes(&handle))?.of(NAME) {
                Ok(mut answer) => {
                    for _ in 0..answer.number()? {
                        let name = answer.text()?;
                        answer.text()?;
                        let kind = answer.attributes()?;
                        if name != "." && name != ".." {
                            names.push((name, kind == Kind::Folder));
                        }
                    }
                }
                Err(Failure::Refused(Status::End, _)) => break,
                Err(failure) => return Err(failure),
            }
        }
        self.close(&handle)?;
        names.sort_unstable();
        Ok(names)
    }

    /// The names in a folder, sorted.
    pub(super) fn list(&self, folder: &str) -> Result<Vec<String>, Failure> {
        self.list_with_kinds(folder).map(|names| names.into_iter().map(|(name, _)| name).collect())
    }
}

/// Sends a packet with its length.
fn send(out: &mut dyn Write, packet: &[u8]) -> std::io::Result<()> {
    let length = u32::try_from(packet.len()).unwrap_or(u32::MAX);
    out.write_all(&[&length.to_be_bytes()[..], packet].concat())?;
    out.flush()
}

/// Receives a packet.
fn receive(input: &mut dyn Read) -> std::io::Result<Answer> {
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length) as usize;
    if length == 0 || length > LARGEST {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    let mut packet = vec![0; length];
    input.read_exact(&mut packet)?;
    Ok(Answer { kind: packet[0], rest: packet.split_off(1), at: 0 })
}
