//! Values that both programs get as YAML.
//!
//! In: texts, numbers, lists, fields with Chinese keys. Out: YAML. Never knows what a record is.

use jiff::civil::Date;

/// A value of a record.
#[derive(Clone)]
pub enum Node {
    /// Words; quoted where YAML needs it.
    Text(String),
    /// A date, an amount, a number: written as it is.
    Plain(String),
    List(Vec<Node>),
    Map(Fields),
}

/// Keys and values in their order.
pub type Fields = Vec<(&'static str, Node)>;

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Node {
    fn from(date: Date) -> Self {
        Self::Plain(date.to_string())
    }
}

impl From<u32> for Node {
    fn from(number: u32) -> Self {
        Self::Plain(number.to_string())
    }
}

impl From<Fields> for Node {
    fn from(fields: Fields) -> Self {
        Self::Map(fields)
    }
}

impl From<Vec<Node>> for Node {
    fn from(list: Vec<Node>) -> Self {
        Self::List(list)
    }
}

/// An amount in 分 as 元.
pub fn money(cents: i64) -> Node {
    let sign = if cents < 0 { "-" } else { "" };
    Node::Plain(format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100))
}

/// A word that YAML would not read otherwise than as it is written.
pub fn plain(word: impl Into<String>) -> Node {
    Node::Plain(word.into())
}

/// Fields as the block at the top of a file: one key a line, lists one entry a line.
pub fn block(fields: &Fields) -> String {
    let mut out = String::new();
    for (key, value) in fields {
        out.push_str(key);
        out.push(':');
        match value {
            Node::List(list) if list.iter().any(|n| matches!(n, Node::Map(_))) => {
                for entry in list {
                    out.push_str("\n  - ");
                    flow(entry, &mut out);
                }
            }
            other => {
                out.push(' ');
                flow(other, &mut out);
            }
        }
        out.push('\n');
    }
    out
}

fn flow(node: &Node, out: &mut String) {
    match node {
        Node::Plain(text) => out.push_str(text),
        Node::Text(text) => quoted(text, out),
        Node::List(list) => {
            out.push('[');
            for (at, entry) in list.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                flow(entry, out);
            }
            out.push(']');
        }
        Node::Map(fields) => {
            out.push('{');
            for (at, (key, value)) in fields.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                out.push_str(key);
                out.push_str(": ");
                flow(value, out);
            }
            out.push('}');
        }
    }
}

fn quoted(text: &str, out: &mut String) {
    let safe = |c: char| c.is_alphanumeric() || "、。，；（）—/".contains(c);
    let word = text.chars().next().is_some_and(|c| c.is_alphabetic()) && text.chars().all(safe);
    if word {
        out.push_str(text);
    } else {
        out.push('"');
        out.push_str(&text.replace('\\', "\\\\").replace('"', "\\\""));
        out.push('"');
    }
}
