//! Smaller HTML in one pass, without building a tree.
//!
//! In: a rendered page. Out: the same elements, attributes and words; spaces that nobody sees,
//! comments and quotation marks that HTML does not need are gone. Never changes what is inside
//! pre, textarea, script, style; never drops or adds a tag. A page that holds anything that pages may not hold is refused.

use super::allowed::{self, Purpose};

/// What stands in a page and may not: `<iframe>`, `<a href>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

/// How spaces count inside an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Only elements: spaces between them are nothing.
    Layout,
    /// Words: spaces at both ends are nothing, others are one.
    Words,
    /// Part of a line: any run of spaces is one.
    Line,
    /// Every space counts.
    Exact,
}

fn inside(name: &[u8]) -> Inside {
    match name {
        b"html" | b"head" | b"body" | b"header" | b"footer" | b"main" | b"nav" | b"section" | b"article" | b"aside"
        | b"div" | b"dl" | b"ol" | b"ul" | b"menu" | b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr"
        | b"colgroup" | b"form" | b"fieldset" | b"figure" | b"hgroup" | b"blockquote" | b"dialog" | b"select"
        | b"datalist" | b"optgroup" | b"picture" | b"map" | b"svg" | b"g" | b"defs" | b"symbol" => Inside::Layout,
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"li" | b"dt" | b"dd" | b"td" | b"th" | b"caption"
        | b"figcaption" | b"summary" | b"details" | b"button" | b"label" | b"legend" | b"option" | b"address"
        | b"title" => Inside::Words,
        b"pre" | b"textarea" | b"code" | b"script" | b"style" => Inside::Exact,
        _ => Inside::Line,
    }
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

struct Squeezer<'h> {
    html: &'h [u8],
    at: usize,
    out: Vec<u8>,
    /// Names of open elements and what they mean for spaces; `Exact` passes down.
    open: Vec<(&'h [u8], Inside)>,
    /// Whether nothing has come yet in the innermost element.
    fresh: bool,
    /// What the page is for.
    purpose: Purpose,
    /// The first thing that may not stay.
    refused: Option<Refused>,
}

/// Takes out of a page what browsers do not need.
///
/// # Errors
/// Where it holds what pages may not hold.
pub(super) fn squeeze(html: &[u8], purpose: Purpose) -> Result<Vec<u8>, Refused> {
    match run(html, purpose) {
        (squeezed, None) => Ok(squeezed),
        (_, Some(refused)) => Err(refused),
    }
}

fn run(html: &[u8], purpose: Purpose) -> (Vec<u8>, Option<Refused>) {
    let mut work = Squeezer {
        html,
        at: 0,
        out: Vec::with_capacity(html.len()),
        open: Vec::new(),
        fresh: true,
        purpose,
        refused: None,
    };
    while work.at < work.html.len() {
        let rest = &work.html[work.at..];
        match rest {
            [b'<', b'!', b'-', b'-', ..] => work.at += find(rest, b"-->").map_or(rest.len(), |n| n + 3),
            [b'<', b'!' | b'?', ..] => work.copy_to(find(rest, b">").map_or(rest.len(), |n| n + 1)),
            [b'<', b'/', ..] => work.close(),
            [b'<', c, ..] if c.is_ascii_alphabetic() => work.open_tag(),
            _ => work.text(),
        }
    }
    (work.out, work.refused)
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(within, what)
}

impl<'h> Squeezer<'h> {
    fn copy_to(&mut self, length: usize) {
        self.out.extend_from_slice(&self.html[self.at..self.at + length]);
        self.at += length;
    }

    fn here(&self) -> Inside {
        self.open.last().map_or(Inside::Layout, |(_, inside)| *inside)
    }

    fn text(&mut self) {
        let rest = &self.html[self.at..];
        let length = 1 + memchr::memchr(b'<', &rest[1..]).unwrap_or(rest.len() - 1);
        let text = &rest[..length];
        self.at += length;
        let here = self.here();
        if here == Inside::Exact {
            self.out.extend_from_slice(text);
            self.fresh = false;
            return;
        }
        let trims = matches!(here, Inside::Layout | Inside::Words);
        let mut text = text;
        if trims && self.fresh {
            text = text.trim_ascii_start();
        }
        if trims && rest[length..].starts_with(b"</") {
            text = text.trim_ascii_end();
        }
        if here == Inside::Layout && text.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        self.fresh &= text.is_empty();
        while let Some(space) = text.iter().position(u8::is_ascii_whitespace) {
            self.out.extend_from_slice(&text[..space]);
            self.out.push(b' ');
            text = text[space..].trim_ascii_start();
        }
        self.out.extend_from_slice(text);
    }

    fn close(&mut self) {
        let rest = &self.html[self.at..];
        let end = memchr::memchr(b'>', rest).map_or(rest.len(), |n| n + 1);
        let name = rest[2..end].trim_ascii_end().strip_suffix(b">").unwrap_or(&rest[2..end]).trim_ascii_end();
        if let Some(place) = self.open.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name)) {
            self.open.truncate(place);
        }
        self.fresh = false;
        self.copy_to(end);
    }

    fn open_tag(&mut self) {
        let rest = &self.html[self.at..];
        let ends = |c: &u8| c.is_ascii_whitespace() || matches!(c, b'/' | b'>');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let name = &rest[1..length];
        self.copy_to(length);
        if !allowed::element(name, self.purpose) {
            self.refuse(name, b"");
        }
        let (mut src, mut kind) = (false, None);
        let closed = self.attributes(name, &mut src, &mut kind);
        self.fresh = false;
        if closed || is_void(name) {
            return;
        }
        let own = inside(name);
        let here = if self.here() == Inside::Exact { Inside::Exact } else { own };
        if matches!(name, b"script" | b"style" | b"textarea") {
            // Nothing in them is a tag but their own end.
            let rest = &self.html[self.at..];
            let end =
                rest.windows(2 + name.len()).position(|w| w.starts_with(b"</") && w[2..].eq_ignore_ascii_case(name));
            let end = end.unwrap_or(rest.len());
            if name == b"script" && !allowed::script(src, kind, &rest[..end]) {
                self.refuse(name, b"");
            }
            self.copy_to(end);
        }
        self.open.push((name, here));
        self.fresh = true;
    }

    fn refuse(&mut self, tag: &[u8], attribute: &[u8]) {
        let (tag, attribute) = (String::from_utf8_lossy(tag), String::from_utf8_lossy(attribute));
        let what = if attribute.is_empty() { format!("<{tag}>") } else { format!("<{tag} {attribute}>") };
        self.refused.get_or_insert(Refused(what));
    }

    /// Copies attributes up to the end of the tag; whether the tag closes itself. Tells whether it has a `src`, and its
    /// `type`.
    fn attributes(&mut self, tag: &'h [u8], src: &mut bool, kind: &mut Option<&'h [u8]>) -> bool {
        loop {
            let rest = &self.html[self.at..];
            let space = rest.iter().take_while(|c| c.is_ascii_whitespace()).count();
            self.at += space;
            match &rest[space..] {
                [] => return false,
                [b'>', ..] => {
                    self.copy_to(1);
                    return false;
                }
                [b'/', b'>', ..] => {
                    // After a bare value the slash would belong to it.
                    if !matches!(self.out.last(), Some(b'"' | b'\'')) {
                        self.out.push(b' ');
                    }
                    self.copy_to(2);
                    return true;
                }
                [b'/', ..] => self.at += 1,
                more => {
                    // A name may begin with `=`, but not hold one.
                    let ends = |c: &u8| c.is_ascii_whitespace() || matches!(c, b'=' | b'>' | b'/');
                    let name = more[1..].iter().position(ends).map_or(more.len(), |n| n + 1);
                    let name_of = &more[..name];
                    self.out.push(b' ');
                    self.copy_to(name);
                    let value = self.value();
                    if !allowed::attribute(tag, name_of, value, self.purpose) {
                        self.refuse(tag, name_of);
                    }
                    *src |= name_of == b"src";
                    if name_of == b"type" {
                        *kind = Some(value.unwrap_or_default());
                    }
                }
            }
        }
    }

    /// Copies the value of an attribute; gives it as it is written.
    fn value(&mut self) -> Option<&'h [u8]> {
        let [b'=', quote @ (b'"' | b'\''), value @ ..] = &self.html[self.at..] else {
            if self.html[self.at..].first() == Some(&b'=') {
                let rest = &self.html[self.at..];
                let end = rest.iter().position(|c| c.is_ascii_whitespace() || *c == b'>').unwrap_or(rest.len());
                self.copy_to(end);
                return Some(&rest[1..end]);
            }
            return None;
        };
        let end = memchr::memchr(*quote, value).unwrap_or(value.len());
        let value = &value[..end];
        let bare = |c: &u8| !c.is_ascii_whitespace() && !matches!(c, b'"' | b'\'' | b'=' | b'<' | b'>' | b'`');
        if value.is_empty() {
            // An attribute without a value has the empty one.
        } else if value.iter().all(bare) && !value.ends_with(b"/") {
            self.out.push(b'=');
            self.out.extend_from_slice(value);
        } else {
            self.out.extend_from_slice(&[b'=', *quote]);
            self.out.extend_from_slice(value);
            self.out.push(*quote);
        }
        self.at += 2 + end + 1;
        self.at = self.at.min(self.html.len());
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squeeze(html: &str) -> Vec<u8> {
        run(html.as_bytes(), Purpose::Site).0
    }

    #[test]
    fn what_may_not_stay_is_named() {
        for (html, what) in [
            ("<p><iframe src=x></iframe>", "<iframe>"),
            ("<p><img/onerror=x src=y>", "<img onerror>"),
            ("<a href='javascript:x'>", "<a href>"),
            ("<script> if (a < b) {} </script>", "<script>"),
            ("<script src=a.js></script ><b onclick=x>", "<b onclick>"),
            ("<IMG SRC=x>", "<IMG>"),
            ("<p =a>", "<p =a>"),
        ] {
            assert_eq!(super::squeeze(html.as_bytes(), Purpose::Site), Err(Refused(what.to_owned())), "{html}");
        }
        assert!(super::squeeze(b"<!doctype html><p class=a>x</p><script src=a.js></script>", Purpose::Site).is_ok());
    }

    fn judge(html: &[u8]) -> String {
        let mut cfg = minify_html::Cfg::new();
        cfg.keep_closing_tags = true;
        cfg.keep_html_and_head_opening_tags = true;
        cfg.keep_input_type_text_attr = true;
        String::from_utf8(minify_html::minify(html, &cfg)).expect("UTF-8 stays UTF-8")
    }

    const CASES: &[(&str, &str)] = &[
        ("<ul>\n  <li> a \n b </li>\n</ul>\n", "<ul><li>a b</li></ul>"),
        ("<p>a <b> b </b> c</p>", "<p>a <b> b </b> c</p>"),
        ("<div>a <!-- note --> b</div>", "<div>a  b</div>"),
        ("<pre>\n a\n  <b> c</b></pre>", "<pre>\n a\n  <b> c</b></pre>"),
        ("<textarea> <p> </textarea>", "<textarea> <p> </textarea>"),
        ("<script> if (a < b) {} </script>", "<script> if (a < b) {} </script>"),
        ("<a  href=\"x.html\"\n class='a b' hidden=\"\">x</a>", "<a href=x.html class='a b' hidden>x</a>"),
        ("<a title=\"a > b\" href=\"a/\">x</a>", "<a title=\"a > b\" href=\"a/\">x</a>"),
        ("<svg><rect width=\"3\" height=\"8\"/></svg>", "<svg><rect width=3 height=8 /></svg>"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("<p>示例 <br> 二", "<p>示例 <br> 二"),
        ("<p =a>x</p>", "<p =a>x</p>"),
        ("<", "<"),
        ("<a b=\"", "<a b"),
        ("</", "</"),
    ];

    #[test]
    fn spaces_comments_quotes() {
        for (html, want) in CASES {
            assert_eq!(String::from_utf8_lossy(&squeeze(html)), *want, "{html}");
        }
    }

    #[test]
    fn another_minifier_finds_the_same_page() {
        let whole = |html: &&str| html.contains("</") && html.ends_with('>') && !html.contains("<!--");
        for html in CASES.iter().map(|(html, _)| *html).filter(whole) {
            assert_eq!(judge(&squeeze(html)), judge(html.as_bytes()), "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_causes_a_panic(html in "([<>/!?\"'= a-z-]|pre|script|<p|</p>|示){0,40}") {
            let once = squeeze(&html);
            proptest::prop_assert!(once.len() <= html.len() + html.matches('/').count());
            proptest::prop_assert!(String::from_utf8(once).is_ok());
        }
    }
}
