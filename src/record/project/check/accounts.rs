//! The project's payments against the books.
//!
//! In: payments, each with its line where one was found. Out: errors where the two records say
//! different things, with both places. Never asks for a line where no statement covers the day, or
//! where somebody else paid.

use super::super::super::Record;
use super::super::books::{BookLine, Paid};
use super::Case;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::value::Money;

pub(super) fn check(case: &Case<'_, '_>, me: &Record, sink: &mut Sink) {
    // A finance record that could not be read may hold what is missed here.
    if case.scope.corpus.left_out.iter().any(|gone| gone.is_in("finance")) {
        return;
    }
    let books = case.books;
    for paid in books.paid.iter().filter(|p| p.listed.is_some() && p.payer.is_none()) {
        match paid.line {
            Some(line) => compare(paid, line, sink),
            None => missing(case, paid, sink),
        }
    }
    // What others paid, and what no statement covers, cannot stand in the books.
    let expected = books.paid.iter().filter(|p| p.payer.is_none() && (p.line.is_some() || p.covered_by.is_some()));
    let project: Money = expected.map(|p| p.amount.value).sum();
    let booked: Money = books.paid.iter().filter_map(|p| p.line).map(|l| l.line.amount.value).sum();
    let unknown: Money = books.unknown.iter().map(|l| l.line.amount.value).sum();
    for line in &books.unknown {
        let other = Diagnostic::new(&code::LINE_NOT_IN_PROJECT, line.line.amount.span)
            .arg("date", line.line.date.value)
            .arg("amount", line.line.amount.grouped())
            .arg("memo", &line.line.memo)
            .arg("title", &me.common().title.value)
            .arg("booked", (booked + unknown).grouped())
            .arg("listed", project.grouped())
            .arg("difference", (booked + unknown).apart(project).grouped());
        sink.push(other.also(me.common().title.span).basis(case.basis.clone()));
    }
}

fn compare(paid: &Paid<'_>, line: BookLine<'_>, sink: &mut Sink) {
    let title = &line.record.common().title.value;
    if paid.amount.value != line.line.amount.value {
        let differs = Diagnostic::new(&code::PAYMENT_AMOUNT_DIFFERS, paid.amount.span)
            .arg("amount", paid.amount.grouped())
            .arg("booked", line.line.amount.grouped())
            .arg("difference", paid.amount.apart(line.line.amount.value).grouped())
            .arg("title", title);
        sink.push(differs.also(line.line.amount.span));
        return;
    }
    if paid.date.value != line.line.date.value {
        let differs = Diagnostic::new(&code::PAYMENT_DATE_DIFFERS, paid.date.span)
            .arg("date", paid.date.value)
            .arg("booked", line.line.date.value)
            .arg("amount", paid.amount.grouped())
            .arg("title", title);
        sink.push(differs.also(line.line.date.span));
    }
    if let (Some(listed), Some(booked)) = (paid.listed.and_then(|p| p.voucher.as_ref()), &line.line.voucher)
        && listed.value != booked.value
    {
        let differs = Diagnostic::new(&code::PAYMENT_VOUCHER_DIFFERS, listed.span)
            .arg("voucher", &listed.value)
            .arg("booked", &booked.value)
            .arg("amount", paid.amount.grouped())
            .arg("title", title);
        sink.push(differs.also(booked.span));
    }
}

/// A statement covers the day, and the project is one whose payments the books name.
fn missing(case: &Case<'_, '_>, paid: &Paid<'_>, sink: &mut Sink) {
    let Some(covering) = paid.covered_by.filter(|_| paid.voucher.is_some() || case.books.named) else {
        return;
    };
    let absent = Diagnostic::new(&code::PAYMENT_NOT_IN_BOOKS, paid.amount.span)
        .arg("date", paid.date.value)
        .arg("amount", paid.amount.grouped())
        .arg("voucher", paid.voucher.unwrap_or_default())
        .arg("title", &covering.common().title.value);
    sink.push(absent.also(covering.common().title.span).basis(case.basis.clone()));
}
