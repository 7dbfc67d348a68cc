//! Prose of records as HTML.
//!
//! In: Markdown written by many hands. Out: HTML of a known few elements. Never lets raw HTML,
//! scripts, foreign images or unknown kinds of links through.

mod emphasis;
mod headings;
mod sections;

use std::collections::BTreeMap;
use std::ops::Range;

pub use headings::{anchor_of, headings};
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
/// `resolve` tells where a link within the site leads; where it tells nothing, only the words stay. The anchors of
/// headings begin with `prefix`, so that one page can hold several texts.
pub fn to_html(markdown: &str, prefix: &str, resolve: &dyn Fn(&str) -> Option<Place>) -> String {
    let mut tamer = Tamer { markdown, prefix, kept: Vec::new(), headings: 0, pictures: BTreeMap::new(), resolve };
    let parsed = Parser::new_ext(markdown, options()).into_offset_iter();
    let tamed = parsed.filter_map(|(event, range)| tamer.tame(event).map(|event| (event, range))).collect();
    let events = join_chinese_lines(emphasis::pair_leftover_stars(markdown, tamed));
    let pictures = tamer.pictures;
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
    // Nor are pictures of one's own making met here. An address of a file has no sign that HTML would escape.
    for (url, attributes) in pictures {
        let plain = format!("<img src=\"{url}\"");
        out = out.replace(&plain, &format!("<img {attributes}"));
    }
    out
}

/// Where a link within the site leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address from the page.
    pub url: String,
    /// For a picture that is shown, the attributes that take the place of `src="…"`; the address alone where empty.
    pub shown: String,
}

impl From<String> for Place {
    fn from(url: String) -> Self {
        Self { url, shown: String::new() }
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES
}

/// A link or image that leads to something of the same community, or to a heading of the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub written: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether what it leads to is shown in its place.
    pub picture: bool,
}

/// The links and images of a text that stay within the community.
pub fn links(markdown: &str) -> Vec<Link> {
    let inner = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if local(&dest_url) => {
            Some(Link { written: dest_url.into_string(), range, picture: false })
        }
        Event::Start(Tag::Image { dest_url, .. }) if inner(&dest_url) => {
            Some(Link { written: dest_url.into_string(), range, picture: true })
        }
        _ => None,
    };
    Parser::new_ext(markdown, options()).into_offset_iter().filter_map(inner).collect()
}

/// Whether a link leads to a file or record of the community, not to a place on the page itself.
fn inner(url: &str) -> bool {
    local(url) && !url.trim().starts_with('#')
}

/// Remembers for each open element whether it was let through.
struct Tamer<'r> {
    markdown: &'r str,
    prefix: &'r str,
    kept: Vec<bool>,
    /// How many headings there were.
    headings: usize,
    /// Pictures that are shown otherwise than by their address alone, by this address.
    pictures: BTreeMap<String, String>,
    resolve: &'r dyn Fn(&str) -> Option<Place>,
}

impl Tamer<'_> {
    /// The event as it may be shown. Of a link or image that leads nowhere good, and of what is
    /// nested too deeply for browsers, only the words stay.
    fn tame<'e>(&mut self, mut event: Event<'e>) -> Option<Event<'e>> {
        let picture = matches!(event, Event::Start(Tag::Image { .. }));
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = &mut event {
            if inner(dest_url) {
                let place = (self.resolve)(dest_url).unwrap_or_else(|| String::new().into());
                if picture && !place.shown.is_empty() {
                    self.pictures.insert(place.url.clone(), place.shown);
                }
                *dest_url = place.url.into();
            } else if let Some(heading) = dest_url.trim().strip_prefix('#') {
                let anchor = anchor_of(self.markdown, heading).map(|anchor| format!("#{}{anchor}", self.prefix));
                *dest_url = anchor.unwrap_or_default().into();
            }
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
            let id = Some(format!("{}{}", self.prefix, anchor(self.headings)).into());
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
        super::to_html(text, "", &|_| None)
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
        let known = |dest: &str| (dest == "files/a.pdf").then(|| "../files/a.pdf".to_owned().into());
        let text = "[决议](files/a.pdf) [没有](files/b.pdf) [下面](#下面) [哪里](#x)\n\n# 下面\n";
        let want = "<p><a href=\"../files/a.pdf\">决议</a> 没有 <a href=\"#s-1\">下面</a> 哪里</p>\n\
                    <h2 id=\"s-1\">下面</h2>\n";
        assert_eq!(super::to_html(text, "", &known), want);
        let links: Vec<String> = links(text).into_iter().map(|link| link.written).collect();
        assert_eq!(links, ["files/a.pdf", "files/b.pdf", "#下面", "#x"]);
    }

    #[test]
    fn pictures_are_shown_as_they_are_told_to_be() {
        let shown =
            |_: &str| Some(Place { url: "../files/a.jpg".into(), shown: "src=\"../files/a.jpg\" width=\"4\"".into() });
        let html = super::to_html("![甲](files/a.jpg)\n\n![乙](files/a.jpg) `<img src=\"../files/a.jpg\"`", "", &shown);
        let want = "<p><img src=\"../files/a.jpg\" width=\"4\" alt=\"甲\" /></p>\n<p><img src=\"../files/a.jpg\" \
                    width=\"4\" alt=\"乙\" /> <code>&lt;img src=\"../files/a.jpg\"</code></p>\n";
        assert_eq!(html, want);
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
