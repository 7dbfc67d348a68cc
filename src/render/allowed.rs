//! What the pages of a site may be made of.
//!
//! In: the names of elements and attributes of a finished page, and values of attributes. Out: whether they may stay.
//! Everything that is not named here may not: so no text of a record becomes a script, a handler or a picture from
//! elsewhere, whatever a template does with it. Never changes a page.

use std::borrow::Cow;

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Part of a site: its styles and pictures are files of their own.
    Site,
    /// A sheet that stands alone: its styles and pictures are within.
    Sheet,
}

/// Whether an element may stay.
pub(super) fn element(name: &[u8], purpose: Purpose) -> bool {
    match name {
        b"html" | b"head" | b"title" | b"meta" | b"link" | b"script" | b"noscript" | b"body" => true,
        b"header" | b"footer" | b"main" | b"nav" | b"section" | b"article" | b"aside" | b"div" | b"hgroup"
        | b"search" | b"address" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"p" | b"hr" | b"pre"
        | b"blockquote" | b"ol" | b"ul" | b"menu" | b"li" | b"dl" | b"dt" | b"dd" | b"figure" | b"figcaption"
        | b"details" | b"summary" | b"dialog" => true,
        b"a" | b"em" | b"strong" | b"small" | b"s" | b"cite" | b"q" | b"dfn" | b"abbr" | b"ruby" | b"rt" | b"rp"
        | b"data" | b"time" | b"code" | b"var" | b"samp" | b"kbd" | b"sub" | b"sup" | b"i" | b"b" | b"u" | b"mark"
        | b"bdi" | b"bdo" | b"span" | b"br" | b"wbr" | b"ins" | b"del" => true,
        b"table" | b"caption" | b"colgroup" | b"col" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"td" | b"th" => true,
        b"form" | b"label" | b"input" | b"button" | b"select" | b"datalist" | b"optgroup" | b"option" | b"textarea"
        | b"output" | b"progress" | b"meter" | b"fieldset" | b"legend" | b"template" => true,
        b"img" | b"picture" | b"source" | b"audio" | b"video" | b"track" => true,
        b"svg" | b"g" | b"defs" | b"symbol" | b"use" | b"desc" | b"path" | b"rect" | b"circle" | b"ellipse"
        | b"line" | b"polyline" | b"polygon" | b"text" | b"tspan" | b"clipPath" | b"linearGradient" | b"stop"
        | b"pattern" | b"mask" | b"marker" => true,
        b"style" => purpose == Purpose::Sheet,
        _ => false,
    }
}

/// Whether an attribute may stay with this value, which is written as HTML writes it; `None` where it has none.
pub(super) fn attribute(tag: &[u8], name: &[u8], value: Option<&[u8]>, purpose: Purpose) -> bool {
    match name {
        b"href" => match tag {
            b"a" => leads_well(value, &[b"http", b"https", b"mailto", b"tel"]),
            b"link" => leads_well(value, &[b"http", b"https"]),
            b"use" => value.is_some_and(|value| value.starts_with(b"#")),
            _ => false,
        },
        b"src" | b"srcset" | b"poster" => match purpose {
            Purpose::Site => leads_well(value, &[]),
            Purpose::Sheet => leads_well(value, &[b"data"]),
        },
        b"action" | b"cite" => leads_well(value, &[]),
        b"http-equiv" => value.is_some_and(|value| value.eq_ignore_ascii_case(b"content-security-policy")),
        _ => plain(name) || name.starts_with(b"data-") || name.starts_with(b"aria-"),
    }
}

/// Whether a script may stay: a file of its own, or data that no browser runs.
pub(super) fn script(src: bool, kind: Option<&[u8]>, inner: &[u8]) -> bool {
    match kind {
        Some(b"application/ld+json" | b"application/json") => !src,
        Some(_) => false,
        None => src && inner.trim_ascii().is_empty(),
    }
}

