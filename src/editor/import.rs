//! A table from a file, as a record begun.
//!
//! In: a workbook that was sent. Out: the form of a new record filled with its rows, or every mistake with its sheet
//! and row. Never writes: that is done when the form is saved.

use serde::Serialize;

use super::form::{Part, RowPart, TablePart, rows_of};
use super::office::{Room, encode};
use super::record::{Said, View, show};
use super::sheet::Sheet;
use super::{Desk, fresh, page};
use crate::error::Error;
use crate::import::{self, Blank, Filled, Ground, Options};
use crate::record::City;
use crate::schema::{ObjectShape, Shape};
use crate::serve::exchange::{Form, Method, Request, Response};
use crate::value::{CommunityType, PLACEHOLDER, Period};
use crate::world::Overlay;

#[derive(Serialize)]
struct Body<'a> {
    communities: Vec<(String, String)>,
    chosen: &'a str,
    period: &'a str,
    kind: &'a str,
    mistakes: Vec<Mistake>,
}

#[derive(Serialize)]
struct Mistake {
    place: String,
    message: String,
    help: String,
}

/// Asks for a file, or shows what came of it.
pub fn answer(desk: &Desk<'_>, city: &City, request: &Request) -> Result<Response, Error> {
    let asked = request.query.iter().find(|(name, _)| name == "community").map(|(_, value)| value.as_str());
    if request.method == Method::Get {
        return Ok(ask(desk, city, asked.unwrap_or_default(), &Form::default(), Vec::new()));
    }
    let form = &request.form;
    let id = form.value("_community").unwrap_or_default();
    let (true, Some(upload)) = (city.communities.iter().any(|c| c == id), form.files.first()) else {
        return Ok(ask(desk, city, id, form, Vec::new()));
    };
    let room = Room::open(desk.world, city, id)?;
    let scope = room.scope();
    let ground = Ground {
        profiles: &city.profiles,
        catalogue: scope.as_ref().and_then(crate::record::Scope::catalogue),
        community: scope.as_ref().map_or(CommunityType::Village, |s| s.corpus.community.kind),
        today: room.today,
    };
    let typed = |name: &str| form.value(name).map(str::trim).filter(|text| !text.is_empty());
    let options = Options {
        kind: typed("_kind").map(str::to_owned),
        period: typed("_period").and_then(Period::parse),
        ..Options::default()
    };
    match import::read(&upload.bytes, &upload.name, &options, &ground) {
        Ok(filled) => begun(desk, city, id, &filled),
        Err(reports) => {
            let mistake = |r: &crate::diagnostic::Report| Mistake {
                place: format!("{}:{}", r.place.path, r.place.line),
                message: desk.words.text(&r.code.to_ascii_lowercase(), &r.args),
                help: desk.words.find(&format!("{}.help", r.code.to_ascii_lowercase()), &r.args).unwrap_or_default(),
            };
            Ok(ask(desk, city, id, form, reports.iter().map(mistake).collect()))
        }
    }
}

fn ask(desk: &Desk<'_>, city: &City, chosen: &str, form: &Form, mistakes: Vec<Mistake>) -> Response {
    let name = |id: &String| {
        let known = city.neighbours.iter().find(|n| n.id == *id);
        (id.clone(), known.map_or_else(|| id.clone(), |n| n.name.clone()))
    };
    let value = |name: &str| form.value(name).unwrap_or_default();
    let status = if mistakes.is_empty() { 200 } else { 422 };
    let communities = city.communities.iter().map(name).collect();
    let body = Body { communities, chosen, period: value("_period"), kind: value("_kind"), mistakes };
    page::page(desk, status, "import.html", &desk.words.word("edit-import"), &body)
}

/// The form of a new record with what the file gave.
fn begun(desk: &Desk<'_>, city: &City, id: &str, filled: &Filled) -> Result<Response, Error> {
    let subject = fresh::subject(id, filled.kind);
    let files = import::record(filled, &Blank::default());
    let folder = format!("{}/{}", crate::build::folder(id), filled.kind.folder);
    let mut world = Overlay::new(desk.world);
    for (name, bytes) in &files {
        world = world.with(&format!("{folder}/{name}"), bytes.as_slice());
    }
    let room = Room::open(&world, city, id)?;
    let (name, bytes) = files.last().ok_or_else(|| Error::Configuration(desk.words.word("edit-failed")))?;
    let text = String::from_utf8_lossy(bytes);
    let mut sheet = Sheet::of(&subject, &text, &room).ok_or_else(|| Error::Configuration(text.into_owned()))?;
    if let Shape::Object(table) = subject.shape() {
        into_rows(&table(), &mut sheet.part);
    }
    sheet.part.forget();
    sheet.base = String::new();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).to_owned();
    let action = format!("/_edit/c/{}/{}/new", encode(id), filled.kind.folder);
    let view = View { subject: &subject, fresh: true, action, began: stem.clone(), stem, like: None };
    let note = desk.words.text("edit-imported", &[("rows", filled.rows().to_string())]);
    show(desk, &room, &view, &sheet, Said { note: Some((note, true)), ..Said::default() }, None)
}

/// Rows that came as a table of their own become rows of the form; what is still to be filled in is left empty.
fn into_rows(table: &ObjectShape, part: &mut Part) {
    let Part::Fields(known, _) = part else { return };
    for (en, part) in known {
        let field = table.fields.iter().find(|f| f.en == *en);
        match part {
            Part::Text(text) if text == PLACEHOLDER => text.clear(),
            Part::Table(rows) => {
                if let Some(inner) = field.and_then(|f| rows_of(&f.shape)) {
                    *part = Part::Rows(rows.rows.iter().map(|row| line(&inner, rows, row)).collect());
                }
            }
            Part::Fields(..) => {
                if let Some(Shape::Object(inner)) = field.map(|f| f.shape.clone()) {
                    into_rows(&inner(), part);
                }
            }
            _ => {}
        }
    }
}

fn line(table: &ObjectShape, rows: &TablePart, row: &super::form::TableRow) -> RowPart {
    let cell = |f: &crate::schema::Field| {
        let at = rows.columns.iter().position(|(_, head)| head == f.zh || head == f.en);
        (f.en, Part::Text(at.and_then(|at| row.cells.get(at).cloned()).unwrap_or_default()))
    };
    RowPart {
        name: row.name.clone(),
        old: None,
        part: Part::Fields(table.fields.iter().map(cell).collect(), Vec::new()),
    }
}
