//! From a text to what is private in it.
//!
//! In: a text, how it is to be read. Out: each private number with its bytes, and how it looks when it is masked. A pure
//! function, in time that grows with the text alone. Never keeps or shows a number in full.

use std::ops::Range;

use super::context::{Columns, Context};
use super::group::{Digit, Groups};
use super::judge::{Around, Question};
use super::kind::Kind;
use super::thin;
use super::words::{self, Label};
use crate::value::Date;

/// The fewest signs of a number that is private.
const FEWEST: usize = 8;
/// The most.
const MOST: usize = 22;

/// How often what masks leave is looked at again; a text that needs more was made for it.
const ROUNDS: usize = 8;

/// Something private in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub range: Range<usize>,
    /// The signs that must not be seen: their bytes.
    pub hidden: Vec<Range<usize>>,
    /// Its signs as they look when these are hidden.
    pub masked: String,
    /// Its last four signs, by which a waiver names it.
    pub ending: String,
    /// By which the same number is known again, without showing it.
    pub mark: [u8; 16],
    /// The person named before it on the same line; empty where there is none.
    pub person: String,
}

/// How a text is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The day of the build: nobody is born after it.
    pub today: Date,
    /// How its columns are parted.
    pub columns: Columns,
    /// The head over a cell, or the name of a box, where the text is one.
    pub head: Option<&'a str>,
    /// Whether it is a cell or box by itself, in which a number needs no words to be taken for private.
    pub alone: bool,
    /// Whether telephones in it are those of offices.
    pub office: bool,
}

impl Reading<'_> {
    /// A text of sentences.
    pub fn prose(today: Date) -> Self {
        Self { today, columns: Columns::None, head: None, alone: false, office: false }
    }

    /// A table.
    pub fn table(today: Date, columns: Columns) -> Self {
        Self { columns, ..Self::prose(today) }
    }
}

impl<'a> Reading<'a> {
    /// One cell under a head, or one box of a form.
    pub fn cell(today: Date, head: &'a str) -> Self {
        Self { head: Some(head), alone: true, ..Self::prose(today) }
    }
}

/// All that is private in a text, in order; good masks too, which another mask could complete.
pub fn scan(text: &str, reading: &Reading<'_>) -> Vec<Found> {
    let mut found = once(text, reading);
    for _ in 0..ROUNDS {
        if found.iter().all(|one| one.hidden.is_empty()) {
            break;
        }
        // What a mask leaves may be read anew, together with signs beside it, as a mask that leaves too much.
        let mut more = once(&shaded(text, &found), reading);
        more.retain(|one| one.kind.blocks() && !one.hidden.is_empty());
        if more.is_empty() {
            break;
        }
        more.into_iter().for_each(|one| join(&mut found, one));
    }
    found
}

/// A text with the signs hidden that must not be seen; every byte behind them stays in its place.
fn shaded(text: &str, found: &[Found]) -> String {
    covered(text, found, |length, out| match length {
        1 => out.push('*'),
        2 => out.push('×'),
        3 => out.push('＊'),
        // A star, and signs that nobody sees, of two and of three bytes.
        long => {
            out.push('*');
            (0..(long - 1) / 2 - (long - 1) % 2).for_each(|_| out.push('\u{ad}'));
            (0..(long - 1) % 2).for_each(|_| out.push('\u{feff}'));
        }
    })
}

/// Adds to what was found what must not be seen either, where it lies over it: they become one.
fn join(found: &mut Vec<Found>, more: Found) {
    let over = |one: &Found| one.range.start < more.range.end && more.range.start < one.range.end;
    let (Some(first), Some(last)) = (found.iter().position(over), found.iter().rposition(over)) else { return };
    let others: Vec<Found> = found.drain(first + 1..=last).collect();
    let one = &mut found[first];
    for other in others.iter().chain([&more]) {
        one.range = one.range.start.min(other.range.start)..one.range.end.max(other.range.end);
        one.hidden.extend(other.hidden.iter().cloned());
    }
    one.kind = others.iter().map(|other| other.kind).fold(one.kind, Kind::min);
    one.hidden.sort_unstable_by_key(|range| range.start);
    one.masked = more.masked;
}

fn once(text: &str, reading: &Reading<'_>) -> Vec<Found> {
    let mut groups = Groups::of(text);
    let mut context = Context::of(text, reading.columns, reading.head.and_then(words::label));
    let mut found = Vec::new();
    while groups.next(FEWEST) {
        let mut hits = Vec::new();
        windows(&groups, text, reading, &mut context, &mut hits);
        // The surest first; what lies over a surer one is dropped.
        hits.sort_by_key(|hit: &Hit| (hit.kind, std::cmp::Reverse(hit.digits.len())));
        let mut taken: Vec<Hit> = Vec::new();
        for hit in hits {
            let over = |t: &Hit| t.digits.start < hit.digits.end && hit.digits.start < t.digits.end;
            if !taken.iter().any(over) {
                taken.push(hit);
            }
        }
        taken.sort_by_key(|hit| hit.digits.start);
        found.extend(taken.into_iter().map(|hit| told(&groups.digits[hit.digits.clone()], hit.kind, &context)));
    }
    found
}

