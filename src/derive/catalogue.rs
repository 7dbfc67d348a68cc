//! The catalogue page: every item by 五务, whether it is there, by when it is due.
//!
//! In: duties. Out: its view. Never hides an item because it is missing.

use serde::Serialize;
use tera::Value;

use super::duties::{Duty, ItemDuties, Standing};
use crate::profile::catalogue::Frequency;
use crate::record::Entry;
use crate::record::Scope;
use crate::record::facts::{State, Tone};
use crate::value::Date;
use crate::value::Wu;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    name: String,
    as_of: Date,
    groups: Vec<Group>,
    complete: Complete,
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
    due_date: Option<Date>,
    duties: Vec<Duty>,
    cards: Vec<Value>,
}

#[derive(Serialize)]
struct Complete {
    have: usize,
    of: usize,
}

/// The view; none where no catalogue applies.
pub(super) fn view(scope: &Scope<'_>, _entries: &[Entry<'_>], duties: &[ItemDuties<'_>]) -> Option<View> {
    let catalogue = scope.catalogue()?;
    let words = scope.words();
    let mut groups = Vec::new();
    for wu in Wu::ALL {
        let items: Vec<Item> = duties.iter().filter(|d| d.item.wu == *wu).map(item).collect();
        if !items.is_empty() {
            groups.push(Group { wu: *wu, items });
        }
    }
    let wanted = || duties.iter().filter(|d| d.item.frequency != Frequency::Event);
    let have = wanted().filter(|d| !matches!(d.state().tone, Tone::Late)).count();
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
            as_of: scope.as_of,
            groups,
            complete: Complete { have, of: wanted().count() },
        },
    };
    Some(page.view(format!("catalogue {}", catalogue.head.id.value)))
}

fn item(duties: &ItemDuties<'_>) -> Item {
    let newest = |want| duties.duties.iter().find(|d| d.standing == want);
    // A missed day is told only while the newest period is the one that was missed.
    let missed = duties.duties.iter().find(|d| d.standing != Standing::Due).filter(|d| d.standing == Standing::Missing);
    let open = missed.or_else(|| newest(Standing::Due));
    Item {
        code: duties.item.code.clone(),
        name: duties.item.name.clone(),
        frequency: duties.item.frequency,
        basis: duties.item.basis.clone(),
        state: duties.state(),
        last: duties.cards.first().cloned(),
        due_date: open.map(|d| d.due),
        duties: duties.duties.clone(),
        cards: duties.cards.clone(),
    }
}
