//! The text of a record: what its page shows, field by field and section by section.
//!
//! In: an entry, the field table of its kind. Out: `Doc`. Never the English words and keys of the data where
//! the page has Chinese ones, never addresses and names of files, never what the record withholds.

use serde_json::{Map, Value};

use super::doc::{Doc, Part};
use crate::locale::Language;
use crate::markdown;
use crate::record::Entry;
use crate::schema::Shape;

/// What search knows of a record.
pub fn doc(entry: &Entry<'_>, language: Language) -> Doc {
    let date = entry.card.date.map(|d| d.to_string()).unwrap_or_default();
    let mut doc = Doc {
        url: entry.card.url.clone(),
        title: entry.unsearched.text(&entry.card.title).into_owned(),
        date,
        kind: entry.kind.name.to_owned(),
        wu: entry.card.wu.map(|w| w.word().to_owned()).unwrap_or_default(),
        state: entry.card.state.map(|s| s.key.to_owned()).unwrap_or_default(),
        parts: Vec::new(),
        sum: [0; 32],
    };
    if entry.record.common().no_search {
        return doc.summed();
    }
    let mut text = Text { chinese: language.base() == Language::Chinese, lines: Vec::new() };
    text.lines.push(entry.facts.summary.clone());
    let written = &entry.record.common().title.value;
    if *written != entry.card.title {
        text.lines.push(written.clone());
    }
    if let Value::Object(map) = &entry.data {
        text.object(map, Some(&(entry.kind.shape)()), true);
    }
    doc.push(String::new(), &text.lines.join("\n"), entry);
    for (anchor, words) in entry.prose.as_ref().map(|p| markdown::sections(p)).unwrap_or_default() {
        doc.push(anchor, &words, entry);
    }
    doc.summed()
}

impl Doc {
    /// Adds a section without names that may not be searched.
    fn push(&mut self, anchor: String, text: &str, entry: &Entry<'_>) {
        let text = entry.unsearched.text(text);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        if !lines.is_empty() {
            self.parts.push(Part { anchor, text: lines.join("\n") });
        }
    }
}

/// Gathers lines.
struct Text {
    chinese: bool,
    lines: Vec<String>,
}

impl Text {
    fn object(&mut self, map: &Map<String, Value>, shape: Option<&Shape>, top: bool) {
        match shape {
            Some(Shape::Object(table)) => {
                let table = table();
                for (key, value) in map {
                    let field = table.fields.iter().find(|f| f.en == key);
                    // The title is a line of its own kind.
                    if !(top && key == "title") {
                        self.value(value, field.map(|f| &f.shape).or(table.rest.as_deref()));
                    }
                }
            }
            // Free keys are words of the record.
            Some(Shape::Map(inner)) => {
                for (key, value) in map {
                    self.lines.push(key.clone());
                    self.value(value, Some(inner));
                }
            }
            Some(Shape::OneOf(forms)) => {
                let form = forms.iter().find(|f| matches!(f, Shape::Object(_) | Shape::Map(_)));
                self.object(map, form.filter(|f| !matches!(f, Shape::OneOf(_))), top);
            }
            _ => map.values().for_each(|value| self.value(value, None)),
        }
    }

    fn value(&mut self, value: &Value, shape: Option<&Shape>) {
        match value {
            Value::String(text) => self.word(text, shape),
            Value::Number(number) => self.lines.push(number.to_string()),
            Value::Array(list) => {
                let inner = match shape {
                    Some(Shape::List(inner)) => Some(&**inner),
                    other => other,
                };
                list.iter().for_each(|v| self.value(v, inner));
            }
            Value::Object(map) => self.object(map, shape, false),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn word(&mut self, text: &str, shape: Option<&Shape>) {
        match shape {
            Some(Shape::Choice(choices)) if self.chinese => {
                let choice = choices.iter().find(|c| c.en == text);
                self.lines.push(choice.map_or(text, |c| c.zh[0]).to_owned());
            }
            Some(Shape::Reference(_) | Shape::File) => {}
            Some(Shape::Date) => self.date(text),
            _ => self.lines.push(text.to_owned()),
        }
    }

    /// A date as it is written, and as people say it.
    fn date(&mut self, text: &str) {
        self.lines.push(text.to_owned());
        let number = |part: Option<&str>| part.and_then(|p| p.parse::<u16>().ok());
        let mut parts = text.split('-');
        if let (Some(year), Some(month), Some(day)) = (number(parts.next()), number(parts.next()), number(parts.next()))
            && self.chinese
        {
            self.lines.push(format!("{year}年{month}月{day}日"));
        }
    }
}
