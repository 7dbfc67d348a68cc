//! 台账: a table kept by a profile's columns.
//!
//! In: `registers/*.yaml`, often with a CSV beside. Out: its checks, facts and page.
//! Never shows a column that its profile withholds, nor a list of persons past its end.

mod carried;
mod cells;
mod display;
mod formulas;
mod order;
mod page;
mod rows;
mod run;

use std::collections::BTreeMap;

use tera::Value;

pub use rows::{Rows, parse, shown};

use super::facts::{Fulfils, Group, State, Tone};
use super::table_view::{ColumnRule, TableView};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::catalogue::{CatalogueItem, NameRule};
use crate::profile::register::{Column, ColumnType, RegisterProfile};
use crate::schema::unknown_name;
use crate::value::{Date, Number, ProfileRef, Table, Target};
use run::Run;

/// The group of registers whose profile has no category; the theme has a word for it.
const NO_CATEGORY: &str = "other";

crate::fields! {
    /// A register on one day.
    pub struct Register + common: Common {
        /// Its kind.
        register "台账": ProfileRef<RegisterProfile>,
        /// The day it was true.
        as_of "截至": At<Date>,
        /// The rows.
        rows "明细": Option<Table>,
        /// Figures stated beside the rows, under the names that the profile gives them.
        stated "核对": BTreeMap<String, At<Number>>,
        /// The last day of a list of persons: after it the rows leave, the totals stay.
        list_until "名单到期": Option<At<Date>>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

impl Target for Register {
    const FOLDER: &'static str = "registers";
}

/// How the columns of a table are read and shown; a column that the profile does not know is withheld.
fn rules(table: &Table, profile: &RegisterProfile) -> Vec<ColumnRule> {
    let rule = |(at, name): (usize, &String)| match profile.column(name) {
        Some(column) => ColumnRule {
            at,
            name: name.clone(),
            kind: column.kind,
            total: column.total,
            shown: column.private.unwrap_or(NameRule::Full),
        },
        None => ColumnRule { at, name: name.clone(), kind: ColumnType::Text, total: false, shown: NameRule::Omit },
    };
    let order = |name: &str| profile.columns.iter().position(|c| c.name == name);
    let mut rules: Vec<ColumnRule> = table.columns.iter().enumerate().map(rule).collect();
    rules.sort_by_key(|r| order(&r.name).unwrap_or(usize::MAX));
    rules
}

impl Register {
    /// Whether the day of its list of persons is over.
    fn list_expired(&self, as_of: Date) -> bool {
        self.list_until.as_ref().is_some_and(|until| as_of > until.value)
    }

    /// What may be seen of the rows today; nothing where the profile is not known.
    fn view(&self, scope: &Scope<'_>) -> TableView {
        let (Some(table), Some(profile)) = (&self.rows, scope.profile(&self.register)) else {
            return TableView { columns: Vec::new(), rows: Vec::new(), totals: Vec::new(), count: 0 };
        };
        let filled = rows::filled(table, profile);
        let mut view = TableView::of(&filled, &rules(&filled, profile));
        if profile.parts_only {
            view.totals.clear();
        }
        if self.list_expired(scope.as_of) { view.without_rows() } else { view }
    }

    /// Its rows seen through its profile, where both are there.
    pub fn table<'a>(&'a self, scope: &Scope<'a>) -> Option<Rows<'a>> {
        Some(Rows::of(self.rows.as_ref()?, scope.profile(&self.register)?))
    }

    /// The names of communities in its rows; none once its list is over.
    fn communities<'a>(&'a self, scope: &Scope<'a>) -> Vec<&'a str> {
        let Some(rows) = self.table(scope).filter(|_| !self.list_expired(scope.as_of)) else {
            return Vec::new();
        };
        let named = |c: &&Column| c.kind == ColumnType::Community && c.private.is_none();
        rows.profile.columns.iter().filter(named).flat_map(|c| rows.words(&c.name)).collect()
    }

    /// Its checks, ready to run.
    fn run<'a>(&'a self, me: &'a Record, scope: &Scope<'a>) -> Option<Run<'a>> {
        Some(Run { rows: self.table(scope)?, register: self, record: me, scope: *scope })
    }

    /// The catalogue item that it fulfils here.
    fn item<'a>(&self, scope: &Scope<'a>) -> Option<&'a CatalogueItem> {
        let code = scope.profile(&self.register)?.item.as_ref()?;
        scope.catalogue()?.item(code).filter(|i| i.applies_to(scope.corpus.community.kind))
    }

    /// Reports stated figures that the profile does not have, and those it wants.
    fn check_stated(&self, profile: &RegisterProfile, sink: &mut Sink) {
        let known: Vec<&str> = profile.stated.iter().map(|s| s.name.as_str()).collect();
        for (name, value) in self.stated.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let unknown = unknown_name(&code::UNKNOWN_STATED, name, value.span, &known);
            sink.push(unknown.arg("register", &profile.head.name.value));
        }
        for item in profile.stated.iter().filter(|i| i.required && !self.stated.contains_key(&i.name)) {
            let missing = Diagnostic::new(&code::STATED_MISSING, self.as_of.span).arg("name", &item.name);
            sink.push(missing.arg("register", &profile.head.name.value));
        }
    }

    /// Reports a list of persons without end, or with an end that comes too early.
    fn check_list(&self, profile: &RegisterProfile, sink: &mut Sink) {
        if profile.persons && self.rows.is_some() && self.list_until.is_none() {
            let open = Diagnostic::new(&code::PERSONS_WITHOUT_END, self.as_of.span);
            sink.push(open.arg("register", &profile.head.name.value));
        }
        if let (Some(until), Some(published)) = (&self.list_until, &self.common.published)
            && until.value < published.value
        {
            let early = Diagnostic::new(&code::PERSONS_END_EARLY, until.span).also(published.span);
            sink.push(early.arg("until", until.value).arg("published", published.value));
        }
    }

    fn group(&self, scope: &Scope<'_>) -> Group {
        let profile = scope.profile(&self.register);
        match profile.and_then(|p| p.category.as_ref().map(|c| (c, p.position))) {
            Some((category, position)) => {
                Group { order: position.map_or(usize::MAX, |p| p as usize), ..Group::titled(category) }
            }
            None => Group { order: usize::MAX, key: NO_CATEGORY.into(), title: String::new() },
        }
    }
}

