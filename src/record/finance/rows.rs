//! Rows of an account: written in the record or in a CSV beside it, with typed sums among them.
//!
//! In: a list of mappings, or the path of a CSV. Out: the rows, and each 小计, 合计 or 累计 with its
//! place among them. Never adds up: whoever knows what the rows mean compares the sums.

use serde::{Serialize, Serializer};

use crate::diagnostic::{At, Diagnostic, Span, code};
use crate::schema::{Field, Fields, FromNode, ObjectShape, Reader, Shape, nearest, wrong_type};
use crate::value::{Money, Table};
use crate::yaml::{Entry, Node, NodeKind};

/// A key in Chinese and English.
pub type Key = (&'static str, &'static str);

/// What a typed sum adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SumKind {
    /// The rows since the last 小计.
    Block,
    /// The rows of a group.
    Group(String),
    /// All rows above.
    All,
    /// All rows since the beginning of the year.
    Year,
}

/// A row that may stand among typed sums.
pub trait Row: Fields + FromNode {
    /// The keys under which the word 小计 or 合计 may stand.
    const LABELS: &'static [Key];
    /// The keys of the amounts.
    const AMOUNTS: &'static [Key];
    /// The table of a typed sum.
    fn sum_shape() -> ObjectShape;
    /// What a word says of a sum; `None` where the row is a row like others.
    fn sum_of(label: &str) -> Option<SumKind>;
}

/// A typed sum: a check sum, never shown as if it were computed.
#[derive(Debug, Clone)]
pub struct TypedSum {
    /// The word as written.
    pub label: String,
    /// What it adds up.
    pub kind: SumKind,
    /// How many rows stand above it.
    pub after: usize,
    /// One amount for each of the row's amounts, where it is given.
    pub amounts: Vec<Option<At<Money>>>,
}

/// Rows and the typed sums among them. Reads like the rows.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    /// The rows.
    pub list: Vec<At<T>>,
    /// The typed sums, in order.
    pub sums: Vec<TypedSum>,
}

impl<T> std::ops::Deref for Rows<T> {
    type Target = [At<T>];

    fn deref(&self) -> &[At<T>] {
        &self.list
    }
}

impl<'a, T> IntoIterator for &'a Rows<T> {
    type Item = &'a At<T>;
    type IntoIter = std::slice::Iter<'a, At<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl<T: Row> FromNode for Rows<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(items) => {
                // A typed sum is told by its label alone.
                read(items.iter().map(|item| (item, labels::<T>(item))), reader)
            }
            NodeKind::Scalar { text, .. } if names_a_table(text) => from_csv(node, reader),
            _ => wrong_type(node, "list", reader),
        }
    }

    fn shape() -> Shape {
        let row = Shape::OneOf(vec![<T as FromNode>::shape(), Shape::Object(T::sum_shape)]);
        Shape::OneOf(vec![Shape::List(Box::new(row)), Shape::File])
    }

    fn absent() -> Option<Self> {
        Some(Self { list: Vec::new(), sums: Vec::new() })
    }
}

/// Whether a text is the name of a file: a word such as 无 is not.
fn names_a_table(text: &str) -> bool {
    text.trim().rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"))
}

fn read<'n, T: Row>(items: impl Iterator<Item = (&'n Node, Vec<&'n str>)>, reader: &mut Reader<'_>) -> Option<Rows<T>> {
    let mut rows = Rows { list: Vec::new(), sums: Vec::new() };
    let mut sound = true;
    for (item, labels) in items {
        let label = labels.into_iter().find_map(|label| Some((label, T::sum_of(&bare(label))?)));
        match label {
            Some((label, kind)) => {
                let amounts: Option<Vec<_>> = T::AMOUNTS.iter().map(|key| amount(item, *key, reader)).collect();
                sound &= amounts.is_some();
                let after = rows.list.len();
                let sum = |amounts| TypedSum { label: label.trim().to_owned(), kind, after, amounts };
                rows.sums.extend(amounts.map(sum));
            }
            None => {
                let row = T::from_node(item, reader);
                sound &= row.is_some();
                rows.list.extend(row.map(|row| At::new(row, item.span)));
            }
        }
    }
    sound.then_some(rows)
}

/// The word without spaces and colon.
fn bare(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':')).collect()
}

/// The words that may say that a row is a sum.
fn labels<T: Row>(item: &Node) -> Vec<&str> {
    T::LABELS.iter().filter_map(|key| text(item, *key)).collect()
}

fn text(item: &Node, key: Key) -> Option<&str> {
    item.get(key.0).or_else(|| item.get(key.1)).and_then(Node::text)
}

/// The amount of a typed sum: `Some(None)` where none is given, `None` after a diagnostic.
#[allow(clippy::option_option)]
fn amount(item: &Node, key: Key, reader: &mut Reader<'_>) -> Option<Option<At<Money>>> {
    match item.get(key.0).or_else(|| item.get(key.1)).filter(|n| !n.is_null()) {
        Some(node) => At::from_node(node, reader).map(Some),
        None => Some(None),
    }
}

/// Each row of the CSV becomes the mapping it would be in YAML.
fn from_csv<T: Row>(node: &Node, reader: &mut Reader<'_>) -> Option<Rows<T>> {
    let table = Table::from_node(node, reader)?;
    let fields = <T as Fields>::shape().fields;
    let known = |name: &str| fields.iter().any(|f: &Field| f.zh == name || f.en == name);
    let mut sound = true;
    for column in table.columns.iter().filter(|c| !known(c)) {
        let names = fields.iter().flat_map(|f| [f.zh, f.en]);
        let near = nearest(column, names).unwrap_or_default();
        let list = fields.iter().map(|f| f.zh).collect::<Vec<_>>().join("、");
        let unknown = Diagnostic::new(&code::UNKNOWN_KEY, node.span);
        reader.sink.push(unknown.arg("key", column).arg("near", near).arg("known", list));
        sound = false;
    }
    if !sound {
        return None;
    }
    let nodes: Vec<Node> = table.rows.iter().map(|row| mapping(&table.columns, row)).collect();
    let first = |row: &Node| match &row.kind {
        NodeKind::Map(entries) => entries.first().and_then(|e| e.value.text().map(str::to_owned)),
        _ => None,
    };
    let firsts: Vec<Option<String>> = nodes.iter().map(first).collect();
    let items = nodes
        .iter()
        .zip(&firsts)
        .map(|(row, first)| (row, first.as_deref().into_iter().chain(labels::<T>(row)).collect()));
    read(items, reader)
}

fn mapping(columns: &[String], row: &[At<String>]) -> Node {
    let span = row.first().map_or_else(|| unreachable!("a table row has cells"), |cell: &At<String>| cell.span);
    let filled = columns.iter().zip(row).filter(|(_, cell)| !cell.value.is_empty());
    let entry = |(column, cell): (&String, &At<String>)| Entry {
        key: column.clone(),
        key_span: cell.span,
        value: scalar(&cell.value, cell.span),
    };
    Node { kind: NodeKind::Map(filled.map(entry).collect()), span }
}

fn scalar(text: &str, span: Span) -> Node {
    Node { kind: NodeKind::Scalar { text: text.to_owned(), plain: true }, span }
}
