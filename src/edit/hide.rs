//! Hiding stretches of a record: the one change that is made by bytes.
//!
//! In: the text of a record's fields and stretches of it. Out: the same text with stars in their places, checked by
//! reading it again, or a refusal. Never changes any other byte, except for quotes that a star at the beginning needs.

use std::ops::Range;

use super::{Refusal, read, scalar};
use crate::yaml::{Node, NodeKind};

/// The text with each of `ranges` replaced by one star; they are in order and do not touch.
///
/// # Errors
/// Where the text is not one readable record, or would not read the same but for the stars.
pub fn hide(yaml: &str, ranges: &[Range<usize>]) -> Result<String, Refusal> {
    let (old, said) = read(yaml)?;
    let mut changes: Vec<(Range<usize>, String)> = ranges.iter().map(|r| (r.clone(), "*".to_owned())).collect();
    let mut plain = Vec::new();
    if let Some(node) = &old {
        starred(node, yaml, ranges, &mut plain);
    }
    // A star at the beginning would be an alias: the whole scalar is put in quotes.
    for scalar in plain {
        let inner: Vec<_> = changes.extract_if(.., |(r, _)| scalar.start <= r.start && r.end <= scalar.end).collect();
        let text = spliced(&yaml[scalar.clone()], &inner, scalar.start);
        changes.push((scalar, scalar::double(&text)));
    }
    changes.sort_by_key(|(range, _)| range.start);
    let next = spliced(yaml, &changes, 0);
    let (new, says) = read(&next)?;
    let same = match (&old, &new) {
        (Some(old), Some(new)) => is_same(old, new),
        (None, None) => true,
        _ => false,
    };
    if same && says <= said { Ok(next) } else { Err(Refusal::TooUnusual) }
}

/// A text with stretches replaced, whose places are counted from `base` before it.
fn spliced(text: &str, changes: &[(Range<usize>, String)], base: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in changes {
        out.push_str(&text[at..range.start - base]);
        out.push_str(new);
        at = range.end - base;
    }
    out.push_str(&text[at..]);
    out
}

/// The plain scalars on one line whose first sign is hidden.
fn starred(node: &Node, yaml: &str, ranges: &[Range<usize>], found: &mut Vec<Range<usize>>) {
    match &node.kind {
        NodeKind::Scalar { plain: true, .. } => {
            let bytes = node.span.start as usize..node.span.end as usize;
            let first = ranges.iter().any(|r| r.start == bytes.start);
            if first && yaml.get(bytes.clone()).is_some_and(|text| !text.contains('\n')) {
                found.push(bytes);
            }
        }
        NodeKind::Scalar { .. } | NodeKind::Null => {}
        NodeKind::List(items) => items.iter().for_each(|item| starred(item, yaml, ranges, found)),
        NodeKind::Map(entries) => entries.iter().for_each(|e| starred(&e.value, yaml, ranges, found)),
    }
}

/// Whether two trees are the same but for stars.
fn is_same(old: &Node, new: &Node) -> bool {
    let text = |a: &str, b: &str| {
        a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(|(a, b)| a == b || b == '*')
    };
    match (&old.kind, &new.kind) {
        (NodeKind::Null, NodeKind::Null) => true,
        (NodeKind::Scalar { text: a, .. }, NodeKind::Scalar { text: b, .. }) => text(a, b),
        (NodeKind::List(a), NodeKind::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (NodeKind::Map(a), NodeKind::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| text(&a.key, &b.key) && is_same(&a.value, &b.value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(yaml: &str, digits: &str) -> Result<String, Refusal> {
        let start = yaml.find(digits).expect("it is there");
        let ranges: Vec<Range<usize>> = (start..start + digits.len()).map(|at| at..at + 1).collect();
        hide(yaml, &ranges)
    }

    #[test]
    fn only_the_signs_that_are_hidden_change() {
        for (yaml, want) in [
            ("甲: 12345 # 记\n", "甲: 1***5 # 记\n"),
            ("甲: \"12345\"\n", "甲: \"1***5\"\n"),
            ("甲: |\n  一 12345\n  二\n", "甲: |\n  一 1***5\n  二\n"),
            ("[{甲: 12345, 乙: 1}]\n", "[{甲: 1***5, 乙: 1}]\n"),
            ("甲: 1 # 12345\n", "甲: 1 # 1***5\n"),
        ] {
            let yaml = yaml.replace("12345", "1２34５").replace("２", "2").replace("５", "5");
            assert_eq!(hidden(&yaml, "234").as_deref(), Ok(want), "{yaml}");
        }
        assert_eq!(hidden("甲: 2345 # 记\n乙: 1\n", "234").as_deref(), Ok("甲: \"***5\" # 记\n乙: 1\n"));
        assert_eq!(hidden("{甲: 2345, 乙: 1}\n", "234").as_deref(), Ok("{甲: \"***5\", 乙: 1}\n"));
        assert_eq!(hidden("甲: [234\n", "234"), Err(Refusal::Unreadable));
    }
}
