//! A report as a workbook: 概览, 各村社区, 矩阵, 待办, 问题.
//!
//! In: a report. Out: the bytes of a workbook, the same for the same report. Numbers, days and shares are
//! numbers, days and shares of the workbook, so that it can go on with them.
//! Never a formula: what is written is what was counted.

mod communities;
mod lists;
mod matrix;
mod overview;
mod pen;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::pen::{Ink, Pen};
use super::Report;
use crate::error::Error;
use crate::locale::Messages;

/// # Errors
/// Where it has more rows than a workbook can hold.
pub(super) fn write(report: &Report, words: &Messages) -> Result<Vec<u8>, Error> {
    book(report, words).map_err(|e| Error::io("io-write", "xlsx", std::io::Error::other(e)))
}

fn book(report: &Report, words: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = report.head.as_of;
    let (year, month, day) =
        (u16::try_from(day.year()).unwrap_or(1900), day.month().unsigned_abs(), day.day().unsigned_abs());
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    let named = DocProperties::new().set_title(&report.head.title).set_author(&report.head.publisher);
    book.set_properties(&named.set_creation_datetime(&made));
    let ink = Ink::new();
    overview::write(&mut Pen::new(&mut book, "overview", 1, &ink, words)?, report)?;
    communities::write(&mut Pen::new(&mut book, "communities", 2, &ink, words)?, report)?;
    matrix::write(&mut book, &ink, words, report)?;
    lists::todo(&mut Pen::new(&mut book, "todo", 2, &ink, words)?, report)?;
    lists::problems(&mut Pen::new(&mut book, "problems", 2, &ink, words)?, report)?;
    book.save_to_buffer()
}
