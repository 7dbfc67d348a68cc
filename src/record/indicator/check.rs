//! Checks of indicators: shares, and values against the registers they come from.
//!
//! In: the figures of a day. Out: errors for what contradicts itself, warnings for probable slips.
//! Never reports a target that is missed: the page shows it.

use rust_decimal::Decimal;

use super::derived::{self, Derived};
use super::{Figure, Indicator};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::formula::round;
use crate::profile::indicator::IndicatorProfile;
use crate::record::Scope;
use crate::value::Number;

/// After how many days the newest values are told to be old: a year, and a month to gather them.
const STALE_DAYS: i32 = 396;

pub(super) fn check(me: &Indicator, scope: &Scope<'_>, sink: &mut Sink) {
    if me.as_of.value > scope.as_of {
        sink.push(Diagnostic::new(&code::AS_OF_IN_FUTURE, me.as_of.span).arg("date", me.as_of.value));
    }
    let newest = scope.all::<Indicator>().all(|(_, other)| other.as_of.value <= me.as_of.value);
    let days = (scope.as_of - me.as_of.value).get_days();
    if newest && days > STALE_DAYS {
        let stale = Diagnostic::new(&code::INDICATORS_STALE, me.as_of.span).arg("date", me.as_of.value);
        sink.push(stale.arg("days", days));
    }
    let figures: Vec<_> = me.figures(scope).collect();
    for (at, (figure, profile)) in figures.iter().enumerate() {
        let same = |(_, p): &&(&At<Figure>, &IndicatorProfile)| p.head.id.value == profile.head.id.value;
        if let Some((first, _)) = figures[..at].iter().find(same) {
            let twice = Diagnostic::new(&code::INDICATOR_TWICE, figure.span);
            sink.push(twice.arg("name", &profile.head.name.value).also(first.span));
        }
        let kind = scope.corpus.community.kind;
        if !kind.is_among(&profile.applies) {
            let others = Diagnostic::new(&code::INDICATOR_FOR_OTHERS, figure.place());
            sink.push(others.arg("name", &profile.head.name.value));
        }
        figure.check_share(profile, sink);
        match derived::on(profile, scope, me.as_of.value) {
            Some(derived) => figure.check_source(profile, &derived, me, sink),
            None if figure.value.value.is_none() => {
                let missing = Diagnostic::new(&code::VALUE_MISSING, figure.span);
                let from = if profile.derived.is_some() { "register" } else { "nothing" };
                sink.push(missing.arg("name", &profile.head.name.value).arg("from", from));
            }
            None => {}
        }
    }
}

impl Figure {
    /// The share that part and whole give, rounded like the value as it is written.
    fn share(&self, profile: &IndicatorProfile) -> Option<Number> {
        let (part, whole) = (self.numerator.as_ref()?.value.0, self.denominator.as_ref()?.value.0);
        let exact = part.checked_mul(profile.scale())?.checked_div(whole)?;
        Some(Number(round(exact, self.value.as_ref()?.value.0.scale())))
    }

    fn check_share(&self, profile: &IndicatorProfile, sink: &mut Sink) {
        let name = &profile.head.name.value;
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
        if let (Some(share), Some(value)) = (self.share(profile), &self.value)
            && share != value.value
        {
            let off = Diagnostic::new(&code::SHARE_DISAGREES, value.span).arg("name", name);
            let off = off.arg("value", value.value).arg("share", share).arg("unit", &profile.unit);
            sink.push(off.arg("part", part.value).arg("whole", whole.value));
        }
    }

    /// What is written must be what the source gives: for the same day it cannot be otherwise, and
    /// beside an older register, the registers of a year, or records, which need not be complete, it is a
    /// probable slip.
    fn check_source(&self, profile: &IndicatorProfile, derived: &Derived, me: &Indicator, sink: &mut Sink) {
        let same_day = derived.as_of == me.as_of.value && derived.whole_source;
        let code = if same_day { &code::DERIVED_DISAGREES } else { &code::DERIVED_DIFFERS };
        let agree = |typed: Decimal, derived: Decimal| round(derived, typed.scale()) == typed;
        let pairs = [
            ("value", &self.value, Some(derived.value)),
            ("part", &self.numerator, derived.part),
            ("whole", &self.denominator, derived.whole),
        ];
        for (what, typed, derived_value) in pairs {
            let (Some(typed), Some(wanted)) = (typed, derived_value) else {
                continue;
            };
            if !agree(typed.value.0, wanted.0) {
                let off = Diagnostic::new(code, typed.span).arg("name", &profile.head.name.value).arg("what", what);
                let off = off.arg("typed", typed.value).arg("derived", wanted).arg("unit", &profile.unit);
                let source = derived.register.as_ref().map_or("", |r| r.title.as_str());
                let off = off.arg("source", source).arg("day", derived.as_of);
                sink.push(off.arg("diff", Number((typed.value.0 - wanted.0).abs())));
            }
        }
    }
}

impl At<Figure> {
    /// Where its value stands, else the figure itself.
    fn place(&self) -> crate::diagnostic::Span {
        self.value.value.as_ref().map_or(self.span, |v| v.span)
    }
}
