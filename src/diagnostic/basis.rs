//! The legal ground of a rule.
//!
//! In: law, version and article from the rule profiles. Out: the words shown beside a finding.
//! Never decides anything.

use serde::{Deserialize, Serialize};

/// The law, its version and the article that a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Name of the law or regulation, in Chinese.
    pub law: String,
    /// Version, such as `2025修正`; empty where there is only one.
    pub version: String,
    /// Article, such as `第三十五条`; may be empty.
    pub article: String,
    /// Where the site shows the rule, from its root; empty where it does not.
    pub url: String,
}

impl std::fmt::Display for Basis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Titles within a title stand in single marks.
        write!(f, "《{}》", self.law.replace('《', "〈").replace('》', "〉"))?;
        if !self.version.is_empty() {
            write!(f, "（{}）", self.version)?;
        }
        f.write_str(&self.article)
    }
}
