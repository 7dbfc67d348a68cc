//! Reading profiles: the program's own, then the county's over them.
//!
//! In: YAML texts. Out: `Profiles`, and diagnostics as clear as those of records.
//! Never keeps a profile that has mistakes.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};
use rayon::prelude::*;

use super::Places;
use super::table::{PROFILE_KINDS, Profile, ProfileKind, Profiles};
use crate::diagnostic::{Diagnostic, FileId, Severity, Sink, Sources, Span, code};
use crate::schema::Reader;
use crate::world::Files;
use crate::yaml::{self, Node};

static DEFAULTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/profile/defaults");

/// Where a county keeps its own.
const FOLDER: &str = "content/profiles";

/// Path and bytes of every profile that travels with the program.
pub fn default_files() -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    for folder in DEFAULTS.dirs() {
        for file in folder.files() {
            let path = file.path().display().to_string().replace('\\', "/");
            found.push((path, file.contents()));
        }
    }
    found.sort_unstable();
    found
}

/// Reads the program's own profiles and those in `files` (the folder `content/profiles`); `place` names
/// the regions in which the whole site lies, from the top.
pub fn load(files: &Files, place: &[&str], sources: &mut Sources, sink: &mut Sink) -> Profiles {
    let mut profiles = Profiles::default();
    let own = default_files();
    let own = own.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    read_all(own, &Files::default(), &mut profiles, sources, sink);
    profiles.seal();
    read_all(files.iter(), files, &mut profiles, sources, sink);
    super::tighten::check(&profiles, place, sink);
    profiles
}

/// Reads profiles in the order given. Their YAML takes more than half of the check of one community: it is parsed on all
/// processors, and all else is done in order.
fn read_all<'f>(
    list: impl Iterator<Item = (&'f str, &'f [u8])>,
    files: &Files,
    profiles: &mut Profiles,
    sources: &mut Sources,
    sink: &mut Sink,
) {
    let entered: Vec<_> = list.filter_map(|(path, bytes)| enter(path, bytes, sources, sink)).collect();
    let parse = |(kind, file, text): (&'static ProfileKind, FileId, Cow<'f, str>)| {
        let mut own = Sink::default();
        (kind, yaml::parse(file, &text, 0, &mut own), own)
    };
    let parsed: Vec<_> = entered.into_par_iter().map(parse).collect();
    for (kind, node, own) in parsed {
        sink.append(own);
        if let Some(node) = node {
            (kind.read)(&node, &mut Reader::new(sink, sources, files.from(kind.folder)), profiles);
        }
    }
}

/// The kind and the text of a profile, by the folder in which it lies.
fn enter<'b>(
    path: &str,
    bytes: &'b [u8],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(&'static ProfileKind, FileId, Cow<'b, str>)> {
    let folder = path.split('/').next().unwrap_or_default();
    let full = format!("{FOLDER}/{path}");
    let Some(kind) = PROFILE_KINDS.iter().find(|k| k.folder == folder && path.ends_with(".yaml")) else {
        let file = sources.add(full, "");
        sink.push(Diagnostic::new(&code::STRAY_FILE, Span::top(file)).arg("path", path));
        return None;
    };
    let (file, text) = crate::text::enter(&full, bytes, sources, sink)?;
    Some((kind, file, text))
}

/// Reads a profile of one kind from its node and adds it to its table.
pub(super) fn read_into<P: Profile>(node: &Node, reader: &mut Reader<'_>, profiles: &mut Profiles) {
    let Some(profile) = P::from_node(node, reader) else {
        return;
    };
    let before = reader.sink.len();
    let places = Places(node);
    super::common::check(profile.head(), &places, reader.sink);
    profile.check(&places, reader.sink);
    if reader.sink.since(before).iter().any(|d| d.severity() == Severity::Error) {
        return;
    }
    let name = profile.head().name.clone();
    if let Some(other) = P::table_mut(profiles).add(profile) {
        let twice = Diagnostic::new(&code::SAME_PROFILE, name.span);
        reader.sink.push(twice.arg("name", &name.value).also(other));
    }
}
