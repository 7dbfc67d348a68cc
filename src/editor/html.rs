//! The boxes of a form.
//!
//! In: field tables, parts, what can be chosen, what is wrong. Out: HTML. Every text is escaped in `escape`, and
//! nowhere else is one put in; never decides what a value means.

use std::fmt::Write;

use super::check::Problem;
use super::choices::Choices;
use super::form::Part;
use super::grid::Grid;
use crate::locale::Messages;
use crate::schema::{Field, ObjectShape, Shape};

/// Fields that few records have: folded away while they are empty.
const SELDOM: &[&str] = &[
    "no_search",
    "privacy_waivers",
    "language",
    "translations",
    "sample",
    "corrections",
    "maker",
    "subtotals",
    "totals",
    "year_to_date",
    "closing_capital",
    "capital",
    "numbering",
    "unused",
    "balance_sheet",
    "distribution",
    "system",
    "restatements",
    "adjustments",
    "party_study",
    "authorized",
    "explanation",
    "motion",
    "not_applicable",
    "aliases",
    "past_figures",
    "bonus",
    "deductions",
    "vetoes",
    "appeals",
    "award",
    "change_reason",
    "samples",
    "stated",
    "follow_ups",
    "changes",
    "evaluation",
    "targets",
    "closed",
    "order",
];

/// A text that can stand in HTML, in or out of quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Writes the boxes of one record.
pub struct Boxes<'a> {
    /// The words of the program.
    pub words: &'a Messages,
    /// What can be chosen.
    pub choices: &'a Choices,
    /// What is wrong.
    pub problems: &'a [Problem],
    /// Whether hints are shown in Chinese.
    pub chinese: bool,
}

/// The form that stands in a part: of several forms the one it has.
pub(super) fn form_of<'s>(shape: &'s Shape, part: &Part) -> &'s Shape {
    let Shape::OneOf(forms) = shape else { return shape };
    let fits = |form: &&Shape| match part {
        Part::Text(_) => !matches!(form, Shape::Object(_) | Shape::Map(_) | Shape::Table),
        Part::Fields(..) => matches!(form, Shape::Object(_)),
        Part::Rows(_) => matches!(form, Shape::List(_)),
        Part::Pairs(_) => matches!(form, Shape::Map(_)),
        Part::Table(_) | Part::Kept => true,
    };
    forms.iter().find(fits).map_or(shape, |form| form_of(form, part))
}

