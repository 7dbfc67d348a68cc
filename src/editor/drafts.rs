//! Drafts: what was typed and not saved, kept against crashes.
//!
//! In: a form as it stands. Out: a file below `.gongkai/drafts/`, and the form again. Never touches a record.

use serde::{Deserialize, Serialize};

use super::Desk;
use super::office::Subject;
use crate::error::Error;
use crate::serve::exchange::Form;
use crate::world::World;
use crate::write::{discard, replace_file};

/// Where drafts stand, from the workspace root.
const FOLDER: &str = ".gongkai/drafts";

/// A form as it stood.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    /// The title, for lists.
    pub title: String,
    /// The page of the editor on which it was typed.
    pub address: String,
    /// Names and values.
    pub fields: Vec<(String, String)>,
}

/// The file of a draft: of a record, or of one that is not written yet, by the words it began with.
pub fn path(subject: &Subject, fresh: Option<&str>) -> String {
    let folder = if subject.folder().is_empty() { "community" } else { subject.folder() };
    let name = match fresh {
        Some(began) => format!("+{}", crate::route::slug(began)),
        None => subject.stem.clone(),
    };
    format!("{FOLDER}/{}/{folder}/{name}.json", subject.community)
}

/// The draft in a file, where there is one that can be read.
pub fn load(world: &dyn World, path: &str) -> Option<Draft> {
    if !world.is_file(path) {
        return None;
    }
    serde_json::from_slice(&world.read(path).ok()?).ok()
}

/// Keeps a form. What guards the form is not kept with it.
pub fn save(desk: &Desk<'_>, path: &str, address: &str, form: &Form) -> Result<(), Error> {
    let kept = |(name, _): &&(String, String)| !matches!(name.as_str(), "_token" | "_do");
    let draft = Draft {
        title: form.value("r/title").or(form.value("r/name")).unwrap_or_default().to_owned(),
        address: address.to_owned(),
        fields: form.fields.iter().filter(kept).cloned().collect(),
    };
    let bytes = serde_json::to_vec(&draft).expect("a form is plain data");
    replace_file(&desk.root.join(path), &bytes)
}

/// Takes a draft away.
pub fn drop(desk: &Desk<'_>, path: &str) -> Result<(), Error> {
    discard(desk.root, path)
}

/// All drafts of a community.
pub fn all(world: &dyn World, community: &str) -> Result<Vec<Draft>, Error> {
    let folder = format!("{FOLDER}/{community}");
    let names = world.list(&folder)?;
    Ok(names.iter().filter_map(|name| load(world, &format!("{folder}/{name}"))).collect())
}
