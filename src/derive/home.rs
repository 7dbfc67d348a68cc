//! The home page of a community: what is new, where the money went, what is being done, what is late.
//!
//! In: entries and duties. Out: its view. Never names a kind: it folds facts.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
use super::attention::{self, Attention};
use super::catalogue::Score;
use super::duties::ItemDuties;
use super::duty::{Duty, Standing, Tally};
use super::linked;
use super::share::{self, Share};
use crate::record::Entry;
use crate::record::Scope;
use crate::record::facts::{MoneyFact, StarsFact};
use crate::value::Wu;
use crate::value::{Date, Money, Period};
use crate::view::{Page, View};

/// How many entries the home page shows of a list.
const SHOWN: usize = 5;

#[derive(Serialize)]
struct Home {
    intro: Option<String>,
    as_of: Date,
    facts: Vec<Figure>,
    recent: Vec<Value>,
    money: Option<Purse>,
    doing: Vec<Value>,
    duties: Duties,
    periods: Vec<PeriodLine>,
    wu: Vec<Door>,
    stars: Option<Stars>,
    organizations: Vec<Organization>,
    attention: Attention,
    share: Share,
    /// What it is, for programs.
    linked: String,
}

#[derive(Serialize)]
struct Figure {
    key: String,
    value: serde_json::Value,
}

#[derive(Serialize)]
struct Purse {
    year: i16,
    account: String,
    income: Money,
    expense: Money,
    balance: Money,
    per_household: Option<Money>,
    url: String,
}

#[derive(Serialize)]
struct Duties {
    score: Score,
    missing: Vec<Missing>,
    /// Names of items that must always be there and are not.
    absent: Vec<String>,
    near: Vec<Missing>,
    next: Vec<Missing>,
}

#[derive(Serialize)]
struct Missing {
    code: String,
    name: String,
    period: Period,
    due_date: Date,
    /// Days overdue, or left.
    days: i32,
}

#[derive(Serialize)]
struct PeriodLine {
    period: Period,
    /// Whether records tell of it, so that the page of periods has it.
    listed: bool,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Serialize)]
struct Door {
    wu: Wu,
    count: usize,
    url: String,
}

#[derive(Serialize)]
struct Stars {
    #[serde(flatten)]
    fact: StarsFact,
    url: String,
}

#[derive(Serialize)]
struct Organization {
    name: String,
    head: Option<String>,
    members: Option<u32>,
}

pub(super) fn view(context: &Context<'_>, entries: &[Entry<'_>], duties: &[ItemDuties<'_>]) -> View {
    let scope = &context.scope;
    let community = &scope.corpus.community;
    let doing = entries.iter().filter(|e| e.facts.doing).take(SHOWN).map(|e| e.card_value.clone());
    let body = Home {
        intro: community.intro.clone(),
        as_of: scope.as_of,
        facts: figures(scope),
        recent: entries.iter().take(SHOWN).map(|e| e.card_value.clone()).collect(),
        money: purse(scope, entries),
        doing: doing.collect(),
        duties: count(duties),
        periods: by_period(duties, entries),
        wu: doors(entries),
        stars: stars(entries),
        organizations: community
            .bodies
            .iter()
            .map(|b| Organization { name: b.name.clone(), head: b.head.clone(), members: b.size })
            .collect(),
        attention: attention::of(context, entries),
        share: share::of_home(scope),
        linked: linked::community(scope),
    };
    let page = Page {
        route: "index.html".into(),
        title: community.name.value.clone(),
        description: community.intro.clone().unwrap_or_default(),
        template: "home".into(),
        kind: "home",
        crumbs: Vec::new(),
        body,
    };
    page.view(context.sources.get(scope.corpus.file).path.clone())
}

fn figures(scope: &Scope<'_>) -> Vec<Figure> {
    let written = scope.corpus.community.figures.as_ref();
    let map = written.and_then(|f| serde_json::to_value(f).ok());
    let Some(serde_json::Value::Object(map)) = map else {
        return Vec::new();
    };
    map.into_iter().filter(|(_, v)| !v.is_null()).map(|(key, value)| Figure { key, value }).collect()
}

