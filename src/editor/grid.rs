//! Rows as a grid: a table of boxes that works without scripts.
//!
//! In: the form of a row, its rows. Out: HTML. Rows that do not fit into a line become groups of fields.
//! Never adds up what cannot be added.

use std::fmt::Write;

use super::form::{Pair, Part, RowPart, TablePart, is_cell};
use super::html::{Boxes, escape, form_of};
use crate::record::disclosure::is_sum_column;
use crate::schema::{Field, ObjectShape, Shape};
use crate::value::Money;

/// How many blank rows an empty grid shows.
const BLANK: usize = 3;

/// Columns that few rows fill: hidden while they are empty.
const SELDOM: &[&str] = &[
    "capital",
    "reverses",
    "source",
    "decision",
    "project",
    "receipt",
    "notice_date",
    "women_present",
    "motion",
    "minutes",
    "opinion",
    "list",
    "until_list",
    "secretary_is_director",
    "since",
    "outside",
    "payer",
];

/// The rows of one list.
pub struct Grid<'a, 'b> {
    /// Writes the boxes.
    pub boxes: &'a Boxes<'b>,
    /// The name of the list.
    pub name: &'a str,
    /// What it is called.
    pub label: &'a str,
}

/// One column.
struct Column {
    head: String,
    sum: bool,
    seldom: bool,
}

impl Grid<'_, '_> {
    fn word(&self, id: &str) -> String {
        escape(&self.boxes.words.word(id))
    }

    /// Tells that the list was part of the form, even where no row is left.
    fn mark(&self) -> String {
        format!("<input type=\"hidden\" name=\"{}/.\" value=\"1\">", escape(self.name))
    }

    /// Rows of a list.
    pub fn rows(&self, shape: &Shape, rows: &[RowPart]) -> String {
        match shape {
            Shape::Object(table) => {
                let table = table();
                let flat = table.rest.is_none() && table.fields.iter().all(|f| is_cell(&f.shape));
                if flat { self.lines(&table, rows) } else { self.cards(shape, rows) }
            }
            _ => self.cards(shape, rows),
        }
    }

    fn lines(&self, table: &ObjectShape, rows: &[RowPart]) -> String {
        let cell = |row: &Part, field: &Field| match row {
            Part::Fields(known, _) => known.iter().find(|(en, _)| *en == field.en).map(|(_, part)| part.clone()),
            _ => None,
        };
        let column = |f: &Field| Column {
            head: if self.boxes.chinese { f.zh } else { f.en }.to_owned(),
            sum: matches!(f.shape, Shape::Money) && f.en != "balance",
            seldom: !f.required
                && SELDOM.contains(&f.en)
                && rows.iter().all(|r| cell(&r.part, f).is_none_or(|p| super::form::blank(&p))),
        };
        let columns: Vec<Column> = table.fields.iter().map(column).collect();
        let line = |name: &str, at: &str, old: Option<usize>, part: Option<&Part>| {
            let boxes = table.fields.iter().zip(&columns).map(|(field, column)| {
                let text = match part.and_then(|p| cell(p, field)) {
                    Some(Part::Text(text)) => Some(text),
                    Some(_) => None,
                    None => Some(String::new()),
                };
                let name = format!("{}/{name}/{}", self.name, field.en);
                self.cell(table.name, field, text.as_deref(), &name, at, column)
            });
            let boxes: String = boxes.collect();
            self.line(name, at, old.map(|o| o.to_string()), &boxes)
        };
        let mut body: String = rows
            .iter()
            .enumerate()
            .map(|(n, row)| line(&row.name, &(n + 1).to_string(), row.old, Some(&row.part)))
            .collect();
        if rows.is_empty() {
            body = (0..BLANK).map(|n| line(&n.to_string(), &(n + 1).to_string(), None, None)).collect();
        }
        let lists: String = table.fields.iter().map(|f| self.boxes.column_list(table.name, f)).collect();
        let sums: Vec<Option<Money>> = table
            .fields
            .iter()
            .zip(&columns)
            .map(|(f, column)| column.sum.then(|| sum(rows.iter().filter_map(|r| cell(&r.part, f)))))
            .collect();
        self.frame(&columns, &body, &line("{n}", "{n}", None, None), &sums, &lists)
    }