impl Boxes<'_> {
    /// All fields of a record: first those that most records have, then the others in a fold.
    pub fn record(&self, table: &ObjectShape, part: &Part) -> String {
        let Part::Fields(known, free) = part else { return String::new() };
        let (mut out, mut fold) = (String::new(), String::new());
        let mut folded = 0;
        for field in &table.fields {
            let Some((_, part)) = known.iter().find(|(en, _)| *en == field.en) else { continue };
            let name = format!("r/{}", field.en);
            let html = self.field(table.name, field, part, &name);
            let wrong = self.problems.iter().any(|p| p.name == name || p.name.starts_with(&format!("{name}/")));
            if SELDOM.contains(&field.en) && !wrong && super::form::blank(part) && !field.required {
                folded += 1;
                fold.push_str(&html);
            } else {
                out.push_str(&html);
            }
        }
        if let Some(rest) = &table.rest {
            out.push_str(&self.pairs(rest, free, "r/+", table.name));
        }
        if folded > 0 {
            let title = self.words.text("edit-more", &[("count", folded.to_string())]);
            let _ = write!(out, "<details class=\"seldom\"><summary>{}</summary>{fold}</details>", escape(&title));
        }
        out
    }

    fn fields(&self, table: &ObjectShape, part: &Part, name: &str) -> String {
        let Part::Fields(known, free) = part else { return String::new() };
        let one = |f: &Field| {
            let part = known.iter().find(|(en, _)| *en == f.en).map(|(_, part)| part);
            part.map_or_else(String::new, |p| self.field(table.name, f, p, &format!("{name}/{}", f.en)))
        };
        let mut out: String = table.fields.iter().map(one).collect();
        if let Some(rest) = &table.rest {
            out.push_str(&self.pairs(rest, free, &format!("{name}/+"), table.name));
        }
        out
    }

    /// One field with its label, hint and what is wrong with it.
    fn field(&self, table: &str, field: &Field, part: &Part, name: &str) -> String {
        let shape = form_of(&field.shape, part);
        let label = if self.chinese { field.zh } else { field.en };
        match (shape, part) {
            (_, Part::Kept) => {
                let kept = escape(&self.words.word("edit-kept"));
                format!(
                    "<div class=\"field\"><span class=\"label\">{}</span><p class=\"hint\">{kept}</p></div>",
                    escape(label)
                )
            }
            (_, Part::Text(text)) => self.one(table, field, shape, text, name, label),
            (Shape::Object(inner), Part::Fields(..)) => {
                let hint = self.hint_line(table, field, None, name);
                self.group(label, &format!("{hint}{}", self.fields(&inner(), part, name)), name)
            }
            (Shape::List(inner), Part::Rows(rows)) => {
                let hint = self.hint_line(table, field, None, name);
                let inner = match rows.first() {
                    Some(row) => form_of(inner, &row.part),
                    None => first(inner),
                };
                self.group(label, &format!("{hint}{}", Grid { boxes: self, name, label }.rows(inner, rows)), name)
            }
            (Shape::Map(inner), Part::Pairs(pairs)) => {
                let hint = self.hint_line(table, field, None, name);
                self.group(label, &format!("{hint}{}", self.pairs(inner, pairs, name, label)), name)
            }
            (_, Part::Table(rows)) => {
                let hint = self.hint_line(table, field, None, name);
                self.group(label, &format!("{hint}{}", Grid { boxes: self, name, label }.table(rows)), name)
            }
            _ => String::new(),
        }
    }

    fn pairs(&self, shape: &Shape, pairs: &[super::form::Pair], name: &str, label: &str) -> String {
        Grid { boxes: self, name, label }.pairs(shape, pairs)
    }

    /// Fields of a row or pair that is no line of a grid.
    pub(super) fn inner(&self, shape: &Shape, part: &Part, name: &str) -> String {
        match (form_of(shape, part), part) {
            (Shape::Object(table), Part::Fields(..)) => self.fields(&table(), part, name),
            (shape, Part::Text(text)) => {
                let name = format!("{name}/=");
                self.input("", "", shape, text, &name, &self.words.word("edit-value"), true)
            }
            (Shape::Map(inner), Part::Pairs(pairs)) => self.pairs(inner, pairs, name, ""),
            _ => format!("<p class=\"hint\">{}</p>", escape(&self.words.word("edit-kept"))),
        }
    }

    fn group(&self, label: &str, inner: &str, name: &str) -> String {
        let wrong = self.wrong(name);
        let said = if wrong.is_empty() {
            String::new()
        } else {
            format!("<p class=\"wrong\" id=\"{}-e\">{wrong}</p>", escape(name))
        };
        let name = escape(name);
        format!(
            "<fieldset class=\"group\" id=\"{name}\" data-name=\"{name}\"><legend>{}</legend>{said}{inner}</fieldset>",
            escape(label)
        )
    }

    /// What is said of exactly this box, in sentences.
    pub(super) fn wrong(&self, name: &str) -> String {
        let own = self.problems.iter().filter(|p| p.name == name && p.severity != "info");
        let said = own
            .map(|p| format!("<span class=\"{}\">{}</span>", p.severity, escape(&format!("{}{}", p.message, p.help))));
        said.collect::<Vec<_>>().join("<br>")
    }

    /// Whether what stands in a box cannot be published.
    pub(super) fn is_invalid(&self, name: &str) -> bool {
        self.problems.iter().any(|p| p.name == name && p.severity == "error")
    }

    fn hint(&self, table: &str, field: &Field, shape: Option<&Shape>) -> Option<String> {
        let find = |id: &str| self.words.find::<&str, &str>(id, &[]);
        let own = find(&format!("hint-{}-{}", table.to_lowercase(), field.en))
            .or_else(|| find(&format!("hint-{}", field.en)));
        let form = || match shape? {
            Shape::Money => find("edit-hint-money"),
            Shape::Date => find("edit-hint-date"),
            Shape::Period => find("edit-hint-period"),
            Shape::List(_) => find("edit-hint-lines"),
            Shape::File => find("edit-hint-file"),
            _ => None,
        };
        let english = || (!self.chinese).then(|| field.doc.trim().to_owned());
        own.or_else(english).or_else(form)
    }

    fn hint_line(&self, table: &str, field: &Field, shape: Option<&Shape>, name: &str) -> String {
        let hint = self.hint(table, field, shape).unwrap_or_default();
        if hint.is_empty() {
            String::new()
        } else {
            format!("<p class=\"hint\" id=\"{}-h\">{}</p>", escape(name), escape(&hint))
        }
    }

    fn one(&self, table: &str, field: &Field, shape: &Shape, text: &str, name: &str, label: &str) -> String {
        let hint = self.hint_line(table, field, Some(shape), name);
        let wrong = self.wrong(name);
        let id = escape(name);
        let said = format!("<p class=\"wrong\" id=\"{id}-e\">{wrong}</p>");
        let needed = if field.required {
            format!(" <b class=\"needed\">{}</b>", escape(&self.words.word("edit-needed")))
        } else {
            String::new()
        };
        let input = self.input(table, field.en, shape, text, name, "", !hint.is_empty());
        format!("<div class=\"field\"><label for=\"{id}\">{}{needed}</label>{hint}{said}{input}</div>", escape(label))
    }
}

/// The form that is offered where nothing stands yet.
pub(super) fn first(shape: &Shape) -> &Shape {
    match shape {
        Shape::OneOf(forms) => forms.first().map_or(shape, first),
        other => other,
    }
}