/// Attributes whose value leads nowhere and does nothing.
fn plain(name: &[u8]) -> bool {
    matches!(
        name,
        b"class"
            | b"id"
            | b"lang"
            | b"dir"
            | b"title"
            | b"hidden"
            | b"role"
            | b"tabindex"
            | b"translate"
            | b"inert"
            | b"draggable"
            | b"spellcheck"
            | b"popover"
            | b"popovertarget"
            | b"popovertargetaction"
            | b"slot"
            | b"itemscope"
            | b"itemprop"
            | b"itemtype"
            | b"xml:lang"
            | b"xmlns"
            | b"xmlns:xlink"
            | b"prefix"
            | b"rel"
            | b"target"
            | b"download"
            | b"hreflang"
            | b"type"
            | b"media"
            | b"sizes"
            | b"imagesizes"
            | b"as"
            | b"property"
            | b"name"
            | b"content"
            | b"charset"
            | b"color"
            | b"integrity"
            | b"crossorigin"
            | b"referrerpolicy"
            | b"defer"
            | b"async"
            | b"nomodule"
            | b"fetchpriority"
            | b"alt"
            | b"width"
            | b"height"
            | b"loading"
            | b"decoding"
            | b"controls"
            | b"preload"
            | b"loop"
            | b"muted"
            | b"kind"
            | b"srclang"
            | b"label"
            | b"default"
            | b"colspan"
            | b"rowspan"
            | b"scope"
            | b"headers"
            | b"abbr"
            | b"span"
            | b"start"
            | b"reversed"
            | b"value"
            | b"datetime"
            | b"open"
            | b"for"
            | b"method"
            | b"accept"
            | b"accept-charset"
            | b"autocomplete"
            | b"autocapitalize"
            | b"checked"
            | b"disabled"
            | b"enterkeyhint"
            | b"enctype"
            | b"form"
            | b"inputmode"
            | b"list"
            | b"max"
            | b"maxlength"
            | b"min"
            | b"minlength"
            | b"multiple"
            | b"novalidate"
            | b"pattern"
            | b"placeholder"
            | b"readonly"
            | b"required"
            | b"rows"
            | b"cols"
            | b"selected"
            | b"size"
            | b"step"
            | b"wrap"
            | b"high"
            | b"low"
            | b"optimum"
            | b"autofocus"
            | b"viewBox"
            | b"preserveAspectRatio"
            | b"d"
            | b"x"
            | b"y"
            | b"x1"
            | b"x2"
            | b"y1"
            | b"y2"
            | b"cx"
            | b"cy"
            | b"r"
            | b"rx"
            | b"ry"
            | b"dx"
            | b"dy"
            | b"points"
            | b"transform"
            | b"fill"
            | b"fill-rule"
            | b"fill-opacity"
            | b"stroke"
            | b"stroke-width"
            | b"stroke-linecap"
            | b"stroke-linejoin"
            | b"stroke-dasharray"
            | b"stroke-opacity"
            | b"opacity"
            | b"text-anchor"
            | b"dominant-baseline"
            | b"font-size"
            | b"font-family"
            | b"font-weight"
            | b"focusable"
            | b"version"
            | b"offset"
            | b"stop-color"
            | b"gradientUnits"
            | b"patternUnits"
            | b"clip-path"
            | b"clip-rule"
            | b"vector-effect"
            | b"shape-rendering"
            | b"markerWidth"
            | b"markerHeight"
            | b"orient"
            | b"refX"
            | b"refY"
            | b"marker-end"
            | b"textLength"
            | b"lengthAdjust"
            | b"pathLength"
    )
}

