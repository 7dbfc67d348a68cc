//! What a record states about itself, in a form common to all kinds.
//!
//! In: filled in by each kind. Out: facts that derive folds into lists, home, catalogue and portal.
//! Never holds markup or sentences in a fixed language beyond the record's own words.

use serde::{Deserialize, Serialize};

use super::Facet;
use crate::diagnostic::Basis;
use crate::value::{Date, Money, Number, Period, Wu};

/// How a state is felt: chooses colour and sign, never the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Finished, in order.
    Done,
    /// Due soon, or wants attention.
    Near,
    /// Late or failed.
    Late,
    /// Under way.
    Info,
    /// No longer of interest.
    Muted,
}

/// The state of a record: a theme string `state-<key>` and its tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct State {
    /// Key of the word.
    pub key: &'static str,
    /// How it is felt.
    pub tone: Tone,
}

/// Somebody waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Waiting {
    /// Within the days that the rules of the place allow, or where none sets any.
    Open,
    /// For longer than they allow.
    Overdue,
}

/// An answer that somebody waits for, where a rule sets its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Last day on which it is in time.
    pub due: Date,
    /// The rule.
    pub basis: Basis,
}

/// How far a matter has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// The step reached, from 1; or percent where `of` is 100.
    pub step: u32,
    /// How many steps there are.
    pub of: u32,
    /// The name of the step.
    pub label: String,
}

/// A catalogue item that the record fulfils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fulfils {
    /// Code in the catalogue.
    pub item: String,
    /// For which period.
    pub period: Option<Period>,
    /// When that was published, where it is not the record's own publication.
    pub published: Option<Date>,
    /// The reason where it was stated that there is nothing to publish.
    pub not_applicable: Option<String>,
}

impl Fulfils {
    /// Fulfils an item for a period by the record's own publication.
    pub fn item(code: &str, period: Option<Period>) -> Self {
        Self { item: code.to_owned(), period, published: None, not_applicable: None }
    }
}

/// Money of one account in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyFact {
    /// The account.
    pub account: String,
    /// The period.
    pub period: Period,
    /// Sum of income.
    pub income: Money,
    /// Sum of expense.
    pub expense: Money,
    /// Balance at the end.
    pub closing: Money,
}

/// How far a rating has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RatingStanding {
    /// The days for objections have not begun.
    Upcoming,
    /// The days for objections run.
    OnDisplay,
    /// An objection has no answer yet.
    Contested,
    /// It holds.
    Final,
    /// Its months are over.
    Expired,
}

/// Stars of one cycle by one rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarsFact {
    /// Name of the rubric in addresses and code.
    pub rubric: String,
    /// Name of the rubric as people say it.
    pub rubric_name: String,
    /// Written form of the cycle.
    pub cycle: String,
    /// Last day of the cycle.
    pub ended: Date,
    /// Stars reached.
    pub stars: u32,
    /// Most that can be reached.
    pub max: u32,
    /// What the rubric calls so many stars, where it has a name for them.
    pub level: Option<String>,
    /// Total score, as text.
    pub total: String,
    /// Stars of the cycle before, by the same rubric.
    pub before: Option<u32>,
    /// How far it has come.
    pub standing: RatingStanding,
    /// Whether enough people were asked for it to be compared with others.
    pub comparable: bool,
}

impl StarsFact {
    /// Whether the days for objections are not over yet.
    pub fn is_pending(&self) -> bool {
        matches!(self.standing, RatingStanding::Upcoming | RatingStanding::OnDisplay)
    }

    /// Whether its stars count today: not before the days for objections are over, nor after its months.
    pub fn counts(&self) -> bool {
        matches!(self.standing, RatingStanding::Final | RatingStanding::Contested)
    }
}

/// The value of an indicator on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// Name of the indicator in addresses and code.
    pub indicator: String,
    /// The value, in the unit of the indicator.
    pub value: Number,
    /// The day on which it was true.
    pub as_of: Date,
}

