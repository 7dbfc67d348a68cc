//! Whether a rubric can judge: every score one level, every weight and every point in its place.
//!
//! In: a rubric. Out: an error at each part that contradicts itself. Never judges how strict a rubric is.

use rust_decimal::Decimal;

use super::super::Places;
use super::super::common::{check_range, check_some, check_twice};
use super::{Dimension, Item, ItemKind, Level, MOST_DECIMALS, Rubric, VetoEffect};
use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::schema::unknown_name;
use crate::value::Number;

const DIMENSIONS: (&str, &str) = ("维度", "dimensions");
const SOURCES: (&str, &str) = ("来源权重", "sources");
const LEVELS: (&str, &str) = ("等级", "levels");
const CAPS: (&str, &str) = ("上限", "caps");
const VETOES: (&str, &str) = ("一票否决", "vetoes");
const QUOTAS: (&str, &str) = ("配额", "quotas");
const BONUS: (&str, &str) = ("加分项目", "bonus_items");
const NAME: (&str, &str) = ("名称", "name");
const STAR: (&str, &str) = ("星", "star");
const HUNDRED: (Decimal, Decimal) = (Decimal::ZERO, Decimal::ONE_HUNDRED);

pub(super) fn check(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    check_some(&rubric.dimensions, DIMENSIONS, places, sink);
    check_some(&rubric.sources, SOURCES, places, sink);
    earning(rubric, places, sink);
    names(rubric, places, sink);
    weights(rubric, places, sink);
    levels(rubric, sink);
    floors(rubric, sink);
    numbers(rubric, places, sink);
    for dimension in &rubric.dimensions {
        items(rubric, dimension, sink);
    }
    caps(rubric, places, sink);
    stars(rubric, places, sink);
}

/// Stars come from levels, or one by one from a line; not from both.
fn earning(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    let Some(earning) = rubric.earning.as_ref().filter(|_| rubric.earns_each()) else {
        check_some(&rubric.levels, LEVELS, places, sink);
        if let Some(line) = &rubric.star_line {
            sink.push(Diagnostic::new(&code::EARNING_UNCLEAR, line.span).arg("what", "line-alone"));
        }
        return;
    };
    match &rubric.star_line {
        Some(line) => check_range("得星线", line.value, HUNDRED, line.span, sink),
        None => sink.push(Diagnostic::new(&code::EARNING_UNCLEAR, earning.span).arg("what", "no-line")),
    }
    if let Some(level) = rubric.levels.first() {
        sink.push(Diagnostic::new(&code::EARNING_UNCLEAR, level.min.span).arg("what", "both").also(earning.span));
    }
}

