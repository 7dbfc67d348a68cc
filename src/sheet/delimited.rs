//! Text with commas, tabs or semicolons.
//!
//! In: text. Out: one sheet whose cells are all words: `001234` stays as it is. Never guesses a separator from
//! a file's name.

use super::{Book, Cell, Refusal, Sheet};

/// So many lines tell the separator.
const LOOKED_AT: usize = 40;

pub(super) fn read(text: &str) -> Result<Book, Refusal> {
    let text = text.trim_start_matches('\u{feff}').trim_end_matches(['\u{1a}', '\0']);
    // Excel takes a first line such as `sep=;` for itself.
    let told = text.lines().next().and_then(|line| line.strip_prefix("sep=")).and_then(|s| s.trim_end().bytes().next());
    let body = if told.is_some() { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    let separator = told.unwrap_or_else(|| separator(body));
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator);
    let mut reader = reader.from_reader(body.as_bytes());
    let mut sheet = Sheet::new("");
    let mut record = csv::StringRecord::new();
    let (mut seen, mut line) = (0, usize::from(told.is_some()));
    loop {
        let begins = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Refusal::Damaged(error.to_string())),
        }
        // The row is the line of the file: what the reader skipped in silence were empty lines.
        let rest = body.get(begins..).unwrap_or_default();
        let begins = begins + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        line += body.get(seen..begins).map_or(0, |passed| passed.matches('\n').count());
        seen = begins;
        for (column, cell) in record.iter().enumerate() {
            sheet.put(line, column, value(cell))?;
        }
    }
    let mut book = Book::default();
    book.add(sheet)?;
    Ok(book)
}

/// A cell; `="001234"`, by which platforms keep Excel from taking a code for a number, is the code.
fn value(text: &str) -> Cell {
    let text = text.trim();
    let inner = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    Cell::text(inner.unwrap_or(text).trim_start_matches('\'').trim_end_matches('\t'))
}

/// The sign that stands in most lines, and equally often.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).take(LOOKED_AT).collect();
    let count = |sign: char| lines.iter().map(|l| l.matches(sign).count()).sum::<usize>();
    let lined = |sign: char| lines.iter().filter(|l| l.contains(sign)).count();
    let signs = ['\t', ',', ';', '|'];
    let best = signs.into_iter().rev().max_by_key(|s| (lined(*s), count(*s))).filter(|s| lined(*s) > 0);
    best.and_then(|s| u8::try_from(s).ok()).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let book = read(text).unwrap();
        book.sheets[0].rows.iter().map(|r| r.iter().map(Cell::shown).collect()).collect()
    }

    #[test]
    fn separators_are_told_by_the_lines() {
        assert_eq!(rows("甲\t乙\n1,000\t2\n"), [["甲", "乙"], ["1,000", "2"]]);
        assert_eq!(rows("甲,乙\n\"1,000\",2\n"), [["甲", "乙"], ["1,000", "2"]]);
        assert_eq!(rows("sep=;\n甲;乙\n"), [vec![], vec!["甲".to_owned(), "乙".into()]]);
        assert_eq!(rows("甲\n\n=\"0012\"\n"), [vec!["甲"], vec![], vec!["0012"]]);
    }
}
