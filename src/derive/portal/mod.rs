//! The portals: for the whole and for every region that has communities below it, a page, its tables, its
//! stars; for all of them one list of names, by which people find their own.
//!
//! In: summaries. Out: the portal's site. Never needs a community's pages.
//! A new room is one file here and one line in [`derive_portal`].

mod find;
mod goals;
mod index;
mod matrix;
mod names;
mod news;
mod open;
mod rank;
mod regions;
mod rows;
mod stars;
mod stars_list;
mod totals;
mod tree;

use super::summary::Summary;
use super::{frame, missing, region};
use crate::format;
use crate::locale;
use crate::record::City;
use crate::value::Date;
use crate::view::{Crumb, Site};
use tree::{ROOT, Region, Tree};

/// What every room may look at.
struct Portal<'a> {
    city: &'a City,
    as_of: Date,
    tree: Tree<'a>,
}

/// How many communities, or names of one sort, a page lists at most; longer lists go on on further pages.
const PAGE: usize = 150;

/// Makes the portal's site from the summaries of all communities, as it stands on a day.
pub fn derive_portal(city: &City, summaries: &[Summary], as_of: Date) -> Site {
    let portal = Portal { city, as_of, tree: Tree::of(city, summaries) };
    let mut views = Vec::new();
    for region in &portal.tree.regions {
        views.push(index::view(&portal, region));
        views.extend(rows::views(&portal, region));
        views.extend(stars::views(&portal, region));
        views.extend(matrix::views(&portal, region));
    }
    views.extend(names::views(&portal));
    let words = locale::messages(city.language());
    views.push(missing::view(words, "portal"));
    views.push(super::find::portal_view(words, summaries));
    let files = std::iter::once(find::file(&portal.tree)).chain(format::hosting()).collect();
    Site { id: String::new(), frame: frame::portal_frame(city), views, files, pictures: Vec::new() }
}

impl Portal<'_> {
    /// What a region is called: the whole has the name of the portal.
    fn title<'r>(&'r self, region: &'r Region<'_>) -> &'r str {
        if region.names.is_empty() { &self.city.config.name.value } else { region.name() }
    }

    /// The way to a region's page, and on to pages below it.
    fn crumbs(&self, region: &Region<'_>, further: &[(&str, &str)]) -> Vec<Crumb> {
        let mut crumbs = vec![Crumb { title: self.city.config.name.value.clone(), url: ROOT.into() }];
        let way = region::steps(self.city, &region.path());
        crumbs.extend(way.into_iter().map(|s| Crumb { title: s.name, url: s.url }));
        crumbs.extend(further.iter().map(|(title, url)| Crumb { title: (*title).to_owned(), url: (*url).to_owned() }));
        crumbs
    }

    /// The name of a community's region as rows show it below `above`: without the names that the page has.
    fn region_below(&self, place: &tree::Place<'_>, above: &Region<'_>) -> String {
        let names = &self.tree.regions[place.region].names;
        names[above.names.len().min(names.len())..].join(" ")
    }
}
