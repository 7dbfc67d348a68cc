//! The workspace as a whole: settings, profiles, communities by name.
//!
//! In: a world. Out: `City`, and diagnostics in its own files. Never reads more of a community than its name.

use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::error::Error;
use crate::layout;
use crate::profile::{self};
use crate::record::community::Figures;
use crate::record::site::SiteConfig;
use crate::record::{City, KINDS, destination, target, web_address};
use crate::schema::{FromNode, Reader, Uses};
use crate::world::{Files, World};
use crate::yaml;

/// Reads settings and profiles; `None` after diagnostics where the settings cannot be used.
///
/// # Errors
/// Where a file cannot be read, or there is no `content/site.yaml`.
pub fn load_city(world: &dyn World, sources: &mut Sources, sink: &mut Sink) -> Result<Option<City>, Error> {
    let path = "content/site.yaml";
    let bytes = world.read(path)?;
    let profile_files = Files::read(world, "content/profiles")?;
    let mut communities = world.folders("content/communities")?;
    communities.sort_unstable();
    let mut hasher = blake3::Hasher::new();
    hasher.update(&bytes).update(&profile_files.hash());
    for (path, bytes) in profile::default_files() {
        hasher.update(path.as_bytes()).update(bytes);
    }
    let hash = *hasher.finalize().as_bytes();
    let (config, uses) = read_config(path, &bytes, sources, sink).unzip();
    let jurisdiction = config.as_ref().and_then(|c| c.jurisdiction.as_deref()).unwrap_or_default();
    let place: Vec<&str> = jurisdiction.split('/').map(str::trim).filter(|n| !n.is_empty()).collect();
    let profiles = profile::load(&profile_files, &place, sources, sink);
    let folders: Vec<&str> = KINDS.iter().map(|k| k.folder).collect();
    let lines = layout::line_columns();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    profiles.check_links(&profile::Known { figures: &Figures::keys(), folders: &folders, lines: &lines }, sink);
    let neighbours = super::neighbours::load(world, &communities)?;
    if let (Some(config), Some(uses)) = (&config, &uses) {
        destination::check(config, sink);
        web_address::check(config, sink);
        target::check(config, uses, &profiles, &neighbours, sink);
    }
    report_folder_names(&communities, sources, sink);
    Ok(config.map(|config| City { config, profiles, communities, neighbours, hash }))
}

fn read_config(path: &str, bytes: &[u8], sources: &mut Sources, sink: &mut Sink) -> Option<(SiteConfig, Uses)> {
    let (file, text) = crate::text::enter(path, bytes, sources, sink)?;
    let node = yaml::parse(file, &text, 0, sink)?;
    let none = Files::default();
    let mut reader = Reader::new(sink, sources, none.from(""));
    let config = SiteConfig::from_node(&node, &mut reader)?;
    Some((config, reader.uses))
}

/// Folder names become addresses: small letters, digits and hyphens.
fn report_folder_names(names: &[String], sources: &mut Sources, sink: &mut Sink) {
    let good = |name: &str| {
        let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain && !name.starts_with('-') && !crate::text::is_device(name) && !crate::route::RESERVED.contains(&name)
    };
    for name in names.iter().filter(|n| !good(n)) {
        let file: FileId = sources.add(format!("content/communities/{name}"), "");
        let near = crate::route::slug(name);
        sink.push(Diagnostic::new(&code::BAD_FOLDER_NAME, Span::top(file)).arg("name", name).arg("near", near));
    }
}
