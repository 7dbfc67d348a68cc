//! What the digits of a number say by themselves.
//!
//! In: ASCII digits. Out: whether they can be an identity number, a card, a mobile number. Never looks at words.
//!
//! Sources: GB 11643-1999 公民身份号码 (weights, check sign, places of region and day of birth); ISO/IEC 7812-1 (Luhn);
//! GB 32100-2015 法人和其他组织统一社会信用代码编码规则.

use crate::value::Date;

/// Codes of provinces with which identity numbers begin.
const PROVINCES: &[u8] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83, 91,
];

/// Whether a number begins with the code of a province.
pub(super) fn is_province(digits: &[u8]) -> bool {
    matches!(digits, [a @ b'0'..=b'9', b @ b'0'..=b'9', ..] if PROVINCES.contains(&((a - b'0') * 10 + (b - b'0'))))
}

/// The day of birth in an identity number of 18 signs.
pub(super) fn birth(digits: &[u8]) -> Option<Date> {
    day(digits.get(6..14)?)
}

/// The day of birth in an old identity number of 15 digits: always of the last century.
pub(super) fn old_birth(digits: &[u8]) -> Option<Date> {
    let mut eight = *b"19000000";
    eight[2..].copy_from_slice(digits.get(6..12)?);
    day(&eight)
}

fn day(eight: &[u8]) -> Option<Date> {
    let number =
        |part: &[u8]| part.iter().try_fold(0_i16, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i16::from(b - b'0')));
    let small = |part: &[u8]| number(part).and_then(|n| i8::try_from(n).ok());
    let year = number(&eight[..4]).filter(|year| (1900..=2100).contains(year))?;
    Date::new(year, small(&eight[4..6])?, small(&eight[6..])?).ok()
}

/// Whether the last sign of an identity number is the one that the others ask for.
pub(super) fn checks(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let [body @ .., last] = digits else { return false };
    if body.len() != WEIGHTS.len() || !body.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
    b"10X98765432"[(sum % 11) as usize] == *last
}

/// Whether the check digit of a card is right.
pub(super) fn luhn(digits: &[u8]) -> bool {
    let value = |(at, byte): (usize, &u8)| {
        let digit = u32::from(byte - b'0');
        match at % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        }
    };
    let plain = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    // Nothing but zeros is no number.
    plain
        && digits.iter().any(|b| *b != b'0')
        && digits.iter().rev().enumerate().map(value).sum::<u32>().is_multiple_of(10)
}

/// Whether a number begins as the cards of the country do: 62 of 银联, and those of Visa, Mastercard and older banks.
pub(super) fn is_card_head(digits: &[u8]) -> bool {
    let heads: &[&[u8]] = &[
        b"62", b"4", b"51", b"52", b"53", b"54", b"55", b"60", b"35", b"36", b"90", b"94", b"95", b"96", b"98", b"99",
    ];
    heads.iter().any(|head| digits.starts_with(head))
}

/// Whether eleven digits can be a mobile number.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    digits.len() == 11
        && digits.iter().all(u8::is_ascii_digit)
        && digits[0] == b'1'
        && (b'3'..=b'9').contains(&digits[1])
}

/// Whether 18 digits are a valid code of an organization: public, and no person's.
pub(super) fn is_organization(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let value = |b: &u8| SIGNS.iter().position(|s| s == b).and_then(|n| u32::try_from(n).ok());
    let [body @ .., last] = digits else { return false };
    if body.len() != WEIGHTS.len() {
        return false;
    }
    let sum = body.iter().zip(WEIGHTS).try_fold(0, |sum, (b, w)| Some(sum + value(b)? * w));
    sum.zip(value(last)).is_some_and(|(sum, last)| (31 - sum % 31) % 31 == last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_signs_are_those_of_the_standards() {
        // Invented: the region was never given out, the order number neither.
        assert!(checks(b"11010119900307002X") == checks(b"11010119900307002X"));
        let last = (b"0123456789X").iter().filter(|last| checks(&[b"11010119900307999", &[**last][..]].concat()));
        assert_eq!(last.count(), 1, "one sign fits");
        assert!(luhn(b"4111111111111111") && !luhn(b"4111111111111112") && !luhn(b"0000000000000000"));
        assert!(is_organization(b"91350100M000100Y43"), "the example of the standard");
        assert!(!is_organization(b"91350100M000100Y44"));
        assert!(is_mobile(b"13800000000") && !is_mobile(b"12800000000"));
        assert_eq!(birth(b"110101199002300000"), None);
        assert_eq!(old_birth(b"110101900228001").map(|d| d.to_string()).as_deref(), Some("1990-02-28"));
    }
}
