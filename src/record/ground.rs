//! A legal ground as pages show it.
//!
//! In: a basis. Out: its words and where the site shows the rule. Never judges whether it applies.

use serde::Serialize;

use crate::diagnostic::Basis;

/// The words of a legal ground, and the address of the rule from the site's root; empty where it has none.
#[derive(Debug, Clone, Serialize)]
pub struct Ground {
    /// Law, version, article.
    pub text: String,
    /// Where the site shows it.
    pub url: String,
}

impl From<&Basis> for Ground {
    fn from(basis: &Basis) -> Self {
        Self { text: basis.to_string(), url: basis.url.clone() }
    }
}
