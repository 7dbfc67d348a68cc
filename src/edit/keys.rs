//! Putting in and taking away keys.
//!
//! In: text, tree, a mapping, a key. Out: the new text. Never touches the lines of other keys.

use super::extent::{after_colon, bytes, column, entry_end, eol, is_flow, line_end, line_start};
use super::scalar::{self, Place};
use super::tree::{at, position};
use super::{Path, Refusal, Step, Value, set};
use crate::yaml::{Node, NodeKind};

/// Puts a key into a mapping that does not have it.
pub(super) fn insert(text: &str, map: &Node, key: &str, value: &Value, after: &[String]) -> Result<String, Refusal> {
    let NodeKind::Map(entries) = &map.kind else {
        return Err(Refusal::NoSuchPlace);
    };
    let names: Vec<&str> = entries.iter().map(|e| e.key.as_str()).collect();
    let before = position(&names, after).checked_sub(1).map(|at| &entries[at]);
    if is_flow(text, map) {
        let pair = format!("{}: {}", scalar::key(key), scalar::inline(value, Place::FlowMap));
        let (at, new) = match before {
            Some(entry) => (entry_end(text, entry).ok_or(Refusal::TooUnusual)?, format!(", {pair}")),
            None => (bytes(map).start + 1, pair),
        };
        return Ok(format!("{}{new}{}", &text[..at], &text[at..]));
    }
    let entry = before.ok_or(Refusal::TooUnusual)?;
    let indent = column(text, entries[0].key_span.start as usize);
    let end = eol(text);
    let line = format!("{}{}:{}", " ".repeat(indent), scalar::key(key), set::entry_value(value, indent, end));
    let at = line_end(text, entry_end(text, entry).ok_or(Refusal::TooUnusual)?);
    let (head, tail) = text.split_at(at);
    Ok(if head.ends_with('\n') { format!("{head}{line}{end}{tail}") } else { format!("{head}{end}{line}{tail}") })
}

/// Takes a key away.
pub(super) fn remove(text: &str, root: &Node, path: &Path) -> Result<String, Refusal> {
    let Some((Step::Key(key), above)) = path.split_last() else {
        return Err(Refusal::NoSuchPlace);
    };
    let map = at(root, above).ok_or(Refusal::NoSuchPlace)?;
    let NodeKind::Map(entries) = &map.kind else {
        return Err(Refusal::NoSuchPlace);
    };
    let here = entries.iter().position(|e| e.key == *key).ok_or(Refusal::NoSuchPlace)?;
    let (entry, next) = (&entries[here], entries.get(here + 1));
    let start = entry.key_span.start as usize;
    let end = entry_end(text, entry).ok_or(Refusal::TooUnusual)?.max(after_colon(text, entry));
    let cut = |from: usize, to: usize| format!("{}{}", &text[..from], &text[to..]);
    if is_flow(text, map) {
        return Ok(match (next, here.checked_sub(1).map(|at| &entries[at])) {
            (Some(next), _) => cut(start, next.key_span.start as usize),
            (None, Some(before)) => cut(entry_end(text, before).ok_or(Refusal::TooUnusual)?, end),
            (None, None) => cut(start, end),
        });
    }
    if entries.len() == 1 {
        return set::replace(text, root, above, &Value::Map(Vec::new()));
    }
    let line = line_start(text, start);
    if text[line..start].trim_matches(' ').is_empty() {
        return Ok(cut(line, line_end(text, end)));
    }
    // The first key behind a dash: the next one takes its place.
    let next = next.ok_or(Refusal::TooUnusual)?.key_span.start as usize;
    if text[end..next].contains('#') {
        return Err(Refusal::TooUnusual);
    }
    Ok(cut(start, next))
}
