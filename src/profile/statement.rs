//! 会计制度: which rows a statement of income and its distribution has, and how they are computed.
//!
//! In: `statements/*.yaml`. Out: `StatementProfile`. Never holds amounts.

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use crate::diagnostic::{Basis, Diagnostic, Sink, code};
use crate::schema::nearest;
use crate::value::{CommunityType, Target};

crate::fields! {
    /// The statements of one accounting system.
    pub struct StatementProfile + head: ProfileHead {
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// Whether its formulas are still to be compared with the original text.
        unverified "待核实": bool,
        /// The rows of 收益分配, in order.
        rows "收益分配": Vec<FormulaRow>,
        /// The row that carries over what was left of the year before.
        carried_in "年初项": String,
        /// The row that is left at the end of the year.
        carried_out "年末项": String,
        /// The item of the balance sheet that equals it.
        undistributed "未分配项": String,
        /// The items of the balance sheet that are money at hand.
        cash "货币资金项": Vec<String>,
    }
}

crate::fields! {
    /// One row: written where it has no formula, else computed.
    pub struct FormulaRow {
        /// Its name.
        name "项目": String,
        /// Rows above that are added.
        plus "加": Vec<String>,
        /// Rows above that are taken away.
        minus "减": Vec<String>,
    }
}

impl FormulaRow {
    /// Whether it is computed from rows above.
    pub fn is_computed(&self) -> bool {
        !self.plus.is_empty() || !self.minus.is_empty()
    }
}

impl Target for StatementProfile {
    const FOLDER: &'static str = "statements";
}

impl StatementProfile {
    /// The accounting system as a legal ground; the first of its sources.
    pub fn basis(&self) -> Option<Basis> {
        let source = self.head.source.first()?;
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        Some(Basis {
            law: source.name.clone(),
            version: text(&source.version),
            article: text(&source.article),
            url: String::new(),
        })
    }

    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const ROWS: (&str, &str) = ("收益分配", "rows");
        check_some(&self.rows, ROWS, places, sink);
        let place = |at, zh, en| places.entry(ROWS, at, (zh, en));
        check_twice(self.rows.iter().enumerate().map(|(at, r)| (r.name.as_str(), place(at, "项目", "name"))), sink);
        for (at, row) in self.rows.iter().enumerate() {
            let above: Vec<&str> = self.rows[..at].iter().map(|r| r.name.as_str()).collect();
            for (names, zh, en) in [(&row.plus, "加", "plus"), (&row.minus, "减", "minus")] {
                for name in names.iter().filter(|n| !above.contains(&n.as_str())) {
                    let near = nearest(name, above.iter().copied()).unwrap_or_default();
                    let unknown = Diagnostic::new(&code::FORMULA_UNKNOWN_ROW, place(at, zh, en));
                    sink.push(unknown.arg("row", &row.name).arg("name", name).arg("near", near));
                }
            }
        }
        let carried = [(&self.carried_in, "年初项", "carried_in"), (&self.carried_out, "年末项", "carried_out")];
        for (name, zh, en) in carried {
            if !self.rows.iter().any(|r| r.name == *name) {
                let unknown = Diagnostic::new(&code::CARRIED_ROW_UNKNOWN, places.field(zh, en));
                sink.push(unknown.arg("key", zh).arg("name", name));
            }
        }
    }
}