    fn cell(&self, table: &str, field: &Field, text: Option<&str>, name: &str, at: &str, column: &Column) -> String {
        let class = cell_class(column, &field.shape);
        let head = escape(&column.head);
        let Some(text) = text else {
            return format!(
                "<td{class} data-label=\"{head}\"><span class=\"hint\">{}</span></td>",
                self.word("edit-kept-short")
            );
        };
        let row = self.boxes.words.text("edit-row", &[("row", at)]);
        let label = format!("{row} {}", column.head);
        let wrong = self.boxes.wrong(name);
        let said = if wrong.is_empty() {
            String::new()
        } else {
            format!("<p class=\"wrong\" id=\"{}-e\">{wrong}</p>", escape(name))
        };
        let part = Part::Text(text.to_owned());
        let shape = form_of(&field.shape, &part);
        let input = match shape {
            // Several values stand in one cell with `、` between them, unless one of them holds it.
            Shape::List(inner) if !text.contains('、') => {
                let joined = text.replace('\n', "、");
                self.boxes.input(table, field.en, inner, &joined, &format!("{name}~"), &label, false)
            }
            shape => self.boxes.input(table, field.en, shape, text, name, &label, false),
        };
        format!("<td{class} data-label=\"{head}\">{input}{said}</td>")
    }

    fn line(&self, name: &str, at: &str, old: Option<String>, boxes: &str) -> String {
        let row = escape(&format!("{}/{name}", self.name));
        let drop = escape(&self.boxes.words.text("edit-drop-row", &[("row", at)]));
        let short = self.word("edit-drop");
        format!(
            "<tr data-row=\"{row}\"><th scope=\"row\" class=\"no\">{at}<input type=\"hidden\" name=\"{row}/@\" value=\"{}\"></th>{boxes}\
             <td class=\"act\"><button name=\"_do\" value=\"drop:{row}\" class=\"quiet\" data-drop aria-label=\"{drop}\">{short}</button></td></tr>",
            escape(&old.unwrap_or_default())
        )
    }

    fn frame(&self, columns: &[Column], body: &str, blank: &str, sums: &[Option<Money>], lists: &str) -> String {
        let name = escape(self.name);
        let head: String = columns
            .iter()
            .map(|c| format!("<th scope=\"col\"{}>{}</th>", cell_class(c, &Shape::Text), escape(&c.head)))
            .collect();
        let mut out = String::new();
        if columns.iter().any(|c| c.seldom) {
            let _ = write!(
                out,
                "<input type=\"checkbox\" class=\"all-columns\" id=\"{name}-all\"><label for=\"{name}-all\" class=\"small\">{}</label>",
                self.word("edit-all-columns")
            );
        }
        let foot = if sums.iter().any(Option::is_some) {
            let cell = |(sum, column): (&Option<Money>, &Column)| match sum {
                Some(sum) => format!("<td class=\"n\" data-sum>{}</td>", sum.grouped()),
                None => format!("<td{}></td>", cell_class(column, &Shape::Text)),
            };
            let cells: String = sums.iter().zip(columns).map(cell).collect();
            format!("<tfoot><tr><th scope=\"row\">{}</th>{cells}<td></td></tr></tfoot>", self.word("edit-sum"))
        } else {
            String::new()
        };
        let _ = write!(
            out,
            "<input type=\"hidden\" name=\"{name}/.\" value=\"1\"><div class=\"scroll\"><table class=\"grid\" data-grid=\"{name}\"><caption class=\"vh\">{}</caption><thead><tr><th scope=\"col\" class=\"no\">{}</th>{head}<td></td></tr></thead><tbody>{body}</tbody>{foot}</table></div>\
             <template data-blank=\"{name}\">{blank}</template>{lists}\
             <p class=\"acts\"><button name=\"_do\" value=\"add:{name}\" data-add=\"{name}\" class=\"quiet\">{}</button> <span class=\"hint paste\" hidden>{}</span></p>",
            escape(self.label),
            self.word("edit-number"),
            self.word("edit-add-row"),
            self.word("edit-paste-hint"),
        );
        out
    }

    /// Rows that are groups of fields.
    fn cards(&self, shape: &Shape, rows: &[RowPart]) -> String {
        let mut out = self.mark();
        for (n, row) in rows.iter().enumerate() {
            let name = format!("{}/{}", self.name, row.name);
            let inner = self.boxes.inner(shape, &row.part, &name);
            self.card(&mut out, &name, n, row.old.map(|o| o.to_string()), &inner);
        }
        let _ = write!(
            out,
            "<p class=\"acts\"><button name=\"_do\" value=\"add:{}\" class=\"quiet\">{}</button></p>",
            escape(self.name),
            self.word("edit-add-item")
        );
        out
    }

