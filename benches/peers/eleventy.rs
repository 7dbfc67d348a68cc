//! Writes the same communities as a site of Eleventy.
//!
//! In: how many communities, how many records each. Out: content, templates and settings on disk; the program. The
//! fields are those that Hugo gets. Never smaller pages than Eleventy makes: it has no minifier of its own, which is
//! to its advantage.

use std::io;
use std::path::{Path, PathBuf};

use crate::hugo::{self, CATEGORIES, put};
use crate::invent;
use crate::node::{Fields, block, plain};
use crate::npm;

/// Settings and templates, by path below the site.
const FILES: [(&str, &str); 17] = [
    ("eleventy.config.mjs", include_str!("eleventy/eleventy.config.mjs")),
    ("content/content.11tydata.mjs", include_str!("eleventy/content.11tydata.mjs")),
    ("content/index.njk", include_str!("eleventy/index.njk")),
    ("content/feed.njk", include_str!("eleventy/feed.njk")),
    ("content/sitemap.njk", include_str!("eleventy/sitemap.njk")),
    ("layouts/base.njk", include_str!("eleventy/base.njk")),
    ("layouts/macros.njk", include_str!("eleventy/macros.njk")),
    ("layouts/head.njk", include_str!("eleventy/head.njk")),
    ("layouts/side.njk", include_str!("eleventy/side.njk")),
    ("layouts/table.njk", include_str!("eleventy/table.njk")),
    ("layouts/community.njk", include_str!("eleventy/community.njk")),
    ("layouts/category.njk", include_str!("eleventy/category.njk")),
    ("layouts/decision.njk", include_str!("eleventy/decision.njk")),
    ("layouts/disclosure.njk", include_str!("eleventy/disclosure.njk")),
    ("layouts/finance.njk", include_str!("eleventy/finance.njk")),
    ("layouts/project.njk", include_str!("eleventy/project.njk")),
    ("layouts/other.njk", include_str!("eleventy/other.njk")),
];

/// Writes the site at `root`.
pub fn write(root: &Path, communities: usize, records: usize) -> io::Result<()> {
    for (path, text) in FILES {
        put(&root.join(path), text)?;
    }
    let content = root.join("content");
    for at in 0..communities {
        let community = invent::community(at, communities, records);
        let folder = content.join(&community.id);
        put(&folder.join("index.md"), &page("community", hugo::head(&community), ""))?;
        for (name, title) in CATEGORIES {
            let fields: Fields = vec![("title", title.into()), ("type", plain("category"))];
            put(&folder.join(name).join("index.md"), &page("category", fields, ""))?;
        }
        for record in &community.records {
            let own = format!("layouts/{}.njk", record.kind);
            let layout = if FILES.iter().any(|(path, _)| *path == own) { record.kind } else { "other" };
            let text = page(layout, hugo::fields(record), &record.prose);
            put(&folder.join(record.folder).join(format!("{}.md", record.stem)), &text)?;
        }
    }
    Ok(())
}

fn page(layout: &str, fields: Fields, prose: &str) -> String {
    let mut all: Fields = vec![("layout", plain(format!("{layout}.njk")))];
    all.extend(fields);
    format!("---\n{}---\n{prose}", block(&all))
}

/// Finds Eleventy among the packages of npm.
pub fn find() -> Option<PathBuf> {
    npm::packages().map(|folder| folder.join("@11ty/eleventy/cmd.cjs")).filter(|program| program.is_file())
}
