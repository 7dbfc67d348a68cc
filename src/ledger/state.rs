//! What a workspace keeps of one community's ledger.
//!
//! In: the files below `ledger/<community>/`, which stand beside `content/` because they belong to the records,
//! are kept for as long as those, and are written by the program alone. Out: the log and its sealed texts.
//! Never holds a secret key.

use super::log::{self, Broken, Log};
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
}

impl Ledger {
    /// Reads the ledger from the files of its folder; `None` where the community has none.
    ///
    /// # Errors
    /// Where its files do not fit together, or a text is not the one that was sealed.
    pub fn read(files: &Files) -> Result<Option<Self>, Broken> {
        let public = |path: &str| files.get(&format!("{PUBLIC}/{path}")).map(<[u8]>::to_vec);
        let Some(log) = Log::read(&public)? else {
            return Ok(None);
        };
        let prefix = format!("{}/", text::FOLDER);
        let kept = files.iter().filter(|(path, _)| path.starts_with(&prefix));
        let mut texts = Texts::read(kept).map_err(|path| Broken { path, what: "unreadable" })?;
        texts.cut(log.size());
        let ledger = Self { log, texts };
        ledger.check_texts()?;
        Ok(Some(ledger))
    }

    /// Every text that is kept must be the one its entry committed to, and the last text of each record that
    /// was not withdrawn must be kept.
    fn check_texts(&self) -> Result<(), Broken> {
        let file = |index: usize| format!("{}/{:05}.jsonl", text::FOLDER, index / super::tile::WIDTH);
        for (index, entry) in self.log.entries.iter().enumerate() {
            let Some(kept) = self.texts.get(index) else { continue };
            let wanted = entry.record().and_then(|r| r.commitment.clone());
            if wanted.is_none() || kept.commitment() != wanted {
                return Err(Broken { path: file(index), what: "root" });
            }
        }
        for (index, entry) in self.log.latest().into_values() {
            if entry.commitment.is_some() && self.texts.get(index).is_none() {
                return Err(Broken { path: file(index), what: "missing" });
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

/// Reads a ledger and reports where its files do not fit together.
///
/// # Errors
/// Where they do not.
pub fn read(files: &Files, sources: &mut Sources, sink: &mut Sink) -> Result<Option<Ledger>, Broken> {
    Ledger::read(files).inspect_err(|broken| {
        let inside = if broken.path.starts_with(text::FOLDER) { String::new() } else { format!("{PUBLIC}/") };
        let file = sources.add(format!("{}/{inside}{}", files.folder, broken.path), "");
        sink.push(Diagnostic::new(&code::LEDGER_BROKEN, Span::top(file)).arg("what", broken.what));
    })
}
