//! How long an answer may take, and how long it took.
//!
//! In: a question, its answer, the rules of the place on the day it was asked. Out: the day by which
//! it is to be answered, and how it stands. Never sets a number of days where no rule does:
//! the national laws only say that questions are to be answered.

use crate::diagnostic::{At, Basis};
use crate::record::Scope;
use crate::value::Date;

/// Which limit sets the days within which the committee answers; only some places have one.
const ANSWER_DAYS: &str = "committee-answer-days";

/// Which limit sets the days within which the government answers a complaint.
pub(super) const GOVERNMENT_DAYS: &str = "government-answer-days";

/// A question and its answer, the first or a later one.
pub(super) struct Exchange<'a> {
    pub asked: &'a At<Date>,
    pub question: &'a str,
    pub answered: Option<&'a At<Date>>,
    pub answered_by: Option<&'a str>,
    pub answer: Option<&'a At<String>>,
}

/// A number of days, where it stands in the law, and what is said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limit {
    pub days: u32,
    pub basis: Basis,
    pub says: Option<String>,
}

/// The fewest days that `id` gives on `date`: of several rules the strictest holds.
pub(super) fn fewest(id: &str, date: Date, scope: &Scope<'_>) -> Option<Limit> {
    let all = scope.limits(id, date).into_iter().filter_map(|(set, limit)| {
        let days = limit.value.parse().ok()?;
        Some(Limit { days, basis: set.basis(limit), says: limit.summary.clone() })
    });
    all.min_by_key(|limit| limit.days)
}

/// How an exchange stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Answered in time, or where no rule sets a time.
    Answered,
    /// Answered after its day.
    Late,
    /// Not answered, and its day is not past or there is none.
    Open,
    /// Not answered, and its day is past.
    Overdue,
}

/// The clock of one exchange.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    pub asked: Date,
    pub answered: Option<Date>,
    as_of: Date,
    pub limit: Option<Limit>,
    /// The last day on which an answer is in time.
    pub due: Option<Date>,
}

impl Clock {
    /// The clock of an exchange on the day of the scope.
    pub(super) fn of(exchange: &Exchange<'_>, scope: &Scope<'_>) -> Self {
        let asked = exchange.asked.value;
        let limit = fewest(ANSWER_DAYS, asked, scope);
        let after = |days: u32| asked.checked_add(jiff::Span::new().try_days(i64::from(days)).ok()?).ok();
        let due = limit.as_ref().and_then(|l| after(l.days));
        Self { asked, answered: exchange.answered.map(|d| d.value), as_of: scope.as_of, limit, due }
    }

    /// Days from the question to the answer, or to the day of the build while there is none; never below 0.
    pub(super) fn days(&self) -> i32 {
        (self.answered.unwrap_or(self.as_of) - self.asked).get_days().max(0)
    }

    /// Days beyond the last day in time; `None` where it is in time or no rule sets one.
    pub(super) fn days_late(&self) -> Option<i32> {
        let late = (self.answered.unwrap_or(self.as_of) - self.due?).get_days();
        (late > 0).then_some(late)
    }

    /// How it stands.
    pub(super) fn standing(&self) -> Standing {
        match (self.answered, self.days_late()) {
            (Some(_), None) => Standing::Answered,
            (Some(_), Some(_)) => Standing::Late,
            (None, None) => Standing::Open,
            (None, Some(_)) => Standing::Overdue,
        }
    }
}
