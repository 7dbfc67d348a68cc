//! Splitting a `.md` file into front matter and prose.
//!
//! In: the text of a file. Out: the two parts with the byte where each begins.
//! Never reads either part.

/// The parts of a record in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts<'t> {
    /// YAML between the `---` lines.
    pub yaml: &'t str,
    /// Byte where the YAML begins.
    pub yaml_at: usize,
    /// Markdown after the second `---`.
    pub prose: &'t str,
    /// Byte where the Markdown begins.
    pub prose_at: usize,
}

/// Splits at the two `---` lines; `None` where they are not there.
pub(crate) fn split(text: &str) -> Option<Parts<'_>> {
    let first_end = text.find('\n')? + 1;
    if text[..first_end].trim_end() != "---" {
        return None;
    }
    let mut at = first_end;
    for line in text[first_end..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let prose_at = at + line.len();
            return Some(Parts { yaml: &text[first_end..at], yaml_at: first_end, prose: &text[prose_at..], prose_at });
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_with_either_line_end() {
        let parts = split("---\r\n标题: 甲\r\n---\r\n正文\r\n").unwrap();
        assert_eq!((parts.yaml, parts.prose), ("标题: 甲\r\n", "正文\r\n"));
        assert_eq!(parts.yaml_at, 5);
    }

    #[test]
    fn needs_both_lines() {
        assert_eq!(split("标题: 甲\n"), None);
        assert_eq!(split("---\n标题: 甲\n"), None);
        assert_eq!(split(""), None);
    }
}