    fn card(&self, out: &mut String, name: &str, n: usize, old: Option<String>, inner: &str) {
        let legend = escape(&self.boxes.words.text("edit-row", &[("row", (n + 1).to_string())]));
        let name = escape(name);
        let drop = self.word("edit-drop");
        let _ = write!(
            out,
            "<fieldset class=\"card\"><legend>{legend}</legend><input type=\"hidden\" name=\"{name}/@\" value=\"{}\">{inner}\
             <p class=\"acts\"><button name=\"_do\" value=\"drop:{name}\" class=\"quiet\" aria-label=\"{drop} {legend}\">{drop}</button></p></fieldset>",
            escape(&old.unwrap_or_default())
        );
    }

    /// Free keys: a grid of names and values, or groups.
    pub fn pairs(&self, shape: &Shape, pairs: &[Pair]) -> String {
        let flat = is_cell(shape) && pairs.iter().all(|p| matches!(p.part, Part::Text(_) | Part::Kept));
        let key = |name: &str, key: &str, at: &str| {
            let label =
                format!("{} {}", self.boxes.words.text("edit-row", &[("row", at)]), self.boxes.words.word("edit-key"));
            self.boxes.input("", "", &Shape::Text, key, &format!("{}/{name}/#", self.name), &label, false)
        };
        if !flat {
            let mut out = self.mark();
            for (n, pair) in pairs.iter().enumerate() {
                let name = format!("{}/{}", self.name, pair.name);
                let inner = format!(
                    "<div class=\"field\"><span class=\"label\">{}</span>{}</div>{}",
                    self.word("edit-key"),
                    key(&pair.name, &pair.key, &(n + 1).to_string()),
                    self.boxes.inner(shape, &pair.part, &name)
                );
                self.card(&mut out, &name, n, pair.old.clone(), &inner);
            }
            let _ = write!(
                out,
                "<p class=\"acts\"><button name=\"_do\" value=\"add:{}\" class=\"quiet\">{}</button></p>",
                escape(self.name),
                self.word("edit-add-item")
            );
            return out;
        }
        let money = matches!(shape, Shape::Money);
        let columns = [
            Column { head: self.boxes.words.word("edit-key"), sum: false, seldom: false },
            Column { head: self.boxes.words.word("edit-value"), sum: money, seldom: false },
        ];
        let line = |name: &str, at: &str, pair: Option<&Pair>| {
            let own = key(name, pair.map_or("", |p| p.key.as_str()), at);
            let value = match pair.map(|p| &p.part) {
                Some(Part::Text(text)) => Some(text.as_str()),
                Some(_) => None,
                None => Some(""),
            };
            let label = format!("{} {}", self.boxes.words.text("edit-row", &[("row", at)]), columns[1].head);
            let full = format!("{}/{name}/=", self.name);
            let value = match value {
                Some(text) => {
                    let wrong = self.boxes.wrong(&full);
                    let said = if wrong.is_empty() {
                        String::new()
                    } else {
                        format!("<p class=\"wrong\" id=\"{}-e\">{wrong}</p>", escape(&full))
                    };
                    let shape = form_of(shape, &Part::Text(String::new()));
                    self.boxes.input("", "", shape, text, &full, &label, false) + &said
                }
                None => format!("<span class=\"hint\">{}</span>", self.word("edit-kept-short")),
            };
            let heads = [escape(&columns[0].head), escape(&columns[1].head)];
            let class = cell_class(&columns[1], shape);
            let boxes = format!(
                "<td data-label=\"{}\">{own}</td><td{class} data-label=\"{}\">{value}</td>",
                heads[0], heads[1]
            );
            self.line(name, at, pair.and_then(|p| p.old.clone()), &boxes)
        };
        let mut body: String =
            pairs.iter().enumerate().map(|(n, p)| line(&p.name, &(n + 1).to_string(), Some(p))).collect();
        if pairs.is_empty() {
            body = line("0", "1", None);
        }
        let total = money.then(|| sum(pairs.iter().map(|p| p.part.clone())));
        self.frame(&columns, &body, &line("{n}", "{n}", None), &[None, total], "")
    }