/// Whether an address leads to a place of the same site, or by one of these schemes elsewhere.
fn leads_well(value: Option<&[u8]>, schemes: &[&[u8]]) -> bool {
    let Some(value) = value else { return true };
    let Some(address) = decoded(value) else { return false };
    // Browsers drop control signs wherever they stand, and spaces around.
    if address.iter().any(u8::is_ascii_control) || address.starts_with(b" ") {
        return false;
    }
    let head = address.split(|b| matches!(b, b'/' | b'?' | b'#' | b'\\')).next().unwrap_or_default();
    match head.iter().position(|b| *b == b':') {
        Some(at) => schemes.iter().any(|scheme| head[..at].eq_ignore_ascii_case(scheme)),
        None => !matches!(&*address, [b'/' | b'\\', b'/' | b'\\', ..]),
    }
}

/// An address with its character references resolved; none where there is one that templates do not write.
fn decoded(value: &[u8]) -> Option<Cow<'_, [u8]>> {
    if !value.contains(&b'&') {
        return Some(value.into());
    }
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'&' {
            out.push(*first);
            continue;
        }
        let end = after.iter().take(8).position(|b| *b == b';');
        let Some(end) = end else {
            // A lone `&` between the parts of a query, which no name follows that browsers would resolve.
            if after.first() == Some(&b'#') {
                return None;
            }
            out.push(b'&');
            continue;
        };
        let sign = match &after[..end] {
            b"amp" => '&',
            b"lt" => '<',
            b"gt" => '>',
            b"quot" => '"',
            b"apos" => '\'',
            [b'#', b'x' | b'X', digits @ ..] => number(digits, 16)?,
            [b'#', digits @ ..] => number(digits, 10)?,
            _ => return None,
        };
        out.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
        rest = &after[end + 1..];
    }
    Some(out.into())
}

fn number(digits: &[u8], radix: u32) -> Option<char> {
    char::from_u32(u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(href: &str) -> bool {
        attribute(b"a", b"href", Some(href.as_bytes()), Purpose::Site)
    }

    #[test]
    fn addresses_lead_within_the_site_or_by_known_schemes() {
        for good in [
            "",
            "index.html",
            "../a/b.html#c",
            "#s-1",
            "?q=a:b",
            "a/b:c.html",
            "https://example.org/?a=1&amp;b=2",
            "HTTPS://example.org",
            "mailto:a@example.org",
            "tel:027-0000000",
            "https:&#x2F;&#x2F;example.org&#x2F;",
            "/404.html",
            "a?x=1&y=2",
        ] {
            assert!(link(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java&#9;script:alert(1)",
            "javascript&#58;alert(1)",
            "javascript&#58alert(1)",
            "javascript&colon;alert(1)",
            "&#x6A;avascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "&#47;/evil.example",
        ] {
            assert!(!link(bad), "{bad}");
        }
    }

    #[test]
    fn what_runs_or_fetches_is_not_named() {
        for name in ["iframe", "object", "embed", "base", "foreignObject", "animate", "set", "math", "style", "xmp"] {
            assert!(!element(name.as_bytes(), Purpose::Site), "{name}");
        }
        for name in ["onclick", "onload", "style", "srcdoc", "formaction", "ping", "xlink:href", "background", "sRc"] {
            assert!(!attribute(b"a", name.as_bytes(), Some(b"x"), Purpose::Site), "{name}");
        }
        assert!(!attribute(b"img", b"src", Some(b"https://example.org/x.png"), Purpose::Site));
        assert!(!attribute(b"img", b"src", Some(b"data:image/png;base64,AA"), Purpose::Site));
        assert!(attribute(b"img", b"src", Some(b"data:image/png;base64,AA"), Purpose::Sheet));
        assert!(!attribute(b"meta", b"http-equiv", Some(b"refresh"), Purpose::Site));
        assert!(!attribute(b"use", b"href", Some(b"a.svg#b"), Purpose::Site));
        assert!(script(true, None, b"") && script(false, Some(b"application/ld+json"), b"{}"));
        assert!(!script(false, None, b"") && !script(true, None, b"x") && !script(true, Some(b"module"), b""));
    }
}
