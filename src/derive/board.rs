//! The board of a period: all that was published for it, on one sheet, with the money and what is missing.
//!
//! In: entries, duties, a period. Out: its view, which pages show and `gongkai print` puts on paper.
//! Never names a kind: it folds facts.

use std::collections::BTreeSet;

use serde::Serialize;
use tera::Value;

use super::Context;
use super::duties::{self, ItemDuties};
use super::duty::Standing;
use super::entries;
use super::history::{History, Point};
use super::share::{self, Share};
use crate::locale;
use crate::record::Entry;
use crate::record::facts::MoneyFact;
use crate::value::{Date, Money, Period, Wu};
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body<'a> {
    period: Period,
    /// First and last day of display over all of it, where every record names them.
    from: Option<Date>,
    until: Option<Date>,
    groups: Vec<Group>,
    money: Vec<Line>,
    /// What was voted on.
    decided: Vec<Value>,
    missing: Vec<Missing>,
    households: Option<u32>,
    share: &'a Share,
    /// The checkpoint that holds every record on it; none where one is not sealed.
    point: Option<Point>,
}

#[derive(Serialize)]
struct Group {
    /// Affairs; none for what belongs to none.
    wu: Option<Wu>,
    cards: Vec<Value>,
}

#[derive(Serialize)]
struct Line {
    account: String,
    income: Money,
    expense: Money,
    closing: Money,
    income_per_household: Option<Money>,
    expense_per_household: Option<Money>,
}

#[derive(Serialize)]
struct Missing {
    name: String,
    period: Period,
    due: Date,
}

/// The board of any period, and the addresses of the records on it in the same order.
pub fn derive_board(context: &Context<'_>, period: Period) -> (View, Vec<String>) {
    let entries = entries::entries(context);
    let duties = duties::duties(&context.scope, &entries);
    let on_it = groups(&on_board(&entries, period)).into_iter().flat_map(|(_, list)| list);
    let urls = on_it.map(|e| e.card.url.clone()).collect();
    let history = History::of(context, &entries);
    let share = share::of_home(&context.scope);
    (view(context, &entries, &duties, history.as_ref(), &share, period), urls)
}

/// Where a board stands.
pub(super) fn route(period: Period) -> String {
    format!("print/{}.html", period.to_string().to_lowercase())
}

/// The quarters that have something on their boards, newest first.
pub(super) fn quarters(entries: &[Entry<'_>]) -> Vec<Period> {
    let quarter = |day: Date| Period::Quarter(day.year(), (day.month() - 1) / 3 + 1);
    let of = |entry: &Entry<'_>| {
        let told = entry.card.period.map(|period| (period, quarter(period.last())));
        match told {
            Some((period, quarter)) if days(period) <= days(quarter) => Some(quarter),
            _ => entry.card.date.map(quarter),
        }
    };
    let found: BTreeSet<(Date, Period)> = entries.iter().filter_map(of).map(|q| (q.first(), q)).collect();
    found.into_iter().rev().map(|(_, quarter)| quarter).collect()
}

/// A view for each of them.
pub(super) fn views(
    context: &Context<'_>,
    entries: &[Entry<'_>],
    duties: &[ItemDuties<'_>],
    history: Option<&History<'_>>,
) -> Vec<View> {
    let share = share::of_home(&context.scope);
    quarters(entries).into_iter().map(|quarter| view(context, entries, duties, history, &share, quarter)).collect()
}

/// What tells of a period or of a part of it; what tells of a longer one, or of none, where it was published.
fn on_board<'e, 'r>(entries: &'e [Entry<'r>], period: Period) -> Vec<&'e Entry<'r>> {
    let on = |entry: &&Entry<'_>| match entry.card.period {
        Some(told) if period.contains(told) => true,
        // Another board of this length has it.
        Some(told) if days(told) <= days(period) => false,
        _ => entry.card.date.is_some_and(|day| period.contains_day(day)),
    };
    entries.iter().filter(on).collect()
}

