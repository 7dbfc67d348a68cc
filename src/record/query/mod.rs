//! 询问与答复: questions that residents asked, and the answers.
//!
//! In: `queries/*.md`. Out: its checks, facts and page. Never tells who asked beyond what was written.

mod clock;

use serde::Serialize;
use tera::Value;

use super::facts::{Group, State, Tone};
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::{Date, Target, Wu};
use clock::Clock;

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
        answer "答": Option<At<String>>,
        /// Which affairs it belongs to.
        wu "五务": Option<Wu>,
    }
}

impl Target for Query {
    const FOLDER: &'static str = "queries";
}

/// All states, the most pressing first.
const STATES: [State; 3] = [
    State { key: "overdue", tone: Tone::Late },
    State { key: "open", tone: Tone::Near },
    State { key: "answered", tone: Tone::Done },
];

/// What the page shows beside the fields.
#[derive(Serialize)]
struct Detail {
    asked: Date,
    answered: Option<Date>,
    days: i32,
    /// The last day in time, and how many days that gives.
    due: Option<Date>,
    limit: Option<u32>,
    /// Days past it.
    over: i32,
    basis: Option<Ground>,
    remedy: Option<Ground>,
    remedy_days: Option<u32>,
}

/// A legal ground and where the site shows it.
#[derive(Serialize)]
struct Ground {
    text: String,
    url: String,
}

fn ground(basis: crate::diagnostic::Basis) -> Ground {
    Ground { text: basis.to_string(), url: basis.url }
}

impl Query {
    fn state(&self, scope: &Scope<'_>) -> State {
        match &self.answered {
            Some(_) => STATES[2],
            None if Clock::of(self, scope).over > 0 => STATES[0],
            None => STATES[1],
        }
    }

    /// Answered or overdue past the term of the place.
    fn late(&self, scope: &Scope<'_>, sink: &mut Sink) {
        let clock = Clock::of(self, scope);
        let Some((due, limit)) = clock.limit.filter(|_| clock.over > 0) else {
            return;
        };
        let (code, span) = match &self.answered {
            Some(answered) => (&code::ANSWERED_LATE, answered.span),
            None => (&code::ANSWER_OVERDUE, self.asked.span),
        };
        let late = Diagnostic::new(code, span).arg("asked", self.asked.value).arg("due", due).arg("limit", limit);
        sink.push(late.arg("days", clock.over).basis(clock.basis));
    }
}

impl Kind for Query {
    const NAME: &'static str = "query";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        if self.asked.value > scope.as_of {
            sink.push(Diagnostic::new(&code::FUTURE_DATE, self.asked.span).arg("date", self.asked.value));
        }
        match (&self.answered, &self.answer) {
            (Some(answered), None) => {
                let half = Diagnostic::new(&code::HALF_AN_ANSWER, answered.span);
                sink.push(half.arg("missing", "答").arg("have", "答复日期"));
            }
            (None, Some(answer)) => {
                let half = Diagnostic::new(&code::HALF_AN_ANSWER, answer.span);
                sink.push(half.arg("missing", "答复日期").arg("have", "答"));
            }
            _ => {}
        }
        if let Some(answered) = self.answered.as_ref().filter(|d| d.value < self.asked.value) {
            let early = Diagnostic::new(&code::ANSWER_BEFORE_QUESTION, answered.span);
            sink.push(early.arg("asked", self.asked.value).arg("answered", answered.value).also(self.asked.span));
            return;
        }
        self.late(scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let state = self.state(scope);
        let basis = Clock::of(self, scope).basis.map(|b| b.url);
        let remedy = clock::remedy(self, scope).map(|(b, _)| b.url);
        Facts {
            date: Some(self.answered.as_ref().unwrap_or(&self.asked).value),
            wu: self.wu,
            state: Some(state),
            group: Some(Group::of_state(state, &STATES)),
            grounds: basis.into_iter().chain(remedy).collect(),
            summary: self.question.clone(),
            ..Facts::default()
        }
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        let clock = Clock::of(self, scope);
        let (remedy, remedy_days) = clock::remedy(self, scope).unzip();
        Value::from_serializable(&Detail {
            asked: self.asked.value,
            answered: self.answered.as_ref().map(|d| d.value),
            days: clock.days,
            due: clock.limit.map(|(day, _)| day),
            limit: clock.limit.map(|(_, days)| days),
            over: clock.over,
            basis: clock.basis.map(ground),
            remedy: remedy.map(ground),
            remedy_days: remedy_days.flatten(),
        })
    }
}
