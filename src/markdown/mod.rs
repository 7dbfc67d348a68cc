//! Prose of records as HTML.
//!
//! In: Markdown written by many hands. Out: HTML of a known few elements. Never lets raw HTML,
//! scripts, foreign images or unknown kinds of links through.

mod emphasis;
mod sections;

use std::ops::Range;

pub use sections::sections;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// Kinds of links that a record may have.
const SCHEMES: &[&str] = &["http://", "https://", "mailto:", "tel:"];

/// How deep elements may be nested.
const DEEPEST: usize = 32;

/// Turns Markdown into HTML.
///
/// Headings begin at level 2, since the page's title is level 1. A line break between two Chinese
/// characters is no space. Raw HTML is shown as text. Images are shown only from the site itself.
///
/// `resolve` gives the address of a link within the site; where it gives none, only the words stay.
pub fn to_html(markdown: &str, resolve: &dyn Fn(&str) -> Option<String>) -> String {
    let mut tamer = Tamer { kept: Vec::new(), headings: 0, resolve };
    let parsed = Parser::new_ext(markdown, options()).into_offset_iter();
    let tamed = parsed.filter_map(|(event, range)| tamer.tame(event).map(|event| (event, range))).collect();
    let events = join_chinese_lines(emphasis::pair_leftover_stars(markdown, tamed));
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    // Columns keep their side by class: the content security policy allows no inline style.
    // In text `<` is written `&lt;`, so only real cells are met here.
    for cell in ["<th", "<td"] {
        out = out
            .replace(&format!("{cell} style=\"text-align: right\">"), &format!("{cell} class=\"n\">"))
            .replace(&format!("{cell} style=\"text-align: left\">"), &format!("{cell}>"))
            .replace(&format!("{cell} style=\"text-align: center\">"), &format!("{cell}>"));
    }
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES
}

/// The links and images of a text that lead to something of the same community, with their places.
pub fn inner_links(markdown: &str) -> Vec<(String, Range<usize>)> {
    let inner = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if inner(&dest_url) => {
            Some((dest_url.into_string(), range))
        }
        _ => None,
    };
    Parser::new_ext(markdown, options()).into_offset_iter().filter_map(inner).collect()
}

/// Whether a link leads to a file or record of the community, not to a place on the page itself.
fn inner(url: &str) -> bool {
    local(url) && !url.trim().is_empty() && !url.trim().starts_with('#')
}

/// Remembers for each open element whether it was let through.
struct Tamer<'r> {
    kept: Vec<bool>,
    /// How many headings there were.
    headings: usize,
    resolve: &'r dyn Fn(&str) -> Option<String>,
}

impl Tamer<'_> {
    /// The event as it may be shown. Of a link or image that leads nowhere good, and of what is
    /// nested too deeply for browsers, only the words stay.
    fn tame<'e>(&mut self, mut event: Event<'e>) -> Option<Event<'e>> {
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = &mut event
            && inner(dest_url)
        {
            *dest_url = (self.resolve)(dest_url).unwrap_or_default().into();
        }
        let keep = match &event {
            Event::Start(tag) => {
                let keep = match tag {
                    Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                        self.kept.last().copied().unwrap_or(true)
                    }
                    Tag::Link { link_type: LinkType::Email, .. } => true,
                    Tag::Link { dest_url, .. } => safe_link(dest_url),
                    Tag::Image { dest_url, .. } => !dest_url.is_empty() && local(dest_url),
                    _ => self.kept.len() < DEEPEST,
                };
                self.kept.push(keep);
                keep
            }
            Event::End(_) => self.kept.pop().unwrap_or(true),
            _ => true,
        };
        keep.then(|| self.rename(event))
    }

    /// Raw HTML becomes text; headings go one level down and get an anchor.
    fn rename<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            self.headings += 1;
            let id = Some(anchor(self.headings).into());
            return Event::Start(Tag::Heading { level: lower(level), id, classes: Vec::new(), attrs: Vec::new() });
        }
        plain(event)
    }
}

/// The anchor of the heading of this number, counted from 1.
fn anchor(number: usize) -> String {
    format!("s-{number}")
}

fn plain(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
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
    if url.is_empty() {
        return false;
    }
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

    fn to_html(text: &str) -> String {
        super::to_html(text, &|_| None)
    }

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
            assert_eq!(html, "<p>甲 乙</p>\n", "{url}");
        }
        assert!(to_html("[甲](https://example.org)").contains("href=\"https://example.org\""));
        assert_eq!(to_html("![甲](http://example.org/x.png)"), "<p>甲</p>\n");
    }

    #[test]
    fn links_within_the_community_are_resolved() {
        let known = |dest: &str| (dest == "files/a.pdf").then(|| "../files/a.pdf".to_owned());
        let text = "[决议](files/a.pdf) [没有](files/b.pdf) [下面](#x)";
        let want = "<p><a href=\"../files/a.pdf\">决议</a> 没有 <a href=\"#x\">下面</a></p>\n";
        assert_eq!(super::to_html(text, &known), want);
        let links: Vec<String> = inner_links(text).into_iter().map(|(dest, _)| dest).collect();
        assert_eq!(links, ["files/a.pdf", "files/b.pdf"]);
    }

    #[test]
    fn joins_chinese_lines_and_keeps_other_breaks() {
        assert_eq!(to_html("三组道路\n已完工"), "<p>三组道路已完工</p>\n");
        assert_eq!(to_html("road\nworks"), "<p>road\nworks</p>\n");
    }

    #[test]
    fn tables_carry_no_inline_style() {
        let html = to_html("| 甲 | 乙 |\n|:--|--:|\n| 一 | 2 |\n");
        assert!(html.contains("<td>一</td><td class=\"n\">2</td>") && !html.contains("style"), "{html}");
        let text = "<td style=\"text-align: right\">";
        assert_eq!(to_html(&format!("`{text}`")), "<p><code>&lt;td style=\"text-align: right\"&gt;</code></p>\n");
    }

    #[test]
    fn begins_headings_below_the_title() {
        assert_eq!(to_html("# 概况"), "<h2 id=\"s-1\">概况</h2>\n");
    }
}
