//! Names of persons, in full or with a part hidden.
//!
//! In: names as written. Out: whether a part is hidden, and whether two may be one person.
//! Never takes two hidden names for proof: 张某某 and 张某某 may be two people.

/// Signs that stand for a hidden part of a name.
pub const MASKS: &[char] = &['*', '＊', '×', '某', '○', '〇', '●', '□', '■'];

/// How two names compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// They cannot be one person.
    Different,
    /// What is not hidden agrees: they may be one person.
    Possible,
    /// Written alike, with a part hidden.
    MaskedAlike,
    /// Written alike, in full.
    Same,
}

/// Signs between two names; a space is none, for short names are written with one inside.
const BETWEEN: &[char] = &['、', '，', ',', '；', ';', '/'];

/// The names in a text such as `李红、王强（主任）`, without what stands in brackets.
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).map(|name| name.split(['（', '(']).next().unwrap_or_default().trim()).filter(|n| !n.is_empty())
}

/// Compares two names; spaces within them and what stands in brackets do not count.
pub fn compare_names(a: &str, b: &str) -> Sameness {
    let (a, b) = (Parts::of(a), Parts::of(b));
    match () {
        () if a.text.is_empty() || b.text.is_empty() => Sameness::Different,
        () if a.text == b.text && a.hidden => Sameness::MaskedAlike,
        () if a.text == b.text => Sameness::Same,
        () if !a.hidden && !b.hidden => Sameness::Different,
        () if begins_alike(&a.before, &b.before) && ends_alike(&a.after, &b.after) => Sameness::Possible,
        () => Sameness::Different,
    }
}

/// A name, and what stands before and after its hidden part: all of it where nothing is hidden.
struct Parts {
    text: String,
    hidden: bool,
    before: String,
    after: String,
}

impl Parts {
    fn of(name: &str) -> Self {
        let name = name.split(['（', '(']).next().unwrap_or_default();
        let text: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let hidden = text.contains(MASKS);
        let before = text.split(MASKS).next().unwrap_or_default().to_owned();
        let after = text.rsplit(MASKS).next().unwrap_or_default().to_owned();
        Self { text, hidden, before, after }
    }
}

fn begins_alike(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

fn ends_alike(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        assert_eq!(names_in("李 红、王强（主任）, 赵亮").collect::<Vec<_>>(), ["李 红", "王强", "赵亮"]);
    }

    #[test]
    fn names_compare() {
        for (a, b, want) in [
            ("李红", "李 红", Sameness::Same),
            ("李红", "李虹", Sameness::Different),
            ("李某某", "李某某", Sameness::MaskedAlike),
            ("李*", "李某某", Sameness::Possible),
            ("李某某", "李红", Sameness::Possible),
            ("李*红", "李小红", Sameness::Possible),
            ("李*红", "李小虹", Sameness::Different),
            ("李某某", "王某某", Sameness::Different),
            ("李红（主任）", "李红", Sameness::Same),
            ("", "", Sameness::Different),
        ] {
            assert_eq!(compare_names(a, b), want, "{a} {b}");
            assert_eq!(compare_names(b, a), want, "{b} {a}");
        }
    }
}
