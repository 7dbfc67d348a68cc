//! How pages show pictures: how large they are, and which smaller copies a phone may take instead.
//!
//! In: the pictures that records show. Out: what a page says of each, and the copies to be made. Never makes them:
//! `render` does, where it does not know them yet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::Context;
use crate::picture::{self, EDGES, Size};
use crate::record::{Entry, Withheld};
use crate::route;
use crate::schema::LinkTarget;
use crate::view::{Copied, SitePicture};

/// The longest edge of a preview beside a list.
const PREVIEW: &[u32] = &[EDGES[0]];

/// A picture as a page shows it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Shown {
    /// Its address from the site's root: of the copy that every browser can show.
    src: String,
    /// Width in pixels; with the height it keeps the place free.
    width: u32,
    /// Height in pixels.
    height: u32,
    /// All that a browser may choose from, the smallest first; empty where there is but one.
    set: Vec<Choice>,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    url: String,
    /// Width in pixels.
    width: u32,
}

impl Shown {
    /// The attributes of an `<img>` on a page whose root is `root`.
    pub(super) fn attributes(&self, root: &str) -> String {
        let mut text = format!("src=\"{root}{}\"", self.src);
        if self.set.len() > 1 {
            let set: Vec<String> = self.set.iter().map(|c| format!("{root}{} {}w", c.url, c.width)).collect();
            text.push_str(&format!(" srcset=\"{}\" sizes=\"(max-width: 46rem) 100vw, 38rem\"", set.join(", ")));
        }
        text.push_str(&format!(" width=\"{}\" height=\"{}\" loading=\"lazy\"", self.width, self.height));
        text
    }
}

/// A picture in the text of a record; none for what is no picture that can be measured.
pub(super) fn in_text(context: &Context<'_>, path: &str) -> Option<Shown> {
    shown(context, path, &EDGES)
}

/// A picture beside a list.
pub(super) fn preview(context: &Context<'_>, path: &str) -> Option<Shown> {
    shown(context, path, PREVIEW)
}

/// The photographs that the details of a record speak of, by the address of each.
pub(super) fn spoken_of(context: &Context<'_>, entry: &Entry<'_>) -> BTreeMap<String, Shown> {
    let seen = entry.record.photographs().into_iter().filter(|photo| !entry.withheld.holds(photo.path));
    seen.filter_map(|photo| Some((route::file_url(photo.path), preview(context, photo.path)?))).collect()
}

fn shown(context: &Context<'_>, path: &str, edges: &[u32]) -> Option<Shown> {
    let size = picture::size(context.files.get(path)?)?;
    let copies = edges.iter().filter(|edge| **edge < size.longest());
    let mut set: Vec<(String, Size)> = copies.map(|edge| (route(path, *edge), size.within(*edge))).collect();
    // Beyond the largest copy nobody needs the picture itself to read the page.
    if set.len() < edges.len() {
        set.push((route::file_url(path), size));
    }
    // What is not too small for a desk, and still small for a phone.
    let (src, size) = set.get(1).or(set.first()).cloned()?;
    let set = set.into_iter().map(|(url, size)| Choice { url, width: size.width }).collect();
    Some(Shown { src, width: size.width, height: size.height, set })
}

/// The address of a copy. No record and no file of a community stands below this folder.
fn route(path: &str, edge: u32) -> String {
    format!("{}/{edge}/{}", route::PICTURES, route::file_url(path))
}

/// The copies of all pictures that pages show.
pub(super) fn copies(context: &Context<'_>, entries: &[Entry<'_>]) -> Vec<SitePicture> {
    let mut wanted: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for entry in entries {
        for (path, edges) in pictures(entry) {
            wanted.entry(path).or_default().extend(edges);
        }
    }
    let gone = |path: &str| entries.iter().any(|e| e.withheld.holds(path));
    let made = wanted.into_iter().filter(|(path, _)| !gone(path)).filter_map(|(path, edges)| {
        let bytes = context.files.get(path)?;
        let longest = picture::size(bytes)?.longest();
        let copy = |edge: u32| Copied { route: route(path, edge), edge };
        let copies: Vec<Copied> = edges.into_iter().filter(|edge| *edge < longest).map(copy).collect();
        (!copies.is_empty()).then(|| SitePicture { bytes: Arc::from(bytes), copies, owner: path.to_owned() })
    });
    made.collect()
}

/// The pictures that the page of a record shows, and how large.
fn pictures<'e>(entry: &'e Entry<'_>) -> impl Iterator<Item = (&'e str, &'static [u32])> {
    let withheld: &Withheld = &entry.withheld;
    let attached = entry.record.common().attachments.iter().map(|a| (a.file.0.as_str(), PREVIEW));
    let in_text = entry.record.uses.links.iter().filter_map(|(_, target)| match target {
        LinkTarget::Picture(path) => Some((path.as_str(), &EDGES[..])),
        _ => None,
    });
    let spoken_of = entry.record.photographs().into_iter().map(|photo| (photo.path, PREVIEW));
    attached.chain(spoken_of).chain(in_text).filter(|(path, _)| !withheld.holds(path))
}
