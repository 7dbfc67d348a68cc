//! From the codes of a font to characters.
//!
//! In: font dictionaries, their maps. Out: what each code of a shown text means. Never looks at outlines: a font that
//! does not say what its codes mean is blind.

use std::collections::BTreeMap;

use super::super::Contents;
use super::super::limit::Limit;
use super::lexer::{Lexer, Value};
use super::objects::Objects;
use super::unpack;

/// The most codes of one map.
const MOST: usize = 70_000;
/// Pages may call different fonts by one name: so many of them are tried.
const WAYS: usize = 4;

/// How a font is read.
enum Font {
    /// One byte a sign; digits and letters are those of ASCII, some signs are named otherwise.
    Simple(BTreeMap<u32, String>),
    /// By its own map, codes of so many bytes.
    Mapped(BTreeMap<u32, String>, usize),
    /// Two bytes a sign, in the order of Unicode.
    Unicode,
    /// As in GBK.
    Gbk,
    /// Numbers of outlines that nothing explains.
    Blind,
}

/// All fonts, by the name under which pages call them.
pub(super) struct Fonts {
    named: BTreeMap<String, Vec<usize>>,
    fonts: Vec<Font>,
}

/// Signs of a shown text.
pub(super) struct Shown {
    pub text: String,
    pub blind: bool,
}

impl Fonts {
    pub(super) fn of(objects: &Objects<'_>, limit: &mut Limit, out: &mut Contents) -> Self {
        let mut all = Self { named: BTreeMap::new(), fonts: Vec::new() };
        let mut known: BTreeMap<u32, usize> = BTreeMap::new();
        let mut tables: Vec<&Value> = Vec::new();
        for object in &objects.list {
            object.value.walk("", &mut |key, value| {
                if key == "Font" && tables.len() < MOST {
                    tables.push(objects.resolve(value));
                }
            });
        }
        for table in tables {
            let Value::Dict(entries) = table else { continue };
            for (name, font) in entries {
                let at = match font {
                    Value::Ref(number) => *known.entry(*number).or_insert_with(|| all.add(font, objects, limit, out)),
                    Value::Dict(_) => all.add(font, objects, limit, out),
                    _ => continue,
                };
                let list = all.named.entry(name.clone()).or_default();
                if !list.contains(&at) && list.len() < WAYS {
                    list.push(at);
                }
            }
        }
        all
    }

    /// In how many ways a page can be read, as names may stand for several fonts.
    pub(super) fn ways(&self) -> usize {
        self.named.values().map(Vec::len).max().unwrap_or(1).max(1)
    }

    fn add(&mut self, font: &Value, objects: &Objects<'_>, limit: &mut Limit, out: &mut Contents) -> usize {
        let font = read(objects.resolve(font), objects, limit, out);
        self.fonts.push(font);
        self.fonts.len() - 1
    }

    /// What a shown text says in the font of this name.
    pub(super) fn show(&self, name: &str, way: usize, bytes: &[u8]) -> Shown {
        let at = self.named.get(name).and_then(|list| list.get(way).or(list.last()));
        let text = match at.map(|at| &self.fonts[*at]) {
            None => latin(bytes),
            Some(Font::Simple(names)) => {
                let sign = |b: &u8| names.get(&u32::from(*b)).cloned().unwrap_or_else(|| char::from(*b).to_string());
                bytes.iter().map(sign).collect()
            }
            Some(Font::Mapped(map, size)) => {
                let code = |c: &[u8]| c.iter().fold(0_u32, |sum, b| sum << 8 | u32::from(*b));
                bytes.chunks(*size).map(|c| map.get(&code(c)).map_or("\u{fffd}", String::as_str)).collect()
            }
            Some(Font::Unicode) => encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
            Some(Font::Gbk) => encoding_rs::GBK.decode_without_bom_handling(bytes).0.into_owned(),
            Some(Font::Blind) => return Shown { text: String::new(), blind: !bytes.is_empty() },
        };
        Shown { text, blind: false }
    }
}

