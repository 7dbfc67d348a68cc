//! In which order files may come to a place that readers look at meanwhile.
//!
//! In: a path of the output. Out: its class; a class is begun when the one before it is whole. Never looks into files.

use crate::write::MANIFEST;

/// Classes of files, in the order in which they go up.
///
/// Whatever a page loads is there before the page, whatever it links to before the link, and the files by which
/// others check the site come when all else is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Style, scripts, pictures of the theme.
    Asset,
    /// Data, search, feeds, attachments, tiles of the ledger.
    Data,
    /// Pages.
    Leaf,
    /// Pages of folders: lists that link to pages.
    Index,
    /// The first pages of sites and portal.
    Home,
    /// Lists of all files.
    Manifest,
    /// Keys and earlier checkpoints of the ledger.
    Log,
    /// The checkpoint of the ledger: what others trust.
    Checkpoint,
}

impl Class {
    /// All classes, in order.
    pub const ALL: [Self; 8] =
        [Self::Asset, Self::Data, Self::Leaf, Self::Index, Self::Home, Self::Manifest, Self::Log, Self::Checkpoint];

    /// The class of a path; `is_site` tells whether a folder of the output is a site of its own.
    pub fn of(path: &str, is_site: impl Fn(&str) -> bool) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let parent = folder.rsplit('/').next().unwrap_or_default();
        if name == MANIFEST || name == "SHA256SUMS" {
            return Self::Manifest;
        }
        match (parent, name) {
            ("ledger", "checkpoint") => return Self::Checkpoint,
            ("ledger", "checkpoints.txt" | "keys.txt") => return Self::Log,
            _ => {}
        }
        if folder.split('/').any(|part| part == "assets") {
            return Self::Asset;
        }
        if !name.ends_with(".html") {
            return Self::Data;
        }
        match name {
            "index.html" if folder.is_empty() || is_site(folder) => Self::Home,
            "index.html" => Self::Index,
            _ => Self::Leaf,
        }
    }
}

/// Whether a file that is no longer part of the site stays for a while, because a page that somebody has open may
/// still load it. Pages and data go at once: a list of persons must leave on its day.
pub fn lingers(path: &str) -> bool {
    path.split('/').any(|part| part == "assets") || path.contains("ledger/tile/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        for (path, want, stays) in [
            ("assets/style.css", Class::Asset, true),
            ("junying/assets/app.js", Class::Asset, true),
            ("junying/search/meta.js", Class::Data, false),
            ("names.js", Class::Data, false),
            ("junying/ledger/tile/0/000.p/9", Class::Data, true),
            ("junying/ledger/tile/entries/000", Class::Data, true),
            ("junying/disclosures/di-bao.csv", Class::Data, false),
            ("junying/disclosures/di-bao.html", Class::Leaf, false),
            ("junying/disclosures/index.html", Class::Index, false),
            ("regions/caidian/index.html", Class::Index, false),
            ("junying/index.html", Class::Home, false),
            ("index.html", Class::Home, false),
            ("404.html", Class::Leaf, false),
            ("junying/manifest.json", Class::Manifest, false),
            ("SHA256SUMS", Class::Manifest, false),
            ("junying/ledger/keys.txt", Class::Log, false),
            ("junying/ledger/checkpoints.txt", Class::Log, false),
            ("junying/ledger/checkpoint", Class::Checkpoint, false),
        ] {
            assert_eq!((Class::of(path, |folder| folder == "junying"), lingers(path)), (want, stays), "{path}");
        }
        let mut sorted = Class::ALL;
        sorted.sort_unstable();
        assert_eq!(sorted, Class::ALL);
    }
}
