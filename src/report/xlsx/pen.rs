//! Writes one worksheet, line by line.
//!
//! In: cells of words, numbers, days and shares. Out: a sheet with frozen head, widths and print setup.
//! Never knows what the cells mean.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::locale::Messages;
use crate::value::Date;

/// The formats of a workbook.
pub(super) struct Ink {
    title: Format,
    heading: Format,
    plain: Format,
    head: Format,
    text: Format,
    wrapped: Format,
    number: Format,
    points: Format,
    share: Format,
    day: Format,
    marks: [Format; 6],
}

impl Ink {
    pub(super) fn new() -> Self {
        let plain = || Format::new().set_font_size(10.5);
        let cell = || plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00D8_D4CB));
        let middle = || cell().set_align(FormatAlign::Center).set_text_wrap();
        let mark = |colour: u32| middle().set_align(FormatAlign::Top).set_font_color(Color::RGB(colour));
        Self {
            title: Format::new().set_bold().set_font_size(16),
            heading: Format::new().set_bold().set_font_size(12),
            plain: plain().set_text_wrap().set_align(FormatAlign::Top),
            head: middle()
                .set_bold()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00F3_F0E9)),
            text: cell().set_align(FormatAlign::Top),
            wrapped: cell().set_text_wrap().set_align(FormatAlign::Top),
            number: cell().set_num_format("#,##0").set_align(FormatAlign::Top),
            points: cell().set_num_format("+0;-0;0").set_align(FormatAlign::Top),
            share: cell().set_num_format("0.0%").set_align(FormatAlign::Top),
            day: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
            // In the order of `Mark`: missing, near, late, published, not applicable, due.
            marks: [
                mark(0x00A6_1C1C).set_bold(),
                mark(0x001B_5E8C),
                mark(0x008F_5200),
                mark(0x001F_6B3A),
                mark(0x0057_606A),
                mark(0x0057_606A),
            ],
        }
    }
}

/// A cell.
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// Words over several lines.
    Long(String),
    /// A number.
    Number(usize),
    /// Percentage points.
    Points(Option<i64>),
    /// A share: so many of so many; empty where there are none.
    Share(usize, usize),
    /// A day.
    Day(Option<Date>),
    /// Words in the colour of a mark, by its position.
    Mark(String, usize),
    /// An empty cell.
    Empty,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A column: its head, and its width in characters of half a square.
pub(super) type Column = (String, f64);

/// A sheet being written.
pub(super) struct Pen<'b> {
    sheet: &'b mut Worksheet,
    ink: &'b Ink,
    pub words: &'b Messages,
    row: u32,
    widths: Vec<f64>,
}

impl<'b> Pen<'b> {
    /// A sheet called by the word `report-sheet-<name>` that keeps its first `frozen` columns in sight.
    pub(super) fn new(
        book: &'b mut Workbook,
        name: &str,
        frozen: u16,
        ink: &'b Ink,
        words: &'b Messages,
    ) -> Result<Self, XlsxError> {
        let name = words.word(&format!("report-sheet-{name}"));
        Self::called(book, &name, frozen, ink, words)
    }

    /// A sheet of this name.
    pub(super) fn called(
        book: &'b mut Workbook,
        name: &str,
        frozen: u16,
        ink: &'b Ink,
        words: &'b Messages,
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&A  &P / &N");
        sheet.set_freeze_panes(0, frozen)?;
        Ok(Self { sheet, ink, words, row: 0, widths: Vec::new() })
    }

    /// A word of reports.
    pub(super) fn word(&self, name: &str) -> String {
        self.words.word(&format!("report-{name}"))
    }