impl Kind for Register {
    const NAME: &'static str = "register";
    const FORMAT: Format = Format::Data;
    const LINKED: &'static str = "Dataset";

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        if self.as_of.value > scope.as_of {
            sink.push(Diagnostic::new(&code::AS_OF_IN_FUTURE, self.as_of.span).arg("date", self.as_of.value));
        }
        let Some(profile) = scope.profile(&self.register) else {
            return;
        };
        if !scope.corpus.community.kind.is_among(&profile.applies) {
            let others = Diagnostic::new(&code::REGISTER_FOR_OTHERS, self.as_of.span);
            sink.push(others.arg("register", &profile.head.name.value));
        }
        self.check_stated(profile, sink);
        self.check_list(profile, sink);
        if let Some(table) = &self.rows {
            cells::table(table, profile, sink);
        }
        if let Some(run) = self.run(me, scope) {
            run.report(sink);
        }
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let item = self.item(scope);
        let period = item.and_then(|i| i.frequency.period_of(self.as_of.value));
        let fulfils = item.map(|i| Fulfils::item(&i.code, period));
        let count = self.rows.as_ref().map_or(0, |t| super::table_view::body(t).count());
        let expired = self.list_expired(scope.as_of).then_some(State { key: "expired", tone: Tone::Muted });
        let newer =
            |(_, r): (&Record, &Self)| r.register.name == self.register.name && r.as_of.value > self.as_of.value;
        Facts {
            date: Some(self.as_of.value),
            period,
            wu: item.map(|i| i.wu),
            fulfils: fulfils.into_iter().collect(),
            state: expired,
            summary: scope.words().text("register-summary", &[("count", count.to_string())]),
            group: Some(self.group(scope)),
            // What is true now stands before what was.
            order: u32::from(scope.all::<Self>().any(newer)),
            neighbours: self.communities(scope).into_iter().map(str::to_owned).collect(),
            ..Facts::default()
        }
    }

    fn data(&self, _me: &Record, scope: &Scope<'_>) -> serde_json::Value {
        let mut data = serde_json::to_value(self).unwrap_or_default();
        if self.rows.is_some() {
            data["rows"] = serde_json::to_value(self.view(scope)).unwrap_or_default();
        }
        data
    }

    fn list_until(&self) -> Option<Date> {
        self.list_until.as_ref().map(|d| d.value)
    }

    fn listed_names(&self, scope: &Scope<'_>) -> Vec<String> {
        let Some(rows) = self.table(scope) else {
            return Vec::new();
        };
        let names = rows.profile.columns.iter().filter(|c| c.private.is_some());
        names.flat_map(|c| rows.list.iter().map(|row| rows.text(row, &c.name).to_owned())).collect()
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&page::of(self, me, scope))
    }
}
