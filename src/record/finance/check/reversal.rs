//! 冲销: a line below zero takes back an earlier one, and names it.
//!
//! In: a statement and its chain. Out: errors where a line below zero names no voucher, or more is
//! taken back than was booked. Never looks into other accounts.

use super::super::super::Scope;
use super::super::chain::{Chain, Entry, Side};
use super::super::line::Line;
use super::ground;
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::value::{Money, Period};

/// Words that tell of a reversal, whose amount is below zero.
const REVERSALS: &[&str] = &["冲销", "红冲", "冲回"];
/// Words that tell that only a part is taken back.
const PARTS: &[&str] = &["部分", "多记", "多付", "差额", "多计"];

/// The lines of one side of a chain, with the statement each belongs to; earliest first.
pub(crate) struct Reversals<'a> {
    side: Side,
    lines: Vec<(Entry<'a>, &'a At<Line>)>,
    first: Option<Period>,
}

/// What a line below zero takes back.
pub(crate) enum Target<'a> {
    /// This line of this statement.
    Line(Entry<'a>, &'a At<Line>),
    /// A voucher of a time before the first statement.
    BeforeAll,
    /// A voucher that stands nowhere.
    Unknown(String),
    /// The line tells of a reversal and names no voucher.
    Unnamed,
    /// The line does not tell of a reversal.
    Untold,
}

impl<'a> Reversals<'a> {
    /// The lines of `side` up to the statement at `at`.
    pub fn new(chain: &Chain<'a>, at: usize, side: Side) -> Self {
        let lines = |e: &Entry<'a>| {
            let entry = *e;
            side.lines(entry.finance).list.iter().map(move |line| (entry, line))
        };
        let first = chain.list.first().map(Entry::period);
        Self { side, lines: chain.list[..=at].iter().flat_map(lines).collect(), first }
    }

    /// What `line` takes back.
    pub fn target(&self, line: &At<Line>) -> Target<'a> {
        let (period, voucher) = match &line.reverses {
            Some(written) => split(written),
            None if !REVERSALS.iter().any(|word| line.memo.contains(word)) => return Target::Untold,
            None => match self.named_in(&line.memo) {
                Some(voucher) => (None, voucher),
                None => return Target::Unnamed,
            },
        };
        let here = self.lines.iter().take_while(|(_, l)| l.span != line.span);
        let meant = here.filter(|(e, l)| {
            let same = l.voucher.as_ref().is_some_and(|v| v.value == voucher);
            same && !l.amount.is_negative() && period.is_none_or(|p| p.contains(e.period()) || e.period().contains(p))
        });
        let found: Vec<&(Entry<'a>, &'a At<Line>)> = meant.collect();
        // Where numbers begin anew, the voucher of that amount is meant; else the nearest.
        let equal = found.iter().rev().find(|(_, l)| l.amount.value == -line.amount.value);
        match (equal.or(found.last()), period, self.first) {
            (Some((entry, target)), _, _) => Target::Line(*entry, target),
            (None, Some(period), Some(first)) if period.last() < first.first() => Target::BeforeAll,
            _ => Target::Unknown(voucher),
        }
    }

    /// The longest voucher number of the chain that stands in a memo as a whole.
    fn named_in(&self, memo: &str) -> Option<String> {
        let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
        let whole = |v: &str| memo.match_indices(v).any(|(at, _)| !goes_on(&memo[at + v.len()..]));
        let vouchers = self.lines.iter().filter_map(|(_, l)| l.voucher.as_ref());
        vouchers
            .map(|v| v.value.as_str())
            .filter(|v| !v.is_empty() && whole(v))
            .max_by_key(|v| v.len())
            .map(str::to_owned)
    }

    /// How much was taken back of `target` by lines up to `until`, that one included.
    fn taken_back(&self, target: Span, until: Span) -> Money {
        let mut sum = Money::ZERO;
        for (_, line) in &self.lines {
            if line.amount.is_negative()
                && let Target::Line(_, other) = self.target(line)
                && other.span == target
            {
                sum += -line.amount.value;
            }
            if line.span == until {
                break;
            }
        }
        sum
    }
}

/// `2026-08 记-02` is voucher 记-02 of that month.
fn split(written: &str) -> (Option<Period>, String) {
    let parts = written.trim().split_once(char::is_whitespace);
    match parts.and_then(|(period, rest)| Some((Period::parse(period)?, rest.trim()))) {
        Some((period, voucher)) => (Some(period), voucher.to_owned()),
        None => (None, written.trim().to_owned()),
    }
}

pub(super) fn check(chain: &Chain<'_>, at: usize, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = chain.list[at].finance;
    for side in Side::BOTH {
        let own = &side.lines(finance).list;
        if own.iter().all(|l| !l.amount.is_negative() && l.reverses.is_none()) {
            continue;
        }
        let known = Reversals::new(chain, at, side);
        for line in own.iter().filter(|l| l.amount.is_negative() || l.reverses.is_some()) {
            if let Some(wrong) = wrong(line, &known) {
                sink.push(wrong.arg("side", known.side.word()).basis(ground(finance, scope)));
            }
        }
    }
}

fn wrong(line: &At<Line>, known: &Reversals<'_>) -> Option<Diagnostic> {
    let amount = line.amount.grouped();
    if !line.amount.is_negative() {
        let place = line.reverses.as_ref().map_or(line.span, |r| r.span);
        let above = Diagnostic::new(&code::REVERSAL_AMOUNT, place).arg("kind", "above-zero").arg("amount", amount);
        return Some(above.arg("voucher", "").arg("booked", "").arg("title", "").also(line.amount.span));
    }
    let place = line.reverses.as_ref().map_or(line.amount.span, |r| r.span);
    let unknown =
        |voucher: &str| Diagnostic::new(&code::REVERSAL_UNKNOWN, place).arg("voucher", voucher).arg("amount", &amount);
    match known.target(line) {
        Target::Untold => Some(Diagnostic::new(&code::NEGATIVE_AMOUNT, line.amount.span).arg("amount", amount)),
        Target::Unnamed => Some(unknown("")),
        Target::Unknown(voucher) => Some(unknown(&voucher)),
        Target::BeforeAll => None,
        Target::Line(entry, target) => {
            let part = PARTS.iter().any(|word| line.memo.contains(word));
            let taken = known.taken_back(target.span, line.span);
            let kind = match taken.cmp(&target.amount.value) {
                std::cmp::Ordering::Greater => "more",
                std::cmp::Ordering::Less if !part => "less",
                _ => return None,
            };
            let differs = Diagnostic::new(&code::REVERSAL_AMOUNT, line.amount.span)
                .arg("kind", kind)
                .arg("amount", (-taken).grouped())
                .arg("voucher", target.voucher.as_ref().map_or("", |v| &v.value))
                .arg("booked", target.amount.grouped())
                .arg("title", entry.title());
            Some(differs.also(target.amount.span))
        }
    }
}
