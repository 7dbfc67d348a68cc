//! The words of prose, section by section.
//!
//! In: Markdown. Out: plain text of each section under the anchor that its heading has on the page; blocks and
//! cells end their line. Never holds addresses of links or signs of Markdown.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{anchor, options};

/// Anchor and text of each section; the first, before any heading, has no anchor.
pub fn sections(markdown: &str) -> Vec<(String, String)> {
    let mut list = vec![(String::new(), String::new())];
    let mut headings = 0;
    for event in Parser::new_ext(markdown, options()) {
        if matches!(event, Event::Start(Tag::Heading { .. })) {
            headings += 1;
            list.push((anchor(headings), String::new()));
        }
        let text = &mut list.last_mut().expect("there is one from the start").1;
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                text.push_str(&words);
            }
            Event::SoftBreak => text.push(' '),
            Event::HardBreak
            | Event::Rule
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::FootnoteDefinition,
            ) => text.push('\n'),
            _ => {}
        }
    }
    list.retain_mut(|(_, text)| {
        text.truncate(text.trim_end().len());
        !text.is_empty()
    });
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_stand_under_the_anchors_of_the_page() {
        let text = "开头\n接着\n\n# 概况\n\n甲 [乙](files/a.pdf)\n\n| 名 | 数 |\n|--|--|\n| 丙 | 3 |\n\n## 小节\n\n- 丁\n- 戊\n";
        let want = [("", "开头 接着"), ("s-1", "概况\n甲 乙\n名\n数\n丙\n3"), ("s-2", "小节\n丁\n戊")];
        let found = sections(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(a, t)| (a.as_str(), t.as_str())).collect();
        assert_eq!(found, want);
        let html = super::super::to_html(text, "", &|_| None);
        assert!(html.contains("<h2 id=\"s-1\">概况</h2>") && html.contains("<h3 id=\"s-2\">小节</h3>"), "{html}");
    }
}
