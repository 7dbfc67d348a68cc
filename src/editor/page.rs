//! Pages of the editor.
//!
//! In: a template and what it shows. Out: a response that allows no script but the editor's own.
//! Never holds words: they stand in the locale.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Tera, Value};

use super::Desk;
use crate::diagnostic::Report;
use crate::locale::{self, Language};
use crate::render::{rendered, templates};
use crate::serve::exchange::Response;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/editor/pages");

/// Nothing may be loaded but what the editor itself has.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

static CHINESE: LazyLock<Tera> = LazyLock::new(|| pages(Language::Chinese));
static ENGLISH: LazyLock<Tera> = LazyLock::new(|| pages(Language::English));

fn pages(language: Language) -> Tera {
    let text = |f: &'static include_dir::File<'static>| {
        (f.path().display().to_string(), f.contents_utf8().expect("templates are UTF-8"))
    };
    let all: Vec<(String, &str)> =
        PAGES.files().filter(|f| f.path().extension().is_some_and(|e| e == "html")).map(text).collect();
    templates(&all, language).expect("the editor's own templates are well-formed")
}

/// Whether the editor speaks Chinese.
pub fn is_chinese(desk: &Desk<'_>) -> bool {
    std::ptr::eq(desk.words, locale::messages(Language::Chinese))
}

/// A page from a template; `body` is what it shows.
pub fn page(desk: &Desk<'_>, status: u16, template: &str, title: &str, body: &impl Serialize) -> Response {
    let mut context = Context::new();
    context.insert("title", title);
    context.insert("token", desk.token);
    context.insert("lang", if is_chinese(desk) { "zh-CN" } else { "en" });
    context.insert_value("page", Value::from_serializable(body));
    let tera = if is_chinese(desk) { &*CHINESE } else { &*ENGLISH };
    match rendered(tera, template, &context) {
        Ok(html) => Response::html(status, html),
        Err(error) => Response::html(500, super::html::escape(&format!("{template}: {error}"))),
    }
}

/// A page that says one thing.
pub fn told(desk: &Desk<'_>, status: u16, title: &str, text: &str) -> Response {
    #[derive(Serialize)]
    struct Body<'a> {
        text: &'a str,
    }
    page(desk, status, "told.html", title, &Body { text })
}

/// The page for addresses that lead nowhere.
pub fn missing(desk: &Desk<'_>) -> Response {
    told(desk, 404, &desk.words.word("page-404"), &desk.words.word("edit-missing"))
}

/// The page where the settings cannot be used.
pub fn broken(desk: &Desk<'_>, reports: &[Report]) -> Response {
    let line = |r: &Report| {
        let sentence = desk.words.text(&r.code.to_ascii_lowercase(), &r.args);
        format!("{}:{} {sentence}", r.place.path, r.place.line)
    };
    told(desk, 500, &desk.words.word("edit-failed"), &reports.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The editor's style and script.
pub fn asset(name: &str) -> Option<Response> {
    let kind = match name {
        "editor.css" => "text/css; charset=utf-8",
        "editor.js" => "text/javascript; charset=utf-8",
        _ => return None,
    };
    let file = PAGES.get_file(name)?;
    let headers = vec![("Cache-Control".into(), "no-cache".into())];
    Some(Response { status: 200, kind: kind.into(), headers, body: file.contents().to_vec() })
}

/// A value for the editor's script.
pub fn json(value: &impl Serialize) -> Response {
    let body = serde_json::to_vec(value).unwrap_or_default();
    Response { status: 200, kind: "application/json; charset=utf-8".into(), headers: Vec::new(), body }
}

/// A response with the headers that every page of the editor carries.
pub fn guarded(mut response: Response) -> Response {
    let own: Vec<String> = response.headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    for (name, value) in [("Content-Security-Policy", POLICY), ("Cache-Control", "no-store")] {
        if !own.contains(&name.to_ascii_lowercase()) {
            response.headers.push((name.into(), value.into()));
        }
    }
    response
}
