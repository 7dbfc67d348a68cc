//! The sheets of records as PDF, by the print engine of a browser that is there.
//!
//! In: sheets, what an earlier bag holds, a browser. Out: PDFs by path within the bag, and a list of what each was made
//! from. A sheet that is the same keeps the PDF it had; what an engine writes into a PDF that is not of the sheet, days and
//! numbers of its own, is made the same every time. Never needed: a bag without PDFs is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use memchr::memmem;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::text::hex;
use crate::value::Date;
use crate::write::browser;

/// The list within a bag: path, SHA-256 of the sheet, SHA-256 of its PDF, one line each.
const LIST: &str = "pdf/sheets.csv";

/// Where the engine writes when a PDF was made.
const DATES: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];

/// How the engine names a cell of a table, before eight digits: for those who listen to the PDF.
const CELL: &[u8] = b"(node";

/// Where PDFs come from.
pub(super) struct Press<'p> {
    /// The browser; none where there is none that prints.
    pub browser: Option<&'p Path>,
    /// A folder for what is being made; it is gone afterwards.
    pub work: &'p Path,
    /// The payload of an earlier bag of the same community and year.
    pub earlier: &'p Path,
    /// The day of the bag.
    pub day: Date,
}

/// The path of a record's PDF within a bag.
pub(super) fn path(url: &str) -> String {
    format!("pdf/{}.pdf", url.trim_end_matches(".html"))
}

impl Press<'_> {
    /// Whether there is anything to print with, or anything printed before.
    pub(super) fn can_print(&self) -> bool {
        self.browser.is_some() || self.earlier.join(LIST).is_file()
    }

    /// PDFs of sheets, by path, and their list; none of a sheet that could not be printed.
    ///
    /// # Errors
    /// Where reading or writing fails, or the browser cannot be started.
    pub(super) fn print(&self, sheets: &[(String, Vec<u8>)]) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let known = self.known();
        let mut made: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut todo: Vec<&(String, Vec<u8>)> = Vec::new();
        for sheet in sheets {
            match known.get(&digest(&sheet.1)) {
                Some(bytes) => drop(made.insert(path(&sheet.0), bytes.clone())),
                None => todo.push(sheet),
            }
        }
        // A browser that fails with the first sheet fails with all of them, each after a long wait.
        if let (Some(browser), Some((first, rest))) = (self.browser, todo.split_first())
            && let Some(bytes) = self.one(browser, first)?
        {
            made.insert(path(&first.0), bytes);
            let all: Result<Vec<_>, Error> =
                rest.par_iter().map(|sheet| Ok((sheet, self.one(browser, sheet)?))).collect();
            made.extend(all?.into_iter().filter_map(|(sheet, bytes)| Some((path(&sheet.0), bytes?))));
        }
        if !made.is_empty() {
            let line = |(url, html): &(String, Vec<u8>)| {
                let path = path(url);
                made.get(&path).map(|pdf| format!("{path},{},{}\r\n", digest(html), digest(pdf)))
            };
            let list: String = sheets.iter().filter_map(line).collect();
            made.insert(LIST.to_owned(), list.into_bytes());
        }
        Ok(made)
    }

    /// The PDFs of the earlier bag by the digest of their sheet; a file that is no longer what its list says is none.
    fn known(&self) -> BTreeMap<String, Vec<u8>> {
        let list = std::fs::read_to_string(self.earlier.join(LIST)).unwrap_or_default();
        let one = |line: &str| {
            let (path, digests) = line.split_once(',')?;
            let (sheet, pdf) = digests.split_once(',')?;
            let inside = path.starts_with("pdf/") && !path.split('/').any(|part| part == "..");
            let bytes = std::fs::read(self.earlier.join(path)).ok().filter(|bytes| inside && digest(bytes) == pdf)?;
            Some((sheet.to_owned(), bytes))
        };
        list.lines().filter_map(one).collect()
    }

    fn one(&self, browser: &Path, (url, html): &(String, Vec<u8>)) -> Result<Option<Vec<u8>>, Error> {
        let name = hex(&Sha256::digest(url.as_bytes())[..8]);
        let made = browser::print(browser, html, &self.work.join(name))?;
        Ok(made.map(|bytes| numbered(dated(bytes, self.day))))
    }
}

fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The same PDF as made at the beginning of a day. Nothing else in it moves: all dates are of one length.
fn dated(mut bytes: Vec<u8>, day: Date) -> Vec<u8> {
    let stamp = format!("{:04}{:02}{:02}000000", day.year(), day.month(), day.day());
    for key in DATES {
        let mut from = 0;
        while let Some(at) = bytes[from..].windows(key.len()).position(|window| window == key) {
            from += at + key.len();
            if let Some(place) = bytes.get_mut(from..from + stamp.len())
                && place.iter().all(u8::is_ascii_digit)
            {
                place.copy_from_slice(stamp.as_bytes());
            }
        }
    }
    bytes
}

/// The same PDF with the names of its cells counted from one, in their order. The engine counts all that it drew, and on a
/// busy machine sometimes one more. Nothing else in it moves: all names are of one length.
fn numbered(mut bytes: Vec<u8>) -> Vec<u8> {
    let name = |at: usize| at + CELL.len()..at + CELL.len() + 8;
    let is_name = |at: &usize| {
        let rest = bytes.get(name(*at)).zip(bytes.get(name(*at).end));
        rest.is_some_and(|(digits, end)| digits.iter().all(u8::is_ascii_digit) && *end == b')')
    };
    let places: Vec<usize> = memmem::find_iter(&bytes, CELL).filter(is_name).collect();
    let names: BTreeSet<Vec<u8>> = places.iter().map(|at| bytes[name(*at)].to_vec()).collect();
    let numbers: BTreeMap<Vec<u8>, String> =
        names.into_iter().enumerate().map(|(at, name)| (name, format!("{:08}", at + 1))).collect();
    for at in places {
        let place = &mut bytes[name(at)];
        place.copy_from_slice(numbers[&*place].as_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_from_one_and_keep_their_order() {
        for (made, want) in [
            (
                "/ID (node00000117) /ID (node00000019) /Headers [(node00000117)] /Names [(node00000019) (node00000117)]",
                "/ID (node00000002) /ID (node00000001) /Headers [(node00000002)] /Names [(node00000001) (node00000002)]",
            ),
            ("(node0000011) (node0000011x) (node00000117", "(node0000011) (node0000011x) (node00000117"),
            ("", ""),
        ] {
            assert_eq!(String::from_utf8(numbered(made.as_bytes().to_vec())).as_deref(), Ok(want));
        }
    }

    #[test]
    fn dates_of_the_engine_become_that_of_the_bag() {
        let made =
            b"%PDF-1.4 <</CreationDate (D:20261128061530+00'00')/ModDate (D:20261128061531+00'00')>> /ModDate (D:x)";
        let want =
            b"%PDF-1.4 <</CreationDate (D:20261123000000+00'00')/ModDate (D:20261123000000+00'00')>> /ModDate (D:x)";
        assert_eq!(dated(made.to_vec(), Date::constant(2026, 11, 23)), want);
        assert_eq!(dated(b"/ModDate (D:2026".to_vec(), Date::constant(2026, 11, 23)), b"/ModDate (D:2026");
    }
}
