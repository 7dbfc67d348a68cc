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

/// The folded text; line breaks stay, since nothing is found across them.
pub fn fold(text: &str) -> String {
    let mut signs: Vec<char> = Vec::with_capacity(text.len() / 2);
    let mut gap = false;
    for sign in text.nfc() {
        if sign == '\n' {
            gap = false;
            signs.push(sign);
            continue;
        }
        if unseen(sign) {
            continue;
        }
        if sign.is_ascii() {
            push(sign.to_ascii_lowercase(), &mut gap, &mut signs);
            continue;
        }
        for wide in std::iter::once(sign).nfkc() {
            for small in wide.to_lowercase() {
                push(plain(small), &mut gap, &mut signs);
            }
        }
    }
    let mut out = String::with_capacity(text.len());
    for (at, sign) in signs.iter().enumerate() {
        if *sign != ',' || !in_number(&signs, at) {
            out.push(*sign);
        }
    }
    out
}

/// Appends a sign; a gap before it stays only between two letters or digits of the Latin kind.
fn push(sign: char, gap: &mut bool, signs: &mut Vec<char>) {
    let sign = plain(sign);
    if sign.is_whitespace() {
        *gap = true;
        return;
    }
    if *gap && sign.is_ascii_alphanumeric() && signs.last().is_some_and(char::is_ascii_alphanumeric) {
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
        ] {
            assert_eq!(fold(text), want, "{text}");
            assert_eq!(fold(want), want, "{want} folds to itself");
        }
    }
}
