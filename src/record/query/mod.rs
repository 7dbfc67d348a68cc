//! 询问与答复: questions that residents asked, and the answers.
//!
//! In: `queries/*.md`. Out: its checks, facts and page. Never tells who asked beyond what was written.

mod asker;
mod check;
mod clock;
mod page;

use tera::Value;

use self::clock::{Clock, Exchange, Standing};
use super::facts::{Group, Owed, State, Tone, Waiting};
use super::{Common, Facet, Facts, Format, Growth, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::value::{Date, Target, Wu};

crate::fields! {
    /// A question and its answer.
    pub struct Query + common: Common {
        /// When it was asked.
        asked "提出日期": At<Date>,
        /// Who asked, masked.
        asker "提出人": Option<At<String>>,
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
        /// What was asked again, and answered.
        follow_ups "追问": Vec<At<FollowUp>>,
        /// Which affairs it belongs to.
        wu "五务": Option<Wu>,
    }
}

crate::fields! {
    /// A further question on the same matter, and its answer.
    pub struct FollowUp {
        /// When it was asked.
        asked "日期": At<Date>,
        /// The question.
        question "问": String,
        /// When it was answered.
        answered "答复日期": Option<At<Date>>,
        /// Who answered.
        answered_by "答复机构": Option<String>,
        /// The answer.
        answer "答": Option<At<String>>,
    }
}

impl Target for Query {
    const FOLDER: &'static str = "queries";
}

/// All states, the most urgent first.
const STATES: [State; 3] = [
    State { key: "overdue", tone: Tone::Late },
    State { key: "open", tone: Tone::Near },
    State { key: "answered", tone: Tone::Done },
];

impl Query {
    /// The question and its follow-ups, in the order of the record.
    fn exchanges(&self) -> Vec<Exchange<'_>> {
        let first = Exchange {
            asked: &self.asked,
            question: &self.question,
            answered: self.answered.as_ref(),
            answered_by: self.answered_by.as_deref(),
            answer: self.answer.as_ref(),
        };
        let again = self.follow_ups.iter().map(|f| Exchange {
            asked: &f.asked,
            question: &f.question,
            answered: f.answered.as_ref(),
            answered_by: f.answered_by.as_deref(),
            answer: f.answer.as_ref(),
        });
        std::iter::once(first).chain(again).collect()
    }

    /// The clock of each exchange.
    fn clocks(&self, scope: &Scope<'_>) -> Vec<Clock> {
        self.exchanges().iter().map(|e| Clock::of(e, scope)).collect()
    }

    /// The answers that are still to be given by a day that a rule sets.
    fn owed(&self, scope: &Scope<'_>) -> Vec<Owed> {
        let open = self.clocks(scope).into_iter().filter(|clock| clock.answered.is_none());
        open.filter_map(|clock| Some(Owed { due: clock.due?, basis: clock.limit?.basis })).collect()
    }

    /// Overdue where any exchange is, open where any is, else answered.
    fn state(&self, scope: &Scope<'_>) -> State {
        let clocks = self.clocks(scope);
        let any = |wanted| clocks.iter().any(|c| c.standing() == wanted);
        match () {
            () if any(Standing::Overdue) => STATES[0],
            () if any(Standing::Open) => STATES[1],
            () => STATES[2],
        }
    }

    /// The day of the newest question or answer.
    fn newest(&self) -> Date {
        let days = self.exchanges().into_iter().flat_map(|e| [Some(e.asked.value), e.answered.map(|d| d.value)]);
        days.flatten().max().unwrap_or(self.asked.value)
    }
}

impl Kind for Query {
    const NAME: &'static str = "query";
    const FORMAT: Format = Format::Prose;
    const GROWTH: Growth = Growth::Adds;
    const LINKED: &'static str = "Article";

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, _me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let state = self.state(scope);
        let waiting = match state.key {
            "overdue" => Some(Waiting::Overdue),
            "open" => Some(Waiting::Open),
            _ => None,
        };
        Facts {
            date: Some(self.newest()),
            wu: self.wu,
            state: Some(state),
            summary: self.question.clone(),
            grounds: page::grounds(self, scope),
            waiting,
            owed: self.owed(scope),
            group: Some(Group::of_state(state, &STATES)),
            facets: Facet::known([Some(Facet::year(self.asked.year())), self.wu.map(Facet::wu)]),
            ..Facts::default()
        }
    }

    fn detail(&self, _me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&page::detail(self, scope))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&page::section(scope))
    }
}
