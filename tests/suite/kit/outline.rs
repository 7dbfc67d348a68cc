//! What values look like: fields, types, and what the source says of them.
//!
//! In: values as templates get them, and the doc comments of the structs they come from. Out: tables in Markdown.
//! Never writes a meaning by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::project;
use super::tree::Tree;

/// What all values seen at one place have in common.
#[derive(Default, Clone)]
pub struct Shape {
    plain: BTreeSet<&'static str>,
    /// Fields in the order in which they were first seen.
    pub fields: Vec<(String, Shape)>,
    /// The sets of names that objects at this place had.
    sets: BTreeSet<BTreeSet<String>>,
    items: Option<Box<Shape>>,
}

impl Shape {
    /// Takes one more value in.
    pub fn take(&mut self, value: &Value) {
        match value {
            Value::Null => _ = self.plain.insert("nothing"),
            Value::Bool(_) => _ = self.plain.insert("yes or no"),
            Value::Number(_) => _ = self.plain.insert("number"),
            Value::String(_) => _ = self.plain.insert("text"),
            Value::Array(list) => {
                let items = self.items.get_or_insert_default();
                list.iter().for_each(|item| items.take(item));
            }
            Value::Object(map) => {
                self.sets.insert(map.keys().cloned().collect());
                for (key, value) in map {
                    self.field(key).take(value);
                }
            }
        }
    }

    /// The shape of a field, new where it was never seen.
    pub fn field(&mut self, key: &str) -> &mut Shape {
        if let Some(at) = self.fields.iter().position(|(name, _)| name == key) {
            return &mut self.fields[at].1;
        }
        self.fields.push((key.to_owned(), Shape::default()));
        &mut self.fields.last_mut().expect("just pushed").1
    }

    /// The names of its fields where it is the object of one struct.
    fn names(&self) -> Option<&BTreeSet<String>> {
        self.sets.first().filter(|set| self.sets.len() == 1 && !set.is_empty())
    }
}

/// A struct of the source.
struct Struct {
    name: String,
    file: String,
    /// Names and doc comments.
    fields: Vec<(String, String)>,
    /// Types whose fields stand among its own.
    flat: Vec<String>,
}

/// All structs of the source, and meanings of names that have no doc comment.
pub struct Meanings {
    structs: Vec<Struct>,
    words: BTreeMap<String, String>,
}

impl Meanings {
    /// Reads the source, and lines of `name: meaning` or `parent.name: meaning`.
    pub fn read(words: &str) -> Self {
        let mut structs = Vec::new();
        for (path, file) in Tree::read(&project("src")).0.iter().filter(|(path, _)| path.ends_with(".rs")) {
            structs.extend(structs_of(path, &String::from_utf8_lossy(&file.bytes)));
        }
        let pair = |line: &str| line.split_once(": ").map(|(name, meaning)| (name.to_owned(), meaning.to_owned()));
        Self { structs, words: words.lines().filter(|l| !l.starts_with('#')).filter_map(pair).collect() }
    }

    /// All fields of a struct with those that stand among them.
    fn whole(&self, of: &Struct) -> Vec<(String, String)> {
        let mut fields = of.fields.clone();
        for flat in &of.flat {
            let known = |s: &&Struct| s.name == *flat;
            let near = self.structs.iter().find(|s| known(s) && s.file == of.file);
            if let Some(inner) = near.or_else(|| self.structs.iter().find(known)) {
                fields.extend(self.whole(inner));
            }
        }
        fields
    }

    /// The structs that have exactly these fields.
    fn matching(&self, names: &BTreeSet<String>) -> Vec<(&Struct, Vec<(String, String)>)> {
        let whole = self.structs.iter().map(|s| (s, self.whole(s)));
        whole
            .filter(|(_, fields)| fields.len() == names.len() && fields.iter().all(|(n, _)| names.contains(n)))
            .collect()
    }

    /// What a field of an object is; none where nobody says it.
    fn of(&self, parent: &str, name: &str, object: &Shape) -> Option<String> {
        let found = object.names().map(|names| self.matching(names)).unwrap_or_default();
        let docs = found.iter().flat_map(|(_, fields)| fields).filter(|(n, doc)| n == name && !doc.is_empty());
        let docs: BTreeSet<&String> = docs.map(|(_, doc)| doc).collect();
        let word = || self.words.get(&format!("{parent}.{name}")).or_else(|| self.words.get(name)).cloned();
        match docs.first() {
            Some(doc) if docs.len() == 1 => Some((*doc).clone()),
            doc => word().or_else(|| doc.map(|d| (*d).clone())),
        }
    }

    /// What objects of this shape are called: by the struct, and by its file where two are called the same.
    pub fn label(&self, shape: &Shape) -> Option<String> {
        let found = self.matching(shape.names()?);
        let names: BTreeSet<&String> = found.iter().map(|(s, _)| &s.name).collect();
        let ours = found.first().filter(|_| names.len() == 1 && shape.fields.len() > 2)?.0;
        let same = self.structs.iter().filter(|s| s.name == ours.name).count();
        let stem = ours.file.trim_end_matches(".rs").trim_end_matches("/mod").rsplit('/').next().unwrap_or_default();
        Some(if same > 1 { format!("{} of {stem}", ours.name) } else { ours.name.clone() })
    }
}

