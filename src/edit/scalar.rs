//! Text as YAML writes it.
//!
//! In: text, and how it was written before. Out: the signs for it. Never loses a sign, and keeps the
//! quotes that were there.

use super::Value;

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes, where the text allows it.
    Plain,
    /// `'…'`, where the text allows it.
    Single,
    /// `"…"`.
    Double,
}

/// Where a scalar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a line of its own.
    Block,
    /// Within `{…}`.
    FlowMap,
    /// Within `[…]`.
    FlowList,
}

impl Style {
    /// How the scalar that begins `text` is written.
    pub(super) fn of(text: &str) -> Self {
        match text.as_bytes().first() {
            Some(b'"') => Self::Double,
            Some(b'\'') => Self::Single,
            _ => Self::Plain,
        }
    }
}

/// One line for a text, in the style asked for or the nearest that can hold it.
pub(super) fn line(text: &str, style: Style, place: Place) -> String {
    match style {
        Style::Plain if plain(text, place) => text.to_owned(),
        Style::Single if !text.chars().any(special) => format!("'{}'", text.replace('\'', "''")),
        _ => double(text),
    }
}

/// One line for a text that was not there before.
pub(super) fn fresh(text: &str, place: Place) -> String {
    // Codes are text to every reader of YAML, not only to this one.
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let code = digits && (text.len() >= 12 || (text.len() > 1 && text.starts_with('0')));
    line(text, if code { Style::Double } else { Style::Plain }, place)
}

/// A key.
pub(super) fn key(text: &str) -> String {
    let simple = plain(text, Place::FlowList) && !text.contains(':') && !text.contains('：');
    if simple { text.to_owned() } else { double(text) }
}

/// A value on one line, within `{…}` or `[…]`.
pub(super) fn inline(value: &Value, place: Place) -> String {
    match value {
        Value::Null => "~".into(),
        Value::Text(text) => fresh(text, place),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|i| inline(i, Place::FlowList)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let pairs: Vec<String> =
                entries.iter().map(|(k, v)| format!("{}: {}", key(k), inline(v, Place::FlowMap))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

fn plain(text: &str, place: Place) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let dash = first == '-' && text.chars().nth(1).is_some_and(|c| !c.is_whitespace()) && !text.starts_with("---");
    let starts = !"-?:,[]{}#&*!|>'\"%@`".contains(first) || dash;
    let ends = text.trim() == text && !text.ends_with(':') && !text.starts_with("...");
    let null = matches!(text, "~" | "null" | "Null" | "NULL");
    let signs = !text.contains(": ") && !text.contains(" #") && !text.chars().any(special);
    let flow = place == Place::Block || !text.contains([',', '[', ']', '{', '}']);
    let comma = place == Place::FlowList && text.contains('，');
    let quoted = text.starts_with('“') && text.ends_with('”');
    starts && ends && !null && signs && flow && !comma && !quoted
}

/// Signs that only `"…"` can hold.
fn special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The text in double quotes, whatever it holds.
pub(crate) fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if special(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_only_where_they_are_needed() {
        for (text, want) in [
            ("30000.00", "30000.00"),
            ("-12.30", "-12.30"),
            ("2026-10-01", "2026-10-01"),
            ("三组，道路", "三组，道路"),
            ("001234", "\"001234\""),
            ("420114101201", "\"420114101201\""),
            ("3 #楼电梯", "\"3 #楼电梯\""),
            ("甲: 乙", "\"甲: 乙\""),
            ("- 甲", "\"- 甲\""),
            ("null", "\"null\""),
            ("", "\"\""),
            (" 甲", "\" 甲\""),
            ("甲\n乙", "\"甲\\n乙\""),
            ("[甲]", "\"[甲]\""),
        ] {
            assert_eq!(fresh(text, Place::Block), want, "{text}");
        }
        assert_eq!(fresh("甲,乙", Place::Block), "甲,乙");
        assert_eq!(fresh("甲,乙", Place::FlowMap), "\"甲,乙\"");
        assert_eq!(fresh("甲，乙", Place::FlowList), "\"甲，乙\"");
        assert_eq!(line("it's", Style::Single, Place::Block), "'it''s'");
    }
}
