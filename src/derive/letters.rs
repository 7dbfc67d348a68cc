//! All records by the first letter of their title, for readers without scripts.
//!
//! In: entries. Out: one view. Never sorts by anything but pinyin, then date.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::locale::Messages;
use crate::record::Entry;
use crate::route;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    letters: Vec<Letter>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    cards: Vec<Value>,
}

/// The page of letters.
pub(super) fn view(words: &Messages, entries: &[Entry<'_>]) -> View {
    let mut letters: BTreeMap<String, Vec<(String, &Entry<'_>)>> = BTreeMap::new();
    for entry in entries {
        let (pinyin, _) = route::keyboard(&entry.card.title);
        let first = pinyin.chars().next().filter(char::is_ascii_alphabetic);
        let letter = first.map_or("0-9".to_owned(), |c| c.to_ascii_uppercase().to_string());
        letters.entry(letter).or_default().push((pinyin, entry));
    }
    let letter = |(letter, mut list): (String, Vec<(String, &Entry<'_>)>)| {
        list.sort_by(|a, b| (&a.0, b.1.card.date, &a.1.card.url).cmp(&(&b.0, a.1.card.date, &b.1.card.url)));
        Letter { letter, cards: list.into_iter().map(|(_, e)| e.card_value.clone()).collect() }
    };
    let page = Page {
        route: "search/letters.html".into(),
        title: words.word("page-letters"),
        description: String::new(),
        template: "letters".into(),
        kind: "letters",
        crumbs: vec![Crumb { title: words.word("page-search"), url: "search/index.html".into() }],
        body: Body { letters: letters.into_iter().map(letter).collect() },
    };
    page.view("letters")
}
