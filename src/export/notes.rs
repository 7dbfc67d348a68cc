//! What a template says of itself.
//!
//! In: a layout. Out: a sheet of notes, with an example beside each column. Never a row that import could take
//! for heads: columns stand one below the other.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use crate::layout::{Column, Holds, Layout};
use crate::locale::Messages;

/// What to write in a column, in words.
pub(super) fn holds(column: &Column, words: &Messages) -> String {
    if column.options.is_empty() {
        return words.word(&format!("template-holds-{}", column.holds.word()));
    }
    words.text("template-options", &[("options", column.options.join("、"))])
}

/// The note at a head.
pub(super) fn column(column: &Column, words: &Messages) -> String {
    let must = if column.required { format!("{}\n", words.word("template-must")) } else { String::new() };
    format!("{must}{}", holds(column, words))
}

/// Writes the sheet of notes.
pub(super) fn write(
    book: &mut Workbook,
    layout: &Layout,
    title: &str,
    columns: &[&Column],
    words: &Messages,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(words.word("template-notes"))?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold();
    for (at, width) in [(0, 22.0), (1, 46.0), (2, 8.0), (3, 28.0)] {
        sheet.set_column_width(at, width)?;
    }
    sheet.write_with_format(0, 0, title, &Format::new().set_bold().set_font_size(16))?;
    let as_kind = if layout.name.is_empty() { layout.kind } else { layout.name.as_str() };
    let rows = words.word("template-rows");
    let mut lines = vec![words.text("template-how", &[("sheet", rows.as_str()), ("as", as_kind)])];
    lines.extend(["template-required", "template-sums", "template-private"].map(|id| words.word(id)));
    lines.extend(layout.rules.iter().map(|rule| words.text("template-rule", &[("rule", rule)])));
    let mut row = 1;
    for line in lines {
        sheet.merge_range(row, 0, row, 3, &line, &wrapped)?;
        row += 1;
    }
    row += 1;
    for (at, id) in [(0, "template-column"), (1, "template-holds"), (2, "template-must"), (3, "template-example")] {
        sheet.write_with_format(row, at, words.word(id), &bold)?;
    }
    for column in columns {
        row += 1;
        sheet.write(row, 0, &column.name)?;
        sheet.write_with_format(row, 1, holds(column, words), &wrapped)?;
        if column.required {
            sheet.write(row, 2, words.word("template-yes"))?;
        }
        sheet.write(row, 3, example(column, words))?;
    }
    Ok(())
}

fn example(column: &Column, words: &Messages) -> String {
    let sample = words.word("template-example-text");
    if let Some(first) = column.options.first() {
        return first.clone();
    }
    match column.holds {
        Holds::Text => format!("{sample}{}", column.name),
        Holds::Number => "12".into(),
        Holds::Percent => "88.5".into(),
        Holds::Money => "8600.50".into(),
        Holds::Date => "2026-08-11".into(),
        Holds::YesNo => "是".into(),
    }
}
