//! Values of indicators that the site works out by itself.
//!
//! In: an indicator's profile, the registers and records of the community, a day. Out: the value on that day,
//! its part and whole, and where it comes from. Never uses a register of a later day.

use rust_decimal::Decimal;

use super::super::register::{Register, Rows};
use super::super::{KINDS, PageLink, Record, Scope};
use crate::profile::formula::{Count, Expr, Name, Space, round};
use crate::profile::indicator::{Derivation, IndicatorProfile};
use crate::profile::register::RegisterProfile;
use crate::value::{Date, Number};

/// To how many decimal places a share is worked out.
const PLACES: u32 = 2;

/// A value that was worked out.
#[derive(Clone)]
pub struct Derived {
    /// The value, in the unit of the indicator.
    pub value: Number,
    /// Above the line, where it is a share.
    pub part: Option<Number>,
    /// Below the line.
    pub whole: Option<Number>,
    /// The newest day that the rows behind it tell of.
    pub as_of: Date,
    /// The register it comes from; none where records are counted.
    pub register: Option<PageLink>,
    /// Whether the source is known to be whole: one register of that day, not several of a year, nor records.
    pub whole_source: bool,
    /// The address of the section of the records that are counted.
    pub section: Option<&'static str>,
}

/// What a formula may look at.
struct Ground<'a> {
    /// Rows that fulfil the condition, a table each.
    matched: Vec<Rows<'a>>,
    /// How many rows there are with and without the condition.
    counts: (usize, usize),
    /// The figures of the community, unless the rows are of the past.
    scope: Option<Scope<'a>>,
}

/// The value of an indicator on a day; `None` where there is nothing to work it out from.
pub fn on(profile: &IndicatorProfile, scope: &Scope<'_>, day: Date) -> Option<Derived> {
    let derived = profile.derived.as_ref()?;
    match (&derived.register, &derived.records) {
        (Some(_), None) => of_register(profile, derived, scope, day),
        (None, Some(folder)) => of_records(profile, derived, folder, scope, day),
        _ => None,
    }
}

/// The kind of register that an indicator is worked out from.
pub fn register<'a>(derived: &Derivation, scope: &Scope<'a>) -> Option<&'a RegisterProfile> {
    scope.profile(&derived.register.as_ref()?.value)
}

fn of_register(profile: &IndicatorProfile, derived: &Derivation, scope: &Scope<'_>, day: Date) -> Option<Derived> {
    let kind = register(derived, scope)?;
    let same = |r: &Register| scope.profile(&r.register).is_some_and(|p| p.head.id.value == kind.head.id.value);
    let all = || scope.all::<Register>().filter(|(_, r)| same(r));
    let newest = all().map(|(_, r)| r.as_of.value).filter(|d| *d <= day).max()?;
    let counts = |r: &Register| match derived.this_year {
        true => r.as_of.value <= day && r.as_of.value.year() == day.year(),
        false => r.as_of.value == newest,
    };
    let used: Vec<(&Record, Rows<'_>)> =
        all().filter(|(_, r)| counts(r)).filter_map(|(record, r)| Some((record, r.table(scope)?))).collect();
    let matched: Vec<Rows<'_>> = used.iter().map(|(_, rows)| rows.when(&derived.when)).collect();
    let of_today = all().all(|(_, r)| r.as_of.value <= newest);
    let count = |rows: &mut dyn Iterator<Item = &Rows<'_>>| rows.map(|r| r.list.len()).sum::<usize>();
    let counts = (count(&mut matched.iter()), count(&mut used.iter().map(|(_, rows)| rows)));
    let ground = Ground { counts, matched, scope: of_today.then_some(*scope) };
    let link = used.last().map(|(record, _)| PageLink::to(record))?;
    let whole_source = !derived.this_year;
    ground.value(profile, derived, newest).map(|d| Derived { register: Some(link), whole_source, ..d })
}

fn of_records(
    profile: &IndicatorProfile,
    derived: &Derivation,
    folder: &str,
    scope: &Scope<'_>,
    day: Date,
) -> Option<Derived> {
    let kind = KINDS.iter().find(|k| k.folder == folder)?;
    // What a record told of itself on that day, not what it tells today.
    let then = Scope { as_of: day, ..*scope };
    let date = |r: &Record| r.common().published.as_ref().map(|d| d.value).or_else(|| r.facts(&then).date);
    let wanted = |d: &Date| *d <= day && (!derived.this_year || d.year() == day.year());
    let of_kind = scope.corpus.records.iter().filter(|r| r.body.kind().name == kind.name);
    let count = of_kind.filter_map(date).filter(wanted).count();
    let ground = Ground { matched: Vec::new(), counts: (count, count), scope: Some(*scope) };
    ground.value(profile, derived, day).filter(|_| count > 0).map(|d| Derived { section: Some(kind.folder), ..d })
}

impl Ground<'_> {
    fn value(&self, profile: &IndicatorProfile, derived: &Derivation, as_of: Date) -> Option<Derived> {
        let look = |name: &Name| self.look(name);
        let expr = &derived.formula.left;
        let share = expr.share().and_then(|(part, whole)| Some((part.value(&look)?, whole.value(&look)?)));
        let value = match (share, profile.scale()) {
            (Some((part, whole)), scale) => part.checked_mul(scale)?.checked_div(whole)?,
            (None, _) => Expr::value(expr, &look)?,
        };
        let value = derived.cap.map_or(value, |cap| value.min(cap.0));
        let number = |v: Decimal| Number(round(v, PLACES).normalize());
        let (part, whole) = (share.map(|s| number(s.0)), share.map(|s| number(s.1)));
        Some(Derived { value: number(value), part, whole, as_of, register: None, whole_source: false, section: None })
    }

    fn look(&self, name: &Name) -> Option<Decimal> {
        match name {
            Name::Column(name) => self.matched.iter().filter_map(|rows| rows.sum(name)).reduce(|a, b| a + b),
            Name::Count(Count::Rows) => Some(Decimal::from(self.counts.0)),
            Name::Count(Count::All) => Some(Decimal::from(self.counts.1)),
            Name::Outside(Space::Figures, name) => {
                let figures = self.scope.as_ref()?.corpus.community.figures.as_ref()?;
                figures.number(name).map(|(value, _)| value)
            }
            Name::Outside(..) => None,
        }
    }
}
