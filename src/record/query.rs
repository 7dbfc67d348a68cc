//! 询问与答复: questions that residents asked, and the answers.
//!
//! In: `queries/*.md`. Out: its checks, facts and page. Never tells who asked beyond what was written.

use serde::Serialize;
use tera::Value;

use super::facts::{State, Tone};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::{Date, Target, Wu};

/// Which limit sets the days within which the committee answers; only some places have one.
const ANSWER_DAYS: &str = "committee-answer-days";

crate::fields! {
    /// A question and its answer.
    pub struct Query + common: Common {
        /// When it was asked.
        asked "提出日期": At<Date>,
        /// Who asked, masked.
        asker "提出人": Option<String>,
        /// By which way it came.
        channel "方式": Option<String>,
        /// The question.
        question "问": String,
        /// When it was answered.
        answered "答复日期": Option<At<Date>>,
        /// Who answered.
        answered_by "答复机构": Option<String>,
        /// The answer.
        answer "答": Option<String>,
        /// Which affairs it belongs to.
        wu "五务": Option<Wu>,
    }
}

impl Target for Query {
    const FOLDER: &'static str = "queries";
}

/// What the page shows beside the fields.
#[derive(Serialize)]
struct Detail {
    asked: Date,
    answered: Option<Date>,
    days: i32,
    overdue: bool,
}

impl Query {
    /// Days from question to answer, or to `as_of` while it is open.
    fn days(&self, as_of: Date) -> i32 {
        let end = self.answered.as_ref().map_or(as_of, |d| d.value);
        (end - self.asked.value).get_days()
    }

    /// Unanswered for longer than the rules of the place allow.
    fn overdue(&self, scope: &Scope<'_>) -> bool {
        let limit = scope.limit(ANSWER_DAYS, self.asked.value);
        let late = |days: u32| i64::from(self.days(scope.as_of)) > i64::from(days);
        self.answered.is_none() && limit.is_some_and(|limit| late(limit.days))
    }
}

impl Kind for Query {
    const NAME: &'static str = "query";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, _scope: &Scope<'_>, sink: &mut Sink) {
        if let Some(answered) = &self.answered
            && answered.value < self.asked.value
        {
            let early = Diagnostic::new(&code::ANSWER_BEFORE_QUESTION, answered.span);
            sink.push(early.arg("asked", self.asked.value).arg("answered", answered.value).also(self.asked.span));
        }
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let state = match &self.answered {
            Some(_) => State { key: "answered", tone: Tone::Done },
            None if self.overdue(scope) => State { key: "overdue", tone: Tone::Late },
            None => State { key: "open", tone: Tone::Near },
        };
        Facts {
            date: Some(self.answered.as_ref().unwrap_or(&self.asked).value),
            wu: self.wu,
            state: Some(state),
            summary: self.question.clone(),
            ..Facts::default()
        }
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&Detail {
            asked: self.asked.value,
            answered: self.answered.as_ref().map(|d| d.value),
            days: self.days(scope.as_of),
            overdue: self.overdue(scope),
        })
    }
}
