//! The objects of a PDF, found by looking for them.
//!
//! In: bytes. Out: every object of every revision, those in packed streams too. Never follows the table of objects.

use std::collections::BTreeMap;

use memchr::memmem;

use super::super::limit::Limit;
use super::super::{Contents, Unread};
use super::lexer::{Lexer, Value};
use super::unpack;

/// More objects than a long document has.
const MOST: usize = 200_000;

/// One object.
pub(super) struct Object<'b> {
    pub number: u32,
    pub value: Value,
    /// The bytes of its stream, as they are packed.
    pub stream: Option<&'b [u8]>,
}

/// All objects.
pub(super) struct Objects<'b> {
    pub list: Vec<Object<'b>>,
    /// The place in the list of the newest object of each number.
    index: BTreeMap<u32, usize>,
    locked: bool,
}

impl<'b> Objects<'b> {
    pub(super) fn of(bytes: &'b [u8], limit: &mut Limit, out: &mut Contents) -> Self {
        let mut objects = Self { list: found(bytes), index: BTreeMap::new(), locked: false };
        objects.number();
        let trailer = memmem::find(bytes, b"/Encrypt").is_some();
        let holds = |o: &Object<'_>| o.value.get("Encrypt").is_some();
        objects.locked =
            objects.list.iter().any(holds) || (trailer && trailers(bytes).any(|t| t.get("Encrypt").is_some()));
        if objects.locked {
            return objects;
        }
        let mut packed = Vec::new();
        for object in &objects.list {
            let is_pack = object.value.get("Type").and_then(Value::name) == Some("ObjStm");
            if let Some(stream) = object.stream.filter(|_| is_pack) {
                let bytes = unpack::unpack(&object.value, stream, &objects, limit, out);
                members(&object.value, &bytes, &mut packed);
            }
        }
        objects.list.extend(packed);
        if objects.list.len() >= MOST {
            out.unread.push(Unread::TooLarge);
        }
        objects.number();
        objects
    }

    fn number(&mut self) {
        self.index = self.list.iter().enumerate().map(|(at, object)| (object.number, at)).collect();
    }

    /// Whether it asks for a key.
    pub(super) fn is_locked(&self) -> bool {
        self.locked
    }

    /// What a value is, where it may be a reference.
    pub(super) fn resolve<'v>(&'v self, value: &'v Value) -> &'v Value {
        match value {
            Value::Ref(number) => self.get(*number).map_or(value, |object| &object.value),
            other => other,
        }
    }

    /// The newest object of a number.
    pub(super) fn get(&self, number: u32) -> Option<&Object<'b>> {
        self.index.get(&number).map(|at| &self.list[*at])
    }

    /// Whether an object is a signature, whose contents are no words.
    pub(super) fn is_signature(&self, number: u32) -> bool {
        self.get(number).is_some_and(|o| o.value.get("ByteRange").is_some())
    }
}

/// Every `12 0 obj` with what follows it.
fn found(bytes: &[u8]) -> Vec<Object<'_>> {
    let mut list = Vec::new();
    let mut from = 0;
    while let Some(at) = memmem::find(&bytes[from..], b"obj").map(|at| from + at) {
        from = at + 3;
        let Some(number) = number_before(&bytes[..at]) else { continue };
        if list.len() >= MOST {
            break;
        }
        let mut lexer = Lexer { bytes, at: at + 3 };
        let Some(value) = lexer.value() else { break };
        let stream = stream(bytes, &mut lexer, &value);
        // What cannot be an object is not passed over.
        if matches!(value, Value::Dict(_)) || stream.is_some() {
            from = lexer.at.max(from);
        }
        list.push(Object { number, value, stream });
    }
    list
}

/// The number of an object whose `obj` follows.
fn number_before(bytes: &[u8]) -> Option<u32> {
    let tail = &bytes[bytes.len().saturating_sub(24)..];
    let text = String::from_utf8_lossy(tail);
    let mut words = text.split_ascii_whitespace().rev();
    let (generation, number) = (words.next()?, words.next()?);
    generation.parse::<u16>().ok()?;
    // The number may stand right behind the mark of what came before.
    number.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}

/// The bytes of the stream behind a dictionary, where there is one.
fn stream<'b>(bytes: &'b [u8], lexer: &mut Lexer<'b>, value: &Value) -> Option<&'b [u8]> {
    let before = lexer.at;
    lexer.skip();
    let rest = bytes[lexer.at..].strip_prefix(b"stream");
    let Some(rest) = rest else {
        lexer.at = before;
        return None;
    };
    let data = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    let start = bytes.len() - data.len();
    let told = value.get("Length").and_then(Value::number).map(|n| n.max(0.0) as usize);
    let ends = |length: &usize| {
        let behind = data.get(*length..).unwrap_or_default();
        let blank = behind.iter().take_while(|b| b.is_ascii_whitespace()).count();
        behind[blank..].starts_with(b"endstream")
    };
    let length = told.filter(ends).or_else(|| memmem::find(data, b"endstream")).unwrap_or(data.len());
    lexer.at = start + length;
    Some(&data[..length])
}

/// The objects in a packed stream.
fn members(value: &Value, bytes: &[u8], list: &mut Vec<Object<'_>>) {
    let number = |key: &str| value.get(key).and_then(Value::number).map_or(0, |n| n.max(0.0) as usize);
    let (count, first) = (number("N").min(MOST), number("First"));
    let mut head = Lexer::of(bytes);
    for _ in 0..count {
        let (Some(Value::Number(number)), Some(Value::Number(offset))) = (head.value(), head.value()) else { return };
        if list.len() >= MOST {
            return;
        }
        let Some(start) = first.checked_add(offset.max(0.0) as usize).filter(|at| *at < bytes.len()) else { continue };
        let mut body = Lexer { bytes, at: start };
        if let Some(value) = body.value() {
            list.push(Object { number: number.max(0.0) as u32, value, stream: None });
        }
    }
}

/// The dictionaries at the end of each revision.
fn trailers(bytes: &[u8]) -> impl Iterator<Item = Value> {
    memmem::find_iter(bytes, b"trailer").take(100).filter_map(|at| Lexer { bytes, at: at + 7 }.value())
}
