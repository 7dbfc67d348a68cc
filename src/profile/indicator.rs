//! 指标说明: an indicator, its unit, its target and where that comes from.
//!
//! In: `indicators/*.yaml`. Out: `IndicatorProfile`. Never holds values.

use rust_decimal::Decimal;

use super::Places;
use super::common::{ProfileHead, check_range};
use super::condition::Condition;
use super::formula::Formula;
use super::register::RegisterProfile;
use super::rollup::{self, Reference, Rollup};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::CommunityType;
use crate::value::{Date, Number, ProfileRef, Target};

crate::choice! {
    /// Which way is better.
    pub enum Direction {
        /// The higher the better.
        Higher = "越高越好" | "higher";
        /// The lower the better.
        Lower = "越低越好" | "lower";
    }
}

crate::fields! {
    /// An indicator.
    pub struct IndicatorProfile + head: ProfileHead {
        /// The heading under which pages show it.
        category "类别": Option<String>,
        /// Where that heading stands among the others, smaller first.
        position "次序": Option<u32>,
        /// Unit of its value.
        unit "单位": String,
        /// Which way is better; higher where missing.
        direction "方向": Option<Direction>,
        /// The target.
        target "目标": Option<Number>,
        /// What the target means.
        target_note "目标说明": Option<String>,
        /// The day by which the target is to be reached.
        due "截止": Option<Date>,
        /// What others have reached.
        references "对照": Vec<Reference>,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// What its value is worked out from, so that nobody need type it.
        derived "来自": Option<At<Derivation>>,
        /// How it is counted over the communities of a street, district or city.
        rollup "汇总": Option<Rollup>,
    }
}

crate::fields! {
    /// What an indicator is worked out from: the rows of a register, or records of a folder.
    pub struct Derivation {
        /// The register; the newest one of the day counts.
        register "台账": Option<At<ProfileRef<RegisterProfile>>>,
        /// The folder of records that are counted, such as `projects`.
        records "记录": Option<At<String>>,
        /// How: sums of columns, numbers of rows, figures of the community.
        formula "算式": At<Formula>,
        /// Only rows with these words.
        when "当": Condition,
        /// All registers, or records, of the year up to the day, instead of the newest register.
        this_year "当年": bool,
        /// The value never goes beyond this.
        cap "封顶": Option<Number>,
    }
}

impl Target for IndicatorProfile {
    const FOLDER: &'static str = "indicators";
}

impl IndicatorProfile {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        if let (Some(target), true) = (self.target, self.unit.contains('%')) {
            let hundred = (Decimal::ZERO, Decimal::ONE_HUNDRED);
            check_range("目标", target, hundred, places.field("目标", "target"), sink);
        }
        rollup::check(self, places, sink);
        if let Some(derived) = &self.derived {
            if derived.register.is_some() == derived.records.is_some() {
                sink.push(Diagnostic::new(&code::NOT_ONE_SOURCE, derived.span));
            }
            if derived.formula.right.is_some() {
                let compared = Diagnostic::new(&code::COMPARED_FOR_A_VALUE, derived.formula.span);
                sink.push(compared.arg("formula", &derived.formula.text));
            }
        }
    }

    /// Whether a lower value is better.
    pub fn lower_is_better(&self) -> bool {
        self.direction == Some(Direction::Lower)
    }

    /// Whether a value reaches the target; `None` where there is no target.
    pub fn is_met(&self, value: Number) -> Option<bool> {
        self.target.map(|target| self.reaches(value, target))
    }

    /// Whether a value reaches a target, its own or that of a region.
    pub fn reaches(&self, value: Number, target: Number) -> bool {
        if self.lower_is_better() { value <= target } else { value >= target }
    }

    /// By what a share is multiplied to give a value of this unit.
    pub fn scale(&self) -> Decimal {
        match self.unit.as_str() {
            unit if unit.contains('%') => Decimal::ONE_HUNDRED,
            unit if unit.contains('‰') || unit.contains("/千") => Decimal::ONE_THOUSAND,
            unit if unit.contains("/万") => Decimal::from(10_000),
            _ => Decimal::ONE,
        }
    }
}
