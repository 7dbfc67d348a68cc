//! Whether a register's profile is sound in itself.
//!
//! In: a profile just read. Out: an error at the line of every column, formula or check that cannot work.
//! Never looks at figures of communities: `profile::links` does, where they are known.

use super::check::{TableCheck, Test};
use super::{Column, ColumnType, RegisterProfile};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::profile::Places;
use crate::profile::common::{check_some, check_twice};
use crate::profile::condition::Condition;
use crate::profile::formula::{Formula, Name, Space};
use crate::schema::unknown_name;

const COLUMNS: (&str, &str) = ("列", "columns");
const STATED: (&str, &str) = ("核对项", "stated");

/// Where a formula stands: that decides which names mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// A column worked out from others of its row.
    Computed,
    /// In each row.
    Row,
    /// Over all rows.
    Table,
}

impl RegisterProfile {
    pub(in crate::profile) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        check_some(&self.columns, COLUMNS, places, sink);
        let place = |list, at| places.entry(list, at, ("名称", "name"));
        check_twice(self.columns.iter().enumerate().map(|(at, c)| (c.name.as_str(), place(COLUMNS, at))), sink);
        check_twice(self.stated.iter().enumerate().map(|(at, s)| (s.name.as_str(), place(STATED, at))), sink);
        for (at, column) in self.columns.iter().enumerate() {
            if column.total && !column.kind.adds_up() {
                let span = places.entry(COLUMNS, at, ("合计", "total"));
                sink.push(Diagnostic::new(&code::TOTAL_OF_WORDS, span).arg("column", &column.name));
            }
            if let Some(formula) = &column.formula {
                one_sided(formula, sink);
                check_formula(self, formula, Setting::Computed, sink);
            }
        }
        for (at, item) in self.stated.iter().enumerate().filter(|(_, s)| !s.kind.adds_up()) {
            let span = places.entry(STATED, at, ("类型", "kind"));
            sink.push(Diagnostic::new(&code::TOTAL_OF_WORDS, span).arg("column", &item.name));
        }
        if let Some(group) = &self.group_by {
            known(self, group, &|_| true, sink);
        }
        self.checks.iter().for_each(|check| self.check_check(check, sink));
    }

    fn check_check(&self, check: &At<TableCheck>, sink: &mut Sink) {
        let tests = check.tests();
        if tests.len() != 1 {
            sink.push(Diagnostic::new(&code::NOT_ONE_TEST, check.span).arg("count", tests.len()));
        }
        if let Some(by) = check.by.as_ref().filter(|_| check.whole.is_none()) {
            sink.push(Diagnostic::new(&code::GROUP_WITHOUT_WHOLE, by.span).arg("column", &by.value));
        }
        check_condition(self, &check.when, sink);
        for test in tests {
            self.check_test(test, sink);
        }
    }

    fn check_test(&self, test: Test<'_>, sink: &mut Sink) {
        let any = |_: &Column| true;
        let numeric = |c: &Column| c.kind.is_numeric();
        match test {
            Test::Each(formula) => {
                two_sided(formula, sink);
                check_formula(self, formula, Setting::Row, sink);
            }
            Test::Whole(formula, by) => {
                two_sided(formula, sink);
                check_formula(self, formula, Setting::Table, sink);
                by.into_iter().for_each(|c| known(self, c, &any, sink));
            }
            Test::Ordered(columns) => {
                let date = |c: &Column| c.kind == ColumnType::Date;
                columns.iter().for_each(|c| known(self, c, &date, sink));
            }
            Test::Distinct(columns) | Test::Needed(columns) | Test::AnyOf(columns) => {
                columns.iter().for_each(|c| known(self, c, &any, sink));
            }
            Test::Carried(carried) => {
                carried.keys.iter().for_each(|c| known(self, c, &any, sink));
                [&carried.closing, &carried.opening].into_iter().for_each(|c| known(self, c, &numeric, sink));
            }
            Test::Display(display) => {
                let date = |c: &Column| c.kind == ColumnType::Date;
                [&display.from, &display.until].into_iter().for_each(|c| known(self, c, &date, sink));
            }
            Test::Ranked(ranked) => {
                [Some(&ranked.by), ranked.rank.as_ref()]
                    .into_iter()
                    .flatten()
                    .for_each(|c| known(self, c, &numeric, sink));
            }
        }
    }
}