/// All that a record states. Start from `Facts::of` and fill in what applies.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The date lists are ordered by: publication, else what happened.
    pub date: Option<Date>,
    /// What it tells of.
    pub period: Option<Period>,
    /// Which affairs it belongs to.
    pub wu: Option<Wu>,
    /// Catalogue items it fulfils.
    pub fulfils: Vec<Fulfils>,
    /// Its state.
    pub state: Option<State>,
    /// One plain sentence or clause for lists.
    pub summary: String,
    /// How far it has come, for what is under way.
    pub progress: Option<Progress>,
    /// Whether it belongs among what is being done now.
    pub doing: bool,
    /// Whether somebody waits for an answer.
    pub waiting: Option<Waiting>,
    /// The answers waited for that have a last day.
    pub owed: Vec<Owed>,
    /// The amount lists show.
    pub amount: Option<Money>,
    /// Money by period.
    pub money: Option<MoneyFact>,
    /// Stars.
    pub stars: Option<StarsFact>,
    /// Values of indicators on a day.
    pub measured: Vec<Measured>,
    /// Votes taken on it, in order.
    pub votes: Vec<VoteFact>,
    /// Names of other communities that it tells of, as written.
    pub neighbours: Vec<String>,
    /// Addresses of the rules that its numbers rest on, as `route::law` gives them.
    pub grounds: Vec<String>,
    /// Group within its section: a theme string `group-<key>`, or a plain title.
    pub group: Option<Group>,
    /// Further sides from which its section can be looked through.
    pub facets: Vec<Facet>,
    /// Position within its section, smaller first; equal ones are ordered by date, newest first.
    pub order: u32,
}

/// One vote of a body on a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteFact {
    /// The step, as the page names it.
    pub step: String,
    /// The body that met, where it is known.
    pub body: Option<String>,
    /// The day.
    pub date: Date,
    /// Whether quorum and majority were reached; unknown where a number is missing.
    pub passed: Option<bool>,
    /// Members in favour, against, abstaining, and not present; what was not recorded is missing.
    pub counts: [Option<u32>; 4],
}

/// A group of a section page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Group {
    /// Position among the groups, smaller first; equal ones are ordered by key.
    pub order: usize,
    /// The theme's string for it is `group-<key>`, used where there is no title.
    pub key: String,
    /// Words of the record that title the group; empty where the theme has a string for the key.
    pub title: String,
}

impl Group {
    /// A group titled by words of the record.
    pub fn titled(title: &str) -> Self {
        Self { order: 0, key: title.to_owned(), title: title.to_owned() }
    }

    /// The group of all records in one of `states`, in the order of that list.
    pub fn of_state(state: State, states: &[State]) -> Self {
        let order = states.iter().position(|s| s.key == state.key).unwrap_or(states.len());
        Self { order, key: state.key.to_owned(), title: String::new() }
    }
}

/// A record as an entry of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Title.
    pub title: String,
    /// Address from the site's root.
    pub url: String,
    /// Kind name.
    pub kind: &'static str,
    /// Date to show.
    pub date: Option<Date>,
    /// First day of display.
    pub published: Option<Date>,
    /// Last day of display.
    pub until: Option<Date>,
    /// Period told of.
    pub period: Option<Period>,
    /// Affairs.
    pub wu: Option<Wu>,
    /// First catalogue item fulfilled.
    pub item: Option<String>,
    /// State.
    pub state: Option<State>,
    /// One sentence.
    pub summary: String,
    /// Progress.
    pub progress: Option<Progress>,
    /// Amount.
    pub amount: Option<Money>,
    /// Stars.
    pub stars: Option<u32>,
    /// When it was last corrected.
    pub corrected: Option<Date>,
    /// How many findings its page shows.
    pub findings: usize,
    /// An invented example.
    pub sample: bool,
}
