//! Writes communities as a workspace of gongkai.
//!
//! In: how many communities, how many records each. Out: `content/` on disk, one community after
//! another. Never holds the city: the memory of this program counts in that of its children.

use std::fs;
use std::io;
use std::path::Path;

use crate::invent::{self, Record};
use crate::node::{Fields, block, plain};

/// Writes the workspace at `root`; gives the number of records.
pub fn write(root: &Path, communities: usize, records: usize) -> io::Result<usize> {
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    let site: Fields = vec![
        ("名称", "示例市村（居）务公开".into()),
        ("发布者", "示例编辑部".into()),
        ("基址", "https://example.org/".into()),
        ("页脚", vec![("主办单位", "示例市民政局".into()), ("监督电话", "027-0000000".into())].into()),
        ("示例", plain("是")),
    ];
    fs::write(content.join("site.yaml"), block(&site))?;
    let mut count = 0;
    for at in 0..communities {
        let community = invent::community(at, communities, records);
        let folder = content.join("communities").join(&community.id);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("community.yaml"), block(&community.fields))?;
        for record in &community.records {
            let place = folder.join(record.folder);
            fs::create_dir_all(&place)?;
            fs::write(place.join(file_name(record)), text(record))?;
        }
        count += community.records.len();
    }
    Ok(count)
}

fn file_name(record: &Record) -> String {
    format!("{}.{}", record.stem, if record.has_prose { "md" } else { "yaml" })
}

fn text(record: &Record) -> String {
    let fields = block(&record.fields);
    if record.has_prose { format!("---\n{fields}---\n{}", record.prose) } else { fields }
}