/// Income and expense of the newest year with statements, in the account that moves most.
fn purse(scope: &Scope<'_>, entries: &[Entry<'_>]) -> Option<Purse> {
    let facts = || entries.iter().filter_map(|e| e.facts.money.as_ref().map(|m| (e, m)));
    let year = facts().map(|(_, m)| m.period.year()).max()?;
    let mut accounts: BTreeMap<&str, Vec<(&Entry<'_>, &MoneyFact)>> = BTreeMap::new();
    for (entry, money) in facts().filter(|(_, m)| m.period.year() == year) {
        accounts.entry(&money.account).or_default().push((entry, money));
    }
    let moved = |list: &[(&Entry<'_>, &MoneyFact)]| list.iter().map(|(_, m)| m.income + m.expense).sum::<Money>();
    let (account, list) = accounts.into_iter().max_by_key(|(_, list)| moved(list))?;
    let (newest, last) = list.iter().max_by_key(|(_, m)| m.period.last())?;
    let households = scope.corpus.community.figures.as_ref().and_then(|f| f.households.as_ref());
    Some(Purse {
        year,
        account: account.to_owned(),
        income: list.iter().map(|(_, m)| m.income).sum(),
        expense: list.iter().map(|(_, m)| m.expense).sum(),
        balance: last.closing,
        per_household: households.map(|h| last.closing.per(h.value)),
        url: newest.card.url.clone(),
    })
}

fn count(duties: &[ItemDuties<'_>]) -> Duties {
    let all = || duties.iter().flat_map(|i| i.duties.iter().map(move |d| (i, d)));
    let listed = |want: Standing, most: usize| {
        let mut list: Vec<Missing> = all()
            .filter(|(_, d)| d.standing == want)
            .map(|(i, d)| Missing {
                code: i.item.code.clone(),
                name: i.item.name.clone(),
                period: d.period,
                due_date: d.due,
                days: d.days,
            })
            .collect();
        // The newest of what is missing, the nearest of what is to come.
        let newest_first = want == Standing::Missing;
        list.sort_by(|a, b| {
            let by_date = a.due_date.cmp(&b.due_date);
            (if newest_first { by_date.reverse() } else { by_date }).then_with(|| a.code.cmp(&b.code))
        });
        list.truncate(most);
        list
    };
    Duties {
        score: Tally::sum(duties.iter().map(ItemDuties::tally)).into(),
        absent: duties.iter().filter(|i| i.absent()).map(|i| i.item.name.clone()).collect(),
        missing: listed(Standing::Missing, SHOWN),
        near: listed(Standing::Near, usize::MAX),
        next: listed(Standing::Due, usize::MAX),
    }
}

fn by_period(duties: &[ItemDuties<'_>], entries: &[Entry<'_>]) -> Vec<PeriodLine> {
    let mut quarters: BTreeMap<(Date, Period), Vec<&Duty>> = BTreeMap::new();
    for duty in duties.iter().flat_map(|i| &i.duties) {
        if matches!(duty.period, Period::Quarter(..)) {
            quarters.entry((duty.period.last(), duty.period)).or_default().push(duty);
        }
    }
    let listed = |period| entries.iter().any(|e| e.card.period == Some(period));
    let line =
        |((_, period), list): (_, Vec<&Duty>)| PeriodLine { period, listed: listed(period), tally: Tally::of(list) };
    quarters.into_iter().rev().map(line).collect()
}

fn doors(entries: &[Entry<'_>]) -> Vec<Door> {
    Wu::ALL
        .iter()
        .map(|wu| Door {
            wu: *wu,
            count: entries.iter().filter(|e| e.card.wu == Some(*wu)).count(),
            url: format!("catalogue/index.html#{}", wu.word()),
        })
        .collect()
}

fn stars(entries: &[Entry<'_>]) -> Option<Stars> {
    let ended = |e: &&Entry<'_>| e.facts.stars.as_ref().map(|s| s.ended);
    let entry = entries.iter().filter(|e| ended(e).is_some()).max_by_key(ended)?;
    Some(Stars { fact: entry.facts.stars.clone()?, url: entry.card.url.clone() })
}
