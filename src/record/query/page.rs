//! What the pages of questions show beside the fields: the clock, and where to turn next.
//!
//! In: a question, the rules of the place. Out: the detail of its page and of the section.
//! Never names an office that the law does not name.

use serde::Serialize;

use super::clock::{self, Clock, GOVERNMENT_DAYS, Standing};
use super::{Query, STATES};
use crate::diagnostic::Basis;
use crate::record::facts::Tone;
use crate::record::{Ground, Scope};
use crate::value::Date;

/// Which limit says that the committee answers questions at all.
const ANSWER_DUTY: &str = "truth-duty";

/// Which limit says where to complain.
const COMPLAINT: &str = "complaint-to-government";

#[derive(Serialize)]
pub(super) struct Detail<'a> {
    /// Which exchange the page's first line tells of: the most urgent, else the first.
    lead: usize,
    exchanges: Vec<Shown<'a>>,
    next: Next<'a>,
}

/// One question with its answer and its clock.
#[derive(Serialize)]
struct Shown<'a> {
    question: &'a str,
    answered_by: Option<&'a str>,
    answer: Option<&'a str>,
    clock: Told,
}

/// The clock in figures; the theme makes a sentence of them.
#[derive(Serialize)]
struct Told {
    /// `answered`, `late`, `open`, `overdue`; with `-free` behind it where no rule sets a number of days.
    key: &'static str,
    asked: Date,
    answered: Option<Date>,
    due: Option<Date>,
    days: i32,
    late: Option<i32>,
    basis: Option<String>,
    says: Option<String>,
    duty: Option<String>,
    /// The rule of the clock, else the duty to answer.
    rule: Option<Ground>,
}

/// Where to turn when no answer comes, or one that does not help.
#[derive(Serialize)]
struct Next<'a> {
    /// Whether an answer is missing.
    waiting: bool,
    /// The name of the supervisory body.
    supervisors: Option<&'a str>,
    /// The two lowest regions that the community lies in, from below.
    upper: Vec<&'a str>,
    complaint: Option<String>,
    rule: Option<Ground>,
    government_days: Option<u32>,
    government_basis: Option<String>,
}

pub(super) fn detail<'a>(query: &'a Query, scope: &Scope<'a>) -> Detail<'a> {
    let clocks = query.clocks(scope);
    let waiting = clocks.iter().any(|c| c.answered.is_none());
    let urgent = [Standing::Overdue, Standing::Open, Standing::Late];
    let lead = urgent.iter().find_map(|wanted| clocks.iter().position(|c| c.standing() == *wanted)).unwrap_or(0);
    let exchanges = query.exchanges().into_iter().zip(clocks).map(|(exchange, clock)| Shown {
        question: exchange.question,
        answered_by: exchange.answered_by,
        answer: exchange.answer.map(|a| a.value.as_str()),
        clock: told(&clock, scope),
    });
    Detail { lead, exchanges: exchanges.collect(), next: next(query, waiting, scope) }
}

fn told(clock: &Clock, scope: &Scope<'_>) -> Told {
    let key = match (clock.standing(), clock.limit.is_some()) {
        (Standing::Answered, true) => "answered",
        (Standing::Answered, false) => "answered-free",
        (Standing::Late, _) => "late",
        (Standing::Open, true) => "open",
        (Standing::Open, false) => "open-free",
        (Standing::Overdue, _) => "overdue",
    };
    Told {
        key,
        asked: clock.asked,
        answered: clock.answered,
        due: clock.due,
        days: clock.days(),
        late: clock.days_late(),
        basis: clock.limit.as_ref().map(|l| l.basis.to_string()),
        says: clock.limit.as_ref().and_then(|l| l.says.clone()),
        duty: scope.ground(ANSWER_DUTY, clock.asked).map(|b| b.to_string()),
        rule: rule(clock, scope).as_ref().map(Ground::from),
    }
}

