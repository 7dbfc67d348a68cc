//! A record on the desk: the text it was shown from, and the text that its form would make of it.
//!
//! In: a record and a form. Out: both texts. Never writes.

use super::form::{self, Changes, Given, Ground, Part};
use super::office::{Room, Subject};
use crate::diagnostic::{FileId, Sink};
use crate::edit::{Document, Refusal};
use crate::serve::exchange::Form;
use crate::yaml::{self, Node, NodeKind};

/// A record as a form shows it.
pub struct Sheet {
    /// The text that the form was made from; empty for a new record.
    pub base: String,
    /// Its parts.
    pub part: Part,
    /// Its prose, where it can have any.
    pub prose: Option<String>,
    /// What the form knew of tables beside the record.
    pub tables: Option<String>,
}

/// What a form makes of its record.
pub struct Made {
    /// The new text.
    pub text: String,
    /// New texts of tables beside it.
    pub tables: Vec<(String, String)>,
}

/// The hash by which a form knows the text it was made from.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// A text as the tree of its fields.
fn tree(subject: &Subject, text: &str) -> Option<(Document, Option<Node>)> {
    if text.is_empty() {
        return Some((Document::empty(subject.format()), None));
    }
    let document = Document::split(text, subject.format()).ok()?;
    let node = yaml::parse(FileId(0), &document.yaml, 0, &mut Sink::default())?;
    matches!(node.kind, NodeKind::Map(_)).then_some((document, Some(node)))
}

/// The hashes of the tables that a form shows, by path: they may change underneath too.
pub fn tables(part: &Part, room: &Room<'_>) -> String {
    fn walk(part: &Part, found: &mut Vec<String>) {
        match part {
            Part::Fields(known, _) => known.iter().for_each(|(_, part)| walk(part, found)),
            Part::Table(table) => found.extend(table.file.clone()),
            _ => {}
        }
    }
    let mut paths = Vec::new();
    walk(part, &mut paths);
    let told = |path: &String| {
        let bytes = room.files.get(path).unwrap_or_default();
        format!("{path}:{}", blake3::hash(bytes).to_hex())
    };
    paths.iter().map(told).collect::<Vec<_>>().join("\n")
}

impl Sheet {
    /// The sheet of a text; none where it cannot be shown as a form.
    pub fn of(subject: &Subject, text: &str, room: &Room<'_>) -> Option<Self> {
        let (document, node) = tree(subject, text)?;
        let ground = Ground { files: room.files.from(subject.folder()) };
        let part = form::part(&subject.shape(), node.as_ref(), ground);
        let prose = (subject.format() == crate::record::kind::Format::Prose).then_some(document.prose);
        Some(Self { base: text.to_owned(), part, prose, tables: None })
    }

    /// The sheet that was sent; `None` where its base cannot be read. `button` is what was pressed in the form.
    pub fn sent(subject: &Subject, form: &Form, button: &str) -> Option<Self> {
        let base: String = match form.value("_base") {
            Some(text) if !text.is_empty() => serde_json::from_str(text).ok()?,
            _ => String::new(),
        };
        let (_, node) = tree(subject, &base)?;
        let mut given = Given::of(&form.fields);
        given.press(button);
        let mut root = Given::default();
        root.below.push(("root".into(), given));
        let part = form::read(&subject.shape(), node.as_ref(), Some(&root), "root");
        let prose = form.value("_prose").map(|text| text.replace("\r\n", "\n"));
        let tables = form.value("_tables").map(|text| text.replace("\r\n", "\n"));
        Some(Self { base, part, prose, tables })
    }

    /// The text that the form makes of its base.
    ///
    /// # Errors
    /// Where the text cannot be changed without touching more than was asked.
    pub fn make(&self, subject: &Subject, room: &Room<'_>) -> Result<Made, Refusal> {
        self.make_on(&self.base, subject, room)
    }

    /// What the form changed in its base, done to another text.
    ///
    /// # Errors
    /// As for [`Self::make`]; also where the other text no longer has what was changed.
    pub fn make_on(&self, other: &str, subject: &Subject, room: &Room<'_>) -> Result<Made, Refusal> {
        let (own, node) = tree(subject, &self.base).ok_or(Refusal::Unreadable)?;
        let (mut document, _) = tree(subject, other).ok_or(Refusal::Unreadable)?;
        let ground = Ground { files: room.files.from(subject.folder()) };
        let Changes { list, tables } = form::changes(&subject.shape(), node.as_ref(), &self.part, ground);
        document.change(&list)?;
        if let Some(prose) = &self.prose
            && *prose != own.prose.replace("\r\n", "\n")
        {
            document.set_prose(prose);
        }
        Ok(Made { text: document.join(), tables })
    }
}
