//! Regions and what lies in them.
//!
//! In: summaries and the settings. Out: the tree of regions, each with all communities below it.
//! Never computes a figure: the rooms beside this one do.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::super::region;
use super::super::summary::Summary;
use crate::record::City;
use crate::route;
use crate::value::CommunityType;

/// A community, with what its portals need again and again.
pub(super) struct Place<'a> {
    pub summary: &'a Summary,
    /// Pinyin by syllables, as in addresses: `jun-ying-cun`.
    pub slug: String,
    /// The region right above it.
    pub region: usize,
}

/// A region, or the whole.
pub(super) struct Region<'a> {
    /// Its names from the top; none for the whole.
    pub names: Vec<&'a str>,
    /// Address of its page from the portal's root.
    pub url: String,
    /// Positions of all communities below it, in the order of [`Tree::places`].
    pub inside: Vec<usize>,
    /// The regions that its page leads to.
    pub children: Vec<usize>,
    /// Of those inside, the ones that lie in none of the children.
    pub direct: Vec<usize>,
}

/// All regions; the first is the whole, and each stands after the one above it.
pub(super) struct Tree<'a> {
    pub regions: Vec<Region<'a>>,
    /// All communities: by region, villages before urban ones, then by pinyin.
    pub places: Vec<Place<'a>>,
}

/// The address of the portal's own page.
pub(super) const ROOT: &str = "index.html";

impl Region<'_> {
    /// The folder of its page, with a slash at its end; empty for the whole.
    pub fn folder(&self) -> &str {
        self.url.strip_suffix(ROOT).unwrap_or_default()
    }

    /// Its last name; empty for the whole.
    pub fn name(&self) -> &str {
        self.names.last().copied().unwrap_or_default()
    }

    /// Its names joined by `/`.
    pub fn path(&self) -> String {
        self.names.join("/")
    }
}

impl<'a> Tree<'a> {
    /// Puts every community into its region and those above.
    pub fn of(city: &City, summaries: &'a [Summary]) -> Self {
        let order = Order::of(city);
        let mut paths: Vec<Vec<&'a str>> = vec![Vec::new()];
        for summary in summaries {
            let names = region::split(&summary.parent);
            paths.extend((1..=names.len()).map(|n| names[..n].to_vec()));
        }
        paths.sort_by(|a, b| order.compare(a, b));
        paths.dedup();
        let at: BTreeMap<Vec<&str>, usize> = paths.iter().enumerate().map(|(n, path)| (path.clone(), n)).collect();
        let place = |summary: &'a Summary| Place {
            summary,
            slug: route::slug(&summary.name),
            region: at[&region::split(&summary.parent)],
        };
        let mut places: Vec<Place<'a>> = summaries.iter().map(place).collect();
        let key = |p: &Place<'a>| (p.region, !p.summary.is_village());
        places
            .sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| (&a.slug, &a.summary.id).cmp(&(&b.slug, &b.summary.id))));
        let url = |names: &[&str]| if names.is_empty() { ROOT.to_owned() } else { region::url(city, names) };
        let new = |names: Vec<&'a str>| Region {
            url: url(&names),
            names,
            inside: Vec::new(),
            children: Vec::new(),
            direct: Vec::new(),
        };
        let mut regions: Vec<Region<'a>> = paths.into_iter().map(new).collect();
        for (n, place) in places.iter().enumerate() {
            let names = regions[place.region].names.clone();
            (0..=names.len()).for_each(|len| regions[at[&names[..len]]].inside.push(n));
        }
        let mut tree = Self { regions, places };
        tree.link();
        tree
    }

    /// Finds the children of each region; a level with a single region that holds everything is passed over.
    fn link(&mut self) {
        let mut under: Vec<Vec<usize>> = vec![Vec::new(); self.regions.len()];
        let mut way: Vec<usize> = Vec::new();
        for n in 0..self.regions.len() {
            let depth = self.regions[n].names.len();
            way.truncate(depth);
            if let Some(above) = way.last() {
                under[*above].push(n);
            }
            way.push(n);
        }
        for n in 0..self.regions.len() {
            let mut here = &under[n];
            while let [only] = here.as_slice()
                && !under[*only].is_empty()
                && self.regions[*only].inside.len() == self.regions[n].inside.len()
            {
                here = &under[*only];
            }
            self.regions[n].children = here.clone();
            let covered = |place: &usize| here.iter().any(|c| self.regions[*c].inside.binary_search(place).is_ok());
            self.regions[n].direct = self.regions[n].inside.iter().copied().filter(|p| !covered(p)).collect();
        }
    }

    /// The regions above one, from itself to the whole.
    pub fn upwards<'t>(&'t self, region: &'t Region<'a>) -> impl Iterator<Item = &'t Region<'a>> {
        let above = move |n: usize| self.regions.iter().find(move |r| r.names == region.names[..n]);
        (0..=region.names.len()).rev().filter_map(above)
    }

    /// The communities at positions, of one kind.
    pub fn of_kind(&self, list: &[usize], kind: CommunityType) -> Vec<&Place<'a>> {
        let is = |p: &&Place<'a>| p.summary.is_village() == (kind == CommunityType::Village);
        list.iter().map(|n| &self.places[*n]).filter(is).collect()
    }

    /// The summaries of all communities of a region.
    pub fn summaries<'t>(&'t self, region: &'t Region<'a>) -> impl Iterator<Item = &'a Summary> + use<'t, 'a> {
        region.inside.iter().map(|n| self.places[*n].summary)
    }
}

/// The order of regions: as the settings name them, then by pinyin.
struct Order<'c>(BTreeMap<Vec<&'c str>, usize>);

impl<'c> Order<'c> {
    fn of(city: &'c City) -> Self {
        let named = city.config.regions.iter().enumerate();
        // The first that names a region wins: a second one is an error anyway.
        Self(named.rev().map(|(n, r)| (region::split(&r.path), n)).collect())
    }

    /// Compares paths name by name, so that a region stands right before those inside it.
    fn compare(&self, a: &[&str], b: &[&str]) -> Ordering {
        let shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        if shared == a.len() || shared == b.len() {
            return a.len().cmp(&b.len());
        }
        let key = |path: &[&str]| {
            let named = self.0.get(&path[..=shared]).copied().unwrap_or(usize::MAX);
            (named, route::slug(path[shared]), path[shared].to_owned())
        };
        key(a).cmp(&key(b))
    }
}
