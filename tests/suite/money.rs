//! Money written and read: figures and 大写.
//!
//! In: any amount that money can hold. Out: that every way of writing it is read as the same amount,
//! to the 分. The reader of 大写 here shares no code with the writer.

use gongkai::value::Money;
use proptest::prelude::*;

/// An amount in 分 as text with two places.
fn figures(fen: i64) -> String {
    format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.unsigned_abs() / 100, fen.unsigned_abs() % 100)
}

fn money(fen: i64) -> Money {
    Money::parse(&figures(fen)).unwrap_or_else(|| panic!("{fen}"))
}

/// Amounts of every size, small ones as often as great ones.
fn fen() -> impl Strategy<Value = i64> {
    (1..=14_u32, any::<u64>(), any::<bool>()).prop_map(|(digits, n, below)| {
        let fen = i64::try_from(n % 10_u64.pow(digits)).expect("at most 14 digits");
        if below { -fen } else { fen }
    })
}

fn full_width(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

proptest! {
    #[test]
    fn every_way_of_writing_an_amount_is_read_as_that_amount(fen in fen()) {
        let amount = money(fen);
        prop_assert_eq!(amount.to_string(), figures(fen));
        let grouped = amount.grouped();
        prop_assert_eq!(grouped.replace(',', ""), figures(fen));
        let mut ways = vec![grouped.clone(), full_width(&grouped), format!("{grouped}元"), format!(" {grouped} ")];
        ways.extend([format!("￥{grouped}"), grouped.replace('-', "−")]);
        ways.push(format!("{}.{:06}万元", fen / 1_000_000, fen.abs() % 1_000_000).replace("0.", if fen < 0 && fen > -1_000_000 { "-0." } else { "0." }));
        if fen < 0 {
            let bare = grouped.trim_start_matches('-');
            ways.extend([format!("({bare})"), format!("（￥{bare}）"), format!("-￥{bare}")]);
        }
        for way in ways {
            prop_assert_eq!(Money::parse(&way), Some(amount), "{}", way);
        }
    }

    #[test]
    fn what_is_read_is_shown_so_that_it_can_be_read_again(text in "[-−（(￥¥]?[0-9０-９,，.．]{0,12}[万元)）]{0,3}") {
        if let Some(amount) = Money::parse(&text) {
            prop_assert_eq!(Money::parse(&amount.to_string()), Some(amount));
            prop_assert_eq!(Money::parse(&amount.grouped()), Some(amount));
        }
    }

    #[test]
    fn sums_are_exact(amounts in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..40)) {
        let sum: Money = amounts.iter().map(|fen| money(*fen)).sum();
        prop_assert_eq!(sum.to_string(), figures(amounts.iter().sum::<i64>()));
    }

    #[test]
    fn words_say_the_amount(fen in fen()) {
        let (amount, words) = (money(fen), money(fen).capital());
        prop_assert_eq!(read(&words), Some(fen), "{}", words);
        prop_assert!(amount.is_written(&words));
        let custom = format!("人民币{}", words.replace('元', "圆").replace('整', "正"));
        prop_assert!(amount.is_written(&custom), "{}", custom);
    }

    #[test]
    fn other_words_say_another_amount(fen in fen(), other in fen()) {
        prop_assume!(fen != other);
        prop_assert!(!money(fen).is_written(&money(other).capital()));
    }

    #[test]
    fn words_keep_to_the_rules(fen in fen()) {
        let words = money(fen).capital();
        prop_assert!(!words.contains("零零") && !words.ends_with('零'), "{}", words);
        prop_assert_eq!(words.ends_with('分'), fen % 10 != 0, "{}", words);
        prop_assert_eq!(words.ends_with('整'), fen % 10 == 0, "{}", words);
        prop_assert!(words.contains('元') || (fen != 0 && fen.abs() < 100), "{}", words);
        prop_assert_eq!(words.starts_with('负'), fen < 0, "{}", words);
        // A 零 stands before 分 exactly where there is no 角 between it and 元.
        prop_assert_eq!(words.contains("元零"), fen.abs() >= 100 && fen.abs() % 100 < 10 && fen % 10 != 0, "{}", words);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,24}") {
        let _ = Money::parse(&text);
        money(860_050).is_written(&text);
    }
}

/// Reads 大写 from right to left, by the units alone: an amount in 分.
fn read(words: &str) -> Option<i64> {
    let (sign, words) = words.strip_prefix('负').map_or((1, words), |rest| (-1, rest));
    let (mut total, mut section, mut unit, mut waiting) = (0_i64, 1_i64, 1_i64, false);
    for c in words.chars().rev() {
        let (new_section, new_unit) = match c {
            '整' | '零' => continue,
            '分' => (1, 1),
            '角' => (1, 10),
            '元' => (100, 1),
            '万' if section >= 100 * 100_000_000 => (100 * 1_000_000_000_000, 1),
            '万' => (100 * 10_000, 1),
            '亿' => (100 * 100_000_000, 1),
            '拾' => (section, 10),
            '佰' => (section, 100),
            '仟' => (section, 1000),
            digit => {
                let value = i64::try_from("零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == digit)?).ok()?;
                total += value * section * unit;
                waiting = false;
                continue;
            }
        };
        (section, unit, waiting) = (new_section, new_unit, matches!(c, '拾' | '佰' | '仟' | '分' | '角'));
    }
    // 拾, 佰, 仟, 角 and 分 have a digit before them.
    (!waiting).then_some(sign * total)
}

#[test]
fn the_reader_of_words_reads() {
    for (words, fen) in [
        ("零元整", 0),
        ("伍分", 5),
        ("壹万陆仟肆佰零玖元零贰分", 1_640_902),
        ("壹拾万柒仟元伍角叁分", 10_700_053),
        ("壹万贰仟叁佰肆拾伍亿零陆元整", 123_450_000_000_600),
        ("负捌仟陆佰元伍角整", -860_050),
    ] {
        assert_eq!(read(words), Some(fen), "{words}");
    }
}
