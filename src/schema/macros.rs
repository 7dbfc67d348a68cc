//! The declarations `fields!` and `choice!`.
//!
//! In: a struct whose fields carry their Chinese key. Out: the struct, its reader, its shape.
//! Never adds behaviour beyond reading.

/// Declares a mapping with known keys.
///
/// ```ignore
/// fields! {
///     /// One vote.
///     pub struct Vote {
///         /// Votes in favour.
///         agree "同意": Option<u32>,
///     }
/// }
/// ```
/// A type whose `absent()` gives a value is optional (`Option`, `Vec`, `bool`). A field that came later is left out of
/// the data where it is empty (`#[serde(skip_serializing_if = …)]`), so that records sealed before stay as they were. Fields of another
/// struct can be read from the same mapping by `pub struct Name + common: Common { … }`.
#[macro_export]
macro_rules! fields {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident $(+ $flat:ident : $flat_ty:ty)? {
            $( $(#[doc = $fdoc:literal])* $(#[serde($($serde:tt)*)])? $field:ident $zh:literal : $ty:ty ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, serde::Serialize)]
        pub struct $name {
            $( #[doc = "The fields that every record has."] #[serde(flatten)] pub $flat: $flat_ty, )?
            $( $(#[doc = $fdoc])* $(#[serde($($serde)*)])? pub $field: $ty, )*
        }

        impl $crate::schema::Fields for $name {
            fn shape() -> $crate::schema::ObjectShape {
                let mut fields: Vec<$crate::schema::Field> = Vec::new();
                $( fields.extend(<$flat_ty as $crate::schema::Fields>::shape().fields); )?
                fields.extend([$( $crate::schema::Field {
                    en: stringify!($field),
                    zh: $zh,
                    doc: concat!($($fdoc),*),
                    shape: <$ty as $crate::schema::FromNode>::shape(),
                    required: <$ty as $crate::schema::FromNode>::absent().is_none(),
                } ),*]);
                $crate::schema::ObjectShape { name: stringify!($name), doc: concat!($($doc),*), fields, rest: None }
            }

            fn take(map: &mut $crate::schema::MapReader<'_>, reader: &mut $crate::schema::Reader<'_>) -> Option<Self> {
                $( let $flat = <$flat_ty as $crate::schema::Fields>::take(map, reader); )?
                $( let $field = map.take::<$ty>($zh, stringify!($field), reader); )*
                Some(Self { $( $flat: $flat?, )? $( $field: $field?, )* })
            }
        }

        impl $crate::schema::FromNode for $name {
            fn from_node(node: &$crate::yaml::Node, reader: &mut $crate::schema::Reader<'_>) -> Option<Self> {
                $crate::schema::MapReader::read::<Self>(node, reader)
            }

            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::Object(<Self as $crate::schema::Fields>::shape)
            }
        }
    };
}

/// Declares a value that is one of some words: `Village = "村", "行政村" | "village"`.
#[macro_export]
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $( $(#[doc = $vdoc:literal])* $variant:ident = $($zh:literal),+ | $en:literal ; )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[doc = $vdoc])* $variant, )*
        }

        impl $name {
            /// The words that can be written.
            pub const CHOICES: &'static [$crate::schema::Choice] =
                &[$( $crate::schema::Choice { zh: &[$($zh),+], en: $en } ),*];

            /// All values, in order.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),*];

            /// The English word, as templates and exports use it.
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $en, )* }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl $crate::schema::FromNode for $name {
            fn from_node(node: &$crate::yaml::Node, reader: &mut $crate::schema::Reader<'_>) -> Option<Self> {
                $crate::schema::one_of(node, Self::CHOICES, reader).map(|at| Self::ALL[at])
            }

            fn shape() -> $crate::schema::Shape {
                $crate::schema::Shape::Choice(Self::CHOICES)
            }
        }
    };
}
