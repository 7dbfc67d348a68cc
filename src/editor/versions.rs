//! What a record was before.
//!
//! In: a record's file. Out: its earlier versions beside what it is now, and one of them put back.
//! Never loses the version that is replaced: it becomes the newest of the earlier ones.

use serde::Serialize;

use super::office::Subject;
use super::{Desk, diff, page};
use crate::error::Error;
use crate::serve::exchange::{Method, Request, Response};
use crate::write::{put, versions, versions_of};

#[derive(Serialize)]
struct Body {
    address: String,
    list: Vec<Version>,
    shown: Option<Shown>,
}

#[derive(Serialize)]
struct Version {
    name: String,
    number: String,
    date: String,
}

#[derive(Serialize)]
struct Shown {
    name: String,
    pairs: Vec<diff::Pair>,
}

/// Shows the earlier versions, or puts one back.
pub fn answer(desk: &Desk<'_>, subject: &Subject, request: &Request) -> Result<Response, Error> {
    let path = subject.path();
    let names = versions(desk.world, &path)?;
    let find = |name: Option<&str>| names.iter().find(|n| Some(n.as_str()) == name);
    let read = |name: &str| desk.world.read(&format!("{}/{name}", versions_of(&path)));
    if request.method == Method::Post {
        let Some(name) = find(request.form.value("_version")) else { return Ok(page::missing(desk)) };
        let bytes = read(name)?;
        put(desk.world, desk.root, &[(path, &bytes)])?;
        return Ok(Response::see_other(&format!("{}?done=1", subject.address())));
    }
    let asked = request.query.iter().find(|(name, _)| name == "v").map(|(_, value)| value.as_str());
    let shown = match find(asked) {
        Some(name) => {
            let now = if desk.world.is_file(&path) { desk.world.read(&path)? } else { Vec::new() };
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            Some(Shown { name: name.clone(), pairs: diff::pairs(&text(read(name)?), &text(now)) })
        }
        None => None,
    };
    let version = |name: &String| {
        let (number, rest) = name.split_once('_').unwrap_or((name, ""));
        let date = rest.split('.').next().unwrap_or_default().to_owned();
        Version { name: name.clone(), number: number.trim_start_matches('0').to_owned(), date }
    };
    let list = names.iter().map(version).collect();
    let body = Body { address: subject.address(), list, shown };
    Ok(page::page(desk, 200, "versions.html", &desk.words.word("edit-versions"), &body))
}
