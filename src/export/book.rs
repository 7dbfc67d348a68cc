//! A sheet to be filled in.
//!
//! In: columns and rows. Out: a worksheet whose heads are held in place and explained, whose cells have the form
//! of their column. Never a formula.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::error::Error;
use crate::layout::{Column, Holds};
use crate::locale::Messages;
use crate::value::{Date, Money, Number, read_date};

/// So many rows below the heads have the forms and choices of their columns.
const ROWS: u32 = 5_000;

/// A workbook that was begun on a day.
pub(super) fn begin(title: &str, day: Date) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let part = |n: i8| n.unsigned_abs();
    let made = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), part(day.month()), part(day.day()))?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    Ok(book)
}

/// The bytes of a finished workbook.
pub(super) fn bytes(book: Result<Workbook, XlsxError>) -> Result<Vec<u8>, Error> {
    let failed = |e: XlsxError| Error::io("io-write", "xlsx", std::io::Error::other(e));
    book.map_err(failed)?.save_to_buffer().map_err(failed)
}

/// Writes heads and rows; `free` heads may be changed.
pub(super) fn rows(
    book: &mut Workbook,
    name: &str,
    columns: &[&Column],
    rows: &[Vec<String>],
    free: bool,
    words: &Messages,
) -> Result<(), XlsxError> {
    let lists = lists(book, columns)?;
    let sheet = book.add_worksheet();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_row_height(0, 26)?;
    for (at, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(at, width(column))?;
        sheet.set_column_format(at, &cell(column.holds))?;
        let mut head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        head = head
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00F3_F0E9));
        let head = if free { head.set_unlocked() } else { head };
        let star = if column.required { "*" } else { "" };
        sheet.write_with_format(0, at, format!("{}{star}", column.name), &head)?;
        sheet.insert_note(0, at, &Note::new(super::notes::column(column, words)).add_author_prefix(false))?;
        if let Some(choice) = choice(column, lists[usize::from(at)].as_deref(), words)? {
            sheet.add_data_validation(1, at, ROWS, at, &choice)?;
        }
    }
    for (line, row) in (1_u32..).zip(rows) {
        for ((at, column), text) in (0_u16..).zip(columns).zip(row) {
            write(sheet, line, at, column.holds, text)?;
        }
    }
    let may = ProtectionOptions {
        insert_rows: true,
        delete_rows: true,
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        insert_columns: free,
        delete_columns: free,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&may);
    sheet.set_active(true);
    Ok(())
}

/// Choices too long for a cell's own list stand on a hidden sheet; gives the ranges.
fn lists(book: &mut Workbook, columns: &[&Column]) -> Result<Vec<Option<String>>, XlsxError> {
    // A list within a cell's rule may have 255 signs.
    let long = |c: &&Column| c.options.iter().map(|o| o.chars().count() + 1).sum::<usize>() > 255;
    let mut ranges = Vec::new();
    if !columns.iter().any(&long) {
        return Ok(vec![None; columns.len()]);
    }
    let sheet = book.add_worksheet();
    sheet.set_name("lists")?.set_hidden(true);
    for (at, column) in (0_u16..).zip(columns) {
        ranges.push(if long(column) {
            for (line, option) in (0_u32..).zip(&column.options) {
                sheet.write_string(line, at, option)?;
            }
            let letter = crate::sheet::column_name(usize::from(at));
            Some(format!("=lists!${letter}$1:${letter}${}", column.options.len()))
        } else {
            None
        });
    }
    Ok(ranges)
}

fn choice(column: &Column, list: Option<&str>, words: &Messages) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let yes_no = ["是", "否"];
    let rule = match (column.holds, list) {
        (_, Some(range)) => rule.allow_list_formula(Formula::new(range)),
        _ if !column.options.is_empty() => rule.allow_list_strings(&column.options)?,
        (Holds::YesNo, _) => rule.allow_list_strings(&yes_no)?,
        (Holds::Date, _) => {
            let (from, to) = (ExcelDateTime::from_ymd(1949, 10, 1)?, ExcelDateTime::from_ymd(2199, 12, 31)?);
            rule.allow_date(DataValidationRule::Between(from, to))
        }
        (Holds::Money | Holds::Number | Holds::Percent, _) => {
            rule.allow_decimal_number(DataValidationRule::Between(-1e12, 1e12))
        }
        (Holds::Text, _) => return Ok(None),
    };
    let told: String = super::notes::holds(column, words).chars().take(200).collect();
    let rule = rule.set_error_title(words.word("template-wrong-title"))?.set_error_message(told)?;
    // Amounts and days may be typed as words too: import reads them as people write them.
    let style = match column.holds {
        _ if !column.options.is_empty() => DataValidationErrorStyle::Stop,
        _ => DataValidationErrorStyle::Warning,
    };
    Ok(Some(rule.set_error_style(style)))
}

fn write(sheet: &mut Worksheet, row: u32, at: u16, holds: Holds, text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    let format = cell(holds);
    let number = match holds {
        Holds::Money => Money::parse(text).map(Money::decimal),
        Holds::Number | Holds::Percent => Number::parse(text).map(|n| n.0),
        Holds::Date => {
            if let Some(date) = read_date(text) {
                let part = |n: i8| n.unsigned_abs();
                let year = u16::try_from(date.year()).unwrap_or(1900);
                let day = ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))?;
                sheet.write_datetime_with_format(row, at, &day, &format)?;
                return Ok(());
            }
            None
        }
        Holds::Text | Holds::YesNo => None,
    };
    match number.and_then(|n| n.to_f64()) {
        Some(number) => sheet.write_number_with_format(row, at, number, &format)?,
        None => sheet.write_string_with_format(row, at, text, &format)?,
    };
    Ok(())
}

/// The form of a column's cells; nobody locks them.
fn cell(holds: Holds) -> Format {
    let format = Format::new().set_unlocked();
    match holds {
        // Codes keep their zeros.
        Holds::Text | Holds::YesNo => format.set_num_format("@"),
        Holds::Money => format.set_num_format("#,##0.00"),
        Holds::Date => format.set_num_format("yyyy-mm-dd"),
        Holds::Number | Holds::Percent => format,
    }
}

fn width(column: &Column) -> f64 {
    let head = column.name.chars().count() as f64 * 2.2 + 3.0;
    let least: f64 = match column.holds {
        Holds::Text => 14.0,
        Holds::Money => 15.0,
        Holds::Date => 13.0,
        Holds::Number | Holds::Percent | Holds::YesNo => 9.0,
    };
    head.max(if matches!(column.name.as_str(), "摘要" | "名称" | "说明" | "备注") { 30.0 } else { least })
}
