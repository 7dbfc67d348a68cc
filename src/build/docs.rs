//! What can be found in a community, as the last build kept it.
//!
//! In: records; the path of the file. Out: bytes of the file; the heads of its records, and each record where it is wanted.
//! Never holds the texts.

use std::borrow::Cow;
use std::path::PathBuf;

use super::bodies::{self, Bodies};
use crate::error::Error;
use crate::search::{self, Doc, Head, Records};

/// Records in a file.
pub(super) struct DocsFile(Bodies<Vec<Head<String>>>);

impl DocsFile {
    /// The file of some records.
    pub fn bytes(docs: &[Doc]) -> Vec<u8> {
        let heads: Vec<Head<String>> = docs.iter().map(|doc| Head::of(doc).owned()).collect();
        let plain = |doc| postcard::to_stdvec(doc).expect("a record is plain data");
        bodies::bytes(&heads, docs.iter().map(plain))
    }

    /// The file at `path`, where it is whole and holds what was found under this hash.
    pub fn open(path: PathBuf, found: &[u8; 32]) -> Option<Self> {
        let file = Bodies::<Vec<Head<String>>>::open(path)?;
        let same = search::hash(file.index.iter().map(|head| head.sum)) == *found;
        (same && file.index.len() == file.len()).then_some(Self(file))
    }
}

impl Records for DocsFile {
    fn heads(&self) -> Vec<Head<&str>> {
        self.0.index.iter().map(Head::borrowed).collect()
    }

    fn doc(&self, at: usize) -> Result<Cow<'_, Doc>, Error> {
        self.0.body(at, |bytes| postcard::from_bytes(&bytes).ok()).map(Cow::Owned)
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
    fn every_record_comes_back_and_others_are_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("c.docs");
        for docs in [vec![], vec![doc("甲")], vec![doc("甲"), doc("乙"), doc("丙")]] {
            let found = search::hash(docs.iter().map(|doc| doc.sum));
            std::fs::write(&path, DocsFile::bytes(&docs)).expect("written");
            let kept = DocsFile::open(path.clone(), &found).expect("whole");
            assert_eq!(kept.heads(), docs.heads());
            for (at, doc) in docs.iter().enumerate() {
                assert_eq!(&*kept.doc(at).expect("read"), doc);
            }
            assert!(DocsFile::open(path.clone(), &[1; 32]).is_none(), "other records");
        }
    }
}
