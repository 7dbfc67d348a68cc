//! Content types by the ending of an address.
//!
//! In: an address. Out: its type. Never guesses from bytes.

const KINDS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("jsonl", "application/jsonl; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("yaml", "application/yaml; charset=utf-8"),
    ("py", "text/x-python; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
    ("woff2", "font/woff2"),
    ("conf", "text/plain; charset=utf-8"),
    ("tlog-proof", "text/plain; charset=utf-8"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
];

/// Files of the site without an ending that are read as text.
const TEXTS: &[&str] = &["SHA256SUMS", "checkpoint", "_headers", "Caddyfile"];

/// Every ending that has a type of its own, with the type.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    KINDS.iter().copied()
}

/// The type of what stands at an address.
pub fn of(route: &str) -> &'static str {
    if TEXTS.contains(&route.rsplit('/').next().unwrap_or_default()) {
        return "text/plain; charset=utf-8";
    }
    let ending = route.rsplit_once('.').map_or("", |(_, ending)| ending);
    KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}