/// The structs of one file, with the doc comments of their fields.
fn structs_of(path: &str, text: &str) -> Vec<Struct> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some((before, rest)) = line.split_once("struct ") else { continue };
        let head = before.trim();
        if !(head.is_empty() || head.starts_with("pub")) || !rest.trim_end().ends_with('{') {
            continue;
        }
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let mut made = Struct { name, file: path.to_owned(), fields: Vec::new(), flat: Vec::new() };
        if let Some((_, common)) = rest.split_once("+ ").and_then(|(_, r)| r.split_once(": ")) {
            made.flat.push(common.trim_end_matches([' ', '{']).to_owned());
        }
        let (mut doc, mut flat, mut skipped) = (String::new(), false, false);
        for line in lines.by_ref() {
            let line = line.trim();
            if line.starts_with('}') {
                break;
            }
            if let Some(said) = line.strip_prefix("///") {
                doc = format!("{doc} {}", said.trim()).trim().to_owned();
            } else if line.starts_with("#[") {
                flat |= line.contains("flatten");
                skipped |= line.contains("skip)");
            } else if let Some((name, kind)) = line.split_once(": ") {
                let name = name.rsplit_once(") ").map_or(name, |(_, n)| n).trim_start_matches("pub ");
                let name = name.split(' ').next().unwrap_or_default().to_owned();
                if flat {
                    let kind = kind.trim_end_matches(',').trim_end_matches('>');
                    made.flat.push(kind.rsplit(['<', ':']).next().unwrap_or_default().to_owned());
                } else if !skipped {
                    made.fields.push((name, std::mem::take(&mut doc)));
                }
                (doc, flat, skipped) = (String::new(), false, false);
            }
        }
        found.push(made);
    }
    found
}

/// Tables of fields, with objects that several places share in tables of their own.
pub struct Book<'m> {
    meanings: &'m Meanings,
    /// Objects told once: name, shape.
    pub shared: BTreeMap<String, Shape>,
    /// Fields of which nobody says what they are.
    pub unsaid: BTreeSet<String>,
}

impl<'m> Book<'m> {
    /// A book without shared objects yet.
    pub fn new(meanings: &'m Meanings) -> Self {
        Self { meanings, shared: BTreeMap::new(), unsaid: BTreeSet::new() }
    }

    /// Counts the objects of a shape, so that those which stand in several places are told once.
    pub fn count(&self, shape: &Shape, counts: &mut BTreeMap<String, (usize, Shape)>) {
        if let Some(label) = self.meanings.label(shape) {
            let entry = counts.entry(label).or_insert_with(|| (0, Shape::default()));
            entry.0 += 1;
            join(&mut entry.1, shape);
        }
        shape.fields.iter().for_each(|(_, field)| self.count(field, counts));
        shape.items.iter().for_each(|items| self.count(items, counts));
    }

    /// The lines of a table for the fields of an object at `path`.
    pub fn rows(&mut self, path: &str, shape: &Shape, out: &mut Vec<String>) {
        let parent = path.rsplit('.').next().unwrap_or_default().trim_end_matches("[]").to_owned();
        for (name, field) in &shape.fields {
            let meaning = self.meanings.of(&parent, name, shape).unwrap_or_else(|| {
                self.unsaid.insert(format!("{parent}.{name}"));
                String::new()
            });
            let place = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            out.push(format!("| `{place}` | {} | {} |", self.kind(field), meaning.replace('|', "\\|")));
            self.inside(&place, field, out);
        }
    }

    fn inside(&mut self, place: &str, shape: &Shape, out: &mut Vec<String>) {
        if let Some(items) = &shape.items {
            self.inside(&format!("{place}[]"), items, out);
        }
        let told = self.meanings.label(shape).is_some_and(|label| self.shared.contains_key(&label));
        if !told && !self.is_map(shape) {
            self.rows(place, shape, out);
        }
    }

    /// Whether the names of an object's fields are data themselves.
    fn is_map(&self, shape: &Shape) -> bool {
        let plain = shape.fields.iter().all(|(_, f)| f.fields.is_empty() && f.items.is_none());
        let strange = shape
            .fields
            .iter()
            .any(|(n, _)| !n.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()));
        strange || (shape.sets.len() > 1 && plain && shape.names().is_none())
    }

    fn kind(&self, shape: &Shape) -> String {
        let mut kinds: Vec<String> = Vec::new();
        if let Some(items) = &shape.items {
            let of = self.kind(items);
            kinds.push(if of == "nothing" { "list".into() } else { format!("list of {of}") });
        }
        if !shape.fields.is_empty() {
            let label = self.meanings.label(shape).filter(|label| self.shared.contains_key(label));
            let linked = label.map(|l| format!("[{l}](#{})", l.to_lowercase().replace(' ', "-")));
            kinds.push(linked.unwrap_or_else(|| if self.is_map(shape) { "map".into() } else { "object".into() }));
        }
        kinds.extend(shape.plain.iter().filter(|k| **k != "nothing").map(|k| (*k).to_owned()));
        if shape.plain.contains("nothing") || kinds.is_empty() {
            kinds.push("nothing".into());
        }
        kinds.join(" or ")
    }
}

fn join(into: &mut Shape, other: &Shape) {
    into.plain.extend(&other.plain);
    into.sets.extend(other.sets.iter().cloned());
    for (name, field) in &other.fields {
        join(into.field(name), field);
    }
    if let Some(items) = &other.items {
        join(into.items.get_or_insert_default(), items);
    }
}
