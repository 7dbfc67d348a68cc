//! What can be found in a community, as the last build kept it.
//!
//! In: records; the path of the file. Out: bytes of the file; the heads of its records, and each record where it is wanted.
//! Never holds the texts: those of a city are read one by one.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::search::{self, Doc, Head, Records};
use crate::write;

/// Bytes of the number before the index, which tells how long that is.
const LENGTH: usize = 8;

/// What stands before the records.
#[derive(Serialize, Deserialize)]
struct Index {
    heads: Vec<Head<String>>,
    /// Where each record ends, counted from the first.
    ends: Vec<u32>,
    /// BLAKE3 of all records.
    sum: [u8; 32],
}

/// Records in a file.
pub(super) struct DocsFile {
    path: PathBuf,
    index: Index,
    /// Where the first record begins in the file.
    from: u64,
}

impl DocsFile {
    /// The file of some records.
    pub(super) fn bytes(docs: &[Doc]) -> Vec<u8> {
        let (mut bodies, mut ends) = (Vec::new(), Vec::new());
        for doc in docs {
            bodies = postcard::to_extend(doc, bodies).expect("a record is plain data");
            ends.push(u32::try_from(bodies.len()).expect("a community has less than 4 GB of text"));
        }
        let heads = docs.iter().map(|doc| Head::of(doc).owned()).collect();
        let index = write::encode(&Index { heads, ends, sum: *blake3::hash(&bodies).as_bytes() });
        let mut bytes = (index.len() as u64).to_le_bytes().to_vec();
        bytes.extend(index);
        bytes.extend(bodies);
        bytes
    }

    /// The file at `path`, where it is whole and holds what was found under this hash.
    pub(super) fn open(path: &Path, found: &[u8; 32]) -> Option<Self> {
        let bytes = fs::read(path).ok()?;
        let (length, rest) = bytes.split_first_chunk::<LENGTH>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (index, bodies) = rest.split_at_checked(length)?;
        let index: Index = write::decode(index)?;
        let whole = search::hash(index.heads.iter().map(|head| head.sum)) == *found
            && index.heads.len() == index.ends.len()
            && *blake3::hash(bodies).as_bytes() == index.sum;
        whole.then(|| Self { path: path.to_owned(), index, from: (LENGTH + length) as u64 })
    }

    fn read(&self, at: usize) -> io::Result<Doc> {
        let from = at.checked_sub(1).map_or(0, |before| self.index.ends[before]);
        let mut bytes = vec![0; (self.index.ends[at] - from) as usize];
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.from + u64::from(from)))?;
        file.read_exact(&mut bytes)?;
        postcard::from_bytes(&bytes).map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))
    }
}

impl Records for DocsFile {
    fn heads(&self) -> Vec<Head<&str>> {
        self.index.heads.iter().map(Head::borrowed).collect()
    }

    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error> {
        self.read(at).map(Cow::Owned).map_err(|e| Error::io("io-read", self.path.display(), e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Part;

    fn doc(title: &str) -> Doc {
        let parts = vec![Part { anchor: "s-1".to_owned(), text: format!("{title}\n示例") }];
        let (url, date) = (format!("pages/{title}.html"), "2026-11-24".to_owned());
        let (kind, wu, state) = ("page".to_owned(), String::new(), "open".to_owned());
        Doc { url, title: title.to_owned(), date, kind, wu, state, parts, sum: [0; 32] }.summed()
    }

    #[test]
    fn every_record_comes_back_and_damage_is_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("c.docs");
        for docs in [vec![], vec![doc("甲")], vec![doc("甲"), doc("乙"), doc("丙")]] {
            let found = search::hash(docs.iter().map(|doc| doc.sum));
            let bytes = DocsFile::bytes(&docs);
            fs::write(&path, &bytes).expect("written");
            let kept = DocsFile::open(&path, &found).expect("whole");
            assert_eq!(kept.heads(), docs.heads());
            for (at, doc) in docs.iter().enumerate() {
                assert_eq!(&*kept.doc(at).expect("read"), doc);
            }
            assert!(DocsFile::open(&path, &[1; 32]).is_none(), "other records");
            for at in 0..bytes.len() {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0x80;
                fs::write(&path, damaged).expect("written");
                assert!(DocsFile::open(&path, &found).is_none(), "byte {at}");
                fs::write(&path, &bytes[..at]).expect("written");
                assert!(DocsFile::open(&path, &found).is_none(), "cut at {at}");
            }
        }
    }
}
