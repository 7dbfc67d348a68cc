//! `gongkai init`: a workspace that checks and builds from the first minute.
//!
//! In: a folder and a name. Out: settings, one community, one page, schemas and editor settings.
//! Never overwrites a file.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::args::Init;
use super::setting::Setting;
use super::{print, schema};
use crate::error::Error;
use crate::load::extension;
use crate::profile::PROFILE_KINDS;
use crate::record::KINDS;
use crate::record::kind::Format;
use crate::route;
use crate::write::replace_file;

/// Files of a new workspace; `{name}` and `{id}` stand for the community's name and folder.
const STARTER: &[(&str, &str)] = &[
    ("content/site.yaml", include_str!("starter/site.yaml")),
    ("content/communities/{id}/community.yaml", include_str!("starter/community.yaml")),
    ("content/communities/{id}/pages/gai-kuang.md", include_str!("starter/page.md")),
    (".gitignore", include_str!("starter/gitignore")),
];

/// Folder of the schemas within the workspace.
const SCHEMAS: &str = ".gongkai/schemas";

pub(super) fn run(options: &Init, setting: &Setting) -> Result<u8, Error> {
    let dir = options.dir.clone().unwrap_or_else(|| ".".into());
    if dir.join("content/site.yaml").exists() {
        let facts = [("path", dir.display().to_string())];
        return Err(Error::Usage(setting.words.text("init-exists", &facts)));
    }
    let name = options.name.clone().unwrap_or_else(|| setting.words.word("init-name"));
    let id = folder(&name);
    for (path, text) in STARTER {
        let path = dir.join(path.replace("{id}", &id));
        if !path.exists() {
            let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
            let text = text.replace("{name}", &quoted).replace("{id}", &id);
            replace_file(&path, text.as_bytes())?;
        }
    }
    schema::write_all(&dir.join(SCHEMAS), setting)?;
    editor_settings(&dir)?;
    let facts = [("path", dir.display().to_string())];
    print::say(setting, &setting.words.text("init-done", &facts));
    Ok(0)
}

/// A folder name for the community: small letters, digits and hyphens, and none that the portal uses.
fn folder(name: &str) -> String {
    let plain = route::slug(name).replace(['_', '.'], "-");
    let plain = plain.trim_matches('-');
    if plain.is_empty() || route::RESERVED.contains(&plain) { format!("cun-{plain}") } else { plain.to_owned() }
}

/// Tells VS Code which schema belongs to which file.
fn editor_settings(dir: &Path) -> Result<(), Error> {
    let path = dir.join(".vscode/settings.json");
    if path.exists() {
        return Ok(());
    }
    let mut schemas: Map<String, Value> = Map::new();
    let mut add = |name: &str, glob: String| schemas.insert(format!("./{SCHEMAS}/{name}.schema.json"), json!([glob]));
    add("site", "content/site.yaml".into());
    add("community", "content/communities/*/community.yaml".into());
    for kind in KINDS.iter().filter(|k| k.format == Format::Data) {
        add(kind.name, format!("content/communities/*/{}/*.{}", kind.folder, extension(kind.format)));
    }
    for kind in PROFILE_KINDS {
        add(&format!("profile-{}", kind.folder), format!("content/profiles/{}/*.yaml", kind.folder));
    }
    let settings = json!({
        "yaml.schemas": schemas,
        "yaml.completion": true,
        "yaml.hover": true,
        "yaml.validate": true,
        // All schemas are here: nothing is fetched, and nothing is told to anybody.
        "yaml.schemaStore.enable": false,
        "redhat.telemetry.enabled": false,
        // A formatter would write amounts and quotation marks otherwise than they were written.
        "yaml.format.enable": false,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": true,
        "[yaml]": { "editor.tabSize": 2 },
    });
    replace_file(&path, format!("{settings:#}\n").as_bytes())?;
    let wanted = json!({ "recommendations": ["redhat.vscode-yaml"] });
    let path = dir.join(".vscode/extensions.json");
    if path.exists() { Ok(()) } else { replace_file(&path, format!("{wanted:#}\n").as_bytes()) }
}
