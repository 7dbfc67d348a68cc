//! From a page of the site to the form that changes it.
//!
//! In: the address of a page. Out: the way to its form: that of the record, else the tasks of the community, else the
//! list of communities. Never shows anything itself.

use super::Desk;
use super::office::{Room, encode};
use crate::error::Error;
use crate::record::City;
use crate::serve::exchange::{Request, Response};

pub(super) fn answer(desk: &Desk<'_>, city: &City, request: &Request) -> Result<Response, Error> {
    let asked = request.query.iter().find(|(name, _)| name == "path").map_or("", |(_, value)| value.as_str());
    let (id, page) = asked.trim_start_matches('/').split_once('/').unwrap_or_default();
    if !city.communities.iter().any(|known| known == id) {
        return Ok(Response::see_other("/_edit/"));
    }
    let room = Room::open(desk.world, city, id)?;
    let records = room.checked.corpus.iter().flat_map(|corpus| &corpus.records);
    let shown = records.into_iter().find(|record| record.url() == page);
    Ok(Response::see_other(&match shown {
        Some(record) => {
            let folder = record.body.kind().folder;
            format!("/_edit/c/{}/{folder}/r/{}", encode(id), encode(&record.stem))
        }
        None => format!("/_edit/c/{}", encode(id)),
    }))
}
