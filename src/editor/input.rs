//! One box of a form: a line, lines, a list to choose from.
//!
//! In: the form of a value, what stands in it, what can be chosen. Out: HTML. Never drops a value that is not
//! among the choices: it stays one of them.

use std::fmt::Write;

use super::choices::Choice;
use super::html::{Boxes, escape};
use crate::schema::{Field, Shape};

/// Fields whose text is long.
const LONG: &[&str] = &["question", "answer", "intro", "summary", "explanation"];

impl Boxes<'_> {
    /// One box; `label` names it where no label stands beside it.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn input(
        &self,
        table: &str,
        field: &str,
        shape: &Shape,
        text: &str,
        name: &str,
        label: &str,
        hint: bool,
    ) -> String {
        let id = escape(name);
        let mut told = vec![format!("{id}-e")];
        if hint {
            told.push(format!("{id}-h"));
        }
        let mut common = format!(" id=\"{id}\" name=\"{id}\"");
        if label.is_empty() {
            let _ = write!(common, " aria-describedby=\"{}\"", told.join(" "));
        } else {
            let _ = write!(common, " aria-label=\"{}\"", escape(label));
        }
        if self.is_invalid(name) {
            common.push_str(" aria-invalid=\"true\"");
        }
        if !label.is_empty() && !self.wrong(name).is_empty() {
            let _ = write!(common, " aria-describedby=\"{}\"", told[0]);
        }
        let offered: Option<Vec<Choice>> = match shape {
            Shape::Reference(folder) => Some(self.choices.records(folder).to_vec()),
            Shape::Profile(folder) => Some(self.choices.profiles(folder).to_vec()),
            Shape::File => Some(self.choices.files().to_vec()),
            _ => self.choices.field(table, field).map(<[Choice]>::to_vec),
        };
        match shape {
            Shape::Choice(choices) => {
                let now = choices.iter().find(|c| c.is(text.trim()));
                let value = |c: &crate::schema::Choice| match now {
                    Some(own) if own == c => text.trim().to_owned(),
                    _ => c.zh[0].to_owned(),
                };
                let shown = |c: &crate::schema::Choice| if self.chinese { c.zh[0] } else { c.en }.to_owned();
                select(&common, text, &choices.iter().map(|c| (value(c), shown(c))).collect::<Vec<_>>())
            }
            Shape::YesNo => {
                let (yes, no) = (matches!(text, "有" | "yes" | "true"), matches!(text, "无" | "no" | "false"));
                let value = |own: bool, word: &str| if own { text.to_owned() } else { word.to_owned() };
                let word = |id: &str| self.words.word(id);
                select(&common, text, &[(value(yes, "是"), word("edit-yes")), (value(no, "否"), word("edit-no"))])
            }
            Shape::List(_) => format!(
                "<textarea rows=\"{}\"{common}>\n{}</textarea>",
                text.lines().count().clamp(1, 8) + 1,
                escape(text)
            ),
            _ if text.contains('\n') || LONG.contains(&field) => {
                format!(
                    "<textarea rows=\"{}\"{common}>\n{}</textarea>",
                    text.lines().count().clamp(2, 14) + 1,
                    escape(text)
                )
            }
            // A code says little without its name.
            Shape::Text if offered.as_ref().is_some_and(|o| o.iter().any(|(_, n)| !n.is_empty())) => {
                select(&common, text, &offered.unwrap_or_default())
            }
            _ => {
                let (mode, class) = match shape {
                    Shape::Money | Shape::Number => (" inputmode=\"decimal\"", " class=\"n\""),
                    Shape::Integer => (" inputmode=\"numeric\"", " class=\"n\""),
                    Shape::Date if label.is_empty() => (" placeholder=\"2026-10-12\"", " class=\"date\""),
                    Shape::Period if label.is_empty() => (" placeholder=\"2026Q3\"", " class=\"date\""),
                    _ => ("", ""),
                };
                let (list, options) = offered.filter(|o| !o.is_empty()).map_or_else(Default::default, |offered| {
                    // Boxes of one column share their list.
                    let shared = format!("list-{table}-{field}");
                    (
                        format!(" list=\"{shared}\""),
                        if label.is_empty() { datalist(&shared, &offered) } else { String::new() },
                    )
                });
                let kind = match shape {
                    Shape::Money => "money",
                    Shape::Number => "number",
                    Shape::Integer => "integer",
                    Shape::Date => "date",
                    Shape::Period => "period",
                    _ => "text",
                };
                format!(
                    "<input type=\"text\" autocomplete=\"off\" data-kind=\"{kind}\" value=\"{}\"{common}{mode}{class}{list}>{options}",
                    escape(text)
                )
            }
        }
    }

    /// The list that the boxes of a column share.
    pub(super) fn column_list(&self, table: &str, field: &Field) -> String {
        let shape = match &field.shape {
            Shape::OneOf(forms) => forms.first().unwrap_or(&field.shape),
            other => other,
        };
        let offered = match shape {
            Shape::Reference(folder) => self.choices.records(folder),
            Shape::Profile(folder) => self.choices.profiles(folder),
            Shape::File => self.choices.files(),
            _ => self.choices.field(table, field.en).unwrap_or_default(),
        };
        if offered.is_empty() { String::new() } else { datalist(&format!("list-{table}-{}", field.en), offered) }
    }
}

fn select(common: &str, now: &str, options: &[Choice]) -> String {
    let now = now.trim();
    let mut out = format!("<select{common}><option value=\"\"></option>");
    if !now.is_empty() && !options.iter().any(|(value, _)| value == now) {
        let _ = write!(out, "<option selected>{}</option>", escape(now));
    }
    for (value, name) in options {
        let chosen = if value == now { " selected" } else { "" };
        let shown = if name.is_empty() { value } else { name };
        let _ = write!(out, "<option value=\"{}\"{chosen}>{}</option>", escape(value), escape(shown));
    }
    out.push_str("</select>");
    out
}

fn datalist(id: &str, options: &[Choice]) -> String {
    let one = |(value, name): &Choice| {
        if name.is_empty() {
            format!("<option value=\"{}\">", escape(value))
        } else {
            format!("<option value=\"{}\">{}</option>", escape(value), escape(name))
        }
    };
    format!("<datalist id=\"{}\">{}</datalist>", escape(id), options.iter().map(one).collect::<String>())
}
