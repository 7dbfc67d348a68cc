//! Files that are made to do harm, or happen to.
//!
//! In: nothing. Out: each with what is run, and what the program is to answer. Never runs anything.

mod files;
mod records;
#[cfg(unix)]
mod system;

use std::fs;
use std::io::Write;

use super::site::SiteTest;
use super::table::packed;

/// One hostile thing: what it is, how it comes into a workspace, what is run, the exit code, and words of the answer.
pub struct Attack {
    pub name: &'static str,
    pub prepare: fn(&SiteTest),
    pub arguments: &'static [&'static str],
    pub code: i32,
    pub says: &'static str,
}

pub const PAGES: &str = "content/communities/shanghe/pages";
pub const FILES: &str = "content/communities/shanghe/files";
pub const CHECK: &[&str] = &["check", "--lang", "zh", "--as-of", "2026-11-23"];
pub const BUILD: &[&str] = &["build", "--lang", "zh", "--as-of", "2026-11-23"];

pub fn page(title: &str) -> String {
    format!("---\n标题: {title}\n栏目: 村情\n示例: 是\n---\n")
}

/// Makes a file that claims to be large and takes no room.
pub fn sparse(site: &SiteTest, path: &str, size: u64) {
    site.write(path, "");
    fs::File::options().write(true).open(site.path(path)).and_then(|f| f.set_len(size)).expect("a hole");
}

pub fn pack(site: &SiteTest, path: &str, members: &[(&str, &[u8])]) {
    site.write(path, packed(members));
}

/// Makes a page that a file of the community is attached to.
pub fn attach(site: &SiteTest, name: &str) {
    site.write(&format!("{PAGES}/a.md"), page(&format!("甲\n附件: [{{文件: files/{name}}}]")));
}

/// Makes a small archive whose member grows to 300 MB. It is written piece by piece: what the tests hold in memory would
/// be counted as the program's.
pub fn grows(site: &SiteTest, path: &str, member: &str) {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    if member.starts_with("xl/") {
        zip.start_file("xl/workbook.xml", options).expect("a part");
        zip.write_all(b"<workbook/>").expect("bytes");
    }
    zip.start_file(member, options).expect("a part");
    (0..300).for_each(|_| zip.write_all(&[b' '; 1 << 20]).expect("bytes"));
    site.write(path, zip.finish().expect("a zip").into_inner());
}

/// All of them.
pub fn all() -> Vec<&'static Attack> {
    let all = records::ATTACKS.iter().chain(files::ATTACKS);
    #[cfg(target_os = "linux")]
    let all = all.chain(system::ATTACKS);
    all.collect()
}

#[cfg(unix)]
pub use system::pipe;
