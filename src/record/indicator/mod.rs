//! 指标: figures held against targets.
//!
//! In: `indicators/*.yaml`. Out: its checks, facts and page. Never sets a target: the profile does.

mod check;
pub mod derived;
mod page;
mod trend;

use tera::Value;

use super::facts::Measured;
use super::{Common, Facts, Format, Kind, PageLink, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::profile::indicator::IndicatorProfile;
use crate::value::{Date, Number, ProfileRef, Target};
use derived::Derived;
pub(super) use page::{Shown, source};

crate::fields! {
    /// Figures of one day.
    pub struct Indicator + common: Common {
        /// The day they were true.
        as_of "截至": At<Date>,
        /// The figures; those that the site works out by itself need not be written.
        values "数据": Vec<At<Figure>>,
    }
}

crate::fields! {
    /// One figure.
    pub struct Figure {
        /// Which indicator.
        indicator "指标": ProfileRef<IndicatorProfile>,
        /// Its value; may be left out where it is worked out from a register.
        value "数值": Option<At<Number>>,
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

/// An indicator on one day: what was written, what was worked out, or both.
pub(super) struct Reading<'a> {
    profile: &'a IndicatorProfile,
    figure: Option<&'a At<Figure>>,
    derived: Option<Derived>,
}

impl Reading<'_> {
    /// The value: what was written, else what was worked out.
    fn value(&self) -> Option<Number> {
        let typed = self.figure.and_then(|f| f.value.value.as_ref()).map(|v| v.value);
        typed.or_else(|| self.derived.as_ref().map(|d| d.value))
    }

    /// The value as streets, districts and the city count it.
    fn measured(&self, as_of: Date) -> Option<Measured> {
        Some(Measured { indicator: self.profile.head.id.value.clone(), value: self.value()?, as_of })
    }

    /// Whether the site worked the value out by itself.
    fn is_derived(&self) -> bool {
        self.figure.is_none_or(|f| f.value.value.is_none())
    }
}

impl Indicator {
    /// Each figure with its profile, where that is known.
    fn figures<'a>(&'a self, scope: &Scope<'a>) -> impl Iterator<Item = (&'a At<Figure>, &'a IndicatorProfile)> {
        self.values.iter().filter_map(move |f| scope.profile(&f.indicator).map(|p| (f, p)))
    }

    /// All indicators of the day: the written ones, then those that can be worked out beside them.
    fn readings<'a>(&'a self, scope: &Scope<'a>) -> Vec<Reading<'a>> {
        let day = self.as_of.value;
        let read = |(figure, profile): (&'a At<Figure>, &'a IndicatorProfile)| Reading {
            profile,
            figure: Some(figure),
            derived: derived::on(profile, scope, day),
        };
        let mut readings: Vec<Reading<'a>> = self.figures(scope).map(read).collect();
        let written: Vec<&str> = readings.iter().map(|r| r.profile.head.id.value.as_str()).collect();
        let others = here(scope).filter(|p| !written.contains(&p.head.id.value.as_str()));
        let more: Vec<Reading<'a>> = others
            .filter_map(|profile| {
                let derived = derived::on(profile, scope, day)?;
                Some(Reading { profile, figure: None, derived: Some(derived) })
            })
            .collect();
        readings.extend(more);
        readings
    }
}

/// The indicators that apply to this type of community and can be worked out.
fn here<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a IndicatorProfile> + use<'a> {
    let kind = scope.corpus.community.kind;
    let profiles = scope.city.profiles.indicators.iter();
    profiles.filter(move |p| p.derived.is_some() && kind.is_among(&p.applies))
}

/// The indicators worked out from registers of one kind, on a day, as their pages show them.
pub(super) fn from_register<'a>(register: &str, scope: &Scope<'a>, day: Date) -> Vec<page::Shown<'a>> {
    let of = |p: &&IndicatorProfile| {
        let derivation = p.derived.as_ref();
        let kind = derivation.and_then(|d| derived::register(d, scope));
        kind.is_some_and(|k| k.head.id.value == register)
    };
    let read = |profile: &'a IndicatorProfile| {
        let derived = derived::on(profile, scope, day)?;
        page::Shown::of(&Reading { profile, figure: None, derived: Some(derived) })
    };
    here(scope).filter(of).filter_map(read).collect()
}

/// The newest value of an indicator up to `day`, the day it was true, and where it stands: as written, else
/// as worked out from a register.
pub(super) fn value_on(profile: &IndicatorProfile, scope: &Scope<'_>, day: Date) -> Option<(Number, Date, PageLink)> {
    let mine =
        |figure: &Figure| scope.profile(&figure.indicator).is_some_and(|p| p.head.id.value == profile.head.id.value);
    let written = scope.all::<Indicator>().filter(|(_, i)| i.as_of.value <= day).filter_map(|(record, i)| {
        let value = i.values.iter().find(|f| mine(f))?.value.value.as_ref()?.value;
        Some((value, i.as_of.value, PageLink::to(record)))
    });
    let derived = derived::on(profile, scope, day).and_then(|d| Some((d.value, d.as_of, d.register?)));
    written.max_by_key(|(_, as_of, _)| *as_of).or(derived)
}

impl Kind for Indicator {
    const NAME: &'static str = "indicator";
    const FORMAT: Format = Format::Data;
    const LINKED: &'static str = "Dataset";

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let readings = self.readings(scope);
        let met = || readings.iter().filter_map(|r| r.profile.is_met(r.value()?));
        let counts = [
            ("count", readings.len().to_string()),
            ("targets", met().count().to_string()),
            ("met", met().filter(|m| *m).count().to_string()),
        ];
        Facts {
            date: Some(self.as_of.value),
            summary: scope.words().text("indicator-summary", &counts),
            measured: readings.iter().filter_map(|r| r.measured(self.as_of.value)).collect(),
            ..Facts::default()
        }
    }

    fn data(&self, _me: &Record, scope: &Scope<'_>) -> serde_json::Value {
        let mut data = serde_json::to_value(self).unwrap_or_default();
        data["values"] = page::data(&self.readings(scope));
        data
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&page::of(&self.readings(scope)))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&trend::section(scope))
    }
}
