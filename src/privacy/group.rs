//! Groups of digits.
//!
//! In: a text. Out: each stretch that reads as one number or several beside each other, with the bytes of every sign.
//! Never decides what a number is.

use std::ops::Range;

use super::signs::{STARTS, Sign, sign};

/// So many gaps may stand between two digits of one number; at the beginning of a line more.
const GAPS: usize = 3;
const INDENT: usize = 12;
/// A group with more signs than this is cut: no number of a person is as long.
const LONGEST: usize = 400;

/// One digit, or a sign that hides one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digit {
    /// `0` to `9`, `X`, or `*`.
    pub sign: u8,
    /// Its first byte in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// Digits that stand together without gaps.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Which digits of the group.
    pub digits: Range<usize>,
    /// Whether the line ended before it.
    pub new_line: bool,
}

/// Reads one group after another.
pub(super) struct Groups<'t> {
    text: &'t str,
    at: usize,
    /// All digits of the group.
    pub digits: Vec<Digit>,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Whether a letter, or a point behind a digit, touches it from before.
    pub glued_before: bool,
    /// The same from behind.
    pub glued_behind: bool,
}

impl<'t> Groups<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let (digits, tokens) = (Vec::new(), Vec::new());
        Self { text, at: 0, digits, tokens, glued_before: false, glued_behind: false }
    }

    /// Goes to the next group that has at least `fewest` signs; whether there is one.
    pub(super) fn next(&mut self, fewest: usize) -> bool {
        let bytes = self.text.as_bytes();
        while let Some(skip) = bytes[self.at..].iter().position(|b| STARTS[*b as usize]) {
            let start = self.at + skip;
            if !matches!(sign(self.text, start), Some((Sign::Digit(_) | Sign::Hidden, _))) {
                self.at = start + 1;
                continue;
            }
            self.read(start);
            if self.digits.len() >= fewest {
                return true;
            }
        }
        self.at = bytes.len();
        false
    }

    fn read(&mut self, start: usize) {
        self.digits.clear();
        self.tokens.clear();
        self.glued_before = self.glued(start);
        let (mut at, mut from, mut new_line) = (start, 0, false);
        loop {
            match sign(self.text, at) {
                Some((Sign::Digit(digit), length)) if self.digits.len() < LONGEST => {
                    self.digits.push(Digit { sign: digit, start: at, end: at + length });
                    at += length;
                }
                Some((Sign::Hidden, length)) if self.digits.len() < LONGEST => {
                    self.digits.push(Digit { sign: b'*', start: at, end: at + length });
                    at += length;
                }
                Some((Sign::Cross, _)) if !self.digits.is_empty() => match self.crosses(at) {
                    Some(end) => at = end,
                    None => break,
                },
                Some((Sign::Nothing, length)) => at += length,
                Some((Sign::Gap | Sign::Line, _)) => {
                    let Some((next, line)) = self.over_gaps(at) else { break };
                    if self.digits.len() > from {
                        self.tokens.push(Token { digits: from..self.digits.len(), new_line });
                    }
                    (at, from, new_line) = (next, self.digits.len(), line);
                }
                _ => break,
            }
        }
        if self.digits.len() > from {
            self.tokens.push(Token { digits: from..self.digits.len(), new_line });
        }
        self.glued_behind = self.touches(at);
        // A group of nothing visible still takes its bytes.
        self.at = at.max(start + 1);
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    /// One X at the end of a number, or several that hide digits; where they end.
    fn crosses(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut found = Vec::new();
        while let Some((Sign::Cross, length)) = sign(self.text, end) {
            found.push((end, end + length));
            end += length;
            if found.len() > LONGEST {
                return None;
            }
        }
        let last = found.len() == 1;
        // The number of 残疾人证 has two digits behind its X.
        let rest = &self.text.as_bytes()[end..];
        let two =
            matches!(rest, [b'0'..=b'9', b'0'..=b'9', behind @ ..] if !behind.first().is_some_and(u8::is_ascii_digit));
        if last
            && !(two && self.digits.len() >= 17)
            && self.text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric)
        {
            return None;
        }
        let sign = if last { b'X' } else { b'*' };
        self.digits.extend(found.into_iter().map(|(start, end)| Digit { sign, start, end }));
        Some(end)
    }

    /// Where the number goes on behind gaps, and whether a line ended between; none where it does not.
    fn over_gaps(&self, from: usize) -> Option<(usize, bool)> {
        let (mut at, mut gaps, mut line) = (from, 0, false);
        loop {
            match sign(self.text, at)? {
                (Sign::Gap, length) => {
                    gaps += 1;
                    at += length;
                }
                (Sign::Nothing, length) => at += length,
                (Sign::Line, length) if !line => {
                    line = true;
                    at += length;
                }
                (Sign::Digit(_) | Sign::Hidden, _) => return Some((at, line)),
                // The last sign of an identity number may stand apart.
                (Sign::Cross, length) => {
                    let alone = self.digits.len() >= 17
                        && !self.text.as_bytes().get(at + length).is_some_and(u8::is_ascii_alphanumeric);
                    return alone.then_some((at, line));
                }
                (Sign::Line, _) => return None,
            }
            if gaps > if line { INDENT } else { GAPS } {
                return None;
            }
        }
    }

    /// Whether what stands before a number belongs to it: a longer code, or the whole part of a decimal.
    fn glued(&self, start: usize) -> bool {
        let before = &self.text.as_bytes()[..start];
        match before.last() {
            Some(b'.') => before.len() > 1 && before[before.len() - 2].is_ascii_digit(),
            Some(b'_') => true,
            Some(letter) if letter.is_ascii_alphabetic() => {
                // A short word such as `ID` or `Tel` stands before a number, a long code holds it.
                let word = before.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
                let further = before.len().checked_sub(word + 1).map(|at| before[at]);
                word > 6 || further.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_')
            }
            // A part of a longer run that was cut.
            Some(digit) => digit.is_ascii_digit(),
            None => false,
        }
    }

    fn touches(&self, end: usize) -> bool {
        let rest = &self.text.as_bytes()[end..];
        match rest {
            [b'.', b'0'..=b'9', ..] | [b'_', ..] => true,
            [first, ..] => first.is_ascii_alphanumeric(),
            [] => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut groups = Groups::of(text);
        let mut found = Vec::new();
        while groups.next(1) {
            let token = |t: &Token| {
                let signs: String = groups.digits[t.digits.clone()].iter().map(|d| char::from(d.sign)).collect();
                if t.new_line { format!("/{signs}") } else { signs }
            };
            found.push(groups.tokens.iter().map(token).collect::<Vec<_>>().join(" "));
        }
        found
    }

    #[test]
    fn digits_are_read_together_over_gaps_and_signs_without_width() {
        for (text, want) in [
            ("金额 480.00 元", "480|00"),
            ("１１０-１０１\u{200b}９ x", "110 1019"),
            ("11010119900307002X。", "11010119900307002X"),
            ("420114xxxxxxxx0012", "420114********0012"),
            ("6222 **** **** 0000", "6222 **** **** 0000"),
            ("110101\n    19900307", "110101 /19900307"),
            ("12\n\n34", "12|34"),
            ("1280x720", "1280|720"),
            ("2026-08-11，1", "2026 08 11|1"),
            ("**粗**", "**|**"),
            ("&#49;\\u0032", "12"),
        ] {
            assert_eq!(read(text).join("|"), want, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_longer_code_is_known() {
        for (text, before, behind) in [
            ("ID110101", false, false),
            ("a1b2110101", true, false),
            ("0.110101", true, false),
            ("110101.5", false, true),
            ("110101MA", false, true),
            ("号110101。", false, false),
        ] {
            let mut groups = Groups::of(text);
            while groups.next(6) {
                assert_eq!((groups.glued_before, groups.glued_behind), (before, behind), "{text}");
            }
        }
    }
}
