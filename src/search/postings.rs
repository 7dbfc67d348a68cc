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
    pub text: String,
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

    /// Writes the list with its last record before it, so that another list can be put behind without reading this one.
    pub fn line(&self, out: &mut String) {
        write(self.next, out);
        out.push_str(&self.text);
    }

    /// Puts a list behind, in the form of [`Postings::line`], whose records are numbered from `first` on.
    pub fn append(&mut self, first: u32, line: &str) {
        let (next, list) = read(line);
        let (gap, rest) = read(list);
        write(gap + 2 * (first - self.next), &mut self.text);
        self.text.push_str(rest);
        self.next = first + next;
    }
}

/// Writes a number, the low digits first.
pub(super) fn write(mut number: u32, out: &mut String) {
    loop {
        let more = if number >= 32 { 32 } else { 0 };
        out.push(char::from(DIGITS[(number % 32 + more) as usize]));
        number /= 32;
        if number == 0 {
            return;
        }
    }
}

/// The number at the head of a text that [`write`] wrote, and what follows it.
fn read(text: &str) -> (u32, &str) {
    let (mut number, mut power) = (0, 0);
    for (at, digit) in text.bytes().enumerate() {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'A'..=b'Z' => digit - b'A' + 10,
            b'a'..=b'z' => digit - b'a' + 36,
            b'-' => 62,
            _ => 63,
        };
        number |= u32::from(value % 32) << power;
        power += 5;
        if value < 32 {
            return (number, &text[at + 1..]);
        }
    }
    (number, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(records: &[(u32, bool)]) -> Postings {
        let mut postings = Postings::default();
        records.iter().for_each(|(record, title)| postings.add(*record, *title));
        postings
    }

    #[test]
    fn gaps_are_short() {
        let postings = of(&[(0, true), (0, false), (1, false), (20, true), (5000, false)]);
        // 1·2+1 = 3; 1·2 = 2; 19·2+1 = 7 + 1·32; 4980·2 = 8 + 23·32 + 9·1024.
        assert_eq!(postings.text, "32d1et9");
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for number in [0, 1, 31, 32, 1023, 1024, 123_456, u32::MAX / 2] {
            let mut text = String::new();
            write(number, &mut text);
            text.push_str("rest");
            assert_eq!(read(&text), (number, "rest"));
        }
    }

    #[test]
    fn lists_behind_one_another_are_one_list() {
        let (a, b, c) = ([(3, true), (511, false)], [(0, true)], [(40, false), (41, true), (500, true)]);
        let mut joined = Postings::default();
        let mut whole = Vec::new();
        for (first, list) in [(0, &a[..]), (512, &b), (2048, &c)] {
            let mut line = String::new();
            of(list).line(&mut line);
            joined.append(first, &line);
            whole.extend(list.iter().map(|(record, title)| (record + first, *title)));
        }
        assert_eq!(joined.text, of(&whole).text);
        assert_eq!(joined.next, 2549);
    }
}
