//! Prose of records as HTML.
//!
//! In: Markdown written by many hands. Out: HTML of a known few elements. Never lets raw HTML,
//! scripts, foreign images or unknown kinds of links through.

mod emphasis;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// Kinds of links that a record may have.
const SCHEMES: &[&str] = &["http://", "https://", "mailto:", "tel:"];

/// Turns Markdown into HTML.
///
/// Headings begin at level 2, since the page's title is level 1. A line break between two Chinese
/// characters is no space. Raw HTML is shown as text. Images are shown only from the site itself.
pub fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let parsed = Parser::new_ext(markdown, options).into_offset_iter();
    let tamed = parsed.map(|(event, range)| (tame(event), range)).collect();
    let events = join_chinese_lines(emphasis::pair_leftover_stars(markdown, tamed));
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    // Columns keep their side by class: the content security policy allows no inline style.
    // In text a quotation mark is written `&quot;`, so only the marks of table cells are met here.
    out.replace(" style=\"text-align: right\"", " class=\"n\"")
        .replace(" style=\"text-align: left\"", "")
        .replace(" style=\"text-align: center\"", "")
}

fn tame(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: lower(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url =
                if link_type == LinkType::Email || safe_link(&dest_url) { dest_url } else { CowStr::Borrowed("") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = if local(&dest_url) { dest_url } else { CowStr::Borrowed("") };
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        other => other,
    }
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

fn safe_link(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    SCHEMES.iter().any(|s| lower.starts_with(s)) || local(url)
}

/// A path within the site: no scheme, no host, no control signs.
fn local(url: &str) -> bool {
    let url = url.trim();
    let head = url.split(['/', '?', '#']).next().unwrap_or_default();
    !url.starts_with("//") && !url.starts_with(['/', '\\']) && !head.contains(':') && !url.chars().any(char::is_control)
}

/// Drops line breaks between two Chinese characters.
fn join_chinese_lines(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        if matches!(event, Event::SoftBreak) {
            let before = matches!(out.last(), Some(Event::Text(t)) if t.chars().next_back().is_some_and(chinese));
            let after = matches!(events.peek(), Some(Event::Text(t)) if t.chars().next().is_some_and(chinese));
            if before && after {
                continue;
            }
        }
        out.push(event);
    }
    out
}

/// Ideographs and Chinese punctuation.
fn chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_raw_html_as_text() {
        let html = to_html("<script>alert(1)</script>\n\n甲 <img src=x onerror=alert(1)> 乙");
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn drops_links_that_are_no_links() {
        for url in ["javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"] {
            let html = to_html(&format!("[甲]({url}) ![乙]({url})"));
            assert!(html.contains("href=\"\"") && html.contains("src=\"\""), "{url}: {html}");
        }
        assert!(to_html("[甲](https://example.org)").contains("href=\"https://example.org\""));
        assert!(to_html("![甲](http://example.org/x.png)").contains("src=\"\""));
    }

    #[test]
    fn joins_chinese_lines_and_keeps_other_breaks() {
        assert_eq!(to_html("三组道路\n已完工"), "<p>三组道路已完工</p>\n");
        assert_eq!(to_html("road\nworks"), "<p>road\nworks</p>\n");
    }

    #[test]
    fn tables_carry_no_inline_style() {
        let html = to_html("| 甲 | 乙 |\n|:--|--:|\n| 一 | 2 |\n\n` style=\"text-align: right\"`");
        assert!(html.contains("<td>一</td><td class=\"n\">2</td>"), "{html}");
        assert!(
            html.contains("<code> style=&quot;text-align: right&quot;</code>") || !html.contains("<code> class"),
            "{html}"
        );
    }

    #[test]
    fn begins_headings_below_the_title() {
        assert_eq!(to_html("# 概况"), "<h2>概况</h2>\n");
    }
}
