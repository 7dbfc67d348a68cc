//! Reading a tree into values.
//!
//! In: nodes. Out: values, what they refer to, and a diagnostic for every mistake at once.
//! Never stops at the first mistake.

use std::collections::BTreeMap;

use super::shape::{Choice, ObjectShape, Shape};
use crate::diagnostic::{At, Diagnostic, Sink, Sources, Span, code};
use crate::world::FilesFrom;
use crate::yaml::{Entry, Node, NodeKind};

/// What a record refers to, gathered while it is read, so that references are checked in one place.
#[derive(Debug, Default, Clone)]
pub struct Uses {
    /// Folder and stem of records of the same community.
    pub records: Vec<(&'static str, At<String>)>,
    /// Folder and name of profiles.
    pub profiles: Vec<(&'static str, At<String>)>,
    /// Paths of files, from the community's folder.
    pub files: Vec<At<String>>,
    /// Of these files, the tables: their rows are shown, the files themselves are not published.
    pub tables: Vec<String>,
    /// Links of the prose: as written, and what they mean.
    pub links: Vec<(String, LinkTarget)>,
    /// References by path that may be a record or a file.
    pub evidence: Vec<At<String>>,
    /// Headings that links of the prose lead to.
    pub anchors: Vec<Anchor>,
}

/// A heading that a link leads to.
#[derive(Debug, Clone)]
pub struct Anchor {
    /// Folder of the record in whose prose it is to stand.
    pub folder: String,
    /// Stem of that record.
    pub stem: String,
    /// Its words, as the link has them after `#`.
    pub heading: At<String>,
}

/// What a link of the prose means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A file of the community.
    File(String),
    /// A file that is shown where the link stands.
    Picture(String),
    /// A record, by folder and stem.
    Record(String, String),
}

/// Carries the sink and the gathered references through one file.
pub struct Reader<'a> {
    /// Where mistakes go.
    pub sink: &'a mut Sink,
    /// Texts met on the way, such as CSV files beside a record.
    pub sources: &'a mut Sources,
    /// The files that the record may name.
    pub files: FilesFrom<'a>,
    /// What has been referred to so far.
    pub uses: Uses,
}

impl<'a> Reader<'a> {
    /// A reader for one file, whose relative paths begin at `files`.
    pub fn new(sink: &'a mut Sink, sources: &'a mut Sources, files: FilesFrom<'a>) -> Self {
        Self { sink, sources, files, uses: Uses::default() }
    }

    /// That there is no file as `written`, with the one that was probably meant.
    pub fn missing_file(&self, written: &str, span: Span) -> Diagnostic {
        if self.sink.is_full(span.file, code::MISSING_FILE.severity) {
            return Diagnostic::new(&code::MISSING_FILE, span);
        }
        let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
        let named = name(written);
        let by_name = self.files.paths().find(|path| name(path) == named);
        let near = by_name.or_else(|| nearest(written.trim_start_matches("../"), self.files.paths()));
        Diagnostic::new(&code::MISSING_FILE, span).arg("path", written).arg("near", near.unwrap_or_default())
    }

    /// Reports a mistake and gives nothing.
    pub fn fail<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.sink.push(diagnostic);
        None
    }
}

/// A value that can be read from a node.
pub trait FromNode: Sized {
    /// Reads it; `None` after at least one diagnostic.
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;

    /// Its form.
    fn shape() -> Shape;

    /// What it is where the key is missing or empty; `None` where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// A mapping with known keys; made by `fields!`.
pub trait Fields: Sized {
    /// Its field table.
    fn shape() -> ObjectShape;
    /// Takes its fields out of a mapping that others may share.
    fn take(map: &mut MapReader<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// A mapping whose keys are taken one by one.
pub struct MapReader<'n> {
    entries: &'n [Entry],
    taken: Vec<bool>,
    span: Span,
}

impl<'n> MapReader<'n> {
    /// Opens a mapping whose keys are taken by hand.
    pub fn open(node: &'n Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        Some(Self { entries, taken: vec![false; entries.len()], span: node.span })
    }

    /// Reads a whole mapping as `T`; reports keys that `T` does not know.
    pub fn read<T: Fields>(node: &'n Node, reader: &mut Reader<'_>) -> Option<T> {
        let mut map = Self::open(node, reader)?;
        let value = T::take(&mut map, reader);
        let complete = map.finish(&T::shape, reader);
        value.filter(|_| complete)
    }

