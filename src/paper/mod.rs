//! Sheets for the board and letters, on paper.
//!
//! In: a world, a community, what is to be printed. Out: one HTML file that stands alone, made of the same templates
//! as the pages. Never writes, never starts a browser: `write` does.

mod alone;

use serde::Serialize;
use tera::Value;

use crate::build::{self, Checked};
use crate::derive;
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::record::{City, Scope};
use crate::render::{self, Theme};
use crate::value::Period;
use crate::view::{Site, View};
use crate::world::{Files, World};

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// One record, by folder and file name without ending.
    Record(&'static str, String),
    /// The board of a period, and every record on it.
    Board(Period),
    /// The open letter of a period, for every household.
    Letter(Period),
}

/// The paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm, with larger type.
    A3,
}

/// What came of it.
#[derive(Debug)]
pub struct Made {
    /// The file; none where the record has errors or the community cannot be read.
    pub html: Option<Vec<u8>>,
    /// How many sheets it holds; one may be many pages long.
    pub sheets: usize,
    /// What is wrong with what was left out.
    pub reports: Vec<Report>,
}

#[derive(Serialize)]
struct Sheets<'s> {
    lang: &'static str,
    title: String,
    size: &'static str,
    style: String,
    site: &'s Value,
    sheets: Vec<String>,
}

/// The site of a community, ready to be put on paper.
pub struct Ready {
    site: Site,
}

/// Makes the sheets of a community.
///
/// # Errors
/// Where reading or a template fails. `Error::Usage` with an empty text where there is no such record.
pub fn make(world: &dyn World, city: &City, theme: &Theme, id: &str, what: &What, paper: Paper) -> Result<Made, Error> {
    let files = Files::read(world, &build::folder(id))?;
    let kept = Files::read(world, &crate::ledger::folder(id))?;
    let checked = Checked::new(world, city, id, &files, &kept, true);
    let mut reports = checked.reports();
    reports.retain(|r| r.severity == Severity::Error);
    let Some(corpus) = &checked.corpus else {
        return Ok(Made { html: None, sheets: 0, reports });
    };
    let scope = Scope { city, corpus, as_of: world.today() };
    let context = derive::Context::new(scope, &checked.diagnostics, &checked.sources, &files)
        .with_ledger(checked.ledger.as_ref());
    let site = derive::derive_community(&context).site;
    let page = |url: &str| site.views.iter().find(|view| view.route == url);
    let (title, views): (String, Vec<View>) = match what {
        What::Record(folder, stem) => {
            let found = corpus.find(folder, stem).and_then(|record| page(&record.url()));
            let Some(view) = found else {
                let path = format!("{}/{folder}/{stem}.", build::folder(id));
                reports.retain(|r| r.place.path.starts_with(&path));
                return Ok(Made { html: None, sheets: 0, reports });
            };
            (title(view), vec![view.clone()])
        }
        What::Board(period) => {
            let (board, urls) = derive::derive_board(&context, *period);
            let records = urls.iter().filter_map(|url| page(url)).cloned();
            (title(&board), [board.clone()].into_iter().chain(records).collect())
        }
        What::Letter(period) => {
            let (board, _) = derive::derive_board(&context, *period);
            (title(&board), vec![View { template: "letter.html".into(), ..board }])
        }
    };
    let html = whole(city, theme, &site, title, &views, paper)?;
    if !matches!(what, What::Board(_)) {
        reports.clear();
    }
    Ok(Made { html: Some(html), sheets: views.len(), reports })
}

impl Ready {
    /// Derives the site of a community whose records were read and checked.
    pub(crate) fn of(scope: Scope<'_>, checked: &Checked, files: &Files) -> Self {
        let context = derive::Context::new(scope, &checked.diagnostics, &checked.sources, files);
        Self { site: derive::derive_community(&context.with_ledger(checked.ledger.as_ref())).site }
    }

    /// The sheet of the record at `url`, on A4; none where the site has no such page.
    ///
    /// # Errors
    /// Where a template fails.
    pub fn record(&self, city: &City, theme: &Theme, url: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(view) = self.site.views.iter().find(|view| view.route == url) else {
            return Ok(None);
        };
        whole(city, theme, &self.site, title(view), std::slice::from_ref(view), Paper::A4).map(Some)
    }
}

fn title(view: &View) -> String {
    let page = view.page.as_map();
    page.and_then(|map| map.get(&tera::value::Key::from("title")))
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn whole(
    city: &City,
    theme: &Theme,
    site: &Site,
    title: String,
    views: &[View],
    paper: Paper,
) -> Result<Vec<u8>, Error> {
    let sheet = |view: &View| {
        let main = render::on_paper(view, &site.frame, theme)?;
        Ok(alone::alone(&main, &view.route, &site.files))
    };
    let sheets: Result<Vec<String>, Error> = views.iter().map(sheet).collect();
    // What a page prints with, on screen too: who looks at the file sees the paper.
    let style = ["style.css", "print.css"].map(|name| theme.style(name)).join("\n");
    let size = match paper {
        Paper::A4 => "A4",
        Paper::A3 => "A3",
    };
    let sheets = Sheets { lang: city.language().tag(), title, size, style, site: &site.frame, sheets: sheets? };
    theme.alone("sheets.html", "sheets", &sheets)
}