fn read(font: &Value, objects: &Objects<'_>, limit: &mut Limit, out: &mut Contents) -> Font {
    let is_composite = font.get("Subtype").and_then(Value::name) == Some("Type0");
    if let Some(Value::Ref(number)) = font.get("ToUnicode")
        && let Some(object) = objects.get(*number)
        && let Some(stream) = object.stream
    {
        let bytes = unpack::unpack(&object.value, stream, objects, limit, out);
        let (map, size) = map(&bytes);
        if !map.is_empty() {
            return Font::Mapped(map, if is_composite { size.max(2) } else { 1 });
        }
    }
    let encoding = font.get("Encoding").map(|e| objects.resolve(e));
    if !is_composite {
        return Font::Simple(encoding.map(differences).unwrap_or_default());
    }
    match encoding.and_then(Value::name).unwrap_or_default() {
        name if name.contains("UCS2") || name.contains("UTF16") => Font::Unicode,
        name if name.starts_with("GB") => Font::Gbk,
        _ => Font::Blind,
    }
}

/// Codes that a simple font calls by the names of digits.
fn differences(encoding: &Value) -> BTreeMap<u32, String> {
    const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut found = BTreeMap::new();
    let mut code = 0_u32;
    let Some(Value::List(list)) = encoding.get("Differences") else { return found };
    for value in list {
        match value {
            Value::Number(number) => code = number.max(0.0) as u32,
            Value::Name(name) => {
                let digit = DIGITS.iter().position(|d| d == name).map(|d| d.to_string());
                let letter = (name.len() == 1).then(|| name.clone());
                let number = name.strip_prefix("uni").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                if let Some(text) = digit.or(letter).or(number.and_then(char::from_u32).map(String::from)) {
                    found.insert(code, text);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    found
}

/// A map from codes to characters, and how many bytes a code has.
fn map(bytes: &[u8]) -> (BTreeMap<u32, String>, usize) {
    let mut map = BTreeMap::new();
    let mut size = 1;
    let mut lexer = Lexer::of(bytes);
    let mut values: Vec<Value> = Vec::new();
    while let Some(value) = lexer.value() {
        let Value::Word(word) = &value else {
            values.push(value);
            continue;
        };
        match word.as_str() {
            "endcodespacerange" => {
                let sizes = values.iter().filter_map(|v| if let Value::Text(t) = v { Some(t.len()) } else { None });
                size = sizes.max().unwrap_or(size).clamp(1, 4);
            }
            "endbfchar" => {
                for pair in values.chunks(2) {
                    if let [Value::Text(code), Value::Text(to)] = pair
                        && map.len() < MOST
                    {
                        map.insert(number(code), utf16(to));
                    }
                }
            }
            "endbfrange" => {
                for three in values.chunks(3) {
                    if let [Value::Text(first), Value::Text(last), to] = three {
                        range(number(first), number(last), to, &mut map);
                    }
                }
            }
            _ => {}
        }
        values.clear();
    }
    (map, size)
}

fn range(first: u32, last: u32, to: &Value, map: &mut BTreeMap<u32, String>) {
    let last = last.min(first.saturating_add(0xffff));
    for (at, code) in (first..=last).enumerate() {
        if map.len() >= MOST {
            return;
        }
        match to {
            Value::Text(start) => {
                let mut units = start.clone();
                let step = u32::try_from(at).unwrap_or(0);
                if let [.., high, low] = units.as_mut_slice() {
                    let unit = (u32::from(*high) << 8 | u32::from(*low)) + step;
                    *high = (unit >> 8 & 0xff) as u8;
                    *low = (unit & 0xff) as u8;
                }
                map.insert(code, utf16(&units));
            }
            Value::List(list) => {
                if let Some(Value::Text(to)) = list.get(at) {
                    map.insert(code, utf16(to));
                }
            }
            _ => {}
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, b| sum << 8 | u32::from(*b))
}

fn utf16(bytes: &[u8]) -> String {
    encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned()
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|b| char::from(*b)).collect()
}

/// A text that stands in an object itself.
pub(super) fn plain(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(rest) => utf16(rest),
        None => std::str::from_utf8(bytes).map_or_else(|_| latin(bytes), str::to_owned),
    }
}
