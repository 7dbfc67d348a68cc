//! The page of all records by the period they tell of.
//!
//! In: entries. Out: its view. Never lists a record without a period or a date.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::board;
use crate::record::Entry;
use crate::record::Scope;
use crate::value::{Date, Period};
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    years: Vec<Year>,
}

#[derive(Serialize)]
struct Year {
    year: i16,
    periods: Vec<InPeriod>,
    /// The boards of its quarters, for printing.
    boards: Vec<Board>,
}

#[derive(Serialize)]
struct Board {
    period: Period,
    url: String,
}

#[derive(Serialize)]
struct InPeriod {
    period: Period,
    cards: Vec<Value>,
}

/// Newest first: by last day, longer periods before the shorter ones they contain.
type Order = (Reverse<Date>, Date, Period);

pub(super) fn view(scope: &Scope<'_>, entries: &[Entry<'_>]) -> View {
    let mut by_period: BTreeMap<Order, Vec<Value>> = BTreeMap::new();
    for entry in entries {
        let month = |d: Date| Period::Month(d.year(), d.month());
        let Some(period) = entry.card.period.or(entry.card.date.map(month)) else {
            continue;
        };
        let period = if let Period::Day(day) = period { month(day) } else { period };
        let order = (Reverse(period.last()), period.first(), period);
        by_period.entry(order).or_default().push(entry.card_value.clone());
    }
    let mut years: BTreeMap<Reverse<i16>, Vec<InPeriod>> = BTreeMap::new();
    for ((_, _, period), cards) in by_period {
        years.entry(Reverse(period.year())).or_default().push(InPeriod { period, cards });
    }
    let quarters = board::quarters(entries);
    let boards = |year: i16| {
        let own = quarters.iter().filter(|quarter| quarter.year() == year);
        own.map(|quarter| Board { period: *quarter, url: board::route(*quarter) }).collect()
    };
    let title = scope.words().word("page-periods");
    let page = Page {
        route: "periods/index.html".into(),
        title: title.clone(),
        description: String::new(),
        template: "periods".into(),
        kind: "periods",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: "periods/index.html".into() },
        ],
        body: Body {
            years: years
                .into_iter()
                .map(|(Reverse(year), periods)| Year { year, periods, boards: boards(year) })
                .collect(),
        },
    };
    page.view("periods")
}