/// How long a period is, in days.
fn days(period: Period) -> i32 {
    (period.last() - period.first()).get_days()
}

/// The same by affairs; what belongs to none comes last.
fn groups<'e, 'r>(list: &[&'e Entry<'r>]) -> Vec<(Option<Wu>, Vec<&'e Entry<'r>>)> {
    let all = Wu::ALL.iter().copied().map(Some).chain([None]);
    let group = |wu: Option<Wu>| {
        let mut own: Vec<&Entry<'_>> = list.iter().copied().filter(|e| e.card.wu == wu).collect();
        own.sort_by_key(|e| (e.card.period.map(|p| (p.first(), p.last())), e.card.date));
        (wu, own)
    };
    all.map(group).filter(|(_, own)| !own.is_empty()).collect()
}

fn view(
    context: &Context<'_>,
    entries: &[Entry<'_>],
    duties: &[ItemDuties<'_>],
    history: Option<&History<'_>>,
    share: &Share,
    period: Period,
) -> View {
    let scope = &context.scope;
    let list = on_board(entries, period);
    let words = scope.words();
    let households = scope.corpus.community.figures.as_ref().and_then(|f| f.households.as_ref()).map(|h| h.value);
    let shown = || list.iter().filter_map(|e| Some((e.card.published?, e.card.until?)));
    let title = words.text("board-title", &[("period", locale::period(period, words))]);
    let route = route(period);
    let page = Page {
        title: title.clone(),
        description: String::new(),
        template: "board".into(),
        kind: "board",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title: words.word("page-periods"), url: "periods/index.html".into() },
        ],
        body: Body {
            period,
            from: shown().map(|(from, _)| from).min(),
            until: shown().map(|(_, until)| until).max(),
            groups: groups(&list)
                .into_iter()
                .map(|(wu, own)| Group { wu, cards: own.iter().map(|e| e.card_value.clone()).collect() })
                .collect(),
            money: money(&list, households),
            decided: list.iter().filter(|e| !e.facts.votes.is_empty()).map(|e| e.card_value.clone()).collect(),
            missing: missing(duties, period),
            households,
            // The code leads home: a short address that stays when the quarter is over.
            share,
            point: history.and_then(|h| h.point_of(list.iter().map(|e| e.card.url.as_str()))),
        },
        route,
    };
    page.view("board")
}

/// Money of each account; a statement within another one's period is already in that one.
fn money(list: &[&Entry<'_>], households: Option<u32>) -> Vec<Line> {
    let mut facts: Vec<&MoneyFact> = list.iter().filter_map(|e| e.facts.money.as_ref()).collect();
    facts.sort_by_key(|m| (m.account.clone(), -days(m.period), m.period.first()));
    let mut taken: Vec<&MoneyFact> = Vec::new();
    for fact in facts {
        if !taken.iter().any(|t| t.account == fact.account && t.period.contains(fact.period)) {
            taken.push(fact);
        }
    }
    let mut lines = Vec::new();
    for own in taken.chunk_by(|a, b| a.account == b.account) {
        let (income, expense) = (own.iter().map(|m| m.income).sum(), own.iter().map(|m| m.expense).sum());
        let per = |sum: Money| households.map(|h| sum.per(h));
        let last = own.iter().max_by_key(|m| m.period.last());
        lines.extend(last.map(|last| Line {
            account: last.account.clone(),
            income,
            expense,
            closing: last.closing,
            income_per_household: per(income),
            expense_per_household: per(expense),
        }));
    }
    lines
}

fn missing(duties: &[ItemDuties<'_>], period: Period) -> Vec<Missing> {
    let all = duties.iter().flat_map(|i| i.duties.iter().map(move |d| (i, d)));
    let mut list: Vec<Missing> = all
        .filter(|(_, d)| d.standing == Standing::Missing && period.contains(d.period))
        .map(|(i, d)| Missing { name: i.item.name.clone(), period: d.period, due: d.due })
        .collect();
    list.sort_by(|a, b| (a.due, &a.name).cmp(&(b.due, &b.name)));
    list
}
