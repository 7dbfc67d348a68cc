//! Everything a site holds beside its pages: feeds, open data, sitemap.
//!
//! In: entries and views. Out: files. Never reads or renders templates.
//! A new format is one file here and one line in `FORMATS`.

mod atom;
pub mod content_type;
mod csv;
mod dataset;
mod feed;
mod hosting;
mod ics;
mod json;
mod json_feed;
mod package;
mod popolo;
mod qr;
mod rows;
pub(crate) mod script;
mod sitemap;
mod workbook;

pub use csv::table_url;
pub(crate) use dataset::plain;
pub use dataset::{Dataset, datasets};
pub use hosting::{cache, files as hosting};
pub use ics::DueDay;
pub(crate) use json::text as record_data;
pub use package::ROUTE as PACKAGE;
pub use popolo::{ROUTE as VOTES, voted};
pub use qr::{Code, code, code_beside, of_address, payload};
pub use rows::rows_url;
pub use workbook::ROUTE as WORKBOOK;

use crate::locale::{Language, Messages};
use crate::record::Entry;
use crate::record::site::Licence;
use crate::view::{SiteFile, View};

/// What a format may use of a site.
pub struct SiteData<'a> {
    /// Name of the community.
    pub name: &'a str,
    /// Its folder.
    pub id: &'a str,
    /// Address of the portal with a slash at its end; empty where none is set.
    pub base_url: String,
    /// Its records, newest first.
    pub entries: &'a [Entry<'a>],
    /// The same as rows, by kind.
    pub datasets: &'a [Dataset],
    /// Its pages.
    pub views: &'a [View],
    /// The days by which something is to be published, in order.
    pub calendar: &'a [DueDay],
    /// On which terms the data may be used, where the settings say so.
    pub licence: Option<&'a Licence>,
    /// The program's words in the language of the pages.
    pub words: &'a Messages,
    /// The language of the pages.
    pub language: Language,
}

impl SiteData<'_> {
    /// The absolute address of a path of this site, or the bare path where no base is set.
    pub fn absolute(&self, path: &str) -> String {
        if self.base_url.is_empty() { path.to_owned() } else { format!("{}{}/{path}", self.base_url, self.id) }
    }
}

type Format = fn(&SiteData<'_>) -> Vec<SiteFile>;

/// All formats.
static FORMATS: &[Format] = &[
    atom::files,
    json_feed::files,
    json::files,
    csv::files,
    rows::files,
    workbook::files,
    popolo::files,
    package::files,
    ics::files,
    sitemap::files,
];

/// The files of all formats.
pub fn all(site: &SiteData<'_>) -> Vec<SiteFile> {
    FORMATS.iter().flat_map(|format| format(site)).collect()
}

/// A text file that the program makes itself.
fn made(route: impl Into<String>, text: String) -> SiteFile {
    let route = route.into();
    let owner = route.clone();
    SiteFile { route, bytes: text.into_bytes(), owner }
}

/// Text made safe for XML; signs that XML cannot hold are dropped.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
