//! Reading profiles: the program's own, then the county's over them.
//!
//! In: YAML texts. Out: `Profiles`, and diagnostics as clear as those of records.
//! Never keeps a profile that has mistakes.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

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
pub fn load(files: &Files, place: &[&str], sources: &mut Sources, sink: &mut Sink) -> Arc<Profiles> {
    let mut profiles = own(sources, sink);
    if files.iter().next().is_some() {
        read_all(files.iter(), files, Arc::make_mut(&mut profiles), sources, sink);
    }
    super::tighten::check(&profiles, place, sink);
    profiles
}

/// The program's own profiles, and the number of the first of their files among the sources. They are read once in a
/// process, and again only where another number of files came before them: a preview that reads its settings anew need
/// not read them too.
static OWN: Mutex<Option<(usize, Arc<Profiles>)>> = Mutex::new(None);

/// The program's own profiles.
fn own(sources: &mut Sources, sink: &mut Sink) -> Arc<Profiles> {
    let files = default_files();
    let (first, said) = (sources.count(), sink.len());
    // Not held while they are read: another thread may lend a hand, and come here itself.
    let kept = OWN.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, profiles)) = kept.filter(|(at, _)| *at == first) {
        for (path, bytes) in files {
            sources.add(full(&path), crate::text::decode_record(bytes).unwrap_or_default());
        }
        return profiles;
    }
    let mut profiles = Profiles::default();
    let list = files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    read_all(list, &Files::default(), &mut profiles, sources, sink);
    profiles.seal();
    let profiles = Arc::new(profiles);
    if sink.len() == said {
        *OWN.lock().unwrap_or_else(PoisonError::into_inner) = Some((first, profiles.clone()));
    }
    profiles
}

/// The path of a profile from the root of a workspace.
fn full(path: &str) -> String {
    format!("{FOLDER}/{path}")
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
    let full = full(path);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_profiles_stand_where_their_spans_say_however_often_they_are_read() {
        for before in [1, 1, 0, 0, 3, 1] {
            let (mut sources, mut sink) = (Sources::default(), Sink::default());
            for _ in 0..before {
                sources.add("site.yaml", "");
            }
            let profiles = load(&Files::default(), &[], &mut sources, &mut sink);
            assert!(sink.is_empty() && sources.count() == before + default_files().len());
            for process in profiles.processes.iter() {
                let name = &process.head.name;
                let written = &sources.get(name.span.file).text[name.span.start as usize..name.span.end as usize];
                assert_eq!(written, name.value, "{before} files before");
            }
            assert!(profiles.processes.iter().count() > 2);
        }
    }
}
