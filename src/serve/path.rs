//! The path of a request.
//!
//! In: a target as written. Out: the decoded path and what stands behind `?`. Never lets through a path that could mean
//! another place than it says, however it is written.

use percent_encoding::percent_decode_str;

use super::refusal::Refusal;

/// Decoded names and values, in order.
pub(super) type Query = Vec<(String, String)>;

/// Reads a target: `/a/b?c=d`.
pub(super) fn read(target: &str) -> Result<(String, Query), Refusal> {
    let (written, query) = target.split_once('?').unwrap_or((target, ""));
    if !written.starts_with('/') || written.contains('#') {
        return Err(Refusal::PATH);
    }
    if !escapes_hold(written) {
        return Err(Refusal::PATH);
    }
    let path = percent_decode_str(written).decode_utf8().map_err(|_| Refusal::PATH)?.into_owned();
    // What is still written in escapes after decoding once was meant for somebody who decodes twice.
    let hidden = path.split('%').skip(1).any(is_escape);
    let inner = path[1..].strip_suffix('/').unwrap_or(&path[1..]);
    let bad_part = |part: &str| part.is_empty() || part == "." || part == ".." || part.ends_with(['.', ' ']);
    if hidden
        || path.chars().any(|c| c.is_control() || matches!(c, '\\' | ':' | '\u{2215}' | '\u{2044}' | '\u{ff0f}'))
        || (!inner.is_empty() && inner.split('/').any(bad_part))
        || (inner.is_empty() && path.len() > 1)
    {
        return Err(Refusal::PATH);
    }
    let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    Ok((path, query))
}

/// Whether every `%` begins an escape.
fn escapes_hold(text: &str) -> bool {
    text.split('%').skip(1).all(is_escape)
}

fn is_escape(rest: &str) -> bool {
    rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn paths_mean_what_they_say() {
        for (target, path) in [
            ("/", "/"),
            ("/junying/", "/junying/"),
            ("/junying/decisions/lu-deng.html?from=x", "/junying/decisions/lu-deng.html"),
            ("/%E6%9D%91/", "/村/"),
            ("/a%20b.csv", "/a b.csv"),
        ] {
            assert_eq!(read(target).map(|r| r.0).as_deref(), Ok(path), "{target}");
        }
    }

    #[test]
    fn what_could_mean_another_place_is_refused() {
        for target in [
            "",
            "*",
            "a",
            "http://127.0.0.1/",
            "//",
            "//etc/passwd",
            "/a//b",
            "/../a",
            "/a/../b",
            "/a/..",
            "/./a",
            "/%2e%2e/a",
            "/%2E%2e%2fa",
            "/..%2fa",
            "/%252e%252e/a",
            "/..\\a",
            "/%5c..%5ca",
            "/..%5Ca",
            "/a%00b",
            "/%0d%0aa",
            "/%c0%ae%c0%ae/a",
            "/%c0%afa",
            "/%ff",
            "/%",
            "/%2",
            "/%zz",
            "/C:/a",
            "/%43%3a/a",
            "/.../a",
            "/a./b",
            "/a%20/b",
            "/%e2%88%95etc",
            "/%ef%bc%8f..",
            "/..%ef%bc%8fa",
            "/a#b",
        ] {
            assert!(read(target).is_err(), "{target:?} was let through");
        }
    }

    #[test]
    fn queries_are_decoded() {
        let (_, query) = read("/search/index.html?q=%E8%B7%AF+%E7%81%AF&page=2").expect("sound");
        assert_eq!(query, [("q".to_owned(), "路 灯".to_owned()), ("page".to_owned(), "2".to_owned())]);
    }
}
