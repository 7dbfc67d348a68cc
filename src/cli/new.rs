//! `gongkai new`: a record to be filled in.
//!
//! In: kind, title, community. Out: one file made from the kind's field table: required fields are
//! written, the others stand as comments. Never overwrites a file.

use super::args::New;
use super::print;
use super::setting::Setting;
use crate::error::Error;
use crate::load::extension;
use crate::record::KINDS;
use crate::record::kind::{Format, KindInfo};
use crate::route;
use crate::schema::{Field, ObjectShape, Shape};
use crate::value::PLACEHOLDER;
use crate::world::World;
use crate::write::replace_file;

pub(super) fn run(options: &New, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(None)?;
    let kind = kind(&options.kind, setting)?;
    let known = world.folders("content/communities")?;
    let id = community(options, setting, &known)?;
    let name = format!("{}.{}", route::slug(&options.title), extension(kind.format));
    let path = world.root().join("content/communities").join(id).join(kind.folder).join(name);
    let facts = [("path", path.display().to_string())];
    if path.exists() {
        return Err(Error::Usage(setting.words.text("new-exists", &facts)));
    }
    let Shape::Object(table) = (kind.shape)() else {
        unreachable!("every kind of record is a mapping");
    };
    let writer = Skeleton { title: &options.title, todo: PLACEHOLDER, today: world.today().to_string() };
    let fields = writer.object(&table());
    let text = match kind.format {
        Format::Prose => format!("---\n{fields}---\n\n"),
        Format::Data => fields,
    };
    replace_file(&path, text.as_bytes())?;
    print::say(setting, &setting.words.text("new-done", &facts));
    print::result(&path.display().to_string());
    Ok(0)
}

/// The kind by its name, its folder, or its Chinese words.
fn kind(name: &str, setting: &Setting) -> Result<&'static KindInfo, Error> {
    let words = |k: &KindInfo| setting.words.word(&format!("section-{}", k.folder));
    let found = KINDS.iter().find(|k| k.name == name || k.folder == name || words(k) == name);
    found.ok_or_else(|| {
        let known = KINDS.iter().map(|k| format!("{} ({})", k.name, words(k))).collect::<Vec<_>>().join(", ");
        Error::Usage(setting.words.text("unknown-kind", &[("kind", name.to_owned()), ("known", known)]))
    })
}

fn community<'a>(options: &New, setting: &Setting, known: &'a [String]) -> Result<&'a str, Error> {
    let found = match (&options.community, known) {
        (Some(id), _) => known.iter().find(|k| *k == id),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.map(String::as_str).ok_or_else(|| {
        let known = ("known", known.join(", "));
        Error::Usage(match &options.community {
            Some(id) => setting.words.text("unknown-community", &[("id", id.clone()), known]),
            None => setting.words.text("which-community", &[known]),
        })
    })
}

struct Skeleton<'a> {
    title: &'a str,
    todo: &'static str,
    today: String,
}

impl Skeleton<'_> {
    fn object(&self, table: &ObjectShape) -> String {
        let (required, optional): (Vec<&Field>, Vec<&Field>) = table.fields.iter().partition(|f| f.required);
        let mut out = String::new();
        for field in required {
            out.push_str(&format!("{}: {}\n", field.zh, self.value(field)));
        }
        for field in optional {
            out.push_str(&format!("# {}: {}\n", field.zh, self.value(field)));
        }
        out
    }

    fn value(&self, field: &Field) -> String {
        if field.en == "title" {
            return format!("\"{}\"", self.title.replace('\\', "\\\\").replace('"', "\\\""));
        }
        self.shape(&field.shape)
    }

    /// One line that stands for a value of this form.
    fn shape(&self, shape: &Shape) -> String {
        match shape {
            Shape::Money => "0.00".into(),
            Shape::Date => self.today.clone(),
            Shape::Period => self.today[..7].into(),
            Shape::Integer | Shape::Number => "0".into(),
            Shape::Fraction => "1/2".into(),
            Shape::YesNo => "否".into(),
            Shape::Choice(choices) => choices[0].zh[0].into(),
            Shape::Text | Shape::Reference(_) | Shape::Profile(_) | Shape::File | Shape::Table => self.todo.into(),
            Shape::List(inner) => format!("[{}]", self.shape(inner)),
            Shape::Map(inner) => format!("{{{}: {}}}", self.todo, self.shape(inner)),
            Shape::OneOf(forms) => forms.first().map_or_else(|| self.todo.into(), |form| self.shape(form)),
            Shape::Object(table) => {
                let parts = table().fields;
                let first = |f: &&Field| f.required || !parts.iter().any(|f| f.required);
                let inner: Vec<String> =
                    parts.iter().filter(first).map(|f| format!("{}: {}", f.zh, self.shape(&f.shape))).collect();
                format!("{{{}}}", inner.join(", "))
            }
        }
    }
}
