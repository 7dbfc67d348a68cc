//! Putting a value in its place.
//!
//! In: text, tree, path, value. Out: the new text. Never checks it: `apply` reads it again.

use std::ops::Range;

use super::extent::{after_colon, bytes, column, end, eol, is_block_scalar, is_flow, line_end};
use super::scalar::{self, Place, Style};
use super::tree::at;
use super::{Path, Refusal, Step, Value, keys};
use crate::yaml::{Entry, Node, NodeKind};

/// The bytes of a scalar on one line and what replaces them; none where it is something else.
pub(super) fn one_line(text: &str, root: &Node, path: &Path, new: &str) -> Option<(Range<usize>, String)> {
    let node = at(root, path)?;
    let range = bytes(node);
    let source = text.get(range.clone())?;
    let scalar = matches!(node.kind, NodeKind::Scalar { .. });
    if !scalar || is_block_scalar(text, node) || source.contains('\n') || new.contains('\n') {
        return None;
    }
    Some((range, scalar::line(new, Style::of(source), place(text, root, path))))
}

/// Puts `value` at `path`; makes the keys above it where they are missing.
pub(super) fn set(
    text: &str,
    root: Option<&Node>,
    path: &Path,
    value: &Value,
    after: &[String],
) -> Result<String, Refusal> {
    let Some(root) = root else {
        return first(text, path, value);
    };
    if at(root, path).is_some() {
        return replace(text, root, path, value);
    }
    let depth = (0..path.len()).rev().find(|d| at(root, &path[..*d]).is_some()).ok_or(Refusal::NoSuchPlace)?;
    let above = &path[..depth];
    let node = at(root, above).ok_or(Refusal::NoSuchPlace)?;
    let Step::Key(key) = &path[depth] else {
        return Err(Refusal::NoSuchPlace);
    };
    let new = wrap(&path[depth + 1..], value)?;
    match &node.kind {
        NodeKind::Map(_) => {
            let after = if depth + 1 == path.len() { after } else { &[] };
            keys::insert(text, node, key, &new, after)
        }
        NodeKind::Null => replace(text, root, above, &Value::Map(vec![(key.clone(), new)])),
        _ => Err(Refusal::NoSuchPlace),
    }
}

/// The first key of a text that has none yet.
fn first(text: &str, path: &Path, value: &Value) -> Result<String, Refusal> {
    let Some((Step::Key(key), rest)) = path.split_first() else {
        return Err(Refusal::NoSuchPlace);
    };
    let end = eol(text);
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    let value = entry_value(&wrap(rest, value)?, 0, end);
    Ok(format!("{text}{gap}{}:{value}{end}", scalar::key(key)))
}

/// The value under the keys that are missing.
fn wrap(path: &[Step], value: &Value) -> Result<Value, Refusal> {
    path.iter().rev().try_fold(value.clone(), |inner, step| match step {
        Step::Key(key) => Ok(Value::Map(vec![(key.clone(), inner)])),
        Step::Row(_) => Err(Refusal::NoSuchPlace),
    })
}

/// Where the value at `path` stands.
pub(super) fn place(text: &str, root: &Node, path: &[Step]) -> Place {
    let flow = |depth: usize| at(root, &path[..depth]).filter(|n| is_flow(text, n));
    match (0..path.len()).rev().find_map(flow) {
        None => Place::Block,
        Some(_) if matches!(path.last(), Some(Step::Row(_))) => Place::FlowList,
        Some(_) => Place::FlowMap,
    }
}

/// What stands behind a key's colon in a block mapping whose keys stand in `column`.
pub(super) fn entry_value(value: &Value, column: usize, eol: &str) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) if text.contains('\n') => literal(text, column, eol),
        Value::List(items) if items.iter().any(Value::holds_others) => {
            let indent = " ".repeat(column + 2);
            let row = |item| format!("{eol}{indent}- {}", scalar::inline(item, Place::FlowList));
            items.iter().map(row).collect()
        }
        Value::Text(text) => format!(" {}", scalar::fresh(text, Place::Block)),
        other => format!(" {}", scalar::inline(other, Place::FlowMap)),
    }
}

