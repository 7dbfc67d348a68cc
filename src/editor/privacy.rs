//! Private data that must not be kept in a record, and how it is masked.
//!
//! In: a record's tree and its tables. Out: each identity number, bank account and private phone that is found,
//! and the same text masked. Never shows in full what it found.

use crate::yaml::{Node, NodeKind};

/// Something private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    /// `identity`, `bank` or `phone`.
    pub kind: &'static str,
    /// Where its value begins in the record; none for a table in a file of its own.
    pub at: Option<u32>,
    /// The text, masked.
    pub masked: String,
}

/// Keys under which a telephone may stand: those of offices, not of persons.
const OFFICE: &[&str] = &["办公电话", "监督电话", "受理", "联系", "电话", "热线", "phone", "hotline", "contact"];

/// All that is private in a record and its tables.
pub fn find(node: &Node, tables: &[(String, String)]) -> Vec<Private> {
    let mut found = Vec::new();
    walk(node, "", false, &mut found);
    for (_, text) in tables {
        found.extend(
            runs(text).filter_map(|run| private(&text[run.clone()], true, text, &run)).map(|(kind, masked)| Private {
                kind,
                at: None,
                masked,
            }),
        );
    }
    found
}

fn walk(node: &Node, key: &str, row: bool, found: &mut Vec<Private>) {
    match &node.kind {
        NodeKind::Null => {}
        NodeKind::Scalar { text, .. } => {
            let office = OFFICE.iter().any(|word| key.contains(word));
            for run in runs(text) {
                if let Some((kind, masked)) = private(&text[run.clone()], row && !office, text, &run) {
                    found.push(Private { kind, at: Some(node.span.start), masked });
                }
            }
        }
        NodeKind::List(items) => items.iter().for_each(|item| walk(item, key, true, found)),
        NodeKind::Map(entries) => entries.iter().for_each(|e| walk(&e.value, &e.key, row, found)),
    }
}

/// A text with all that is private in it masked.
pub fn mask(text: &str) -> String {
    let mut out = text.to_owned();
    for run in runs(text).collect::<Vec<_>>().into_iter().rev() {
        if let Some((_, masked)) = private(&text[run.clone()], true, text, &run) {
            out.replace_range(run, &masked);
        }
    }
    out
}

/// Runs of digits with a check letter at the end, as bytes.
fn runs(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let start = at;
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            if at - start == 17 && matches!(bytes.get(at), Some(b'X' | b'x')) {
                at += 1;
            }
            return Some(start..at);
        }
        None
    })
}

/// What a run of digits is, and how it is masked; `person` where a telephone would be that of a person.
fn private(run: &str, person: bool, text: &str, place: &std::ops::Range<usize>) -> Option<(&'static str, String)> {
    // A digit behind a point or letter belongs to something longer.
    let before = text[..place.start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphabetic() || c == '.') {
        return None;
    }
    let hide = |from: usize, to: usize| format!("{}{}{}", &run[..from], "*".repeat(to - from), &run[to..]);
    match run.len() {
        18 if is_identity(run) => Some(("identity", hide(6, 18))),
        15 if is_day(&format!("19{}", &run[6..12])) && is_province(run) => Some(("identity", hide(6, 15))),
        11 if person && run.starts_with('1') && matches!(run.as_bytes()[1], b'3'..=b'9') => Some(("phone", hide(3, 7))),
        16..=19 if is_bank(run) => Some(("bank", hide(0, run.len() - 4))),
        _ => None,
    }
}

fn is_province(run: &str) -> bool {
    matches!(run[..2].parse::<u8>(), Ok(11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91))
}

fn is_day(eight: &str) -> bool {
    let number = |range: std::ops::Range<usize>| eight[range].parse::<i16>().unwrap_or(0);
    let small = |range| i8::try_from(number(range)).unwrap_or(0);
    (1900..=2100).contains(&number(0..4)) && jiff::civil::Date::new(number(0..4), small(4..6), small(6..8)).is_ok()
}

fn is_identity(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = || run.bytes().take(17).map(|b| u32::from(b - b'0'));
    let sum: u32 = digits().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    let check = b"10X98765432"[(sum % 11) as usize];
    is_province(run) && is_day(&run[6..14]) && run.as_bytes()[17].to_ascii_uppercase() == check
}

/// A card of a bank: how its number begins, and its check digit.
fn is_bank(run: &str) -> bool {
    let known =
        ["62", "4", "51", "52", "53", "54", "55", "60", "95", "96", "98"].iter().any(|head| run.starts_with(head));
    let double = |(at, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0') * if at % 2 == 1 { 2 } else { 1 };
        digit / 10 + digit % 10
    };
    let sum: u32 = run.bytes().rev().enumerate().map(double).sum();
    known && run.bytes().all(|b| b.is_ascii_digit()) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_what_is_private_and_nothing_else() {
        for (text, want) in [
            // Made up: the area code of no place, the check digit worked out.
            ("身份证 11010119900307002X 号", "身份证 110101************ 号"),
            ("13800138000", "138****8000"),
            ("6222020000000000000", "***************0000"),
            ("合同编号 420114202609030001", "合同编号 420114202609030001"),
            ("027-00000000", "027-00000000"),
            ("118200.50", "118200.50"),
            ("区划 420114101201", "区划 420114101201"),
        ] {
            assert_eq!(mask(text), want, "{text}");
        }
    }
}