fn names(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    let id = |at| places.entry(DIMENSIONS, at, ("标识", "id"));
    let name = |at| places.entry(DIMENSIONS, at, NAME);
    let both = |(at, d): (usize, &'_ Dimension)| (at, d.id.clone(), d.name.clone());
    let all: Vec<_> = rubric.dimensions.iter().enumerate().map(both).collect();
    // An id may repeat its own name, but nobody else's.
    let ids = all.iter().map(|(at, i, _)| (i.as_str(), id(*at)));
    let names = all.iter().filter(|(_, i, n)| i != n).map(|(at, _, n)| (n.as_str(), name(*at)));
    check_twice(ids.chain(names), sink);
    let entry = |list, at| places.entry(list, at, NAME);
    check_twice(rubric.sources.iter().enumerate().map(|(at, s)| (s.name.as_str(), entry(SOURCES, at))), sink);
    check_twice(rubric.vetoes.iter().enumerate().map(|(at, v)| (v.name.as_str(), entry(VETOES, at))), sink);
    check_twice(rubric.bonus_items.iter().enumerate().map(|(at, b)| (b.name.as_str(), entry(BONUS, at))), sink);
    for dimension in &rubric.dimensions {
        check_twice(dimension.items.iter().map(|i| (i.name.as_str(), i.max.span)), sink);
    }
}

fn weights(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    let dimensions: Decimal = rubric.dimensions.iter().map(|d| d.weight.0).sum();
    let sources: Decimal = rubric.sources.iter().map(|s| s.weight.0).sum();
    for (key, count, sum) in
        [(DIMENSIONS, rubric.dimensions.len(), dimensions), (SOURCES, rubric.sources.len(), sources)]
    {
        if count > 0 && sum != Decimal::ONE_HUNDRED {
            let at = places.entry(key, 0, ("权重", "weight"));
            sink.push(Diagnostic::new(&code::WEIGHTS_NOT_100, at).arg("key", key.0).arg("sum", Number(sum)));
        }
    }
}

/// Every total belongs to exactly one level, or is known to be below all of them.
fn levels(rubric: &Rubric, sink: &mut Sink) {
    let mut levels: Vec<&Level> = rubric.levels.iter().collect();
    levels.sort_by_key(|l| std::cmp::Reverse(l.star));
    for pair in levels.windows(2) {
        let (upper, lower) = (pair[0], pair[1]);
        let end = lower.below.as_ref().unwrap_or(&upper.min);
        let code = if upper.star == lower.star || upper.min.value <= lower.min.value || end.value > upper.min.value {
            &code::LEVELS_OVERLAP
        } else if upper.star != lower.star + 1 || end.value < upper.min.value {
            &code::LEVEL_GAP
        } else {
            continue;
        };
        let at = if lower.below.is_some() { end.span } else { upper.min.span };
        let wrong = Diagnostic::new(code, at).also(if at == upper.min.span { lower.min.span } else { upper.min.span });
        let wrong = wrong.arg("upper", upper.star).arg("upper_min", upper.min.value).arg("end", end.value);
        sink.push(wrong.arg("lower", lower.star).arg("lower_min", lower.min.value));
    }
    if let Some(lowest) = levels.last().filter(|l| l.min.0 > Decimal::ZERO && rubric.unrated.is_none()) {
        let open = Diagnostic::new(&code::NOTHING_BELOW, lowest.min.span).arg("star", lowest.star);
        sink.push(open.arg("min", lowest.min.value));
    }
    if let Some(below) = levels.first().and_then(|l| l.below.as_ref()) {
        let top = Diagnostic::new(&code::LEVEL_GAP, below.span).arg("upper", 0).arg("upper_min", below.value);
        let top = top.arg("lower", levels[0].star).arg("lower_min", levels[0].min.value);
        sink.push(top.arg("end", below.value));
    }
}

/// More stars never ask for less.
fn floors(rubric: &Rubric, sink: &mut Sink) {
    for floor in &rubric.floors {
        let harder = rubric.floors.iter().find(|f| f.star < floor.star && f.min.value > floor.min.value);
        if let Some(harder) = harder {
            let fall = Diagnostic::new(&code::FLOORS_FALL, floor.min.span).also(harder.min.span);
            let fall = fall.arg("star", floor.star).arg("min", floor.min.value);
            sink.push(fall.arg("lower", harder.star).arg("lower_min", harder.min.value));
        }
    }
}

fn numbers(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    for (at, dimension) in rubric.dimensions.iter().enumerate() {
        let span = places.entry(DIMENSIONS, at, ("满分", "max"));
        check_range("满分", dimension.max, (Decimal::ONE, Decimal::ONE_THOUSAND), span, sink);
        check_range("权重", dimension.weight.value, HUNDRED, dimension.weight.span, sink);
    }
    for (at, source) in rubric.sources.iter().enumerate() {
        check_range("权重", source.weight.value, HUNDRED, source.weight.span, sink);
        if let Some(share) = source.min_sample {
            let span = places.entry(SOURCES, at, ("最低样本", "min_sample"));
            check_range("最低样本", share, (Decimal::ZERO, Decimal::ONE), span, sink);
        }
    }
    let bounds = rubric.levels.iter().flat_map(|l| [Some(&l.min), l.below.as_ref()]).flatten();
    for bound in bounds.chain(rubric.floors.iter().map(|f| &f.min)) {
        check_range("下限", bound.value, HUNDRED, bound.span, sink);
    }
    for (at, quota) in rubric.quotas.iter().enumerate() {
        let span = places.entry(QUOTAS, at, ("最多", "max_share"));
        check_range("最多", quota.max_share, (Decimal::ZERO, Decimal::ONE), span, sink);
    }
    for points in rubric.bonus_cap.iter().chain(rubric.bonus_items.iter().map(|b| &b.points)) {
        check_range("分", points.value, HUNDRED, points.span, sink);
    }
    if let Some(decimals) = rubric.decimals {
        let most = Decimal::from(MOST_DECIMALS);
        let span = places.field("小数", "decimals");
        check_range("小数", Number(decimals.into()), (Decimal::ZERO, most), span, sink);
    }
}

/// The items of a source make up all points of the dimension, and each has what its kind needs.
fn items(rubric: &Rubric, dimension: &Dimension, sink: &mut Sink) {
    let known: Vec<&str> = rubric.sources.iter().map(|s| s.name.as_str()).collect();
    let only = known.len() == 1;
    for item in &dimension.items {
        check_range("满分", item.max.value, (Decimal::ZERO, dimension.max.0), item.max.span, sink);
        match &item.source {
            Some(source) if !known.contains(&source.as_str()) => {
                sink.push(unknown_name(&code::UNKNOWN_PART, source, source.span, &known));
            }
            None if !only => sink.push(lacks(item, "来源")),
            _ => {}
        }
        needs(item, sink);
    }
    for source in &known {
        let mut of_source = dimension.items_of(source, only).peekable();
        let Some(first) = of_source.peek().map(|i| i.max.span) else {
            continue;
        };
        let sum: Decimal = of_source.map(|i| i.max.0).sum();
        if sum != dimension.max.0 {
            let off = Diagnostic::new(&code::ITEMS_NOT_MAX, first).arg("dimension", &dimension.name);
            sink.push(off.arg("source", source).arg("sum", Number(sum)).arg("max", dimension.max));
        }
    }
}

/// Reports what a kind of item cannot do without.
fn needs(item: &Item, sink: &mut Sink) {
    let missing = match item.kind {
        ItemKind::Threshold if item.target.is_none() && item.indicator.is_none() => Some("目标"),
        ItemKind::Count if item.each.is_none_or(|e| e.0 <= Decimal::ZERO) => Some("每个"),
        ItemKind::Deduction if item.faults.is_empty() => Some("扣分项"),
        ItemKind::Ratio if item.target.is_some_and(|t| t.0 <= Decimal::ZERO) => Some("目标"),
        _ => None,
    };
    if let Some(key) = missing {
        sink.push(lacks(item, key));
    }
    for fault in item.faults.iter().filter(|f| f.points.0 <= Decimal::ZERO) {
        check_range(&fault.name, fault.points, (Decimal::new(1, 2), item.max.0), item.max.span, sink);
    }
}

fn lacks(item: &Item, key: &str) -> Diagnostic {
    Diagnostic::new(&code::ITEM_LACKS, item.max.span).arg("item", &item.name).arg("key", key)
}

/// A cap names one source or one dimension.
fn caps(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    let sources: Vec<&str> = rubric.sources.iter().map(|s| s.name.as_str()).collect();
    let dimensions: Vec<&str> = rubric.dimensions.iter().map(|d| d.name.as_str()).collect();
    for (at, cap) in rubric.caps.iter().enumerate() {
        let (name, known) = match (&cap.source, &cap.dimension) {
            (Some(source), None) => (source, &sources),
            (None, Some(dimension)) => (dimension, &dimensions),
            _ => {
                let span = places.entry(CAPS, at, ("低于", "below"));
                sink.push(Diagnostic::new(&code::CAP_NOT_ONE, span));
                continue;
            }
        };
        if !known.contains(&name.as_str()) {
            sink.push(unknown_name(&code::UNKNOWN_PART, name, name.span, known));
        }
    }
}

/// Caps, floors, quotas and vetoes name stars that can be had.
fn stars(rubric: &Rubric, places: &Places<'_>, sink: &mut Sink) {
    let caps = rubric.caps.iter().enumerate();
    let mut named: Vec<(u32, Span)> =
        caps.map(|(at, c)| (c.max_star, places.entry(CAPS, at, ("最高星", "max_star")))).collect();
    named.extend(rubric.floors.iter().map(|f| (f.star, f.min.span)));
    let quotas = rubric.quotas.iter().enumerate();
    named.extend(quotas.map(|(at, q)| (q.star, places.entry(QUOTAS, at, STAR))));
    for (at, veto) in rubric.vetoes.iter().enumerate() {
        let span = places.entry(VETOES, at, STAR);
        match (veto.effect, veto.stars) {
            (VetoEffect::Cap, None) => named.push((u32::MAX, span)),
            (_, Some(stars)) => named.push((stars, span)),
            _ => {}
        }
    }
    let most = Decimal::from(rubric.max_stars());
    for (star, span) in named {
        check_range("星", Number(star.into()), (Decimal::ZERO, most), span, sink);
    }
}
