//! How long records are to be kept: a class for each kind, as data that a county may change.
//!
//! In: the program's own rules, `content/retention.yaml` where there is one. Out: the class of a kind, and the list
//! that goes with a bag. Never deletes anything.

use std::collections::BTreeMap;

use super::Line;
use crate::diagnostic::{Sink, Sources};
use crate::error::Error;
use crate::format;
use crate::locale::Messages;
use crate::record::KINDS;
use crate::world::World;
use crate::yaml::{self, NodeKind};

/// The rules of a workspace, one line a kind: `decision: 永久`.
pub(super) const FILE: &str = "content/retention.yaml";

/// The rules that hold where a workspace has none.
const DEFAULTS: &str = include_str!("retention.yaml");

/// How long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// For ever.
    Permanent,
    /// Thirty years.
    Thirty,
    /// Ten years.
    Ten,
}

impl Class {
    /// The word in lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::Thirty => "30y",
            Self::Ten => "10y",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            "永久" | "permanent" => Some(Self::Permanent),
            "30年" | "30y" => Some(Self::Thirty),
            "10年" | "10y" => Some(Self::Ten),
            _ => None,
        }
    }
}

/// Classes by kind.
pub(super) struct Rules(BTreeMap<String, Class>);

impl Rules {
    /// # Errors
    /// Where a line of the workspace's own rules cannot be read.
    pub(super) fn load(world: &dyn World) -> Result<Self, Error> {
        let mut rules = BTreeMap::new();
        let own = if world.is_file(FILE) { world.read(FILE)? } else { Vec::new() };
        let own = String::from_utf8(own).map_err(|_| Error::Configuration(format!("{FILE}: UTF-8")))?;
        for (path, text) in [("retention.yaml", DEFAULTS), (FILE, own.as_str())] {
            if !text.trim().is_empty() {
                read(path, text, &mut rules)?;
            }
        }
        Ok(Self(rules))
    }

    /// The class of a kind; thirty years where nothing is said.
    pub(super) fn class(&self, kind: &str) -> Class {
        self.0.get(kind).copied().unwrap_or(Class::Thirty)
    }
}

/// Adds the lines of one file.
fn read(path: &str, text: &str, rules: &mut BTreeMap<String, Class>) -> Result<(), Error> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = sources.add(path, text);
    let wrong = |line: usize| Error::Configuration(format!("{path}:{line}"));
    let Some(NodeKind::Map(entries)) = yaml::parse(file, text, 0, &mut sink).map(|node| node.kind) else {
        return Err(wrong(1));
    };
    for entry in entries {
        let known = KINDS.iter().any(|k| k.name == entry.key);
        let class = entry.value.text().and_then(Class::parse).filter(|_| known);
        let line = sources.line_column(entry.key_span).0;
        rules.insert(entry.key, class.ok_or_else(|| wrong(line))?);
    }
    Ok(())
}

/// The list of a bag: title, kind, date, class, address.
pub(super) fn csv(lines: &[Line], words: &Messages) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |row: [String; 5]| writer.write_record(&row).expect("writing to memory does not fail");
    write(["title", "kind", "date", "class", "url"].map(|key| words.word(&format!("archive-column-{key}"))));
    for line in lines {
        write([
            format::plain(&line.title),
            words.word(&format!("section-{}", folder(&line.kind))),
            line.date.clone(),
            words.word(&format!("archive-class-{}", line.class)),
            line.url.clone(),
        ]);
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// The folder of a kind's records.
pub(super) fn folder(kind: &str) -> &'static str {
    KINDS.iter().find(|k| k.name == kind).map_or("", |k| k.folder)
}
