//! The clock of a question: by when it is to be answered, and by whose rule.
//!
//! In: a question, the rules of the place, the day. Out: days, the last day, whether it is over.
//! Never sets a number of its own: only some places have one.

use super::Query;
use crate::diagnostic::Basis;
use crate::record::Scope;
use crate::value::Date;

/// Which limit sets the days within which the committee answers.
const ANSWER: &str = "committee-answer-days";

/// Which limits say where to turn next, and how soon that must answer.
const COMPLAINT: &str = "complaint-to-government";
const GOVERNMENT: &str = "government-answer-days";

/// Which limit says that questions are to be answered at all.
const DUTY: &str = "truth-duty";

/// How a question stands with its clock.
pub(super) struct Clock {
    /// Days from question to answer, or to today while it is open.
    pub days: i32,
    /// The last day in time, and how many days that gives; `None` where no rule sets one.
    pub limit: Option<(Date, u32)>,
    /// Days past the last day; 0 where it is in time.
    pub over: i32,
    /// The rule of the clock, else the duty to answer.
    pub basis: Option<Basis>,
}

impl Clock {
    /// The clock of a question.
    pub(super) fn of(query: &Query, scope: &Scope<'_>) -> Self {
        let asked = query.asked.value;
        let end = query.answered.as_ref().map_or(scope.as_of, |d| d.value);
        let limit = scope.limit(ANSWER, asked);
        let last = limit.as_ref().and_then(|l| {
            let days = jiff::Span::new().try_days(i64::from(l.days)).ok()?;
            Some((asked.checked_add(days).ok()?, l.days))
        });
        let over = last.map_or(0, |(day, _)| (end - day).get_days().max(0));
        let basis = limit.map(|l| l.basis).or_else(|| scope.ground(DUTY, asked));
        Self { days: (end - asked).get_days(), limit: last, over, basis }
    }
}

/// Where to turn when no answer comes, and within how many days that must answer.
pub(super) fn remedy(query: &Query, scope: &Scope<'_>) -> Option<(Basis, Option<u32>)> {
    let asked = query.asked.value;
    let days = scope.limit(GOVERNMENT, asked).map(|l| l.days);
    scope.ground(COMPLAINT, asked).map(|basis| (basis, days))
}
