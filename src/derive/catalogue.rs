//! The catalogue page: every item by 五务, whether it is there, by when it is due; the score, the calendar.
//!
//! In: duties. Out: its view. Never hides an item because it is missing.

use serde::Serialize;
use tera::Value;

use super::calendar::{self, Month};
use super::duties::ItemDuties;
use super::duty::{Duty, Standing, Tally};
use crate::profile::catalogue::Frequency;
use crate::record::Scope;
use crate::record::facts::State;
use crate::route;
use crate::value::Wu;
use crate::value::{CommunityType, Date};
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    name: String,
    note: Option<String>,
    /// Whether its frequencies are local custom, not law.
    local: bool,
    as_of: Date,
    groups: Vec<Group>,
    score: Score,
    calendar: Vec<Month>,
    calendar_url: &'static str,
}

#[derive(Serialize)]
struct Group {
    wu: Wu,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    code: String,
    name: String,
    frequency: Frequency,
    basis: String,
    state: State,
    last: Option<Value>,
    /// The newest duty that was due, and those before it that were late or are missing.
    told: Vec<Duty>,
    next: Option<Date>,
    cards: Vec<Value>,
}

/// The numbers of the score, which anybody can add up again.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Score {
    #[serde(flatten)]
    tally: Tally,
    in_time: usize,
    on_time: usize,
    complete: usize,
}

impl From<Tally> for Score {
    fn from(tally: Tally) -> Self {
        let in_time = tally.published - tally.late;
        Self { tally, in_time, on_time: tally.on_time(), complete: tally.complete() }
    }
}

/// The view; none where no catalogue applies.
pub(super) fn view(scope: &Scope<'_>, duties: &[ItemDuties<'_>]) -> Option<View> {
    let catalogue = scope.catalogue()?;
    let words = scope.words();
    let mut groups = Vec::new();
    for wu in Wu::ALL {
        let items: Vec<Item> = duties.iter().filter(|d| d.item.wu == *wu).map(item).collect();
        if !items.is_empty() {
            groups.push(Group { wu: *wu, items });
        }
    }
    let title = words.word("page-catalogue");
    let page = Page {
        route: "catalogue/index.html".into(),
        title: title.clone(),
        description: String::new(),
        template: "catalogue".into(),
        kind: "catalogue",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: "catalogue/index.html".into() },
        ],
        body: Body {
            name: catalogue.head.name.value.clone(),
            note: catalogue.head.note.clone(),
            // The law gives a rhythm to villages only.
            local: scope.corpus.community.kind == CommunityType::Urban,
            as_of: scope.as_of,
            groups,
            score: Tally::sum(duties.iter().map(ItemDuties::tally)).into(),
            calendar: calendar::months(duties),
            calendar_url: route::CALENDAR,
        },
    };
    Some(page.view(format!("catalogue {}", catalogue.head.id.value)))
}

fn item(duties: &ItemDuties<'_>) -> Item {
    let settled = duties.duties.iter().filter(|d| d.standing.settled());
    let worth = |(at, duty): &(usize, &Duty)| *at == 0 || matches!(duty.standing, Standing::Missing | Standing::Late);
    let open = duties.duties.iter().filter(|d| !d.standing.settled()).map(|d| d.due);
    let next = open.chain(duties.ahead.iter().map(|(_, due)| *due)).min();
    Item {
        code: duties.item.code.clone(),
        name: duties.item.name.clone(),
        frequency: duties.frequency,
        basis: duties.item.basis.clone(),
        state: duties.state(),
        last: duties.cards.first().cloned(),
        told: settled.enumerate().filter(worth).map(|(_, duty)| duty.clone()).collect(),
        next,
        cards: duties.cards.clone(),
    }
}
