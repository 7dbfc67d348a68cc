//! Voucher numbers: each stands once, and none is missing in between.
//!
//! In: a statement and its chain. Out: an error for a number used twice, a warning for missing ones.
//! Numbers begin anew every month unless the record says every year.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::Scope;
use super::super::chain::{Chain, Entry, Follows, follows};
use super::super::line::Line;
use super::super::{Finance, Numbering};
use super::{ground, some_left_out};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::value::Period;

/// How many missing numbers are named one by one.
const NAMED: usize = 5;
/// More missing numbers than this are another way of numbering, not a gap.
const MOST: u32 = 200;

pub(super) fn check(chain: &Chain<'_>, at: usize, scope: &Scope<'_>, sink: &mut Sink) {
    let entry = chain.list[at];
    let numbering = chain.numbering(at);
    let year = chain.year_to(at);
    twice(entry, &year[..year.len() - 1], numbering, scope, sink);
    notes(entry.finance, sink);
    if !some_left_out(scope) {
        missing(chain, at, numbering, scope, sink);
    }
}

/// The stretch within which a number may stand once.
fn within(numbering: Option<Numbering>, line: &Line) -> Period {
    match numbering {
        Some(Numbering::Yearly) => Period::Year(line.date.year()),
        Some(Numbering::Monthly) | None => Period::Month(line.date.year(), line.date.month()),
    }
}

/// The stretch within which no number is missing. Where nobody said how numbers run, a number that
/// stands anywhere in the year is not missed.
fn series(numbering: Option<Numbering>, line: &Line) -> Period {
    within(numbering.or(Some(Numbering::Yearly)), line)
}

fn vouchers(finance: &Finance) -> impl Iterator<Item = (&Line, &At<String>)> {
    finance.income.iter().chain(&finance.expense).filter_map(|l| Some((&l.value, l.voucher.as_ref()?)))
}

fn twice(entry: Entry<'_>, earlier: &[Entry<'_>], numbering: Option<Numbering>, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = entry.finance;
    let mut told = |voucher: &At<String>, within: Period, first: Span| {
        let twice = Diagnostic::new(&code::VOUCHER_TWICE, voucher.span)
            .arg("voucher", &voucher.value)
            .arg("account", &finance.account.value)
            .arg("within", within);
        sink.push(twice.also(first).basis(ground(finance, scope)));
    };
    let mut own: BTreeMap<(Period, &str), &At<String>> = BTreeMap::new();
    for (line, voucher) in vouchers(finance) {
        let key = (within(numbering, line), voucher.value.as_str());
        match own.get(&key) {
            Some(first) => told(voucher, key.0, first.span),
            None => {
                own.insert(key, voucher);
            }
        }
    }
    for (line, voucher) in earlier.iter().flat_map(|e| vouchers(e.finance)) {
        // Each number of this statement is named once, beside its first use.
        let key = (within(numbering, line), voucher.value.as_str());
        if let Some(here) = own.remove(&key) {
            told(here, key.0, voucher.span);
        }
    }
}

/// A number that is said to be unused is not used.
fn notes(finance: &Finance, sink: &mut Sink) {
    for (voucher, note) in &finance.unused {
        if let Some((_, used)) = vouchers(finance).find(|(_, v)| v.value == *voucher) {
            let both = Diagnostic::new(&code::UNUSED_VOUCHER_USED, note.span).arg("voucher", voucher);
            sink.push(both.also(used.span));
        }
    }
}

/// A number in two parts: what stands before it, and the number itself with its width.
fn parse(voucher: &str) -> Option<(&str, u32, usize)> {
    let voucher = voucher.trim();
    // `记-05-1` is a part of voucher 05.
    let whole = match voucher.rsplit_once('-') {
        Some((rest, part)) if is_part(part) && rest.ends_with(|c: char| c.is_ascii_digit()) => rest,
        _ => voucher,
    };
    let prefix = whole.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &whole[prefix.len()..];
    Some((prefix, digits.parse().ok()?, digits.len()))
}

fn is_part(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

/// Numbers of one stretch under one prefix.
type Series<'a> = (Period, &'a str);

