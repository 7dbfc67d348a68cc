//! Writes communities as a workspace of gongkai.
//!
//! In: how many communities, how many records each. Out: `content/` on disk, one community after
//! another. Never holds the city: the memory of this program counts in that of its children.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::invent::{self, Community, Record};
use crate::node::{Fields, block, plain};

/// Writes the workspace at `root`; gives the number of records.
pub fn write(root: &Path, communities: usize, records: usize) -> io::Result<usize> {
    settings(root)?;
    let mut count = 0;
    for at in 0..communities {
        let community = invent::community(at, communities, records);
        head(root, &community)?;
        count += self::records(root, &community)?;
    }
    Ok(count)
}

/// Writes `content/site.yaml`.
pub fn settings(root: &Path) -> io::Result<()> {
    let site: Fields = vec![
        ("名称", "示例市村（居）务公开".into()),
        ("发布者", "示例编辑部".into()),
        ("基址", "https://example.org/".into()),
        ("页脚", vec![("主办单位", "示例市民政局".into()), ("监督电话", "027-0000000".into())].into()),
        ("示例", plain("是")),
    ];
    fs::create_dir_all(root.join("content"))?;
    fs::write(root.join("content/site.yaml"), block(&site))
}

/// Writes the `community.yaml` of a community.
pub fn head(root: &Path, community: &Community) -> io::Result<()> {
    fs::create_dir_all(folder(root, community))?;
    fs::write(folder(root, community).join("community.yaml"), block(&community.fields))
}

/// Writes the records of a community; gives their number.
pub fn records(root: &Path, community: &Community) -> io::Result<usize> {
    for record in &community.records {
        let place = folder(root, community).join(record.folder);
        fs::create_dir_all(&place)?;
        fs::write(place.join(file_name(record)), text(record))?;
    }
    Ok(community.records.len())
}

fn folder(root: &Path, community: &Community) -> PathBuf {
    root.join("content/communities").join(&community.id)
}

fn file_name(record: &Record) -> String {
    format!("{}.{}", record.stem, if record.has_prose { "md" } else { "yaml" })
}

fn text(record: &Record) -> String {
    let fields = block(&record.fields);
    if record.has_prose { format!("---\n{fields}---\n{}", record.prose) } else { fields }
}
