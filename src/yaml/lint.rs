//! Slips that YAML lets pass or explains badly.
//!
//! In: raw text, or a scalar as it is met. Out: diagnostics that name the sign to change.
//! Never changes the text.

use crate::diagnostic::{Diagnostic, FileId, Sink, Span, code};
use crate::text::is_hidden;

/// Reports each line indented with a tab; true where there was one.
pub(super) fn tab_indent(file: FileId, text: &str, base: usize, sink: &mut Sink) -> bool {
    let mut found = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t')
            && !line.trim().is_empty()
        {
            let start = base + at + tab;
            sink.push(Diagnostic::new(&code::TAB_INDENT, Span::new(file, start, start + 1)));
            found = true;
        }
        at += line.len();
    }
    found
}

/// After a syntax error at byte `near`: names a full-width colon on that line or the one above.
pub(super) fn fullwidth_colon_line(file: FileId, text: &str, base: usize, near: usize, sink: &mut Sink) -> bool {
    let mut near = near.min(text.len());
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |n| n + 1);
    let this = line_start(near);
    let mut candidates = vec![this];
    if this > 0 {
        candidates.push(line_start(this - 1));
    }
    for start in candidates {
        let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
        let line = &text[start..end];
        if let Some(at) = key_colon(line) {
            let from = base + start + at;
            let key = line[..at].trim_start_matches([' ', '-', '{', '[']).to_owned();
            let here = Span::new(file, from, from + '：'.len_utf8());
            sink.push(Diagnostic::new(&code::FULLWIDTH_COLON, here).arg("key", key));
            return true;
        }
    }
    false
}

/// The byte of a full-width colon that stands behind what looks like a key.
pub(crate) fn key_colon(line: &str) -> Option<usize> {
    let at = line.find('：')?;
    let key = line[..at].trim_start_matches([' ', '-', '{', '[']);
    let plain = !key.is_empty()
        && key.chars().count() <= 12
        && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    plain.then_some(at)
}

/// Warns of signs in an unquoted scalar that do not do what they seem to do.
pub(super) fn plain_scalar(text: &str, span: Span, in_flow_list: bool, sink: &mut Sink) {
    if in_flow_list && text.contains('，') {
        sink.push(Diagnostic::new(&code::FULLWIDTH_COMMA, span).arg("text", text));
    }
    let quoted = text.starts_with('“') && text.ends_with('”') && text.matches('“').count() == 1;
    if quoted && text.chars().count() > 2 {
        sink.push(Diagnostic::new(&code::FULLWIDTH_QUOTE, span).arg("text", text));
    }
}

/// Tells of a sign that nobody sees where it is written as an escape; one that stands there itself is told with the
/// whole text.
pub(super) fn escaped_sign(text: &str, written: &str, span: Span, sink: &mut Sink) {
    let escaped = written.contains('\\');
    if let Some(sign) = text.chars().find(|c| escaped && is_hidden(*c) && !written.contains(*c)) {
        let sign = format!("U+{:04X}", u32::from(sign));
        sink.push(Diagnostic::new(&code::HIDDEN_SIGN, span).arg("sign", sign));
    }
}

/// Whether [`comment_after_value`] may find anything in a text: where it cannot, its comments need not be told, as in nearly
/// all files.
pub(super) fn may_have_comment_after_value(text: &str) -> bool {
    memchr::memchr_iter(b'#', text.as_bytes()).any(|at| {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        !line.trim_start().is_empty() && text[at + 1..].chars().next().is_some_and(|c| !c.is_whitespace())
    })
}

/// Warns where `3 #楼` loses its end: a comment without a space after `#`, behind a value.
pub(super) fn comment_after_value(text: &str, span: Span, sink: &mut Sink) {
    if text.chars().next().is_some_and(|c| !c.is_whitespace()) {
        sink.push(Diagnostic::new(&code::LOST_COMMENT, span).arg("text", format!("#{text}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_asked_for_only_where_one_may_be_a_lost_end() {
        for (text, may) in [
            ("提出人: 3 #楼居民\n", true),
            ("甲: 一\n乙: 3 #楼", true),
            ("甲: 一\r乙: 3 #楼\r", true),
            ("# 只有说明\n甲: 一 # 说明\n  #说明\n", false),
            ("甲: 一 #", false),
            ("甲: 一\n", false),
        ] {
            assert_eq!(may_have_comment_after_value(text), may, "{text}");
        }
    }
}
