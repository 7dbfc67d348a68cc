//! A list of ratings of one kind of community, in order.
//!
//! In: rows in order. Out: the list for the stars page; of a long one its first rows, and pages that hold
//! all of it. Never ranks: `rank` does.

use serde::Serialize;

use super::rank::Row;
use super::rows::Leaf;
use super::{PAGE, Portal, Region, stars};
use crate::locale;
use crate::record::facts::StarsFact;
use crate::value::CommunityType;
use crate::view::{Page, View};

/// How many rows of a long list stay on the stars page.
const FIRST: usize = 10;

/// The order of one kind of community.
#[derive(Serialize)]
pub(super) struct List<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    count: usize,
    ranked: bool,
    ties: bool,
    rows: Vec<Row<'a>>,
    pages: Vec<Leaf<'a>>,
}

/// A further page of a long list.
#[derive(Serialize)]
struct LeafBody<'a> {
    rubric: &'a str,
    cycle: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    ranked: bool,
    rows: Vec<Row<'a>>,
    pages: Vec<Leaf<'a>>,
    here: String,
    stars: String,
}

impl<'a> List<'a> {
    /// The list of one kind; `id` is the address of its rubric and cycle, `room` how many rows the page can
    /// still take.
    pub fn of(
        portal: &Portal<'_>,
        region: &Region<'_>,
        (fact, id): (&'a StarsFact, &str),
        kind: CommunityType,
        mut rows: Vec<Row<'a>>,
        room: &mut usize,
        views: &mut Vec<View>,
    ) -> Self {
        let count = rows.len();
        let (ranked, ties) = (rows.iter().any(Row::is_ranked), rows.iter().any(Row::is_tied));
        let mut pages = Vec::new();
        if count > PAGE || count > *room {
            let folder = format!("{}stars/{id}/{}", region.folder(), kind.word());
            pages = leaves(&folder, &rows);
            for (chunk, leaf) in rows.chunks(PAGE).zip(&pages) {
                let body = LeafBody {
                    rubric: &fact.rubric_name,
                    cycle: &fact.cycle,
                    kind: kind.word(),
                    ranked,
                    rows: chunk.to_vec(),
                    pages: pages.clone(),
                    here: leaf.url.clone(),
                    stars: stars::url(region),
                };
                views.push(leaf_view(portal, region, body));
            }
            rows.truncate(FIRST);
        }
        *room = room.saturating_sub(rows.len());
        Self { kind: kind.word(), count, ranked, ties, rows, pages }
    }
}

/// The pages of a long list.
fn leaves<'a>(folder: &str, rows: &[Row<'a>]) -> Vec<Leaf<'a>> {
    let mut leaves = Vec::new();
    for (n, chunk) in rows.chunks(PAGE).enumerate() {
        let name = |row: Option<&Row<'a>>| row.map_or("", Row::name);
        let (first, last) = (name(chunk.first()), name(chunk.last()));
        leaves.push(Leaf { url: format!("{folder}-{}.html", n + 1), first, last, count: chunk.len() });
    }
    leaves
}

fn leaf_view(portal: &Portal<'_>, region: &Region<'_>, body: LeafBody<'_>) -> View {
    let words = locale::messages(portal.city.language());
    let above = words.text("portal-stars-title", &[("name", region.name())]);
    let facts = [
        ("name", portal.title(region).to_owned()),
        ("rubric", body.rubric.to_owned()),
        ("kind", body.kind.to_owned()),
        ("n", body.pages.iter().position(|p| p.url == body.here).map_or(0, |n| n + 1).to_string()),
    ];
    let title = words.text("portal-stars-list-title", &facts);
    let route = body.here.clone();
    let page = Page {
        title: title.clone(),
        description: String::new(),
        template: "portal-stars-list".into(),
        kind: "portal",
        crumbs: portal.crumbs(region, &[(&above, &stars::url(region)), (&title, &route)]),
        body,
        route,
    };
    page.view(format!("stars {}", region.path()))
}
