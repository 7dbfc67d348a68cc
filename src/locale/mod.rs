//! The words of the program, in Chinese and English.
//!
//! In: a message id and named facts. Out: the sentence. Never decides which message is right.
//! The words stand in `locale/<lang>/*.ftl`.

mod spoken;

pub use spoken::period;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale");

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language tag, as in `lang="…"`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The language of a tag or a system locale; Chinese where it says nothing.
    pub fn of(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::English } else { Self::Chinese }
    }
}

/// Messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Messages without facts, ready made.
    plain: BTreeMap<String, String>,
}

impl Messages {
    /// Reads Fluent files.
    ///
    /// # Errors
    /// Gives a sentence for a file that is not Fluent, or an id that stands twice.
    pub fn read<'a>(language: &str, files: impl IntoIterator<Item = (String, &'a str)>) -> Result<Self, String> {
        let tag = language.parse().map_err(|e| format!("{language}: {e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for (path, text) in files {
            let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
                format!("{path}: {}", errors.first().map(ToString::to_string).unwrap_or_default())
            })?;
            ids.extend(resource.entries().filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| format!("{path}: {errors:?}"))?;
        }
        let mut messages = Self { bundle, plain: BTreeMap::new() };
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

    /// The sentence under `id` (`name` or `name.attribute`) with its facts; `None` where there is none.
    pub fn find<K: AsRef<str>, V: AsRef<str>>(&self, id: &str, facts: &[(K, V)]) -> Option<String> {
        if facts.is_empty()
            && let Some(text) = self.plain.get(id)
        {
            return Some(text.clone());
        }
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

/// Paths and texts of the program's own messages in one language.
pub fn embedded_files(language: Language) -> Vec<(String, &'static str)> {
    let folder = EMBEDDED.get_dir(language.tag()).expect("every language has a folder");
    let text = |f: &'static include_dir::File<'static>| f.contents_utf8().expect("messages are UTF-8");
    folder.files().map(|f| (f.path().display().to_string(), text(f))).collect()
}

/// The program's own messages in a language.
pub fn messages(language: Language) -> &'static Messages {
    static CHINESE: LazyLock<Messages> = LazyLock::new(|| load(Language::Chinese));
    static ENGLISH: LazyLock<Messages> = LazyLock::new(|| load(Language::English));
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

fn load(language: Language) -> Messages {
    Messages::read(language.tag(), embedded_files(language)).expect("the program's own messages are well-formed")
}
