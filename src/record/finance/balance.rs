//! 资产负债表: assets, liabilities and equity at the beginning of the year and at the end.
//!
//! In: the section 资产负债. Out: `BalanceSheet`. Never adds items of different sides.

use super::rows::{Key, Row, Rows, SumKind};
use crate::diagnostic::At;
use crate::schema::{Fields, ObjectShape};
use crate::value::Money;

crate::fields! {
    /// A balance sheet.
    pub struct BalanceSheet {
        /// What the collective has.
        assets "资产": Rows<Item>,
        /// What it owes.
        liabilities "负债": Rows<Item>,
        /// What is its own.
        equity "所有者权益": Rows<Item>,
    }
}

crate::fields! {
    /// One item.
    pub struct Item {
        /// The group it belongs to, such as 流动资产.
        group "类别": Option<String>,
        /// Its name.
        name "项目": At<String>,
        /// At the beginning of the year, 元.
        opening "年初": At<Money>,
        /// At the end of the period, 元.
        closing "期末": At<Money>,
    }
}

crate::fields! {
    /// A typed sum among items.
    pub struct ItemSum {
        /// 小计, 合计, or the name of a group and 合计.
        name "项目": String,
        /// At the beginning of the year, 元.
        opening "年初": Option<At<Money>>,
        /// At the end of the period, 元.
        closing "期末": Option<At<Money>>,
    }
}

impl Row for Item {
    const LABELS: &'static [Key] = &[("项目", "name")];
    const AMOUNTS: &'static [Key] = &[("年初", "opening"), ("期末", "closing")];

    fn sum_shape() -> ObjectShape {
        <ItemSum as Fields>::shape()
    }

    fn sum_of(label: &str) -> Option<SumKind> {
        if matches!(label, "小计" | "subtotal") {
            return Some(SumKind::Block);
        }
        let group = ["合计", "总计", "小计"].iter().find_map(|word| label.strip_suffix(word));
        match group {
            Some("" | "资产" | "负债" | "所有者权益" | "权益") => Some(SumKind::All),
            Some(group) => Some(SumKind::Group(group.to_owned())),
            None => (label == "total").then_some(SumKind::All),
        }
    }
}

/// One of the two columns of a balance sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// At the beginning of the year.
    Opening,
    /// At the end of the period.
    Closing,
}

impl Column {
    /// Both, in order; as the amounts of a typed sum.
    pub const BOTH: [Self; 2] = [Self::Opening, Self::Closing];

    /// Its English name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Closing => "closing",
        }
    }

    /// The amount of an item in it.
    pub fn of(self, item: &Item) -> &At<Money> {
        match self {
            Self::Opening => &item.opening,
            Self::Closing => &item.closing,
        }
    }
}

impl BalanceSheet {
    /// The three sides by their English names.
    pub fn sides(&self) -> [(&'static str, &Rows<Item>); 3] {
        [("assets", &self.assets), ("liabilities", &self.liabilities), ("equity", &self.equity)]
    }

    /// All items of all sides.
    pub fn items(&self) -> impl Iterator<Item = &At<Item>> {
        self.sides().into_iter().flat_map(|(_, rows)| &rows.list)
    }

    /// The item called `name`.
    pub fn item(&self, name: &str) -> Option<&At<Item>> {
        self.items().find(|i| i.name.value == name)
    }
}

/// The sum of a column of some items.
pub fn total(items: &[At<Item>], column: Column) -> Money {
    items.iter().map(|item| column.of(item).value).sum()
}
