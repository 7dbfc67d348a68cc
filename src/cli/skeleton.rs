//! The text of a record that is still to be filled in.
//!
//! In: a field table, a title, a day. Out: YAML in the table's own order: what must be there is written, all else stands
//! as a comment; each line tells what it is. Never makes up a fact.

use crate::locale::Messages;
use crate::schema::{Field, ObjectShape, Shape};
use crate::value::{Date, PLACEHOLDER};

/// From what column on lines tell what they are.
const NOTES: usize = 30;
/// How many words of a choice a line tells.
const CHOICES: usize = 8;

/// What is known already.
pub(super) struct Skeleton<'a> {
    pub title: &'a str,
    pub published: Option<Date>,
    pub today: Date,
    pub words: &'a Messages,
}

impl Skeleton<'_> {
    /// The lines of a mapping.
    pub(super) fn object(&self, table: &ObjectShape) -> String {
        let mut out = String::new();
        if table.fields.iter().any(|f| !f.required) {
            out.push_str(&format!("# {}\n", self.words.word("new-how")));
        }
        for field in &table.fields {
            let written = field.required || (field.en == "published" && self.published.is_some());
            let line = format!("{}{}: {}", if written { "" } else { "# " }, field.zh, self.value(field));
            let gap = NOTES.saturating_sub(width(&line)).max(2);
            let note = self.note(field);
            out.push_str(&line);
            if !note.is_empty() {
                out.push_str(&format!("{}# {note}", " ".repeat(gap)));
            }
            out.push('\n');
        }
        out
    }

    /// What a field is: in words of its own where there are some, and how it is written.
    fn note(&self, field: &Field) -> String {
        let own = self.words.find::<&str, &str>(&format!("field-{}", field.en.replace('_', "-")), &[]);
        let form = self.form(&field.shape);
        let parts: Vec<String> = own.into_iter().chain(Some(form).filter(|f| !f.is_empty())).collect();
        let note = parts.join(&self.words.word("new-note-and"));
        if field.required && !note.is_empty() { self.words.text("new-note-must", &[("note", note)]) } else { note }
    }

    /// How a value of this form is written.
    fn form(&self, shape: &Shape) -> String {
        let say = |id: &str| self.words.word(&format!("schema-{id}"));
        match shape {
            Shape::Text | Shape::Map(_) => String::new(),
            Shape::Money => say("money"),
            Shape::Date => say("date"),
            Shape::Period => say("period"),
            Shape::Integer => say("integer"),
            Shape::Number => say("number"),
            Shape::Fraction => say("fraction"),
            Shape::YesNo => say("yes-no"),
            Shape::File => say("file"),
            Shape::Table => say("table"),
            Shape::Reference(folder) => self.words.text("schema-reference", &[("folder", *folder)]),
            Shape::Profile(folder) => self.words.text("schema-profile", &[("folder", *folder)]),
            Shape::Choice(choices) => {
                let some: Vec<&str> = choices.iter().take(CHOICES).map(|c| c.zh[0]).collect();
                let more = if choices.len() > CHOICES { "…" } else { "" };
                self.words.text("new-note-choice", &[("choices", some.join("、") + more)])
            }
            Shape::List(inner) => self.words.text("new-note-list", &[("form", self.form(inner))]),
            Shape::OneOf(forms) => forms.first().map_or_else(String::new, |form| self.form(form)),
            Shape::Object(table) => {
                let parts: Vec<&str> = table().fields.iter().map(|f| f.zh).collect();
                self.words.text("new-note-parts", &[("parts", parts.join("、"))])
            }
        }
    }

    fn value(&self, field: &Field) -> String {
        match (field.en, self.published) {
            ("title", _) => format!("\"{}\"", self.title.replace('\\', "\\\\").replace('"', "\\\"")),
            ("published", Some(day)) => day.to_string(),
            _ => self.shape(&field.shape),
        }
    }

    /// One line that stands for a value of this form.
    fn shape(&self, shape: &Shape) -> String {
        match shape {
            Shape::Money => "0.00".into(),
            Shape::Date => self.today.to_string(),
            Shape::Period => self.today.to_string()[..7].into(),
            Shape::Integer | Shape::Number => "0".into(),
            Shape::Fraction => "1/2".into(),
            Shape::YesNo => "否".into(),
            Shape::Choice(choices) => choices[0].zh[0].into(),
            Shape::Text | Shape::Reference(_) | Shape::Profile(_) | Shape::File | Shape::Table => PLACEHOLDER.into(),
            Shape::List(inner) => format!("[{}]", self.shape(inner)),
            Shape::Map(inner) => format!("{{{PLACEHOLDER}: {}}}", self.shape(inner)),
            Shape::OneOf(forms) => forms.first().map_or_else(|| PLACEHOLDER.into(), |form| self.shape(form)),
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

/// Columns that a line takes: a Chinese sign takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, messages};
    use crate::record::KINDS;

    #[test]
    fn a_question_to_be_filled_in() {
        let query = KINDS.iter().find(|k| k.name == "query").expect("there are questions");
        let Shape::Object(table) = (query.shape)() else { panic!("a mapping") };
        let words = messages(Language::Chinese);
        let today = Date::constant(2026, 11, 23);
        let text = Skeleton { title: "水费", published: Some(today), today, words }.object(&table());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[..4],
            [
                "# 带“#”的行可以不填；要填就去掉行首的“# ”。",
                "标题: \"水费\"                  # 必填：写清是什么事，一行写完",
                "公开日期: 2026-11-23          # 开始公开的第一天；日期，比如 2026-08-11",
                "# 至: 2026-11-23              # 公开到哪一天为止；日期，比如 2026-08-11",
            ]
        );
        let order: Vec<String> = table().fields.iter().map(|f| f.zh.to_owned()).collect();
        let written: Vec<String> = lines[1..]
            .iter()
            .map(|l| l.trim_start_matches("# ").split(':').next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(written, order, "every field, in the table's own order");
        assert!(lines.iter().any(|l| l.starts_with("# 五务: ") && l.contains("# 从这些里选：")), "{text}");
    }
}
