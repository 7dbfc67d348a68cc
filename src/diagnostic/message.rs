//! One diagnostic.
//!
//! In: a code, a place, the facts of the case. Out: a value for the sink.
//! Never holds sentences: the words stand in the Fluent files under the code.

use super::{Basis, Code, Severity, Span};
use crate::privacy::{self, Reading};
use crate::value::Date;

/// A mistake or a shortfall, with its place and the facts that its sentence needs.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Which rule.
    pub code: &'static Code,
    /// Where.
    pub span: Span,
    /// Named facts put into the sentence.
    pub args: Vec<(&'static str, String)>,
    /// Further places that belong to the case, such as the other record.
    pub related: Vec<Span>,
    /// The legal ground, where there is one.
    pub basis: Option<Basis>,
}

impl Diagnostic {
    /// A diagnostic of `code` at `span`.
    pub fn new(code: &'static Code, span: Span) -> Self {
        Self { code, span, args: Vec::new(), related: Vec::new(), basis: None }
    }

    /// Adds a fact for the sentence.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span) -> Self {
        self.related.push(span);
        self
    }

    /// Adds the legal ground.
    #[must_use]
    pub fn basis(mut self, basis: Option<Basis>) -> Self {
        self.basis = basis;
        self
    }

    /// Blots out private numbers among its facts: a message on another mistake must not show them either.
    pub fn hide_private(&mut self, today: Date) {
        for (name, value) in &mut self.args {
            // What is masked already, and what others say of it, stays.
            if value.len() >= 11 && !matches!(*name, "text" if value.contains('*')) {
                let found = privacy::scan(value, &Reading::cell(today, ""));
                if !found.is_empty() {
                    *value = privacy::mask(value, &found, "*");
                }
            }
        }
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity
    }
}
