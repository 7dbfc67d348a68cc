//! What can be found in a community, as the last build kept it.
//!
//! In: records; the path of the file. Out: bytes of the file; the heads of its records, and each record where it is wanted.
//! Never holds the texts.

use std::borrow::Cow;
use std::path::PathBuf;

use super::bodies::{self, Bodies};
use crate::error::Error;
use crate::search::{Doc, Docs, Head, Records, Roll};

/// What is at hand of records in a file.
type Index = (Roll, Vec<Head<String>>);

/// Records in a file.
pub(super) struct DocsFile(Bodies<Index>);

impl DocsFile {
    /// The file of some records.
    pub fn bytes(docs: &Docs) -> Vec<u8> {
        let heads: Vec<Head<String>> = docs.list().iter().map(|doc| Head::of(doc).owned()).collect();
        let plain = |doc| postcard::to_stdvec(doc).expect("a record is plain data");
        bodies::bytes(&(docs.roll(), heads), docs.list().iter().map(plain))
    }

    /// The file at `path`, where it is whole and holds what was found under this hash.
    pub fn open(path: PathBuf, found: &[u8; 32]) -> Option<Self> {
        let file = Bodies::<Index>::open(path)?;
        let (roll, heads) = &file.index;
        let counts = [roll.places.len(), roll.days.len(), roll.sums.len(), heads.len()];
        let whole = counts.iter().all(|count| *count == file.len());
        (whole && roll.found() == *found).then_some(Self(file))
    }
}

impl Records for DocsFile {
    fn roll(&self) -> &Roll {
        &self.0.index.0
    }

    fn head(&self, at: usize) -> Head<&str> {
        self.0.index.1[at].borrowed()
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
            let docs = Docs::of(docs);
            std::fs::write(&path, DocsFile::bytes(&docs)).expect("written");
            let kept = DocsFile::open(path.clone(), &docs.roll().found()).expect("whole");
            assert_eq!(kept.roll(), docs.roll());
            for (at, doc) in docs.list().iter().enumerate() {
                assert_eq!(kept.head(at), docs.head(at));
                assert_eq!(&*kept.doc(at).expect("read"), doc);
            }
            assert!(DocsFile::open(path.clone(), &[1; 32]).is_none(), "other records");
        }
    }
}
