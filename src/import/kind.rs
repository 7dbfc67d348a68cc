//! The kinds of record whose tables can be read.
//!
//! In: a word. Out: the layouts that it may mean. Never looks at a table.

use super::Ground;
use crate::layout::{self, Layout};

/// Their names, as `--as` takes them.
pub const KINDS: &[&str] = &["finance", "register", "disclosure", "evaluation"];

/// The layouts that a word means: a kind, a register, a rubric, the code or the name of a catalogue item.
pub fn layouts(word: &str, ground: &Ground<'_>) -> Vec<Layout> {
    let word = word.trim();
    if let Some(kind) = KINDS.iter().find(|kind| **kind == word || words(kind).contains(&word)) {
        return of_kind(kind, ground);
    }
    if let Some(profile) = ground.profiles.registers.find(word) {
        return vec![layout::register(profile)];
    }
    if let Some(rubric) = ground.profiles.rubrics.find(word) {
        return vec![layout::evaluation(rubric)];
    }
    let items = ground.catalogue.into_iter().flat_map(|c| &c.items);
    items.filter(|i| i.code == word || i.name == word).map(|i| layout::disclosure(Some(i))).take(1).collect()
}

/// All layouts that heads can tell apart.
pub(super) fn all(ground: &Ground<'_>) -> Vec<Layout> {
    ["finance", "register", "evaluation"].iter().flat_map(|kind| of_kind(kind, ground)).collect()
}

fn of_kind(kind: &str, ground: &Ground<'_>) -> Vec<Layout> {
    let here = |types: &[crate::value::CommunityType]| ground.community.is_among(types);
    match kind {
        "finance" => vec![layout::finance()],
        "register" => ground.profiles.registers.iter().filter(|r| here(&r.applies)).map(layout::register).collect(),
        "evaluation" => ground.profiles.rubrics.iter().map(layout::evaluation).collect(),
        _ => vec![layout::disclosure(None)],
    }
}

fn words(kind: &str) -> &'static [&'static str] {
    match kind {
        "finance" => &["财务公开", "财务", "收支"],
        "register" => &["台账", "registers"],
        "disclosure" => &["公开事项", "disclosures"],
        _ => &["星级评价", "评价", "evaluations"],
    }
}
