//! The small values that records are made of.
//!
//! In: a YAML node. Out: money, dates, periods, numbers, references, tables — each with its own reader.
//! Never looks at other records.

mod capital;
mod date;
mod fraction;
mod link;
mod money;
mod name;
mod named;
mod number;
mod period;
mod plain;
mod table;
mod terms;

pub use date::{Date, read_date};
pub use fraction::Fraction;
pub use link::{Evidence, FilePath, ProfileRef, Ref, Target};
pub use money::Money;
pub use name::{MASKS, Sameness, compare_names, names_in};
pub use named::Named;
pub use number::Number;
pub use period::Period;
pub use plain::{PLACEHOLDER, group_thousands, half_width};
pub use table::{Table, TableSource};
pub use terms::{CommunityType, Wu};
