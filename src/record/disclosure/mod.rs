//! 公开事项: one item of the catalogue, published for one period.
//!
//! In: `disclosures/*.md`. Out: its checks, facts and page. Never shows a list of persons past its end.

mod check;
mod columns;

pub use check::known_item;
pub use columns::is_sum_column;

use serde::Serialize;
use tera::Value;

use super::common::{FINANCE_REVIEW_FIRST, REVIEW_FIRST};
use super::facts::{Fulfils, State, Tone};
use super::table_view::TableView;
use super::{Common, Facet, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::profile::catalogue::CatalogueItem;
use crate::value::{Date, Period, Table, Target, Wu};

crate::fields! {
    /// A disclosure.
    pub struct Disclosure + common: Common {
        /// Code of the catalogue item.
        item "目录项": At<String>,
        /// The period it tells of.
        period "期间": Option<At<Period>>,
        /// One sentence that says what matters.
        summary "摘要": Option<String>,
        /// The rows.
        detail "明细": Option<Table>,
        /// The day after which a list of persons leaves the page.
        list_until "名单到期": Option<At<Date>>,
        /// Why there is nothing to disclose for this period.
        not_applicable "不适用": Option<At<String>>,
    }
}

impl Target for Disclosure {
    const FOLDER: &'static str = "disclosures";
}

#[derive(Serialize)]
struct Detail<'a> {
    table: Option<TableView>,
    list_expired: bool,
    not_applicable: Option<&'a str>,
    period: Option<Period>,
}

impl Disclosure {
    /// The item of the catalogue that holds here.
    fn catalogue_item<'a>(&self, scope: &Scope<'a>) -> Option<&'a CatalogueItem> {
        scope.catalogue()?.item(&self.item)
    }

    fn published(&self) -> Option<Date> {
        self.common.published.as_ref().map(|d| d.value)
    }

    /// Whether there is a list whose day is over.
    fn list_expired(&self, as_of: Date) -> bool {
        self.detail.is_some() && self.list_until.as_ref().is_some_and(|until| as_of > until.value)
    }

    /// What may be seen of the rows today.
    fn view(&self, scope: &Scope<'_>) -> Option<TableView> {
        let table = self.detail.as_ref()?;
        let view = TableView::of(table, &columns::rules(table, self.catalogue_item(scope)));
        Some(if self.list_expired(scope.as_of) { view.without_rows() } else { view })
    }

    /// The last day on which it was published in time; none where the catalogue sets no limit.
    fn due(&self, scope: &Scope<'_>) -> Option<Date> {
        self.catalogue_item(scope)?.due_date(self.period.as_ref()?.value)
    }

    fn state(&self, scope: &Scope<'_>) -> Option<State> {
        if self.not_applicable.is_some() {
            return Some(State { key: "not-applicable", tone: Tone::Muted });
        }
        let published = self.published().filter(|date| *date <= scope.as_of);
        if self.due(scope).is_some_and(|due| published.unwrap_or(scope.as_of) > due) {
            return Some(State { key: "late", tone: Tone::Late });
        }
        published?;
        if self.list_expired(scope.as_of) {
            return Some(State { key: "expired", tone: Tone::Muted });
        }
        Some(State { key: "published", tone: Tone::Done })
    }

    fn summary(&self, scope: &Scope<'_>) -> String {
        let reason = self.not_applicable.as_ref().map(|r| r.value.as_str());
        match (&self.summary, reason, &self.detail) {
            (Some(summary), ..) => summary.clone(),
            (None, Some(reason), _) => {
                scope.words().text("disclosure-not-applicable", &[("reason", reason.to_owned())])
            }
            (None, None, Some(table)) => {
                let count = super::table_view::body(table).count();
                scope.words().text("disclosure-summary", &[("count", count.to_string())])
            }
            (None, None, None) => String::new(),
        }
    }
}

impl Kind for Disclosure {
    const NAME: &'static str = "disclosure";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, scope, sink);
    }

    fn reviewed_by(&self, scope: &Scope<'_>) -> &'static [&'static str] {
        match self.catalogue_item(scope).map(|item| item.wu) {
            Some(Wu::Finance) => &[FINANCE_REVIEW_FIRST, REVIEW_FIRST],
            _ => &[REVIEW_FIRST],
        }
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let period = self.period.as_ref().map(|p| p.value);
        let reason = self.not_applicable.as_ref().map(|r| r.value.clone());
        let fulfils = Fulfils { not_applicable: reason, ..Fulfils::item(&self.item, period) };
        Facts {
            date: self.published(),
            period,
            wu: self.catalogue_item(scope).map(|i| i.wu),
            fulfils: vec![fulfils],
            state: self.state(scope),
            summary: self.summary(scope),
            facets: Facet::known([
                period.map(Period::year).or(self.published().map(Date::year)).map(Facet::year),
                self.catalogue_item(scope).map(|i| Facet::wu(i.wu)),
            ]),
            ..Facts::default()
        }
    }

    fn data(&self, _me: &Record, scope: &Scope<'_>) -> serde_json::Value {
        let mut data = serde_json::to_value(self).unwrap_or_default();
        if self.detail.is_some() {
            data["detail"] = serde_json::to_value(self.view(scope)).unwrap_or_default();
        }
        data
    }

    fn list_until(&self) -> Option<Date> {
        self.list_until.as_ref().map(|d| d.value)
    }

    fn listed_names(&self, _scope: &Scope<'_>) -> Vec<String> {
        self.detail.as_ref().map_or_else(Vec::new, columns::persons)
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&Detail {
            table: self.view(scope),
            list_expired: self.list_expired(scope.as_of),
            not_applicable: self.not_applicable.as_ref().map(|r| r.value.as_str()),
            period: self.period.as_ref().map(|p| p.value),
        })
    }
}
