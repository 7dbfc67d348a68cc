//! The page of a project, and the sums of all projects.
//!
//! In: a project. Out: state, money, timeline, goals. Never adds projects of different communities.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::facts::State;
use super::super::{PageLink, Record, Scope};
use super::books::Books;
use super::course::{self, Link};
use super::timeline::{self, Event};
use super::{Project, resolution, stage};
use crate::locale::messages;
use crate::value::{Date, Money, Number};

#[derive(Serialize)]
pub(super) struct Detail<'a> {
    state: State,
    percent: Option<u32>,
    budget: Option<Money>,
    contract: Option<Money>,
    changes_total: Option<Money>,
    contract_total: Option<Money>,
    paid: Money,
    paid_percent: Option<Number>,
    settlement: Option<Money>,
    decision: Option<PageLink>,
    course: Vec<Link>,
    changes: Vec<ChangeView<'a>>,
    outside: Option<Money>,
    satisfied_percent: Option<Number>,
    timeline: Vec<Event>,
    targets: Vec<GoalView<'a>>,
    funding: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct GoalView<'a> {
    name: &'a str,
    target: Number,
    unit: &'a str,
    done: Option<Number>,
    percent: Option<Number>,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    date: Date,
    amount: Money,
    note: &'a str,
    approved: bool,
    body: Option<&'a str>,
    approved_on: Option<Date>,
    decision: Option<PageLink>,
}

#[derive(Serialize)]
struct Source<'a> {
    source: &'a str,
    amount: Money,
    percent: Number,
}

/// What the section page shows beyond the cards.
#[derive(Serialize)]
pub(super) struct Section {
    budget: Money,
    contract: Money,
    paid: Money,
    count: usize,
}

pub(super) fn of<'a>(project: &'a Project, me: &Record, scope: &Scope<'a>) -> Detail<'a> {
    let decision = resolution::decision(project, me, scope);
    let books = Books::of(project, me, scope);
    let outside = books.total() - books.of_contract();
    let value = |amount: &crate::diagnostic::At<Money>| amount.value;
    Detail {
        state: stage::state(project, scope.as_of),
        percent: project.percent(scope.as_of),
        budget: project.budget.as_ref().map(value),
        contract: project.contract.as_ref().map(|c| c.amount.value),
        changes_total: (!project.changes.is_empty()).then(|| project.changes_total()),
        contract_total: project.contract_total(),
        paid: books.of_contract(),
        outside: (!outside.is_zero()).then_some(outside),
        paid_percent: payable(project).map(|whole| Number(books.of_contract().percent_of(whole))),
        settlement: project.settlement.as_ref().map(value),
        decision: decision.map(|(r, _)| PageLink::to(r)),
        course: course::of(project, me, &books, scope),
        changes: changes(project, scope),
        satisfied_percent: project.evaluation.as_ref().and_then(|e| e.percent()),
        timeline: timeline::of(project, me, &books, scope),
        targets: goals(project),
        funding: funding(project),
    }
}

/// What is to be paid in all: the final account, else contract and changes, else the budget.
fn payable(project: &Project) -> Option<Money> {
    let settled = project.settlement.as_ref().map(|s| s.value);
    settled.or(project.contract_total()).or(project.budget.as_ref().map(|b| b.value)).filter(|m| !m.is_zero())
}

fn changes<'a>(project: &'a Project, scope: &Scope<'a>) -> Vec<ChangeView<'a>> {
    let mut list = Vec::with_capacity(project.changes.len());
    for change in &project.changes {
        let approval = change.value.approval.as_ref();
        let decision = approval.and_then(|a| a.decision.as_ref()).and_then(|d| scope.find(d));
        list.push(ChangeView {
            date: change.date.value,
            amount: change.amount.value,
            note: &change.value.note,
            approved: approval.is_some(),
            body: approval.and_then(|a| a.body.as_deref()),
            approved_on: approval.and_then(|a| a.date.as_ref()).map(|d| d.value),
            decision: decision.map(|(r, _)| PageLink::to(r)),
        });
    }
    list
}

fn goals(project: &Project) -> Vec<GoalView<'_>> {
    let mut list = Vec::with_capacity(project.targets.len());
    for goal in &project.targets {
        let (target, done) = (goal.target.value, goal.done.as_ref().map(|d| d.value));
        let share = |done: Number| Number((done.0 * Decimal::ONE_HUNDRED / target.0).round_dp(1));
        let percent = done.filter(|_| target.0 > Decimal::ZERO).map(share);
        list.push(GoalView { name: &goal.name, target, unit: &goal.unit, done, percent });
    }
    list
}

/// Sources of money, the greatest first.
fn funding(project: &Project) -> Vec<Source<'_>> {
    let sum: Money = project.funding.values().map(|amount| amount.value).sum();
    let mut list = Vec::with_capacity(project.funding.len());
    for (source, amount) in &project.funding {
        list.push(Source { source, amount: amount.value, percent: Number(amount.percent_of(sum)) });
    }
    list.sort_by_key(|s| std::cmp::Reverse(s.amount));
    list
}

/// One clause for lists, in the language of the pages.
pub(super) fn summary(project: &Project, books: &Books<'_>, scope: &Scope<'_>) -> String {
    let words = messages(scope.city.language());
    let paid = books.of_contract().grouped();
    if let Some(settlement) = &project.settlement {
        return words.text("project-summary-settled", &[("settlement", settlement.grouped()), ("paid", paid)]);
    }
    if let (Some(contract), Some(total)) = (&project.contract, project.contract_total()) {
        let facts = [("contractor", contract.contractor.value.clone()), ("total", total.grouped()), ("paid", paid)];
        return words.text("project-summary-contract", &facts);
    }
    match &project.budget {
        Some(budget) => words.text("project-summary-budget", &[("budget", budget.grouped())]),
        None => String::new(),
    }
}

pub(super) fn section(scope: &Scope<'_>) -> Section {
    let mut sums = Section { budget: Money::ZERO, contract: Money::ZERO, paid: Money::ZERO, count: 0 };
    for (record, project) in scope.all::<Project>() {
        sums.budget += project.budget.as_ref().map_or(Money::ZERO, |b| b.value);
        sums.contract += project.contract_total().unwrap_or_default();
        sums.paid += Books::of(project, record, scope).total();
        sums.count += 1;
    }
    sums
}