    pub(super) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, text, &self.ink.title)?;
        self.row += 1;
        Ok(())
    }

    /// A paragraph over the width of some columns.
    pub(super) fn line(&mut self, text: &str, columns: &[Column]) -> Result<(), XlsxError> {
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.sheet.merge_range(self.row, 0, self.row, last, text, &self.ink.plain)?;
        let room: f64 = columns.iter().map(|(_, width)| width).sum();
        self.end_row(lines(text, room))
    }

    pub(super) fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, 0, text, &self.ink.heading)?;
        self.row += 1;
        Ok(())
    }

    /// The width of each column.
    pub(super) fn widths(&mut self, columns: &[Column]) -> Result<(), XlsxError> {
        for (at, (_, width)) in (0..).zip(columns) {
            self.sheet.set_column_width(at, *width)?;
        }
        self.widths = columns.iter().map(|(_, width)| *width).collect();
        Ok(())
    }

    /// The heads of a table.
    pub(super) fn heads(&mut self, columns: &[Column]) -> Result<(), XlsxError> {
        for (at, (head, _)) in (0..).zip(columns) {
            self.sheet.write_string_with_format(self.row, at, head, &self.ink.head)?;
        }
        let most = columns.iter().zip(&self.widths).map(|((head, _), width)| lines(head, *width)).max();
        self.end_row(most.unwrap_or(1))
    }

    /// A table that is the whole sheet: its head stays in sight, is printed on every page, and filters.
    pub(super) fn table(&mut self, columns: &[Column], frozen: u16, rows: Vec<Vec<Cell>>) -> Result<(), XlsxError> {
        self.widths(columns)?;
        let head = self.row;
        self.heads(columns)?;
        self.sheet.set_freeze_panes(head + 1, frozen)?;
        self.sheet.set_repeat_rows(head, head)?;
        let last = head + u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for row in rows {
            self.cells(row)?;
        }
        let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.sheet.autofilter(head, 0, last, right)?;
        Ok(())
    }

    /// One row.
    pub(super) fn cells(&mut self, row: Vec<Cell>) -> Result<(), XlsxError> {
        let (sheet, ink, at) = (&mut *self.sheet, self.ink, self.row);
        let long = row.iter().zip(&self.widths).filter_map(|(cell, width)| match cell {
            Cell::Long(text) | Cell::Mark(text, _) => Some(lines(text, *width)),
            _ => None,
        });
        let most = long.max().unwrap_or(1);
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(at, column, text, &ink.text)?,
                Cell::Long(text) => sheet.write_string_with_format(at, column, text, &ink.wrapped)?,
                Cell::Number(n) => sheet.write_number_with_format(at, column, exact(n), &ink.number)?,
                Cell::Points(Some(n)) => {
                    sheet.write_number_with_format(at, column, f64::from(i32::try_from(n).unwrap_or(0)), &ink.points)?
                }
                Cell::Share(part, all) if all > 0 => {
                    sheet.write_number_with_format(at, column, exact(part) / exact(all), &ink.share)?
                }
                Cell::Day(Some(day)) => sheet.write_datetime_with_format(at, column, written(day)?, &ink.day)?,
                Cell::Mark(text, mark) => sheet.write_string_with_format(at, column, text, &ink.marks[mark])?,
                Cell::Points(None) | Cell::Share(..) | Cell::Day(None) | Cell::Empty => {
                    sheet.write_blank(at, column, &ink.text)?
                }
            };
        }
        self.end_row(most)
    }

    /// Ends a row that is so many lines high: not every program finds that by itself.
    fn end_row(&mut self, lines: u32) -> Result<(), XlsxError> {
        if lines > 1 {
            self.sheet.set_row_height(self.row, 15.0 * f64::from(lines.min(26)))?;
        }
        self.row += 1;
        Ok(())
    }
}

/// About how many lines a text takes in a column; a Chinese sign is two characters wide.
fn lines(text: &str, width: f64) -> u32 {
    let room = (width - 1.0).max(1.0);
    let mut lines = 1;
    let mut used = 0.0;
    for c in text.chars() {
        let wide = if c.is_ascii() { 1.0 } else { 2.0 };
        if used + wide > room {
            (lines, used) = (lines + 1, 0.0);
        }
        used += wide;
    }
    lines
}

/// Counts are far below what a workbook's numbers hold exactly.
fn exact(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn written(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}
