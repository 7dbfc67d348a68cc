//! Which records hold a gram.
//!
//! In: numbers of records, rising. Out: a text of gaps, each with a bit for "in the title".
//! Never holds a record twice.

/// The digits of gaps: five bits each and one that says whether more follow.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// A list of records, written as it grows.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// The text.
    pub text: Vec<u8>,
    /// One more than the last record; zero where there is none.
    next: u32,
}

impl Postings {
    /// Adds a record, unless it was the last one added; the title comes before the text.
    pub fn add(&mut self, record: u32, in_title: bool) {
        if self.next == record + 1 {
            return;
        }
        let gap = record + 1 - self.next;
        self.next = record + 1;
        write(gap * 2 + u32::from(in_title), &mut self.text);
    }
}

/// Writes a number, the low digits first.
pub(super) fn write(mut number: u32, out: &mut Vec<u8>) {
    loop {
        let more = if number >= 32 { 32 } else { 0 };
        out.push(DIGITS[(number % 32 + more) as usize]);
        number /= 32;
        if number == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_short() {
        let mut postings = Postings::default();
        for (record, title) in [(0, true), (0, false), (1, false), (20, true), (5000, false)] {
            postings.add(record, title);
        }
        // 1·2+1 = 3; 1·2 = 2; 19·2+1 = 7 + 1·32; 4980·2 = 8 + 23·32 + 9·1024.
        assert_eq!(String::from_utf8(postings.text).unwrap(), "32d1et9");
    }
}
