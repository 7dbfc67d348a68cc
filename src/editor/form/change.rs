//! What follows from a form for a record's text.
//!
//! In: field tables, the record as it was shown, parts as they were sent. Out: changes, as few as there can be.
//! Never touches a value that reads as before.

use super::look::{Look, look};
use super::part::{Ground, Pair, Part, RowPart, TablePart, TableRow, entries, entry, items, lines};
use super::tidy::tidy;
use crate::edit::{Change, Path, Row, SheetRow, Step, Value, rewrite_table};
use crate::schema::{ObjectShape, Shape};
use crate::text::decode_table;
use crate::yaml::Node;

/// What is to be done.
#[derive(Debug, Default)]
pub struct Changes {
    /// To the record's own text.
    pub list: Vec<Change>,
    /// To tables in files of their own: path from the community's folder, and new text.
    pub tables: Vec<(String, String)>,
}

/// The changes that turn the record at `node` into `part`.
pub fn changes(shape: &Shape, node: Option<&Node>, part: &Part, ground: Ground<'_>) -> Changes {
    let mut found = Finder { out: Changes::default(), ground };
    if let (Look::Fields(table), Part::Fields(known, free)) = (look(shape, node), part) {
        found.fields(&table, node, known, free, &Vec::new());
    }
    found.out
}

struct Finder<'a> {
    out: Changes,
    ground: Ground<'a>,
}

fn below(path: &Path, step: Step) -> Path {
    path.iter().cloned().chain([step]).collect()
}

