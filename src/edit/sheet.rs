//! The same for a CSV beside a record: rows that did not change stay to the byte.
//!
//! In: the text of a table and its rows as they shall be. Out: the new text. Never changes the form of a cell
//! that was not touched, nor the end of lines.

/// One row of a table as it shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its position among the rows below the head, where it was there before.
    pub old: Option<usize>,
    /// Its cells.
    pub cells: Vec<String>,
}

/// The text of a table with its head and rows as asked for; `None` where the old text is no table.
pub fn rewrite_table(text: &str, columns: &[String], rows: &[SheetRow]) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let end = if body.contains("\r\n") || body.is_empty() { "\r\n" } else { "\n" };
    let mut lines = records(body)?;
    let head = if lines.is_empty() { None } else { Some(lines.remove(0)) };
    let blank = |(_, cells): &(&str, Vec<String>)| cells.iter().all(String::is_empty);
    // Rows are counted as readers count them: lines without any word are no rows.
    let old: Vec<&(&str, Vec<String>)> = lines.iter().filter(|line| !blank(line)).collect();
    let mut out = String::from(mark);
    let mut push = |line: &str| {
        if !out.is_empty() && !out.ends_with('\n') && out != mark {
            out.push_str(end);
        }
        out.push_str(line);
    };
    match &head {
        Some((line, cells)) if cells == columns => push(line),
        _ => push(&format!("{}{end}", record(columns))),
    }
    for row in rows {
        match row.old.and_then(|at| old.get(at)) {
            Some((line, cells)) if *cells == row.cells => push(line),
            _ => push(&format!("{}{end}", record(&row.cells))),
        }
    }
    if !body.is_empty() && !body.ends_with('\n') {
        out.truncate(out.trim_end_matches(['\n', '\r']).len());
    }
    Some(out)
}

/// Each record with its end of line, and its cells without blank ends.
fn records(text: &str) -> Option<Vec<(&str, Vec<String>)>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut found = Vec::new();
    let mut cells = csv::StringRecord::new();
    let mut from = 0;
    while reader.read_record(&mut cells).ok()? {
        let to = usize::try_from(reader.position().byte()).ok()?;
        let mut to = to.min(text.len());
        if text[..to].ends_with('\r') && text[to..].starts_with('\n') {
            to += 1;
        }
        found.push((text.get(from..to)?, cells.iter().map(|c| c.trim().to_owned()).collect()));
        from = to;
    }
    Some(found)
}

fn record(cells: &[String]) -> String {
    let cell = |text: &String| {
        if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    // A record of one empty cell would read as an empty line.
    if let [only] = cells
        && only.is_empty()
    {
        return "\"\"".into();
    }
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(old: Option<usize>, cells: &[&str]) -> SheetRow {
        SheetRow { old, cells: cells.iter().map(|c| (*c).to_owned()).collect() }
    }

    #[test]
    fn only_the_row_that_changed_changes() {
        let columns = ["姓名", "金额"].map(str::to_owned);
        let text = "\u{feff}姓名,金额\r\n\"张*三\", 480.00\r\n\r\n李*四,\"1,200.00\"\r\n";
        let same = [row(Some(0), &["张*三", "480.00"]), row(Some(1), &["李*四", "1,200.00"])];
        let out = rewrite_table(text, &columns, &same).unwrap();
        assert_eq!(
            out,
            "\u{feff}姓名,金额\r\n\"张*三\", 480.00\r\n李*四,\"1,200.00\"\r\n".replace("\r\n李", "\r\n\r\n李")
        );
        let new = [same[0].clone(), row(Some(1), &["李*四", "1,300.00"]), row(None, &["王*五", "5"])];
        let out = rewrite_table(text, &columns, &new).unwrap();
        assert!(out.ends_with("李*四,\"1,300.00\"\r\n王*五,5\r\n"), "{out}");
        assert!(out.contains("\"张*三\", 480.00\r\n"));
    }
}
