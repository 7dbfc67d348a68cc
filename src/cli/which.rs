//! Which community and which record a command means.
//!
//! In: what was typed. Out: an id, a path, or a sentence that names what can be typed. Never reads a record.

use super::setting::Setting;
use crate::error::Error;
use crate::load::extension;
use crate::record::KINDS;
use crate::record::kind::KindInfo;

/// The community that is meant: the one typed, else the only one.
pub(super) fn community<'a>(typed: Option<&str>, known: &'a [String], setting: &Setting) -> Result<&'a str, Error> {
    let found = match (typed, known) {
        (Some(id), _) => known.iter().find(|k| *k == id),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.map(String::as_str).ok_or_else(|| {
        let known = ("known", known.join(", "));
        Error::Usage(match typed {
            Some(id) => setting.words.text("unknown-community", &[("id", id.to_owned()), known]),
            None => setting.words.text("which-community", &[known]),
        })
    })
}

/// The record that is meant: `finance/2026-09`, with or without its ending or the folders above.
pub(super) struct Wanted {
    /// Its kind.
    pub kind: &'static KindInfo,
    /// Its file name without ending.
    pub stem: String,
}

impl Wanted {
    /// Reads what was typed; `only` is the kind where nothing but a stem is typed.
    pub(super) fn of(typed: &str, only: Option<&'static KindInfo>, setting: &Setting) -> Result<Self, Error> {
        let unknown = || Error::Usage(setting.words.text("import-no-record", &[("name", typed)]));
        let text = typed.replace('\\', "/");
        let parts: Vec<&str> = text.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        let (name, above) = parts.split_last().ok_or_else(unknown)?;
        if parts.contains(&"..") {
            return Err(unknown());
        }
        let stem = name.trim_end_matches(".md").trim_end_matches(".yaml");
        let folder = above.last();
        let of_folder = |folder: &&str| KINDS.iter().find(|k| k.folder == *folder || k.name == *folder);
        let kind = match folder {
            Some(folder) => of_folder(folder),
            None => only,
        };
        kind.map(|kind| Self { kind, stem: stem.to_owned() }).filter(|w| !w.stem.is_empty()).ok_or_else(unknown)
    }

    /// Its path from the folder of its community.
    pub(super) fn path(&self) -> String {
        format!("{}/{}.{}", self.kind.folder, self.stem, extension(self.kind.format))
    }
}