struct Hit {
    kind: Kind,
    digits: Range<usize>,
}

/// Looks at every run of neighbouring tokens that can be one number.
fn windows(groups: &Groups<'_>, text: &str, reading: &Reading<'_>, context: &mut Context<'_>, hits: &mut Vec<Hit>) {
    let last = groups.tokens.len() - 1;
    let all: Vec<u8> = groups.digits.iter().map(|d| d.sign).collect();
    let sizes: Vec<usize> = groups.tokens.iter().map(|t| t.digits.len()).collect();
    for first in 0..=last {
        if first == 0 && groups.glued_before {
            continue;
        }
        let mut broken = false;
        for (at, token) in groups.tokens.iter().enumerate().skip(first) {
            broken |= at > first && token.new_line;
            let digits = groups.tokens[first].digits.start..token.digits.end;
            if digits.len() > MOST {
                break;
            }
            if digits.len() < FEWEST {
                continue;
            }
            let signs = &all[digits.clone()];
            // Behind 残疾人证 stands `B1` for a second copy.
            let copy = signs.len() == 20 && text[groups.digits[digits.end - 1].end..].starts_with('B');
            if at == last && groups.glued_behind && !copy {
                continue;
            }
            let place = groups.digits[digits.start].start..groups.digits[digits.end - 1].end;
            if let Some(kind) = judge(signs, &sizes[first..=at], broken, &place, reading, context) {
                hits.push(Hit { kind, digits });
            }
        }
    }
}

fn judge(
    signs: &[u8],
    groups: &[usize],
    broken: bool,
    place: &Range<usize>,
    reading: &Reading<'_>,
    context: &mut Context<'_>,
) -> Option<Kind> {
    let label = |context: &mut Context<'_>| {
        let told = context.label(place);
        told.map(|(label, near)| (if reading.office && label == Label::Phone { Label::Office } else { label }, near))
    };
    if signs.contains(&b'*') {
        // A number within signs that make it bold: 110101**19900307**…
        let plain: Vec<u8> = signs.iter().copied().filter(|s| *s != b'*').collect();
        let sizes = [plain.len()];
        let question = Question { digits: &plain, groups: &sizes, broken, alone: false, today: reading.today };
        if plain.len() == 18
            && question.answer(Around { label: None, near: false, person: false }) == Some(Kind::Identity)
        {
            return Some(Kind::Identity);
        }
        let whole = !broken && signs.iter().any(|s| *s != b'*');
        return if whole { thin::judge(signs, label(context).map(|(label, _)| label)) } else { None };
    }
    // An X ends a number, or the identity number in that of 残疾人证.
    if signs.iter().position(|s| *s == b'X').is_some_and(|at| at + 1 != signs.len() && (at, signs.len()) != (17, 20)) {
        return None;
    }
    let question = Question { digits: signs, groups, broken, alone: reading.alone, today: reading.today };
    if !question.may_be() {
        return None;
    }
    let told = label(context);
    let person = signs.len() == 11 && context.person(place.start).is_some();
    question.answer(Around { label: told.map(|(label, _)| label), near: told.is_some_and(|(_, near)| near), person })
}

/// What is told of a number.
fn told(digits: &[Digit], kind: Kind, context: &Context<'_>) -> Found {
    let seen: Vec<&Digit> = digits.iter().filter(|d| d.sign != b'*').collect();
    let of = digits.len();
    let stays = |place: usize| kind == Kind::Mask || kind.stays(place, of);
    let hidden = digits.iter().enumerate().filter(|(at, d)| d.sign != b'*' && !stays(*at)).map(|(_, d)| d.start..d.end);
    let sign = |(at, d): (usize, &Digit)| if stays(at) { char::from(d.sign) } else { '*' };
    let signs: Vec<u8> = digits.iter().map(|d| d.sign).collect();
    let ends = &seen[seen.len().saturating_sub(4)..];
    Found {
        kind,
        range: digits[0].start..digits[of - 1].end,
        hidden: hidden.collect(),
        masked: digits.iter().enumerate().map(sign).collect(),
        ending: ends.iter().map(|d| char::from(d.sign)).collect(),
        mark: blake3::hash(&signs).as_bytes()[..16].try_into().expect("a hash is longer"),
        person: context.person(digits[0].start).unwrap_or_default().to_owned(),
    }
}

/// What hides a sign in prose, where the plain star would make words bold.
pub const PROSE_STAR: &str = "＊";

/// A text with the signs hidden that must not be seen, by `star`.
pub fn mask(text: &str, found: &[Found], star: &str) -> String {
    covered(text, found, |_, out| out.push_str(star))
}

/// A text in which `cover` writes what stands in the place of a sign that must not be seen, which has so many bytes.
fn covered(text: &str, found: &[Found], cover: impl Fn(usize, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in found.iter().flat_map(|f| &f.hidden) {
        out.push_str(&text[at..range.start]);
        cover(range.len(), &mut out);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}