fn missing(chain: &Chain<'_>, at: usize, numbering: Option<Numbering>, scope: &Scope<'_>, sink: &mut Sink) {
    let entry = chain.list[at];
    let finance = entry.finance;
    let mut own: BTreeMap<Series<'_>, BTreeMap<u32, (&At<String>, usize)>> = BTreeMap::new();
    for (line, voucher) in vouchers(finance) {
        if let Some((prefix, number, width)) = parse(voucher) {
            own.entry((series(numbering, line), prefix)).or_default().entry(number).or_insert((voucher, width));
        }
    }
    let taken = taken(finance, numbering, scope);
    for ((stretch, prefix), numbers) in own {
        let earlier = || taken.get(&(stretch, prefix)).into_iter().flatten().copied();
        let Some(from) = begins(chain, at, numbering, earlier(), numbers.keys().next().copied()) else {
            continue;
        };
        let to = numbers.keys().next_back().copied().unwrap_or(from);
        let others: BTreeSet<u32> = earlier().collect();
        if to.saturating_sub(from) > MOST {
            continue;
        }
        let gap: Vec<u32> = (from..to).filter(|n| !numbers.contains_key(n) && !others.contains(n)).collect();
        let Some((voucher, width)) = gap.first().and_then(|first| numbers.range(first..).next()).map(|(_, v)| *v)
        else {
            continue;
        };
        let named: Vec<String> = gap.iter().take(NAMED).map(|n| format!("{prefix}{n:0width$}")).collect();
        let told = Diagnostic::new(&code::VOUCHER_MISSING, voucher.span)
            .arg("account", &finance.account.value)
            .arg("within", stretch)
            .arg("missing", named.join("、"))
            .arg("count", gap.len());
        sink.push(told.basis(ground(finance, scope)));
    }
}

/// The first number that is expected here.
fn begins(
    chain: &Chain<'_>,
    at: usize,
    numbering: Option<Numbering>,
    earlier: impl Iterator<Item = u32>,
    least: Option<u32>,
) -> Option<u32> {
    let entry = chain.list[at];
    match numbering {
        // Nobody said how numbers run: only gaps between this statement's own are told.
        None => least,
        Some(Numbering::Monthly) => Some(1),
        Some(Numbering::Yearly) => {
            let directly = |b: Entry<'_>| follows(b.period(), entry.period()) == Follows::Directly;
            match (chain.before(at), earlier.max()) {
                (Some(before), Some(last)) if directly(before) => Some(last + 1),
                (Some(before), None) if directly(before) => Some(1),
                // Before the first statement numbers were used that nobody sees here.
                _ => least,
            }
        }
    }
}

/// Numbers that stand in earlier statements, in other accounts, or are explained.
fn taken<'a>(
    finance: &'a Finance,
    numbering: Option<Numbering>,
    scope: &Scope<'a>,
) -> BTreeMap<Series<'a>, BTreeSet<u32>> {
    let mut taken: BTreeMap<Series<'a>, BTreeSet<u32>> = BTreeMap::new();
    let not_later = |f: &Finance| f.account.value != finance.account.value || f.period.last() < finance.period.first();
    for (_, other) in scope.all::<Finance>().filter(|(_, f)| not_later(f)) {
        for (line, voucher) in vouchers(other) {
            if let Some((prefix, number, _)) = parse(voucher) {
                taken.entry((series(numbering, line), prefix)).or_default().insert(number);
            }
        }
    }
    let months = (finance.period.first().month()..=finance.period.last().month())
        .map(|month| Period::Month(finance.period.year(), month));
    for voucher in finance.unused.keys() {
        if let Some((prefix, number, _)) = parse(voucher) {
            for stretch in months.clone().chain([Period::Year(finance.period.year())]) {
                taken.entry((stretch, prefix)).or_default().insert(number);
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_what_stands_last() {
        for (voucher, want) in [
            ("记-01", Some(("记-", 1, 2))),
            ("记-05-1", Some(("记-", 5, 2))),
            ("9月记-12", Some(("9月记-", 12, 2))),
            ("2026-012", Some(("2026-", 12, 3))),
            ("0007", Some(("", 7, 4))),
            ("转字", None),
        ] {
            assert_eq!(super::parse(voucher), want, "{voucher}");
        }
    }
}
