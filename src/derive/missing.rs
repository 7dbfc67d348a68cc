//! The page for addresses that lead nowhere.
//!
//! In: words. Out: its view. Never guesses what was meant.

use serde::Serialize;

use crate::locale::Messages;
use crate::view::{Page, View};

#[derive(Serialize)]
struct Body {}

pub(super) fn view(words: &Messages, site: &str) -> View {
    let page = Page {
        route: "404.html".into(),
        title: words.word("page-404"),
        description: String::new(),
        template: "404".into(),
        kind: "404",
        crumbs: Vec::new(),
        body: Body {},
    };
    page.view(format!("404 of {site}"))
}
