//! The votes taken on a decision.
//!
//! In: its course. Out: facts, one for each step with a count. Never judges anew: the course did.

use super::course::Course;
use super::words::Words;
use crate::record::facts::VoteFact;

/// Votes in the order of the days.
pub(super) fn of(course: &Course<'_>, words: &Words) -> Vec<VoteFact> {
    let voted = course.entries.iter().filter(|e| e.at.agree.is_some());
    let vote = |entry: &super::course::Entry<'_>| {
        let number = |n: &Option<crate::diagnostic::At<u32>>| n.as_ref().map(|n| n.value);
        let step = entry.at;
        let absent = number(&step.due).zip(number(&step.present)).and_then(|(due, present)| due.checked_sub(present));
        VoteFact {
            step: words.label_of(entry),
            body: words.body(entry),
            date: entry.date(),
            passed: entry.vote.as_ref().map(|_| !entry.failed()),
            counts: [number(&step.agree), number(&step.against), number(&step.abstain), absent],
        }
    };
    voted.map(vote).collect()
}