impl Finder<'_> {
    fn fields(
        &mut self,
        table: &ObjectShape,
        node: Option<&Node>,
        known: &[(&'static str, Part)],
        free: &[Pair],
        path: &Path,
    ) {
        let mut before: Vec<String> = Vec::new();
        for field in &table.fields {
            let here = entry(node, field);
            let key = here.map_or(field.zh, |e| e.key.as_str()).to_owned();
            if let Some((_, part)) = known.iter().find(|(en, _)| *en == field.en) {
                self.value(&field.shape, here.map(|e| &e.value), part, &below(path, Step::Key(key)), &before);
            }
            before.extend([field.zh.to_owned(), field.en.to_owned()]);
        }
        if let Some(rest) = &table.rest {
            let own: Vec<&str> = table.fields.iter().flat_map(|f| [f.zh, f.en]).collect();
            let old = entries(node).iter().map(|e| e.key.as_str()).filter(|k| !own.contains(k));
            self.pairs(rest, node, &old.collect::<Vec<_>>(), free, path);
        }
    }

    /// What becomes of one value; `after` are keys that stand before it.
    fn value(&mut self, shape: &Shape, node: Option<&Node>, part: &Part, path: &Path, after: &[String]) {
        let written = node;
        let node = node.filter(|n| !n.is_null());
        let Some(there) = node else {
            // An empty key may stay as it is.
            if let Some(value) = made(shape, part) {
                self.out.list.push(Change::Set { path: path.clone(), value, after: after.to_vec() });
            }
            return;
        };
        match (look(shape, written), part) {
            (Look::Scalar(shape), Part::Text(text)) => self.scalar(shape, there, text, path),
            (Look::Lines(shape), Part::Text(text)) => self.lines(shape, there, text, path),
            (Look::Fields(table), Part::Fields(known, free)) => {
                let empty = made(&Shape::Map(Box::new(Shape::Text)), part).is_none() && is_blank(part);
                if empty && !entries(node).is_empty() && wholly_shown(&table, there) {
                    self.out.list.push(Change::Remove(path.clone()));
                } else {
                    self.fields(&table, node, known, free, path);
                }
            }
            (Look::Rows(shape), Part::Rows(rows)) => self.rows(shape, there, rows, path),
            (Look::Pairs(shape), Part::Pairs(pairs)) => {
                let old: Vec<&str> = entries(node).iter().map(|e| e.key.as_str()).collect();
                let filled = pairs.iter().filter(|p| !p.key.is_empty()).count();
                if filled == 0 && !old.is_empty() {
                    self.out.list.push(Change::Remove(path.clone()));
                } else {
                    self.pairs(shape, node, &old, pairs, path);
                }
            }
            (Look::Table, Part::Table(table)) => self.table(there, table, path),
            _ => {}
        }
    }

    fn scalar(&mut self, shape: &Shape, node: &Node, text: &str, path: &Path) {
        let old = node.text().unwrap_or_default();
        if text.trim_end() == old.trim_end() || text.trim() == old.trim() {
            return;
        }
        if text.trim().is_empty() {
            self.out.list.push(Change::Remove(path.clone()));
            return;
        }
        let mut new = tidy(shape, text);
        if new == old {
            return;
        }
        // Lines of prose end as they did.
        if old.ends_with('\n') {
            new.push('\n');
        }
        self.out.list.push(Change::set(path.clone(), Value::Text(new)));
    }

    fn lines(&mut self, shape: &Shape, node: &Node, text: &str, path: &Path) {
        if text == lines(Some(node)) {
            return;
        }
        if text.is_empty() {
            self.out.list.push(Change::Remove(path.clone()));
            return;
        }
        let old: Vec<&str> = items(Some(node)).iter().filter_map(Node::text).collect();
        let mut used = vec![false; old.len()];
        let row = |line: &str| {
            let at = (0..old.len()).find(|at| !used[*at] && old[*at] == line);
            at.map_or_else(
                || Row::New(Value::Text(tidy(shape, line))),
                |at| {
                    used[at] = true;
                    Row::Old(at)
                },
            )
        };
        let rows = text.lines().map(row).collect();
        self.out.list.push(Change::Rows { path: path.clone(), rows });
    }

    fn rows(&mut self, shape: &Shape, node: &Node, rows: &[RowPart], path: &Path) {
        let old = items(Some(node));
        let mut order = Vec::new();
        for row in rows {
            match row.old.and_then(|at| Some((at, old.get(at)?))) {
                Some((at, item)) if !is_blank(&row.part) || row.part == Part::Kept => {
                    self.value(shape, Some(item), &row.part, &below(path, Step::Row(at)), &[]);
                    order.push(Row::Old(at));
                }
                Some(_) => {}
                None => order.extend(made(shape, &row.part).map(Row::New)),
            }
        }
        self.order(order, old.len(), path);
    }

    fn order(&mut self, rows: Vec<Row>, old: usize, path: &Path) {
        let same = rows.len() == old && rows.iter().enumerate().all(|(at, row)| *row == Row::Old(at));
        if !same {
            self.out.list.push(Change::Rows { path: path.clone(), rows });
        }
    }

    fn pairs(&mut self, shape: &Shape, node: Option<&Node>, old: &[&str], pairs: &[Pair], path: &Path) {
        for key in old.iter().filter(|key| !pairs.iter().any(|p| p.key == **key)) {
            self.out.list.push(Change::Remove(below(path, Step::Key((*key).to_owned()))));
        }
        for pair in pairs.iter().filter(|p| !p.key.is_empty()) {
            let here = entries(node).iter().find(|e| e.key == pair.key).map(|e| &e.value);
            let moved = entries(node).iter().find(|e| Some(&e.key) == pair.old.as_ref()).map(|e| &e.value);
            let path = below(path, Step::Key(pair.key.clone()));
            match (here, moved) {
                // What the form could not show moves along with its key.
                (None, Some(moved)) if pair.part == Part::Kept => {
                    self.out.list.push(Change::set(path, Value::of(moved)));
                }
                _ => self.value(shape, here, &pair.part, &path, &[]),
            }
        }
    }

    fn table(&mut self, node: &Node, table: &TablePart, path: &Path) {
        if let Some(file) = &table.file {
            let text = decode_table(self.ground.files.bytes(file));
            let row = |row: &TableRow| SheetRow { old: row.old, cells: row.cells.clone() };
            let rows: Vec<SheetRow> = table.rows.iter().filter(|row| row.is_filled()).map(row).collect();
            if let Some(new) = rewrite_table(&text, &table.heads(), &rows).filter(|new| *new != text) {
                self.out.tables.push((file.clone(), new));
            }
            return;
        }
        let (old, heads) = (items(Some(node)), table.heads());
        let mut order = Vec::new();
        for row in table.rows.iter().filter(|row| row.is_filled()) {
            match row.old.and_then(|at| Some((at, old.get(at)?))) {
                Some((at, item)) => {
                    self.cells(item, &heads, &row.cells, &below(path, Step::Row(at)));
                    order.push(Row::Old(at));
                }
                None => order.push(Row::New(record(&heads, &row.cells))),
            }
        }
        self.order(order, old.len(), path);
    }

    fn cells(&mut self, row: &Node, columns: &[String], cells: &[String], path: &Path) {
        let step = |key: &str| below(path, Step::Key(key.to_owned()));
        for entry in entries(Some(row)).iter().filter(|e| !columns.contains(&e.key)) {
            self.out.list.push(Change::Remove(step(&entry.key)));
        }
        for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
            let here = row.get(column);
            let old = here.and_then(Node::text).unwrap_or_default();
            if cell == old || cell == old.trim() {
                continue;
            }
            self.out.list.push(match (cell.is_empty(), here) {
                (true, Some(_)) => Change::Remove(step(column)),
                (true, None) => continue,
                _ => Change::Set { path: step(column), value: Value::text(cell), after: columns[..at].to_vec() },
            });
        }
    }
}

