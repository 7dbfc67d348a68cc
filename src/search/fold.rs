//! One form for what is written and what is typed.
//!
//! In: text. Out: the same text in NFKC and small letters, traditional signs as simplified ones, one kind of
//! brackets, quotes and dashes, no separators within numbers, no spaces beside Chinese signs. Works sign by
//! sign, so that the script on the page can do the same and still mark the place in the text as written.
//! Never drops a sign that people search for.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The first and last sign that may be a traditional one.
const HAN: std::ops::RangeInclusive<u32> = 0x3400..=0x9fff;

/// For each sign of `HAN` its simplified form, or itself.
static SIMPLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let simple = |code| {
        let sign = char::from_u32(code).unwrap_or('\0');
        fast2s::convert(&sign.to_string()).chars().next().unwrap_or(sign)
    };
    HAN.map(simple).collect()
});

/// The simplified form of a sign, or itself.
pub(super) fn simple(sign: char) -> char {
    let code = u32::from(sign);
    if HAN.contains(&code) { SIMPLE[(code - HAN.start()) as usize] } else { sign }
}

/// One form for brackets, quotes, dashes and dots.
fn plain(sign: char) -> char {
    match sign {
        '[' | '{' | '〔' | '【' | '〖' | '〘' => '(',
        ']' | '}' | '〕' | '】' | '〗' | '〙' => ')',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '`' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '・' | '•' | '‧' => '·',
        sign => simple(sign),
    }
}

/// Signs that nobody sees.
fn unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Signs that are composed already and that nothing before or after them changes: nearly all texts have no others, and to
/// compose a text was nearly half of folding it.
fn composed(sign: char) -> bool {
    matches!(
        sign,
        '\0'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ff00}'..='\u{ff9d}'
    )
}

/// The folded text; line breaks stay, since nothing is found across them.
pub fn fold(text: &str) -> String {
    if text.chars().all(composed) { fold_signs(text.chars(), text.len()) } else { fold_signs(text.nfc(), text.len()) }
}

/// The same of composed signs that take about `length` bytes.
fn fold_signs(text: impl Iterator<Item = char>, length: usize) -> String {
    let mut signs: Vec<char> = Vec::with_capacity(length / 2);
    let mut gap = false;
    for sign in text {
        if sign == '\n' {
            gap = false;
            signs.push(sign);
        } else if sign.is_ascii() {
            push(sign.to_ascii_lowercase(), &mut gap, &mut signs);
        } else if HAN.contains(&u32::from(sign)) {
            push(sign, &mut gap, &mut signs);
        } else if !unseen(sign) {
            let small = std::iter::once(sign).nfkc().flat_map(char::to_lowercase);
            small.for_each(|small| push(small, &mut gap, &mut signs));
        }
    }
    let mut out = String::with_capacity(length);
    for (at, sign) in signs.iter().enumerate() {
        if *sign != ',' || !in_number(&signs, at) {
            out.push(*sign);
        }
    }
    out
}

/// Whether a sign would become one with those before it, from which it stood apart: a mark after a space, or after a sign
/// that nobody sees.
fn joins(signs: &[char], sign: char) -> bool {
    let near = &signs[signs.len().saturating_sub(4)..];
    let whole = || near.iter().copied().chain([sign]);
    !whole().nfc().eq(whole())
}

/// Appends a sign in its plain form; a gap before it stays only between two letters or digits of the Latin kind, and
/// there is one where signs would join that did not.
fn push(sign: char, gap: &mut bool, signs: &mut Vec<char>) {
    let sign = plain(sign);
    if sign.is_whitespace() {
        *gap = true;
        return;
    }
    let latin = *gap && sign.is_ascii_alphanumeric() && signs.last().is_some_and(char::is_ascii_alphanumeric);
    if latin || (!composed(sign) && joins(signs, sign)) {
        signs.push(' ');
    }
    *gap = false;
    signs.push(sign);
}

/// Whether the comma at `at` only divides thousands: a digit before it, exactly three after it.
fn in_number(signs: &[char], at: usize) -> bool {
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    at > 0 && digit(at - 1) && (1..=3).all(|n| digit(at + n)) && !digit(at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_typed_come_to_the_same() {
        for (text, want) in [
            ("ＡＢＣ１２３", "abc123"),
            ("徵地補償", "征地补偿"),
            ("鄂民政发〔2021〕19号", "鄂民政发(2021)19号"),
            ("1,234.50 元", "1234.50元"),
            ("1，234，567", "1234567"),
            ("1,2,3 和 12,34", "1,2,3和12,34"),
            ("路灯　更新\u{200b}", "路灯更新"),
            ("Party  School 2026", "party school 2026"),
            ("张 三\n李四", "张三\n李四"),
            ("㎡ ﹪ ①", "m2%1"),
            ("𬱖（女）", "𬱖(女)"),
            ("“一事一议”—", "\"一事一议\"-"),
            ("cafe\u{301} e \u{301} e\u{200b}\u{301}", "caf\u{e9}e \u{301}e \u{301}"),
            ("ｶﾞ ガ か\u{3099}", "カ \u{3099}ガが"),
        ] {
            assert_eq!(fold(text), want, "{text}");
            assert_eq!(fold(want), want, "{want} folds to itself");
        }
    }

    /// All planes that have signs of writing.
    fn signs() -> impl Iterator<Item = char> {
        (0..=0x3_ffff).filter_map(char::from_u32)
    }

    #[test]
    fn what_counts_as_composed_is_so_whatever_stands_beside_it() {
        for sign in signs().filter(|sign| composed(*sign)) {
            let quick = unicode_normalization::is_nfc_quick(std::iter::once(sign));
            assert_eq!(quick, unicode_normalization::IsNormalized::Yes, "{sign:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(sign), 0, "{sign:?}");
        }
    }

    #[test]
    fn every_sign_folds_as_before_the_short_ways() {
        for sign in signs().filter(|sign| *sign != '\n' && !unseen(*sign)) {
            let mut long = Vec::new();
            let whole = std::iter::once(sign).nfc().nfkc().flat_map(char::to_lowercase);
            whole.for_each(|small| push(small, &mut false, &mut long));
            assert_eq!(fold(&sign.to_string()), long.into_iter().collect::<String>(), "{sign:?}");
            assert_eq!(simple(simple(sign)), simple(sign), "{sign:?}");
        }
    }
}
