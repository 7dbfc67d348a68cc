//! The workspace as a whole: settings, profiles, communities by name.
//!
//! In: filled in by loading. Out: `City`, which every record may look at. Never holds a community's records.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::locale::Language;
use crate::profile::{PROFILE_KINDS, Profiles};
use crate::record::Neighbours;
use crate::record::site::SiteConfig;
use crate::schema::nearest;

/// What all communities of a workspace share.
#[derive(Debug)]
pub struct City {
    /// `content/site.yaml`.
    pub config: SiteConfig,
    /// Law, processes, catalogues, rubrics, registers, indicators.
    pub profiles: Arc<Profiles>,
    /// Folder names below `content/communities/`, sorted.
    pub communities: Vec<String>,
    /// The names of these communities, for records that name one of them.
    pub neighbours: Neighbours,
    /// Hash of all that was read here, without the names of communities.
    pub hash: [u8; 32],
}

impl City {
    /// The language of the pages.
    pub fn language(&self) -> Language {
        self.config.language.unwrap_or_default()
    }

    /// The address under which the output will stand, with a slash at its end; empty where none is set.
    pub fn base_url(&self) -> String {
        let base = self.config.base_url.as_ref().map_or("", |b| b.value.trim_end_matches('/'));
        if base.is_empty() { String::new() } else { format!("{base}/") }
    }

    /// Reports each profile name that nobody knows.
    pub fn check_profiles(&self, uses: &crate::schema::Uses, sink: &mut Sink) {
        check_profiles(&self.profiles, uses, sink);
    }
}

/// Reports each profile name that nobody knows.
pub(super) fn check_profiles(profiles: &Profiles, uses: &crate::schema::Uses, sink: &mut Sink) {
    for (folder, name) in &uses.profiles {
        let Some(kind) = PROFILE_KINDS.iter().find(|k| k.folder == *folder) else {
            continue;
        };
        if !(kind.knows)(profiles, name) {
            let names = (kind.names)(profiles);
            let near = nearest(name, names.iter().map(String::as_str)).unwrap_or_default();
            let unknown = Diagnostic::new(&code::UNKNOWN_PROFILE, name.span);
            sink.push(unknown.arg("name", &name.value).arg("folder", folder).arg("near", near));
        }
    }
}
