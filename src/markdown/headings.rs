//! Headings of prose, by which links find them.
//!
//! In: Markdown. Out: each heading with its anchor on the page, and the anchor that a link's `#…` means.
//! Never makes anchors of its own: they are those of the page.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{anchor, options};

/// Anchor and words of each heading, in order.
pub fn headings(markdown: &str) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                inside = true;
                list.push((anchor(list.len() + 1), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) if inside => {
                list.last_mut().expect("there is one inside").1.push_str(&words);
            }
            Event::SoftBreak if inside => list.last_mut().expect("there is one inside").1.push(' '),
            _ => {}
        }
    }
    list
}

/// The anchor of the heading that `wanted` means: its words, with hyphens for spaces or without, or its anchor.
pub fn anchor_of(markdown: &str, wanted: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(wanted.trim()).decode_utf8().unwrap_or(Cow::Borrowed(wanted));
    let plain = |text: &str| text.trim().to_lowercase().replace(char::is_whitespace, "-");
    let wanted = plain(&decoded);
    headings(markdown).into_iter().find(|(anchor, words)| *anchor == wanted || plain(words) == wanted).map(|(a, _)| a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_by_their_words() {
        let text = "# 概况\n\n## 怎么 办\n\n正文 # 不是标题\n\n### Open `Hours`\n";
        for (wanted, found) in [
            ("概况", Some("s-1")),
            ("%E6%A6%82%E5%86%B5", Some("s-1")),
            ("怎么-办", Some("s-2")),
            ("怎么 办", Some("s-2")),
            ("s-2", Some("s-2")),
            ("open-hours", Some("s-3")),
            ("不是标题", None),
            ("", None),
        ] {
            assert_eq!(anchor_of(text, wanted).as_deref(), found, "{wanted}");
        }
    }
}