fn next<'a>(query: &Query, waiting: bool, scope: &Scope<'a>) -> Next<'a> {
    use crate::record::community::BodyRole;
    let community = &scope.corpus.community;
    let upper = community.parent.split('/').map(str::trim).filter(|n| !n.is_empty()).rev().take(2);
    let complaint = scope.ground(COMPLAINT, query.asked.value);
    let government = clock::fewest(GOVERNMENT_DAYS, query.asked.value, scope);
    Next {
        waiting,
        supervisors: community.bodies_of(BodyRole::Supervisors).next().map(|body| body.name.as_str()),
        upper: upper.collect(),
        complaint: complaint.as_ref().map(ToString::to_string),
        rule: complaint.as_ref().map(Ground::from),
        government_days: government.as_ref().map(|l| l.days),
        government_basis: government.map(|l| l.basis.to_string()),
    }
}

/// The rule of a clock, else the duty to answer.
fn rule(clock: &Clock, scope: &Scope<'_>) -> Option<Basis> {
    let own = clock.limit.as_ref().map(|l| l.basis.clone());
    own.or_else(|| scope.ground(ANSWER_DUTY, clock.asked))
}

/// The addresses of the rules that the page of a question cites.
pub(super) fn grounds(query: &Query, scope: &Scope<'_>) -> Vec<String> {
    let clocks = query.clocks(scope);
    let rules = clocks.iter().filter_map(|clock| rule(clock, scope));
    rules.chain(scope.ground(COMPLAINT, query.asked.value)).map(|basis| basis.url).collect()
}

#[derive(Serialize)]
pub(super) struct Section {
    states: Vec<Count>,
    /// How many questions were answered, follow-ups included.
    answers: usize,
    /// Of them late.
    late: usize,
    /// Days to an answer in the middle of all, with one decimal where it lies between two.
    median: Option<String>,
    /// Days that the question waits which has waited longest.
    longest: Option<i32>,
}

#[derive(Serialize)]
struct Count {
    key: &'static str,
    tone: Tone,
    count: usize,
}

pub(super) fn section(scope: &Scope<'_>) -> Section {
    let queries: Vec<&Query> = scope.all::<Query>().map(|(_, query)| query).collect();
    let keys: Vec<&str> = queries.iter().map(|q| q.state(scope).key).collect();
    let count = |key: &str| keys.iter().filter(|k| **k == key).count();
    let clocks: Vec<Clock> = queries.iter().flat_map(|q| q.clocks(scope)).collect();
    let (answered, open): (Vec<&Clock>, Vec<&Clock>) = clocks.iter().partition(|c| c.answered.is_some());
    let mut days: Vec<i32> = answered.iter().map(|c| c.days()).collect();
    Section {
        states: STATES.into_iter().map(|s| Count { key: s.key, tone: s.tone, count: count(s.key) }).collect(),
        answers: days.len(),
        late: answered.iter().filter(|c| c.standing() == Standing::Late).count(),
        median: median(&mut days),
        longest: open.iter().map(|c| c.days()).max(),
    }
}

/// The number in the middle; between two, their mean.
fn median(days: &mut [i32]) -> Option<String> {
    days.sort_unstable();
    let middle = days.len() / 2;
    let upper = *days.get(middle)?;
    if !days.len().is_multiple_of(2) {
        return Some(upper.to_string());
    }
    let sum = days[middle - 1] + upper;
    Some(if sum % 2 == 0 { (sum / 2).to_string() } else { format!("{}.5", sum / 2) })
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_number_in_the_middle() {
        for (days, want) in [
            (vec![], None),
            (vec![3], Some("3")),
            (vec![9, 2, 4], Some("4")),
            (vec![2, 3], Some("2.5")),
            (vec![2, 4], Some("3")),
        ] {
            assert_eq!(median(&mut days.clone()).as_deref(), want, "{days:?}");
        }
    }
}
