//! 汇总, 对照: how an indicator is counted over communities, and what others have reached.
//!
//! In: parts of `indicators/*.yaml`. Out: `Rollup`, `Reference`, and an error for each that cannot be true.
//! Never counts anything: the portals do.

use rust_decimal::Decimal;

use super::formula::round;
use super::indicator::IndicatorProfile;
use super::rubric::Rubric;
use super::{Places, Profiles};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::schema::nearest;
use crate::value::{Number, ProfileRef, Target};

crate::choice! {
    /// Which communities stand below the line.
    pub enum Denominator {
        /// All communities.
        All = "全部" | "all";
        /// Those whose rating counts.
        Rated = "参评" | "rated";
    }
}

crate::fields! {
    /// How an indicator of a street, district or city is counted over its communities: the share that has
    /// at least so many stars by a rubric.
    pub struct Rollup {
        /// The rubric.
        rubric "评分标准": At<ProfileRef<Rubric>>,
        /// The least stars.
        stars "星级": At<u32>,
        /// Which communities stand below the line; all where missing.
        of "分母": Option<Denominator>,
    }
}

crate::fields! {
    /// What others have reached, to be compared with.
    pub struct Reference {
        /// Who, or when.
        name "名称": String,
        /// Above the line.
        numerator "分子": At<u32>,
        /// Below the line.
        denominator "分母": At<u32>,
        /// The share as the source gives it; it must agree with both numbers.
        value "数值": Option<At<Number>>,
        /// What it rests on.
        basis "依据": Option<String>,
    }
}

impl Rollup {
    /// Which communities stand below the line.
    pub fn denominator(&self) -> Denominator {
        self.of.unwrap_or(Denominator::All)
    }
}

impl Reference {
    /// The share in percent, with as many places as the source gives, else with one.
    pub fn percent(&self) -> Option<Decimal> {
        let places = self.value.as_ref().map_or(1, |v| v.value.0.scale());
        percent(self.numerator.value, self.denominator.value, places)
    }

    fn check(&self, sink: &mut Sink) {
        let (part, whole) = (&self.numerator, &self.denominator);
        if whole.value == 0 || part.value > whole.value {
            let impossible = Diagnostic::new(&code::REFERENCE_IMPOSSIBLE, part.span).also(whole.span);
            sink.push(impossible.arg("name", &self.name).arg("part", part.value).arg("whole", whole.value));
        } else if let (Some(value), Some(share)) = (&self.value, self.percent())
            && value.value.0 != share
        {
            let off = Diagnostic::new(&code::REFERENCE_DISAGREES, value.span).arg("name", &self.name);
            let off = off.arg("value", value.value).arg("share", Number(share));
            sink.push(off.arg("part", part.value).arg("whole", whole.value).also(part.span));
        }
    }
}

/// A share in percent, rounded half up to `places` decimal places; `None` where nothing is below the line.
pub fn percent(part: u32, whole: u32, places: u32) -> Option<Decimal> {
    let exact = (Decimal::from(part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole))?;
    Some(round(exact, places))
}

/// How many of `whole` are needed so that their share reaches `target` percent.
pub fn needed(target: Number, whole: u32) -> Decimal {
    (target.0 * Decimal::from(whole) / Decimal::ONE_HUNDRED).ceil().max(Decimal::ZERO)
}

/// Reports what an indicator says of communities as a whole and cannot be.
pub(super) fn check(profile: &IndicatorProfile, places: &Places<'_>, sink: &mut Sink) {
    profile.references.iter().for_each(|reference| reference.check(sink));
    let share = profile.unit.trim() == "%" && profile.derived.is_none();
    if profile.rollup.is_some() && !share {
        let place = places.field("汇总", "rollup");
        sink.push(Diagnostic::new(&code::ROLLUP_NOT_A_SHARE, place).arg("unit", &profile.unit));
    }
}

/// Reports a roll-up by a rubric that is not there, or by stars that it does not give.
pub(super) fn check_links(rollup: &Rollup, profiles: &Profiles, sink: &mut Sink) {
    let Some(rubric) = profiles.rubrics.find(&rollup.rubric.name) else {
        let near = nearest(&rollup.rubric.name, profiles.rubrics.names()).unwrap_or_default();
        let unknown = Diagnostic::new(&code::UNKNOWN_PROFILE, rollup.rubric.span);
        sink.push(unknown.arg("name", &rollup.rubric.name).arg("folder", Rubric::FOLDER).arg("near", near));
        return;
    };
    let most = rubric.max_stars();
    if rollup.stars.value == 0 || rollup.stars.value > most {
        let never = Diagnostic::new(&code::ROLLUP_STARS, rollup.stars.span).arg("stars", rollup.stars.value);
        sink.push(never.arg("rubric", &rubric.head.name.value).arg("most", most));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_counted_up() {
        let of = |target: i64, whole| needed(Number(Decimal::new(target, 1)), whole).to_string();
        assert_eq!(of(900, 1470), "1323");
        assert_eq!(of(300, 1471), "442", "0.3 × 1471 = 441.3");
        assert_eq!(of(905, 10), "10");
        assert_eq!(of(900, 0), "0");
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(percent(93, 212, 1).map(|p| p.to_string()).as_deref(), Some("43.9"));
        assert_eq!(percent(1, 8, 0).map(|p| p.to_string()).as_deref(), Some("13"));
        assert_eq!(percent(1, 0, 1), None);
    }
}
