//! Adding, taking away and moving rows.
//!
//! In: text, tree, a list, its rows as they shall be. Out: the new text. Never rewrites a row that stays.

use super::extent::{after_colon, bytes, column, dash, end, eol, is_flow, line_end, line_start};
use super::scalar::{self, Place};
use super::tree::at;
use super::{Path, Refusal, Row, Step, Value, set};
use crate::yaml::{Node, NodeKind};

/// Brings the rows of a list into order.
pub(super) fn arrange(text: &str, root: &Node, path: &Path, list: &Node, rows: &[Row]) -> Result<String, Refusal> {
    let NodeKind::List(items) = &list.kind else {
        return Err(Refusal::NoSuchPlace);
    };
    if rows.iter().any(|row| matches!(row, Row::Old(at) if *at >= items.len())) {
        return Err(Refusal::NoSuchPlace);
    }
    if items.is_empty() {
        let new = |row: &Row| match row {
            Row::New(value) => Some(value.clone()),
            Row::Old(_) => None,
        };
        return set::replace(text, root, path, &Value::List(rows.iter().filter_map(new).collect()));
    }
    if is_flow(text, list) { flow(text, list, items, rows) } else { block(text, root, path, items, rows) }
}

/// `[甲, 乙]`: what stands between the items stays.
fn flow(text: &str, list: &Node, items: &[Node], rows: &[Row]) -> Result<String, Refusal> {
    let range = bytes(list);
    let mut places = Vec::new();
    for item in items {
        if item.is_null() {
            return Err(Refusal::TooUnusual);
        }
        places.push(bytes(item));
    }
    let mut out = text[..range.start].to_owned();
    if rows.is_empty() {
        out.push_str("[]");
    } else {
        out.push_str(&text[range.start..places[0].start]);
        for (k, row) in rows.iter().enumerate() {
            if k > 0 {
                let gap = places.get(k).map(|p| &text[places[k - 1].end..p.start]);
                out.push_str(gap.unwrap_or(", "));
            }
            match row {
                Row::Old(at) => out.push_str(&text[places[*at].clone()]),
                Row::New(value) => out.push_str(&scalar::inline(value, Place::FlowList)),
            }
        }
        out.push_str(&text[places[places.len() - 1].end..range.end]);
    }
    out.push_str(&text[range.end..]);
    Ok(out)
}

/// Lines that begin with a dash: each row takes its own lines along, and the comments above it.
fn block(text: &str, root: &Node, path: &Path, items: &[Node], rows: &[Row]) -> Result<String, Refusal> {
    let mut places = Vec::new();
    for item in items {
        let dash = dash(text, item).ok_or(Refusal::TooUnusual)?;
        let start = line_start(text, dash);
        if !text[start..dash].trim_matches(' ').is_empty() {
            return Err(Refusal::TooUnusual);
        }
        let end = end(text, item, dash + 1, column(text, dash)).ok_or(Refusal::TooUnusual)?;
        places.push(start..line_end(text, end));
    }
    let lead = |at: usize| if at == 0 { "" } else { &text[places[at - 1].end..places[at].start] };
    let (first, last) = (places[0].start, places[places.len() - 1].end);
    let style = NewRow::like(text, &items[0])?;
    let eol = eol(text);
    let mut lines = String::new();
    let mut push = |piece: &str| {
        if !piece.is_empty() && !lines.is_empty() && !lines.ends_with('\n') {
            lines.push_str(eol);
        }
        lines.push_str(piece);
    };
    let old: Vec<usize> = rows.iter().filter_map(|r| if let Row::Old(at) = r { Some(*at) } else { None }).collect();
    let in_order = old.windows(2).all(|pair| pair[0] < pair[1]);
    let gone = |from: usize, to: usize| (from..to).filter(|at| !old.contains(at));
    if !in_order {
        gone(0, items.len()).for_each(|at| push(lead(at)));
    }
    let mut next = 0;
    for row in rows {
        match row {
            Row::Old(at) => {
                if in_order {
                    gone(next, *at).for_each(|at| push(lead(at)));
                    next = at + 1;
                }
                push(lead(*at));
                push(&text[places[*at].clone()]);
            }
            Row::New(value) => push(&style.lines(value, eol)),
        }
    }
    if in_order {
        gone(next, items.len()).for_each(|at| push(lead(at)));
    }
    // A file that ends without an end of line goes on doing so.
    if last == text.len() && !text.ends_with('\n') {
        lines.truncate(lines.trim_end_matches(['\n', '\r']).len());
    }
    let (mut head, tail) = (text[..first].to_owned(), &text[last..]);
    if rows.is_empty() {
        let Some((Step::Key(key), above)) = path.split_last() else {
            return Err(Refusal::TooUnusual);
        };
        let Some(NodeKind::Map(entries)) = at(root, above).map(|n| &n.kind) else {
            return Err(Refusal::TooUnusual);
        };
        let entry = entries.iter().find(|e| e.key == *key).ok_or(Refusal::NoSuchPlace)?;
        head.insert_str(after_colon(text, entry), " []");
    }
    Ok(format!("{head}{lines}{tail}"))
}

/// How a new row is written: like the first of the list.
struct NewRow {
    dash: usize,
    /// The column of keys, where rows are block mappings.
    keys: Option<usize>,
}

impl NewRow {
    fn like(text: &str, item: &Node) -> Result<Self, Refusal> {
        let dash = column(text, dash(text, item).ok_or(Refusal::TooUnusual)?);
        let keys = match &item.kind {
            NodeKind::Map(entries) if !is_flow(text, item) => {
                entries.first().map(|e| column(text, e.key_span.start as usize))
            }
            _ => None,
        };
        Ok(Self { dash, keys })
    }

    fn lines(&self, value: &Value, eol: &str) -> String {
        let indent = " ".repeat(self.dash);
        match (self.keys, value) {
            (Some(keys), Value::Map(entries)) if !entries.is_empty() => {
                let gap = " ".repeat(keys.saturating_sub(self.dash + 1).max(1));
                let pair = |(k, v): &(String, Value)| {
                    format!("{}:{}", scalar::key(k), set::entry_value(v, self.dash + 1 + gap.len(), eol))
                };
                let pairs: Vec<String> = entries.iter().map(pair).collect();
                let join = format!("{eol}{}", " ".repeat(self.dash + 1 + gap.len()));
                format!("{indent}-{gap}{}{eol}", pairs.join(&join))
            }
            _ => format!("{indent}- {}{eol}", scalar::inline(value, Place::FlowList)),
        }
    }
}
