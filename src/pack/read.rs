//! From the bytes of a file that somebody sent to a pack that can be merged.
//!
//! In: bytes. Out: `Pack`, or every reason to refuse it. Each file is unpacked once and held against the manifest, in
//! bounded memory; no name out of it is used as a path unless it can be that of a record, a table or an attachment.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use sha2::{Digest, Sha256};
use zip::ZipArchive;
use zip::result::ZipError;

use super::limit::{MAX_ALL, MAX_FILE, MAX_FILES, MAX_MANIFEST, MAX_ONE, has_too_many_lines, mib};
use super::manifest::{Entry, FORMAT, MANIFEST, Manifest};
use super::name::is_sound;
use crate::diagnostic::{Diagnostic, Report, Sink, Sources, Span, code};
use crate::text::hex;

/// A pack whose files are what its manifest says.
#[derive(Debug)]
pub struct Pack {
    /// The name of the file.
    pub name: String,
    /// What it says of itself.
    pub manifest: Manifest,
    bytes: Vec<u8>,
    /// The place of each file in the zip.
    places: BTreeMap<String, usize>,
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads a file called `name`.
///
/// # Errors
/// Every reason to refuse it.
pub fn read(bytes: Vec<u8>, name: &str) -> Result<Pack, Vec<Report>> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let place = Span::top(sources.add(name, ""));
    let mut reader = Reader { place, sink: &mut sink };
    let read = reader.open(&bytes).and_then(|mut archive| {
        let manifest = reader.manifest(&mut archive)?;
        let places = reader.files(&mut archive, &manifest);
        Some((manifest, places))
    });
    let reports: Vec<Report> = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
    match read {
        Some((manifest, places)) if reports.is_empty() => Ok(Pack { name: name.to_owned(), manifest, bytes, places }),
        _ => Err(reports),
    }
}

impl Pack {
    /// The bytes of a file that the manifest names; empty where it was taken away.
    pub fn file(&self, path: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let (Some(at), Ok(mut archive)) = (self.places.get(path), ZipArchive::new(Cursor::new(&self.bytes[..])))
            && let Ok(file) = archive.by_index(*at)
        {
            file.take(MAX_ONE).read_to_end(&mut bytes).expect("it was unpacked before");
        }
        bytes
    }
}

struct Reader<'s> {
    place: Span,
    sink: &'s mut Sink,
}

