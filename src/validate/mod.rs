//! Checks that need more than one record.
//!
//! In: a corpus and the city; for what is private also texts and files. Out: diagnostics. Never changes a record, never
//! names a kind.

mod common;
mod composition;
mod correction;
mod lists;
mod names;
mod offices;
mod privacy;
mod references;
mod regions;
mod review;
mod supervisors;
mod tongues;
mod urls;

use crate::diagnostic::Sink;
use crate::record::Scope;

pub use privacy::{check as check_privacy, check_settings as check_privacy_of_settings, reading_of};

/// Reports everything that is wrong with a community's records.
pub fn validate(scope: &Scope<'_>, sink: &mut Sink) {
    urls::check(scope, sink);
    regions::check(scope, sink);
    composition::check(scope, sink);
    names::check(scope, sink);
    scope.city.check_profiles(&scope.corpus.uses, sink);
    supervisors::check(scope, sink);
    for gone in &scope.corpus.left_out {
        references::check(&gone.uses, scope, sink);
    }
    for record in &scope.corpus.records {
        references::check(&record.uses, scope, sink);
        common::check(record, scope, sink);
        lists::check(record, scope, sink);
        tongues::check(record, sink);
        correction::check(record, scope, sink);
        review::check(record, scope, sink);
        record.check(scope, sink);
    }
}
