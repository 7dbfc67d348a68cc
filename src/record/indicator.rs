//! 指标: figures held against targets.
//!
//! In: `indicators/*.yaml`. Out: its checks, facts and page. Never sets a target: the profile does.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use tera::Value;

use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::indicator::{Direction, IndicatorProfile};
use crate::value::{Date, Number, ProfileRef, Target};

crate::fields! {
    /// Figures of one day.
    pub struct Indicator + common: Common {
        /// The day they were true.
        as_of "截至": At<Date>,
        /// The figures.
        values "数据": Vec<At<Figure>>,
    }
}

crate::fields! {
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

#[derive(Serialize)]
struct Detail<'a> {
    values: Vec<Shown<'a>>,
}

/// A figure beside its target.
#[derive(Serialize)]
struct Shown<'a> {
    name: &'a str,
    value: Number,
    unit: &'a str,
    target: Option<Number>,
    target_note: Option<&'a str>,
    met: Option<bool>,
    percent_of_target: Option<Number>,
    numerator: Option<Number>,
    denominator: Option<Number>,
    note: Option<&'a str>,
}

impl Figure {
    fn shown<'a>(&'a self, profile: &'a IndicatorProfile) -> Shown<'a> {
        Shown {
            name: &profile.head.name.value,
            value: self.value.value,
            unit: &profile.unit,
            target: profile.target,
            target_note: profile.target_note.as_deref(),
            met: self.met(profile),
            percent_of_target: self.percent_of_target(profile),
            numerator: self.numerator.as_ref().map(|n| n.value),
            denominator: self.denominator.as_ref().map(|n| n.value),
            note: self.note.as_deref(),
        }
    }

    fn met(&self, profile: &IndicatorProfile) -> Option<bool> {
        let target = profile.target?;
        Some(if lower(profile) { self.value.value <= target } else { self.value.value >= target })
    }

    /// How much of the target is reached, in whole percent, rounded down.
    fn percent_of_target(&self, profile: &IndicatorProfile) -> Option<Number> {
        let (value, target) = (self.value.value.0, profile.target?.0);
        let (part, whole) = if lower(profile) { (target, value) } else { (value, target) };
        let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        Some(Number(percent.floor().max(Decimal::ZERO)))
    }

    /// The share that part and whole give, rounded like the value as it is written.
    fn share(&self, unit: &str) -> Option<Number> {
        let (part, whole) = (self.numerator.as_ref()?.value.0, self.denominator.as_ref()?.value.0);
        let exact = part.checked_mul(scale(unit))?.checked_div(whole)?;
        let places = self.value.value.0.scale();
        Some(Number(exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)))
    }

    fn check(&self, profile: &IndicatorProfile, scope: &Scope<'_>, sink: &mut Sink) {
        let name = &profile.head.name.value;
        let kind = scope.corpus.community.kind;
        if !kind.is_among(&profile.applies) {
            sink.push(Diagnostic::new(&code::INDICATOR_FOR_OTHERS, self.value.span).arg("name", name));
        }
        let (part, whole) = match (&self.numerator, &self.denominator) {
            (Some(part), Some(whole)) => (part, whole),
            (Some(half), None) | (None, Some(half)) => {
                sink.push(Diagnostic::new(&code::HALF_A_SHARE, half.span).arg("name", name));
                return;
            }
            (None, None) => return,
        };
        if whole.value.0.is_zero() {
            sink.push(Diagnostic::new(&code::ZERO_DENOMINATOR, whole.span).arg("name", name));
            return;
        }
        if profile.unit.contains('%') && part.value > whole.value {
            let over = Diagnostic::new(&code::PART_OVER_WHOLE, part.span).arg("name", name);
            sink.push(over.arg("part", part.value).arg("whole", whole.value).also(whole.span));
        }
        if let Some(share) = self.share(&profile.unit)
            && share != self.value.value
        {
            let off = Diagnostic::new(&code::SHARE_DISAGREES, self.value.span).arg("name", name);
            let off = off.arg("value", self.value.value).arg("share", share).arg("unit", &profile.unit);
            sink.push(off.arg("part", part.value).arg("whole", whole.value));
        }
    }
}

fn lower(profile: &IndicatorProfile) -> bool {
    profile.direction == Some(Direction::Lower)
}

/// By what a share is multiplied to give a value of this unit.
fn scale(unit: &str) -> Decimal {
    match unit {
        _ if unit.contains('%') => Decimal::ONE_HUNDRED,
        _ if unit.contains('‰') || unit.contains("/千") => Decimal::ONE_THOUSAND,
        _ if unit.contains("/万") => Decimal::from(10_000),
        _ => Decimal::ONE,
    }
}

impl Indicator {
    /// Each figure with its profile, where that is known.
    fn figures<'a>(&'a self, scope: &Scope<'a>) -> impl Iterator<Item = (&'a At<Figure>, &'a IndicatorProfile)> {
        self.values.iter().filter_map(move |f| scope.profile(&f.indicator).map(|p| (f, p)))
    }
}

impl Kind for Indicator {
    const NAME: &'static str = "indicator";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        if self.as_of.value > scope.as_of {
            sink.push(Diagnostic::new(&code::AS_OF_IN_FUTURE, self.as_of.span).arg("date", self.as_of.value));
        }
        let figures: Vec<_> = self.figures(scope).collect();
        for (at, (figure, profile)) in figures.iter().enumerate() {
            let same = |(_, p): &&(&At<Figure>, &IndicatorProfile)| p.head.id.value == profile.head.id.value;
            if let Some((first, _)) = figures[..at].iter().find(same) {
                let twice = Diagnostic::new(&code::INDICATOR_TWICE, figure.span);
                sink.push(twice.arg("name", &profile.head.name.value).also(first.span));
            }
            figure.check(profile, scope, sink);
        }
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let met: Vec<bool> = self.figures(scope).filter_map(|(f, p)| f.met(p)).collect();
        let reached = met.iter().filter(|m| **m).count();
        let counts = [
            ("count", self.values.len().to_string()),
            ("targets", met.len().to_string()),
            ("met", reached.to_string()),
        ];
        Facts {
            date: Some(self.as_of.value),
            summary: scope.words().text("indicator-summary", &counts),
            ..Facts::default()
        }
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        let values = self.figures(scope).map(|(f, p)| f.shown(p)).collect();
        Value::from_serializable(&Detail { values })
    }
}
