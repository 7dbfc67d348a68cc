//! The editor at `/_edit/`: forms for records.
//!
//! In: a request that was let through. Out: a page, or a file written. Never listens, never checks who asks:
//! the server does.

mod attach;
mod check;
mod choices;
mod diff;
mod drafts;
mod erase;
mod form;
mod fresh;
mod grid;
mod html;
mod import;
mod input;
mod lead;
mod notice;
mod office;
mod pack;
mod page;
mod record;
mod save;
mod sheet;
mod start;
#[cfg(test)]
mod tests;
mod text;
mod versions;

use std::path::Path;

use crate::error::Error;
use crate::locale::Messages;
use crate::serve::exchange::{Method, Request, Response};
use crate::world::World;
use office::{Office, Subject, kind_of};

/// What the editor works with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The workspace, as the compiler sees it.
    pub world: &'a dyn World,
    /// The folder of the workspace.
    pub root: &'a Path,
    /// Goes into each form as the hidden field `_token`.
    pub token: &'a str,
    /// The words of the program.
    pub words: &'a Messages,
}

/// Answers a request below `/_edit/`.
pub fn answer(desk: &Desk<'_>, request: &Request) -> Response {
    let response = route(desk, request).unwrap_or_else(|error| {
        let text = match &error {
            Error::Io { action, path, cause } => {
                desk.words.text(action, &[("path", path.clone()), ("cause", cause.to_string())])
            }
            other => other.to_string(),
        };
        page::told(desk, 500, &desk.words.word("edit-failed"), &text)
    });
    page::guarded(response)
}

fn route(desk: &Desk<'_>, request: &Request) -> Result<Response, Error> {
    let way: Vec<&str> = request.path.trim_start_matches('/').split('/').skip(1).filter(|p| !p.is_empty()).collect();
    if let ["assets", name] = way.as_slice() {
        return Ok(page::asset(name).unwrap_or_else(|| page::missing(desk)));
    }
    let office = Office::open(desk.world)?;
    let Some(city) = &office.city else {
        return Ok(page::broken(desk, &office.reports));
    };
    let post = request.method == Method::Post;
    let known = |id: &str| city.communities.iter().any(|c| c == id);
    match way.as_slice() {
        [] => start::communities(desk, city),
        ["page"] => lead::answer(desk, city, request),
        ["import"] => import::answer(desk, city, request),
        ["c", id, ..] if !known(id) => Ok(page::missing(desk)),
        ["c", id] => start::tasks(desk, city, id),
        ["c", id, "pack"] => pack::answer(desk, city, id, request),
        ["c", id, "community"] => record::answer(desk, city, &Subject::head(id), request),
        ["c", id, "community", action] => below(desk, city, &Subject::head(id), action, request),
        ["c", id, folder, rest @ ..] => {
            let Some(kind) = kind_of(folder) else { return Ok(page::missing(desk)) };
            match rest {
                [] => start::records(desk, city, id, kind),
                ["new"] => record::fresh(desk, city, id, kind, request),
                ["r", stem, rest @ ..] => {
                    let subject = Subject::record(id, kind, stem).filter(|s| desk.world.is_file(&s.path()) || post);
                    match (subject, rest) {
                        (Some(subject), []) => record::answer(desk, city, &subject, request),
                        (Some(subject), [action]) => below(desk, city, &subject, action, request),
                        _ => Ok(page::missing(desk)),
                    }
                }
                _ => Ok(page::missing(desk)),
            }
        }
        _ => Ok(page::missing(desk)),
    }
}

fn below(
    desk: &Desk<'_>,
    city: &crate::record::City,
    subject: &Subject,
    action: &str,
    request: &Request,
) -> Result<Response, Error> {
    match action {
        "versions" => versions::answer(desk, subject, request),
        "notice" => notice::answer(desk, city, subject),
        "delete" if subject.kind.is_some() => erase::answer(desk, city, subject, request),
        "text" => text::answer(desk, city, subject, request),
        _ => Ok(page::missing(desk)),
    }
}
