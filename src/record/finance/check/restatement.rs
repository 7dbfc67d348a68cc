//! 重述: a figure published before and another one now, shown beside each other.
//!
//! In: a record that restates figures of earlier ones. Out: errors where the earlier record says
//! neither, or was overwritten in silence. Never changes what was published.

use super::super::super::{Record, Scope};
use super::super::Finance;
use super::super::adjustment::Restatement;
use super::super::chain::{Chain, Entry, Side};
use super::super::distribution::{amount, rows, system};
use super::ground;
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::schema::nearest;
use crate::value::Money;

/// A figure as an earlier record holds it.
pub(in super::super) struct Figure<'a> {
    /// The records that hold it, in order.
    pub records: Vec<&'a Record>,
    /// How much it is there.
    pub amount: Money,
    /// Where it stands.
    pub place: Span,
}

pub(super) fn check(finance: &Finance, me: &Record, chain: &Chain<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    for restated in &finance.restatements {
        sink.push(judge(finance, me, restated, chain, scope).basis(ground(finance, scope)));
    }
}

fn judge(
    finance: &Finance,
    me: &Record,
    restated: &At<Restatement>,
    chain: &Chain<'_>,
    scope: &Scope<'_>,
) -> Diagnostic {
    let told = |code| {
        Diagnostic::new(code, restated.item.span)
            .arg("item", &restated.item.value)
            .arg("period", restated.period.value)
            .arg("before", restated.before.grouped())
            .arg("after", restated.after.grouped())
            .arg("difference", restated.after.apart(restated.before.value).grouped())
            .arg("reason", &restated.reason)
    };
    let found = figure(finance, me, restated, chain, scope);
    let Some(found) = found else {
        let names = known(finance, restated, chain);
        let near = nearest(&restated.item, names.iter().map(String::as_str)).unwrap_or_default();
        return told(&code::RESTATEMENT_UNKNOWN).arg("near", near);
    };
    let corrected = found.records.iter().any(|r| !r.common().corrections.is_empty());
    let said = found.amount.grouped();
    let code = if found.amount == restated.before.value {
        &code::RESTATED
    } else if found.amount != restated.after.value {
        &code::RESTATEMENT_DIFFERS
    } else if corrected {
        &code::RESTATED
    } else {
        &code::RESTATED_IN_SILENCE
    };
    let title = found.records.first().map_or("", |r| r.common().title.value.as_str());
    told(code).arg("said", said).arg("title", title).also(found.place)
}

/// What the earlier records say of the figure.
pub(in super::super) fn figure<'a>(
    finance: &Finance,
    me: &Record,
    restated: &Restatement,
    chain: &Chain<'a>,
    scope: &Scope<'a>,
) -> Option<Figure<'a>> {
    let period = restated.period.value;
    let mut own = scope
        .all::<Finance>()
        .filter(|(r, f)| r.file != me.file && f.account.value == finance.account.value && f.period.value == period);
    let row = |(record, other): (&'a Record, &'a Finance)| {
        let item = other.balance_sheet.as_ref().and_then(|sheet| sheet.item(&restated.item));
        if let Some(item) = item {
            let place = item.closing.span;
            return Some(Figure { records: vec![record], amount: item.closing.value, place });
        }
        let system = system(other, scope).filter(|_| !other.distribution.is_empty())?;
        let known = system.rows.iter().any(|r| r.name == restated.item.value);
        let amount = known.then(|| amount(&rows(other, system), &restated.item))?;
        let place = other.distribution.get(&restated.item.value).map_or(other.period.span, |m| m.span);
        Some(Figure { records: vec![record], amount, place })
    };
    own.find_map(row).or_else(|| flow(restated, chain, me))
}

/// A figure of income and expense, over all statements that make up the period.
fn flow<'a>(restated: &Restatement, chain: &Chain<'a>, me: &Record) -> Option<Figure<'a>> {
    let period = restated.period.value;
    let list: Vec<Entry<'a>> = chain.list.iter().filter(|e| period.contains(e.period())).copied().collect();
    let (first, last) = (list.first()?, list.last()?);
    let whole = first.period().first() == period.first() && last.period().last() == period.last();
    if !whole || list.iter().any(|e| e.record.file == me.file) {
        return None;
    }
    let sum = |side: Side| -> Money { list.iter().map(|e| side.total(e.finance)).sum() };
    let amount = match restated.item.value.as_str() {
        "收入" | "收入合计" | "income" => sum(Side::Income),
        "支出" | "支出合计" | "expense" => sum(Side::Expense),
        "期末" | "结余" | "closing" => last.closing(),
        category => of_category(&list, category)?,
    };
    let place = last.record.common().title.span;
    Some(Figure { records: list.iter().map(|e| e.record).collect(), amount, place })
}

fn of_category(list: &[Entry<'_>], category: &str) -> Option<Money> {
    let own = |side: Side| {
        let lines = list.iter().flat_map(move |e| side.lines(e.finance));
        lines.filter(move |l| l.category.value == category).map(|l| l.amount.value)
    };
    let side = Side::BOTH.into_iter().find(|side| own(*side).next().is_some())?;
    Some(own(side).sum())
}

/// What can be restated of that period, for a guess.
fn known(finance: &Finance, restated: &Restatement, chain: &Chain<'_>) -> Vec<String> {
    let mut names: Vec<String> = ["收入合计", "支出合计", "期末"].map(str::to_owned).into();
    let within = chain.list.iter().filter(|e| restated.period.value.contains(e.period()));
    let lines = within.flat_map(|e| e.finance.income.iter().chain(&e.finance.expense));
    names.extend(lines.map(|l| l.category.value.clone()));
    names.extend(finance.distribution.keys().cloned());
    names
}
