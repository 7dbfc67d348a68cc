//! Numbers by which a person can be harmed.
//!
//! In: the words of a cell. Out: what private number stands in them. Never keeps or shows the number itself:
//! digits that are split, spaced or full-width are read together.

use crate::value::{half_width, read_date};

/// A private number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Private {
    /// An identity number of 18 or 15 digits.
    Identity,
    /// The number of a bank card or 一卡通.
    Card,
    /// A mobile number.
    Phone,
}

/// Heads over columns that are never published.
const HEADS: &[&str] = &[
    "身份证",
    "证件号",
    "银行卡",
    "银行账号",
    "银行账户",
    "账号",
    "卡号",
    "一卡通",
    "存折",
    "手机",
    "电话",
    "联系方式",
    "家庭住址",
    "详细住址",
    "残疾证",
];

impl Private {
    /// Its name in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Card => "card",
            Self::Phone => "phone",
        }
    }
}

/// Whether a column of this head is never published.
pub(super) fn is_private_head(head: &str) -> bool {
    // Telephone numbers of offices are published.
    HEADS.iter().any(|part| head.contains(part))
        && !head.contains("办公")
        && !head.contains("监督")
        && !head.contains("服务")
}

/// The private number in a text, where there is one.
pub fn private(text: &str) -> Option<Private> {
    runs(text).into_iter().find_map(|run| kind(&run))
}

/// Runs of digits, read over blanks, hyphens and signs without width.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut end = |run: &mut String| {
        let done = std::mem::take(run);
        if done.len() >= 11 {
            runs.push(done);
        }
    };
    for sign in half_width(text).chars() {
        match sign {
            '0'..='9' => run.push(sign),
            'x' | 'X' if run.len() == 17 => {
                run.push('X');
                end(&mut run);
            }
            ' ' | '-' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{a0}' => {}
            _ => end(&mut run),
        }
    }
    end(&mut run);
    runs
}

fn kind(run: &str) -> Option<Private> {
    match run.len() {
        18 if is_identity(run) => Some(Private::Identity),
        15 if is_old_identity(run) => Some(Private::Identity),
        16..=19 if is_card(run) => Some(Private::Card),
        11 if is_mobile(run) => Some(Private::Phone),
        _ => None,
    }
}

/// Province, a real date, and either the right check sign or a plausible age: a slip of one digit is private too.
fn is_identity(run: &str) -> bool {
    let date = format!("{}-{}-{}", &run[6..10], &run[10..12], &run[12..14]);
    is_province(&run[..2]) && is_birth(&date) && run[..17].bytes().all(|b| b.is_ascii_digit())
}

fn is_old_identity(run: &str) -> bool {
    is_province(&run[..2]) && is_birth(&format!("19{}-{}-{}", &run[6..8], &run[8..10], &run[10..12]))
}

fn is_birth(date: &str) -> bool {
    // Dates of birth may lie before the days that records tell of.
    let later = date.replacen("19", "20", usize::from(date.starts_with("19")));
    let year: u16 = date[..4].parse().unwrap_or(0);
    (1900..=2199).contains(&year) && (read_date(date).is_some() || read_date(&later).is_some())
}

fn is_province(two: &str) -> bool {
    matches!(
        two,
        "11" | "12"
            | "13"
            | "14"
            | "15"
            | "21"
            | "22"
            | "23"
            | "31"
            | "32"
            | "33"
            | "34"
            | "35"
            | "36"
            | "37"
            | "41"
            | "42"
            | "43"
            | "44"
            | "45"
            | "46"
            | "50"
            | "51"
            | "52"
            | "53"
            | "54"
            | "61"
            | "62"
            | "63"
            | "64"
            | "65"
            | "71"
            | "81"
            | "82"
            | "83"
    )
}

/// A prefix of bank cards and the right check digit.
fn is_card(run: &str) -> bool {
    let starts = run.starts_with("62") || run.starts_with(['4', '5', '3', '9']) || run.starts_with("60");
    let sum: u32 = run
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, b)| {
            let digit = u32::from(b.wrapping_sub(b'0'));
            match at % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    starts && run.bytes().all(|b| b.is_ascii_digit()) && sum.is_multiple_of(10)
}

fn is_mobile(run: &str) -> bool {
    run.starts_with('1') && matches!(run.as_bytes()[1], b'3'..=b'9')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_numbers_are_seen_in_any_dress() {
        for (text, want) in [
            // Invented: a region, a date and a check digit that belong to nobody.
            ("110101190001010009", Some(Private::Identity)),
            ("身份证 １１０１０１ １９９００２３０ ０００Ｘ", None),
            ("身份证 １１０１０１ １９９００２２８ ０００Ｘ", Some(Private::Identity)),
            ("110101900228001", Some(Private::Identity)),
            ("6222020000000000001", None),
            ("6222 0200 0000 0000 000", Some(Private::Card)),
            ("13800000000", Some(Private::Phone)),
            ("138-0000-0000（女）", Some(Private::Phone)),
            ("027-00000000", None),
            ("12000.00", None),
            ("91420100MA0000000X", None),
            ("HT-2026-0001", None),
            ("420114101201", None),
        ] {
            assert_eq!(private(text), want, "{text}");
        }
    }
}
