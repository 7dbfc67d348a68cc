//! Data that pages load as a script, so that it comes from a disk too, or hold within one.
//!
//! In: the name of a function, values. Out: one call of it; JSON with signs written in another way. Never anything that
//! runs beside that call.

use serde::Serialize;

/// The text of a script that calls `function` with a tuple of values; safe for engines that know no JSON in scripts.
pub fn call(function: &str, values: &impl Serialize) -> String {
    let list = escaped(&json(values), &['<', '\u{2028}', '\u{2029}']);
    let values = list.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).expect("a tuple is a list");
    format!("{function}({values});\n")
}

/// JSON in which no sign can end a script element or begin a comment; it says the same.
pub fn within_element(value: &impl Serialize) -> String {
    escaped(&json(value), &['<', '>', '&', '\u{2028}', '\u{2029}'])
}

/// A value as JSON without spaces, at once: its `to_string` goes piece by piece through a formatter.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("data of a site is plain data")
}

/// JSON with some signs, which stand in its texts only, by their numbers.
fn escaped(json: &str, signs: &[char]) -> String {
    // Bytes with which such signs begin: Chinese signs need not be put together to see that they are none of them.
    let first = |byte: &u8| matches!(byte, b'<' | b'>' | b'&' | 0xe2);
    let mut out = String::with_capacity(json.len());
    let (mut from, mut rest) = (0, json.as_bytes());
    while let Some(at) = rest.iter().position(first) {
        let at = json.len() - rest.len() + at;
        let sign = json[at..].chars().next().expect("a sign begins here");
        if signs.contains(&sign) {
            out.push_str(&json[from..at]);
            out.push_str(&format!("\\u{:04x}", u32::from(sign)));
            from = at + sign.len_utf8();
        }
        rest = &json.as_bytes()[at + sign.len_utf8()..];
    }
    out.push_str(&json[from..]);
    out
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn no_sign_ends_the_script_or_a_line_of_it() {
        let text = call("gk", &("a", "</script>\u{2028}\u{2029}", [1, 2]));
        assert_eq!(text, "gk(\"a\",\"\\u003c/script>\\u2028\\u2029\",[1,2]);\n");
    }

    #[test]
    fn nothing_ends_the_element_and_the_words_are_the_same() {
        let title = "</script><!-- & \u{2028}<script>alert(1)</script>";
        let text = within_element(&json!([{ "name": title }]));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let back: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back[0]["name"], title);
    }
}
