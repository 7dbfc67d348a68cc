//! What a workspace keeps of one community's ledger.
//!
//! In: the files below `ledger/<community>/`, which stand beside `content/` because they belong to the records,
//! are kept for as long as those, and are written by the program alone. Out: the log and its sealed texts, and the logs
//! that it goes on from where both keys of those were lost. Never holds a secret key.

use super::log::{self, Broken, Log};
use super::national::{self, National};
use super::note::Vkey;
use super::restart;
use super::text::{self, Texts};
use crate::diagnostic::{Diagnostic, Sink, Sources, Span, code};
use crate::world::{Files, World};

/// The folder within a community's ledger whose files every site publishes as they are.
pub const PUBLIC: &str = "public";

/// The folder of a community's ledger, from the workspace root.
pub fn folder(id: &str) -> String {
    format!("ledger/{id}")
}

/// The files of a community's ledger. What the system refuses to read is told as a ledger that lacks something.
pub fn files(world: &dyn World, id: &str) -> Files {
    let folder = folder(id);
    Files::read(world, &folder)
        .unwrap_or_else(|_| Files::of(&folder, [(format!("{PUBLIC}/{}", log::KEYS), Vec::new())]))
}

/// A community's log and its sealed texts.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The log.
    pub log: Log,
    /// The texts behind its entries.
    pub texts: Texts,
    /// The logs before it, the oldest first: both keys of each of them were lost.
    pub before: Vec<Ledger>,
    /// The confirmation of an office that this log goes on from the one before it, as a signed note.
    pub confirmed: Option<String>,
    /// The second signature over the last checkpoint, where there is one.
    pub national: Option<National>,
}

impl Ledger {
    /// Reads the ledger from the files of its folder; `None` where the community has none.
    ///
    /// # Errors
    /// Where its files do not fit together, or a text is not the one that was sealed.
    pub fn read(files: &Files) -> Result<Option<Self>, Broken> {
        let Some(mut ledger) = Self::one(files, "")? else {
            return Ok(None);
        };
        for number in 1.. {
            let folder = restart::folder(number);
            let read = Self::one(files, &format!("{folder}/"));
            let Some(old) = read.map_err(|b| Broken { path: format!("{folder}/{}", b.path), ..b })? else { break };
            ledger.before.push(old);
        }
        ledger.check_latest()?;
        ledger.check_chain()?;
        Ok(Some(ledger))
    }

    /// The ledger below `prefix`, without those before it.
    fn one(files: &Files, prefix: &str) -> Result<Option<Self>, Broken> {
        let public = |path: &str| files.get(&format!("{prefix}{PUBLIC}/{path}")).map(<[u8]>::to_vec);
        let Some(log) = Log::read(&public)? else {
            return Ok(None);
        };
        let folder = format!("{prefix}{}/", text::FOLDER);
        let kept = files.iter().filter(|(path, _)| path.starts_with(&folder));
        let mut texts = Texts::read(kept).map_err(|path| Broken { path, what: "unreadable" })?;
        texts.cut(log.size());
        let confirmed = match public(restart::CONFIRMED) {
            None => None,
            Some(bytes) => {
                let text = String::from_utf8(bytes).unwrap_or_default();
                if restart::confirmed(log.begun()?, &text).is_none() {
                    return Err(Broken { path: restart::CONFIRMED.to_owned(), what: "signature" });
                }
                Some(text)
            }
        };
        let national = public(national::SIGNATURE).zip(public(national::KEY)).zip(log.notes.last().cloned());
        let national = national.map(|((signature, key), note)| National { note, signature, key });
        let ledger = Self { log, texts, before: Vec::new(), confirmed, national };
        ledger.check_texts()?;
        Ok(Some(ledger))
    }

    /// Every log but the oldest must name the one before it, as it ended.
    fn check_chain(&self) -> Result<(), Broken> {
        let all: Vec<&Log> = self.before.iter().map(|old| &old.log).chain([&self.log]).collect();
        for (at, log) in all.iter().enumerate() {
            let old = at.checked_sub(1).and_then(|before| all[before].checkpoint());
            let named = &log.begun()?.continues;
            if *named != old.as_ref().map(restart::name) {
                let what = if old.is_none() { "missing" } else { "order" };
                return Err(Broken { path: format!("{}/{PUBLIC}", restart::folder(at.max(1))), what });
            }
        }
        Ok(())
    }

    /// The key of the office that confirmed that this log goes on from the one before it.
    pub fn office(&self) -> Option<Vkey> {
        restart::confirmed(self.log.begun().ok()?, self.confirmed.as_deref()?)
    }

    /// Gives up every text about a record, in this log and in those before it.
    pub fn forget(&mut self, address: &str) {
        for ledger in &mut self.before {
            ledger.forget(address);
        }
        for index in self.about(address) {
            self.texts.forget(index);
        }
    }

    /// Every text that is kept must be the one its entry committed to.
    fn check_texts(&self) -> Result<(), Broken> {
        for (index, entry) in self.log.entries.iter().enumerate() {
            let Some(kept) = self.texts.get(index) else { continue };
            let wanted = entry.record().and_then(|r| r.commitment.clone());
            if wanted.is_none() || kept.commitment() != wanted {
                return Err(Broken { path: text_file(index), what: "root" });
            }
        }
        Ok(())
    }

    /// The last text of each record that was not withdrawn must be kept. A log that came to an end may lack some: what was
    /// taken back later is erased from it too.
    fn check_latest(&self) -> Result<(), Broken> {
        for (index, entry) in self.log.latest().into_values() {
            if entry.commitment.is_some() && self.texts.get(index).is_none() {
                return Err(Broken { path: text_file(index), what: "missing" });
            }
        }
        Ok(())
    }

    /// The numbers of all entries about one record, oldest first.
    pub fn about(&self, address: &str) -> Vec<usize> {
        let about =
            |(at, e): (usize, &super::entry::Entry)| e.record().is_some_and(|r| r.address == address).then_some(at);
        self.log.entries.iter().enumerate().filter_map(about).collect()
    }
}

/// The file that holds the text of an entry.
fn text_file(index: usize) -> String {
    format!("{}/{:05}.jsonl", text::FOLDER, index / super::tile::WIDTH)
}

/// Reads a ledger and reports where its files do not fit together.
///
/// # Errors
/// Where they do not.
pub fn read(files: &Files, sources: &mut Sources, sink: &mut Sink) -> Result<Option<Ledger>, Broken> {
    Ledger::read(files).inspect_err(|broken| {
        let elsewhere = broken.path.starts_with(text::FOLDER) || broken.path.starts_with("before/");
        let inside = if elsewhere { String::new() } else { format!("{PUBLIC}/") };
        let file = sources.add(format!("{}/{inside}{}", files.folder, broken.path), "");
        sink.push(Diagnostic::new(&code::LEDGER_BROKEN, Span::top(file)).arg("what", broken.what));
    })
}
