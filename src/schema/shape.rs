//! The form of a value, as data.
//!
//! In: the `fields!` tables. Out: what JSON Schema, forms and `new` need to know of a field.
//! Never reads or checks anything.

/// The form of a value.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Any text.
    Text,
    /// An amount in 元 with at most two places.
    Money,
    /// A calendar date.
    Date,
    /// A year, half-year, quarter, month or day.
    Period,
    /// A whole number, zero or more.
    Integer,
    /// A decimal number.
    Number,
    /// A fraction such as 2/3.
    Fraction,
    /// 是 or 否.
    YesNo,
    /// One of some words.
    Choice(&'static [Choice]),
    /// The stem of a record in the folder named here.
    Reference(&'static str),
    /// A profile of the kind named here.
    Profile(&'static str),
    /// A file of the community, by its path.
    File,
    /// A CSV file or rows.
    Table,
    /// A list.
    List(Box<Shape>),
    /// A mapping with free keys.
    Map(Box<Shape>),
    /// A mapping with known keys.
    Object(fn() -> ObjectShape),
    /// One of several forms; the first is the one to offer.
    OneOf(Vec<Shape>),
}

/// One word of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The Chinese words; the first is the one to write.
    pub zh: &'static [&'static str],
    /// The English word.
    pub en: &'static str,
}

impl Choice {
    /// All ways to write it.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.zh.iter().copied().chain([self.en])
    }

    /// Whether it can be written as `word`.
    pub fn is(&self, word: &str) -> bool {
        self.en == word || self.zh.contains(&word)
    }
}

/// One field of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// English name, as templates and exports use it.
    pub en: &'static str,
    /// Chinese name, as a secretary writes it.
    pub zh: &'static str,
    /// What it means, in English.
    pub doc: &'static str,
    /// Its form.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
}

/// The known keys of a mapping.
#[derive(Debug, Clone)]
pub struct ObjectShape {
    /// Name of the type in code.
    pub name: &'static str,
    /// What it is, in English.
    pub doc: &'static str,
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// The form of further values under free keys, where there may be any.
    pub rest: Option<Box<Shape>>,
}
