//! What rendering sees.
//!
//! In: values made by derive. Out: one `View` a page. Never holds anything a reader may not see.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use crate::error::Error;

/// One page: its address, its template, and everything it may show.
#[derive(Debug, Clone)]
pub struct View {
    /// Path from the site's root: `decisions/lu-deng.html`.
    pub route: String,
    /// Template of the theme: `decision.html`.
    pub template: String,
    /// What the template gets as `page`.
    pub page: Value,
    /// The file or part of the program it comes from, for messages.
    pub owner: String,
}

/// A step of the way from the home page to here.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// Words.
    pub title: String,
    /// Address from the site's root.
    pub url: String,
}

/// The part of a page that is the same for every template.
#[derive(Debug, Serialize)]
pub struct Page<B: Serialize> {
    /// Path from the site's root.
    pub route: String,
    /// Title, as in `<title>`.
    pub title: String,
    /// One sentence for previews; empty where there is none.
    pub description: String,
    /// Name of the template without ending.
    pub template: String,
    /// Kind of record, or the page's own name.
    pub kind: &'static str,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// What the template shows.
    pub body: B,
}

impl<B: Serialize> Page<B> {
    /// The page as a view that belongs to `owner`.
    pub fn view(&self, owner: impl Into<String>) -> View {
        View {
            route: self.route.clone(),
            template: format!("{}.html", self.template),
            page: Value::from_serializable(self),
            owner: owner.into(),
        }
    }
}

/// A whole site before it is rendered.
#[derive(Debug)]
pub struct Site {
    /// Folder in the output; empty for the portal.
    pub id: String,
    /// What every template gets as `site`.
    pub frame: Value,
    /// Its pages.
    pub views: Vec<View>,
    /// Files that are not rendered: feeds, data, attachments.
    pub files: Vec<SiteFile>,
    /// Pictures of which smaller copies are made.
    pub pictures: Vec<SitePicture>,
}

/// A file that is written as it is.
#[derive(Debug)]
pub struct SiteFile {
    /// Path from the site's root.
    pub route: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it comes from, for messages.
    pub owner: String,
}

/// Files that are made together, unless it is known that they would come out as they are.
pub struct SiteUnit<'d> {
    /// Hash of all that they are made from; zero where nothing is known of them.
    pub key: [u8; 32],
    /// Makes them; fails where something cannot be read from where it is kept.
    pub make: Box<dyn FnOnce() -> Result<Vec<SiteFile>, Error> + Send + 'd>,
}

/// A picture of which smaller copies are made.
#[derive(Debug)]
pub struct SitePicture {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The copies.
    pub copies: Vec<Copied>,
    /// Where it comes from, for messages.
    pub owner: String,
}

/// A smaller copy of a picture.
#[derive(Debug)]
pub struct Copied {
    /// Its path from the site's root.
    pub route: String,
    /// Its longest edge in pixels.
    pub edge: u32,
}
