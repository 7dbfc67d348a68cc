//! What stands in the log: one line of JSON for each act, never a word of a record.
//!
//! In: an act. Out: its bytes, always the same for the same act; and back. Never holds a title, a name
//! or a sum: a record is there as a commitment to its text, which can be given up without breaking the log.

use serde::{Deserialize, Serialize};

use super::note::Vkey;

/// What was done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Published for the first time.
    Published,
    /// Changed, and the record tells what was corrected.
    Corrected,
    /// Gone on: what was there is still there, and more was added.
    Extended,
    /// Brought up to date under a new date, as standing pages are.
    Updated,
    /// Unchanged by hand: a list of persons left on its day, or what is worked out of other records changed.
    Recomputed,
    /// Taken back, with a reason; its text is given up.
    Withdrawn,
}

impl Action {
    /// The word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Corrected => "corrected",
            Self::Extended => "extended",
            Self::Updated => "updated",
            Self::Recomputed => "recomputed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Why a key is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// In good order.
    Rotated,
    /// The key was lost.
    Lost,
    /// The key may be in other hands.
    Stolen,
}

impl Change {
    /// The word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rotated => "rotated",
            Self::Lost => "lost",
            Self::Stolen => "stolen",
        }
    }
}

/// Which of the two keys of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Signs checkpoints.
    Working,
    /// Lies on paper in an envelope, and names a new working key when the old one is gone.
    Recovery,
}

impl Role {
    /// The word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Recovery => "recovery",
        }
    }
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The first one.
    Begun(Begun),
    /// What was done to a record.
    Record(RecordEntry),
    /// A key gave way to another.
    Key(KeyEntry),
}

/// The first entry: which log this is and who signs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    v: u8,
    action: BegunWord,
    /// When.
    pub day: String,
    /// The name of the log.
    pub origin: String,
    /// The key that signs checkpoints.
    pub working: String,
    /// The key that lies on paper.
    pub recovery: String,
    /// The last checkpoint of the log that this one goes on from, where both keys of that one are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continues: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum BegunWord {
    Begun,
}

/// What was done to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordEntry {
    v: u8,
    /// Address of its page, from the root of the site.
    pub address: String,
    /// Kind of record.
    pub kind: String,
    /// What was done.
    pub action: Action,
    /// When it was sealed.
    pub day: String,
    /// Number of the entry before this one that is about the same record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<usize>,
    /// The last day on which all of this text may be shown: then a list of persons leaves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
    /// SHA-256 of the salt and the SHA-256 of the record's data file; none where it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
}

/// A key gave way to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyEntry {
    v: u8,
    /// Why.
    pub action: Change,
    /// Which of the two keys.
    pub role: Role,
    /// When.
    pub day: String,
    /// The new key.
    pub key: String,
    /// Which key says so.
    pub by: Role,
    /// After how many entries checkpoints of a stolen key are not to be trusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<usize>,
    /// The signature of the key that says so, over [`KeyEntry::statement`].
    pub signature: String,
}

impl Begun {
    /// The first entry of a log.
    pub fn new(day: String, origin: &str, working: &Vkey, recovery: &Vkey, continues: Option<String>) -> Self {
        let (working, recovery) = (working.to_string(), recovery.to_string());
        Self { v: 1, action: BegunWord::Begun, day, origin: origin.to_owned(), working, recovery, continues }
    }
}

impl RecordEntry {
    /// An entry about the record at `address`.
    pub fn new(address: &str, kind: &str, action: Action, day: String) -> Self {
        let (address, kind) = (address.to_owned(), kind.to_owned());
        Self { v: 1, address, kind, action, day, previous: None, ends: None, commitment: None }
    }
}

impl KeyEntry {
    /// An entry that is not signed yet.
    pub fn new(action: Change, role: Role, day: String, key: &Vkey, by: Role, after: Option<usize>) -> Self {
        Self { v: 1, action, role, day, key: key.to_string(), by, after, signature: String::new() }
    }

    /// The text that is signed: log, place, and all that the entry says.
    pub fn statement(&self, origin: &str, index: usize) -> String {
        let after = self.after.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let (action, role, by) = (self.action.word(), self.role.word(), self.by.word());
        format!("gongkai key 1\n{origin}\n{index}\n{action}\n{role}\n{}\n{}\n{by}\n{after}\n", self.day, self.key)
    }
}

impl Entry {
    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = match self {
            Self::Begun(e) => serde_json::to_vec(e),
            Self::Record(e) => serde_json::to_vec(e),
            Self::Key(e) => serde_json::to_vec(e),
        };
        bytes.expect("an entry is plain data")
    }

    /// Reads an entry; `None` where it is not one, or not written as this program writes it.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let entry = serde_json::from_slice(bytes)
            .map(Self::Record)
            .or_else(|_| serde_json::from_slice(bytes).map(Self::Key))
            .or_else(|_| serde_json::from_slice(bytes).map(Self::Begun))
            .ok()?;
        (entry.to_bytes() == bytes).then_some(entry)
    }

    /// When it was sealed.
    pub fn day(&self) -> &str {
        match self {
            Self::Begun(e) => &e.day,
            Self::Record(e) => &e.day,
            Self::Key(e) => &e.day,
        }
    }

    /// What it says of a record, where it says something of one.
    pub fn record(&self) -> Option<&RecordEntry> {
        match self {
            Self::Record(entry) => Some(entry),
            Self::Begun(_) | Self::Key(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_one_line_of_json() {
        let mut entry = RecordEntry::new("finance/2026-09.html", "finance", Action::Corrected, "2026-10-15".into());
        entry.previous = Some(3);
        entry.commitment = Some("ab".into());
        let entry = Entry::Record(entry);
        let want = r#"{"v":1,"address":"finance/2026-09.html","kind":"finance","action":"corrected","day":"2026-10-15","previous":3,"commitment":"ab"}"#;
        assert_eq!(String::from_utf8(entry.to_bytes()).expect("text"), want);
        assert_eq!(Entry::parse(want.as_bytes()), Some(entry));
        assert_eq!(Entry::parse(want.replace(":3,", ": 3,").as_bytes()), None, "only one way to write it");
        assert_eq!(Entry::parse(want.replace("\"v\":1,", "\"v\":1,\"title\":\"x\",").as_bytes()), None);
    }
}
