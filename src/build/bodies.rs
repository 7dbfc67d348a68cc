//! A file of the cache that holds many bodies under one index.
//!
//! In: an index, bodies; the path of the file. Out: its bytes; the index, and each body where it is wanted. Never holds the
//! bodies: those of a city are read one by one.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::write;

/// Bytes of the number before the index, which tells how long that is.
const LENGTH: usize = 8;

/// Bodies in a file.
pub(super) struct Bodies<I> {
    /// What stands before them.
    pub index: I,
    path: PathBuf,
    /// Where each ends, counted from the first.
    ends: Vec<u32>,
    /// Where the first begins in the file.
    from: u64,
}

/// The file of an index and bodies.
pub(super) fn bytes(index: &impl Serialize, all: impl Iterator<Item = impl AsRef<[u8]>>) -> Vec<u8> {
    let (mut bodies, mut ends): (Vec<u8>, Vec<u32>) = Default::default();
    for body in all {
        bodies.extend_from_slice(body.as_ref());
        ends.push(u32::try_from(bodies.len()).expect("a file of the cache has less than 4 GB"));
    }
    let head = write::encode(&(index, &ends, blake3::hash(&bodies).as_bytes()));
    let mut bytes = (head.len() as u64).to_le_bytes().to_vec();
    bytes.extend(head);
    bytes.extend(bodies);
    bytes
}

impl<I: DeserializeOwned> Bodies<I> {
    /// The file at `path`; none where it is not whole.
    pub fn open(path: PathBuf) -> Option<Self> {
        let bytes = fs::read(&path).ok()?;
        let (length, rest) = bytes.split_first_chunk::<LENGTH>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (head, bodies) = rest.split_at_checked(length)?;
        let (index, ends, sum) = write::decode::<(I, Vec<u32>, [u8; 32])>(head)?;
        let whole = *blake3::hash(bodies).as_bytes() == sum;
        whole.then(|| Self { index, path, ends, from: (LENGTH + length) as u64 })
    }
}

impl<I> Bodies<I> {
    /// The index, and the bodies without it.
    pub fn apart(self) -> (I, Bodies<()>) {
        let Self { index, path, ends, from } = self;
        (index, Bodies { index: (), path, ends, from })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// One of them, in the form that `form` makes of its bytes.
    ///
    /// # Errors
    /// Where it cannot be read, or has another form.
    pub fn body<T>(&self, at: usize, form: impl FnOnce(Vec<u8>) -> Option<T>) -> Result<T, Error> {
        let read = || -> io::Result<T> {
            let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            let mut bytes = vec![0; (self.ends[at] - from) as usize];
            let mut file = File::open(&self.path)?;
            file.seek(SeekFrom::Start(self.from + u64::from(from)))?;
            file.read_exact(&mut bytes)?;
            form(bytes).ok_or_else(|| io::ErrorKind::InvalidData.into())
        };
        read().map_err(|e| Error::io("io-read", self.path.display(), e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_body_comes_back_and_damage_is_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("c.bodies");
        for all in [&[][..], &["甲"], &["甲", "", "乙", "丙丁"]] {
            let file = bytes(&"index", all.iter());
            fs::write(&path, &file).expect("written");
            let kept = Bodies::<String>::open(path.clone()).expect("whole");
            assert_eq!((kept.index.as_str(), kept.len()), ("index", all.len()));
            for (at, body) in all.iter().enumerate() {
                assert_eq!(kept.body(at, |bytes| String::from_utf8(bytes).ok()).expect("read"), *body);
            }
            for at in 0..file.len() {
                let mut damaged = file.clone();
                damaged[at] ^= 0x80;
                fs::write(&path, damaged).expect("written");
                assert!(Bodies::<String>::open(path.clone()).is_none(), "byte {at}");
                fs::write(&path, &file[..at]).expect("written");
                assert!(Bodies::<String>::open(path.clone()).is_none(), "cut at {at}");
            }
        }
    }
}
