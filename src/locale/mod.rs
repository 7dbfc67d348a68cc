//! The words of the program and of themes.
//!
//! In: a message id and named facts. Out: the sentence. Never decides which message is right.
//! The words stand in `locale/<tag>/*.ftl`: Chinese and English are whole; what another language lacks is said in
//! Chinese, and counted.

mod language;
mod said;
mod spoken;
mod traditional;

pub use language::{Direction, Language};
pub use spoken::{date, period};

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, Term};
use include_dir::{Dir, include_dir};

use said::Said;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale");

/// Files of messages, each with its path and text.
pub type Layer = Vec<(String, String)>;

/// Messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Messages without facts, ready made.
    plain: HashMap<String, String>,
    /// Messages with facts that were said before.
    said: Said,
    /// How many of its messages stand in a file of its own language.
    own: usize,
    /// How many messages there are.
    all: usize,
}

impl Messages {
    /// Reads the messages of a language. `below` gives the layers of files below a tag, each with path and text: what
    /// stands in a later layer takes the place of what stood in earlier ones. What the language lacks comes from the one
    /// it leans on; traditional signs are made from simplified ones.
    ///
    /// # Errors
    /// Gives a sentence for a file that is not Fluent, or an id that stands twice in one layer.
    pub fn of(language: Language, below: impl Fn(&str) -> Vec<Layer>) -> Result<Self, String> {
        let tag = language.tag().parse().map_err(|e| format!("{}: {e}", language.tag()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut messages = Self { bundle, plain: HashMap::new(), said: Said::default(), own: 0, all: 0 };
        let base = language.base();
        let mut ids = BTreeSet::new();
        for mut layer in below(base.tag()) {
            if language == Language::Traditional {
                layer.iter_mut().for_each(|(_, text)| *text = traditional::of(text));
            }
            ids.append(&mut messages.take(layer)?);
        }
        let mut own = BTreeSet::new();
        for layer in if language == base { Vec::new() } else { below(language.tag()) } {
            own.append(&mut messages.take(layer)?);
        }
        let whole = language == base || language == Language::Traditional;
        let translated = if whole { ids.len() } else { own.len() };
        ids.append(&mut own);
        (messages.own, messages.all) = (translated, ids.len());
        for id in ids {
            let mut errors = Vec::new();
            let pattern = messages.bundle.get_message(&id).and_then(|m| m.value());
            if let Some(pattern) = pattern {
                let text = messages.bundle.format_pattern(pattern, None, &mut errors).into_owned();
                if errors.is_empty() {
                    messages.plain.insert(id, text);
                }
            }
        }
        Ok(messages)
    }

    /// Takes in a layer over what is there; gives its ids.
    fn take(&mut self, layer: Layer) -> Result<BTreeSet<String>, String> {
        let mut own = BTreeSet::new();
        for (path, text) in layer {
            let resource = FluentResource::try_new(text).map_err(|(_, errors)| {
                format!("{path}: {}", errors.first().map(ToString::to_string).unwrap_or_default())
            })?;
            for entry in resource.entries() {
                let (Entry::Message(Message { id, .. }) | Entry::Term(Term { id, .. })) = entry else {
                    continue;
                };
                if !own.insert(id.name.to_owned()) {
                    return Err(format!("{path}: {} ×2", id.name));
                }
            }
            self.bundle.add_resource_overriding(resource);
        }
        Ok(own)
    }

    /// Messages without facts, by id.
    pub fn plain(&self) -> impl Iterator<Item = (&str, &str)> {
        self.plain.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// A message without facts.
    pub fn fixed(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// How many messages are said in its own language, and how many there are.
    pub fn translated(&self) -> (usize, usize) {
        (self.own, self.all)
    }

    /// The sentence under `id` (`name` or `name.attribute`) with its facts; `None` where there is none.
    pub fn find<K: AsRef<str>, V: AsRef<str>>(&self, id: &str, facts: &[(K, V)]) -> Option<String> {
        if facts.is_empty()
            && let Some(text) = self.plain.get(id)
        {
            return Some(text.clone());
        }
        self.said.of(id, facts, || self.make(id, facts))
    }

    /// What `say` makes of a text, which is made only once: the same days come on a thousand pages. `kind` tells apart
    /// what is made of the same text in several ways.
    pub fn again(&self, kind: &str, text: &str, say: impl FnOnce() -> String) -> String {
        // No message has a fact without a name.
        self.said.of(kind, &[("", text)], || Some(say())).unwrap_or_default()
    }

    fn make<K: AsRef<str>, V: AsRef<str>>(&self, id: &str, facts: &[(K, V)]) -> Option<String> {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(n, a)| (n, Some(a)));
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::with_capacity(facts.len());
        for (key, value) in facts {
            // Fluent cannot select on nothing: an empty fact is selected as `[none]`.
            let value = if value.as_ref().is_empty() { "none" } else { value.as_ref() };
            // Whole numbers choose plural forms; all else is shown as written.
            let small = value.len() <= 9 && !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
            let fact = match value.parse::<i64>() {
                Ok(number) if small && (value == "0" || !value.starts_with('0')) => FluentValue::from(number),
                _ => FluentValue::from(value.to_owned()),
            };
            args.set(key.as_ref().to_owned(), fact);
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// The sentence under `id`, or the id itself where it is missing.
    pub fn text<K: AsRef<str>, V: AsRef<str>>(&self, id: &str, facts: &[(K, V)]) -> String {
        self.find(id, facts).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence under `id`, which has no facts.
    pub fn word(&self, id: &str) -> String {
        self.text::<&str, &str>(id, &[])
    }

    /// The ids that have no facts in them, for tests that compare languages.
    pub fn has(&self, id: &str) -> bool {
        self.find::<&str, &str>(id, &[]).is_some()
    }
}

/// Paths and texts of the program's own messages below a tag.
pub fn embedded_files(tag: &str) -> Layer {
    let text = |f: &'static include_dir::File<'static>| f.contents_utf8().expect("messages are UTF-8").to_owned();
    let files = EMBEDDED.get_dir(tag).into_iter().flat_map(Dir::files);
    files.map(|f| (f.path().display().to_string(), text(f))).collect()
}

/// The program's own messages in a language.
pub fn messages(language: Language) -> &'static Messages {
    static READ: [OnceLock<Messages>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let load =
        || Messages::of(language, |tag| vec![embedded_files(tag)]).expect("the program's own messages are well-formed");
    READ[language as usize].get_or_init(load)
}
