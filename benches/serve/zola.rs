//! Writes the same decisions and other records as a small site of Zola, and finds the program.
//!
//! In: how many communities, how many records each. Out: content, templates and settings on disk; the command.
//! Never fetches Zola: no registry of packages has it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::invent;

const SETTINGS: &str = "base_url = \"http://127.0.0.1:8793\"\ntitle = \"示例市村（居）务公开\"\ncompile_sass = false\n";
const PAGE: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{{ page.title }}</title></head>\
<body><h1>{{ page.title }}</h1>{{ page.content | safe }}</body></html>\n";
const SECTION: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{{ section.title }}</title>\
</head><body><h1>{{ section.title }}</h1><ul>{% for p in section.pages %}<li><a href=\"{{ p.permalink }}\">{{ p.title }}</a>\
</li>{% endfor %}</ul></body></html>\n";

/// The program that `$ZOLA` names, or the one on the path.
pub fn find() -> Option<PathBuf> {
    std::env::var_os("ZOLA").map(PathBuf::from).or_else(on_path)
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join("zola")).find(|program| program.is_file())
}

/// Writes the site at `root`: its pages are simpler than ours, which is to its advantage.
pub fn write(root: &Path, communities: usize, records: usize) -> io::Result<()> {
    let put = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        fs::write(path, text)
    };
    put(&root.join("config.toml"), SETTINGS)?;
    for (name, text) in [("index.html", SECTION), ("section.html", SECTION), ("page.html", PAGE)] {
        put(&root.join("templates").join(name), text)?;
    }
    put(&root.join("content/_index.md"), "+++\ntitle = \"示例市\"\n+++\n")?;
    for at in 0..communities {
        let community = invent::community(at, communities, records);
        let folder = root.join("content").join(&community.id);
        put(&folder.join("_index.md"), &format!("+++\ntitle = \"{}\"\n+++\n", community.name))?;
        for record in &community.records {
            let section = folder.join(record.folder);
            if !section.join("_index.md").exists() {
                put(
                    &section.join("_index.md"),
                    &format!("+++\ntitle = \"{}\"\nsort_by = \"date\"\n+++\n", record.kind),
                )?;
            }
            let text = format!("+++\ntitle = \"{}\"\ndate = {}\n+++\n{}", record.title, record.date, record.prose);
            put(&section.join(format!("{}.md", record.stem)), &text)?;
        }
    }
    Ok(())
}
