//! 指标说明: an indicator, its unit, its target and where that comes from.
//!
//! In: `indicators/*.yaml`. Out: `IndicatorProfile`. Never holds values.

use rust_decimal::Decimal;

use super::Places;
use super::common::{ProfileHead, check_range};
use crate::diagnostic::Sink;
use crate::value::CommunityType;
use crate::value::{Number, Target};

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
        /// Unit of its value.
        unit "单位": String,
        /// Which way is better; higher where missing.
        direction "方向": Option<Direction>,
        /// The target.
        target "目标": Option<Number>,
        /// What the target means.
        target_note "目标说明": Option<String>,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
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
    }
}