/// Reports a column that is not there, or holds something else than is asked of it.
fn known(profile: &RegisterProfile, name: &At<String>, fits: &dyn Fn(&Column) -> bool, sink: &mut Sink) {
    match profile.column(name) {
        None => sink.push(unknown_column(profile, name, name.span)),
        Some(column) if !fits(column) => sink.push(wrong_column(column, name.span)),
        Some(_) => {}
    }
}

fn unknown_column(profile: &RegisterProfile, name: &str, span: Span) -> Diagnostic {
    let columns: Vec<&str> = profile.columns.iter().map(|c| c.name.as_str()).collect();
    unknown_name(&code::NO_SUCH_COLUMN, name, span, &columns).arg("register", &profile.head.name.value)
}

fn wrong_column(column: &Column, span: Span) -> Diagnostic {
    Diagnostic::new(&code::COLUMN_OF_OTHER_TYPE, span).arg("column", &column.name).arg("type", column.kind.word())
}

fn two_sided(formula: &At<Formula>, sink: &mut Sink) {
    if formula.right.is_none() {
        sink.push(Diagnostic::new(&code::NOTHING_COMPARED, formula.span).arg("formula", &formula.text));
    }
}

/// Reports a formula that compares where only a value is wanted.
fn one_sided(formula: &At<Formula>, sink: &mut Sink) {
    if formula.right.is_some() {
        sink.push(Diagnostic::new(&code::COMPARED_FOR_A_VALUE, formula.span).arg("formula", &formula.text));
    }
}

/// Reports every name of a formula that means nothing where it stands.
pub fn check_formula(profile: &RegisterProfile, formula: &At<Formula>, setting: Setting, sink: &mut Sink) {
    for name in formula.names() {
        match name {
            Name::Column(name) => match profile.column(name) {
                None => sink.push(unknown_column(profile, name, formula.span)),
                Some(column) if !column.kind.is_numeric() => sink.push(wrong_column(column, formula.span)),
                Some(column) if setting == Setting::Table && !column.kind.adds_up() => {
                    sink.push(wrong_column(column, formula.span));
                }
                Some(column) if setting == Setting::Computed && column.formula.is_some() => {
                    sink.push(Diagnostic::new(&code::COMPUTED_OF_COMPUTED, formula.span).arg("column", name));
                }
                Some(_) => {}
            },
            Name::Count(count) if setting != Setting::Table => {
                sink.push(Diagnostic::new(&code::COUNT_IN_A_ROW, formula.span).arg("name", count.word()));
            }
            Name::Outside(Space::Stated, name) if profile.stated_item(name).is_none() => {
                let items: Vec<&str> = profile.stated.iter().map(|s| s.name.as_str()).collect();
                sink.push(unknown_name(&code::UNKNOWN_PART, name, formula.span, &items));
            }
            Name::Count(_) | Name::Outside(..) => {}
        }
    }
}

/// Reports conditions on columns that are not there, and words that never stand in them.
pub fn check_condition(profile: &RegisterProfile, when: &Condition, sink: &mut Sink) {
    for (name, words) in &when.0 {
        let Some(column) = profile.column(name) else {
            sink.push(unknown_column(profile, name, name.span));
            continue;
        };
        let known: Vec<&str> = column.options.iter().map(String::as_str).collect();
        for word in words.iter().filter(|w| !known.is_empty() && !known.contains(&w.as_str())) {
            sink.push(unknown_name(&code::WORD_NEVER_STANDS, word, word.span, &known).arg("column", &column.name));
        }
    }
}
