//! 大写金额: amounts in the characters of cheques and contracts.
//!
//! In: money. Out: `捌仟陆佰元伍角整`, and whether a typed 大写金额 says the same amount.
//! Never rounds: two places are all that money has.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

impl Money {
    /// The amount in 大写, without the word 人民币; up to 壹万亿元 on either side of zero.
    pub fn capital(self) -> String {
        let fen = (self.decimal().abs() * Decimal::ONE_HUNDRED).to_u64().expect("10¹⁴ 分 fit");
        let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
        let mut out = String::from(if self.is_negative() { "负" } else { "" });
        if yuan > 0 || (jiao, fen) == (0, 0) {
            out.push_str(&whole(yuan));
            out.push('元');
        }
        match (jiao, fen) {
            (0, 0) => out.push('整'),
            (jiao, 0) => out.extend([digit(jiao), '角', '整']),
            // Without a 角 between them, 元 and 分 are held apart.
            (0, fen) if yuan > 0 => out.extend(['零', digit(fen), '分']),
            (0, fen) => out.extend([digit(fen), '分']),
            (jiao, fen) => out.extend([digit(jiao), '角', digit(fen), '分']),
        }
        out
    }

    /// Whether a typed 大写金额 says this amount. 零, 整 and 正 may stand or be left out where both
    /// are in use; 圆 and the older forms of characters are read as well.
    pub fn is_written(self, text: &str) -> bool {
        let bare = bare(text);
        !bare.is_empty() && bare == self::bare(&self.capital())
    }
}

/// What decides the amount: no 人民币, no 整, no 零, one form of every character.
fn bare(text: &str) -> String {
    let text = text.trim().trim_start_matches("人民币").trim_start_matches(['：', ':']);
    let one_form = |c: char| match c {
        '整' | '正' | '零' => None,
        c if c.is_whitespace() => None,
        '圆' | '圓' => Some('元'),
        '萬' => Some('万'),
        '億' => Some('亿'),
        '貳' => Some('贰'),
        '叄' | '參' => Some('叁'),
        '陸' => Some('陆'),
        '負' => Some('负'),
        c => Some(c),
    };
    text.chars().filter_map(one_form).collect()
}

fn digit(n: u64) -> char {
    DIGITS[usize::try_from(n % 10).unwrap_or(0)]
}

/// A whole number below 10¹⁶.
fn whole(n: u64) -> String {
    for (unit, sign) in [(100_000_000, '亿'), (10_000, '万')] {
        let (high, low) = (n / unit, n % unit);
        if high > 0 {
            // A place left out between the two parts is told by one 零.
            let gap = if low > 0 && low < unit / 10 { "零" } else { "" };
            let rest = if low > 0 { whole(low) } else { String::new() };
            return format!("{}{sign}{gap}{rest}", whole(high));
        }
    }
    below_ten_thousand(n)
}

fn below_ten_thousand(n: u64) -> String {
    if n == 0 {
        return DIGITS[0].into();
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, sign) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let here = n / unit % 10;
        if here == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(DIGITS[0]);
            gap = false;
        }
        out.push(digit(here));
        out.push_str(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_a_cheque_asks_for() {
        for (amount, want) in [
            ("0", "零元整"),
            ("0.05", "伍分"),
            ("0.50", "伍角整"),
            ("10", "壹拾元整"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("107000.53", "壹拾万柒仟元伍角叁分"),
            ("100000005", "壹亿零伍元整"),
            ("100050000", "壹亿零伍万元整"),
            ("20000000", "贰仟万元整"),
            ("1000000000000", "壹万亿元整"),
            ("-8600.50", "负捌仟陆佰元伍角整"),
        ] {
            assert_eq!(Money::parse(amount).unwrap().capital(), want, "{amount}");
        }
    }

    #[test]
    fn both_customs_say_the_same() {
        for (amount, text) in [
            ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
            ("107000.53", "壹拾万零柒仟元零伍角叁分"),
            ("8600.50", "捌仟陆佰圆伍角"),
            ("420", "人民币：肆佰贰拾元正"),
            ("60000", "陸萬圓整"),
        ] {
            assert!(Money::parse(amount).unwrap().is_written(text), "{text}");
        }
        for (amount, text) in [("8600.50", "捌仟陆佰元伍分"), ("10", "拾元整"), ("10", ""), ("10", "10元")] {
            assert!(!Money::parse(amount).unwrap().is_written(text), "{text}");
        }
    }
}
