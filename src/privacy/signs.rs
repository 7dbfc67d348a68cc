//! Signs of numbers, whatever they look like.
//!
//! In: a text and a place in it. Out: what stands there to somebody who reads a number: a digit of any width or dress,
//! a sign that hides a digit, a gap. Never looks further than one sign.

/// What a sign is within a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A digit, as ASCII.
    Digit(u8),
    /// An X: the last sign of an identity number, or a mask.
    Cross,
    /// Stands for a digit that is not shown.
    Hidden,
    /// Parts a number into groups.
    Gap,
    /// The end of a line.
    Line,
    /// Is not seen at all.
    Nothing,
}

/// First bytes of signs with which a number can begin.
pub(super) const STARTS: [bool; 256] = {
    let mut starts = [false; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        starts[digit as usize] = true;
        digit += 1;
    }
    starts[b'*' as usize] = true;
    starts[b'&' as usize] = true;
    starts[b'\\' as usize] = true;
    // Two to four bytes: ×, signs of masks and small digits, full-width signs, mathematical digits.
    starts[0xc2] = true;
    starts[0xc3] = true;
    starts[0xe2] = true;
    starts[0xef] = true;
    starts[0xf0] = true;
    starts
};

/// The sign at byte `at` and how many bytes it takes; none where it belongs to no number.
pub(super) fn sign(text: &str, at: usize) -> Option<(Sign, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    match first {
        b'0'..=b'9' => Some((Sign::Digit(first), 1)),
        b'x' | b'X' => Some((Sign::Cross, 1)),
        b'*' => Some((Sign::Hidden, 1)),
        b' ' | b'-' => Some((Sign::Gap, 1)),
        b'\n' => Some((Sign::Line, 1)),
        b'\r' if bytes.get(at + 1) == Some(&b'\n') => Some((Sign::Line, 2)),
        b'\\' => escape(bytes, at),
        b'&' => entity(text, at),
        0..=0x7f => None,
        _ => {
            let sign = text.get(at..)?.chars().next()?;
            of(sign).map(|found| (found, sign.len_utf8()))
        }
    }
}

/// What a character beyond ASCII is.
fn of(sign: char) -> Option<Sign> {
    if let Some(digit) = digit(sign) {
        return Some(Sign::Digit(digit));
    }
    match sign {
        'Ｘ' | 'ｘ' | 'Х' | 'х' => Some(Sign::Cross),
        '＊' | '×' | '✱' | '✳' | '∗' | '⁎' | '●' | '○' | '◯' | '■' | '□' | '█' | '▇' | '▓' | '▒' | '•' | '◆' | '◇'
        | '★' | '☆' | '※' | '✕' | '╳' => Some(Sign::Hidden),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(Sign::Gap),
        '‐'..='―' | '−' | '－' | '﹣' => Some(Sign::Gap),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            Some(Sign::Nothing)
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' => Some(Sign::Nothing),
        _ => None,
    }
}

/// Digits of other widths and heights.
fn digit(sign: char) -> Option<u8> {
    let place = match sign {
        '０'..='９' => u32::from(sign) - u32::from('０'),
        '₀'..='₉' => u32::from(sign) - u32::from('₀'),
        '⁰' | '⁴'..='⁹' => u32::from(sign) - u32::from('⁰'),
        '²' | '³' => u32::from(sign) - u32::from('²') + 2,
        '¹' => 1,
        '①'..='⑨' => u32::from(sign) - u32::from('①') + 1,
        '⓪' => 0,
        '𝟎'..='𝟿' => (u32::from(sign) - u32::from('𝟎')) % 10,
        _ => return None,
    };
    u8::try_from(place).ok().map(|place| b'0' + place)
}

/// `\u0031` and `\x31`, as quoted YAML writes them.
fn escape(bytes: &[u8], at: usize) -> Option<(Sign, usize)> {
    let length = match bytes.get(at + 1)? {
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let hex = std::str::from_utf8(bytes.get(at + 2..at + 2 + length)?).ok()?;
    named(u32::from_str_radix(hex, 16).ok()?).map(|sign| (sign, length + 2))
}

/// `&#49;`, `&#x31;` and `&nbsp;`, as HTML writes them.
fn entity(text: &str, at: usize) -> Option<(Sign, usize)> {
    let rest = text.as_bytes().get(at + 1..text.len().min(at + 12))?;
    let end = rest.iter().position(|b| *b == b';')?;
    let name = std::str::from_utf8(&rest[..end]).ok()?;
    let sign = if name == "nbsp" {
        Sign::Gap
    } else {
        let number = name.strip_prefix('#')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        named(code.ok()?)?
    };
    Some((sign, end + 2))
}

/// What a character given by its number is.
fn named(code: u32) -> Option<Sign> {
    let sign = char::from_u32(code)?;
    if sign.is_ascii() {
        return match sign {
            '0'..='9' => Some(Sign::Digit(sign as u8)),
            'X' | 'x' => Some(Sign::Cross),
            ' ' | '-' => Some(Sign::Gap),
            _ => None,
        };
    }
    of(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_known_in_every_dress() {
        for (text, want) in [
            ("7", Sign::Digit(b'7')),
            ("７", Sign::Digit(b'7')),
            ("⁷", Sign::Digit(b'7')),
            ("³", Sign::Digit(b'3')),
            ("¹", Sign::Digit(b'1')),
            ("₇", Sign::Digit(b'7')),
            ("⑦", Sign::Digit(b'7')),
            ("𝟕", Sign::Digit(b'7')),
            ("𝟩", Sign::Digit(b'7')),
            ("\\u0037", Sign::Digit(b'7')),
            ("\\x37", Sign::Digit(b'7')),
            ("&#55;", Sign::Digit(b'7')),
            ("&#x37;", Sign::Digit(b'7')),
            ("&nbsp;", Sign::Gap),
            ("\u{3000}", Sign::Gap),
            ("—", Sign::Gap),
            ("\u{200b}", Sign::Nothing),
            ("＊", Sign::Hidden),
            ("Ｘ", Sign::Cross),
        ] {
            assert_eq!(sign(text, 0), Some((want, text.len())), "{text}");
            assert!(!matches!(want, Sign::Digit(_)) || STARTS[text.as_bytes()[0] as usize], "{text} begins nothing");
        }
        for text in ["一", "，", "\\n", "&amp;", "&#", "\\u00", "a", "", "“"] {
            assert_eq!(sign(text, 0), None, "{text}");
        }
    }
}