impl Reader<'_> {
    fn open<'b>(&mut self, bytes: &'b [u8]) -> Option<Archive<'b>> {
        if bytes.len() > MAX_FILE {
            return self.too_large("file", &mib(MAX_FILE as u64));
        }
        if has_too_many_lines(bytes) {
            return self.too_large("files", &MAX_FILES.to_string());
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Err(_) => self.unreadable("no-zip"),
            Ok(archive) if archive.len() > MAX_FILES => self.too_large("files", &MAX_FILES.to_string()),
            Ok(archive) if archive.has_duplicate_names() => self.unreadable("damaged"),
            Ok(archive) => Some(archive),
        }
    }

    fn manifest(&mut self, archive: &mut Archive<'_>) -> Option<Manifest> {
        let Some(at) = archive.index_for_name(MANIFEST) else {
            return self.unreadable("no-pack");
        };
        let mut text = Vec::new();
        let read = archive.by_index(at).map_err(|e| matches!(e, ZipError::UnsupportedArchive(_)));
        match read.map(|file| file.take(MAX_MANIFEST + 1).read_to_end(&mut text)) {
            Err(true) => return self.unreadable("locked"),
            Err(false) | Ok(Err(_)) => return self.unreadable("damaged"),
            Ok(Ok(_)) => {}
        }
        if text.len() as u64 > MAX_MANIFEST {
            return self.too_large("manifest", &mib(MAX_MANIFEST));
        }
        let Ok(manifest) = serde_json::from_slice::<Manifest>(&text) else {
            return self.unreadable("damaged");
        };
        if manifest.format != FORMAT {
            return self.unreadable("version");
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if manifest.community.is_empty() || !manifest.community.chars().all(plain) {
            return self.unreadable("damaged");
        }
        if manifest.files.len() > MAX_FILES {
            return self.too_large("files", &MAX_FILES.to_string());
        }
        self.claims(&manifest).then_some(manifest)
    }

    /// Whether the manifest says what a pack can say: names of files that belong to a community, and bounded sizes.
    fn claims(&mut self, manifest: &Manifest) -> bool {
        let mut sound = true;
        let mut folded = BTreeSet::new();
        let mut all = 0_u64;
        for (path, entry) in &manifest.files {
            let twin = !folded.insert(path.to_lowercase());
            if !is_sound(path) || twin {
                self.foreign(path, if twin { "twin" } else { "path" });
                sound = false;
            }
            if entry.size > MAX_ONE {
                self.too_large::<()>("one", &mib(MAX_ONE));
                sound = false;
            }
            all = all.saturating_add(entry.size);
        }
        if all > MAX_ALL {
            self.too_large::<()>("all", &mib(MAX_ALL));
            sound = false;
        }
        if manifest.files.get("community.yaml").is_none_or(|head| head.sha256.is_none()) {
            self.unreadable::<()>("no-pack");
            sound = false;
        }
        sound
    }

    /// Unpacks every file once and holds it against the manifest; gives their places.
    fn files(&mut self, archive: &mut Archive<'_>, manifest: &Manifest) -> BTreeMap<String, usize> {
        let mut places = BTreeMap::new();
        for at in 0..archive.len() {
            let Ok(data) = archive.by_index_data(at) else { continue };
            let (is_folder, is_file) = (data.is_dir(), data.is_file());
            let name = String::from_utf8_lossy(data.name_raw()).into_owned();
            if name == MANIFEST {
                continue;
            }
            let entry = manifest.files.get(&name).filter(|entry| entry.sha256.is_some());
            match entry {
                // Other programs note folders too.
                None if is_folder => {}
                None => self.foreign(&name, "unlisted"),
                Some(_) if !is_file => self.foreign(&name, "link"),
                Some(entry) if is_as_told(archive, at, entry) => {
                    places.insert(name, at);
                }
                Some(_) => self.differs(&name, "differs"),
            }
        }
        let told = manifest.files.iter().filter(|(_, entry)| entry.sha256.is_some());
        for (path, _) in told.filter(|(path, _)| archive.index_for_name(path).is_none()) {
            self.differs(path, "missing");
        }
        places
    }

    fn unreadable<T>(&mut self, why: &str) -> Option<T> {
        self.sink.push(Diagnostic::new(&code::PACK_UNREADABLE, self.place).arg("why", why));
        None
    }

    fn too_large<T>(&mut self, what: &str, most: &str) -> Option<T> {
        self.sink.push(Diagnostic::new(&code::PACK_TOO_LARGE, self.place).arg("what", what).arg("most", most));
        None
    }

    fn foreign(&mut self, path: &str, why: &str) {
        let path = shown(path);
        self.sink.push(Diagnostic::new(&code::PACK_FOREIGN_FILE, self.place).arg("path", path).arg("why", why));
    }

    fn differs(&mut self, path: &str, why: &str) {
        let path = shown(path);
        self.sink.push(Diagnostic::new(&code::PACK_FILE_DIFFERS, self.place).arg("path", path).arg("why", why));
    }
}

/// Whether a file has the size and the hash that the manifest tells. Stops at the first byte too many.
fn is_as_told(archive: &mut Archive<'_>, at: usize, entry: &Entry) -> bool {
    let Ok(file) = archive.by_index(at) else { return false };
    let mut file = file.take(entry.size + 1);
    let mut hasher = Sha256::new();
    let mut room = vec![0_u8; 64 * 1024];
    let mut size = 0;
    loop {
        match file.read(&mut room) {
            Err(_) => return false,
            Ok(0) => break,
            Ok(read) => {
                hasher.update(&room[..read]);
                size += read as u64;
            }
        }
    }
    size == entry.size && Some(hex(&hasher.finalize())) == entry.sha256
}

/// A name that somebody may have chosen to do harm, as it can be shown.
fn shown(path: &str) -> String {
    let plain = path.chars().take(120).map(|c| if c.is_control() { '·' } else { c });
    plain.collect()
}
