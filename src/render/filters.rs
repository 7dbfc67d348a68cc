//! What templates can call beside Tera's own filters: `t`, `asset`, `money`, `capital`, `date`, `dir`, `period`, `qr`,
//! `wu`.
//!
//! In: plain values. Out: words in the language of the pages. Never looks at anything but its arguments.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tera::{Kwargs, State, Tera, Value};

use crate::format;
use crate::locale::{Language, Messages};
use crate::schema::nearest;
use crate::value::{Money, Period, group_thousands, read_date};

/// Filters that are registered here.
pub(super) const FILTERS: [&str; 6] = ["money", "capital", "date", "dir", "period", "wu"];
/// Functions that are registered here.
pub(super) const FUNCTIONS: [&str; 2] = ["t", "asset"];

/// Registers everything, speaking with `messages`; `assets` are paths of published files with their addresses.
pub(super) fn register(tera: &mut Tera, messages: &Arc<Messages>, assets: &Arc<BTreeMap<String, String>>) {
    let known = Arc::clone(assets);
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| address(&known, &kwargs));
    let words = Arc::clone(messages);
    let plain: Plain = messages.plain().map(|(id, text)| (id.to_owned(), Value::from(text))).collect();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| translate(&words, &plain, &kwargs));
    tera.register_filter("money", |value: Value, _: Kwargs, _: &State| group_thousands(&text_of(&value)));
    tera.register_filter("capital", |value: Value, _: Kwargs, _: &State| {
        let text = text_of(&value);
        Money::parse(&text).map_or(text, Money::capital)
    });
    tera.register_filter("qr", code);
    let words = Arc::clone(messages);
    tera.register_filter("date", move |value: Value, _: Kwargs, _: &State| date(&words, &text_of(&value)));
    tera.register_filter("dir", |value: Value, _: Kwargs, _: &State| {
        Language::tagged(&text_of(&value)).unwrap_or_default().direction().word()
    });
    let words = Arc::clone(messages);
    tera.register_filter("period", move |value: Value, _: Kwargs, _: &State| period(&words, &text_of(&value)));
    let words = Arc::clone(messages);
    tera.register_filter("wu", move |value: Value, _: Kwargs, _: &State| {
        words.word(&format!("wu-{}", text_of(&value)))
    });
}

/// Messages without facts, ready for templates.
type Plain = HashMap<String, Value>;

/// The square code of a text that stands beside it: size and strokes.
fn code(value: Value, _: Kwargs, _: &State) -> Value {
    Value::from_serializable(&format::code_beside(&text_of(&value)))
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn translate(words: &Messages, plain: &Plain, kwargs: &Kwargs) -> tera::TeraResult<Value> {
    let id: &str = kwargs.must_get("k")?;
    // Most words have no facts: whatever is told of them, they stay the same.
    if let Some(text) = plain.get(id) {
        return Ok(text.clone());
    }
    let text = |value| Value::as_str(value).map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed);
    let named = kwargs.iter().filter_map(|(key, value)| Some((key.as_str()?, text(value))));
    let facts: Vec<(&str, Cow<'_, str>)> = named.filter(|(key, _)| *key != "k").collect();
    words
        .find(id, &facts)
        .map(Value::from)
        .ok_or_else(|| tera::Error::message(format!("no message `{id}` in the theme's locales")))
}

/// The address of a published file of the theme, from the root of a site.
fn address(known: &BTreeMap<String, String>, kwargs: &Kwargs) -> tera::TeraResult<String> {
    let name: String = kwargs.must_get("f")?;
    let names = || known.keys().filter_map(|path| path.strip_prefix("assets/"));
    known.get(&format!("assets/{name}")).cloned().ok_or_else(|| {
        let near = nearest(&name, names()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        tera::Error::message(format!("no file `assets/{name}` in the theme{near}"))
    })
}

fn date(words: &Messages, text: &str) -> String {
    words.again("fmt-date", text, || {
        let Some(date) = read_date(text) else {
            return text.to_owned();
        };
        let facts =
            [("year", date.year().to_string()), ("month", date.month().to_string()), ("day", date.day().to_string())];
        words.text("fmt-date", &facts)
    })
}

fn period(words: &Messages, text: &str) -> String {
    let (id, number) = match Period::parse(text) {
        Some(Period::Year(_)) => ("fmt-year", 0),
        Some(Period::Half(_, n)) => ("fmt-half", n),
        Some(Period::Quarter(_, n)) => ("fmt-quarter", n),
        Some(Period::Month(_, n)) => ("fmt-month", n),
        Some(Period::Day(_)) => return date(words, text),
        None => return text.to_owned(),
    };
    words.text(id, &[("year", text[..4].to_owned()), ("n", number.to_string())])
}
