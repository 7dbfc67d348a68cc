//! What every page of the editor looks at: settings, one community, one record.
//!
//! In: the world, names out of an address. Out: what stands there. Never lets a name of an address reach a path
//! unless it is the name of something that is there, or a plain file name.

use crate::build::{self, Checked};
use crate::diagnostic::Report;
use crate::error::Error;
use crate::load::extension;
use crate::record::community::Community;
use crate::record::kind::{Format, KindInfo};
use crate::record::{City, KINDS, Scope};
use crate::schema::{FromNode, Shape};
use crate::text;
use crate::value::Date;
use crate::world::{Files, World};

/// Settings of the workspace, where they can be used, and what is said of them.
pub struct Office {
    /// Settings and profiles.
    pub city: Option<City>,
    /// What is wrong with them.
    pub reports: Vec<Report>,
}

impl Office {
    /// Reads settings and profiles.
    pub fn open(world: &dyn World) -> Result<Self, Error> {
        let (city, outcome) = build::city(world)?;
        Ok(Self { city, reports: outcome.reports })
    }
}

/// A community with its files, read and checked.
pub struct Room<'c> {
    /// Settings and profiles.
    pub city: &'c City,
    /// Its files.
    pub files: Files,
    /// Its records.
    pub checked: Checked,
    /// Today.
    pub today: Date,
}

impl<'c> Room<'c> {
    /// Reads and checks a community.
    pub fn open(world: &dyn World, city: &'c City, id: &str) -> Result<Self, Error> {
        let files = Files::read(world, &build::folder(id))?;
        let kept = crate::ledger::state::files(world, id);
        let checked = Checked::new(world, city, id, &files, &kept, false);
        Ok(Self { city, files, checked, today: world.today() })
    }

    /// What records may look at; none where `community.yaml` cannot be read.
    pub fn scope(&self) -> Option<Scope<'_>> {
        let corpus = self.checked.corpus.as_ref()?;
        Some(Scope { city: self.city, corpus, as_of: self.today })
    }
}

/// A record, by its place; `community.yaml` has no kind.
#[derive(Clone)]
pub struct Subject {
    /// The community.
    pub community: String,
    /// The kind; none for the community itself.
    pub kind: Option<&'static KindInfo>,
    /// The file's name without ending.
    pub stem: String,
}

impl Subject {
    /// A record of a kind, where the name can be that of a file.
    pub fn record(community: &str, kind: &'static KindInfo, stem: &str) -> Option<Self> {
        is_file_name(stem).then(|| Self { community: community.to_owned(), kind: Some(kind), stem: stem.to_owned() })
    }

    /// The community itself.
    pub fn head(community: &str) -> Self {
        Self { community: community.to_owned(), kind: None, stem: "community".into() }
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.kind.map_or(Format::Data, |kind| kind.format)
    }

    /// Its field table.
    pub fn shape(&self) -> Shape {
        self.kind.map_or_else(<Community as FromNode>::shape, |kind| (kind.shape)())
    }

    /// The folder within the community; empty for the community itself.
    pub fn folder(&self) -> &'static str {
        self.kind.map_or("", |kind| kind.folder)
    }

    /// Its file, from the workspace root.
    pub fn path(&self) -> String {
        let name = format!("{}.{}", self.stem, extension(self.format()));
        let folder = build::folder(&self.community);
        match self.kind {
            Some(kind) => format!("{folder}/{}/{name}", kind.folder),
            None => format!("{folder}/{name}"),
        }
    }

    /// Its page in the editor.
    pub fn address(&self) -> String {
        match self.kind {
            Some(kind) => format!("/_edit/c/{}/{}/r/{}", encode(&self.community), kind.folder, encode(&self.stem)),
            None => format!("/_edit/c/{}/community", encode(&self.community)),
        }
    }

    /// Its page on the site, from the portal's root.
    pub fn page(&self) -> String {
        match self.kind {
            Some(kind) => {
                format!("/{}/{}/{}.html", encode(&self.community), kind.folder, crate::route::slug(&self.stem))
            }
            None => format!("/{}/index.html", self.community),
        }
    }
}

/// The kind whose records stand in a folder.
pub fn kind_of(folder: &str) -> Option<&'static KindInfo> {
    KINDS.iter().find(|kind| kind.folder == folder)
}

/// The folders of all kinds.
#[cfg(test)]
pub fn folders() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.folder).collect()
}

/// Whether a text can be the name of a record: a plain file name on every system, and not too long.
pub fn is_file_name(name: &str) -> bool {
    name.len() <= 120 && text::is_file_name(name)
}

/// A part of an address.
pub fn encode(part: &str) -> String {
    const SAFE: &percent_encoding::AsciiSet =
        &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');
    percent_encoding::utf8_percent_encode(part, SAFE).to_string()
}
