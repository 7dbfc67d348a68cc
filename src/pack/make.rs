//! From a community's folder to a pack.
//!
//! In: a world and a community. Out: the bytes of the pack, its name, and what is to be remembered once it is written.
//! Never packs a file that the other side would refuse.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::history::History;
use super::limit::{MAX_ALL, MAX_FILE, MAX_FILES, MAX_ONE, mib};
use super::manifest::{FORMAT, MANIFEST, Manifest};
use super::name::is_sound;
use crate::build;
use crate::diagnostic::{Diagnostic, Report, Sink, Sources, Span, code};
use crate::error::Error;
use crate::world::{Files, World};

/// A pack that was made.
#[derive(Debug)]
pub struct Made {
    /// A name for the file: `军营村-2026-11-23.zip`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many files are in it.
    pub files: usize,
    /// Files of the folder that are no part of it: nothing reads them.
    pub left_out: Vec<String>,
    /// What is to be remembered once it is written.
    pub history: History,
}

/// Packs a community that people call `name`. The same files and states give the same bytes.
///
/// # Errors
/// Where its files cannot be read; within, every reason why the other side would refuse it.
pub fn make(world: &dyn World, id: &str, name: &str) -> Result<Result<Made, Vec<Report>>, Error> {
    let files = Files::read(world, &build::folder(id))?;
    let mut history = History::read(world, id)?;
    let (sound, left_out): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| is_sound(path));
    let left_out: Vec<String> = left_out.into_iter().map(|(path, _)| path.to_owned()).collect();
    let day = world.today().to_string();
    let manifest = Manifest {
        format: FORMAT,
        community: id.to_owned(),
        name: name.to_owned(),
        day: day.clone(),
        files: history.entries(&sound),
    };
    let bytes = packed(&manifest, &sound);
    let refused = refused(id, &sound, bytes.len());
    if !refused.is_empty() {
        return Ok(Err(refused));
    }
    history.add(&manifest);
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).take(40).collect();
    let name = format!("{}-{day}.zip", if plain.is_empty() { id } else { &plain });
    Ok(Ok(Made { name, bytes, files: sound.len(), left_out, history }))
}

fn packed(manifest: &Manifest, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let text = serde_json::to_vec_pretty(manifest).expect("plain data");
    for (path, bytes) in [(MANIFEST, text.as_slice())].iter().chain(files) {
        zip.start_file(*path, options).and_then(|()| Ok(zip.write_all(bytes)?)).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Why the other side would refuse it.
fn refused(id: &str, files: &[(&str, &[u8])], size: usize) -> Vec<Report> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let mut say = |path: &str, what: &str, most: String| {
        let place = Span::top(sources.add(format!("{}{path}", build::folder(id)), ""));
        sink.push(Diagnostic::new(&code::PACK_TOO_LARGE, place).arg("what", what).arg("most", most));
    };
    for (path, _) in files.iter().filter(|(_, bytes)| bytes.len() as u64 > MAX_ONE) {
        say(&format!("/{path}"), "one", mib(MAX_ONE));
    }
    if files.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>() > MAX_ALL {
        say("", "all", mib(MAX_ALL));
    }
    if size > MAX_FILE {
        say("", "file", mib(MAX_FILE as u64));
    }
    if files.len() >= MAX_FILES {
        say("", "files", MAX_FILES.to_string());
    }
    sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect()
}