/// Whether the form shows every key that a mapping has.
fn wholly_shown(table: &ObjectShape, node: &Node) -> bool {
    table.rest.is_some()
        || entries(Some(node)).iter().all(|e| table.fields.iter().any(|f| f.zh == e.key || f.en == e.key))
}

fn record(columns: &[String], cells: &[String]) -> Value {
    let filled = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    Value::Map(filled.map(|(column, cell)| (column.clone(), Value::text(cell))).collect())
}

/// Whether nothing is filled in.
pub fn is_blank(part: &Part) -> bool {
    match part {
        Part::Kept => false,
        Part::Text(text) => text.trim().is_empty(),
        Part::Fields(known, free) => known.iter().all(|(_, p)| is_blank(p)) && free.iter().all(|p| is_blank(&p.part)),
        Part::Rows(rows) => rows.iter().all(|r| is_blank(&r.part)),
        Part::Pairs(pairs) => pairs.iter().all(|p| p.key.is_empty() || is_blank(&p.part)),
        Part::Table(table) => !table.rows.iter().any(TableRow::is_filled),
    }
}

/// The value that a part makes where nothing stands yet; none where nothing is filled in.
fn made(shape: &Shape, part: &Part) -> Option<Value> {
    match (look(shape, None), part) {
        (Look::Scalar(shape), Part::Text(text)) => {
            let text = tidy(shape, text);
            (!text.is_empty()).then_some(Value::Text(text))
        }
        (Look::Lines(shape), Part::Text(text)) => {
            let items: Vec<Value> =
                text.lines().filter(|l| !l.trim().is_empty()).map(|l| Value::Text(tidy(shape, l))).collect();
            (!items.is_empty()).then_some(Value::List(items))
        }
        (Look::Fields(table), Part::Fields(known, free)) => {
            let mut entries = Vec::new();
            for field in &table.fields {
                let part = known.iter().find(|(en, _)| *en == field.en).map(|(_, part)| part);
                entries.extend(part.and_then(|p| made(&field.shape, p)).map(|v| (field.zh.to_owned(), v)));
            }
            if let Some(rest) = &table.rest {
                entries.extend(free.iter().filter_map(|p| made_pair(rest, p)));
            }
            (!entries.is_empty()).then_some(Value::Map(entries))
        }
        (Look::Rows(shape), Part::Rows(rows)) => {
            let items: Vec<Value> = rows.iter().filter_map(|r| made(shape, &r.part)).collect();
            (!items.is_empty()).then_some(Value::List(items))
        }
        (Look::Pairs(shape), Part::Pairs(pairs)) => {
            let entries: Vec<_> = pairs.iter().filter_map(|p| made_pair(shape, p)).collect();
            (!entries.is_empty()).then_some(Value::Map(entries))
        }
        (Look::Table, Part::Table(table)) => {
            let filled = table.rows.iter().filter(|row| row.is_filled());
            let rows: Vec<Value> = filled.map(|row| record(&table.heads(), &row.cells)).collect();
            (!rows.is_empty()).then_some(Value::List(rows))
        }
        _ => None,
    }
}

fn made_pair(shape: &Shape, pair: &Pair) -> Option<(String, Value)> {
    if pair.key.is_empty() { None } else { made(shape, &pair.part).map(|v| (pair.key.clone(), v)) }
}
