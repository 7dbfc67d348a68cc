//! Reading profiles: the program's own, then the county's over them.
//!
//! In: YAML texts. Out: `Profiles`, and diagnostics as clear as those of records.
//! Never keeps a profile that has mistakes.

use include_dir::{Dir, include_dir};

use super::Places;
use super::table::{PROFILE_KINDS, Profile, Profiles};
use crate::diagnostic::{Diagnostic, Severity, Sink, Sources, Span, code};
use crate::schema::Reader;
use crate::world::Files;
use crate::yaml::{self, Node};

static DEFAULTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/profile/defaults");

/// Where a county keeps its own.
const FOLDER: &str = "content/profiles";

/// Path and text of every profile that travels with the program.
pub fn default_files() -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for folder in DEFAULTS.dirs() {
        for file in folder.files() {
            let path = file.path().display().to_string().replace('\\', "/");
            found.push((path, file.contents_utf8().unwrap_or_default()));
        }
    }
    found.sort_unstable();
    found
}

/// Reads the program's own profiles and those in `files` (the folder `content/profiles`); `place` names
/// the regions in which the whole site lies, from the top.
pub fn load(files: &Files, place: &[&str], sources: &mut Sources, sink: &mut Sink) -> Profiles {
    let mut profiles = Profiles::default();
    let none = Files::default();
    for (path, text) in default_files() {
        read_one(&path, text.as_bytes(), &none, &mut profiles, sources, sink);
    }
    profiles.seal();
    for (path, bytes) in files.iter() {
        read_one(path, bytes, files, &mut profiles, sources, sink);
    }
    super::tighten::check(&profiles, place, sink);
    profiles
}

fn read_one(path: &str, bytes: &[u8], files: &Files, profiles: &mut Profiles, sources: &mut Sources, sink: &mut Sink) {
    let folder = path.split('/').next().unwrap_or_default();
    let full = format!("{FOLDER}/{path}");
    let kind = PROFILE_KINDS.iter().find(|k| k.folder == folder && path.ends_with(".yaml"));
    let Some(kind) = kind else {
        let file = sources.add(full, "");
        sink.push(Diagnostic::new(&code::STRAY_FILE, Span::top(file)).arg("path", path));
        return;
    };
    let Some((file, text)) = crate::text::enter(&full, bytes, sources, sink) else {
        return;
    };
    let Some(node) = yaml::parse(file, &text, 0, sink) else {
        return;
    };
    let mut reader = Reader::new(sink, sources, files.from(folder));
    (kind.read)(&node, &mut reader, profiles);
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
