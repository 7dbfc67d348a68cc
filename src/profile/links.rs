//! Profiles against each other, once all are read.
//!
//! In: all profiles, the figures that communities have, the folders of records. Out: an error at the line of
//! every name that leads nowhere. Never looks at records.

use super::Profiles;
use super::formula::{Formula, Name, Space};
use super::indicator::{Derivation, IndicatorProfile};
use super::register::{RegisterProfile, Setting, Test, check_condition, check_formula};
use super::rollup;
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::schema::{nearest, unknown_name};
use crate::value::{ProfileRef, Target};

/// What profiles may name outside themselves.
pub struct Known<'k> {
    /// Keys of the figures of a community.
    pub figures: &'k [&'k str],
    /// Folders of records.
    pub folders: &'k [&'k str],
    /// Columns of income and expense, which imports can fill.
    pub lines: &'k [&'k str],
}

impl Profiles {
    /// Reports every name in a profile that leads nowhere.
    pub fn check_links(&self, known: &Known<'_>, sink: &mut Sink) {
        for register in self.registers.iter() {
            let tests = register.checks.iter().flat_map(|check| check.tests());
            for test in tests {
                if let Test::Each(formula) | Test::Whole(formula, _) = test {
                    figures(formula, known, sink);
                }
            }
        }
        for import in self.imports.iter() {
            import.check_links(self, known.lines, sink);
        }
        for rubric in self.rubrics.iter() {
            let items = rubric.dimensions.iter().flat_map(|d| &d.items);
            for name in items.filter_map(|i| i.indicator.as_ref()) {
                self.indicator_of_item(name, sink);
            }
        }
        for indicator in self.indicators.iter() {
            if let Some(derived) = &indicator.derived {
                self.derivation(derived, known, sink);
            }
            if let Some(rollup) = &indicator.rollup {
                rollup::check_links(rollup, self, sink);
            }
        }
    }

    fn indicator_of_item(&self, name: &At<ProfileRef<IndicatorProfile>>, sink: &mut Sink) {
        if self.indicators.find(&name.name).is_none() {
            let near = nearest(&name.name, self.indicators.names()).unwrap_or_default();
            let unknown = Diagnostic::new(&code::UNKNOWN_PROFILE, name.span).arg("name", &name.name);
            sink.push(unknown.arg("folder", IndicatorProfile::FOLDER).arg("near", near));
        }
    }

    fn derivation(&self, derived: &At<Derivation>, known: &Known<'_>, sink: &mut Sink) {
        figures(&derived.formula, known, sink);
        if let Some(name) = &derived.register {
            match self.registers.find(&name.name) {
                Some(register) => {
                    check_formula(register, &derived.formula, Setting::Table, sink);
                    check_condition(register, &derived.when, sink);
                }
                None => {
                    let near = nearest(&name.name, self.registers.names()).unwrap_or_default();
                    let unknown = Diagnostic::new(&code::UNKNOWN_PROFILE, name.span).arg("name", &name.name);
                    sink.push(unknown.arg("folder", RegisterProfile::FOLDER).arg("near", near));
                }
            }
        }
        if let Some(folder) = &derived.records {
            if !known.folders.contains(&folder.as_str()) {
                sink.push(unknown_name(&code::UNKNOWN_PART, folder, folder.span, known.folders));
            }
            for name in derived.formula.names() {
                if let Name::Column(name) | Name::Outside(Space::Stated, name) = name {
                    sink.push(Diagnostic::new(&code::COLUMN_OF_RECORDS, derived.formula.span).arg("column", name));
                }
            }
            for (name, _) in &derived.when.0 {
                sink.push(Diagnostic::new(&code::COLUMN_OF_RECORDS, name.span).arg("column", &name.value));
            }
        }
    }
}

fn figures(formula: &At<Formula>, known: &Known<'_>, sink: &mut Sink) {
    for name in formula.names() {
        if let Name::Outside(Space::Figures, name) = name
            && !known.figures.contains(&name.as_str())
        {
            sink.push(unknown_name(&code::UNKNOWN_FIGURE, name, formula.span, known.figures));
        }
    }
}
