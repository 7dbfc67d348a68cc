//! Words as they are written in a record.
//!
//! In: words. Out: a YAML scalar that reads back as exactly these words, in a list or a mapping on one line.
//! Never quotes what reads well without.

use crate::edit::double;

/// A scalar; quoted where a sign in it means something to YAML or to our own reader of slips.
pub(super) fn scalar(text: &str) -> String {
    let plain = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '·' | '（' | '）' | '、' | '。' | '¥' | '%')
    };
    let first = text.chars().next();
    let begins = first
        .is_some_and(|c| c.is_alphanumeric() || (c == '-' && text.len() > 1 && text.as_bytes()[1].is_ascii_digit()));
    let word = !matches!(text.to_ascii_lowercase().as_str(), "null" | "~" | "true" | "false");
    if begins && word && text.chars().all(plain) && !text.starts_with("---") {
        return text.to_owned();
    }
    double(text)
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::diagnostic::{Sink, Sources};

    #[test]
    fn words_read_back_as_they_were() {
        for text in [
            "001234",
            "-420.00",
            "鱼塘承包费",
            "a: b",
            "#3楼",
            "3 #楼",
            "甲，乙",
            "{x}",
            "null",
            "",
            "“引”",
            "两\n行",
            "C:\\x",
            "- 一",
            "是",
            "yes",
            "\u{2028}",
            "a, b",
            "[1]",
            "'甲'",
            "50%",
            "@x",
            "`x`",
            "&x",
            "*x",
            "!x",
            "|",
            ">",
            "%x",
            "?",
            "x:",
            "---",
        ] {
            let source = format!("- {{甲: {}, 乙: {}}}\n", scalar(text), scalar(text));
            let (mut sources, mut sink) = (Sources::default(), Sink::default());
            let file = sources.add("x", source.as_str());
            let node = crate::yaml::parse(file, &source, 0, &mut sink).unwrap_or_else(|| panic!("{source}"));
            let crate::yaml::NodeKind::List(items) = node.kind else { panic!("{source}") };
            for key in ["甲", "乙"] {
                assert_eq!(items[0].get(key).and_then(crate::yaml::Node::text), Some(text), "{source}");
            }
            assert!(sink.is_empty(), "{source}");
        }
    }
}
