//! 指标: figures held against targets.
//!
//! In: `indicators/*.yaml`. Out: its checks, facts and page. Never sets a target: the profile does.

use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::profile::indicator::IndicatorProfile;
use crate::value::{Date, Number, ProfileRef, Target};

crate::record! {
    /// Figures of one day.
    pub struct Indicator + common: Common {
        /// The day they were true.
        as_of "截至": At<Date>,
        /// The figures.
        values "数据": Vec<At<Figure>>,
    }
}

crate::record! {
    /// One figure.
    pub struct Figure {
        /// Which indicator.
        indicator "指标": ProfileRef<IndicatorProfile>,
        /// Its value.
        value "数值": At<Number>,
        /// Part, where it is a share.
        numerator "分子": Option<At<Number>>,
        /// Whole, where it is a share.
        denominator "分母": Option<At<Number>>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

impl Target for Indicator {
    const FOLDER: &'static str = "indicators";
}

impl Kind for Indicator {
    const NAME: &'static str = "indicator";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        Facts { date: Some(self.as_of.value), ..Facts::default() }
    }
}