    /// A table with free columns.
    pub fn table(&self, table: &TablePart) -> String {
        let mut heads = table.columns.clone();
        if heads.is_empty() {
            heads = (0..4).map(|n| (n.to_string(), String::new())).collect();
        }
        let numeric = |at: usize, head: &str| {
            is_sum_column(head)
                && table.rows.iter().filter_map(|r| r.cells.get(at)).all(|c| c.is_empty() || Money::parse(c).is_some())
        };
        let columns: Vec<Column> = heads
            .iter()
            .enumerate()
            .map(|(at, (_, head))| Column {
                head: head.clone(),
                sum: !table.rows.is_empty() && numeric(at, head),
                seldom: false,
            })
            .collect();
        let line = |name: &str, at: &str, old: Option<usize>, cells: &[String]| {
            let boxes = heads.iter().enumerate().map(|(n, (column, head))| {
                let text = cells.get(n).map_or("", String::as_str);
                let label = format!("{} {head}", self.boxes.words.text("edit-row", &[("row", at)]));
                let full = format!("{}/{name}/{column}", self.name);
                let wrong = self.boxes.wrong(&full);
                let said = if wrong.is_empty() {
                    String::new()
                } else {
                    format!("<p class=\"wrong\" id=\"{}-e\">{wrong}</p>", escape(&full))
                };
                let shape = if columns[n].sum { Shape::Money } else { Shape::Text };
                let input = self.boxes.input("", "", &shape, text, &full, &label, false);
                format!("<td{} data-label=\"{}\">{input}{said}</td>", cell_class(&columns[n], &shape), escape(head))
            });
            let boxes: String = boxes.collect();
            self.line(name, at, old.map(|o| o.to_string()), &boxes)
        };
        let mut body: String =
            table.rows.iter().enumerate().map(|(n, r)| line(&r.name, &(n + 1).to_string(), r.old, &r.cells)).collect();
        if table.rows.is_empty() {
            body = (0..BLANK).map(|n| line(&n.to_string(), &(n + 1).to_string(), None, &[])).collect();
        }
        let cells = |at: usize| table.rows.iter().filter_map(move |r| r.cells.get(at).cloned()).map(Part::Text);
        let sums: Vec<Option<Money>> = columns.iter().enumerate().map(|(n, c)| c.sum.then(|| sum(cells(n)))).collect();
        let name = escape(self.name);
        let head = |(n, (column, head)): (usize, &(String, String))| {
            let label = escape(&self.boxes.words.text("edit-column", &[("n", (n + 1).to_string())]));
            let input = format!(
                "<input type=\"text\" name=\"{name}/%/{}\" value=\"{}\" aria-label=\"{label}\" placeholder=\"{label}\" autocomplete=\"off\">",
                escape(column),
                escape(head)
            );
            format!("<li>{input}</li>")
        };
        let inputs: String = heads.iter().enumerate().map(head).collect();
        let file = table.file.as_ref().map_or_else(String::new, |file| {
            let told = self.boxes.words.text("edit-in-file", &[("file", file.as_str())]);
            format!(
                "<input type=\"hidden\" name=\"{name}/^\" value=\"{}\"><p class=\"hint\">{}</p>",
                escape(file),
                escape(&told)
            )
        });
        format!(
            "{file}<p class=\"hint\">{}</p><ol class=\"heads\" data-heads=\"{name}\">{inputs}</ol><p class=\"acts\"><button name=\"_do\" value=\"column:{name}\" class=\"quiet\">{}</button></p>{}",
            self.word("edit-heads-hint"),
            self.word("edit-add-column"),
            self.frame(&columns, &body, &line("{n}", "{n}", None, &[]), &sums, "")
        )
    }
}

fn cell_class(column: &Column, shape: &Shape) -> String {
    let numeric = column.sum || matches!(shape, Shape::Money | Shape::Integer | Shape::Number);
    let wide = matches!(column.head.as_str(), "摘要" | "说明" | "内容" | "memo" | "note" | "content");
    let classes = [numeric.then_some("n"), column.seldom.then_some("seldom"), wide.then_some("wide")];
    let classes: Vec<&str> = classes.into_iter().flatten().collect();
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

fn sum(parts: impl Iterator<Item = Part>) -> Money {
    let text = |part: Part| match part {
        Part::Text(text) => Money::parse(&text),
        _ => None,
    };
    parts.filter_map(text).sum()
}
