//! `gongkai schema`: the JSON Schema of every kind of file.
//!
//! In: flags. Out: schemas on standard output or in a folder.

use std::path::Path;

use serde_json::{Map, Value};

use super::args::Schema;
use super::print;
use super::setting::Setting;
use crate::error::Error;
use crate::profile::PROFILE_KINDS;
use crate::record::KINDS;
use crate::record::community::Community;
use crate::record::site::SiteConfig;
use crate::schema::{FromNode, Shape, json};
use crate::write::replace_file;

pub(super) fn run(options: &Schema, setting: &Setting) -> Result<u8, Error> {
    let mut all = shapes();
    if let Some(kind) = &options.kind {
        let known = all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>().join(", ");
        all.retain(|(name, _)| name == kind);
        if all.is_empty() {
            let facts = [("kind", kind.clone()), ("known", known)];
            return Err(Error::Usage(setting.words.text("unknown-kind", &facts)));
        }
    }
    if let Some(dir) = &options.out {
        let count = all.len();
        write_to(dir, all, setting)?;
        let facts = [("count", count.to_string()), ("path", dir.display().to_string())];
        print::say(setting, &setting.words.text("schema-done", &facts));
        return Ok(0);
    }
    let one = all.len() == 1;
    let mut schemas: Map<String, Value> = Map::new();
    for (name, shape) in all {
        let schema = json::schema(&name, &shape, setting.words);
        schemas.insert(name, schema);
    }
    let value = if one { schemas.into_iter().next().map_or(Value::Null, |(_, v)| v) } else { Value::Object(schemas) };
    print::result(&format!("{value:#}"));
    Ok(0)
}

/// Writes every schema into a folder, as `<name>.schema.json`.
pub(super) fn write_all(dir: &Path, setting: &Setting) -> Result<(), Error> {
    write_to(dir, shapes(), setting)
}

fn write_to(dir: &Path, shapes: Vec<(String, Shape)>, setting: &Setting) -> Result<(), Error> {
    for (name, shape) in shapes {
        let schema = json::schema(&name, &shape, setting.words);
        replace_file(&dir.join(format!("{name}.schema.json")), format!("{schema:#}\n").as_bytes())?;
    }
    Ok(())
}

/// Name and shape of every kind of file.
fn shapes() -> Vec<(String, Shape)> {
    let mut all = vec![
        ("site".to_owned(), <SiteConfig as FromNode>::shape()),
        ("community".to_owned(), <Community as FromNode>::shape()),
    ];
    all.extend(KINDS.iter().map(|kind| (kind.name.to_owned(), (kind.shape)())));
    all.extend(PROFILE_KINDS.iter().map(|kind| (format!("profile-{}", kind.folder), (kind.shape)())));
    all
}
