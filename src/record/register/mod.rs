//! 台账: a table kept by a profile's columns.
//!
//! In: `registers/*.yaml`, often with a CSV beside. Out: its checks, facts and page.
//! Never shows a column that its profile withholds.

mod check;

use serde::Serialize;
use tera::Value;

use super::facts::Fulfils;
use super::table_view::{ColumnRule, TableView};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::catalogue::{CatalogueItem, NameRule};
use crate::profile::register::{ColumnType, RegisterProfile};
use crate::value::{Date, ProfileRef, Table, Target};

crate::fields! {
    /// A register on one day.
    pub struct Register + common: Common {
        /// Its kind.
        register "台账": ProfileRef<RegisterProfile>,
        /// The day it was true.
        as_of "截至": At<Date>,
        /// The rows.
        rows "明细": Option<Table>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

impl Target for Register {
    const FOLDER: &'static str = "registers";
}

#[derive(Serialize)]
struct Detail<'a> {
    register: Head<'a>,
    as_of: Date,
    table: TableView,
    count: usize,
}

#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    note: Option<&'a str>,
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
    /// What may be seen of the rows; nothing where the profile is not known.
    fn view(&self, scope: &Scope<'_>) -> TableView {
        let profile = scope.profile(&self.register);
        match (&self.rows, profile) {
            (Some(table), Some(profile)) => TableView::of(table, &rules(table, profile)),
            _ => TableView { columns: Vec::new(), rows: Vec::new(), totals: Vec::new(), count: 0 },
        }
    }

    /// The catalogue item that it fulfils here.
    fn item<'a>(&self, scope: &Scope<'a>) -> Option<&'a CatalogueItem> {
        let code = scope.profile(&self.register)?.item.as_ref()?;
        scope.catalogue()?.item(code).filter(|i| i.applies_to(scope.corpus.community.kind))
    }
}

impl Kind for Register {
    const NAME: &'static str = "register";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        if self.as_of.value > scope.as_of {
            sink.push(Diagnostic::new(&code::AS_OF_IN_FUTURE, self.as_of.span).arg("date", self.as_of.value));
        }
        if let (Some(table), Some(profile)) = (&self.rows, scope.profile(&self.register)) {
            check::table(table, profile, sink);
        }
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let item = self.item(scope);
        let period = item.and_then(|i| i.frequency.period_of(self.as_of.value));
        let fulfils = item.map(|i| Fulfils::item(&i.code, period));
        let count = self.rows.as_ref().map_or(0, |t| super::table_view::body(t).count());
        Facts {
            date: Some(self.as_of.value),
            period,
            wu: item.map(|i| i.wu),
            fulfils: fulfils.into_iter().collect(),
            summary: scope.words().text("register-summary", &[("count", count.to_string())]),
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

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        let profile = scope.profile(&self.register);
        let table = self.view(scope);
        let note = profile.and_then(|p| p.head.note.as_deref());
        let name = profile.map_or(self.register.name.as_str(), |p| p.head.name.value.as_str());
        let count = table.count;
        let detail = Detail { register: Head { name, note }, as_of: self.as_of.value, table, count };
        Value::from_serializable(&detail)
    }
}
