//! Pages for screens that nobody may leave: links lead to other pages of the output, or nowhere.
//!
//! In: a rendered page. Out: the same page, with every other link turned into its plain words. Never drops a word.

/// Whether a link stays: it names a page or a place in one, by a relative address.
fn stays(address: &str) -> bool {
    let plain = address.split(['?', '#']).next().unwrap_or_default();
    let strange = plain.contains(':') || plain.starts_with("//") || plain.contains('\\');
    !strange && (plain.is_empty() || plain.ends_with(".html"))
}

/// Turns links that lead elsewhere into plain words.
pub(super) fn only(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // Whether the element that is open is a link no longer.
    let mut turned = false;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end =
            if rest.starts_with("<!--") { rest.find("-->").map_or(rest.len(), |n| n + 3) } else { end_of_tag(rest) };
        let tag = &rest[..end];
        let lower = tag.get(..3).unwrap_or(tag).to_ascii_lowercase();
        if lower == "</a" && turned {
            out.push_str("</span>");
            turned = false;
        } else if lower.starts_with("<a") && tag[2..].starts_with(|c: char| c.is_ascii_whitespace()) {
            let address = attribute(tag, "href");
            if address.is_none_or(stays) {
                out.push_str(tag);
            } else {
                turned = true;
                let kept = ["class", "id", "title"].iter().filter_map(|name| Some((name, attribute(tag, name)?)));
                let kept: String = kept.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
                out.push_str(&format!("<span{kept}>"));
            }
        } else {
            out.push_str(tag);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Where a tag ends; signs within quotation marks do not end it.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, c) in rest.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The value of an attribute in quotation marks.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let begin = tag.find(&format!(" {name}=\"")).or_else(|| tag.find(&format!("\n{name}=\"")))? + name.len() + 3;
    tag[begin..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::only;

    const CASES: &[(&str, &str)] = &[
        ("<a href=\"../decisions/lu.html#s\">路</a>", "<a href=\"../decisions/lu.html#s\">路</a>"),
        (
            "<a href=\"#main\">x</a> <a href=\"search/index.html?q=1\">y</a>",
            "<a href=\"#main\">x</a> <a href=\"search/index.html?q=1\">y</a>",
        ),
        (
            "<a class=\"k\" href=\"https://example.cn/a.html\"><b>外</b></a><a href=\"b.html\">内</a>",
            "<span class=\"k\"><b>外</b></span><a href=\"b.html\">内</a>",
        ),
        ("<a href=\"//x.cn/a.html\">x</a>", "<span>x</span>"),
        ("<a href=\"data/x.csv\">x</a><a href=\"tel:123\">y</a>", "<span>x</span><span>y</span>"),
        ("<a href=\"javascript:x.html\">x</a>", "<span>x</span>"),
        ("<a id=\"here\">x</a><abbr title=\"a\">y</abbr>", "<a id=\"here\">x</a><abbr title=\"a\">y</abbr>"),
        ("<p title=\"<a href=\">x</p><a href=\"x.pdf\">y", "<p title=\"<a href=\">x</p><span>y"),
    ];

    #[test]
    fn only_links_to_pages_stay() {
        for (html, want) in CASES {
            assert_eq!(only(html), *want, "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_causes_a_panic_and_no_way_out_is_left(html in "([<>/!?\"'= a-z-]|<a href=\"x:\">|</a>|示){0,40}") {
            let once = only(&html);
            proptest::prop_assert_eq!(only(&once), once.clone());
        }
    }
}
