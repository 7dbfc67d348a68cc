//! What is private in a file that is published as it is.
//!
//! In: name and bytes. Out: each part in which something was found, blotted out, with the places; what could not be read.
//! Never keeps a text in which nothing was found.

use super::Columns;
use super::file::{Unread, contents};
use super::scan::{Found, Reading, scan};
use crate::value::Date;

/// One part of a file in which something was found.
#[derive(Debug)]
pub struct Place {
    /// Its name within the file; empty where the file is the text.
    pub part: String,
    /// Its text, without what must not be seen; every sign stands where it stood.
    pub text: String,
    /// Whether it is a sheet, whose columns are counted in cells.
    pub sheet: bool,
    /// What was found in it.
    pub found: Vec<Found>,
}

/// What is private in a file.
#[derive(Debug, Default)]
pub struct Searched {
    /// By part.
    pub places: Vec<Place>,
    /// What was not read.
    pub unread: Vec<Unread>,
}

/// Looks through a file.
pub fn search(name: &str, bytes: &[u8], today: Date) -> Searched {
    let read = contents(name, bytes);
    let mut places: Vec<Place> = Vec::new();
    for part in read.parts {
        let mut found = scan(&part.text, &Reading::table(today, part.columns));
        // A page that is read in several ways tells once.
        let known = |f: &Found| places.iter().any(|p| p.part == part.name && p.found.iter().any(|k| k.mark == f.mark));
        found.retain(|f| !known(f));
        if found.is_empty() {
            continue;
        }
        let mut sources = crate::diagnostic::Sources::default();
        let id = sources.add("", part.text);
        sources.hide(id, found.iter().flat_map(|f| &f.hidden));
        let text = sources.get(id).text.clone();
        places.push(Place { part: part.name, text, sheet: part.columns == Columns::Bars, found });
    }
    Searched { places, unread: read.unread }
}
