//! Sentences that were said before.
//!
//! In: a message and short facts. Out: what they came to the last time. Never holds what is long: it seldom comes again.
//!
//! A city says the same few thousand sentences on its pages again and again: the menu in a village, a number of days, an
//! amount of nothing. Fluent made them anew on each, which was 3 % of a build.

use std::collections::HashMap;
use std::sync::RwLock;

/// The longest message with its facts that is kept, in bytes.
const LONGEST: usize = 64;
/// The most sentences that are kept.
const MOST: usize = 20_000;

/// What was said, by message and facts.
#[derive(Default)]
pub(super) struct Said(RwLock<HashMap<String, String>>);

impl Said {
    /// The sentence as it was said before, else as `say` makes it; none where `say` has none.
    pub fn of<K: AsRef<str>, V: AsRef<str>>(
        &self,
        id: &str,
        facts: &[(K, V)],
        say: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        let Some(key) = key(id, facts) else { return say() };
        if let Some(said) = self.0.read().expect("no thread panics while it holds what was said").get(&key) {
            return Some(said.clone());
        }
        let said = say()?;
        let mut kept = self.0.write().expect("no thread panics while it holds what was said");
        if kept.len() < MOST {
            kept.insert(key, said.clone());
        }
        Some(said)
    }
}

/// Message and facts as one text; none where it is too long. A line break parts them: names have none, and a value that
/// has one is not kept.
fn key<K: AsRef<str>, V: AsRef<str>>(id: &str, facts: &[(K, V)]) -> Option<String> {
    let length: usize = facts.iter().map(|(name, value)| name.as_ref().len() + value.as_ref().len() + 2).sum();
    if id.len() + length > LONGEST || facts.iter().any(|(_, value)| value.as_ref().contains('\n')) {
        return None;
    }
    let mut key = String::with_capacity(id.len() + length);
    key.push_str(id);
    for (name, value) in facts {
        for part in [name.as_ref(), value.as_ref()] {
            key.push('\n');
            key.push_str(part);
        }
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_made_once_and_nothing_else_is_taken_for_it() {
        let said = Said::default();
        let of = |facts: &[(&str, &str)], text: &str| said.of("days", facts, || Some(text.to_owned())).expect("a text");
        assert_eq!(of(&[("n", "3")], "three"), "three");
        assert_eq!(of(&[("n", "3")], "made again"), "three");
        assert_eq!(of(&[("n", "4")], "four"), "four");
        assert_eq!(of(&[("n", "3"), ("m", "1")], "three of one"), "three of one");
        // What could be read in two ways, and what is long, is made every time.
        for value in ["3\nm\n1", &"长".repeat(30)] {
            assert_eq!(of(&[("n", value)], "first"), "first");
            assert_eq!(of(&[("n", value)], "second"), "second");
        }
        assert_eq!(said.of::<&str, &str>("nothing", &[], || None), None);
    }
}