/// Lines behind `|`; in quotes where they could not be read again as they are.
fn literal(text: &str, column: usize, eol: &str) -> String {
    let body = text.trim_end_matches('\n');
    let odd = |c: char| (c.is_control() && c != '\n') || c == '\u{feff}';
    let first = body.lines().next().unwrap_or_default();
    if body.trim().is_empty() || first.trim().is_empty() || first.starts_with(' ') || text.chars().any(odd) {
        return format!(" {}", scalar::line(text, Style::Double, Place::Block));
    }
    let sign = match text.len() - body.len() {
        0 => "|-",
        1 => "|",
        _ => "|+",
    };
    let indent = " ".repeat(column + 2);
    let mut out = format!(" {sign}");
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        out.push_str(eol);
        if !line.is_empty() {
            out.push_str(&indent);
            out.push_str(line);
        }
    }
    out
}

/// Replaces the value at a path that is there.
pub(super) fn replace(text: &str, root: &Node, path: &[Step], value: &Value) -> Result<String, Refusal> {
    let node = at(root, path).ok_or(Refusal::NoSuchPlace)?;
    let place = place(text, root, path);
    let splice = |range: Range<usize>, new: &str| format!("{}{new}{}", &text[..range.start], &text[range.end..]);
    let Some((step, above)) = path.split_last() else {
        return Err(Refusal::TooUnusual);
    };
    let parent = at(root, above).ok_or(Refusal::NoSuchPlace)?;
    match (step, &parent.kind) {
        (Step::Key(key), NodeKind::Map(entries)) => {
            let entry = entries.iter().find(|e| e.key == *key).ok_or(Refusal::NoSuchPlace)?;
            match place {
                Place::Block => block(text, entry, value),
                _ => {
                    let from = after_colon(text, entry);
                    let colon = text[..from].ends_with(':');
                    let new = scalar::inline(value, Place::FlowMap);
                    let range = bytes(node);
                    let there = !node.is_null() || (range.start >= from && !range.is_empty());
                    if there {
                        return Ok(splice(range, &new));
                    }
                    Ok(splice(from..from, &if colon { format!(" {new}") } else { format!(": {new}") }))
                }
            }
        }
        (Step::Row(_), NodeKind::List(_)) if !node.is_null() && !is_block_scalar(text, node) => {
            let range = bytes(node);
            let end = end(text, node, range.start, column(text, range.start)).ok_or(Refusal::TooUnusual)?;
            let new = scalar::inline(value, Place::FlowList);
            Ok(splice(range.start..end, &new))
        }
        _ => Err(Refusal::TooUnusual),
    }
}

/// Replaces the value of an entry of a block mapping.
fn block(text: &str, entry: &Entry, value: &Value) -> Result<String, Refusal> {
    let from = after_colon(text, entry);
    let indent = column(text, entry.key_span.start as usize);
    let node = &entry.value;
    let range = bytes(node);
    let end = end(text, node, from, indent).ok_or(Refusal::TooUnusual)?;
    // What stands on the line behind the value: a comment, or nothing.
    let stop = text[..line_end(text, end)].trim_end_matches(['\n', '\r']).len().max(end);
    let rest = &text[end..stop];
    let one_line = !text[from..end].contains('\n');
    let there = !node.is_null() || (range.start >= from && !range.is_empty());
    let in_place = there && !is_block_scalar(text, node) && !node_holds(node);
    if let Value::Text(new) = value
        && in_place
        && (!new.contains('\n') || !rest.trim().is_empty())
    {
        let style = if new.contains('\n') { Style::Double } else { Style::of(&text[range.clone()]) };
        let new = scalar::line(new, style, Place::Block);
        return Ok(format!("{}{new}{}", &text[..range.start], &text[range.end..]));
    }
    let mut new = entry_value(value, indent, eol(text));
    if new.contains('\n') && !rest.trim().is_empty() {
        if let Value::Text(lines) = value {
            new = format!(" {}", scalar::line(lines, Style::Double, Place::Block));
        } else if one_line {
            // The comment stays on the line of the key.
            return Ok(format!("{}{rest}{new}{}", &text[..from], &text[stop..]));
        }
    }
    Ok(format!("{}{new}{}", &text[..from], &text[end..]))
}

fn node_holds(node: &Node) -> bool {
    matches!(node.kind, NodeKind::List(_) | NodeKind::Map(_))
}
