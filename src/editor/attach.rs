//! Files sent with a form.
//!
//! In: uploads. Out: files in the community's `files/`, under names that are addresses too. Never trusts a name, and
//! takes only kinds of file that people open to read.

use super::Desk;
use super::office::Subject;
use crate::error::Error;
use crate::route;
use crate::serve::exchange::Upload;
use crate::write::replace_file;

/// The largest file, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// Endings that are taken, and how such a file begins; any beginning where it is empty.
const KINDS: &[(&str, &[u8])] = &[
    ("pdf", b"%PDF"),
    ("jpg", b"\xff\xd8\xff"),
    ("jpeg", b"\xff\xd8\xff"),
    ("png", b"\x89PNG"),
    ("gif", b"GIF8"),
    ("webp", b"RIFF"),
    ("docx", b"PK"),
    ("xlsx", b"PK"),
    ("ofd", b"PK"),
    ("doc", b"\xd0\xcf\x11\xe0"),
    ("xls", b"\xd0\xcf\x11\xe0"),
    ("csv", b""),
    ("txt", b""),
];

/// A file that was taken in, by its path from the community's folder, and what it was called.
pub struct Taken {
    /// `files/hui-yi-ji-lu.pdf`.
    pub path: String,
    /// 会议记录
    pub label: String,
}

/// Takes a file in.
///
/// # Errors
/// Gives a sentence where the file is not of a kind that is taken; the outer error is that of the disk.
pub fn take(desk: &Desk<'_>, subject: &Subject, upload: &Upload) -> Result<Result<Taken, String>, Error> {
    let name = upload.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let refuse = |id: &str| Ok(Err(desk.words.text(id, &[("name", name)])));
    if upload.bytes.len() > LARGEST {
        return refuse("edit-file-large");
    }
    let (label, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_ascii_lowercase();
    match KINDS.iter().find(|(known, _)| *known == ending) {
        Some((_, head)) if upload.bytes.starts_with(head) => {}
        Some(_) => return refuse("edit-file-other"),
        None => return refuse("edit-file-kind"),
    }
    let folder = crate::build::folder(&subject.community);
    let stem = route::slug(label);
    for n in 1.. {
        let path = if n == 1 { format!("files/{stem}.{ending}") } else { format!("files/{stem}-{n}.{ending}") };
        let full = format!("{folder}/{path}");
        let there = desk.world.is_file(&full);
        if there && desk.world.read(&full)? != upload.bytes {
            continue;
        }
        if !there {
            replace_file(&desk.root.join(&full), &upload.bytes)?;
        }
        return Ok(Ok(Taken { path, label: label.to_owned() }));
    }
    unreachable!("some number is free")
}
