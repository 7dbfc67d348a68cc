//! Which files a pack may bring.
//!
//! In: a path. Out: yes or no. Never lets a path through that means something else on another system, leaves the
//! community's folder, or is not read as a record, a table or an attachment.

use crate::record::KINDS;
use crate::text::{is_file_name, is_program};

/// The deepest path, in folders.
const DEEPEST: usize = 6;

/// The longest path, in bytes.
const LONGEST: usize = 480;

/// Whether a path from the community's folder is that of `community.yaml`, or of a file in a folder that records use.
pub fn is_sound(path: &str) -> bool {
    if path == "community.yaml" {
        return true;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let (Some(name), [folder, _, ..]) = (parts.last(), parts.as_slice()) else {
        return false;
    };
    let known = *folder == "files" || KINDS.iter().any(|kind| kind.folder == *folder);
    known
        && parts.len() <= DEEPEST
        && path.len() <= LONGEST
        && parts.iter().all(|part| is_file_name(part))
        && name.contains('.')
        && !is_program(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_belong_to_a_community() {
        for path in [
            "community.yaml",
            "decisions/lu-deng.md",
            "finance/2026-09.yaml",
            "finance/明细/九月.csv",
            "files/会议记录.pdf",
            "files/2026/照片 1.jpg",
        ] {
            assert!(is_sound(path), "{path}");
        }
        for path in [
            "",
            "/",
            "decisions",
            "decisions/",
            "/etc/passwd",
            "../site.yaml",
            "decisions/../../../site.yaml",
            "decisions/./a.md",
            "decisions//a.md",
            "decisions\\a.md",
            "C:/a.md",
            "files/C:a.pdf",
            "files/a.pdf:stream",
            "files/a\0.pdf",
            "files/a\nb.pdf",
            "files/.git/config.txt",
            "files/~$a.docx",
            "files/con.txt",
            "files/COM1.pdf",
            "files/a.pdf ",
            "files/a.",
            "files/ohne-endung",
            "files/setup.EXE",
            "files/seite.html",
            "files/bild.svg",
            "files/a\u{202e}fdp.exe",
            "files/a/b/c/d/e/f.pdf",
            "site.yaml",
            "profiles/rules/a.yaml",
            "geheim/a.md",
            "gongkai-pack.json",
            ".gongkai/keys/a",
        ] {
            assert!(!is_sound(path), "{path:?}");
        }
        assert!(!is_sound(&format!("files/{}.pdf", "长".repeat(200))));
    }
}
