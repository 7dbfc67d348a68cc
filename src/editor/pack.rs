//! The records of a community as one file for the bureau.
//!
//! In: a community. Out: a page that tells what would be packed and how large it is; then the pack. Never packs what
//! the bureau would refuse without saying so.

use serde::Serialize;

use super::office::{Room, encode};
use super::{Desk, page};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::pack;
use crate::record::City;
use crate::serve::exchange::{Method, Request, Response};
use crate::text::size;
use crate::write::replace_file;

#[derive(Serialize)]
struct Body {
    id: String,
    name: String,
    /// Name, number of files, size as people say it; none where it cannot be packed.
    file: Option<(String, usize, String)>,
    refused: Vec<String>,
    left_out: Vec<String>,
    errors: usize,
}

/// Tells about the pack, or gives it.
pub fn answer(desk: &Desk<'_>, city: &City, id: &str, request: &Request) -> Result<Response, Error> {
    let name = city.neighbours.iter().find(|n| n.id == id).map_or(id, |n| &n.name);
    let made = pack::make(desk.world, id, name)?;
    let made = match (made, request.method) {
        (Ok(made), Method::Post) => {
            replace_file(&desk.root.join(pack::history::path(id)), &made.history.to_bytes())?;
            let name = format!("attachment; filename*=UTF-8''{}", encode(&made.name));
            let headers = vec![("Content-Disposition".into(), name)];
            return Ok(Response { status: 200, kind: "application/zip".into(), headers, body: made.bytes });
        }
        (made, _) => made,
    };
    let checked = Room::open(desk.world, city, id)?.checked;
    let errors = checked.diagnostics.iter().filter(|d| d.severity() == Severity::Error).count();
    let mut body =
        Body { id: id.to_owned(), name: name.to_owned(), file: None, refused: vec![], left_out: vec![], errors };
    match made {
        Ok(made) => {
            body.file = Some((made.name, made.files, size(made.bytes.len() as u64)));
            body.left_out = made.left_out;
        }
        Err(reports) => body.refused = reports.iter().map(|r| r.sentence(desk.words)).collect(),
    }
    Ok(page::page(desk, 200, "pack.html", &desk.words.word("edit-pack"), &body))
}
