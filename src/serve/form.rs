//! Forms that browsers send.
//!
//! In: the bytes of a body, of a length that was bounded. Out: fields and files. Never writes a file, never trusts a name.

use super::exchange::{Form, Upload};
use super::guard::FormKind;
use super::refusal::Refusal;

/// The most parts of one form.
const MOST: usize = 20_000;

/// Reads a form.
pub(super) fn read(kind: &FormKind, body: &[u8]) -> Result<Form, Refusal> {
    match kind {
        FormKind::Urlencoded => {
            let fields: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().take(MOST + 1).collect();
            if fields.len() > MOST { Err(Refusal::BODY_LONG) } else { Ok(Form { fields, files: Vec::new() }) }
        }
        FormKind::Multipart(boundary) => multipart(boundary, body),
    }
}

fn multipart(boundary: &str, body: &[u8]) -> Result<Form, Refusal> {
    let line = format!("\r\n--{boundary}");
    let mut form = Form::default();
    // The first line of a body has no line break before it.
    let mut rest = body.strip_prefix(&line.as_bytes()[2..]).ok_or(Refusal::MALFORMED)?;
    for _ in 0..=MOST {
        if rest.starts_with(b"--") {
            return Ok(form);
        }
        rest = rest.strip_prefix(b"\r\n").ok_or(Refusal::MALFORMED)?;
        let end = find(rest, line.as_bytes()).ok_or(Refusal::MALFORMED)?;
        part(&rest[..end], &mut form)?;
        rest = &rest[end + line.len()..];
    }
    Err(Refusal::BODY_LONG)
}

/// One part: headers, an empty line, content.
fn part(bytes: &[u8], form: &mut Form) -> Result<(), Refusal> {
    let end = find(bytes, b"\r\n\r\n").filter(|end| *end <= 4096).ok_or(Refusal::MALFORMED)?;
    let head = std::str::from_utf8(&bytes[..end]).map_err(|_| Refusal::MALFORMED)?;
    let content = &bytes[end + 4..];
    let told = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    });
    let told = told.filter(|t| t.trim_start().starts_with("form-data")).ok_or(Refusal::MALFORMED)?;
    let field = quoted(told, "name").ok_or(Refusal::MALFORMED)?;
    match quoted(told, "filename") {
        Some(name) => form.files.push(Upload { field, name, bytes: content.to_vec() }),
        None => {
            let value = std::str::from_utf8(content).map_err(|_| Refusal::MALFORMED)?;
            form.fields.push((field, value.to_owned()));
        }
    }
    Ok(())
}

/// The value of `key="…"`, in which browsers write `%22` for a quotation mark.
fn quoted(text: &str, key: &str) -> Option<String> {
    let start = format!("; {key}=\"");
    let text = text.replace(";  ", "; ");
    let (_, rest) = text.split_once(&start)?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted[0];
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|b| *b == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let plain = read(&FormKind::Urlencoded, "标题=%E8%B7%AF%E7%81%AF&a=1&a=2".as_bytes()).expect("sound");
        assert_eq!(plain.value("标题"), Some("路灯"));
        assert_eq!(plain.fields.len(), 3);
        let body = "--x\r\nContent-Disposition: form-data; name=\"标题\"\r\n\r\n路灯\r\n维修\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\\..%22.xlsx\"\r\n\
                    Content-Type: application/octet-stream\r\n\r\n\u{0}--\r\n--y\r\n--x--\r\n";
        let form = read(&FormKind::Multipart("x".into()), body.as_bytes()).expect("sound");
        assert_eq!(form.value("标题"), Some("路灯\r\n维修"));
        assert_eq!(form.files[0].name, "a\\..\".xlsx");
        assert_eq!(form.files[0].bytes, b"\0--\r\n--y");
    }

    #[test]
    fn half_a_form_is_none() {
        let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
        for end in 0..whole.len() - 4 {
            let read = read(&FormKind::Multipart("x".into()), &whole.as_bytes()[..end]);
            assert!(read.is_err(), "{:?}", &whole[..end]);
        }
    }
}
