//! From what was found to points, item by item.
//!
//! In: an item, what was found, the indicator behind it. Out: `Measured`, or why there are no points.
//! Never rounds twice: what an item gives is rounded as it is shown, and counts like that.

use rust_decimal::Decimal;

use super::super::indicator;
use super::found::{Answer, Found};
use crate::diagnostic::At;
use crate::profile::rubric::{Item, ItemKind, Rounding, Sense};
use crate::record::{PageLink, Scope};
use crate::value::{Date, Number};

/// Points of one item, with all that leads to them.
#[derive(Debug, Clone)]
pub(super) struct Measured<'a> {
    /// The item.
    pub item: &'a Item,
    /// What was written, where it was.
    pub found: Option<&'a Found>,
    /// The value that counts: a number, how many, or percent.
    pub value: Option<Decimal>,
    /// The value to reach.
    pub target: Option<Decimal>,
    /// The record that gave the value, where it was not written here.
    pub from: Option<PageLink>,
    /// What it gives.
    pub points: Decimal,
}

/// Why an item gives no points.
#[derive(Debug)]
pub(super) enum Wrong<'a> {
    /// Nothing was written, and nothing else gives it.
    Missing,
    /// Another form than this kind of item has.
    Form,
    /// Outside of what can be, with the most that can.
    Range(Decimal, Option<Decimal>),
    /// A part that is more than the whole, or a whole of nothing.
    Share,
    /// A fault that the item does not know.
    Fault(&'a At<String>),
    /// The record says one thing, the indicator another.
    Disagrees(Decimal, Decimal, PageLink),
}

/// The points of `item`; its value is taken from the indicator of `day` where none was written.
pub(super) fn measure<'a>(
    item: &'a Item,
    found: Option<&'a Found>,
    scope: &Scope<'a>,
    day: Date,
    rounding: (Rounding, u32),
) -> Result<Measured<'a>, Wrong<'a>> {
    let profile = item.indicator.as_ref().and_then(|name| scope.profile_on(&name.value, day));
    let known = profile.and_then(|p| indicator::value_on(p, scope, day));
    let target = item.target.or(profile.and_then(|p| p.target)).map(|t| t.0);
    let mut measured = Measured { item, found, value: None, target, from: None, points: Decimal::ZERO };
    if item.kind == ItemKind::Deduction {
        measured.points = (item.max.0 - lost(item, found)?).max(Decimal::ZERO);
        return Ok(measured);
    }
    if item.kind == ItemKind::YesNo {
        let answer = found.ok_or(Wrong::Missing)?.0.value.as_ref().map(|v| v.value);
        let Some(Answer::YesNo(yes)) = answer else {
            return Err(Wrong::Form);
        };
        measured.points = if yes { item.max.0 } else { Decimal::ZERO };
        return Ok(measured);
    }
    let value = match (written(item, found)?, known) {
        (Some(written), Some((known, _, page))) if Number(written) != known => {
            return Err(Wrong::Disagrees(written, known.0, page));
        }
        (Some(written), _) => written,
        (None, Some((known, _, page))) => {
            measured.from = Some(page);
            known.0
        }
        (None, None) => return Err(Wrong::Missing),
    };
    measured.value = Some(value);
    let most = (item.kind == ItemKind::Score).then_some(item.max.0);
    if value < Decimal::ZERO || most.is_some_and(|most| value > most) {
        return Err(Wrong::Range(value, most));
    }
    let exact = match item.kind {
        ItemKind::Score => value,
        ItemKind::Threshold => match (item.sense.unwrap_or(Sense::AtLeast), target.ok_or(Wrong::Missing)?) {
            (Sense::AtLeast, target) if value >= target => item.max.0,
            (Sense::AtMost, target) if value <= target => item.max.0,
            _ => Decimal::ZERO,
        },
        ItemKind::Count => value * item.each.map_or(Decimal::ZERO, |e| e.0),
        ItemKind::Ratio => {
            let full = target.unwrap_or(Decimal::ONE_HUNDRED);
            (item.max.0 * value).checked_div(full).ok_or(Wrong::Share)?
        }
        ItemKind::Deduction | ItemKind::YesNo => Decimal::ZERO,
    };
    measured.points = rounding.0.apply(exact.min(item.max.0), rounding.1);
    Ok(measured)
}

/// The number that was written: for a share in percent.
fn written<'a>(item: &Item, found: Option<&Found>) -> Result<Option<Decimal>, Wrong<'a>> {
    let Some(fields) = found.map(|f| &f.0) else {
        return Ok(None);
    };
    if fields.faults.is_some() || (item.kind != ItemKind::Ratio && (fields.part.is_some() || fields.whole.is_some())) {
        return Err(Wrong::Form);
    }
    match (&fields.value, &fields.part, &fields.whole) {
        (Some(value), None, None) => match value.value {
            Answer::Number(number) => Ok(Some(number.0)),
            Answer::YesNo(_) => Err(Wrong::Form),
        },
        (None, Some(part), Some(whole)) if part.0 <= whole.0 && part.0 >= Decimal::ZERO => {
            (part.0 * Decimal::ONE_HUNDRED).checked_div(whole.0).map(Some).ok_or(Wrong::Share)
        }
        (None, Some(_), Some(_)) => Err(Wrong::Share),
        // Only remarks or evidence beside the value of an indicator.
        (None, None, None) => Ok(None),
        _ => Err(Wrong::Form),
    }
}

/// What faults take away.
fn lost<'a>(item: &'a Item, found: Option<&'a Found>) -> Result<Decimal, Wrong<'a>> {
    let fields = &found.ok_or(Wrong::Missing)?.0;
    let none = matches!(fields.value.as_ref().map(|v| v.value), Some(Answer::YesNo(false)));
    let Some(faults) = &fields.faults else {
        return if none { Ok(Decimal::ZERO) } else { Err(Wrong::Form) };
    };
    let mut sum = Decimal::ZERO;
    for (name, times) in &faults.0 {
        let fault = item.faults.iter().find(|f| f.name == name.value).ok_or(Wrong::Fault(name))?;
        if times.0 < Decimal::ZERO {
            return Err(Wrong::Range(times.0, None));
        }
        sum += fault.points.0 * times.0;
    }
    Ok(sum)
}