    /// Takes one field under its Chinese or English key.
    pub fn take<T: FromNode>(&mut self, zh: &str, en: &str, reader: &mut Reader<'_>) -> Option<T> {
        let mut found: Option<&Entry> = None;
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.key != zh && entry.key != en {
                continue;
            }
            self.taken[at] = true;
            if let Some(first) = found {
                let twice = Diagnostic::new(&code::SAME_FIELD_TWICE, entry.key_span);
                reader.sink.push(twice.arg("zh", zh).arg("en", en).also(first.key_span));
            } else {
                found = Some(entry);
            }
        }
        match found {
            Some(entry) if !entry.value.is_null() => T::from_node(&entry.value, reader),
            _ => T::absent().or_else(|| {
                let place = found.map_or(self.span_of_start(), |e| e.key_span);
                reader.fail(Diagnostic::new(&code::MISSING_FIELD, place).arg("key", zh))
            }),
        }
    }

    /// All entries that nobody has taken, for mappings with free keys beside known ones.
    pub fn rest(&mut self) -> Vec<&'n Entry> {
        let mut rest = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if !self.taken[at] {
                self.taken[at] = true;
                rest.push(entry);
            }
        }
        rest
    }

    fn span_of_start(&self) -> Span {
        self.entries.first().map_or(self.span, |e| e.key_span)
    }

    /// Reports keys nobody took; true where there were none.
    fn finish(self, shape: &dyn Fn() -> ObjectShape, reader: &mut Reader<'_>) -> bool {
        let mut complete = true;
        let unknown = self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for (entry, _) in unknown {
            complete = false;
            if let Some(at) = crate::yaml::key_colon(&entry.key) {
                let here = Diagnostic::new(&code::FULLWIDTH_COLON, entry.key_span);
                reader.sink.push(here.arg("key", &entry.key[..at]));
                continue;
            }
            let table = shape();
            let names = table.fields.iter().flat_map(|f| [f.zh, f.en]);
            let near = nearest(&entry.key, names).unwrap_or_default();
            let known = table.fields.iter().map(|f| f.zh).collect::<Vec<_>>().join("、");
            let unknown = Diagnostic::new(&code::UNKNOWN_KEY, entry.key_span);
            reader.sink.push(unknown.arg("key", &entry.key).arg("near", near).arg("known", known));
        }
        complete
    }
}

/// Reads one word out of a table of words; gives its number.
pub fn one_of(node: &Node, choices: &[Choice], reader: &mut Reader<'_>) -> Option<usize> {
    let Some(text) = node.text().map(str::trim) else {
        return wrong_type(node, "word", reader);
    };
    let found = choices.iter().position(|c| c.en == text || c.zh.contains(&text));
    if found.is_none() {
        let words = choices.iter().flat_map(|c| c.zh.iter().copied().chain([c.en]));
        let near = nearest(text, words).unwrap_or_default();
        let known = choices.iter().map(|c| c.zh[0]).collect::<Vec<_>>().join("、");
        let bad = Diagnostic::new(&code::BAD_CHOICE, node.span);
        reader.sink.push(bad.arg("text", text).arg("near", near).arg("known", known));
    }
    found
}

/// Reports that something else was expected at this node.
pub fn wrong_type<T>(node: &Node, expected: &'static str, reader: &mut Reader<'_>) -> Option<T> {
    if let (Some(text), "mapping") = (node.text(), expected)
        && let Some(at) = crate::yaml::key_colon(text)
    {
        let colon = Diagnostic::new(&code::FULLWIDTH_COLON, node.span);
        return reader.fail(colon.arg("key", &text[..at]));
    }
    let found = match &node.kind {
        NodeKind::Null => "nothing",
        NodeKind::Scalar { .. } => "text",
        NodeKind::List(_) => "list",
        NodeKind::Map(_) => "mapping",
    };
    reader.fail(Diagnostic::new(&code::WRONG_TYPE, node.span).arg("expected", expected).arg("found", found))
}

/// The known name nearest to a misspelt one, where it is near enough to be meant.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let limit = if name.chars().count() <= 3 { 1 } else { 2 };
    let shares = |k: &str| k.chars().any(|c| name.contains(c));
    known
        .into_iter()
        .map(|k| (strsim::osa_distance(name, k), k))
        .filter(|(d, k)| *d <= limit && shares(k))
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

impl<T: FromNode> FromNode for Option<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::from_node(node, reader).map(Some)
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::List(items) = &node.kind else {
            return wrong_type(node, "list", reader);
        };
        let read: Vec<Option<T>> = items.iter().map(|item| T::from_node(item, reader)).collect();
        read.into_iter().collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// A mapping with free keys, such as money by category.
impl<T: FromNode> FromNode for BTreeMap<String, T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        let read: Vec<Option<(String, T)>> =
            entries.iter().map(|e| T::from_node(&e.value, reader).map(|v| (e.key.clone(), v))).collect();
        read.into_iter().collect()
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: FromNode> FromNode for At<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::from_node(node, reader).map(|value| Self::new(value, node.span))
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn absent() -> Option<Self> {
        None
    }
}
