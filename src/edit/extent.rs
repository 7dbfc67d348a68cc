//! Where things begin and end in a text.
//!
//! In: the text and a node of it. Out: bytes. Never trusts the end of a block list or mapping as the parser
//! tells it: comments behind it would be taken along.

use crate::yaml::{Entry, Node, NodeKind};

/// The first byte of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |n| n + 1)
}

/// One past the line that holds `at`, its end of line included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n + 1)
}

/// How many bytes stand before `at` on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// How lines end.
pub(super) fn eol(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The bytes of a node as the parser tells them.
pub(super) fn bytes(node: &Node) -> std::ops::Range<usize> {
    node.span.start as usize..node.span.end as usize
}

/// Whether a list or mapping is written with brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let holds = matches!(node.kind, NodeKind::List(_) | NodeKind::Map(_));
    holds && matches!(text.as_bytes().get(node.span.start as usize), Some(b'{' | b'['))
}

/// Whether a scalar is written with `|` or `>`.
pub(super) fn is_block_scalar(text: &str, node: &Node) -> bool {
    let quoted = matches!(text.as_bytes().get(node.span.start as usize), Some(b'"' | b'\''));
    matches!(node.kind, NodeKind::Scalar { plain: false, .. }) && !quoted
}

/// One past the colon of an entry; one past the key where it has none, as in `{甲}`.
pub(super) fn after_colon(text: &str, entry: &Entry) -> usize {
    let end = entry.key_span.end as usize;
    let blank = text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    if text.as_bytes().get(end + blank) == Some(&b':') { end + blank + 1 } else { end }
}

/// One past the value of an entry.
pub(super) fn entry_end(text: &str, entry: &Entry) -> Option<usize> {
    let column = column(text, entry.key_span.start as usize);
    end(text, &entry.value, after_colon(text, entry), column)
}

/// One past a node that follows byte `from`, under a key or dash in `column`.
pub(super) fn end(text: &str, node: &Node, from: usize, column: usize) -> Option<usize> {
    let range = bytes(node);
    match &node.kind {
        NodeKind::Null => Some(if range.start >= from && !range.is_empty() { range.end } else { from }),
        NodeKind::Scalar { .. } if is_block_scalar(text, node) => Some(block_scalar_end(text, from, column)),
        NodeKind::Scalar { .. } => Some(range.end),
        _ if is_flow(text, node) => Some(range.end),
        NodeKind::Map(entries) => entry_end(text, entries.last()?),
        NodeKind::List(items) => {
            let last = items.last()?;
            let dash = dash(text, last)?;
            end(text, last, dash + 1, self::column(text, dash))
        }
    }
}

/// One past the last line of a block scalar whose `|` stands on the line of `from`.
fn block_scalar_end(text: &str, from: usize, column: usize) -> usize {
    let mut last = line_end(text, from);
    let mut at = last;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim_end();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !line.is_empty() && indent <= column {
            break;
        }
        if !line.is_empty() {
            last = end;
        }
        at = end;
    }
    text[..last].trim_end_matches(['\n', '\r']).len()
}

/// The dash before an item of a block list; none where the parser does not tell the item's first byte.
pub(super) fn dash(text: &str, item: &Node) -> Option<usize> {
    if item.is_null() || is_block_scalar(text, item) {
        return None;
    }
    let before = text[..item.span.start as usize].trim_end();
    before.ends_with('-').then(|| before.len() - 1)
}
