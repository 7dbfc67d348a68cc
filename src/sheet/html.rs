//! Pages with a table that are called .xls.
//!
//! In: the text of a page. Out: one sheet a table, with spanned cells in their place. Never runs, fetches or
//! believes anything in the page but its rows.

use html5gum::{Token, Tokenizer};

use super::limit::{Limit, MAX_COLUMNS, MAX_ROWS};
use super::{Book, Cell, Refusal, Sheet};

/// A table that is open.
struct Table {
    sheet: Sheet,
    row: Option<usize>,
    rows: usize,
    column: usize,
    /// Columns that a cell above still fills: so many rows more.
    filled: Vec<usize>,
    cell: Option<(String, usize, usize)>,
}

impl Table {
    fn new() -> Self {
        Self { sheet: Sheet::new(""), row: None, rows: 0, column: 0, filled: Vec::new(), cell: None }
    }

    fn open_row(&mut self) -> Result<(), Refusal> {
        self.close_row()?;
        self.row = Some(self.rows);
        self.rows += 1;
        self.column = 0;
        if self.rows > MAX_ROWS { Err(Refusal::TooLarge(Limit::Rows)) } else { Ok(()) }
    }

    fn close_row(&mut self) -> Result<(), Refusal> {
        self.close_cell()?;
        if self.row.take().is_some() {
            self.filled.iter_mut().for_each(|left| *left = left.saturating_sub(1));
        }
        Ok(())
    }

    fn open_cell(&mut self, across: usize, down: usize) -> Result<(), Refusal> {
        self.close_cell()?;
        if self.row.is_none() {
            self.open_row()?;
        }
        self.cell = Some((String::new(), across.clamp(1, MAX_COLUMNS), down.clamp(1, MAX_ROWS)));
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Refusal> {
        let (Some((text, across, down)), Some(row)) = (self.cell.take(), self.row) else {
            return Ok(());
        };
        while self.filled.get(self.column).is_some_and(|left| *left > 0) {
            self.column += 1;
        }
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.sheet.put(row, self.column, Cell::text(&words))?;
        let end = self.column + across;
        if end > MAX_COLUMNS {
            return Err(Refusal::TooLarge(Limit::Columns));
        }
        if self.filled.len() < end {
            self.filled.resize(end, 0);
        }
        // This row is counted down when it ends.
        self.filled[self.column..end].iter_mut().for_each(|left| *left = down);
        self.column = end;
        Ok(())
    }
}

pub(super) fn read(text: &str) -> Result<Book, Refusal> {
    let mut book = Book::default();
    let mut open: Vec<Table> = Vec::new();
    let mut silent = 0_usize;
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => {
                let number = |name: &[u8]| {
                    let value = tag.attributes.get(name)?;
                    std::str::from_utf8(value).ok()?.trim().parse::<usize>().ok()
                };
                let table = open.last_mut();
                match (tag.name.as_slice(), table) {
                    (b"style" | b"script" | b"title", _) if !tag.self_closing => silent += 1,
                    (b"table", _) => open.push(Table::new()),
                    (b"tr", Some(table)) => table.open_row()?,
                    (b"td" | b"th", Some(table)) => {
                        table.open_cell(number(b"colspan").unwrap_or(1), number(b"rowspan").unwrap_or(1))?;
                    }
                    (b"br" | b"p" | b"div", Some(Table { cell: Some(cell), .. })) => cell.0.push('\n'),
                    _ => {}
                }
                if open.len() > 16 {
                    return Err(Refusal::Damaged("table".into()));
                }
            }
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"style" | b"script" | b"title" => silent = silent.saturating_sub(1),
                b"td" | b"th" => open.last_mut().map_or(Ok(()), Table::close_cell)?,
                b"tr" => open.last_mut().map_or(Ok(()), Table::close_row)?,
                b"table" => close(&mut open, &mut book)?,
                _ => {}
            },
            Token::String(words) if silent == 0 => {
                if let Some(Table { cell: Some(cell), .. }) = open.last_mut() {
                    cell.0.push_str(&String::from_utf8_lossy(&words));
                }
            }
            _ => {}
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut book)?;
    }
    Ok(book)
}

fn close(open: &mut Vec<Table>, book: &mut Book) -> Result<(), Refusal> {
    let Some(mut table) = open.pop() else {
        return Ok(());
    };
    table.close_row()?;
    if !table.sheet.rows.is_empty() {
        book.add(table.sheet)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanned_cells_keep_the_others_in_place() {
        let text = "<table><tr><td colspan=3>标题<tr><td rowspan=2>甲<td>1&nbsp;<td>2</tr><tr><td>3<br>4<td>5</table>";
        let book = read(text).unwrap();
        let rows: Vec<Vec<String>> = book.sheets[0].rows.iter().map(|r| r.iter().map(Cell::shown).collect()).collect();
        assert_eq!(rows, [vec!["标题"], vec!["甲", "1", "2"], vec!["", "3 4", "5"]]);
    }
}
