//! The main part of a page, cut loose from its site.
//!
//! In: HTML as the templates made it, the files of the site. Out: the same HTML that needs no other file: pictures lie
//! within it, links lead nowhere, and nothing has a name that another sheet could have too. Never changes words.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::route;
use crate::view::SiteFile;

/// Cuts the page at `route` loose.
pub(super) fn alone(html: &str, route: &str, files: &[SiteFile]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end = end_of(tag);
        let (tag, after) = tag.split_at(end);
        match tag {
            _ if tag.starts_with("<a ") => out.push_str("<a>"),
            _ if tag.starts_with("<img ") => out.push_str(&picture(tag, route, files)),
            _ => out.push_str(&nameless(tag)),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A tag without its `id`.
fn nameless(tag: &str) -> Cow<'_, str> {
    let Some(id) = value(tag, "id") else {
        return Cow::Borrowed(tag);
    };
    let forms = [format!(" id=\"{id}\""), format!(" id='{id}'"), format!(" id={id}")];
    let found = forms.iter().find(|form| tag.contains(form.as_str()));
    found.map_or(Cow::Borrowed(tag), |form| Cow::Owned(tag.replacen(form.as_str(), "", 1)))
}

/// How long a tag is; signs within quotes do not end it.
fn end_of(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// A picture with its bytes in its address; only its words where the site has no such file.
fn picture(tag: &str, route: &str, files: &[SiteFile]) -> String {
    let source = value(tag, "src").unwrap_or_default();
    let words = value(tag, "alt").unwrap_or_default();
    let path = source.strip_prefix(&route::root_of(route)).unwrap_or(source);
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        _ => return words.to_owned(),
    };
    files.iter().find(|file| file.route == path).map_or_else(
        || words.to_owned(),
        |file| format!("<img src=\"data:{kind};base64,{}\" alt=\"{words}\">", STANDARD.encode(&file.bytes)),
    )
}

/// The value of an attribute, quoted or not, as it is written.
fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}="))? + name.len() + 2;
    let text = &tag[start..];
    match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split(quote).next(),
        _ => text.split([' ', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_and_pictures_come_in() {
        let files = [SiteFile { route: "files/lu.png".into(), bytes: b"abc".to_vec(), owner: String::new() }];
        for (html, want) in [
            ("<p><a href=../x.html title=\"a > b\">甲</a></p>", "<p><a>甲</a></p>"),
            ("<img src=../files/lu.png alt=\"路 口\">", "<img src=\"data:image/png;base64,YWJj\" alt=\"路 口\">"),
            ("<img src=\"../files/lu.png\" alt>", "<img src=\"data:image/png;base64,YWJj\" alt=\"\">"),
            ("<img src=../files/weg.png alt=路口>", "路口"),
            ("<svg><use href=#qr /></svg> 1 < 2", "<svg><use href=#qr /></svg> 1 < 2"),
            ("<section id=checks class=a>", "<section class=a>"),
            ("<tr id=\"l-3\"><td id=a>", "<tr><td>"),
            ("<abbr title=甲>乙</abbr><a", "<abbr title=甲>乙</abbr><a"),
        ] {
            assert_eq!(alone(html, "projects/lu.html", &files), want, "{html}");
        }
    }
}
